"""The rules of the national title, the motto and the Party's title."""

import unicodedata
from typing import Literal

import pytest

from vstbpn.findings import Finding
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.fixing import fix
from vstbpn.validation.shipped import DEFAULT_RULES

NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
BELOW = "Hưng Yên, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nCông tác nữ công\n\nI. MỤC ĐÍCH\n"


def state(*titles: str) -> str:
    """A State document with some lines for its national title."""
    return "UBND TỈNH HƯNG YÊN\nSỞ Y TẾ\n\n" + "\n".join(titles) + f"\n\nSố: 15/KH-SYT\n\n{BELOW}"


def party(*titles: str, number: str = "15-KH/TU") -> str:
    """A Party document with some lines for its title."""
    return "TỈNH ỦY HƯNG YÊN\n*\n" + "\n".join(titles) + f"\n\nSố {number}\n\n{BELOW}"


def found(text: str, code: str) -> tuple[Finding, ...]:
    """What one rule finds in a text."""
    return check(read(text), rules=DEFAULT_RULES.select(code)).findings


def mended(text: str) -> str:
    """A text with its titles mended, of which nothing is left to be found."""
    done = fix(text, rules=DEFAULT_RULES.select("STR013"))
    assert not done.report.findings
    return done.text


class TestNoTitle:
    """STR012: there is a header, and it has no title."""

    @pytest.mark.parametrize(
        ("text", "variant"),
        [
            (state(), ""),
            (state(NAME), "motto"),
            (state(MOTTO), "name"),
            (party(), "party"),
            (state().replace("2026", "2018"), ""),
            ("SỞ Y TẾ\n\nSố: /KH-SYT\n\n" + BELOW, ""),
        ],
    )
    def test_what_is_missing_is_told(self, text: str, variant: str) -> None:
        (finding,) = found(text, "STR012")
        assert finding.variant == variant
        assert finding.severity.value == "warning"
        assert not finding.is_fixable

    @pytest.mark.parametrize(
        ("text", "basis"),
        [
            (state(), "30/2020/NĐ-CP"),
            (party(), "36-HD/VPTW"),
            (party().replace("3 năm 2026", "6 năm 2026"), "05-HD/VPTW"),
            (state().replace("2026", "2018"), None),
        ],
    )
    def test_what_it_rests_on_depends_on_family_and_day(self, text: str, basis: str | None) -> None:
        (finding,) = found(text, "STR012")
        symbol = finding.basis.symbol if finding.basis else None
        assert (symbol.canonical if symbol else None) == basis

    @pytest.mark.parametrize(
        "text",
        [
            state(NAME, MOTTO),
            state("**CỘNG HOÀ XÃ HỘI", "CHỦ NGHĨA VIỆT NAM**", MOTTO),
            state("CONG HOA XA HOI CHU NGHIA VIET NAM", "Doc lap - Tu do - Hanh phuc"),
            state("CỘNG HÒA XÃ HỘI CHỦ NGHỈA VIỆT NAM", "Độc 1ập - Tự do - Hạnh phúc"),
            state("CHXHCN VIỆT NAM", "ĐỘC LẬP – TỰ DO – HẠNH PHÚC"),
            unicodedata.normalize("NFD", state(NAME, MOTTO)),
            party(PARTY),
            # Columns set one below the other.
            "SỞ Y TẾ\nSố: 15/KH-SYT\n\nKẾ HOẠCH\nCông tác nữ công\n\n" + NAME + "\n" + MOTTO + "\n",
        ],
    )
    def test_it_is_there_in_some_form(self, text: str) -> None:
        assert not found(text, "STR012")

    @pytest.mark.parametrize(
        "text",
        [
            # A part of a text; a title alone; what cites a number.
            "I. MỤC ĐÍCH\n\n1. Thực hiện Kế hoạch số 12/KH-UBND.\n",
            "KẾ HOẠCH\nCông tác nữ công năm 2026\n\nI. MỤC ĐÍCH\n",
            "Số 12/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân tỉnh.\n\nKẾ HOẠCH\nCông tác nữ công\n\nI. MỤC ĐÍCH\n",
            # The Youth Union has a title of its own.
            "TỈNH ĐOÀN HƯNG YÊN\n***\nĐOÀN TNCS HỒ CHÍ MINH\n\nSố: 15/KH-BTV\n\n" + BELOW,
            party(number="15-KH/TWĐTN"),
            # Mass organisations have rules of their own.
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH HƯNG YÊN\n\nSố: 15/KH-LĐLĐ\n\n" + BELOW,
        ],
    )
    def test_where_none_is_asked_for(self, text: str) -> None:
        assert not found(text, "STR012")


