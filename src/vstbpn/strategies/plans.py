"""Strategies of plans and their parts."""

import datetime
from collections.abc import Iterator

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vstbpn.dates import PartialDate, YearRange
from vstbpn.goals.targets.goal import Goal
from vstbpn.goals.targets.target import Target
from vstbpn.plans.basis import LegalBasis
from vstbpn.plans.ending import Recipient, Signature
from vstbpn.plans.header import Header
from vstbpn.plans.outline import Item, Outline, Section
from vstbpn.plans.plan import Plan
from vstbpn.plans.task import Task
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.strategies.calendars import campaign_mentions, deadlines, observance_mentions
from vstbpn.strategies.goals import goals
from vstbpn.strategies.references import mentions, references
from vstbpn.strategies.values import passages, places, sentences
from vstbpn.strategies.words import (
    ARCHIVES,
    DUTIES,
    FOLLOW_UPS,
    OFFICES,
    PEOPLE,
    PURPOSES,
    QUALIFIERS,
    RECIPIENTS,
    TASK_TITLES,
    TITLES,
    UNITS,
    Office,
)
from vstbpn.text import POINT_LETTERS, roman_numeral
from vstbpn.values import Passage, evolve
from vstbpn.vocabulary import BasisKind, DocumentFamily, ItemMark, SectionStyle, SymbolStyle

_FIRST_BASIS, _FIRST_PLAN, _LAST_PLAN = (
    datetime.date(1990, 1, 1),
    datetime.date(2020, 4, 1),
    datetime.date(2035, 12, 31),
)
_NESTING = (SectionStyle.ROMAN, SectionStyle.ARABIC, SectionStyle.LETTER)


@st.composite
def legal_bases(draw: DrawFn, *, last: datetime.date = _LAST_PLAN) -> LegalBasis:
    """Legal bases (căn cứ): one act each, or words that name none.

    ``last`` is the latest date of the acts.

    Use: ``@given(strategies.legal_bases(last=datetime.date(2025, 1, 1)))``.
    """
    if draw(st.integers(0, 5)) == 0:
        words = "Căn cứ tình hình thực tế của đơn vị"
        return LegalBasis(kind=BasisKind.BASED_ON, text=words, span=draw(places()))
    kind = draw(st.sampled_from([BasisKind.BASED_ON, BasisKind.IMPLEMENTING]))
    mention = draw(mentions(reference=references(first=_FIRST_BASIS, last=last)))
    return LegalBasis(kind=kind, text=f"{kind.vi} {mention.reference}", mentions=(mention,), span=draw(places()))


def _offices() -> SearchStrategy[Office]:
    return st.sampled_from(OFFICES)


@st.composite
def _headers_of(draw: DrawFn, office: Office) -> Header:
    """A complete header of an office."""
    date = draw(st.dates(_FIRST_PLAN, _LAST_PLAN))
    symbol = DocumentSymbol(number=draw(st.integers(1, 999).map("{:02}".format)), code=office.code, style=office.style)
    family = DocumentFamily.PARTY if office.style is SymbolStyle.PARTY else DocumentFamily.STATE
    return Header(
        family=family,
        superior=draw(passages(text=st.just(office.superior))) if office.superior else None,
        issuer=draw(passages(text=st.just(office.issuer))),
        symbol=symbol,
        place=draw(passages(text=st.just(office.place))),
        date=PartialDate.of(date),
        type="Kế hoạch",
        title=draw(passages(text=st.sampled_from(TITLES).map(lambda title: f"{title} năm {date.year}"))),
        symbol_span=draw(places()),
        span=draw(places()),
    )


@st.composite
def headers(draw: DrawFn, *, complete: bool = False) -> Header:
    """Headers (phần mở đầu): whole ones, and drafts that leave parts out.

    Where they are to be ``complete``, nothing is left out.

    Use: ``@given(strategies.headers(complete=True))``.
    """
    header = draw(_offices().flatmap(_headers_of))
    if complete:
        return header
    blank = draw(st.sets(st.sampled_from(["family", "superior", "issuer", "symbol", "place", "date", "type", "title"])))
    return evolve(header, **dict.fromkeys(blank))


