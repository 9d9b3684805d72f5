"""The rules of a SARIF log: what viewers show of a rule beside its results."""

import re
from collections.abc import Iterator
from typing import Any

from vstbpn.findings import Finding, Ground, RuleInfo, rule_info
from vstbpn.vocabulary import Severity

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""How SARIF calls the severities."""

_HOLE = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[^\W_]+")


class Descriptors:
    """The rules that occur in a log, each told once."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._places: dict[str, int] = {}
        self.told: list[dict[str, Any]] = []

    def index(self, finding: Finding) -> int:
        """Where a finding's rule stands among those told; from now on, where it was not."""
        place = self._places.get(finding.code)
        if place is None:
            place = self._places[finding.code] = len(self.told)
            self.told.append(_descriptor(_info(finding), finding.code, self._language))
        return place


def _info(finding: Finding) -> RuleInfo:
    """What there is to say of the rule itself, whichever variant of it was found."""
    return finding.own or rule_info(finding.code)


def _descriptor(info: RuleInfo, code: str, language: str) -> dict[str, Any]:
    title = _plain(info.title.in_language(language)) or code
    why = _plain(info.why.in_language(language))
    remedy = _plain(info.remedy.in_language(language))
    grounds = list(_grounds(info.grounds, language))
    helped = [part for part in (why or title, remedy and f"→ {remedy}", *grounds) if part]
    marked = [
        part for part in (why or title, remedy and f"→ **{remedy}**", "\n".join(f"- {one}" for one in grounds)) if part
    ]
    return {
        "id": code,
        "name": _identifier(info.title.in_language("en")) or code,
        "shortDescription": {"text": title},
        "fullDescription": {"text": why or title},
        "help": {"text": "\n".join(helped), "markdown": "\n\n".join(marked)},
        "defaultConfiguration": {"level": LEVELS[info.severity]},
        "properties": {"tags": [code[:3]], "severity": info.severity.value, "grounds": grounds},
    }


def _grounds(grounds: tuple[Ground, ...], language: str) -> Iterator[str]:
    """The provisions a rule rests on, each once."""
    bases = dict.fromkeys(ground.basis.format(language) for ground in grounds if ground.basis is not None)
    yield from bases


def _plain(text: str) -> str:
    """A wording without the names of what a finding fills in."""
    return _HOLE.sub("…", text)


def _identifier(title: str) -> str:
    """A title as an identifier, which is what SARIF calls a rule's name.

    >>> _identifier("Number below 10 without zero")
    'NumberBelow10WithoutZero'
    """
    return "".join(word[0].upper() + word[1:] for word in _WORD.findall(_HOLE.sub(" ", title)))
