"""The plan (kế hoạch) as a whole."""

import datetime
from collections.abc import Iterator

import attrs

from vstbpn.calendars.deadlines import CampaignMention, Deadline, ObservanceMention
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.goals.goal import Goal
from vstbpn.goals.target import Target
from vstbpn.plans.basis import LegalBasis
from vstbpn.plans.ending import Recipient, Signature
from vstbpn.plans.header import Header
from vstbpn.plans.outline import Outline
from vstbpn.plans.task import Task
from vstbpn.references.reference import Reference
from vstbpn.references.scanning import Mention
from vstbpn.references.symbol import DocumentSymbol
from vstbpn.values import Passage, Span, frozen
from vstbpn.vocabulary import DocumentType

PLAN_TYPES = frozenset({DocumentType.PLAN, DocumentType.PROGRAMME, DocumentType.ACTION_PROGRAMME})
"""The types of document that plan: kế hoạch, chương trình, chương trình hành động."""


@frozen
class CalendarEntry:
    """One day or span of days of a plan's year (mốc trong năm).

    Args:
        start, end: The first and the last day.
        what: A deadline's words, a campaign's or an observance's name.
        kind: ``deadline``, ``campaign`` or ``observance``.
    """

    start: datetime.date
    end: datetime.date
    what: str
    kind: str


@frozen
class Plan:
    """A plan (kế hoạch), or another document of the same build, such as the decision that carries a plan.

    Everything may be missing: a draft is a plan too, and what it lacks is for ``check`` to report.

    >>> plan = Plan(header=Header(type="Kế hoạch", title=Passage(text="Công tác bình đẳng giới năm 2026")))
    >>> plan.title, plan.symbol, plan.is_plan
    ('Công tác bình đẳng giới năm 2026', None, True)
    """

    header: Header = attrs.field(factory=Header)
    bases: tuple[LegalBasis, ...] = ()
    preamble: tuple[Passage, ...] = ()
    outline: Outline = attrs.field(factory=Outline)
    goals: tuple[Goal, ...] = ()
    tasks: tuple[Task, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    campaigns: tuple[CampaignMention, ...] = ()
    observances: tuple[ObservanceMention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    closing: Passage | None = None
    recipients: tuple[Recipient, ...] = ()
    recipients_span: Span | None = attrs.field(default=None, eq=False)
    signature: Signature | None = None
    span: Span | None = attrs.field(default=None, eq=False)

    @property
    def type(self) -> str | None:
        """The type in dictionary form ("Kế hoạch")."""
        return self.header.type

    @property
    def is_plan(self) -> bool:
        """Whether its type is one that plans."""
        return self.type is not None and DocumentType.named(self.type) in PLAN_TYPES

    @property
    def title(self) -> str | None:
        """What it is about (trích yếu)."""
        return self.header.title.text if self.header.title else None

    @property
    def issuer(self) -> str | None:
        """The issuing body as written."""
        return self.header.issuer.text if self.header.issuer else None

    @property
    def superior(self) -> str | None:
        """The issuer's direct superior as written."""
        return self.header.superior.text if self.header.superior else None

    @property
    def symbol(self) -> DocumentSymbol | None:
        """Number and symbol."""
        return self.header.symbol

    @property
    def date(self) -> PartialDate | None:
        """The date, of which parts may be blank."""
        return self.header.date

    @property
    def year(self) -> int | None:
        """The year it was issued in, or else the first one its title names."""
        if self.date is not None and self.date.year is not None:
            return self.date.year
        words = (self.title or "").replace("-", " ").split()
        return next((int(word) for word in words if len(word) == 4 and word.isascii() and word.isdigit()), None)

    @property
    def targets(self) -> Iterator[Target]:
        """The targets of all goals, in reading order."""
        return (target for goal in self.goals for target in goal.targets)

    @property
    def references(self) -> tuple[Reference, ...]:
        """Every act it refers to, in reading order, each mention one."""
        return tuple(mention.reference for mention in self.mentions)

    def calendar(self, year: int) -> tuple[CalendarEntry, ...]:
        """What falls in a year, in order of the last day: deadlines, campaigns, observances.

        Raises:
            InvalidValueError: The year is out of range.
        """
        if not 1900 <= year <= 2199:
            raise InvalidValueError("year", str(year), "years run from 1900 to 2199")
        stretches = [
            *(
                (deadline.start, deadline.due, deadline.what or deadline.text, "deadline")
                for deadline in self.deadlines
            ),
            *((campaign.start, campaign.end, campaign.text, "campaign") for campaign in self.campaigns),
            *((observance.day, observance.day, observance.text, "observance") for observance in self.observances),
        ]
        unique = dict.fromkeys(
            CalendarEntry(start=first, end=last, what=what, kind=kind)
            for start, end, what, kind in stretches
            for first, last in _in_year(start, end, year)
        )
        return tuple(sorted(unique, key=lambda entry: (entry.end, entry.start, entry.kind, entry.what)))


_Days = tuple[datetime.date, datetime.date]


def _in_year(start: PartialDate | None, end: PartialDate | None, year: int) -> Iterator[_Days]:
    """The first and the last day of each stretch that ends in a year."""
    for first, last in _dated(end, year):
        opening = first
        if start is not None:
            own = start.earliest()
            openings = [own] if own else [day for before in (year - 1, year) for day, _ in _dated(start, before)]
            # "Từ 15/12 đến 14/6" began in the year before.
            opening = max((day for day in openings if day <= last), default=first)
        yield opening, last


def _dated(date: PartialDate | None, year: int) -> Iterator[_Days]:
    """The first and last day a partial date may be in a year: none where it has no day there, twelve of "---10"."""
    if date is None or date.year not in {None, year}:
        return
    monthly = date.year is None and date.month is None
    for month in range(1, 13) if monthly else (date.month,):
        try:
            dated = PartialDate(year=year, month=month, day=date.day)
        except InvalidValueError:  # No 29 February in that year, no such year.
            continue
        first, last = dated.earliest(), dated.latest()
        if first is not None and last is not None:
            yield first, last
