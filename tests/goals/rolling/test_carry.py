"""Observations carried across mergers, renamings and splits."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from vstbpn.errors import InvalidValueError
from vstbpn.goals.observing.indicator import Indicator
from vstbpn.goals.observing.observation import Count, Observation, ObservationStatus, Sex
from vstbpn.goals.rolling.carrying import carry
from vstbpn.goals.rolling.rollup import roll_up
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.figures.figures import FiguresError, Shares
from vstbpn.organisations.figures.shares import SharesNeededError
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.organisations.units.unit import DatedName, Link, OrganisationUnit

WOMEN, MEN, ALL, UNKNOWN = Sex.FEMALE, Sex.MALE, Sex.TOTAL, Sex.UNSPECIFIED
REFORM, YEAR_END = datetime.date(2025, 7, 1), datetime.date(2025, 12, 31)


def seen(  # noqa: PLR0917  # As short as the tables of the tests.
    unit: str,
    numerator: Count,
    denominator: Count | None = None,
    sex: Sex = ALL,
    period: str = "2025-Q1",
    status: ObservationStatus = ObservationStatus.NORMAL,
    source: str | None = None,
) -> Observation:
    return Observation(
        numerator=numerator,
        denominator=denominator,
        period=period,
        unit=unit,
        sex=sex,
        status=status,
        source=source,
    )


@pytest.fixture(scope="module")
def directory() -> Directory:
    """On 1 July 2025 communes a and b merged into c, d was divided into e and f, g was dissolved, and h lived on.

    A school came to c as well, whose figures are its own; and i took in j, on 1 March.
    """
    march = datetime.date(2025, 3, 1)
    ended = dict.fromkeys("abdg", REFORM) | {"j": march}
    begun = dict.fromkeys("cef", REFORM)
    kinds = {"s": UnitKind.KINDERGARTEN, "p": UnitKind.PROVINCE}
    units = "pabcdefghijs"
    return Directory(
        units=tuple(OrganisationUnit(id=unit, kind=kinds.get(unit, UnitKind.OTHER)) for unit in units),
        names=tuple(
            DatedName(unit=unit, name=f"Đơn vị {unit}", start=begun.get(unit), end=ended.get(unit)) for unit in units
        ),
        links=tuple(
            Link(child=unit, parent="h", line=Line.TERRITORIAL, start=begun.get(unit), end=ended.get(unit))
            for unit in "abcdefgij"
        ),
        events=(
            ChangeEvent(date=REFORM, kind=EventKind.MERGE, sources=("a", "b"), targets=("c",)),
            ChangeEvent(date=REFORM, kind=EventKind.SPLIT, sources=("d",), targets=("e", "f")),
            ChangeEvent(date=REFORM, kind=EventKind.ABOLISH, sources=("g",)),
            ChangeEvent(date=march, kind=EventKind.MERGE, sources=("i", "j"), targets=("i",)),
        ),
    )


class TestMergers:
    def test_counts_add(self, directory: Directory) -> None:
        told = [seen("a", 1, 2), seen("b", 3, 4)]
        assert carry(told, directory, on=YEAR_END) == (seen("c", 4, 6),)

    def test_sex_by_sex(self, directory: Directory) -> None:
        told = [seen(unit, count, sex=sex) for unit, count in (("a", 1), ("b", 2)) for sex in (WOMEN, MEN)]
        assert carry(told, directory, on=YEAR_END) == (seen("c", 3, sex=WOMEN), seen("c", 3, sex=MEN))

    def test_each_period_by_itself(self, directory: Directory) -> None:
        told = [seen(unit, 1, period=period) for unit in "ab" for period in ("2025-Q2", "2025-Q1")]
        carried = carry(told, directory, on=YEAR_END)
        assert carried == (seen("c", 2, period="2025-Q1"), seen("c", 2, period="2025-Q2"))

    def test_units_that_did_not_change_stay(self, directory: Directory) -> None:
        told = [seen("h", 5), seen("c", 7, period="2025-Q3"), seen("nobody", 1)]
        assert carry(told, directory, on=YEAR_END) == tuple(told)

    def test_up_to_the_day_asked_about(self, directory: Directory) -> None:
        told = [seen("a", 1), seen("b", 2)]
        assert carry(told, directory, on=datetime.date(2025, 6, 30)) == tuple(told)
        assert carry(told, directory, on=datetime.date(2025, 1, 1)) == tuple(told)

    def test_units_that_ended_within_the_period(self, directory: Directory) -> None:
        told = [seen("i", 1, period="2024"), seen("j", 2, period="2024")]
        assert carry(told, directory, on=YEAR_END) == (seen("i", 3, period="2024"),)
        of_march = [seen("i", 1), seen("j", 2)]
        # What i told of the quarter may hold what j did since March: so they are not added.
        assert carry(of_march, directory, on=YEAR_END) == tuple(of_march)
        year = [seen("a", 1, period="2025"), seen("b", 2, period="2025")]
        assert carry(year, directory, on=YEAR_END) == (seen("c", 3, period="2025"),)

    def test_as_of_the_day_reported(self, directory: Directory) -> None:
        told = [seen("a", 1, period="2025"), seen("b", 2, period="2025"), seen("c", 4, period="2025")]
        carried = carry(told, directory, on=YEAR_END, reported=datetime.date(2025, 6, 30))
        assert carried == (seen("c", 4, period="2025"), seen("c", 3, period="2025"))

    def test_the_least_sure_status_and_all_sources(self, directory: Directory) -> None:
        told = [
            seen("a", 1, status=ObservationStatus.ESTIMATED, source="báo cáo xã A"),
            seen("b", 2, status=ObservationStatus.PROVISIONAL, source="báo cáo xã B"),
        ]
        (carried,) = carry(told, directory, on=YEAR_END)
        assert (carried.status, carried.source) == (ObservationStatus.ESTIMATED, "báo cáo xã A; báo cáo xã B")


class TestPartsThatAreMissing:
    def test_what_only_one_told_does_not_count_as_complete(self, directory: Directory) -> None:
        told = [seen("a", 1)]
        assert carry(told, directory, on=YEAR_END) == tuple(told)
        rolled = roll_up(carry(told, directory, on=YEAR_END), directory.at(YEAR_END), "territorial", expected=["c"])
        assert (rolled.missing(), [finding.code for finding in rolled.findings]) == (("c",), ["GOL017"])

    def test_nor_in_one_period_or_sex(self, directory: Directory) -> None:
        told = [seen("a", 1), seen("b", 2), seen("a", 1, period="2025-Q2")]
        assert carry(told, directory, on=YEAR_END) == (told[2], seen("c", 3))
        told = [seen("a", 1, sex=WOMEN), seen("b", 2, sex=WOMEN), seen("b", 2, sex=MEN)]
        assert carry(told, directory, on=YEAR_END) == tuple(told)

    def test_totals_are_made_where_sexes_are_not_told_alike(self, directory: Directory) -> None:
        told = [seen("a", 1, 2, WOMEN), seen("a", 3, 4, MEN), seen("b", 5, 6, WOMEN), seen("b", 20, 30)]
        assert set(carry(told, directory, on=YEAR_END)) == {seen("c", 6, 8, WOMEN), seen("c", 24, 36)}

    def test_nobody_need_be_of_no_specified_sex(self, directory: Directory) -> None:
        told = [seen("a", 1), seen("b", 2), seen("b", 1, sex=UNKNOWN)]
        assert set(carry(told, directory, on=YEAR_END)) == {seen("c", 3), seen("c", 1, sex=UNKNOWN)}

    def test_of_a_unit_that_keeps_its_id_neither(self, directory: Directory) -> None:
        told = [seen("i", 1, period="2024")]
        carried = carry(told, directory, on=YEAR_END)
        assert carried == (seen("i@2024-12-31", 1, period="2024"),)
        rolled = roll_up(carried, directory.at(YEAR_END), "territorial", expected=["i"])
        assert (rolled.missing(), [finding.code for finding in rolled.findings]) == (("i",), ["GOL017"])
        assert carry(carried, directory, on=YEAR_END) == carried

    def test_nor_where_the_two_do_not_go_together(self, directory: Directory) -> None:
        told = [seen("i", 1, period="2024"), seen("j", 2, 3, period="2024")]
        carried = carry(told, directory, on=YEAR_END)
        assert carried == (seen("i@2024-12-31", 1, period="2024"), told[1])
        rolled = roll_up(carried, directory.at(YEAR_END), "territorial", expected=["i"])
        assert rolled.missing() == ("i",)

    def test_denominators_are_told_by_all(self, directory: Directory) -> None:
        told = [seen("a", 1), seen("b", 2, 3)]
        assert carry(told, directory, on=YEAR_END) == tuple(told)

    def test_what_a_unit_told_goes_over_as_a_whole_or_not_at_all(self) -> None:
        autumn = datetime.date(2025, 10, 1)
        begun, ended = {"e": REFORM, "f": REFORM, "k": autumn}, {"d": REFORM, "f": autumn, "h": autumn}
        directory = Directory(
            units=tuple(OrganisationUnit(id=unit) for unit in "defhk"),
            names=tuple(
                DatedName(unit=unit, name=f"Đơn vị {unit}", start=begun.get(unit), end=ended.get(unit))
                for unit in "defhk"
            ),
            events=(
                ChangeEvent(date=REFORM, kind=EventKind.SPLIT, sources=("d",), targets=("e", "f")),
                ChangeEvent(date=autumn, kind=EventKind.MERGE, sources=("f", "h"), targets=("k",)),
            ),
        )
        shares = {("d", "e"): Fraction(1, 2), ("d", "f"): Fraction(1, 2)}
        told = [seen("d", 4), seen("h", 1)]
        assert carry(told, directory, on=YEAR_END, shares=shares) == (seen("e", 2), seen("k", 3))
        # Without h that of k would be a part, so that of e, which d told as well, is not carried either.
        assert carry(told[:1], directory, on=YEAR_END, shares=shares) == (seen("d", 4),)


class TestToldTwice:
    def test_stays_told_twice(self, directory: Directory) -> None:
        told = [seen("a", 1), seen("a", 1), seen("b", 2)]
        assert carry(told, directory, on=YEAR_END) == (seen("c", 3), seen("c", 3))
        told = [seen("a", 1), seen("a", 5), seen("b", 2)]
        assert carry(told, directory, on=YEAR_END) == (seen("c", 3), seen("c", 7))

    def test_of_sexes_that_make_a_total(self, directory: Directory) -> None:
        told = [seen("a", 1, sex=WOMEN), seen("a", 2, sex=WOMEN), seen("a", 3, sex=MEN), seen("b", 10)]
        assert carry(told, directory, on=YEAR_END) == (seen("c", 14), seen("c", 15))


class TestSplits:
    def test_need_shares(self, directory: Directory) -> None:
        with pytest.raises(SharesNeededError) as caught:
            carry([seen("d", 4), seen("g", 1), seen("h", 1)], directory, on=YEAR_END)
        assert [split.source for split in caught.value.splits] == ["d", "g"]

    def test_go_where_shares_say(self, directory: Directory) -> None:
        shares: Shares = {("d", "e"): Decimal("0.3"), ("d", "f"): Decimal("0.7"), ("g", "h"): 1}
        carried = carry([seen("d", 4, 10), seen("g", 1)], directory, on=YEAR_END, shares=shares)
        # What g told stays, since h told nothing.
        assert carried == (seen("g", 1), seen("e", Decimal("1.2"), 3), seen("f", Decimal("2.8"), 7))

    def test_parts_that_are_no_decimals_are_refused(self, directory: Directory) -> None:
        shares = {("d", "e"): Fraction(1, 3), ("d", "f"): Fraction(2, 3)}
        assert carry([seen("d", 6)], directory, on=YEAR_END, shares=shares) == (seen("e", 2), seen("f", 4))
        with pytest.raises(InvalidValueError, match="give shares that divide the counts"):
            carry([seen("d", 10)], directory, on=YEAR_END, shares=shares)

    def test_shares_at_fault_are_told(self, directory: Directory) -> None:
        with pytest.raises(FiguresError, match="less than 1"):
            carry([seen("d", 10)], directory, on=YEAR_END, shares={("d", "e"): Fraction(1, 3)})

    def test_a_taker_without_a_share_gets_nothing(self, directory: Directory) -> None:
        assert carry([seen("d", 10)], directory, on=YEAR_END, shares={("d", "e"): 1}) == (seen("e", 10),)


class TestAYearAcrossAMerger:
    """Quarters 1 and 2 reported by the old units and 3 and 4 by the new one make one year."""

    def test_is_whole(self, directory: Directory) -> None:
        women = Indicator(id="1.1", name="tỷ lệ nữ cán bộ", unit="%", share_of=WOMEN)
        told = [
            seen(unit, count, sex=sex, period=f"2025-Q{quarter}")
            for unit, quarters in (("a", (1, 2)), ("b", (1, 2)), ("c", (3, 4)))
            for quarter in quarters
            for sex, count in ((WOMEN, 3), (MEN, 1))
        ]
        carried = carry(told, directory, on=YEAR_END)
        rolled = roll_up(carried, directory.at(YEAR_END), "territorial", indicators=[women], period="2025")
        assert rolled.findings == ()
        assert (rolled.total(unit="c").numerator, rolled.total(unit="c").denominator) == (18, 24)
        assert rolled.total(unit="c").value == 75

    def test_has_a_gap_where_one_of_the_old_did_not_report(self, directory: Directory) -> None:
        told = [seen(unit, 1, period="2025-H1") for unit in "a"] + [seen("c", 1, period="2025-H2")]
        carried = carry(told, directory, on=YEAR_END)
        rolled = roll_up(carried, directory.at(YEAR_END), "territorial", period="2025")
        assert [finding.code for finding in rolled.findings] == ["GOL017", "GOL015"]


class TestWrongInput:
    @pytest.mark.parametrize("wrong", [None, 5, "abc", {"a": 1}, [5]])
    def test_other_things_than_observations(self, directory: Directory, wrong: object) -> None:
        with pytest.raises(InvalidValueError, match="observations"):
            carry(wrong, directory, on=YEAR_END)  # type: ignore[arg-type]  # It is refused.

    def test_no_day(self, directory: Directory) -> None:
        with pytest.raises(InvalidValueError):
            carry([], directory, on="2025")  # type: ignore[arg-type]  # It is refused.
