"""The commands about one document: read it, check it, annotate it."""

import json
from typing import Annotated

import typer

from vstbpn.cli.shared import FINDINGS, File, Lang, Language, fail, put, reading_of
from vstbpn.errors import caret
from vstbpn.findings import Finding
from vstbpn.serialisation.annotations import annotate as annotations_of
from vstbpn.serialisation.documents import to_json
from vstbpn.summary import summarise
from vstbpn.validation.check import check as check_plan


def read_command(
    file: File,
    as_json: Annotated[bool, typer.Option("--json", help="Print the plan as JSON instead of a summary.")] = False,
    lang: Lang = Language.VI,
) -> None:
    """Show what a document holds: issuer, number, bases, goals, tasks, deadlines."""
    reading = reading_of(file)
    if not as_json:
        put(summarise(reading, lang.value))
        return
    if reading.plan is None:
        fail(file, reading.findings[0].message(lang.value) if reading.findings else "no plan")
    put(to_json(reading.plan, indent=2))


def check(file: File, lang: Lang = Language.VI) -> None:
    """Check a plan: one finding each, with its place, its rule and what to write instead."""
    reading = reading_of(file)
    documents = reading.documents if reading.plan is not None else ()
    findings = [*reading.findings, *(finding for document in documents for finding in check_plan(document))]
    for finding in findings:
        put(_line(file, reading.source, finding, lang.value))
    if findings:
        raise typer.Exit(FINDINGS)


def annotate(file: File) -> None:
    """Print what was found as JSON Lines: one annotation a line, with code point offsets."""
    for annotation in annotations_of(reading_of(file)):
        put(json.dumps(annotation, ensure_ascii=False))


def _line(file: str, source: str, finding: Finding, language: str) -> str:
    """A finding as ``file:line:column: code severity: message``, its source line with a caret, remedy and basis."""
    start = finding.span.start if finding.span else 0
    line = source.count("\n", 0, start) + 1
    column = start - (source.rfind("\n", 0, start) + 1) + 1
    severity = finding.severity.vi if language == "vi" else finding.severity.en
    parts = [f"{file}:{line}:{column}: {finding.code} {severity}: {finding.message(language)}"]
    if finding.span is not None and len(finding.span) < len(source):
        parts.append(caret(source, finding.span))
    basis = f" ({finding.basis.format(language)})" if finding.basis else ""
    parts.append(f"  → {finding.remedy(language)}{basis}")
    return "\n".join(parts)
