"""The units a plan names (đơn vị trong kế hoạch), each led back to the unit of a directory that is meant."""

import datetime
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vstbpn.errors import InvalidValueError
from vstbpn.organisations.directory import Directory
from vstbpn.organisations.names.wording import UNIT_START
from vstbpn.organisations.shipped.directory import bundled
from vstbpn.organisations.units.unit import OrganisationUnit
from vstbpn.plans.meanings import Meanings
from vstbpn.values import Passage, Span, frozen
from vstbpn.vocabulary import Term

if TYPE_CHECKING:
    from vstbpn.plans.plan import Plan


class PlanRole(Term):
    """What a unit is to a plan (vai trò trong kế hoạch)."""

    ISSUER = ("issuer", "cơ quan ban hành", "issuer")
    SUPERIOR = ("superior", "cơ quan chủ quản", "superior")
    TASK_OWNER = ("task-owner", "đơn vị chủ trì", "task owner")
    PARTNER = ("partner", "đơn vị phối hợp", "partner")
    RECIPIENT = ("recipient", "nơi nhận", "recipient")


@frozen
class PlanUnit:
    """A unit a plan names (đơn vị trong kế hoạch): its words, and the units of a directory they may mean.

    Args:
        role: What it is to the plan.
        words: How the plan names it, and where. One of a list ("Sở Nội vụ, Sở Y tế") stands at its own place if the
            plan was read from a text whose letters were kept as they are; else at that of the whole list. A
            recipient's place is its whole line.
        pointer: Which part of the plan names it, as a JSON pointer (RFC 6901): ``/tasks/3/unit``.
        candidates: The units that may be meant. None for persons ("Các đồng chí Ủy viên"), for many at once ("Các
            Phòng GDĐT", "UBND các xã, phường"), for the archive's line, and for what the directory does not know. Of a
            plan of which no day is known, those of the first and of the last day it may be of.
        ended: Where there are no candidates: the units that bore the name once, and stand no more on the plan's day.

    >>> unit = PlanUnit(role=PlanRole.RECIPIENT, words=Passage(text="Như trên"), pointer="/recipients/0")
    >>> str(unit), unit.unit
    ('Như trên', None)
    """

    role: PlanRole
    words: Passage
    pointer: str
    candidates: tuple[OrganisationUnit, ...] = ()
    ended: tuple[OrganisationUnit, ...] = ()

    @property
    def unit(self) -> OrganisationUnit | None:
        """The unit meant; None where none is known, or several may be."""
        return self.candidates[0] if len(self.candidates) == 1 else None

    def __str__(self) -> str:
        return self.words.text


def plan_units(
    plan: "Plan", directory: Directory | None = None, on: datetime.date | None = None
) -> tuple[PlanUnit, ...]:
    """The units a plan names, as ``Plan.units`` gives them."""
    directory = bundled() if directory is None else directory
    if not isinstance(directory, Directory):
        raise InvalidValueError("directory", type(directory).__name__, "expected a Directory")
    return tuple(_Naming(plan, Meanings(plan, directory, on)).units())


