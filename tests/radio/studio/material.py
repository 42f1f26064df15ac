"""What the studio's tests and benchmarks record: whole bulletins of plain sentences, the same in every run."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaphuong.core.where import Where
from loaphuong.radio import studio
from loaphuong.radio.programme import Item, Programme
from loaphuong.speech import voices
from loaphuong.speech.nouns import Role, SpokenText, Utterance
from loaphuong.station.show import ItemKind
from tests.making import a_slot, a_station

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.radio.programme import Slot
    from loaphuong.station.nouns import Station

WORDS = [
    "sáng",
    "nào",
    "bà",
    "con",
    "trong",
    "ngõ",
    "cũng",
    "quét",
    "sạch",
    "lối",
    "đi",
    "trước",
    "khi",
    "các",
    "cháu",
    "đến",
    "trường",
    "học",
    "chiều",
    "thứ",
    "bảy",
    "cả",
    "tổ",
    "dân",
    "phố",
    "cùng",
    "nhau",
    "dọn",
    "rác",
    "trồng",
    "cây",
    "tưới",
    "hoa",
    "và",
    "nhắc",
    "nhau",
    "để",
    "xe",
    "gọn",
    "vào",
    "vạch",
    "người",
    "già",
    "ra",
    "công",
    "viên",
    "tập",
    "thể",
    "dục",
    "em",
    "nhỏ",
    "chào",
    "hỏi",
    "lễ",
    "phép",
    "khách",
    "đến",
    "nhà",
    "ai",
    "cũng",
    "thấy",
    "ấm",
    "lòng",
]
SHAPE = (
    (ItemKind.IDENT, 2, "Lời xướng"),
    (ItemKind.CONTENTS, 3, "Giới thiệu nội dung"),
    (ItemKind.ARTICLE, 34, "Con ngõ sạch mỗi sớm mai"),
    (ItemKind.ARTICLE, 34, "Bữa cơm chung của khu tập thể"),
    (ItemKind.ARTICLE, 32, "Tiếng chào ở cổng trường"),
    (ItemKind.RULES, 10, "Nhắc nhau cùng thực hiện"),
    (ItemKind.RECAP, 2, "Điểm lại"),
    (ItemKind.SIGN_OFF, 3, "Chào kết"),
)
FEW = (SHAPE[0], SHAPE[2], SHAPE[5], SHAPE[7])


@dataclass(frozen=True, slots=True)
class Material:
    """A running order and its sentences."""

    programme: Programme
    utterances: tuple[Utterance, ...]
    title: str = "Nếp sống đẹp phường ta"


def a_sentence(seed: str, syllables: int) -> str:
    """Words that no other seed gives."""
    dice = random.Random(seed)
    return " ".join(dice.choice(WORDS) for _ in range(syllables))


def some_material(
    slot: Slot | None = None,
    *,
    seed: str = "1",
    scale: float = 1.0,
    syllables: int = 10,
    shape: tuple[tuple[ItemKind, int, str], ...] = SHAPE,
) -> Material:
    """The reference programme: 120 sentences in 8 items, two announcers in turn; `scale` makes it shorter."""
    items, utterances = [], []
    for place, (kind, count, title) in enumerate(shape):
        refs = (f"bai-{place}",) if kind is ItemKind.ARTICLE else ()
        items.append(Item(kind, title, refs))
        for number in range(max(round(count * scale), 1)):
            words = a_sentence(f"{seed}/{place}/{number}", syllables + (number * 7) % 5 - 2)
            last = number == max(round(count * scale), 1) - 1
            utterances.append(
                Utterance(
                    spoken=SpokenText(f"{words}."),
                    written=f"{words.capitalize()}.",
                    voice="lan" if place % 2 == 0 else "minh",
                    role=Role.LEAD_IN if number == 0 else Role.PARAGRAPH,
                    pause_ms=700 if last else 500 if number % 4 == 3 else 350,
                    where=Where(f"content/bai-{place}.md", 10 + number),
                    item=place,
                )
            )
    return Material(Programme(slot or a_slot(), tuple(items)), tuple(utterances))


def a_desk(root: Path, station: Station | None = None, jobs: int = 1) -> studio.Studio:
    """A studio in a folder, with the real voices."""
    station = station or a_station()
    return studio.Studio(
        root=root,
        station=station,
        identities=voices.identities(station.voices, root),
        speak=lambda said: voices.render(said, station.voices, root, jobs=jobs),
        jobs=jobs,
    )
