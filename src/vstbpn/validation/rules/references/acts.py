"""Rules of references against the catalogue of acts (REF): number, date and title of one act must go together."""

import datetime
import re
from collections.abc import Container, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from vstbpn.catalogue.tables import Confidence
from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.references.acts.act import Act
from vstbpn.references.acts.acts import Acts
from vstbpn.references.acts.comparing import bare_number
from vstbpn.references.acts.likeness import UNLIKE, name_likeness, title_key, title_likeness
from vstbpn.references.acts.resolution import Agreement, IdentityPart, Resolution, Suggestion, Verdict, cite
from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.mention import Mention
from vstbpn.text import comparison_key
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.references.mentions import number_key, symbol_mentions, written
from vstbpn.values import evolve

_SAME_TITLE = 0.85
_FEWEST_PAIRS = 6
_FEWEST_SYLLABLES = 6
_SHARED_BY_ANY = 1 / 3
"""How much of a title may stand in any other: "đến năm 2030", "trong tình hình mới"."""

_FAR_APART = 50
"""Numbers run through the year, so that those of one day lie near to each other: one so far away is of another day."""

_FIGURE = re.compile("[0-9]")
_SYLLABLE = re.compile(r"[^\W_]+")
_ABBREVIATION = re.compile(r"(?<![^\W_])[^\W\d_a-zđ]{2,}(?![^\W_])")


def cited(act: Act) -> str:
    """An act by type, number, day and issuer, as it is found by; without its title, which may be long."""
    reference = act.reference
    return str(evolve(reference, title=None)) if reference.symbol is not None else cite(act)


def _answers(_: Plan, __: Context) -> dict[tuple[object, ...], Resolution]:
    """What was looked up in this check already, by what the reference says."""
    return {}


def looked_up(reference: Reference, plan: Plan, context: Context) -> Resolution:
    """What a reference turns out to be on the day. The same words are looked up once, however many rules ask."""
    known = context.shared(_answers, plan)
    said = reference.type, reference.symbol, reference.name, reference.date, reference.issuer, reference.title
    if said not in known:
        known[said] = context.catalogue.resolve(reference, plan, on=context.on)
    return known[said]


class _Looked(NamedTuple):
    """A mention, where it stands in the plan, and what it turned out to be."""

    number: int
    mention: Mention
    resolution: Resolution


def _looked_up(plan: Plan, context: Context) -> tuple[_Looked, ...]:
    """The mentions that may name an act the catalogue knows, and say something else of it, looked up."""
    issued = _bundled_days() if context.catalogue is Acts.bundled() else _days(context.catalogue)
    return tuple(
        _Looked(number, mention, looked_up(mention.reference, plan, context))
        for number, mention in enumerate(plan.mentions)
        if _is_worth_a_look(mention.reference, issued, context)
    )


_Days = Container[tuple[datetime.date | None, str]]


def _days(catalogue: Acts) -> _Days:
    """The days of issue of all acts, each with the letters of the symbol."""
    return {(act.date_issued, act.symbol.code) for act in catalogue if act.symbol is not None}


@cache
def _bundled_days() -> _Days:
    return _days(Acts.bundled())


def _is_worth_a_look(reference: Reference, issued: _Days, context: Context) -> bool:
    """Whether day, title or number may be those of another act than the one cited; looking an act up takes long."""
    symbol, title = reference.symbol, reference.title or reference.name
    if symbol is None or not symbol.is_numbered or (title is None and reference.date is None):
        return False
    if reference.date is None:
        return _FIGURE.search(title or "") is not None or symbol.year is not None
    day, known = reference.date.to_date(), context.catalogue.same_number(reference)
    if day is not None:
        of_that_day = [act.title for act in known if act.date_issued == day]
        if of_that_day and reference.name is None:
            # Number and day are right, so that only the title may be another's.
            return title is not None and all(title_likeness(title, one) <= UNLIKE for one in of_that_day)
        if (day, symbol.code) in issued:
            return True
    return title is not None and bool(known)


def _says(resolution: Resolution | Suggestion) -> Mapping[IdentityPart, Agreement]:
    return {one.part: one.agreement for one in resolution.evidence}


class _Meant(NamedTuple):
    """The act a number was mistyped for, and by what it is told."""

    act: Act
    variant: str


