"""The report of a check (kết quả kiểm tra)."""

from collections import Counter
from collections.abc import Iterator, Mapping

from vstbpn.errors import caret
from vstbpn.findings import Finding
from vstbpn.values import frozen
from vstbpn.vocabulary import Severity, check_language


@frozen
class Report:
    """The findings of a check (kết quả kiểm tra), in the order they stand in the text.

    Args:
        findings: What was found.

    >>> report = Report(findings=(Finding.of("STR004"),))
    >>> print(report)
    STR004 cảnh báo: văn bản chưa có số
      → ghi số do văn thư cấp: “Số: 15/KH-…”
      (khoản 3 Mục II Phụ lục I Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ)
    """

    findings: tuple[Finding, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of severity error."""
        return self._of_severity(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings of severity warning."""
        return self._of_severity(Severity.WARNING)

    @property
    def notes(self) -> tuple[Finding, ...]:
        """The findings of severity info."""
        return self._of_severity(Severity.INFO)

    @property
    def fixable(self) -> tuple[Finding, ...]:
        """The findings that bring the edits to mend them."""
        return tuple(finding for finding in self.findings if finding.is_fixable)

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def of(self, *prefixes: str) -> "Report":
        """The findings whose code begins with one of the prefixes (``STR``, ``REF001``).

        >>> [finding.code for finding in Report(findings=(Finding.of("STR004"), Finding.of("REF006"))).of("REF")]
        ['REF006']
        """
        return Report(findings=tuple(finding for finding in self.findings if finding.code.startswith(prefixes)))

    def by_code(self) -> Mapping[str, int]:
        """How often each rule found something, in the order of the codes.

        >>> Report(findings=(Finding.of("STR004"), Finding.of("REF006"), Finding.of("STR004"))).by_code()
        {'REF006': 1, 'STR004': 2}
        """
        return dict(sorted(Counter(finding.code for finding in self.findings).items()))

    def by_severity(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity, the gravest first; of each, also where there are none.

        >>> Report(findings=(Finding.of("STR004"),)).by_severity()
        {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 0}
        """
        counted = Counter(finding.severity for finding in self.findings)
        return {severity: counted[severity] for severity in Severity}

    def _of_severity(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __str__(self) -> str:
        return self.render()

    def render(self, language: str = "vi", source: str | None = None) -> str:
        """The report as text: each finding with its remedy and basis, and its source line if ``source`` is given.

        ``vstbpn.exporting`` shows the findings of files, with their lines, and in other formats.

        Raises:
            InvalidValueError: There is no such language.
        """
        check_language(language)
        return "\n".join(_rendered(finding, language, source) for finding in self.findings)


def _rendered(finding: Finding, language: str, source: str | None) -> str:
    severity = finding.severity.vi if language == "vi" else finding.severity.en
    parts = [f"{finding.code} {severity}: {finding.message(language)}"]
    if source is not None and finding.span is not None:
        parts.append(caret(source, finding.span))
    parts.append(f"  → {finding.remedy(language)}")
    if finding.basis is not None:
        parts.append(f"  ({finding.basis.format(language)})")
    return "\n".join(parts)
