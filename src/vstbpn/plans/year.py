"""What a plan sets for a year (lịch của kế hoạch): its deadlines, campaigns and feast days, each on its days."""

import datetime
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

import attrs

from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind
from vstbpn.calendars.agenda.names import name_without_date
from vstbpn.calendars.duties.occurrence import Precision
from vstbpn.calendars.duties.rolling import Roll
from vstbpn.calendars.mentions.deadline import BeforePolicy, Deadline
from vstbpn.calendars.mentions.occasion import CampaignMention, ObservanceMention
from vstbpn.calendars.occasions.observances import national_campaign, observance
from vstbpn.calendars.reporting.checks import check_is
from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod
from vstbpn.calendars.working.work_calendar import FIRST_WORK_YEAR, LAST_WORK_YEAR, WorkCalendar
from vstbpn.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from vstbpn.errors import InvalidValueError, NotFoundError, shown
from vstbpn.plans.duties import is_report
from vstbpn.plans.lasting import is_within, stands, years_of_plan
from vstbpn.plans.turns import PlanDeadline, deadlines_of, last_day, only_year, period_of, turns
from vstbpn.text import comparison_key
from vstbpn.values import evolve, frozen
from vstbpn.vocabulary import Relation

if TYPE_CHECKING:
    from vstbpn.plans.plan import Plan

_SHORT_NAME = 3
_ACTION_MONTH, _ABOUT_EQUALITY = "tháng hành động", "bình đẳng giới"
_PRECISIONS = {3: Precision.QUARTER, 6: Precision.HALF, 12: Precision.YEAR}


@frozen
class YearReading:
    """How a plan's year is to be read (cách tính lịch): the working days, where a due day goes that is none, and "trước ngày"."""

    days: WorkCalendar | None = None
    roll: Roll = attrs.field(default=Roll.NONE, converter=Roll.of)
    before: BeforePolicy = attrs.field(default=BeforePolicy.DAY_BEFORE, converter=BeforePolicy.of)

    def __attrs_post_init__(self) -> None:
        if self.days is not None:
            check_is("days", self.days, WorkCalendar, "WorkCalendar.bundled()")


def year_of_plan(plan: "Plan", year: int, reading: YearReading) -> tuple[CalendarEntry, ...]:
    """The entries of a plan's year, as ``Plan.calendar`` gives them."""
    _check(year, reading)
    entries = [
        *(entry for told in deadlines_of(plan) for entry in _of_deadline(plan, told, year, reading)),
        *(entry for place, told in enumerate(plan.campaigns) for entry in _of_campaign(plan, told, place, year)),
        *(entry for place, told in enumerate(plan.observances) for entry in _of_observance(plan, told, place, year)),
    ]
    return tuple(sorted(_each_once(entries), key=_order))


def _each_once(entries: list[CalendarEntry]) -> Iterator[CalendarEntry]:
    """The same duty of the same people on the same days is one, however its date is worded; its period may be told once."""
    alike: dict[CalendarEntry, list[CalendarEntry]] = {}
    for entry in entries:
        bare = evolve(entry, text="", pointer=None, recurring=None, period=None)
        same = alike.setdefault(bare, [])
        for place, other in enumerate(same):
            if None in {entry.period, other.period} or entry.period == other.period:
                same[place] = evolve(other, period=other.period or entry.period)
                break
        else:
            same.append(entry)
    for same in alike.values():
        yield from same


def _check(year: int, reading: YearReading) -> None:
    check_is("year", year, int, "2026")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidValueError("year", shown(year), f"years run from {FIRST_YEAR} to {LAST_YEAR}")
    if reading.roll is not Roll.NONE and not FIRST_WORK_YEAR <= year <= LAST_WORK_YEAR:
        reason = f"due days can be moved from {FIRST_WORK_YEAR} to {LAST_WORK_YEAR}, the years whose working days are known; ask without a roll"
        raise InvalidValueError("year", shown(year), reason)


def _order(entry: CalendarEntry) -> tuple[datetime.date, datetime.date, str, str]:
    return entry.end, entry.start, entry.kind.value, entry.what


def _touches(year: int, *days: datetime.date) -> bool:
    return min(days).year <= year <= max(days).year


def _of_deadline(plan: "Plan", told: PlanDeadline, year: int, reading: YearReading) -> Iterator[CalendarEntry]:
    is_dated = only_year(told.deadline) is not None
    for turn in _turns_about(told.deadline, year):
        last = last_day(turn, told.deadline, reading.before)
        if last is None:
            continue
        period = _period(told, turn)
        if not is_dated and not stands(plan, turn, told.deadline, last, period):
            continue
        first, moved = _first_day(turn, last), _moved(last, reading)
        if not _touches(year, first, last, moved):
            continue
        yield CalendarEntry(
            kind=EntryKind.DEADLINE,
            start=first,
            end=last,
            what=told.what,
            who=told.who,
            to_whom=told.to_whom,
            moved_to=moved if moved != last else None,
            precision=_precision(turn),
            relation=turn.relation,
            # What a report of each year is about that names no period, its day does not tell.
            period=period if turn.period is not None or (period and period.kind is not PeriodKind.YEAR) else None,
            recurring=turn.recurring,
            provisional=reading.roll is not Roll.NONE and _days(reading).is_provisional(last, moved),
            text=turn.text,
            pointer=told.pointer,
            span=turn.span,
        )


