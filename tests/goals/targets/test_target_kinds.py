"""Values of goals refuse fields of other kinds, and numbers that nobody could be shown."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from vstbpn.errors import InvalidValueError
from vstbpn.goals import (
    Aggregate,
    Evaluation,
    Goal,
    Indicator,
    Observation,
    Part,
    ProgressBoard,
    ProgressCell,
    ProgressColumn,
    ProgressRow,
    Reason,
    Sex,
    Target,
    Verdict,
    evaluate,
)
from vstbpn.vocabulary import Language

TARGET = Target.parse("tỷ lệ nữ đạt 50% vào năm 2025")
CHANGE = Target.parse("giảm 50% số vụ vào năm 2025")
OPEN: dict[str, Any] = {"target": TARGET, "verdict": Verdict.NO_DATA, "reason": Reason.NO_FIGURES}
NINES = Decimal((0, (9,) * 400, 0))
TINY = Decimal("1E-398")

WRONG: list[tuple[Callable[..., object], dict[str, Any], dict[str, list[Any]]]] = [
    (
        Indicator,
        {"id": "1", "name": "tỷ lệ", "unit": "%"},
        {
            "id": [5, None], "name": [5], "name_en": [None], "unit": [[], 5], "share_of": ["F"], "collection": ["E", None],
            "direction": ["lower"],
        },
    ),
    (
        Observation,
        {"numerator": 1, "period": "2025", "unit": "a"},
        {
            "unit": [5, None], "indicator": [[1], True, 5], "sex": ["F", None], "status": ["A", None], "source": [5, [1]],
            "period": [2025], "numerator": [Decimal("0E+999999"), Decimal("0E-999999"), True],
            "denominator": [Decimal("0E+999999")],
        },
    ),
    (
        Part,
        {"sex": Sex.FEMALE},
        {"sex": ["F", None], "numerator": ["1", Decimal("1E+9999")], "denominator": [10**400], "reporting": [None]},
    ),
    (
        Aggregate,
        {},
        {
            "indicator": ["1"], "period": [2025], "unit": [5], "parts": [None, [], ("F",)], "gaps": [None, (5,)],
            "numerator": [Decimal("1E+9999"), Decimal("0E-9999"), 10**400, None], "denominator": [Decimal("1E+9999")],
            "reporting": [True], "expected": [None],
        },
    ),
    (
        Evaluation,
        OPEN,
        {
            "target": [None, "đạt 5%"], "verdict": ["met", None], "actual": [5, Fraction(10**3000)],
            "margin": [0, Fraction(1, 10**3000)], "direction": ["raise"], "reason": ["no-figures", 5],
            "args": [None, {}, (("a",),), (("a", 5),), ("ab",)], "period": [2025, "x"], "missing": [None, "2025", (5,)],
            "reporting": [None, True, -1, 10**400], "expected": ["1"], "findings": [None, ("GOL010",)],
        },
    ),
    (
        Goal,
        {"title": "Mục tiêu"},
        {
            "title": [None], "marker": [5], "targets": [None, [TARGET], ("x",)], "qualitative": [None, (5,)],
            "span": [(1, 2)],
        },
    ),
    (
        ProgressCell,
        {"evaluation": Evaluation(**OPEN), "aggregate": Aggregate()},
        {"evaluation": [None], "aggregate": [None, 5]},
    ),
    (ProgressRow, {}, {"unit": [5], "name": [None], "depth": [None, True, -1, 10**9], "cells": [None, (5,)]}),
    (
        ProgressColumn,
        {"target": TARGET},
        {"indicator": [5], "target": [None], "name": [None], "name_en": [5], "year": ["2025", 10**9]},
    ),
    (ProgressBoard, {}, {"columns": [None, (5,)], "rows": [None, (5,)], "period": [2025, "x"]}),
]  # fmt: skip


class TestKinds:
    @pytest.mark.parametrize(
        ("make", "right", "field", "value"),
        [
            pytest.param(make, right, field, value, id=f"{getattr(make, '__name__', '')}-{field}-{number}")
            for make, right, wrong in WRONG
            for field, values in wrong.items()
            for number, value in enumerate(values)
        ],
    )
    def test_of_fields(self, make: Callable[..., object], right: dict[str, Any], field: str, value: object) -> None:
        make(**right)
        with pytest.raises(InvalidValueError):
            make(**right | {field: value})

    def test_rows_have_a_cell_for_each_column(self) -> None:
        with pytest.raises(InvalidValueError, match="a cell for each of the 1 columns"):
            ProgressBoard(columns=(ProgressColumn(target=TARGET),), rows=(ProgressRow(unit="a"),))


class TestHugeNumbers:
    @pytest.mark.parametrize("target", [TARGET, CHANGE])
    @pytest.mark.parametrize("language", ["vi", "en"])
    @pytest.mark.parametrize("now", [(NINES, TINY), (TINY, NINES), (NINES, None), (0, None)])
    @pytest.mark.parametrize("before", [(NINES, TINY), (TINY, NINES), (TINY, None)])
    def test_are_explained(
        self, target: Target, language: Language, now: tuple[Any, Any], before: tuple[Any, Any]
    ) -> None:
        totals = [
            Aggregate(period=period, numerator=numerator, denominator=denominator, reporting=1, expected=3)
            for period, (numerator, denominator) in (("2025", now), ("2024", before))
        ]
        for least in (None, Fraction(10**398, 10**399 + 1)):
            evaluation = evaluate(target, totals[0], baseline=totals[1], least_coverage=least)
            assert "NaN" not in evaluation.explain(language)

    @pytest.mark.parametrize("number", [Fraction(1, 10**5000), Fraction(10**400 + 1, 10**401), Decimal("1E-9999")])
    def test_are_refused_as_terms(self, number: Fraction) -> None:
        with pytest.raises(InvalidValueError):
            evaluate(TARGET, [], tolerance=number)
        with pytest.raises(InvalidValueError):
            evaluate(TARGET, [], least_coverage=number)

    def test_nothing_of_any_exponent_is_nothing(self) -> None:
        assert evaluate(TARGET, [], least_coverage=Decimal("0E-99999999")).verdict is Verdict.NO_DATA
