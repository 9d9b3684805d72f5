"""The value of a deadline."""

import datetime

import pytest

from vstbpn.calendars.mentions.deadline import BeforePolicy, Deadline
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.values import Span
from vstbpn.vocabulary import Relation


def deadline(due: str | None, relation: Relation) -> Deadline:
    return Deadline(due=PartialDate.parse(due) if due else None, relation=relation)


class TestLastDay:
    """The last day in time."""

    @pytest.mark.parametrize(
        ("due", "relation", "last"),
        [
            ("2021-06-15", Relation.BEFORE, "2021-06-14"),
            ("2021-06-15", Relation.BY, "2021-06-15"),
            ("2026-01", Relation.BEFORE, "2025-12-31"),
            ("2020-02", Relation.DURING, "2020-02-29"),
            ("2025", Relation.DURING, "2025-12-31"),
        ],
    )
    def test_of_a_date(self, due: str, relation: Relation, last: str) -> None:
        assert str(deadline(due, relation).last_day()) == last

    @pytest.mark.parametrize("due", [None, "--06", "--06-15", "---10"])
    @pytest.mark.parametrize("relation", Relation)
    def test_none_without_a_year(self, due: str | None, relation: Relation) -> None:
        assert deadline(due, relation).last_day() is None

    def test_before_may_be_read_otherwise(self) -> None:
        assert deadline("2021-06-15", Relation.BEFORE).last_day(BeforePolicy.SAME_DAY) == datetime.date(2021, 6, 15)

    def test_there_is_no_day_before_the_first(self) -> None:
        with pytest.raises(InvalidValueError):
            BeforePolicy.DAY_BEFORE.last_day(datetime.date.min)


class TestPartsOfMonths:
    """The words of the date may name a part of its month (Bộ luật Dân sự 2015, Điều 146)."""

    @pytest.mark.parametrize(
        ("text", "relation", "last"),
        [
            ("trong tuần đầu tháng 6/2026", Relation.DURING, "2026-06-07"),
            ("trong tuần đầu tiên của tháng 6/2026", Relation.DURING, "2026-06-07"),
            ("tuần thứ nhất của tháng 6/2026", Relation.ON, "2026-06-07"),
            ("tuần thứ hai tháng 6/2026", Relation.ON, "2026-06-14"),
            ("tuần 3 tháng 6/2026", Relation.ON, "2026-06-21"),
            ("tuần\nthứ 3 tháng 6/2026", Relation.ON, "2026-06-21"),
            ("tuần thứ tư tháng 6/2026", Relation.ON, "2026-06-28"),
            ("tuần cuối tháng 6/2026", Relation.DURING, "2026-06-30"),
            ("GIỮA THÁNG 6/2026", Relation.ON, "2026-06-15"),
            ("cuối tháng 6/2026", Relation.BY, "2026-06-30"),
            ("đầu tháng 6/2026", Relation.ON, "2026-06-30"),
            ("trước tuần thứ hai tháng 6/2026", Relation.BEFORE, "2026-06-07"),
            ("trước giữa tháng 6/2026", Relation.BEFORE, "2026-06-14"),
            ("trước cuối tháng 6/2026", Relation.BEFORE, "2026-06-29"),
            ("trước tháng 6/2026", Relation.BEFORE, "2026-05-31"),
        ],
    )
    def test_the_last_day(self, text: str, relation: Relation, last: str) -> None:
        written = Deadline(due=PartialDate.parse("2026-06"), relation=relation, text=text)
        assert str(written.last_day()) == last

    @pytest.mark.parametrize(("due", "last"), [("2026-06-20", "2026-06-20"), ("2026", "2026-12-31"), ("--06", "None")])
    def test_only_of_a_month_with_a_year(self, due: str, last: str) -> None:
        written = Deadline(due=PartialDate.parse(due), relation=Relation.ON, text="giữa tháng 6")
        assert str(written.last_day()) == last


class TestTheValue:
    """What a deadline may hold."""

    def test_its_place_is_not_compared(self) -> None:
        assert Deadline(relation=Relation.BY, span=Span(1, 2)) == Deadline(relation=Relation.BY, span=Span(3, 4))

    def test_recurrences_are_a_closed_list(self) -> None:
        with pytest.raises(InvalidValueError):
            Deadline(relation=Relation.BY, recurring="sometimes")

    def test_an_impossible_date_is_no_date(self) -> None:
        with pytest.raises(InvalidValueError):
            Deadline(due=PartialDate(year=2026), relation=Relation.BY, impossible=True)
