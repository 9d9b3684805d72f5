"""Reporting periods in prose: what a report is of, and what is merely a time."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.calendars.finding.periods import find_periods, scan_periods
from vstbpn.calendars.reporting.period import PeriodKind
from vstbpn.text import fold

WORDS = st.sampled_from([
    "báo cáo ", "sơ kết ", "Tổng kết ", "định kỳ ", "số liệu ", "hằng ", "mỗi ", "6 ", "9 ", "01 ", "tháng ", "quý ", "I", "II/2026 ",
    "năm ", "năm học ", "2025-2026 ", "2026 ", "học kỳ ", "đầu ", "cuối ", "một lần", ", ", " và ", "(", ")", "; ", "\n", "**", "\u00a0", "99999 ",
])  # fmt: skip


def found(text: str) -> list[tuple[str, str, int | None, int | None, bool]]:
    return [(period.text, period.kind.value, period.number, period.year, period.each) for period in find_periods(text)]


class TestNamed:
    """Periods that reports, reviews and figures are of."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Báo cáo 6 tháng đầu năm 2026", ("6 tháng đầu năm 2026", "half", 1, 2026, False)),
            ("sơ kết 06 tháng đầu năm", ("06 tháng đầu năm", "half", 1, None, False)),
            ("báo cáo 6 tháng cuối năm", ("6 tháng cuối năm", "half", 2, None, False)),
            ("sơ kết 6 tháng", ("6 tháng", "half", None, None, False)),
            ("báo cáo 9 tháng năm 2026", ("9 tháng năm 2026", "nine-months", None, 2026, False)),
            ("Báo cáo quý I/2026", ("quý I/2026", "quarter", 1, 2026, False)),
            ("số liệu quý 3 năm 2026", ("quý 3 năm 2026", "quarter", 3, 2026, False)),
            ("báo cáo hằng quý", ("hằng quý", "quarter", None, None, True)),
            ("định kỳ 3 tháng một lần báo cáo", ("3 tháng một lần", "quarter", None, None, True)),
            ("định kỳ 6 tháng một lần", ("6 tháng một lần", "half", None, None, True)),
            ("Định kỳ 6 tháng/lần báo cáo Sở", ("6 tháng/lần", "half", None, None, True)),
            ("báo cáo tháng", ("tháng", "month", None, None, False)),
            ("báo cáo tháng 6 năm 2026", ("tháng 6 năm 2026", "month", 6, 2026, False)),
            ("báo cáo công tác năm 2026", ("năm 2026", "year", None, 2026, False)),
            ("Báo cáo hằng năm", ("hằng năm", "year", None, None, True)),
            ("Hằng năm, các đơn vị báo cáo kết quả", ("Hằng năm", "year", None, None, True)),
            ("tổng kết năm học 2025-2026", ("năm học 2025-2026", "school-year", None, 2025, False)),
            ("báo cáo cuối năm học", ("cuối năm học", "school-year", None, None, False)),
            ("sơ kết học kỳ I năm học 2025-2026", ("học kỳ I năm học 2025-2026", "term", 1, 2025, False)),
            ("báo cáo HK2", ("HK2", "term", 2, None, False)),
            ("báo cáo kết quả thực hiện Kế hoạch hằng năm", ("hằng năm", "year", None, None, True)),
        ],
    )
    def test_are_read(self, text: str, expected: tuple[str, str, int | None, int | None, bool]) -> None:
        assert found(text) == [expected]

    def test_are_listed(self) -> None:
        periods = list(find_periods("Định kỳ hằng tháng, quý, 6 tháng, năm báo cáo Sở Nội vụ."))
        kinds = [PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR]
        assert [period.kind for period in periods] == kinds
        assert all(period.each for period in periods)

    def test_of_a_list_share_its_year(self) -> None:
        periods = list(find_periods("Số liệu quý I, II, III/2026"))
        assert [(period.number, period.year) for period in periods] == [(1, 2026), (2, 2026), (3, 2026)]
        assert [str(period) for mention in periods for period in mention.in_year(2026)] == [
            "2026-Q1",
            "2026-Q2",
            "2026-Q3",
        ]


