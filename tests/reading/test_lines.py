"""Lines and the paragraphs they form: a class for each way a text is laid out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.reading.lines import join_lines, split_columns, split_lines
from vstbpn.text import clean, fold


def lines_of(source: str) -> list[str]:
    text = fold(source).text
    return [text[line.start : line.end] for line in split_lines(text)]


def paragraphs_of(source: str) -> list[str]:
    text = fold(source).text
    return [clean(text[paragraph.start : paragraph.end]) for paragraph in join_lines(text, split_lines(text))]


class TestLines:
    def test_blank_lines_and_ornaments_hold_nothing(self) -> None:
        assert lines_of("\n  \nNội dung\n---\n______\n* * *\n......\n\t\n") == ["Nội dung"]

    def test_an_empty_text_has_no_lines(self) -> None:
        assert lines_of("") == []
        assert lines_of(" \n\u00a0\n\r\n") == []

    def test_markup_before_the_words_is_left_out(self) -> None:
        assert lines_of("## 1. Mục đích\n> Trích lời Bác\n#### **II. NỘI DUNG**") == [
            "1. Mục đích",
            "Trích lời Bác",
            "II. NỘI DUNG",
        ]

    def test_a_line_remembers_its_heading_its_indent_and_the_blank_line_above(self) -> None:
        text = "# I. MỤC ĐÍCH\n   Tăng cường\n\nThực hiện"
        first, second, third = split_lines(text)
        assert (first.heading, first.after_blank, first.indent) == (True, True, 2)
        assert (second.heading, second.after_blank, second.indent) == (False, False, 3)
        assert third.after_blank

    def test_blanks_at_the_end_are_left_out(self) -> None:
        assert lines_of("Nội dung \u00a0 \r\nTiếp theo\t") == ["Nội dung", "Tiếp theo"]

    def test_cells_of_a_table_are_lines_of_their_own(self) -> None:
        table = "| STT | Nội dung | Thời gian |\n|-----|:---:|---|\n| 1 | Tập huấn | - |"
        assert lines_of(table) == ["STT", "Nội dung", "Thời gian", "1", "Tập huấn"]


class TestPageNumbers:
    @pytest.mark.parametrize("number", ["2", "- 3 -", "–4–", "12"])
    def test_a_number_between_blank_lines_is_left_out(self, number: str) -> None:
        assert lines_of(f"Sở Nội vụ\n\n{number}\n\nthực hiện") == ["Sở Nội vụ", "thực hiện"]

    def test_a_number_far_to_the_right_is_left_out(self) -> None:
        assert lines_of("Sở Nội vụ\n\n                              2\nthực hiện") == ["Sở Nội vụ", "thực hiện"]

    def test_a_year_or_a_number_amid_words_stays(self) -> None:
        assert lines_of("Năm\n\n2025\n\nSố lượng\n12\nngười") == ["Năm", "2025", "Số lượng", "12", "người"]

    def test_a_page_break_within_a_sentence_does_not_end_it(self) -> None:
        source = (
            "Nhà trường phối hợp với Ban đại diện cha mẹ trẻ em tổ chức\n\n2\n\ncác buổi tọa đàm về bình đẳng giới.\n"
        )
        assert len(paragraphs_of(source)) == 1

    def test_a_page_break_between_sentences_ends_a_paragraph(self) -> None:
        assert len(paragraphs_of("Tổ chức tọa đàm.\n\n2\n\nCác tổ báo cáo kết quả.")) == 2


class TestPrintedHeader:
    HEADER = (
        "UBND HUYỆN NAM SÁCH                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "TRƯỜNG TIỂU HỌC NAM HỒNG                Độc lập - Tự do - Hạnh phúc\n"
    )

    def test_two_columns_become_lines_of_their_own(self) -> None:
        assert lines_of(self.HEADER) == [
            "UBND HUYỆN NAM SÁCH",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "TRƯỜNG TIỂU HỌC NAM HỒNG",
            "Độc lập - Tự do - Hạnh phúc",
        ]

    def test_the_indent_of_a_cell_is_its_column(self) -> None:
        left, right = split_lines(self.HEADER)[:2]
        assert (left.indent, right.indent) == (0, 36)

    @pytest.mark.parametrize(
        "line",
        [
            "Số:          /KH-THNH",
            "Số :         /KH-THNH",
            "Nam Sách, ngày        tháng 4 năm 2025",
            "Nam Sách, ngày        tháng        năm 2025",
        ],
    )
    def test_a_gap_to_be_filled_in_is_no_gap_between_columns(self, line: str) -> None:
        assert lines_of(line) == [line]

    def test_gap_and_columns_together(self) -> None:
        assert lines_of("Số:       /KH-THNH            Nam Sách, ngày      tháng 4 năm 2025") == [
            "Số:       /KH-THNH",
            "Nam Sách, ngày      tháng 4 năm 2025",
        ]

    def test_deep_in_a_text_a_wide_gap_cuts_nothing(self) -> None:
        source = "\n".join([f"Việc thứ {number}" for number in range(60)] + ["Họ tên          Chữ ký"])
        assert lines_of(source)[-1] == "Họ tên          Chữ ký"
        text = fold(source).text
        cells = list(split_columns(text, split_lines(text)[-1]))
        assert [text[cell.start : cell.end] for cell in cells] == ["Họ tên", "Chữ ký"]


class TestOneParagraphALine:
    def test_each_line_is_a_paragraph(self) -> None:
        source = (
            "Nhà trường quán triệt nội dung kế hoạch đến toàn thể viên chức.\n"
            "Các tổ chuyên môn đăng ký nội dung thực hiện.\n"
            "Công đoàn cơ sở phối hợp kiểm tra, giám sát.\n"
            "Kế toán dự trù kinh phí.\n"
        )
        assert len(paragraphs_of(source)) == 4

    def test_short_lines_without_a_stop_stay_apart(self) -> None:
        assert paragraphs_of("Họp tổ chuyên môn\nGặp mặt nữ viên chức\nThăm hỏi gia đình chính sách") == [
            "Họp tổ chuyên môn",
            "Gặp mặt nữ viên chức",
            "Thăm hỏi gia đình chính sách",
        ]

    def test_a_line_that_begins_with_a_small_letter_goes_on(self) -> None:
        assert paragraphs_of("Ban Vì sự tiến bộ của phụ nữ\nnhà trường họp mỗi quý một lần.") == [
            "Ban Vì sự tiến bộ của phụ nữ nhà trường họp mỗi quý một lần."
        ]


class TestHardWrapped:
    SOURCE = """1. Các tổ chuyên môn xây dựng kế hoạch lồng ghép nội dung bình đẳng giới vào
