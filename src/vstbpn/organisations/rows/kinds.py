"""The kinds of the units in a table (loại đơn vị trong bảng): as their cells write them, or as their names tell."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from vstbpn.organisations.names.unit_name import read_unit_name
from vstbpn.organisations.rows.cells import Cells, Words, join_words, terms_of
from vstbpn.organisations.units.kinds import UnitKind
from vstbpn.text import comparison_key

_COMMITTEES = {
    "tỉnh": (UnitKind.PROVINCE_COMMITTEE,),
    "thành phố": (UnitKind.PROVINCE_COMMITTEE, UnitKind.DISTRICT_COMMITTEE),
    **dict.fromkeys(("huyện", "quận", "thị xã"), (UnitKind.DISTRICT_COMMITTEE,)),
    **dict.fromkeys(("xã", "phường", "thị trấn", "đặc khu"), (UnitKind.COMMUNE_COMMITTEE,)),
}
"""Whose people's committees there are, and of what kinds these may be."""

_ANY_COMMITTEE = (
    UnitKind.PEOPLES_COMMITTEE,
    UnitKind.PROVINCE_COMMITTEE,
    UnitKind.DISTRICT_COMMITTEE,
    UnitKind.COMMUNE_COMMITTEE,
)
_OFFICES = (UnitKind.DIVISION, UnitKind.COMMUNE_DIVISION, UnitKind.OFFICE)
_ELSE = (
    "leave the cell blank and the name tells it, or write a kind such as mầm non, tiểu học, trung học cơ sở, "
    "trung học phổ thông, sở, phòng, UBND xã, khác"
)


@cache
def kind_words() -> Words[UnitKind]:
    """The kinds of units by what names them in a cell, among that the letters that stand for them in names.

    Some words stand for several: "phòng" may be that of a district, of a commune, or one inside an organisation.

    >>> kind_words()["thpt"], kind_words()["trường mầm non"], kind_words()["ubnd xã"]
    (UnitKind.UPPER_SECONDARY_SCHOOL, UnitKind.KINDERGARTEN, UnitKind.COMMUNE_COMMITTEE)
    >>> kind_words()["phòng"]
    (UnitKind.DIVISION, UnitKind.COMMUNE_DIVISION, UnitKind.OFFICE)
    """
    found = dict(terms_of(UnitKind))
    found["khác"] = UnitKind.OTHER
    found["phòng"] = _OFFICES
    for committee in ("ubnd", "ub", "ủy ban nhân dân"):
        found[committee] = _ANY_COMMITTEE
        for place, kinds in _COMMITTEES.items():
            of_place = kinds[0] if len(kinds) == 1 else kinds
            found[f"{committee} {place}"] = of_place
            if place in {"tỉnh", "huyện", "xã"}:
                found[f"{committee} cấp {place}"] = of_place
    # So tables write the kinds of schools: "mầm non", "tiểu học".
    schools = ((part.strip(), kind) for kind in UnitKind for part in kind.vi.split(","))
    join_words(found, ((part.removeprefix("trường "), kind) for part, kind in schools if part.startswith("trường ")))
    join_words(found, ((letters, kind) for kind in UnitKind for letters in _letters(kind)))
    return found


def _letters(kind: UnitKind) -> Iterator[str]:
    """The letters of a kind; those of a centre also with those of "trung tâm" before them."""
    for letters in kind.abbreviations:
        yield letters
        if kind.vi.startswith("trung tâm") and not letters.startswith("TT"):
            yield from (f"TT{letters}", f"TT {letters}", f"trung tâm {letters}")


def read_kinds(cells: Cells, names: Sequence[str]) -> list[UnitKind | None]:
    """The kinds that cells tell, with the names beside them where a word stands for several; None where a cell does not."""
    words = kind_words()
    several = {}
    for text in cells.distinct("kind"):
        kinds = words.get(comparison_key(text))
        if isinstance(kinds, tuple):
            several[" ".join(text.split())] = kinds
    if several:
        told = [
            _told(text, several[text], name) if text in several else text
            for text, name in zip(cells.texts("kind"), names, strict=True)
        ]
        cells.replace("kind", told)
    return cells.terms("kind", words, else_=_ELSE)


def _told(text: str, kinds: Sequence[UnitKind], name: str) -> str:
    """The kind that a name tells of those a word stands for; the word where it tells none."""
    kind = kind_of_name(name)
    if kind in kinds:
        return str(kind.value)
    return str(kinds[0].value) if kinds is _ANY_COMMITTEE else text


_SCHOOL_LETTERS = re.compile(
    r"(?:MN|MG|TH|THCS|THPT|PT ?DT[NB]T|[Mm]ầm non|[Mm]ẫu giáo|[Tt]iểu học|[Tt]rung học (?:cơ sở|phổ thông)"
    r"|[Pp]hổ thông dân tộc)(?!\w)"
)


@lru_cache(maxsize=4096)
def kind_of_name(name: str) -> UnitKind:
    """The kind that the name of a row tells, also where a list writes it in short.

    >>> kind_of_name("MN Hoa Sen"), kind_of_name("TTGDTX Long Hồ"), kind_of_name("UBND TT Long Hồ")
    (UnitKind.KINDERGARTEN, UnitKind.CONTINUING_EDUCATION_CENTRE, UnitKind.COMMUNE_COMMITTEE)
    """
    kind = (read_unit_name(name).kind if name else None) or UnitKind.OTHER
    if kind is UnitKind.OTHER and _SCHOOL_LETTERS.match(name):
        # Lists leave out "trường" before the letters of its kind.
        kind = read_unit_name(f"Trường {name}").kind or kind
    return kind
