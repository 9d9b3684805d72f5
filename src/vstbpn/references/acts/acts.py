"""The acts a program knows (danh mục văn bản), how they bear on each other, and what a reference turns out to be."""

import datetime
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeVar

import attrs

from vstbpn.catalogue.sources import Source
from vstbpn.catalogue.tables import ActLink
from vstbpn.catalogue.tables import act_relations as bundled_relations
from vstbpn.catalogue.tables import acts as bundled_acts
from vstbpn.constraints import Constraint, each, instance_of
from vstbpn.errors import CatalogueError, InvalidValueError, NotFoundError
from vstbpn.references.acts.act import Act
from vstbpn.references.acts.comparing import circumstances_of, plain_day
from vstbpn.references.acts.index import ActIndex
from vstbpn.references.acts.nearby import near_ids
from vstbpn.references.acts.resolution import Resolution
from vstbpn.references.acts.resolving import resolve
from vstbpn.references.acts.tables import (
    catalogue_faults,
    read_csv,
    read_json,
    read_relations_csv,
    write_csv,
    write_json,
    write_relations_csv,
)
from vstbpn.references.citing.reference import Reference
from vstbpn.references.issuers.localities import Citing
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.text import comparison_key
from vstbpn.values import frozen
from vstbpn.vocabulary import ActRelation

T = TypeVar("T")


def _all_of(kind: type) -> Constraint:
    return each(instance_of(kind.__name__, kind, f"expected values of {kind.__name__} in a tuple"))


