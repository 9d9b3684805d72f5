"""Closed word lists: each word has a stable value and two wordings."""

import inspect
import re
from collections.abc import Callable

import pytest

from vstbpn import vocabulary
from vstbpn.errors import InvalidValueError
from vstbpn.vocabulary import BlockKind, Comparator, DocumentType, SectionStyle, SigningPrefix, Term

LISTS = [
    member
    for _, member in inspect.getmembers(vocabulary, inspect.isclass)
    if issubclass(member, Term) and member is not Term
]
WORDS = [word for words in LISTS for word in words]


def by_value(words: type[Term], value: str) -> Term:
    """The word of a list that has this value."""
    return words(value)  # type: ignore[call-arg]  # Type checkers take the look-up for the making of a member.


class TestEveryWord:
    """The laws all lists keep."""

    @pytest.mark.parametrize("word", WORDS, ids=repr)
    def test_value_and_wordings(self, word: Term) -> None:
        assert isinstance(word.value, str)
        assert word.vi
        assert word.en
        assert str(word) == word.vi

    @pytest.mark.parametrize("word", WORDS, ids=repr)
    def test_it_is_found_by_its_value(self, word: Term) -> None:
        assert by_value(type(word), word.value) is word

    @pytest.mark.parametrize("word", WORDS, ids=repr)
    def test_it_is_given_as_it_is_or_by_its_value(self, word: Term) -> None:
        assert type(word).of(word) is word
        assert type(word).of(word.value) is word

    @pytest.mark.parametrize("wrong", ["sideways", "", None, 5, [], {}, object(), SigningPrefix.ACTING])
    def test_what_is_none_is_told_with_the_values_there_are(self, wrong: object) -> None:
        with pytest.raises(InvalidValueError, match=r"block kind.*expected one of header, title, basis"):
            BlockKind.of(wrong)

    @pytest.mark.parametrize("word", WORDS, ids=repr)
    def test_repr_evaluates_back(self, word: Term) -> None:
        assert eval(repr(word), {type(word).__name__: type(word)}) is word  # noqa: S307  # The law is about eval.

    @pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
    def test_no_value_stands_twice(self, words: type[Term]) -> None:
        # An enumeration turns a second member of the same value into an alias without a word.
        assert len(words) == len(words.__members__)

    @pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
    def test_the_docstring_has_a_gloss(self, words: type[Term]) -> None:
        assert re.search(r"\(.+\)", (words.__doc__ or "").partition("\n")[0])


class TestComparators:
    """The values that annotations carry, and the one of targets without a figure."""

    def test_they_are_those_of_the_format(self) -> None:
        assert [word.value for word in Comparator] == [">=", ">", "<=", "<", "=", "~", "between", "qualitative"]

    def test_four_tell_on_which_side_a_result_is_to_lie(self) -> None:
        sides = {word.value: word.side.value for word in Comparator if word.side is not None}
        assert sides == {">=": "raise", ">": "raise", "<=": "lower", "<": "lower"}

    def test_two_are_strict(self) -> None:
        assert [word.value for word in Comparator if word.is_strict] == [">", "<"]


class TestSigningPrefixes:
    """The five of Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7."""

    def test_they_are_these(self) -> None:
        assert {word.value for word in SigningPrefix} == {"TM.", "Q.", "KT.", "TL.", "TUQ."}


class TestDocumentTypes:
    """Types by name, and what stands for them in a symbol."""

    @pytest.mark.parametrize("kind", DocumentType, ids=repr)
    @pytest.mark.parametrize("case", [str, str.upper, str.lower, str.title])
    def test_a_type_is_found_by_its_name(self, kind: DocumentType, case: Callable[[str], str]) -> None:
        assert DocumentType.named(case(kind.vi)) is kind

    @pytest.mark.parametrize("name", ["", "Kế", "kế hoạch ", "plan"])
    def test_a_name_that_is_none(self, name: str) -> None:
        assert DocumentType.named(name) is None

    def test_abbreviations(self) -> None:
        assert DocumentType.PLAN.abbreviation == "KH"
        assert DocumentType.PROGRAMME.abbreviation == "CTr"
        assert DocumentType.DISPATCH.abbreviation is None  # Nghị định 30/2020/NĐ-CP, Phụ lục III.

    def test_pairs_that_are_easily_confused_differ(self) -> None:
        assert by_value(DocumentType, "QĐ") is DocumentType.DECISION
        assert by_value(DocumentType, "QyĐ") is DocumentType.REGULATION
        assert by_value(DocumentType, "ĐA") is not by_value(DocumentType, "DA")
        assert by_value(DocumentType, "TTr") is not by_value(DocumentType, "TT")


class TestOrder:
    """Lists whose order means something."""

    def test_sections_run_from_high_to_low(self) -> None:
        order = list(SectionStyle)
        assert order.index(SectionStyle.PART) < order.index(SectionStyle.ROMAN) < order.index(SectionStyle.ARABIC)
        assert order.index(SectionStyle.ARABIC) < order.index(SectionStyle.DECIMAL) < order.index(SectionStyle.LETTER)

    def test_blocks_run_as_in_a_document(self) -> None:
        kinds = list(BlockKind)
        assert kinds.index(BlockKind.HEADER) < kinds.index(BlockKind.TITLE) < kinds.index(BlockKind.SECTION)
