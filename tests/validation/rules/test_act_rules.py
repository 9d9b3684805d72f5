"""Rules of references against the catalogue: number, day and title of one act go together."""

import datetime
import unicodedata

import pytest

from vstbpn.catalogue.tables import Confidence
from vstbpn.findings import Finding
from vstbpn.reading.reading import read
from vstbpn.references.acts.act import Act
from vstbpn.references.acts.acts import Acts
from vstbpn.validation.checking import check
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import evolve
from vstbpn.vocabulary import Severity

HEAD = "KẾ HOẠCH\nCông tác gia đình năm 2025\n\n"
FAMILY = "Chỉ thị {} ngày 24 tháng 06 năm 2021 của Ban Bí thư về việc tăng cường sự lãnh đạo của Đảng đối với công tác xây dựng gia đình"
STRATEGY = "phê duyệt Chiến lược phát triển gia đình Việt Nam đến năm 2030"


def found(words: str, *codes: str, catalogue: Acts | None = None) -> tuple[Finding, ...]:
    text = f"{HEAD}Căn cứ {words};\n"
    return check(read(text), rules=DEFAULT_RULES.select(*codes), catalogue=catalogue).findings


class TestNumberOfAnother:
    """REF008: a number mistyped, told by day and title."""

    @pytest.mark.parametrize("symbol", ["26-CT/TW", "16-CT/TW", "số 60-CT/TW"])
    def test_day_and_title_tell_the_act(self, symbol: str) -> None:
        (finding,) = found(FAMILY.format(symbol), "REF008")
        assert finding.severity is Severity.ERROR
        assert "06-CT/TW, ngày 24 tháng 6 năm 2021" in finding.remedy("vi")
        assert finding.span is not None
        assert finding.span.of(f"{HEAD}Căn cứ {FAMILY.format(symbol)}") == f"Chỉ thị {symbol}"

    def test_a_decomposed_text_tells_it_too(self) -> None:
        text = unicodedata.normalize("NFD", f"{HEAD}Căn cứ {FAMILY.format('26-CT/TW')};\n")
        (finding,) = check(read(text), rules=DEFAULT_RULES.select("REF008"))
        assert dict(finding.args)["expected"].startswith("Chỉ thị số 06-CT/TW")

    def test_a_long_title_with_years_tells_it_alone(self) -> None:
        words = (
            "Quyết định số 45/QĐ-TTg của Thủ tướng Chính phủ phê duyệt Chương trình phòng ngừa và ứng phó với bạo lực"
            " trên cơ sở giới giai đoạn 2021 - 2025"
        )
        (finding,) = found(words, "REF008")
        assert (finding.variant, finding.severity) == ("title", Severity.WARNING)
        assert "2232/QĐ-TTg" in finding.message("en")

    def test_a_day_tells_it_where_the_numbers_are_far_apart(self) -> None:
        (finding,) = found("Quyết định số 2322/QĐ-TTg ngày 28 tháng 12 năm 2020 của Thủ tướng Chính phủ", "REF008")
        assert (finding.variant, finding.severity) == ("date", Severity.WARNING)

    def test_the_name_of_a_law_tells_its_number(self) -> None:
        (finding,) = found("Luật Bình đẳng giới số 72/2006/QH11 ngày 29 tháng 11 năm 2006", "REF008")
        assert "73/2006/QH11" in finding.message("vi")

    @pytest.mark.parametrize(
        "words",
        [
            FAMILY.format("06-CT/TW"),
            FAMILY.format("06-CT/TƯ"),
            "Chỉ thị số 26-CT/TW",
            "Chỉ thị số 26-CT/TW ngày 24 tháng 6 năm 2021 của Ban Bí thư",
            "Quyết định số 2230/QĐ-TTg ngày 28 tháng 12 năm 2020 của Thủ tướng Chính phủ",
            "Quyết định số 100/QĐ-TTg ngày 15 tháng 01 năm 2013 của Thủ tướng Chính phủ " + STRATEGY,
            "Kế hoạch số 12/KH-UBND ngày 24 tháng 6 năm 2021 của Ủy ban nhân dân tỉnh về công tác xây dựng gia đình",
            "Luật Bình đẳng giới số 73/2006/QH11",
            "Quyết định số 2232/QĐ-BYT ngày 28 tháng 12 năm 2020 của Bộ Y tế",
            "Quyết định số 12/QĐ-TTg của Thủ tướng Chính phủ phê duyệt Đề án năm 2030",
        ],
    )
    def test_what_conforms(self, words: str) -> None:
        assert found(words, "REF008") == ()

    def test_a_row_nobody_confirmed_accuses_nobody(self) -> None:
        doubtful = evolve(Acts.bundled().get("06-CT/TW"), confidence=Confidence.PARTLY)
        assert found(FAMILY.format("26-CT/TW"), "REF008", catalogue=Acts(acts=(doubtful,))) == ()


