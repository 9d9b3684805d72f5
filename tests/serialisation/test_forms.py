"""The JSON forms of texts, numbers, days and terms: what their patterns say is what is read."""

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from vstbpn.calendars.occasions.lunar_day import LunarDay
from vstbpn.dates import PartialDate, YearRange
from vstbpn.errors import VstbpnError
from vstbpn.serialisation.forms import Form, UnexpectedError, form_of
from vstbpn.vocabulary import Comparator


def form(kind: Any) -> Form:  # noqa: ANN401  # A class or a union of classes.
    found = form_of(kind)
    assert found is not None
    return found


def is_read(kind: Any, data: object) -> bool:  # noqa: ANN401  # As above.
    try:
        form(kind).read(data)
    except UnexpectedError:
        return False
    return True


def fits(kind: Any, data: str) -> bool:  # noqa: ANN401  # As above.
    """Whether the pattern of the schema takes a text."""
    return re.search(form(kind).schema["pattern"], data) is not None


class TestDays:
    """The pattern of days takes those of the calendar, and no other."""

    @staticmethod
    def texts() -> Iterator[str]:
        for year in (0, 1, 4, 100, 400, 1899, 1900, 1996, 2000, 2023, 2024, 2100, 9996, 9999):
            yield from (f"{year:04}-{month:02}-{day:02}" for month, day in product(range(14), range(33)))

    def test_the_calendar_decides(self) -> None:
        for text in self.texts():
            try:
                expected = str(datetime.date.fromisoformat(text)) == text
            except ValueError:
                expected = False
            assert (fits(datetime.date, text), is_read(datetime.date, text)) == (expected, expected), text

    def test_every_leap_year(self) -> None:
        for year in range(1, 10_000):
            leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
            assert fits(datetime.date, f"{year:04}-02-29") is leap

    @pytest.mark.parametrize("text", ["20250201", "2025-W05-6", "2025-2-1", "2025-02-01T00:00", "", "２０２５-02-01"])
    def test_other_ways_to_write_them(self, text: str) -> None:
        assert not fits(datetime.date, text)
        assert not is_read(datetime.date, text)


class TestPartialDates:
    """The pattern of partial dates takes what the class reads, and no other."""

    YEARS = ("1899", "1900", "1904", "1999", "2000", "2100", "2104", "2199", "2200", "XXXX", "0000")
    MONTHS = ("00", "01", "02", "04", "12", "13", "XX")
    DAYS = ("00", "01", "28", "29", "30", "31", "32", "XX")

    def texts(self) -> Iterator[str]:
        yield from self.YEARS
        yield from (f"{year}-{month}" for year, month in product(self.YEARS, self.MONTHS))
        yield from ("-".join(parts) for parts in product(self.YEARS, self.MONTHS, self.DAYS))
        yield from (f"--{month}" for month in self.MONTHS)
        yield from (f"--{month}-{day}" for month, day in product(self.MONTHS, self.DAYS))
        yield from (f"---{day}" for day in self.DAYS)

    def test_the_class_decides(self) -> None:
        for text in self.texts():
            try:
                PartialDate.parse(text)
                expected = True
            except VstbpnError:
                expected = False
            assert (fits(PartialDate, text), is_read(PartialDate, text)) == (expected, expected), text


class TestTexts:
    """Numbers, runs of years and days of the lunar year are texts in one way of writing."""

    @pytest.mark.parametrize(
        ("kind", "text", "value"),
        [
            (Decimal, "-0.50", Decimal("-0.50")),
            (Decimal, "100", Decimal(100)),
            (Fraction, "187/3", Fraction(187, 3)),
            (YearRange, "2016-2020", YearRange(start=2016, end=2020)),
            (LunarDay, "10/3 âm lịch", LunarDay(month=3, day=10)),
        ],
    )
    def test_those_that_are(self, kind: type, text: str, value: object) -> None:
        assert fits(kind, text)
        assert form(kind).read(text) == value
        assert (form(kind).write or str)(value) == text

    @pytest.mark.parametrize(
        ("kind", "text"),
        [
            *((Decimal, text) for text in ("", "+1", "01", "1.", ".5", "1e5", "1,5", "NaN", "１", " 1", "1_0")),
            *((Fraction, text) for text in ("1/0", "1/-2", "1.5", "01/2")),
            *((YearRange, text) for text in ("2016 - 2020", "2016–2020", "1899-1900", "2199-2200")),
            *((LunarDay, text) for text in ("10/3", "31/3 âm lịch", "10/13 âm lịch", "010/3 âm lịch", "10/3 AL")),
        ],
    )
    def test_those_that_are_none(self, kind: type, text: str) -> None:
        assert not fits(kind, text)
        assert not is_read(kind, text)

    def test_years_that_run_backwards_are_beyond_the_pattern(self) -> None:
        assert fits(YearRange, "2020-2016")
        assert not is_read(YearRange, "2020-2016")
        assert form(YearRange).beyond


class TestPlain:
    """Texts, whole numbers and truth values are themselves, and nothing is coerced."""

    @pytest.mark.parametrize(("kind", "data"), [(str, "5"), (int, 5), (bool, True)])
    def test_each_takes_its_own(self, kind: type, data: object) -> None:
        for other in (str, int, bool):
            assert is_read(other, data) is (other is kind)

    @pytest.mark.parametrize("data", [None, [], {}, 1.0, float("nan")])
    def test_none_takes_others(self, data: object) -> None:
        assert not any(is_read(kind, data) for kind in (str, int, bool, Decimal, PartialDate, Comparator))


class TestTerms:
    """Words of a closed list are their values."""

    def test_each(self) -> None:
        assert [form(Comparator).read(term.value) for term in Comparator] == list(Comparator)
        assert form(Comparator).schema["enum"] == [term.value for term in Comparator]

    @pytest.mark.parametrize("data", ["AT_LEAST", "≥", " >=", "", None, 5, [">="], {}])
    def test_no_other(self, data: object) -> None:
        assert not is_read(Comparator, data)
