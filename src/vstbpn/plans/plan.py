"""The plan (kế hoạch) as a whole."""

import datetime
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import attrs

from vstbpn.calendars.agenda.entry import CalendarEntry
from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.calendars.duties.rolling import Roll
from vstbpn.calendars.mentions.deadline import BeforePolicy, Deadline
from vstbpn.calendars.mentions.occasion import CampaignMention, ObservanceMention
from vstbpn.calendars.mentions.period import PeriodMention
from vstbpn.calendars.reporting.windows import CALENDAR, DataWindow
from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.dates import PartialDate
from vstbpn.goals.targets.goal import Goal
from vstbpn.goals.targets.target import Target
from vstbpn.organisations.directory import Directory
from vstbpn.plans.basis import LegalBasis
from vstbpn.plans.duties import DutyReading, duties_of_plan, rules_of
from vstbpn.plans.ending import Recipient, Signature
from vstbpn.plans.header import Header
from vstbpn.plans.outline import Outline
from vstbpn.plans.task import Task
from vstbpn.plans.turns import deadlines_of, has_day
from vstbpn.plans.units import PlanUnit, plan_units
from vstbpn.plans.year import YearReading, year_of_plan
from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.mention import Mention
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.values import Passage, Span, frozen
from vstbpn.vocabulary import DocumentType

_NUMBER = re.compile("[0-9]+")

PLAN_TYPES = frozenset({DocumentType.PLAN, DocumentType.PROGRAMME, DocumentType.ACTION_PROGRAMME})
"""The types of document that plan (kế hoạch, chương trình, chương trình hành động)."""


