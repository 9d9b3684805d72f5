"""Whose a short name is: a wrong unit is worse than none, so that only the context's own is meant."""

import datetime

import pytest

from vstbpn.errors import NotFoundError
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.names.abbreviations import expand
from vstbpn.organisations.names.hints import ended_by_name
from vstbpn.organisations.names.keys import loose_key, name_key
from vstbpn.organisations.names.places import is_province
from vstbpn.organisations.names.wording import looser
from vstbpn.organisations.shipped.directory import bundled
from vstbpn.organisations.snapshot import Snapshot

BEFORE, AFTER = datetime.date(2024, 9, 5), datetime.date(2026, 2, 9)
ROWS = """id,name,valid_from,valid_to,professional,territorial,event,successors
x/gd,Sở Giáo dục và Đào tạo tỉnh Cà Mau,,2025-06-30,bo-gddt,ubnd-tinh-ca-mau,,
x/gd,Sở Giáo dục và Đào tạo tỉnh Cà Mau,2025-07-01,,bo-gddt,ubnd-tinh-ca-mau-2025,,
x/nv,Sở Nội vụ tỉnh Cà Mau,,2025-06-30,,ubnd-tinh-ca-mau,,
x/nv,Sở Nội vụ tỉnh Cà Mau,2025-07-01,,,ubnd-tinh-ca-mau-2025,,
x/ld,Sở Lao động - Thương binh và Xã hội tỉnh Cà Mau,,2025-02-28,,ubnd-tinh-ca-mau,merge,x/nv
x/hd,Hội đồng nhân dân tỉnh Cà Mau,,,,,,
x/vp,Văn phòng Sở,,,,x/gd,,
x/tc,Phòng Tổ chức cán bộ,,,,x/gd,,
x/mn,Phòng Giáo dục Mầm non,,,,x/gd,,
x/ub-td,Ủy ban nhân dân huyện Trần Văn Thời,,2025-06-30,,ubnd-tinh-ca-mau,abolish,
x/hd-td,Hội đồng nhân dân huyện Trần Văn Thời,,2025-06-30,,,abolish,
x/gd-td,Phòng Giáo dục và Đào tạo huyện Trần Văn Thời,,2025-06-30,x/gd,x/ub-td,abolish,
x/ld-td,Phòng Lao động - Thương binh và Xã hội huyện Trần Văn Thời,,2025-06-30,,x/ub-td,abolish,
x/ub-nc,Ủy ban nhân dân huyện Năm Căn,,2025-06-30,,ubnd-tinh-ca-mau,abolish,
x/gd-nc,Phòng Giáo dục và Đào tạo huyện Năm Căn,,2025-06-30,x/gd,x/ub-nc,abolish,
x/p5-td,Ủy ban nhân dân xã 5,,2025-06-30,,x/ub-td,abolish,
x/p5-nc,Ủy ban nhân dân xã 5,,2025-06-30,,x/ub-nc,abolish,
x/ub-dm,Ủy ban nhân dân xã Đất Mũi,2025-07-01,,,ubnd-tinh-ca-mau-2025,,
x/vh-dm,Phòng Văn hóa - Xã hội,2025-07-01,,,x/ub-dm,,
x/ub-av,Ủy ban nhân dân phường An Xuyên,2025-07-01,,,ubnd-tinh-ca-mau-2025,,
x/mau,Trường Mẫu giáo Đất Mũi,,2023-08-31,x/gd-nc,x/ub-nc,,
x/mau,Trường Mầm non Đất Mũi,2023-09-01,2025-06-30,x/gd-nc,x/ub-nc,,
x/mau,Trường Mầm non Đất Mũi,2025-07-01,,x/gd,x/ub-dm,,
x/th,Trường Tiểu học Đất Mũi,,2025-06-30,x/gd-nc,x/ub-nc,,
x/th,Trường Tiểu học Đất Mũi,2025-07-01,,x/gd,x/ub-av,,
x/td,Trường Tiểu học Đất Mũi,,2025-06-30,x/gd-td,x/ub-td,,
x/td,Trường Tiểu học Đất Mũi,2025-07-01,,x/gd,x/ub-dm,,
x/cd,Công đoàn Giáo dục,,,,x/gd,,
y/tc,Phòng Tổ chức cán bộ,,,,y/gd,,
y/gd,Sở Giáo dục và Đào tạo tỉnh Sơn La,,,bo-gddt,ubnd-tinh-son-la,,
"""


