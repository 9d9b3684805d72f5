"""Reading whole texts: what comes out, and the laws that hold for any text."""

import gc
import random
import time
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import UnusableInputError
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import Reading, read
from vstbpn.serialisation.annotations import annotate
from vstbpn.serialisation.documents import from_json, to_json
from vstbpn.text import clean
from vstbpn.validation.checking import check
from vstbpn.values import Span
from vstbpn.vocabulary import BlockKind

EXAMPLES = ("so-gddt-2024", "truong-mam-non-2026", "thang-hanh-dong-2025")
MARKS = (
    "\n", "\n\n", "|", "*", "**", "#", "- ", "+ ", "I. ", "1. ", "1.1. ", "a) ", "Điều 3. ", "Mục tiêu 1: ", "KẾ HOẠCH\n",
    "QUYẾT ĐỊNH\n", "./.\n", "Nơi nhận:\n", "TM. ", "KT. GIÁM ĐỐC\n", "Căn cứ ", "số ", "12/KH-UBND", "%", "(", ")", "ngày ",
    "15/6", "năm 2025", "trước ngày ", "\u0301", "\u00a0", "\ufeff", "\u200b", "\r", "Số:      /KH-X\n", "PHỤ LỤC\n",
)  # fmt: skip


def codes(source: str) -> list[str]:
    return [finding.code for finding in read(source).findings]


def spans(value: Any) -> Iterator[Span]:  # noqa: ANN401  # A value of any class of the library.
    """Every span in a value and in what it holds."""
    waiting: list[Any] = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Span):
            yield one
        elif isinstance(one, tuple):
            waiting.extend(one)
        elif attrs.has(type(one)):
            waiting.extend(getattr(one, field.name) for field in attrs.fields(type(one)))


def hold(source: str) -> Reading:
    """Read a text and hold the reading to every law."""
    reading = read(source)
    assert "".join(block.text for block in reading.blocks) == source
    ends = [0, *(block.span.end for block in reading.blocks)]
    assert [block.span.start for block in reading.blocks] == ends[:-1]
    assert all(block.span.of(source) == block.text != "" for block in reading.blocks)
    assert all(span.end <= len(source) for span in spans((reading.documents, reading.mentions)))
    assert all(one["text"] == source[one["start"] : one["end"]] for one in annotate(reading))
    for document in reading.documents:
        check(document)
        assert from_json(to_json(document)) == document
    return reading


class TestWhatComesOut:
    def test_the_plan_is_the_first_document_that_plans(self, department_plan: str) -> None:
        decision = "QUYẾT ĐỊNH\nBan hành Kế hoạch\n\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch năm 2024./.\n\n"
        reading = read(decision + department_plan)
        assert [document.type for document in reading.documents] == ["Quyết định", "Kế hoạch"]
        assert reading.plan is reading.documents[1]

    def test_no_plan(self) -> None:
        assert read("BÁO CÁO\nKết quả năm 2025\n").plan is None

    def test_references_of_the_whole_text(self) -> None:
        reading = read("Theo Luật Bình đẳng giới và Nghị quyết số 28/NQ-CP. Luật Bình đẳng giới quy định rõ.")
        assert [str(reference) for reference in reading.references] == [
            "Luật Bình đẳng giới",
            "Nghị quyết số 28/NQ-CP",
            "Luật Bình đẳng giới",
        ]

    @pytest.mark.parametrize("given", [b"K\xe1\xba\xbf ho\xe1\xba\xa1ch", None, 5])
    def test_something_else_than_a_text(self, given: object) -> None:
        with pytest.raises(UnusableInputError, match=type(given).__name__):
            read(given)  # type: ignore[arg-type]  # What the error is about.

    def test_the_words_of_a_reference_are_no_deadline(self) -> None:
        plan = read(
            "KẾ HOẠCH\nCông tác\n\nI. NỘI DUNG\nTheo Công văn số 12/SNV ngày 15/6/2025, báo cáo trước ngày 20/6/2025."
        ).plan
        assert plan is not None
        assert [str(deadline.due) for deadline in plan.deadlines] == ["2025-06-20"]


