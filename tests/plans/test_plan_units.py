"""The units a plan names, and which units of a directory they mean."""

import datetime
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.organisations.units.unit import DatedName, Link, OrganisationUnit
from vstbpn.plans.ending import Recipient
from vstbpn.plans.header import Header
from vstbpn.plans.plan import Plan
from vstbpn.plans.task import Task
from vstbpn.plans.units import PlanRole, PlanUnit, _decomposed_places
from vstbpn.reading.reading import read
from vstbpn.text import clean, fold
from vstbpn.values import Passage, Span

TWO_LEVELS = datetime.date(2025, 7, 1)
RENAMED = datetime.date(2025, 3, 1)
NAMES = (
    ("ag", UnitKind.PROVINCE, "Tỉnh An Giang"),
    ("ub", UnitKind.PROVINCE_COMMITTEE, "Ủy ban nhân dân tỉnh An Giang"),
    ("gd", UnitKind.DEPARTMENT, "Sở Giáo dục và Đào tạo tỉnh An Giang"),
    ("nv", UnitKind.DEPARTMENT, "Sở Nội vụ tỉnh An Giang"),
    ("yt", UnitKind.DEPARTMENT, "Sở Y tế tỉnh An Giang"),
    ("vh", UnitKind.DEPARTMENT, "Sở Văn hóa, Thể thao và Du lịch tỉnh An Giang"),
    ("tc", UnitKind.OFFICE, "Phòng Tổ chức cán bộ"),
    ("ls-ub", UnitKind.PROVINCE_COMMITTEE, "Ủy ban nhân dân tỉnh Lạng Sơn"),
    ("ls-nv", UnitKind.DEPARTMENT, "Sở Nội vụ tỉnh Lạng Sơn"),
    ("pt-1", UnitKind.UPPER_SECONDARY_SCHOOL, "Trường Trung học phổ thông Hoa Sen"),
    ("pt-2", UnitKind.UPPER_SECONDARY_SCHOOL, "Trường Trung học phổ thông Hoa Sen"),
    ("lx", UnitKind.COMMUNE_COMMITTEE, "Ủy ban nhân dân phường Long Xuyên"),
    ("th-lx", UnitKind.PRIMARY_SCHOOL, "Trường Tiểu học Hoa Mai"),
    ("vt", UnitKind.COMMUNE_COMMITTEE, "Ủy ban nhân dân xã Vĩnh Trạch"),
)
NEW = frozenset({"lx", "th-lx", "vt"})
DIRECTORY = Directory(
    units=(*(OrganisationUnit(id=unit, kind=kind) for unit, kind, _ in NAMES), OrganisationUnit(id="ld", kind=UnitKind.DEPARTMENT)),
    names=(
        *(DatedName(unit=unit, name=name, start=TWO_LEVELS if unit in NEW else None) for unit, _, name in NAMES),
        DatedName(unit="ld", name="Sở Lao động - Thương binh và Xã hội tỉnh An Giang", end=RENAMED),
    ),
    links=(
        *(Link(child=child, parent="ub", line=Line.TERRITORIAL) for child in ("gd", "nv", "yt", "vh", "ld")),
        *(Link(child=child, parent="ub", line=Line.TERRITORIAL, start=TWO_LEVELS) for child in ("lx", "vt")),
        Link(child="th-lx", parent="lx", line=Line.TERRITORIAL, start=TWO_LEVELS),
        Link(child="tc", parent="gd", line=Line.TERRITORIAL),
        Link(child="pt-1", parent="gd", line=Line.PROFESSIONAL),
        Link(child="pt-2", parent="gd", line=Line.PROFESSIONAL),
    ),
    events=(ChangeEvent(date=RENAMED, kind=EventKind.MERGE, sources=("ld",), targets=("nv",)),),
)  # fmt: skip
TEXT = """UBND TỈNH AN GIANG
SỞ GIÁO DỤC VÀ ĐÀO TẠO
Số: 112/KH-SGDĐT
An Giang, ngày 09 tháng 02 năm 2026

KẾ HOẠCH
Công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026

I. NHIỆM VỤ
1. Tập huấn về bình đẳng giới cho cán bộ quản lý.
- Đơn vị chủ trì: Phòng TCCB.
- Đơn vị phối hợp: Sở Nội vụ, Sở Văn hóa, Thể thao và Du lịch và Sở Y tế; các trường.
II. TỔ CHỨC THỰC HIỆN
- Các trường mầm non, tiểu học, trung học cơ sở báo cáo kết quả trước ngày 15/12/2026.
- Sở Y tế, Sở Nội vụ phối hợp tuyên truyền.

Nơi nhận:
- UBND tỉnh (để báo cáo);
- Các đồng chí Ủy viên Ban VSTBPN;
- Như trên;
- Lưu: VT, TCCB.
"""


