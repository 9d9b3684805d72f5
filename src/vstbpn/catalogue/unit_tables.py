"""The bundled tables of units and their kinds: rows and loaders, as in ``tables``."""

import datetime

from vstbpn.catalogue.tables import Confidence, bundled_rows
from vstbpn.values import frozen


@frozen
class UnitKindRow:
    """What is known of a kind of unit (loại đơn vị): its level, how names of it are built, since when there are such."""

    kind: str
    level: str
    name_pattern: str
    abbreviations: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    legal_basis: str
    source: str
    confidence: Confidence
    note: str


@frozen
class UnitKindParentRow:
    """That units of one kind may hang under units of another along a line (quan hệ trực thuộc giữa các loại đơn vị)."""

    kind: str
    line: str
    parent: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    legal_basis: str
    source: str
    confidence: Confidence
    note: str


@frozen
class IssuerUnitRow:
    """Which unit of a shipped directory a row of the issuers is (đơn vị của một cơ quan ban hành); if none, why.

    ``abbreviation`` is that of the issuers, whose row holds name, days, source and confidence; ``name`` stands where
    the unit's name is another one, ``code`` where the letters are a code of the unit.
    """

    abbreviation: str
    directory: str
    unit: str
    kind: str
    name: str
    code: str
    note: str


@frozen
class UnitNameRow:
    """A name of a unit that the table of issuers does not hold (tên khác của đơn vị), such as that of a committee."""

    directory: str
    unit: str
    kind: str
    name: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    legal_basis: str
    source: str
    confidence: Confidence
    note: str


@frozen
class UnitLinkRow:
    """That a unit hangs under another along a line (quan hệ trực thuộc giữa hai đơn vị)."""

    child: str
    parent: str
    line: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    legal_basis: str
    source: str
    confidence: Confidence
    note: str


@frozen
class UnitEventRow:
    """A change of units (sự kiện thay đổi tổ chức); ids of several units are kept apart by semicolons."""

    date: datetime.date
    kind: str
    sources: str
    targets: str
    legal_basis: str
    source: str
    confidence: Confidence
    note: str


@frozen
class CommitteeRoleRow:
    """Who heads a committee or is its standing body (vai trò trong ban vì sự tiến bộ của phụ nữ)."""

    unit: str
    kind: str
    holder: str
    holder_unit: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None
    source: str
    confidence: Confidence
    note: str


def unit_kinds() -> tuple[UnitKindRow, ...]:
    """The bundled kinds of units."""
    return bundled_rows("unit-kinds", UnitKindRow)


def unit_kind_parents() -> tuple[UnitKindParentRow, ...]:
    """Which kinds of units may hang under which, as the library knows it."""
    return bundled_rows("unit-kind-parents", UnitKindParentRow)


def issuer_units() -> tuple[IssuerUnitRow, ...]:
    """Which unit of the shipped directories each row of the issuers is."""
    return bundled_rows("issuer-units", IssuerUnitRow)


def unit_names() -> tuple[UnitNameRow, ...]:
    """Names of units in the shipped directories that the issuers do not hold."""
    return bundled_rows("unit-names", UnitNameRow)


def unit_links() -> tuple[UnitLinkRow, ...]:
    """Links of the shipped directories that do not follow from the kinds of units."""
    return bundled_rows("unit-links", UnitLinkRow)


def unit_events() -> tuple[UnitEventRow, ...]:
    """The changes of units in the shipped directories; those of provinces stand in ``provinces``."""
    return bundled_rows("unit-events", UnitEventRow)


def committee_roles() -> tuple[CommitteeRoleRow, ...]:
    """Who heads the committees for the advancement of women, and which are their standing bodies."""
    return bundled_rows("committee-roles", CommitteeRoleRow)
