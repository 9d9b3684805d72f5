"""What the identifiers of acts (định danh văn bản) share: what they say of an act, and the way back to a reference.

The schemes stand in ``akoma_ntoso`` and ``urn_lex``. What is looked up in the bundled tables here is the name behind a
folded one; an identifier is read and written without them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from vstbpn.catalogue.tables import acts, issuers, law_names, provinces
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError, NotFoundError
from vstbpn.references.acts.act import Act
from vstbpn.references.citing.reference import Reference
from vstbpn.references.identifiers.folding import fold_symbol, fold_words, is_folded_symbol, unfold_symbol
from vstbpn.references.issuers.names import canonical_issuer
from vstbpn.references.provisions.provision import Provision
from vstbpn.references.symbols.issuing_bodies import kind_of_body
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.text import comparison_key
from vstbpn.vocabulary import DocumentType, SymbolStyle

UNTYPED = ("van", "ban")
"""Văn bản, "document": the type of an act whose type is not known."""


class Identity(NamedTuple):
    """What an identifier says of an act: folded words, and what stays as it is."""

    type: tuple[str, ...]
    authority: tuple[str, ...] | None
    date: PartialDate | None
    symbol: DocumentSymbol | None
    name: tuple[str, ...]

    def number(self, mark: str) -> str:
        """The folded symbol, or the folded name with a mark between its words."""
        return fold_symbol(self.symbol) if self.symbol is not None else mark.join(self.name)


def hold_reference(given: object) -> Reference:
    """A reference as it is given.

    Raises:
        InvalidValueError: It is none: a text not yet read, a mention, an act or the like.
    """
    if isinstance(given, Reference):
        return given
    if isinstance(given, str):
        raise InvalidValueError("reference", given[:60], "expected a Reference: Reference.parse reads one from text")
    remedy = ""
    if isinstance(given, Act):
        remedy = ": of_act takes an Act"
    elif isinstance(getattr(given, "reference", None), Reference):
        remedy = ": give its reference, as in mention.reference"
    raise InvalidValueError("reference", type(given).__name__, f"expected a Reference{remedy}")


def hold_act(given: object) -> Act:
    """An act as it is given.

    Raises:
        InvalidValueError: It is none.
    """
    if not isinstance(given, Act):
        reason = "expected an Act of a catalogue, such as Acts.get gives: 'of' takes a Reference"
        raise InvalidValueError("act", type(given).__name__, reason)
    return given


def identity_of(reference: Reference) -> Identity:
    """What an identifier says of the act referred to.

    Type and authority that the reference leaves out are those that its symbol shows, if it shows one.
    """
    hold_reference(reference)
    kind = reference.type or _type_shown(reference)
    issuer = reference.issuer or _issuer_shown(reference.symbol, kind)
    return Identity(
        type=fold_words(kind, lead=UNTYPED[0]) if kind else UNTYPED,
        authority=fold_words(canonical_issuer(issuer), lead="coquan") if issuer else None,
        date=_date_of(reference),
        symbol=reference.symbol,
        name=() if reference.symbol else fold_words(reference.name or "", lead="van"),
    )


def _date_of(reference: Reference) -> PartialDate | None:
    """The date as far as it is known down from the year, or the year that the symbol or the name shows."""
    date = reference.date
    if date is not None and date.year is not None:
        return PartialDate(year=date.year) if date.month is None else date
    year = reference.name_year if reference.symbol is None else reference.symbol.year
    return _year(year)


def _year(year: int | None) -> PartialDate | None:
    try:
        return None if year is None else PartialDate(year=year)
    except InvalidValueError:  # Nothing holds the year of a name to the years that dates have.
        return None


_TYPE_OF_CODE = {kind.abbreviation: kind.vi for kind in DocumentType if kind.abbreviation}
_NAMED_KINDS = (DocumentType.CONSTITUTION, DocumentType.CODE, DocumentType.LAW, DocumentType.ORDINANCE)


def _type_shown(reference: Reference) -> str | None:
    if reference.symbol is None:
        name = comparison_key(reference.name or "")
        return next((kind.vi for kind in _NAMED_KINDS if f"{name} ".startswith(f"{kind.vi.casefold()} ")), None)
    code = reference.symbol.type_code
    if code == "TT" and reference.symbol.style is SymbolStyle.PARTY:
        return DocumentType.PARTY_NOTICE.vi
    return _TYPE_OF_CODE.get(code or "")


_ASSEMBLY = re.compile(r"(?P<committee>UBTV)?QH[0-9]*")
_STANDING_COMMITTEE = "Ủy ban Thường vụ Quốc hội"
_ISSUER_OF_TYPE = {
    DocumentType.CONSTITUTION.vi: "Quốc hội",
    DocumentType.CODE.vi: "Quốc hội",
    DocumentType.LAW.vi: "Quốc hội",
    DocumentType.ORDINANCE.vi: _STANDING_COMMITTEE,
}
"""Who makes laws and ordinances (Hiến pháp 2013, Điều 70 và Điều 74)."""


def _issuer_shown(symbol: DocumentSymbol | None, kind: str | None) -> str | None:
    """The central body that the symbol or the type shows; of a local one it never shows which."""
    code = symbol.issuer_codes[0] if symbol is not None and symbol.issuer_codes else ""
    if assembly := _ASSEMBLY.fullmatch(code):
        return _STANDING_COMMITTEE if assembly["committee"] else "Quốc hội"
    return _central_bodies().get(code) or _ISSUER_OF_TYPE.get(kind or "")


_ONE_OF_ITS_KIND = re.compile(
    r"Bộ [^,]+(?:, [^,]+ và [^,]+)?|(?:Thủ tướng |Văn phòng |Thanh tra )?Chính phủ|Hội đồng Bộ trưởng|(?:Văn phòng )?Chủ tịch nước|"
    r".+ nhân dân tối cao|Kiểm toán nhà nước|Ủy ban Dân tộc"
)
"""Central bodies whose abbreviation no local branch bears, as those of social insurance or the treasury do."""


def reference_of(
    *,
    type_words: str,
    authority_words: str | None,
    date: PartialDate | None,
    number: str,
    provision: Provision | None,
) -> Reference:
    """The reference that an identifier stands for.

    Raises:
        NotFoundError: The act is identified by a name that the bundled tables do not hold.
    """
    symbol = unfold_symbol(number) if is_folded_symbol(number) else None
    year_only = date is not None and date.month is None
    shown = year_only and (symbol is None or symbol.year == (date and date.year))
    return Reference(
        type=type_of(type_words),
        symbol=symbol,
        name=None if symbol else _name_of(number),
        name_year=date.year if date and year_only and symbol is None else None,
        date=None if shown else date,
        issuer=issuer_of(authority_words),
        provisions=(provision,) if provision else (),
    )


def type_of(words: str) -> str | None:
    """The type of document behind its folded name ("Nghị định"), or None for none that is known."""
    return _types().get(_key(words))


def issuer_of(words: str | None) -> str | None:
    """The issuing body behind its folded name, or None for none, or several, that are known."""
    return _bodies().get(_key(words or ""))


def _name_of(words: str) -> str:
    name = _law_names().get(_key(words))
    if name is None:
        raise NotFoundError("law of that folded name", words)
    return name


def reference_to(act: Act) -> Reference:
    """The reference to an act of the catalogue, with its number and symbol even where it is cited by name."""
    name = None
    if act.symbol is None:
        name = act.type if act.type == DocumentType.CONSTITUTION.vi else act.title or act.id
    return Reference(
        type=act.type or None,
        symbol=act.symbol,
        name=name,
        date=PartialDate.of(act.date_issued) if act.date_issued else None,
        issuer=act.issuer or None,
    )


def _key(words: str) -> str:
    return " ".join(re.split(r"[-.]", words))


def _by_key(names: Iterable[str]) -> Mapping[str, str]:
    """Names by their folded form, where only one name has it."""
    found: dict[str, str] = {}
    spelled: dict[str, set[str]] = {}
    for name in names:
        key = " ".join(fold_words(name, lead=""))
        found.setdefault(key, name)
        spelled.setdefault(key, set()).add(comparison_key(name))
    return MappingProxyType({key: name for key, name in found.items() if len(spelled[key]) == 1})


@cache
def _types() -> Mapping[str, str]:
    return _by_key([*(kind.vi for kind in DocumentType), *(act.type for act in acts())])


@cache
def _law_names() -> Mapping[str, str]:
    unnumbered = (reference_to(Act.from_row(row)).name or "" for row in acts() if not row.number)
    return _by_key([*(f"{row.type} {row.name}" for row in law_names()), *unnumbered])


@cache
def _central_bodies() -> Mapping[str, str]:
    return MappingProxyType(
        {
            row.abbreviation: row.name_vi
            for row in issuers()
            if row.level == "central"
            and kind_of_body(row.abbreviation) is not None
            and _ONE_OF_ITS_KIND.fullmatch(row.name_vi)
        }
    )


@cache
def _bodies() -> Mapping[str, str]:
    """Bodies that can be told from their folded name: those of the tables, and the committees of each province."""
    names = sorted({name for row in provinces() for name in (row.old_name, row.successor) if "(" not in name})
    return _by_key(
        [
            _STANDING_COMMITTEE,
            "Quốc hội",
            *(row.name_vi for row in issuers()),
            *(act.issuer for act in acts()),
            *(body for name in names for body in _bodies_of(name)),
        ]
    )


def _bodies_of(province: str) -> Iterator[str]:
    rank, _, place = province.partition(" ")
    if rank == "Tỉnh":
        yield from (f"{body} tỉnh {place}" for body in ("Ủy ban nhân dân", "Hội đồng nhân dân"))
        yield from (f"{body}Tỉnh ủy {place}" for body in ("", "Ban Thường vụ "))
    else:
        place = province.removeprefix("Thành phố ")
        yield from (f"{body} Thành phố {place}" for body in ("Ủy ban nhân dân", "Hội đồng nhân dân"))
        yield from (f"{body}Thành ủy {place}" for body in ("", "Ban Thường vụ "))
