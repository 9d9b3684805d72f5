"""What stands before a number: a class a clause."""

import pytest

from vstbpn.references.finding.leads import is_form_number, read_lead, type_by_code, type_further_back


def lead_type(text: str) -> str | None:
    return read_lead(text, len(text), 0).type


class TestTypeWords:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("Căn cứ Nghị định số ", "Nghị định"),
            ("CĂN CỨ NGHỊ ĐỊNH SỐ ", "Nghị định"),
            ("theo nghị quyết ", "Nghị quyết"),
            ("thực hiện Quyết\nđịnh số\n", "Quyết định"),
            ("Thông tư liên tịch số: ", "Thông tư liên tịch"),
            ("Chương trình hành động số ", "Chương trình hành động"),
            ("theo QĐ số ", "Quyết định"),
            ("tại cv ", "Công văn"),
            ("Kế hoạch Kế hoạch số ", "Kế hoạch"),
            ("Chỉ thị “", "Chỉ thị"),
            ("các công văn: số ", "Công văn"),
        ],
    )
    def test_the_longest_type_that_ends_there(self, text: str, kind: str) -> None:
        assert lead_type(text) == kind

    @pytest.mark.parametrize(
        "text",
        ["", "lớp ", "số ", "Nghị\n\nđịnh số ", "Nghị định\n\nsố ", "Nghị định số\n\n", "nghịđịnh", "định số "],
    )
    def test_no_type(self, text: str) -> None:
        assert lead_type(text) is None

    def test_it_begins_with_the_type(self) -> None:
        text = "thực hiện Kế hoạch số "
        assert read_lead(text, len(text), 0).start == text.index("Kế")

    def test_it_looks_no_further_back_than_it_may(self) -> None:
        text = "Kế hoạch số "
        assert read_lead(text, len(text), 3).type is None


class TestOwnNumber:
    @pytest.mark.parametrize(
        "text", ["Số: ", "Số ", "Số:", "\nSố ", "UBND TỈNH\nSố: ", "UBND TỈNH BẮC NINH   Số: ", "SỐ: "]
    )
    def test_the_number_of_the_document_itself(self, text: str) -> None:
        assert read_lead(text, len(text), 0).own

    @pytest.mark.parametrize("text", ["tại số ", "Kế hoạch số ", "theo ", ""])
    def test_the_number_of_another(self, text: str) -> None:
        assert not read_lead(text, len(text), 0).own


class TestNumberWord:
    @pytest.mark.parametrize(
        ("text", "there"),
        [
            ("tại số ", True),
            ("(số ", True),
            ("dân tộc thiểusố ", False),
            ("tại sổ ", True),
            ("tại ", False),
            ("số" + " " * 30, False),
        ],
    )
    def test_the_word_so(self, text: str, there: bool) -> None:
        assert read_lead(text, len(text), 0).number_word is there


class TestFurtherBack:
    @pytest.mark.parametrize(
        ("text", "code", "kind"),
        [
            ("theo Nghị quyết chuyên đề số ", "NQ", "Nghị quyết"),
            ("theo Công văn khẩn số ", "", "Công văn"),
            ("theo Công văn hỏa tốc số ", "", "Công văn"),
            ("theo Kế hoạch\ncủa đơn vị số ", "KH", "Kế hoạch"),
        ],
    )
    def test_words_may_stand_between_type_and_so(self, text: str, code: str, kind: str) -> None:
        found = type_further_back(text, 0, text.index("số"), code)
        assert found is not None
        assert found.type == kind
        assert text[found.start : found.end] == kind

    @pytest.mark.parametrize("text", ["theo Quyêt định ", "theo Quyet dinh ", "theo quyết đinh "])
    def test_lost_marks_where_the_symbol_shows_the_type(self, text: str) -> None:
        found = type_further_back(text, 0, len(text), "QĐ")
        assert found is not None
        assert (found.type, found.start) == ("Quyết định", 5)
        assert type_further_back(text, 0, len(text), "") is None or text == "theo quyết đinh "

    @pytest.mark.parametrize(
        "text",
        [
            "Nghị quyết, chuyên đề ",
            "Nghị quyết Chuyên Đề ",
            "chuyên đề ",
            "Quyết định chuyên đề ",
            "Nghị quyết\n\nchuyên đề ",
            "Nghị quyết một hai ba bốn năm ",
        ],
    )
    def test_but_no_mark_no_capital_and_no_sentence(self, text: str) -> None:
        assert type_further_back(text, 0, len(text), "NQ") is None

    def test_an_unknown_abbreviation_says_nothing(self) -> None:
        assert type_by_code("XYZ") is None


class TestForms:
    @pytest.mark.parametrize("text", ["biểu số ", "Mẫu ", "bảng số "])
    def test_numbers_of_forms(self, text: str) -> None:
        assert is_form_number(text, read_lead(text, len(text), 0))

    def test_other_numbers(self) -> None:
        assert not is_form_number("theo số ", read_lead("theo số ", 8, 0))