@st.composite
def items(draw: DrawFn, *, depth: int = 2) -> Item:
    """Items (gạch đầu dòng) and paragraphs (đoạn), with items below them.

    ``depth`` is the number of levels there may be.

    Use: ``@given(strategies.items(depth=1))``.
    """
    below = draw(st.lists(items(depth=depth - 1), max_size=2)) if depth > 1 else []
    mark = ItemMark.DASH if below else draw(st.sampled_from(list(ItemMark)))
    return Item(mark=mark, text=draw(sentences()), items=tuple(below), span=draw(places()))


@st.composite
def sections(draw: DrawFn, *, level: int = 1) -> Section:
    """Sections (mục) of a level from 1 to 3, numbered I, 1, a, with what stands below them numbered without a gap.

    Use: ``@given(strategies.sections(level=2))``.
    """
    return _section(draw, level, draw(st.integers(1, 12)))


def _section(draw: DrawFn, level: int, ordinal: int) -> Section:
    style = _NESTING[level - 1]
    number = _number(style, ordinal)
    titled = style is not SectionStyle.LETTER
    below = draw(st.integers(0, 2)) if level < len(_NESTING) else 0
    return Section(
        marker=f"{number}{')' if style is SectionStyle.LETTER else '.'}",
        style=style,
        number=number,
        level=level,
        title=draw(st.sampled_from(TASK_TITLES)) if titled else None,
        items=tuple(draw(st.lists(items(depth=2), min_size=0 if titled else 1, max_size=2))),
        sections=tuple(_section(draw, level + 1, place) for place in range(1, below + 1)),
        heading=draw(places()),
        span=draw(places()),
    )


def _number(style: SectionStyle, ordinal: int) -> str:
    if style is SectionStyle.ROMAN:
        return roman_numeral(ordinal)
    return POINT_LETTERS[ordinal - 1] if style is SectionStyle.LETTER else str(ordinal)


@st.composite
def outlines(draw: DrawFn) -> Outline:
    """Outlines (bố cục) of up to three sections, numbered without a gap.

    Use: ``@given(strategies.outlines())``.
    """
    count = draw(st.integers(0, 3))
    return Outline(sections=tuple(_section(draw, 1, ordinal) for ordinal in range(1, count + 1)))


@st.composite
def tasks(draw: DrawFn, *, path: SearchStrategy[str | None] | None = None) -> Task:
    """Tasks (nhiệm vụ) with or without a unit, a deadline, an act.

    Use: ``@given(strategies.tasks(path=st.just("III.1")))``.
    """
    units = st.sampled_from(UNITS)
    return Task(
        text=draw(st.sampled_from(DUTIES)),
        unit=draw(st.none() | passages(text=units)),
        partners=tuple(draw(st.lists(passages(text=units), max_size=1))),
        path=draw(st.sampled_from([None, "III.1", "IV.2"]) if path is None else path),
        deadlines=tuple(draw(st.lists(deadlines(), max_size=1))),
        mentions=tuple(draw(st.lists(mentions(), max_size=1))),
        span=draw(places()),
    )


@st.composite
def recipients(draw: DrawFn, *, archive: bool | None = None) -> Recipient:
    """Recipients (nơi nhận).

    ``archive`` says whether it is the archive's line; by default it may be.

    Use: ``@given(strategies.recipients())``.
    """
    if archive is None:
        archive = draw(st.booleans())
    if archive:
        return Recipient(name=draw(st.sampled_from(ARCHIVES)), archive=True, span=draw(places()))
    return Recipient(
        name=draw(st.sampled_from(RECIPIENTS)),
        qualifier=draw(st.none() | st.sampled_from(QUALIFIERS)),
        span=draw(places()),
    )


def signatures() -> SearchStrategy[Signature]:
    """Signatures (chữ ký): of a head, a deputy, a collective.

    Use: ``@given(strategies.signatures())``.
    """
    return _offices().flatmap(lambda office: _signatures_of(office, st.none() | st.sampled_from(PEOPLE)))


