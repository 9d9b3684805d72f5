"""The table of references (bảng dẫn chiếu văn bản): one row a mention."""

import datetime
from collections.abc import Iterator

from vstbpn.exporting.tables.columns import SPAN, Cell, Column, place, several, words
from vstbpn.plans.plan import Plan
from vstbpn.references.finding.mention import Mention
from vstbpn.references.provisions.provision import Provision
from vstbpn.values import evolve

COLUMNS = (
    Column("text", str, "chữ trong văn bản", "the words of the reference"),
    Column(
        "act",
        str,
        "văn bản được dẫn chiếu",
        "the act in short, as a later mention names it: type, number and symbol, or name",
    ),
    Column("type", str, "tên loại văn bản", "the type of the act (Quyết định)"),
    Column("symbol", str, "số, ký hiệu", "number and symbol in canonical spelling (30/2020/NĐ-CP)"),
    Column("number", str, "số", "the number as written (09, 30a)"),
    Column("code", str, "ký hiệu", "what stands behind it (NĐ-CP)"),
    Column("year", int, "năm trong số", "the year between number and symbol"),
    Column("name", str, "tên văn bản", "the name of a named act (Luật Bình đẳng giới)"),
    Column("name_year", int, "năm trong tên", "the year that tells acts of one name apart"),
    Column("qualifier", str, "chữ trong ngoặc", "what stands in brackets behind a name (sửa đổi)"),
    Column("date", str, "ngày ban hành (EDTF)", "the day the act is of, parts of which may be unknown, as EDTF"),
    Column("day", datetime.date, "ngày ban hành", "that day, where all of it is known"),
    Column("issuer", str, "cơ quan ban hành", "the issuing body as written"),
    Column(
        "canonical_issuer",
        str,
        "tên đầy đủ của cơ quan",
        "its full name in official spelling, as far as the tables know it",
    ),
    Column("title", str, "trích yếu", "what the act is about, where the text says so"),
    Column("provisions", str, "điều khoản", "the provisions meant: khoản 2 Điều 5; Điều 7"),
    Column("articles", str, "điều", "the articles among them, a range as 5–9"),
    *SPAN,
)
"""What each row tells; several provisions have semicolons between them. The place is that of ``Mention.whole``."""


def references_of(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    """The rows of a plan's mentions, in reading order."""
    return map(_mention, plan.mentions)


def _mention(mention: Mention) -> tuple[Cell, ...]:
    reference = mention.reference
    symbol, date = reference.symbol, reference.date
    return (
        words(reference.raw),
        evolve(reference, provisions=()).format("vi-short"),
        words(reference.type),
        symbol.canonical if symbol is not None else None,
        symbol.number if symbol is not None else None,
        symbol.code if symbol is not None else None,
        symbol.year if symbol is not None else None,
        words(reference.name),
        reference.name_year,
        words(reference.qualifier),
        str(date) if date is not None else None,
        date.to_date() if date is not None else None,
        words(reference.issuer),
        words(reference.canonical_issuer),
        words(reference.title),
        several(reference.provisions),
        several(_articles(one) for one in reference.provisions),
        *place(mention.whole),
    )


def _articles(provision: Provision) -> str | None:
    if provision.article is None or provision.article_to is None:
        return provision.article
    return f"{provision.article}–{provision.article_to}"
