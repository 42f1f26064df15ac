"""What staff and residents call the values of the model, in Vietnamese."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from loaphuong.content.nouns import Genre

if TYPE_CHECKING:
    from collections.abc import Mapping

GENRES: Mapping[Genre, str] = MappingProxyType(
    {
        Genre.EXEMPLAR: "gương người tốt, việc tốt",
        Genre.CONDUCT: "nếp ứng xử",
        Genre.GOOD_PRACTICE: "cách làm hay",
        Genre.MODEL: "mô hình",
        Genre.CRITIQUE: "phê bình hành vi chưa đẹp",
        Genre.NOTICE: "thông báo, nhắc nhở",
        Genre.REPLY: "trả lời góp ý",
    }
)