class TestWording:
    """STR013: the title is there, but not as prescribed."""

    @pytest.mark.parametrize(
        ("written", "expected", "severity"),
        [
            ("Độc lập – Tự do – Hạnh phúc", MOTTO, "info"),
            ("Độc lập-Tự do-Hạnh phúc", MOTTO, "info"),
            ("Độc lập -Tự do- Hạnh phúc", MOTTO, "info"),
            ("Độc lập Tự do Hạnh phúc", MOTTO, "info"),
            ("Độc lập - Tự do - Hạnh Phúc", MOTTO, "warning"),
            ("ĐỘC LẬP - TỰ DO - HẠNH PHÚC", MOTTO, "warning"),
            ("Độc Lập – Tự Do – Hạnh Phúc", MOTTO, "warning"),
            ("Dộc lập - Tự do - Hạnh phúc", MOTTO, "warning"),
        ],
    )
    def test_the_motto(self, written: str, expected: str, severity: str) -> None:
        text = state(NAME, written)
        (finding,) = found(text, "STR013")
        assert finding.span is not None
        assert (finding.span.of(text), finding.severity.value) == (written, severity)
        assert mended(text) == state(NAME, expected)

    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("Cộng hòa xã hội chủ nghĩa Việt Nam", NAME),
            ("Cộng hoà xã hội chủ nghĩa Việt Nam", NAME.replace("HÒA", "HOÀ")),
            ("CỘNG HÒA XÃ HỘI CHỦ NGHỈA VIỆT NAM", NAME),
            ("CỘNG HÒA XÃ HỘICHỦ NGHĨA VIỆT NAM", NAME),
            ("CỘNG HÒA XÃ HỘI\nCHŨ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM"),
        ],
    )
    def test_the_national_title(self, written: str, expected: str) -> None:
        assert found(state(written, MOTTO), "STR013")
        assert mended(state(written, MOTTO)) == state(expected, MOTTO)

    def test_the_title_of_the_party(self) -> None:
        text = party("Đảng cộng sản Việt Nam")
        (finding,) = found(text, "STR013")
        assert dict(finding.args)["expected"] == PARTY
        assert mended(text) == party(PARTY)

    def test_decomposed_letters_are_mended(self) -> None:
        text = unicodedata.normalize("NFD", state(NAME, "Độc lập – Tự do - Hạnh phúc"))
        assert unicodedata.normalize("NFC", mended(text)) == state(NAME, MOTTO)

    @pytest.mark.parametrize(
        "text",
        [
            state(NAME, MOTTO),
            state(NAME.replace("HÒA", "HOÀ"), MOTTO),
            state("**CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM**", f"***{MOTTO}***"),
            state(NAME, "Độc lập \\- Tự do \\- Hạnh phúc"),
            state(NAME, "Độc lập  -  Tự do\n- Hạnh phúc"),
            state("CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM", MOTTO.replace(" ", "\u00a0")),
            unicodedata.normalize("NFD", state(NAME, MOTTO)),
            state(NAME, MOTTO).replace("\n", "\r\n"),
            f"| UBND XÃ A TRƯỜNG MẦM NON B ------- | {NAME} {MOTTO} ------- |\n|---|---|\n| Số: 15/KH-MNB | "
            + BELOW.replace("2026\n", "2026 |\n", 1),
            party(PARTY),
            # What a dispatch is about names the State in running text.
            "SỞ Y TẾ\n"
            + NAME
            + "\n"
            + MOTTO
            + "\nSố: 15/SYT-VP\nV/v treo Quốc kỳ nước\nCộng hòa xã hội chủ nghĩa Việt Nam\n",
        ],
    )
    def test_what_is_right_or_tolerated(self, text: str) -> None:
        assert not found(text, "STR013")


def test_a_name_of_the_country_in_the_bases_is_no_national_title() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nPHƯỜNG HOA LƯ\nĐộc lập - Tự do - Hạnh phúc\nSố: 37/KH-UBND\nHoa Lư, ngày 06 tháng 11 năm 2025\n\n"
        "KẾ HOẠCH\nCông tác gia đình\n\nCăn cứ Chiến lược phát triển gia đình Việt Nam;\n"
    )
    (finding,) = check(read(text), rules=DEFAULT_RULES.select("STR012")).findings
    assert finding.variant == "name"


class TestOtherMarksInTheMotto:
    """STR013: a comma, a dot or a bullet where the hyphen should stand."""

    @pytest.mark.parametrize(
        "motto", ["Độc lập, Tự do, Hạnh phúc", "Độc lập. Tự do. Hạnh phúc", "Độc lập • Tự do • Hạnh phúc"]
    )
    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_it(self, motto: str, form: Literal["NFC", "NFD"]) -> None:
        text = unicodedata.normalize(form, state(NAME, motto))
        (finding,) = found(text, "STR013")
        assert finding.variant == "hyphens"
        assert finding.span is not None
        assert unicodedata.normalize("NFC", finding.span.of(text)) == motto
        assert unicodedata.normalize("NFC", mended(text)) == state(NAME, MOTTO)

    def test_a_sentence_below_the_type_is_no_motto(self) -> None:
        assert not found(f"{state(NAME, MOTTO)}- Nhân dân được độc lập, tự do, hạnh phúc.\n", "STR013")