class _Naming:
    """The units one plan names, each with what its words mean."""

    def __init__(self, plan: "Plan", meanings: Meanings) -> None:
        self._plan = plan
        self._meanings = meanings
        self._is_decomposed = _is_decomposed(plan)

    def units(self) -> Iterator[PlanUnit]:
        header = self._plan.header
        if header.issuer is not None:
            yield self._unit(PlanRole.ISSUER, header.issuer, "/header/issuer", self._meanings.issuer)
        if header.superior is not None:
            yield self._unit(PlanRole.SUPERIOR, header.superior, "/header/superior", self._meanings.superior)
        for number, task in enumerate(self._plan.tasks):
            if task.unit is not None:
                yield from self._listed(PlanRole.TASK_OWNER, task.unit, f"/tasks/{number}/unit")
            for place, partner in enumerate(task.partners):
                yield from self._listed(PlanRole.PARTNER, partner, f"/tasks/{number}/partners/{place}")
        for number, recipient in enumerate(self._plan.recipients):
            words = Passage(text=recipient.name, span=recipient.span)
            pointer = f"/recipients/{number}"
            if recipient.archive:
                yield PlanUnit(role=PlanRole.RECIPIENT, words=words, pointer=pointer)
            else:
                yield from self._listed(PlanRole.RECIPIENT, words, pointer)

    def _listed(self, role: PlanRole, words: Passage, pointer: str) -> Iterator[PlanUnit]:
        """A unit, or those of a list of units."""
        whole = self._meanings.meant(words.text)
        parts = [] if whole else _parts(words.text)
        if len(parts) < 2:
            yield self._unit(role, words, pointer, whole)
            return
        for (start, end), place in zip(parts, self._places(words, parts), strict=True):
            text = words.text[start:end]
            part = Passage(text=text, span=place)
            yield self._unit(role, part, pointer, self._meanings.meant(text))

    def _unit(self, role: PlanRole, words: Passage, pointer: str, candidates: tuple[OrganisationUnit, ...]) -> PlanUnit:
        ended = () if candidates else self._meanings.ended(words.text)
        return PlanUnit(role=role, words=words, pointer=pointer, candidates=candidates, ended=ended)

    def _places(self, words: Passage, parts: Sequence[tuple[int, int]]) -> Sequence[Span | None]:
        """Where parts of some words stand. Reading takes letters away and adds none: as many are the same ones."""
        if words.span is None:
            return [None] * len(parts)
        if self._is_decomposed and len(words.span) == len(_decomposed(words.text)):
            parts = _decomposed_places(words.text, parts)
        elif len(words.span) != len(words.text):
            return [words.span] * len(parts)
        return [Span(words.span.start + start, words.span.start + end) for start, end in parts]


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _decomposed_places(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places that places of a text, in order, have in the same text with its marks apart."""
    found = []
    done = length = 0
    for start, end in places:
        first = length + len(_decomposed(text[done:start]))
        done, length = end, first + len(_decomposed(text[start:end]))
        found.append((first, length))
    return found


def _is_decomposed(plan: "Plan") -> bool:
    """Whether the plan's text had its marks apart from their letters (NFD), to judge by the room its names take."""
    header = plan.header
    passages = [header.issuer, header.superior, header.title, header.place, *(task.unit for task in plan.tasks)]
    rooms = [(len(words.span), words.text) for words in passages if words is not None and words.span is not None]
    marked = [(room, len(text), len(_decomposed(text))) for room, text in rooms if text != _decomposed(text)]
    return any(room == apart for room, _, apart in marked) and not any(room == plain for room, plain, _ in marked)


_JOINT = re.compile(r"\s?[,;]\s{0,3}(?:(?:và|cùng|cùng với)\s)?|\s(?:và|cùng|cùng với)\s", re.IGNORECASE)
_MANY = re.compile(r"(?:các|những|mỗi|từng|toàn thể|toàn bộ)\s", re.IGNORECASE)
_OFFICE_OF_TWO = re.compile(
    r"văn phòng\s(?:.{0,40}\s)?(?:hđnd|hội đồng nhân dân|đbqh|đại biểu quốc hội)", re.IGNORECASE
)
_EDGES = " \t.,;:"


def _parts(text: str) -> list[tuple[int, int]]:
    """The places of the units in a list, cut where another unit's name begins ("Sở Văn hóa, Thể thao và Du lịch" is one)."""
    if not UNIT_START.match(text):
        return []
    starts = [0]
    ends = []
    for joint in _JOINT.finditer(text):
        if _opens_a_unit(text, joint.end()) and not _OFFICE_OF_TWO.fullmatch(text, starts[-1], joint.start()):
            ends.append(joint.start())
            starts.append(joint.end())
    ends.append(len(text.rstrip(_EDGES)))
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _opens_a_unit(text: str, at: int) -> bool:
    """Whether the name of a unit begins there, and not the next word of "các sở, ban, ngành" or "UBND các xã, phường"."""
    return UNIT_START.match(text, at) is not None and (text[at].isupper() or _MANY.match(text, at) is not None)
