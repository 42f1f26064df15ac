"""What files say of one another: addresses are unique, names exist, days follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from loaphuong.content import references
from loaphuong.content.articles import Award, Correction
from loaphuong.content.frontmatter import FrontMatter
from loaphuong.core.where import Where
from tests.making import NOW, a_code, a_model, a_section, a_topic, an_article

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaphuong.core.problems import Problem

PUBLISHED = NOW - timedelta(days=7)
DAY = PUBLISHED.date()
ONE = timedelta(days=1)


def told(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """What is wrong, and where."""
    return [(found.id, str(found.where)) for found in problems]


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"updated_at": PUBLISHED}, []),
        ({"updated_at": PUBLISHED - timedelta(seconds=1)}, ["updated-too-early"]),
        ({"expires": DAY}, []),
        ({"expires": DAY - ONE}, ["expires-too-early"]),
        ({"expires": DAY + ONE, "broadcast_from": DAY + ONE}, []),
        ({"expires": DAY + ONE, "broadcast_from": DAY + 2 * ONE}, ["broadcast-after-expiry"]),
        ({"broadcast_from": DAY + ONE}, []),
        ({"award": Award("Giấy khen", "UBND phường")}, ["award-illustrative"]),
        ({"award": Award("Giấy khen", "UBND phường"), "illustrative": False}, []),
        ({"corrections": (Correction(DAY, "Sai.", "Đúng."),)}, []),
        ({"corrections": (Correction(DAY - ONE, "Sai.", "Đúng."),)}, ["correction-too-early"]),
    ],
)
def test_days_follow_one_another(changes: dict[str, Any], wrong: list[str]) -> None:
    """The same day is in time, the one before is not."""
    assert [found.id for found in references.days(an_article(published_at=PUBLISHED, **changes))] == wrong


@pytest.mark.parametrize(
    ("slug", "wrong"),
    [
        ("ngo-sach", None),
        ("2026", None),
        ("a" * 100, None),
        ("a" * 101, "slug-letters"),
        ("Ngõ sạch", "slug-letters"),
        ("ngo--sach", "slug-letters"),
        ("-ngo", "slug-letters"),
        ("ngo_sach", "slug-letters"),
        ("feed", "slug-reserved"),
        ("con", "slug-reserved"),
    ],
)
def test_an_address_is_ascii_short_and_free(slug: str, wrong: str | None) -> None:
    """Whether it is written or the file's name; what is wrong is told where it stands."""
    problems: list[Problem] = []
    keys = FrontMatter({"slug": slug}, {"slug": 4})
    assert references.slug_of(Where("content/a/x.md"), keys, problems) == (None if wrong else slug)
    assert told(problems) == ([(wrong, "content/a/x.md:4")] if wrong else [])
    problems.clear()
    nothing = FrontMatter({}, {})
    assert references.slug_of(Where(f"content/a/{slug}.md"), nothing, problems) == (None if wrong else slug)
    assert told(problems) == ([(wrong, f"content/a/{slug}.md")] if wrong else [])


def test_an_address_belongs_to_the_file_of_that_name() -> None:
    """Not to one that comes earlier and only says it."""
    by_name = an_article(slug="ngo", where=Where("content/b/ngo.md"))
    by_key = an_article(slug="ngo", where=Where("content/a/x.md"), lines={"slug": 3})
    (found,) = references.addresses([by_key, by_name])
    assert (found.id, str(found.where), dict(found.values)["other"]) == (
        "slug-taken",
        "content/a/x.md:3",
        "content/b/ngo.md",
    )


@pytest.mark.parametrize(
    ("alias", "wrong"),
    [
        ("ngo-cu", None),
        ("Ngõ cũ", "slug-letters"),
        ("a" * 101, "slug-letters"),
        ("feed", "slug-reserved"),
        ("khac", "slug-taken"),
    ],
)
def test_a_former_address_is_one_too(alias: str, wrong: str | None) -> None:
    """It stands in nobody's way, and is told at its own line."""
    article = an_article(
        slug="ngo", aliases=(alias,), where=Where("content/a/ngo.md"), lines={"aliases": 8, "aliases.0": 9}
    )
    found = told(references.addresses([article, an_article(slug="khac")]))
    assert found == ([(wrong, "content/a/ngo.md:9")] if wrong else [])


def test_two_may_not_have_had_one_address() -> None:
    """The second is told."""
    one, two = (an_article(slug=slug, aliases=("cu",), where=Where(f"content/a/{slug}.md")) for slug in ("mot", "hai"))
    assert told(references.addresses([one, two])) == [("slug-taken", "content/a/hai.md:1")]


NAMED = an_article(
    slug="ngo",
    where=Where("content/a/ngo.md"),
    topic="giu-sach",
    model="chung-cu",
    rules=("qd-1665#r1", "qd-1665#r9"),
    lines={"topic": 5, "model": 6, "rules": 7, "rules.1": 9},
)


def test_names_lead_to_what_there_is() -> None:
    """A topic, a model and a rule that nobody wrote are told at their lines, with the nearest that somebody did."""
    found = list(
        references.check([NAMED, a_topic("giu-sach-loi-di"), a_code(), a_model("chung-cu-van-hoa")], [], frozenset())
    )
    assert told(found) == [
        ("topic-unknown", "content/a/ngo.md:5"),
        ("model-unknown", "content/a/ngo.md:6"),
        ("rule-unknown", "content/a/ngo.md:9"),
    ]
    assert dict(found[0].values)["choices"] == "giu-sach-loi-di"
    made = [NAMED, a_topic("giu-sach"), a_code(rules=9), a_model("chung-cu")]
    assert not list(references.check(made, [], frozenset()))


def test_a_name_of_a_file_that_cannot_be_read_is_let_pass() -> None:
    """That file has a problem of its own."""
    assert not list(references.check([NAMED], [], frozenset({"giu-sach", "chung-cu", "qd-1665"})))


def test_rules_have_addresses_of_their_own() -> None:
    """ASCII, and no two alike in a code."""
    code = a_code(rules=3)
    first, second, third = code.rules
    rules = (first, replace(second, id=first.id), replace(third, id="Rác"))
    found = list(references.rule_ids(replace(code, rules=rules)))
    assert told(found) == [("rule-repeated", str(second.where)), ("slug-letters", str(third.where))]
    assert dict(found[0].values)["line"] == str(first.where.line)


def test_a_folder_is_an_address_too() -> None:
    """Its name is told, with one that would do."""
    (found,) = references.check([], [a_section("guong-tot"), a_section("Gương Sáng")], frozenset())
    assert (found.id, dict(found.values)["suggestion"]) == ("slug-letters", "guong-sang")


@pytest.mark.parametrize(
    ("name", "suggestion"), [("Bài hay.md", "bai-hay"), ("日本.md", "bai-viet"), (f"{'Ngõ ' * 40}.md", None)]
)
def test_an_address_that_is_none_has_one_suggested(name: str, suggestion: str | None) -> None:
    """In the letters of its name; what has none of ours is called an article; never longer than may be."""
    problems: list[Problem] = []
    assert references.slug_of(Where(f"content/guong-tot/{name}"), FrontMatter({}, {}), problems) is None
    said = dict(problems[0].values)["suggestion"]
    assert said == suggestion or (suggestion is None and len(str(said)) == references.SLUG_LENGTH)