bài giảng, hoạt động trải nghiệm và sinh hoạt lớp; báo cáo kết quả về Ban Vì sự
tiến bộ của phụ nữ nhà trường vào cuối mỗi học kỳ.
2. Công đoàn cơ sở phối hợp với chuyên môn tổ chức hội thi, tọa đàm nhân ngày
Phụ nữ Việt Nam; biểu dương các tập thể, cá nhân điển hình trong phong trào thi
đua do ngành phát động.
- Thời gian: trong tháng 10 hằng năm, theo hướng dẫn của Công đoàn ngành và của
cấp ủy.
Trên đây là Kế hoạch của nhà trường./.
"""

    def test_wrapped_lines_are_joined(self) -> None:
        paragraphs = paragraphs_of(self.SOURCE)
        assert [paragraph.split()[0] for paragraph in paragraphs] == ["1.", "2.", "-", "Trên"]

    def test_a_wrapped_line_may_begin_with_a_capital(self) -> None:
        assert "nhân ngày Phụ nữ Việt Nam;" in paragraphs_of(self.SOURCE)[1]

    def test_a_basis_begins_a_paragraph_of_its_own(self) -> None:
        source = (
            "Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm\n2006;\n"
            "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;\n"
            "Thực hiện Kế hoạch số 12/KH-UBND của Ủy ban nhân\ndân huyện."
        )
        assert [paragraph.split()[0] for paragraph in paragraphs_of(source)] == ["Căn", "Căn", "Thực"]

    @pytest.mark.parametrize("dash", ["-", "–"])
    def test_a_wrapped_range_of_years_is_no_item(self, dash: str) -> None:
        assert paragraphs_of(f"Chiến lược quốc gia về bình đẳng giới giai đoạn 2026\n{dash} 2030 của tỉnh.") == [
            f"Chiến lược quốc gia về bình đẳng giới giai đoạn 2026 {dash} 2030 của tỉnh."
        ]

    def test_an_act_goes_on_after_its_provision(self) -> None:
        source = "Căn cứ khoản 2 Điều 10\nLuật Bình đẳng giới."
        assert paragraphs_of(source) == ["Căn cứ khoản 2 Điều 10 Luật Bình đẳng giới."]

    def test_an_act_after_other_words_begins_a_paragraph(self) -> None:
        assert len(paragraphs_of("Căn cứ Kết luận của Thường trực\nLuật Bình đẳng giới.")) == 2

    def test_a_range_after_a_blank_line_is_an_item(self) -> None:
        assert len(paragraphs_of("Mục tiêu giai đoạn 2026\n\n- 2030 người tham gia")) == 2


class TestIndentedPage:
    SOURCE = """      I. MỤC ĐÍCH
      1. Nâng cao nhận thức của cán bộ, giáo viên, nhân viên về công tác bình
