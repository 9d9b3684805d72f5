"""Checking a plan (kiểm tra kế hoạch)."""

import datetime
from collections.abc import Iterator

from vstbpn.calendars.working.work_calendar import WorkCalendar
from vstbpn.dates import FIRST_YEAR, LAST_YEAR
from vstbpn.errors import InvalidValueError, shown
from vstbpn.findings import Finding, hold_finding
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.units.intervals import plain_day
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import Reading
from vstbpn.references.acts.acts import Acts
from vstbpn.validation.report import Report
from vstbpn.validation.rule import Context, Rule, RuleSet
from vstbpn.validation.shipped import DEFAULT_RULES

_LONGEST_ERROR = 200
_NO_PLAN = "expected a Plan, or a Reading as vstbpn.read gives it"


def check(
    document: Plan | Reading,
    *,
    rules: RuleSet | None = None,
    catalogue: Acts | None = None,
    directory: Directory | None = None,
    calendar: WorkCalendar | None = None,
    on: datetime.date | None = None,
    source: str | None = None,
) -> Report:
    """Check a plan against the rules that hold for it (kiểm tra).

    Of a ``Reading`` every document is checked, with the text it was read from; where none of them plans, all there is to say is
    that. Of a ``Plan`` alone the rules that look at letters and layout find nothing, unless its ``source`` is given.

    Args:
        document: What was read, or a plan; any is checked, however incomplete.
        rules: The rules; all that are shipped by default.
        catalogue: The acts to hold references against; the bundled ones by default.
        directory: The units to hold names against; the bundled ones by default.
        calendar: The working days to hold deadlines against; by default those of state offices.
        on: The day to judge by. By default the plan's date; where that is blank, the last day of its year; where no
            year is known either, the rules in force without end, and no act is taken for expired.
        source: The text a ``Plan`` was read from.

    Raises:
        InvalidValueError: What is given is no plan and no reading.

    Returns:
        The findings in the order they stand in the text, then by code. A rule that fails is a finding itself (DOC099).

    >>> sorted({finding.code for finding in check(Plan(), on=datetime.date(2026, 1, 1)).errors})
    []
    """
    if not isinstance(document, Plan | Reading):
        raise InvalidValueError("plan", type(document).__name__, _NO_PLAN)
    _hold_kinds(rules=rules, catalogue=catalogue, directory=directory, calendar=calendar, source=source)
    day = None if on is None else plain_day(on)
    reading = document if isinstance(document, Reading) else None
    chosen = DEFAULT_RULES if rules is None else rules
    findings: list[Finding] = []
    for plan in _documents(document):
        context = Context(
            catalogue=Acts.bundled() if catalogue is None else catalogue,
            directory=directory,
            calendar=calendar,
            on=day or _day_of(plan),
            source=source if reading is None else reading.source,
            noticed=reading.findings if reading is not None else (),
        )
        findings.extend(finding for rule in _holding(chosen, document) for finding in _found(rule, plan, context))
    return Report(findings=tuple(sorted(findings, key=_place)))


_KINDS = {"rules": RuleSet, "catalogue": Acts, "directory": Directory, "calendar": WorkCalendar, "source": str}


def _hold_kinds(**given: object) -> None:
    """Refuse what is not of the kind asked for, before every rule stumbles over it."""
    for name, value in given.items():
        if value is not None and not isinstance(value, _KINDS[name]):
            raise InvalidValueError(name, shown(value), f"expected {_KINDS[name].__name__} or None")


def _documents(document: Plan | Reading) -> tuple[Plan, ...]:
    """What there is to check; where nothing plans, one plan without anything, for what reading noticed to be told."""
    if isinstance(document, Plan):
        return (document,)
    return document.documents if document.plan is not None else (Plan(),)


def _holding(rules: RuleSet, document: Plan | Reading) -> Iterator[Rule]:
    """The rules to be asked: of a text that is no plan those of the document alone."""
    plans = isinstance(document, Plan) or document.plan is not None
    return (rule for rule in rules if plans or rule.code.startswith("DOC"))


def _found(rule: Rule, plan: Plan, context: Context) -> Iterator[Finding]:
    """What a rule finds; where it breaks down on a plan, that is told as a finding, and the others go on."""
    try:
        findings = tuple(rule.findings(plan, context))
        for finding in findings:
            hold_finding(finding)
    except Exception as error:  # noqa: BLE001  # A rule may be anybody's, and one bad rule must not hide what the others find.
        yield Finding.of("DOC099", args={"rule": rule.code, "error": _told(error)})
    else:
        yield from findings


def _told(error: Exception) -> str:
    """What went wrong, in one short line."""
    try:
        words = " ".join(str(error).split())
    except Exception:  # noqa: BLE001  # The error may be as bad as the rule.
        words = ""
    return f"{type(error).__name__}: {words}"[:_LONGEST_ERROR]


def _day_of(plan: Plan) -> datetime.date | None:
    """The day a plan is judged by where none is given: its date, else the last day of its year, else none."""
    day = plan.date.latest() if plan.date is not None else None
    if day is not None or plan.year is None or not FIRST_YEAR <= plan.year <= LAST_YEAR:
        return day
    return datetime.date(plan.year, 12, 31)


def _place(finding: Finding) -> tuple[int, int, str, str]:
    span = finding.span
    return (span.start if span else -1, span.end if span else -1, finding.code, finding.pointer)
