"""Who takes a duty to report over when a unit ends."""

import datetime
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.calendars.duties.due import DueDay, DueMonth
from vstbpn.calendars.duties.handover import hand_over, hand_over_all
from vstbpn.calendars.duties.obligation import Obligation
from vstbpn.calendars.mentions.deadline import BeforePolicy
from vstbpn.calendars.reporting.period import PeriodKind
from vstbpn.calendars.reporting.windows import DataWindow
from vstbpn.errors import InvalidValueError, NotFoundError
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.shipped.directory import bundled, typical
from vstbpn.values import evolve

JULY = datetime.date(2025, 7, 1)
MARCH = datetime.date(2025, 3, 1)
DAY = datetime.timedelta(days=1)

HALF = Obligation(
    who="Phòng GDĐT", to_whom="Sở GDĐT", what="báo cáo công tác bình đẳng giới", period=PeriodKind.HALF,
    window=DataWindow.bundled("nd-09-2019"), due=DueDay(day=15, before=BeforePolicy.DAY_BEFORE),
    unit="phong-gddt", to_unit="so-gddt",
)  # fmt: skip


def duty(unit: str | None, to_unit: str | None) -> Obligation:
    return evolve(HALF, who=unit or "ai đó", to_whom=to_unit or "ai đó", unit=unit, to_unit=to_unit)


def pairs(parts: tuple[Obligation, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(str(part.start), part.unit, part.to_unit) for part in parts]


def act_of(source: str, date: datetime.date) -> set[str | None]:
    return {event.legal_basis for event in typical().events if source in event.sources and event.date == date}


class TestTheDistrictLevelEnds:
    """On 1 July 2025 every Phòng Giáo dục và Đào tạo went over (Nghị định 142/2025/NĐ-CP)."""

    def test_the_phong_goes_over_to_the_commune(self) -> None:
        before, after = hand_over(HALF, typical())
        assert act_of("phong-gddt", JULY) == {"142/2025/NĐ-CP"}
        assert (before.start, before.end, before.who) == (None, JULY, "Phòng GDĐT")
        assert (after.start, after.end, after.unit) == (JULY, None, "phong-vhxh")
        assert (after.who, after.to_whom) == ("Phòng Văn hóa - Xã hội", "Sở GDĐT")

    def test_the_first_half_is_the_phong_s_and_the_second_its_successor_s(self) -> None:
        borne = {
            str(turn.nominal_due): part.unit
            for part in hand_over(HALF, typical())
            for turn in part.occurrences(datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))
        }
        assert borne == {"2025-06-14": "phong-gddt", "2025-12-14": "phong-vhxh"}

    def test_the_year_is_its_successor_s(self) -> None:
        year = evolve(HALF, period=PeriodKind.YEAR)
        borne = [
            (part.unit, str(turn.period))
            for part in hand_over(year, typical())
            for turn in part.occurrences(datetime.date(2024, 1, 1), datetime.date(2025, 12, 31))
        ]
        assert borne == [("phong-gddt", "2024"), ("phong-vhxh", "2025")]

    def test_a_school_s_report_goes_to_who_it_hangs_under_then(self) -> None:
        """The Phòng went over to Phòng Văn hóa - Xã hội as well, but it is the Sở that guides the school."""
        before, after = hand_over(duty("truong-mam-non", "phong-gddt"), typical())
        assert (before.end, after.start, after.to_unit) == (JULY, JULY, "so-gddt")
        assert after.to_whom == typical().at(JULY).name("so-gddt")
        assert (before.who, after.who) == ("truong-mam-non", "truong-mam-non")

    def test_where_nobody_takes_over_it_ends(self) -> None:
        """The people's committees of districts ended (Nghị quyết 203/2025/QH15)."""
        (only,) = hand_over(duty("truong-mam-non", "ubnd-cap-huyen"), typical())
        assert (only.end, act_of("ubnd-cap-huyen", JULY)) == (JULY, {"203/2025/QH15"})


