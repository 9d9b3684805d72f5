"""Rules of the dates acts are cited with (REF): days that do not exist, that contradict each other, the number or the plan."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vstbpn.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.references.acts.likeness import name_likeness, title_key
from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.mention import Mention
from vstbpn.text import comparison_key
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.references.acts import misdated
from vstbpn.validation.rules.references.mentions import (
    WIDEST_LOOK,
    is_of_one_body,
    number_key,
    piece,
    symbol_mentions,
    written,
)
from vstbpn.values import Span

_SAME_TITLE, _FEWEST_PAIRS = 0.85, 6
_MONTHS = 12
_MOST_DATES = 8
"""How many dates of one act are kept to hold others against, so that no text takes long."""

_DATE = re.compile(
    r"[ \n]{0,4},?[ \n]{0,4}(?:ban hành )?"
    r"(?P<date>ngày[ \n]{1,3}(?P<d>[0-9]{1,2})(?:/(?P<m>[0-9]{1,2})/|[ \n]{1,3}tháng[ \n]{1,3}(?P<mm>[0-9]{1,2}),?[ \n]{1,3}năm[ \n]{1,3})"
    r"(?P<y>[0-9]{4}))(?![0-9])"
)


class ImpossibleDate(NamedTuple):
    """A date that is none: its words, and where they stand."""

    words: str
    span: Span


def impossible_date(plan: Plan, context: Context) -> Iterator[Finding]:
    """An act is cited with a day its month does not have. Reading takes such words for no date."""
    for number, found in context.shared(impossible_dates, plan).items():
        mention = plan.mentions[number]
        yield Finding.of(
            "REF021",
            args={"written": found.words, "act": written(mention)},
            pointer=f"/mentions/{number}",
            span=found.span,
        )


def impossible_dates(plan: Plan, context: Context) -> Mapping[int, ImpossibleDate]:
    """The impossible dates that acts are cited with, by the mention's place in the plan."""
    found = {}
    for number, mention in enumerate(plan.mentions if context.source is not None else ()):
        if mention.reference.date is not None:
            continue
        ends = {span.end for span in (mention.span, mention.issuer_span) if span is not None}
        one = next((one for end in sorted(ends) if (one := _impossible_at(context, end)) is not None), None)
        if one is not None:
            found[number] = one
    return found


