"""Strategies of duties to report: periods, the windows of their data, duties, their turns, and days of a calendar."""

import datetime

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind
from vstbpn.calendars.agenda.reports import report_entry
from vstbpn.calendars.duties.due import FEWEST_MONTHS, MOST_MONTHS, DueDay, DueMonth, DueRule, DueWorkingDays
from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.calendars.duties.occurrence import Occurrence
from vstbpn.calendars.duties.rolling import Roll
from vstbpn.calendars.mentions.deadline import BeforePolicy
from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod
from vstbpn.calendars.reporting.windows import CALENDAR, CutOff, DataWindow, NamedDays, data_window_rules
from vstbpn.dates import FIRST_YEAR, LAST_YEAR
from vstbpn.strategies.values import places
from vstbpn.strategies.words import CAMPAIGNS, DEADLINE_DUTIES, UNITS

_KINDS = st.sampled_from(list(PeriodKind))
_FIRST_DAY, _LAST_DAY = datetime.date(2000, 1, 1), datetime.date(2035, 12, 31)
_UNIT_IDS = ("phong-gddt", "so-gddt", "so-nv", "ubnd-cap-xa", "truong-mam-non")


@st.composite
def reporting_periods(draw: DrawFn, *, kind: PeriodKind | None = None) -> ReportingPeriod:
    """Reporting periods (kỳ báo cáo): months, quarters, halves, nine months, years, school years and terms.

    Use: ``@given(strategies.reporting_periods())``.
    """
    kind = kind or draw(_KINDS)
    year = draw(st.integers(FIRST_YEAR, LAST_YEAR - kind.is_of_schools))
    return ReportingPeriod(kind=kind, year=year, number=draw(st.integers(1, kind.per_year)))


def cut_offs() -> SearchStrategy[CutOff]:
    """When the data of a kind of period are cut off (ngày chốt số liệu).

    Use: ``@given(strategies.cut_offs())``.
    """
    return st.builds(CutOff, kind=_KINDS, day=st.integers(1, 31), months_before=st.integers(0, 12))


@st.composite
def named_days(draw: DrawFn) -> NamedDays:
    """The days of one period's data that a document names (thời gian do văn bản ấn định), within the period itself.

    Use: ``@given(strategies.named_days())``.
    """
    period = draw(reporting_periods())
    first, last = sorted(draw(st.tuples(*[st.dates(period.start, period.end)] * 2)))
    return NamedDays(period=period, start=first, end=last, basis=draw(st.sampled_from([None, "12/2025/QĐ-UBND"])))


def data_windows() -> SearchStrategy[DataWindow]:
    """Rules by which data are bounded (thời gian chốt số liệu).

    They are the calendar's, with or without named days, those that cut off on a day of the month, and those of one day
    or one kind alone, as the bundled rules are.

    Use: ``@given(strategies.data_windows())``.
    """
    return st.one_of(
        st.just(CALENDAR),
        st.builds(DataWindow.ending_on, st.integers(1, 31), months_before=st.integers(0, 12)),
        st.sampled_from(data_window_rules()),
        named_days().map(lambda days: DataWindow(named=(days,))),
        cut_offs().map(lambda cut_off: DataWindow(cut_offs=(cut_off,))),
    )


def due_rules() -> SearchStrategy[DueRule]:
    """How a due day is found (hạn nộp): a day, a month, or a number of working days.

    Use: ``@given(strategies.due_rules())``.
    """
    months = st.integers(FEWEST_MONTHS, MOST_MONTHS)
    days = st.builds(
        DueDay, day=st.integers(1, 31), months_after=months, before=st.none() | st.sampled_from(list(BeforePolicy))
    )
    return st.one_of(
        days, st.builds(DueMonth, months_after=months), st.builds(DueWorkingDays, days=st.integers(1, 250))
    )


@st.composite
def obligations(draw: DrawFn) -> Obligation:
    """Duties to report (chế độ báo cáo).

    Use: ``@given(strategies.obligations())``.
    """
    window = draw(data_windows())
    kind = draw(_KINDS.filter(window.covers))
    start, end = sorted(draw(st.lists(st.dates(_FIRST_DAY, _LAST_DAY), min_size=2, max_size=2, unique=True)))
    return Obligation(
        who=draw(st.none() | st.sampled_from(UNITS)),
        to_whom=draw(st.none() | st.sampled_from(UNITS)),
        what=draw(st.sampled_from(DEADLINE_DUTIES)),
        period=kind,
        numbers=tuple(draw(st.sets(st.integers(1, kind.per_year), max_size=2))),
        window=window,
        due=draw(due_rules()),
        roll=draw(st.sampled_from(list(Roll))),
        basis=draw(st.sampled_from([None, "Nghị định 09/2019/NĐ-CP, Điều 12"])),
        start=draw(st.sampled_from([None, start])),
        end=draw(st.sampled_from([None, end])),
        unit=draw(st.none() | st.sampled_from(_UNIT_IDS)),
        to_unit=draw(st.none() | st.sampled_from(_UNIT_IDS)),
    )


@st.composite
def _turns(draw: DrawFn) -> tuple[Obligation, Occurrence]:
    """A duty and one of its turns."""
    obligation = draw(obligations())
    # A year and a half holds a turn of every duty that stands so long; what is shorter may have none.
    first = draw(st.dates(_FIRST_DAY, datetime.date(2060, 1, 1)))
    duty = Obligation(
        who=obligation.who,
        to_whom=obligation.to_whom,
        what=obligation.what,
        period=obligation.period,
        window=obligation.window,
        due=obligation.due,
        roll=obligation.roll,
    )
    return duty, next(duty.occurrences(first, datetime.date(2090, 1, 1)))


def occurrences() -> SearchStrategy[Occurrence]:
    """Turns of duties to report (một kỳ báo cáo).

    Use: ``@given(strategies.occurrences())``.
    """
    return _turns().map(lambda pair: pair[1])


@st.composite
def _events(draw: DrawFn) -> CalendarEntry:
    """A campaign, a feast day or a day off."""
    kind = draw(st.sampled_from([EntryKind.CAMPAIGN, EntryKind.OBSERVANCE, EntryKind.HOLIDAY]))
    start = draw(st.dates(_FIRST_DAY, _LAST_DAY))
    longest = 40 if kind is EntryKind.CAMPAIGN else 0
    name = draw(st.sampled_from(CAMPAIGNS))
    return CalendarEntry(
        kind=kind,
        start=start,
        end=start + datetime.timedelta(days=draw(st.integers(0, longest))),
        what=name,
        text=name,
        pointer=draw(st.sampled_from([None, "/campaigns/0"])),
        span=draw(places()),
    )


def calendar_entries() -> SearchStrategy[CalendarEntry]:
    """Days and stretches of a year (mốc trong năm): turns of duties to report, campaigns, feast days, days off.

    Use: ``@given(strategies.calendar_entries())``.
    """
    return _turns().map(lambda pair: report_entry(*pair)) | _events()
