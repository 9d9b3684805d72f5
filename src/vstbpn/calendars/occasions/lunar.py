"""The Vietnamese lunar calendar (âm lịch): which days its months begin on, from the moon and the sun at UTC+7.

A month begins on the day of a new moon. The winter solstice lies in month 11; where thirteen months lie between two such
months, the first of them without a principal term (trung khí) is a leap month and takes the number of the one before.

New moons and the sun's place follow Jean Meeus, Astronomical Algorithms (second edition), chapters 49 and 25, with the
terms that matter to a few seconds. The days so found are those of UTC+7 in all years; calendars printed when another
clock was kept differ in some of them. The new moons of December 2072, November 2077 and October 2085 fall so close to
midnight that the slowing of the earth will decide on which day they are.
"""

import datetime
import math
from functools import lru_cache
from typing import NamedTuple

from vstbpn.errors import InvalidValueError, shown

FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR = 1901, 2100
"""The lunar years whose New Years have been held against published tables."""

_J2000 = 2451545.0
_JULIAN_DAY_ZERO = 1721424.5  # The Julian day on which the day of ordinal 0 begins.
_UTC_7 = 7 / 24
_LUNATIONS_A_YEAR = 12.3685
_SIGN_OF_SOLSTICE = 9

# (days, multiples of: sun's anomaly, moon's anomaly, moon's argument of latitude, power of the orbit's eccentricity)
_NEW_MOON = (
    (-0.40720, 0, 1, 0, 0),
    (0.17241, 1, 0, 0, 1),
    (0.01608, 0, 2, 0, 0),
    (0.01039, 0, 0, 2, 0),
    (0.00739, -1, 1, 0, 1),
    (-0.00514, 1, 1, 0, 1),
    (0.00208, 2, 0, 0, 2),
    (-0.00111, 0, 1, -2, 0),
    (-0.00057, 0, 1, 2, 0),
    (0.00056, 1, 2, 0, 1),
    (-0.00042, 0, 3, 0, 0),
    (0.00042, 1, 0, 2, 1),
    (0.00038, 1, 0, -2, 1),
    (-0.00024, -1, 2, 0, 1),
    (-0.00007, 2, 1, 0, 0),
    (0.00004, 0, 2, -2, 0),
    (0.00004, 3, 0, 0, 0),
)
# (days, degrees at the first lunation, degrees for each): what the planets do to it.
_PLANETS = (
    (0.000325, 299.77, 0.107408),
    (0.000165, 251.88, 0.016321),
    (0.000164, 251.83, 26.651886),
    (0.000126, 349.42, 36.412478),
    (0.000110, 84.66, 18.206239),
    (0.000062, 141.74, 53.303771),
    (0.000060, 207.14, 2.453732),
    (0.000056, 154.84, 7.306860),
    (0.000047, 34.52, 27.261239),
    (0.000042, 207.19, 0.121824),
    (0.000040, 291.34, 1.844379),
    (0.000037, 161.72, 24.198154),
    (0.000035, 239.56, 25.513099),
)


class LunarMonth(NamedTuple):
    """A month of a lunar year (tháng âm lịch): its number, whether it is a leap one, its first day and its length."""

    number: int
    leap: bool
    start: datetime.date
    days: int


@lru_cache(maxsize=512)
def lunar_months(year: int) -> tuple[LunarMonth, ...]:
    """The months of a lunar year, from Tết on: 12, or 13 with a leap month.

    Raises:
        InvalidValueError: The year is outside 1901 to 2100.

    >>> str(lunar_months(2026)[0].start)
    '2026-02-17'
    >>> [month.number for month in lunar_months(2025) if month.leap]
    [6]
    """
    if not FIRST_LUNAR_YEAR <= year <= LAST_LUNAR_YEAR:
        reason = f"the lunar calendar is known from {FIRST_LUNAR_YEAR} to {LAST_LUNAR_YEAR}"
        raise InvalidValueError("lunar year", shown(year), reason)
    # From one month 11 to the next the months run 11, 12, 1 … 10: a year has its first ten from one such run.
    months = [*_from_solstice(year - 1), *_from_solstice(year)]
    tet = next(place for place, month in enumerate(months) if month.number == 1)
    after = next(place for place, month in enumerate(months) if month.number == 1 and place > tet + 11)
    return tuple(months[tet:after])