def plan_of(
    *, owner: str | None = None, issuer: str | None = None, superior: str | None = None, **header: object
) -> Plan:
    task = Task(text="Việc", unit=Passage(text=owner) if owner else None)
    return Plan(
        header=Header(
            issuer=Passage(text=issuer) if issuer else None,
            superior=Passage(text=superior) if superior else None,
            **header,  # type: ignore[arg-type]  # Fields of a header.
        ),
        tasks=(task,),
    )


def owners(plan: Plan, on: datetime.date | None = None) -> list[tuple[str, list[str]]]:
    units = plan.units(DIRECTORY, on)
    return [(str(unit), [one.id for one in unit.candidates]) for unit in units if unit.role is PlanRole.TASK_OWNER]


def told(text: str) -> list[tuple[str, str, str, str | None]]:
    plan = read(text).plan
    assert plan is not None
    return [
        (unit.role.value, unit.pointer, str(unit), unit.unit.id if unit.unit else None)
        for unit in plan.units(DIRECTORY)
    ]


WANTED = [
    ("issuer", "/header/issuer", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "gd"),
    ("superior", "/header/superior", "UBND TỈNH AN GIANG", "ub"),
    ("task-owner", "/tasks/0/unit", "Phòng TCCB", "tc"),
    ("partner", "/tasks/0/partners/0", "Sở Nội vụ", "nv"),
    ("partner", "/tasks/0/partners/0", "Sở Văn hóa, Thể thao và Du lịch", "vh"),
    ("partner", "/tasks/0/partners/0", "Sở Y tế", "yt"),
    ("partner", "/tasks/0/partners/1", "các trường", None),
    ("task-owner", "/tasks/1/unit", "Các trường mầm non, tiểu học, trung học cơ sở", None),
    ("task-owner", "/tasks/2/unit", "Sở Y tế", "yt"),
    ("task-owner", "/tasks/2/unit", "Sở Nội vụ", "nv"),
    ("recipient", "/recipients/0", "UBND tỉnh", "ub"),
    ("recipient", "/recipients/1", "Các đồng chí Ủy viên Ban VSTBPN", None),
    ("recipient", "/recipients/2", "Như trên", None),
    ("recipient", "/recipients/3", "VT, TCCB", None),
]


