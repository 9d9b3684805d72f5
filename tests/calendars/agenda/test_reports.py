"""Turns of duties to report as entries of a calendar."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.agenda.entry import CalendarEntry, EntryKind
from vstbpn.calendars.agenda.reports import report_entries
from vstbpn.calendars.duties.due import DueDay, DueMonth, DueRule, DueWorkingDays
from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.calendars.duties.occurrence import Precision
from vstbpn.calendars.duties.rolling import Roll
from vstbpn.calendars.duties.streaming import occurrences_of
from vstbpn.calendars.mentions.deadline import BeforePolicy
from vstbpn.calendars.reporting.period import PeriodKind
from vstbpn.errors import InvalidValueError
from vstbpn.vocabulary import Relation

START, END = datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)


def duty(due: DueRule, roll: Roll = Roll.FOLLOWING) -> Obligation:
    return Obligation(
        who="Trường Mầm non Hoa Sen", to_whom="UBND phường", what="báo cáo", period=PeriodKind.HALF, due=due, roll=roll
    )


class TestEntries:
    def test_a_day_that_moves(self) -> None:
        entry, _ = report_entries([duty(DueDay(day=15, before=BeforePolicy.DAY_BEFORE))], START, END)
        assert (entry.kind, entry.relation) == (EntryKind.DEADLINE, Relation.BEFORE)
        assert (str(entry.start), str(entry.end), str(entry.due)) == ("2026-06-14", "2026-06-14", "2026-06-15")
        assert (entry.who, entry.to_whom, entry.what) == ("Trường Mầm non Hoa Sen", "UBND phường", "báo cáo")
        assert str(entry.period) == "2026-H1"

    def test_a_day_that_stays(self) -> None:
        entry, _ = report_entries([duty(DueDay(day=15))], START, END)
        assert (entry.moved_to, entry.relation) == (None, Relation.BY)

    def test_a_month(self) -> None:
        entry, _ = report_entries([duty(DueMonth())], START, END)
        assert (str(entry.start), str(entry.end)) == ("2026-06-01", "2026-06-30")
        assert (entry.precision, entry.relation) == (Precision.MONTH, Relation.DURING)

    def test_working_days(self) -> None:
        entry = next(report_entries([duty(DueWorkingDays(days=2))], START, END))
        assert entry.relation is Relation.BY

    @given(st.lists(strategies.obligations(), max_size=4))
    def test_one_for_each_turn_in_their_order(self, obligations: list[Obligation]) -> None:
        entries = list(report_entries(obligations, START, END))
        turns = list(occurrences_of(obligations, START, END))
        assert [(entry.due, entry.period) for entry in entries] == [
            (turn.effective_due, turn.period) for _, turn in turns
        ]
        assert [entry.provisional for entry in entries] == [turn.provisional for _, turn in turns]


class TestDays:
    """Days are plain dates, whatever was given."""

    def test_a_datetime_is_cut(self) -> None:
        evening = datetime.datetime(2026, 6, 14, 23, 59, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
        entry = CalendarEntry(
            kind=EntryKind.DEADLINE, start=datetime.date(2026, 6, 1), end=evening, what="Báo cáo", moved_to=evening
        )
        assert type(entry.end) is type(entry.moved_to) is datetime.date
        assert entry.due == datetime.date(2026, 6, 14)

    def test_what_is_no_date_is_refused(self) -> None:
        words: Any = "2026-06-14"
        with pytest.raises(InvalidValueError, match="date"):
            CalendarEntry(kind=EntryKind.DEADLINE, start=words, end=words, what="Báo cáo")
