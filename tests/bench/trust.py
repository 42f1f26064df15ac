"""What trust costs for 2,000 articles, over the floor of hashing their bytes once; and how many names are seen."""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.content import consent
from loaphuong.content.consent import names
from loaphuong.content.load import load as load_content
from loaphuong.speech.nouns import LexiconEntry
from loaphuong.trust import approval, registry, signing
from tests.making import HANOI, NOW
from tests.package import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLES = 2000
SIGNED = 100
GIVEN = "An Bình Chi Dũng Giang Hà Hạnh Hoa Hùng Hương Khánh Lan Linh Mai Minh Nam Nga Phương Quân Sơn Thảo Thu Tuấn Vân".split()  # noqa: SIM905 - names are read as words
MIDDLE = ["Văn", "Thị", "Đức", "Ngọc", "Minh", "Thu", ""]
TELLS = [
    "Bà {} quét ngõ từ sớm.",
    "Theo {}, việc này dễ.",
    "cán bộ {} hướng dẫn",
    "Chiều qua, {} trả lại ví.",
    "TỔ TRƯỞNG {}",
]
PLACES = [
    "đường {}",
    "phố {}",
    "Trường THCS {}",
    "quận {}",
    "công viên {}",
    "các phố {} và {}",
    "giải thưởng {}",
    "chợ {}",
]


def a_name(chance: random.Random) -> str:
    """A name as many people have it."""
    parts = (chance.choice(sorted(names.SURNAMES)).title(), chance.choice(MIDDLE), chance.choice(GIVEN))
    return " ".join(part for part in parts if part)


def measured(what: str, floor: float, work: Callable[[], object]) -> None:
    """One line: seconds of processor time and times the floor."""
    start = time.process_time()
    work()
    seconds = time.process_time() - start
    print(f"{what:<34}{seconds:>8.2f} s{seconds / floor:>8.0f} ×")


def costs() -> None:
    """Digests, what may be published, consent, the register."""
    content, _ = load_content(ROOT)
    given = [article for article in content.articles if article.source_text]
    many = [replace(each, slug=f"{each.slug}-{turn}") for turn in range(-(-ARTICLES // len(given))) for each in given]
    ward = replace(content, articles=tuple(many[:ARTICLES]))
    around = approval.Around.of(
        {f"content/hinh-anh/{number}.jpg": "0" * 64 for number in range(2000)},
        [LexiconEntry(f"từ{number} lạ", "từ lạ") for number in range(1000)],
    )
    start = time.process_time()
    for article in ward.articles:
        hashlib.sha256(article.source_text.encode()).hexdigest()
    floor = time.process_time() - start
    texts = approval.texts(ward, around)
    digests = approval.digests(texts)
    register = registry.register(approval.approve(text, "Lê Thị Bình", "Phó Chủ tịch", NOW) for text in texts.values())
    print(f"{'floor: bytes hashed once':<34}{floor:>8.3f} s")
    measured("digests of all texts", floor, lambda: approval.digests(approval.texts(ward, around)))
    measured("what may be published", floor, lambda: approval.publishable(ward, register, digests, NOW))
    measured("consent and names", floor, lambda: consent.check(ward))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        measured("register written", floor, lambda: registry.append(root, *register.entries))
        measured("register read", floor, lambda: registry.read(root, HANOI))


def signatures() -> None:
    """How long checking signatures takes, side by side."""
    if not shutil.which(signing.PROGRAM):
        return
    with tempfile.TemporaryDirectory() as folder:
        key, root = Path(folder) / "key", Path(folder)
        subprocess.run([signing.PROGRAM, "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
        (root / "content").mkdir()
        (root / signing.SIGNERS).write_text(f"le-thi-binh {key.with_suffix('.pub').read_text()}")
        text = next(iter(approval.texts(load_content(ROOT)[0], approval.Around.of({})).values()))
        one = signing.sign(approval.approve(text, "Lê Thị Bình", "Phó Chủ tịch", NOW), key)
        register = registry.register(replace(one, name=f"bai-{number}") for number in range(SIGNED))
        start = time.monotonic()
        signing.trusted(register, root)
        print(f"{f'{SIGNED} signatures checked':<34}{time.monotonic() - start:>8.2f} s on the clock")


def sight() -> None:
    """Names in sentences that must be seen, names of places that must not."""
    chance = random.Random(7)
    seen = sum(bool(names.find(chance.choice(TELLS).format(a_name(chance)))) for _ in range(5000))
    places = sum(
        bool(names.find(f"Bà con {chance.choice(PLACES).format(a_name(chance), a_name(chance))} cùng dọn dẹp."))
        for _ in range(5000)
    )
    print(f"{'names seen':<34}{seen / 50:>8.1f} %")
    print(f"{'places taken for names':<34}{places / 50:>8.1f} %")


def main() -> None:
    """All of it."""
    costs()
    signatures()
    sight()


if __name__ == "__main__":
    main()