class TestOfAPlan:
    def test_all_are_told_with_role_and_pointer(self) -> None:
        assert told(TEXT) == WANTED

    def test_both_forms_of_the_letters_say_the_same(self) -> None:
        assert told(unicodedata.normalize("NFD", TEXT)) == WANTED

    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_each_stands_where_it_says(self, form: Literal["NFC", "NFD"]) -> None:
        text = unicodedata.normalize(form, TEXT)
        plan = read(text).plan
        assert plan is not None
        for unit in plan.units(DIRECTORY):
            assert unit.words.span is not None
            there = clean(fold(unit.words.span.of(text)).text)
            if unit.role is PlanRole.RECIPIENT:
                assert unit.words.text in there
            else:
                assert there == unit.words.text

    def test_a_list_whose_blanks_were_lost_stands_as_a_whole(self) -> None:
        text = TEXT.replace("Sở Y tế, Sở Nội vụ", "Sở Y tế,  Sở Nội vụ")
        plan = read(text).plan
        assert plan is not None
        listed = [unit for unit in plan.units(DIRECTORY) if unit.pointer == "/tasks/2/unit"]
        assert [unit.words.span.of(text) for unit in listed if unit.words.span] == ["Sở Y tế,  Sở Nội vụ"] * 2
        assert [unit.unit.id for unit in listed if unit.unit] == ["yt", "nv"]

    def test_one_without_a_place_has_parts_without_one(self) -> None:
        [first, second] = plan_of(owner="Sở Y tế; Sở Nội vụ", issuer="UBND tỉnh An Giang").units(DIRECTORY)[1:]
        assert first.words.span is None
        assert (str(first), str(second)) == ("Sở Y tế", "Sở Nội vụ")

    def test_without_a_directory_the_bundled_one_is_meant(self) -> None:
        plan = plan_of(issuer="BỘ GIÁO DỤC VÀ ĐÀO TẠO", date=PartialDate(year=2026))
        assert [unit.unit.id for unit in plan.units() if unit.unit] == ["bo-gddt"]

    def test_a_blank_plan_names_none(self) -> None:
        assert Plan().units(DIRECTORY) == ()

    def test_arguments_of_other_types_are_refused(self) -> None:
        with pytest.raises(InvalidValueError):
            Plan().units("danh bạ")  # type: ignore[arg-type]  # The wrong type is the point.
        with pytest.raises(InvalidValueError):
            Plan().units(DIRECTORY, "2026")  # type: ignore[arg-type]  # The wrong type is the point.


class TestContext:
    @pytest.mark.parametrize(
        ("header", "unit"),
        [
            ({"issuer": "UBND TỈNH AN GIANG"}, "nv"),
            ({"issuer": "SỞ Y TẾ", "superior": "UBND TỈNH AN GIANG"}, "nv"),
            ({"issuer": "SỞ CÔNG THƯƠNG", "superior": "UBND TỈNH LẠNG SƠN"}, "ls-nv"),
            ({"issuer": "SỞ CÔNG THƯƠNG TỈNH LẠNG SƠN"}, "ls-nv"),
            ({"issuer": "SỞ CÔNG THƯƠNG", "place": Passage(text="Lạng Sơn")}, "ls-nv"),
            ({"issuer": "SỞ Y TẾ", "superior": "UBND TỈNH", "place": Passage(text="An Giang")}, "nv"),
        ],
    )
    def test_is_the_issuer_else_its_superior_else_the_province(self, header: dict[str, object], unit: str) -> None:
        plan = plan_of(owner="Sở Nội vụ", **header)  # type: ignore[arg-type]  # Fields of a header.
        assert owners(plan) == [("Sở Nội vụ", [unit])]

    def test_without_any_a_name_of_two_provinces_has_none(self) -> None:
        assert owners(plan_of(owner="Sở Nội vụ")) == [("Sở Nội vụ", [])]

    @pytest.mark.parametrize("words", ["Phòng TCCB", "Sở", "Phòng TCCB Sở", "Văn phòng Sở"])
    def test_of_an_unknown_issuer_is_not_that_of_its_neighbours(self, words: str) -> None:
        plan = plan_of(owner=words, issuer="SỞ CÔNG THƯƠNG", superior="UBND TỈNH AN GIANG")
        assert owners(plan) == [(words, [])]

    def test_of_an_unknown_issuer_still_tells_offices_by_their_body(self) -> None:
        plan = plan_of(owner="Phòng TCCB Sở GDĐT tỉnh An Giang", issuer="SỞ CÔNG THƯƠNG", superior="UBND TỈNH AN GIANG")
        assert owners(plan) == [("Phòng TCCB Sở GDĐT tỉnh An Giang", ["tc"])]

    @pytest.mark.parametrize(("words", "unit"), [("Sở", "gd"), ("Phòng TCCB Sở", "tc"), ("UBND", "ub"), ("Tỉnh", "ag")])
    def test_of_a_known_issuer_tells_its_own(self, words: str, unit: str) -> None:
        plan = plan_of(owner=words, issuer="SỞ GD&ĐT", superior="UBND TỈNH AN GIANG")
        assert owners(plan) == [(words, [unit])]

    def test_several_that_fit_are_all_candidates(self) -> None:
        [unit] = plan_of(owner="Trường THPT Hoa Sen").units(DIRECTORY)
        assert unit.unit is None
        assert [one.id for one in unit.candidates] == ["pt-1", "pt-2"]


