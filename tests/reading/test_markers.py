"""Markers of sections and items, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.reading.markers import Marker, item_mark, opens_item, read_marker
from vstbpn.reading.reading import read
from vstbpn.text import POINT_LETTERS, roman_numeral
from vstbpn.vocabulary import ItemMark, SectionStyle


def marker_of(text: str, *, bare: bool = False) -> Marker | None:
    return read_marker(text, 0, len(text), bare=bare)


def found(text: str) -> tuple[SectionStyle, str, str, str] | None:
    """The style, the number, the marker as written, and the words after it."""
    marker = marker_of(text)
    return marker and (marker.style, marker.number, text[: marker.end], text[marker.text_start :])


class TestWorded:
    @pytest.mark.parametrize(
        ("text", "style", "number", "written", "words"),
        [
            ("Phần I. QUY ĐỊNH CHUNG", SectionStyle.PART, "I", "Phần I.", "QUY ĐỊNH CHUNG"),
            ("PHẦN THỨ NHẤT", SectionStyle.PART, "THỨ NHẤT", "PHẦN THỨ NHẤT", ""),
            ("Phần thứ hai: Nhiệm vụ", SectionStyle.PART, "thứ hai", "Phần thứ hai:", "Nhiệm vụ"),
            ("Chương II", SectionStyle.CHAPTER, "II", "Chương II", ""),
            ("CHƯƠNG 3: TỔ CHỨC", SectionStyle.CHAPTER, "3", "CHƯƠNG 3:", "TỔ CHỨC"),
            ("Mục 1. QUY ĐỊNH", SectionStyle.HEADED_SECTION, "1", "Mục 1.", "QUY ĐỊNH"),
            ("MỤC 2", SectionStyle.HEADED_SECTION, "2", "MỤC 2", ""),
            ("Tiểu mục 1. HỒ SƠ", SectionStyle.HEADED_SECTION, "1", "Tiểu mục 1.", "HỒ SƠ"),
            ("Điều 3. Phạm vi điều chỉnh", SectionStyle.ARTICLE, "3", "Điều 3.", "Phạm vi điều chỉnh"),
            ("ĐIỀU 12a: Kinh phí", SectionStyle.ARTICLE, "12a", "ĐIỀU 12a:", "Kinh phí"),
            ("Mục tiêu 1: Tăng tỷ lệ nữ", SectionStyle.GOAL, "1", "Mục tiêu 1:", "Tăng tỷ lệ nữ"),
            ("MỤC TIÊU 2. Giảm bạo lực", SectionStyle.GOAL, "2", "MỤC TIÊU 2.", "Giảm bạo lực"),
            ("Chỉ tiêu 3 - Đạt 60%", SectionStyle.GOAL, "3", "Chỉ tiêu 3 -", "Đạt 60%"),
            ("Nhiệm vụ 4. Truyền thông", SectionStyle.GOAL, "4", "Nhiệm vụ 4.", "Truyền thông"),
            ("PHỤ LỤC II", SectionStyle.APPENDIX, "II", "PHỤ LỤC II", ""),
            ("Phụ lục", SectionStyle.APPENDIX, "", "Phụ lục", ""),
        ],
    )
    def test_is_read(self, text: str, style: SectionStyle, number: str, written: str, words: str) -> None:
        assert found(text) == (style, number, written, words)

    def test_the_word_is_kept(self) -> None:
        marker = marker_of("MỤC TIÊU 2. Giảm")
        assert marker is not None
        assert marker.word == "MỤC TIÊU"


class TestNumbered:
    @pytest.mark.parametrize(
        ("text", "style", "number", "written"),
        [
            ("I. MỤC ĐÍCH", SectionStyle.ROMAN, "I", "I."),
            ("II- NHIỆM VỤ", SectionStyle.ROMAN, "II", "II-"),
            ("III - KINH PHÍ", SectionStyle.ROMAN, "III", "III -"),
            ("IV/ TỔ CHỨC", SectionStyle.ROMAN, "IV", "IV/"),
            ("A. ĐÁNH GIÁ", SectionStyle.UPPER_LETTER, "A", "A."),
            ("Đ. Kinh phí", SectionStyle.UPPER_LETTER, "Đ", "Đ."),
            ("C. Giải pháp", SectionStyle.UPPER_LETTER, "C", "C."),
            ("1. Mục đích", SectionStyle.ARABIC, "1", "1."),
            ("2.Yêu cầu", SectionStyle.ARABIC, "2", "2."),
            ("10) Kiểm tra", SectionStyle.ARABIC, "10", "10)"),
            ("3/ Kiểm tra", SectionStyle.ARABIC, "3", "3/"),
            ("1- Quán triệt", SectionStyle.ARABIC, "1", "1-"),
            ("4. 100% đơn vị", SectionStyle.ARABIC, "4", "4."),
            ("5. “Trường học hạnh phúc”", SectionStyle.ARABIC, "5", "5."),
            ("1.1. Quán triệt", SectionStyle.DECIMAL, "1.1", "1.1."),
            ("1.4 Phối hợp", SectionStyle.DECIMAL, "1.4", "1.4"),
            ("1.1.1. Truyền thông", SectionStyle.DECIMAL, "1.1.1", "1.1.1."),
            ("a) nâng cao nhận thức", SectionStyle.LETTER, "a", "a)"),
            ("đ) Thực hiện chế độ", SectionStyle.LETTER, "đ", "đ)"),
            ("e. Biểu dương", SectionStyle.LETTER, "e", "e."),
            ("b/ Kiểm tra", SectionStyle.LETTER, "b", "b/"),
        ],
    )
    def test_is_read(self, text: str, style: SectionStyle, number: str, written: str) -> None:
        read = found(text)
        assert read is not None
        assert read[:3] == (style, number, written)

    def test_d_and_crossed_d_are_two_letters(self) -> None:
        assert found("d) Một")[1:2] != found("đ) Một")[1:2]  # type: ignore[index]  # Both are markers.


class TestNone:
    @pytest.mark.parametrize(
        "text",
        [
            "12/3/2025 họp giao ban",
            "15.6.2025 họp giao ban",
            "20-10 là ngày Phụ nữ Việt Nam",
            "12.5 triệu đồng",
            "12.500 đồng",
            "1.000.000 đồng",
            "1,5 lần",
            "60% cán bộ là nữ",
            "60 % cán bộ là nữ",
            "3 - 5 người",
            "5 năm gần đây",
            "2025. Năm học mới",
            "V.v",
            "V. v",
            "v.v. và các hoạt động khác",
            "ICT. Công nghệ",
            "IIII. Sai",
            "I có",
            "TP. Hồ Chí Minh",
            "Điều 3 của Luật Bình đẳng giới",
            "Điều 3 Luật Bình đẳng giới",
            "Điều 5, Điều 6 của Luật",
            "Mục 2 Chương I của Luật",
            "Mục tiêu 1 và 2",
            "Mục tiêu 1 của Kế hoạch",
            "Mục tiêu chung",
            "Chỉ tiêu năm 2025",
            "Nhiệm vụ trọng tâm",
            "Phần lớn cán bộ",
            "Chương trình hành động",
            "CÔNG TÁC CÁN BỘ",
            "a",
            "L",
        ],
    )
    def test_is_not_read(self, text: str) -> None:
        assert marker_of(text) is None


class TestBare:
    @pytest.mark.parametrize("text", ["1.", "1.1.", "II.", "a)", "Mục tiêu 1"])
    def test_only_where_asked_for(self, text: str) -> None:
        assert marker_of(text) is None
        marker = marker_of(text, bare=True)
        assert marker is not None
        assert (marker.start, marker.end) == (0, len(text))


class TestItems:
    @pytest.mark.parametrize("text", ["- Sở Nội vụ", "+ Sở Nội vụ", "• Sở", "–Sở", "- “Sở”", "* Sở", "\uf0b7 Sở"])
    def test_opens(self, text: str) -> None:
        assert opens_item(text, 0, len(text))

    @pytest.mark.parametrize("text", ["-5 độ", "--- ", "Sở - ngành", "-", "+84"])
    def test_does_not_open(self, text: str) -> None:
        assert not opens_item(text, 0, len(text))

    def test_marks(self) -> None:
        assert [item_mark(character) for character in "-–—+*•"] == [
            *[ItemMark.DASH] * 3,
            ItemMark.PLUS,
            ItemMark.STAR,
            ItemMark.DOT,
        ]


class TestLaws:
    @given(st.integers(1, 39))
    def test_roman_numerals(self, value: int) -> None:
        assert found(f"{roman_numeral(value)}. NỘI DUNG")[1] == roman_numeral(value)  # type: ignore[index]  # A marker.

    @given(st.sampled_from(POINT_LETTERS))
    def test_point_letters(self, letter: str) -> None:
        assert found(f"{letter}) Nội dung")[:2] == (SectionStyle.LETTER, letter)  # type: ignore[index]  # A marker.

    @given(st.text(min_size=1, max_size=30), st.booleans())
    def test_a_marker_lies_in_the_text(self, text: str, bare: bool) -> None:
        marker = marker_of(text, bare=bare)
        assert marker is None or 0 == marker.start < marker.end <= marker.text_start <= len(text)


class TestUndotted:
    """A number that lost its dot opens a section where its list goes on with it."""

    @staticmethod
    def labels(body: str) -> list[str]:
        plan = read(f"KẾ HOẠCH\nCông tác gia đình\n\nI. NỘI DUNG\n{body}\nII. TỔ CHỨC\n").plan
        assert plan is not None
        return [section.label for section in plan.outline]

    def test_between_its_neighbours(self) -> None:
        assert self.labels("1. Mục đích\n- Một.\n2 Đẩy mạnh\n- Hai.\n3. Khác\n- Ba.") == ["I", "1", "2", "3", "II"]

    def test_the_last_of_its_list(self) -> None:
        assert self.labels("1. Mục đích\n- Một.\n2 Yêu cầu\n- Hai.") == ["I", "1", "2", "II"]

    @pytest.mark.parametrize(
        "body",
        [
            "1. Mục đích\n- Một.\n3 Phó Chủ tịch\n- Hai.",
            "1. Mục đích\n- Một.\n2 phòng, ban\n2. Yêu cầu",
            "2 Yêu cầu\n- Hai.",
        ],
    )
    def test_a_number_that_is_a_count(self, body: str) -> None:
        assert [label for label in self.labels(body) if label not in {"I", "II"}] in (["1"], ["1", "2"], [])
