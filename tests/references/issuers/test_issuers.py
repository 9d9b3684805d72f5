"""The names of issuing bodies: one spelling, the territory, the English name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.catalogue.tables import issuers, provinces
from vstbpn.errors import InvalidValueError
from vstbpn.references.issuers.names import canonical_issuer, issuer_en, issuer_locality

PIECES = [
    "UBND", "HĐND", "tỉnh", "Tỉnh", "TP.", "TP.HCM", "HCM", "An Giang", "Hà Nội", "Đồng Nai", "huyện Thoại Sơn", "Q.", "1",
    "BLĐTBXH", "Bộ", "Sở", "Phòng", "Ban", "GD&ĐT", "GDĐT", "LĐ-TB&XH", "Giáo dục", "Đào tạo", "và", "của", "TW", "TƯ", "TU",
    "BTV", "BCH", "Đảng", "Tỉnh uỷ", "Thành ủy", "Thủ tướng", "CP", "TTg", "VSTBPN", "Trường THCS", "Chủ tịch", "CT", "VP",
    "-", "–", ",", "(", ")", "/", ".", "khóa XII", "Ủy ban", "nhân dân", "Văn phòng", "Công Thương", "Y tế", "ngành",
]  # fmt: skip
NAMES = st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join)


class TestAbbreviations:
    @pytest.mark.parametrize(
        ("written", "full"),
        [
            ("UBND tỉnh An Giang", "Ủy ban nhân dân tỉnh An Giang"),
            ("HĐND thành phố Hà Nội", "Hội đồng nhân dân thành phố Hà Nội"),
            ("BLĐTBXH", "Bộ Lao động - Thương binh và Xã hội"),
            ("Bộ LĐTBXH", "Bộ Lao động - Thương binh và Xã hội"),
            ("Bộ LĐ-TB&XH", "Bộ Lao động - Thương binh và Xã hội"),
            ("Bộ Lao động TB&XH", "Bộ Lao động - Thương binh và Xã hội"),
            ("SLĐTBXH tỉnh Lạng Sơn", "Sở Lao động - Thương binh và Xã hội tỉnh Lạng Sơn"),
            ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
            ("Bộ GD và ĐT", "Bộ Giáo dục và Đào tạo"),
            ("Bộ VH,TT&DL", "Bộ Văn hóa, Thể thao và Du lịch"),
            ("Phòng TN&MT huyện Thoại Sơn", "Phòng Tài nguyên và Môi trường huyện Thoại Sơn"),
            ("Ban VSTBPN", "Ban Vì sự tiến bộ của phụ nữ"),
            ("UBQG VSTBPN Việt Nam", "Ủy ban Quốc gia vì sự tiến bộ của phụ nữ Việt Nam"),
            ("BTV Tỉnh ủy Lào Cai", "Ban Thường vụ Tỉnh ủy Lào Cai"),
            ("BCH TW Đảng khóa XII", "Ban Chấp hành Trung ương Đảng khóa XII"),
            ("Ban Tổ chức T.Ư", "Ban Tổ chức Trung ương"),
            ("CT UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh"),
            ("VP UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
            ("Giám đốc SGDĐT", "Giám đốc Sở Giáo dục và Đào tạo"),
            ("BGDĐT-BNV", "Bộ Giáo dục và Đào tạo - Bộ Nội vụ"),
            ("TTg", "Thủ tướng Chính phủ"),
            ("TTCP", "Thanh tra Chính phủ"),
        ],
    )
    def test_they_are_spelt_out(self, written: str, full: str) -> None:
        assert canonical_issuer(written) == full

    @pytest.mark.parametrize("written", ["TW", "BGD", "TT CP", "TP", "Trường THCS Nguyễn Du", "TU Đồng Nai", "Bộ XYZ"])
    def test_what_stands_for_several_bodies_or_none_is_left(self, written: str) -> None:
        assert canonical_issuer(written) == written

    def test_the_committee_of_a_province_has_the_name_of_its_rank(self) -> None:
        assert canonical_issuer("TU Lào Cai") == "Tỉnh ủy Lào Cai"
        assert canonical_issuer("TU Hà Nội") == "Thành ủy Hà Nội"


class TestSpelling:
    @pytest.mark.parametrize(
        ("written", "proper"),
        [
            ("Bộ chính trị", "Bộ Chính trị"),
            ("sở giáo dục đào tạo", "Sở Giáo dục và Đào tạo"),
            ("Bộ Lao động, Thương binh và Xã hội", "Bộ Lao động - Thương binh và Xã hội"),
            ("Bộ Công thương", "Bộ Công Thương"),
            ("Uỷ ban nhân dân Tỉnh An Giang", "Ủy ban nhân dân tỉnh An Giang"),
            ("Bộ Văn hoá,  Thể thao và\nDu lịch", "Bộ Văn hóa, Thể thao và Du lịch"),
            ("UBND TỈNH HÒA BÌNH", "Ủy ban nhân dân tỉnh Hòa Bình"),
            ("THÀNH ỦY HÀ NỘI", "Thành ủy Hà Nội"),
            ("BỘ NỘI VỤ.", "Bộ Nội vụ"),
            ("Thủ tướng", "Thủ tướng Chính phủ"),
            ("B\u00d4\u0323 Nội vụ", "Bộ Nội vụ"),
            ("B\u1ed9 N\u1ed9i v\u1ee5", "Bộ Nội vụ"),
        ],
    )
    def test_casing_joints_and_tone_marks(self, written: str, proper: str) -> None:
        assert canonical_issuer(written) == proper

    @pytest.mark.parametrize("written", ["Trường Mầm non 8", "Hội Người cao tuổi", "Đại học Quốc gia Hà Nội", ""])
    def test_an_unknown_name_stays(self, written: str) -> None:
        assert canonical_issuer(written) == written

    def test_a_name_longer_than_any_is_only_cleaned(self) -> None:
        long = ("UBND xã An " * 100).strip()
        assert canonical_issuer(f"  {long}") == long
        assert issuer_locality(long) is None
        assert issuer_en(long) is None


class TestTerritories:
    @pytest.mark.parametrize(
        ("written", "proper"),
        [
            ("UBND TP.HCM", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
            ("UBND TPHCM", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
            ("UBND thành phố Hồ Chí Minh", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
            ("UBND TP. Thủ Đức", "Ủy ban nhân dân thành phố Thủ Đức"),
            ("UBND Q. Bình Thạnh", "Ủy ban nhân dân quận Bình Thạnh"),
            ("HĐND tỉnh Thừa Thiên - Huế", "Hội đồng nhân dân tỉnh Thừa Thiên Huế"),
            ("UBND tỉnh Bà Rịa – Vũng Tàu", "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu"),
            ("Tỉnh An Giang", "Tỉnh An Giang"),
        ],
    )
    def test_ranks_and_names(self, written: str, proper: str) -> None:
        assert canonical_issuer(written) == proper

    @pytest.mark.parametrize(
        ("written", "locality"),
        [
            ("Sở LĐTBXH tỉnh Lạng Sơn", "Lạng Sơn"),
            ("Thành ủy Hà Nội", "Hà Nội"),
            ("Quận ủy Bình Thạnh", "Bình Thạnh"),
            ("UBND TP.HCM", "Hồ Chí Minh"),
            ("UBND huyện Thoại Sơn", "Thoại Sơn"),
            ("UBND xã Phù Mỹ Bắc, tỉnh Gia Lai", "Phù Mỹ Bắc"),
            ("UBND quận 1", "quận 1"),
            ("UBND thành phố Hải Dương", "thành phố Hải Dương"),
            ("Sở GDĐT Hà Nội", "Hà Nội"),
            ("Sở GDĐT thuộc ngành", None),
            ("UBND tỉnh", None),
            ("UBND cấp tỉnh", None),
            ("Bộ LĐTBXH", None),
            ("Đại học Quốc gia Hà Nội", None),
            ("", None),
        ],
    )
    def test_locality(self, written: str, locality: str | None) -> None:
        assert issuer_locality(written) == locality

    def test_every_province_is_known(self) -> None:
        for row in provinces():
            rank, _, name = row.old_name.partition(" (")[0].partition(" ")
            if rank == "Tỉnh":
                assert issuer_locality(f"UBND tỉnh {name}") == name
                assert issuer_locality(f"Tỉnh ủy {name}") == name


class TestEnglish:
    @pytest.mark.parametrize(
        ("written", "english"),
        [
            ("Chính phủ", "Government"),
            ("TTg", "Prime Minister"),
            ("Quốc hội", "National Assembly"),
            ("Ủy ban Thường vụ Quốc hội", "National Assembly Standing Committee"),
            ("Bộ Chính trị", "Politburo"),
            ("Ban Bí thư Trung ương Đảng", "Secretariat"),
            ("UBND tỉnh", "People's Committee of the province"),
            ("UBND tỉnh An Giang", "People's Committee of An Giang Province"),
            ("UBND quận 1", "People's Committee of Urban District 1"),
            ("UBND xã Phù Mỹ Bắc, tỉnh Gia Lai", "People's Committee of Phù Mỹ Bắc Commune, Gia Lai Province"),
            ("Sở GDĐT Hà Nội", "Department of Education and Training of Hà Nội"),
            ("BAN BÍ THƯ TRUNG ƯƠNG ĐẢNG KHÓA XII", "Secretariat"),
            ("Bộ trưởng Bộ Y tế", "Minister of Health"),
            ("Bộ trưởng Bộ Vô danh", None),
            ("Bộ trưởng Ủy ban Dân tộc", "Minister of the Committee for Ethnic Affairs"),
            ("Giám đốc Sở Y tế", "Director of the Department of Health"),
            ("BTV Tỉnh ủy Lào Cai", "standing board of the provincial Party committee of Lào Cai"),
            ("Thành ủy Hà Nội", "municipal Party committee of Hà Nội"),
            ("Huyện ủy Thoại Sơn", None),
            ("UBND huyện Thoại Sơn về việc", None),
            ("UBND tỉnh)", None),
            ("Trường Mầm non 8", None),
            ("", None),
        ],
    )
    def test_known_names(self, written: str, english: str | None) -> None:
        assert issuer_en(written) == english


class TestLaws:
    @given(NAMES)
    def test_a_canonical_name_is_its_own(self, name: str) -> None:
        canonical = canonical_issuer(name)
        assert canonical_issuer(canonical) == canonical

    @given(NAMES)
    def test_decomposed_text_gives_the_same(self, name: str) -> None:
        composed = unicodedata.normalize("NFC", name)
        assert canonical_issuer(unicodedata.normalize("NFD", composed)) == canonical_issuer(composed)

    @given(NAMES)
    def test_locality_and_english_are_of_the_canonical_name(self, name: str) -> None:
        assert issuer_locality(canonical_issuer(name)) == issuer_locality(name)
        assert issuer_en(canonical_issuer(name)) == issuer_en(name)

    def test_every_name_of_the_table_stays_as_it_is(self) -> None:
        plain = [row.name_vi for row in issuers() if row.level == "central" and "," not in row.name_vi]
        assert [canonical_issuer(name) for name in plain] == plain

    @pytest.mark.parametrize("function", [canonical_issuer, issuer_locality, issuer_en])
    @pytest.mark.parametrize("given", [None, 5, b"UBND"])
    def test_what_is_no_text_raises(self, function: object, given: object) -> None:
        with pytest.raises(InvalidValueError, match="issuer"):
            function(given)  # type: ignore[operator]  # Wrong types on purpose.
