"""Roll-ups as they were on a day, periods that are missing in part, and how to say which period is meant."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import InvalidValueError
from vstbpn.goals.observing.indicator import Indicator
from vstbpn.goals.observing.observation import Observation, Sex
from vstbpn.goals.rolling.rollup import roll_up
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.snapshot import Snapshot

JUNE = datetime.date(2026, 6, 30)
QUARTERS = tuple(f"2026-Q{number}" for number in range(1, 5))
HALVES_AND_MORE = ("2026", "2026-H1", "2026-H2", "2026-9M", *QUARTERS, "2026-06", "2026-07")


def seen(unit: str, numerator: int, period: str, sex: Sex = Sex.TOTAL, indicator: str | None = None) -> Observation:
    return Observation(numerator=numerator, period=period, unit=unit, sex=sex, indicator=indicator)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    rows = [{"id": "ag", "kind": "province", "name": "Tỉnh An Giang"}]
    rows += [
        {"id": unit, "kind": "commune", "name": f"Xã {unit.upper()}", "territorial": "ag", "valid_from": "2025-07-01"}
        for unit in "abc"
    ]
    return Directory.from_rows(rows).at(JUNE)


class TestOn:
    """What was not over on the day is left out."""

    def test_later_periods_do_not_count(self) -> None:
        rolled = roll_up([seen("a", 1, period) for period in QUARTERS], period="2026", on=JUNE)
        assert (rolled.total().numerator, rolled.total().gaps) == (2, ("2026-H2",))

    def test_the_last_day_of_a_period_counts_and_the_day_before_does_not(self) -> None:
        told = [seen("a", 1, "2026-H1")]
        assert roll_up(told, on=JUNE).total().numerator == 1
        assert roll_up(told, on=JUNE - datetime.timedelta(days=1)).period is None

    def test_over_a_snapshot(self, snapshot: Snapshot) -> None:
        told = [seen("a", 1, "2026-Q1"), seen("b", 5, "2026-Q3"), seen("x", 7, "2026-Q3")]
        rolled = roll_up(told, snapshot, "territorial", period="2026", on=JUNE)
        assert (rolled.total().numerator, rolled.missing()) == (1, ("b", "c"))
        assert {finding.code for finding in rolled.findings} == {"GOL015"}

    def test_the_one_period_that_is_over_needs_no_name(self) -> None:
        rolled = roll_up([seen("a", 1, "2026-H1"), seen("a", 2, "2026-9M")], on=JUNE)
        assert (rolled.period, rolled.total().numerator) == ("2026-H1", 1)

    def test_a_datetime_is_cut_to_its_day(self) -> None:
        on = datetime.datetime(2026, 6, 30, 8, tzinfo=datetime.UTC)
        assert roll_up([seen("a", 1, "2026-H1")], on=on).total().numerator == 1

    @pytest.mark.parametrize("wrong", ["2026-06-30", 5, object(), [JUNE]])
    def test_it_is_a_day(self, wrong: datetime.date) -> None:
        with pytest.raises(
            InvalidValueError, match=r"invalid on .*: expected a day, as in datetime.date\(2026, 6, 30\)"
        ):
            roll_up([], on=wrong)

    @given(
        st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9), st.sampled_from(HALVES_AND_MORE))),
        st.dates(datetime.date(2026, 1, 1), datetime.date(2027, 1, 1)),
    )
    def test_it_is_as_if_they_had_not_been_reported(self, told: list[tuple[str, int, str]], on: datetime.date) -> None:
        observations = [seen(*row) for row in told]
        ends = {"2026": 12, "2026-H1": 6, "2026-H2": 12, "2026-9M": 9, "2026-06": 6, "2026-07": 7}
        ends |= {quarter: 3 * number for number, quarter in enumerate(QUARTERS, 1)}
        # A period is over on a day if the day after it lies in a later month.
        next_day = on + datetime.timedelta(days=1)
        last = 12 if next_day.year > 2026 else next_day.month - 1
        known = [observation for observation in observations if ends[observation.period] <= last]
        left, right = (roll_up(given_, period="2026", on=day) for given_, day in ((observations, on), (known, None)))
        assert (list(left.items()), left.findings) == (list(right.items()), right.findings)


class TestSeveralPeriods:
    """It is told how to say which one is meant."""

    def test_of_one_year(self) -> None:
        with pytest.raises(InvalidValueError) as caught:
            roll_up([seen("a", 1, "2026-Q2"), seen("a", 1, "2026-Q1")])
        assert caught.value.reason == (
            "the observations are of several (2026-Q1, 2026-Q2): "
            "say which one with period=, or the whole, period='2026'"
        )

    def test_of_several_years(self) -> None:
        with pytest.raises(InvalidValueError, match=r"\(2025, 2026\): say which one with period=, or a year of them"):
            roll_up([seen("a", 1, "2025"), seen("a", 1, "2026")])

    def test_of_many(self) -> None:
        with pytest.raises(InvalidValueError, match="2026-10, …"):
            roll_up(seen("a", 1, f"2026-{month:02}") for month in range(1, 13))


class TestIncomplete:
    """Units with figures for a part of the period: they report, but not of all of it."""

    def test_who_lacks_a_quarter(self) -> None:
        told = [seen("b", 1, period) for period in QUARTERS[:3]] + [seen("a", 1, "2026")]
        rolled = roll_up(told, period="2026", expected=["a", "b", "c"])
        assert (rolled.missing(), rolled.incomplete()) == (("c",), ("b",))
        assert (rolled.incomplete(unit="a"), rolled.incomplete(unit="b")) == ((), ("b",))

    def test_nobody_where_all_told_the_whole(self) -> None:
        assert roll_up([seen("a", 1, "2026")]).incomplete() == ()
        assert roll_up([]).incomplete() == ()

    def test_in_the_order_of_the_line(self, snapshot: Snapshot) -> None:
        rolled = roll_up([seen(unit, 1, "2026-Q1") for unit in "cab"], snapshot, "territorial", period="2026-H1")
        assert rolled.incomplete(unit="ag") == tuple(unit for unit in rolled.units if unit != "ag")

    def test_a_sex_that_lacks_a_quarter(self) -> None:
        told = [seen("a", 3, "2026-H1"), seen("a", 1, "2026-Q1", Sex.FEMALE)]
        rolled = roll_up(told, period="2026-H1")
        assert ([finding.code for finding in rolled.findings], rolled.incomplete()) == (["GOL015"], ("a",))

    def test_by_indicator(self) -> None:
        told = [seen("a", 1, "2026-Q1", indicator="1"), seen("a", 1, "2026", indicator="2")]
        rolled = roll_up(told, period="2026")
        assert (rolled.incomplete("1"), rolled.incomplete("2")) == (("a",), ())
        with pytest.raises(InvalidValueError, match="there are 2"):
            rolled.incomplete()

    @given(
        st.lists(
            st.tuples(
                st.sampled_from("abc"), st.integers(0, 9), st.sampled_from(HALVES_AND_MORE), st.sampled_from(list(Sex))
            ),
            max_size=12,
        ),
        st.sampled_from([None, Sex.FEMALE]),
    )
    def test_it_is_whoever_lacks_periods_and_is_not_missing(
        self, told: list[tuple[str, int, str, Sex]], share_of: Sex | None
    ) -> None:
        unit = "người" if share_of is None else "%"
        indicator = Indicator(id="1", name="giáo viên", unit=unit, share_of=share_of)
        rolled = roll_up([seen(*row) for row in told], indicators=[indicator], period="2026")
        lacking = {dict(finding.args)["unit"] for finding in rolled.findings if finding.code == "GOL015"}
        assert set(rolled.incomplete()) == lacking - set(rolled.missing())


def test_an_indicator_nobody_told_of_has_rows_of_nothing() -> None:
    indicators = [Indicator(id=key, name="câu lạc bộ", unit="câu lạc bộ") for key in "12"]
    rolled = roll_up([seen("a", 1, "2026", indicator="1")], indicators=indicators)
    assert [(key, total.numerator, total.period) for _, key, total in rolled.items()] == [
        ("1", 1, "2026"),
        ("2", 0, None),
    ]