@pytest.fixture(scope="module")
def directory() -> Directory:
    return bundled().with_rows(ROWS)


@pytest.fixture(scope="module")
def before(directory: Directory) -> Snapshot:
    return directory.at(BEFORE)


@pytest.fixture(scope="module")
def after(directory: Directory) -> Snapshot:
    return directory.at(AFTER)


def ids(snapshot: Snapshot, text: str, within: str | None = None) -> list[str]:
    return [unit.id for unit in snapshot.find_by_name(text, within=within)]


class TestOffices:
    @pytest.mark.parametrize(
        ("written", "within"),
        [
            ("Văn phòng UBND tỉnh", "Cà Mau"),
            ("VP UBND tỉnh", "x/gd"),
            ("VPUBND tỉnh", "Cà Mau"),
            ("Phòng TCCB UBND tỉnh", "Cà Mau"),
            ("Văn phòng", "ubnd-tinh-ca-mau-2025"),
            ("Phòng TCCB", "ubnd-tinh-ca-mau-2025"),
            ("Văn phòng", "bo-gddt"),
            ("Phòng TCCB", "bo-gddt"),
            ("Phòng TCCB Bộ GD&ĐT", "x/gd"),
            ("Phòng TCCB", "x/nv"),
            ("Văn phòng Sở", "x/nv"),
            ("Phòng", "Cà Mau"),
            ("Văn phòng", "x/mau"),
            ("Công đoàn Giáo dục", "x/nv"),
        ],
    )
    def test_those_of_another_body_are_not_meant(self, after: Snapshot, written: str, within: str) -> None:
        assert ids(after, written, within) == []

    @pytest.mark.parametrize(
        ("written", "within", "unit"),
        [
            ("Văn phòng", "x/gd", "x/vp"),
            ("Văn phòng Sở", "x/mau", "x/vp"),
            ("Phòng TCCB", "x/mau", "x/tc"),
            ("Phòng TCCB", "x/vp", "x/tc"),
            ("Văn phòng", "x/tc", "x/vp"),
            ("Phòng TCCB Sở GDĐT", "Cà Mau", "x/tc"),
            ("Phòng TCCB", "Cà Mau", "x/tc"),
        ],
    )
    def test_those_of_the_body_itself_or_one_above_are(
        self, after: Snapshot, written: str, within: str, unit: str
    ) -> None:
        assert ids(after, written, within) == [unit]

    @pytest.mark.parametrize(
        ("written", "within", "found"),
        [
            ("Phòng GDMN", "x/gd", ["x/mn"]),
            ("Phòng GD-MN", "x/mau", ["x/mn"]),
            ("Phòng GDMN Sở GDĐT Cà Mau", None, ["x/mn"]),
            ("Phòng GDMN", "x/nv", []),
            ("Phòng GDMN", "Cà Mau", []),
            ("Phòng MN", "x/gd", []),
        ],
    )
    def test_may_be_told_by_their_initials(
        self, after: Snapshot, written: str, within: str | None, found: list[str]
    ) -> None:
        assert ids(after, written, within) == found


class TestNeighbours:
    @pytest.mark.parametrize(
        ("written", "within"),
        [("Phòng Văn hóa - Xã hội", "x/ub-av"), ("UBND xã", "x/ub-av"), ("UBND xã", "x/th"), ("UBND xã", "x/nv")],
    )
    def test_those_of_another_commune_are_not_meant(self, after: Snapshot, written: str, within: str) -> None:
        assert ids(after, written, within) == []

    @pytest.mark.parametrize("written", ["Phòng LĐTBXH", "HĐND huyện", "UBND thành phố"])
    def test_those_of_another_district_are_not_meant(self, before: Snapshot, written: str) -> None:
        assert ids(before, written, "x/gd-nc") == []

    @pytest.mark.parametrize(
        ("written", "within", "unit"),
        [
            ("Phòng LĐTBXH", "x/gd-td", "x/ld-td"),
            ("HĐND huyện", "x/gd-td", "x/hd-td"),
            ("HĐND tỉnh", "x/gd-td", "x/hd"),
            ("UBND xã 5", "x/gd-td", "x/p5-td"),
            ("UBND xã 5", "x/mau", "x/p5-nc"),
            ("Trường TH Đất Mũi", "x/mau", "x/th"),
        ],
    )
    def test_the_nearest_is_meant(self, before: Snapshot, written: str, within: str, unit: str) -> None:
        assert ids(before, written, within) == [unit]