def _from_solstice(year: int) -> list[LunarMonth]:
    """The months from month 11 of a year up to month 11 of the next."""
    first, after = _solstice_lunation(year), _solstice_lunation(year + 1)
    leap = None
    if after - first == 13:
        leap = next(k for k in range(first, after) if _sign(_new_moon(k)) == _sign(_new_moon(k + 1)))
    months = []
    for k in range(first, after):
        number = (10 + k - first - (leap is not None and k >= leap)) % 12 + 1
        start = _new_moon(k)
        months.append(LunarMonth(number, k == leap, datetime.date.fromordinal(start), _new_moon(k + 1) - start))
    return months


@lru_cache(maxsize=512)
def _solstice_lunation(year: int) -> int:
    """The number of the lunation, counted from January 2000, that holds the winter solstice of a year."""
    k = math.ceil((year + 1 - 2000) * _LUNATIONS_A_YEAR)
    # Early in January the sun stands in its tenth sign, which it entered at the solstice.
    while _sign(_new_moon(k)) >= _SIGN_OF_SOLSTICE:
        k -= 1
    return k


@lru_cache(maxsize=4096)
def _new_moon(k: int) -> int:
    """The ordinal of the day at UTC+7 on which a new moon falls (Meeus, chapter 49)."""
    t = k / 1236.85
    moment = 2451550.09766 + 29.530588861 * k + 0.00015437 * t**2 - 0.000000150 * t**3
    sun = math.radians(2.5534 + 29.10535670 * k - 0.0000014 * t**2)
    moon = math.radians(201.5643 + 385.81693528 * k + 0.0107582 * t**2)
    latitude = math.radians(160.7108 + 390.67050284 * k - 0.0016118 * t**2)
    node = math.radians(124.7746 - 1.56375588 * k + 0.0020672 * t**2)
    eccentricity = 1 - 0.002516 * t - 0.0000074 * t**2
    moment += sum(
        days * eccentricity**power * math.sin(a * sun + b * moon + c * latitude) for days, a, b, c, power in _NEW_MOON
    )
    moment += sum(days * math.sin(math.radians(degrees + each * k)) for days, degrees, each in _PLANETS)
    moment -= 0.00017 * math.sin(node)
    return math.floor(moment - _clock_lag(moment) + _UTC_7 - _JULIAN_DAY_ZERO)


@lru_cache(maxsize=4096)
def _sign(ordinal: int) -> int:
    """In which twelfth of its path the sun stands as a day begins at UTC+7, from 0 at the spring equinox (Meeus, chapter 25)."""
    moment = ordinal + _JULIAN_DAY_ZERO - _UTC_7
    t = (moment + _clock_lag(moment) - _J2000) / 36525
    anomaly = math.radians(357.52911 + 35999.05029 * t - 0.0001537 * t**2)
    centre = (
        (1.914602 - 0.004817 * t) * math.sin(anomaly)
        + (0.019993 - 0.000101 * t) * math.sin(2 * anomaly)
        + 0.000289 * math.sin(3 * anomaly)
    )
    true = 280.46646 + 36000.76983 * t + 0.0003032 * t**2 + centre
    apparent = true - 0.00569 - 0.00478 * math.sin(math.radians(125.04 - 1934.136 * t))
    return int(apparent % 360 // 30)


def _clock_lag(moment: float) -> float:
    """By how many days clocks lag behind the even time of the formulae (ΔT).

    From 2000 on by the polynomials of Espenak and Meeus; before that a straight line, true to half a minute.
    """
    years = (moment - _J2000) / 365.25
    if years < 0:
        seconds = max(62.92 + 0.8 * years, 0)
    elif years < 50:
        seconds = 62.92 + 0.32217 * years + 0.005589 * years**2
    else:
        seconds = -20 + 32 * ((years + 180) / 100) ** 2 - 0.5628 * (150 - years)
    return seconds / 86400
