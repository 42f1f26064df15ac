"""Every word that is the page's own follows the ward's language: one that nobody speaks shows what escapes it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from loaphuong.core import messages
from loaphuong.web import discovery, feeds, search
from tests.web.pages.ward import a_ward
from tests.web.site.place import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Proof of translation: no text of the page holds this mark unless it came through gettext.
MARK = "⟦"
VIETNAMESE = messages.LOCALE / "vi" / "LC_MESSAGES"
VOICED = frozenset({"aria-label", "placeholder", "alt", "title"})
SILENT = frozenset({"script", "style", "svg"})


@cache
def texts_of_the_page() -> dict[str, str]:
    """The Vietnamese words of the page, by their ids."""
    words = {}
    for domain in (messages.COMMAND, messages.PAGE):
        with (VIETNAMESE / f"{domain}.po").open("rb") as stream:
            words |= {str(each.id): str(each.string) for each in read_po(stream) if each.id}
    return words


def quoted(text: str) -> str:
    """As a .po file has it."""
    return json.dumps(text, ensure_ascii=False)


class Told(HTMLParser):
    """What a page says to eyes and ears."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Labels."""
        if tag in SILENT:
            self.inside.append(tag)
        self.found += [value for name, value in attrs if name in VOICED and value]

    def handle_endtag(self, tag: str) -> None:
        """Out of what is not read."""
        if tag in SILENT and self.inside:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        """Words."""
        if data.strip() and not self.inside:
            self.found.append(" ".join(data.split()))


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A site in a language where every word of the page is its id between brackets."""
    locale = tmp_path_factory.mktemp("locale")
    written = locale / "xx" / "LC_MESSAGES" / "page.po"
    written.parent.mkdir(parents=True)
    entries = (f"msgid {quoted(each)}\nmsgstr {quoted(f'⟦{each}⟧')}\n" for each in texts_of_the_page())
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    written.write_text(head + "\n".join(entries), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(messages, "LOCALE", locale)
        messages.catalogue.cache_clear()
        edition = a_ward(8)
        station = replace(edition.station, ward=replace(edition.station.ward, language="xx"))
        edition = replace(edition, station=station)
        root = tmp_path_factory.mktemp("ward")
        extra = {**feeds.render(edition), **discovery.render(edition, root), **search.render(edition, {})}
        yield build(edition, root, extra=extra)
    messages.catalogue.cache_clear()


def ours(text: str) -> set[str]:
    """The words of the page in Vietnamese that stand by themselves in a text."""
    return {text, text.rstrip(":"), text.strip("· ")} & standing_alone()


@cache
def standing_alone() -> frozenset[str]:
    """The Vietnamese of the page that takes no value."""
    return frozenset(said for said in texts_of_the_page().values() if len(said) > 1 and "{" not in said)


def test_no_page_says_a_word_outside_gettext(pseudo: Path) -> None:
    """No word of the page is left in Vietnamese; names, titles and texts of the ward are the editors'."""
    escaped: dict[str, set[str]] = {}
    shown = 0
    # What editors and the station wrote here in the same words.
    written = {"Góp ý", "Quy tắc", "Mô hình", "Chuyên đề", "Quy tắc ứng xử", "Về phường", "Bản tin", "Toàn phường"}
    for path in pseudo.rglob("*.html"):
        told = Told(path.read_text(encoding="utf-8")).found
        shown += sum(MARK in each for each in told)
        if left := {word for each in told for word in ours(each)} - written:
            escaped[path.relative_to(pseudo).as_posix()] = left
    assert shown > 500
    assert not escaped


def test_scripts_styles_and_lists_follow(pseudo: Path) -> None:
    """So do what scripts say, what a feed says of itself, the search's groups and the name of a weekday."""
    assert '"⟦Link copied⟧"' in (pseudo / "assets/javascripts/loa.js").read_text(encoding="utf-8")
    assert 'content: "⟦This is a feed' in (pseudo / "feed.css").read_text(encoding="utf-8")
    assert "⟦Friday⟧" in (pseudo / "lich-phat/index.html").read_text(encoding="utf-8")
    assert "⟦Radio bulletin⟧" in json.loads((pseudo / "tim-kiem/muc-luc.json").read_text(encoding="utf-8"))["groups"]
    assert re.search(r"<language>xx</language>", (pseudo / "feed.xml").read_text(encoding="utf-8"))
    assert '<html lang="xx">' in (pseudo / "404.html").read_text(encoding="utf-8")