class TestExamples:
    @pytest.mark.parametrize("name", EXAMPLES)
    def test_header_bases_and_ending(self, example_plans: Mapping[str, str], name: str) -> None:
        plan = read(example_plans[name]).plan
        assert plan is not None
        assert None not in {plan.issuer, plan.symbol, plan.date, plan.title, plan.signature, plan.closing}
        assert all(basis.reference for basis in plan.bases)
        assert plan.recipients[-1].archive

    @pytest.mark.parametrize("name", EXAMPLES)
    def test_outline_goals_and_tasks(self, example_plans: Mapping[str, str], name: str) -> None:
        plan = read(example_plans[name]).plan
        assert plan is not None
        assert [section.marker for section in plan.outline.sections][:3] == ["I.", "II.", "III."]
        assert {section.level for section in plan.outline} >= {1, 2}
        assert len(list(plan.targets)) >= 5
        assert all(target.span is not None for target in plan.targets)
        assert len([task for task in plan.tasks if task.unit]) >= 3
        assert plan.deadlines

    def test_campaigns_and_observances(self, department_plan: str) -> None:
        plan = read(department_plan).plan
        assert plan is not None
        assert [str(campaign.end) for campaign in plan.campaigns] == ["2024-12-15"]
        assert len(plan.observances) >= 4

    def test_blocks_say_what_each_piece_is(self, department_plan: str) -> None:
        kinds = [block.kind for block in read(department_plan).blocks if block.kind is not BlockKind.FILLER]
        assert list(dict.fromkeys(kinds)) == [
            BlockKind.HEADER,
            BlockKind.TITLE,
            BlockKind.BASIS,
            BlockKind.PREAMBLE,
            BlockKind.SECTION,
            BlockKind.PARAGRAPH,
            BlockKind.ITEM,
            BlockKind.CLOSING,
            BlockKind.RECIPIENTS,
            BlockKind.SIGNATURE,
        ]

    @pytest.mark.parametrize("name", EXAMPLES)
    def test_the_laws(self, example_plans: Mapping[str, str], name: str) -> None:
        hold(example_plans[name])


class TestFindings:
    def test_a_plan_has_none(self, kindergarten_plan: str) -> None:
        assert codes(kindergarten_plan) == []

    @pytest.mark.parametrize("source", ["", " \n\t\n", "\ufeff", "\u00a0\r\n", "***\n\u200b"])
    def test_nothing_but_blanks(self, source: str) -> None:
        assert codes(source) == ["DOC002"]

    def test_a_news_item(self) -> None:
        assert codes(
            "Sáng 08/3, Liên đoàn Lao động huyện tổ chức tọa đàm về bình đẳng giới.\nDự có lãnh đạo huyện."
        ) == ["DOC001"]

    def test_a_law(self) -> None:
        reading = read(
            "LUẬT\nBÌNH ĐẲNG GIỚI\n\nChương I\nNHỮNG QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh\n1. Luật này quy định."
        )
        (finding,) = reading.findings
        assert (finding.code, dict(finding.args)) == ("DOC001", {"type": "Luật"})
        assert reading.documents[0].outline.find("I.1").title == "Phạm vi điều chỉnh"

    def test_how_grave_it_is(self) -> None:
        """What is no document at all is an error; another type, or a piece that lost its type, is not."""
        texts = {
            "Sáng 08/3, công đoàn cơ sở tổ chức tọa đàm.": "error",
            "QUYẾT ĐỊNH\nVề việc khen thưởng\n\nĐiều 1. Khen thưởng tập thể.": "warning",
            "III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n- Theo dõi, đôn đốc.": "warning",
        }
        for text, severity in texts.items():
            (finding,) = read(text).findings
            assert (finding.code, finding.severity.value) == ("DOC001", severity)

    @pytest.mark.parametrize("words", ["Uû ban nh©n d©n x·", "thùc hiÖn kÕ ho¹ch", "keá hoaïch phuï nöõ"])
    def test_letters_of_a_legacy_encoding(self, words: str) -> None:
        assert codes(f"KẾ HOẠCH\n{words}\n") == ["DOC003"]
        (finding,) = read(f"KẾ HOẠCH\n{words}\n").findings
        assert finding.span is not None

    @pytest.mark.parametrize(
        "text",
        [
            "Céng hoµ x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc",
            "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
        ],
    )
    def test_a_whole_text_in_a_legacy_encoding(self, text: str) -> None:
        assert codes(text) == ["DOC001", "DOC003"]

    @pytest.mark.parametrize("text", ["Le café est fermé à Besançon, déjà vu", "ke hoach khong dau nam 2025"])
    def test_other_languages_are_no_legacy_encoding(self, text: str) -> None:
        assert codes(text) == ["DOC001"]

    @pytest.mark.parametrize("code", ["DOC001", "DOC002", "DOC003"])
    def test_are_worded_in_both_languages(self, code: str) -> None:
        source = {"DOC001": "Tin tức.", "DOC002": "", "DOC003": "KẾ HOẠCH\nkÕ ho¹ch"}[code]
        (finding,) = read(source).findings
        assert finding.message("vi") != finding.message("en")