class TestTheDepartmentsOf2025:
    """About 1 March 2025 the Sở Lao động - Thương binh và Xã hội ended (Nghị định 45/2025/NĐ-CP)."""

    def test_its_work_on_gender_equality_is_taken_over_by_so_noi_vu(self) -> None:
        parts = hand_over(duty("so-ldtbxh", "ubnd-cap-tinh"), typical(), takers={"so-ldtbxh": "so-nv"})
        assert act_of("so-ldtbxh", MARCH) == {"45/2025/NĐ-CP"}
        assert pairs(parts) == [("None", "so-ldtbxh", "ubnd-cap-tinh"), ("2025-03-01", "so-nv", "ubnd-cap-tinh")]
        assert parts[1].who == "Sở Nội vụ"

    def test_where_nobody_tells_who_each_has_it(self) -> None:
        parts = hand_over(duty("so-ldtbxh", "ubnd-cap-tinh"), typical())
        assert [part.unit for part in parts] == ["so-ldtbxh", "so-gddt", "so-nv", "so-yt"]

    def test_where_both_ended_each_reports_to_its_own_ministry(self) -> None:
        """Bộ Lao động - Thương binh và Xã hội ended on the same day (Nghị quyết 176/2025/QH15)."""
        parts = hand_over(duty("so-ldtbxh", "bo-ldtbxh"), typical())
        assert [(part.unit, part.to_unit) for part in parts[1:]] == [
            ("so-gddt", "bo-gddt"), ("so-nv", "bo-nv"), ("so-yt", "bo-yt"),
        ]  # fmt: skip

    def test_a_merger_makes_two_duties_equal(self) -> None:
        merged = (
            evolve(duty("so-khdt", "ubnd-cap-tinh"), who="Sở KHĐT"),
            evolve(duty("so-tc", "ubnd-cap-tinh"), who="Sở TC"),
        )
        parts = list(hand_over_all(merged, typical()))
        assert [(part.unit, part.start) for part in parts] == [("so-khdt", None), ("so-tc", MARCH), ("so-tc", None)]

    def test_what_lives_on_keeps_its_duty(self) -> None:
        """Bộ Nội vụ gave religious affairs away, and reports as before."""
        assert hand_over(duty("bo-nv", "chinh-phu"), bundled()) == (duty("bo-nv", "chinh-phu"),)


class TestChains:
    """A successor that ends goes over to its own."""

    ROWS = """
id,kind,name,valid_from,valid_to,event,successors
a,other,Phòng A,,2020-12-31,merge,b
b,other,Phòng B,2021-01-01,2022-12-31,split,c; d
c,other,Phòng C,2023-01-01,2023-12-31,merge,e
d,other,Phòng D,2023-01-01,2024-12-31,merge,e
e,other,Phòng E,2024-01-01,,,
"""

    def test_they_are_followed_and_none_has_it_twice(self) -> None:
        directory = Directory.from_rows(self.ROWS)
        parts = hand_over(duty("a", None), directory)
        assert [(part.unit, str(part.start), str(part.end)) for part in parts] == [
            ("a", "None", "2021-01-01"), ("b", "2021-01-01", "2023-01-01"), ("c", "2023-01-01", "2024-01-01"),
            ("d", "2023-01-01", "2025-01-01"), ("e", "2024-01-01", "None"),
        ]  # fmt: skip

    def test_a_duty_that_starts_later_starts_with_who_stands_then(self) -> None:
        held = evolve(duty("a", None), start=datetime.date(2023, 6, 1), end=datetime.date(2023, 9, 1))
        parts = hand_over(held, Directory.from_rows(self.ROWS))
        assert [(part.unit, part.who) for part in parts] == [("c", "Phòng C"), ("d", "Phòng D")]
        assert all((part.start, part.end) == (held.start, held.end) for part in parts)

    def test_a_duty_does_not_start_before_its_unit(self) -> None:
        (only,) = hand_over(duty("e", None), Directory.from_rows(self.ROWS))
        assert (only.start, only.who) == (datetime.date(2024, 1, 1), "e")

    def test_a_report_to_who_ended_before_the_bearer_began_goes_to_who_stands_then(self) -> None:
        (only,) = hand_over(duty("e", "a"), Directory.from_rows(self.ROWS))[:1]
        assert (only.unit, only.to_unit, only.start) == ("e", "d", datetime.date(2024, 1, 1))


