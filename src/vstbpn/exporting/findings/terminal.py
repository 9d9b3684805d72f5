"""Findings for the terminal: place, source line with a caret, remedy and article."""

from collections.abc import Iterable, Iterator

from vstbpn.errors import caret
from vstbpn.exporting.findings.checked import CheckedFile, Lines
from vstbpn.findings import Finding
from vstbpn.lines import harmless_name, one_line
from vstbpn.vocabulary import check_language

FIXABLE = "[*]"
"""The mark of findings that can be mended without thinking."""

_REACH = 200
"""More of a line than ``caret`` shows, to either side."""


def findings_to_text(files: Iterable[CheckedFile], language: str = "vi") -> str:
    r"""Findings as text for people (kết quả kiểm tra dạng chữ), in the order given; nothing where nothing was found.

    Each begins with ``file:line:column: CODE severity: message``; what can be mended for sure is marked ``[*]``. Then
    follow the source line, with carets under the words at fault, the remedy, and the provision that is broken.

    Args:
        files: What was checked; each is asked for once, so that a generator will do.
        language: vi or en.

    Raises:
        InvalidValueError: There is no such language.
        NotFoundError: A finding is of no rule that is known, and brings no words of its own.

    >>> from vstbpn.values import Span
    >>> finding = Finding.of("STR002", args={"marker": "1.4"}, span=Span(12, 15))
    >>> print(findings_to_text([CheckedFile(name="ke-hoach.txt", source="I. MỤC TIÊU\n1.4 Nữ", findings=(finding,))], "en"))
    ke-hoach.txt:2:1: STR002 warning: the marker “1.4” lacks its dot
      1.4 Nữ
      ^^^
      → write “1.4.”
      (clause 6, Section II, Appendix I of Decree No. 30/2020/NĐ-CP of 5 March 2020 of the Government)
    """
    check_language(language)
    return "\n".join(block for file in files for block in _blocks(file, language))


def _blocks(file: CheckedFile, language: str) -> Iterator[str]:
    lines = Lines(file.source)
    for finding in file.findings:
        yield "\n".join(_shown(file.name, lines, finding, language))


def _shown(name: str, lines: Lines, finding: Finding, language: str) -> Iterator[str]:
    span = finding.span
    line, column = lines.position(span.start if span else 0)
    severity = finding.severity.vi if language == "vi" else finding.severity.en
    mark = f"{FIXABLE} " if finding.is_fixable else ""
    yield f"{harmless_name(name)}:{line}:{column}: {finding.code} {severity}: {mark}{one_line(finding.message(language))}"
    # What is wrong with a text as a whole is not to be seen in its first line.
    if span is not None and len(lines.source) > 0 and len(span) < len(lines.source):
        yield caret(*lines.around(span, _REACH))
    if remedy := one_line(finding.remedy(language)):
        yield f"  → {remedy}"
    if finding.basis is not None:
        yield f"  ({one_line(finding.basis.format(language))})"
