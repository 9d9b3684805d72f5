"""Explaining a rule (giải thích quy tắc): what it asks, what it rests on, and an example of either kind, in Markdown."""

import datetime
import re
from collections.abc import Iterable, Iterator

from vstbpn.dates import PartialDate
from vstbpn.findings import Finding, Ground, RuleInfo, rule_info, rule_variants
from vstbpn.lines import markdown_safe, one_line
from vstbpn.messages.catalogues import said
from vstbpn.messages.wording import Wording
from vstbpn.reading.reading import read
from vstbpn.validation.checking import check
from vstbpn.validation.rule import Rule, RuleSet
from vstbpn.vocabulary import DocumentFamily, Severity, check_language

_HOLE = re.compile(r"\{[^{}]*\}")
_FENCE = re.compile("`{3,}")


def explain(rule: Rule, language: str = "vi") -> str:
    """A rule as a page of Markdown (giải thích quy tắc): what it asks, how grave it is, its grounds, and its examples.

    What is found in the violating example is told as the rule itself finds it.

    Args:
        rule: A shipped rule, or one of your own.
        language: vi or en.

    Raises:
        InvalidValueError: There is no such language.
        NotFoundError: The rule is in no table, and brings no words of its own.

    >>> from vstbpn.validation.shipped import DEFAULT_RULES
    >>> page = explain(next(iter(DEFAULT_RULES.select("STR010"))), "en")
    >>> page.splitlines()[0]
    '# STR010: Number below 10 without a zero'
    """
    check_language(language)
    found = examples_found(rule)
    return "\n\n".join(
        part
        for part in (
            f"# {markdown_safe(headline(rule, language))}",
            _summary(rule.info, language),
            _severity(rule, found, language),
            *_variants(rule, language),
            *_grounds(rule.info, language),
            *_why(rule.info, language),
            *_violating(rule, found, language),
            *_conforming(rule, language),
        )
        if part
    )


def headline(rule: Rule, language: str = "vi") -> str:
    """The code of a rule and its name.

    >>> from vstbpn.validation.shipped import DEFAULT_RULES
    >>> headline(next(iter(DEFAULT_RULES.select("STR010"))))
    'STR010: Số dưới 10 thiếu số 0'
    """
    title = plain(rule.info.title.in_language(language))
    return f"{rule.code}: {title}" if title else rule.code


def is_fixable(rule: Rule) -> bool:
    """Whether what a rule finds can be mended for sure, as far as its example shows.

    >>> from vstbpn.validation.shipped import DEFAULT_RULES
    >>> [rule.code for rule in DEFAULT_RULES.select("STR008", "STR010") if is_fixable(rule)]
    ['STR010']
    """
    return any(finding.is_fixable for finding in examples_found(rule))


def severities(rule: Rule) -> tuple[Severity, ...]:
    """How grave what a rule finds may be, the gravest first: some rules tell one case more gravely than another.

    >>> from vstbpn.validation.shipped import DEFAULT_RULES
    >>> [severity.en for severity in severities(DEFAULT_RULES["STR022"])]
    ['warning', 'note']
    """
    variants = () if rule.own else rule_variants(rule.code)
    found = {rule.severity, *(rule_info(rule.code, variant).severity for variant in variants)}
    return tuple(severity for severity in Severity if severity in found)


def examples_found(rule: Rule) -> tuple[Finding, ...]:
    """What a rule finds in its violating example."""
    if not rule.violating:
        return ()
    report = check(read(rule.violating), rules=RuleSet(rules=(rule,)))
    return tuple(finding for finding in report if finding.code == rule.code)


def plain(text: str) -> str:
    """A wording without the names of what a finding fills in.

    >>> plain("viết “0{number}”")
    'viết “0…”'
    """
    return one_line(_HOLE.sub("…", text))


def told_ground(ground: Ground, language: str = "vi", *, is_first: bool = True) -> str:
    """What a rule rests on, with whom and how long it holds for.

    Args:
        ground: One of a rule's grounds.
        language: vi or en.
        is_first: Whether it is the first of them; a later one holds only where those before do not.

    >>> ground = Ground(basis="Điều 8 Nghị định số 30/2020/NĐ-CP", since=datetime.date(2020, 3, 5))
    >>> told_ground(ground, "en")
    'Article 8 of Decree No. 30/2020/NĐ-CP (all documents; from 5 March 2020)'
    """
    basis = ground.basis.format(language) if ground.basis is not None else _sense(language)
    return f"{basis} ({'; '.join(_reach(ground, language, is_first=is_first))})"


