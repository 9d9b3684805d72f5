"""Roll-ups: sums over units, periods and sexes, with coverage, and what is wrong with the figures."""

import datetime
import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from time import process_time
from typing import Any

import pytest

from vstbpn.calendars.reporting.period import ReportingPeriod
from vstbpn.errors import InvalidValueError, NotFoundError
from vstbpn.goals.observing.indicator import Collection, Indicator
from vstbpn.goals.observing.observation import Count, Observation, Sex
from vstbpn.goals.rolling.aggregate import Aggregate, Part
from vstbpn.goals.rolling.rollup import RollUp, roll_up
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.figures.expecting import Expected
from vstbpn.organisations.figures.figures import FiguresError
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.organisations.units.kinds import Level, UnitKind

WOMEN, MEN, ALL, UNKNOWN = Sex.FEMALE, Sex.MALE, Sex.TOTAL, Sex.UNSPECIFIED
SHARE = Indicator(id="share", name="tỷ lệ cơ quan có lãnh đạo nữ", unit="%")
OF_WOMEN = Indicator(id="women", name="tỷ lệ nữ thạc sĩ", unit="%", share_of=WOMEN)
CLUBS = Indicator(id="clubs", name="số câu lạc bộ", unit="câu lạc bộ")
RATIO = Indicator(id="ratio", name="tỷ số giới tính khi sinh", unit="/100")
STAFF = Indicator(id="staff", name="số cán bộ", unit="người", collection=Collection.END)


def seen(  # noqa: PLR0917  # As short as the tables of the tests.
    unit: str,
    numerator: Count,
    denominator: Count | None = None,
    sex: Sex = ALL,
    indicator: str | None = None,
    period: str = "2025",
) -> Observation:
    return Observation(
        numerator=numerator, denominator=denominator, period=period, unit=unit, indicator=indicator, sex=sex
    )


def codes(rolled: RollUp) -> list[str]:
    return [finding.code for finding in rolled.findings]


def told(rolled: RollUp, code: str) -> dict[str, str]:
    """The arguments of the one finding of a code."""
    (finding,) = (finding for finding in rolled.findings if finding.code == code)
    return dict(finding.args)


@pytest.fixture(scope="module")
def an_giang() -> Snapshot:
    """Two communes with two schools each, one with none, and a school that hangs nowhere."""
    units = [("ag", "province", "Tỉnh An Giang", "")]
    units += [(f"xa-{number}", "commune", f"Xã {word}", "ag") for number, word in enumerate(("Một", "Hai", "Ba"), 1)]
    for number, commune in enumerate(("xa-1", "xa-1", "xa-2", "xa-2", ""), 1):
        units.append((f"mn-{number}", "kindergarten", f"Trường Mầm non {number}", commune))
    return directory(units).at(datetime.date(2025, 9, 1))


def directory(units: Iterable[tuple[str, str, str, str]], first: str = "2025-07-01", last: str = "") -> Directory:
    """Units told by id, kind, name and the unit above on the territorial line, who stand from one day through another."""
    columns = ("id", "kind", "name", "territorial", "valid_from", "valid_to")
    return Directory.from_rows([dict(zip(columns, (*unit, first, last), strict=True)) for unit in units])


class TestFlat:
    def test_counts_are_added_not_averaged(self) -> None:
        rolled = roll_up([seen("a", 3, 10), seen("b", 9, 90)])
        assert rolled.total() == Aggregate(period="2025", numerator=12, denominator=100, reporting=2, expected=2)
        assert rolled.total().share == Fraction(3, 25)

    def test_of_one_unit(self) -> None:
        rolled = roll_up([seen("a", 3, 10), seen("b", 9, 90)])
        assert rolled.total(unit="b").numerator == 9
        assert rolled.total(unit="b").unit == "b"

    def test_who_is_missing(self) -> None:
        rolled = roll_up([seen("b", 3)], expected=["c", "b", "a"])
        assert rolled.missing() == ("a", "c")
        assert rolled.missing(unit="c") == ("c",)
        assert rolled.missing(unit="b") == ()
        assert rolled.units == ("a", "b", "c")
        assert rolled.total().coverage == Fraction(1, 3)

    def test_nothing_is_known_of_who_did_not_report(self) -> None:
        total = roll_up([seen("b", 3)], expected=["a", "b"]).total(unit="a")
        assert (total.period, total.value, total.coverage) == (None, None, Fraction(0))

    def test_who_was_not_expected_is_added_but_not_covered(self) -> None:
        total = roll_up([seen("a", 3), seen("x", 4)], expected=["a"]).total()
        assert (total.numerator, total.reporting, total.expected) == (7, 1, 1)

    def test_nothing_at_all(self) -> None:
        rolled = roll_up([])
        assert (rolled.total(), rolled.period, rolled.units, rolled.findings) == (Aggregate(), None, (), ())
        assert repr(rolled) == "<RollUp of nothing: 0 of 0 reporting, 0 units, 0 findings>"

    def test_all_units_and_indicators_in_order(self) -> None:
        rolled = roll_up([seen("b", 1, indicator="2"), seen("a", 1, indicator="1")])
        assert [(unit, key, total.numerator) for unit, key, total in rolled.items()] == [
            ("a", "1", 1),
            ("a", "2", 0),
            ("b", "1", 0),
            ("b", "2", 1),
        ]
        assert repr(rolled) == "<RollUp of 2025: 2 indicators, 2 units, 0 findings>"

    def test_takes_a_generator(self) -> None:
        assert roll_up(seen(f"mn-{number}", 1) for number in range(1000)).total().numerator == 1000

    def test_expects_no_kinds(self) -> None:
        with pytest.raises(InvalidValueError, match="without a snapshot"):
            roll_up([], expected=[Level.SCHOOL])


