"""An act of the catalogue (văn bản): what is known of it, from where, and how sure that is."""

import datetime
import re

import attrs

from vstbpn.catalogue.tables import ActRow, Confidence
from vstbpn.constraints import Constraint, any_day, any_text
from vstbpn.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.references.citing.reference import Reference
from vstbpn.references.issuers.localities import Locality, read_locality
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.references.symbols.type_pairs import type_of_code
from vstbpn.values import Span, frozen
from vstbpn.vocabulary import DocumentType

NAMED_TYPES = frozenset({
    DocumentType.CONSTITUTION.vi, DocumentType.CODE.vi, DocumentType.LAW.vi, DocumentType.ORDINANCE.vi, "Công ước",
})  # fmt: skip
"""The types of acts that are cited by name (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6)."""

_OLD_CODES = frozenset({"TTg", "CP", "HĐBT"})
_DAY_TAKEN = any_day("day in force")


def _is_day_of_issue(day: object) -> bool:
    return _DAY_TAKEN.accepts(day) and isinstance(day, datetime.date) and FIRST_YEAR <= day.year <= LAST_YEAR


_DAY_OF_ISSUE_TAKEN = Constraint(
    "day of issue",
    f"expected a datetime.date of the years from {FIRST_YEAR} to {LAST_YEAR}",
    _is_day_of_issue,
    # These years are whole centuries.
    {"pattern": f"^(?:{'|'.join(map(str, range(FIRST_YEAR // 100, LAST_YEAR // 100 + 1)))})"},
    shows=str,
)