class TestPlaceAndHeader:
    @pytest.mark.parametrize("issuer", [None, "BAN VSTBPN", "SỞ Y TẾ"])
    @pytest.mark.parametrize("place", ["An Giang", "tỉnh An Giang"])
    def test_the_place_tells_the_province_of_a_local_body(self, issuer: str | None, place: str) -> None:
        plan = plan_of(owner="Sở Nội vụ", issuer=issuer, place=Passage(text=place))
        assert owners(plan) == [("Sở Nội vụ", ["nv"])]

    def test_the_place_may_be_written_in_letters(self) -> None:
        plan = plan_of(
            owner="UBND Thành phố", place=Passage(text="Tp.HCM"), date=PartialDate(year=2026, month=2, day=1)
        )
        [unit] = plan.units()
        assert [one.id for one in unit.candidates] == ["ubnd-thanh-pho-ho-chi-minh-2025"]

    def test_a_central_body_issues_in_a_province_too(self) -> None:
        plan = plan_of(owner="Sở Nội vụ", issuer="BỘ CÔNG THƯƠNG", place=Passage(text="An Giang"))
        assert owners(plan) == [("Sở Nội vụ", [])]

    def test_a_province_of_old_is_no_context(self) -> None:
        header = {"place": Passage(text="Bến Tre"), "date": PartialDate(year=2026, month=2, day=1)}
        [unit] = plan_of(owner="UBND tỉnh", **header).units()  # type: ignore[arg-type]  # Fields of a header.
        assert unit.candidates == ()

    def test_a_territory_in_the_header_is_no_body(self) -> None:
        plan = plan_of(owner="Sở Nội vụ", issuer="TRƯỜNG THPT HOA MAI", superior="TỈNH AN GIANG")
        [_, superior, owner] = plan.units(DIRECTORY)
        assert (superior.candidates, owner.unit and owner.unit.id) == ((), "nv")

    @pytest.mark.parametrize("words", ["UBND phường", "UBND xã", "Trường TH Hoa Mai", "Phòng TCCB"])
    def test_a_place_that_is_not_known_has_no_other_stand_in(self, words: str) -> None:
        header = {"superior": "UBND PHƯỜNG MỸ THỚI", "place": Passage(text="An Giang")}
        for issuer in ("TRƯỜNG MẦM NON HOA LAN", "TRƯỜNG TIỂU HỌC HOA MAI"):
            plan = plan_of(owner=words, issuer=issuer, **header)  # type: ignore[arg-type]  # Fields of a header.
            assert owners(plan) == [(words, [])]
            assert plan.units(DIRECTORY)[0].candidates == ()

    def test_what_tells_its_own_place_is_known_still(self) -> None:
        plan = plan_of(owner="UBND phường Long Xuyên", superior="UBND PHƯỜNG MỸ THỚI", place=Passage(text="An Giang"))
        assert owners(plan) == [("UBND phường Long Xuyên", ["lx"])]

    def test_a_school_under_another_body_like_the_superior_is_not_the_issuer(self) -> None:
        header = {"superior": "UBND XÃ VĨNH TRẠCH", "place": Passage(text="An Giang")}
        plan = plan_of(issuer="TRƯỜNG TIỂU HỌC HOA MAI", **header)  # type: ignore[arg-type]  # Fields of a header.
        assert [unit.candidates for unit in plan.units(DIRECTORY)[:1]] == [()]
        header["superior"] = "UBND PHƯỜNG LONG XUYÊN"
        plan = plan_of(issuer="TRƯỜNG TIỂU HỌC HOA MAI", **header)  # type: ignore[arg-type]  # Fields of a header.
        assert [unit.unit and unit.unit.id for unit in plan.units(DIRECTORY)[:2]] == ["th-lx", "lx"]


