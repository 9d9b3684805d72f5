"""The national frame: the bundled one, frames of one's own, and what a target is held against."""

import datetime
import re
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.catalogue.tables import Confidence, TargetRow, targets
from vstbpn.errors import CatalogueError, InvalidValueError, NotFoundError, VstbpnError
from vstbpn.goals.national.comparison import Ambition
from vstbpn.goals.national.frame import NationalFrame
from vstbpn.goals.national.strategy import StrategyKind
from vstbpn.goals.targets.target import Target
from vstbpn.references.acts.act import Act
from vstbpn.references.acts.acts import Acts
from vstbpn.values import evolve

FRAME = NationalFrame.bundled()
HEADER = "strategy,text_vi,comparator,value,unit,year"


class TestBundled:
    """Two strategies and three programmes, made once."""

    def test_it_is_made_once(self) -> None:
        assert NationalFrame.bundled() is FRAME
        assert repr(NationalFrame()) == "<NationalFrame: 0 strategies and programmes, 0 targets>"
        assert NationalFrame.from_rows(targets()) == FRAME
        assert hash(FRAME) == hash(NationalFrame.from_rows(targets()))

    def test_strategies_and_programmes(self) -> None:
        kinds = {one.id: one.kind for one in FRAME.strategies}
        assert [id_ for id_, kind in kinds.items() if kind is StrategyKind.STRATEGY] == ["28/NQ-CP@2021", "2351/QĐ-TTg"]
        assert [id_ for id_, kind in kinds.items() if kind is StrategyKind.PROGRAMME] == [
            "2282/QĐ-TTg", "2232/QĐ-TTg", "1790/QĐ-TTg",
        ]  # fmt: skip
        assert all(one.title for one in FRAME.strategies)

    def test_a_strategy_by_its_id_or_its_number_and_symbol(self) -> None:
        assert FRAME.strategy("28/NQ-CP") is FRAME.strategy("28/NQ-CP@2021")
        with pytest.raises(NotFoundError, match="28/NQ-CP@2021"):
            FRAME.strategy("29/NQ-CP")
        with pytest.raises(InvalidValueError, match="expected a text"):
            FRAME.strategy(28)  # type: ignore[arg-type]  # No text.
        twins = NationalFrame(
            strategies=(*FRAME.strategies, evolve(FRAME.strategy("28/NQ-CP"), id="28/NQ-CP@2022", targets=()))
        )
        with pytest.raises(NotFoundError, match="28/NQ-CP@2022"):
            twins.strategy("28/NQ-CP")

    def test_targets_of_a_day_and_a_confidence(self) -> None:
        assert len(FRAME.targets()) == len(targets())
        confirmed = FRAME.targets(confidence=Confidence.CONFIRMED)
        assert 0 < len(confirmed) < len(FRAME.targets())
        several = FRAME.targets(confidence=[Confidence.CONFIRMED, Confidence.PARTLY])
        assert set(several) - set(confirmed) == set(FRAME.targets(confidence=Confidence.PARTLY))
        assert FRAME.targets(confidence=()) == ()
        for wrong in ("sure", 5, ["sure"]):
            with pytest.raises(InvalidValueError):
                FRAME.targets(confidence=wrong)  # type: ignore[arg-type]  # None.
        assert FRAME.targets(datetime.date(2000, 1, 1)) == ()
        noon = datetime.datetime(2019, 1, 1, 12, tzinfo=datetime.UTC)
        assert FRAME.targets(noon) == FRAME.targets(datetime.date(2019, 1, 1))


