"""The report of a check (kết quả kiểm tra)."""

from collections.abc import Iterator

from vstbpn.errors import caret
from vstbpn.findings import Finding
from vstbpn.values import frozen
from vstbpn.vocabulary import Severity


@frozen
class Report:
    """The findings of a check (kết quả kiểm tra), in the order they stand in the text.

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
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __str__(self) -> str:
        return self.render()

    def render(self, language: str = "vi", source: str | None = None) -> str:
        """The report as text: each finding with its remedy and basis, and its source line if ``source`` is given."""
        return "\n".join(_rendered(finding, language, source) for finding in self.findings)


def _rendered(finding: Finding, language: str, source: str | None) -> str:
    severity = finding.severity.vi if language == "vi" else finding.severity.en
    parts = [f"{finding.code} {severity}: {finding.message(language)}"]
    if source is not None and finding.span is not None:
        parts.append(caret(source, finding.span))
    parts.append(f"  → {finding.remedy(language)}")
    if finding.basis is not None:
        parts.append(f"  ({finding.basis.format('vi' if language == 'vi' else 'en')})")
    return "\n".join(parts)
