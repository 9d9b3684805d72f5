"""Rules of the dates acts are cited with."""

import unicodedata

import pytest

from vstbpn.findings import Finding
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.shipped import DEFAULT_RULES

HEAD = "SỞ Y TẾ\n\nAn Giang, ngày 12 tháng 3 năm 2021\n\nKẾ HOẠCH\nCông tác năm 2021\n\n"


def found(body: str, *codes: str, head: str = HEAD) -> tuple[Finding, ...]:
    return check(read(f"{head}{body}\n"), rules=DEFAULT_RULES.select(*codes)).findings


class TestImpossibleDate:
    """REF021: no such day."""

    @pytest.mark.parametrize(
        "date", ["ngày 31/6/2020", "ngày 30 tháng 02 năm 2020", "ngày 05/13/2020", "ngày 00/5/2020"]
    )
    @pytest.mark.parametrize(
        "place", ["Kế hoạch số 15/KH-UBND {} của UBND tỉnh", "Kế hoạch số 15/KH-UBND của UBND tỉnh {}"]
    )
    def test_it_is_told_where_it_stands(self, date: str, place: str) -> None:
        body = f"Căn cứ {place.format(date)} về y tế;"
        (finding,) = found(body, "REF021", "REF014")
        assert finding.code == "REF021"
        assert finding.span is not None
        assert finding.span.of(f"{HEAD}{body}") == date

    def test_a_decomposed_text_has_it_too(self) -> None:
        text = unicodedata.normalize(
            "NFD", f"{HEAD}Căn cứ Kế hoạch số 15/KH-UBND ngày 31 tháng 6 năm 2020 của UBND tỉnh;\n"
        )
        (finding,) = check(read(text), rules=DEFAULT_RULES.select("REF021"))
        assert finding.span is not None
        assert unicodedata.normalize("NFC", finding.span.of(text)) == "ngày 31 tháng 6 năm 2020"

    @pytest.mark.parametrize(
        "date",
        [
            "ngày 30/6/2020",
            "ngày 29 tháng 02 năm 2020",
            "ngày    tháng 4 năm 2020",
            "",
            "ngày 31/6/20",
            "ngày 31/6/2620",
        ],
    )
    def test_what_conforms(self, date: str) -> None:
        assert found(f"Căn cứ Kế hoạch số 15/KH-UBND {date} của UBND tỉnh về y tế;", "REF021") == ()

    def test_without_the_source_nothing_is_found(self) -> None:
        plan = read(f"{HEAD}Căn cứ Kế hoạch số 15/KH-UBND ngày 31/6/2020 của UBND tỉnh;\n").plan
        assert plan is not None
        assert check(plan, rules=DEFAULT_RULES.select("REF021")).ok


