"""Findings for the terminal."""

import unicodedata

import pytest
from checked_files import PLAN, checked, checked_files, finding_at
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import InvalidValueError
from vstbpn.exporting.findings.checked import CheckedFile
from vstbpn.exporting.findings.terminal import findings_to_text
from vstbpn.findings import Edit, Finding
from vstbpn.values import Span


def shown(source: str, *findings: Finding, name: str = "a.txt", language: str = "en") -> list[str]:
    return findings_to_text([CheckedFile(name=name, source=source, findings=findings)], language).splitlines()


class TestLines:
    """Place, code, severity and message; then the line with carets, the remedy and the article."""

    def test_all_of_them(self) -> None:
        source = "SỞ NỘI VỤ\nSố: 5/KH-SNV\n"
        edit = Edit(span=Span(14, 14), text="0")
        assert shown(source, finding_at(14, 15, edit, number="5")) == [
            "a.txt:2:5: STR010 warning: [*] the number “5” is below 10 and has no zero before it",
            "  Số: 5/KH-SNV",
            "      ^",
            "  → write “05”",
            "  (clause 3, Section II, Appendix I of Decree No. 30/2020/NĐ-CP of 5 March 2020 of the Government)",
        ]

    def test_vietnamese(self) -> None:
        first, *_, remedy, basis = shown("Số: 5/KH-SNV", finding_at(4, 5, number="5"), language="vi")
        assert first == "a.txt:1:5: STR010 cảnh báo: số “5” nhỏ hơn 10 mà không có số 0 phía trước"
        assert remedy == "  → viết “05”"
        assert basis.startswith("  (khoản 3 Mục II Phụ lục I Nghị định số 30/2020/NĐ-CP")

    def test_carets_stand_under_decomposed_letters(self) -> None:
        source = unicodedata.normalize("NFD", "Số: 5/KH")
        start = source.index("5")
        _, line, carets, *_ = shown(source, finding_at(start, start + 1, number="5"))
        assert unicodedata.normalize("NFC", line).index("5") == carets.index("^")
        assert carets.count("^") == 1

    def test_windows_line_ends_are_not_shown(self) -> None:
        _, line, carets, *_ = shown("a\r\n5 b\r\nc", finding_at(3, 4, number="5"))
        assert (line, carets) == ("  5 b", "  ^")

    def test_of_several_lines_the_first_is_shown(self) -> None:
        _, line, carets, *_ = shown("ab\ncd\nef", finding_at(1, 5, number="5"))
        assert (line, carets) == ("  ab", "   ^")

    def test_without_a_place(self) -> None:
        assert shown("a\nb", Finding.of("CAL003", args={"written": "x"})) == [
            "a.txt:1:1: CAL003 error: “x” ends before it starts",
            "  → correct the first or the last day",
        ]

    def test_what_is_wrong_with_the_whole_text_shows_no_line(self) -> None:
        assert not any("^" in line for line in shown("tin tức", finding_at(0, 7, code="DOC001")))

    def test_names_and_words_cannot_steer_the_terminal(self) -> None:
        lines = shown("a\x1b[31mb", finding_at(1, 5, number="\x1b[31m\n5"), name="a\x1b[2J.txt")
        assert "\x1b" not in "".join(lines)
        assert len(lines) == 5

    def test_nothing_found_shows_nothing(self) -> None:
        assert findings_to_text([CheckedFile(name="a.txt", source="a")]) == ""

    def test_files_follow_each_other(self) -> None:
        text = findings_to_text([checked(PLAN, "a.txt"), checked(PLAN, "b.txt")])
        places = [line.split(":")[0] for line in text.splitlines() if not line.startswith(" ")]
        assert places == sorted(places)
        assert set(places) == {"a.txt", "b.txt"}

    def test_a_language_there_is_not(self) -> None:
        with pytest.raises(InvalidValueError):
            findings_to_text([], "fr")


@given(st.lists(checked_files(), max_size=3), st.sampled_from(["vi", "en"]))
def test_any_report_can_be_shown(files: list[CheckedFile], language: str) -> None:
    text = findings_to_text(files, language)
    heads = [line for line in text.splitlines() if line and not line.startswith(" ")]
    assert len(heads) == sum(len(file.findings) for file in files)
