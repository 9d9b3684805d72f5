"""Boards: which units and targets they show, and what each cell holds."""

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from vstbpn.errors import InvalidValueError, NotFoundError
from vstbpn.goals.evaluating.judging import evaluate
from vstbpn.goals.evaluating.verdicts import Reason, Verdict
from vstbpn.goals.observing.indicator import Indicator
from vstbpn.goals.observing.observation import Observation
from vstbpn.goals.picturing.board import ProgressBoard
from vstbpn.goals.picturing.building import progress_board
from vstbpn.goals.rolling.rollup import RollUp, roll_up
from vstbpn.goals.targets.target import Target
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.organisations.units.kinds import Line
from vstbpn.organisations.units.unit import DatedName, Link, OrganisationUnit

DAY = datetime.date(2025, 12, 31)
WOMEN = Indicator(id="1", name="tỷ lệ nữ lãnh đạo", name_en="women in leadership", unit="%")
CLUBS = Indicator(id="2", name="câu lạc bộ", unit="câu lạc bộ")
TARGETS = {"1": Target.parse("ít nhất 60% nữ lãnh đạo vào năm 2025"), "2": Target.parse("ít nhất 4 câu lạc bộ")}
NAMES = {"so": "Sở Giáo dục và Đào tạo", "thpt": "Trường THPT Hoa Lư", "thcs": "Trường THCS Gia Sinh"}


def observed(unit: str, part: int, whole: int | None, indicator: str = "1", period: str = "2025") -> Observation:
    return Observation(numerator=part, denominator=whole, period=period, unit=unit, indicator=indicator)


COUNTS = (observed("thpt", 7, 10), observed("thcs", 3, 10), observed("thpt", 5, None, "2"))


def flat(**terms: Any) -> RollUp:  # noqa: ANN401  # Terms of any kind.
    return roll_up(COUNTS, indicators=[WOMEN, CLUBS], **terms)


def snapshot() -> Snapshot:
    return Directory(
        units=tuple(OrganisationUnit(id=unit) for unit in NAMES),
        names=tuple(DatedName(unit=unit, name=name) for unit, name in NAMES.items()),
        links=tuple(Link(child=unit, parent="so", line=Line.PROFESSIONAL) for unit in ("thpt", "thcs")),
    ).at(DAY)


def units(board: ProgressBoard) -> list[str | None]:
    return [row.unit for row in board.rows]


class TestRows:
    def test_units_with_figures_and_their_sum(self) -> None:
        board = progress_board(TARGETS, flat(expected=["thpt", "thcs", "mn"]))
        assert units(board) == ["thcs", "thpt", None]

    def test_no_sum_where_a_unit_stands_for_it(self) -> None:
        rollup = roll_up(COUNTS, snapshot(), Line.PROFESSIONAL, indicators=[WOMEN, CLUBS])
        assert units(progress_board(TARGETS, rollup)) == ["so", "thpt", "thcs"]
        assert units(progress_board(TARGETS, roll_up(COUNTS[::2], indicators=[WOMEN, CLUBS]))) == ["thpt"]

    def test_nor_who_stands_above_without_more(self) -> None:
        above = Directory(
            units=tuple(OrganisationUnit(id=unit) for unit in ("bo", *NAMES)),
            names=tuple(DatedName(unit=unit, name=unit) for unit in ("bo", *NAMES)),
            links=(
                Link(child="so", parent="bo", line=Line.PROFESSIONAL),
                *(Link(child=unit, parent="so", line=Line.PROFESSIONAL) for unit in ("thpt", "thcs")),
            ),
        ).at(DAY)
        rollup = roll_up(COUNTS, above, Line.PROFESSIONAL, indicators=[WOMEN, CLUBS])
        assert units(progress_board(TARGETS, rollup)) == ["so", "thpt", "thcs"]
        faulty = [observed("bo", 2, 1), observed("bo", 3, 1)]
        rollup = roll_up(
            [*COUNTS, *faulty], above, Line.PROFESSIONAL, indicators=[WOMEN, CLUBS], expected=["thpt", "thcs"]
        )
        assert units(progress_board(TARGETS, rollup)) == ["bo", "so", "thpt", "thcs"]

    def test_who_has_no_figures_for_these_targets_is_left_out(self) -> None:
        faulty = [observed("mn", 2, 10, "2"), observed("mn", 3, 10, "2")]
        rollup = roll_up([*COUNTS, *faulty], indicators=[WOMEN, CLUBS], expected=["thpt", "thcs", "mn"])
        assert units(progress_board({"1": TARGETS["1"]}, rollup)) == ["thcs", "thpt", None]
        assert units(progress_board(TARGETS, rollup)) == ["mn", "thcs", "thpt", None]
        assert units(progress_board({"1": TARGETS["1"]}, rollup, ["mn"])) == ["mn"]

    def test_who_was_not_expected_has_figures_all_the_same(self) -> None:
        rollup = roll_up(COUNTS[:2], indicators=[WOMEN], expected=["thpt"])
        assert units(progress_board({"1": TARGETS["1"]}, rollup))[:2] == ["thcs", "thpt"]

    def test_units_given(self) -> None:
        given = [None, OrganisationUnit(id="thpt"), "thcs", "thcs"]
        assert units(progress_board(TARGETS, flat(), given)) == [None, "thpt", "thcs", "thcs"]

    def test_how_far_below_the_topmost_they_stand(self) -> None:
        rollup = roll_up(COUNTS, snapshot(), Line.PROFESSIONAL, indicators=[WOMEN, CLUBS])
        for given, depths in ((None, [0, 1, 1]), (["thpt", None], [0, 0]), (["thpt", "so", None], [1, 0, 0])):
            assert [row.depth for row in progress_board(TARGETS, rollup, given).rows] == depths
        assert {row.depth for row in progress_board(TARGETS, flat()).rows} == {0}

    def test_unknown_units(self) -> None:
        with pytest.raises(NotFoundError):
            progress_board(TARGETS, flat(), ["khac"])

    @pytest.mark.parametrize("given", ["thpt", 1, [1], [["thpt"]]])
    def test_no_units(self, given: Any) -> None:  # noqa: ANN401  # Anything.
        with pytest.raises(InvalidValueError, match="unit"):
            progress_board(TARGETS, flat(), given)


