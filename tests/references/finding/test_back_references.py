"""References back: a class a clause of what such words may mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.references.finding.back_references import BackReference, find_back_references, scan_back_references
from vstbpn.references.finding.scanning import find_references
from vstbpn.text import fold


def meant(text: str, own_type: str | None = None) -> list[str]:
    """Each with what it means, on one line."""
    return [_shown(one, text) for one in find_back_references(text, own_type=own_type)]


def _shown(one: BackReference, text: str) -> str:
    act = one.reference.format("vi-short") if one.reference else "itself" if one.own else "?"
    return f"{' '.join(one.span.of(text).split())} = {act}"


class TestTheDocumentItself:
    @pytest.mark.parametrize(
        ("text", "own_type"),
        [
            ("Kinh phí thực hiện Kế hoạch này", "Kế hoạch"),
            ("kinh phí thực hiện kế hoạch này", "Kế hoạch"),
            ("Quyết định này có hiệu lực từ ngày ký", "Quyết định"),
            ("theo Nghị định\nnày", "Nghị định"),
        ],
    )
    def test_by_its_type(self, text: str, own_type: str) -> None:
        (one,) = find_back_references(text, own_type=own_type)
        assert one.own
        assert one.mention is None
        assert one.type == own_type

    def test_its_type_is_told_by_its_title(self) -> None:
        text = "KẾ HOẠCH\nCông tác bình đẳng giới\nThực hiện Kế hoạch số 12/KH-UBND và Kế hoạch này"
        assert meant(text) == ["Kế hoạch này = itself"]

    def test_an_unknown_one_with_no_act_of_the_type_before(self) -> None:
        assert meant("Điều 3. Thông tư này có hiệu lực") == ["Thông tư này = itself"]

    def test_a_type_that_is_not_its_own_is_not_itself(self) -> None:
        assert meant("theo Nghị định này", "Kế hoạch") == ["Nghị định này = ?"]

    def test_its_own_number(self) -> None:
        text = "UBND TỈNH\nSố: 15/KH-UBND\nCăn cứ Kế hoạch số 12/KH-UBND"
        (one,) = find_back_references(text)
        assert one.own
        assert one.symbol is not None
        assert one.symbol.canonical == "15/KH-UBND"
        assert one.span.of(text) == "Số: 15/KH-UBND"
        assert [str(mention.reference) for mention in find_references(text)] == ["Kế hoạch số 12/KH-UBND"]


class TestAnActNamedBefore:
    @pytest.mark.parametrize(
        ("text", "meaning"),
        [
            ("Luật Trẻ em. Điều 5 Luật này", "Luật này = Điều 5 Luật Trẻ em"),
            ("Nghị định số 30/2020/NĐ-CP; Nghị định trên", "Nghị định trên = Nghị định số 30/2020/NĐ-CP"),
            ("Nghị định số 30/2020/NĐ-CP; Nghị định nêu trên", "Nghị định nêu trên = Nghị định số 30/2020/NĐ-CP"),
            ("Nghị định số 30/2020/NĐ-CP; Nghị định đó", "Nghị định đó = Nghị định số 30/2020/NĐ-CP"),
            (
                "Quyết định số 1/QĐ-TTg, Quyết định số 2/QĐ-TTg; quyết định nói trên",
                "quyết định nói trên = Quyết định số 2/QĐ-TTg",
            ),
            ("Luật Trẻ em, Nghị định số 1/2020/NĐ-CP; Luật này", "Luật này = Luật Trẻ em"),
            ("Bộ luật Lao động, Luật Trẻ em. Bộ luật này", "Bộ luật này = Bộ luật Lao động"),
        ],
    )
    def test_the_last_of_its_type(self, text: str, meaning: str) -> None:
        assert meant(text) == [meaning]

    def test_of_the_documents_own_type_with_tren(self) -> None:
        text = "Kế hoạch số 12/KH-UBND. Thực hiện Kế hoạch nêu trên, Kế hoạch này"
        assert meant(text, "Kế hoạch") == ["Kế hoạch nêu trên = Kế hoạch số 12/KH-UBND", "Kế hoạch này = itself"]

    def test_with_provisions(self) -> None:
        text = "Luật Trẻ em. Theo khoản 2 Điều 5 Luật này"
        (one,) = find_back_references(text)
        assert [str(provision) for provision in one.provisions] == ["khoản 2 Điều 5"]
        assert one.reference is not None
        assert str(one.reference) == "khoản 2 Điều 5 Luật Trẻ em"

    def test_nothing_named_before(self) -> None:
        assert meant("theo Nghị định nêu trên") == ["Nghị định nêu trên = ?"]


class TestOtherWords:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "nội dung này, địa phương này",
            "quy định này, chương trình này",
            "triển khai Kế hoạch trên địa bàn tỉnh",
            "Chương trình trên toàn quốc",
            "Kế hoạch\n\nnày",
            "Luật nàyo",
            "Luật Trẻ em",
        ],
    )
    def test_mean_no_document(self, text: str) -> None:
        assert meant(text) == []


class TestLaws:
    @given(
        st.lists(
            st.sampled_from(
                ["Luật Trẻ em", "Luật", "này", "trên", "Kế hoạch", "đó", "nêu", ".", "\n", "Số: 1/KH-X", "Điều 5"]
            )
        ).map(" ".join)
    )
    def test_spans_are_in_order_and_apart(self, text: str) -> None:
        done = 0
        for one in find_back_references(text):
            assert done <= one.span.start < one.span.end <= len(text)
            done = one.span.end

    def test_a_part_of_a_text_with_its_mentions(self) -> None:
        text = "Luật Trẻ em; Luật Giáo dục; Luật này; Luật này"
        folded = fold(text)
        (one,) = scan_back_references(folded, 0, text.index("; Luật này; ") + 10, mentions=find_references(text)[:1])
        assert one.mention == find_references(text)[0]
