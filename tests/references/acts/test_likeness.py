"""How alike titles and names are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.references.acts.likeness import ALIKE, UNLIKE, name_key, name_likeness, title_likeness

STRATEGY = "phê duyệt Chiến lược phát triển gia đình Việt Nam đến năm 2030"


class TestTitles:
    @pytest.mark.parametrize(
        "other",
        [
            STRATEGY.upper(),
            f"Về việc {STRATEGY}",
            "Chiến lược phát triển gia đình Việt Nam",
            "phê duyệt Chiến lược phát triển gia đình Việt Nam đến năm 2030 và tổ chức thực hiện tại địa phương",
        ],
    )
    def test_alike(self, other: str) -> None:
        assert title_likeness(STRATEGY, other) >= ALIKE
        assert title_likeness(other, STRATEGY) >= ALIKE

    @pytest.mark.parametrize(
        "other",
        [
            "phê duyệt Chương trình phòng, chống bạo lực gia đình trong tình hình mới đến năm 2025",
            "về công tác văn thư",
            "phê duyệt Chiến lược phát triển gia đình Việt Nam đến năm 2020",
            "",
        ],
    )
    def test_unlike(self, other: str) -> None:
        assert title_likeness(STRATEGY, other) <= UNLIKE

    def test_what_carries_out_one_resolution_is_not_what_carries_out_another(self) -> None:
        title = "ban hành Chương trình hành động của Chính phủ thực hiện Nghị quyết số {}-NQ/TW"
        assert title_likeness(title.format(11), title.format(21)) <= UNLIKE

    @given(st.text(), st.text())
    def test_any_two_texts(self, one: str, other: str) -> None:
        assert 0 <= title_likeness(one, other) == title_likeness(other, one) <= 1
        assert 0 <= name_likeness(one, other) == name_likeness(other, one) <= 1


class TestNames:
    def test_commas_and_case_do_not_count(self) -> None:
        assert name_key("LUẬT Phòng, chống  mua bán người") == name_key("Luật phòng chống mua bán người")

    def test_a_law_is_not_the_one_that_amends_it(self) -> None:
        assert name_likeness("Luật Trẻ em", "Luật sửa đổi, bổ sung một số điều của Luật Trẻ em") < ALIKE