class TestPlaces:
    @pytest.mark.parametrize(
        ("written", "found"),
        [
            ("UBND xã 5, huyện Năm Căn", ["x/p5-nc"]),
            ("UBND xã 5, H. Năm Căn, tỉnh Cà Mau", ["x/p5-nc"]),
            ("UBND xã 5, huyện Năm Căn, tỉnh Sơn La", []),
            ("Trường TH Đất Mũi, huyện Trần Văn Thời", ["x/td"]),
            ("Trường Tiểu học Đất Mũi huyện Năm Căn", ["x/th"]),
            ("Phòng GDĐT của huyện Năm Căn", ["x/gd-nc"]),
            ("Phòng TCCB tỉnh Cà Mau", []),
        ],
    )
    def test_after_a_name_stand_above_the_unit(self, before: Snapshot, written: str, found: list[str]) -> None:
        assert ids(before, written) == found

    def test_may_be_known_by_their_committee_alone(self, before: Snapshot) -> None:
        assert ids(before, "Phòng GDĐT", "huyện Năm Căn") == ["x/gd-nc"]

    @pytest.mark.parametrize(
        "written", ["UBND tỉnh Cần Thơ", "UBND tỉnh Hồ Chí Minh", "tỉnh Hà Nội", "thành phố Cà Mau"]
    )
    def test_of_a_wrong_rank_are_none(self, after: Snapshot, written: str) -> None:
        assert ids(after, written) == []
        assert not is_province("tỉnh", "cần thơ")


class TestWritings:
    @pytest.mark.parametrize(
        ("written", "unit"),
        [
            ("Sở GD và ĐT Cà Mau", "x/gd"),
            ("SỞ GD VÀ ĐT CÀ MAU", "x/gd"),
            ("sở gd và đt cà mau", "x/gd"),
            ("MN Đất Mũi", "x/mau"),
            ("- MN Đất Mũi (để b/c);", "x/mau"),
            ("Sở Nội vụ của tỉnh Cà Mau", "x/nv"),
            ("Truong Mam non Dat Mui", "x/mau"),
            ("truong mam non dat mui", "x/mau"),
            ("UBND tinh Ca Mau", "ubnd-tinh-ca-mau-2025"),
            ("NHNN Việt Nam", "ngan-hang-nha-nuoc-viet-nam"),
            ("UBQG VSTBPN Việt Nam", "uy-ban-quoc-gia-vstbpn"),
            ("UBND tỉnh Đắc Lắc", "ubnd-tinh-dak-lak-2025"),
            ("UBND tỉnh Đăk Lăk", "ubnd-tinh-dak-lak-2025"),
        ],
    )
    def test_are_led_back(self, after: Snapshot, written: str, unit: str) -> None:
        assert ids(after, written) == [unit]

    def test_without_marks_only_one_may_fit(self, after: Snapshot) -> None:
        assert ids(after, "Truong Tieu hoc Dat Mui") == []
        assert ids(after, "Truong Tieu hoc Dat Mui", "x/ub-av") == ["x/th"]

    @pytest.mark.parametrize(
        ("short", "long"),
        [
            ("UBND Q.8", "Ủy ban nhân dân Quận 8"),
            ("UBND P. 5, Q8", "Ủy ban nhân dân Phường 5, Quận 8"),
            ("UBND H. Năm Căn", "Ủy ban nhân dân Huyện Năm Căn"),
            ("UBND TX. Tân Châu", "Ủy ban nhân dân Thị xã Tân Châu"),
            ("UBND TT. Núi Sập", "Ủy ban nhân dân Thị trấn Núi Sập"),
            ("UBND P. Mỹ Thới", "Ủy ban nhân dân Phường Mỹ Thới"),
            ("P. TCCB", "Phòng Tổ chức cán bộ"),
            ("TT. Tỉnh ủy", "TT. Tỉnh ủy"),
            ("TTGDNN-GDTX Năm Căn", "Trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên Năm Căn"),
        ],
    )
    def test_short_ranks_are_written_out(self, short: str, long: str) -> None:
        assert expand(short) == long
        assert name_key(short) == name_key(long)

    def test_spellings_of_a_province_have_one_key(self) -> None:
        assert {loose_key(name_key(name)) for name in ("Đắk Lắk", "Đắc Lắc", "Đăk Lăk", "ĐẮC LẮK")} == {"đắk lắk"}

    def test_what_is_left_out_is_put_back(self) -> None:
        assert looser("TH&THCS Đất Mũi") == "Trường TH&THCS Đất Mũi"
        assert looser("Sở Nội vụ") == "Sở Nội vụ"


