"""Strategies of findings and reports."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from vstbpn.catalogue.tables import rules
from vstbpn.findings import Finding
from vstbpn.strategies.values import places, sentences
from vstbpn.validation.report import Report

_ARGUMENTS = ("written", "expected", "marker", "date")


@st.composite
def findings(draw: DrawFn) -> Finding:
    """Findings (phát hiện) of every rule of the table.

    Use: ``@given(strategies.findings())``.
    """
    return Finding(
        code=draw(st.sampled_from([row.code for row in rules()])),
        args=tuple(draw(st.dictionaries(st.sampled_from(_ARGUMENTS), sentences(), max_size=2)).items()),
        pointer=draw(st.sampled_from(["", "/header/symbol", "/outline/sections/0/sections/2"])),
        span=draw(places()),
        replacement=draw(st.sampled_from([None, "./."])),
    )


@st.composite
def reports(draw: DrawFn) -> Report:
    """Reports (kết quả kiểm tra) of a few findings.

    Use: ``@given(strategies.reports())``.
    """
    return Report(findings=tuple(draw(st.lists(findings(), max_size=4))))
