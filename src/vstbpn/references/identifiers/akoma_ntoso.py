"""Identifiers of acts by the Akoma Ntoso Naming Convention (OASIS LegalDocML, version 1.0): FRBR IRIs.

The convention gives the form; what stands in its parts for Việt Nam is this library's choice.
"""

import re

import attrs

from vstbpn.constraints import matching, one_of
from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.references.acts.act import Act
from vstbpn.references.citing.reference import Reference
from vstbpn.references.identifiers.folding import first_difference, fold_words, is_folded_symbol, unfold_symbol
from vstbpn.references.identifiers.identity import (
    UNTYPED,
    hold_act,
    hold_reference,
    identity_of,
    issuer_of,
    reference_of,
    reference_to,
    type_of,
)
from vstbpn.references.identifiers.parts import (
    APPENDIX,
    LEVELS,
    UNKNOWN_DATE,
    FoundLevel,
    Piece,
    date_of_identifier,
    form,
    number_of_identifier,
    read_date_piece,
    read_level,
    read_provision,
    unknown_level,
    whole_piece,
    write_label,
    write_levels,
)
from vstbpn.references.provisions.provision import Provision
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.values import evolve, frozen
from vstbpn.vocabulary import DocumentType

_WORDS = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[a-z]{2}")
_KIND = re.compile(r"act|doc")
_LANGUAGE = re.compile(r"[a-z]{3}")
_FORMAT = re.compile(r"[a-z][a-z0-9]*")
_UNTYPED = "-".join(UNTYPED)
_LEVELS = {level.akoma_ntoso: level for level in LEVELS}
_MAIN = "main"

_RULES = (
    DocumentType.CONSTITUTION, DocumentType.CODE, DocumentType.LAW, DocumentType.ORDINANCE, DocumentType.ORDER,
    DocumentType.RESOLUTION, DocumentType.JOINT_RESOLUTION, DocumentType.DECREE, DocumentType.DECISION,
    DocumentType.DIRECTIVE, DocumentType.CIRCULAR, DocumentType.JOINT_CIRCULAR,
)  # fmt: skip
_ACTS = frozenset("-".join(fold_words(kind.vi, lead="")) for kind in _RULES) | {_UNTYPED}
"""The types that are acts to Akoma Ntoso; a plan, a dispatch or a report is a ``doc``."""

_COUNTRY_EXPECTED = "expected a country of two letters, as vn"
_KIND_EXPECTED = "expected 'act' or 'doc'"
_TYPE_EXPECTED = "expected a type such as nghi-dinh, or van-ban where it is not known"
_ACTOR_EXPECTED = "expected an issuing body such as chinh-phu"
_NUMBER_EXPECTED = "expected a folded symbol such as 30-2020-nd-cp, or a folded name such as luat-tre-em"
_LANGUAGE_EXPECTED = "expected a language of three letters and '@', as vie@"


