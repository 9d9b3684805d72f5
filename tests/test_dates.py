"""Partial dates, ranges of years and dates in prose."""

import datetime
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.dates import FIRST_YEAR, LAST_YEAR, PartialDate, YearRange, read_date
from vstbpn.errors import InvalidValueError, ParseError

whole_dates = st.dates(datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31))
date_words = st.lists(
    st.sampled_from(
        [
            "ngày",
            "tháng",
            "năm",
            " ",
            "  ",
            "\n",
            "…",
            "...",
            "/",
            "-",
            ".",
            ",",
            "5",
            "05",
            "12",
            "31",
            "2",
            "2021",
            "4",
            "trước",
            "XX",
        ]
    ),
    max_size=14,
).map("".join)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """Dates of which any part but the last known one may be missing; without a year they recur."""
    date = draw(whole_dates)
    known = draw(st.sets(st.sampled_from(["year", "month", "day"]), min_size=1))
    return PartialDate(**{part: getattr(date, part) for part in known})


class TestWhatADateIs:
    """A date that cannot be is not made."""

    @pytest.mark.parametrize(
        ("parts", "what"),
        [
            ({"year": 1899}, "year"),
            ({"year": 2200}, "year"),
            ({"year": 2021, "month": 0}, "month"),
            ({"month": 13}, "month"),
            ({"year": 2021, "month": 2, "day": 29}, "day"),
            ({"month": 2, "day": 30}, "day"),
            ({"day": 32}, "day"),
            ({"day": 0}, "day"),
            ({}, "date"),
        ],
    )
    def test_what_cannot_be(self, parts: dict[str, int], what: str) -> None:
        with pytest.raises(InvalidValueError) as caught:
            PartialDate(**parts)
        assert caught.value.what == what

    def test_each_29_february_may_be(self) -> None:
        assert str(PartialDate(month=2, day=29)) == "--02-29"

    @given(whole_dates)
    def test_a_whole_date_goes_both_ways(self, date: datetime.date) -> None:
        partial = PartialDate.of(date)
        assert partial.to_date() == partial.earliest() == partial.latest() == date
        assert partial.is_complete


class TestEdtf:
    """What is written is read back."""

    @pytest.mark.parametrize(
        ("text", "parts", "edtf"),
        [
            ("2021-04-12", (2021, 4, 12), "2021-04-12"),
            ("2021-04", (2021, 4, None), "2021-04-XX"),
            ("2021", (2021, None, None), "2021-XX-XX"),
            ("2021-XX-12", (2021, None, 12), "2021-XX-12"),
            ("--06-15", (None, 6, 15), "--06-15"),
            ("--06", (None, 6, None), "--06"),
            ("---10", (None, None, 10), "---10"),
        ],
    )
    def test_every_form(self, text: str, parts: tuple[int | None, int | None, int | None], edtf: str) -> None:
        date = PartialDate.parse(text)
        assert (date.year, date.month, date.day) == parts
        assert (str(date), date.edtf) == (text, edtf)

    @pytest.mark.parametrize(
        ("text", "same"), [("2021-04-XX", "2021-04"), ("XXXX-06-15", "--06-15"), ("2021-XX-XX", "2021")]
    )
    def test_other_spellings(self, text: str, same: str) -> None:
        assert PartialDate.parse(text) == PartialDate.parse(same)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "20210412",
            "2021-4-12",
            "2021-13",
            "2021-02-29",
            "--02-30",
            "XXXX",
            "1899",
            "2021-04-12\n",
            "٢٠٢١",
            "--",
            "----1",
            "12/4/2021",
        ],
    )
    def test_what_is_no_date(self, text: str) -> None:
        with pytest.raises(ParseError):
            PartialDate.parse(text)

    @given(partial_dates())
    def test_inverse(self, date: PartialDate) -> None:
        assert PartialDate.parse(str(date)) == date
        assert PartialDate.parse(date.edtf) == date

    @given(st.text("0123456789X-", max_size=11) | st.text(max_size=12))
    def test_nothing_but_a_parse_error(self, text: str) -> None:
        with suppress(ParseError):
            date = PartialDate.parse(text)
            assert PartialDate.parse(str(date)) == date

    @given(partial_dates())
    def test_repr_evaluates_back(self, date: PartialDate) -> None:
        assert eval(repr(date)) == date  # noqa: S307  # The law is about eval.


