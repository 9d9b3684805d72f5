"""What kind of body an abbreviation stands for (loại cơ quan ban hành), as the bundled table of issuers knows it.

Reading a symbol never asks this: an unknown body is read like a known one. It is asked where a symbol is judged.
"""

from functools import cache

from vstbpn.catalogue.tables import issuers
from vstbpn.vocabulary import Term

_DIGITS = "0123456789"


class BodyKind(Term):
    """Which system a body belongs to (hệ thống tổ chức); each writes its numbers and symbols in a way of its own."""

    STATE = ("state", "cơ quan nhà nước", "State body")
    PARTY = ("party", "cơ quan Đảng", "Party body")
    MASS = ("mass", "tổ chức chính trị - xã hội", "mass organisation")


_KINDS = {
    "central": BodyKind.STATE, "province": BodyKind.STATE, "district": BodyKind.STATE, "commune": BodyKind.STATE,
    "party": BodyKind.PARTY, "mass": BodyKind.MASS,
}  # fmt: skip
"""Kinds by the first word of a level in the table. Schools, units and enterprises are left out: any may share letters."""

_SPELLINGS = {"TƯ": BodyKind.PARTY}
"""Spellings the table does not list."""

_SHARED = frozenset(["CB", "ĐH", "ĐĐ", "BCH", "HVCTQG", "CT", "KT", "VP", "TP", "UB", "QP"])
"""Letters that bodies of several kinds bear: a cell or any cadre's office, a congress or a university, a Party caucus or
land, an executive or a military command; the Academy of Politics is the Party's and the State's; and pairs of letters that
are as often a drafting unit."""

_STEERING = "BCĐ"
"""Steering committees (Ban Chỉ đạo) are set up by State and Party alike."""


def kind_of_body(code: str) -> BodyKind | None:
    """The kind of the body that an abbreviation stands for, or None where it is unknown or stands for several.

    The number of a term is not looked at: ``HĐND8`` is a People's Council as ``HĐND`` is.

    >>> kind_of_body("TU"), kind_of_body("HĐND8"), kind_of_body("TLĐ"), kind_of_body("MNHM")
    (BodyKind.PARTY, BodyKind.STATE, BodyKind.MASS, None)
    """
    return _kinds_by_code().get(code.rstrip(_DIGITS))


@cache
def _kinds_by_code() -> dict[str, BodyKind]:
    found: dict[str, BodyKind | None] = {}
    for row in issuers():
        code = row.abbreviation.rstrip(_DIGITS)
        if code in _SHARED or code.startswith(_STEERING):
            continue
        kinds = {_KINDS.get(level.strip().partition("-")[0]) for level in row.level.split(";")}
        kind = kinds.pop() if len(kinds) == 1 else None
        found[code] = kind if found.get(code, kind) is kind else None
    return {code: kind for code, kind in found.items() if kind is not None} | _SPELLINGS
