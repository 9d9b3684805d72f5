"""Rules of units (ORG): whether those a plan names stand on its day, and whether it comes from where its issuer sits.

An act keeps its issuer's name of its day, and history is told with the names of its time: only the header, those who
get work to do and the recipients are looked at.
"""

import datetime
from collections.abc import Iterator

from vstbpn.findings import Finding
from vstbpn.organisations.names.keys import loose_key, name_key
from vstbpn.organisations.names.places import parts_of, province_names, without_province_rank
from vstbpn.organisations.shipped.directory import bundled
from vstbpn.plans.plan import Plan
from vstbpn.plans.units import PlanRole
from vstbpn.references.issuers.localities import PROVINCE, localities_of
from vstbpn.validation.rule import Context, Rule
from vstbpn.validation.rules.organisations.named_units import (
    Named,
    addressed,
    heads,
    is_called_old,
    judged_days,
    own_days,
)
from vstbpn.validation.rules.organisations.unit_changes import (
    DISTRICTS_END,
    FIRST_END,
    GRACE,
    begun_unit,
    ended_unit,
    of_district,
    tells_of_old_times,
)
from vstbpn.values import Span


def addressed_unit_ended(plan: Plan, context: Context) -> Iterator[Finding]:
    """A unit that gets work to do, or the plan itself, no longer existed on the plan's day."""
    days = judged_days(plan, context)
    if days is None or days[0] < FIRST_END:
        return
    for named in context.shared(addressed, plan):
        ended = ended_unit(named.words)
        if ended is not None and days[0] >= ended.day + ended.grace and not _is_of_old(named, context):
            yield _finding("ORG002", named, ended.args(named.words, days[0]), ended.variant)
    yield from _ended_by_own_directory(plan, context, days[0])


def _ended_by_own_directory(plan: Plan, context: Context, day: datetime.date) -> Iterator[Finding]:
    """The units that ended by a directory somebody gives: what it tells of a day is taken at its word."""
    directory = context.directory
    if directory is bundled():
        return
    for unit in plan.units(directory, day):
        is_told = ended_unit(unit.words.text) is not None or unit.role in {PlanRole.ISSUER, PlanRole.SUPERIOR}
        if not unit.ended or is_told or tells_of_old_times(unit.words.text):
            continue
        old = unit.ended[0]
        ends = [name.end for name in directory.names if name.unit == old.id and name.end is not None]
        if not ends or max(ends) > day:
            continue
        last = max(ends) - datetime.timedelta(days=1)
        now = directory.at(day)
        successors = ", ".join(now.name(one) for one in directory.successors(old, day, since=last))
        args = {"date": f"{max(ends):%d/%m/%Y}", "act": "", "successors": successors}
        named = Named(words=unit.words.text, pointer=unit.pointer, span=unit.words.span)
        yield _finding("ORG002", named, args, "" if successors else "gone")


def issuer_ended(plan: Plan, _: Context) -> Iterator[Finding]:
    """The issuer, or the superior above it, no longer existed on the day of the plan."""
    days = own_days(plan)
    if days is None or days[0] < FIRST_END:
        return
    for named in heads(plan):
        ended = ended_unit(named.words)
        if ended is not None and days[0] >= ended.day + ended.grace:
            yield _finding("ORG003", named, ended.args(named.words, days[0]), ended.variant)
        elif days[0] >= DISTRICTS_END + GRACE and of_district(named.words):
            yield _finding("ORG003", named, {}, "district")


def district_addressed(plan: Plan, context: Context) -> Iterator[Finding]:
    """A plan gives work to the district level, or is sent to it, after that level ended."""
    days = judged_days(plan, context)
    if days is None or days[0] < DISTRICTS_END + GRACE:
        return
    for named in context.shared(addressed, plan):
        if of_district(named.words) and not _is_of_old(named, context):
            yield _finding("ORG004", named, {}, "")


def _is_of_old(named: Named, context: Context) -> bool:
    """Whether a name, or the words right behind it, tell that the unit is one of old."""
    return tells_of_old_times(named.words) or is_called_old(named, context)


