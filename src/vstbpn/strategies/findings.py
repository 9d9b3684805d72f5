"""Strategies of findings and reports, and of the settings of a check."""

import datetime

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.findings import Edit, Finding, Ground, RuleInfo, rule_codes
from vstbpn.messages.wording import Wording
from vstbpn.strategies.references import references
from vstbpn.strategies.values import places, sentences, spans
from vstbpn.validation.report import Report
from vstbpn.validation.settings import FileSettings, Settings
from vstbpn.vocabulary import DocumentFamily, Severity

_ARGUMENTS = ("written", "expected", "marker", "date")


def wordings() -> SearchStrategy[Wording]:
    """Words in both languages (lời bằng hai thứ tiếng), or in one of them.

    Use: ``@given(strategies.wordings())``.
    """
    return st.builds(Wording, vi=sentences(), en=st.just("") | sentences())


def edits() -> SearchStrategy[Edit]:
    """Edits of a text (sửa).

    Use: ``@given(strategies.edits())``.
    """
    return st.builds(Edit, span=spans(), text=st.sampled_from(["", "./.", "05", "Đ"]))


def grounds() -> SearchStrategy[Ground]:
    """What rules rest on (cơ sở của quy tắc).

    Use: ``@given(strategies.grounds())``.
    """
    return st.builds(
        Ground,
        basis=st.none() | references(),
        family=st.none() | st.sampled_from(list(DocumentFamily)),
        since=st.none() | st.dates(datetime.date(2004, 1, 1), datetime.date(2020, 12, 31)),
        until=st.none() | st.dates(datetime.date(2021, 1, 1), datetime.date(2035, 12, 31)),
    )


def rule_infos() -> SearchStrategy[RuleInfo]:
    """What there is to say of rules of an office's own (thông tin của quy tắc).

    Use: ``@given(strategies.rule_infos())``.
    """
    return st.builds(
        RuleInfo,
        code=st.integers(1, 999).map("OFF{:03}".format),
        severity=st.sampled_from(list(Severity)),
        title=wordings(),
        message=wordings(),
        remedy=wordings(),
        why=wordings(),
        grounds=st.lists(grounds(), min_size=1, max_size=2).map(tuple),
    )


@st.composite
def findings(draw: DrawFn) -> Finding:
    """Findings (phát hiện) of every rule of the table.

    Use: ``@given(strategies.findings())``.
    """
    return Finding(
        code=draw(st.sampled_from(rule_codes())),
        args=tuple(draw(st.dictionaries(st.sampled_from(_ARGUMENTS), sentences(), max_size=2)).items()),
        pointer=draw(st.sampled_from(["", "/header/symbol", "/outline/sections/0/sections/2"])),
        span=draw(places()),
        edits=tuple(draw(st.lists(edits(), max_size=2))),
        basis=draw(st.none() | references()),
    )


@st.composite
def reports(draw: DrawFn) -> Report:
    """Reports (kết quả kiểm tra) of a few findings.

    Use: ``@given(strategies.reports())``.
    """
    return Report(findings=tuple(draw(st.lists(findings(), max_size=4))))


def _prefixes() -> SearchStrategy[tuple[str, ...]]:
    codes = rule_codes()
    return st.lists(st.sampled_from([*sorted({code[:3] for code in codes}), *codes]), max_size=3).map(tuple)


def _days() -> SearchStrategy[datetime.date | None]:
    return st.none() | st.dates(datetime.date(2018, 1, 1), datetime.date(2030, 12, 31))


def file_settings() -> SearchStrategy[FileSettings]:
    """Settings for some files (thiết lập riêng cho một số tệp).

    Use: ``@given(strategies.file_settings())``.
    """
    return st.builds(
        FileSettings,
        pattern=st.sampled_from(["**", "nhap/**", "*.md", "2026/*/ke-hoach-??.txt"]),
        select=st.none() | _prefixes(),
        ignore=_prefixes(),
        on=_days(),
    )


def settings() -> SearchStrategy[Settings]:
    """Settings of a check (thiết lập kiểm tra).

    Use: ``@given(strategies.settings())``.
    """
    return st.builds(
        Settings,
        select=st.none() | _prefixes(),
        ignore=_prefixes(),
        on=_days(),
        per_file=st.lists(file_settings(), max_size=2).map(tuple),
    )
