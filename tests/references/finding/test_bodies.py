"""Where the name of an issuing body ends: a class a clause of the grammar of such names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.references.finding.bodies import read_body


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


class TestFields:
    @pytest.mark.parametrize(
        "example",
        [
            "Ban Chỉ đạo công tác gia đình tỉnh Lai Châu| về",
            "Ban Chỉ đạo công tác gia đình| về",
            "Ban Chỉ đạo xây dựng nông thôn mới tỉnh Hà Giang| về",
            "Ban Chỉ đạo phòng, chống dịch Covid-19 tỉnh| về",
            "Ban Chỉ đạo Phòng, chống tham nhũng tỉnh| về",
            "Trưởng Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh Lai Châu| ban hành",
            "BCĐ công tác gia đình tỉnh| về",
            "Ban Quản lý dự án đầu tư xây dựng huyện Krông Pắc| về",
            "Ban Tiếp công dân tỉnh| về",
            "Ban giám hiệu| về",
            "Hội đồng tuyển dụng viên chức xã Đắk Hà|;",
            "Hội đồng tuyển dụng viên chức| ban hành",
            "Hội đồng trường Trường Đại học Tây Nguyên| ban hành",
            "Hội đồng quản trị| về",
            "Hội đồng thi đua - khen thưởng tỉnh| hướng dẫn",
            "Hội đồng Thi đua - khen thưởng tỉnh Hà Giang| về",
            "Hội đồng Phối hợp phổ biến, giáo dục pháp luật tỉnh| về",
            "Trung tâm Kiểm soát bệnh tật tỉnh Đắk Lắk| về",
            "Trung tâm Phục vụ hành chính công phường Quy Nhơn| về",
            "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện Yên Lạc| về",
            "Trung tâm Y tế dự phòng tỉnh Cà Mau| về",
            "Chi cục Trồng trọt và bảo vệ thực vật tỉnh Phú Yên| về",
            "Chi cục Dân số - Kế hoạch hóa gia đình tỉnh Nghệ An| về",
            "Chi cục Dân số| thuộc Sở Y tế",
            "Văn phòng Đăng ký đất đai| về",
            "Đoàn kiểm tra liên ngành tỉnh| về",
            "Tổ công tác 970 tỉnh| về",
            "Liên hiệp các hội khoa học và kỹ thuật tỉnh Bình Dương| về",
            "Công ty cổ phần Cao su Đồng Phú| về",
            "Chủ tịch Ủy ban quốc gia Vì sự tiến bộ của phụ nữ Việt Nam| ban hành",
            "Quốc hội nước Cộng hoà xã hội chủ nghĩa Việt Nam|;",
            "Đoàn Thanh niên Cộng sản Hồ Chí Minh huyện Tánh Linh| về",
        ],
    )
    def test_small_letters_that_lead_on_to_a_territory_say_the_field(self, example: str) -> None:
        name, text = cut(example)
        assert body(text) == name

    @pytest.mark.parametrize(
        "example",
        [
            "Ban Thường vụ Tỉnh ủy Gia Lai| một số nhiệm vụ",
            "Ban Thường vụ Huyện ủy| lãnh đạo công tác bầu cử trên địa bàn huyện",
            "Ban Chỉ đạo| triển khai công tác gia đình tỉnh Lai Châu",
            "Ban Chỉ đạo| tăng cường công tác phòng dịch;",
            "Ban Chỉ đạo| và các sở",
            "Ban Chỉ đạo| các xã",
            "Ban Chỉ đạo| quan tâm chăm lo đời sống",
            "Hội đồng| các cấp",
            "Bộ Nội vụ| lồng ghép giới tại các tỉnh",
            "Sở Y tế| kiểm tra công tác y tế huyện Ba Tri",
            "Hội Phụ nữ| tuyên truyền Luật Bình đẳng giới",
            "Trung tâm Khuyến nông| xem xét Chương trình 938",
            "Trung tâm Khuyến nông| vươn Kế hoạch",
            "Trung tâm Khuyến nông| vươn xa hơn nữa hai ba bốn lá hoa quả cành rễ thân mầm chồi nụ",
            "Trung tâm Khuyến nông| vươn xa 12",
            "Bộ Y tế| - các sở",
            "UBND tỉnh Lào Cai| Chương trình hành động",
            "UBND huyện| Kế hoạch hành động",
            "Sở Kế hoạch Đầu tư| về",
            "Trường Tiểu học Lê Lợi| năm học",
        ],
    )
    def test_what_the_body_does_is_no_field(self, example: str) -> None:
        name, text = cut(example)
        assert body(text) == name


class TestSchools:
    @pytest.mark.parametrize(
        "example",
        [
            "Hiệu trưởng trường THPT Lê Lợi| về",
            "Hiệu trưởng Trường Cao đẳng nghề Đắk Lắk| về",
            "trường tiểu học Lê Lợi| về",
            "Trường THPT số 2 Đức Phổ| về",
            "Trường THPT| số 5/KH-THPT",
            "Trường Mầm non 20-10 huyện Ba Tri| về",
            "Trường Mầm non 19/5| về",
            "Trường THCS Lê Lợi 2| về",
            "Công đoàn cơ sở trường Tiểu học Kim Đồng| về",
        ],
    )
    def test_numbers_and_small_letters(self, example: str) -> None:
        name, text = cut(example)
        assert body(text) == name


class TestTermsAndTitles:
    @pytest.mark.parametrize(
        "example",
        [
            "Bộ Chính trị (khóa XI)| về",
            "Ban Chấp hành Trung ương (khoá XII)|;",
            "Hội nghị Trung ương 8 (khóa XI)| về",
            "Đảng bộ tỉnh (nhiệm kỳ 2020-2025)| về",
            "Chính phủ| (sau đây gọi là",
            "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ| về",
            "Bộ trưởng|, Trưởng phòng",
            "Bộ Chính trị, Ban Bí thư|;",
            "Bộ Chính trị|, Ban Chấp hành",
        ],
    )
    def test_a_term_in_brackets_and_a_second_title_belong_to_it(self, example: str) -> None:
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
            "liên sở Tài chính - Nội vụ| hướng dẫn",
            "ủy ban nhân dân xã Ia Nan| về",
            "phòng giáo dục và đào tạo huyện Krông Bông| về",
            "sở y tế Gia Lai| về",
            "đảng ủy xã Ia Pnôn| về",
            "công đoàn trường| về",
            "hội liên hiệp phụ nữ huyện| về",
            "bộ chính trị| về",
            "nhà trường| về",
            "HĐND TP.HCM|.",
            "UBND TP|.",
            "UBND TỈNH HÀ GIANG VÀ SỞ Y TẾ| VỀ",
        ],
    )
    def test_titles_and_small_letters(self, example: str) -> None:
        name, text = cut(example)
        assert body(text) == name

    @pytest.mark.parametrize("text", ["", "các bộ", "ban chỉ đạo", "(Bộ Y tế)", "“Bộ Y tế”"])
    def test_no_name_begins_there(self, text: str) -> None:
        assert body(text) is None

    @pytest.mark.parametrize(
        "text",
        [
            "các đơn vị", "địa phương", "cán bộ, giáo viên", "phụ nữ", "nhà nước", "công đoàn", "trường hợp này", "bộ máy",
            "sở hữu trí tuệ", "phòng chống tác hại", "nhân dân", "Luật Trẻ em", "Chương trình hành động",
        ],
    )  # fmt: skip
    def test_prose_opens_no_name(self, text: str) -> None:
        assert body(text) is None


class TestWrapping:
    @pytest.mark.parametrize(
        "name",
        [
            "Thủ tướng Chính phủ",
            "Ban Chấp hành Trung ương Đảng khóa XII",
            "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch",
            "Giám đốc Sở Giáo dục và Đào tạo tỉnh Hà Nam",
            "Chủ tịch Ủy ban nhân dân thành phố Hồ Chí Minh",
            "Ban Thường vụ Tỉnh uỷ Hậu Giang",
        ],
    )
    def test_a_wrapped_name_is_read_as_on_one_line(self, name: str) -> None:
        for follows in (" về việc", ";", ".", "", ", quy định", " giao", " (kèm theo)", "\n\nBộ Y tế"):
            assert body(name + follows) == name
            for place, letter in enumerate(name):
                if letter == " ":
                    wrapped = f"{name[:place]}\n{name[place + 1 :]}"
                    assert body(wrapped + follows) == wrapped


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