@frozen
class Acts:
    """An immutable catalogue of acts (danh mục văn bản) and of how they bear on each other.

    The bundled one knows the acts of one field; ``with_acts`` gives one that knows yours too.

    Raises:
        InvalidValueError: Something else than acts or relations was given.
        CatalogueError: Two acts have one id, or relations do not hold together.

    >>> reference = Reference.parse("Nghị định số 30/2020/NĐ-CP")
    >>> resolution = Acts.bundled().resolve(reference, on=datetime.date(2026, 11, 22))
    >>> resolution.verdict, resolution.in_force, resolution.act.title
    (Verdict.RESOLVED, True, 'về công tác văn thư')
    """

    acts: tuple[Act, ...] = attrs.field(default=(), validator=_all_of(Act))
    relations: tuple[ActLink, ...] = attrs.field(default=(), validator=_all_of(ActLink))
    _index: ActIndex = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        faults = catalogue_faults(self.acts, self.relations)
        if faults:
            raise CatalogueError("acts", faults)
        object.__setattr__(self, "_index", ActIndex(self.acts, self.relations))

    def __repr__(self) -> str:
        return f"<Acts: {len(self.acts)} acts, {len(self.relations)} relations>"

    def __len__(self) -> int:
        return len(self.acts)

    def __iter__(self) -> Iterator[Act]:
        return iter(self.acts)

    def __contains__(self, act: object) -> bool:
        return (act.id if isinstance(act, Act) else act) in self._index.by_id

    @classmethod
    def bundled(cls) -> "Acts":
        """The catalogue the library ships, made once."""
        return _bundled()

    @classmethod
    def from_csv(cls, source: Source, *, relations: Source | None = None) -> "Acts":
        r"""A catalogue of your own from a table with a header, as spreadsheets save it (UTF-8; comma, semicolon or tab).

        Needed are ``type``, ``symbol`` ("30/2020/NĐ-CP"; or ``number`` and ``symbol`` apart) and ``title``; known are
        ``id``, ``date_issued``, ``issuer``, ``effective_from``, ``effective_to``, ``source``, ``confidence`` and
        ``note`` too, and usual Vietnamese headers for most of them. A column named after a relation (``replaces``, ``amends``, ``implements``, ``follows`` …) holds
        the acts this one bears on, with semicolons between them.

        Args:
            source: The table of acts.
            relations: A table of relations: ``act``, ``relation``, ``other``, and ``source``, ``confidence``, ``note``.

        Raises:
            CatalogueError: Everything in the tables that does not hold, with the row as a spreadsheet counts it.
            InvalidValueError: A source is none.

        >>> acts = Acts.from_csv("type,symbol,title,date_issued\nQuyết định,15/QĐ-XYZ,ban hành Quy chế làm việc,05/3/2024\n")
        >>> print(acts.get("15/QĐ-XYZ@2024"))
        Quyết định số 15/QĐ-XYZ ngày 05 tháng 3 năm 2024 ban hành Quy chế làm việc
        """
        read = read_csv(source)
        links = read_relations_csv(relations) if relations is not None else ()
        return cls(acts=read.acts, relations=(*read.links, *links))

    @classmethod
    def from_json(cls, source: Source) -> "Acts":
        """A catalogue from JSON: a list of acts, or an object with ``acts`` and ``relations``; keys as in ``from_csv``.

        Raises:
            CatalogueError: Everything in it that does not hold, with the number of the act.
            InvalidValueError: The source is none.

        >>> len(Acts.from_json(Acts.bundled().to_json())) == len(Acts.bundled())
        True
        """
        read = read_json(source)
        return cls(acts=read.acts, relations=read.links)

    def to_csv(self) -> str:
        """The acts as a table that ``from_csv`` reads."""
        return write_csv(self.acts)

    def relations_to_csv(self) -> str:
        """The relations as a table that ``from_csv`` reads."""
        return write_relations_csv(self.relations)

    def to_json(self) -> str:
        """The whole catalogue as JSON that ``from_json`` reads back to an equal one."""
        return write_json(self.acts, self.relations)

    def with_acts(self, acts: Iterable[Act]) -> "Acts":
        """A new catalogue with more acts, and with their relations where another catalogue is given.

        An act takes the place of the one with its id.

        Raises:
            CatalogueError: Two of the new acts have one id.
            InvalidValueError: Something else than acts was given.
        """
        more = _held(acts, Act)
        ids = {act.id for act in more}
        links = acts.relations if isinstance(acts, Acts) else ()
        kept = tuple(act for act in self.acts if act.id not in ids)
        return Acts(acts=(*kept, *more), relations=_united(self.relations, links))

    def with_relations(self, relations: Iterable[ActLink]) -> "Acts":
        """A new catalogue with more relations; each takes the place of the same one stated before.

        Raises:
            CatalogueError: An act bears on itself, or two replace each other.
            InvalidValueError: Something else than relations was given.
        """
        return Acts(acts=self.acts, relations=_united(self.relations, _held(relations, ActLink)))

    def without(self, *ids: str) -> "Acts":
        """A new catalogue without some acts; what bore on them is still known by its citation.

        Raises:
            NotFoundError: An id is not in the catalogue.
            InvalidValueError: Something else than a text was given.
        """
        gone = {self.get(id_).id for id_ in ids}
        return Acts(acts=tuple(act for act in self.acts if act.id not in gone), relations=self.relations)

    def get(self, id: str) -> Act:  # noqa: A002  # The field's own name.
        """The act of an id.

        Raises:
            NotFoundError: There is none; the error names those whose number and symbol it is, mended where it lost its
                marks, those of another year, and those of that name.
            InvalidValueError: Something else than a text was given.
        """
        if not isinstance(id, str):
            raise InvalidValueError("id of an act", type(id).__name__, "expected a text such as '30/2020/NĐ-CP'")
        found = self._index.by_id.get(id)
        if found is None:
            raise NotFoundError("act", id, near_ids(self._index, id))
        return found

    def find(
        self,
        *,
        symbol: DocumentSymbol | str | None = None,
        name: str | None = None,
        type: str | None = None,  # noqa: A002  # The field's own name.
        issuer: str | None = None,
        year: int | None = None,
    ) -> tuple[Act, ...]:
        """The acts of which all that is given holds, the oldest first.

        Args:
            symbol: Number and symbol.
            name: The name or title, whatever its spelling.
            type: The type.
            issuer: The issuing body.
            year: The year of issue.

        Raises:
            ParseError: The symbol is none.
            InvalidValueError: What is asked for is of another class.

        >>> [act.date_issued.year for act in Acts.bundled().find(symbol="22-CT/TU")]
        [2013, 2018]
        >>> [act.id for act in Acts.bundled().find(name="luật phòng, chống bạo lực gia đình")]
        ['02/2007/QH12', '13/2022/QH15']
        """
        for what, words in (("name", name), ("type", type), ("issuer", issuer)):
            if words is not None and not isinstance(words, str):
                raise InvalidValueError(what, f"{words}"[:60], "expected a text")
        if symbol is not None and not isinstance(symbol, str | DocumentSymbol):
            raise InvalidValueError("symbol", f"{symbol}"[:60], "expected a DocumentSymbol or a text")
        found = self._index.acts
        if symbol is not None:
            found = self._index.of_symbol(DocumentSymbol.parse(symbol) if isinstance(symbol, str) else symbol)
        if name is not None:
            named = {act.id for act in self._index.of_name(name)}
            found = tuple(act for act in found if act.id in named)
        if type is not None:
            found = tuple(act for act in found if comparison_key(act.type) == comparison_key(type))
        if issuer is not None:
            found = tuple(act for act in found if comparison_key(act.issuer) == comparison_key(issuer))
        if year is not None:
            found = tuple(act for act in found if _year(act) == year)
        return found

    def same_number(self, reference: Reference) -> tuple[Act, ...]:
        """The acts of that number and symbol, whatever their date.

        Raises:
            InvalidValueError: What is given is no reference.
        """
        if not isinstance(reference, Reference):
            raise InvalidValueError("reference", type(reference).__name__, "expected a Reference; parse text first")
        return self._index.of_symbol(reference.symbol) if reference.symbol is not None else ()

    def links(self, act: Act | str) -> tuple[ActLink, ...]:
        """Everything that is known of how an act bears on others and others on it."""
        key = self._id(act)
        return (*self._index.earlier.get(key, ()), *self._index.later.get(key, ()))

    def bearing_on(self, act: Act | str, relation: ActRelation) -> tuple[Act, ...]:
        """The acts that bear so on an act, the oldest first; one that is not in the catalogue by its symbol alone.

        >>> acts = Acts.bundled()
        >>> [act.id for act in acts.bearing_on("45/2019/QH14", ActRelation.AMENDS)]
        ['71/2025/QH15']
        """
        links = self._index.later.get(self._id(act), ())
        return _by_age(self._index.act(link.act) for link in links if link.relation is relation)

    def borne_on_by(self, act: Act | str, relation: ActRelation) -> tuple[Act, ...]:
        """The acts that an act so bears on, the oldest first."""
        links = self._index.earlier.get(self._id(act), ())
        return _by_age(self._index.act(link.other) for link in links if link.relation is relation)

    def replaced_by(self, act: Act | str) -> tuple[Act, ...]:
        """The acts that replaced an act (văn bản thay thế).

        >>> [act.id for act in Acts.bundled().replaced_by("02/2007/QH12")]
        ['13/2022/QH15']
        """
        return self.bearing_on(act, ActRelation.REPLACES)

    def amended_by(self, act: Act | str) -> tuple[Act, ...]:
        """The acts that amended an act (văn bản sửa đổi, bổ sung)."""
        return self.bearing_on(act, ActRelation.AMENDS)

    def implemented_by(self, act: Act | str) -> tuple[Act, ...]:
        """The acts that detail or carry out an act (văn bản quy định chi tiết, hướng dẫn, thực hiện)."""
        return self.bearing_on(act, ActRelation.IMPLEMENTS)

    def chain(self, act: Act | str, *, on: datetime.date | None = None) -> tuple[Act, ...]:
        """What replaced or followed an act, in order: up to what is in force on a day, or to the end.

        Args:
            act: The act, its id, or a number and symbol that one act alone bears.
            on: The day.

        >>> [act.id for act in Acts.bundled().chain("77/2015/QH13")]
        ['65/2025/QH15', '72/2025/QH15']
        """
        return self._index.chain(self._index.act(self._id(act)), plain_day(on))

    def _id(self, act: Act | str) -> str:
        if isinstance(act, Act):
            return act.id
        if not isinstance(act, str):
            raise InvalidValueError("act", f"{act}"[:60], "expected an Act, its id, or a number and symbol")
        return self._index.id_of(act)

    def resolve(
        self, reference: Reference, context: Citing | None = None, *, on: datetime.date | None = None
    ) -> Resolution:
        """Look a reference up: type, number, symbol, year and locality tell an act, and what else is said must agree.

        Args:
            reference: What to look up.
            context: The document that cites it: a plan, or a ``CitingDocument``. It tells whose "UBND tỉnh" is meant,
                and that no act younger than itself is.
            on: The day whose validity is asked for; by default the context's. Without either, only identity is.

        Raises:
            InvalidValueError: What is given is no reference, or no day.
        """
        if not isinstance(reference, Reference):
            raise InvalidValueError("reference", type(reference).__name__, "expected a Reference; parse text first")
        around = circumstances_of(context)
        return resolve(self._index, reference, around, plain_day(on) or around.day)


@cache
def _bundled() -> Acts:
    return Acts(acts=tuple(map(Act.from_row, bundled_acts())), relations=bundled_relations())


def _held(values: Iterable[T], kind: type[T]) -> tuple[T, ...]:
    """The values given, each of which must be of a class."""
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        reason = f"expected values of {kind.__name__} in a tuple, a list or a catalogue"
        raise InvalidValueError(kind.__name__, type(values).__name__, reason)
    held = tuple(values)
    for value in held:
        if not isinstance(value, kind):
            raise InvalidValueError(kind.__name__, type(value).__name__, f"a catalogue holds values of {kind.__name__}")
    return held


def _year(act: Act) -> int | None:
    if act.date_issued is not None:
        return act.date_issued.year
    return act.symbol.year if act.symbol else None


def _by_age(acts: Iterable[Act]) -> tuple[Act, ...]:
    return tuple(sorted(acts, key=lambda act: (act.date_issued or datetime.date.max, act.id)))


def _united(relations: Iterable[ActLink], more: Iterable[ActLink]) -> tuple[ActLink, ...]:
    return tuple({(link.act, link.relation, link.other): link for link in (*relations, *more)}.values())
