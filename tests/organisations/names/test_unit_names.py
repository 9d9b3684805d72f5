"""Names of units: abbreviations, kinds, keys, and the unit a task names first."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import InvalidValueError
from vstbpn.organisations.names.keys import canonical_name, key_of, loose_key, name_key, with_capitals
from vstbpn.organisations.names.unit_name import leading_unit, read_unit_name, scan_leading_unit, starts_like_unit
from vstbpn.organisations.units.kinds import UnitKind
from vstbpn.text import clean, fold

WORDS = st.sampled_from(
    [
        *(
            "Sở",
            "Phòng",
            "Ban",
            "UBND",
            "các",
            "xã",
            "phường",
            "Tài chính",
            "GD&ĐT",
            "TP",
            "TP.",
            "VSTBPN",
            "SỞ XÂY DỰNG",
            "Tổ",
        ),
        *(
            "chủ trì",
            "phối hợp với",
            "tổ chức",
            "thực hiện",
            "Giao",
            "Đối với",
            "Đơn vị thực hiện:",
            "Hội nghị",
            "Lãnh đạo",
        ),
        *("người đứng đầu", "và", ",", ";", ":", ".", "(", "-", "–", "&", "\n"),
    ]
)
PROSE = st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join))


class TestAbbreviations:
    @pytest.mark.parametrize(
        ("written", "canonical"),
        [
            ("UBND tỉnh Lạng Sơn", "Ủy ban nhân dân tỉnh Lạng Sơn"),
            ("HĐND và UBND xã", "Hội đồng nhân dân và Ủy ban nhân dân xã"),
            ("Sở GDĐT", "Sở Giáo dục và Đào tạo"),
            ("Phòng GD&ĐT quận 5", "Phòng Giáo dục và Đào tạo quận 5"),
            ("SLĐTBXH", "Sở Lao động - Thương binh và Xã hội"),
            ("Bộ LĐ-TB&XH", "Bộ Lao động - Thương binh và Xã hội"),
            ("Sở LĐ - TB & XH", "Sở Lao động - Thương binh và Xã hội"),
            ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
            ("Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
            ("BCH Công đoàn", "Ban Chấp hành Công đoàn"),
            ("BTV Hội LHPN TP", "Ban Thường vụ Hội Liên hiệp Phụ nữ thành phố"),
            ("Ban VSTBPN", "Ban Vì sự tiến bộ của phụ nữ"),
            ("Ban VSTBPN&BĐG quận", "Ban Vì sự tiến bộ của phụ nữ và bình đẳng giới quận"),
            ("Trường THPT Tân Châu", "Trường trung học phổ thông Tân Châu"),
            ("UBND TP.HCM", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
            ("ngành GDĐT", "Ngành Giáo dục và Đào tạo"),
            ("Sở Giáo dục & Đào tạo", "Sở Giáo dục và Đào tạo"),
            ("UBND T.P Cần Thơ", "Ủy ban nhân dân thành phố Cần Thơ"),
            ("BỘ TƯ PHÁP", "BỘ TƯ PHÁP"),
            ("SỞ NỘI VỤ, TƯ PHÁP TP. CẦN THƠ", "SỞ NỘI VỤ, TƯ PHÁP thành phố CẦN THƠ"),
            ("Ban Bí thư TƯ Đảng", "Ban Bí thư Trung ương Đảng"),
            ("UBND TpHCM", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
            ("P. GDĐT huyện", "Phòng Giáo dục và Đào tạo huyện"),
            ("Trung tâm GDNN-GDTX", "Trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên"),
        ],
    )
    def test_known_ones_are_written_out(self, written: str, canonical: str) -> None:
        assert read_unit_name(written).canonical == canonical

    def test_the_head_word_decides_between_two_meanings(self) -> None:
        assert read_unit_name("Sở VHTT").canonical == "Sở Văn hóa và Thể thao"
        assert read_unit_name("Bộ VHTT").canonical == "Bộ Văn hóa - Thông tin"

    def test_unknown_ones_stay(self) -> None:
        assert read_unit_name("Phòng XYZ&ABC").canonical == "Phòng XYZ và ABC"
        assert read_unit_name("Vụ GDTrH").canonical == "Vụ GDTrH"

    def test_the_writing_is_kept_on_one_line(self) -> None:
        name = read_unit_name(" **Sở\nGDĐT** ;")
        assert (name.text, name.canonical, str(name)) == ("Sở GDĐT ;", "Sở Giáo dục và Đào tạo", "Sở GDĐT ;")


class TestKey:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Uỷ ban nhân dân tỉnh", "ỦY BAN NHÂN DÂN TỈNH"),
            ("Phòng Tổ chức – Hành chính", "Phòng Tổ chức - Hành chính"),
            ("Sở Lao động, Thương binh và Xã hội", "Sở LĐTBXH"),
            ("Ban vì sự tiến bộ phụ nữ", "Ban VSTBPN"),
            ("- UBND tỉnh;", "UBND tỉnh"),
            ("TP. Cần Thơ", "Thành phố Cần Thơ"),
        ],
    )
    def test_is_the_same_for_writings_of_one_name(self, one: str, other: str) -> None:
        assert read_unit_name(one).key == read_unit_name(other).key

    def test_differs_for_other_units(self) -> None:
        assert name_key("Sở Y tế") != name_key("Bộ Y tế")

    @given(PROSE)
    def test_is_found_with_or_without_the_kind(self, text: str) -> None:
        assert name_key(text) == read_unit_name(text).key

    @given(PROSE)
    def test_is_the_same_whether_or_not_words_are_looked_up(self, text: str) -> None:
        assert name_key(text) == key_of(canonical_name(clean(fold(text).text)))

    def test_of_a_long_text_is_not_kept(self) -> None:
        assert name_key("Sở Y tế " * 100) == " ".join(["sở y tế"] * 100)

    def test_needs_a_text(self) -> None:
        with pytest.raises(InvalidValueError):
            name_key(None)  # type: ignore[arg-type]  # The wrong type is the point.


class TestLooseKey:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Sở Giáo dục Đào tạo", "Sở GDĐT"),
            ("Tỉnh Bà Rịa-Vũng Tàu", "Tỉnh Bà Rịa - Vũng Tàu"),
            ("Phòng Quản lí chất lượng", "Phòng Quản lý chất lượng"),
            ("Trường Mĩ Thuật", "Trường Mỹ thuật"),
        ],
    )
    def test_is_the_same_for_freer_writings(self, one: str, other: str) -> None:
        assert name_key(one) != name_key(other)
        assert loose_key(name_key(one)) == loose_key(name_key(other))

    def test_keeps_vowels_apart_that_sound_apart(self) -> None:
        assert loose_key("trường may") != loose_key("trường mai")

    @given(PROSE)
    def test_of_a_loose_key_is_itself(self, text: str) -> None:
        loose = loose_key(name_key(text))
        assert loose_key(loose) == loose


class TestWithCapitals:
    @pytest.mark.parametrize(
        ("written", "shown"),
        [
            ("sở lđ-tb&xh", "sở LĐ-TB&XH"),
            ("trường mn hoa sen", "trường MN hoa sen"),
            ("ubmttq xã", "UBMTTQ xã"),
            ("nghiêng phường nguyễn", "nghiêng phường nguyễn"),
        ],
    )
    def test_go_to_letters_that_make_no_syllable(self, written: str, shown: str) -> None:
        assert with_capitals(written) == shown


class TestKind:
    @pytest.mark.parametrize(
        ("written", "kind"),
        [
            ("Thủ tướng Chính phủ", UnitKind.PRIME_MINISTER),
            ("Chính phủ", UnitKind.GOVERNMENT),
            ("Ủy ban Thường vụ Quốc hội", UnitKind.NATIONAL_ASSEMBLY),
            ("Bộ Nội vụ", UnitKind.MINISTRY),
            ("Ngân hàng Nhà nước Việt Nam", UnitKind.MINISTERIAL_AGENCY),
            ("VPCP", UnitKind.MINISTERIAL_AGENCY),
            ("HĐND huyện", UnitKind.PEOPLES_COUNCIL),
            ("UBND", UnitKind.PEOPLES_COMMITTEE),
            ("UBND tỉnh An Giang", UnitKind.PROVINCE_COMMITTEE),
            ("UBND Thành phố Hà Nội", UnitKind.PROVINCE_COMMITTEE),
            ("UBND thành phố", UnitKind.PEOPLES_COMMITTEE),
            ("UBND thành phố Châu Đốc", UnitKind.DISTRICT_COMMITTEE),
            ("UBND các quận, huyện", UnitKind.DISTRICT_COMMITTEE),
            ("UBND cấp xã", UnitKind.COMMUNE_COMMITTEE),
            ("UBND phường 8", UnitKind.COMMUNE_COMMITTEE),
            ("Sở Tư pháp", UnitKind.DEPARTMENT),
            ("Sở", UnitKind.DEPARTMENT),
            ("PGDĐT", UnitKind.DIVISION),
            ("Phòng Nội vụ", UnitKind.DIVISION),
            ("Phòng Kế hoạch huyện", UnitKind.DIVISION),
            ("Phòng VHXH xã Mỹ An", UnitKind.COMMUNE_DIVISION),
            ("Phòng TCCB", UnitKind.OFFICE),
            ("Phòng Phòng chống tệ nạn xã hội", UnitKind.OFFICE),
            ("Văn phòng Sở", UnitKind.OFFICE),
            ("Khoa Sư phạm", UnitKind.OFFICE),
            ("Tổ truyền thông", UnitKind.OFFICE),
            ("Bộ phận tài vụ", UnitKind.OFFICE),
            ("các trường mầm non", UnitKind.KINDERGARTEN),
            ("Trường MN 8", UnitKind.KINDERGARTEN),
            ("Trường Mẫu giáo Hoa Sen", UnitKind.KINDERGARTEN),
            ("Trường TH Tân An", UnitKind.PRIMARY_SCHOOL),
            ("Trường THCS thị trấn Óc Eo", UnitKind.LOWER_SECONDARY_SCHOOL),
            ("Trường TH&THCS Tân An", UnitKind.PRIMARY_AND_LOWER_SECONDARY_SCHOOL),
            ("Trường THPT chuyên Lê Quý Đôn", UnitKind.UPPER_SECONDARY_SCHOOL),
            ("Trường PTDTNT THCS Tri Tôn", UnitKind.ETHNIC_BOARDING_SCHOOL),
            ("Trường DTNT THPT tỉnh", UnitKind.ETHNIC_BOARDING_SCHOOL),
            ("Trường PTDTBT TH&THCS Nậm Mười", UnitKind.ETHNIC_SEMI_BOARDING_SCHOOL),
            ("Trung tâm GDNN-GDTX huyện", UnitKind.VOCATIONAL_EDUCATION_CENTRE),
            ("Trung tâm GDTX tỉnh", UnitKind.CONTINUING_EDUCATION_CENTRE),
            ("Trường CĐ nghề An Giang", UnitKind.COLLEGE),
            ("Trường ĐH An Giang", UnitKind.UNIVERSITY),
            ("Học viện Chính trị", UnitKind.UNIVERSITY),
            ("Trường THCS và THPT Mỹ Hòa Hưng", UnitKind.MULTI_LEVEL_SCHOOL),
            ("Các trường mầm non, tiểu học, THCS", UnitKind.SCHOOL),
            ("Trường Bồi dưỡng nhà giáo", UnitKind.SCHOOL),
            ("Nhà trường", UnitKind.SCHOOL),
            ("TTPVHCC xã Mỹ An", UnitKind.SERVICE_CENTRE),
            ("Phòng Y tế phường Mỹ Xuyên", UnitKind.COMMUNE_DIVISION),
            ("Ban VSTBPN", UnitKind.WOMENS_ADVANCEMENT),
            ("Ủy ban Quốc gia VSTBPN Việt Nam", UnitKind.WOMENS_ADVANCEMENT),
            ("Đảng ủy xã", UnitKind.PARTY),
            ("Bộ Chính trị", UnitKind.PARTY),
            ("Ban Tuyên giáo và Dân vận Tỉnh ủy", UnitKind.PARTY),
            ("LĐLĐ tỉnh", UnitKind.MASS_ORGANISATION),
            ("Ủy ban MTTQ Việt Nam tỉnh", UnitKind.MASS_ORGANISATION),
            ("Công an tỉnh", UnitKind.OTHER),
            ("Bộ Chỉ huy quân sự tỉnh", UnitKind.OTHER),
            ("Tỉnh An Giang", UnitKind.PROVINCE),
            ("Thành phố Cần Thơ", UnitKind.PROVINCE),
            ("thành phố Châu Đốc", UnitKind.DISTRICT),
            ("Quận 5", UnitKind.DISTRICT),
            ("Xã Mỹ An", UnitKind.COMMUNE),
        ],
    )
    def test_is_told_by_the_words(self, written: str, kind: UnitKind) -> None:
        assert read_unit_name(written).kind is kind

    @pytest.mark.parametrize(
        "written",
        ["", "Xin chào", "Tổ chức thực hiện", "Bộ luật Lao động", "Sở hữu trí tuệ", "Phòng chống bạo lực", "Khoa học", "Lãnh đạo Sở",
         "Trường hợp khác", "Hội nghị", "Xã hội"],
    )  # fmt: skip
    def test_is_none_for_what_is_no_unit(self, written: str) -> None:
        assert read_unit_name(written).kind is None


TERRITORIES = {
    "province-committee": "tỉnh An Giang",
    "district-committee": "huyện Thoại Sơn",
    "commune-committee": "xã Vĩnh Trạch",
    "division": "thị xã Tân Châu",
    "commune-division": "phường Mỹ Xuyên",
    "service-centre": "xã Vĩnh Trạch",
}
RANKS = {"province": "Tỉnh", "district": "Huyện", "commune": "Đặc khu"}


class TestPatternsOfTheTable:
    """Every way the table of kinds says a name is built is read back as its kind."""

    @pytest.mark.parametrize(
        ("kind", "pattern"), [(kind, pattern) for kind in UnitKind for pattern in kind.name_patterns]
    )
    def test_are_read_back(self, kind: UnitKind, pattern: str) -> None:
        value = str(kind.value)
        territory = TERRITORIES.get(value, "")
        name = pattern.format(
            field="Nội vụ", own="Hoa Sen", place="Phú Quốc", rank=RANKS.get(value, ""), territory=territory
        )
        assert read_unit_name(name).kind is kind
        assert read_unit_name(name.upper()).kind is kind


class TestStartsLikeUnit:
    def test_looks_at_one_place(self) -> None:
        assert starts_like_unit("- Sở Y tế", 2)
        assert not starts_like_unit("- Sở Y tế", 0)

    @given(PROSE, st.integers(-5, 1000))
    def test_has_an_answer_for_any_text_and_place(self, text: str, position: int) -> None:
        assert starts_like_unit(text, position) in {True, False}


class TestLeadingUnit:
    @pytest.mark.parametrize(
        ("text", "unit"),
        [
            ("Phòng Tổ chức cán bộ", "Phòng Tổ chức cán bộ"),
            ("Văn phòng Sở:", "Văn phòng Sở"),
            ("SỞ XÂY DỰNG", "SỞ XÂY DỰNG"),
            ("PHÒNG TỔ CHỨC CÁN BỘ CHỦ TRÌ", "PHÒNG TỔ CHỨC CÁN BỘ"),
            ("**1**", None),
        ],
    )
    def test_of_a_heading_is_the_whole(self, text: str, unit: str | None) -> None:
        assert leading_unit(text) == unit

    @pytest.mark.parametrize(
        ("text", "unit"),
        [
            ("Sở Tài chính chủ trì, phối hợp với các sở lập dự toán", "Sở Tài chính"),
            ("Lãnh đạo các đơn vị phòng, khoa căn cứ kế hoạch này", "Lãnh đạo các đơn vị phòng, khoa"),
            ("Công đoàn cơ sở phối hợp cùng chuyên môn", "Công đoàn cơ sở"),
            ("Ban Vì sự tiến bộ phụ nữ cơ quan phối hợp với", "Ban Vì sự tiến bộ phụ nữ cơ quan"),
            ("UBND các xã, phường tăng cường", "UBND các xã, phường"),
            ("Tổ truyền thông chịu trách nhiệm đăng tin", "Tổ truyền thông"),
            ("Bộ phận tài vụ cân đối kinh phí", "Bộ phận tài vụ"),
            ("Hiệu trưởng các trường mầm non chỉ đạo", "Hiệu trưởng các trường mầm non"),
            ("Sở\nTài chính\nchủ trì", "Sở Tài chính"),
        ],
    )
    def test_ends_before_what_it_is_to_do(self, text: str, unit: str) -> None:
        assert leading_unit(text) == unit

    @pytest.mark.parametrize(
        ("text", "unit"),
        [
            ("Sở Xây dựng xây dựng kế hoạch", "Sở Xây dựng"),
            ("Bộ Ngoại giao hướng dẫn", "Bộ Ngoại giao"),
            ("Sở Giáo dục và Đào tạo tổ chức tập huấn", "Sở Giáo dục và Đào tạo"),
            ("Ban chỉ đạo có trách nhiệm", "Ban chỉ đạo"),
            ("Ban tổ chức hội thi gửi kết quả", "Ban tổ chức hội thi"),
            ("Các trường ngoài công lập thực hiện", "Các trường ngoài công lập"),
            ("Sở xây dựng kế hoạch hằng năm", "Sở"),
            ("Trung tâm Dịch vụ việc làm giới thiệu", "Trung tâm Dịch vụ việc làm"),
        ],
    )
    def test_keeps_verbs_that_are_part_of_the_name(self, text: str, unit: str) -> None:
        assert leading_unit(text) == unit

    @pytest.mark.parametrize(
        ("text", "unit"),
        [
            ("Sở Văn hóa, Thể thao và Du lịch hướng dẫn", "Sở Văn hóa, Thể thao và Du lịch"),
            ("Sở Tài chính, Sở Nội vụ và các đơn vị có liên quan bố trí", "Sở Tài chính, Sở Nội vụ và các đơn vị có liên quan"),
            ("Sở Tài chính, trên cơ sở dự toán", "Sở Tài chính"),
            ("Các sở, ban, ngành; UBND các huyện triển khai", "Các sở, ban, ngành; UBND các huyện"),
            ("Sở Lao động - Thương binh và Xã hội là cơ quan thường trực", "Sở Lao động - Thương binh và Xã hội"),
            ("Sở Y tế - Cơ quan thường trực", "Sở Y tế"),
            ("Sở Y tế (Chi cục Dân số) chủ trì", "Sở Y tế"),
            ("UBND TP. Cần Thơ chỉ đạo", "UBND TP. Cần Thơ"),
            ("Các trường mầm non, tiểu học, trung học cơ sở tổ chức", "Các trường mầm non, tiểu học, trung học cơ sở"),
            ("Các trường trung cấp, cao đẳng, đại học báo cáo", "Các trường trung cấp, cao đẳng, đại học"),
        ],
    )  # fmt: skip
    def test_goes_on_through_lists_of_units_only(self, text: str, unit: str) -> None:
        assert leading_unit(text) == unit

    @pytest.mark.parametrize(
        ("text", "unit"),
        [
            ("Đối với các cơ sở giáo dục trực thuộc Sở", "các cơ sở giáo dục trực thuộc Sở"),
            ("- Giao Sở Tư pháp theo dõi", "Sở Tư pháp"),
            ("Trách nhiệm của các phòng chuyên môn", "các phòng chuyên môn"),
            ("Đơn vị chủ trì: Phòng Đào tạo", "Phòng Đào tạo"),
            ("Đơn vị phối hợp: Phòng Đào tạo", None),
            ("Cơ quan thực hiện", None),
            ("Đối với các trường hợp khác", None),
        ],
    )
    def test_may_be_introduced(self, text: str, unit: str | None) -> None:
        assert leading_unit(text) == unit

    @pytest.mark.parametrize(
        "text",
        ["Tăng cường công tác thông tin", "Kinh phí thực hiện", "Tổ chức thực hiện", "Phòng, chống bạo lực", "Phòng,chống", "Ban hành kế hoạch", "",
         "Thanh tra, kiểm tra việc thực hiện", "Lãnh đạo, chỉ đạo tập trung", "Khoa học và công nghệ", "Đoàn kết", "Hội thảo"],
    )  # fmt: skip
    def test_is_none_where_no_unit_is_named(self, text: str) -> None:
        assert leading_unit(text) is None

    def test_is_none_where_no_end_is_in_sight(self) -> None:
        assert leading_unit("Đơn vị " + "abc " * 100) is None

    @given(PROSE)
    def test_stands_in_the_source_where_it_says(self, text: str) -> None:
        folded = fold(text)
        found = scan_leading_unit(folded, 0, len(folded.text))
        if found is not None:
            assert found.span is not None
            assert clean(fold(found.span.of(text)).text) == found.text
            assert found.text

    @given(st.lists(WORDS, max_size=40).map(" ".join))
    def test_is_the_same_for_both_forms_of_the_letters(self, text: str) -> None:
        assert leading_unit(unicodedata.normalize("NFD", text)) == leading_unit(text)

    def test_is_looked_for_between_two_places_only(self) -> None:
        folded = fold("Sở Y tế. Sở Nội vụ báo cáo")
        second = scan_leading_unit(folded, 8, len(folded.text))
        assert second is not None
        assert second.text == "Sở Nội vụ"
        first = scan_leading_unit(folded, 0, 4)
        assert first is not None
        assert first.text == "Sở Y"


class TestAnyText:
    @given(PROSE)
    def test_has_a_name_to_read(self, text: str) -> None:
        name = read_unit_name(text)
        assert name == read_unit_name(text)
        assert name.text == clean(fold(text).text)

    @given(PROSE)
    def test_has_one_key_in_both_forms_of_the_letters(self, text: str) -> None:
        name = read_unit_name(text)
        assert read_unit_name(unicodedata.normalize("NFD", text)).key == name.key