class TestIndicators:
    def test_are_named_where_there_are_several(self) -> None:
        rolled = roll_up([seen("a", 1, indicator="1"), seen("a", 2, indicator="2")])
        assert rolled.total("2").numerator == 2
        with pytest.raises(InvalidValueError, match="there are 2, say which one: 1, 2"):
            rolled.total()

    def test_without_a_name_beside_others(self) -> None:
        rolled = roll_up([seen("a", 1), seen("a", 2, indicator="2")])
        assert rolled.indicators == (None, "2")
        assert rolled.total().numerator == 1

    def test_that_are_not_there(self) -> None:
        rolled = roll_up([seen("a", 1, indicator="clubs")])
        with pytest.raises(NotFoundError, match="clubs"):
            rolled.total("club")
        with pytest.raises(NotFoundError):
            rolled.missing(5)  # type: ignore[arg-type]  # It is said what was given.

    def test_of_the_list_alone(self) -> None:
        rolled = roll_up([seen("a", 1, indicator="9.9"), seen("a", 2, indicator="clubs")], indicators=[CLUBS, STAFF])
        assert rolled.indicators == ("clubs", "staff")
        assert told(rolled, "GOL018") == {
            "unit": "a",
            "period": "2025",
            "indicator": "9.9",
            "known": "clubs, staff",
        }
        assert rolled.total(CLUBS).indicator == CLUBS
        assert rolled.total(STAFF) == Aggregate(indicator=STAFF)

    @pytest.mark.parametrize(
        ("language", "words"), [("vi", "số liệu không ghi chỉ số"), ("en", "the figures name no indicator")]
    )
    def test_that_are_not_named_where_there_are_several(self, language: str, words: str) -> None:
        (finding,) = roll_up([seen("a", 1)], indicators=[CLUBS, STAFF]).findings
        assert (finding.code, dict(finding.args)["indicator"]) == ("GOL018", "")
        assert finding.message(language) == f"a, 2025: {words}"

    def test_need_not_be_named_where_there_is_one(self) -> None:
        assert roll_up([seen("a", 2), seen("b", 1, indicator="clubs")], indicators=[CLUBS]).total().numerator == 3

    def test_may_be_a_mapping(self) -> None:
        assert roll_up([seen("a", 2)], indicators={"clubs": CLUBS}).total("clubs").numerator == 2

    @pytest.mark.parametrize(
        "wrong", [CLUBS, 5, ["clubs"], {"other": CLUBS}, [CLUBS, Indicator(id="clubs", name="x", unit="%")]]
    )
    def test_that_are_none_are_refused(self, wrong: object) -> None:
        with pytest.raises(InvalidValueError, match="indicators"):
            roll_up([], indicators=wrong)  # type: ignore[arg-type]  # It is refused.