def same_plans(source: str, other: str) -> None:
    assert read(source).documents == read(other).documents


class TestVariants:
    """The same plan however its file was written."""

    @pytest.mark.parametrize("name", EXAMPLES)
    def test_composed_and_decomposed(self, example_plans: Mapping[str, str], name: str) -> None:
        source = example_plans[name]
        same_plans(unicodedata.normalize("NFC", source), unicodedata.normalize("NFD", source))

    @pytest.mark.parametrize("name", EXAMPLES)
    @pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
    def test_line_ends(self, example_plans: Mapping[str, str], name: str, end: str) -> None:
        same_plans(example_plans[name], example_plans[name].replace("\n", end))

    @pytest.mark.parametrize("name", EXAMPLES)
    def test_byte_order_mark(self, example_plans: Mapping[str, str], name: str) -> None:
        same_plans(example_plans[name], f"\ufeff{example_plans[name]}")

    @pytest.mark.parametrize("name", EXAMPLES)
    @pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\t", "\u3000"])
    def test_other_blanks(self, example_plans: Mapping[str, str], name: str, blank: str) -> None:
        same_plans(example_plans[name], example_plans[name].replace(" ", blank))

    @pytest.mark.parametrize("name", EXAMPLES)
    def test_emphasis(self, example_plans: Mapping[str, str], name: str) -> None:
        lines = example_plans[name].split("\n")
        same_plans("\n".join(lines), "\n".join(f"**{line}**" if line.isupper() else line for line in lines))

    @pytest.mark.parametrize("name", EXAMPLES)
    def test_blanks_at_the_ends_of_lines(self, example_plans: Mapping[str, str], name: str) -> None:
        same_plans(example_plans[name], example_plans[name].replace("\n", "  \n"))


class TestSpans:
    @pytest.mark.parametrize("name", EXAMPLES)
    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_slice_to_the_words_of_their_value(self, example_plans: Mapping[str, str], name: str, form: str) -> None:
        source = unicodedata.normalize(form, example_plans[name])  # type: ignore[arg-type]  # A parameter is no literal.
        plan = read(source).plan
        assert plan is not None
        for text, span in worded(plan):
            assert clean(unicodedata.normalize("NFC", span.of(source))) == text


def worded(plan: Plan) -> Iterator[tuple[str, Span]]:
    """The values whose span promises exactly their words."""
    header, signature = plan.header, plan.signature
    passages = [header.superior, header.issuer, header.place, header.title, plan.closing, *plan.preamble]
    if signature:
        passages += [*signature.positions, signature.name]
    passages += [task.unit for task in plan.tasks]
    yield from ((passage.text, passage.span) for passage in passages if passage and passage.span)
    found: tuple[Any, ...] = (*plan.bases, *plan.targets, *plan.deadlines, *plan.campaigns, *plan.observances)
    yield from ((clean(value.text), value.span) for value in found if value.span)
    for section in plan.outline:
        yield from ((item.text, item.span) for item in section.items if item.span)