class TestWhatIsGiven:
    """A finding brings along what its words use, and no more."""

    @pytest.mark.parametrize(
        ("words", "code", "names"),
        [
            (FAMILY.format("26-CT/TW"), "REF008", {"written", "expected"}),
            (f"Quyết định số 45/QĐ-TTg ngày 13 tháng 01 năm 2022 {STRATEGY}", "REF010", {"written", "title", "other"}),
            (
                "Quyết định số 45/QĐ-TTg ngày 13/01/2022 của Thủ tướng Chính phủ ban hành Danh mục thiết bị y tế phải kiểm định",
                "REF010",
                {"written", "title", "known"},
            ),
        ],
    )
    def test_it_is_used(self, words: str, code: str, names: set[str]) -> None:
        (finding,) = found(words, code)
        assert {name for name, _ in finding.args} == names
        for language in ("vi", "en"):
            said = f"{finding.message(language)} {finding.remedy(language)}"
            assert all(value in said for _, value in finding.args)


class TestTitleOfAnother:
    """REF010: number and day are those of one act, the title is that of another."""

    CITED = "Quyết định số 45/QĐ-TTg ngày 13 tháng 01 năm 2022 của Thủ tướng Chính phủ "

    @pytest.mark.parametrize("opening", ["", "về việc ", "về "])
    def test_both_acts_are_told(self, opening: str) -> None:
        (finding,) = found(self.CITED + opening + STRATEGY, "REF010")
        assert finding.severity is Severity.ERROR
        for language in ("vi", "en"):
            assert "2238/QĐ-TTg ngày 30 tháng 12 năm 2021" in finding.message(language)
            assert "phòng, chống bạo lực gia đình" in finding.message(language)
        assert finding.span is not None
        assert finding.span.of(f"{HEAD}Căn cứ {self.CITED}") == "Quyết định số 45/QĐ-TTg"

    def test_a_title_nobody_knows_is_told_with_less_weight(self) -> None:
        (finding,) = found(f"{self.CITED}ban hành Danh mục thiết bị y tế phải kiểm định định kỳ", "REF010")
        assert (finding.variant, finding.severity) == ("", Severity.WARNING)

    @pytest.mark.parametrize(
        "title",
        [
            "",
            "phê duyệt Chương trình phòng, chống bạo lực gia đình trong tình hình mới đến năm 2025",
            "về phòng, chống bạo lực gia đình",
            "về Chương trình PCBLGĐ đến năm 2025 và các nhiệm vụ có liên quan khác",
            "về gia đình",
        ],
    )
    def test_what_conforms(self, title: str) -> None:
        assert found(self.CITED + title, "REF010") == ()

    def test_a_number_of_another_year_is_another_act(self) -> None:
        words = f"Quyết định số 45/QĐ-TTg ngày 13 tháng 01 năm 2019 của Thủ tướng Chính phủ {STRATEGY}"
        assert found(words, "REF010") == ()

    def test_a_row_nobody_confirmed_accuses_nobody(self) -> None:
        known = evolve(Acts.bundled().get("45/QĐ-TTg@2022"), confidence=Confidence.SINGLE)
        assert found(self.CITED + STRATEGY, "REF010", catalogue=Acts(acts=(known,))) == ()


