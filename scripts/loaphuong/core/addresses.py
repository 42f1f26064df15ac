"""Where each thing lives on the site: relative to its root, no leading `/`, the same for pages, feeds and search."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, unquote, urlsplit

from loaphuong.core.project import Project

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTENT = f"{Project.content}/"
HOME = ""
SECTIONS = "chuyen-muc/"
CODES = "quy-tac/"
MODELS = "mo-hinh/"
TOPICS = "chuyen-de/"
BULLETINS = "phat-thanh/"
ARCHIVE = "luu-tru/"
AWARDS = "khen-thuong/"
DESK = "ban-truc/"
PRINTED = "in-an/"
SCHEDULE = "lich-phat/"
SEARCH = "tim-kiem/"
FEEDBACK = "gop-y"
CALENDAR = "lich-phat.ics"
TIMES = "lich-phat.json"
OFFLINE = "ngoai-tuyen/"
REPLAY = "nghe-lai/"
NEWEST_AUDIO = "nghe-lai/moi-nhat.mp3"
REPLAY_CODE = "nghe-lai/ma-qr.svg"
EVENTS = "su-kien/"
EVENTS_CALENDAR = "su-kien/lich.ics"
EMBED = "nhung/"
COVER = "bieu-tuong/podcast.png"
HOME_CARD = "bieu-tuong/trang-chu.png"

# First names of addresses that no standing page may take.
TAKEN = frozenset(
    {
        *("anh", "assets", "audio", "bieu-tuong", "the", "tim-kiem", "ngoai-tuyen", "ban-truc", "in-an", "lich-phat"),
        *("tin", "tep", "chuyen-muc", "quy-tac", "mo-hinh", "chuyen-de", "luu-tru", "khen-thuong", "phat-thanh"),
        *("hinh", "nghe-lai", "su-kien", "nhung"),
    }
)


def article(slug: str) -> str:
    """tin/<slug>/"""
    return f"tin/{slug}/"


def section(slug: str) -> str:
    """chuyen-muc/<section>/"""
    return f"chuyen-muc/{slug}/"


def code(slug: str) -> str:
    """quy-tac/<code>/"""
    return f"quy-tac/{slug}/"


def rule(name: str) -> str:
    """The place of a rule named `code#id` on its code's page."""
    slug, _, id_ = name.partition("#")
    return f"{code(slug)}#{id_}" if id_ else code(slug)


def model(slug: str) -> str:
    """mo-hinh/<model>/"""
    return f"mo-hinh/{slug}/"


def topic(slug: str) -> str:
    """chuyen-de/<topic>/"""
    return f"chuyen-de/{slug}/"


def event(slug: str) -> str:
    """su-kien/<event>/"""
    return f"{EVENTS}{slug}/"


def event_calendar(slug: str) -> str:
    """su-kien/<event>/lich.ics, its times for a calendar."""
    return f"{EVENTS}{slug}/lich.ics"


def month(year: int, number: int) -> str:
    """luu-tru/<yyyy-mm>/"""
    return f"luu-tru/{year:04d}-{number:02d}/"


def page(slug: str) -> str:
    """<page-slug>/"""
    return f"{slug}/"


def bulletin(name: str) -> str:
    """phat-thanh/<slot>/; its sound, cues and chapters lie in it."""
    return f"phat-thanh/{name}/"


def show(key: str) -> str:
    """phat-thanh/<show>/: the list of a show beside the main one, whose list is BULLETINS."""
    return f"phat-thanh/{key}/"


def podcast(key: str = "") -> str:
    """podcast.xml of the main show, podcast-<show>.xml of another."""
    return f"podcast-{key}.xml" if key else "podcast.xml"


def bulletin_audio(name: str, sha256: str = "") -> str:
    """phat-thanh/<slot>/<slot>.mp3; of a sound that came after another, <slot>-<its sum>.mp3."""
    return f"{bulletin(name)}{'-'.join([name, *([sha256[:8]] if sha256 else [])])}.mp3"


def loudspeaker_audio(name: str) -> str:
    """ban-truc/<slot>.mp3: the master for the horn, which the duty page plays."""
    return f"{DESK}{name}.mp3"


def article_audio(slug: str) -> str:
    """audio/<slug>.mp3"""
    return f"audio/{slug}.mp3"


def cues(audio: str) -> str:
    """The WebVTT beside a sound file."""
    return f"{audio.removesuffix('.mp3')}.vtt"


def chapters(audio: str) -> str:
    """The chapters (JSON) beside a sound file."""
    return f"{audio.removesuffix('.mp3')}.chapters.json"


def card(slug: str) -> str:
    """the/<slug>.png, the picture shown where a page is shared."""
    return f"the/{slug}.png"


def illustration(genre: str) -> str:
    """hinh/<genre>.svg, the illustration of what has no picture of its own."""
    return f"hinh/{genre}.svg"


def icon(size: int) -> str:
    """bieu-tuong/<size>.png, a square of so many pixels."""
    return f"bieu-tuong/{size}.png"


def printed_line(subject: str, mark: str) -> str:
    """in-an/?ban=<mark>#<subject>: the line that answers for a sheet of this mark."""
    return f"{PRINTED}?ban={mark}#{subject}"


def printed_file(name: str) -> str:
    """in-an/<product>/<sheet>.<ending>: a sheet to download, or its picture."""
    return f"{PRINTED}{name}"


def image(path: str) -> str:
    """anh/<section>/<name>: a picture under content/."""
    return quote(f"anh/{path.removeprefix(CONTENT)}")


def attachment(path: str) -> str:
    """tep/<section>/<name>.pdf: a file under content/ that is handed out as it is."""
    return quote(f"tep/{path.removeprefix(CONTENT)}")


def split_link(href: str) -> SplitResult:
    """The parts of a link; one whose host or port cannot be one leads to another host all the same."""
    try:
        parts = urlsplit(href)
        _ = parts.port
    except ValueError:
        return SplitResult("", href, "", "", "")
    return parts


def resolve(known: Mapping[str, str], source: str, href: str) -> str | None:
    """A link written in the file `source` as an address of the site, fragment kept.

    `known` maps files of content/ to the addresses of their pages. None: not a link within content/ (another host, a
    mail address, a bare fragment), or one to a file that has no page and is no picture.
    """
    parts = split_link(href)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    target = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(parts.path)))
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    if target in known:
        return known[target] + fragment
    if not target.startswith(CONTENT) or target.endswith(".md"):
        return None
    return (attachment(target) if target.lower().endswith(".pdf") else image(target)) + fragment


def absolute(site_url: str, address: str) -> str:
    """The full address of a place on the site that lives at `site_url`."""
    return f"{site_url.rstrip('/')}/{address}"


def local(site_url: str, address: str) -> str:
    """The address from the server's root: `/…`, also where the site lives in a folder."""
    return f"{urlsplit(site_url).path.rstrip('/')}/{address}"
