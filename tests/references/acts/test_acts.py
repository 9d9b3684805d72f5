"""The catalogue of acts: its making, its looking up, and how acts bear on each other."""

import datetime
import random
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.catalogue.tables import ActLink, Confidence
from vstbpn.errors import CatalogueError, InvalidValueError, NotFoundError, ParseError
from vstbpn.references.acts.act import Act
from vstbpn.references.acts.acts import Acts
from vstbpn.references.citing.reference import Reference
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.values import evolve
from vstbpn.vocabulary import ActRelation

BUNDLED = Acts.bundled()


def law(number: int, *, year: int = 2020, begins: str | None = None, ends: str | None = None) -> Act:
    """A law of that number, in force from one day through another."""
    return Act.of(
        "Luật",
        f"{number:02}/{year}/QH14",
        f"Luật số {number}",
        effective_from=datetime.date.fromisoformat(begins) if begins else None,
        effective_to=datetime.date.fromisoformat(ends) if ends else None,
    )


def link(later: Act | str, earlier: Act | str, relation: ActRelation = ActRelation.REPLACES) -> ActLink:
    """That one act bears on another."""
    ends = [end.id if isinstance(end, Act) else end for end in (later, earlier)]
    return ActLink(act=ends[0], relation=relation, other=ends[1])


ONE, TWO, THREE = law(1, ends="2021-12-31"), law(2, begins="2022-01-01", ends="2023-12-31"), law(3, begins="2024-01-01")


class TestMaking:
    """A catalogue is never changed: each ``with_…`` gives a new one."""

    def test_with_acts(self) -> None:
        some = Acts(acts=(ONE,))
        more = some.with_acts([TWO])
        assert (len(some), len(more)) == (1, 2)
        assert TWO in more
        assert TWO.id in more
        assert TWO not in some
        assert list(more) == [ONE, TWO]

    def test_an_act_takes_the_place_of_the_one_with_its_id(self) -> None:
        mended = evolve(ONE, title="Luật Một")
        assert Acts(acts=(ONE, TWO)).with_acts([mended]).get(ONE.id).title == "Luật Một"

    def test_another_catalogue_brings_its_relations(self) -> None:
        other = Acts(acts=(TWO,), relations=(link(TWO, ONE),))
        assert Acts(acts=(ONE,)).with_acts(other).replaced_by(ONE) == (TWO,)

    def test_with_relations(self) -> None:
        some = Acts(acts=(ONE, TWO))
        more = some.with_relations([link(TWO, ONE)])
        assert (some.replaced_by(ONE), more.replaced_by(ONE)) == ((), (TWO,))
        noted = evolve(link(TWO, ONE), note="một phần")
        assert more.with_relations([noted]).relations == (noted,)

    def test_without(self) -> None:
        some = Acts(acts=(ONE, TWO), relations=(link(TWO, ONE),))
        less = some.without(TWO.id)
        assert list(less) == [ONE]
        assert [str(act.symbol) for act in less.replaced_by(ONE)] == ["02/2020/QH14"]
        with pytest.raises(NotFoundError):
            some.without("9")

    def test_two_of_one_id(self) -> None:
        with pytest.raises(CatalogueError, match="2 acts have the id"):
            Acts(acts=(ONE, ONE))

    def test_a_circle(self) -> None:
        with pytest.raises(CatalogueError, match="in a circle"):
            Acts(relations=(link("a", "b"), link("b", "c", ActRelation.FOLLOWS), link("c", "a")))
        # To amend each other is no contradiction.
        mutual = (link("a", "b", ActRelation.AMENDS), link("b", "a", ActRelation.AMENDS))
        assert Acts(relations=mutual).relations == mutual

    @pytest.mark.parametrize("wrong", [{"acts": ("30/2020/NĐ-CP",)}, {"relations": (ONE,)}])
    def test_what_is_no_act(self, wrong: dict[str, tuple[object, ...]]) -> None:
        with pytest.raises(InvalidValueError):
            Acts(**wrong)  # type: ignore[arg-type]  # The point of the test.

    def test_the_bundled_one_is_made_once(self) -> None:
        assert Acts.bundled() is BUNDLED
        assert repr(BUNDLED) == f"<Acts: {len(BUNDLED)} acts, {len(BUNDLED.relations)} relations>"

    def test_importing_it_reads_no_table(self) -> None:
        code = "import vstbpn.references, vstbpn.catalogue.tables as t; print(t._load.cache_info().currsize)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout == "0\n"


