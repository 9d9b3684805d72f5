"""BIO tags and spaCy's form: what fits words is told, what does not is reported, and spans come back."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.errors import DecodeError, InvalidValueError
from vstbpn.reading.reading import read
from vstbpn.references.finding.scanning import find_references
from vstbpn.serialisation.annotations.bio import bio_to_spans, read_conll, to_bio
from vstbpn.serialisation.annotations.kinds import KINDS
from vstbpn.serialisation.annotations.selecting import LabelledSpan, without_overlaps
from vstbpn.serialisation.annotations.spacy_form import to_spacy
from vstbpn.serialisation.annotations.tokens import tokens_of
from vstbpn.serialisation.annotations.writing import annotate

TEXT = "Theo Luật Trẻ em,\ncác trường báo cáo."


def given_as(*spans: tuple[int, int, str]) -> list[dict[str, Any]]:
    return [{"start": start, "end": end, "kind": kind} for start, end, kind in spans]


class TestTags:
    """B- opens, I- goes on, O is outside."""

    def test_it(self) -> None:
        tagged = to_bio(TEXT, given_as((5, 16, "reference")))
        assert tagged.tags[:5] == ("O", "B-reference", "I-reference", "I-reference", "O")

    def test_neighbours_stay_apart(self) -> None:
        tagged = to_bio(TEXT, given_as((5, 9, "reference"), (10, 16, "reference")))
        assert tagged.tags[1:4] == ("B-reference", "B-reference", "I-reference")

    def test_the_outermost_stays(self) -> None:
        tagged = to_bio(TEXT, given_as((5, 16, "reference"), (0, 17, "task")))
        assert tagged.overlapped == (LabelledSpan(5, 16, "reference"),)
        assert "B-reference" not in tagged.tags
        asked = to_bio(TEXT, given_as((5, 16, "reference"), (0, 17, "task")), ["reference"])
        assert not asked.overlapped
        assert "B-reference" in asked.tags

    def test_what_fits_no_words_is_reported(self) -> None:
        tagged = to_bio(TEXT, given_as((0, 12, "task"), (5, 9, "reference")))
        assert tagged.unaligned == (LabelledSpan(0, 12, "task"),)
        assert tagged.tags[1] == "B-reference"

    def test_a_deadline_of_several_days_is_one(self) -> None:
        tagged = to_bio(TEXT, given_as((0, 4, "deadline"), (0, 4, "deadline")))
        assert not tagged.overlapped
        assert tagged.tags[0] == "B-deadline"

    def test_spans_made_of_whatever_else(self) -> None:
        text = "Theo khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP, các trường báo cáo."
        spans = [LabelledSpan(one.whole.start, one.whole.end, "reference") for one in find_references(text)]
        tagged = to_bio(text, spans)
        assert bio_to_spans(tagged.tokens, tagged.tags) == tuple(spans) == (LabelledSpan(5, 46, "reference"),)
        assert to_spacy(text, spans)["entities"] == [[5, 46, "reference"]]
        assert "B-reference" not in to_bio(text, spans, ["task"]).tags

    def test_every_annotation_of_an_example_fits_words(self, department_plan: str) -> None:
        assert to_bio(department_plan, annotate(read(department_plan))).unaligned == ()

    @pytest.mark.parametrize(
        ("annotations", "kinds"),
        [
            (given_as((0, 99, "task")), None),
            (given_as((3, 3, "task")), None),
            ([{"kind": "task"}], None),
            ([5], None),
            ([{"kind": []}], None),
            (given_as((0, 4, "verse")), None),
            ([LabelledSpan(0, 4, "verse")], None),
            ([LabelledSpan(0, 99, "task")], None),
            (LabelledSpan(0, 4, "task"), None),
            ([], [10**5000]),
            (None, None),
            ("task", None),
            ([], ["verse"]),
            ([], 5),
            ([], [[]]),
        ],
    )
    def test_what_cannot_be_tagged(self, annotations: Any, kinds: Any) -> None:  # noqa: ANN401  # Wrong kinds on purpose.
        with pytest.raises(InvalidValueError):
            to_bio(TEXT, annotations, kinds)


@st.composite
def aligned_spans(draw: st.DrawFn) -> tuple[str, tuple[LabelledSpan, ...]]:
    """A text and spans of its words, none over another."""
    words = draw(st.lists(st.sampled_from(["Luật", "Trẻ em", "28/NQ-CP", ",", "\n", "15/6/2021"]), max_size=12))
    text = " ".join(words)
    tokens = tokens_of(text)
    spans, place = [], 0
    while place < len(tokens):
        length = draw(st.integers(0, 3))
        if length:
            last = tokens[min(place + length, len(tokens)) - 1]
            spans.append(LabelledSpan(tokens[place].start, last.end, draw(st.sampled_from(list(KINDS)))))
        place += length or 1
    return text, tuple(spans)


class TestRoundTrip:
    """Spans of words, none over another, come back from tags and from lines."""

    @given(aligned_spans())
    def test_of_any_spans(self, example: tuple[str, tuple[LabelledSpan, ...]]) -> None:
        text, spans = example
        tagged = to_bio(text, given_as(*spans))
        assert (tagged.unaligned, tagged.overlapped) == ((), ())
        assert bio_to_spans(tagged.tokens, tagged.tags) == spans
        assert read_conll(tagged.to_conll(text), text) == spans
        assert read_conll("# file: a.txt\n" + tagged.to_conll(text).replace("\n", "\r\n"), text) == spans

    @given(strategies.plan_texts())
    def test_of_any_plan(self, text: str) -> None:
        tagged = to_bio(text, annotate(read(text)))
        spans = bio_to_spans(tagged.tokens, tagged.tags)
        assert to_bio(text, given_as(*spans)).tags == tagged.tags
        assert read_conll(tagged.to_conll(text), text) == spans


class TestMalformedTags:
    """Each is told with its place."""

    @pytest.mark.parametrize(
        ("tags", "pointers"),
        [
            (["I-task", "O", "O"], ["/tags/0"]),
            (["O", "I-task", "I-task"], ["/tags/1"]),
            (["B-task", "I-reference", "O"], ["/tags/1"]),
            (["B-task", "O", "I-task"], ["/tags/2"]),
            (["B-verse", "X", ""], ["/tags/0", "/tags/1", "/tags/2"]),
            (["b-task", "B-", "B-task "], ["/tags/0", "/tags/1", "/tags/2"]),
            ([None, 5, []], ["/tags/0", "/tags/1", "/tags/2"]),
        ],
    )
    def test_it(self, tags: Any, pointers: list[str]) -> None:  # noqa: ANN401  # Wrong kinds on purpose.
        with pytest.raises(DecodeError) as caught:
            bio_to_spans(tokens_of("a b c"), tags)
        assert [problem.pointer for problem in caught.value.problems] == pointers

    @pytest.mark.parametrize(
        ("tokens", "tags"), [("a", ["O"]), ([], ["O"]), (["a"], ["O"]), (tokens_of("a"), "O"), (5, [])]
    )
    def test_what_is_no_tagged_text(self, tokens: Any, tags: Any) -> None:  # noqa: ANN401  # Wrong kinds on purpose.
        with pytest.raises(InvalidValueError):
            bio_to_spans(tokens, tags)

    @pytest.mark.parametrize(
        ("conll", "line", "pointer"),
        [
            ("Theo O\n", 1, ""),
            ("\tO\n", 1, ""),
            ("Theo\tO\nBộ\tO\n", 2, ""),
            ("Theo\tO\n", 2, ""),
            ("", 2, ""),
            ("Theo\tO\nLuật\tI-reference\n", None, "/tags/1"),
        ],
    )
    def test_lines(self, conll: str, line: int | None, pointer: str) -> None:
        with pytest.raises(DecodeError) as caught:
            read_conll(conll, "Theo Luật ")
        assert (caught.value.line, caught.value.problems[0].pointer) == (line, pointer)

    def test_words_cut_in_another_way(self) -> None:
        assert read_conll("28\tB-reference\n/NQ-CP\tI-reference\n", " 28/NQ-CP ") == (LabelledSpan(1, 9, "reference"),)

    def test_what_is_no_text(self) -> None:
        wrong: Any = 5
        with pytest.raises(InvalidValueError):
            read_conll(wrong, "")
        with pytest.raises(InvalidValueError):
            read_conll("", wrong)
        with pytest.raises(InvalidValueError, match="text"):
            to_bio("a", []).to_conll(wrong)


class TestSpacyForm:
    """Entities lie over none other; the group of spans holds all."""

    def test_it(self) -> None:
        made = to_spacy(TEXT, given_as((5, 16, "reference"), (0, 17, "task")), group="plans")
        assert made == {
            "text": TEXT,
            "entities": [[0, 17, "task"]],
            "spans": {"plans": [[0, 17, "task"], [5, 16, "reference"]]},
        }

    def test_kinds(self) -> None:
        made = to_spacy(TEXT, given_as((5, 16, "reference"), (0, 17, "task")), "reference")
        assert made["entities"] == made["spans"]["sc"] == [[5, 16, "reference"]]

    @given(aligned_spans())
    def test_entities_do_not_overlap(self, example: tuple[str, tuple[LabelledSpan, ...]]) -> None:
        text, spans = example
        made = to_spacy(text, given_as(*spans, *((0, end, "task") for _, end, _ in spans)))
        ends = [0, *(end for _, end, _ in made["entities"])]
        assert all(start >= end for (start, _, _), end in zip(made["entities"], ends, strict=False))

    def test_what_is_no_text(self) -> None:
        wrong: Any = 5
        with pytest.raises(InvalidValueError):
            to_spacy(wrong, [])
        with pytest.raises(InvalidValueError):
            to_spacy("", [], group=wrong)


def test_of_equal_length_the_first_stays() -> None:
    spans = [LabelledSpan(3, 7, "task"), LabelledSpan(0, 4, "reference")]
    assert without_overlaps(spans) == (LabelledSpan(0, 4, "reference"),)
    assert without_overlaps([]) == ()
