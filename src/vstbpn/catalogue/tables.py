"""Reading the bundled tables: CSV in, immutable typed rows out, every fault of a table reported at once."""

import csv
import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import TypeVar

from vstbpn.errors import CatalogueError, InvalidValueError
from vstbpn.values import fields_of, frozen
from vstbpn.vocabulary import ActRelation, Severity, Term

Row = TypeVar("Row")


class Confidence(Term):
    """How well a fact is confirmed (mức độ xác nhận)."""

    CONFIRMED = ("confirmed", "đã đối chiếu", "read in a source")
    PARTLY = ("partly", "đối chiếu một phần", "partly read in a source; see the note")
    SINGLE = ("single-document", "chỉ một văn bản nêu", "stated by a single document only")
    UNCONFIRMED = ("unconfirmed", "chưa đối chiếu", "not checked")


@frozen
class ActRow:
    """A row of the table of acts (dòng văn bản); title as published, validity half-known where ``effective_*`` is empty."""

    id: str
    type: str
    number: str
    symbol: str
    date_issued: datetime.date | None
    issuer: str
    title_vi: str
    effective_from: datetime.date | None
    effective_to: datetime.date | None
    source: str
    confidence: Confidence
    note: str


@frozen
class ActLink:
    """That one act bears on another (liên hệ giữa hai văn bản): ``act`` replaces, amends, implements … ``other``.

    Args:
        act: The id of the later act, or its number and symbol where the catalogue does not hold it.
        relation: What it does.
        other: The id, or number and symbol, of the earlier one.
        source, confidence, note: Where that is stated, how sure it is, and what else is to be said.
    """

    act: str
    relation: ActRelation
    other: str
    source: str = ""
    confidence: Confidence = Confidence.UNCONFIRMED
    note: str = ""


@frozen
class DocumentTypeRow:
    """A type of document (tên loại văn bản) with its abbreviation and the pattern of its symbol."""

    type_vi: str
    type_en: str
    abbreviation: str
    family: str
    pattern: str
    example: str
    source: str
    confidence: Confidence


@frozen
class IssuerRow:
    """A body that issues documents (cơ quan ban hành) with its abbreviation; years of validity where known."""

    abbreviation: str
    name_vi: str
    name_en: str
    level: str
    valid_from: str
    valid_to: str
    successor: str
    source: str
    confidence: Confidence
    note: str


@frozen
class ProvinceRow:
    """A province (đơn vị hành chính cấp tỉnh) of before 1 July 2025 and what it became."""

    old_name: str
    successor: str
    valid_from: str
    valid_to: str
    old_gso_code: str
    new_code: str
    legal_basis: str
    source: str
    confidence: Confidence
    note: str


@frozen
class CalendarRow:
    """A day, campaign, holiday, swap, rule or deadline of the year (mốc thời gian)."""

    id: str
    kind: str
    name_vi: str
    calendar: str
    start: str
    end: str
    recurrence: str
    from_whom: str
    to_whom: str
    legal_basis: str
    valid_from: str
    valid_to: str
    source: str
    confidence: Confidence
    note: str


@frozen
class DataWindowRow:
    """On which day the data of a kind of period are cut off, by which rule (dòng thời gian chốt số liệu)."""

    rule: str
    whose: str
    kind: str
    cut_off_day: int
    months_before: int
    legal_basis: str
    valid_from: str
    source: str
    confidence: Confidence
    note: str


@frozen
class TargetRow:
    """A row of the table of national targets (dòng chỉ tiêu quốc gia).

    Args:
        strategy: The id of the strategy or programme it belongs to.
        act: The id of the act that sets it: the strategy's own, or that of its amendment.
        kind: Whether that is a "strategy" or a "programme".
        period: The years the strategy is of ("2021-2030"); empty where its title names no first one.
        goal_no, target_no: The numbers of its goal and its own.
        text_vi, population_en: Whom or what the figure is about, in both languages.
        wording: How the figure stands in its clause, where the other cells do not tell: those counted on both sides of
            a rate ("111 bé trai/100 bé gái"), or whether whom it is about stands before it.
        comparator, value, value_max, unit, direction: As in ``Target``, by their values.
        change: "yes" where the figure is the size of a change.
        year, when, term: The year it is due in, whether by it, from it on or in each, and the term it is due in.
        valid_from, valid_to: The first and the last day it holds: the act's, or up to the day before its amendment's.
        source, confidence, note: Where it was read, with semicolons between; how sure it is; what else is to be said.
    """

    strategy: str
    act: str = ""
    kind: str = "strategy"
    period: str = ""
    goal_no: str = ""
    target_no: str = ""
    text_vi: str
    wording: str = ""
    comparator: str
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str = ""
    direction: str = ""
    change: str = ""
    year: str = ""
    when: str = "by"
    term: str = ""
    population_en: str = ""
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    source: str = ""
    confidence: Confidence = Confidence.UNCONFIRMED
    note: str = ""


@frozen
class LawNameRow:
    """The name of a law, code or ordinance (tên luật), as a hint where such a name ends in prose."""

    type: str
    name: str
    source: str
    confidence: Confidence


@frozen
class RuleRow:
    """A rule of validation as its table has it (quy tắc): severity and English words, with names in braces for arguments.

    Other languages are in the message catalogues. A row of a ``variant`` holds what is said otherwise in some case; what
    is empty in it is said as ever.
    """

    code: str
    variant: str = ""
    severity: Severity | None = None
    title: str = ""
    message: str = ""
    remedy: str = ""
    why: str = ""