class TestCandidates:
    """In one unit, about the same, due, and in force."""

    LEADERS = "cơ quan có lãnh đạo chủ chốt là nữ"

    def held(self, text: str, **how: Any) -> str | None:  # noqa: ANN401  # As compare takes them.
        found = FRAME.compare(Target.parse(text), **how)
        return (
            None if found is None else f"{found.national.number} {found.national.figure()} {found.national.due('en')}"
        )

    @pytest.mark.parametrize(
        ("year", "expected"),
        [(2024, None), (2025, "60% for 2025"), (2029, "60% for 2025"), (2030, "75% for 2030"), (2031, None)],
    )
    def test_the_last_milestone_at_or_before_the_year(self, year: int, expected: str | None) -> None:
        found = self.held(f"Đến năm {year}, 50% {self.LEADERS}")
        assert found == (None if expected is None else f"1.1 {expected}")
        assert self.held(f"đạt 50% {self.LEADERS}", year=year) == found

    @pytest.mark.parametrize(
        ("year", "expected"),
        [
            (2014, None),
            (2015, "113/100 for 2015"),
            # The ceiling rises until 2020, so that up to there nobody asks for less than that.
            (2018, "115/100 for 2020"),
            (2020, "115/100 for 2020"),
            (2025, "111/100 for 2025"),
            (2027, "111/100 for 2025"),
        ],
    )
    def test_where_the_next_milestone_asks_for_less_it_is_that_one(self, year: int, expected: str | None) -> None:
        found = self.held(f"Đến năm {year}, tỷ số giới tính khi sinh không quá 114/100")
        assert found == (None if expected is None else f"4.1 {expected}")

    def test_a_target_without_a_year_or_words_has_none(self) -> None:
        assert self.held(f"đạt 50% {self.LEADERS}") is None
        assert FRAME.candidates(evolve(Target.parse("đạt 50% xã"), population=None), year=2025) == ()

    def test_another_unit_or_a_change_has_none(self) -> None:
        assert self.held(f"Đến năm 2025, tăng 50% số {self.LEADERS}") is None
        assert self.held(f"Đến năm 2025, tối đa 50% {self.LEADERS}") is None

    def test_the_amendment_counts_from_its_day(self) -> None:
        advised = "Đến năm 2020, 80% người gây bạo lực gia đình được tư vấn"
        assert self.held(advised, on=datetime.date(2018, 7, 1)) == "6.2b 85% for 2020"
        assert self.held(advised, on=datetime.date(2018, 7, 2)) == "6.2b 75% for 2020"
        assert self.held(advised) == "6.2b 75% for 2020"
        assert self.held(advised, on=datetime.date(2022, 1, 1)) is None

    def test_a_strategy_stands_before_the_programme_that_repeats_it(self) -> None:
        target = Target.parse(
            "Đến năm 2025, 50% cơ quan quản lý nhà nước, chính quyền địa phương có lãnh đạo chủ chốt là nữ"
        )
        found = FRAME.compare(target)
        assert found is not None
        assert found.national.strategy == "28/NQ-CP@2021"
        assert [one.strategy for one in found.candidates] == ["28/NQ-CP@2021", "2282/QĐ-TTg"]
        reversed_ = NationalFrame(strategies=FRAME.strategies[::-1]).compare(target)
        assert reversed_ is not None
        assert reversed_.national == found.national

    def test_a_programme_alone(self) -> None:
        programmes = NationalFrame(strategies=FRAME.strategies[2:])
        found = programmes.compare(Target.parse(f"Đến năm 2025, 50% {self.LEADERS}"))
        assert found is not None
        assert found.national.strategy == "2282/QĐ-TTg"

    def test_two_that_are_alike_and_ask_for_different_things_give_none(self) -> None:
        rows = [
            TargetRow(
                strategy=id_, text_vi="nữ tham gia cấp ủy", comparator=">=", value=Decimal(value), unit="%", year="2026"
            )
            for id_, value in (("15/KH-UBND", 30), ("16/KH-UBND", 35))
        ]
        frame = NationalFrame.from_rows(rows)
        target = Target.parse("Đến năm 2026, 25% nữ tham gia cấp ủy")
        assert len(frame.candidates(target)) == 2
        assert frame.compare(target) is None

    @pytest.mark.parametrize(
        ("target", "how"),
        [
            ("đạt 50% xã", {}),
            (None, {}),
            (Target.parse("đạt 50% xã"), {"year": 1}),
            (Target.parse("đạt 50% xã"), {"year": 10**9}),
            (Target.parse("đạt 50% xã"), {"year": "2025"}),
            (Target.parse("đạt 50% xã"), {"year": True}),
            (Target.parse("đạt 50% xã"), {"year": 2025, "on": "2025-01-01"}),
        ],
    )
    def test_what_is_no_target_year_or_day(self, target: Any, how: Any) -> None:  # noqa: ANN401  # Of any class.
        with pytest.raises(InvalidValueError):
            FRAME.compare(target, **how)

    @given(strategies.targets())
    @settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
    def test_what_is_found_is_among_the_candidates(self, target: Target) -> None:
        found = FRAME.compare(target)
        if found is not None:
            assert found.candidates[0] is found.national
            assert set(found.candidates) == set(FRAME.candidates(target))
            assert found.ambition is not Ambition.NOT_COMPARABLE