def _mistyped(plan: Plan, context: Context) -> Mapping[int, _Meant]:
    """The mentions whose number is not that of the act they otherwise name, by their place in the plan."""
    found = {}
    for number, mention, resolution in context.shared(_looked_up, plan):
        if resolution.verdict in {Verdict.UNKNOWN, Verdict.AMBIGUOUS} and resolution.suggestions:
            meant = _meant(mention.reference, resolution.suggestions[0])
            if meant is not None:
                found[number] = meant
    return found


def _meant(reference: Reference, suggestion: Suggestion) -> _Meant | None:
    act, says = suggestion.act, _says(suggestion)
    if act is None or act.confidence is not Confidence.CONFIRMED:
        return None
    if says[IdentityPart.NUMBER] is not Agreement.DISAGREES or says[IdentityPart.CODE] is not Agreement.AGREES:
        return None
    alike = says[IdentityPart.TITLE] is Agreement.AGREES
    dated = says[IdentityPart.DATE] is Agreement.AGREES and reference.date is not None and reference.date.is_complete
    if dated and alike:
        return _Meant(act, "")
    if dated and reference.title is None and _are_far_apart(reference, act):
        return _Meant(act, "date")
    if alike and reference.date is None and _is_told_by_title(reference, act):
        return _Meant(act, "title")
    return None


def _are_far_apart(reference: Reference, act: Act) -> bool:
    if reference.symbol is None or act.symbol is None:
        return False
    one, other = bare_number(reference.symbol), bare_number(act.symbol)
    digits = one.isascii() and one.isdigit() and other.isascii() and other.isdigit()
    return digits and abs(int(one) - int(other)) > _FAR_APART


def _is_told_by_title(reference: Reference, act: Act) -> bool:
    """Whether a title alone tells an act: it is long, has the years the act is for, and lacks nothing."""
    title = reference.title or reference.name or ""
    key = title_key(title)
    if reference.title is None:
        return name_likeness(title, act.title) == 1
    return bool(key.figures) and len(key.pairs) >= _FEWEST_PAIRS and name_likeness(title, act.title) >= _SAME_TITLE


def number_of_another(plan: Plan, context: Context) -> Iterator[Finding]:
    """The catalogue does not know the act under that number, but day or title are those of one with another number."""
    for number, meant in context.shared(_mistyped, plan).items():
        mention = plan.mentions[number]
        yield Finding.of(
            "REF008",
            args={"written": written(mention), "expected": cited(meant.act)},
            pointer=f"/mentions/{number}",
            span=mention.span,
            variant=meant.variant,
        )


def title_of_another(plan: Plan, context: Context) -> Iterator[Finding]:
    """Number and day are those of a known act, the title that is cited is not."""
    for number, mention, resolution in context.shared(_looked_up, plan):
        act = resolution.act
        if act is None or act.confidence is not Confidence.CONFIRMED or not _is_told_by_number(mention, resolution):
            continue
        other = next((one.act for one in resolution.suggestions if _bears_that_title(mention.reference, one)), None)
        if other is None and not _is_clearly_another(mention.reference.title, act.title):
            continue
        yield Finding.of(
            "REF010",
            args={
                "written": written(mention),
                "title": act.title,
                **({"other": cited(other)} if other else {"known": cited(act)}),
            },
            pointer=f"/mentions/{number}",
            span=mention.span,
            variant="other" if other else "",
        )


def _is_told_by_number(mention: Mention, resolution: Resolution) -> bool:
    symbol, says = mention.reference.symbol, _says(resolution)
    return (
        symbol is not None
        and says[IdentityPart.TITLE] is Agreement.DISAGREES
        and says[IdentityPart.NUMBER] is says[IdentityPart.CODE] is Agreement.AGREES
        and (says[IdentityPart.DATE] is Agreement.AGREES or symbol.year is not None)
    )


def _bears_that_title(reference: Reference, suggestion: Suggestion) -> bool:
    """Whether a title is that of the act suggested. It accuses nobody, so that the act's row need not be confirmed."""
    act, title = suggestion.act, reference.title or reference.name or ""
    return (
        act is not None
        and _says(suggestion)[IdentityPart.TITLE] is Agreement.AGREES
        and name_likeness(title, act.title) >= _SAME_TITLE
    )


def _is_clearly_another(found: str | None, known: str) -> bool:
    """Whether two titles are of two acts beyond doubt: long enough, without abbreviations, and with hardly a word in common."""
    if not found or _ABBREVIATION.search(found):
        return False
    one, other = (set(_SYLLABLE.findall(comparison_key(title))) for title in (found, known))
    if min(len(one), len(other)) < _FEWEST_SYLLABLES:
        return False
    return len(one & other) <= _SHARED_BY_ANY * min(len(one), len(other))


