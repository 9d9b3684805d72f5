"""Finding units by name as written: any writing, a context, what is ambiguous, what is like it."""

import datetime
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.errors import InvalidValueError, NotFoundError
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.names.keys import loose_key, name_key
from vstbpn.organisations.names.places import NameParts, parts_of, without_province_rank
from vstbpn.organisations.shipped.directory import bundled
from vstbpn.organisations.snapshot import Snapshot
from vstbpn.organisations.units.events import ChangeEvent, EventKind
from vstbpn.organisations.units.kinds import Line, UnitKind
from vstbpn.organisations.units.unit import DatedName, Link, OrganisationUnit

DAY, LATER = datetime.date(2024, 9, 5), datetime.date(2025, 9, 5)
END = datetime.date(2025, 7, 1)
_PROFESSIONAL, _TERRITORIAL = Line.PROFESSIONAL, Line.TERRITORIAL

NAMES = (
    ("cp", UnitKind.GOVERNMENT, "Chính phủ"),
    ("bgddt", UnitKind.MINISTRY, "Bộ Giáo dục và Đào tạo"),
    ("bnv", UnitKind.MINISTRY, "Bộ Nội vụ"),
    ("ag", UnitKind.PROVINCE, "Tỉnh An Giang"),
    ("ub-ag", UnitKind.PROVINCE_COMMITTEE, "Ủy ban nhân dân tỉnh An Giang"),
    ("gd-ag", UnitKind.DEPARTMENT, "Sở Giáo dục và Đào tạo tỉnh An Giang"),
    ("nv-ag", UnitKind.DEPARTMENT, "Sở Nội vụ tỉnh An Giang"),
    ("ld-ag", UnitKind.DEPARTMENT, "Sở Lao động - Thương binh và Xã hội tỉnh An Giang"),
    ("tccb-ag", UnitKind.OFFICE, "Phòng Tổ chức cán bộ"),
    ("ts", UnitKind.DISTRICT, "Huyện Thoại Sơn"),
    ("ub-ts", UnitKind.DISTRICT_COMMITTEE, "Ủy ban nhân dân huyện Thoại Sơn"),
    ("gd-ts", UnitKind.DIVISION, "Phòng Giáo dục và Đào tạo huyện Thoại Sơn"),
    ("mn8-ts", UnitKind.KINDERGARTEN, "Trường Mầm non 8"),
    ("hoa-sen-ts", UnitKind.KINDERGARTEN, "Trường Mầm non Hoa Sen"),
    ("xa", UnitKind.COMMUNE_COMMITTEE, "Ủy ban nhân dân xã Vĩnh Trạch, tỉnh An Giang"),
    ("cb", UnitKind.PROVINCE, "Tỉnh Cao Bằng"),
    ("ub-cb", UnitKind.PROVINCE_COMMITTEE, "Ủy ban nhân dân tỉnh Cao Bằng"),
    ("tp-cb", UnitKind.DISTRICT, "Thành phố Cao Bằng"),
    ("ub-tp-cb", UnitKind.DISTRICT_COMMITTEE, "Ủy ban nhân dân thành phố Cao Bằng"),
    ("p-cb", UnitKind.COMMUNE_COMMITTEE, "Ủy ban nhân dân phường Nùng Trí Cao"),
    ("nv-cb", UnitKind.DEPARTMENT, "Sở Nội vụ"),
    ("mn8-cb", UnitKind.KINDERGARTEN, "Trường Mầm non 8"),
    ("thpt-hb", UnitKind.UPPER_SECONDARY_SCHOOL, "Trường Trung học phổ thông Hòa Bình"),
    ("hn", UnitKind.PROVINCE, "Thành phố Hà Nội"),
    ("gd-hn", UnitKind.DEPARTMENT, "Sở Giáo dục và Đào tạo Hà Nội"),
    ("ub-hcm", UnitKind.PROVINCE_COMMITTEE, "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
    ("yt-hcm", UnitKind.DEPARTMENT, "Sở Y tế Thành phố Hồ Chí Minh"),
    ("pgd-q5", UnitKind.DIVISION, "Phòng Giáo dục và Đào tạo Quận 5"),
)
LINKS = (
    ("bgddt", "cp", _PROFESSIONAL),
    ("bnv", "cp", _PROFESSIONAL),
    ("gd-ag", "bgddt", _PROFESSIONAL),
    ("nv-ag", "bnv", _PROFESSIONAL),
    ("gd-ag", "ub-ag", _TERRITORIAL),
    ("nv-ag", "ub-ag", _TERRITORIAL),
    ("tccb-ag", "gd-ag", _TERRITORIAL),
    ("ts", "ag", _TERRITORIAL),
    ("ub-ts", "ub-ag", _TERRITORIAL),
    ("gd-ts", "ub-ts", _TERRITORIAL),
    ("gd-ts", "gd-ag", _PROFESSIONAL),
    ("mn8-ts", "gd-ts", _PROFESSIONAL),
    ("mn8-ts", "ub-ts", _TERRITORIAL),
    ("hoa-sen-ts", "gd-ts", _PROFESSIONAL),
    ("tp-cb", "cb", _TERRITORIAL),
    ("ub-tp-cb", "ub-cb", _TERRITORIAL),
    ("nv-cb", "ub-cb", _TERRITORIAL),
    ("mn8-cb", "ub-tp-cb", _TERRITORIAL),
)
LINKS_SINCE_2025 = (
    ("mn8-ts", "gd-ag", _PROFESSIONAL),
    ("hoa-sen-ts", "gd-ag", _PROFESSIONAL),
    ("mn8-ts", "xa", _TERRITORIAL),
    ("mn8-cb", "p-cb", _TERRITORIAL),
)


@pytest.fixture(scope="module")
def directory() -> Directory:
    districts = {UnitKind.DISTRICT, UnitKind.DISTRICT_COMMITTEE, UnitKind.DIVISION}
    ended = {unit for unit, kind, _ in NAMES if kind in districts}
    lasting = [
        Link(child=child, parent=parent, line=line) for child, parent, line in LINKS if not {child, parent} & ended
    ]
    ending = [
        Link(child=child, parent=parent, line=line, end=END) for child, parent, line in LINKS if {child, parent} & ended
    ]
    new = [Link(child=child, parent=parent, line=line, start=END) for child, parent, line in LINKS_SINCE_2025]
    return Directory(
        units=tuple(OrganisationUnit(id=unit, kind=kind) for unit, kind, _ in NAMES),
        names=tuple(DatedName(unit=unit, name=name, end=END if unit in ended else None) for unit, _, name in NAMES),
        links=(*lasting, *ending, *new),
        events=tuple(ChangeEvent(date=END, kind=EventKind.ABOLISH, sources=(unit,)) for unit in ended),
    )


@pytest.fixture(scope="module")
def snapshot(directory: Directory) -> Snapshot:
    return directory.at(DAY)


def ids(snapshot: Snapshot, text: str, within: OrganisationUnit | str | None = None) -> list[str]:
    return [unit.id for unit in snapshot.find_by_name(text, within=within)]


class TestAnyWriting:
    @pytest.mark.parametrize(
        ("written", "unit"),
        [
            ("Uỷ ban nhân dân tỉnh An Giang", "ub-ag"),
            ("UBND TỈNH AN GIANG", "ub-ag"),
            ("ubnd tỉnh an giang", "ub-ag"),
            ("UBND An Giang", "ub-ag"),
            ("- UBND tỉnh An Giang;", "ub-ag"),
            ("UBND\u00a0tỉnh\u00a0An\u00a0Giang", "ub-ag"),
            (unicodedata.normalize("NFD", "Ủy ban nhân dân tỉnh An Giang"), "ub-ag"),
            ("Sở GD&ĐT tỉnh An Giang", "gd-ag"),
            ("Sở GDĐT An Giang", "gd-ag"),
            ("Sở GD-ĐT An Giang", "gd-ag"),
            ("SỞ GIÁO DỤC & ĐÀO TẠO AN GIANG", "gd-ag"),
            ("Sở Giáo dục - Đào tạo An Giang", "gd-ag"),
            ("sở gd&đt an giang", "gd-ag"),
            ("Sở GD&\u00d0T An Giang", "gd-ag"),
            ("SGDĐT An Giang", "gd-ag"),
            ("Sở LĐ-TB&XH An Giang", "ld-ag"),
            ("Sở LĐTBXH tỉnh An Giang", "ld-ag"),
            ("Sở Lao động, Thương binh và Xã hội tỉnh An Giang", "ld-ag"),
            ("sở Lao động Thương binh Xã hội An Giang", "ld-ag"),
            ("An Giang", "ag"),
            ("tỉnh An Giang.", "ag"),
            ("Hà Nội", "hn"),
            ("TP. Hà Nội", "hn"),
            ("TP Hà Nội", "hn"),
            ("T.P Hà Nội", "hn"),
            ("UBND TPHCM", "ub-hcm"),
            ("UBND TP.HCM", "ub-hcm"),
            ("UBND TP HCM", "ub-hcm"),
            ("UBND TpHCM", "ub-hcm"),
            ("Ủy ban Nhân dân Thành phố Hồ Chí Minh", "ub-hcm"),
            ("Sở Y tế TP. Hồ Chí Minh", "yt-hcm"),
            ("Sở y tế Hồ Chí Minh", "yt-hcm"),
            ("Sở GDĐT thành phố Hà Nội", "gd-hn"),
            ("Phòng GDĐT Thoại Sơn", "gd-ts"),
            ("Phòng GDĐT huyện Thoại Sơn, tỉnh An Giang", "gd-ts"),
            ("PGDĐT quận 5", "pgd-q5"),
            ("UBND xã Vĩnh Trạch", "xa"),
            ("Trường MN Hoa Sen", "hoa-sen-ts"),
            ("trường mn hoa sen", "hoa-sen-ts"),
            ("Trường MN Hoa Sen, huyện Thoại Sơn", "hoa-sen-ts"),
            ("Sở Nội vụ tỉnh Cao Bằng", "nv-cb"),
            ("Sở Nội vụ Cao Bằng", "nv-cb"),
            ("Phòng TCCB Sở GDĐT tỉnh An Giang", "tccb-ag"),
        ],
    )
    def test_finds_the_unit(self, snapshot: Snapshot, written: str, unit: str) -> None:
        assert ids(snapshot, written) == [unit]

    @pytest.mark.parametrize(
        ("written", "unit"),
        [
            ("Cao Bằng", "cb"),
            ("thành phố Cao Bằng", "tp-cb"),
            ("UBND TP Cao Bằng", "ub-tp-cb"),
            ("UBND Cao Bằng", "ub-cb"),
        ],
    )
    def test_tells_a_city_from_the_province_of_its_name(self, snapshot: Snapshot, written: str, unit: str) -> None:
        assert ids(snapshot, written) == [unit]

    def test_a_city_that_is_not_known_is_not_the_province(self, snapshot: Snapshot) -> None:
        assert ids(snapshot, "thành phố An Giang") == []

    def test_an_exact_name_goes_before_looser_ones(self, snapshot: Snapshot) -> None:
        assert ids(snapshot, "Sở Nội vụ") == ["nv-cb"]

    def test_a_name_of_several_units_gives_them_all_in_order(self, snapshot: Snapshot) -> None:
        assert ids(snapshot, "Trường MN 8") == ["mn8-ts", "mn8-cb"]

    def test_a_school_is_not_taken_for_its_namesake_province(self, snapshot: Snapshot) -> None:
        assert ids(snapshot, "Trường THPT Hòa Bình") == ["thpt-hb"]
        assert ids(snapshot, "Trường THPT Hoà Bình", "Hòa Bình") == ["thpt-hb"]

    @pytest.mark.parametrize("written", ["", "Xin chào", "Sở", "Sở Tư pháp tỉnh An Giang", "Lưu: VT", "Như trên", ";"])
    def test_what_is_no_unit_finds_none(self, snapshot: Snapshot, written: str) -> None:
        assert ids(snapshot, written) == []

    def test_only_units_of_the_day_are_found(self, directory: Directory) -> None:
        later = directory.at(LATER)
        assert ids(later, "Huyện Thoại Sơn") == []
        assert [unit.id for unit in directory.find("huyện thoại sơn")] == ["ts"]


class TestAtAnyTime:
    def test_finds_by_looser_keys_too(self, directory: Directory) -> None:
        assert [unit.id for unit in directory.find("Phòng GDĐT Thoại Sơn")] == ["gd-ts"]
        assert [unit.id for unit in directory.find("ubnd tỉnh an giang")] == ["ub-ag"]
        assert directory.find("Sở Tư pháp") == ()

    def test_needs_a_text(self, directory: Directory) -> None:
        with pytest.raises(InvalidValueError):
            directory.find(12)  # type: ignore[arg-type]  # The wrong type is the point.


class TestWithin:
    @pytest.mark.parametrize(
        ("written", "within", "unit"),
        [
            ("UBND tỉnh", "An Giang", "ub-ag"),
            ("Ủy ban nhân dân tỉnh", "tỉnh An Giang", "ub-ag"),
            ("UBND tỉnh", "ag", "ub-ag"),
            ("UBND tỉnh", "gd-ag", "ub-ag"),
            ("UBND tỉnh", "mn8-ts", "ub-ag"),
            ("UBND", "gd-ag", "ub-ag"),
            ("UBND", "mn8-ts", "ub-ts"),
            ("Sở Nội vụ", "An Giang", "nv-ag"),
            ("Sở Nội vụ", "gd-ag", "nv-ag"),
            ("Sở Nội vụ", "ub-cb", "nv-cb"),
            ("Sở LĐTBXH", "gd-ag", "ld-ag"),
            ("Sở GD&ĐT", "mn8-ts", "gd-ag"),
            ("Sở", "mn8-ts", "gd-ag"),
            ("Sở", "tccb-ag", "gd-ag"),
            ("Phòng", "mn8-ts", "gd-ts"),
            ("Phòng GDĐT", "mn8-ts", "gd-ts"),
            ("Phòng GDĐT", "An Giang", "gd-ts"),
            ("UBND huyện", "hoa-sen-ts", "ub-ts"),
            ("UBND xã", "An Giang", "xa"),
            ("Trường MN 8", "An Giang", "mn8-ts"),
            ("Trường MN 8", "gd-ag", "mn8-ts"),
            ("Trường MN 8", "Cao Bằng", "mn8-cb"),
            ("Nhà trường", "mn8-cb", "mn8-cb"),
            ("Phòng Tổ chức cán bộ", "gd-ag", "tccb-ag"),
            ("Tỉnh", "gd-ag", "ag"),
            ("UBND thành phố", "mn8-cb", "ub-tp-cb"),
            # What lies elsewhere is found if it tells its own place, or lies in no province.
            ("Bộ Nội vụ", "mn8-cb", "bnv"),
            ("Chính phủ", "An Giang", "cp"),
            ("UBND tỉnh Cao Bằng", "gd-ag", "ub-cb"),
            ("Sở Nội vụ tỉnh Cao Bằng", "gd-ag", "nv-cb"),
            ("Bộ", "gd-ag", "bgddt"),
            ("Sở Nội vụ", "bnv", "nv-ag"),
            # What is said to belong to another is looked for under that.
            ("Phòng TCCB Sở", "mn8-ts", "tccb-ag"),
            ("Phòng TCCB thuộc Sở GDĐT", "nv-ag", "tccb-ag"),
            ("Phòng TCCB, Sở GDĐT tỉnh An Giang", "cb", "tccb-ag"),
        ],
    )
    def test_the_nearest_is_meant(self, snapshot: Snapshot, written: str, within: str, unit: str) -> None:
        assert ids(snapshot, written, within) == [unit]

    def test_it_may_be_given_as_a_unit(self, snapshot: Snapshot) -> None:
        assert ids(snapshot, "UBND tỉnh", snapshot.unit("gd-ag")) == ["ub-ag"]

    def test_a_place_may_be_known_by_the_names_in_it_alone(self) -> None:
        unit = OrganisationUnit(id="yt", kind=UnitKind.DEPARTMENT)
        small = Directory(units=(unit,), names=(DatedName(unit="yt", name="Sở Y tế tỉnh Lạng Sơn"),)).at(DAY)
        assert small.find_by_name("Sở Y tế", within="Lạng Sơn") == (unit,)
        assert small.find_by_name("Sở Y tế", within="tỉnh An Giang") == ()

    def test_another_provinces_unit_is_not_meant(self, snapshot: Snapshot) -> None:
        assert ids(snapshot, "Sở Nội vụ", "hn") == []
        assert ids(snapshot, "UBND xã Vĩnh Trạch", "Cao Bằng") == []

    def test_the_office_of_another_body_is_not_meant(self, snapshot: Snapshot) -> None:
        assert ids(snapshot, "Phòng Tổ chức cán bộ", "nv-ag") == []
        assert ids(snapshot, "Phòng Tổ chức cán bộ", "bnv") == []

    def test_an_office_may_bear_the_name_of_its_body(self) -> None:
        units = (OrganisationUnit(id="so", kind=UnitKind.DEPARTMENT), OrganisationUnit(id="vp", kind=UnitKind.OFFICE))
        names = (
            DatedName(unit="so", name="Sở Y tế tỉnh Lạng Sơn"),
            DatedName(unit="vp", name="Văn phòng Sở Y tế tỉnh Lạng Sơn"),
        )
        link = Link(child="vp", parent="so", line=_TERRITORIAL)
        small = Directory(units=units, names=names, links=(link,)).at(DAY)
        for written in ("Văn phòng", "Văn phòng Sở", "Văn phòng Sở Y tế", "VP Sở Y tế tỉnh Lạng Sơn"):
            assert ids(small, written, "so") == ["vp"]

    def test_a_province_is_not_taken_for_a_place_in_it(self) -> None:
        units = (OrganisationUnit(id="x", kind=UnitKind.COMMUNE_COMMITTEE),)
        names = (DatedName(unit="x", name="Ủy ban nhân dân xã Vĩnh Trạch, tỉnh An Giang"),)
        small = Directory(units=units, names=names).at(DAY)
        assert ids(small, "UBND tỉnh An Giang") == []
        assert ids(small, "UBND xã Vĩnh Trạch", "An Giang") == ["x"]

    def test_several_may_be_meant(self, snapshot: Snapshot) -> None:
        assert ids(snapshot, "Sở", "An Giang") == ["gd-ag", "nv-ag", "ld-ag"]

    def test_the_day_counts(self, directory: Directory) -> None:
        later = directory.at(LATER)
        assert ids(later, "UBND xã", "mn8-ts") == ["xa"]
        assert ids(later, "UBND tỉnh", "mn8-ts") == ["ub-ag"]
        assert ids(later, "Phòng GDĐT", "mn8-ts") == []

    @pytest.mark.parametrize("within", ["Atlantis", "", "huyện Thoại Sơn xa"])
    def test_it_must_be_known(self, snapshot: Snapshot, within: str) -> None:
        with pytest.raises(NotFoundError):
            snapshot.find_by_name("Sở Nội vụ", within=within)

    def test_it_must_stand_on_the_day(self, directory: Directory) -> None:
        with pytest.raises(NotFoundError):
            directory.at(LATER).find_by_name("Sở Nội vụ", within=directory.unit("ts"))

    def test_it_must_be_a_text_or_a_unit(self, snapshot: Snapshot) -> None:
        with pytest.raises(InvalidValueError):
            snapshot.find_by_name("Sở Nội vụ", within=[])  # type: ignore[arg-type]  # The wrong type is the point.


class TestTime:
    @pytest.mark.parametrize("word", ["tỉnh An Giang ", "Sở ", "xã hội ", "tpthcs & ", "TP. "])
    def test_long_texts_have_an_answer(self, snapshot: Snapshot, word: str) -> None:
        assert ids(snapshot, f"Bộ {word * 20_000}", "gd-ag") == []


class TestNamed:
    def test_gives_the_one_unit(self, snapshot: Snapshot) -> None:
        assert snapshot.named("Sở GDĐT", within="An Giang").id == "gd-ag"

    def test_tells_the_several_that_fit(self, snapshot: Snapshot) -> None:
        with pytest.raises(NotFoundError) as caught:
            snapshot.named("Trường MN 8")
        assert caught.value.candidates == ("mn8-ts (Trường Mầm non 8)", "mn8-cb (Trường Mầm non 8)")

    def test_tells_near_misses(self, snapshot: Snapshot) -> None:
        with pytest.raises(NotFoundError) as caught:
            snapshot.named("Sở Nội vu tỉnh An Giang")
        assert caught.value.candidates[0] == "nv-ag (Sở Nội vụ tỉnh An Giang)"
        assert str(DAY) in str(caught.value)

    def test_tells_of_none_where_nothing_is_like_it(self, snapshot: Snapshot) -> None:
        with pytest.raises(NotFoundError) as caught:
            snapshot.named("zzz" * 100)
        assert caught.value.candidates == ()
        assert len(caught.value.key) == 60


class TestParts:
    @pytest.mark.parametrize(
        ("name", "parts"),
        [
            ("Sở Nội vụ tỉnh An Giang", NameParts("sở nội vụ", "tỉnh", "an giang")),
            ("Xã Mỹ An", NameParts("", "xã", "mĩ an")),
            ("Phòng Văn hóa - Xã hội xã Mỹ An", NameParts("phòng văn hóa xã hội", "xã", "mĩ an")),
            ("UBND huyện Thoại Sơn, An Giang", NameParts("ủy ban nhân dân", "huyện", "thoại sơn", "an giang")),
            ("Văn phòng Tỉnh ủy An Giang", NameParts("văn phòng tỉnh ủy", "", "an giang")),
            ("Hợp tác xã Tiến Lên", NameParts("hợp tác xã tiến lên")),
            ("Trường THPT Hòa Bình", NameParts("trường trung học phổ thông hòa bình")),
            ("UBND tỉnh", NameParts("ủy ban nhân dân", "tỉnh")),
        ],
    )
    def test_are_head_rank_place_and_what_is_around(self, name: str, parts: NameParts) -> None:
        assert parts_of(loose_key(name_key(name))) == parts

    @pytest.mark.parametrize(
        ("name", "province"),
        [
            ("Sở Y tế tỉnh An Giang", "an giang"),
            ("Sở Y tế An Giang", "an giang"),
            ("UBND xã Vĩnh Trạch, huyện Thoại Sơn, tỉnh An Giang", "an giang"),
            ("UBND xã Hòa Bình", None),
            ("UBND thành phố Cao Bằng", None),
            ("UBND Thành phố Hà Nội", "hà nội"),
            ("UBND huyện Thoại Sơn, An Giang", "an giang"),
        ],
    )
    def test_tell_the_province(self, name: str, province: str | None) -> None:
        assert parts_of(loose_key(name_key(name))).province == province

    @given(
        st.text()
        | st.lists(st.sampled_from(["tỉnh", "an giang", "thành phố", "hà nội", "xã", "hội", "sở"])).map(" ".join)
    )
    def test_hold_all_words(self, text: str) -> None:
        loose = loose_key(name_key(text))
        assert " ".join(filter(None, parts_of(loose))) == loose
        without = without_province_rank(loose)
        assert without.split() == [word for word in without.split() if word in loose.split()]


def _writings(name: str) -> list[str]:
    """Some of the ways to write a name."""
    tones = {"ủy": "uỷ", "Ủy": "Uỷ", "òa": "oà", "óa": "oá", "hóa": "hoá"}
    other = name
    for old, new in tones.items():
        other = other.replace(old, new)
    short = name
    for long, letters in (
        ("Ủy ban nhân dân", "UBND"),
        ("Giáo dục và Đào tạo", "GD&ĐT"),
        ("Lao động - Thương binh và Xã hội", "LĐTBXH"),
        ("Mầm non", "MN"),
        ("Trung học phổ thông", "THPT"),
        ("Thành phố ", "TP. "),
        (" và ", " & "),
    ):
        short = short.replace(long, letters)
    return [
        name, name.upper(), name.lower(), name.title(), other, short, short.lower(), short.upper(), f"- {name};", f"  {name}.",
        name.replace(" ", "\u00a0"), name.replace(" ", "  "), unicodedata.normalize("NFD", name), name.replace("Đ", "\u00d0"),
        name.replace(" và ", " "), name.replace(" - ", "-"),
    ]  # fmt: skip


class TestLaws:
    @pytest.mark.parametrize("unit", [unit for unit, _, _ in NAMES])
    def test_every_name_finds_its_unit_in_every_writing(self, snapshot: Snapshot, unit: str) -> None:
        for written in _writings(snapshot.name(unit)):
            assert unit in ids(snapshot, written), written
            assert unit in ids(snapshot, written, unit), written

    @pytest.mark.parametrize("year", [2010, 2024, 2026])
    def test_every_bundled_name_finds_its_unit_alone_in_every_writing(self, year: int) -> None:
        bundled_then = bundled().at(datetime.date(year, 6, 1))
        for unit in bundled_then.units:
            for written in _writings(bundled_then.name(unit)):
                assert bundled_then.find_by_name(written) == (unit,), written

    @given(directory=strategies.directories(), date=st.dates(datetime.date(2000, 1, 1), datetime.date(2035, 12, 31)))
    def test_the_names_of_any_directory_find_their_units(self, directory: Directory, date: datetime.date) -> None:
        snapshot = directory.at(date)
        for unit in snapshot.units:
            for written in _writings(snapshot.name(unit)):
                assert unit in snapshot.find_by_name(written), written
        for name in directory.names:
            assert name.unit in {unit.id for unit in directory.find(name.name)}

    @given(
        st.text()
        | st.lists(
            st.sampled_from(
                ["Sở", "UBND", "tỉnh", "An Giang", "xã", ",", "GD&ĐT", "TP.", "Cao Bằng", "ubnd", "Trường", "8", "-"]
            )
        ).map(" ".join),
        st.none() | st.text(max_size=8) | st.sampled_from([unit for unit, _, _ in NAMES] + ["An Giang", "Lạng Sơn"]),
    )
    def test_any_text_has_an_answer_of_standing_units(
        self, directory: Directory, text: str, within: str | None
    ) -> None:
        snapshot = directory.at(DAY)
        try:
            found = snapshot.find_by_name(text, within=within)
        except NotFoundError:
            found = ()
        assert all(unit in snapshot for unit in found)
        assert len(set(found)) == len(found)
        if within is None:
            assert snapshot.find_by_name(unicodedata.normalize("NFD", text)) == found
            assert set(found) <= set(directory.find(text)) or not directory.find(text)


class TestWhatIsSuggested:
    """Names of the same sort, and none where the name is right but nothing bears it here."""

    def test_of_several_that_fit_it_is_told_that_they_are_several(self) -> None:
        snapshot = Directory(
            units=(OrganisationUnit(id="a"), OrganisationUnit(id="b")),
            names=tuple(DatedName(unit=unit, name="Trường Mầm non Hoa Hồng") for unit in "ab"),
        ).at(datetime.date(2026, 1, 1))
        with pytest.raises(
            NotFoundError, match=r"2 units are called that: a \(.*\), b \(.*\); say which by within"
        ) as caught:
            snapshot.named("Trường MN Hoa Hồng")
        assert len(caught.value.candidates) == 2

    def test_a_short_name_that_nothing_bears_any_more_is_no_slip(self) -> None:
        day = datetime.date(2025, 7, 1)
        directory = bundled().with_facts(
            units=[OrganisationUnit(id="huyen", kind=UnitKind.DISTRICT_COMMITTEE)],
            names=[DatedName(unit="huyen", name="Ủy ban nhân dân huyện Ba Tri", end=day)],
            events=[ChangeEvent(date=day, kind=EventKind.ABOLISH, sources=("huyen",))],
        )
        with pytest.raises(NotFoundError) as caught:
            directory.at(day).named("UBND huyện")
        assert caught.value.candidates == ()

    def test_a_slip_is_led_to_names_that_begin_alike(self) -> None:
        with pytest.raises(NotFoundError) as caught:
            bundled().at(datetime.date(2026, 1, 1)).named("Bộ Giáo dục và Đào tạ")
        assert caught.value.candidates == ("bo-gddt (Bộ Giáo dục và Đào tạo)",)
