"""What is wrong with a text that is no reference: the place, what was found, how to mend it."""

import pytest

from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.references.citing.reference import Reference

D = "Quyết định số 1/QĐ-TTg"

FAULTS = [
    # Nothing or next to nothing.
    ("", "", "the text is empty: write a reference such as"),
    ("   ", "   ", "the text is empty: write a reference such as"),
    ("\n\n", "\n\n", "the text is empty"),
    ("abc", "abc", "found neither a number and symbol nor the name of a law: write a reference such as"),
    ("***", "***", "the text is empty"),
    # A number, its symbol or both are missing.
    ("số", "số", "number and symbol are missing: add them, as in 'Nghị định số 30/2020/NĐ-CP'"),
    ("Số:", "Số:", "number and symbol are missing: add them"),
    ("Nghị định", "Nghị định", "number and symbol are missing: add them, as in 'Nghị định số 30/2020/NĐ-CP'"),
    ("Nghị định số", "số", "number and symbol are missing: add them"),
    ("Kế hoạch số", "số", "as in 'Kế hoạch số 15/KH-UBND'"),
    ("Bản án số", "số", "as in 'Bản án số 15/UBND-VX'"),
    ("Luật số", "số", "as in 'Luật số 73/2006/QH11'"),
    ("Nghị định số 30", "30", "the symbol is missing after the number: complete it, as in 'Nghị định số 30/2020/NĐ-CP'"),
    ("Nghị định số 30/2020", "30/2020", "the symbol is missing after the number: complete it"),
    ("Nghị định 30/2020/", "30/2020/", "the symbol is missing after the last mark: complete it"),
    ("Nghị quyết số 12-", "12-", "the symbol is missing after the last mark: complete it"),
    ("Nghị định số 30 của Chính phủ", "30", "the symbol is missing after the number"),
    ("Nghị định số ba mươi", "ba", "expected a number and symbol here, as in 'Nghị định số 30/2020/NĐ-CP'"),
    ("Quyết định số 12/qđ-ubnd", "qđ-ubnd", "written in capitals: write '12/QĐ-UBND'"),
    ("Quyết định 12/qđ-ttg", "qđ-ttg", "written in capitals: write '12/QĐ-TTg'"),
    ("Quyết định số 12/?", "?", "expected a symbol after the number, as in 'Quyết định số 15/QĐ-UBND'"),
    # A law without its name.
    ("Luật", "Luật", "the name is missing: write it after 'Luật', as in 'Luật Trẻ em'"),
    ("luật", "luật", "the name is missing: write it after 'Luật', as in 'Luật Trẻ em'"),
    ("Bộ luật", "Bộ luật", "the name is missing: write it after 'Bộ luật', as in 'Bộ luật Lao động'"),
    ("Luật này", "Luật này", "points to an act named elsewhere: write that act's number and symbol, or its name"),
    ("luật về trẻ em", "về", "expected a name that begins with a capital, as in 'Luật Trẻ em'"),
    ("Nghị định này", "Nghị định này", "points to an act named elsewhere"),
    # Provisions without an act.
    ("khoản 2 Điều 5", "khoản 2 Điều 5", "name the act after them, as in 'khoản 2 Điều 5 Luật Trẻ em'"),
    ("khoản 2 Điều 5 Luật này", "Luật này", "points to an act named elsewhere"),
    ("Điều 5 Nghị định", "Nghị định", "number and symbol are missing"),
    # Provisions that are none before an act, as Provision.parse tells them.
    ("Điều 0 Luật Trẻ em", "0", "numbers begin at 1, expected 'Điều 1'"),
    ("Điều 0", "0", "numbers begin at 1, expected 'Điều 1'"),
    ("điểm w khoản 1 Điều 2 Luật Trẻ em", "w", "'w' is no letter of a điểm"),
    ("  khoản hai Điều 5 Luật Trẻ em", "hai", "'hai' is a number in words: expected digits, 'khoản 2'"),
    ("Dieu 5 Luật Trẻ em", "Dieu", "'Dieu' lacks its marks: expected 'Điều'"),
    ("Điều 5\n\nLuật Trẻ em", "Điều 5", "expected one reference without a blank line in it"),
    ("điều kiện Luật Trẻ em", "điều kiện", "leave out 'điều kiện'"),
    # Numbers and symbols that are none, as DocumentSymbol.parse tells them.
    ("Nghị định số 3O/2020/NĐ-CP", "O", "found the letter 'O' in the number, expected digits alone: write '30/2020/NĐ-CP'"),
    ("số l5/UBND-VX", "l5/UBND-VX", "expected a number and symbol here"),
    ("Công văn 1I/UBND-VX ngày 05/3/2020", "I", "write '11/UBND-VX'"),
    ("Nghị định số 3O/20200/NĐ-CP", "O", "found “O” right after the number “3”"),
    ("Nghị định 30/20200/NĐ-CP", "20200", "expected a year of four digits or a symbol; write the year in full"),
    ("Nghị định số 30-2020-NĐ-CP", "2020", "a year stands between two slashes, as in 30/2020/NĐ-CP"),
    ("Nghị định số 1234567/2020/NĐ-CP", "1234567", "found a number of 7 digits, expected at most 6"),
    ("số 30/2020-NĐ-CP", "-", "found “-” after the year “2020”, expected a slash"),
    # Something before.
    (f"theo {D}", "theo", "expected nothing before the reference: leave out 'theo', or use find_references"),
    (f"  căn cứ   vào {D}", "căn cứ   vào", "leave out 'căn cứ vào'"),
    ("Nghi dinh 30/2020/NĐ-CP", "Nghi dinh", "is no type of document: write 'Nghị định'"),
    ("Decree No. 30/2020/NĐ-CP", "Decree No.", "'Decree No.' is English: write 'Nghị định số' for it"),
    ("Decision of the Prime Minister", "Decision of the Prime Minister", "read in Vietnamese, and 'Decision' is English"),
    ("Nghị định số\n\n30/2020/NĐ-CP", "Nghị định số", "expected one reference without a blank line in it: leave out"),
    # Another reference.
    (f"{D} và Quyết định số 2/QĐ-TTg", "Quyết định số 2/QĐ-TTg", "expected one reference, found another: read each alone"),
    (f"{D}; Luật Trẻ em", "Luật Trẻ em", "expected one reference, found another"),
    (f"{D} về A và Quyết định số 2/QĐ-TTg về B", "Quyết định số 2/QĐ-TTg", "expected one reference, found another"),
    (f"{D}\n\nLuật Trẻ em", "Luật Trẻ em", "found another after a blank line: read each alone"),
    # A date that is none.
    (f"{D} ngày 31/2/2020", "ngày 31/2/2020", "there is no such day (that month has 29 days): correct the date"),
    (f"{D}, ngày 32 tháng 3 năm 2020", "ngày 32 tháng 3 năm 2020", "there is no such day (that month has 31 days)"),
    (f"{D} ngày 5/13/2020 của Bộ Y tế", "ngày 5/13/2020", "there is no such day (a year has 12 months)"),
    (f"{D} ngày 05/3", "ngày 05/3", "the date lacks its year: write it in full, as in 'ngày 05/3/2020'"),
    (f"{D} ngày 05/3/20", "ngày 05/3/20", "the year of a date has four digits: write it in full"),
    (f"{D} ngày", "ngày", "the date is not complete: write day, month and year, as in 'ngày 05/3/2020'"),
    (f"{D} ngày 05/3/2020 của Bộ Y tế ngày 06/3/2020", "ngày 06/3/2020", "expected no date here: write it once"),
    # An issuer that is none.
    (f"{D} của", "của", "the issuer is missing: name it after 'của', as in 'của Chính phủ'"),
    (f"{D} ngày 05/3/2020 của abc xyz", "abc", "expected the name of a body after 'của', found 'abc'"),
    # A title that is none, and what else stands after.
    (f"{D} về việc", "về việc", "the title is not finished: write what the act is about"),
    (f"{D} về A; và B", "; và B", "the title ends at ';': put the whole title in quotation marks “…”"),
    (f"{D} về A (b) và\n\nB", "B", "does not run over a blank line: leave out"),
    (f"{D} về A. Hết", ". Hết", "expected nothing more after the reference: leave it out"),
    (f"{D} hay lắm", "hay lắm", "a title ('về …') or nothing after the reference: leave it out, or put a title in quotation"),
    (f"{D} (sau đây gọi tắt là Đề án)", "(sau đây gọi tắt là Đề án)", "leave it out"),
    (f"{D} “về A và B", "“về A và B", "leave it out, or put a title in quotation marks"),
    (f"{D} “về A” và B", "và B", "or nothing after the reference: leave it out"),
    (f"{D} “về A” “về B”", "“về B”", "or nothing after the reference: leave it out"),
    (f"{D} “về A” về B", "“về A” về B", "expected nothing more after the reference"),
    (f"{D}\n\nvề công tác văn thư", "về công tác văn thư", "does not run over a blank line: leave out"),
    (f"{D}.", ".", "expected nothing after the reference: leave out '.'"),
    ("số 15/UBND-VX xyz", "xyz", "after the reference: leave it out"),
    ("  số 15/UBND-VX ngày 31/2/2020", "ngày 31/2/2020", "there is no such day"),
    ("số 15/ubnd", "ubnd", "written in capitals: write '15/UBND'"),
]  # fmt: skip


