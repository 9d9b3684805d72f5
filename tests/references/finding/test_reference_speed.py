"""Finding references takes time linear in the text, finds what is there, and is no slower than a regular expression.

Texts and expressions are those of ``benchmarks``, which measures more and beside other extractors.
"""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from types import ModuleType

import pytest

from conftest import ROOT
from vstbpn.references.finding.scanning import find_references

SHAPES = {
    "slashes": "/",
    "clauses": "khoản 1, ",
    "opening quotes": "“",
    "quoted letters": "“a” ",
    "types": "Nghị định số ",
    "numbers": "12/",
    "hyphens": "a-",
    "dates": "ngày ",
    "issuers": "của Bộ ",
    "open symbols": "12/QĐ-",
    "laws in a row": "Luật A, B và ",
    "points": "điểm a khoản 1 ",
    "acts of acts": "Nghị định 1/2000/NĐ-CP của ",
    "territories before a full stop": "1/QĐ-A của UBND tỉnh B. ",
    "acts in a row": "Quyết định số 12/QĐ-TTg ",
    "numbers in a row": "1/QĐ-A, 1/QĐ-A và ",
    "titles and places": "1/QĐ-A về TP. ",
    "the word so": "số ",
    "articles": "Điều 5, ",
    "laws": "Luật ",
    "slashes and hyphens": "1/A-",
    "capitals": "Bộ Y ",
    "amending acts": "Luật sửa đổi của Luật A và ",
    "issuers not ended": "1/QĐ-A của Bộ ",
    "blank lines": " \n",
    "numbers without a mark": "1 A",
    "titles not ended": "Quyết định số 1/QĐ-A về (",
    "issuers before": "UBND tỉnh ban hành Kế hoạch số 1/KH-A ",
}

SIZE = 120_000
LARGEST = 4_000_000
MEASURABLE = 0.004
MEGABYTE = 1_000_000


def benchmark(name: str) -> ModuleType:
    """A module of the benchmarks, which are scripts and no package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        return import_module(name)


TEXTS, TIMING, NAIVE = benchmark("texts"), benchmark("timing"), benchmark("naive")


def grows_linearly(half: str, whole: str) -> bool:
    """Whether twice the text takes twice the time; other work on the machine adds to it, but hardly each time."""

    def once() -> bool:
        shorter, longer = TIMING.least_seconds([partial(find_references, half), partial(find_references, whole)], 2)
        return bool(longer <= 2.2 * shorter)

    return any(once() for _ in range(4))


def measurable(make: Callable[[int], str]) -> int:
    """A size at which half the text takes long enough to be measured, so that a bound on the ratio alone will do."""
    size = SIZE
    while size < LARGEST and TIMING.seconds(partial(find_references, make(size // 2))) < MEASURABLE:
        size *= 2
    return size


class TestLinearTime:
    @pytest.mark.parametrize("shape", SHAPES)
    def test_of_crafted_texts(self, shape: str) -> None:
        unit = SHAPES[shape]

        def text(size: int) -> str:
            return unit * (size // len(unit))

        size = measurable(text)
        assert grows_linearly(text(size // 2), text(size))

    def test_of_quotes_in_quotes(self) -> None:
        def text(size: int) -> str:
            return "“" * (size // 2) + "”" * (size // 2)

        size = measurable(text)
        assert grows_linearly(text(size // 2), text(size))

    @pytest.mark.parametrize("pages", [TEXTS.plan_pages, TEXTS.law_pages], ids=["plans", "laws"])
    def test_of_ordinary_texts(self, pages: Callable[[int], list[object]]) -> None:
        whole = TEXTS.joined(pages(MEGABYTE))
        assert grows_linearly(whole[: len(whole) // 2], whole)


class TestLinearTimeIsShort:
    """Beside a regular expression written in a hurry, which makes no values: no bound in seconds fits all machines."""

    def test_on_plans(self) -> None:
        text = TEXTS.joined(TEXTS.plan_pages(MEGABYTE // 2))

        def quicker() -> bool:
            library, naive = TIMING.least_seconds(
                [partial(find_references, text), partial(NAIVE.FULL.findall, text)], 3
            )
            return bool(2 * library <= naive)

        assert any(quicker() for _ in range(4))


class TestKnownReferences:
    """What was put into a made-up text is found there, from the type word through the symbol or the name's year."""

    def test_in_plans(self) -> None:
        for page in TEXTS.plan_pages(100_000):
            assert [(found.span.start, found.span.end) for found in find_references(page.text)] == list(page.references)

    def test_in_dense_law_text(self) -> None:
        there = found = 0
        for page in TEXTS.law_pages(200_000):
            spans = {(mention.span.start, mention.span.end) for mention in find_references(page.text)}
            assert spans <= set(page.references)
            found += len(spans)
            there += len(page.references)
        # An act may be taken for the rest of another's title where both are of one year.
        assert found >= 0.99 * there
