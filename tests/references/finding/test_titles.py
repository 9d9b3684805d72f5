"""Titles of acts in prose: what opens one, and what ends it."""

import pytest

from vstbpn.references.finding.titles import title_after


def title(text: str) -> str | None:
    """The title after the number that opens a text."""
    found = title_after(text, len("12/QĐ-UBND"), len(text))
    return text[found[0] : found[1]] if found else None


class TestOpening:
    @pytest.mark.parametrize(
        "words",
        [
            "về công tác văn thư",
            "về việc kiện toàn Ban Vì sự tiến bộ của phụ nữ",
            "v/v cử cán bộ tham gia tập huấn",
            "phê duyệt Đề án Hỗ trợ phụ nữ khởi nghiệp",
            "ban hành Quy chế làm việc",
            "quy định về tuổi nghỉ hưu",
            "Quy định chi tiết thi hành một số điều của Luật Bình đẳng giới",
            "sửa đổi, bổ sung một số điều của Quy chế",
            "triển khai Tháng hành động vì bình đẳng giới",
        ],
    )
    def test_by_ve_or_by_what_the_act_does(self, words: str) -> None:
        assert title(f"12/QĐ-UBND {words}.") == words

    def test_on_the_next_line(self) -> None:
        assert title("12/QĐ-UBND\nvề công tác\nvăn thư;") == "về công tác\nvăn thư"

    def test_after_a_comma_only_with_ve(self) -> None:
        assert title("12/QĐ-UBND, về công tác văn thư;") == "về công tác văn thư"
        assert title("12/QĐ-UBND, tổ chức tuyên truyền") is None

    @pytest.mark.parametrize(
        "text",
        [
            "12/QĐ-UBND",
            "12/QĐ-UBND.",
            "12/QĐ-UBND của UBND tỉnh",
            "12/QĐ-UBND; về văn thư",
            "12/QĐ-UBND\n\nvề văn thư",
            "12/QĐ-UBND\nTổ chức thực hiện",
            "12/QĐ-UBND vềxa",
            "12/QĐ-UBND về",
            "12/QĐ-UBND về.",
        ],
    )
    def test_none(self, text: str) -> None:
        assert title(text) is None


class TestEnd:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("về văn thư; các đơn vị", "về văn thư"),
            ("về văn thư. Các đơn vị", "về văn thư"),
            ("về văn thư./.", "về văn thư"),
            ("về văn thư) và", "về văn thư"),
            ("về văn thư\n\nII. MỤC TIÊU", "về văn thư"),
            ("về văn thư\n- Căn cứ", "về văn thư"),
            ("về văn thư\nCăn cứ Luật Trẻ em", "về văn thư"),
            ("về văn thư\n2. Yêu cầu", "về văn thư"),
            ("về văn thư", "về văn thư"),
        ],
    )
    def test_with_the_sentence_or_the_line_of_a_list(self, text: str, words: str) -> None:
        assert title(f"12/QĐ-UBND {text}") == words

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("về phòng, chống bạo lực gia đình;", "về phòng, chống bạo lực gia đình"),
            ("về ngành Văn hóa, Thể thao và Du lịch;", "về ngành Văn hóa, Thể thao và Du lịch"),
            ("về văn thư, Sở Nội vụ báo cáo", "về văn thư"),
            ("về văn thư, các đơn vị báo cáo", "về văn thư"),
            ("về văn thư, Luật Lưu trữ", "về văn thư"),
        ],
    )
    def test_at_a_comma_before_a_clause_of_its_own(self, text: str, words: str) -> None:
        assert title(f"12/QĐ-UBND {text}") == words

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("về lớp (khóa 2) tại TP. Huế;", "về lớp (khóa 2) tại TP. Huế"),
            ("về “Tháng hành động; 2025” của xã;", "về “Tháng hành động; 2025” của xã"),
            ("về mục 1.2 và 3,5%;", "về mục 1.2 và 3,5%"),
            ("về văn thư (không đóng ngoặc", "về văn thư"),
        ],
    )
    def test_brackets_and_abbreviations_are_part_of_it(self, text: str, words: str) -> None:
        assert title(f"12/QĐ-UBND {text}") == words

    def test_before_the_next_act(self) -> None:
        assert title("12/QĐ-UBND về văn thư và Kế hoạch số 5/KH-UBND") == "về văn thư"

    def test_an_act_carried_out_belongs_to_it(self) -> None:
        words = "về thực hiện Nghị quyết số 11-NQ/TW và Chỉ thị số 21-CT/TW"
        assert title(f"12/QĐ-UBND {words};") == words

    def test_what_never_ends_is_no_title(self) -> None:
        assert title("12/QĐ-UBND về " + "công tác " * 200) is None
