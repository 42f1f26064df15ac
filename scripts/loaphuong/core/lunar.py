"""The Vietnamese lunar calendar: a month begins with the new moon at 105° E, the eleventh has the winter solstice.

After Hồ Ngọc Đức, “Thuật toán tính âm lịch”, with the series of Jean Meeus, Astronomical Algorithms (1998).
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import floor, pi, sin
from typing import NamedTuple

FIRST = date(1, 1, 1).toordinal() - 1_721_426  # ordinal of julian day 0
ZONE_DAYS = 7 / 24
MONTH_DAYS = 29.530588853
EPOCH = 2_415_021.076998695  # the new moon of January 1900
NAMES = {1: "Giêng", 12: "Chạp"}
FIRST_DAYS = 10


class Lunar(NamedTuple):
    """A day of the lunar calendar; `leap`: tháng nhuận."""

    day: int
    month: int
    leap: bool = False

    def __str__(self) -> str:
        """Mùng 8 tháng Chạp."""
        first = "mùng " if self.day <= FIRST_DAYS else "ngày "
        return f"{first}{self.day} tháng {NAMES.get(self.month, self.month)}{' nhuận' if self.leap else ''} âm lịch"


def julian(day: date) -> int:
    """The julian day number at noon."""
    return day.toordinal() - FIRST


@lru_cache(maxsize=256)
def new_moon(index: int) -> int:
    """The julian day, here, of the new moon that is `index` months after that of January 1900."""
    t = index / 1236.85
    t2, t3 = t * t, t * t * t
    rad = pi / 180
    mean = 2_415_020.75933 + 29.53058868 * index + 0.0001178 * t2 - 0.000000155 * t3
    mean += 0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t2) * rad)
    sun = (359.2242 + 29.10535608 * index - 0.0000333 * t2 - 0.00000347 * t3) * rad
    moon = (306.0253 + 385.81691806 * index + 0.0107306 * t2 + 0.00001236 * t3) * rad
    node = (21.2964 + 390.67050646 * index - 0.0016528 * t2 - 0.00000239 * t3) * rad
    shift = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun) - 0.4068 * sin(moon) + 0.0161 * sin(2 * moon)
    shift += -0.0004 * sin(3 * moon) + 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    shift += 0.0004 * sin(2 * node + sun) - 0.0004 * sin(2 * node - sun) - 0.0006 * sin(2 * node + moon)
    shift += 0.0010 * sin(2 * node - moon) + 0.0005 * sin(2 * moon + sun)
    clock = -0.000278 + 0.000265 * t + 0.000262 * t2
    return floor(mean + shift - clock + 0.5 + ZONE_DAYS)


@lru_cache(maxsize=256)
def solar_term(day: int) -> int:
    """Which twelfth of its way the sun is on at the start of a julian day here; 9 begins with the winter solstice."""
    t = (day - 2_451_545.5 - ZONE_DAYS) / 36525
    t2 = t * t
    rad = pi / 180
    mean = (357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * rad
    longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t2
    longitude += (1.914600 - 0.004817 * t - 0.000014 * t2) * sin(mean)
    longitude += (0.019993 - 0.000101 * t) * sin(2 * mean) + 0.000290 * sin(3 * mean)
    return floor((longitude % 360) / 30)


def eleventh_month(year: int) -> int:
    """The index of the new moon that begins the eleventh month of a year."""
    index = floor((julian(date(year, 12, 31)) - 2_415_021) / MONTH_DAYS)
    return index - 1 if solar_term(new_moon(index)) >= 9 else index


def lunar(day: date) -> Lunar:
    """The lunar day of a day of 1900 to 2199."""
    number = julian(day)
    index = floor((number - EPOCH) / MONTH_DAYS)
    index += new_moon(index + 1) <= number
    index -= new_moon(index) > number
    start = new_moon(index)
    before = eleventh_month(day.year)
    if new_moon(before) >= start and before != index:
        before = eleventh_month(day.year - 1)
    after = eleventh_month(date.fromordinal(new_moon(before) + FIRST).year + 1)
    place = index - before
    leap = leap_month(before) if after - before > 12 else 99
    month = (place - (place >= leap) + 10) % 12 + 1
    return Lunar(number - start + 1, month, place == leap)


def leap_month(before: int) -> int:
    """Which month after the eleventh repeats the one before: the first in which the sun comes to no new twelfth."""
    terms = [solar_term(new_moon(before + place)) for place in range(1, 15)]
    return next(place for place in range(1, 14) if terms[place - 1] == terms[place])
