"""Writing references (cách ghi dẫn chiếu): the styles the rules prescribe, and English.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6, for the basis for issue and for citing in the text; Hướng dẫn
36-HD/VPTW for the Party's comma before the day.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from vstbpn.errors import InvalidValueError
from vstbpn.references.finding.titles import title_after
from vstbpn.references.issuers.names import issuer_en
from vstbpn.references.provisions.provision import Provision
from vstbpn.references.provisions.wording import format_provisions
from vstbpn.text import comparison_key
from vstbpn.vocabulary import DocumentType, SymbolStyle, Term

if TYPE_CHECKING:
    from vstbpn.references.citing.reference import Reference


class CitationStyle(Term):
    """A way to write a reference (cách ghi dẫn chiếu); its value is the name of the style.

    ``FULL`` writes all that is known, so that nothing is lost. The others follow the rules, by which a named act
    (Luật, Bộ luật, Pháp lệnh, Hiến pháp) needs no more than its name: ``BASIS`` writes just that, ``DATED_BASIS`` adds
    its day as was usual before 2025, ``NUMBERED_BASIS`` its number as normative acts do since 2025.

    >>> CitationStyle("vi-short")
    CitationStyle.SHORT
    """

    FULL = ("vi", "dẫn đầy đủ", "in full, as a first mention")
    SHORT = ("vi-short", "dẫn lại", "as a later mention")
    BASIS = ("vi-basis", "căn cứ ban hành", "as a basis for issue")
    DATED_BASIS = ("vi-basis-dated", "căn cứ ban hành, luật kèm ngày", "as a basis for issue, laws with their day")
    NUMBERED_BASIS = (
        "vi-basis-numbered",
        "căn cứ ban hành, luật kèm số",
        "as a basis for issue, laws with their number",
    )
    NAME = ("vi-name", "dẫn theo tên", "by name alone")
    ENGLISH = ("en", "tiếng Anh", "in English")


STYLES = tuple(str(style.value) for style in CitationStyle)
"""The names of the styles."""

UNFINISHED_TITLES = frozenset(["về", "về việc", "v/v"])
"""What opens a title, and is none alone."""

_CITED_BY_NAME = (DocumentType.CONSTITUTION, DocumentType.CODE, DocumentType.LAW, DocumentType.ORDINANCE)
_CITED_BY_NAME_WORDS = tuple(comparison_key(kind.vi) for kind in _CITED_BY_NAME)
_QUALIFIERS_EN = {"sửa đổi": "amended"}
_NO_ARTICLE = ("Vietnam Social Security", "Vietnam Television", "Voice of Vietnam", "Vietnam National University")
_SAFE_OPENINGS = (
    "về ",
    "v/v ",
    "phê duyệt ",
    "ban hành ",
    "quy định ",
    "hướng dẫn ",
    "sửa đổi",
    "triển khai ",
    "thực hiện ",
)
"""Openings of a title that no name of a body runs on into."""


def write_reference(reference: "Reference", style: CitationStyle | str) -> str:
    """Write a reference in a style.

    Raises:
        InvalidValueError: There is no such style.
    """
    try:
        chosen = CitationStyle(style)  # type: ignore[call-arg, arg-type]  # Looking a member up by its value.
    except ValueError:
        raise InvalidValueError("style", str(style), f"expected one of {', '.join(STYLES)}") from None
    if chosen is CitationStyle.ENGLISH:
        return _english(reference)
    where = _provisions(reference.provisions)
    act = _full(reference) if chosen is CitationStyle.FULL else _by_the_rules(reference, chosen)
    return f"{where} {act}" if where else act


def _provisions(provisions: tuple[Provision, ...]) -> str:
    return _listed(provisions) if len(provisions) > 1 else "".join(map(str, provisions))


@lru_cache(maxsize=1024)
def _listed(provisions: tuple[Provision, ...]) -> str:
    """Several provisions in a row as they stand before an act, which no list kept apart by ``;`` does."""
    grouped = format_provisions(provisions)
    if ";" not in grouped:
        return grouped
    written = [str(provision) for provision in provisions]
    return f"{', '.join(written[:-1])} và {written[-1]}"


def _full(reference: "Reference") -> str:
    act = " ".join([*_head(reference), *_number(reference)])
    return " ".join([act + _comma(reference), *_origin(reference), *_title(reference)])


def _by_the_rules(reference: "Reference", style: CitationStyle) -> str:
    named = reference.name is not None
    if style is CitationStyle.SHORT or (style in {CitationStyle.NAME, CitationStyle.BASIS} and named):
        parts = _head(reference, year=style is not CitationStyle.NAME)
        return " ".join(parts if named else [*parts, *_number(reference)])
    if not named:
        return (
            _full(reference) if style is not CitationStyle.NAME else " ".join([*_head(reference), *_number(reference)])
        )
    if style is CitationStyle.NUMBERED_BASIS and reference.symbol is not None:
        year = reference.symbol.year is None
        return " ".join([*_head(reference, year=year), *_number(reference)])
    if style is CitationStyle.DATED_BASIS and reference.date is not None:
        return " ".join([*_head(reference, year=reference.date.year is None), reference.date.vi])
    return " ".join(_head(reference))


def _head(reference: "Reference", *, year: bool = True) -> list[str]:
    """The type, or the name with its qualifier and year."""
    parts = [full_name(reference.type, reference.name) or reference.type or ""]
    if reference.qualifier:
        parts.append(f"({reference.qualifier})")
    if year and reference.name_year is not None:
        parts.append(f"năm {reference.name_year}")
    return [part for part in parts if part]


@lru_cache(maxsize=4096)
def full_name(type: str | None, name: str | None) -> str | None:  # noqa: A002  # The word of the values.
    """The name of an act with its type before it, as acts that are cited by name are called.

    >>> full_name("Luật", "Trẻ em"), full_name("Luật", "Luật Trẻ em")
    ('Luật Trẻ em', 'Luật Trẻ em')
    """
    kind = DocumentType.named(type) if type and name else None
    if kind is None or kind not in _CITED_BY_NAME or comparison_key(name or "").startswith(_CITED_BY_NAME_WORDS):
        return name
    return f"{kind.vi} {name}"


def _number(reference: "Reference") -> list[str]:
    return [f"số {reference.symbol.canonical}"] if reference.symbol is not None else []


def _comma(reference: "Reference") -> str:
    """The Party's comma before the day; a year alone stands without one."""
    party = reference.symbol is not None and reference.symbol.style is SymbolStyle.PARTY
    return "," if party and reference.date is not None and reference.date.day is not None else ""


