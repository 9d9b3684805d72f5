"""Reporting periods in Vietnamese words."""

import unicodedata
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.reporting.period import PeriodKind, ReportingPeriod, periods
from vstbpn.calendars.reporting.words import period_in_words
from vstbpn.goals.observing.columns import ObservationsError
from vstbpn.goals.observing.rows import observations_from_rows


class TestThatAreRead:
    @pytest.mark.parametrize("kind", list(PeriodKind))
    def test_as_they_are_written_officially(self, kind: PeriodKind) -> None:
        """Reading is the inverse of ``vi``, over all periods there are."""
        for period in periods(kind, 1900, 2199):
            assert period_in_words(period.vi) == period

    @given(strategies.reporting_periods())
    def test_in_capitals_and_in_decomposed_letters(self, period: ReportingPeriod) -> None:
        assert period_in_words(period.vi.upper()) == period
        assert period_in_words(unicodedata.normalize("NFD", period.vi)) == period

    @pytest.mark.parametrize(
        ("text", "period"),
        [
            ("Quý I/2026", "2026-Q1"),
            ("Quý IV / 2026", "2026-Q4"),
            ("quý 2 năm 2026", "2026-Q2"),
            ("Quí III-2026", "2026-Q3"),
            ("Quý II, năm 2026", "2026-Q2"),
            ("quý 03/2026", "2026-Q3"),
            ("Năm 2026", "2026"),
            ("cả năm 2026", "2026"),
            ("6 tháng đầu năm 2026", "2026-H1"),
            ("06 tháng cuối năm 2026", "2026-H2"),
            ("Sáu tháng đầu năm 2026", "2026-H1"),
            ("6 tháng đầu  năm\u00a02026", "2026-H1"),
            ("9 tháng đầu năm 2026", "2026-9M"),
            ("9 tháng năm 2026", "2026-9M"),
            ("9 tháng/2026", "2026-9M"),
            ("Tháng 3/2026", "2026-03"),
            ("tháng 03 năm 2026", "2026-03"),
            ("tháng 12/2026", "2026-12"),
            ("T6/2026", "2026-06"),
            ("T.12/2026", "2026-12"),
            ("Q.II/2026", "2026-Q2"),
            ("kỳ 6 tháng đầu năm 2026", "2026-H1"),
            ("Kỳ báo cáo quý III năm 2026", "2026-Q3"),
            ("năm học 2025-2026", "2025-2026"),
            ("Năm học 2025 – 2026", "2025-2026"),
            ("NH 2025/2026", "2025-2026"),
            ("học kỳ I năm học 2025 - 2026", "2025-2026-T1"),
            ("Học kì II, năm học 2025–2026", "2025-2026-T2"),
            ("HK2 2025-2026", "2025-2026-T2"),
            ("HKI/2025-2026", "2025-2026-T1"),
            ("Kỳ 1 năm học 2025-2026", "2025-2026-T1"),
        ],
    )
    def test_as_tables_write_them(self, text: str, period: str) -> None:
        (observation,) = observations_from_rows([{"đơn vị": "a", "kỳ": text, "số lượng": 1}])
        assert observation.period == period


class TestThatAreNot:
    @pytest.mark.parametrize(
        "text",
        [
            "quý V/2026", "quý 5/2026", "quý 12026", "tháng 13/2026", "tháng 0/2026", "tháng 12026", "8 tháng đầu năm 2026",
            "6 tháng năm 2026", "quý I", "năm 26", "năm 0000", "quý I/9999", "năm học 2025-2027", "năm học 2025", "học kỳ III năm học 2025-2026", "học kỳ 1 2025", "T62026", "năm 2025-2026", "quý I/2026 (ước)",
            "đầu năm 2026", "quý I" + " " * 100 + "2026", "năm ２０２６", "",
        ],
    )  # fmt: skip
    def test_words_name_no_period(self, text: str) -> None:
        assert period_in_words(text) is None

    def test_the_remedy_tells_both_ways(self) -> None:
        with pytest.raises(ObservationsError, match="2025-06, or in words, such as quý I/2025"):
            observations_from_rows([{"unit": "a", "period": "quý V/2026", "numerator": 1}])

    @given(
        st.text(max_size=50)
        | st.from_regex(r"(quý|tháng|6 tháng|năm|năm học|HK) ?[iv0-9/ ]{0,6}[0-9]{0,4}(-[0-9]{4})?", fullmatch=True)
    )
    def test_of_any_text_it_is_told(self, text: str) -> None:
        found = period_in_words(text)
        assert found is None or period_in_words(found.vi) == found


class TestLinearTime:
    def test_cells_that_many_rows_share_are_read_once(self) -> None:
        rows = [{"unit": "a", "period": "6 tháng đầu năm 2026", "numerator": 1}] * 50_000
        start = process_time()
        assert len(observations_from_rows(rows)) == 50_000
        assert process_time() - start < 2
