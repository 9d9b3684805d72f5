"""The plan (kế hoạch) as a whole."""

import datetime
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from types import MappingProxyType

import attrs

from vstbpn.calendars.deadlines import CampaignMention, Deadline, ObservanceMention
from vstbpn.calendars.observances import observances
from vstbpn.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.goals.targets.goal import Goal
from vstbpn.goals.targets.target import Target
from vstbpn.organisations.directory import Directory
from vstbpn.plans.basis import LegalBasis
from vstbpn.plans.ending import Recipient, Signature
from vstbpn.plans.header import Header
from vstbpn.plans.outline import Outline
from vstbpn.plans.task import Task
from vstbpn.plans.units import PlanUnit, plan_units
from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.mention import Mention
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.values import Passage, Span, evolve, frozen
from vstbpn.vocabulary import DocumentType, Relation

_NUMBER = re.compile("[0-9]+")

PLAN_TYPES = frozenset({DocumentType.PLAN, DocumentType.PROGRAMME, DocumentType.ACTION_PROGRAMME})
"""The types of document that plan (kế hoạch, chương trình, chương trình hành động)."""


@frozen
class CalendarEntry:
    """One day or span of days of a plan's year (mốc trong năm).

    Args:
        start, end: The first and the last day.
        what: A deadline's words, a campaign's name, or an observance's: its bundled name, or else its words.
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
    def place(self) -> str | None:
        """The place of issue as written ("An Giang")."""
        return self.header.place.text if self.header.place else None

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
    def targets(self) -> tuple[Target, ...]:
        """The targets of all goals, in reading order."""
        return tuple(target for goal in self.goals for target in goal.targets)

    @property
    def numbered_targets(self) -> Mapping[str, Target]:
        """The targets by number, in reading order: "3.2" is the second target of goal 3 (chỉ tiêu theo số thứ tự).

        The number of a goal is that of its marker ("Mục tiêu 3"). Where goals have none, or one twice, goals are counted.

        >>> share = Target.parse("đạt 50% nữ lãnh đạo")
        >>> list(Plan(goals=(Goal(marker="Mục tiêu 3", title="Chính trị", targets=(share, share)),)).numbered_targets)
        ['3.1', '3.2']
        """
        said = [_NUMBER.findall(goal.marker or "") for goal in self.goals]
        numbers = [found[-1].lstrip("0") or "0" if found else "" for found in said]
        if "" in numbers or len(set(numbers)) < len(numbers):
            numbers = [str(number) for number in range(1, len(numbers) + 1)]
        return MappingProxyType(
            {
                f"{number}.{place}": target
                for number, goal in zip(numbers, self.goals, strict=True)
                for place, target in enumerate(goal.targets, start=1)
            }
        )

    @property
    def references(self) -> tuple[Reference, ...]:
        """Every act it refers to, in reading order, each mention one."""
        return tuple(mention.reference for mention in self.mentions)

    def calendar(self, year: int) -> tuple[CalendarEntry, ...]:
        """What ends in a year, in order of the last day: deadlines, campaigns, observances.

        A deadline "trước ngày 15/6" ends on 14 June; a monthly one comes twelve times. Deadlines without a day are left out.

        Raises:
            InvalidValueError: The year is out of range.
        """
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise InvalidValueError("year", str(year), f"years run from {FIRST_YEAR} to {LAST_YEAR}")
        stretches = [
            *(stretch for deadline in self.deadlines for stretch in _of_deadline(deadline, year)),
            *(stretch for campaign in self.campaigns for stretch in _of_campaign(campaign, year)),
            *(stretch for observance in self.observances for stretch in _of_observance(observance, year)),
        ]
        unique = dict.fromkeys(stretches)
        return tuple(sorted(unique, key=lambda entry: (entry.end, entry.start, entry.kind, entry.what)))

    def units(self, directory: Directory | None = None, on: datetime.date | None = None) -> tuple[PlanUnit, ...]:
        """The units it names: issuer, superior, owners and partners of its tasks, recipients (đơn vị được nêu).

        Names are understood from whoever speaks: "UBND tỉnh" is that of the issuer, or else of its superior, or else of
        the province the plan comes from, which the place before its date tells unless a central body speaks. What the
        directory does not know keeps its words and has no candidates; ``ended`` tells what bore the name once. Where it
        does not know the issuer, it does not tell the issuer's own offices either, nor who "Sở", "Phòng" or "UBND
        phường" is. A place alone in the header ("TỈNH AN GIANG") is no body, but tells where the others are.

        Args:
            directory: The units there are; by default the bundled ones, which hold no districts, communes or schools.
            on: The day the names are meant as of; by default the plan's date. Where only its month or year is known, the
                candidates are those of the first and of the last day of it: two units where the year changed them. A
                plan that tells no year is read as of the last state the directory knows of, so that the answer does
                not depend on the day it is asked for.

        Raises:
            InvalidValueError: ``directory`` is no directory, or ``on`` no date.

        >>> header = Header(superior=Passage(text="CHÍNH PHỦ"), issuer=Passage(text="BỘ GD&ĐT"), date=PartialDate(year=2026))
        >>> [(unit.role.value, unit.unit.id) for unit in Plan(header=header).units()]
        [('issuer', 'bo-gddt'), ('superior', 'chinh-phu')]
        """
        return plan_units(self, directory, on)


def _of_deadline(deadline: Deadline, year: int) -> Iterator[CalendarEntry]:
    # "Trước ngày 01/01/2026" ends in the year before.
    for due in (*_dated(deadline.due, year), *_dated(deadline.due, year + 1)):
        begun = next(_dated(deadline.start, due.year or year), None)
        last = evolve(deadline, due=due, start=begun).last_day()
        if last is not None and last.year == year:
            # What is due before a quarter has one last day; the quarter itself is too late.
            opening = None if deadline.relation is Relation.BEFORE else deadline.start
            start = _opening(opening, due.earliest() or last, last)
            yield CalendarEntry(start=start, end=last, what=deadline.what or deadline.text, kind="deadline")


def _of_campaign(campaign: CampaignMention, year: int) -> Iterator[CalendarEntry]:
    for day in _dated(campaign.end, year):
        if last := day.latest():
            start = _opening(campaign.start, last, last)
            yield CalendarEntry(start=start, end=last, what=campaign.name or campaign.text, kind="campaign")


def _of_observance(observance: ObservanceMention, year: int) -> Iterator[CalendarEntry]:
    name = next((known.name for known in observances() if known.id == observance.observance), observance.text)
    for day in _dated(observance.day, year):
        first, last = day.earliest(), day.latest()
        if first and last:
            yield CalendarEntry(start=first, end=last, what=name, kind="observance")


def _opening(start: PartialDate | None, first: datetime.date, last: datetime.date) -> datetime.date:
    """The first day of a stretch: "từ 15/12 đến 14/6" began in the year before. Without a start it is ``first``."""
    if start is None:
        return min(first, last)
    dated = [start] if start.year else [day for year in (last.year - 1, last.year) for day in _dated(start, year)]
    days = [day.earliest() for day in dated]
    return max((day for day in days if day and day <= last), default=last)


def _dated(date: PartialDate | None, year: int) -> Iterator[PartialDate]:
    """The date in a year: none where it is of another year or has no day there (29 February), twelve of "---10"."""
    if date is None or date.year not in {None, year}:
        return
    monthly = date.year is None and date.month is None
    for month in range(1, 13) if monthly else (date.month,):
        with suppress(InvalidValueError):
            yield PartialDate(year=year, month=month, day=date.day)
