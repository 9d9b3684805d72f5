"""Provisions as most are cited, read quickly: one of them, or a list at its lowest level.

What is read here is what the grammar of ``runs`` reads from the same words; that way takes ten times as long.
"""

import re

from vstbpn.references.provisions.provision import Provision
from vstbpn.references.provisions.runs import FoundProvision
from vstbpn.text import POINT_LETTERS

_POINT, _CLAUSE, _ARTICLE = f"[{POINT_LETTERS}]", "[1-9][0-9]?", "[1-9][0-9]{0,2}[a-eđ]?"
_LEAD = r"[ ,]{0,2}(?:(?:tại|theo|của|và) ){0,2}"
_ONE = re.compile(
    rf"{_LEAD}(?P<all>(?:[Đđ]iểm (?P<point>{_POINT}) )?(?:[Kk]hoản (?P<clause>{_CLAUSE}) )?[Đđ]iều (?P<article>{_ARTICLE}))(?: của)? "
)


def _several(word: str, label: str) -> str:
    return rf"{word} {label}(?:(?:, | và )(?:{word} )?{label}){{1,12}}"


_SEVERAL = re.compile(
    rf"{_LEAD}(?P<all>(?:[Cc]ác )?(?:"
    rf"(?P<points>{_several('[Đđ]iểm', _POINT)}) khoản (?P<clause>{_CLAUSE}) Điều (?P<article>{_ARTICLE})|"
    rf"(?P<clauses>{_several('[Kk]hoản', _CLAUSE)}) Điều (?P<of>{_ARTICLE})|"
    rf"(?P<articles>{_several('[Đđ]iều', _ARTICLE)})))(?: của)? "
)
_ITEM = re.compile(rf"(?:(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều) )?(?P<label>{_ARTICLE}|{_POINT})(?![^ ,])")


def usual_provisions(words: str) -> tuple[tuple[FoundProvision, ...], int, int] | None:
    """The provisions that are all of some words, and where they begin and end; None where the grammar has to be asked.

    >>> found, _, _ = usual_provisions("tại khoản 1, 2 Điều 9 của ")
    >>> [(str(one.provision), one.start, one.end, one.inherited) for one in found]
    [('khoản 1 Điều 9', 4, 11, ('article',)), ('khoản 2 Điều 9', 13, 14, ('article',))]
    """
    if one := _ONE.fullmatch(words):
        provision = Provision(point=one["point"], clause=one["clause"], article=one["article"])
        start, end = one.span("all")
        return (FoundProvision(provision, start, end, ()),), start, end
    several = _SEVERAL.fullmatch(words)
    if several is None:
        return None
    if several["points"]:
        level, above = "point", {"clause": several["clause"], "article": several["article"]}
    elif several["clauses"]:
        level, above = "clause", {"article": several["of"]}
    else:
        level, above = "article", {}
    inherited = tuple(above)
    made = [
        FoundProvision(Provision(**{level: item["label"]}, **above), item.start(), item.end(), inherited)
        for item in _ITEM.finditer(words, *several.span(f"{level}s"))
    ]
    return (tuple(made), *several.span("all"))