class TestTakers:
    def test_several_may_be_told(self) -> None:
        parts = hand_over(duty("so-ldtbxh", None), typical(), takers={"so-ldtbxh": ["so-yt", "so-nv"]})
        assert [part.unit for part in parts] == ["so-ldtbxh", "so-nv", "so-yt"]

    def test_nobody_may_have_taken_it_over(self) -> None:
        (only,) = hand_over(duty("so-ldtbxh", None), typical(), takers={"so-ldtbxh": ()})
        assert only.end == MARCH

    def test_who_is_no_successor_is_told(self) -> None:
        with pytest.raises(InvalidValueError, match="so-ldtbxh went over to so-gddt, so-nv, so-yt on 2025-03-01"):
            hand_over(duty("so-ldtbxh", None), typical(), takers={"so-ldtbxh": "so-tc"})

    def test_units_must_be_known(self) -> None:
        with pytest.raises(NotFoundError):
            hand_over(HALF, typical(), takers={"so-la": "so-nv"})


class TestFaults:
    def test_without_units_it_stays_as_it_is(self) -> None:
        assert hand_over(duty(None, None), typical()) == (duty(None, None),)

    @pytest.mark.parametrize("held", [duty("so-la", None), duty(None, "so-la")])
    def test_units_must_be_in_the_directory(self, held: Obligation) -> None:
        with pytest.raises(NotFoundError, match="the directory holds no such unit"):
            hand_over(held, typical())


def holders(directory: Directory, unit: str, day: datetime.date) -> set[str]:
    """Who holds on a day what was a unit's duty, followed one event after the other."""
    if directory.stands(unit, day):
        return {unit}
    ends = [name.end for name in directory.names if name.unit == unit and name.end and name.end <= day]
    if not ends or directory.stands(unit, max(ends)):
        return set()
    end = max(ends)
    takers = directory.successors(unit, end, since=end - DAY)
    return {holder for taker in takers for holder in holders(directory, taker.id, day)}


class TestLaws:
    """Each due day is borne by exactly the units that stand on it and took the duty over."""

    @settings(suppress_health_check=[HealthCheck.too_slow])
    @given(strategies.directories(), st.data())
    def test_each_due_day_has_its_bearers(self, directory: Directory, data: st.DataObject) -> None:
        unit = data.draw(st.sampled_from(directory.units)).id
        held = evolve(duty(unit, None), period=PeriodKind.YEAR, due=DueMonth())
        parts = hand_over(held, directory)
        for year in range(1999, 2038):
            due = datetime.date(year, 12, 31)
            bearers = [part.unit for part in parts for _ in part.occurrences(due, due)]
            assert len(bearers) == len(set(bearers))
            assert set(bearers) == holders(directory, unit, due)

    @settings(suppress_health_check=[HealthCheck.too_slow])
    @given(strategies.directories(), st.data())
    def test_both_sides_stand(self, directory: Directory, data: st.DataObject) -> None:
        one, other = (data.draw(st.sampled_from(directory.units)).id for _ in range(2))
        held = evolve(duty(one, other), period=PeriodKind.YEAR, due=DueMonth())
        parts = hand_over(held, directory)
        for year in range(1999, 2038):
            due = datetime.date(year, 12, 31)
            borne = [(part.unit, part.to_unit) for part in parts for _ in part.occurrences(due, due)]
            assert len(borne) == len(set(borne))
            for unit in {unit for pair in borne for unit in pair if unit}:
                assert directory.stands(unit, due)

    @given(strategies.obligations())
    def test_of_any_duty_the_parts_lie_within_it(self, obligation: Obligation) -> None:
        for part in hand_over(obligation, typical()):
            assert obligation.start is None or (part.start is not None and part.start >= obligation.start)
            assert obligation.end is None or (part.end is not None and part.end <= obligation.end)

    def test_many_come_as_one_by_one(self) -> None:
        duties = [duty(unit.id, None) for unit in typical().units]
        assert list(hand_over_all(iter(duties), typical())) == [
            part for one in duties for part in hand_over(one, typical())
        ]


class TestLinearTime:
    def test_time_grows_with_the_duties(self) -> None:
        taken: dict[int, float] = {}
        for _ in range(3):
            for count in (2_000, 4_000):
                duties = [duty("truong-mam-non", "phong-gddt")] * count
                start = process_time()
                assert sum(1 for _ in hand_over_all(duties, typical())) == 2 * count
                used = process_time() - start
                taken[count] = min(taken.get(count, used), used)
        assert taken[4_000] <= 2.8 * taken[2_000]