class TestTwoDates:
    """REF013: one act, two dates."""

    def test_the_second_is_told(self) -> None:
        body = (
            "Căn cứ Chỉ thị số 11-CT/TU ngày 04/02/2020 của BTV Tỉnh ủy về gia đình;\n\nI. MỤC ĐÍCH\n\n"
            "Thực hiện Chỉ thị số 11-CT/TU ngày 04/01/2020 của Ban Thường vụ Tỉnh ủy."
        )
        (finding,) = found(body, "REF013")
        assert finding.span is not None
        assert finding.span.of(HEAD + body) == "ngày 04/01/2020"
        assert "04 tháng 02 năm 2020" in finding.message("vi")

    def test_a_title_that_is_the_same_tells_it_over_the_year(self) -> None:
        title = "phê duyệt Đề án phát triển mạng lưới y tế cơ sở tại các xã vùng khó khăn"
        body = (
            f"I. MỤC ĐÍCH\n\nQuyết định số 1555/QĐ-TTg ngày 04/02/2020 của Thủ tướng Chính phủ {title}.\n\n"
            f"Quyết định số 1555/QĐ-TTg ngày 04/02/2019 của Thủ tướng Chính phủ {title}."
        )
        assert len(found(body, "REF013")) == 1

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (
                "Kế hoạch số 12/KH-UBND ngày 02/02/2020 của UBND tỉnh",
                "Kế hoạch số 12/KH-UBND ngày 05/02/2020 của UBND huyện",
            ),
            (
                "Kế hoạch số 12/KH-UBND ngày 02/02/2020 của UBND tỉnh",
                "Kế hoạch số 12/KH-UBND ngày 05/02/2019 của UBND tỉnh",
            ),
            ("Kế hoạch số 12/KH-UBND ngày 02/02/2020", "Kế hoạch số 12/KH-UBND ngày 05/02/2020"),
            ("Quyết định số 15/QĐ-TTg ngày 02/02/2020", "Chỉ thị số 15/CT-TTg ngày 05/02/2020"),
            ("Nghị quyết số 88/NQ-CP ngày 22/7/2020", "Nghị quyết số 88/NQ-CP ngày 22 tháng 7 năm 2020"),
            ("Nghị quyết số 88/NQ-CP ngày 22/7/2020", "Nghị quyết số 88/NQ-CP"),
        ],
    )
    def test_what_conforms(self, one: str, other: str) -> None:
        assert found(f"I. MỤC ĐÍCH\n\nThực hiện {one}.\n\nTuyên truyền {other}.", "REF013") == ()

    def test_what_the_catalogue_knows_is_told_by_it(self) -> None:
        body = (
            "I. MỤC ĐÍCH\n\nNghị định số 80/2017/NĐ-CP ngày 17/7/2017 của Chính phủ.\n\n"
            "Nghị định số 80/2017/NĐ-CP ngày 07/7/2017 của Chính phủ."
        )
        assert [finding.code for finding in found(body, "REF005", "REF013")] == ["REF005"]


class TestYearAgainstNumber:
    """REF023: the year in the number is the year of issue."""

    def test_what_violates_it(self) -> None:
        body = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2019 của Chính phủ;"
        (finding,) = found(body, "REF023", "REF013", "REF005")
        assert finding.span is not None
        assert finding.span.of(HEAD + body) == "ngày 05 tháng 3 năm 2019"

    @pytest.mark.parametrize(
        "words",
        [
            "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
            "Nghị định số 30/2020/NĐ-CP",
            "Quyết định số 2019/QĐ-TTg ngày 05/3/2018",
        ],
    )
    def test_what_conforms(self, words: str) -> None:
        assert found(f"Căn cứ {words} của Chính phủ;", "REF023") == ()


class TestCitedBeforeIssued:
    """REF024: an act of a later day than the plan."""

    CITED = "Công văn số 15/UBND-VX ngày {} của Ủy ban nhân dân tỉnh"

    def test_it_is_told_once(self) -> None:
        words = self.CITED.format("02/4/2021")
        body = f"I. MỤC ĐÍCH\n\nThực hiện {words}.\n\nBáo cáo theo {words}."
        (finding,) = found(body, "REF024")
        assert finding.span is not None
        assert finding.span.of(HEAD + body) == "ngày 02/4/2021"

    @pytest.mark.parametrize("date", ["12/3/2021", "02/02/2021", "tháng 3 năm 2021"])
    def test_what_conforms(self, date: str) -> None:
        assert found(f"I. MỤC ĐÍCH\n\nThực hiện {self.CITED.format(date)}.", "REF024") == ()

    def test_a_basis_is_told_of_by_its_own_rule(self) -> None:
        codes = [finding.code for finding in found(f"Căn cứ {self.CITED.format('02/4/2021')};", "REF024", "REF004")]
        assert codes == ["REF004"]

    def test_a_draft_without_its_day_may_be_later(self) -> None:
        draft = HEAD.replace("ngày 12 tháng", "ngày    tháng")
        assert found(f"I. MỤC ĐÍCH\n\nThực hiện {self.CITED.format('20/3/2021')}.", "REF024", head=draft) == ()
        assert (
            found(
                f"I. MỤC ĐÍCH\n\nThực hiện {self.CITED.format('20/3/2021')}.", "REF024", head="KẾ HOẠCH\nNăm 2021\n\n"
            )
            == ()
        )