@frozen
class Plan:
    """A plan (kế hoạch), or another document of the same build, such as the decision that carries a plan.

    Everything may be missing: a draft is a plan too, and what it lacks is for ``check`` to report.

    Args:
        header: What stands above the body (phần mở đầu).
        bases: The legal bases it rests on (căn cứ).
        preamble: The paragraphs between the bases and the first section.
        outline: The numbered sections (bố cục).
        goals: The goals with their targets (mục tiêu, chỉ tiêu).
        tasks: What is to be done and by whom (nhiệm vụ).
        deadlines: The deadlines of the whole document (thời hạn), in reading order; those of a task stand with it, too.
        periods: The reporting periods it names (kỳ báo cáo).
        campaigns: The campaigns it names with their dates (tháng hành động, tuần lễ, chiến dịch).
        observances: The feast days it names (ngày kỷ niệm).
        mentions: Every reference to an act, where it stands (dẫn chiếu); those of bases and tasks stand with these, too.
        closing: The sentence that ends the body ("Trên đây là …").
        recipients: The lines of "Nơi nhận".
        recipients_span: Where these stand.
        signature: The signature block (chữ ký).
        span: Where the whole document stands in its text.

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
    periods: tuple[PeriodMention, ...] = ()
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

    def calendar(
        self,
        year: int,
        *,
        days: WorkCalendar | None = None,
        roll: Roll = Roll.NONE,
        before: BeforePolicy = BeforePolicy.DAY_BEFORE,
    ) -> tuple[CalendarEntry, ...]:
        """What a year holds, in order of the last day (lịch của năm): deadlines, campaigns, feast days.

        A deadline "trước ngày 15/6" ends on 14 June; a monthly one comes twelve times, on the month's last day where it has
        no such day. What runs over the turn of a year (from 15/12 to 14/01) belongs
        to each year it touches, and so does what a roll moves into another year. The same duty of the same people said
        twice for a day is one entry. What has no day at all is in ``undated_deadlines``.

        What has no year belongs to the years the plan is for, by its title, or else to those from its date on; what comes
        back begins with the day of that date, as ``obligations`` does, and "hằng năm" outlasts a plan of one year. A
        report belongs to the year it is about, so that "báo cáo năm" of the last one may be due after it; "năm sau" is
        the year after each of the plan's. A plan that tells neither years nor date holds for all.

        Who owes it is whom the deadline's sentence names, or else the unit of the task it stands in.

        Args:
            year: The year, from 1900 to 2199.
            days: The working days; by default those of state offices.
            roll: Where a last day goes that is no working day: ``CalendarEntry.moved_to``. By default it stays.
            before: How "trước ngày" is read.

        Raises:
            InvalidValueError: The year is out of range or no number, or days are to be moved in a year whose working
                days are not known, or another argument is none of what it may be.

        >>> from vstbpn.vocabulary import Relation
        >>> deadline = Deadline(due=PartialDate.parse("2026-06-15"), relation=Relation.BEFORE, what="Báo cáo 6 tháng đầu năm")
        >>> (entry,) = Plan(deadlines=(deadline,)).calendar(2026, roll=Roll.PRECEDING)
        >>> str(entry.end), str(entry.moved_to), entry.what
        ('2026-06-14', '2026-06-12', 'Báo cáo 6 tháng đầu năm')
        """
        return year_of_plan(self, year, YearReading(days=days, roll=roll, before=before))

    @property
    def undated_deadlines(self) -> tuple[Deadline, ...]:
        """The deadlines that fall on no day of the calendar (thời hạn không định ngày), which no ``calendar`` lists.

        They are relative ("trong vòng 24 giờ kể từ khi phát hiện"), periodic without a day ("định kỳ 6 tháng"),
        weekly, or name a day that does not exist.

        >>> from vstbpn.vocabulary import Relation
        >>> Plan(deadlines=(Deadline(relation=Relation.DURING, text="trong vòng 24 giờ"),)).undated_deadlines[0].text
        'trong vòng 24 giờ'
        """
        return tuple(told.deadline for told in deadlines_of(self) if not has_day(told.deadline))

    def obligations(
        self,
        *,
        window: DataWindow | Iterable[DataWindow] = CALENDAR,
        roll: Roll = Roll.NONE,
        before: BeforePolicy = BeforePolicy.DAY_BEFORE,
    ) -> tuple[Obligation, ...]:
        """The duties to report it sets (chế độ báo cáo), in reading order: of deadlines that come back or name a period.

        "Báo cáo 6 tháng trước ngày 15/6" is one for the first half of each year, due on 15 June. Where no words name the period
        of what comes back, it is the latest month, quarter or half of which half is over on the due day ("trước ngày
        05 hằng tháng" is about the month before), or the year that day falls in: a report "vào tháng 6 hằng năm" is
        one of the year, due six months before its end. "Định kỳ 6 tháng" without a day gives none.

        They are bounded by the years the plan is for, by its title; "hằng năm" outlasts a plan of one year. What comes back
        begins with the day of its date. "Năm sau" is the year after each of the plan's. What names its year ("trước ngày 15/6/2026") is a duty of that year alone.
        ``who`` and ``to_whom`` are empty where the plan does not tell.

        Args:
            window: The rule that bounds the data, or some of them: of each kind of period the first that says
                something of it is taken. Where none does, the data are those of the calendar's days, and no error tells
                so: look at ``Obligation.window``.
            roll: Where a due day goes that is no working day.
            before: How "trước ngày" is read.

        Raises:
            InvalidValueError: A window, the roll or the reading is none.

        >>> from vstbpn.calendars import PeriodKind
        >>> from vstbpn.vocabulary import Relation
        >>> half = PeriodMention(kind=PeriodKind.HALF, number=1)
        >>> deadline = Deadline(due=PartialDate.parse("--06-15"), relation=Relation.BEFORE, what="Báo cáo", period=half)
        >>> (duty,) = Plan(deadlines=(deadline,)).obligations()
        >>> duty.period.value, duty.numbers, duty.due.day
        ('half', (1,), 15)
        """
        return duties_of_plan(self, DutyReading(windows=rules_of(window), roll=roll, before=before))

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