class TestFinding:
    """By everything an act is known by."""

    def test_by_id(self) -> None:
        assert BUNDLED.get("73/2006/QH11").title == "Luật Bình đẳng giới"
        with pytest.raises(NotFoundError) as caught:
            BUNDLED.get("22-CT/TU")
        assert caught.value.candidates == ("22-CT/TU@An Giang-2013", "22-CT/TU@Hà Nội-2018")

    @pytest.mark.parametrize(
        ("given_", "candidates"),
        [
            ("30/2020/ND-CP", ("30/2020/NĐ-CP",)),
            ("30/NĐ-CP", ("30/2020/NĐ-CP",)),
            ("06/CT-TW", ("06-CT/TW",)),
            ("luật trẻ em", ("102/2016/QH13",)),
            ("31/2020/NĐ-CP", ()),
            ("xyz", ()),
        ],
    )
    def test_what_was_meant_by_an_id_that_is_none(self, given_: str, candidates: tuple[str, ...]) -> None:
        with pytest.raises(NotFoundError) as caught:
            BUNDLED.get(given_)
        assert caught.value.candidates == candidates

    @pytest.mark.parametrize("symbol", ["022-CT/TU", DocumentSymbol.parse("22-CT/TU")])
    def test_by_symbol(self, symbol: DocumentSymbol | str) -> None:
        assert [act.date_issued and act.date_issued.year for act in BUNDLED.find(symbol=symbol)] == [2013, 2018]

    def test_a_symbol_that_is_none(self) -> None:
        with pytest.raises(ParseError):
            BUNDLED.find(symbol="luật")

    def test_the_central_committee_is_spelt_two_ways(self) -> None:
        assert [act.id for act in BUNDLED.find(symbol="06-CT/TƯ")] == ["06-CT/TW"]

    def test_by_name(self) -> None:
        assert len(BUNDLED.find(name="LUẬT Phòng chống bạo lực gia đình")) == 2
        assert [act.id for act in BUNDLED.find(name="Hiến pháp")] == ["Hiến pháp 2013"]
        assert [act.id for act in BUNDLED.find(name="Công ước CEDAW")] == ["CEDAW"]

    def test_by_type_issuer_and_year(self) -> None:
        found = BUNDLED.find(type="thông tri", issuer="Thành ủy Hà Nội")
        assert [act.id for act in found] == ["22-TT/TU@Hà Nội-2015"]
        assert {act.symbol and act.symbol.year for act in BUNDLED.find(type="Luật", year=2025)} == {2025}
        assert BUNDLED.find(year=2025, name="Luật Trẻ em") == ()

    def test_the_same_number(self) -> None:
        assert len(BUNDLED.same_number(Reference.parse("Chỉ thị số 22-CT/TU ngày 01/01/2020"))) == 2
        assert BUNDLED.same_number(Reference.parse("Luật Trẻ em")) == ()


class TestRelations:
    """How acts bear on each other, from either end."""

    def test_the_bundled_ones(self) -> None:
        assert [act.id for act in BUNDLED.replaced_by("02/2007/QH12")] == ["13/2022/QH15"]
        assert [act.id for act in BUNDLED.implemented_by("73/2006/QH11")] == ["70/2008/NĐ-CP", "48/2009/NĐ-CP"]
        assert [act.id for act in BUNDLED.borne_on_by("22-CT/TU@Hà Nội-2018", ActRelation.IMPLEMENTS)] == ["21-CT/TW"]

    def test_an_act_outside_the_catalogue_is_known_by_its_citation(self) -> None:
        (consolidated,) = BUNDLED.bearing_on("45/2019/QH14", ActRelation.CONSOLIDATES)
        assert (consolidated.type, str(consolidated.symbol)) == ("Văn bản hợp nhất", "125/VBHN-VPQH")
        assert consolidated not in BUNDLED

    def test_what_is_not_sure_says_so(self) -> None:
        (found,) = (one for one in BUNDLED.links("55/2009/NĐ-CP") if one.relation is ActRelation.REPLACES)
        assert found.confidence is Confidence.UNCONFIRMED

    def test_an_act_may_be_named_by_a_number_it_alone_bears(self) -> None:
        some = Acts(acts=(ONE, TWO), relations=(link("02/2020/QH14", "01/2020/QH14"),))
        assert some.replaced_by("01/2020/QH14") == (TWO,)
        assert BUNDLED.chain("2351/QĐ-TTg") == (BUNDLED.get("28/NQ-CP@2021"),)

    def test_nothing_is_known_of_what_is_not_there(self) -> None:
        assert (BUNDLED.links("9"), BUNDLED.chain("9"), BUNDLED.amended_by("9")) == ((), (), ())