class TestDay:
    OWNER = "Sở LĐTBXH tỉnh An Giang"

    @pytest.mark.parametrize(
        ("header", "stands"),
        [
            ({"date": PartialDate(year=2025, month=2, day=28)}, True),
            ({"date": PartialDate(year=2025, month=3)}, False),
            ({"date": PartialDate(year=2025)}, True),
            ({"date": PartialDate(month=4), "title": Passage(text="Kế hoạch năm 2024")}, True),
            ({"title": Passage(text="Kế hoạch giai đoạn 2025 - 2030")}, True),
            ({"title": Passage(text="Kế hoạch năm 2026")}, False),
            ({"title": Passage(text="Kế hoạch năm 0000")}, False),
            ({}, False),
        ],
    )
    def test_is_that_of_the_plan_else_the_last_state_known(self, header: dict[str, object], stands: bool) -> None:
        plan = plan_of(owner=self.OWNER, **header)  # type: ignore[arg-type]  # Fields of a header.
        assert owners(plan) == [(self.OWNER, ["ld"] if stands else [])]

    def test_a_year_that_changed_a_unit_gives_both(self) -> None:
        units = plan_of(owner="UBND tỉnh", issuer="UBND TỈNH AN GIANG", date=PartialDate(year=2025)).units()
        assert [[one.id for one in unit.candidates] for unit in units] == [
            ["ubnd-tinh-an-giang", "ubnd-tinh-an-giang-2025"]
        ] * 2
        [unit] = plan_of(issuer="UBND TỈNH AN GIANG", date=PartialDate(year=2025, month=7)).units()
        assert unit.unit is not None
        assert unit.unit.id == "ubnd-tinh-an-giang-2025"

    def test_units_that_stand_no_more_are_told(self) -> None:
        plan = plan_of(owner="Sở LĐTBXH", issuer="UBND TỈNH AN GIANG", date=PartialDate(year=2026))
        [issuer, owner] = plan.units(DIRECTORY)
        assert (owner.candidates, [unit.id for unit in owner.ended]) == ((), ["ld"])
        assert issuer.ended == ()

    def test_may_be_given(self) -> None:
        plan = plan_of(owner=self.OWNER, date=PartialDate(year=2026))
        assert owners(plan, datetime.date(2024, 1, 1)) == [(self.OWNER, ["ld"])]


class TestLists:
    @pytest.mark.parametrize(
        ("words", "parts"),
        [
            ("Sở Nội vụ, Sở Tài chính và Sở Y tế", ["Sở Nội vụ", "Sở Tài chính", "Sở Y tế"]),
            ("Sở Nội vụ; UBND các xã, phường", ["Sở Nội vụ", "UBND các xã, phường"]),
            (
                "Sở Văn hóa, Thể thao và Du lịch, Đoàn Thanh niên",
                ["Sở Văn hóa, Thể thao và Du lịch", "Đoàn Thanh niên"],
            ),
            ("Sở Tài chính, Sở Nội vụ và các đơn vị liên quan", ["Sở Tài chính", "Sở Nội vụ", "các đơn vị liên quan"]),
            ("HĐND và UBND tỉnh", ["HĐND", "UBND tỉnh"]),
            ("Sở Y tế và Sở Nội vụ.", ["Sở Y tế", "Sở Nội vụ"]),
        ],
    )
    def test_give_one_each(self, words: str, parts: list[str]) -> None:
        assert [text for text, _ in owners(plan_of(owner=words))] == parts

    @pytest.mark.parametrize(
        "words",
        [
            "Các sở, ban, ngành",
            "UBND các xã, phường",
            "Sở Văn hóa, Thể thao và Du lịch",
            "Sở Giáo dục và Đào tạo",
            "Văn phòng HĐND và UBND tỉnh",
            "Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh",
            "Các trường mầm non, tiểu học",
            "Như trên, Sở Nội vụ",
            "Các Phòng GDĐT",
        ],
    )  # fmt: skip
    def test_what_is_one_name_stays_one(self, words: str) -> None:
        assert [text for text, _ in owners(plan_of(owner=words))] == [words]


