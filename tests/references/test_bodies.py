"""Where the name of an issuing body ends: a class a clause of the grammar of such names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.references.bodies import read_body


def body(text: str, *, joint: bool = False) -> str | None:
    end = read_body(text, 0, len(text), joint=joint)
    return None if end is None else text[:end]


def cut(text: str) -> tuple[str, str]:
    """The name and the whole text of an example in which a bar marks where the name ends."""
    name, _, rest = text.partition("|")
    return name, name + rest


class TestCentralBodies:
    @pytest.mark.parametrize(
        "example",
        [
            "Chính phủ| quy định chi tiết",
            "Chính phủ| phê duyệt",
            "Thủ tướng chính phủ| về việc",
            "Phó Thủ tướng Chính phủ Trần Hồng Hà| tại cuộc họp",
            "Chủ tịch nước| công bố",
            "Quốc hội khóa XV| về",
            "Ủy ban Thường vụ Quốc hội| quy định",
            "Bộ Nông nghiệp và Phát triển nông thôn| về việc",
            "Bộ Thông tin và Truyền thông| hướng dẫn",
            "Bộ Giao thông vận tải| về",
            "Bộ Ngoại giao| đề nghị",
            "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch| phê duyệt",
            "Bộ Lao động - Thương binh và Xã hội| hướng dẫn",
            "Bộ Lao động – Thương binh và Xã hội| hướng dẫn",
            "Bộ Lao động-Thương binh và Xã hội|",
            "Bộ Lao động - Thương binh & Xã hội| về",
            "Bộ GD&ĐT| về",
            "Tòa án nhân dân tối cao| về",
            "Viện trưởng Viện kiểm sát nhân dân tối cao| về",
            "Bảo hiểm xã hội Việt Nam| ban hành",
            "Ngân hàng Nhà nước Việt Nam| quy định",
            "Hội Liên hiệp Phụ nữ Việt Nam| phát động",
            "Ủy ban Quốc gia vì sự tiến bộ của phụ nữ Việt Nam| về việc",
            "Hội Chữ thập đỏ Việt Nam| về",
        ],
    )
    def test_the_name_ends_before_what_the_act_does(self, example: str) -> None:
        name, text = cut(example)
        assert body(text) == name


class TestPartyBodies:
    @pytest.mark.parametrize(
        "example",
        [
            "Ban Bí thư| về",
            "Ban bí thư khóa XII| về",
            "Bộ chính trị| về",
            "Ban Chấp hành Trung ương Đảng khoá XII| về",
            "Hội nghị lần thứ sáu Ban Chấp hành Trung ương Khóa XII| về",
            "Ban Thường vụ Tỉnh ủy| về",
            "Ban Thường vụ Tỉnh uỷ| về",
            "Đảng ủy Khối các cơ quan tỉnh| về",
            "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng| về",
            "Chi bộ Trường THCS Lê Lợi nhiệm kỳ 2020-2025| về",
        ],
    )
    def test_terms_and_ordinals_belong_to_the_name(self, example: str) -> None:
        name, text = cut(example)
        assert body(text) == name


class TestLocalBodies:
    @pytest.mark.parametrize(
        "example",
        [
            "UBND tỉnh| truyền thông về bình đẳng giới",
            "UBND tỉnh Nam Định| giao",
            "UBND tỉnh Hà Nam| ban hành",
            "UBND Thành phố| về",
            "UBND TP. Hồ Chí Minh| về",
            "UBND TP.HCM| về",
            "UBND Tp. Thủ Đức| về",
            "UBND Quận 12| về",
            "UBND tỉnh Bà Rịa - Vũng Tàu| về",
            "Ủy ban nhân dân huyện Ea H'leo| về",
            "Ủy ban nhân dân phường 12, quận 10| về",
            "Ủy ban nhân dân thị xã Sơn Tây, thành phố Hà Nội| về",
            "Hội đồng nhân dân tỉnh Quảng Nam khóa X|, kỳ họp thứ 15",
            "Sở Giáo dục và Đào tạo Hà Nội| về",
            "Sở giáo dục đào tạo| về",
            "Sở Quy hoạch - Kiến trúc| về",
            "Phòng Văn hóa - Xã hội phường Bến Nghé| về",
            "Ban Vì sự tiến bộ của phụ nữ tỉnh Hà Tĩnh| về",
            "Ban Vì Sự tiến bộ phụ nữ và bình đẳng giới thành phố| về",
            "Trường Tiểu học và Trung học cơ sở Nậm Mười| về",
            "Trường THPT chuyên Lê Hồng Phong| về",
            "BCH Công đoàn cơ sở Trường Tiểu học Kim Đồng| năm học",
        ],
    )
    def test_territories_and_schools(self, example: str) -> None:
        name, text = cut(example)
        assert body(text) == name


class TestCasing:
    @pytest.mark.parametrize(
        "example",
        [
            "CHÍNH PHỦ| VỀ VIỆC",
            "ỦY BAN NHÂN DÂN TỈNH BẮC NINH| NGÀY",
            "BỘ GIÁO DỤC VÀ ĐÀO TẠO| VỀ",
            "THỦ TƯỚNG CHÍNH PHỦ| PHÊ DUYỆT",
            "chính phủ| về",
            "thủ tướng Chính phủ| về",
            "sở Giáo dục và Đào tạo| về",
            "ủy ban nhân dân Thành phố| về",
            "liên Bộ Tài chính - Giáo dục và Đào tạo| hướng dẫn",
            "liên Bộ|: Tài chính",
        ],
    )
    def test_titles_and_small_letters(self, example: str) -> None:
        name, text = cut(example)
        assert body(text) == name

    @pytest.mark.parametrize("text", ["", "nhà trường", "các bộ", "ban chỉ đạo", "(Bộ Y tế)", "“Bộ Y tế”"])
    def test_no_name_begins_there(self, text: str) -> None:
        assert body(text) is None


class TestJoints:
    def test_of_joins_a_common_word_too(self) -> None:
        assert body("Ban Chỉ đạo của ngành Giáo dục về") == "Ban Chỉ đạo của ngành Giáo dục"
        assert body("Ban Chỉ đạo của nhà trường") == "Ban Chỉ đạo"

    def test_a_small_letter_after_a_comma_ends_it(self) -> None:
        assert body("Bộ Y tế, các sở") == "Bộ Y tế"

    def test_a_name_has_so_many_words_at_most(self) -> None:
        assert body("Bộ " * 60) is not None

    def test_a_wrapped_name_goes_on(self) -> None:
        assert body("Ủy ban\nnhân dân\ntỉnh Thái\nBình về") == "Ủy ban\nnhân dân\ntỉnh Thái\nBình"

    @pytest.mark.parametrize("gap", ["\n\n", "\n \n", "; ", ". ", " ("])
    def test_nothing_after_a_blank_line_or_a_mark_belongs_to_it(self, gap: str) -> None:
        assert body(f"Bộ Y tế{gap}Sở Y tế") == "Bộ Y tế"

    def test_another_act_after_and(self) -> None:
        assert body("Bộ Nội vụ và Luật Trẻ em") == "Bộ Nội vụ"
        assert body("Chính phủ và Kế hoạch số 5/KH-UBND") == "Chính phủ"

    def test_the_next_item_of_a_list(self) -> None:
        assert body("UBND tỉnh\n- Sở Nội vụ chủ trì") == "UBND tỉnh"
        assert body("UBND Thành phố - Các trường") == "UBND Thành phố"

    def test_a_name_wrapped_at_its_dash(self) -> None:
        assert body("Bộ Lao động\n- Thương binh và Xã hội về") == "Bộ Lao động\n- Thương binh và Xã hội"

    def test_a_comma_ends_the_name_of_one_body(self) -> None:
        assert body("Bộ Y tế, Bộ Tài chính hướng dẫn") == "Bộ Y tế"

    def test_a_joint_act_names_several(self) -> None:
        assert body("Bộ Y tế, Bộ Tài chính hướng dẫn", joint=True) == "Bộ Y tế, Bộ Tài chính"
        assert body("Bộ Tài chính và Bộ Nội vụ hướng dẫn", joint=True) == "Bộ Tài chính và Bộ Nội vụ"


class TestAnyText:
    @given(st.text(alphabet="ỦyBanUBNDtỉnhHà Nội,-–và\n.&'0123456789", max_size=60) | st.text(max_size=60))
    def test_the_end_lies_in_the_text(self, text: str) -> None:
        end = read_body(text, 0, len(text))
        assert end is None or 0 < end <= len(text)
