"""Findings as SARIF 2.1.0 (OASIS), which editors and code hosts read."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote_from_bytes

from vstbpn.exporting.findings.checked import CheckedFile, Lines
from vstbpn.exporting.findings.sarif_rules import LEVELS, Descriptors
from vstbpn.exporting.findings.writing import json_text
from vstbpn.findings import Finding
from vstbpn.values import Span
from vstbpn.version import VERSION
from vstbpn.vocabulary import check_language

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "vstbpnFinding/v1"
_DRIVE = re.compile(r"[A-Za-z]:[/\\]")


def findings_to_sarif(files: Iterable[CheckedFile], language: str = "vi") -> str:
    """Findings as a SARIF 2.1.0 log (kết quả kiểm tra dạng SARIF): one run, with each rule that occurs.

    Columns and offsets are code points of the text as decoded (``columnKind``). A fingerprint is made of the code and the
    words at fault, and of how many of the like stand before it in the file, so that it outlives what is written elsewhere.

    Args:
        files: What was checked; each is asked for once. A relative name stays relative, an absolute one becomes a
            ``file:`` URI.
        language: vi or en.

    Raises:
        InvalidValueError: There is no such language.
        NotFoundError: A finding is of no rule that is known, and brings no words of its own.

    >>> import json
    >>> finding = Finding.of("STR010", args={"written": "5", "expected": "05"}, span=Span(4, 5))
    >>> written = findings_to_sarif([CheckedFile(name="nháp/kế hoạch.txt", source="Số: 5/KH-SYT", findings=(finding,))])
    >>> result = json.loads(written)["runs"][0]["results"][0]
    >>> result["ruleId"], result["level"], result["locations"][0]["physicalLocation"]["region"]["snippet"]["text"]
    ('STR010', 'warning', '5')
    """
    check_language(language)
    rules = Descriptors(language)
    names: dict[str, None] = {}
    results: list[dict[str, Any]] = []
    for file in files:
        names[uri(file.name)] = None
        results.extend(_results(file, rules, language))
    driver = {
        "name": "vstbpn",
        "version": VERSION,
        "semanticVersion": VERSION,
        "language": language,
        "rules": rules.told,
    }
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": name}} for name in names],
        "results": results,
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def uri(name: str) -> str:
    r"""The name of a file as a URI, relative where the name is.

    >>> uri("nháp/kế hoạch 1.txt"), uri("/srv/a#b.txt"), uri("C:\\nháp\\a.txt")
    ('nh%C3%A1p/k%E1%BA%BF%20ho%E1%BA%A1ch%201.txt', 'file:///srv/a%23b.txt', 'file:///C:/nh%C3%A1p/a.txt')
    """
    head = ""
    if _DRIVE.match(name):
        head, name = f"file:///{name[0]}:", name[2:].replace("\\", "/")
    elif name.startswith("/"):
        head = "file://"
    # What cannot be written in UTF-8 stands in a name for bytes that are no UTF-8.
    return head + quote_from_bytes(name.encode("utf-8", "surrogatepass"), safe="/")


def _results(file: CheckedFile, rules: Descriptors, language: str) -> Iterator[dict[str, Any]]:
    lines = Lines(file.source)
    artifact = {"uri": uri(file.name)}
    alike: Counter[str] = Counter()
    for finding in file.findings:
        words = _identity(finding, file.source)
        alike[words] += 1
        fingerprint = f"{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}:{alike[words]}"
        yield {
            "ruleId": finding.code,
            "ruleIndex": rules.index(finding),
            "level": LEVELS[finding.severity],
            "message": {"text": _message(_told(finding, language))},
            "locations": [_location(finding, lines, artifact)],
            "partialFingerprints": {_FINGERPRINT: fingerprint},
            **_fixes(finding, lines, artifact, language),
            "properties": _properties(finding, language),
        }


def _identity(finding: Finding, source: str) -> str:
    """What makes a finding the same in another state of the text: its rule, and the words at fault or told."""
    words = finding.span.of(source) if finding.span is not None else ""
    told = words or " ".join(value for _, value in finding.args)
    return f"{finding.code}\n{unicodedata.normalize('NFC', ' '.join(told.split()))}"


def _told(finding: Finding, language: str) -> str:
    message, remedy = finding.message(language) or finding.code, finding.remedy(language)
    return f"{message}\n→ {remedy}" if remedy else message


def _message(text: str) -> str:
    """A text as a SARIF message, in which braces are placeholders and ``[…](…)`` a link (3.11.5, 3.11.6)."""
    text = text.replace("{", "{{").replace("}", "}}")
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text


def _properties(finding: Finding, language: str) -> dict[str, Any]:
    basis = {"basis": finding.basis.format(language)} if finding.basis is not None else {}
    return {**basis, "fixable": finding.is_fixable}


def _location(finding: Finding, lines: Lines, artifact: dict[str, str]) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if finding.span is not None:
        physical["region"] = {
            **_region(lines, finding.span),
            "snippet": {"text": lines.region(finding.span).span.of(lines.source)},
        }
    logical = {"logicalLocations": [{"fullyQualifiedName": finding.pointer}]} if finding.pointer else {}
    return {"physicalLocation": physical, **logical}


def _region(lines: Lines, span: Span) -> dict[str, Any]:
    inside, start, end = lines.region(span)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": inside.start - lines.first,
        "charLength": len(inside),
    }


def _fixes(finding: Finding, lines: Lines, artifact: dict[str, str], language: str) -> dict[str, Any]:
    if not finding.edits:
        return {}
    ordered = sorted(finding.edits, key=lambda edit: (edit.span.start, edit.span.end))
    replacements = [
        {"deletedRegion": _region(lines, edit.span), "insertedContent": {"text": edit.text}} for edit in ordered
    ]
    fix: dict[str, Any] = {"artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}]}
    if remedy := finding.remedy(language):
        fix = {"description": {"text": _message(remedy)}, **fix}
    return {"fixes": [fix]}
