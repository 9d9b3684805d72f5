"""The command that checks documents: what is wrong, where, and mending it."""

import datetime
import sys
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from vstbpn.cli.check_summary import Tally, statistics_of, summary_of
from vstbpn.cli.files import (
    STANDARD_INPUT,
    Loaded,
    encoded,
    found_files,
    load,
    replace_file,
    with_line_ends,
)
from vstbpn.cli.shared import (
    DAY_FORMS,
    FINDINGS,
    UNUSABLE,
    Lang,
    Language,
    day,
    fail,
    note,
    put,
    put_bytes,
    reason_of,
    refuse_overwriting,
)
from vstbpn.errors import VstbpnError
from vstbpn.exporting.findings.checked import CheckedFile
from vstbpn.exporting.findings.findings_json import findings_to_json
from vstbpn.exporting.findings.github import findings_to_github
from vstbpn.exporting.findings.sarif import findings_to_sarif
from vstbpn.exporting.findings.terminal import findings_to_text
from vstbpn.exporting.findings.unified import unified_diff
from vstbpn.messages.catalogues import said
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check as check_reading
from vstbpn.validation.fixing import fix as mend
from vstbpn.validation.settings import Settings
from vstbpn.validation.settings_file import SettingsError, checked_codes
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.vocabulary import Severity

_FEW = 5
"""So many files are checked before anybody wonders how far it got."""


class ReportForm(StrEnum):
    """How findings are shown."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


class Gravity(StrEnum):
    """From which severity on findings make the command fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_FAILING = {
    Gravity.ERROR: frozenset({Severity.ERROR}),
    Gravity.WARNING: frozenset({Severity.ERROR, Severity.WARNING}),
    Gravity.NOTE: frozenset(Severity),
}


class _Asked(NamedTuple):
    """What is to be done with each file."""

    settings: "_SettingsOf"
    fix: bool
    diff: bool


def check(  # noqa: PLR0917  # One parameter for each option.
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATHS",
            help="Text files in UTF-8 or UTF-16; folders, of which *.txt and *.md are checked "
            "(but no README, CHANGELOG, LICENSE); - reads standard input.",
        ),
    ],
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select", metavar="CODES", help="Apply only these rules: codes or their beginnings, STR,REF001."
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODES", help="Leave these rules out.")
    ] = None,
    form: Annotated[ReportForm, typer.Option("--format", help="How to show the findings.")] = ReportForm.TEXT,
    output: Annotated[
        str | None, typer.Option("--output", "--out", metavar="FILE", help="Write there instead of to standard output.")
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend in the files what is sure to be mended, and show what is left.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would do, and write nothing.")] = False,
    on: Annotated[
        datetime.datetime | None,
        typer.Option(
            "--on", help="The day to judge by.", formats=DAY_FORMS, metavar="DATE", show_default="that of each document"
        ),
    ] = None,
    config: Annotated[
        str | None,
        typer.Option(
            "--config",
            metavar="FILE",
            help="The settings to go by.",
            show_default="vstbpn.toml or pyproject.toml, the nearest to each file",
        ),
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Look for no settings.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even where something is found.")] = False,
    fail_on: Annotated[
        Gravity, typer.Option("--fail-on", help="Exit with 1 only for findings as grave as that, or graver.")
    ] = Gravity.NOTE,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Show how often each rule found something, instead of what it found.")
    ] = False,
    lang: Lang = Language.VI,
) -> None:
    """Check plans: each fault where it stands, the rule it breaks, and what to write instead.

    Exit codes: 0 nothing found, 1 something found, 2 something could not be used.
    """
    _refuse_idle(form, config, diff=diff, isolated=isolated, statistics=statistics)
    if diff and fail_on is not Gravity.NOTE:
        fail("--diff", "exits with 1 where it would mend something, whatever its severity; leave --fail-on out")
    asked = _Asked(_SettingsOf.of(select, ignore, day(on), config, isolated=isolated), fix, diff)
    tally = Tally()
    files = found_files(paths, tally.tell)
    refuse_overwriting(output, files, paths)
    mends_standard_input = fix and not diff and STANDARD_INPUT in files
    if mends_standard_input and output is None and form is not ReportForm.TEXT:
        fail("--fix", "of standard input prints the mended text; say with --output where the findings go")
    done = (one for file in _shown_to_go_on(files, lang) if (one := _done(file, asked, tally)) is not None)
    shown = _shown(done, form, lang.value, diff=diff, statistics=statistics)
    _write(shown, output, beside=mends_standard_input)
    if tally.files:
        note(summary_of(tally, lang.value, diff=diff, fix=fix))
    _exit(tally, fail_on, diff=diff, exit_zero=exit_zero)


def _refuse_idle(form: ReportForm, config: str | None, *, diff: bool, isolated: bool, statistics: bool) -> None:
    """Refuse options that would do nothing beside the others: nobody is to believe that they were heeded."""
    if isolated and config is not None:
        fail("--isolated", "looks for no settings; leave it or --config out")
    if form is not ReportForm.TEXT and (diff or statistics):
        fail("--diff" if diff else "--statistics", "shows lines of text; leave --format out")
    if diff and statistics:
        fail("--diff", "shows what would be mended; leave --statistics out")


