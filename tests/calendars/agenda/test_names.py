"""Names without the dates at their ends."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.calendars.agenda.names import name_without_date
from vstbpn.calendars.agenda.national import national_calendar


class TestNames:
    @pytest.mark.parametrize(
        ("name", "bare"),
        [
            ("Ngày Thầy thuốc Việt Nam 27/02", "Ngày Thầy thuốc Việt Nam"),
            ("Ngày Thầy thuốc Việt Nam (27/02", "Ngày Thầy thuốc Việt Nam"),
            ("Ngày Thầy thuốc Việt Nam (27/02/2026)", "Ngày Thầy thuốc Việt Nam"),
            ("Ngày Dân số Thế giới, ngày 11 tháng 7 năm 2026", "Ngày Dân số Thế giới"),
            ("Ngày Dân số Thế giới (vào ngày 11-7)", "Ngày Dân số Thế giới"),
            ("Tháng hành động vì trẻ em (từ 01/6 đến 30/6)", "Tháng hành động vì trẻ em"),
            ("Tháng hành động (tháng 6)", "Tháng hành động"),
            ("16 ngày hành động (Liên hợp quốc)", "16 ngày hành động (Liên hợp quốc)"),
            ("Đợt 1", "Đợt 1"),
            ("ngày 27/7", "ngày 27/7"),
            ("lễ 30/4", "lễ 30/4"),
            ("27/7", "27/7"),
            ("", ""),
        ],
    )
    def test_they_lose_their_dates(self, name: str, bare: str) -> None:
        assert name_without_date(name) == bare

    @given(st.text() | st.text("0123456789/.-() ,ngàythán"))
    def test_any_words(self, name: str) -> None:
        assert name.startswith(name_without_date(name))

    def test_those_of_the_whole_country(self) -> None:
        names = {entry.what for entry in national_calendar(2026) if entry.kind.value in {"observance", "campaign"}}
        assert "Tháng hành động vì trẻ em" in names
        assert not [name for name in names if "/" in name or "(tháng" in name]


class TestLinearTime:
    @pytest.mark.parametrize("part", ["(", "(01/6", " ", "27/02 ", "ngày ", "ngày 2"])
    def test_long_names(self, part: str) -> None:
        began = time.perf_counter()
        name_without_date(part * 20_000)
        assert time.perf_counter() - began < 2
