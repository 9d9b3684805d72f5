"""The rules of place and date of issue."""

import unicodedata

import pytest

from vstbpn.findings import Finding
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.fixing import fix
from vstbpn.validation.shipped import DEFAULT_RULES


def state(line: str) -> str:
    """A State document with a line for place and date."""
    return (
        "UBND TỈNH HƯNG YÊN\nSỞ Y TẾ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"Số: 15/KH-SYT\n\n{line}\n\nKẾ HOẠCH\nCông tác nữ công\n\nI. MỤC ĐÍCH\n"
    )


def party(line: str) -> str:
    """A Party document with a line for place and date."""
    return (
        f"ĐẢNG CỘNG SẢN VIỆT NAM\n\nTỈNH ỦY HƯNG YÊN\n*\n\nSố 15-KH/TU\n\n{line}\n\nKẾ HOẠCH\nCông tác\n\nI. MỤC ĐÍCH\n"
    )


def found(text: str, code: str) -> tuple[Finding, ...]:
    """What one rule finds in a text."""
    return check(read(text), rules=DEFAULT_RULES.select(code)).findings


def mended(text: str, code: str) -> str:
    """A text with what one rule finds mended, of which nothing is left to be found."""
    done = fix(text, rules=DEFAULT_RULES.select(code))
    assert not done.report.findings
    return done.text


RIGHT = "Hưng Yên, ngày 05 tháng 3 năm 2026"


class TestWording:
    """STR021: comma, words, capitals."""

    @pytest.mark.parametrize(
        ("line", "at_fault", "variant"),
        [
            ("Hưng Yên ngày 05 tháng 3 năm 2026", "Hưng Yên", ""),
            ("Hưng Yên, ngày 05/3/2026", "ngày 05/3/2026", "figures"),
            ("Hưng Yên, ngày 05-03-2026", "ngày 05-03-2026", "figures"),
            ("Hưng Yên, 05/3/2026", "05/3/2026", "figures"),
            ("Hưng yên, ngày 05 tháng 3 năm 2026", "Hưng yên", "capital"),
            ("*Hưng yên, ngày 05 tháng 3 năm 2026*", "Hưng yên", "capital"),
        ],
    )
    def test_what_is_mended(self, line: str, at_fault: str, variant: str) -> None:
        text = state(line)
        (finding,) = found(text, "STR021")
        assert finding.span is not None
        assert (finding.span.of(text), finding.variant) == (at_fault, variant)
        assert mended(text, "STR021").replace("*", "") == state(RIGHT)

    def test_two_faults_at_once(self) -> None:
        assert mended(state("Hưng yên, ngày 5/3/2026"), "STR021") == state(RIGHT)

    def test_decomposed_letters(self) -> None:
        text = unicodedata.normalize("NFD", state("Hưng yên, ngày 05 tháng 3 năm 2026"))
        assert unicodedata.normalize("NFC", mended(text, "STR021")) == state(RIGHT)

    @pytest.mark.parametrize(
        "line",
        [
            RIGHT,
            "Hưng Yên, ngày    tháng 3 năm 2026",
            "Hưng Yên, ngày … tháng … năm 2026",
            "TP. Hồ Chí Minh, ngày 05 tháng 3 năm 2026",
            "thành phố Hồ Chí Minh, ngày 05 tháng 3 năm 2026",
            "Thị xã Mỹ Hào, ngày 05 tháng 3 năm 2026",
            "Bà Rịa - Vũng Tàu, ngày 05 tháng 3 năm 2026",
            "Ea H'leo, ngày 05 tháng 3 năm 2026",
            "HƯNG YÊN, ngày 05 tháng 3 năm 2026",
            "Hưng Yên, ngày 05\ntháng 3 năm 2026",
            "*Hưng Yên*, ngày 05 tháng 3 năm 2026",
        ],
    )
    def test_what_is_right_or_tolerated(self, line: str) -> None:
        assert not found(state(line), "STR021")

    def test_the_party_has_rules_of_its_own(self) -> None:
        assert not found(party("Hưng yên, ngày 05/3/2026"), "STR021")

    def test_before_the_decree_nothing_is_said(self) -> None:
        assert not found(state("Hưng Yên, ngày 05/3/2018"), "STR021")

    def test_a_day_in_running_text_is_none_of_issue(self) -> None:
        text = "Hội nghị tổng kết, ngày 05/3/2026\n\nKẾ HOẠCH\nCông tác nữ công\n\nI. MỤC ĐÍCH\n"
        assert not found(text, "STR021")