def _period(told: PlanDeadline, turn: Deadline) -> ReportingPeriod | None:
    """The period a turn reports on, if it is a report."""
    if not is_report(told) or turn.due is None or turn.due.year is None:
        return None
    return period_of(turn, sum(1 for _ in turns(told.deadline, turn.due.year)))


def _turns_about(deadline: Deadline, year: int) -> Iterator[Deadline]:
    """The turns that may touch a year: those due in it, in the next one (a stretch, "trước ngày 01/01") or just before it."""
    ends = deadline.due.year if deadline.due is not None else None
    years = (year - 1, year, year + 1) if ends is None or abs(ends - year) <= 1 else (ends,)
    for one in years:
        yield from turns(deadline, one)


def _first_day(turn: Deadline, last: datetime.date) -> datetime.date:
    """The first day of a turn; of what is due before a day, or ends before it starts, the last day is the only one."""
    part = turn.part_of_month() if turn.start is None else None
    if part is not None:
        return min(part[0], last)
    # What is due before a quarter has one last day; the quarter itself is too late.
    opening = turn.due if turn.start is None or turn.relation is Relation.BEFORE else turn.start
    first = opening.earliest() if opening is not None else None
    return first if first is not None and first <= last else last


def _days(reading: YearReading) -> WorkCalendar:
    return reading.days or WorkCalendar.bundled()


def _moved(last: datetime.date, reading: YearReading) -> datetime.date:
    if reading.roll is Roll.NONE or not FIRST_WORK_YEAR <= last.year <= LAST_WORK_YEAR:
        return last
    with suppress(InvalidValueError):  # The first or the last day of all that are known may have nowhere to go.
        return reading.roll.apply(last, _days(reading))
    return last


def _precision(turn: Deadline) -> Precision:
    """How exactly the words name what is due: a day, a week, a month, a quarter, half a year or a year."""
    start, due = turn.start, turn.due
    if part := turn.part_of_month():
        return Precision.WEEK if part[0] < part[1] else Precision.DAY
    if due is None or due.day is not None or (start is not None and start.day is not None):
        return Precision.DAY
    if due.month is None:
        return Precision.YEAR
    if start is None or start.month is None or start.year != due.year:
        return Precision.MONTH
    months = due.month - start.month + 1
    return _PRECISIONS.get(months, Precision.MONTH) if due.month % max(months, 1) == 0 else Precision.MONTH


def is_national(plan: "Plan", campaign: CampaignMention) -> bool:
    """Whether a campaign is the national Action Month for gender equality, by its name.

    Another campaign about gender equality, or one held in honour of the month, is none.
    """
    name = comparison_key(campaign.name)
    if not name.startswith(_ACTION_MONTH):
        return False
    if len(name.split()) > _SHORT_NAME:
        return _ABOUT_EQUALITY in name
    # A short name ("Tháng hành động") means what the plan is about, unless that is another month.
    title = comparison_key(plan.title or "")
    month = title.find(_ACTION_MONTH)
    return _ABOUT_EQUALITY in title[max(month, 0) :]


def _of_campaign(plan: "Plan", campaign: CampaignMention, place: int, year: int) -> Iterator[CalendarEntry]:
    if campaign.impossible:
        return
    stretch = Deadline(due=campaign.end, start=campaign.start, relation=Relation.DURING)
    is_dated = only_year(stretch) is not None
    for turn in _turns_about(stretch, year):
        last = turn.last_day()
        if last is None or not _touches(year, _first_day(turn, last), last):
            continue
        first = _first_day(turn, last)
        # One without a year is held in those of the plan, and belongs to the year it begins in.
        if not is_dated and not is_within(years_of_plan(plan), first.year):
            continue
        yield CalendarEntry(
            kind=EntryKind.CAMPAIGN,
            start=first,
            end=last,
            what=campaign.name or campaign.text,
            precision=_precision(turn),
            theme=_theme(first.year) if is_national(plan, campaign) else None,
            text=campaign.text,
            pointer=f"/campaigns/{place}",
            span=campaign.span,
        )


def _theme(year: int) -> str | None:
    with suppress(NotFoundError, InvalidValueError):
        theme = national_campaign(year).theme
        return theme.title if theme is not None else None
    return None


def _of_observance(plan: "Plan", mention: ObservanceMention, place: int, year: int) -> Iterator[CalendarEntry]:
    if mention.day is None:
        return
    if mention.day.year is None and not is_within(years_of_plan(plan), year):
        return
    name = name_without_date(mention.text)
    if mention.observance is not None:
        with suppress(NotFoundError):
            name = observance(mention.observance).name
    for day in _days_of_feast(mention.day, year):
        first, last = day.earliest(), day.latest()
        if first and last:
            yield CalendarEntry(
                kind=EntryKind.OBSERVANCE,
                start=first,
                end=last,
                what=name,
                text=mention.text,
                pointer=f"/observances/{place}",
                span=mention.span,
            )


def _days_of_feast(date: PartialDate, year: int) -> Iterator[PartialDate]:
    """A feast's days in a year: none where it is of another year or has no day there (29 February), twelve of "---10"."""
    if date.year not in {None, year}:
        return
    monthly = date.year is None and date.month is None
    for month in range(1, 13) if monthly else (date.month,):
        with suppress(InvalidValueError):
            yield PartialDate(year=year, month=month, day=date.day)
