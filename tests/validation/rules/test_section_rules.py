"""The rules of sections: parts that plans have, empty headings, headings that stand twice."""

import pytest

from vstbpn.findings import Finding
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.shipped import DEFAULT_RULES

HEAD = "KẾ HOẠCH\nCông tác gia đình năm 2026\n\n"
END = "\n\nNơi nhận:\n- Lưu: VT.\n"


def found(text: str, code: str) -> tuple[Finding, ...]:
    return check(read(text), rules=DEFAULT_RULES.select(code)).findings


def headed(*titles: str) -> str:
    numbers = ("I", "II", "III", "IV")
    return (
        HEAD
        + "".join(f"{number}. {title}\n\n- Mở lớp.\n\n" for number, title in zip(numbers, titles, strict=False))
        + END
    )


class TestMissingSection:
    """STR028: a part every plan has is missing."""

    @pytest.mark.parametrize(
        ("titles", "variant"),
        [
            (("NỘI DUNG", "TỔ CHỨC THỰC HIỆN"), "purpose"),
            (("MỤC ĐÍCH, YÊU CẦU", "TỔ CHỨC THỰC HIỆN"), "content"),
            (("MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG"), "organisation"),
        ],
    )
    def test_it(self, titles: tuple[str, ...], variant: str) -> None:
        (finding,) = found(headed(*titles), "STR028")
        assert (finding.variant, finding.severity.value) == (variant, "info")

    @pytest.mark.parametrize(
        ("titles", "words"),
        [
            (("NỘI DUNG", "TỔ CHỨC THỰC HIỆN"), "Công tác gia đình năm 2026"),
            (("MỤC ĐÍCH, YÊU CẦU", "TỔ CHỨC THỰC HIỆN"), "Công tác gia đình năm 2026"),
            (("MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG"), "Mở lớp."),
        ],
    )
    def test_it_is_told_where_the_part_should_stand(self, titles: tuple[str, ...], words: str) -> None:
        text = headed(*titles)
        (finding,) = found(text, "STR028")
        assert finding.span is not None
        assert finding.span.of(text) == words
        assert finding.span.start == text.rindex(words)

    @pytest.mark.parametrize(
        "titles",
        [
            ("MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG", "TỔ CHỨC THỰC HIỆN"),
            ("QUAN ĐIỂM", "MỤC TIÊU", "NHIỆM VỤ, GIẢI PHÁP", "TỔ CHỨC THỰC HIỆN"),
            ("MỤC TIÊU", "PHÂN CÔNG TRÁCH NHIỆM"),
            ("MUC DICH, YEU CAU", "NOI DUNG", "TO CHUC THUC HIEN"),
            ("Mục đích", "Các hoạt động", "Tổ chức triển khai"),
        ],
    )
    def test_every_part_is_there(self, titles: tuple[str, ...]) -> None:
        assert not found(headed(*titles), "STR028")

    def test_a_piece_of_a_plan_is_not_judged(self) -> None:
        assert not found(headed("NỘI DUNG", "KINH PHÍ").replace(END, ""), "STR028")
        assert not found(headed("NỘI DUNG", "KINH PHÍ").replace("I. NỘI", "V. NỘI"), "STR028")

    def test_what_is_no_plan_is_not_judged(self) -> None:
        assert not found(headed("NỘI DUNG", "KINH PHÍ").replace("KẾ HOẠCH", "BÁO CÁO"), "STR028")

    def test_the_opening_may_say_what_it_is_for(self) -> None:
        text = headed("NỘI DUNG", "TỔ CHỨC THỰC HIỆN").replace(
            HEAD, f"{HEAD}Nhằm nâng cao nhận thức, Sở Y tế ban hành Kế hoạch như sau:\n\n"
        )
        assert not found(text, "STR028")


class TestEmptySection:
    """STR029: a heading with nothing under it."""

    @pytest.mark.parametrize(
        ("body", "heading"),
        [
            ("I. MỤC ĐÍCH\n\nII. NỘI DUNG\n\n- Mở lớp.\n", "I. MỤC ĐÍCH"),
            ("**I. MỤC ĐÍCH**\n\n**II. NỘI DUNG**\n\n- Mở lớp.\n", "I. MỤC ĐÍCH"),
            ("I. MỤC ĐÍCH, YÊU CẦU\n\n1. Mục đích\n\n2. Yêu cầu\n\n- Thiết thực.\n", "1. Mục đích"),
        ],
    )
    def test_it(self, body: str, heading: str) -> None:
        (finding,) = found(HEAD + body, "STR029")
        assert finding.span is not None
        assert finding.span.of(HEAD + body) == heading

    def test_deep_in_the_outline_the_pointer_leads_there(self) -> None:
        body = "I. MỤC ĐÍCH\n\n- x\n\nII. NỘI DUNG\n\n1. Yêu cầu\n\n2. Mở lớp\n\n- x\n"
        (finding,) = found(HEAD + body, "STR029")
        assert finding.pointer == "/outline/sections/1/sections/0"

    @pytest.mark.parametrize(
        "body",
        [
            "I. NỘI DUNG\n\n- Mở lớp.\n\nII. TỔ CHỨC THỰC HIỆN\n",
            "I. THỜI GIAN: NGÀY 08/3/2026\n\nII. NỘI DUNG\n\n- Mở lớp.\n",
            "I. CHỦ ĐỀ “BÌNH ĐẲNG”\n\nII. NỘI DUNG\n\n- Mở lớp.\n",
            "I. Kinh phí do đơn vị bảo đảm\n\nII. Nội dung\n\n- Mở lớp.\n",
            "I. ĐỐI TƯỢNG\n\n1. Giáo viên\n\n2. Học sinh\n\n- Từ lớp 6.\n",
            "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n- x\n",
        ],
    )
    def test_nothing_is_missing(self, body: str) -> None:
        assert not found(HEAD + body, "STR029")


class TestHeadingRepeated:
    """STR031: one title twice side by side."""

    def test_it(self) -> None:
        text = f"{HEAD}1. Sở Y tế\n\n- Mở lớp.\n\n2. Sở Nội vụ\n\n- x\n\n3. SỞ Y TẾ:\n\n- Báo cáo.\n"
        (finding,) = found(text, "STR031")
        assert finding.severity.value == "info"
        assert dict(finding.args)["previous"] == "1"

    @pytest.mark.parametrize(
        "body",
        [
            "1. Sở Y tế\n\n- Mở lớp.\n\n1. Sở Y tế\n\n- Báo cáo.\n",
            "I. NỘI DUNG\n\n1. Sở Y tế\n\n- x\n\nII. TỔ CHỨC\n\n1. Sở Y tế\n\n- x\n",
            "1. Khác\n\n- x\n\n2. Khác\n\n- x\n",
        ],
    )
    def test_other_lists_and_single_words(self, body: str) -> None:
        assert not found(HEAD + body, "STR031")