class TestOverALine:
    def test_each_unit_holds_what_is_below_it(self, an_giang: Snapshot) -> None:
        rolled = roll_up([seen("mn-1", 1, 2), seen("mn-3", 3, 4), seen("xa-1", 10, 20)], an_giang, "territorial")
        assert rolled.total(unit="xa-1").denominator == 22
        assert rolled.total(unit=an_giang.unit("ag")).numerator == 14
        assert rolled.total().numerator == 14
        assert rolled.units == ("ag", "xa-1", "mn-1", "mn-2", "xa-2", "mn-3", "mn-4", "xa-3")

    def test_schools_are_expected_where_one_reports(self, an_giang: Snapshot) -> None:
        rolled = roll_up([seen("mn-1", 1), seen("mn-3", 3)], an_giang, "territorial")
        assert rolled.missing() == ("mn-2", "mn-4")
        assert rolled.missing(unit="xa-2") == ("mn-4",)
        assert rolled.total().coverage == Fraction(1, 2)

    def test_levels_may_be_expected(self, an_giang: Snapshot) -> None:
        rolled = roll_up([seen("xa-1", 1)], an_giang, "territorial", expected=[UnitKind.COMMUNE])
        assert rolled.missing() == ("xa-2", "xa-3")

    def test_expected_units_are_there(self, an_giang: Snapshot) -> None:
        with pytest.raises(FiguresError, match="mn-5"):
            roll_up([], an_giang, "territorial", expected=["mn-5"])

    def test_a_line_is_needed(self, an_giang: Snapshot) -> None:
        with pytest.raises(InvalidValueError, match="professional, territorial"):
            roll_up([], an_giang)
        with pytest.raises(InvalidValueError, match="give the snapshot"):
            roll_up([], line="territorial")

    def test_units_that_are_not_there_are_told(self, an_giang: Snapshot) -> None:
        with pytest.raises(NotFoundError, match="territorial line"):
            roll_up([], an_giang, "territorial").total(unit="mn-5")
        with pytest.raises(NotFoundError, match="mn-1"):
            roll_up([seen("mn-1", 1)]).total(unit="mn1")
        with pytest.raises(NotFoundError):
            roll_up([]).total(unit=5)  # type: ignore[arg-type]  # It is said what was given.

    def test_depths_are_those_of_rows_in_a_table(self, an_giang: Snapshot) -> None:
        rolled = roll_up([seen("mn-1", 1)], an_giang, "territorial")
        assert [rolled.depth(unit) for unit in rolled.units] == [0, 1, 2, 2, 1, 2, 2, 1]
        assert rolled.depth(an_giang.unit("mn-3")) == 2
        assert roll_up([seen("a", 1)]).depth("a") == 0
        for known in (rolled, roll_up([seen("a", 1)])):
            with pytest.raises(NotFoundError):
                known.depth("mn-5")


class TestExpectedByIndicator:
    """Who is expected may be said of each indicator by itself."""

    GIVEN = (seen("mn-1", 1, indicator="clubs"), seen("mn-1", 1, indicator="staff"))

    def test_over_a_line(self, an_giang: Snapshot) -> None:
        expected: dict[Indicator | str, Expected] = {STAFF: [UnitKind.COMMUNE], "share": ["mn-2", Level.PROVINCE]}
        rolled = roll_up(self.GIVEN, an_giang, "territorial", indicators=[CLUBS, STAFF, SHARE], expected=expected)
        assert rolled.missing(CLUBS) == ("mn-2", "mn-3", "mn-4")
        assert rolled.missing(STAFF) == ("xa-1", "xa-2", "xa-3")
        assert rolled.missing(SHARE) == ("ag", "mn-2")
        assert (rolled.total(STAFF).reporting, rolled.total(STAFF).numerator) == (0, 1)

    def test_of_a_flat_list(self) -> None:
        rolled = roll_up(self.GIVEN, indicators=[CLUBS, STAFF], expected={"staff": ["mn-2", "mn-1"]})
        assert (rolled.missing(CLUBS), rolled.missing(STAFF)) == ((), ("mn-2",))
        assert (rolled.total(CLUBS).expected, rolled.total(STAFF).expected) == (1, 2)
        assert rolled.units == ("mn-1", "mn-2")

    def test_an_indicator_nobody_told_of(self) -> None:
        rolled = roll_up(self.GIVEN, expected={"share": ["mn-3"]})
        assert rolled.indicators == ("clubs", "share", "staff")
        assert rolled.total("share") == Aggregate(expected=1)
        assert roll_up([], expected={"share": ["a"]}).missing("share") == ("a",)

    def test_nobody(self) -> None:
        assert roll_up(self.GIVEN, expected={"clubs": [], "staff": []}).total("clubs").coverage is None
        assert roll_up(self.GIVEN, expected={}).total("clubs").coverage == 1

    @pytest.mark.parametrize("is_flat", [True, False])
    def test_of_unknown_indicators_is_refused(self, an_giang: Snapshot, is_flat: bool) -> None:
        over = () if is_flat else (an_giang, "territorial")
        with pytest.raises(NotFoundError, match=r"no indicator in expected 'club' \(did you mean clubs\?\)"):
            roll_up([], *over, indicators=[CLUBS, STAFF], expected={"club": ["mn-1"]})
        with pytest.raises(NotFoundError, match="did you mean clubs, staff"):
            roll_up([], *over, indicators=[CLUBS, STAFF], expected={SHARE: ["mn-1"]})

    @pytest.mark.parametrize(
        "wrong", [{5: ["a"]}, {None: ["a"]}, {"clubs": "a"}, {"clubs": 5}, {CLUBS: [], "clubs": []}]
    )
    def test_of_other_things_is_refused(self, wrong: Any) -> None:  # noqa: ANN401  # It is refused.
        with pytest.raises(InvalidValueError, match="expected"):
            roll_up([], indicators=[CLUBS], expected=wrong)

    def test_of_units_that_are_not_there_is_refused(self, an_giang: Snapshot) -> None:
        with pytest.raises(FiguresError, match="mn-5"):
            roll_up([], an_giang, "territorial", expected={"clubs": ["mn-5"]})
        with pytest.raises(InvalidValueError, match="without a snapshot"):
            roll_up([], expected={"clubs": [Level.SCHOOL]})