class TestWhenItMayBe:
    """A partial date spans from its first day to its last."""

    @pytest.mark.parametrize(
        ("text", "first", "last"),
        [
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2021", "2021-01-01", "2021-12-31"),
            ("2021-XX-12", "2021-01-12", "2021-12-12"),
        ],
    )
    def test_first_and_last(self, text: str, first: str, last: str) -> None:
        date = PartialDate.parse(text)
        assert (str(date.earliest()), str(date.latest())) == (first, last)
        assert date.to_date() is None
        assert not date.is_complete

    def test_one_that_recurs_has_neither(self) -> None:
        date = PartialDate.parse("--06-15")
        assert (date.earliest(), date.latest(), date.to_date()) == (None, None, None)

    @given(partial_dates())
    def test_they_are_in_order(self, date: PartialDate) -> None:
        first, last = date.earliest(), date.latest()
        assert (first is None) == (last is None) == (date.year is None)
        assert first is None or last is None or first <= last


class TestWording:
    """Days below 10 and months 1 and 2 take a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4)."""

    @pytest.mark.parametrize(
        ("text", "vi", "en"),
        [
            ("2020-03-05", "ngày 05 tháng 3 năm 2020", "5 March 2020"),
            ("2020-01-12", "ngày 12 tháng 01 năm 2020", "12 January 2020"),
            ("2020-02", "tháng 02 năm 2020", "February 2020"),
            ("2021-12", "tháng 12 năm 2021", "December 2021"),
            ("2021", "năm 2021", "2021"),
            ("--06-15", "ngày 15 tháng 6", "15 June"),
            ("---10", "ngày 10", "10"),
        ],
    )
    def test_both_languages(self, text: str, vi: str, en: str) -> None:
        date = PartialDate.parse(text)
        assert (date.vi, date.en) == (vi, en)

    @given(whole_dates)
    def test_what_is_worded_is_read(self, date: datetime.date) -> None:
        partial = PartialDate.of(date)
        assert read_date(partial.vi) == (partial, len(partial.vi))


class TestYearRange:
    """A run of years, both ends included."""

    @pytest.mark.parametrize("text", ["2016-2020", "2016 - 2020", "2016–2020", "2016 — 2020"])
    def test_spellings(self, text: str) -> None:
        assert YearRange.parse(text) == YearRange(start=2016, end=2020)

    @pytest.mark.parametrize(
        "text", ["", "2020-2016", "2016", "1800-1900", "2016-2020-2025", "٢٠١٦-٢٠٢٠", "2016-2020 "]
    )
    def test_what_is_none(self, text: str) -> None:
        with pytest.raises(ParseError, match="two years"):
            YearRange.parse(text)

    def test_one_that_runs_backwards_is_not_made(self) -> None:
        with pytest.raises(InvalidValueError, match="2020-2016"):
            YearRange(start=2020, end=2016)

    def test_both_ends_are_in_it(self) -> None:
        years = YearRange(start=2021, end=2030)
        assert [year in years for year in (2020, 2021, 2030, 2031)] == [False, True, True, False]

    @given(st.integers(FIRST_YEAR, LAST_YEAR), st.integers(FIRST_YEAR, LAST_YEAR))
    def test_inverse(self, one: int, other: int) -> None:
        years = YearRange(start=min(one, other), end=max(one, other))
        assert YearRange.parse(str(years)) == years
        assert YearRange.parse(years.vi.removeprefix("giai đoạn ")) == years


