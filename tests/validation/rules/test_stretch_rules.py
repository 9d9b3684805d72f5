"""Stretches that end before they start: of campaigns, of deadlines, and wherever two whole dates are written."""

from collections.abc import Callable

import pytest

from growth import assert_linear
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.shipped import DEFAULT_RULES

HEAD = "KẾ HOẠCH\nCông tác năm 2026\n\nI. NỘI DUNG\n\n"


def told(line: str) -> list[str]:
    text = f"{HEAD}{line}\n"
    report = check(read(text), rules=DEFAULT_RULES.select("CAL003"))
    return [finding.span.of(text) for finding in report if finding.span is not None]


class TestEndBeforeStart:
    """CAL003: the second day lies before the first."""

    @pytest.mark.parametrize(
        "words",
        [
            "từ ngày 20/10/2026 đến ngày 10/10/2026",
            "từ ngày 20/10/2026 - 10/10/2026",
            "Từ 20 tháng 10 năm 2026 đến hết ngày 10 tháng 10 năm 2026",
            "từ tháng 10/2026 đến tháng 3/2026",
            "từ tháng 10 năm 2026 đến hết tháng 9 năm 2026",
        ],
    )
    def test_what_violates_it(self, words: str) -> None:
        assert told(f"1. Kiểm tra tại các đơn vị: {words}.") == [words]

    @pytest.mark.parametrize(
        "words",
        [
            "từ ngày 10/10/2026 đến ngày 20/10/2026",
            "từ ngày 15/12/2026 đến hết ngày 14/01/2027",
            "từ ngày 15/12 đến ngày 14/01",
            "từ ngày 20/10/2026, báo cáo ngày 10/10/2026",
            "từ ngày 31/6/2026 đến ngày 30/6/2026",
            "từ tháng 10/2026 đến tháng 10/2026",
            "từ 20 đến 10 người",
        ],
    )
    def test_what_conforms(self, words: str) -> None:
        assert told(f"1. Kiểm tra tại các đơn vị: {words}.") == []

    def test_a_campaign_is_told_once(self) -> None:
        assert len(told("- Tổ chức Tuần lễ Áo dài từ ngày 08/3/2026 đến ngày 01/3/2026.")) == 1

    def test_time_is_linear(self) -> None:
        def prepare(many: int) -> Callable[[], object]:
            reading = read(HEAD + "- Họp từ ngày 08/3/2026 đến ngày 01/3/2026.\n" * many)
            return lambda: check(reading, rules=DEFAULT_RULES.select("CAL003"))

        assert_linear(prepare, 1000, 4000)