@st.composite
def _signatures_of(draw: DrawFn, office: Office, people: SearchStrategy[str | None]) -> Signature:
    person = draw(people)
    return Signature(
        prefixes=office.prefixes,
        on_behalf_of=office.on_behalf_of,
        positions=(draw(passages(text=st.just(office.position))),),
        name=None if person is None else draw(passages(text=st.just(person))),
        span=draw(places()),
    )


@st.composite
def plans(draw: DrawFn) -> Plan:
    """Plans (kế hoạch) that are valid and complete: ``check`` finds no error in any, and nothing amiss in its structure.

    A plan has a header with number and date, bases older than itself, sections of purpose, goals, tasks and
    organisation, a closing, recipients each once with the archive's line, and a signature with a name. Goals and tasks are
    those of its outline; no goal is due before the plan's year. One of the Party is written as the Party does.

    Use: ``@given(strategies.plans())``.
    """
    office = draw(_offices())
    header = draw(_headers_of(office))
    day = header.date.to_date() if header.date else None
    bases = tuple(draw(st.lists(legal_bases(last=day or _LAST_PLAN), min_size=1, max_size=3)))
    several = st.lists(goals(measurable=True), min_size=1, max_size=2, unique_by=lambda goal: goal.title)
    wanted = _numbered([_ahead(goal, day.year if day else _FIRST_PLAN.year) for goal in draw(several)])
    work = _work(draw)
    organising = draw(st.lists(st.sampled_from(UNITS), min_size=1, max_size=2, unique=True))
    outline = Outline(
        sections=(
            _part(1, "MỤC ĐÍCH, YÊU CẦU", _purposes(draw)),
            _part(2, "MỤC TIÊU", tuple(_goal_section(goal) for goal in wanted)),
            _part(3, "NHIỆM VỤ VÀ GIẢI PHÁP", work),
            _part(4, "TỔ CHỨC THỰC HIỆN", tuple(_titled(number, unit, _duties(draw, number == 1)) for number, unit in enumerate(organising, start=1))),
        )
    )  # fmt: skip
    closing = f"Trên đây là Kế hoạch của {office.name}, yêu cầu các đơn vị thực hiện{office.closing_mark}"
    return Plan(
        header=header,
        bases=bases,
        preamble=(draw(passages(text=st.just(f"{office.name} ban hành Kế hoạch như sau:"))),),
        outline=outline,
        goals=wanted,
        tasks=tuple(_tasks_of(draw, outline)),
        deadlines=tuple(draw(st.lists(deadlines(), max_size=2))),
        campaigns=tuple(draw(st.lists(campaign_mentions(), max_size=1))),
        observances=tuple(draw(st.lists(observance_mentions(), max_size=1))),
        mentions=tuple(mention for basis in bases for mention in basis.mentions),
        closing=Passage(text=closing, span=draw(places())),
        recipients=_recipients_of(draw, office),
        recipients_span=draw(places()),
        signature=draw(_signatures_of(office, st.sampled_from(PEOPLE))),
        span=draw(places()),
    )


def _recipients_of(draw: DrawFn, office: Office) -> tuple[Recipient, ...]:
    """Recipients, each once: the body above, if there is one, some others, and the archive."""
    others = recipients(archive=False).filter(lambda recipient: recipient.name != office.above)
    listed = draw(st.lists(others, min_size=0 if office.above else 1, max_size=3, unique_by=lambda one: one.name))
    above = [Recipient(name=office.above, qualifier="để báo cáo", span=draw(places()))] if office.above else []
    archive = evolve(draw(recipients(archive=True)), name=draw(st.sampled_from(office.archives)))
    return (*above, *listed, archive)


def _ahead(goal: Goal, first: int) -> Goal:
    """A goal of whose targets none is due before a year."""
    return evolve(
        goal,
        targets=tuple(_not_before(target, first) for target in goal.targets),
        qualitative=tuple(_not_before(target, first) for target in goal.qualitative),
    )


