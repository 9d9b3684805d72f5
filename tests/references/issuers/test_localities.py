"""Where an issuing body sits, by its name."""

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.catalogue.tables import provinces
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.references.acts.comparing import circumstances_of, plain_day
from vstbpn.references.issuers.localities import (
    COMMUNE,
    DISTRICT,
    PROVINCE,
    CitingDocument,
    Locality,
    province_of,
    read_locality,
)


class TestReading:
    @pytest.mark.parametrize(
        ("issuer", "province", "level"),
        [
            ("Ủy ban nhân dân tỉnh Lạng Sơn", "Lạng Sơn", PROVINCE),
            ("UBND TỈNH LẠNG SƠN", "Lạng Sơn", PROVINCE),
            ("Sở LĐTBXH tỉnh Lạng Sơn", "Lạng Sơn", PROVINCE),
            ("Ban Thường vụ Tỉnh uỷ An Giang", "An Giang", PROVINCE),
            ("Thành ủy Hà Nội", "Hà Nội", PROVINCE),
            ("UBND TP.HCM", "Hồ Chí Minh", PROVINCE),
            ("Sở Y tế TP Hồ Chí Minh", "Hồ Chí Minh", PROVINCE),
            ("UBND thị xã Sơn Tây, thành phố Hà Nội", "Hà Nội", DISTRICT),
            ("UBND huyện Hòa Bình, tỉnh Bạc Liêu", "Bạc Liêu", DISTRICT),
            ("UBND xã Phú Mỹ", None, COMMUNE),
            ("UBND tỉnh", None, PROVINCE),
            ("Tỉnh ủy", None, PROVINCE),
            ("Sở Y tế", None, PROVINCE),
            ("Đoàn TNCS Hồ Chí Minh tỉnh Lào Cai", "Lào Cai", PROVINCE),
        ],
    )
    def test_local_bodies(self, issuer: str, province: str | None, level: int) -> None:
        found = read_locality(issuer)
        assert found is not None
        assert found[:2] == (province, level)

    def test_below_the_province_the_own_territory_counts(self) -> None:
        assert read_locality("UBND huyện Chi Lăng, tỉnh Lạng Sơn") == Locality("Lạng Sơn", DISTRICT, "Chi Lăng")
        assert read_locality("UBND XÃ PHÚ MỸ") == Locality(None, COMMUNE, "Phú Mỹ")
        assert read_locality("UBND quận") == Locality(None, DISTRICT)

    @pytest.mark.parametrize(
        "issuer",
        [
            "Chính phủ", "Thủ tướng Chính phủ", "Bộ Lao động - Thương binh và Xã hội", "Ban Bí thư Trung ương Đảng",
            "Hội Liên hiệp Phụ nữ Việt Nam", "Học viện Chính trị quốc gia Hồ Chí Minh",
            "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh",
        ],
    )  # fmt: skip
    def test_central_bodies(self, issuer: str) -> None:
        assert read_locality(issuer) is None

    @pytest.mark.parametrize("row", provinces(), ids=lambda row: row.old_name)
    def test_every_province(self, row: object) -> None:
        name = str(row.old_name).partition(" (")[0]  # type: ignore[attr-defined]  # A row of the table.
        found = read_locality(f"Ủy ban nhân dân {name}")
        assert found is not None
        assert found.province is not None
        assert name.endswith(found.province)

    @given(st.text())
    def test_any_text(self, text: str) -> None:
        found = read_locality(text)
        assert found is None or found.level in {PROVINCE, DISTRICT, COMMUNE}


class TestTheCitingDocument:
    def test_the_issuer_goes_before_its_superior(self) -> None:
        document = CitingDocument(issuer="Sở Y tế tỉnh Lào Cai", superior="UBND tỉnh An Giang")
        assert province_of(document) == "Lào Cai"

    def test_the_superior_tells_where_the_issuer_does_not(self) -> None:
        assert province_of(CitingDocument(issuer="SỞ Y TẾ", superior="UBND TỈNH AN GIANG")) == "An Giang"
        assert province_of(CitingDocument(issuer="Bộ Y tế")) is None

    @pytest.mark.parametrize("place", ["An Giang", "tỉnh An Giang", "AN GIANG"])
    def test_the_place_tells_of_local_bodies_alone(self, place: str) -> None:
        assert province_of(CitingDocument(issuer="SỞ Y TẾ", place=place)) == "An Giang"
        assert province_of(CitingDocument(issuer="Bộ Y tế", place=place)) is None
        assert province_of(CitingDocument(issuer="SỞ Y TẾ", place="Long Xuyên")) is None

    @pytest.mark.parametrize(
        ("date", "day"),
        [
            (None, None),
            (datetime.date(2021, 3, 1), datetime.date(2021, 3, 1)),
            (datetime.datetime(2021, 3, 1, 8, 30), datetime.date(2021, 3, 1)),  # noqa: DTZ001  # Documents have no time zone.
            (PartialDate(year=2021, month=4), datetime.date(2021, 4, 30)),
            (PartialDate(month=4), None),
        ],
    )
    def test_its_last_possible_day(self, date: datetime.date | PartialDate | None, day: datetime.date | None) -> None:
        assert circumstances_of(CitingDocument(date=date)).day == day

    @pytest.mark.parametrize(
        "document", ["UBND tỉnh An Giang", 5, SimpleNamespace(issuer=None, superior=None, date="2021")]
    )
    def test_what_is_none(self, document: object) -> None:
        with pytest.raises(InvalidValueError):
            circumstances_of(document)  # type: ignore[arg-type]  # The point of the test.

    def test_no_document_tells_nothing(self) -> None:
        assert circumstances_of(None) == (None, None, ())
        assert plain_day(None) is None


class TestWrongParts:
    """What no document bears is told when one is made."""

    @pytest.mark.parametrize(
        ("fields", "reason"),
        [
            ({"date": "2020-01-01"}, "PartialDate.parse reads '2020-01-01'"),
            ({"date": 2020}, "expected a datetime.date or a PartialDate"),
            ({"issuer": 5}, "expected its name as a text"),
            ({"superior": ["UBND"]}, "expected its name as a text"),
            ({"place": 5}, "expected its name as a text"),
        ],
    )
    def test_each(self, fields: dict[str, Any], reason: str) -> None:
        with pytest.raises(InvalidValueError, match=reason):
            CitingDocument(**fields)