class TestUnitsThatAreNotThere:
    """GOL017: once a unit, never added."""

    @pytest.mark.parametrize(
        ("unit", "suggestion"), [("mn-5", ""), ("mn-9", ""), ("Xã Hai", "xa-2"), ("Trường Mầm non 5", "")]
    )
    def test_are_told_with_what_may_be_meant(self, an_giang: Snapshot, unit: str, suggestion: str) -> None:
        rolled = roll_up([seen(unit, 1), seen(unit, 1, sex=WOMEN), seen("mn-1", 2)], an_giang, "territorial")
        args = told(rolled, "GOL017")
        assert (args["unit"], args["date"], args["suggestion"]) == (unit, "01/09/2025", suggestion)
        assert rolled.total().numerator == 2

    def test_are_told_in_words(self, an_giang: Snapshot) -> None:
        (finding,) = roll_up([seen("Xã Hai", 1)], an_giang, "territorial").findings
        assert (
            finding.message("vi")
            == "số liệu của Xã Hai không được cộng: ngày 01/09/2025 không có đơn vị này trên tuyến"
        )
        assert finding.remedy("en").endswith("on the line on that day; new unit or nearest id: xa-2")

    @pytest.mark.parametrize(("language", "nothing"), [("vi", "mã gần nhất: không có"), ("en", "nearest id: none")])
    def test_are_told_in_words_where_nothing_is_near(self, an_giang: Snapshot, language: str, nothing: str) -> None:
        (finding,) = roll_up([seen("mn-9", 1)], an_giang, "territorial").findings
        assert finding.remedy(language).endswith(nothing)

    def test_that_merged_are_to_be_carried(self, an_giang: Snapshot) -> None:
        (finding,) = roll_up([seen("mn-9", 1)], an_giang, "territorial").findings
        assert "quy đổi số liệu sang đơn vị mới (carry), không chỉ thay mã" in finding.remedy("vi")
        assert "do not just change the id" in finding.remedy("en")

    @pytest.mark.parametrize(("event", "suggestion"), [("abolish", ""), ("merge", "xa")])
    def test_that_ended(self, event: str, suggestion: str) -> None:
        rows = [
            {"id": "ag", "kind": "province", "name": "Tỉnh An Giang"},
            {"id": "xa", "kind": "commune", "name": "Xã Châu Phú", "territorial": "ag", "valid_from": "2025-07-01"},
            {"id": "h-1", "kind": "district", "name": "Huyện Châu Phú", "territorial": "ag", "valid_to": "2025-06-30"},
        ]
        rows[2] |= {"event": event} | ({"successors": "xa"} if event == "merge" else {})
        snapshot = Directory.from_rows(rows).at(datetime.date(2025, 7, 1))
        args = told(roll_up([seen("h-1", 1)], snapshot, "territorial"), "GOL017")
        assert (args["unit"], args["date"], args["suggestion"]) == ("h-1", "01/07/2025", suggestion)

    def test_names_of_several(self) -> None:
        units = [("ag", "province", "Tỉnh An Giang", ""), ("xa", "commune", "Xã Một", "ag")]
        units += [(unit, "kindergarten", "Trường Mầm non Hoa Sen", "xa") for unit in "ab"]
        snapshot = directory(units).at(datetime.date(2025, 7, 1))
        args = told(roll_up([seen("Trường Mầm non Hoa Sen", 1)], snapshot, "territorial"), "GOL017")
        assert args["suggestion"] == "a, b"


