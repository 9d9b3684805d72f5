"""Units of measure of targets (đơn vị tính): shares, rates, ratios and nouns of what is counted, in both languages."""

import re
from functools import lru_cache

from vstbpn.constraints import BLANKS, Constraint
from vstbpn.errors import InvalidValueError, shown
from vstbpn.text import clean

SHARES = frozenset({"%", "‰"})
"""Units of a share of the whole, written by a sign."""

RATIOS = frozenset({"lần", "con/phụ nữ", "con/bà mẹ"})
"""Units of one thing to another."""

_ENGLISH = {
    "%": "%",
    "‰": "‰",
    "lần": " times",
    "con/phụ nữ": " children per woman",
    "con/bà mẹ": " children per mother",
}
_VIETNAMESE = {english: unit for unit, english in _ENGLISH.items()}
_PER = re.compile(r"/1(?:00|\.000|0\.000|00\.000|\.000\.000)")
_PER_ENGLISH = re.compile(r" per (1(?:00|,000|0,000|00,000|,000,000))")
_PART = re.compile(r"/[1-9]?[0-9]")
_NO_PARTS = frozenset({"/0", "/1"})
_RESERVED = frozenset({"of", "per"})
_WORD = r"[\w.,/²³-]{1,40}"
_NOUN = re.compile(rf"(?=[^\W\d_]){_WORD}(?: {_WORD}){{0,11}}")
_UNITS = "expected %, ‰, lần, con/phụ nữ, /100, /1.000, /3 or the noun counted"
_SWAPPED = str.maketrans(",.", ".,")


def scale_of(unit: str) -> int | None:
    """By what a part of a whole is multiplied to be in a unit; None for a unit that counts.

    >>> scale_of("%"), scale_of("/100.000"), scale_of("/3"), scale_of("lần"), scale_of("hộ")
    (100, 100000, 3, 1, None)
    """
    if unit in RATIOS:
        return 1
    if unit in SHARES:
        return 100 if unit == "%" else 1000
    return int(unit[1:].replace(".", "")) if is_part(unit) or _PER.fullmatch(unit) else None


def is_count(unit: str) -> bool:
    """Whether a unit is the noun of what is counted.

    >>> is_count("câu lạc bộ"), is_count("%")
    (True, False)
    """
    return bool(unit) and scale_of(unit) is None


def is_part(unit: str) -> bool:
    """Whether a unit is the lower number of a fraction (phân số), as in "1/3 số xã".

    >>> is_part("/3"), is_part("/100")
    (True, False)
    """
    return unit not in _NO_PARTS and _PART.fullmatch(unit) is not None


def is_share(unit: str) -> bool:
    """Whether figures in a unit tell how much of a whole: in %, in ‰ or as a fraction.

    >>> is_share("%"), is_share("/3"), is_share("/100.000")
    (True, True, False)
    """
    return unit in SHARES or is_part(unit)


def is_yearly(unit: str) -> bool:
    """Whether so much a year is counted, which is due in each year.

    >>> is_yearly("buổi/năm"), is_yearly("buổi")
    (True, False)
    """
    return unit.endswith("/năm")


def unit_after_figure(unit: str) -> str:
    """A unit as Vietnamese writes it behind its figure.

    >>> unit_after_figure("%"), unit_after_figure("/100"), unit_after_figure("lần")
    ('%', '/100', ' lần')
    """
    return unit if unit in SHARES or unit.startswith("/") else f" {unit}"


def english_after_figure(unit: str) -> str:
    """A unit as English writes it behind its figure.

    The nouns of what is counted stay Vietnamese, in quotation marks where English would take them for other words.

    >>> english_after_figure("/100.000"), english_after_figure("con/phụ nữ"), english_after_figure("hộ")
    (' per 100,000', ' children per woman', ' hộ')
    """
    if _PER.fullmatch(unit):
        return f" per {unit[1:].translate(_SWAPPED)}"
    if not is_count(unit):
        return _ENGLISH.get(unit, unit)
    return f" {unit}" if _is_plain(unit) else f" “{unit}”"


def unit_of_english(words: str) -> str | None:
    """The unit that English writes so behind its figure, or None; the inverse of ``english_after_figure``.

    >>> unit_of_english(" per 100,000"), unit_of_english("/3"), unit_of_english(" hộ"), unit_of_english("hộ")
    ('/100.000', '/3', 'hộ', None)
    """
    if words in _VIETNAMESE:
        return _VIETNAMESE[words]
    if per := _PER_ENGLISH.fullmatch(words):
        return f"/{per[1].translate(_SWAPPED)}"
    if is_part(words):
        return words
    if words.startswith(" “") and words.endswith("”"):
        return words[2:-1] if _is_noun(words[2:-1]) else None
    noun = words[1:]
    return noun if words.startswith(" ") and _is_plain(noun) else None


def check_unit(unit: object) -> None:
    """Refuse what is no unit.

    Raises:
        InvalidValueError: It is none of ``%``, ``‰``, ``lần``, ``con/phụ nữ``, ``/100`` and the like, ``/3`` and the
            like, and no noun.

    >>> check_unit("/1000")
    Traceback (most recent call last):
    vstbpn.errors.InvalidValueError: invalid unit '/1000': expected %, ‰, lần, con/phụ nữ, /100, /1.000, /3 or the noun counted
    """
    if not isinstance(unit, str) or not _is_unit(unit):
        raise InvalidValueError("unit", shown(unit), _UNITS)


@lru_cache(maxsize=1024)
def _is_unit(unit: str) -> bool:
    return scale_of(unit) is not None or _is_noun(unit)


UNIT_TAKEN = Constraint(
    "unit",
    _UNITS,
    lambda unit: isinstance(unit, str) and (unit == "" or _is_unit(unit)),
    # What counts as a letter is more than a pattern can say that means the same everywhere.
    {
        "pattern": r"^(?:|[%‰]|/(?:[2-9]|[1-9][0-9]|1(?:00|\.000|0\.000|00\.000|\.000\.000))"
        rf"|[^{BLANKS}!-@\[-`“”‰][^{BLANKS}“”]*(?: [^{BLANKS}“”]+)*)$"
    },
    is_whole=False,
)
"""Takes units, and "" for none."""


def _is_noun(unit: str) -> bool:
    return unit[:1].isalpha() and is_count(unit) and clean(unit) == unit and not any(mark in unit for mark in "“”")


def _is_plain(noun: str) -> bool:
    """Whether English takes a noun for nothing else."""
    return (
        is_count(noun)
        and _NOUN.fullmatch(noun) is not None
        and f" {noun}" not in _VIETNAMESE
        and _RESERVED.isdisjoint(noun.split())
    )