def _sense(language: str) -> str:
    return said("a matter of sense, without a provision").in_language(language)


def _reach(ground: Ground, language: str, *, is_first: bool) -> Iterator[str]:
    """For whom, since when and until when."""
    if ground.family is None:
        yield (said("all documents") if is_first else said("all other documents")).in_language(language)
    elif ground.family is DocumentFamily.STATE:
        yield said("documents of the State").in_language(language)
    else:
        yield said("documents of the Party").in_language(language)
    if ground.since is not None:
        yield said("from {day}").in_language(language).format(day=_day(ground.since, language))
    if ground.until is not None:
        yield said("until {day}").in_language(language).format(day=_day(ground.until, language))


def _day(day: datetime.date, language: str) -> str:
    date = PartialDate.of(day)
    return date.vi if language == "vi" else date.en


def _variants(rule: Rule, language: str) -> Iterator[str]:
    """What a shipped rule says otherwise in some cases, and how grave it is then."""
    infos = [] if rule.own else [rule_info(rule.code, variant) for variant in rule_variants(rule.code)]
    told = [
        f"- {markdown_safe(plain(info.message.in_language(language)))} ({info.severity.vi if language == 'vi' else info.severity.en})"
        for info in infos
        if (info.message, info.severity) != (rule.info.message, rule.info.severity)
    ]
    if told:
        yield said("It also tells:").in_language(language)
        yield "\n".join(told)


def _heading(words: Wording, language: str) -> str:
    return f"## {words.in_language(language)}"


def _summary(info: RuleInfo, language: str) -> str:
    """What it finds, in one line."""
    message = plain(info.message.in_language(language))
    found = said("Finds: {what}").in_language(language)
    return markdown_safe(found.format(what=message)) if message else ""


def _severity(rule: Rule, found: Iterable[Finding], language: str) -> str:
    severity = ", ".join(one.vi if language == "vi" else one.en for one in severities(rule))
    if any(finding.is_fixable for finding in found):
        mending = said("can be mended for sure: `vstbpn check --fix`")
    else:
        mending = said("to be mended by whoever knows what is meant")
    kind = said("Severity: {severity}").in_language(language).format(severity=severity)
    how = said("Mending: {how}").in_language(language).format(how=mending.in_language(language))
    return f"- {kind}\n- {how}"


def _grounds(info: RuleInfo, language: str) -> Iterator[str]:
    if info.grounds:
        yield _heading(said("What it rests on"), language)
        yield "\n".join(
            f"- {markdown_safe(told_ground(ground, language, is_first=ground is info.grounds[0]))}"
            for ground in info.grounds
        )


def _why(info: RuleInfo, language: str) -> Iterator[str]:
    if why := plain(info.why.in_language(language)):
        yield _heading(said("Why"), language)
        yield markdown_safe(why)


def _violating(rule: Rule, found: Iterable[Finding], language: str) -> Iterator[str]:
    """The example that breaks it, and what is found there."""
    if not rule.violating:
        return
    yield _heading(said("Breaks the rule"), language)
    yield _fenced(rule.violating)
    told = [f"- {markdown_safe(one_line(_told(finding, language)))}" for finding in found]
    if told:
        yield said("What is found:").in_language(language)
        yield "\n".join(dict.fromkeys(told))


def _told(finding: Finding, language: str) -> str:
    return " → ".join(words for words in (finding.message(language), finding.remedy(language)) if words)


def _conforming(rule: Rule, language: str) -> Iterator[str]:
    if rule.conforming:
        yield _heading(said("Keeps the rule"), language)
        yield _fenced(rule.conforming)


def _fenced(example: str) -> str:
    """A text as it is, fenced by more marks than it holds in a row."""
    fence = "`" * max((len(marks) + 1 for marks in _FENCE.findall(example)), default=3)
    return f"{fence}text\n{example.strip(chr(10))}\n{fence}"