class TestToldTwice:
    """GOL012."""

    def test_equal_figures_are_used_once(self) -> None:
        rolled = roll_up([seen("a", 3), seen("a", 3), seen("b", 1)])
        assert rolled.total().numerator == 4
        assert told(rolled, "GOL012") == {
            "indicator": "—",
            "period": "2025",
            "unit": "a",
            "count": "2",
            "sex": "_T",
        }

    def test_others_are_left_out(self) -> None:
        rolled = roll_up([seen("a", 3), seen("a", 4), seen("a", 3), seen("b", 1)])
        assert rolled.total().numerator == 1
        assert rolled.missing() == ("a",)
        assert told(rolled, "GOL012")["count"] == "3"

    def test_other_indicators_of_the_unit_are_used(self) -> None:
        rolled = roll_up([seen("a", 3, indicator="1"), seen("a", 4, indicator="1"), seen("a", 5, indicator="2")])
        assert rolled.total("2").numerator == 5


class TestDenominators:
    """GOL013 and GOL019: all or none, as the indicator asks."""

    def test_that_are_missing(self) -> None:
        rolled = roll_up([seen("a", 3), seen("b", 1, 2)], indicators=[SHARE])
        assert (rolled.total().numerator, rolled.missing()) == (1, ("a",))
        assert told(rolled, "GOL013") == {"indicator": "share", "period": "2025", "unit": "a"}

    @pytest.mark.parametrize("indicator", [CLUBS, OF_WOMEN])
    def test_that_are_not_due(self, indicator: Indicator) -> None:
        given = [seen("a", 3, 4), *(seen("b", 1, sex=sex) for sex in (WOMEN, MEN))]
        rolled = roll_up(given, indicators=[indicator])
        assert rolled.missing() == ("a",)
        assert codes(rolled) == ["GOL019"]

    def test_of_most_units_where_nothing_is_known_of_the_indicator(self) -> None:
        rolled = roll_up([seen("a", 3), seen("b", 1), seen("c", 1, 1)])
        assert (rolled.missing(), codes(rolled)) == (("c",), ["GOL019"])
        assert roll_up([seen("a", 3, 3), seen("b", 1, 2), seen("c", 1)]).missing() == ("c",)

    def test_where_as_many_units_have_them_as_have_none(self) -> None:
        rolled = roll_up([seen("a", 3), seen("b", 1, 1)])
        assert (rolled.missing(), codes(rolled)) == (("a",), ["GOL013"])

    def test_of_one_sex_only(self) -> None:
        given = [seen("a", 3, 5, WOMEN), seen("a", 4, None, MEN), seen("b", 1, 1)]
        assert roll_up(given).missing() == ("a",)


class TestSexes:
    def test_make_the_total(self) -> None:
        total = roll_up([seen("a", 3, 5, WOMEN), seen("a", 4, 9, MEN), seen("b", 1, 1)]).total()
        assert (total.numerator, total.denominator) == (8, 15)
        assert total.parts == (
            Part(sex=WOMEN, numerator=3, denominator=5, reporting=1),
            Part(sex=MEN, numerator=4, denominator=9, reporting=1),
        )

    def test_that_agree_with_their_total(self) -> None:
        rolled = roll_up([seen("a", 3, sex=WOMEN), seen("a", 4, sex=MEN), seen("a", 1, sex=UNKNOWN), seen("a", 8)])
        assert (codes(rolled), rolled.total().numerator) == ([], 8)
        assert [part.sex for part in rolled.total().parts] == [WOMEN, MEN, UNKNOWN]

    @pytest.mark.parametrize(("women", "men", "total"), [(3, 4, 8), (3, 4, 6), (3, None, 2), (None, 3, 2)])
    def test_that_do_not(self, women: int | None, men: int | None, total: int) -> None:
        given = [seen("a", total)]
        given += [seen("a", count, sex=sex) for sex, count in ((WOMEN, women), (MEN, men)) if count is not None]
        rolled = roll_up(given)
        assert rolled.total().numerator == total
        args = told(rolled, "GOL010")
        assert (args["parts"], args["total"]) == (str((women or 0) + (men or 0)), str(total))

    def test_that_do_not_in_their_denominators(self) -> None:
        rolled = roll_up([seen("a", 3, 5, WOMEN), seen("a", 4, 5, MEN), seen("a", 7, 11)])
        assert (told(rolled, "GOL010")["parts"], rolled.total().denominator) == ("7/10", 11)

    def test_some_alone_are_no_fault(self) -> None:
        assert codes(roll_up([seen("a", 3, sex=WOMEN), seen("a", 9), seen("b", 3, sex=WOMEN)])) == []


