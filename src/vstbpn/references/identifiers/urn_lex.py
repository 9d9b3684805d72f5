"""Identifiers of acts by RFC 9676, a Uniform Resource Name namespace for sources of law (LEX).

The RFC gives the form; what stands in its parts for Việt Nam is this library's choice.
"""

import re

import attrs

from vstbpn.constraints import matching
from vstbpn.dates import PartialDate
from vstbpn.errors import ParseError
from vstbpn.references.acts.act import Act
from vstbpn.references.citing.reference import Reference
from vstbpn.references.identifiers.folding import first_difference, is_folded_symbol, unfold_symbol
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

_PREFIX = "urn:lex:"
_WORDS = re.compile(r"[a-z][a-z0-9]*(?:\.[a-z0-9]+)*")
_COUNTRY = re.compile(r"[a-z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_MANIFESTATION = re.compile(r"[a-z0-9.-]+(?::[a-z0-9.-]+)*")
_LEVEL = re.compile(r"[a-z]+")
_UNTYPED = ".".join(UNTYPED)
_LEVELS = {level.urn_lex: level for level in LEVELS}
_ORIGINAL = "ban.goc"

_COUNTRY_EXPECTED = "expected a jurisdiction of two letters, as vn"
_ACTOR_EXPECTED = "expected an authority such as chinh.phu, or khong.ro where it is not known"
_TYPE_EXPECTED = "expected a measure such as nghi.dinh, or van.ban where it is not known"
_NUMBER_EXPECTED = "expected a folded symbol such as 30-2020-nd-cp, or a folded name such as luat.tre.em"
_LANGUAGE_EXPECTED = "expected a language of two letters, as vi"
_DETAILS_EXPECTED = "expected a date and a number joined by ';', as 2020-03-05;30-2020-nd-cp"
_VERSION_EXPECTED = "expected a version such as @2025-07-01, @2025-07-01:vi or @ban.goc:vi (the original)"

UNKNOWN_AUTHORITY = "khong.ro"
"""Không rõ, "not known": the authority of an act whose issuer is neither cited nor shown."""


@frozen
class UrnLex:
    """A ``urn:lex`` (định danh URN LEX) of an act, of a version or a file of it, or of a provision in it.

    Args:
        country: The jurisdiction, two letters.
        actor: The authority: the issuing body, folded, with its locality.
        type: The measure: the type, folded; ``van.ban`` (document) where it is not known.
        date: The day of issue, or the year alone; None where it is not known.
        number: The folded symbol, or the folded name of an act cited by name.
        version: The day of the version; None for the original, or where none is meant.
        language: Two letters, of an expression.
        manifestation: What stands after ``$``, as it stands.
        provision: The provision meant; None for the act as a whole.

    Raises:
        InvalidValueError: A part is not of its form.

    Source: RFC 9676.

    >>> urn = UrnLex.of(Reference.parse("điểm đ khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ"))
    >>> print(urn)
    urn:lex:vn:chinh.phu:nghi.dinh:2020-03-05;30-2020-nd-cp~art5;par2;let.dd
    >>> UrnLex.parse(str(urn)) == urn, str(urn.symbol), str(urn.provision)
    (True, '30/2020/NĐ-CP', 'điểm đ khoản 2 Điều 5')
    """

    country: str = attrs.field(default="vn", validator=matching("country", _COUNTRY.pattern, _COUNTRY_EXPECTED))
    actor: str = attrs.field(default=UNKNOWN_AUTHORITY, validator=matching("actor", _WORDS.pattern, _ACTOR_EXPECTED))
    type: str = attrs.field(default=_UNTYPED, validator=matching("type", _WORDS.pattern, _TYPE_EXPECTED))
    date: PartialDate | None = attrs.field(default=None, validator=date_of_identifier("date"))
    number: str = attrs.field(validator=number_of_identifier(_WORDS))
    version: PartialDate | None = attrs.field(default=None, validator=date_of_identifier("version"))
    language: str | None = attrs.field(default=None, validator=form(_LANGUAGE, "language", _LANGUAGE_EXPECTED))
    manifestation: str | None = attrs.field(
        default=None, validator=form(_MANIFESTATION, "manifestation", "expected words joined by ':', as xml")
    )
    provision: Provision | None = None

    @classmethod
    def of(cls, reference: Reference) -> "UrnLex":
        """The identifier of what is referred to: of the provision if there is one, else of the act as a whole.

        What the reference leaves out is left out: resolve it first, or use ``of_act``, for the day of issue.

        Raises:
            InvalidValueError: The reference holds what no identifier can, or something else was given.
        """
        identity = identity_of(reference)
        return cls(
            actor=".".join(identity.authority) if identity.authority else UNKNOWN_AUTHORITY,
            type=".".join(identity.type),
            date=identity.date,
            number=identity.number("."),
            provision=reference.provisions[0] if len(reference.provisions) == 1 else None,
        )

    @classmethod
    def each(cls, reference: Reference) -> "tuple[UrnLex, ...]":
        """The identifier of each provision referred to, or of the act as a whole where none is named.

        Raises:
            InvalidValueError: The reference holds what no identifier can, or something else was given.
        """
        work = cls.of(evolve(hold_reference(reference), provisions=()))
        return tuple(evolve(work, provision=provision) for provision in reference.provisions) or (work,)

    @classmethod
    def of_act(cls, act: Act) -> "UrnLex":
        """The identifier of an act of the catalogue.

        Raises:
            InvalidValueError: The act has neither symbol nor name, or is no ``Act``.
        """
        return cls.of(reference_to(hold_act(act)))

    @classmethod
    def parse(cls, text: str) -> "UrnLex":
        """Read a URN; the inverse of ``str``.

        Raises:
            ParseError: The text is none. It has one spelling, in lower case.
        """
        urn = _read(whole_piece(text))
        if str(urn) != text:
            raise ParseError(text, first_difference(text, str(urn)), f"this is written {str(urn)!r}")
        return urn

    def __str__(self) -> str:
        expression = ""
        if self.version or self.language:
            expression = f"@{self.version or _ORIGINAL}{f':{self.language}' if self.language else ''}"
        return (
            f"{_PREFIX}{self.country}:{self.actor}:{self.type}:{self.date or UNKNOWN_DATE};{self.number}"
            f"{_annex(self.provision)}{expression}{f'${self.manifestation}' if self.manifestation else ''}"
            f"{_partition(self.provision)}"
        )

    @property
    def work(self) -> "UrnLex":
        """The identifier of the act itself: no version, language, manifestation or provision."""
        return evolve(self, version=None, language=None, manifestation=None, provision=None)

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


def _annex(provision: Provision | None) -> str:
    appendix = write_label(provision, APPENDIX) if provision else None
    return f":{APPENDIX.urn_lex};{'-'.join(filter(None, appendix))}".rstrip(";") if appendix else ""


def _partition(provision: Provision | None) -> str:
    if provision is None:
        return ""
    levels = [
        # A letter or an escape would run into the name of its level.
        f"{level.urn_lex}{'' if first[0].isdigit() else '.'}{'-'.join(filter(None, (first, last)))}"
        for level, first, last in write_levels(provision)
    ]
    return f"~{';'.join(levels)}" if levels else ""


def _read(whole: Piece) -> UrnLex:
    if not whole.text.startswith(_PREFIX):
        raise Piece(whole.whole, 0, min(whole.end, len(_PREFIX))).fail("expected a URN that begins with urn:lex:")
    rest, partition = Piece(whole.whole, len(_PREFIX), whole.end).cut("~")
    rest, manifestation = rest.cut("$")
    work, expression = rest.cut("@")
    parts = work.split(":")
    for part in parts:
        if not part.text:
            raise part.fail("a part is empty: a URN is jurisdiction, authority, measure and details, joined by ':'")
    fields: dict[str, object] = {"country": parts[0].expect(_COUNTRY, _COUNTRY_EXPECTED)}
    if len(parts) < 4:
        missing = ("the authority", "the measure", "the date and number")[len(parts) - 1]
        raise Piece(whole.whole, work.end, work.end).fail(f"the URN ends too early: expected {missing}")
    if len(parts) > 5:
        raise Piece(whole.whole, parts[5].start, work.end).fail("expected nothing after the appendix but @, $ or ~")
    fields["actor"] = parts[1].expect(_WORDS, _ACTOR_EXPECTED)
    fields["type"] = parts[2].expect(_WORDS, _TYPE_EXPECTED)
    fields |= _read_details(parts[3])
    fields |= _read_expression(expression) if expression else {}
    if manifestation:
        fields["manifestation"] = manifestation.expect(_MANIFESTATION, "expected a manifestation after '$', as $xml")
    appendix = _read_annex(parts[4]) if len(parts) == 5 else None
    if appendix or partition:
        found = [_read_level(part) for part in partition.split(";")] if partition else []
        fields["provision"] = read_provision(appendix, found, whole)
    return whole.read(lambda _: UrnLex(**fields))  # type: ignore[arg-type]  # Each field was read as what it is.


def _read_details(piece: Piece) -> dict[str, object]:
    date, number = piece.cut(";")
    if number is None:
        raise piece.fail(_DETAILS_EXPECTED)
    found = read_date_piece(date)
    if not is_folded_symbol(number.text):
        return {"date": found, "number": number.expect(_WORDS, _NUMBER_EXPECTED)}
    number.read(unfold_symbol)
    return {"date": found, "number": number.text}


def _read_expression(piece: Piece) -> dict[str, object]:
    version, language = piece.cut(":")
    if not version.text:
        raise version.fail(_VERSION_EXPECTED)
    if version.text == _ORIGINAL and language is None:
        raise version.fail("the original is written without a version, or with its language")
    return {
        "version": None if version.text == _ORIGINAL else read_date_piece(version),
        "language": None if language is None else language.expect(_LANGUAGE, _LANGUAGE_EXPECTED),
    }


def _read_annex(piece: Piece) -> FoundLevel:
    name, label = piece.cut(";")
    if name.text != APPENDIX.urn_lex:
        raise piece.fail("expected an appendix such as phu.luc;i")
    return read_level(APPENDIX, piece, label or piece._replace(start=piece.end))


def _read_level(piece: Piece) -> FoundLevel:
    name = _LEVEL.match(piece.text)
    level = _LEVELS.get(name[0]) if name else None
    if name is None or level is None:
        raise unknown_level(piece, _LEVELS)
    start = piece.start + name.end()
    dotted = piece.whole[start : start + 1] == "."
    return read_level(level, piece, Piece(piece.whole, start + dotted, piece.end))