đẳng giới trong nhà trường.
      2. Xây dựng môi trường giáo dục an toàn, lành mạnh, thân thiện cho trẻ em
gái và trẻ em trai.
      Các tổ chuyên môn căn cứ Kế hoạch này để tổ chức thực hiện.
"""

    def test_an_indented_line_begins_a_paragraph(self) -> None:
        assert [paragraph[:12] for paragraph in paragraphs_of(self.SOURCE)] == [
            "I. MỤC ĐÍCH",
            "1. Nâng cao ",
            "2. Xây dựng ",
            "Các tổ chuyê",
        ]


class TestHeadings:
    def test_a_heading_ends_with_its_line(self) -> None:
        assert paragraphs_of("## MỤC TIÊU\nNâng cao nhận thức\n## GIẢI PHÁP") == [
            "MỤC TIÊU",
            "Nâng cao nhận thức",
            "GIẢI PHÁP",
        ]


class TestBareMarkers:
    @pytest.mark.parametrize("marker", ["1.", "II.", "a)", "-", "–", "+", "1.1.", "Chương II"])
    def test_the_words_stand_on_the_next_line(self, marker: str) -> None:
        assert paragraphs_of(f"{marker}\nTổ chức tập huấn") == [f"{marker} Tổ chức tập huấn"]

    def test_two_bare_markers_in_turn(self) -> None:
        assert paragraphs_of("1.\nMục đích\n2.\nYêu cầu") == ["1. Mục đích", "2. Yêu cầu"]

    def test_a_blank_line_parts_them(self) -> None:
        assert paragraphs_of("1.\n\nMục đích") == ["1.", "Mục đích"]

    def test_a_dash_with_nothing_below_is_an_ornament(self) -> None:
        assert paragraphs_of("Nội dung\n-\n\nKinh phí\n-") == ["Nội dung", "Kinh phí"]


class TestLaws:
    @given(st.text(alphabet="aĐ1 .-|#*\n\r\t>:;", max_size=80))
    def test_lines_are_in_order_and_not_blank(self, source: str) -> None:
        text = fold(source).text
        lines = split_lines(text)
        ends = [0, *(line.end for line in lines)]
        assert all(done <= line.start < line.end for done, line in zip(ends, lines, strict=False))
        assert all(text[line.start : line.end].strip() for line in lines)

    @given(st.text(alphabet="aĐI1 .-)\n", max_size=80))
    def test_paragraphs_hold_every_line_once(self, source: str) -> None:
        text = fold(source).text
        lines = split_lines(text)
        paragraphs = join_lines(text, lines)
        assert [line.start for line in lines if any(line.start == one.start for one in paragraphs)] == [
            paragraph.start for paragraph in paragraphs
        ]
        holders = [sum(one.start <= line.start and line.end <= one.end for one in paragraphs) for line in lines]
        assert holders == [1] * len(lines)


class TestNumberOnTheNextLine:
    @pytest.mark.parametrize(
        "word", ["từ tháng", "trước ngày", "tại khoản", "tại Điều", "nêu tại Mục", "theo Kế hoạch số"]
    )
    def test_the_number_of_a_month_or_clause_opens_no_item(self, word: str) -> None:
        line = f"Góp phần hoàn thành mục tiêu của ngành theo lộ trình {word}"
        source = f"{line}\n3. Các đơn vị quán triệt đầy đủ nội dung này để hoàn thành những\nviệc đã nêu trong kế hoạch của ngành và của từng đơn vị trực thuộc và\nviệc khác.\n"
        assert len(paragraphs_of(source)) == 1

    @pytest.mark.parametrize(
        "word", ["đồng bào thiểu số", "báo cáo hằng tháng", "nêu trong điều khoản", "tại thời điểm"]
    )
    def test_other_words_with_the_same_end_do(self, word: str) -> None:
        line = f"2. Góp phần hoàn thành mục tiêu của ngành, {word}"
        source = f"{line}\n3. Các đơn vị quán triệt đầy đủ nội dung này để hoàn thành những\nviệc đã nêu trong kế hoạch của ngành và của từng đơn vị trực thuộc và\nviệc khác.\n"
        assert len(paragraphs_of(source)) == 2
