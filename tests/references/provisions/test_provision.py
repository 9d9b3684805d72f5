"""Provisions: a class a clause of how they are named."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.errors import InvalidValueError, ParseError, VstbpnError
from vstbpn.references.provisions.labels import LEVELS
from vstbpn.references.provisions.provision import Provision
from vstbpn.references.provisions.scanning import read_provisions_before
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
        assert Provision.parse("từ Điều 5 đến Điều 9").en == "Articles 5–9"
        assert Provision(article="5", clause="1", clause_to="3").en == "clauses 1–3, Article 5"
        assert Provision(appendix="I", appendix_to="III").en == "Appendices I–III"
        assert Provision(appendix="").en == "Appendix"


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


class TestLevels:
    @pytest.mark.parametrize(
        ("text", "provision"),
        [
            ("tiết a điểm 1 khoản 2", Provision(item="a", point="1", clause="2")),
            ("Tiểu mục 1 Mục 2 Chương III", Provision(subsection="1", section="2", chapter="III")),
            ("mục III, phần II", Provision(section="III", part="II")),
            ("mục 2 Phụ lục I", Provision(section="2", appendix="I")),
            ("Mục II.3", Provision(section="II.3")),
            ("mục 1.2", Provision(section="1.2")),
            ("Phần thứ  nhất", Provision(part="thứ nhất")),
            ("Phụ lục", Provision(appendix="")),
            ("Điều 5 (khoản 2)", Provision(article="5", clause="2")),
            ("Điều 5 khoản 2 điểm a", Provision(article="5", clause="2", point="a")),
            ("Điều 5, khoản 2, điểm a", Provision(article="5", clause="2", point="a")),
            ("Chương II Điều 7", Provision(chapter="II", article="7")),
            ("điểm b1 khoản 2a Điều 5đ", Provision(article="5đ", clause="2a", point="b1")),
            ("ĐIỂM A KHOẢN 2 ĐIỀU 5", Provision(article="5", clause="2", point="a")),
            ("điểm a của khoản 2 thuộc Điều 5", Provision(article="5", clause="2", point="a")),
            ("Phần thứ nhất Điều 5", Provision(part="thứ nhất", article="5")),
        ],
    )
    def test_of_every_kind_in_either_order(self, text: str, provision: Provision) -> None:
        assert Provision.parse(text) == provision
        assert Provision.parse(str(provision)) == provision

    @pytest.mark.parametrize(
        ("text", "provisions"),
        [
            ("Điều 5 và Chương II", ["Điều 5", "Chương II"]),
            ("Chương II, Điều 7", ["Chương II", "Điều 7"]),
            ("Điều 7, Phụ lục I", ["Điều 7", "Phụ lục I"]),
            ("Điều 7, Chương II", ["Điều 7 Chương II"]),
            ("Điều 5 và khoản 2", ["khoản 2 Điều 5"]),
            ("Điều 5; khoản 2", ["Điều 5", "khoản 2"]),
            ("Điều 5 khoản 1 và Điều 6 khoản 2", ["khoản 1 Điều 5", "khoản 2 Điều 6"]),
            ("khoản 1 Điều 3 hoặc Điều 4", ["khoản 1 Điều 3", "Điều 4"]),
            ("điểm a khoản 1, 2 Điều 5", ["điểm a khoản 1 Điều 5", "khoản 2 Điều 5"]),
            ("khoản 1, khoản 2 các Điều 5, 6", ["khoản 1 Điều 5", "khoản 2 Điều 5", "Điều 6"]),
            ("từ Điều 1 đến Điều 3, Điều 7", ["từ Điều 1 đến Điều 3", "Điều 7"]),
            ("từ Chương I đến Chương III", ["từ Chương I đến Chương III"]),
            ("Phụ lục I - V", ["từ Phụ lục I đến Phụ lục V"]),
            ("Điều 5, 7 đến 9 và 11", ["Điều 5", "từ Điều 7 đến Điều 9", "Điều 11"]),
            ("Điều 5,6 và/hoặc Điều 7", ["Điều 5", "Điều 6", "Điều 7"]),
        ],
    )
    def test_beside_and_under_each_other(self, text: str, provisions: list[str]) -> None:
        assert [str(provision) for provision in Provision.parse_all(text)] == provisions


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
        "fields",
        [
            {},
            {"article": "năm"},
            {"article": ""},
            {"point": "f"},
            {"chapter": "IIX"},
            {"article": "5", "clause_to": "7"},
            {"article_to": "9", "chapter": "I"},
            {"article": "9", "article_to": "5"},
            {"article": "5", "article_to": "5"},
            {"clause": "a", "clause_to": "5"},
            {"article": "5", "article_to": "x"},
            {"appendix": "", "appendix_to": ""},
        ],
    )
    def test_ill_formed_provisions_raise(self, fields: dict[str, str]) -> None:
        with pytest.raises(InvalidValueError):
            Provision(**fields)

    @pytest.mark.parametrize("label", [5, ["5"], True, b"5", 1.5])
    def test_labels_that_are_no_text_are_told(self, label: Any) -> None:  # noqa: ANN401  # The wrong kind of value.
        for level in LEVELS:
            for field in (level, f"{level}_to"):
                with pytest.raises(InvalidValueError, match=f"as a level of {level} bears"):
                    Provision(**{level: "1", field: label})

    @pytest.mark.parametrize("text", ["", "khoản", "Điều 5 và Điều 6", "theo Điều 5", "Điều 5 quy định"])
    def test_parse_takes_one_provision_alone(self, text: str) -> None:
        with pytest.raises(ParseError):
            Provision.parse(text)


NUMBERS = st.integers(1, 199).map(str)


class TestContains:
    @pytest.mark.parametrize(
        ("outer", "inner"),
        [
            ("Điều 5", "Điều 5"), ("Điều 5", "khoản 2 Điều 5"), ("Điều 5", "điểm a Điều 5"), ("Chương II", "Mục 1 Chương II"),
            ("từ khoản 1 đến khoản 5 Điều 9", "khoản 3 Điều 9"), ("từ Điều 5 đến Điều 9", "Điều 7a"),
            ("từ Điều 5 đến Điều 9", "từ Điều 6 đến Điều 8"), ("Điều 5 Chương II", "khoản 2 Điều 5"),
            ("Điều 5", "Điều 5 Chương II"), ("Phụ lục", "Mục 1 Phụ lục"), ("Điều 05", "Điều 5"),
        ],
    )  # fmt: skip
    def test_what_lies_in_it(self, outer: str, inner: str) -> None:
        assert Provision.parse(outer).contains(Provision.parse(inner))

    @pytest.mark.parametrize(
        ("outer", "inner"),
        [
            ("khoản 2 Điều 5", "Điều 5"), ("Điều 5", "Điều 6"), ("Điều 5", "khoản 2"), ("khoản 2", "khoản 2 Điều 5"),
            ("từ khoản 1 đến khoản 5 Điều 9", "từ khoản 4 đến khoản 6 Điều 9"), ("Điều 5", "Điều 5 Phụ lục I"),
            ("Điều 5 Chương II", "Điều 5 Chương III"), ("điểm a Điều 5", "điểm a khoản 1 Điều 5"), ("Chương II", "Điều 7"),
            ("điểm d khoản 1", "điểm đ khoản 1"),
        ],
    )  # fmt: skip
    def test_what_does_not(self, outer: str, inner: str) -> None:
        assert not Provision.parse(outer).contains(Provision.parse(inner))

    @given(strategies.provisions())
    def test_each_contains_itself_and_its_members(self, provision: Provision) -> None:
        assert provision.contains(provision)
        assert all(provision.contains(member) for member in provision.expand())


class TestExpand:
    def test_a_range_of_clauses(self) -> None:
        each = Provision.parse("từ khoản 1 đến khoản 18 Điều 9").expand()
        assert [one.clause for one in each] == [str(number) for number in range(1, 19)]
        assert {(one.article, one.clause_to) for one in each} == {("9", None)}

    @pytest.mark.parametrize(
        "text", ["Điều 5", "từ Điều 5a đến Điều 9b", "từ điểm a đến điểm c từ khoản 1 đến khoản 3"]
    )
    def test_what_cannot_be_told_stays_whole(self, text: str) -> None:
        provision = Provision.parse(text)
        assert provision.expand() == (provision,)

    @given(strategies.provisions())
    def test_members_are_in_order(self, provision: Provision) -> None:
        keys = [one.sort_key for one in provision.expand()]
        assert keys == sorted(keys)
        assert provision.is_range or len(keys) == 1


class TestOrder:
    def test_as_in_the_act(self) -> None:
        texts = ["Điều 5", "khoản 1 Điều 5", "điểm d khoản 1 Điều 5", "điểm đ khoản 1 Điều 5", "điểm e khoản 1 Điều 5",
                 "khoản 2 Điều 5", "Điều 5a", "Điều 6", "Điều 10", "Phụ lục", "Phụ lục I", "Phụ lục II"]  # fmt: skip
        provisions = [Provision.parse(text) for text in texts]
        mixed = provisions[::-2] + provisions[-2::-2]
        assert sorted(mixed, key=lambda one: one.sort_key) == provisions


class TestLaws:
    @given(strategies.provisions())
    def test_parse_is_the_inverse_of_str(self, provision: Provision) -> None:
        assert Provision.parse(str(provision)) == provision
        assert Provision.parse_all(str(provision)) == (provision,)
        assert eval(repr(provision)) == provision  # noqa: S307  # A repr of our own.

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
