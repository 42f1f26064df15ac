"""What an article can be. A genre is one member here, with everything in the house that depends on it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Traits(NamedTuple):
    """What is different from genre to genre.

    `label` is what staff and residents call it, `announced` what it is called on air before its title, `folder` the
    section in which `loa new` begins one. `anonymous`: no private person may be named or found. `reply`: it answers a
    resident, and is shown beside the letter box.
    """

    label: str
    announced: str = "bài"
    folder: str = ""
    anonymous: bool = False
    reply: bool = False


class Genre(StrEnum):
    """Thể loại of an article: the word editors write, and its traits."""

    traits: Traits

    EXEMPLAR = "guong", Traits("gương người tốt, việc tốt", folder="guong-tot")
    CONDUCT = "ung_xu", Traits("nếp ứng xử", folder="net-dep-ung-xu")
    GOOD_PRACTICE = "cach_lam_hay", Traits("cách làm hay")
    MODEL = "mo_hinh", Traits("mô hình", folder="mo-hinh-hay")
    CRITIQUE = "phe_phan", Traits("phê bình hành vi chưa đẹp", folder="nhac-nho", anonymous=True)
    NOTICE = "thong_bao", Traits("thông báo, nhắc nhở", folder="ke-hoach-thong-bao")
    REPLY = "tra_loi", Traits("trả lời góp ý", folder="tra-loi-gop-y", reply=True)

    def __new__(cls, value: str, traits: Traits) -> Genre:
        """A member that is equal to its word."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.traits = traits
        return member

    @property
    def label(self) -> str:
        """What staff and residents call it."""
        return self.traits.label

    @classmethod
    def choose_for(cls, folder: str) -> Genre:
        """The genre of a new article in a section; most are of conduct."""
        return next((genre for genre in cls if genre.traits.folder == folder), cls.CONDUCT)