class TestZeros:
    """STR022: days below 10, months 1 and 2 have a zero; months 3 to 9 have none."""

    @pytest.mark.parametrize(
        ("written", "expected", "severities"),
        [
            ("ngày 5 tháng 3 năm 2026", "ngày 05 tháng 3 năm 2026", ["warning"]),
            ("ngày 15 tháng 1 năm 2026", "ngày 15 tháng 01 năm 2026", ["warning"]),
            ("ngày 5 tháng 2 năm 2026", "ngày 05 tháng 02 năm 2026", ["warning", "warning"]),
            ("ngày 15 tháng 03 năm 2026", "ngày 15 tháng 3 năm 2026", ["info"]),
            ("ngày 5 tháng 09 năm 2026", "ngày 05 tháng 9 năm 2026", ["warning", "info"]),
            ("ngày      tháng 04 năm 2026", "ngày      tháng 4 năm 2026", ["info"]),
            ("ngày 26 tháng 0 6 năm 2026", "ngày 26 tháng 6 năm 2026", ["info"]),
        ],
    )
    def test_what_is_mended(self, written: str, expected: str, severities: list[str]) -> None:
        text = state(f"Hưng Yên, {written}")
        assert [finding.severity.value for finding in found(text, "STR022")] == severities
        assert mended(text, "STR022") == state(f"Hưng Yên, {expected}")

    @pytest.mark.parametrize(
        "written",
        [
            "ngày 05 tháng 3 năm 2026",
            "ngày 15 tháng 02 năm 2026",
            "ngày 31 tháng 12 năm 2026",
            "ngày 10 tháng 10 năm 2026",
            "ngày    tháng    năm 2026",
            "ngày 05/03/2026",
        ],
    )
    def test_what_is_right(self, written: str) -> None:
        assert not found(state(f"Hưng Yên, {written}"), "STR022")

    def test_the_party_has_rules_of_its_own(self) -> None:
        assert not found(party("Hưng Yên, ngày 5 tháng 03 năm 2026"), "STR022")

    def test_before_the_decree_nothing_is_said(self) -> None:
        assert not found(state("Hưng Yên, ngày 5 tháng 03 năm 2018"), "STR022")

    def test_dates_in_the_text_are_left_alone(self) -> None:
        assert not found(state(RIGHT) + "\n1. Báo cáo trước ngày 5 tháng 03 năm 2026.\n", "STR022")


class TestPlaceThatLostItsCommaAndItsCapitals:
    """STR021: the name of a province before a day is a place, however it is written."""

    @pytest.mark.parametrize(
        ("line", "variants"),
        [
            ("Hưng yên ngày 22/9/2025", ["capital", "", "figures"]),
            ("Hưng yên ngày 22 tháng 9 năm 2025", ["capital", ""]),
            ("Hưng Yên ngày 22/9/2025", ["", "figures"]),
        ],
    )
    def test_it(self, line: str, variants: list[str]) -> None:
        assert [finding.variant for finding in found(state(line), "STR021")] == variants
        assert mended(state(line), "STR021") == state("Hưng Yên, ngày 22 tháng 9 năm 2025")

    @pytest.mark.parametrize(
        "line", ["Bản thảo ngày 22/9/2025", "Ban hành ngày 22 tháng 9 năm 2025", "Hưng yên ngày nay"]
    )
    def test_other_words_before_a_day_are_no_place(self, line: str) -> None:
        (plan,) = read(state(line)).documents
        assert plan.place is None
        assert not found(state(line), "STR021")
