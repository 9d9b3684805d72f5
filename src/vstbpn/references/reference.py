"""A reference to an act (dẫn chiếu văn bản): the value, its reading and its writing."""

import re

import attrs

from vstbpn.dates import PartialDate
from vstbpn.errors import InvalidValueError, ParseError
from vstbpn.references.provision import Provision
from vstbpn.references.symbol import DocumentSymbol
from vstbpn.text import comparison_key
from vstbpn.values import Span, frozen
from vstbpn.vocabulary import DocumentType, SymbolStyle

FORMATS = ("vi", "vi-short", "vi-basis", "en")


@frozen
class Reference:
    """A reference to an act (dẫn chiếu văn bản), by number and symbol, by name, or both.

    Args:
        type: The type in dictionary form ("Quyết định"); None where the text names none.
        symbol: Number and symbol.
        name: The name of a named act, with its type ("Luật Bình đẳng giới").
        name_year: The year that tells acts of one name apart ("năm 2019").
        qualifier: What stands in brackets after a name ("sửa đổi").
        date: The day the act is of; parts may be unknown.
        issuer: The issuing body as written.
        title: What the act is about (trích yếu), where the text gives it.
        provisions: The provisions meant; empty for the act as a whole.
        raw: The words of the reference.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.

    >>> ref = Reference.parse("điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ")
    >>> ref.symbol.code, ref.provisions[0].article, str(ref.date), ref.issuer
    ('NĐ-CP', '5', '2020-03-05', 'Chính phủ')
    >>> print(ref)
    điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ
    >>> ref.format("en")
    'point a, clause 2, Article 5 of Decree No. 30/2020/NĐ-CP of 5 March 2020 of Chính phủ'
    """

    type: str | None = None
    symbol: DocumentSymbol | None = None
    name: str | None = attrs.field(default=None, eq=lambda name: name and comparison_key(name))
    name_year: int | None = None
    qualifier: str | None = None
    date: PartialDate | None = None
    issuer: str | None = attrs.field(default=None, eq=lambda issuer: issuer and comparison_key(issuer))
    title: str | None = None
    provisions: tuple[Provision, ...] = ()
    raw: str | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.symbol is None and self.name is None:
            raise InvalidValueError("reference", self.raw or "", "an act is referred to by symbol or by name")

    @classmethod
    def parse(cls, text: str) -> "Reference":
        """Read one reference; the inverse of ``str``.

        Raises:
            ParseError: The text holds none, several, or more than one.
        """
        from vstbpn.references.scanning import find_references

        mentions = find_references(text)
        if not mentions:
            raise ParseError(text, Span(0, len(text)), "expected a reference such as 'Nghị định số 30/2020/NĐ-CP'")
        whole = mentions[0].whole
        if len(mentions) > 1:
            raise ParseError(text, mentions[1].span, "expected one reference, found another")
        if before := re.search(r"\S", text[: whole.start]):
            raise ParseError(text, Span(before.start(), whole.start), "expected nothing before the reference")
        if re.search(r"\S", text[whole.end :]):
            raise ParseError(text, Span(whole.end, len(text)), "expected nothing after the reference")
        return mentions[0].reference

    @property
    def document_type(self) -> DocumentType | None:
        """The type as a member of the closed list, or None for an unknown one."""
        return DocumentType.named(self.type) if self.type else None

    def __str__(self) -> str:
        return self.format("vi")

    def format(self, style: str = "vi") -> str:
        """Write the reference.

        Args:
            style: ``vi`` as a first mention; ``vi-short`` as a later one (type, number and symbol alone); ``vi-basis``
                with the title, as in a Căn cứ; ``en`` in English.

        Raises:
            InvalidValueError: There is no such style.
        """
        if style not in FORMATS:
            raise InvalidValueError("style", style, f"expected one of {', '.join(FORMATS)}")
        return self._english() if style == "en" else self._vietnamese(style)

    def _vietnamese(self, style: str) -> str:
        party = self.symbol is not None and self.symbol.style is SymbolStyle.PARTY
        parts = [", ".join(map(str, self.provisions)), self._act("số")]
        if style != "vi-short":
            if self.date is not None:
                # The Party puts a comma before the day (Hướng dẫn 36-HD/VPTW); a year alone stands without one.
                parts[-1] += f"{',' if party and self.date.vi.startswith('ngày') else ''} {self.date.vi}"
            if self.issuer:
                parts.append(f"của {self.issuer}")
            if self.title and style == "vi-basis":
                parts.append(self.title)
        return " ".join(part for part in parts if part)

    def _act(self, number_word: str) -> str:
        parts = [self.name] if self.name else [self.type] if self.type else []
        if self.qualifier:
            parts.append(f"({self.qualifier})")
        if self.name_year is not None:
            parts.append(f"năm {self.name_year}")
        if self.symbol is not None:
            parts.append(f"{number_word} {self.symbol.canonical}")
        return " ".join(parts)

    def _english(self) -> str:
        kind = self.document_type
        if self.name:
            act = self._act("No.")
        else:
            act = " ".join(
                part
                for part in (kind.en if kind else self.type, f"No. {self.symbol.canonical}" if self.symbol else "")
                if part
            )
        if self.date is not None and self.date.en:
            act += f" of {self.date.en}"
        if self.issuer:
            act += f" of {self.issuer}"
        where = "; ".join(provision.en for provision in self.provisions)
        return f"{where} of {act}" if where else act
