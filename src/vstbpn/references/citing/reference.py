"""A reference to an act (dẫn chiếu văn bản): the value, its reading and its writing."""

from typing import NamedTuple

import attrs

from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError
from vstbpn.references.citing.wording import CitationStyle, full_name, write_reference
from vstbpn.references.issuers.names import canonical_issuer, issuer_locality
from vstbpn.references.provisions.provision import Provision
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.text import comparison_key
from vstbpn.values import frozen
from vstbpn.vocabulary import DocumentType


def _compared(words: str | None) -> str | None:
    """What is compared of words: neither their casing nor their blanks nor where a tone mark stands."""
    return words and comparison_key(words)


class ActKey(NamedTuple):
    """What tells one act from all others (định danh văn bản); None for what a reference leaves open.

    A symbol alone is no identity: numbers begin anew every year, and each province has a ``67/KH-UBND``.
    """

    type: str | None
    number: str | None
    code: str | None
    year: int | None
    locality: str | None
    name: str | None


@frozen
class Reference:
    """A reference to an act (dẫn chiếu văn bản), by number and symbol, by name, or both.

    Two references are equal if they say the same, whatever their spelling: casing, blanks, the place of tone marks and
    leading zeros do not count, while "UBND" and "Ủy ban nhân dân" are two ways to say it. Whether two references that
    say different things mean one act is answered by ``same_act_as``.

    Args:
        type: The type in dictionary form ("Quyết định"); None where the text names none.
        symbol: Number and symbol.
        name: The name of a named act, with its type ("Luật Bình đẳng giới"). A law's name given without the type is
            written with it, and means the same act.
        name_year: The year that tells acts of one name apart ("năm 2019").
        qualifier: What stands in brackets after a name ("sửa đổi").
        date: The day the act is of; parts may be unknown.
        issuer: The issuing body as written; ``canonical_issuer`` is its full name.
        title: What the act is about (trích yếu), where the text gives it.
        provisions: The provisions meant; empty for the act as a whole.
        raw: The words of the reference.

    Raises:
        InvalidValueError: Neither symbol nor name is given, or the symbol or the date is of another class.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.

    >>> ref = Reference.parse("điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ")
    >>> ref.symbol.code, ref.provisions[0].article, str(ref.date), ref.issuer
    ('NĐ-CP', '5', '2020-03-05', 'Chính phủ')
    >>> print(ref)
    điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ
    >>> ref.format("en")
    'point a, clause 2, Article 5 of Decree No. 30/2020/NĐ-CP of 5 March 2020 of the Government'
    """

    type: str | None = attrs.field(default=None, eq=_compared)
    symbol: DocumentSymbol | None = None
    name: str | None = attrs.field(default=None, eq=_compared)
    name_year: int | None = None
    qualifier: str | None = attrs.field(default=None, eq=_compared)
    date: PartialDate | None = None
    issuer: str | None = attrs.field(default=None, eq=_compared)
    title: str | None = attrs.field(default=None, eq=_compared)
    provisions: tuple[Provision, ...] = ()
    raw: str | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.symbol is None and self.name is None:
            raise InvalidValueError("reference", self.raw or "", "an act is referred to by symbol or by name")
        if (self.symbol is not None and type(self.symbol) is not DocumentSymbol) or (
            self.date is not None and type(self.date) is not PartialDate
        ):
            raise _wrong_part(self)

    @classmethod
    def parse(cls, text: str) -> "Reference":
        """Read one reference with nothing around it; the inverse of ``str``.

        Provisions come first, then type, number and symbol or the name, then date, issuer and title in any order that
        documents use. A title opens with "về" or a verb ("phê duyệt …"), or stands in quotation marks.

        Raises:
            ParseError: The text holds none, or something besides one. The error shows where, and says how to mend it.
            InvalidValueError: Something else than a text was given.

        >>> Reference.parse("Quyết định số 45/QĐ-TTg ngày 31/02/2020 của Thủ tướng Chính phủ")
        Traceback (most recent call last):
        vstbpn.errors.ParseError: there is no such day (that month has 29 days): correct the date
          Quyết định số 45/QĐ-TTg ngày 31/02/2020 của Thủ tướng Chính phủ
                                  ^^^^^^^^^^^^^^^
        """
        from vstbpn.references.citing.parsing import parse_reference  # It finds references, and so imports this module.

        return parse_reference(text)

    @property
    def document_type(self) -> DocumentType | None:
        """The type as a member of the closed list, or None for an unknown one."""
        return DocumentType.named(self.type) if self.type else None

    @property
    def canonical_issuer(self) -> str | None:
        """The issuing body's full name in official spelling, as far as the tables know it.

        >>> Reference.parse("Kế hoạch số 9/KH-UBND ngày 05/3/2020 của UBND tỉnh An Giang").canonical_issuer
        'Ủy ban nhân dân tỉnh An Giang'
        """
        return canonical_issuer(self.issuer) if self.issuer else None

    @property
    def key(self) -> ActKey:
        """Which act is meant, as far as the reference tells; provisions and title do not count.

        >>> Reference.parse("Kế hoạch số 09/KH-UBND ngày 05/3/2020 của UBND tỉnh An Giang").key
        ActKey(type='kế hoạch', number='9', code='KH-UBND', year=2020, locality='an giang', name=None)
        """
        symbol = self.symbol
        date_year = self.date.year if self.date is not None else None
        symbol_year = symbol.year if symbol is not None else None
        locality = issuer_locality(self.issuer) if self.issuer else None
        return ActKey(
            type=_compared(self.type),
            number=(symbol.number.lstrip("0") or "0") if symbol is not None and symbol.number else None,
            code=symbol.code if symbol is not None else None,
            year=symbol_year or date_year or self.name_year,
            locality=_compared(locality),
            name=_compared(full_name(self.type, self.name)),
        )

    def same_act_as(self, other: "Reference") -> bool:
        """Whether both can mean one act: number and symbol, or else the name, agree, and nothing that both tell differs.

        A later short mention is of the same act as the full one. It may be so with two different acts, so that this is
        no equivalence: within one document, take the nearest full mention before it.

        Raises:
            InvalidValueError: Something else than a reference was given.

        >>> full = Reference.parse("Kế hoạch số 09/KH-UBND ngày 05/3/2020 của UBND tỉnh An Giang")
        >>> full.same_act_as(Reference.parse("Kế hoạch số 9/KH-UBND"))
        True
        >>> full.same_act_as(Reference.parse("Kế hoạch số 9/KH-UBND ngày 12/4/2021"))
        False
        """
        if not isinstance(other, Reference):
            raise InvalidValueError("reference", _shown(other), "expected a Reference: Reference.parse reads one")
        mine, theirs = self.key, other.key
        if not all(_agree(one, another) for one, another in zip(mine, theirs, strict=True)):
            return False
        if not _dates_agree(self.date, other.date):
            return False
        numbered = None not in {mine.number, theirs.number} and mine.code == theirs.code
        return numbered or None not in {mine.name, theirs.name} or self == other

    def __str__(self) -> str:
        return write_reference(self, CitationStyle.FULL)

    def format(self, style: CitationStyle | str = CitationStyle.FULL) -> str:
        """Write the reference.

        Args:
            style: A ``CitationStyle`` or its name: ``vi`` all that is known, as a first mention; ``vi-short`` as a later
                one (type, number and symbol; the name of a named act); ``vi-basis`` as in a Căn cứ, named acts by name
                alone; ``vi-basis-dated`` and ``vi-basis-numbered`` the same with the day or number of a named act;
                ``vi-name`` by name alone where it has one; ``en`` in English.

        Raises:
            InvalidValueError: There is no such style.

        >>> law = Reference.parse("Luật Bình đẳng giới số 73/2006/QH11 ngày 29/11/2006")
        >>> law.format("vi-basis"), law.format("vi-basis-dated")
        ('Luật Bình đẳng giới', 'Luật Bình đẳng giới ngày 29 tháng 11 năm 2006')
        >>> law.format("vi-basis-numbered")
        'Luật Bình đẳng giới số 73/2006/QH11'
        """
        return write_reference(self, style)


def _wrong_part(reference: Reference) -> InvalidValueError:
    """The error of a symbol or a date that is given as something else, such as a text."""
    symbol, date = reference.symbol, reference.date
    if symbol is not None and type(symbol) is not DocumentSymbol:
        reason = "expected a DocumentSymbol: DocumentSymbol.parse reads one from text, as in DocumentSymbol.parse('30/2020/NĐ-CP')"
        return InvalidValueError("symbol", _shown(symbol), reason)
    reason = "expected a PartialDate: PartialDate.of makes one of a datetime.date, PartialDate.parse reads '2020-03-05'"
    return InvalidValueError("date", _shown(date), reason)


def _shown(value: object) -> str:
    return value[:60] if isinstance(value, str) else type(value).__name__


def _agree(one: object, another: object) -> bool:
    """Whether two parts agree, one that is left open with any."""
    return one is None or another is None or one == another


def _dates_agree(one: PartialDate | None, another: PartialDate | None) -> bool:
    if one is None or another is None:
        return True
    return all(_agree(getattr(one, part), getattr(another, part)) for part in ("year", "month", "day"))