class TestShareOfASex:
    """GOL014."""

    def test_is_the_count_of_the_sex_out_of_all(self) -> None:
        given = [seen("a", 3, sex=WOMEN), seen("a", 1, sex=MEN), seen("b", 30, sex=WOMEN), seen("b", 46)]
        total = roll_up(given, indicators=[OF_WOMEN]).total()
        assert (total.numerator, total.denominator, total.value) == (33, 50, Fraction(66))
        assert total.part(WOMEN) == Part(sex=WOMEN, numerator=33, denominator=50, reporting=2)
        assert total.part(MEN) == Part(sex=MEN, numerator=1, denominator=4, reporting=1)

    @pytest.mark.parametrize(
        ("sexes", "missing"), [([ALL], "F"), ([MEN], "F"), ([WOMEN], "M, _T"), ([WOMEN, UNKNOWN], "M, _T")]
    )
    def test_needs_the_sex_and_all(self, sexes: Sequence[Sex], missing: str) -> None:
        rolled = roll_up([seen("a", 3, sex=sex) for sex in sexes], indicators=[OF_WOMEN])
        assert (rolled.missing(), told(rolled, "GOL014")["sex"]) == (("a",), missing)
        assert rolled.total() == Aggregate(indicator=OF_WOMEN, expected=1)

    def test_above_all_is_told_and_used(self) -> None:
        rolled = roll_up([seen("a", 5, sex=WOMEN), seen("a", 3)], indicators=[OF_WOMEN])
        assert codes(rolled) == ["GOL010", "GOL011"]
        assert rolled.total().share == Fraction(5, 3)


class TestAboveTheWhole:
    """GOL011."""

    def test_is_told_of_shares_and_used(self) -> None:
        rolled = roll_up([seen("a", 5, 3), seen("b", 1, 9)], indicators=[SHARE])
        args = told(rolled, "GOL011")
        assert (args["unit"], args["numerator"], args["denominator"]) == ("a", "5", "3")
        assert rolled.total().numerator == 6

    def test_of_one_sex(self) -> None:
        rolled = roll_up([seen("a", 5, 3, WOMEN), seen("a", 1, 9, MEN)], indicators=[SHARE])
        assert told(rolled, "GOL011")["numerator"] == "5"

    def test_is_no_fault_of_a_ratio(self) -> None:
        assert codes(roll_up([seen("a", 115, 100)], indicators=[RATIO])) == []
        assert codes(roll_up([seen("a", 115, 100)])) == []

    def test_of_all_quarters_together(self) -> None:
        given = [
            seen("a", count, whole, period=f"2025-Q{number}")
            for number, (count, whole) in enumerate([(1, 2), (5, 2)], 1)
        ]
        rolled = roll_up(given, indicators=[SHARE], period="2025-H1")
        assert (told(rolled, "GOL011")["numerator"], told(rolled, "GOL011")["denominator"]) == ("6", "4")

    def test_of_decimals_and_whole_numbers(self) -> None:
        rolled = roll_up([seen("a", Decimal("2.5"), 2), seen("b", Decimal("1.5"), 2)], indicators=[SHARE])
        assert (told(rolled, "GOL011")["unit"], told(rolled, "GOL011")["numerator"]) == ("a", "2.5")


class TestExactNumbers:
    def test_whole_numbers_stay_whole(self) -> None:
        total = roll_up([seen("a", 10**17, 10**17), *(seen(f"b{number}", 10**17, 10**17) for number in range(200))])
        assert total.total().numerator == 201 * 10**17
        assert type(total.total().denominator) is int

    def test_decimals_are_not_rounded(self) -> None:
        total = roll_up([seen("a", Decimal("0.1")), seen("b", Decimal("0.2")), seen("c", 123456789012345678)]).total()
        assert total.numerator == Decimal("123456789012345678.3")

    def test_what_is_not_decimal_stays_whole(self) -> None:
        total = roll_up([seen("a", Decimal("0.5"), 7)]).total()
        assert (type(total.numerator), type(total.denominator)) == (Decimal, int)


class TestPeriods:
    def test_one_is_found(self) -> None:
        assert roll_up([seen("a", 1, period="2025-Q1")]).period == "2025-Q1"

    def test_several_are_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="2024, 2025"):
            roll_up([seen("a", 1, period="2025"), seen("b", 1, period="2024")])

    def test_others_are_passed_over(self) -> None:
        given = [seen("a", 1, period="2024"), seen("a", 2, period="2025-H1"), seen("a", 4, period="2025")]
        rolled = roll_up(given, period="2025-H1")
        assert (rolled.total().numerator, codes(rolled)) == (2, [])

    def test_may_be_given_as_a_value(self) -> None:
        assert roll_up([], period=ReportingPeriod.parse("2025-H1")).period == "2025-H1"
        with pytest.raises(InvalidValueError, match="period"):
            roll_up([], period="2025-H3")