class TestDateAgainstCatalogue:
    """REF005: the number is known of another day."""

    def test_it_is_told_but_once_where_the_number_is_wrong(self) -> None:
        other = Act.of(
            "Chỉ thị", "26-CT/TW", "về công tác khác", date_issued=datetime.date(2021, 2, 1), confidence=Confidence.CONFIRMED
        )  # fmt: skip
        catalogue = Acts.bundled().with_acts([other])
        assert [one.code for one in found(FAMILY.format("26-CT/TW"), "REF005", "REF008", catalogue=catalogue)] == [
            "REF008"
        ]

    @pytest.mark.parametrize("day", ["24 tháng 6 năm 2011", "24 tháng 6 năm 2012", "12 tháng 5 năm 2020"])
    def test_number_and_title_tell_an_act_of_another_year(self, day: str) -> None:
        words = FAMILY.format("số 06-CT/TW").replace("24 tháng 06 năm 2021", day)
        (finding,) = found(words, "REF005", "REF008")
        assert finding.code == "REF005"
        assert dict(finding.args)["expected"] == "24/06/2021"
        assert finding.span is not None
        assert finding.span.of(f"{HEAD}Căn cứ {words}") == "Chỉ thị số 06-CT/TW"

    @pytest.mark.parametrize(
        "words",
        [
            "Chỉ thị số 06-CT/TW ngày 24 tháng 6 năm 2011 của Ban Bí thư về công tác dân vận trong tình hình mới của đất nước",
            "Chỉ thị số 06-CT/TW ngày 24 tháng 6 năm 2011 của Ban Bí thư",
            f"Quyết định số 2238/QĐ-TTg ngày 30/12/2011 của Thủ tướng Chính phủ {STRATEGY.replace('2030', '2020')}",
            FAMILY.format("06-CT/TW"),
        ],
    )
    def test_another_act_of_that_number(self, words: str) -> None:
        assert found(words, "REF005") == ()

    def test_an_act_of_another_year_that_nobody_confirmed(self) -> None:
        doubtful = evolve(Acts.bundled().get("06-CT/TW"), confidence=Confidence.PARTLY)
        words = FAMILY.format("số 06-CT/TW").replace("2021", "2011")
        assert found(words, "REF005", catalogue=Acts(acts=(doubtful,))) == ()

    def test_a_number_of_a_department_names_many_acts(self) -> None:
        known = Act.of(
            "Kế hoạch", "12/KH-SYT", "công tác năm 2021", date_issued=datetime.date(2021, 1, 4),
            issuer="Sở Y tế An Giang", confidence=Confidence.CONFIRMED,
        )  # fmt: skip
        words = "Kế hoạch số 12/KH-SYT ngày 02 tháng 02 năm 2021 của Sở Y tế Lạng Sơn"
        assert found(words, "REF005", catalogue=Acts(acts=(known,))) == ()


class TestUnknownAct:
    """REF009: speaks only where somebody brings a catalogue of their own."""

    TEXT = (
        f"{HEAD}Căn cứ Quyết định số 9999/QĐ-TTg; Quyết định số 9999/QĐ-TTg; Nghị quyết số 28/NQ-CP ngày 03/3/2021;\n"
    )
    OWN = Acts.bundled().without("06-CT/TW")
    RULES = DEFAULT_RULES.select("REF009")

    def test_an_act_the_catalogue_lacks_is_told_once(self) -> None:
        (finding,) = check(read(self.TEXT), rules=self.RULES, catalogue=self.OWN)
        assert finding.message("vi") == "danh mục không có “Quyết định số 9999/QĐ-TTg”"
        assert finding.severity is Severity.INFO

    def test_the_bundled_catalogue_is_not_asked(self) -> None:
        assert check(read(self.TEXT), rules=self.RULES).ok

    def test_its_example_keeps_it(self) -> None:
        (rule,) = self.RULES
        assert not check(read(rule.violating), rules=self.RULES, catalogue=self.OWN).ok
        assert check(read(rule.conforming), rules=self.RULES, catalogue=self.OWN).ok


class TestLawsOfAnotherDay:
    """REF005: a law cited by name whose date is off by the year alone, or within the year."""

    @pytest.mark.parametrize(
        ("cited", "expected"),
        [
            ("Luật Bình đẳng giới ngày 29 tháng 11 năm 2007", "29/11/2006"),
            ("Luật Bình đẳng giới ngày 30 tháng 11 năm 2006", "29/11/2006"),
            ("Luật Bình đẳng giới ngày 29 tháng 11 năm 2006", None),
            ("Luật Bình đẳng giới năm 2006", None),
            ("Bộ luật Lao động ngày 23 tháng 6 năm 1994", None),
            ("Luật Phòng, chống bạo lực gia đình ngày 21 tháng 11 năm 2007", None),
        ],
    )
    def test_it(self, cited: str, expected: str | None) -> None:
        report = check(read(f"{HEAD}Căn cứ {cited};\n"), rules=DEFAULT_RULES.select("REF005"))
        assert [dict(finding.args)["expected"] for finding in report] == ([expected] if expected else [])