def basis_after_plan(plan: Plan, _: Context) -> Iterator[Finding]:
    """A basis is of a later day than the plan it is a basis of."""
    day = plan.date.latest() if plan.date else None
    if day is None:
        return
    for number, basis in enumerate(plan.bases):
        for place, mention in enumerate(basis.mentions):
            dated = mention.reference.date
            first = dated.earliest() if dated else None
            if dated is not None and first is not None and first > day:
                yield Finding.of(
                    "REF004",
                    args={"written": written(mention), "date": f"{first:%d/%m/%Y}"},
                    pointer=f"/bases/{number}/mentions/{place}",
                    span=mention.span,
                )


def misdated(plan: Plan, context: Context) -> Mapping[int, tuple[Act, ...]]:
    """The mentions whose number, in that year or with that title, is known of another day, by their place in the plan."""
    mistyped = context.shared(_mistyped, plan)
    found: dict[int, tuple[Act, ...]] = {
        number: (act,)
        for number, mention, resolution in context.shared(_looked_up, plan)
        if number not in mistyped and (act := _same_but_for_the_year(mention.reference, resolution)) is not None
    }
    for number, mention in enumerate(plan.mentions):
        day = mention.reference.date.to_date() if mention.reference.date else None
        acts = context.catalogue.same_number(mention.reference) if day is not None else ()
        if day is None or not acts or number in mistyped or not _is_central(mention.reference):
            continue
        same_year = [act for act in acts if act.date_issued and act.date_issued.year == day.year]
        # Any row may bear a date out; only a date that somebody has read in a source is held against it.
        confirmed = tuple(act for act in same_year if act.confidence is Confidence.CONFIRMED and act.locality is None)
        if confirmed and all(act.date_issued != day for act in same_year):
            found[number] = confirmed
    found.update(_laws_of_another_day(plan, context))
    return found


def _laws_of_another_day(plan: Plan, context: Context) -> Iterator[tuple[int, tuple[Act, ...]]]:
    """The laws cited by name whose date is off by the year alone, or within the year: "Luật Bình đẳng giới ngày 29/11/2007".

    A law of that name that the catalogue does not hold may be of any other day.
    """
    known: dict[str, tuple[Act, ...]] = {}
    for number, mention in enumerate(plan.mentions):
        name, date = mention.reference.name, mention.reference.date
        day = date.to_date() if date is not None else None
        if name is None or day is None or mention.reference.symbol is not None:
            continue
        acts = known.setdefault(name, context.catalogue.find(name=name))
        near = tuple(act for act in acts if act.confidence is Confidence.CONFIRMED and _is_near(act.date_issued, day))
        if near and all(act.date_issued != day for act in acts):
            yield number, near


def _is_near(issued: datetime.date | None, day: datetime.date) -> bool:
    """Whether two days share the year, or all but the year."""
    return issued is not None and (issued.year == day.year or (issued.month, issued.day) == (day.month, day.day))


def _same_but_for_the_year(reference: Reference, resolution: Resolution) -> Act | None:
    """The act whose number and title a reference bears, where its day is of another year; a year in a number is told of itself."""
    symbol, title = reference.symbol, reference.title
    whole_date = reference.date is not None and reference.date.is_complete
    if resolution.verdict is not Verdict.UNKNOWN or symbol is None or symbol.year is not None:
        return None
    suggestion = resolution.suggestions[0] if resolution.suggestions else None
    if suggestion is None or suggestion.act is None or title is None or not whole_date or not _is_central(reference):
        return None
    act, says = suggestion.act, _says(suggestion)
    if act.confidence is not Confidence.CONFIRMED or act.locality is not None or act.date_issued is None:
        return None
    same_number = says[IdentityPart.NUMBER] is says[IdentityPart.CODE] is Agreement.AGREES
    if not same_number or says[IdentityPart.DATE] is not Agreement.DISAGREES:
        return None
    return act if _is_that_title(title, act.title) else None


def _is_that_title(title: str, known: str) -> bool:
    """Whether a title is an act's beyond doubt: it is long, and has the same years in it."""
    key, other = title_key(title), title_key(known)
    alike = len(key.pairs) >= _FEWEST_PAIRS and key.figures == other.figures
    return alike and name_likeness(title, known) >= _SAME_TITLE


