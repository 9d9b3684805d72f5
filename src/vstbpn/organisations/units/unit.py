"""A unit (đơn vị) and the dated facts about it: its names, codes, links and roles."""

import datetime
import re
import unicodedata
from typing import Any

import attrs

from vstbpn.catalogue.tables import Confidence
from vstbpn.constraints import Constraint, not_blank, one_word, told
from vstbpn.errors import InvalidValueError, shown
from vstbpn.organisations.units.intervals import END_TAKEN, START_TAKEN, check_interval, holds
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.text import composed
from vstbpn.values import frozen
from vstbpn.vocabulary import Term

_ID = re.compile(r"\S+")


def is_id(text: object) -> bool:
    """Whether a text can be a unit's id: one word without blanks, its letters composed (NFC) as ``composed`` makes them."""
    return isinstance(text, str) and _ID.fullmatch(text) is not None and unicodedata.is_normalized("NFC", text)


def id_taken(what: str) -> Constraint:
    """That a field is an id; that its letters are composed is seen to by ``composed``, which its values go through.

    >>> id_taken("parent").check("sở 1")
    Traceback (most recent call last):
    vstbpn.errors.InvalidValueError: invalid parent 'sở 1': an id is one word without blanks
    """
    return one_word(what, "an id is one word without blanks")