class TestNames:
    def names(self, given: Any) -> list[str]:  # noqa: ANN401  # What names may be.
        return [row.name for row in progress_board(TARGETS, flat(), ["thpt", "thcs", None], names=given).rows]

    def test_from_a_mapping(self) -> None:
        assert self.names({"thpt": "Trường A", "thcs": ""}) == ["Trường A", "thcs", ""]

    def test_from_a_snapshot(self) -> None:
        assert self.names(snapshot()) == [NAMES["thpt"], NAMES["thcs"], ""]

    def test_else_the_id(self) -> None:
        assert self.names(None) == ["thpt", "thcs", ""]
        other = Directory(units=(OrganisationUnit(id="x"),), names=(DatedName(unit="x", name="X"),)).at(DAY)
        assert self.names(other) == ["thpt", "thcs", ""]

    @pytest.mark.parametrize("given", ["thpt", ["a"], 1, {"thpt": 5}])
    def test_no_names(self, given: Any) -> None:  # noqa: ANN401  # Anything.
        with pytest.raises(InvalidValueError, match="name"):
            self.names(given)


class TestColumns:
    def test_names_are_those_of_the_indicators(self) -> None:
        board = progress_board(TARGETS, flat())
        assert [(column.indicator, column.name, column.name_en) for column in board.columns] == [
            ("1", "tỷ lệ nữ lãnh đạo", "women in leadership"),
            ("2", "câu lạc bộ", ""),
        ]
        assert board.period == "2025"

    @pytest.mark.parametrize(
        ("target", "name"),
        [(TARGETS["1"], "nữ lãnh đạo"), (TARGETS["2"], "câu lạc bộ"), (Target.parse("đa số hộ dân"), "đa số hộ dân")],
    )
    def test_else_those_of_the_target(self, target: Target, name: str) -> None:
        rollup = roll_up([Observation(numerator=1, denominator=2, period="2025", unit="a")])
        assert progress_board({None: target}, rollup).columns[0].name == name

    def test_unknown_indicators(self) -> None:
        with pytest.raises(NotFoundError):
            progress_board({"9": TARGETS["1"]}, flat())

    def test_something_else_than_targets(self) -> None:
        for given in (None, [TARGETS["1"]], {"1": "ít nhất 60%"}, {1: TARGETS["1"]}):
            with pytest.raises(InvalidValueError, match=r"^invalid targets "):
                progress_board(given, flat())  # type: ignore[arg-type]  # It is the point.

    def test_something_else_than_a_roll_up(self) -> None:
        with pytest.raises(InvalidValueError, match=r"^invalid rollup "):
            progress_board(TARGETS, COUNTS)  # type: ignore[arg-type]  # It is the point.

    @pytest.mark.parametrize(
        "terms",
        [{"on": "2025"}, {"year": "2025"}, {"year": True}, {"baseline": 50}, {"baseline": COUNTS}, {"tolerance": 0.5}, {"least_coverage": "1"}],
    )  # fmt: skip
    def test_something_else_than_terms(self, terms: dict[str, Any]) -> None:
        (name,) = terms
        for targets in (TARGETS, {}):
            with pytest.raises(InvalidValueError, match=f"^invalid {name} "):
                progress_board(targets, flat(), **terms)