def _origin(reference: "Reference") -> list[str]:
    """The day and the issuer."""
    parts = [reference.date.vi] if reference.date is not None else []
    return [*parts, f"của {reference.issuer}"] if reference.issuer else parts


def _title(reference: "Reference") -> list[str]:
    if not reference.title:
        return []
    # A day within the title would be taken for the act's own, of which the number gives the year.
    taken = "ngày " in reference.title and reference.date is None
    if reference.name is None and not taken and _is_plain(reference.title):
        return [reference.title]
    return [f"“{reference.title}”" if _is_balanced(reference.title) else f'"{reference.title}"']


def _is_balanced(title: str) -> bool:
    """Whether each quotation mark of a title is closed within it."""
    depth = 0
    for mark in re.findall("[“”]", title):
        depth += 1 if mark == "“" else -1
        if depth < 0:
            return False
    return depth == 0


@lru_cache(maxsize=1024)
def _is_plain(title: str) -> bool:
    """Whether a title can stand in a sentence as it is: one that could not be told from what is around it is quoted."""
    safe = title[:1].isalpha() and title[:1].casefold() + title[1:]
    if not safe or not safe.startswith(_SAFE_OPENINGS) or "  " in title or "\n" in title:
        return False
    if title.casefold() in UNFINISHED_TITLES:
        return False
    return title_after(f" {title}", 0, len(title) + 1) == (1, len(title) + 1)


def _english(reference: "Reference") -> str:
    kind = DocumentType.named(reference.type) if reference.type else None
    parts = _named_en(reference, kind) if reference.name else [kind.en if kind else reference.type or ""]
    if reference.symbol is not None:
        parts.append(f"No. {reference.symbol.canonical}")
    if reference.date is not None and reference.date.en:
        parts.append(f"of {reference.date.en}")
    if reference.issuer:
        parts.append(f"of {_issuer_en(reference.issuer)}")
    if reference.title:
        parts.append(f"“{reference.title}”")
    act = " ".join(part for part in parts if part)
    where = format_provisions(reference.provisions, "en") if reference.provisions else ""
    if not where:
        return act
    return f"{where} of the {act}" if kind and reference.name else f"{where} of {act}"


def _named_en(reference: "Reference", kind: DocumentType | None) -> list[str]:
    """The type in English and the Vietnamese name, which nobody has translated officially, in quotation marks."""
    name = full_name(reference.type, reference.name) or ""
    parts = [name]
    if kind is not None and name.casefold().startswith(kind.vi.casefold()):
        own = name[len(kind.vi) :].strip()
        parts = [kind.en, f"“{own}”"] if own else [kind.en]
    if reference.qualifier:
        parts.append(f"({_QUALIFIERS_EN.get(reference.qualifier, reference.qualifier)})")
    if reference.name_year is not None:
        parts.append(f"of {reference.name_year}")
    return parts


def _issuer_en(issuer: str) -> str:
    """The body in English with its article; in Vietnamese without one where the English is not known."""
    english = issuer_en(issuer)
    if english is None:
        return issuer
    return english if english.startswith(_NO_ARTICLE) else f"the {english}"
