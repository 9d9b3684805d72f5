"""Date words: days, months, quarters and years; listed, recurring or in a range."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.calendars.finding.moments import Moment, read_moments, read_range

PIECES = st.sampled_from([
    "ngày ", "tháng ", "quý ", "năm ", "hàng ", "hằng ", "của ", "cuối ", "hết ", "đến ", "từ ", "và ", ", ", "/",
    "-", ".", "6", "15", "31", "2021", "9999", "III", " ", "\n", "sau", "đầu ", "thứ ", "tuần ", "16h00 ",
])  # fmt: skip


def read(text: str) -> tuple[Moment, ...]:
    return read_moments(text, 0, len(text))


class TestOneDate:
    """A date alone."""

    @pytest.mark.parametrize(
        ("text", "due", "recurring"),
        [
            ("ngày 15/6/2021", "2021-06-15", None),
            ("15 / 12 / 2020", "2020-12-15", None),
            ("ngày 15-6-2021", "2021-06-15", None),
            ("15.6.2021", "2021-06-15", None),
            ("ngày 31 tháng 12 năm 2025", "2025-12-31", None),
            ("ngày 31 tháng 12, năm 2025", "2025-12-31", None),
            ("30 tháng 6 năm 2025", "2025-06-30", None),
            ("ngày 15 tháng 6/2025", "2025-06-15", None),
            ("ngày\n15/6", "--06-15", None),
            ("ngày 30 tháng 4 hàng năm", "--04-30", "yearly"),
            ("ngày 31 tháng 01 năm sau", "--01-31", "yearly"),
            ("ngày 20 hằng tháng", "---20", "monthly"),
            ("ngày mồng 5 của tháng sau", "---05", "monthly"),
            ("ngày 15 của tháng trước đó", "---15", "monthly"),
            ("ngày 20", "---20", None),
            ("tháng 4/2020", "2020-04", None),
            ("cuối tháng 7 năm 2020", "2020-07", None),
            ("quý III/2026", "2026-09", None),
            ("Quý 2 năm 2026", "2026-06", None),
            ("hết năm 2025", "2025", None),
            ("06 tháng đầu năm 2025", "2025-06", None),
            ("17h00 ngày 20/4/2023", "2023-04-20", None),
            ("17h ngày thứ Sáu, 12/6/2026", "2026-06-12", None),
            ("thứ Sáu (12/6/2026)", "2026-06-12", None),
            ("16 giờ 30 phút, thứ Sáu, ngày 12/5/2023", "2023-05-12", None),
        ],
    )
    def test_is_read_whole(self, text: str, due: str, recurring: str | None) -> None:
        (moment,) = read(text)
        assert (str(moment.due), moment.recurring, moment.end) == (due, recurring, len(text))

    @pytest.mark.parametrize(
        "text", ["ngày 25 tháng cuối quý", "tuần cuối cùng của tháng thứ 3 trong quý", "cuối mỗi quý"]
    )
    def test_of_a_quarter_recurs(self, text: str) -> None:
        (moment,) = read(text)
        assert (moment.due, moment.recurring, moment.end) == (None, "quarterly", len(text))

    @pytest.mark.parametrize("text", ["thứ Sáu hàng tuần", "chiều thứ Năm hằng tuần", "chủ nhật hằng tuần"])
    def test_of_a_week_has_no_day(self, text: str) -> None:
        assert read(text) == (Moment(recurring="weekly", start=0, end=len(text)),)

    @pytest.mark.parametrize(
        "text",
        [
            "cuối học kỳ II",
            "cuối năm học 2026-2027",
            "kết thúc học kỳ I năm học 2026 - 2027",
            "khi kết thúc năm học",
            "ngày kết thúc học kì 1",
        ],
    )
    def test_of_a_term_has_no_day(self, text: str) -> None:
        (moment,) = read(text)
        assert (moment.due, moment.impossible, moment.end) == (None, False, len(text))

    @pytest.mark.parametrize(
        ("text", "recurring"),
        [
            ("ngày 20 của tháng cuối quý", "quarterly"),
            ("ngày 05 tháng đầu quý sau", "quarterly"),
            ("ngày 10 của tháng cuối năm", "yearly"),
            ("ngày 15 của tháng cuối kỳ", None),
        ],
    )
    def test_of_a_month_of_a_period_comes_back_with_it(self, text: str, recurring: str | None) -> None:
        (moment,) = read(text)
        assert (moment.due, moment.recurring, moment.end) == (None, recurring, len(text))

    @pytest.mark.parametrize(
        ("text", "due"),
        [
            ("ngày l5/6/2026", "2026-06-15"),
            ("ngày 15/l2/2026", "2026-12-15"),
            ("ngày 0 5/6/2026", "2026-06-05"),
            ("ngày L0/L1/2026", "2026-11-10"),
            ("ngày10/12/2026", "2026-12-10"),
        ],
    )
    def test_of_scanned_text_is_read(self, text: str, due: str) -> None:
        (moment,) = read(text)
        assert (str(moment.due), moment.end) == (due, len(text))

    @pytest.mark.parametrize("text", ["l/l", "l5/6", "0 5/6", "l lớp"])
    def test_misread_figures_need_a_year(self, text: str) -> None:
        assert read(text) == ()

    @pytest.mark.parametrize(
        "text",
        [
            "ngày 31/6/2026",
            "ngày 30/2",
            "ngày 31/4",
            "ngày 32 tháng 5 năm 2026",
            "ngày 29/02/2026",
            "tháng 13/2025",
            "tháng 0/2026",
            "ngày 45",
            "ngày 15/6/0000",
            "ngày 15/6/9999",
        ],
    )
    def test_that_no_calendar_has_is_impossible(self, text: str) -> None:
        assert read(text) == (Moment(impossible=True, start=0, end=len(text)),)

    @pytest.mark.parametrize(
        "text", ["", "1.5", "10-12", "15/6%", "6 tháng 1", "năm học", "tháng", "ngày ký", "ngày 1-5-6"]
    )
    def test_other_figures_are_none(self, text: str) -> None:
        assert read(text) == ()

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("17h00 ngày 20/4/2023", True),
            ("0h30 ngày 20/4", True),
            ("00 giờ 00 ngày 20/4", False),
            ("ngày 20/4", False),
        ],
    )
    def test_an_hour_after_midnight_is_told(self, text: str, told: bool) -> None:
        assert read(text)[0].names_hour is told

    def test_a_blank_line_ends_it(self) -> None:
        assert [str(moment.due) for moment in read("ngày 15/6\n\nnăm 2021")] == ["--06-15"]


class TestLists:
    """Dates that share what stands once."""

    @pytest.mark.parametrize(
        ("text", "dues"),
        [
            ("tháng 6 và tháng 12 hàng năm", ["--06", "--12"]),
            ("tháng 3, 6, 9 và 12 hằng năm", ["--03", "--06", "--09", "--12"]),
            ("ngày 15/6 và trước ngày 15/12/2021", ["2021-06-15", "2021-12-15"]),
            ("ngày 20/3, 20/6, 20/9 và 20/12", ["--03-20", "--06-20", "--09-20", "--12-20"]),
            ("ngày 05 và ngày 20 hàng tháng", ["---05", "---20"]),
            ("quý I, III/2025", ["2025-03", "2025-09"]),
            ("tháng 4/2020 và tháng 6/2021", ["2020-04", "2021-06"]),
            ("ngày 15 các tháng 3, 6, 9, 12", ["--03-15", "--06-15", "--09-15", "--12-15"]),
            ("ngày 05 của các tháng 4, 7 và tháng 10 hằng năm", ["--04-05", "--07-05", "--10-05"]),
            ("ngày 15 tháng 6 và tháng 12 hằng năm", ["--06-15", "--12-15"]),
            ("ngày 15 tháng 6, ngày 20 tháng 12", ["--06-15", "--12-20"]),
            ("ngày 10 và 25 hằng tháng", ["---10", "---25"]),
            ("ngày 10 và ngày 25/6/2026", ["2026-06-10", "2026-06-25"]),
            ("ngày 15/6 (báo cáo 6 tháng) và ngày 15/12/2026", ["2026-06-15", "2026-12-15"]),
        ],
    )
    def test_are_read_to_the_end(self, text: str, dues: list[str]) -> None:
        moments = read(text)
        assert [str(moment.due) for moment in moments] == dues
        assert moments[-1].end == len(text)

    def test_other_words_end_them(self) -> None:
        assert len(read("tháng 4/2020 và báo cáo")) == 1


class TestStretches:
    """From one day to another."""

    @pytest.mark.parametrize(
        ("text", "first", "due"),
        [
            ("từ 15/11 đến 15/12", "--11-15", "--12-15"),
            ("Từ ngày 01/01/2026 đến ngày 31/3/2026", "2026-01-01", "2026-03-31"),
            ("từ ngày 10/11/2023 đến hết năm 2023", "2023-11-10", "2023"),
            ("từ ngày 01 đến ngày 30/6/2024", "2024-06-01", "2024-06-30"),
            ("từ ngày 15/11 đến ngày 15/01/2026", "2025-11-15", "2026-01-15"),
            ("từ tháng 3 đến tháng 6 năm 2024", "2024-03", "2024-06"),
            ("25/11 - 10/12/2024", "2024-11-25", "2024-12-10"),
            ("từ ngày 01/6/2026, kết thúc vào ngày 30/6/2026", "2026-06-01", "2026-06-30"),
            ("từ ngày 01/6 và kết thúc ngày 30/6/2026", "2026-06-01", "2026-06-30"),
            ("từ ngày 15/12/2026 đến ngày 15/11/2026", "2026-12-15", "2026-11-15"),
            ("từ ngày 25 đến ngày 18 tháng 10 năm 2026", "2026-10-25", "2026-10-18"),
            ("từ 25 đến 18/10/2026", "2026-10-25", "2026-10-18"),
            ("từ ngày 15/12 đến ngày 14/12/2026", "2025-12-15", "2026-12-14"),
        ],
    )
    def test_have_two_ends(self, text: str, first: str, due: str) -> None:
        moment = read_range(text, 0, len(text))
        assert moment is not None
        assert (str(moment.first), str(moment.due), moment.end) == (first, due, len(text))

    @pytest.mark.parametrize("text", ["", "từ ngày 15/11", "từ nay đến 15/12", "từ ngày 1 đến ngày 5", "15/11 15/12"])
    def test_need_both(self, text: str) -> None:
        assert read_range(text, 0, len(text)) is None

    def test_of_months(self) -> None:
        (moment,) = read("Tháng 11 - 12/2025")
        assert (str(moment.first), str(moment.due)) == ("2025-11", "2025-12")

    @pytest.mark.parametrize(
        ("text", "firsts"),
        [
            ("quý III/2026", ["2026-07"]),
            ("quý I, III/2025", ["2025-01", "2025-07"]),
            ("quý IV hằng năm", ["--10"]),
            ("06 tháng đầu năm 2025", ["2025-01"]),
            ("6 tháng cuối năm 2025", ["2025-07"]),
        ],
    )
    def test_of_one_quarter_or_half(self, text: str, firsts: list[str]) -> None:
        assert [str(moment.first) for moment in read(text)] == firsts

    def test_of_quarters_and_years(self) -> None:
        assert [str(read(text)[0].first) for text in ("quý I - II/2025", "năm 2025 - 2026")] == ["2025-01", "2025"]


class TestAnyText:
    """Whatever the text."""

    @pytest.mark.parametrize("numeral", ["\u0130", "\u0131", "\u0131v"])
    def test_of_other_languages_raises_nothing(self, numeral: str) -> None:
        for moment in read(f"quý {numeral}/2026"):
            assert moment.due is None
            assert moment.impossible

    @given(st.lists(PIECES, max_size=14).map("".join))
    def test_moments_stand_in_it_in_order(self, text: str) -> None:
        at = 0
        for moment in read(text):
            assert at <= moment.start < moment.end <= len(text)
            at = moment.end
        stretch = read_range(text, 0, len(text))
        assert stretch is None or stretch.end <= len(text)