def date_against_catalogue(plan: Plan, context: Context) -> Iterator[Finding]:
    """The catalogue knows the number, in that year or with that title, but of another day."""
    for number, acts in context.shared(misdated, plan).items():
        mention = plan.mentions[number]
        day = mention.reference.date.to_date() if mention.reference.date else None
        expected = ", ".join(f"{act.date_issued:%d/%m/%Y}" for act in acts)
        yield Finding.of(
            "REF005",
            args={"written": written(mention), "date": f"{day:%d/%m/%Y}", "expected": expected},
            pointer=f"/mentions/{number}",
            span=mention.span,
        )


def _is_central(reference: Reference) -> bool:
    """Whether the symbol is of a central body: only there does a number name one act in a year."""
    codes = reference.symbol.issuer_codes if reference.symbol else ()
    return bool(codes) and codes[0] not in {"UBND", "HĐND", "TU", "VSTBPN", "BVSTBPN"}


def unknown_act(plan: Plan, context: Context) -> Iterator[Finding]:
    """The catalogue given does not know an act, and nothing like it; each is told once.

    The bundled catalogue knows the acts of one field alone, so that nothing is found with it.
    """
    if context.catalogue is Acts.bundled():
        return
    told = set()
    for pointer, mention, symbol in context.shared(symbol_mentions, plan):
        key = number_key(symbol)
        if not symbol.is_numbered or key in told:
            continue
        told.add(key)
        found = looked_up(mention.reference, plan, context)
        if found.verdict is Verdict.UNKNOWN and not found.suggestions:
            yield Finding.of("REF009", args={"written": written(mention)}, pointer=pointer, span=mention.span)


_HEAD = "KẾ HOẠCH\nCông tác gia đình năm 2026\n\n"
ACT_RULES = (
    Rule(
        code="REF004",
        inspect=basis_after_plan,
        violating="SỞ Y TẾ\n\nAn Giang, ngày 02 tháng 3 năm 2021\n\nKẾ HOẠCH\nCông tác năm 2021\n\n"
        "Căn cứ Nghị quyết số 28/NQ-CP ngày 03 tháng 3 năm 2021 của Chính phủ;\n",
        conforming="SỞ Y TẾ\n\nAn Giang, ngày 12 tháng 3 năm 2021\n\nKẾ HOẠCH\nCông tác năm 2021\n\n"
        "Căn cứ Nghị quyết số 28/NQ-CP ngày 03 tháng 3 năm 2021 của Chính phủ;\n",
    ),
    Rule(
        code="REF005",
        inspect=date_against_catalogue,
        violating=f"{_HEAD}Căn cứ Nghị quyết số 28/NQ-CP ngày 13 tháng 3 năm 2021 của Chính phủ;\n",
        conforming=f"{_HEAD}Căn cứ Nghị quyết số 28/NQ-CP ngày 03 tháng 3 năm 2021 của Chính phủ;\n",
    ),
    Rule(
        code="REF008",
        inspect=number_of_another,
        violating=f"{_HEAD}Căn cứ Chỉ thị số 16-CT/TW ngày 24 tháng 6 năm 2021 của Ban Bí thư về tăng cường sự lãnh đạo"
        " của Đảng đối với công tác xây dựng gia đình trong tình hình mới;\n",
        conforming=f"{_HEAD}Căn cứ Chỉ thị số 06-CT/TW ngày 24 tháng 6 năm 2021 của Ban Bí thư về tăng cường sự lãnh đạo"
        " của Đảng đối với công tác xây dựng gia đình trong tình hình mới;\n",
    ),
    Rule(
        code="REF009",
        inspect=unknown_act,
        violating=f"{_HEAD}Thực hiện Quyết định số 9999/QĐ-TTg của Thủ tướng Chính phủ;\n",
        conforming=f"{_HEAD}Thực hiện Nghị quyết số 28/NQ-CP ngày 03 tháng 3 năm 2021 của Chính phủ;\n",
    ),
    Rule(
        code="REF010",
        inspect=title_of_another,
        violating=f"{_HEAD}Căn cứ Quyết định số 45/QĐ-TTg ngày 13 tháng 01 năm 2022 của Thủ tướng Chính phủ phê duyệt"
        " Chiến lược phát triển gia đình Việt Nam đến năm 2030;\n",
        conforming=f"{_HEAD}Căn cứ Quyết định số 2238/QĐ-TTg ngày 30 tháng 12 năm 2021 của Thủ tướng Chính phủ phê duyệt"
        " Chiến lược phát triển gia đình Việt Nam đến năm 2030;\n",
    ),
)
"""Rules of references against the catalogue of acts (REF)."""