def unit_not_yet(plan: Plan, context: Context) -> Iterator[Finding]:
    """A plan names a unit that was set up only after the plan's day."""
    days = own_days(plan)
    if days is None:
        return
    for named in (*heads(plan), *context.shared(addressed, plan)):
        begun = begun_unit(named.words)
        if begun is not None and days[1] < begun - 2 * GRACE:
            yield _finding("ORG005", named, {"date": f"{begun:%d/%m/%Y}", "day": f"{days[1]:%d/%m/%Y}"}, "")


def place_of_another_province(plan: Plan, _: Context) -> Iterator[Finding]:
    """The place of issue is another province than the one the issuer belongs to."""
    place = plan.header.place
    if place is None or plan.issuer is None or not _is_of_province(plan.issuer):
        return
    told = {one.province for one in localities_of(plan) if one.level == PROVINCE and one.province is not None}
    written = _province_key(place.text)
    if len(told) != 1 or written not in province_names():
        return
    own = _province_key(told.copy().pop())
    if written != own and _home(written) != _home(own):
        yield Finding.of(
            "ORG006",
            args={"place": place.text, "province": told.pop()},
            pointer="/header/place",
            span=place.span,
        )


def _is_of_province(issuer: str) -> bool:
    """Whether an issuer is a body that sits where its province is: not one that has branches elsewhere."""
    head = parts_of(loose_key(name_key(issuer))).head
    return head.startswith(("ủy ban nhân dân", "hội đồng nhân dân", "sở "))


def _province_key(name: str) -> str:
    return without_province_rank(loose_key(name_key(name)))


def _home(province: str) -> str:
    """The province that a province of old is part of now: its body may sit in either of them."""
    ended = ended_unit(f"tỉnh {province}")
    return _province_key(ended.heirs[0][-1].name) if ended is not None and ended.heirs else province


def _finding(code: str, named: Named, args: dict[str, str], variant: str) -> Finding:
    span: Span | None = named.span
    return Finding.of(code, args={"unit": named.words, **args}, pointer=named.pointer, span=span, variant=variant)


def _dated(text: str, day: str = "09 tháng 02 năm 2026") -> str:
    return f"UBND TỈNH AN GIANG\nSỞ NỘI VỤ\n\nSố: 12/KH-SNV\nAn Giang, ngày {day}\n\nKẾ HOẠCH\nCông tác bình đẳng giới\n\n{text}"


_RECIPIENTS = "I. MỤC ĐÍCH\n- Nâng cao nhận thức.\n\nNơi nhận:\n- {};\n- Lưu: VT.\n"
_ISSUED = (
    "{}\n\nSố: 12/KH-{}\nAn Giang, ngày 09 tháng 02 năm 2026\n\nKẾ HOẠCH\nCông tác bình đẳng giới\n\nI. MỤC ĐÍCH\n"
)

UNIT_RULES = (
    Rule(
        code="ORG002",
        inspect=addressed_unit_ended,
        violating=_dated(_RECIPIENTS.format("Bộ Lao động - Thương binh và Xã hội")),
        conforming=_dated(_RECIPIENTS.format("Bộ Nội vụ")),
    ),
    Rule(
        code="ORG003",
        inspect=issuer_ended,
        violating=_ISSUED.format("ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG", "UBND"),
        conforming=_ISSUED.format("ỦY BAN NHÂN DÂN TỈNH AN GIANG", "UBND"),
    ),
    Rule(
        code="ORG004",
        inspect=district_addressed,
        violating=_dated(_RECIPIENTS.format("UBND các huyện, thị xã, thành phố")),
        conforming=_dated(_RECIPIENTS.format("UBND các xã, phường, đặc khu")),
    ),
    Rule(
        code="ORG005",
        inspect=unit_not_yet,
        violating=_dated(_RECIPIENTS.format("Bộ Nông nghiệp và Môi trường"), "09 tháng 02 năm 2023"),
        conforming=_dated(_RECIPIENTS.format("Bộ Tài nguyên và Môi trường"), "09 tháng 02 năm 2023"),
    ),
    Rule(
        code="ORG006",
        inspect=place_of_another_province,
        violating=_dated("I. MỤC ĐÍCH\n").replace("An Giang, ngày", "Hà Nội, ngày"),
        conforming=_dated("I. MỤC ĐÍCH\n"),
    ),
)
