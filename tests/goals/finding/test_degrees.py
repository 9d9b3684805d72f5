"""Goals in words alone: what tells a degree, and which words are left of them."""

import pytest

from vstbpn.goals.finding.degrees import sets_degree, tells_degree, words_target
from vstbpn.goals.finding.due import Due
from vstbpn.goals.finding.scanning import read_clause
from vstbpn.goals.targets.target import Target
from vstbpn.text import fold
from vstbpn.vocabulary import Comparator, When


def words_of(text: str, outer: Due | None = None) -> Target | None:
    folded = fold(text)
    return words_target(folded, 0, len(folded.text), outer or Due())


class TestDegrees:
    @pytest.mark.parametrize(
        "text",
        [
            "Đa số hội viên biết chữ",
            "Hầu hết thôn có nước máy",
            "Phần lớn hộ có nhà kiên cố",
            "Tất cả lớp có tủ sách",
            "Không để trẻ bỏ học",
            "Không còn nhà tạm",
            "Phấn đấu không có vụ bạo hành",
            "Bố trí đủ giáo viên",
            "Bảo đảm đầy đủ trang thiết bị",
        ],
    )
    def test_are_set(self, text: str) -> None:
        assert sets_degree(text, 0, len(text))
        (target,) = read_clause(text)
        assert (target.comparator, target.value, target.population) == (Comparator.QUALITATIVE, None, text)

    @pytest.mark.parametrize("text", ["Nhận thức đầy đủ về giới", "Đủ cán bộ nữ trong quy hoạch"])
    def test_may_be_told_without_being_set(self, text: str) -> None:
        assert tells_degree(text, 0, len(text))
        assert not sets_degree(text, 0, len(text))

    @pytest.mark.parametrize("text", ["Người đủ điều kiện", "Trẻ từ đủ 6 tuổi", "Nâng cao chất lượng", "Không có gì"])
    def test_are_told_by_no_other_words(self, text: str) -> None:
        assert not tells_degree(text, 0, len(text))


class TestWords:
    @pytest.mark.parametrize(
        ("text", "words", "year", "when"),
        [
            ("- Đến năm 2028, đa số xã có sân chơi.", "đa số xã có sân chơi", 2028, When.BY),
            ("Đa số xã có sân chơi vào năm 2028;", "Đa số xã có sân chơi", 2028, When.BY),
            ("Đa số xã, đến năm 2028, có sân chơi", "Đa số xã, có sân chơi", 2028, When.BY),
            ("Hằng năm, đa số xã có sân chơi", "đa số xã có sân chơi", None, When.EACH_YEAR),
            ("Hằng năm đến năm 2028, đa số xã có sân chơi", "đa số xã có sân chơi", 2028, When.EACH_YEAR),
            ("Từ năm 2028 trở đi, đa số xã có sân chơi", "đa số xã có sân chơi", 2028, When.ONWARDS),
            ("a) Đa số xã có sân chơi", "Đa số xã có sân chơi", None, When.BY),
        ],
    )
    def test_have_neither_marker_nor_time(self, text: str, words: str, year: int | None, when: When) -> None:
        target = words_of(text)
        assert target is not None
        assert (target.population, target.year, target.when) == (words, year, when)
        assert target.span is not None
        assert fold(target.span.of(text)).text == target.text

    def test_a_heading_tells_when(self) -> None:
        target = words_of("Đa số xã có sân chơi", Due(2028, when=When.EACH_YEAR))
        assert target is not None
        assert (target.year, target.when) == (2028, When.EACH_YEAR)

    @pytest.mark.parametrize("text", ["", "- ", "Đến năm 2028.", "..."])
    def test_none_left(self, text: str) -> None:
        assert words_of(text) is None

    @pytest.mark.parametrize("text", ["Đến năm 2028, đa số xã có sân chơi", "Hằng năm, không để trẻ bỏ học"])
    def test_are_read_back(self, text: str) -> None:
        target = words_of(text)
        assert target is not None
        assert Target.parse(str(target)) == target