class TestAnyText:
    @given(st.text(max_size=300))
    def test_any_characters(self, source: str) -> None:
        hold(source)

    @given(st.lists(st.sampled_from(MARKS) | st.text(alphabet="aĐđ1 .", max_size=6), max_size=60))
    def test_any_marks(self, pieces: list[str]) -> None:
        hold("".join(pieces))

    @given(st.lists(st.sampled_from(MARKS) | st.sampled_from(["Sở Nội vụ ", "ế", "Luật Trẻ em "]), max_size=40))
    def test_composed_and_decomposed(self, pieces: list[str]) -> None:
        source = "".join(pieces)
        same_plans(unicodedata.normalize("NFC", source), unicodedata.normalize("NFD", source))

    @pytest.mark.parametrize("name", EXAMPLES)
    @given(seed=st.integers(0, 2**32))
    def test_mutated_plans(self, example_plans: Mapping[str, str], name: str, seed: int) -> None:
        hold(mutated(example_plans[name], random.Random(seed)))  # noqa: S311  # No secret depends on it.


def mutated(source: str, chance: random.Random) -> str:
    """A stretch of a plan with pieces deleted, doubled, shuffled and marks put in anywhere."""
    begin = chance.randrange(len(source))
    text = source[begin : begin + chance.choice([200, 1000, 3000])]
    for _ in range(chance.choice([1, 4, 12])):
        start = chance.randrange(len(text) + 1)
        end = start + chance.choice([1, 10, 100])
        match chance.randrange(4):
            case 0:
                text = text[:start] + text[end:]
            case 1:
                text = text[:end] + text[start:end] * chance.choice([1, 5]) + text[end:]
            case 2:
                lines = text.split("\n")
                chance.shuffle(lines)
                text = "\n".join(lines)
            case _:
                text = text[:start] + chance.choice(MARKS) + text[start:]
    return text


SHAPES = {
    "short lines": "việc\n",
    "one line": "Sở Nội vụ phối hợp thực hiện công tác năm 2025, ",
    "sections": "1. Mục đích\n",
    "parts": "I. MỤC ĐÍCH\n",
    "deep markers": "I. NỘI DUNG\n1. Việc\n1.1. Con\n1.1.1. Cháu\na) điểm;\n- ý\n+ nhỏ\n",
    "dashes": "-",
    "items": "- ý;\n",
    "digits": "7",
    "asterisks": "*",
    "blanks": " ",
    "line ends": "\n",
    "letters": "a",
    "capitals": "Đ",
    "table bars": "|",
    "cells": "| ô ",
    "articles": "Điều ",
    "brackets": "(",
    "one word": "của ",
    "types": "KẾ HOẠCH\nNội dung./.\n",
    "recipients": "Nơi nhận:\n- Sở;\n",
    "bases": "Căn cứ Luật Bình đẳng giới;\n",
    "goals": "Mục tiêu 1: Tăng\n- Đạt 60% nữ vào năm 2025;\n",
    "deadlines": "trước ngày 15/6/2025, ",
    "symbols": "12/KH-UBND ",
    "subjects": "V/v a\n",
    "marks": "e\u0302\u0301",
}
LEAD = "I. NỘI DUNG\n1. Việc\n"
SIZE = 48_000


def seconds(source: str, runs: int = 2) -> float:
    """The least processor time of a few runs, without the garbage collector, whose rounds depend on what else is alive."""
    times = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            start = time.process_time()
            read(source)
            times.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(times)


class TestLinearTime:
    @pytest.mark.parametrize("lead", ["", LEAD], ids=["alone", "in a section"])
    @pytest.mark.parametrize("shape", SHAPES)
    def test_of_every_shape(self, shape: str, lead: str) -> None:
        unit = SHAPES[shape]
        small, large = (lead + unit * (size // len(unit)) for size in (SIZE // 4, SIZE))
        # Four times the text takes four times the time; twice that is for a busy machine. Quadratic time would be 16.
        # Another program may take the processor's cache away; it does so less than three times in a row.
        assert any(seconds(large) < 8 * seconds(small) + 0.05 for _ in range(3))

    def test_of_plans(self, example_plans: Mapping[str, str]) -> None:
        plans = "\n\n".join(example_plans.values())
        megabyte = plans * (1 + 1_000_000 // len(plans.encode()))
        half = megabyte[: len(megabyte) // 2]
        assert any(seconds(megabyte, runs=3) <= 2.2 * seconds(half, runs=3) for _ in range(4))