class TestReadingProse:
    """Dates as documents write them, from a place in a text."""

    @pytest.mark.parametrize(
        ("text", "date", "read"),
        [
            ("08/02/2021", "2021-02-08", "08/02/2021"),
            ("05/3/2020 của Chính phủ", "2020-03-05", "05/3/2020"),
            ("ngày 15-6-2021;", "2021-06-15", "ngày 15-6-2021"),
            ("01.12.2009", "2009-12-01", "01.12.2009"),
            ("ngày 29 tháng 11 năm 2006", "2006-11-29", "ngày 29 tháng 11 năm 2006"),
            ("Ngày 24 tháng 06, năm 2021", "2021-06-24", "Ngày 24 tháng 06, năm 2021"),
            ("ngày 5\ntháng 3\nnăm 2020", "2020-03-05", "ngày 5\ntháng 3\nnăm 2020"),
            ("ngày tháng 4 năm 2021", "2021-04", "ngày tháng 4 năm 2021"),
            ("ngày … tháng … năm 2020", "2020", "ngày … tháng … năm 2020"),
            ("ngày ....... tháng 12 năm 2020.", "2020-12", "ngày ....... tháng 12 năm 2020"),
            ("tháng 6 năm 2021", "2021-06", "tháng 6 năm 2021"),
        ],
    )
    def test_what_is_read(self, text: str, date: str, read: str) -> None:
        assert read_date(text) == (PartialDate.parse(date), len(read))

    @pytest.mark.parametrize(
        ("text", "end"),
        [("ngày tháng năm", 14), ("ngày … tháng … năm …\n\nKẾ HOẠCH", 20), ("ngày   tháng   năm\n", 18)],
    )
    def test_a_draft_may_leave_everything_blank(self, text: str, end: int) -> None:
        assert read_date(text) == (None, end)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "ngày",
            "tháng 4",
            "ngày 31/02/2020",
            "ngày 5 tháng 13 năm 2020",
            "12/2020",
            "năm 2020",
            "05/3/20201",
            "05/3/2020/4",
            "05/3/1800",
        ],
    )
    def test_where_no_date_stands(self, text: str) -> None:
        assert read_date(text) is None

    def test_it_reads_at_the_place_given_only(self) -> None:
        text = "Luật ngày 29/11/2006"
        assert read_date(text) is None
        assert read_date(text, 5) == (PartialDate(year=2006, month=11, day=29), len(text))

    @given(date_words | st.text(max_size=40), st.integers(-3, 45))
    def test_it_never_raises(self, text: str, start: int) -> None:
        found = read_date(text, start)
        assert found is None or max(start, 0) < found[1] <= len(text)

    @given(date_words, st.sampled_from(["\u00a0", "\u3000", "\t", "\x0b", "\u0664", "²", "½"]))
    def test_nor_for_odd_blanks_and_digits(self, text: str, odd: str) -> None:
        read_date(text.replace(" ", odd))
        read_date(text.replace("5", odd))

    @pytest.mark.parametrize(
        "text",
        ["ngày" + " " * 100_000, "ngày " + "." * 100_000, "tháng" + " ." * 50_000, "ngày 1 tháng 1" + " " * 100_000],
    )
    def test_a_long_gap_takes_no_time(self, text: str) -> None:
        start = time.perf_counter()
        assert read_date(text) is None
        assert time.perf_counter() - start < 0.1


class TestHugeNumbers:
    """Numbers of thousands of figures are refused as others are."""

    def test_they_are_refused(self) -> None:
        huge = 10**5000
        for made in (
            lambda: PartialDate(year=huge),
            lambda: PartialDate(month=huge),
            lambda: PartialDate(month=2, day=huge),
            lambda: YearRange(start=2020, end=huge),
        ):
            with pytest.raises(InvalidValueError):
                made()
