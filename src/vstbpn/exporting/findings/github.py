"""Findings as workflow commands of GitHub Actions, which it shows beside the changed lines."""

import re
from collections.abc import Iterable, Iterator

from vstbpn.exporting.findings.checked import CheckedFile, Lines
from vstbpn.findings import Finding
from vstbpn.lines import harmless
from vstbpn.vocabulary import Severity, check_language

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}
_IN_DATA = re.compile("[%\r\n]")
_IN_PROPERTY = re.compile("[%\r\n:,]")


def findings_to_github(files: Iterable[CheckedFile], language: str = "vi") -> str:
    """Findings as annotations of GitHub Actions (chú thích của GitHub), one command a line.

    An error becomes ``::error``, a warning ``::warning``, a note ``::notice``. Columns are left out where a finding runs
    over several lines, since GitHub takes them of one line alone. Characters that would steer a terminal are shown as �.

    Args:
        files: What was checked; each is asked for once.
        language: vi or en.

    Raises:
        InvalidValueError: There is no such language.
        NotFoundError: A finding is of no rule that is known, and brings no words of its own.

    >>> from vstbpn.values import Span
    >>> finding = Finding.of("STR010", args={"written": "5", "expected": "05"}, span=Span(4, 5))
    >>> checked = CheckedFile(name="ke-hoach.txt", source="Số: 5/KH-SYT", findings=(finding,))
    >>> findings_to_github([checked], "en").partition("title=")[0]
    '::warning file=ke-hoach.txt,line=1,col=5,endLine=1,endColumn=6,'
    """
    check_language(language)
    return "\n".join(command for file in files for command in _commands(file, language))


def _commands(file: CheckedFile, language: str) -> Iterator[str]:
    lines = Lines(file.source)
    for finding in file.findings:
        properties = {
            "file": file.name,
            **_place(lines, finding),
            "title": f"{finding.code} {finding.title(language)}",
        }
        written = ",".join(f"{name}={_escaped(_IN_PROPERTY, str(value))}" for name, value in properties.items())
        yield f"::{_COMMANDS[finding.severity]} {written}::{_escaped(_IN_DATA, _told(finding, language))}"


def _place(lines: Lines, finding: Finding) -> dict[str, int]:
    if finding.span is None:
        return {"line": 1}
    _, start, end = lines.region(finding.span)
    if start.line != end.line:
        return {"line": start.line, "endLine": end.line}
    return {"line": start.line, "col": start.column, "endLine": end.line, "endColumn": end.column}


def _told(finding: Finding, language: str) -> str:
    basis = f"({finding.basis.format(language)})" if finding.basis is not None else ""
    remedy = finding.remedy(language)
    return "\n".join(line for line in (finding.message(language), remedy and f"→ {remedy}", basis) if line)


def _escaped(special: re.Pattern[str], text: str) -> str:
    return special.sub(lambda match: _ESCAPES[match[0]], harmless(text))
