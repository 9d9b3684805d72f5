"""The time to show findings grows with their number, whatever the lines they stand in."""

from collections.abc import Callable
from functools import partial

import pytest
from checked_files import finding_at

from growth import assert_linear
from vstbpn.exporting.findings.checked import CheckedFile
from vstbpn.exporting.findings.findings_json import findings_to_json
from vstbpn.exporting.findings.github import findings_to_github
from vstbpn.exporting.findings.sarif import findings_to_sarif
from vstbpn.exporting.findings.terminal import findings_to_text
from vstbpn.findings import Edit
from vstbpn.values import Span

SENTENCE = "Số: 5/KH-SNV ngày 05 tháng 4 năm 2025."
ATTEMPTS = 4
MANY = 8_000
WAYS = [findings_to_text, findings_to_json, findings_to_sarif, findings_to_github]


def file_of(count: int, between: str) -> CheckedFile:
    """A text with so many findings, one a sentence."""
    length = len(SENTENCE) + len(between)
    places = range(4, count * length, length)
    findings = tuple(finding_at(at, at + 1, Edit(span=Span(at, at), text="0"), number="5") for at in places)
    return CheckedFile(name="a.txt", source=(SENTENCE + between) * count, findings=findings)


@pytest.mark.parametrize("between", ["\r\n", " "], ids=["lines", "one-line"])
@pytest.mark.parametrize("way", WAYS)
def test_time_is_linear(way: Callable[[list[CheckedFile]], str], between: str) -> None:
    assert_linear(lambda many: partial(way, [file_of(many, between)]), MANY // 2, MANY)
