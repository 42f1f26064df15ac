"""A digest names a value: the same everywhere, another for anything that differs."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaphuong.content.genres import Genre
from loaphuong.core.digest import digest
from loaphuong.core.where import Where
from loaphuong.speech.nouns import SpokenText
from tests.making import NOW, an_article


@dataclass(frozen=True)
class Twin:
    """A value with the same fields as a SpokenText and another name."""

    words: str


def test_digests_are_pinned() -> None:
    """A literal that changes means that every cache and every approval is void: raise VERSION and say so."""
    assert digest() == "1788f993b4772e3516f5409992386cee14668f98ca23773646f1670a8ffaf8d9"
    assert (
        digest("một", 2, 3.5, None, True, (b"x",), {"b": 1, "a": date(2026, 11, 21)})
        == "4a76b3aa5e7282deb624037ac7742f155b92cd9eec2d7d4b261db954d00ea852"
    )
    assert digest(SpokenText("chào bà con.")) == "86ef33029f558f12a9b2354b8872c93a8a5aba18784b2f02726539120a15f008"


def test_another_process_says_the_same() -> None:
    """Hash seeds and locales have no part in it."""
    code = "from loaphuong.core.digest import digest; print(digest({'b': 1, 'a': ('ngõ', None)}))"
    outputs = {
        subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "LC_ALL": "C"}, check=True,
                       capture_output=True, text=True).stdout.strip()
        for seed in ("0", "1")
    }  # fmt: skip
    assert outputs == {digest({"a": ("ngõ", None), "b": 1})}


DIFFERENT = [
    ((), (None,)),
    (("a", "b"), ("ab",)),
    ((("a",), "b"), ("a", ("b",))),
    ((1,), ("1",)),
    ((True,), (1,)),
    ((None,), ("None",)),
    ((SpokenText("a"),), (Twin("a"),)),
    ((date(2026, 11, 21),), (datetime(2026, 11, 21, tzinfo=UTC),)),
    ((NOW,), (NOW + timedelta(microseconds=1),)),
    ((NOW,), (NOW.replace(tzinfo=timezone(timedelta(hours=8))),)),
    ((time(16, 30),), (time(16, 31),)),
    (("hòa",), ("hoà",)),
    ((an_article(),), (replace(an_article(), where=Where("content/x.md")),)),
]


@pytest.mark.parametrize(("first", "second"), DIFFERENT, ids=range(len(DIFFERENT)))
def test_what_differs_is_told_apart(first: tuple[object, ...], second: tuple[object, ...]) -> None:
    """Kinds, places and nesting all count."""
    assert digest(*first) != digest(*second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("a", "b"), ["a", "b"]),
        ({"a": 1, "b": 2}, MappingProxyType({"b": 2, "a": 1})),
        (Genre.NOTICE, "thong_bao"),
        (an_article(), replace(an_article(), source_text="khác", lines={"title": 2})),
    ],
)
def test_what_is_equal_is_one(first: object, second: object) -> None:
    """The order of keys, the kind of sequence, and fields that are not compared do not count."""
    assert digest(first) == digest(second)


@pytest.mark.parametrize("value", [object(), {1, 2}, float("nan"), float("inf"), timedelta(1), 1j])
def test_what_has_no_stable_form_is_refused(value: object) -> None:
    """Better no digest than one that changes."""
    with pytest.raises((TypeError, ValueError)):
        digest(value)


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])) | st.dates(),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.text("abc"), inner, max_size=3),
    max_leaves=8,
)


@given(plain, plain)
def test_equal_values_and_equal_digests(first: object, second: object) -> None:
    """One value, one digest; two digests, two values."""
    assert (digest(first) == digest(second)) or repr(first) != repr(second)
    assert len(digest(first)) == 64