def _impossible_at(context: Context, end: int) -> ImpossibleDate | None:
    ahead = piece(context, end, end + WIDEST_LOOK)
    match = _DATE.match(ahead.text) if ahead is not None else None
    if ahead is None or match is None:
        return None
    day, month, year = int(match["d"]), int(match["m"] or match["mm"]), int(match["y"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if 1 <= month <= _MONTHS and 1 <= day <= monthrange(year, month)[1]:
        return None
    return ImpossibleDate(" ".join(match["date"].split()), ahead.span(*match.span("date")))


def two_dates(plan: Plan, context: Context) -> Iterator[Finding]:
    """One act is cited with two dates; told where the second stands, unless the catalogue tells which is wrong."""
    wrong = context.shared(misdated, plan)
    seen: dict[tuple[object, ...], list[tuple[PartialDate, Mention]]] = {}
    for number, mention in enumerate(plan.mentions):
        reference = mention.reference
        date, key = reference.date, _act_key(reference)
        if date is None or date.year is None or not date.is_complete or key is None or number in wrong:
            continue
        before = seen.setdefault(key, [])
        if all(date != known for known, _ in before):
            other = next((one for known, one in before if _is_one_act(known, one, date, mention)), None)
            if len(before) < _MOST_DATES:
                before.append((date, mention))
            if other is not None and other.reference.date is not None:
                yield Finding.of(
                    "REF013",
                    args={"written": written(mention), "date": date.vi, "other": other.reference.date.vi},
                    pointer=f"/mentions/{number}",
                    span=mention.date_span or mention.span,
                )


def _act_key(reference: Reference) -> tuple[object, ...] | None:
    """What tells an act within one document besides its date; None where the words do not tell whose it is."""
    symbol = reference.symbol
    if symbol is None or not symbol.is_numbered:
        return None
    if symbol.year is not None and reference.date is not None and reference.date.year != symbol.year:
        return None  # That is told of the reference itself.
    if is_of_one_body(symbol):
        return (number_key(symbol), "")
    issuer = reference.canonical_issuer
    return (number_key(symbol), comparison_key(issuer)) if issuer else None


def _is_one_act(known: PartialDate, one: Mention, date: PartialDate, other: Mention) -> bool:
    """Whether two mentions of a number are of one act: numbers begin anew each year."""
    if known.year == date.year:
        return True
    first, second = one.reference.title, other.reference.title
    if not first or not second or len(title_key(first).pairs) < _FEWEST_PAIRS:
        return False
    return name_likeness(first, second) >= _SAME_TITLE


def year_against_number(plan: Plan, context: Context) -> Iterator[Finding]:
    """The year in the number is not that of the date: "30/2020/NĐ-CP ngày 05/3/2019"."""
    for pointer, mention, symbol in context.shared(symbol_mentions, plan):
        date = mention.reference.date
        if date is None or date.year is None or symbol.year is None or date.year == symbol.year:
            continue
        yield Finding.of(
            "REF023",
            args={"written": written(mention), "year": symbol.year, "date": date.vi},
            pointer=pointer,
            span=mention.date_span or mention.span,
        )


def cited_before_issued(plan: Plan, context: Context) -> Iterator[Finding]:
    """An act is cited that is of a later day than the plan; bases are told of by a rule of their own."""
    day = plan.date.latest() if plan.date else None
    if day is None or plan.header.attached_to is not None:
        return
    wrong = context.shared(misdated, plan)
    bases = {mention.span.start for basis in plan.bases for mention in basis.mentions}
    told = set()
    for number, mention in enumerate(plan.mentions):
        date = mention.reference.date
        first = date.earliest() if date else None
        if date is None or first is None or first <= day or mention.span.start in bases or number in wrong:
            continue
        if _contradicts_its_number(mention.reference) or (what := written(mention)) in told:
            continue
        told.add(what)
        yield Finding.of(
            "REF024",
            args={"written": what, "date": date.vi},
            pointer=f"/mentions/{number}",
            span=mention.date_span or mention.span,
        )


def _contradicts_its_number(reference: Reference) -> bool:
    symbol, date = reference.symbol, reference.date
    return symbol is not None and symbol.year is not None and date is not None and date.year != symbol.year


_HEAD = "UBND TỈNH AN GIANG\n\nAn Giang, ngày 12 tháng 3 năm 2021\n\nKẾ HOẠCH\nCông tác năm 2021\n\n"
_TWICE = (
    "I. MỤC ĐÍCH\n\n1. Thực hiện Nghị quyết số 88/NQ-CP ngày {} của Chính phủ.\n\n"
    "2. Tuyên truyền Nghị quyết số 88/NQ-CP ngày 22/7/2020 của Chính phủ.\n"
)
CITED_DATE_RULES = (
    Rule(
        code="REF013",
        inspect=two_dates,
        violating=_HEAD + _TWICE.format("27/7/2020"),
        conforming=_HEAD + _TWICE.format("22/7/2020"),
    ),
    Rule(
        code="REF021",
        inspect=impossible_date,
        violating=f"{_HEAD}Căn cứ Kế hoạch số 15/KH-UBND ngày 31/6/2020 của Ủy ban nhân dân tỉnh;\n",
        conforming=f"{_HEAD}Căn cứ Kế hoạch số 15/KH-UBND ngày 30/6/2020 của Ủy ban nhân dân tỉnh;\n",
    ),
    Rule(
        code="REF023",
        inspect=year_against_number,
        violating=f"{_HEAD}Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2019 của Chính phủ;\n",
        conforming=f"{_HEAD}Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;\n",
    ),
    Rule(
        code="REF024",
        inspect=cited_before_issued,
        violating=f"{_HEAD}I. MỤC ĐÍCH\n\nThực hiện Công văn số 15/UBND-VX ngày 02/4/2021 của Ủy ban nhân dân tỉnh.\n",
        conforming=f"{_HEAD}I. MỤC ĐÍCH\n\nThực hiện Công văn số 15/UBND-VX ngày 02/3/2021 của Ủy ban nhân dân tỉnh.\n",
    ),
)
"""Rules of the dates acts are cited with (REF)."""
