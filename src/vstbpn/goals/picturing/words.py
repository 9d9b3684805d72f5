"""What pictures of progress say (chữ trong hình tiến độ): every phrase and sign stands in a table here."""

from collections.abc import Mapping

from vstbpn.goals.evaluating.verdicts import Verdict
from vstbpn.goals.targets.target import Target
from vstbpn.vocabulary import When

SIGNS: Mapping[Verdict, str] = {
    Verdict.MET: "✓",
    Verdict.NOT_MET: "✗",
    Verdict.NOT_DUE: "…",
    Verdict.NO_DATA: "–",
    Verdict.NOT_ASSESSABLE: "?",
}
"""The sign of each verdict, so that pictures read without colours."""

PARTIAL = "!"
"""The mark of a figure that is not of all units, or not of the whole period."""

WORDS: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "title": "Tiến độ thực hiện chỉ tiêu",
        "counts": "{targets} chỉ tiêu, {units} đơn vị: {verdicts}",
        "total": "Tổng số",
        "unit": "Đơn vị",
        "target": "Chỉ tiêu",
        "mark": "mức chỉ tiêu",
        "coverage": "đơn vị báo cáo / đơn vị phải báo cáo",
        "partial": "chưa đủ số liệu",
        "nothing": "Không có gì để trình bày.",
        "by": "đến năm {year}",
        "each-year": "hằng năm",
        "each-year until": "hằng năm, đến năm {year}",
        "onwards": "từ năm {year} trở đi",
    },
    "en": {
        "title": "Progress towards targets",
        "counts": "Targets: {targets}; units: {units}; {verdicts}",
        "total": "Total",
        "unit": "Unit",
        "target": "Target",
        "mark": "level of the target",
        "coverage": "units reporting / units expected",
        "partial": "incomplete figures",
        "nothing": "There is nothing to show.",
        "by": "by {year}",
        "each-year": "each year",
        "each-year until": "each year until {year}",
        "onwards": "from {year} on",
    },
}
"""Phrases by what they tell."""


def when(target: Target, language: str, year: int | None = None) -> str:
    """When a target is due, in words; where it names no time that is the year given, else nothing.

    >>> when(Target.parse("đạt 50% nữ lãnh đạo vào năm 2025"), "en")
    'by 2025'
    """
    if target.when is When.EACH_YEAR and target.year is not None:
        return WORDS[language]["each-year until"].format(year=target.year)
    if target.when is When.BY and target.year is None:
        return "" if year is None else WORDS[language]["by"].format(year=year)
    return WORDS[language][target.when.value].format(year=target.year)