class TestChain:
    """What replaced or followed an act, step by step; it ends, and names no act twice."""

    ACTS = Acts(acts=(ONE, TWO, THREE), relations=(link(TWO, ONE), link(THREE, TWO, ActRelation.FOLLOWS)))

    def test_to_the_end(self) -> None:
        assert self.ACTS.chain(ONE) == (TWO, THREE)

    @pytest.mark.parametrize(
        ("day", "expected"), [("2021-06-01", ()), ("2022-06-01", (TWO,)), ("2024-06-01", (TWO, THREE))]
    )
    def test_to_what_is_in_force_on_a_day(self, day: str, expected: tuple[Act, ...]) -> None:
        assert self.ACTS.chain(ONE, on=datetime.date.fromisoformat(day)) == expected

    def test_it_stops_at_what_is_in_force(self) -> None:
        more = self.ACTS.with_acts([evolve(TWO, effective_to=None)]).with_relations(
            [link(THREE, TWO, ActRelation.FOLLOWS)]
        )
        assert [act.id for act in more.chain(ONE, on=datetime.date(2024, 6, 1))] == [TWO.id]

    def test_an_act_may_be_replaced_by_two(self) -> None:
        split = Acts(acts=(ONE, TWO, THREE), relations=(link(TWO, ONE), link(THREE, ONE)))
        assert split.chain(ONE) == (TWO, THREE)

    @pytest.mark.parametrize("act", BUNDLED.acts, ids=lambda act: act.id)
    def test_every_bundled_one_ends(self, act: Act) -> None:
        chain = BUNDLED.chain(act)
        assert act not in chain
        assert len({later.id for later in chain}) == len(chain)

    @given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12))
    def test_whatever_is_related(self, pairs: list[tuple[int, int]]) -> None:
        acts = tuple(law(number) for number in range(8))
        links = dict.fromkeys(link(acts[max(pair)], acts[min(pair)]) for pair in pairs if pair[0] != pair[1])
        catalogue = Acts(acts=acts, relations=tuple(links))
        for act in acts:
            chain = catalogue.chain(act)
            assert act not in chain
            assert len(set(chain)) == len(chain)


class TestOrder:
    """No answer hangs on the order of the rows."""

    def test_shuffled(self) -> None:
        acts, links = list(BUNDLED.acts), list(BUNDLED.relations)
        random.Random(5).shuffle(acts)  # noqa: S311  # Any order will do.
        random.Random(6).shuffle(links)  # noqa: S311  # Any order will do.
        shuffled = Acts(acts=tuple(acts), relations=tuple(links))
        for act in acts:
            assert shuffled.chain(act) == BUNDLED.chain(act)
            assert shuffled.links(act) == BUNDLED.links(act)
            assert shuffled.resolve(act.reference) == BUNDLED.resolve(act.reference)
            wrong = evolve(act.reference, symbol=DocumentSymbol.parse("45/QĐ-TTg"))
            assert shuffled.resolve(wrong) == BUNDLED.resolve(wrong)


class TestWrongKinds:
    """What is asked with something else than it takes is told, with what was expected."""

    @pytest.mark.parametrize("given_", [None, "abc", 5, [1], [Reference(name="Luật Trẻ em")]])
    def test_acts_and_relations(self, given_: Any) -> None:  # noqa: ANN401  # Wrong kinds on purpose.
        for add in (BUNDLED.with_acts, BUNDLED.with_relations):
            with pytest.raises(InvalidValueError, match=r"values of Act(?:Link)?\b"):
                add(given_)

    @pytest.mark.parametrize("read", [Acts.from_csv, Acts.from_json])
    @pytest.mark.parametrize("given_", [None, 5, {}])
    def test_sources(self, read: Any, given_: object) -> None:  # noqa: ANN401  # Either reader.
        with pytest.raises(InvalidValueError, match="expected a path, a text, bytes or an open file"):
            read(given_)

    @pytest.mark.parametrize(
        "ask",
        [
            lambda: BUNDLED.get(5),  # type: ignore[arg-type]  # Wrong kinds on purpose, in all of these.
            lambda: BUNDLED.without([]),  # type: ignore[arg-type]
            lambda: BUNDLED.links(None),  # type: ignore[arg-type]
            lambda: BUNDLED.chain(5),  # type: ignore[arg-type]
            lambda: BUNDLED.same_number("30/2020/NĐ-CP"),  # type: ignore[arg-type]
            lambda: BUNDLED.find(symbol=5),  # type: ignore[arg-type]
            lambda: BUNDLED.find(name=5),  # type: ignore[arg-type]
            lambda: BUNDLED.find(issuer=["Chính phủ"]),  # type: ignore[arg-type]
        ],
    )
    def test_questions(self, ask: Callable[[], object]) -> None:
        with pytest.raises(InvalidValueError, match="expected"):
            ask()
