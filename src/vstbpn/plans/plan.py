"""The plan (kế hoạch) as a whole."""

import datetime
from collections.abc import Iterator

import attrs

from vstbpn.calendars.deadlines import CampaignMention, Deadline, ObservanceMention
from vstbpn.dates import FIRST_YEAR, LAST_YEAR, PartialDate
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
from vstbpn.values import Passage, Span, evolve, frozen
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

        A deadline "trước ngày 15/6" ends on 14 June; a monthly one comes twelve times. Deadlines without a day are left out.

        Raises:
            InvalidValueError: The year is out of range.
        """
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise InvalidValueError("year", str(year), f"years run from {FIRST_YEAR} to {LAST_YEAR}")
        entries = [
            *(entry for deadline in self.deadlines for entry in _of_deadline(deadline, year)),
            *(_entry(campaign.start, campaign.end, campaign.text, "campaign", year) for campaign in self.campaigns),
            *(
                _entry(observance.day, observance.day, observance.text, "observance", year)
                for observance in self.observances
            ),
        ]
        unique = dict.fromkeys(entry for entry in entries if entry is not None)
        return tuple(sorted(unique, key=lambda entry: (entry.end, entry.start, entry.kind, entry.what)))


def _of_deadline(deadline: Deadline, year: int) -> Iterator[CalendarEntry]:
    due = deadline.due
    if due is None:
        return
    monthly = due.year is None and due.month is None
    for month in range(1, 13) if monthly else (due.month,):
        dated = _in_year(due, year, month)
        last = evolve(deadline, due=dated).last_day() if dated else None
        if dated is None or last is None:
            continue
        first = _in_year(deadline.start, year, deadline.start.month) if deadline.start else None
        start = (first or dated).earliest() or last
        yield CalendarEntry(start=min(start, last), end=last, what=deadline.what or deadline.text, kind="deadline")


def _entry(start: PartialDate, end: PartialDate, what: str, kind: str, year: int) -> CalendarEntry | None:
    first, last = _in_year(start, year, start.month), _in_year(end, year, end.month)
    if first is None or last is None:
        return None
    days = first.earliest(), last.latest()
    if days[0] is None or days[1] is None:
        return None
    return CalendarEntry(start=min(days[0], days[1]), end=days[1], what=what, kind=kind)


def _in_year(date: PartialDate, year: int, month: int | None) -> PartialDate | None:
    """The date in a year, or None where it is of another year or has no day there (29 February)."""
    if date.year not in {None, year}:
        return None
    try:
        return PartialDate(year=year, month=month, day=date.day)
    except InvalidValueError:
        return None
