"""A rule of issuers (REF): the body an act is said to be of cannot have given it that symbol.

Each head of an agency chooses its abbreviation, so that letters nobody knows contradict nothing.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from vstbpn.catalogue.tables import issuers
from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.references.issuers.names import canonical_issuer
from vstbpn.references.issuers.tables import known_names
from vstbpn.text import comparison_key
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.references.mentions import symbol_mentions, written
from vstbpn.vocabulary import SymbolStyle

_COMMITTEE, _COUNCIL = "Ủy ban nhân dân", "Hội đồng nhân dân"
_PARTY, _LOCAL_PARTY = "cơ quan Trung ương của Đảng", "Tỉnh ủy, Thành ủy"
_ADVISORY = "Ban Vì sự tiến bộ của phụ nữ"
_BODIES = {
    "UBND": _COMMITTEE, "CTUBND": _COMMITTEE, "HĐND": _COUNCIL, "TTg": "Thủ tướng Chính phủ", "CP": "Chính phủ", "TW": _PARTY,
    "TU": _LOCAL_PARTY, "VSTBPN": _ADVISORY, "BVSTBPN": _ADVISORY, "VSTBPN&BĐG": _ADVISORY,
}  # fmt: skip
"""Letters that every office gives one meaning."""

_TERM = re.compile(r"[0-9]{1,2}$")
_NAMES = (
    (re.compile(r"(?:(?:phó )?chủ tịch |văn phòng )?ủy ban nhân dân(?![^\W_])"), _COMMITTEE),
    (re.compile(r"(?:thường trực )?hội đồng nhân dân(?![^\W_])"), _COUNCIL),
    (re.compile(r"thủ tướng(?: chính phủ)?$"), "Thủ tướng Chính phủ"),
    (re.compile(r"chính phủ$"), "Chính phủ"),
    (re.compile(r"(?:bộ chính trị|ban bí thư|ban chấp hành trung ương)(?![^\W_])"), _PARTY),
    (re.compile(r"(?:(?:ban thường vụ|thường trực|ban chấp hành) )?(?:tỉnh|thành) ủy(?![^\W_])"), _LOCAL_PARTY),
)
_MINISTRY_OR_DEPARTMENT = re.compile(r"(?:(?:bộ trưởng|giám đốc) )?(?P<name>(?:bộ|sở) .+)")
_ALIKE = 0.5


def issuer_against_symbol(plan: Plan, context: Context) -> Iterator[Finding]:
    """The issuer named is not the body the symbol is of: "Công văn số 15/SLĐTBXH-BĐG của Sở Y tế"."""
    for pointer, mention, symbol in context.shared(symbol_mentions, plan):
        issuer = mention.reference.issuer
        if issuer is None or "issuer" in mention.shared or symbol.style is SymbolStyle.JOINT or not symbol.issuer_codes:
            continue
        named = _body_named(issuer)
        if named is None:
            continue
        bodies = [_body_of(code) for code in symbol.issuer_codes]
        shown = bodies[0]
        if shown is None or any(body is not None and _may_be_one(body, named, context.on) for body in bodies):
            continue
        yield Finding.of(
            "REF018",
            args={
                "written": written(mention),
                "code": symbol.issuer_codes[0],
                "body": shown,
                "issuer": " ".join(issuer.split()),
            },
            pointer=pointer,
            span=mention.issuer_span or mention.span,
        )


@lru_cache(maxsize=1024)
def _body_of(code: str) -> str | None:
    """The body a part of a symbol stands for, or None where its letters may stand for several."""
    known = _BODIES.get(code) or _BODIES.get(_TERM.sub("", code))
    if known is not None:
        return known
    name = known_names().by_abbreviation.get(code.replace("&", ""))
    return name if name is not None and code[0] in "BS" and name.startswith(("Bộ ", "Sở ")) else None


@lru_cache(maxsize=1024)
def _body_named(issuer: str) -> str | None:
    """Which body the words of a citation name; None for one whose letters are not known."""
    name = canonical_issuer(issuer)
    key = comparison_key(name)
    for pattern, body in _NAMES:
        if pattern.match(key):
            return body
    if _MINISTRY_OR_DEPARTMENT.fullmatch(key) is None:
        return None
    found = [full for known, full in _offices().items() if re.search(rf"(?<![^\W_]){re.escape(known)}(?![^\W_])", key)]
    return max(found, key=len, default=None)


@cache
def _offices() -> Mapping[str, str]:
    """The names of all ministries and departments that are known, as they are compared."""
    names = {name for name in known_names().by_abbreviation.values() if name.startswith(("Bộ ", "Sở "))}
    return {comparison_key(name): name for name in sorted(names)}


def _may_be_one(body: str, named: str, on: datetime.date | None) -> bool:
    """Whether two names may be of one body; by then also one that had taken the other's place."""
    return body == named or _are_alike(body, named) or _is_heir(body, named, on) or _is_heir(named, body, on)


_NO_NAME = frozenset(["bộ", "sở", "và"])


@lru_cache(maxsize=1024)
def _are_alike(body: str, named: str) -> bool:
    """Whether two ministries, or two departments, share so many words that one name may be the other's, older or newer."""
    if body[:3] != named[:3] or not body.startswith(("Bộ ", "Sở ")):
        return False
    one, other = (
        set(comparison_key(name).replace("-", " ").replace(",", " ").split()) - _NO_NAME for name in (body, named)
    )
    return len(one & other) >= _ALIKE * min(len(one), len(other))


def _is_heir(body: str, named: str, on: datetime.date | None) -> bool:
    """Whether a body has taken another's place by a day: its papers are cited under the new name, too. Without a day it may."""
    ends = [end for end, heir in _heirs().get(body, ()) if heir == named]
    return any(not end or on is None or on.isoformat()[: len(end)] > end for end in ends)


@cache
def _heirs() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The bodies that took a body's place, by its name, each with the last time of the old one as far as it is known."""
    names = known_names().by_abbreviation
    found: dict[str, list[tuple[str, str]]] = {}
    for row in issuers():
        for code in row.successor.split(";"):
            heir = names.get(code.strip())
            if heir is not None:
                found.setdefault(names.get(row.abbreviation, ""), []).append((row.valid_to, heir))
    return {name: tuple(heirs) for name, heirs in found.items()}


_HEAD = "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\n"
CITED_BODY_RULES = (
    Rule(
        code="REF018",
        inspect=issuer_against_symbol,
        violating=f"{_HEAD}Thực hiện Công văn số 507/SYT-NV ngày 09/4/2025 của Sở Tài chính về công tác bình đẳng giới;\n",
        conforming=f"{_HEAD}Thực hiện Công văn số 507/SYT-NV ngày 09/4/2025 của Sở Y tế về công tác bình đẳng giới;\n",
    ),
)
"""Rules of issuers (REF)."""
