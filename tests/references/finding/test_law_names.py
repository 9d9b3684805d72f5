"""Names of laws in use: they tell where a name ends."""

import pytest

from vstbpn.references.finding.law_names import known_name_end


def known(text: str, kind: str = "Luật") -> str | None:
    end = known_name_end(text, 0, len(text), kind)
    return None if end is None else text[:end]


class TestEnd:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Trẻ em, bảo vệ trẻ em", "Trẻ em"),
            ("Thể dục, thể thao, tăng cường", "Thể dục, thể thao"),
            ("Giáo dục quốc phòng và an ninh và", "Giáo dục quốc phòng và an ninh"),
            ("Giáo dục quốc phòng - an ninh", "Giáo dục quốc phòng - an ninh"),
            ("Phổ biến, giáo dục pháp luật năm 2012", "Phổ biến, giáo dục pháp luật"),
            ("Phòng cháy, chữa cháy và cứu nạn, cứu hộ", "Phòng cháy, chữa cháy và cứu nạn, cứu hộ"),
        ],
    )
    def test_the_longest_name_that_fits(self, text: str, name: str) -> None:
        assert known(text) == name


class TestSpelling:
    @pytest.mark.parametrize(
        "name",
        [
            "PHÒNG, CHỐNG MA TÚY",
            "phòng, chống ma tuý",
            "Phòng chống ma túy",
            "Phòng, chống\nma túy",
            "Phòng, Chống Ma Túy",
        ],
    )
    def test_casing_tones_commas_and_wrapping_do_not_matter(self, name: str) -> None:
        assert known(f"{name} trong trường học") == name

    @pytest.mark.parametrize("text", ["", "Trẻ", "Trẻ, em", "Trẻ\n\nem", "Trẻ em2", "Bảo toàn", "7"])
    def test_no_name(self, text: str) -> None:
        assert known(text) is None


class TestKinds:
    def test_each_kind_has_its_names(self) -> None:
        assert known("Lao động năm 2019", "Bộ luật") == "Lao động"
        assert known("Lao động năm 2019") is None
        assert known("Dân số năm 2003", "Pháp lệnh") == "Dân số"
        assert known(" nước Cộng hòa xã hội chủ nghĩa Việt Nam năm", "Hiến pháp") is not None