class TestFaults:
    @pytest.mark.parametrize(("text", "place", "reason"), FAULTS)
    def test_each_tells_its_place_and_how_to_mend_it(self, text: str, place: str, reason: str) -> None:
        with pytest.raises(ParseError) as caught:
            Reference.parse(text)
        error = caught.value
        assert error.text == text
        assert error.span.of(text) == place
        assert reason in error.reason
        assert "^" in str(error)

    def test_the_place_is_in_the_text_given(self) -> None:
        text = "**Quyết định** số 1/QĐ-TTg\u00a0**ngày 31/2/2020**"
        with pytest.raises(ParseError) as caught:
            Reference.parse(text)
        assert caught.value.span.of(text) == "ngày 31/2/2020"

    def test_long_words_are_shown_in_part(self) -> None:
        with pytest.raises(ParseError, match="leave out 'rất dài rất dài rất dài rất dài rất dài …'"):
            Reference.parse("rất dài " * 50 + D)

    def test_it_shows_a_caret(self) -> None:
        with pytest.raises(ParseError) as caught:
            Reference.parse("Nghị định số 30/2020")
        assert str(caught.value).splitlines()[1:] == ["  Nghị định số 30/2020", "               ^^^^^^^"]


class TestWrongTypes:
    @pytest.mark.parametrize("given", [None, 5, b"Lu\xe1\xba\xadt", ["Luật Trẻ em"]])
    def test_what_is_no_text_raises(self, given: object) -> None:
        with pytest.raises(InvalidValueError, match="expected a str such as 'Nghị định số 30/2020/NĐ-CP'"):
            Reference.parse(given)  # type: ignore[arg-type]  # Wrong types on purpose.