class _SettingsOf:
    """The settings of each file: those asked for before those found, which are looked for once a folder."""

    def __init__(self, asked: Settings, chosen: Settings | None) -> None:
        self._asked = asked
        self._chosen = chosen
        self._found: dict[str, Settings] = {}

    @classmethod
    def of(
        cls,
        select: list[str] | None,
        ignore: list[str] | None,
        on: datetime.date | None,
        config: str | None,
        *,
        isolated: bool,
    ) -> "_SettingsOf":
        """What options say; where one of them says nothing that can be used, that is told, and the command stops."""
        try:
            asked = Settings(
                select=_selected(select) if select else None, ignore=_codes(ignore or [], "--ignore"), on=on
            )
            chosen = Settings() if isolated else None
            return cls(asked, chosen if config is None else Settings.read(config))
        except SettingsError as error:
            note(f"vstbpn: {error}")
            raise typer.Exit(UNUSABLE) from None

    def file(self, name: str) -> Settings:
        """The settings of a file.

        Raises:
            SettingsError: Those found cannot be used.
        """
        found = self._chosen
        if found is None:
            folder = str(Path(name).absolute().parent)
            if folder not in self._found:
                self._found[folder] = Settings.nearest(name)
            found = self._found[folder]
        return found.but(select=self._asked.select, ignore=self._asked.ignore, on=self._asked.on)


def _codes(given: Iterable[str], option: str) -> tuple[str, ...]:
    """The codes an option names, apart by commas or given one after the other."""
    codes = [code.strip().upper() for several in given for code in several.split(",") if code.strip()]
    return checked_codes(codes, option, "", DEFAULT_RULES)


def _selected(given: Iterable[str]) -> tuple[str, ...]:
    """The codes to apply; none at all would find nothing wrong with anything."""
    codes = _codes(given, "--select")
    if not codes:
        raise SettingsError(
            "--select", "", "it names no rule; give codes such as STR,REF001, or leave it out for all rules"
        )
    return codes


def _shown_to_go_on(files: list[str], lang: Language) -> Iterator[str]:
    """The files one by one, with a bar on a terminal that shows how far it got."""
    if len(files) <= _FEW or not sys.stderr.isatty():
        yield from files
        return
    from rich.console import Console
    from rich.progress import track

    label = said("Checking").in_language(lang.value)
    yield from track(files, description=label, console=Console(stderr=True), transient=True)


class _Done(NamedTuple):
    """What was done with a file."""

    checked: CheckedFile
    before: str


def _done(name: str, asked: _Asked, tally: Tally) -> _Done | None:
    """What was done with a file; None where it could not be used, which is told."""
    try:
        loaded = load(name)
        settings = asked.settings.file(name)
        rules, on = settings.rules_for(name), settings.day_for(name)
        if not (asked.fix or asked.diff):
            report = check_reading(read(loaded.text), rules=rules, on=on)
            tally.count(report)
            return _Done(CheckedFile(name=name, source=loaded.text, findings=report.findings), loaded.text)
        fixed = mend(loaded.text, rules=rules, on=on)
        text, report = with_line_ends(fixed.text, loaded.text), fixed.report
        if text != fixed.text:
            report = check_reading(read(text), rules=rules, on=on)
        if not asked.diff:
            _save(text, loaded)
        tally.count(report, mended=len(fixed.done))
        return _Done(CheckedFile(name=name, source=text, findings=report.findings), loaded.text)
    except SettingsError as error:
        tally.tell_once(str(error))
    except (VstbpnError, OSError) as error:
        tally.tell(name, reason_of(error))
    return None


def _save(text: str, loaded: Loaded) -> None:
    """Write a mended text where it came from."""
    data = loaded.data if text == loaded.text else encoded(text, loaded)
    if loaded.name == STANDARD_INPUT:
        put_bytes(data)
    elif data != loaded.data:
        replace_file(loaded.name, data, loaded.data)


def _shown(done: Iterable[_Done], form: ReportForm, language: str, *, diff: bool, statistics: bool) -> str:
    if diff:
        return "\n".join(
            shown for one in done if (shown := unified_diff(one.checked.name, one.before, one.checked.source))
        )
    checked = (one.checked for one in done)
    if statistics:
        found = [finding for file in checked for finding in file.findings]
        return statistics_of(found, language)
    ways: dict[ReportForm, Callable[[], str]] = {
        ReportForm.TEXT: lambda: findings_to_text(checked, language),
        ReportForm.JSON: lambda: findings_to_json(checked),
        ReportForm.SARIF: lambda: findings_to_sarif(checked, language),
        ReportForm.GITHUB: lambda: findings_to_github(checked, language),
    }
    return ways[form]()


def _write(shown: str, output: str | None, *, beside: bool) -> None:
    """Put what is shown where it was asked for; on standard error where standard output holds a mended text."""
    text = f"{shown}\n" if shown else ""
    if output is not None and output != STANDARD_INPUT:
        try:
            Path(output).write_bytes(text.encode("utf-8", "backslashreplace"))
        except (OSError, ValueError) as error:
            fail(output, reason_of(error))
    elif shown:
        (note if beside else put)(shown)


def _exit(tally: Tally, fail_on: Gravity, *, diff: bool, exit_zero: bool) -> None:
    if tally.unusable:
        raise typer.Exit(UNUSABLE)
    failing = sum(tally.severities[severity] for severity in _FAILING[fail_on])
    if (tally.mended if diff else failing) and not exit_zero:
        raise typer.Exit(FINDINGS)
