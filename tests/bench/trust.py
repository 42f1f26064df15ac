"""What trust costs for 2,000 articles, over the floor of hashing their bytes once; and how many names are seen."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import subprocess
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from loaphuong.app.refresh import show_site
from loaphuong.app.ward import load
from loaphuong.content import consent
from loaphuong.content.consent import names
from loaphuong.content.load import load as load_content
from loaphuong.core.digest import of_file
from loaphuong.core.project import Project
from loaphuong.radio.newsroom import Newsroom
from loaphuong.speech import script
from loaphuong.trust import approval, registry, signing
from loaphuong.trust.registry import Approval
from tests.app.ward import APPROVER, OFFICE, ward
from tests.making import HANOI, NOW
from tests.package import ROOT
from tests.trust.approval.test_text import (
    article,
    draw_bodies,
    draw_heads,
    of_body,
    same_text,
    seen_and_heard,
    shown_values,
)
from tests.trust.test_ledger import merge_at_random, two_clones

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaphuong.content.articles import Article

ARTICLES = 2000
SIGNED = 100
PAIRS, SEED = int(os.environ.get("LOA_PAIRS", "100000")), int(os.environ.get("LOA_SEED", "7"))
TWINS, MERGES = 300, 50
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
    parts = (chance.choice(sorted(names.FAMILIES)).title(), chance.choice(MIDDLE), chance.choice(GIVEN))
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
    known = replace(content, articles=tuple(many[:ARTICLES]))
    start = time.process_time()
    for each in known.articles:
        hashlib.sha256(each.source_text.encode()).hexdigest()
    floor = time.process_time() - start
    texts = approval.texts(known, {}.get)
    register = registry.register(approval.approve(text, "Lê Thị Bình", "Phó Chủ tịch", NOW) for text in texts.values())
    print(f"{'floor: bytes hashed once':<34}{floor:>8.3f} s")
    measured("forms of all texts", floor, lambda: approval.texts(known, {}.get))
    stands = approval.find_standing(ROOT, known, texts, register)
    measured("what stands", floor, lambda: approval.find_standing(ROOT, known, texts, register))
    measured("what may be published", floor, lambda: approval.select_publishable(stands, register, NOW))
    measured("consent and names", floor, lambda: consent.check(known))
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
        Project(root).signers.parent.mkdir()
        Project(root).signers.write_text(f"le-thi-binh {key.with_suffix('.pub').read_text()}")
        given = [Approval(f"bai-{number}", "a" * 64, "Lê Thị Bình", "Phó Chủ tịch", NOW) for number in range(SIGNED)]
        registry.append(root, *given, sign=signing.signer(root, key, given[0], registry.register(())))
        start = time.monotonic()
        kept, problems = signing.keep_trusted(registry.read(root, HANOI)[0], root)
        if problems or len(kept.approvals) != SIGNED:
            raise SystemExit(f"signatures that do not hold: {problems}")
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


def one_reading() -> None:
    """Pairs of bodies: the same text exactly when page and voice make the same of them."""
    compare("bodies", draw_bodies, of_body, seen_and_heard)


def one_typing() -> None:
    """Pairs of front matters: the same text exactly when they come to the same values."""
    compare("front matters", draw_heads, article, shown_values)


def compare(
    what: str,
    draw: Callable[[random.Random], tuple[str, str]],
    make: Callable[[str], Article | None],
    shown: Callable[[Article], object],
) -> None:
    """As many pairs as asked, no two alike; those of which one is no article are drawn again."""
    chance, seen, alike, drawn = random.Random(SEED), set[int](), 0, 0
    while len(seen) < PAIRS:
        pair = draw(chance)
        drawn += 1
        first, other = (make(each) for each in pair)
        if first is None or other is None or hash(pair) in seen:
            continue
        same = same_text(first, other)
        if same is not (shown(first) == shown(other)):
            raise SystemExit(f"one reading, two texts: {pair!r}")
        seen.add(hash(pair))
        alike += same and pair[0] != pair[1]
    print(
        f"{f'pairs of {what} compared':<34}{len(seen):>8,}   ({alike:,} typed otherwise and the same; {drawn:,} drawn)"
    )


def one_site() -> None:
    """A ward whose approved texts are all typed anew: does any file of the site change, is anything said otherwise?"""
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        root = ward(Path(folder), approved=False)
        twins = [draw_twins(chance) for _ in range(TWINS)]
        write_all(root, [first for first, _ in twins])
        texts = load(root, NOW).texts.values()
        registry.append(root, *(approval.approve(text, APPROVER, OFFICE, NOW) for text in texts))
        for text in texts:
            approval.records.keep(root, text)
        before = look(root)
        write_all(root, [other for _, other in twins])
        after = look(root)
    changed = [name for name in {*before, *after} if before.get(name) != after.get(name)]
    print(
        f"{'texts typed anew in a whole site':<34}{TWINS:>8}   ({len(before):,} files and readings, {len(changed)} changed)"
    )
    if changed:
        raise SystemExit(f"one text, two sites: {changed[:5]}")


def draw_twins(chance: random.Random) -> tuple[str, str]:
    """Two files that are one text, typed otherwise, with no picture or rule that the ward has not."""
    while True:
        heads, bodies = draw_heads(chance), draw_bodies(chance)
        if any(key in heads[0] for key in ("image:", "rules:")):
            continue
        made = [article(head, body) for head, body in zip(heads, bodies, strict=True)]
        if made[0] and made[1] and bodies[0] != bodies[1] and same_text(made[0], made[1]):
            first, other = (f"---\n{head}---\n\n{body}" for head, body in zip(heads, bodies, strict=True))
            return first, other


def write_all(root: Path, texts: list[str]) -> None:
    """Each as an article of its own."""
    for number, text in enumerate(texts):
        (root / f"content/guong-tot/thu-{number}.md").write_bytes(text.encode())


def look(root: Path) -> dict[str, object]:
    """Every file of the site, and what is said of each article."""
    found = Newsroom(load(root, NOW)).ward_with(())
    show_site(found, {})
    files = (path for path in (root / "site").rglob("*") if path.is_file())
    shown: dict[str, object] = {path.relative_to(root).as_posix(): of_file(path) for path in files}
    for each in found.public.articles:
        reads, _ = found.readings.read_all(script.article(each, found.station.pauses).lines)
        shown[each.slug] = [sentence for read in reads for sentence in read.sentences]
    return shown


def merges() -> None:
    """Two clones that each note lines and take the other's, fifty ways: is any line lost, is there any conflict?"""
    lost = 0
    for seed in range(MERGES):
        with tempfile.TemporaryDirectory() as folder:
            written, found = merge_at_random(two_clones(Path(folder)), random.Random(seed))
            lost += len(written - found)
    print(f"{'ways two clones merged':<34}{MERGES:>8}   ({lost} lines lost)")


def main() -> None:
    """All of it."""
    one_reading()
    one_typing()
    one_site()
    merges()
    costs()
    signatures()
    sight()


if __name__ == "__main__":
    main()
