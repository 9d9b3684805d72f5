"""Faults put into valid plans: each is found by its rule, and no other error appears.

A fault is a change of the text such as clerks make; the plan it is put into is made by the strategies, and free of errors.
"""

import datetime
import re
import unicodedata
from collections.abc import Callable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings

from vstbpn import strategies
from vstbpn.reading.reading import read
from vstbpn.strategies.texts import WrittenPlan
from vstbpn.validation.checking import check
from vstbpn.vocabulary import DocumentFamily, Severity

Mutate = Callable[[str, datetime.date], str]
"""From the text of a valid plan, and its date, the text with the fault in it."""


def swapped(pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Mutate:
    """The first place of a pattern is written otherwise."""

    def mutate(text: str, _: datetime.date) -> str:
        changed, count = re.subn(pattern, replacement, text, count=1, flags=re.MULTILINE)
        assert count, pattern
        return changed

    return mutate


def with_basis(line: str) -> Mutate:
    """One more basis stands above the others."""
    return swapped(r"^(?=Căn cứ |Thực hiện )", f"{line};\n")


def with_item(line: str) -> Mutate:
    """One more item stands first among the duties of the organisation; the year of the plan is put in for {year}."""

    def mutate(text: str, day: datetime.date) -> str:
        head, organisation, rest = text.partition("IV. TỔ CHỨC THỰC HIỆN")
        written = line.format(year=day.year, before=day.year - 1, after=day.year + 3)
        rest, count = re.subn(r"^- ", f"- {written};\n- ", rest, count=1, flags=re.MULTILINE)
        assert count
        return f"{head}{organisation}{rest}"

    return mutate


def with_goal(line: str) -> Mutate:
    """One more target stands first among those of the first goal."""
    return swapped(r"^(Mục tiêu 1: [^\n]*\n\n)", rf"\g<1>- {line};\n")


def without(first: str, last: str) -> Mutate:
    """What stands from one pattern up to another is left out."""
    return swapped(rf"{first}(?:.|\n)*?(?={last})", "")


def moved_below_the_title(text: str, _: datetime.date) -> str:
    """The line of number and symbol stands under the title."""
    number = re.search(r"^Số: [^\n]*\n", text, re.MULTILINE)
    assert number is not None
    rest = text[: number.start()] + text[number.end() :]
    return re.sub(r"^(KẾ HOẠCH\n[^\n]*\n)", rf"\1{number[0]}", rest, count=1, flags=re.MULTILINE)


def by_nobody(text: str, day: datetime.date) -> str:
    """Neither header nor preamble names who issues the plan."""
    return swapped(r"^[^\n]* ban hành Kế hoạch như sau:\n", "")(without(r"\A", "CỘNG HÒA")(text, day), day)


def title_of_former_years(text: str, day: datetime.date) -> str:
    """The title names a year that was over long ago."""
    return re.sub(
        r"^(KẾ HOẠCH)\n[^\n]*", rf"\1\nCông tác bình đẳng giới năm {day.year - 3}", text, count=1, flags=re.MULTILINE
    )


def with_dated_basis(text: str, day: datetime.date) -> str:
    """A plan of the province rests on one that is dated after it."""
    later = day + datetime.timedelta(days=20)
    line = f"Căn cứ Kế hoạch số 36/KH-UBND ngày {later:%d} tháng {later.month} năm {later.year} của UBND tỉnh"
    return with_basis(line)(text, day)


FAMILY = "về tăng cường sự lãnh đạo của Đảng đối với công tác xây dựng gia đình trong tình hình mới"

FAULTS: Mapping[str, tuple[str, Mutate]] = {
    # The header.
    "no number yet": ("STR004", swapped(r"^Số: [0-9]+/", "Số:     /")),
    "no day yet": ("STR005", swapped(r", ngày [0-9]+ tháng", ", ngày     tháng")),
    "a number without its nought": ("STR010", swapped(r"^Số: [0-9]+/", "Số: 5/")),
    "no issuer": ("STR011", by_nobody),
    "no national title": ("STR012", without("^CỘNG HÒA", "^Số:")),
    "dashes in the motto": ("STR013", swapped("Độc lập - Tự do", "Độc lập – Tự do")),
    "the number below the title": ("STR014", moved_below_the_title),
    "no colon after Số": ("STR015", swapped("^Số: ", "Số ")),
    "a blank in the symbol": ("STR017", swapped(r"^(Số: [0-9]+/KH-)", r"\g<1> ")),
    "a plan with the symbol of a programme": ("STR018", swapped(r"^(Số: [0-9]+/)KH-", r"\g<1>CTr-")),
    "the symbol of another department": ("STR019", swapped(r"^(Số: [0-9]+/KH-)\S+", r"\g<1>STC")),
    "the number in the style of the Party": ("STR020", swapped(r"^Số: ([0-9]+)/KH-\S+", r"Số: \g<1>-KH/UBND")),
    "no comma behind the place": ("STR021", swapped(r", ngày ([0-9]+) tháng", r" ngày \g<1> tháng")),
    "a day without its nought": ("STR022", swapped(r", ngày [0-9]+ tháng", ", ngày 7 tháng")),
    "a title of three years before": ("STR024", title_of_former_years),
    # Numbering and sections.
    "a number left out": ("STR001", swapped("^IV. TỔ CHỨC", "VI. TỔ CHỨC")),
    "a marker without its dot": ("STR002", swapped(r"^2\. Yêu cầu", "2 Yêu cầu")),
    "a number twice": ("STR003", swapped(r"^2\. Yêu cầu", "1. Yêu cầu")),
    "a heading with nothing under it": ("STR029", without(r"(?<=2\. Yêu cầu)\n", r"\nII\. ")),
    # The ending.
    "no closing mark": ("STR006", swapped(r"\nTrên đây là [^\n]*", "")),
    "another closing mark": ("STR007", swapped(r"thực hiện\./\.$", "thực hiện/.")),
    "no recipients": ("STR008", without(r"(?<=Nơi nhận:\n)- ", "^(?:TM|KT|GIÁM|HIỆU|CHỦ)")),
    "no signature": ("STR009", swapped(r"(- Lưu: [^\n]*\n)(?:.|\n)*\Z", r"\1")),
    "no line for the archive": ("STR032", swapped(r"^- Lưu: [^\n]*\n", "")),
    "a recipient twice": ("STR033", swapped(r"(?<=Nơi nhận:\n)(- [^\n]*\n)", r"\1\1")),
    "a head who signs for himself": (
        "STR037",
        swapped(r"(- Lưu: [^\n]*\n)(?:.|\n)*\Z", "\\1KT. GIÁM ĐỐC\nGIÁM ĐỐC\nTrần Văn Mẫu\n"),
    ),
    "the Party's prefix": (
        "STR038",
        swapped(r"(- Lưu: [^\n]*\n)(?:.|\n)*\Z", "\\1T/M ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Mẫu\n"),
    ),
    # References.
    "a dispatch with the symbol of a plan": (
        "REF001",
        with_basis("Căn cứ Công văn số 638/KH-SNV ngày 05 tháng 01 năm 2015 của Sở Nội vụ"),
    ),
    "a Party organ in the style of the State": (
        "REF002",
        with_item("Quán triệt Chỉ thị số 07/CT-TU ngày 30/12/2011 của Tỉnh ủy"),
    ),
    "a blank in a symbol": ("REF003", with_item("Thực hiện Kế hoạch số 365/KH- UBND ngày 15/11/2015 của UBND tỉnh")),
    "a basis of after the plan": ("REF004", with_dated_basis),
    "another date than the catalogue's": (
        "REF005",
        with_item("Thực hiện Nghị quyết số 28/NQ-CP ngày 13 tháng 3 năm 2021 của Chính phủ"),
    ),
    "a State organ in the style of the Party": ("REF007", with_item("Triển khai Đề án số 938-ĐA/CP của Chính phủ")),
    "the number of another act": (
        "REF008",
        with_item(f"Quán triệt Chỉ thị số 26-CT/TW ngày 24 tháng 6 năm 2021 của Ban Bí thư {FAMILY}"),
    ),
    "an impossible date of an act": (
        "REF021",
        with_item("Thực hiện Kế hoạch số 36/KH-UBND ngày 31/6/2015 của UBND tỉnh"),
    ),
    "a number of another year than the date": (
        "REF023",
        with_item("Thực hiện Nghị định số 130/2013/NĐ-CP ngày 05/3/2012 của Chính phủ"),
    ),
    "a type written twice": (
        "REF020",
        with_item("Thực hiện Kế hoạch Kế hoạch số 36/KH-UBND ngày 15/6/2015 của UBND tỉnh"),
    ),
    # Goals, tasks and days.
    "a share above the whole": ("GOL003", with_goal("Đến năm 2045, 130% nữ viên chức được tập huấn")),
    "a range upside down": ("GOL009", with_goal("Đến năm 2045, từ 50% đến 40% nữ viên chức được tập huấn")),
    "another month": (
        "CAL001",
        with_item("Tổ chức Tháng hành động vì bình đẳng giới từ ngày 01/11/{year} đến ngày 30/11/{year}"),
    ),
    "a day that is none": ("CAL002", with_item("Gửi báo cáo trước ngày 31/6/2044")),
    "the end before the start": ("CAL003", with_item("Tổ chức Tuần lễ Áo dài từ ngày 08/3/2044 đến ngày 01/3/2044")),
    "a deadline of the year before": ("CAL004", with_item("Sở Nội vụ gửi báo cáo trước ngày 15/6/{before}")),
    "another weekday": ("CAL007", with_item("Họp vào Thứ Hai, ngày 16/6/2043")),
    "another feast day": ("CAL008", with_item("Tổ chức kỷ niệm ngày Phụ nữ Việt Nam 20/11")),
    # Letters.
    "a legacy encoding": ("DOC003", with_item("Phèi hîp víi Uû ban nh©n d©n tØnh tæ chøc thùc hiÖn kÕ ho¹ch")),
    "decomposed letters": (
        "DOC004",
        lambda text, _: (
            text.replace("nhận thức", unicodedata.normalize("NFD", "nhận thức"))
            .replace("nhiệm", unicodedata.normalize("NFD", "nhiệm"), 1)
            .replace("hiện", unicodedata.normalize("NFD", "hiện"), 1)
        ),
    ),
    "a letter of another alphabet": ("DOC005", with_item("Phối hợp với Ðảng ủy xã")),
    "a letter nobody sees": ("DOC006", with_item("Phối hợp\u200b với các phòng")),
    "a quotation that is not closed": ("DOC007", with_item("Hưởng ứng phong trào “Giỏi việc nước, đảm việc nhà")),
    "a letter that was lost": ("DOC010", with_item("Phối hợp với \ufffdng ủy xã")),
}
"""By what was done, the code of the rule that finds it, and how it is done."""


def written_by_the_state(written: WrittenPlan) -> bool:
    return written.plan.header.family is not DocumentFamily.PARTY


STATE_PLANS = strategies.written_plans(layouts=("plain",)).filter(written_by_the_state)
FEW = settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)


def errors(text: str) -> set[str]:
    return {finding.code for finding in check(read(text)) if finding.severity is Severity.ERROR}


@pytest.mark.parametrize("fault", sorted(FAULTS))
class TestFaults:
    """Each fault is found by its rule, and by no other rule as an error."""

    @FEW
    @given(written=STATE_PLANS)
    def test_it(self, fault: str, written: WrittenPlan) -> None:
        code, mutate = FAULTS[fault]
        assert errors(written.text) == set()
        day = written.plan.date.to_date() if written.plan.date is not None else None
        assert day is not None
        text = mutate(written.text, day)
        assert text != written.text
        found = check(read(text))
        assert code in {finding.code for finding in found}
        assert errors(text) <= {code}


def test_there_are_many() -> None:
    assert len(FAULTS) >= 30
    assert unicodedata.is_normalized("NFC", "".join(FAULTS))