class TestUnitsThatAreGone:
    @pytest.mark.parametrize(
        ("written", "within", "reason", "candidates"),
        [
            (
                "UBND tỉnh Bến Tre",
                None,
                "ubnd-tinh-ben-tre (Ủy ban nhân dân tỉnh Bến Tre) stood until 2025-06-30 and went over to ubnd-tinh-vinh-long",
                ("ubnd-tinh-vinh-long-2025 (Ủy ban nhân dân tỉnh Vĩnh Long)",),
            ),
            (
                "Sở LĐTBXH",
                "Cà Mau",
                "x/ld (Sở Lao động - Thương binh và Xã hội tỉnh Cà Mau) stood",
                ("x/nv (Sở Nội vụ",),
            ),
            ("UBND huyện Năm Căn", None, "x/ub-nc (Ủy ban nhân dân huyện Năm Căn) stood until 2025-06-30", ()),
            ("Trường MG Đất Mũi", None, "x/mau bears another name on that day: Trường Mầm non Đất Mũi", ("x/mau (",)),
            ("UBND tỉnh", "Bến Tre", "tinh-ben-tre (Tỉnh Bến Tre) stood until", ("tinh-vinh-long-2025",)),
            ("UBND", "huyện Năm Căn", "x/ub-nc (Ủy ban nhân dân huyện Năm Căn) stood until", ()),
        ],
    )
    def test_are_told_with_those_they_went_over_to(
        self, after: Snapshot, written: str, within: str | None, reason: str, candidates: tuple[str, ...]
    ) -> None:
        with pytest.raises(NotFoundError) as caught:
            after.named(written, within=within)
        assert caught.value.reason is not None
        assert caught.value.reason.startswith(reason)
        assert len(caught.value.candidates) == len(candidates)
        assert all(map(str.startswith, caught.value.candidates, candidates))
        assert str(caught.value).endswith(caught.value.reason)

    def test_those_to_come_are_told_too(self, before: Snapshot) -> None:
        with pytest.raises(NotFoundError, match=r"x/ub-dm .* stands from 2025-07-01 on"):
            before.named("UBND xã Đất Mũi")

    def test_of_many_in_many_provinces_all_are_candidates(self, after: Snapshot) -> None:
        with pytest.raises(NotFoundError) as caught:
            after.named("Sở GDĐT")
        assert [candidate[:4] for candidate in caught.value.candidates] == ["x/gd", "y/gd"]
        assert caught.value.reason is None

    def test_a_unit_elsewhere_is_not_told_as_gone(self, after: Snapshot) -> None:
        with pytest.raises(NotFoundError) as caught:
            after.named("UBND xã Đất Mũi", within="Sơn La")
        assert caught.value.reason is None

    def test_are_found_by_whole_names_or_in_their_province(self, before: Snapshot, after: Snapshot) -> None:
        assert [unit.id for unit in ended_by_name(after, "Phòng GDĐT huyện Năm Căn")] == ["x/gd-nc"]
        assert [unit.id for unit in ended_by_name(after, "Sở LĐTBXH", "Cà Mau")] == ["x/ld"]
        assert ended_by_name(after, "Sở LĐTBXH", "Sơn La") == ()
        assert ended_by_name(after, "Sở LĐTBXH") == ()
        assert ended_by_name(after, "Sở", "Cà Mau") == ()
        assert ended_by_name(before, "UBND xã Đất Mũi") == ()