class TestLaws:
    @given(strategies.plans())
    def test_any_plan_has_an_answer(self, plan: Plan) -> None:
        units = plan.units(DIRECTORY)
        assert units == plan.units(DIRECTORY)
        roles = [unit.role for unit in units]
        assert roles[:1] == [PlanRole.ISSUER]
        assert sum(role is PlanRole.RECIPIENT for role in roles) >= len(plan.recipients)
        assert all(unit.pointer.startswith("/") for unit in units)

    @given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=30), st.integers(0, 50))
    def test_any_words_have_an_answer(self, words: str, issuer: str, place: str, start: int) -> None:
        span = Span(start, start + len(words))
        plan = Plan(
            header=Header(issuer=Passage(text=issuer), place=Passage(text=place)),
            tasks=(Task(text="Việc", unit=Passage(text=words, span=span)),),
            recipients=(Recipient(name=words, span=span),),
        )
        for unit in plan.units(DIRECTORY)[1:]:
            assert unit.words.span is not None
            assert unit.words.span in span
            assert unit.words.text in words

    @given(
        st.lists(
            st.sampled_from(["Sở Nội vụ", "Sở Y tế", "UBND các xã", "Hội LHPN", "ban", "Các phòng", "HĐND"]),
            min_size=1,
            max_size=6,
        ),
        st.sampled_from([", ", "; ", " và ", " cùng "]),
        st.sampled_from(["NFC", "NFD"]),
    )
    def test_parts_slice_back(self, names: list[str], joint: str, form: Literal["NFC", "NFD"]) -> None:
        words = joint.join(names)
        source = unicodedata.normalize(form, f"- {words} phối hợp")
        issuer = unicodedata.normalize(form, "Sở Y tế")
        span = Span(2, 2 + len(unicodedata.normalize(form, words)))
        plan = Plan(
            header=Header(issuer=Passage(text="Sở Y tế", span=Span(0, len(issuer)))),
            tasks=(Task(text="Việc", unit=Passage(text=words, span=span)),),
        )
        for unit in plan.units(DIRECTORY)[1:]:
            assert unit.words.span is not None
            assert unicodedata.normalize("NFC", unit.words.span.of(source)) == unit.words.text

    @given(strategies.plan_units())
    def test_the_unit_is_the_one_candidate(self, unit: PlanUnit) -> None:
        assert (unit.unit is None) == (len(unit.candidates) != 1)
        assert not (unit.candidates and unit.ended)
        assert str(unit) == unit.words.text


class TestPlacesWithMarksApart:
    """A long list of units is gone through once, each part beginning where the one before it ended."""

    @given(st.lists(st.text("Sở Y tế, ộẫ;", max_size=9), max_size=9))
    def test_each_part_is_at_the_place_of_its_letters(self, parts: list[str]) -> None:
        text, places = "", []
        for part in parts:
            places.append((len(text), len(text) + len(part)))
            text += f"{part}, và "
        apart = unicodedata.normalize("NFD", text)
        found = [apart[start:end] for start, end in _decomposed_places(text, places)]
        assert found == [unicodedata.normalize("NFD", part) for part in parts]
