"""A unit (đơn vị) and the dated facts about it: its names, codes, links and roles."""

import datetime
import re

import attrs

from vstbpn.catalogue.tables import Confidence
from vstbpn.errors import InvalidValueError
from vstbpn.organisations.units.intervals import check_interval, holds
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.values import frozen
from vstbpn.vocabulary import Term

_ID = re.compile(r"\S+")


def is_id(text: object) -> bool:
    """Whether a text can be a unit's id: one word, without blanks."""
    return isinstance(text, str) and _ID.fullmatch(text) is not None


def is_words(text: object) -> bool:
    """Whether it is a text that holds more than blanks."""
    return isinstance(text, str) and bool(text.strip())


def _check_id(instance: object, attribute: "attrs.Attribute[str]", value: str) -> None:
    del instance  # Validators of attrs are handed it.
    if not is_id(value):
        raise InvalidValueError(attribute.name, str(value)[:60], "an id is one word without blanks")


def _check_words(instance: object, attribute: "attrs.Attribute[str]", value: str) -> None:
    del instance  # Validators of attrs are handed it.
    if not is_words(value):
        raise InvalidValueError(attribute.name, str(value)[:60], f"a {attribute.name} is a text that is not blank")


@frozen
class OrganisationUnit:
    """A unit (đơn vị): an opaque id that never changes, and a kind. All else about it is dated and stands beside it.

    Raises:
        InvalidValueError: The id is no single word.

    >>> OrganisationUnit(id="so-gddt-an-giang", kind=UnitKind.DEPARTMENT).kind.level
    Level.PROVINCE
    """

    id: str = attrs.field(validator=_check_id)
    kind: UnitKind = attrs.field(default=UnitKind.OTHER, converter=UnitKind.of)


@frozen
class DatedName:
    """A name a unit bears for a time (tên gọi). A unit stands on the days it bears a name.

    Args:
        unit: The unit's id.
        name: The name in full, as official documents write it.
        start, end: The first day it bears it, and the first day it no longer does.
        source, confidence: Where that is stated, and how sure it is.

    Raises:
        InvalidValueError: The name is blank, or the interval holds no day.

    >>> name = DatedName(unit="thanh-pho-hue", name="Thành phố Huế", start=datetime.date(2025, 1, 1))
    >>> name.holds(datetime.date(2024, 12, 31)), name.holds(datetime.date(2025, 1, 1))
    (False, True)
    """

    unit: str = attrs.field(validator=_check_id)
    name: str = attrs.field(validator=_check_words)
    start: datetime.date | None = None
    end: datetime.date | None = None
    source: str = ""
    confidence: Confidence = Confidence.CONFIRMED

    def __attrs_post_init__(self) -> None:
        check_interval(self.start, self.end)

    def holds(self, date: datetime.date) -> bool:
        """Whether the unit bears the name on that day."""
        return holds(self.start, self.end, date)


@frozen
class DatedCode:
    """A code a unit bears in a scheme for a time (mã đơn vị).

    A code is no identity: in the scheme "gso" 24 was Bắc Giang until 30 June 2025 and is Bắc Ninh since.
    """

    unit: str = attrs.field(validator=_check_id)
    scheme: str = attrs.field(validator=_check_words)
    code: str = attrs.field(validator=_check_words)
    start: datetime.date | None = None
    end: datetime.date | None = None
    source: str = ""
    confidence: Confidence = Confidence.CONFIRMED

    def __attrs_post_init__(self) -> None:
        check_interval(self.start, self.end)

    def holds(self, date: datetime.date) -> bool:
        """Whether the unit bears the code on that day."""
        return holds(self.start, self.end, date)


@frozen
class Link:
    """That one unit hangs under another along a line for a time (quan hệ trực thuộc).

    A link holds on the days of its interval on which the child stands; on all of these the parent must stand too.
    """

    child: str = attrs.field(validator=_check_id)
    parent: str = attrs.field(validator=_check_id)
    line: Line = attrs.field(converter=Line.of)
    start: datetime.date | None = None
    end: datetime.date | None = None
    source: str = ""
    confidence: Confidence = Confidence.CONFIRMED

    def __attrs_post_init__(self) -> None:
        check_interval(self.start, self.end)

    def holds(self, date: datetime.date) -> bool:
        """Whether the link holds on that day."""
        return holds(self.start, self.end, date)


class RoleKind(Term):
    """What someone is to a committee or another body (vai trò)."""

    HEAD = ("head", "người đứng đầu", "head")
    DEPUTY = ("deputy", "cấp phó", "deputy")
    STANDING = ("standing", "cơ quan thường trực", "standing body")


@frozen
class DatedRole:
    """Who heads a body, or is its standing body, for a time (người đứng đầu, cơ quan thường trực).

    Args:
        unit: The id of the body, such as a committee for the advancement of women.
        kind: What the holder is to it.
        holder: The holder in words: a position ("Phó Chủ tịch Ủy ban nhân dân tỉnh") or the name of a unit.
        holder_unit: The id of the unit that holds the role, or in which its holder serves; None where not known.
        start, end: The first day, and the first day it is no longer so.
        source, confidence, note: Where that is stated, how sure it is, and what else is to be said.

    >>> role = DatedRole(unit="ban-vstbpn", kind=RoleKind.STANDING, holder="Sở Nội vụ", start=datetime.date(2025, 3, 1))
    >>> role.kind.vi, role.holds(datetime.date(2024, 9, 1))
    ('cơ quan thường trực', False)
    """

    unit: str = attrs.field(validator=_check_id)
    kind: RoleKind
    holder: str = attrs.field(validator=_check_words)
    holder_unit: str | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None
    source: str = ""
    confidence: Confidence = Confidence.CONFIRMED
    note: str = ""

    def __attrs_post_init__(self) -> None:
        check_interval(self.start, self.end)

    def holds(self, date: datetime.date) -> bool:
        """Whether it is so on that day."""
        return holds(self.start, self.end, date)