@frozen
class GroundRow:
    """What a rule rests on for a family of documents and a stretch of time (cơ sở của quy tắc).

    Where ``family`` is empty it is any family, where ``basis`` is empty the rule is a matter of sense.
    """

    code: str
    family: str = ""
    basis: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    confidence: Confidence = Confidence.CONFIRMED


def acts() -> tuple[ActRow, ...]:
    """The bundled acts.

    >>> next(act.title_vi for act in acts() if act.id == "73/2006/QH11")
    'Luật Bình đẳng giới'
    """
    return bundled_rows("acts", ActRow)


def act_relations() -> tuple[ActLink, ...]:
    """The bundled relations between acts.

    >>> next(link.act for link in act_relations() if link.other == "02/2007/QH12")
    '13/2022/QH15'
    """
    return bundled_rows("act-relations", ActLink)


def document_types() -> tuple[DocumentTypeRow, ...]:
    """The bundled types of documents."""
    return bundled_rows("document-types", DocumentTypeRow)


def issuers() -> tuple[IssuerRow, ...]:
    """The bundled issuing bodies."""
    return bundled_rows("issuers", IssuerRow)


def provinces() -> tuple[ProvinceRow, ...]:
    """The bundled provinces, 63 of before July 2025 and those before them."""
    return bundled_rows("provinces", ProvinceRow)


def calendar() -> tuple[CalendarRow, ...]:
    """The bundled days and rules of the year."""
    return bundled_rows("calendar", CalendarRow)


def data_windows() -> tuple[DataWindowRow, ...]:
    """The bundled cut-offs of reports' data."""
    return bundled_rows("data-windows", DataWindowRow)


def targets() -> tuple[TargetRow, ...]:
    """The bundled targets of the national strategies."""
    return bundled_rows("targets", TargetRow)


def law_names() -> tuple[LawNameRow, ...]:
    """The bundled names of laws, codes and ordinances."""
    return bundled_rows("law-names", LawNameRow)


def rules() -> tuple[RuleRow, ...]:
    """The bundled rules, and what is said otherwise in some cases."""
    return bundled_rows("rules", RuleRow)


def rule_grounds() -> tuple[GroundRow, ...]:
    """What the bundled rules rest on, of each rule the row that is looked at first before the others."""
    return bundled_rows("rule-grounds", GroundRow)


def bundled_rows(table: str, row_class: type[Row]) -> tuple[Row, ...]:
    """The rows of a bundled table, as a class of rows; each table is read once."""
    return _load(table, row_class)  # type: ignore[arg-type]  # functools.cache hides the type variable.


@cache
def _load(table: str, row_class: type[Row]) -> tuple[Row, ...]:
    text = (resources.files("vstbpn.catalogue") / "data" / f"{table}.csv").read_text(encoding="utf-8")
    return read_rows(table, csv.DictReader(text.splitlines(keepends=True)), row_class)


def read_rows(table: str, rows: Iterable[Mapping[str, str]], row_class: type[Row]) -> tuple[Row, ...]:
    """Turn mappings of text into rows of a class.

    Raises:
        CatalogueError: All cells that cannot be read, with row and column.
    """
    made: list[Row] = []
    faults: list[str] = []
    for number, row in enumerate(rows, start=2):
        read, troubles = read_row(row, row_class)
        faults += (f"row {number}{trouble}" for trouble in troubles)
        if read is not None:
            made.append(read)
    if faults:
        raise CatalogueError(table, faults)
    return tuple(made)


def read_row(row: Mapping[str, str], row_class: type[Row]) -> tuple[Row | None, tuple[str, ...]]:
    """A mapping of text as a row of a class, or None and what cannot be read, each told from behind the row's number."""
    cells: dict[str, object] = {}
    faults: list[str] = []
    for column, read in _readers(row_class):  # type: ignore[arg-type]  # As in bundled_rows.
        cell = row.get(column)
        if cell is None:  # No such column, or a line with fewer cells than the first one.
            faults.append(f" has no column {column!r}")
            continue
        try:
            cells[column] = read(cell)
        except InvalidValueError as error:
            faults.append(f", column {column!r}: cannot read {cell[:60]!r}: {error.reason}")
        except ValueError:
            faults.append(f", column {column!r}: cannot read {cell[:60]!r}")
    return (None if faults else row_class(**cells)), tuple(faults)


@cache
def _readers(row_class: type[Row]) -> tuple[tuple[str, Callable[[str], object]], ...]:
    """The columns of a class of rows, each with what reads its cells."""
    return tuple((field.name, _READERS.get(field.type, str)) for field in fields_of(row_class))


def _day(cell: str) -> datetime.date:
    day = _date(cell)
    if day is None:
        raise InvalidValueError("date", cell, "expected YYYY-MM-DD")
    return day


def _date(cell: str) -> datetime.date | None:
    if not cell:
        return None
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", cell):
        raise InvalidValueError("date", cell, "expected YYYY-MM-DD")
    return datetime.date.fromisoformat(cell)


def _decimal(cell: str) -> Decimal | None:
    if not cell:
        return None
    if not re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", cell):
        raise InvalidValueError("number", cell, "expected digits and a decimal point")
    return Decimal(cell)


_READERS: Mapping[object, Callable[[str], object]] = {
    datetime.date: _day,
    datetime.date | None: _date,
    int: int,
    Decimal | None: _decimal,
    Severity | None: lambda cell: Severity.of(cell) if cell else None,
    ActRelation: ActRelation.of,
    Confidence: Confidence.of,
}
