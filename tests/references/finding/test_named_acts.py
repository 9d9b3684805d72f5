"""Acts cited by name alone: a class a clause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.references.finding.named import NamedAct, scan_named_acts


def acts(text: str) -> list[NamedAct]:
    return list(scan_named_acts(text, 0, len(text)))


def names(text: str) -> list[str]:
    return [act.name for act in acts(text)]


class TestKnownNames:
    @pytest.mark.parametrize(
        ("name", "rest"),
        [
            ("Luật Bình đẳng giới", " đi vào cuộc sống"),
            ("Luật Bình đẳng giới", ", pháp luật lao động"),
            ("Luật Trẻ em", " cho cán bộ"),
            ("Luật phòng, chống bạo lực gia đình", "."),
            ("luật Bình đẳng giới", ";"),
            ("Luật Hôn nhân và gia đình", " và các văn bản"),
            ("Luật Công đoàn Việt Nam", ""),
            ("Bộ luật Lao động", " và"),
            ("Bộ Luật Dân sự", ""),
            ("bộ luật Hình sự", ""),
            ("Pháp lệnh ưu đãi người có công với cách mạng", ","),
            ("LUẬT TRẺ EM", " TRÊN ĐỊA BÀN TỈNH"),
            ("BỘ LUẬT LAO ĐỘNG", ""),
            ("PHÁP LỆNH DÂN SỐ", ""),
        ],
    )
    def test_in_any_casing(self, name: str, rest: str) -> None:
        assert names(f"thực hiện {name}{rest}") == [name]


class TestLowerCase:
    @pytest.mark.parametrize("rest", [" năm 2006", " ngày 29/11/2006", " số 73/2006/QH11", " (2006)"])
    def test_a_name_with_its_year_day_or_number(self, rest: str) -> None:
        assert names(f"theo luật bình đẳng giới{rest}") == ["luật bình đẳng giới"]

    def test_a_subject_of_law_is_none(self) -> None:
        assert names("tìm hiểu luật bình đẳng giới, luật trẻ em") == []


class TestPartsOfOtherWords:
    @pytest.mark.parametrize("text", ["Câu lạc bộ Luật sư trẻ", "Câu lạc bộ Luật gia nữ", "Bộ môn Luật Trẻ em"])
    def test_name_no_act(self, text: str) -> None:
        assert names(text) == []

    def test_an_inner_matter_is_no_code(self) -> None:
        (act,) = acts("phổ biến trong nội bộ Luật Trẻ em năm 2016")
        assert (act.type, act.name) == ("Luật", "Luật Trẻ em")


class TestUnknownNames:
    @pytest.mark.parametrize(
        ("name", "rest"),
        [
            ("Luật Kinh tế tuần hoàn", " năm 2030"),
            ("Luật Phòng, chống tin giả", " được ban hành"),
            ("Luật Bảo vệ BMNN", " và các văn bản"),
            ("Luật Tổ chức Công đoàn và Nghiệp đoàn", ";"),
            ("Luật Quan hệ lao động", " – Những điều cần biết"),
            ("Luật Quan hệ lao động", " bảo đảm quyền"),
            ("Luật Quan hệ lao động", ", các văn bản"),
            ("Luật Quan hệ lao động", " và Nghị định"),
            ("Luật BĐG", ","),
            ("Luật Kiến thiết 4", None),
            ("Pháp lệnh Trọng tài lao động", ""),
        ],
    )
    def test_the_grammar_tells_where_they_end(self, name: str, rest: str | None) -> None:
        assert names(f"theo {name}{rest or ''}") == [name if rest is not None else name.rpartition(" ")[0]]

    @pytest.mark.parametrize(
        "name",
        [
            "Luật Thi hành án của người chưa thành niên",
            "Luật Hợp tác quốc tế của Nhà nước",
            "Luật Tập sự và phát triển nghề",
        ],
    )
    def test_inner_phrases_belong_to_them(self, name: str) -> None:
        assert names(name) == [name]


class TestConstitution:
    @pytest.mark.parametrize(
        ("text", "name", "year"),
        [
            ("Hiến pháp và pháp luật", "Hiến pháp", None),
            ("Hiến pháp năm 2013", "Hiến pháp", 2013),
            ("Hiến\npháp 2013", "Hiến pháp", 2013),
            (
                "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013",
                "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam",
                2013,
            ),
        ],
    )
    def test_it_needs_no_name(self, text: str, name: str, year: int | None) -> None:
        (act,) = acts(text)
        assert (act.type, act.name, act.year) == ("Hiến pháp", name, year)


class TestYearAndQualifier:
    @pytest.mark.parametrize(
        ("text", "name", "qualifier", "year"),
        [
            ("Luật Trẻ em năm 2016", "Luật Trẻ em", None, 2016),
            ("Luật Trẻ em 2016", "Luật Trẻ em", None, 2016),
            ("Luật Trẻ em (2016)", "Luật Trẻ em", None, 2016),
            ("Luật Trẻ em (năm 2016)", "Luật Trẻ em", None, 2016),
            ("LUẬT TRẺ EM NĂM 2016", "LUẬT TRẺ EM", None, 2016),
            ("Bộ luật Lao động (sửa đổi) năm 2019", "Bộ luật Lao động", "sửa đổi", 2019),
            ("Bộ luật Lao động sửa đổi năm 2019", "Bộ luật Lao động", "sửa đổi", 2019),
            ("Luật Đất đai (sửa đổi)", "Luật Đất đai", "sửa đổi", None),
            ("Luật Đất đai sửa đổi", "Luật Đất đai", None, None),
            ("Bộ luật Hình sự năm 2015 (sửa đổi, bổ sung năm 2017)", "Bộ luật Hình sự", None, 2015),
            ("Luật Trẻ em\n\n2016 là năm", "Luật Trẻ em", None, None),
            ("Luật Trẻ em 2016/2017", "Luật Trẻ em", None, None),
        ],
    )
    def test_they_are_told_from_the_name(self, text: str, name: str, qualifier: str | None, year: int | None) -> None:
        (act,) = acts(text)
        assert (act.name, act.qualifier, act.year) == (name, qualifier, year)


class TestAmendingActs:
    @pytest.mark.parametrize(
        "name",
        [
            "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục đại học",
            "Luật Sửa đổi bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương",
            "Luật sửa đổi, bổ sung một số điều của Bộ luật Hình sự",
            "Luật sửa đổi, bổ sung Điều 8 Luật Cư trú",
            "Luật sửa đổi, bổ sung một số điều của 11 luật có liên quan đến quy hoạch",
            "Luật sửa đổi, bổ sung một số điều",
            "Pháp lệnh sửa đổi, bổ sung một số điều của Pháp lệnh Ưu đãi người có công với cách mạng",
        ],
    )
    def test_an_amending_act_is_one_with_what_it_amends(self, name: str) -> None:
        assert names(f"Căn cứ {name} ngày 25 tháng 11 năm 2019;") == [name]

    def test_to_amend_is_no_act(self) -> None:
        assert names("Luật sửa đổi theo ý kiến") == []
        assert names("đề nghị sửa đổi Luật Đất đai") == ["Luật Đất đai"]

    def test_a_list_goes_on_with_what_is_named(self) -> None:
        assert names("Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật này") == [
            "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở"
        ]


class TestNoNames:
    @pytest.mark.parametrize(
        "text",
        [
            "Luật này quy định",
            "pháp luật hiện hành",
            "PHÁP LUẬT VỀ LAO ĐỘNG",
            "kỷ luật lao động",
            "trường đại học Luật Hà Nội",
            "Trường Đại học Luật Thành phố Hồ Chí Minh",
            "Khoa Luật, ngành Luật kinh tế, cử nhân Luật",
            "công ty Luật TNHH",
            "luật sư; Hội Luật gia Việt Nam",
            "Luật, Nghị định",
            "Luật của nước ta",
            "Luật\n\nTrẻ em",
            "các luật khác",
            "bộ luật mới",
            "Pháp lệnh này",
            "Luật 5",
            "Luật",
            "LUẬT CHƠI",
            "siêuluật Trẻ em",
            "THÁP LỆNH BÀI",
        ],
    )
    def test_law_in_general_is_no_act(self, text: str) -> None:
        assert names(text) == []


class TestPlaces:
    def test_spans_slice_back(self) -> None:
        text = "theo Bộ luật Lao động năm 2019 và Luật Trẻ em"
        assert [text[act.start : act.name_end] for act in acts(text)] == ["Bộ luật Lao động", "Luật Trẻ em"]
        assert [text[act.start : act.end] for act in acts(text)] == ["Bộ luật Lao động năm 2019", "Luật Trẻ em"]

    @given(st.lists(st.sampled_from(
        ["Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "LUẬT", "sửa đổi,", "bổ sung", "một số điều", "của", "và", "Trẻ em", "năm 2016",
         "(sửa đổi)", ",", ";", "\n", "\n\n", "các", "Phòng, chống", "11 luật", "liên quan đến"]
    ), max_size=20))  # fmt: skip
    def test_they_are_ordered_and_do_not_overlap(self, words: list[str]) -> None:
        text = " ".join(words)
        done = 0
        for act in acts(text):
            assert done <= act.start < act.name_end <= act.end <= len(text)
            done = act.end