@frozen
class AknIri:
    """An Akoma Ntoso IRI (định danh Akoma Ntoso) of an act, of a version or a file of it, or of a provision in it.

    Args:
        country: Two letters.
        kind: ``act``, or ``doc`` for what sets no rules.
        type: The type, folded; ``van-ban`` (document) where it is not known.
        actor: The issuing body, folded.
        date: The day of issue, or the year alone; None where it is not known.
        number: The folded symbol, or the folded name of an act cited by name.
        language: Three letters, of an expression.
        version: The day of the version; None for the original.
        format: The format of a file, as ``xml``.
        provision: The provision meant; None for the act as a whole.

    Raises:
        InvalidValueError: A part is not of its form, a version or a format is given without a language, or a format
            with a provision.

    Source: Akoma Ntoso Naming Convention, version 1.0.

    >>> iri = AknIri.of(Reference.parse("điểm đ khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ"))
    >>> print(iri)
    /akn/vn/act/nghi-dinh/chinh-phu/2020-03-05/30-2020-nd-cp/!main~art_5__para_2__point_dd
    >>> AknIri.parse(str(iri)) == iri, str(iri.symbol), str(iri.provision)
    (True, '30/2020/NĐ-CP', 'điểm đ khoản 2 Điều 5')
    """

    country: str = attrs.field(default="vn", validator=matching("country", _COUNTRY.pattern, _COUNTRY_EXPECTED))
    kind: str = attrs.field(default="act", validator=one_of("kind", ("act", "doc"), _KIND_EXPECTED))
    type: str = attrs.field(default=_UNTYPED, validator=matching("type", _WORDS.pattern, _TYPE_EXPECTED))
    actor: str | None = attrs.field(default=None, validator=form(_WORDS, "actor", _ACTOR_EXPECTED))
    date: PartialDate | None = attrs.field(default=None, validator=date_of_identifier("date"))
    number: str = attrs.field(validator=number_of_identifier(_WORDS))
    language: str | None = attrs.field(
        default=None, validator=form(_LANGUAGE, "language", "expected three letters, as vie")
    )
    version: PartialDate | None = attrs.field(default=None, validator=date_of_identifier("version"))
    format: str | None = attrs.field(
        default=None, validator=form(_FORMAT, "format", "expected the ending of a file, as xml")
    )
    provision: Provision | None = None

    def __attrs_post_init__(self) -> None:
        if self.language is None and (self.version or self.format):
            raise InvalidValueError("expression", str(self.version or self.format), "a version or file has a language")
        if self.format and self.provision:
            raise InvalidValueError("format", self.format, "a file is of an act, and not of a provision")

    @classmethod
    def of(cls, reference: Reference) -> "AknIri":
        """The identifier of what is referred to: of the provision if there is one, else of the act as a whole.

        What the reference leaves out is left out: resolve it first, or use ``of_act``, for the day of issue.

        Raises:
            InvalidValueError: The reference holds what no identifier can, or something else was given.
        """
        identity = identity_of(reference)
        words = "-".join(identity.type)
        return cls(
            kind="act" if words in _ACTS else "doc",
            type=words,
            actor="-".join(identity.authority) if identity.authority else None,
            date=identity.date,
            number=identity.number("-"),
            provision=reference.provisions[0] if len(reference.provisions) == 1 else None,
        )

    @classmethod
    def each(cls, reference: Reference) -> "tuple[AknIri, ...]":
        """The identifier of each provision referred to, or of the act as a whole where none is named.

        Raises:
            InvalidValueError: The reference holds what no identifier can, or something else was given.
        """
        work = cls.of(evolve(hold_reference(reference), provisions=()))
        return tuple(evolve(work, provision=provision) for provision in reference.provisions) or (work,)

    @classmethod
    def of_act(cls, act: Act) -> "AknIri":
        """The identifier of an act of the catalogue.

        Raises:
            InvalidValueError: The act has neither symbol nor name, or is no ``Act``.
        """
        return cls.of(reference_to(hold_act(act)))

    @classmethod
    def parse(cls, text: str) -> "AknIri":
        """Read an IRI; the inverse of ``str``.

        Raises:
            ParseError: The text is none. It has one spelling, in lower case.
        """
        iri = _read(whole_piece(text))
        if str(iri) != text:
            raise ParseError(text, first_difference(text, str(iri)), f"this is written {str(iri)!r}")
        return iri

    def __str__(self) -> str:
        expression = None if self.language is None else f"{self.language}@{self.version or ''}"
        parts = [
            "/akn",
            self.country,
            self.kind,
            self.type,
            self.actor,
            str(self.date or UNKNOWN_DATE),
            self.number,
            f"{expression}.{self.format}" if self.format else expression,
            _component(self.provision) if self.provision else None,
        ]
        return "/".join(part for part in parts if part is not None)

    @property
    def work(self) -> "AknIri":
        """The identifier of the act itself: no language, version, format or provision."""
        return evolve(self, language=None, version=None, format=None, provision=None)

    @property
    def symbol(self) -> DocumentSymbol | None:
        """The number and symbol; None for an act identified by its name."""
        return unfold_symbol(self.number) if is_folded_symbol(self.number) else None

    @property
    def document_type(self) -> DocumentType | None:
        """The type as a member of the closed list, or None for another."""
        return DocumentType.named(type_of(self.type) or "")

    @property
    def issuer(self) -> str | None:
        """The issuing body in Vietnamese, where the bundled tables tell it."""
        return issuer_of(self.actor)

    def reference(self) -> Reference:
        """The reference that the identifier stands for; an issuer the bundled tables do not tell is left out.

        Raises:
            NotFoundError: The act is identified by a name that the bundled tables do not hold.
        """
        return reference_of(
            type_words=self.type,
            authority_words=self.actor,
            date=self.date,
            number=self.number,
            provision=self.provision,
        )