def _not_before(target: Target, first: int) -> Target:
    """A target, moved on by years where it would be due before one."""
    if target.year is None or target.year >= first:
        return target
    by, period = first - target.year, target.period
    moved = YearRange(start=period.start + by, end=period.end + by) if period is not None else None
    later = evolve(target, year=first, period=moved)
    return evolve(later, text=str(later))


def _numbered(wanted: list[Goal]) -> tuple[Goal, ...]:
    return tuple(evolve(goal, marker=f"Mục tiêu {number}") for number, goal in enumerate(wanted, start=1))


def _part(ordinal: int, title: str, below: tuple[Section, ...]) -> Section:
    numeral = roman_numeral(ordinal)
    return Section(marker=f"{numeral}.", style=SectionStyle.ROMAN, number=numeral, level=1, title=title, sections=below)


def _titled(ordinal: int, title: str, contents: tuple[Item, ...], below: tuple[Section, ...] = ()) -> Section:
    return Section(
        marker=f"{ordinal}.",
        style=SectionStyle.ARABIC,
        number=str(ordinal),
        level=2,
        title=title,
        items=contents,
        sections=below,
    )


def _purposes(draw: DrawFn) -> tuple[Section, ...]:
    some = st.lists(st.sampled_from(PURPOSES), min_size=1, max_size=2, unique=True)
    wanted = _dashes(draw(some))
    if draw(st.booleans()):
        below = tuple(evolve(item, mark=ItemMark.PLUS) for item in _dashes(draw(some)))
        wanted = (*wanted, Item(mark=ItemMark.DASH, text="Bảo đảm các yêu cầu sau:", items=below))
    return _titled(1, "Mục đích", _dashes(draw(some))), _titled(2, "Yêu cầu", wanted)


def _dashes(texts: list[str]) -> tuple[Item, ...]:
    """Items opened by dashes, all but the last of which end in a semicolon."""
    return tuple(
        Item(mark=ItemMark.DASH, text=f"{text}{'.' if number == len(texts) else ';'}")
        for number, text in enumerate(texts, start=1)
    )


def _goal_section(goal: Goal) -> Section:
    number = (goal.marker or "").removeprefix("Mục tiêu ")
    return Section(
        marker=f"{goal.marker}:",
        style=SectionStyle.GOAL,
        number=number,
        level=2,
        title=goal.title,
        items=_dashes([str(target) for target in (*goal.targets, *goal.qualitative)]),
    )


def _duties(draw: DrawFn, is_followed_up: bool = False) -> tuple[Item, ...]:
    some = draw(st.lists(st.sampled_from(DUTIES), min_size=1, max_size=2, unique=True))
    return _dashes([*some, draw(st.sampled_from(FOLLOW_UPS))] if is_followed_up else some)


def _work(draw: DrawFn) -> tuple[Section, ...]:
    """Sections of tasks: with items, or with lettered paragraphs."""
    titles = draw(st.lists(st.sampled_from(TASK_TITLES), min_size=1, max_size=2, unique=True))
    made = []
    for number, title in enumerate(titles, start=1):
        if draw(st.booleans()):
            made.append(_titled(number, title, _duties(draw)))
        else:
            made.append(_titled(number, title, (), tuple(_lettered(_duties(draw)))))
    return tuple(made)


def _lettered(contents: tuple[Item, ...]) -> Iterator[Section]:
    for letter, item in zip(POINT_LETTERS, contents, strict=False):
        yield Section(
            marker=f"{letter})",
            style=SectionStyle.LETTER,
            number=letter,
            level=3,
            items=(Item(text=item.text),),
        )


def _tasks_of(draw: DrawFn, outline: Outline) -> Iterator[Task]:
    """The tasks of the last two parts; those of the last are the unit's whose name is the heading."""
    for path, section in outline.paths():
        if not path.startswith(("III.", "IV.")):
            continue
        unit = Passage(text=section.title) if path.startswith("IV.") and section.title else None
        for item in section.items:
            due = draw(st.lists(deadlines(), max_size=1))
            yield Task(text=item.text, unit=unit, path=path, deadlines=tuple(due))
