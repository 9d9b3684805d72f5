"""Building the outline: levels come from the numbering, titles from the shape of the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.plans.outline import Item, Outline, Section
from vstbpn.reading.reading import read
from vstbpn.text import clean
from vstbpn.vocabulary import ItemMark

HEAD = "KẾ HOẠCH\nCông tác năm 2025\n\n"


def outline_of(body: str) -> Outline:
    return read(HEAD + body).documents[0].outline


def shape(body: str) -> list[tuple[int, str, str | None]]:
    return [(section.level, section.marker, section.title) for section in outline_of(body)]


def levels(body: str) -> list[tuple[int, str]]:
    return [(section.level, section.marker) for section in outline_of(body)]


def items(section: Section) -> list[str]:
    return [item.text for item in section.items]


class TestLevels:
    def test_the_second_scheme_of_plans(self) -> None:
        assert levels(
            "I. NHIỆM VỤ\n1. Truyền thông\n1.1. Trong nhà trường\n1.1.1. Sinh hoạt lớp\na) Chủ đề\nII. KINH PHÍ"
        ) == [
            (1, "I."),
            (2, "1."),
            (3, "1.1."),
            (4, "1.1.1."),
            (5, "a)"),
            (1, "II."),
        ]

    def test_the_formal_scheme(self) -> None:
        assert levels(
            "Phần I\nQUY ĐỊNH\nChương I\nCHUNG\nMục 1. PHẠM VI\nĐiều 1. Đối tượng\n1. Cơ quan nhà nước.\na) Sở;\nĐiều 2. Nguyên tắc"
        ) == [
            (1, "Phần I"),
            (2, "Chương I"),
            (3, "Mục 1."),
            (4, "Điều 1."),
            (5, "1."),
            (6, "a)"),
            (4, "Điều 2."),
        ]

    def test_parts_with_capital_letters_above_romans(self) -> None:
        assert levels("A. ĐÁNH GIÁ\nI. KẾT QUẢ\n1. Ưu điểm\nB. KẾ HOẠCH\nI. MỤC TIÊU") == [
            (1, "A."),
            (2, "I."),
            (3, "1."),
            (1, "B."),
            (2, "I."),
        ]

    def test_markup_counts_for_nothing(self) -> None:
        assert levels("#### I. MỤC ĐÍCH\n# 1. Nhận thức\n**II. NỘI DUNG**\n### 1. Truyền thông") == [
            (1, "I."),
            (2, "1."),
            (1, "II."),
            (2, "1."),
        ]

    def test_party_markers(self) -> None:
        assert levels("I- MỤC ĐÍCH\n1- Quán triệt nghị quyết\nII- TỔ CHỨC") == [(1, "I-"), (2, "1-"), (1, "II-")]

    def test_a_level_that_is_left_out(self) -> None:
        assert levels("I. NỘI DUNG\na) Truyền thông\nb) Tập huấn") == [(1, "I."), (2, "a)"), (2, "b)")]

    def test_numbering_with_gaps_is_kept_as_written(self) -> None:
        assert levels("I. MỤC ĐÍCH\nII. NỘI DUNG\nVI. TỔ CHỨC") == [(1, "I."), (1, "II."), (1, "VI.")]

    def test_orphans_before_the_first_of_a_higher_style(self) -> None:
        assert levels("1. Đặc điểm tình hình\na) Thuận lợi\nI. NỘI DUNG\n1. Truyền thông") == [
            (2, "1."),
            (3, "a)"),
            (1, "I."),
            (2, "1."),
        ]

    def test_a_text_that_knows_only_low_styles(self) -> None:
        assert levels("1. Mục đích\na) Nhận thức\n2. Nội dung") == [(1, "1."), (2, "a)"), (1, "2.")]

    def test_an_appendix_is_of_the_highest_level(self) -> None:
        assert shape("I. NỘI DUNG\n1. Việc\nPHỤ LỤC I\nDANH MỤC CHỈ TIÊU\n1. Tỷ lệ nữ")[2:] == [
            (1, "PHỤ LỤC I", "DANH MỤC CHỈ TIÊU"),
            (2, "1.", "Tỷ lệ nữ"),
        ]


class TestGoals:
    def test_stand_under_the_section_that_opens_them(self) -> None:
        assert shape(
            "I. MỤC TIÊU\n1. Mục tiêu chung\nBảo đảm bình đẳng.\n2. Mục tiêu cụ thể\nMục tiêu 1: Tăng tỷ lệ nữ\n"
            "- Đạt 60%.\nMục tiêu 2: Giảm bạo lực\n- Dưới 5%.\nII. NHIỆM VỤ"
        ) == [
            (1, "I.", "MỤC TIÊU"),
            (2, "1.", "Mục tiêu chung"),
            (2, "2.", "Mục tiêu cụ thể"),
            (3, "Mục tiêu 1:", "Tăng tỷ lệ nữ"),
            (3, "Mục tiêu 2:", "Giảm bạo lực"),
            (1, "II.", "NHIỆM VỤ"),
        ]

    def test_with_indicators_below_them(self) -> None:
        assert levels("I. MỤC TIÊU\nMục tiêu 1: Tăng\nChỉ tiêu 1: Đạt 60%\nChỉ tiêu 2: Đạt 30%\nMục tiêu 2: Giảm") == [
            (1, "I."),
            (2, "Mục tiêu 1:"),
            (3, "Chỉ tiêu 1:"),
            (3, "Chỉ tiêu 2:"),
            (2, "Mục tiêu 2:"),
        ]

    def test_are_found_by_their_words(self) -> None:
        outline = outline_of("I. MỤC TIÊU\nMục tiêu 1: Tăng tỷ lệ nữ\n- Đạt 60%.")
        assert outline.find("I.Mục tiêu 1").title == "Tăng tỷ lệ nữ"


class TestTitles:
    def test_on_the_next_line(self) -> None:
        assert shape("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi") == [
            (1, "Chương I", "QUY ĐỊNH CHUNG"),
            (2, "Điều 1.", "Phạm vi"),
        ]

    def test_a_title_is_taken_once(self) -> None:
        (chapter,) = outline_of("Chương I\nQUY ĐỊNH CHUNG\nPHẠM VI ÁP DỤNG").sections
        assert (chapter.title, items(chapter)) == ("QUY ĐỊNH CHUNG", ["PHẠM VI ÁP DỤNG"])

    def test_a_numbered_paragraph_has_none(self) -> None:
        (section,) = outline_of("I. YÊU CẦU\n1. Các đơn vị bám sát kế hoạch. Báo cáo đúng hạn.").sections
        (paragraph,) = section.sections
        assert paragraph.title is None
        assert items(paragraph) == ["Các đơn vị bám sát kế hoạch. Báo cáo đúng hạn."]

    @pytest.mark.parametrize("end", [".", ";", ","])
    def test_a_short_clause_with_a_stop_and_nothing_below_has_none(self, end: str) -> None:
        assert shape(f"I. YÊU CẦU\na) Bám sát kế hoạch{end}")[1][2] is None

    def test_a_short_clause_with_something_below_has_one(self) -> None:
        assert shape("I. YÊU CẦU\n1. Áp dụng cho mọi đơn vị.\na) Sở;\nb) Phòng.")[1][2] == "Áp dụng cho mọi đơn vị."

    @pytest.mark.parametrize(
        ("line", "title", "paragraph"),
        [
            ("4. Sở Tư pháp: Phối hợp rà soát văn bản.", "Sở Tư pháp", "Phối hợp rà soát văn bản."),
            ("5. Sở Tài chính: Bố trí kinh phí;", "Sở Tài chính", "Bố trí kinh phí;"),
        ],
    )
    def test_a_label_before_a_colon_is_one(self, line: str, title: str, paragraph: str) -> None:
        section = outline_of(f"I. PHÂN CÔNG\n{line}").find(f"I.{line[0]}")
        assert (section.title, items(section)) == (title, [paragraph])

    def test_the_heading_spans_marker_and_title(self) -> None:
        source = f"{HEAD}I. PHÂN CÔNG\n4. **Sở Tư pháp:** Phối hợp rà soát.\n"
        section = read(source).documents[0].outline.find("I.4")
        assert section.heading is not None
        assert section.heading.of(source).startswith("4. **Sở Tư pháp:")

    def test_the_span_of_a_section_runs_through_all_below_it(self) -> None:
        source = f"{HEAD}I. NỘI DUNG\n1. Việc\n- Một\n+ Hai\nII. KINH PHÍ\nTự bảo đảm."
        first, second = read(source).documents[0].outline.sections
        assert first.span is not None
        assert first.span.of(source) == "I. NỘI DUNG\n1. Việc\n- Một\n+ Hai"
        assert second.span is not None
        assert second.span.of(source) == "II. KINH PHÍ\nTự bảo đảm."


class TestItems:
    BODY = (
        "I. NHIỆM VỤ\n1. Công tác cán bộ\nThực hiện các việc sau:\n- Ưu tiên nữ trong các trường hợp:\n+ Đơn vị vùng sâu;\n"
        "+ Đơn vị mới.\n- Bồi dưỡng cán bộ.\n• Khen thưởng"
    )

    def test_plus_stands_under_dash(self) -> None:
        section = outline_of(self.BODY).find("I.1")
        paragraph, dash, second, dot = section.items
        assert (paragraph.mark, dash.mark, second.mark, dot.mark) == (
            ItemMark.NONE,
            ItemMark.DASH,
            ItemMark.DASH,
            ItemMark.DOT,
        )
        assert [item.text for item in dash.items] == ["Đơn vị vùng sâu;", "Đơn vị mới."]
        assert [item.mark for item in dash.items] == [ItemMark.PLUS] * 2

    def test_plus_without_a_dash_above_stands_alone(self) -> None:
        section = outline_of("I. NHIỆM VỤ\n+ Tuyên truyền;\n+ Tập huấn.").find("I")
        assert [(item.mark, item.text) for item in section.items] == [
            (ItemMark.PLUS, "Tuyên truyền;"),
            (ItemMark.PLUS, "Tập huấn."),
        ]

    def test_a_paragraph_ends_a_dash(self) -> None:
        section = outline_of("I. NHIỆM VỤ\n- Một.\nĐoạn văn tiếp.\n+ Hai.").find("I")
        assert [len(item.items) for item in section.items] == [0, 0, 0]

    def test_the_words_of_a_bare_dash_stand_on_the_next_line(self) -> None:
        section = outline_of("I. NHIỆM VỤ\n-\nTuyên truyền;\n-\nTập huấn.").find("I")
        assert [(item.mark, item.text) for item in section.items] == [
            (ItemMark.DASH, "Tuyên truyền;"),
            (ItemMark.DASH, "Tập huấn."),
        ]


class TestPaths:
    def test_find_and_paths(self) -> None:
        outline = outline_of("I. MỤC ĐÍCH\nII. NỘI DUNG\n1. Truyền thông\nđ) Treo băng rôn\n2. Tập huấn")
        assert outline.find("II.1.đ").marker == "đ)"
        assert [path for path, _ in outline.paths()] == ["I", "II", "II.1", "II.1.đ", "II.2"]


class TestLaws:
    LINES = (
        "Phần I", "Chương II", "QUY ĐỊNH CHUNG", "A. PHẦN CHUNG", "I. MỤC ĐÍCH", "II- NỘI DUNG", "Điều 1. Phạm vi",
        "1. Truyền thông", "2.1. Trong trường", "2.1.1. Lớp học", "a) Nội dung;", "đ) Việc", "Mục tiêu 1: Tăng",
        "Chỉ tiêu 2: Đạt 60%", "Nhiệm vụ 3. Làm", "- Một ý;", "+ Ý nhỏ.", "* Ý khác", "Đoạn văn.", "PHỤ LỤC", "",
        "4. Sở Tư pháp: Phối hợp.", "Trên đây là Kế hoạch./.",
    )  # fmt: skip

    @given(st.lists(st.sampled_from(LINES), max_size=30))
    def test_sections_nest_and_spans_slice_to_their_words(self, chosen: list[str]) -> None:
        source = HEAD + "\n".join(chosen)
        for document in read(source).documents:
            for section in document.outline:
                assert section.heading is not None
                assert section.span is not None
                assert section.heading in section.span
                assert clean(section.heading.of(source)).startswith(section.marker)
                for child in section.sections:
                    assert child.span is not None
                    assert child.span in section.span
                    assert child.level > section.level
                waiting: list[Item] = list(section.items)
                while waiting:
                    item = waiting.pop()
                    assert item.span is not None
                    assert item.span in section.span
                    assert clean(item.span.of(source)) == item.text
                    waiting.extend(item.items)


class TestLettersBelowRomans:
    def test_letters_divide_a_roman_section_without_words(self) -> None:
        body = (
            "I. MỤC TIÊU\nTốt hơn.\nII. NHIỆM VỤ\nA. NHÓM CHUNG\n1. Một.\nB. NHÓM RIÊNG\n1. Một.\nIII. TỔ CHỨC\nTốt.\n"
        )
        assert levels(body) == [(1, "I."), (1, "II."), (2, "A."), (3, "1."), (2, "B."), (3, "1."), (1, "III.")]

    def test_a_roman_list_that_begins_anew_lies_below_the_letter(self) -> None:
        body = "I. MỤC TIÊU\nTốt.\nII. NỘI DUNG\nA. Sở\nTốt.\nB. Trường\nI. Khối một\nTốt.\nII. Khối hai\nTốt.\nIII. TỔ CHỨC\nTốt.\n"
        assert levels(body) == [(1, "I."), (1, "II."), (2, "A."), (2, "B."), (3, "I."), (3, "II."), (1, "III.")]

    @pytest.mark.parametrize(
        "body",
        [
            "A. CHUNG\nI. MỘT\nTốt.\nII. HAI\nTốt.\nB. RIÊNG\nI. MỘT\nTốt.\n",
            "A. CHUNG\nI. MỘT\nII. HAI\nB. RIÊNG\nI. MỘT\n",
        ],
    )
    def test_letters_above_romans_stay_above(self, body: str) -> None:
        assert levels(body) == [(1, "A."), (2, "I."), (2, "II."), (1, "B."), (2, "I.")]


class TestClosingUnderAHeading:
    def test_what_closes_the_text_is_what_its_last_section_says(self) -> None:
        body = (
            "I. MỤC TIÊU\nTốt.\nII. TỔ CHỨC THỰC HIỆN\nCác đơn vị thực hiện./.\n\nPhụ lục I\nDANH MỤC\n1 | Một | Hai\n"
        )
        plan = read(HEAD + body).documents[0]
        assert plan.closing is not None
        assert plan.closing.text == "Các đơn vị thực hiện./."
        assert items(plan.outline.sections[1]) == ["Các đơn vị thực hiện./."]
        assert [section.title for section in plan.outline.sections[2:]] == ["DANH MỤC"]
