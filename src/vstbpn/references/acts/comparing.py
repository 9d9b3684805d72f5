"""Holding a reference against an act (đối chiếu): part by part, what agrees, what contradicts, what is not said."""

import datetime
from functools import lru_cache
from typing import NamedTuple

from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.references.acts.act import Act
from vstbpn.references.acts.likeness import ALIKE, UNLIKE, name_likeness, title_likeness
from vstbpn.references.acts.resolution import Agreement, Evidence, IdentityPart
from vstbpn.references.citing.reference import Reference
from vstbpn.references.issuers.localities import PROVINCE, Citing, Locality, localities_of, province_of, read_locality
from vstbpn.references.issuers.names import canonical_issuer
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.text import comparison_key
from vstbpn.vocabulary import DocumentType

_SAME_NAME, _OTHER_NAME = 0.85, 0.5
_FILLING = frozenset(
    [
        "của",
        "và",
        "tỉnh",
        "thành",
        "phố",
        "tp",
        "việt",
        "nam",
        "đảng",
        "cộng",
        "sản",
        "thường",
        "vụ",
        "chấp",
        "hành",
        "chủ",
        "tịch",
    ]
)
"""Words that are left out of the names of issuers as often as not."""

_ANOTHER_TYPE = {
    ("Quyết định", "Quy định"), ("Thông tri", "Thông tư"), ("Chương trình", "Chương trình hành động"),
    ("Thông báo", "Thông báo kết luận"), ("Kết luận", "Thông báo kết luận"), ("Luật", "Bộ luật"),
}  # fmt: skip
"""Types that are taken for each other: one abbreviation stands for both, or the one's name is short for the other's."""


class Circumstances(NamedTuple):
    """What the citing document adds to a reference: its province, its last possible day, and where its bodies sit."""

    province: str | None = None
    day: datetime.date | None = None
    bodies: tuple[Locality, ...] = ()


def circumstances_of(document: Citing | None) -> Circumstances:
    """What of a document that cites matters to its references.

    Raises:
        InvalidValueError: What is given is no document, or its date none.
    """
    if document is None:
        return Circumstances()
    if not all(hasattr(document, name) for name in ("issuer", "superior", "date")):
        reason = "expected a plan or a CitingDocument, with issuer, superior and date"
        raise InvalidValueError("citing document", type(document).__name__, reason)
    date = document.date
    day = date.latest() if isinstance(date, PartialDate) else plain_day(date)
    return Circumstances(province_of(document), day, localities_of(document))


def plain_day(day: datetime.date | None) -> datetime.date | None:
    """A day without a time, for the two do not compare.

    Raises:
        InvalidValueError: It is no day.
    """
    if day is None:
        return None
    if not isinstance(day, datetime.date):
        raise InvalidValueError("day", type(day).__name__, "expected a datetime.date")
    return day.date() if isinstance(day, datetime.datetime) else day


def compare(reference: Reference, act: Act, around: Circumstances) -> tuple[Evidence, ...]:
    """Each part of a reference held against an act."""
    return (
        _type(reference.type, act.type),
        _number(reference.symbol, act.symbol),
        _code(reference.symbol, act.symbol),
        _year(reference, act),
        _date(reference, act, around.day),
        _issuer(reference.issuer, act.issuer),
        _locality(reference.issuer, around, act.locality),
        _title(reference, act),
    )


def symbol_key(symbol: DocumentSymbol) -> tuple[str, int, str]:
    """What of a symbol tells it from others: number without zeros, year or 0, and code, whatever its capitals.

    ``06-CT/TƯ`` is a spelling of ``06-CT/TW``.
    """
    return bare_number(symbol), symbol.year or 0, code_key(symbol.code)


def bare_number(symbol: DocumentSymbol) -> str:
    """The number without leading zeros; empty for a document not yet numbered."""
    return (symbol.number or "").lstrip("0")


@lru_cache(maxsize=8192)
def code_key(code: str) -> str:
    """A code as it is compared."""
    key = comparison_key(code)
    return key.replace("/tư", "/tw") if "/tư" in key else key


def _said(part: IdentityPart, agreement: Agreement, expected: str | None, found: str | None) -> Evidence:
    return _evidence(part, agreement, expected or None, found or None)


@lru_cache(maxsize=16384)
def _evidence(part: IdentityPart, agreement: Agreement, expected: str | None, found: str | None) -> Evidence:
    return Evidence(part=part, agreement=agreement, expected=expected, found=found)


def _agreed(agrees: bool) -> Agreement:
    return Agreement.AGREES if agrees else Agreement.DISAGREES


@lru_cache(maxsize=1024)
def _type(found: str | None, expected: str) -> Evidence:
    if not found or not expected:
        return _said(IdentityPart.TYPE, Agreement.SILENT, expected, found)
    agrees = comparison_key(found) == comparison_key(expected) or {(found, expected), (expected, found)} & _ANOTHER_TYPE
    return _said(IdentityPart.TYPE, _agreed(bool(agrees)), expected, found)


def _number(found: DocumentSymbol | None, expected: DocumentSymbol | None) -> Evidence:
    one, other = found.number if found else None, expected.number if expected else None
    if found is None or expected is None or not one or not other:
        return _said(IdentityPart.NUMBER, Agreement.SILENT, other, one)
    return _said(IdentityPart.NUMBER, _agreed(bare_number(found) == bare_number(expected)), other, one)