class TestOutlook:
    """What lies ahead in the same report is not reported on."""

    @pytest.mark.parametrize(
        ("text", "named"),
        [
            ("báo cáo 9 tháng năm 2027 và nhiệm vụ quý IV năm 2027", ["9 tháng năm 2027"]),
            ("báo cáo kết quả tháng 4, công tác trọng tâm tháng 5/2027", ["tháng 4"]),
            ("báo cáo kết quả quý I, dự kiến quý II/2027", ["quý I"]),
            ("báo cáo kết quả quý I, nhiệm vụ quý II; báo cáo năm 2027", ["quý I", "năm 2027"]),
            ("báo cáo kết quả nhiệm vụ quý I, kết quả nhiệm vụ 6 tháng năm 2027", ["quý I", "6 tháng năm 2027"]),
        ],
    )
    def test_is_left_out(self, text: str, named: list[str]) -> None:
        assert [period.text for period in find_periods(text)] == named


class TestNotNamed:
    """Times at which something is done, and what belongs to no report."""

    @pytest.mark.parametrize(
        "text",
        [
            "báo cáo giai đoạn 2021-2025",
            "Trong năm 2026 phấn đấu 50% đơn vị",
            "Kế hoạch công tác bình đẳng giới năm 2026",
            "báo cáo trước ngày 15 tháng 6",
            "báo cáo vào tháng 6 và tháng 12 hằng năm",
            "báo cáo trước ngày 25 hằng tháng",
            "Hằng năm, rà soát quy hoạch cán bộ",
            "Hằng quý; báo cáo",
            "tổng kết 5 năm thực hiện",
            "báo cáo kết quả thực hiện Kế hoạch năm 2026",
            "định kỳ 6 tháng kiểm tra việc chấp hành",
            "báo cáo tháng hành động",
            "tổng kết năm học 2025-2027",
            "báo cáo trong vòng 6 tháng kể từ ngày ký",
            "thông bằng, hàng hóa",
        ],
    )
    def test_are_left_out(self, text: str) -> None:
        assert found(text) == []


class TestPlaces:
    """Spans are of the source."""

    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_slice_to_the_words(self, form: str) -> None:
        text = unicodedata.normalize(form, "Báo cáo **6 tháng đầu năm** và quý II/2026")  # type: ignore[arg-type]  # A form.
        for period in find_periods(text):
            assert period.span
            assert unicodedata.normalize("NFC", period.span.of(text)).replace("**", "") == period.text

    @given(st.lists(WORDS, max_size=20).map("".join))
    def test_lie_in_the_text_in_order(self, text: str) -> None:
        last = 0
        for period in find_periods(text):
            assert period.span
            assert last <= period.span.start < period.span.end <= len(text)
            last = period.span.end
            for year in (1, 2026, 99_999):
                assert all(meant.kind is period.kind for meant in period.in_year(year))

    @pytest.mark.parametrize("numeral", ["\u0130", "\u0131", "\u0131v"])
    def test_numerals_of_other_languages_are_none(self, numeral: str) -> None:
        assert all(period.number is None for period in find_periods(f"báo cáo quý {numeral}, hằng quý {numeral}"))

    @given(st.text(), st.integers(-5, 40), st.integers(-5, 40))
    def test_no_text_raises(self, text: str, start: int, end: int) -> None:
        list(find_periods(text))
        list(scan_periods(fold(text), start, end))


class TestPeriodsInLinearTime:
    """Time grows with the text alone."""

    @pytest.mark.parametrize("piece", ["báo cáo ", "báo cáo năm, ", "định kỳ tháng ", "hằng quý ", "tháng "])
    def test_on_much_of_one_kind(self, piece: str) -> None:
        times = []
        for size in (50_000, 100_000):
            text = piece * (size // len(piece))
            runs = []
            for _ in range(3):
                begun = time.process_time()
                for _ in find_periods(text):
                    pass
                runs.append(time.process_time() - begun)
            times.append(min(runs))
        assert times[1] < 2.8 * times[0] + 0.05