def quarters(counts: Iterable[int | None], unit: str = "a", indicator: str | None = None) -> Iterator[Observation]:
    for number, count in enumerate(counts, 1):
        if count is not None:
            yield seen(unit, count, indicator=indicator, period=f"2025-Q{number}")


class TestSummedOverTime:
    def test_parts_make_the_whole(self) -> None:
        rolled = roll_up([*quarters([1, 2, 3, 4]), *quarters([5, 6, 7, 8], "b")], period="2025")
        assert (rolled.total().numerator, codes(rolled)) == (36, [])

    @pytest.mark.parametrize(
        ("counts", "missing"),
        [
            ([1, None, 3, 4], "2025-Q2"),
            ([1, 2, None, None], "2025-H2"),
            ([None, 2, 3, 4], "2025-Q1"),
            ([None, 2, None, None], "2025-Q1, 2025-H2"),
        ],
    )
    def test_gaps_are_told(self, counts: list[int | None], missing: str) -> None:
        rolled = roll_up(quarters(counts), period="2025")
        assert told(rolled, "GOL015") == {"indicator": "—", "period": "2025", "unit": "a", "missing": missing}
        assert rolled.total().numerator == sum(count or 0 for count in counts)
        assert rolled.total().reporting == 1

    def test_the_whole_wins(self) -> None:
        rolled = roll_up([*quarters([1, 2, 3, 4]), seen("a", 11)], period="2025")
        assert rolled.total().numerator == 11
        args = told(rolled, "GOL016")
        assert (args["parts"], args["whole"], args["period"]) == ("10", "11", "2025")

    def test_a_whole_that_agrees_is_no_fault(self) -> None:
        rolled = roll_up([*quarters([1, 2, 3, 4]), seen("a", 10), seen("a", 3, period="2025-H1")], period="2025")
        assert (rolled.total().numerator, codes(rolled)) == (10, [])

    def test_larger_parts_win(self) -> None:
        given = [*quarters([1, 2, 3, 4]), seen("a", 9, period="2025-H1")]
        rolled = roll_up(given, period="2025")
        assert rolled.total().numerator == 16
        assert told(rolled, "GOL016")["period"] == "2025-H1"

    def test_parts_that_are_not_all_there_prove_nothing(self) -> None:
        assert codes(roll_up([*quarters([1, 2, None, 4]), seen("a", 50)], period="2025")) == []

    def test_overlapping_parts_are_not_counted_twice(self) -> None:
        given = [seen("a", 9, period="2025-9M"), seen("a", 6, period="2025-H1"), seen("a", 5, period="2025-H2")]
        assert roll_up(given, period="2025").total().numerator == 11

    def test_months_gap(self) -> None:
        given = [seen("a", 1, period=f"2025-{month:02}") for month in range(1, 13) if month != 8]
        assert told(roll_up(given, period="2025"), "GOL015")["missing"] == "2025-08"

    def test_sexes_and_totals_of_different_quarters(self) -> None:
        given = [
            seen("a", 3, sex=WOMEN, period="2025-Q1"),
            seen("a", 4, sex=MEN, period="2025-Q1"),
            seen("a", 8, period="2025-Q2"),
        ]
        rolled = roll_up(given, period="2025-H1")
        assert rolled.total().numerator == 15
        assert told(rolled, "GOL015")["missing"] == "2025-Q2"

    def test_yearly_totals_with_a_quarterly_split(self) -> None:
        split = [seen("a", 2, sex=sex, period=f"2025-Q{quarter}") for sex in (WOMEN, MEN) for quarter in range(1, 5)]
        rolled = roll_up([*split, seen("a", 16)], period="2025")
        assert (codes(rolled), [part.numerator for part in rolled.total().parts]) == ([], [8, 8])

    def test_a_split_that_does_not_make_the_yearly_total(self) -> None:
        split = [seen("a", 2, sex=WOMEN, period=f"2025-Q{quarter}") for quarter in range(1, 5)]
        rolled = roll_up([*split, seen("a", 9, sex=MEN), seen("a", 16)], period="2025")
        assert codes(rolled) == ["GOL010"]
        assert told(rolled, "GOL010")["parts"] == "17"

    def test_of_quarters_that_cannot_be_used(self) -> None:
        rolled = roll_up([*quarters([1, 2, 3, 4]), seen("a", 5, period="2025-Q2")], period="2025")
        assert (rolled.missing(), codes(rolled)) == (("a",), ["GOL012"])

    def test_the_whole_is_used_though_a_quarter_is_not(self) -> None:
        given = [*quarters([1, 2, 3, 4]), seen("a", 5, period="2025-Q2"), seen("a", 10)]
        assert roll_up(given, period="2025").total().numerator == 10

    def test_shares_of_a_sex_need_it_in_each_part(self) -> None:
        given = [
            seen("a", 3, sex=WOMEN, period="2025-H1"),
            seen("a", 4, sex=MEN, period="2025-H1"),
            seen("a", 8, period="2025-H2"),
        ]
        rolled = roll_up(given, indicators=[OF_WOMEN], period="2025")
        assert (rolled.missing(), told(rolled, "GOL014")["sex"]) == (("a",), "F")