def check_text(instance: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """Refuse a field that is no text; a validator of attrs.

    Raises:
        InvalidValueError: It is none.
    """
    del instance  # Validators of attrs are handed it.
    if not isinstance(value, str):
        raise InvalidValueError(attribute.name, shown(value), "expected a text")


def _words_taken(what: str) -> Constraint:
    return not_blank(what, f"a {what} is a text that is not blank")


_UNIT_TAKEN = id_taken("unit")


@frozen
class OrganisationUnit:
    """A unit (đơn vị): an opaque id that never changes, and a kind. All else about it is dated and stands beside it.

    Args:
        id: One word, the same for ever.
        kind: What kind of body it is.

    Raises:
        InvalidValueError: The id is no single word.

    >>> OrganisationUnit(id="so-gddt-an-giang", kind=UnitKind.DEPARTMENT).kind.level
    Level.PROVINCE
    """

    id: str = attrs.field(converter=composed, validator=id_taken("id"))
    kind: UnitKind = attrs.field(default=UnitKind.OTHER, converter=UnitKind.of)


def unit_id(unit: object) -> str:
    """The id of a unit that is given as it is or by its id.

    Raises:
        InvalidValueError: It is neither.

    >>> unit_id(OrganisationUnit(id="bo-nv")), unit_id("bo-nv")
    ('bo-nv', 'bo-nv')
    """
    if isinstance(unit, OrganisationUnit):
        return unit.id
    if isinstance(unit, str):
        return unit if unit.isascii() else str(composed(unit))
    raise InvalidValueError("unit", shown(unit), "expected a unit or its id")


@frozen
class DatedName:
    """A name a unit bears for a time (tên gọi). A unit stands on the days it bears a name.

    Args:
        unit: The unit's id.
        name: The name in full, as official documents write it.
        start, end: The first day it bears it, and the first day it no longer does.
        source, confidence: Where that is stated, and how sure it is.

    Raises:
        InvalidValueError: The id is no single word, the name is blank, or the interval holds no day:
            it ends no later than it starts.

    >>> name = DatedName(unit="thanh-pho-hue", name="Thành phố Huế", start=datetime.date(2025, 1, 1))
    >>> name.holds(datetime.date(2024, 12, 31)), name.holds(datetime.date(2025, 1, 1))
    (False, True)
    """

    unit: str = attrs.field(converter=composed, validator=_UNIT_TAKEN)
    name: str = attrs.field(validator=_words_taken("name"))
    start: datetime.date | None = attrs.field(default=None, metadata=told(START_TAKEN))
    end: datetime.date | None = attrs.field(default=None, metadata=told(END_TAKEN))
    source: str = attrs.field(default="", validator=check_text)
    confidence: Confidence = attrs.field(default=Confidence.CONFIRMED, converter=Confidence.of)

    def __attrs_post_init__(self) -> None:
        check_interval(self.start, self.end)

    def holds(self, date: datetime.date) -> bool:
        """Whether the unit bears the name on that day."""
        return holds(self.start, self.end, date)


@frozen
class DatedCode:
    """A code a unit bears in a scheme for a time (mã đơn vị).

    A code is no identity: in the scheme "gso" 24 was Bắc Giang until 30 June 2025 and is Bắc Ninh since.

    Args:
        unit: The unit's id.
        scheme: Who gives the code, in a word: ``gso`` and ``symbol`` in the bundled directory, any other in one's own.
        code: The code as written; a text, since zeros before it count.
        start, end: The first day it bears it, and the first day it no longer does; while the unit stands, if open.
        source, confidence: Where that is stated, and how sure it is.

    Raises:
        InvalidValueError: The scheme or the code is blank or no text, or the interval holds no day:
            it ends no later than it starts.

    >>> DatedCode(unit="tinh-bac-giang", scheme="gso", code="24", end=datetime.date(2025, 7, 1)).code
    '24'
    """

    unit: str = attrs.field(converter=composed, validator=_UNIT_TAKEN)
    scheme: str = attrs.field(validator=_words_taken("scheme"))
    code: str = attrs.field(validator=_words_taken("code"))
    start: datetime.date | None = attrs.field(default=None, metadata=told(START_TAKEN))
    end: datetime.date | None = attrs.field(default=None, metadata=told(END_TAKEN))
    source: str = attrs.field(default="", validator=check_text)
    confidence: Confidence = attrs.field(default=Confidence.CONFIRMED, converter=Confidence.of)

    def __attrs_post_init__(self) -> None:
        check_interval(self.start, self.end)

    def holds(self, date: datetime.date) -> bool:
        """Whether the unit bears the code on that day."""
        return holds(self.start, self.end, date)


@frozen
class Link:
    """That one unit hangs under another along a line for a time (quan hệ trực thuộc).

    A link holds on the days of its interval on which the child stands; on all of these the parent must stand too.

    Args:
        child, parent: The ids of the unit that hangs, and of the one it hangs under.
        line: The line, as a ``Line`` or by its value ("professional", "territorial", "party", "union").
        start, end: The first day, and the first day it holds no longer.
        source, confidence: Where that is stated, and how sure it is.

    Raises:
        InvalidValueError: An id is no single word, there is no such line, or the interval holds no day:
            it ends no later than it starts.

    >>> Link(child="mn-8", parent="so-gddt", line="professional", start=datetime.date(2025, 7, 1)).line
    Line.PROFESSIONAL
    """

    child: str = attrs.field(converter=composed, validator=id_taken("child"))
    parent: str = attrs.field(converter=composed, validator=id_taken("parent"))
    line: Line = attrs.field(converter=Line.of)
    start: datetime.date | None = attrs.field(default=None, metadata=told(START_TAKEN))
    end: datetime.date | None = attrs.field(default=None, metadata=told(END_TAKEN))
    source: str = attrs.field(default="", validator=check_text)
    confidence: Confidence = attrs.field(default=Confidence.CONFIRMED, converter=Confidence.of)

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

    Raises:
        InvalidValueError: An id is no single word, the holder is blank, or the interval holds no day:
            it ends no later than it starts.

    >>> role = DatedRole(unit="ban-vstbpn", kind=RoleKind.STANDING, holder="Sở Nội vụ", start=datetime.date(2025, 3, 1))
    >>> role.kind.vi, role.holds(datetime.date(2024, 9, 1))
    ('cơ quan thường trực', False)
    """

    unit: str = attrs.field(converter=composed, validator=_UNIT_TAKEN)
    kind: RoleKind = attrs.field(converter=RoleKind.of)
    holder: str = attrs.field(validator=_words_taken("holder"))
    holder_unit: str | None = attrs.field(
        default=None, converter=composed, validator=attrs.validators.optional(id_taken("holder_unit"))
    )
    start: datetime.date | None = attrs.field(default=None, metadata=told(START_TAKEN))
    end: datetime.date | None = attrs.field(default=None, metadata=told(END_TAKEN))
    source: str = attrs.field(default="", validator=check_text)
    confidence: Confidence = attrs.field(default=Confidence.CONFIRMED, converter=Confidence.of)
    note: str = attrs.field(default="", validator=check_text)

    def __attrs_post_init__(self) -> None:
        check_interval(self.start, self.end)

    def holds(self, date: datetime.date) -> bool:
        """Whether it is so on that day."""
        return holds(self.start, self.end, date)
