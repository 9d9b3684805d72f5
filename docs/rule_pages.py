"""A page of each rule in each language, made from the rule itself when the documentation is built."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from vstbpn.lines import markdown_safe
from vstbpn.validation import DEFAULT_RULES, Rule
from vstbpn.validation.explaining import explain, headline, is_fixable, severities

FAMILIES = {
    "CAL": "Calendar",
    "DOC": "The text as a whole",
    "GOL": "Goals and targets",
    "ORG": "Organisations",
    "REF": "References and legal bases",
    "STR": "Structure and layout",
}
OTHER = {"en": ("vi", "Tiếng Việt"), "vi": ("en", "English")}
INDEX = """# Rules

Each rule has a page: what it finds, how grave that is, which provision it rests on for whom and since when, and a text that
breaks it beside one that keeps it. `vstbpn rule REF006` prints the same page. Rules marked ✎ tell how to mend what they find
for sure: `vstbpn check --fix` does it.

The pages are made from the rules themselves, and what stands on them as found is what the rule finds in its example.

Mỗi quy tắc có một trang tiếng Việt: bấm *Tiếng Việt* ở đầu trang, hoặc chạy `vstbpn rule REF006`.
"""


def write_rule_pages(folder: Path) -> None:
    """Write the pages of all shipped rules, and the list of them."""
    rules = list(DEFAULT_RULES)
    for language in OTHER:
        (folder / language).mkdir(parents=True, exist_ok=True)
        for rule in rules:
            _write(folder / language / f"{rule.code.lower()}.md", _page(rule, language))
    _write(folder / "index.md", "\n".join([INDEX, *_lists(rules)]))


def _page(rule: Rule, language: str) -> str:
    other, name = OTHER[language]
    # Only the English pages hang in the table of contents; the others are reached from them.
    lead = "---\norphan: true\n---\n\n" if language != "en" else ""
    head, _, rest = explain(rule, language).partition("\n")
    return f"{lead}{head}\n\n[{name}](../{other}/{rule.code.lower()}.md)\n{rest}\n"


def _lists(rules: Iterable[Rule]) -> Iterable[str]:
    for family, some in groupby(rules, key=lambda rule: rule.code[:3]):
        members = list(some)
        yield f"\n## {family}: {FAMILIES.get(family, family)}\n\n| rule | severity | |\n|---|---|---|"
        for rule in members:
            link = f"[{markdown_safe(headline(rule, 'en'))}](en/{rule.code.lower()}.md)"
            yield f"| {link} | {', '.join(one.en for one in severities(rule))} | {'✎' if is_fixable(rule) else ''} |"
        pages = "\n".join(f"en/{rule.code.lower()}" for rule in members)
        yield f"\n```{{toctree}}\n:hidden:\n\n{pages}\n```"


def _write(path: Path, text: str) -> None:
    """Write a page unless it is there already: what did not change need not be built again."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
