"""Findings as JSON, for programs that know the library."""

from collections.abc import Iterable
from typing import Any

from vstbpn.exporting.findings.checked import CheckedFile, Lines, Position
from vstbpn.exporting.findings.grounds import basis_data
from vstbpn.exporting.findings.writing import json_text
from vstbpn.findings import Edit, Finding
from vstbpn.version import VERSION
from vstbpn.vocabulary import LANGUAGES

FORMAT, FORMAT_VERSION = "vstbpn/findings", "1.0"


def findings_to_json(files: Iterable[CheckedFile]) -> str:
    """Findings as one JSON document (kết quả kiểm tra dạng JSON), each in both languages.

    The document holds ``format``, ``version`` (of the format), ``tool`` (``name``, ``version``) and ``files``: of each its
    ``name`` and ``findings``, also where there are none. The keys of a finding, in this order:

    - ``code``, ``variant`` (which of a rule's wordings, or empty), ``severity`` (error, warning, info);
    - ``title``, ``message``, ``remedy``: each ``{"vi": …, "en": …}``;
    - ``arguments``: what the wording was filled with, by name;
    - ``pointer``: the place in the plan (RFC 6901);
    - ``span``: ``{"start": …, "end": …}``, code points of the text as decoded; null where the place is not known;
    - ``region``: the same as ``start`` and ``end``, each ``{"line": …, "column": …}`` from 1, the end behind the last
      character; null likewise;
    - ``basis``: the provision, in ``vi`` and ``en`` and by the keys of annotations; null for a matter of sense;
    - ``fixable``, and ``edits``: each ``start``, ``end`` and the ``text`` to be written there.

    Args:
        files: What was checked; each is asked for once.

    Raises:
        NotFoundError: A finding is of no rule that is known, and brings no words of its own.

    >>> import json
    >>> from vstbpn.values import Span
    >>> finding = Finding.of("STR010", args={"written": "5", "expected": "05"}, span=Span(4, 5))
    >>> written = findings_to_json([CheckedFile(name="ke-hoach.txt", source="Số: 5/KH-SYT", findings=(finding,))])
    >>> json.loads(written)["files"][0]["findings"][0]["region"]
    {'start': {'line': 1, 'column': 5}, 'end': {'line': 1, 'column': 6}}
    """
    return json_text(
        {
            "format": FORMAT,
            "version": FORMAT_VERSION,
            "tool": {"name": "vstbpn", "version": VERSION},
            "files": [_file(file) for file in files],
        }
    )


def _file(file: CheckedFile) -> dict[str, Any]:
    lines = Lines(file.source)
    return {"name": file.name, "findings": [_finding(finding, lines) for finding in file.findings]}


def _finding(finding: Finding, lines: Lines) -> dict[str, Any]:
    span, region = finding.span, lines.region(finding.span) if finding.span is not None else None
    return {
        "code": finding.code,
        "variant": finding.variant,
        "severity": finding.severity.value,
        "title": {language: finding.title(language) for language in LANGUAGES},
        "message": {language: finding.message(language) for language in LANGUAGES},
        "remedy": {language: finding.remedy(language) for language in LANGUAGES},
        "arguments": dict(finding.args),
        "pointer": finding.pointer,
        "span": {"start": span.start, "end": span.end} if span is not None else None,
        "region": {"start": _position(region.start), "end": _position(region.end)} if region is not None else None,
        "basis": basis_data(finding.basis),
        "fixable": finding.is_fixable,
        "edits": [_edit(edit) for edit in finding.edits],
    }


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}


def _edit(edit: Edit) -> dict[str, Any]:
    return {"start": edit.span.start, "end": edit.span.end, "text": edit.text}