class TestLastInTime:
    """Indicators of which the last figure counts."""

    def test_the_last_one_counts(self) -> None:
        rolled = roll_up([*quarters([1, 2, 3, 4]), *quarters([5, 6, 7, 8], "b")], indicators=[STAFF], period="2025")
        assert (rolled.total().numerator, codes(rolled)) == (12, [])

    def test_one_before_the_end_is_told(self) -> None:
        rolled = roll_up([*quarters([1, 2]), *quarters([5, 6, 7, 8], "b")], indicators=[STAFF], period="2025")
        assert (rolled.total().numerator, told(rolled, "GOL015")["missing"]) == (10, "2025-H2")

    def test_the_longest_of_those_that_end_last(self) -> None:
        rolled = roll_up([*quarters([1, 2, 3, 4]), seen("a", 9)], indicators=[STAFF], period="2025")
        assert rolled.total().numerator == 9
        args = told(rolled, "GOL016")
        assert (args["period"], args["parts"], args["whole"]) == ("2025", "4", "9")

    def test_figures_of_different_days_are_not_mixed(self) -> None:
        given = [
            seen("a", 3, sex=WOMEN, period="2025-Q1"),
            seen("a", 4, sex=MEN, period="2025-Q1"),
            seen("a", 8, period="2025-Q4"),
        ]
        total = roll_up(given, indicators=[STAFF], period="2025").total()
        assert (total.numerator, total.parts) == (8, ())

    def test_earlier_faults_do_no_harm(self) -> None:
        given = [*quarters([1, 2, 3, 4]), seen("a", 9, period="2025-Q1")]
        rolled = roll_up(given, indicators=[STAFF], period="2025")
        assert (rolled.total().numerator, codes(rolled)) == (4, ["GOL012"])


class TestWrongInput:
    @pytest.mark.parametrize("wrong", [None, 5, "abc", b"abc", {"a": 1}, [5], [None], ["abc"]])
    def test_other_things_than_observations(self, wrong: object) -> None:
        with pytest.raises(InvalidValueError, match="observations"):
            roll_up(wrong)  # type: ignore[arg-type]  # It is refused.

    def test_other_things_than_units(self) -> None:
        with pytest.raises(FiguresError, match="expected units"):
            roll_up([], expected=[5])  # type: ignore[list-item]  # It is refused.


def many(count: int) -> list[Observation]:
    return [
        seen(f"mn-{number}", number % 7, 7, sex, indicator, period)
        for number in range(count)
        for sex in (WOMEN, MEN)
        for indicator in ("1", "2")
        for period in ("2025-H1", "2025-H2")
    ]


class TestLinearTime:
    @pytest.mark.parametrize("faulty", [False, True])
    def test_grows_with_the_observations(self, faulty: bool) -> None:
        def seconds(count: int) -> float:
            given = many(count) + (many(count) if faulty else [])
            start = process_time()
            for _ in roll_up(given, period="2025").items():
                pass
            return process_time() - start

        self.hold(seconds, 1500)

    def test_grows_with_the_units_where_each_told_of_other_months(self) -> None:
        def seconds(count: int) -> float:
            given = [
                seen(f"mn-{number}", 1, sex=sex, period=f"2025-{month:02}")
                for number in range(count)
                for month in range(1, 13)
                for sex in (WOMEN, MEN)
                if (number * 2654435761 >> month) & 1
            ]
            start = process_time()
            roll_up(given, period="2025")
            return process_time() - start

        seconds(3000)
        self.hold(seconds, 750)

    def hold(self, seconds: Callable[[int], float], count: int) -> None:
        """Four times as much takes at most 6 times as long (16 if it were quadratic); other work may spoil a try."""
        gc.disable()
        try:
            assert any(
                min(seconds(4 * count) for _ in range(2)) < 6 * min(seconds(count) for _ in range(2)) for _ in range(4)
            )
        finally:
            gc.enable()
