"""Rules of the validity of bases (REF): acts that had ended, that others had replaced, that had not yet begun."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from vstbpn.catalogue.tables import Confidence
from vstbpn.findings import Finding
from vstbpn.plans.plan import Plan
from vstbpn.references.acts.act import NAMED_TYPES, Act
from vstbpn.references.acts.resolution import Agreement, IdentityPart, Resolution, Verdict
from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.mention import Mention
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.references.acts import cited, looked_up
from vstbpn.validation.rules.references.mentions import cited_bases, written
from vstbpn.vocabulary import ActRelation


class _Basis(NamedTuple):
    """An act a basis rests on, what it turned out to be, and the act meant where it was no longer in force."""

    pointer: str
    mention: Mention
    resolution: Resolution
    over: Act | None


def _resolved_bases(plan: Plan, context: Context) -> tuple[_Basis, ...]:
    """Each act a basis rests on, unless it plainly was in force on the day."""
    found = []
    for pointer, _, mention in context.shared(cited_bases, plan) if context.on is not None else ():
        reference = mention.reference
        # Looking up what is unknown, or in force anyway, takes long, and would find nothing here.
        if reference.symbol is not None and not _may_be_out_of_force(reference, context):
            continue
        resolution = looked_up(reference, plan, context)
        over = resolution.expired if resolution.act is None or resolution.expired else _older(resolution)
        found.append(_Basis(pointer, mention, resolution, over))
    return tuple(found)


def _may_be_out_of_force(reference: Reference, context: Context) -> bool:
    """Whether the catalogue has acts of that number, one of which had ended, was replaced, or had not begun by the day."""
    catalogue, on = context.catalogue, context.on
    return any(
        on is None
        or act.in_force(on) is False
        or any(link.relation is ActRelation.REPLACES and link.other == act.id for link in catalogue.links(act))
        for act in catalogue.same_number(reference)
    )


def _older(resolution: Resolution) -> Act | None:
    """The act of the day that is cited, where a name alone would be that of one that took its place in the same year."""
    reference, date = resolution.reference, resolution.reference.date
    if reference.symbol is not None or date is None or not date.is_complete:
        return None
    if all(one.part is not IdentityPart.DATE for one in resolution.disagreements):
        return None
    agreeing = [
        (one.act, {said.part for said in one.evidence if said.agreement is Agreement.AGREES})
        for one in resolution.suggestions
    ]
    return next((act for act, parts in agreeing if {IdentityPart.DATE, IdentityPart.TITLE} <= parts), None)


def _successor(act: Act, relation: ActRelation, context: Context) -> Act | None:
    """The act that took an act's place by then, where somebody has read that in a source; the last one of several."""
    on = context.on
    found = []
    for link in context.catalogue.links(act):
        if link.other != act.id or link.relation is not relation or link.confidence is not Confidence.CONFIRMED:
            continue
        later = context.catalogue.get(link.act) if link.act in context.catalogue else None
        if later is None or later.confidence is not Confidence.CONFIRMED:
            continue
        start = later.effective_from or (later.date_issued if relation is ActRelation.FOLLOWS else None)
        if start is not None and on is not None and start <= on:
            found.append((start, later.id, later))
    return max(found)[2] if found else None


def expired_basis(plan: Plan, context: Context) -> Iterator[Finding]:
    """A basis was no longer in force on the day of the plan, and no act is known to have replaced it."""
    for pointer, mention, _, act in context.shared(_resolved_bases, plan):
        # Where nobody has read when an act ended, nothing is said.
        if act is None or act.effective_to is None or act.confidence is not Confidence.CONFIRMED:
            continue
        if _replacing(act, context) is not None:
            continue
        ended = act.effective_to + datetime.timedelta(days=1)
        following = _successor(act, ActRelation.FOLLOWS, context)
        yield Finding.of(
            "REF006",
            args={
                "written": written(mention),
                "date": f"{ended:%d/%m/%Y}",
                **({"successor": cited(following)} if following else {}),
            },
            pointer=pointer,
            span=mention.span,
            variant="followed" if following else "",
        )


def _replacing(act: Act, context: Context) -> Act | None:
    return _successor(act, ActRelation.REPLACES, context) or _namesake(act, context)


