"""A taste of `make fuzz` in every run: each target, some inputs, and all that was ever found."""

from __future__ import annotations

from random import Random

import pytest

from tests.fuzz import targets as targets_module
from tests.fuzz.mutation import mutate
from tests.fuzz.targets import Target, targets

TARGETS = targets()
FOUND = [
    ("front matter", "---\nm[:\n---"),
    (
        "log",
        "Số,Khung giờ,Phát lúc,Người phát,Kết quả,Số giây,SHA-256 của tệp,Ghi chú,Ghi lúc,Mã nối\n\x1e2,a,2026-11-20 16:30,,phát đủ,,,,2026-11-20 16:40,x\n",
    ),
]


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_sound_and_broken_inputs(target: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seeds as they are, then changed in a few places; here the heavy ones are light."""
    monkeypatch.setattr(targets_module, "heavy_bytes", 1_000)
    for seed in target.seeds:
        target.read(seed)
    source = Random(target.name)
    for _ in range(40):
        target.read(mutate(source, target.seeds))


@pytest.mark.parametrize(("name", "text"), FOUND)
def test_what_was_found_stays_mended(name: str, text: str) -> None:
    """Each input that once failed."""
    next(target for target in TARGETS if target.name == name).read(text)