def _code(found: DocumentSymbol | None, expected: DocumentSymbol | None) -> Evidence:
    if found is None or expected is None:
        codes = (symbol.code if symbol else None for symbol in (expected, found))
        return _said(IdentityPart.CODE, Agreement.SILENT, *codes)
    agrees = found.code == expected.code or code_key(found.code) == code_key(expected.code)
    return _said(IdentityPart.CODE, _agreed(agrees), expected.code, found.code)


def year_of(reference: Reference) -> int | None:
    """The year an act is of by its reference: in its number, its date, or after its name."""
    if reference.symbol is not None and reference.symbol.year is not None:
        return reference.symbol.year
    if reference.date is not None and reference.date.year is not None:
        return reference.date.year
    return reference.name_year


def _year(reference: Reference, act: Act) -> Evidence:
    found = reference.name_year or year_of(reference)
    expected = act.date_issued.year if act.date_issued else act.symbol.year if act.symbol else None
    if found is None or expected is None:
        years = (str(year) if year else None for year in (expected, found))
        return _said(IdentityPart.YEAR, Agreement.SILENT, *years)
    return _said(IdentityPart.YEAR, _agreed(found == expected), str(expected), str(found))


def _date(reference: Reference, act: Act, citing_day: datetime.date | None) -> Evidence:
    issued, found = act.date_issued, reference.date
    first, last = (found.earliest(), found.latest()) if found is not None else (None, None)
    expected = _day(issued) if issued else None
    if issued is None or first is None or last is None:
        if issued is not None and citing_day is not None and issued > citing_day:
            # No document cites an act younger than itself.
            return _said(IdentityPart.DATE, Agreement.DISAGREES, expected, f"≤ {_day(citing_day)}")
        return _said(IdentityPart.DATE, Agreement.SILENT, expected, found.vi if found is not None else None)
    return _said(IdentityPart.DATE, _agreed(first <= issued <= last), expected, found.vi if found is not None else None)


@lru_cache(maxsize=4096)
def _day(date: datetime.date) -> str:
    return PartialDate.of(date).vi


@lru_cache(maxsize=4096)
def _issuer(found: str | None, expected: str) -> Evidence:
    if not found or not expected:
        return _said(IdentityPart.ISSUER, Agreement.SILENT, expected, found)
    one, other = _words(found), _words(expected)
    shared = len(one & other)
    return _said(
        IdentityPart.ISSUER, _agreed(not one or not other or shared >= 0.6 * min(len(one), len(other))), expected, found
    )


@lru_cache(maxsize=4096)
def _words(issuer: str) -> frozenset[str]:
    key = comparison_key(canonical_issuer(issuer)).replace("-", " ").replace(",", " ")
    return frozenset(key.split()) - _FILLING


def _locality(issuer: str | None, around: Circumstances, expected: Locality | None) -> Evidence:
    if expected is None and issuer is None:
        return _said(IdentityPart.LOCALITY, Agreement.SILENT, None, None)
    return _locality_evidence(issuer, around.province, around.bodies, expected)


@lru_cache(maxsize=8192)
def _locality_evidence(
    issuer: str | None, province: str | None, bodies: tuple[Locality, ...], expected: Locality | None
) -> Evidence:
    own = read_locality(issuer) if issuer else None
    where = own.province if own is not None and own.province is not None else province
    if issuer is not None and own is None:
        where, bodies = None, ()  # A central body sits nowhere in particular, wherever it is cited.
    if expected is None:
        return _said(IdentityPart.LOCALITY, Agreement.SILENT, None, own.province if own else None)
    if own is not None and own.level != expected.level:
        return _said(IdentityPart.LOCALITY, Agreement.DISAGREES, _worded(expected), issuer)
    agreement = _agreement(where, expected.province)
    place = None
    if expected.level != PROVINCE and agreement is not Agreement.DISAGREES:
        # "UBND xã" is that of the citing document's own commune.
        near = next((one.place for one in bodies if one.level == expected.level), None)
        place = (own.place if own is not None else None) or near
        agreement = _agreement(place, expected.place)
    found = ", ".join(part for part in (place, where) if part)
    return _said(IdentityPart.LOCALITY, agreement, _worded(expected), found)


def _agreement(found: str | None, expected: str | None) -> Agreement:
    if found is None or expected is None:
        return Agreement.SILENT
    return _agreed(comparison_key(found) == comparison_key(expected))


def _worded(locality: Locality) -> str:
    return ", ".join(part for part in (locality.place, locality.province) if part)


def _title(reference: Reference, act: Act) -> Evidence:
    if reference.title and act.title:
        return _title_evidence(reference.title, act.title)
    if reference.name and act.title:
        return _name_evidence(reference.name, act.title)
    return _said(IdentityPart.TITLE, Agreement.SILENT, act.title, reference.title or reference.name)


@lru_cache(maxsize=4096)
def _title_evidence(found: str, expected: str) -> Evidence:
    likeness = title_likeness(found, expected)
    agreement = (
        Agreement.AGREES if likeness >= ALIKE else Agreement.DISAGREES if likeness <= UNLIKE else Agreement.SILENT
    )
    return _said(IdentityPart.TITLE, agreement, expected, found)


@lru_cache(maxsize=4096)
def _name_evidence(found: str, expected: str) -> Evidence:
    if comparison_key(found) == DocumentType.CONSTITUTION.vi.casefold():
        return _said(IdentityPart.TITLE, Agreement.AGREES, expected, found)
    likeness = name_likeness(found, expected)
    agreement = (
        Agreement.AGREES
        if likeness >= _SAME_NAME
        else Agreement.DISAGREES
        if likeness <= _OTHER_NAME
        else Agreement.SILENT
    )
    return _said(IdentityPart.TITLE, agreement, expected, found)
