"""What there is to say of a check as a whole: how many files, how many findings, what was mended."""

from collections import Counter
from collections.abc import Iterable

from vstbpn.cli.shared import note
from vstbpn.exporting.findings.terminal import FIXABLE
from vstbpn.findings import Finding
from vstbpn.lines import harmless_name
from vstbpn.messages.catalogues import said
from vstbpn.messages.wording import Wording
from vstbpn.validation.report import Report
from vstbpn.vocabulary import Severity


class Tally:
    """What is counted while files are checked, and what is told meanwhile."""

    def __init__(self) -> None:
        self.files = 0
        self.found = 0
        self.fixable = 0
        self.mended = 0
        self.files_mended = 0
        self.unusable = 0
        self.severities: Counter[Severity] = Counter()
        self._told: set[str] = set()

    def count(self, report: Report, mended: int = 0) -> None:
        """Count a file, what is found in it, and what was mended."""
        self.files += 1
        self.found += len(report)
        self.fixable += len(report.fixable)
        self.mended += mended
        self.files_mended += mended > 0
        self.severities.update(report.by_severity())

    def tell(self, file: str, reason: str) -> None:
        """Tell that a file cannot be used, and why."""
        self.unusable += 1
        note(f"vstbpn: {harmless_name(file)}: {reason}")

    def tell_once(self, reason: str) -> None:
        """Tell why files cannot be used, once for all of them."""
        self.unusable += 1
        if reason not in self._told:
            self._told.add(reason)
            note(f"vstbpn: {reason}")


def summary_of(tally: Tally, language: str, *, diff: bool, fix: bool) -> str:
    """A check in one line."""
    files = _counted(tally.files, said("{count} file"), said("{count} files"), language)
    parts = [said("{files} checked").in_language(language).format(files=files)]
    if diff or fix:
        parts.append(_mended(tally, language, diff=diff))
    found = _found(tally, language)
    if fix or diff:
        found = said("left: {found}").in_language(language).format(found=found)
    parts.append(found)
    if not (diff or fix) and tally.fixable:
        can = said("{count} can be mended with --fix").in_language(language)
        parts.append(can.format(count=tally.fixable))
    if tally.unusable:
        parts.append(said("{count} could not be used").in_language(language).format(count=tally.unusable))
    return "; ".join(parts)


def _mended(tally: Tally, language: str, *, diff: bool) -> str:
    if not tally.mended:
        return said("nothing to be mended for sure").in_language(language)
    findings = _counted(tally.mended, said("{count} finding"), said("{count} findings"), language)
    files = _counted(tally.files_mended, said("{count} file"), said("{count} files"), language)
    told = said("{findings} in {files} would be mended") if diff else said("{findings} in {files} mended")
    return told.in_language(language).format(findings=findings, files=files)


def _found(tally: Tally, language: str) -> str:
    named = {
        Severity.ERROR: (said("{count} error"), said("{count} errors")),
        Severity.WARNING: (said("{count} warning"), said("{count} warnings")),
        Severity.INFO: (said("{count} note"), said("{count} notes")),
    }
    counted = [
        _counted(tally.severities[severity], one, several, language)
        for severity, (one, several) in named.items()
        if tally.severities[severity]
    ]
    return ", ".join(counted) or said("nothing found").in_language(language)


def _counted(count: int, one: Wording, several: Wording, language: str) -> str:
    return (one if count == 1 else several).in_language(language).format(count=count)


def statistics_of(findings: Iterable[Finding], language: str) -> str:
    """How often each rule found something, the most frequent first."""
    counted: Counter[str] = Counter()
    first: dict[str, Finding] = {}
    fixable: set[str] = set()
    for finding in findings:
        counted[finding.code] += 1
        first.setdefault(finding.code, finding)
        if finding.is_fixable:
            fixable.add(finding.code)
    width = max((len(str(count)) for count in counted.values()), default=0)
    return "\n".join(
        f"{count:>{width}}  {code}  {FIXABLE if code in fixable else '   '}  {first[code].title(language)}"
        for code, count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    )