@frozen
class Act:
    """An act (văn bản) of the catalogue.

    Args:
        id: What tells it from every other: its number and symbol, and place or year behind an ``@`` where others share
            them. Two acts may bear one symbol: ``22-CT/TU`` is one directive in An Giang and another in Hà Nội.
        type: The type in dictionary form ("Nghị định").
        symbol: Number and symbol; None for an act that bears none, such as a constitution.
        date_issued: The day of issue, or None where it is not known.
        issuer: The issuing body by its name of that day; empty where it is not known.
        title: What it is about (trích yếu), or its name ("Luật Trẻ em").
        effective_from, effective_to: The first and the last day in force, or None where they are not known.
        source, confidence, note: Where that was read, how sure it is, and what else is to be said.

    Raises:
        InvalidValueError: The id is empty or a day is none, the last day in force lies before the first one or the day
            of issue, or the number is of another year than the day of issue.

    >>> act = Act.of("Nghị định", "30/2020/NĐ-CP", "về công tác văn thư", date_issued=datetime.date(2020, 3, 5), issuer="Chính phủ")
    >>> print(act)
    Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư
    >>> act.id, act.symbol.code, act.reference.issuer
    ('30/2020/NĐ-CP', 'NĐ-CP', 'Chính phủ')
    """

    id: str = attrs.field(validator=any_text("id of an act", "an act is told from others by its id", at_least=1))
    type: str
    symbol: DocumentSymbol | None = None
    date_issued: datetime.date | None = attrs.field(
        default=None, validator=attrs.validators.optional(_DAY_OF_ISSUE_TAKEN)
    )
    issuer: str = ""
    title: str = ""
    effective_from: datetime.date | None = attrs.field(default=None, validator=attrs.validators.optional(_DAY_TAKEN))
    effective_to: datetime.date | None = attrs.field(default=None, validator=attrs.validators.optional(_DAY_TAKEN))
    source: str = ""
    confidence: Confidence = Confidence.UNCONFIRMED
    note: str = ""

    def __attrs_post_init__(self) -> None:
        starts = [day for day in (self.date_issued, self.effective_from) if day is not None]
        if self.effective_to is not None and starts and self.effective_to < max(starts):
            raise InvalidValueError(
                "last day in force", f"{self.effective_to}", "an act ends no earlier than it begins"
            )
        year = self.symbol.year if self.symbol else None
        if year is not None and self.date_issued is not None and self.date_issued.year != year:
            raise InvalidValueError("day of issue", f"{self.date_issued}", f"the number is of {year}")

    @classmethod
    def of(
        cls,
        type: str,  # noqa: A002  # The field's own name.
        symbol: DocumentSymbol | str | None,
        title: str,
        *,
        id: str | None = None,  # noqa: A002  # The field's own name.
        date_issued: datetime.date | None = None,
        issuer: str = "",
        effective_from: datetime.date | None = None,
        effective_to: datetime.date | None = None,
        source: str = "",
        confidence: Confidence = Confidence.UNCONFIRMED,
        note: str = "",
    ) -> "Act":
        """An act with its symbol as written and, where none is given, an id made of symbol, place and year.

        Raises:
            ParseError: The symbol is none.
            InvalidValueError: The dates contradict each other or the number.

        >>> Act.of("Kế hoạch", "15/KH-UBND", "phát triển giáo dục", issuer="UBND tỉnh An Giang", date_issued=datetime.date(2024, 2, 1)).id
        '15/KH-UBND@An Giang-2024'
        """
        parsed = DocumentSymbol.parse(symbol) if isinstance(symbol, str) else symbol
        if id is None and parsed is not None:
            id = _identity(parsed, issuer, date_issued)  # noqa: A001  # The field's own name.
        return cls(
            id=id or title,
            type=type,
            symbol=parsed,
            date_issued=date_issued,
            issuer=issuer,
            title=title,
            effective_from=effective_from,
            effective_to=effective_to,
            source=source,
            confidence=confidence,
            note=note,
        )

    @classmethod
    def from_row(cls, row: ActRow) -> "Act":
        """The act of a row of the bundled table.

        Raises:
            ParseError: Its number and symbol cannot be read.
            InvalidValueError: Its dates contradict each other or the number.
        """
        return cls(
            id=row.id,
            type=row.type,
            symbol=joined_symbol(row.number, row.symbol) if row.number else None,
            date_issued=row.date_issued,
            issuer=row.issuer,
            title=row.title_vi,
            effective_from=row.effective_from,
            effective_to=row.effective_to,
            source=row.source,
            confidence=row.confidence,
            note=row.note,
        )

    @classmethod
    def cited(cls, citation: str) -> "Act":
        """An act of which nothing is known but its number and symbol."""
        try:
            symbol = DocumentSymbol.parse(citation.partition("@")[0])
        except ParseError:
            return cls(id=citation, type="")
        kind = type_of_code(symbol.type_code)
        return cls(id=citation, type=kind.vi if kind else "", symbol=symbol)

    @property
    def reference(self) -> Reference:
        """A reference to it, as a first mention is written: an act that has a name is cited by that and its date.

        Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.
        """
        named = self.type in NAMED_TYPES or self.symbol is None
        return Reference(
            type=self.type or None,
            symbol=None if named else self.symbol,
            name=(self.title or self.id) if named else None,
            date=PartialDate.of(self.date_issued) if self.date_issued else None,
            issuer=None if named else self.issuer or None,
            title=None if named else self.title or None,
        )

    @property
    def locality(self) -> Locality | None:
        """Where its issuer sits, or None for a central body."""
        return read_locality(self.issuer) if self.issuer else None

    def __str__(self) -> str:
        return str(self.reference)

    def in_force(self, on: datetime.date) -> bool | None:
        """Whether it was in force on a day by its own dates, or None where they do not say."""
        if self.effective_to is not None and on > self.effective_to:
            return False
        start = self.effective_from or self.date_issued
        if start is not None and on < start:
            return False
        return True if self.effective_from is not None or self.effective_to is not None else None


def joined_symbol(number: str, symbol: str) -> DocumentSymbol:
    """A number and the symbol after it, joined as their scheme joins them: ``15/QĐ-BNV``, ``21-CT/TW``, ``72-TTg``.

    Raises:
        ParseError: They are none.
    """
    party = "/" in symbol and not re.match(r"[0-9]{4}/", symbol)
    text = f"{number}{'-' if party or symbol in _OLD_CODES else '/'}{symbol}"
    found = DocumentSymbol.parse(text)
    if found.number is None:
        raise ParseError(text, Span(0, len(text)), "expected a number before the symbol")
    return found


def _identity(symbol: DocumentSymbol, issuer: str, issued: datetime.date | None) -> str:
    if symbol.year is not None:
        return symbol.canonical
    place = read_locality(issuer) if issuer else None
    where = (place.place or place.province or "") if place else ""
    parts = [where, str(issued.year) if issued else ""]
    tail = "-".join(part for part in parts if part)
    return f"{symbol.canonical}@{tail}" if tail else symbol.canonical
