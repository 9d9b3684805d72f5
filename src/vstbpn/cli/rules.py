"""The command that explains rules."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

import typer

from vstbpn.cli.shared import UNUSABLE, Lang, Language, note, put
from vstbpn.exporting.findings.grounds import basis_data
from vstbpn.exporting.findings.terminal import FIXABLE
from vstbpn.exporting.findings.writing import both, json_text
from vstbpn.findings import rule_codes
from vstbpn.messages.catalogues import said
from vstbpn.messages.wording import Wording
from vstbpn.validation.explaining import explain, is_fixable, plain, severities
from vstbpn.validation.rule import Rule, RuleSet
from vstbpn.validation.settings_file import near_codes
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.version import VERSION


class RuleForm(StrEnum):
    """How rules are shown."""

    TEXT = "text"
    JSON = "json"


def rule(
    codes: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CODE]...",
            help="Codes of rules, such as REF003, or their beginnings, such as REF, to list some; without one: all.",
        ),
    ] = None,
    form: Annotated[RuleForm, typer.Option("--format", help="How to show them.")] = RuleForm.TEXT,
    lang: Lang = Language.VI,
) -> None:
    """Explain rules: what they find, what they rest on, an example of either kind; or list them all."""
    known = _known()
    wanted = list(dict.fromkeys(code.strip().upper() for code in codes or []))
    exact = [known[code] for code in wanted if code in known]
    begun = [one for one in known.values() if any(code and one.code.startswith(code) for code in wanted)]
    listed = [one for one in begun if one not in exact] if wanted else list(known.values())
    missing = [code for code in wanted if not code or not any(one.startswith(code) for one in known)]
    if form is RuleForm.JSON and (exact or listed):
        put(_json([*exact, *listed]))
    elif exact or listed:
        told = [explain(one, lang.value) for one in exact]
        put("\n\n".join([*told, "\n".join(_listed(listed, lang.value))] if listed else told))
        if listed:
            legend = said("{mark} vstbpn check --fix mends it; vstbpn rule CODE explains a rule")
            note(legend.in_language(lang.value).format(mark=FIXABLE))
    for code in missing:
        near = near_codes(code, RuleSet(rules=tuple(known.values())))
        hint = f"; did you mean {', '.join(near)}?" if near else "; vstbpn rule lists all there are"
        note(f"vstbpn: there is no rule {code!r}{hint}")
    if missing:
        raise typer.Exit(UNUSABLE)


@cache
def _known() -> dict[str, Rule]:
    """Every rule by its code: those a check applies, and those that what else is found goes by (figures, for instance)."""
    found = {code: Rule(code=code, inspect=_nothing) for code in rule_codes()}
    found.update({one.code: one for one in DEFAULT_RULES})
    return dict(sorted(found.items()))


def _nothing(*_: object) -> tuple[()]:
    return ()


def _families() -> dict[str, Wording]:
    return {
        "DOC": said("the document as a whole"),
        "STR": said("structure and layout"),
        "REF": said("references and bases"),
        "ORG": said("organisations and tasks"),
        "GOL": said("goals and targets"),
        "CAL": said("days and deadlines"),
    }


def _listed(rules: Iterable[Rule], language: str) -> Iterator[str]:
    """Rules by family, one a line."""
    by_family: dict[str, list[Rule]] = {}
    for one in rules:
        by_family.setdefault(one.code[:3], []).append(one)
    named = _families()
    for family in (*(name for name in named if name in by_family), *(name for name in by_family if name not in named)):
        yield f"{family}: {named[family].in_language(language)}" if family in named else family
        for one in by_family[family]:
            gravest = severities(one)[0]
            severity = gravest.vi if language == "vi" else gravest.en
            mark = FIXABLE if is_fixable(one) else "   "
            yield f"  {one.code}  {mark}  {severity:<8}  {plain(one.info.title.in_language(language))}"


def _json(rules: Iterable[Rule]) -> str:
    tool = {"name": "vstbpn", "version": VERSION}
    return json_text({"format": "vstbpn/rules", "version": "1.0", "tool": tool, "rules": [_told(one) for one in rules]})


def _told(one: Rule) -> dict[str, Any]:
    info = one.info
    return {
        "code": one.code,
        "severity": info.severity.value,
        "title": both(info.title),
        "message": both(info.message),
        "remedy": both(info.remedy),
        "why": both(info.why),
        "grounds": [
            {
                "family": ground.family.value if ground.family else None,
                "since": ground.since.isoformat() if ground.since else None,
                "until": ground.until.isoformat() if ground.until else None,
                "basis": basis_data(ground.basis),
            }
            for ground in info.grounds
        ],
        "violating": one.violating,
        "conforming": one.conforming,
        "fixable": is_fixable(one),
    }