def _component(provision: Provision) -> str:
    """The component (the main text or an appendix) and the portion of it."""
    appendix = write_label(provision, APPENDIX)
    component = f"{APPENDIX.akoma_ntoso}_{_range(*appendix)}".rstrip("_") if appendix else _MAIN
    levels = [f"{level.akoma_ntoso}_{_range(first, last)}" for level, first, last in write_levels(provision)]
    return f"!{component}~{'__'.join(levels)}" if levels else f"!{component}"


def _range(first: str, last: str | None) -> str:
    return first if last is None else f"{first}-{last}"


def _read(whole: Piece) -> AknIri:
    root, *parts = whole.split("/")
    if root.text or not parts or parts[0].text != "akn":
        raise Piece(whole.whole, 0, min(whole.end, 5)).fail("expected an IRI that begins with /akn/")
    for part in parts:
        if not part.text:
            raise part.fail("a part is empty: remove the slash, or write what is missing")
    reader = _Parts(whole, parts[1:])
    fields: dict[str, object] = {
        "country": reader.next("the country").expect(_COUNTRY, _COUNTRY_EXPECTED),
        "kind": reader.next("'act' or 'doc'").expect(_KIND, _KIND_EXPECTED),
        "type": reader.next("the type").expect(_WORDS, _TYPE_EXPECTED),
    }
    date = reader.next("the date")
    if _WORDS.fullmatch(date.text):
        fields["actor"], date = date.text, reader.next("the date")
    fields["date"] = read_date_piece(date)
    fields["number"] = _read_number(reader.next("the number or name"))
    fields |= reader.rest()
    return whole.read(lambda _: AknIri(**fields))  # type: ignore[arg-type]  # Each field was read as what it is.


def _read_number(piece: Piece) -> str:
    if not is_folded_symbol(piece.text):
        return piece.expect(_WORDS, _NUMBER_EXPECTED)
    piece.read(unfold_symbol)
    return piece.text


class _Parts:
    """The parts of an IRI that are still to be read."""

    def __init__(self, whole: Piece, parts: list[Piece]) -> None:
        self._whole = whole
        self._parts = parts

    def next(self, expected: str) -> Piece:
        if not self._parts:
            end = self._whole.end
            raise Piece(self._whole.whole, end, end).fail(f"the IRI ends too early: expected {expected}")
        return self._parts.pop(0)

    def rest(self) -> dict[str, object]:
        """The expression and the component, each of which may be missing."""
        fields: dict[str, object] = {}
        if self._parts and not self._parts[0].text.startswith("!"):
            fields |= _read_expression(self._parts.pop(0))
        if self._parts and self._parts[0].text.startswith("!"):
            fields["provision"] = _read_component(self._parts.pop(0))
        if self._parts:
            extra = Piece(self._whole.whole, self._parts[0].start, self._whole.end)
            raise extra.fail("expected nothing more: after the number stand an expression (vie@) and a part (!main~…)")
        return fields


def _read_expression(piece: Piece) -> dict[str, object]:
    language, rest = piece.cut("@")
    if rest is None:
        raise piece.fail(_LANGUAGE_EXPECTED)
    version, file = rest.cut(".")
    return {
        "language": language.expect(_LANGUAGE, _LANGUAGE_EXPECTED),
        "version": read_date_piece(version) if version.text else None,
        "format": None if file is None else file.expect(_FORMAT, "expected a format such as xml"),
    }


def _read_component(piece: Piece) -> Provision:
    component, portion = Piece(piece.whole, piece.start + 1, piece.end).cut("~")
    appendix = None
    if component.text != _MAIN:
        name, label = component.cut("_")
        if name.text != APPENDIX.akoma_ntoso:
            raise component.fail("expected 'main' or an appendix such as annex_i")
        appendix = read_level(APPENDIX, component, label or component._replace(start=component.end))
    elif portion is None:
        raise piece.fail("expected a portion such as !main~art_5; for the whole act leave !main out")
    return read_provision(appendix, [_read_level(part) for part in portion.split("__")] if portion else [], piece)


def _read_level(piece: Piece) -> FoundLevel:
    name, label = piece.cut("_")
    level = _LEVELS.get(name.text)
    if level is None or label is None:
        raise unknown_level(piece, _LEVELS)
    return read_level(level, piece, label)
