"""Provisions: a class a clause of how they are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import InvalidValueError, ParseError, VstbpnError
from vstbpn.references.provision import LEVELS, Provision, read_provisions_before
from vstbpn.text import POINT_LETTERS


def named(text: str) -> list[str]:
    found = read_provisions_before(text, 0, len(text))
    return [str(provision) for provision in found.provisions] if found else []


class TestOne:
    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("Điều 12", "Điều 12"),
            ("điểm a khoản 2 Điều 5", "điểm a khoản 2 Điều 5"),
            ("Khoản 1 điều 7", "khoản 1 Điều 7"),
            ("khoản 2, Điều 5,", "khoản 2 Điều 5"),
            ("khoản 1 Điều 6a", "khoản 1 Điều 6a"),
            ("Mục 2 Chương IV", "Mục 2 Chương IV"),
            ("Phụ lục II", "Phụ lục II"),
            ("Phụ lục số 02", "Phụ lục 02"),
            ("điểm 2.1 khoản 2 Mục II", "điểm 2.1 khoản 2 Mục II"),
            ("Phần I", "Phần I"),
            ("điểm a\nkhoản 2\nĐiều 5 của ", "điểm a khoản 2 Điều 5"),
        ],
    )
    def test_it_is_read_and_written(self, text: str, written: str) -> None:
        assert str(Provision.parse(text)) == written

    def test_points_d_and_dd_differ(self) -> None:
        assert Provision.parse("điểm d khoản 1 Điều 2") != Provision.parse("điểm đ khoản 1 Điều 2")

    def test_english(self) -> None:
        assert Provision.parse("điểm a khoản 2 Điều 5").en == "point a, clause 2, Article 5"
        assert Provision.parse("từ Điều 5 đến Điều 9").en == "Article 5–9"


class TestLists:
    @pytest.mark.parametrize(
        ("text", "provisions"),
        [
            ("các Điều 8, 9 và 30 ", ["Điều 8", "Điều 9", "Điều 30"]),
            ("các điểm a, b, c và đ khoản 1 Điều 28", [f"điểm {p} khoản 1 Điều 28" for p in "abcđ"]),
            ("khoản 1 và khoản 3 Điều 7, Điều 9 của ", ["khoản 1 Điều 7", "khoản 3 Điều 7", "Điều 9"]),
            ("điểm a, b khoản 2 và khoản 3 Điều 5", ["điểm a khoản 2 Điều 5", "điểm b khoản 2 Điều 5", "khoản 3 Điều 5"]),
            ("điểm a khoản 1 Điều 3 và điểm c khoản 1 Điều 4", ["điểm a khoản 1 Điều 3", "điểm c khoản 1 Điều 4"]),
            ("Điều 1, 2 Chương II", ["Điều 1 Chương II", "Điều 2 Chương II"]),
            ("Phụ lục I, II", ["Phụ lục I", "Phụ lục II"]),
            ("khoản 3, 4 Điều 2", ["khoản 3 Điều 2", "khoản 4 Điều 2"]),
        ],
    )  # fmt: skip
    def test_each_member_is_one_provision(self, text: str, provisions: list[str]) -> None:
        assert named(text) == provisions


class TestRanges:
    @pytest.mark.parametrize(
        "text", ["từ Điều 5 đến Điều 9", "Điều 5 đến Điều 9 của ", "Điều 5 đến 9", "Điều 5-9", "Điều 5 – 9"]
    )
    def test_every_wording(self, text: str) -> None:
        assert named(text) == ["từ Điều 5 đến Điều 9"]

    def test_of_clauses_in_an_article(self) -> None:
        assert named("từ khoản 1 đến khoản 18 Điều 9") == ["từ khoản 1 đến khoản 18 Điều 9"]

    def test_of_points(self) -> None:
        assert named("từ điểm a đến điểm đ khoản 3 Điều 5") == ["từ điểm a đến điểm đ khoản 3 Điều 5"]


class TestWhereTheyEnd:
    @pytest.mark.parametrize(
        "text",
        ["", "Điều 5 quy định", "Điều 5. Căn cứ ", "Điều 5; ", "Điều 5\n\n", "Điều 5 Quy chế ban hành kèm theo ", "5", "năm 2020", "a ", "của "],
    )  # fmt: skip
    def test_nothing_else_may_stand_after_them(self, text: str) -> None:
        assert named(text) == []

    @pytest.mark.parametrize("words", ["ban hành kèm theo ", "kèm theo ", "được ban hành\nkèm theo "])
    def test_an_appendix_may_be_issued_with_the_act(self, words: str) -> None:
        assert named(f"Phụ lục III {words}") == ["Phụ lục III"]

    def test_the_span_takes_in_the_plural_word(self) -> None:
        found = read_provisions_before("theo các Điều 8, 9 của ", 0, 23)
        assert found is not None
        assert (found.start, found.end) == (5, 18)


class TestConstruction:
    @pytest.mark.parametrize(
        "fields", [{}, {"article": "năm"}, {"article": "5", "clause_to": "7"}, {"article_to": "9", "chapter": "I"}]
    )
    def test_ill_formed_provisions_raise(self, fields: dict[str, str]) -> None:
        with pytest.raises(InvalidValueError):
            Provision(**fields)

    @pytest.mark.parametrize("text", ["", "khoản", "Điều 5 và Điều 6", "theo Điều 5", "Điều 5 quy định"])
    def test_parse_takes_one_provision_alone(self, text: str) -> None:
        with pytest.raises(ParseError):
            Provision.parse(text)


NUMBERS = st.integers(1, 199).map(str)


class TestLaws:
    @given(NUMBERS, NUMBERS | st.none(), st.sampled_from(POINT_LETTERS) | st.none())
    def test_str_reads_back(self, article: str, clause: str | None, point: str | None) -> None:
        provision = Provision(article=article, clause=clause, point=point if clause else None)
        assert Provision.parse(str(provision)) == provision

    @given(st.text(alphabet="Điềukhoảnđểmụ abcdđ0123456789,và-–\n", max_size=60) | st.text(max_size=60))
    def test_nothing_but_library_errors(self, text: str) -> None:
        try:
            provision = Provision.parse(text)
        except VstbpnError:
            return
        assert any(getattr(provision, level) for level in LEVELS)