class TestOwnFrames:
    """A frame of one's own, from rows or a table, or the bundled one with more."""

    def test_from_rows(self) -> None:
        acts = Acts(
            acts=(
                Act.of("Kế hoạch", "15/KH-UBND", "về công tác cán bộ nữ", id="15/KH-UBND", issuer="UBND tỉnh An Giang"),
            )
        )
        row = TargetRow(
            strategy="15/KH-UBND", kind="programme", period="2026-2030", goal_no="1", target_no="1.1",
            text_vi="nữ tham gia cấp ủy", comparator="between", value=Decimal(25), value_max=Decimal(30), unit="%",
            direction="raise", term="2026-2030", source="báo cáo năm; https://example.org", confidence=Confidence.CONFIRMED,
        )  # fmt: skip
        (strategy,) = NationalFrame.from_rows([row], acts=acts).strategies
        assert (strategy.title, str(strategy.period), strategy.kind) == (
            "về công tác cán bộ nữ",
            "2026-2030",
            StrategyKind.PROGRAMME,
        )
        (national,) = strategy.targets
        assert national.sources == ("báo cáo năm", "https://example.org")
        assert (national.target.year, str(national.target.period)) == (2030, "2026-2030")
        assert national.act.issuer == "UBND tỉnh An Giang"

    def test_from_a_table(self, tmp_path: Path) -> None:
        path = tmp_path / "targets.csv"
        path.write_text(
            f"{HEADER};\n".replace(";", "").replace(",", ";") + "tỉnh;nữ tham gia cấp ủy;>=;30;%;2026\n\n",
            encoding="utf-8",
        )
        (strategy,) = NationalFrame.from_csv(path).strategies
        assert strategy.id == "tỉnh"
        assert strategy.targets[0].confidence is Confidence.UNCONFIRMED
        assert NationalFrame.from_csv(f"{HEADER}\n") == NationalFrame()

    @pytest.mark.parametrize(
        ("cells", "fault"),
        [
            ("x,nữ,>=,,%,2026", "row 2"),
            ("x,nữ,more,30,%,2026", "row 2: invalid comparator"),
            ("x,nữ,>=,30,%,26", "row 2: invalid year '26': expected a year such as 2025"),
            ("x,nữ,>=,30,%,²026", "expected a year such as 2025"),
            ("x,nữ,>=,3o,%,2026", "row 2, column 'value': cannot read '3o'"),
            ("x,nữ,>=,30.5.1,%,2026", "cannot read '30.5.1': expected digits and a decimal point"),
            (",nữ,>=,30,%,2026", "row 2, column 'strategy' is empty"),
            ("x,,>=,30,%,2026", "row 2, column 'text_vi' is empty"),
            ("x,nữ", "row 2, column 'comparator' is empty"),
            ("x,nữ,>=,30,%,2026,,30", "row 2 has 8 cells, and the table 6 columns"),
            # Rows are counted as a spreadsheet counts them.
            ("\n\nx,nữ,>=,30,%,26", "row 4: invalid year"),
        ],
    )
    def test_faults_of_cells(self, cells: str, fault: str) -> None:
        with pytest.raises(CatalogueError, match=re.escape(fault)):
            NationalFrame.from_csv(f"{HEADER}\n{cells}\n")

    @pytest.mark.parametrize(
        ("change", "fault"),
        [
            ({"change": "y"}, "invalid change 'y'"),
            ({"kind": "plan"}, "invalid strategy kind"),
            ({"period": "2026"}, "invalid period '2026': expected two years"),
            ({"term": "26-30"}, "invalid term '26-30': expected two years"),
            ({"kind": "programme"}, "invalid kind 'programme': row 2, of the same strategy, has 'strategy'"),
            ({"period": "2026-2030"}, "invalid period '2026-2030': row 2, of the same strategy, has ''"),
            ({"direction": "up"}, "invalid direction"),
            ({"when": "soon"}, "invalid when"),
        ],
    )
    def test_faults_of_rows(self, change: dict[str, str], fault: str) -> None:
        row = TargetRow(strategy="x", text_vi="nữ", comparator=">=", value=Decimal(30), unit="%", year="2026")
        with pytest.raises(CatalogueError, match=f"row 3: .*{fault}"):
            NationalFrame.from_rows([row, evolve(row, **change)])

    def test_all_faults_are_told(self) -> None:
        with pytest.raises(CatalogueError) as caught:
            NationalFrame.from_csv(
                f"{HEADER}\nx,nữ,more,30,%,2026\nx,nữ,>=,30,%,2026\nx,nữ,>=,30,%,6\nx,nữ,>=,3o,%,2026\n"
            )
        assert [fault[:5] for fault in caught.value.faults] == ["row 2", "row 4", "row 5"]

    def test_columns(self) -> None:
        with pytest.raises(CatalogueError) as caught:
            NationalFrame.from_csv("strategy,text,comparator\nx,nữ,>=\n")
        assert caught.value.faults[0] == "there is no column 'text_vi'"
        assert caught.value.faults[1].startswith("unknown column 'text': expected some of strategy, act, kind")
        with pytest.raises(CatalogueError, match="there are two columns 'value'"):
            NationalFrame.from_csv("strategy,text_vi,comparator,value,value\n")

    def test_how_a_figure_is_written(self) -> None:
        table = (
            "strategy,text_vi,wording,comparator,value,unit,year\n"
            "x,tỷ số giới tính khi sinh,110 bé trai/100 bé gái,<=,110,/100,2030\n"
        )
        (target,) = NationalFrame.from_csv(table).targets()
        assert str(target.target) == "Đến năm 2030, tỷ số giới tính khi sinh không quá 110 bé trai/100 bé gái"

    @pytest.mark.parametrize("rows", ["x", b"x", 5, None, [5], ["x"]])
    def test_what_are_no_rows(self, rows: Any) -> None:  # noqa: ANN401  # Of any class.
        for make in (NationalFrame.from_rows, FRAME.with_targets):
            with pytest.raises(InvalidValueError):
                make(rows)

    def test_with_more_targets(self) -> None:
        first = FRAME.strategy("28/NQ-CP").targets[0]
        own = evolve(first, strategy="15/KH-UBND", number="1")
        more = FRAME.with_targets([own, evolve(first, number="9.9")])
        assert len(more.targets()) == len(FRAME.targets()) + 2
        assert more.strategy("28/NQ-CP").targets[-1].number == "9.9"
        assert more.strategy("15/KH-UBND").targets == (own,)
        assert len(FRAME.targets()) == len(targets())

    def test_a_strategy_stands_in_it_once(self) -> None:
        with pytest.raises(CatalogueError, match="there are two strategies '28/NQ-CP@2021'"):
            NationalFrame(strategies=(FRAME.strategies[0], FRAME.strategies[0]))
        with pytest.raises(InvalidValueError, match="expected a NationalStrategy"):
            NationalFrame(strategies=("28/NQ-CP",))  # type: ignore[arg-type]  # None.

    @given(st.text(max_size=60), st.sampled_from([HEADER, "strategy,text_vi,comparator", "x,y"]))
    def test_nothing_but_the_library_s_own_errors(self, cells: str, header: str) -> None:
        with suppress(VstbpnError):
            NationalFrame.from_csv(f"{header}\n{cells}\n")