class TestCells:
    def test_they_hold_what_evaluate_says_of_the_sum(self) -> None:
        rollup = flat(expected=["thpt", "thcs"])
        board = progress_board(TARGETS, rollup, on=DAY, least_coverage=Decimal("0.9"))
        for row in board.rows:
            for column, cell in zip(board.columns, row.cells, strict=True):
                total = rollup.total(column.indicator, row.unit)
                assert cell.aggregate == total
                assert cell.evaluation == evaluate(column.target, total, on=DAY, least_coverage=Decimal("0.9"))
        assert [cell.evaluation.verdict for cell in board.rows[-1].cells] == [Verdict.NOT_MET, Verdict.NOT_ASSESSABLE]

    def test_changes_are_measured_from_the_baseline(self) -> None:
        target = Target.parse("giảm 50% số vụ bạo lực")
        then, now = (
            roll_up([observed("thpt", count, None, period=period)]) for period, count in (("2020", 8), ("2025", 3))
        )
        board = progress_board({"1": target}, now, baseline=then)
        assert board.rows[0].cells[0].evaluation.actual == Fraction(125, 2)
        assert progress_board({"1": target}, now).rows[0].cells[0].evaluation.reason is Reason.NO_BASELINE

    def test_who_was_not_there_before_has_no_baseline(self) -> None:
        target = Target.parse("giảm 50% số vụ bạo lực")
        then = roll_up([observed("thcs", 8, None, period="2020")])
        now = roll_up([observed(unit, 3, None) for unit in ("thpt", "thcs")])
        reasons = [row.cells[0].evaluation.reason for row in progress_board({"1": target}, now, baseline=then).rows]
        assert reasons == [None, Reason.NO_BASELINE, None]

    def test_the_year_of_the_plan(self) -> None:
        board = progress_board(TARGETS, flat(), year=2026)
        assert [column.year for column in board.columns] == [None, 2026]
        cells = {row.unit: row.cells for row in board.rows}["thpt"]
        assert [cell.evaluation.verdict for cell in cells] == [Verdict.MET, Verdict.NOT_DUE]
        assert "2. Câu lạc bộ: ít nhất 4 câu lạc bộ, đến năm 2026" in board.to_text()
        assert "at least 4 “câu lạc bộ”, by 2026" in board.to_markdown("en").replace(" câu lạc bộ,", " “câu lạc bộ”,")
        assert "ít nhất 4 câu lạc bộ, đến năm 2026" in board.to_svg()

    def test_a_tolerance_is_handed_on(self) -> None:
        about = Target.parse("khoảng 50% hộ")
        assert progress_board({"1": about}, flat(), [None], tolerance=1).verdicts == ()
        assert progress_board({"1": about}, flat(), ["thpt", "thcs"], tolerance=20).verdicts == ((Verdict.MET, 2),)

    def test_verdicts_are_counted(self) -> None:
        board = progress_board(TARGETS, flat(expected=["thpt", "thcs"]))
        assert board.verdicts == ((Verdict.MET, 2), (Verdict.NOT_MET, 1), (Verdict.NO_DATA, 1))


class TestFaults:
    """Figures that cannot be used are not the same as no figures."""

    ROLLUP = roll_up([*COUNTS, observed("thcs", 4, 10), observed("thpt", 9, 3, "2")], indicators=[WOMEN, CLUBS])

    def test_they_are_told_in_their_cells(self) -> None:
        board = progress_board(TARGETS, self.ROLLUP)
        assert units(board) == ["thcs", "thpt", None]
        cells = [row.cells[0].evaluation for row in board.rows]
        assert [(one.verdict, one.reason) for one in cells] == [
            (Verdict.NOT_ASSESSABLE, Reason.FAULTY_FIGURES),
            (Verdict.MET, None),
            (Verdict.MET, None),
        ]
        assert [[finding.code for finding in one.findings] for one in cells] == [["GOL012"], [], []]
        assert "có 2 số liệu" in cells[0].explain("vi")

    def test_warnings_stand_beside_the_answer(self) -> None:
        rollup = roll_up([observed("thpt", 12, 10)], indicators=[WOMEN])
        cell = progress_board({"1": TARGETS["1"]}, rollup).rows[0].cells[0]
        assert cell.evaluation.verdict is Verdict.MET
        assert [finding.code for finding in cell.evaluation.findings] == ["GOL011"]

    def test_without_an_indicator(self) -> None:
        counts = [Observation(numerator=part, denominator=9, period="2025", unit="a") for part in (1, 2)]
        cell = progress_board({None: TARGETS["1"]}, roll_up(counts)).rows[0].cells[0]
        assert cell.evaluation.reason is Reason.FAULTY_FIGURES