def _namesake(act: Act, context: Context) -> Act | None:
    """The law of the same name that is in force by then: of two laws of one name, other than amendments, one has gone."""
    on, issued = context.on, act.date_issued
    if act.type not in NAMED_TYPES or not act.title or "sửa đổi" in act.title or on is None or issued is None:
        return None
    later = [
        (one.effective_from, one.id, one)
        for one in context.catalogue.find(name=act.title, type=act.type)
        if one.confidence is Confidence.CONFIRMED and one.date_issued is not None and one.date_issued > issued
        if one.effective_from is not None and one.effective_from <= on and one.in_force(on) is not False
    ]
    return max(later)[2] if later else None


def replaced_basis(plan: Plan, context: Context) -> Iterator[Finding]:
    """A basis had been replaced by the day of the plan, and it is known by what.

    That rests on the act that replaced it and on the link between the two; of the one replaced its number is enough.
    """
    for pointer, mention, _, act in context.shared(_resolved_bases, plan):
        if act is None or act.confidence not in {Confidence.CONFIRMED, Confidence.PARTLY}:
            continue
        successor = _replacing(act, context)
        if successor is None or successor.effective_from is None:
            continue
        yield Finding.of(
            "REF011",
            args={
                "written": written(mention),
                "date": f"{successor.effective_from:%d/%m/%Y}",
                "successor": cited(successor),
            },
            pointer=pointer,
            span=mention.span,
        )


def basis_not_yet_in_force(plan: Plan, context: Context) -> Iterator[Finding]:
    """A basis takes effect only after all the time the plan is for."""
    for pointer, mention, resolution, _ in context.shared(_resolved_bases, plan):
        act = resolution.act
        if resolution.verdict is not Verdict.NOT_YET_IN_FORCE or act is None or act.effective_from is None:
            continue
        issued = act.date_issued is not None and context.on is not None and act.date_issued <= context.on
        # A plan is often made to bring a new act into force, or for a year in which it will be.
        if not issued or act.confidence is not Confidence.CONFIRMED:
            continue
        last = _last_year(plan)
        if last is None or act.effective_from.year <= last:
            continue
        yield Finding.of(
            "REF012",
            args={"written": written(mention), "date": f"{act.effective_from:%d/%m/%Y}"},
            pointer=pointer,
            span=mention.span,
        )


def _last_year(plan: Plan) -> int | None:
    """The last year the title names; None where it names none, or speaks of carrying out an act."""
    title = (plan.title or "").casefold()
    if not title or "thi hành" in title or "luật" in title:
        return None
    words = "".join(letter if letter.isalnum() else " " for letter in title).split()
    years = [int(word) for word in words if len(word) == 4 and word.isascii() and word.isdigit()]
    return max(years) if years else None


_HEAD = "UBND TỈNH AN GIANG\n\nAn Giang, ngày 12 tháng 3 năm {}\n\nKẾ HOẠCH\nCông tác năm {}\n\n"
VALIDITY_RULES = (
    Rule(
        code="REF006",
        inspect=expired_basis,
        violating=f"{_HEAD.format(2023, 2023)}Căn cứ Quyết định số 1696/QĐ-TTg ngày 02 tháng 10 năm 2015 của Thủ tướng Chính phủ;\n",
        conforming=f"{_HEAD.format(2018, 2018)}Căn cứ Quyết định số 1696/QĐ-TTg ngày 02 tháng 10 năm 2015 của Thủ tướng Chính phủ;\n",
    ),
    Rule(
        code="REF011",
        inspect=replaced_basis,
        violating=f"{_HEAD.format(2026, 2026)}Căn cứ Luật Phòng, chống bạo lực gia đình ngày 21 tháng 11 năm 2007;\n",
        conforming=f"{_HEAD.format(2026, 2026)}Căn cứ Luật Phòng, chống bạo lực gia đình ngày 14 tháng 11 năm 2022;\n",
    ),
    Rule(
        code="REF012",
        inspect=basis_not_yet_in_force,
        violating=f"{_HEAD.format(2020, 2020)}Căn cứ Bộ luật Lao động ngày 20 tháng 11 năm 2019;\n",
        conforming=f"{_HEAD.format(2021, 2021)}Căn cứ Bộ luật Lao động ngày 20 tháng 11 năm 2019;\n",
    ),
)
"""Rules of the validity of bases (REF)."""
