"""Spans, passages, and what every value of the library keeps."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vstbpn.errors import InvalidValueError
from vstbpn.values import Passage, Span, evolve, frozen, many


@frozen
class Sample:
    """A value with every kind of field."""

    name: str
    parts: tuple[str, ...] = ()
    notes: tuple[str, ...] = attrs.field(factory=tuple)
    count: int | None = attrs.field(default=None, alias="number")
    span: Span | None = attrs.field(default=None, eq=False)


@frozen
class Worded:
    """A value with a repr of its own."""

    name: str

    def __repr__(self) -> str:
        return f"<{self.name}>"


class TestSpan:
    """A half-open range of code points."""

    @pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
    def test_one_that_cannot_be(self, start: int, end: int) -> None:
        with pytest.raises(InvalidValueError, match="span"):
            Span(start, end)

    def test_it_holds_places_and_spans(self) -> None:
        span = Span(2, 5)
        assert [place in span for place in (1, 2, 4, 5)] == [False, True, True, False]
        assert Span(2, 5) in span
        assert Span(1, 3) not in span
        assert Span(4, 6) not in span

    def test_they_are_ordered_by_their_place(self) -> None:
        assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]

    @given(st.text(max_size=20), st.integers(0, 25), st.integers(0, 25))
    def test_it_slices(self, text: str, start: int, length: int) -> None:
        span = Span(start, start + length)
        assert len(span) == length
        assert span.of(text) == text[start : start + length]
        assert eval(repr(span)) == span  # noqa: S307  # The law is about eval.


class TestFrozen:
    """Values do not change, and are what their fields are."""

    def test_a_field_cannot_be_set(self) -> None:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            Sample(name="a").name = "b"  # type: ignore[misc]  # That is what is tested.

    def test_no_field_can_be_added(self) -> None:
        with pytest.raises(AttributeError):
            object.__setattr__(Sample(name="a"), "other", 1)

    def test_fields_are_named(self) -> None:
        with pytest.raises(TypeError):
            Sample("a")  # type: ignore[call-arg]  # That is what is tested.

    def test_where_it_stood_is_not_compared(self) -> None:
        here, there = Sample(name="a", span=Span(0, 1)), Sample(name="a", span=Span(5, 6))
        assert here == there
        assert hash(here) == hash(there)
        assert here != Sample(name="b")

    def test_a_changed_copy(self) -> None:
        value = Sample(name="a", parts=("x",))
        assert evolve(value, name="b") == Sample(name="b", parts=("x",))
        assert value.name == "a"


class TestMany:
    """Values made at once from columns equal those made one by one."""

    @given(
        st.lists(
            st.tuples(
                st.text(), st.tuples(st.text()), st.tuples(st.text()), st.none() | st.integers(), st.just(Span(0, 1))
            )
        )
    )
    def test_every_field(self, rows: list[tuple[str, tuple[str, ...], tuple[str, ...], int | None, Span]]) -> None:
        names, parts, notes, counts, spans = zip(*rows, strict=True) if rows else ((), (), (), (), ())
        made = many(Sample, name=names, parts=parts, notes=notes, count=counts, span=spans)
        alone = tuple(
            Sample(name=name, parts=parts, notes=notes, number=count, span=span)
            for name, parts, notes, count, span in rows
        )
        assert made == alone
        assert [value.span for value in made] == [value.span for value in alone]
        assert list(map(hash, made)) == list(map(hash, alone))
        assert list(map(repr, made)) == list(map(repr, alone))

    def test_defaults_where_there_is_no_column(self) -> None:
        assert many(Sample, name=["a", "b"]) == (Sample(name="a"), Sample(name="b"))

    def test_none(self) -> None:
        assert many(Sample, name=[]) == ()
        assert many(Sample) == ()


class TestRepr:
    """A repr evaluates back and leaves out what is at its default."""

    def test_defaults_are_left_out(self) -> None:
        assert repr(Sample(name="a")) == "Sample(name='a')"

    def test_aliases_are_used(self) -> None:
        assert repr(Sample(name="a", number=3, notes=("n",))) == "Sample(name='a', notes=('n',), number=3)"

    def test_a_repr_of_its_own_is_kept(self) -> None:
        assert repr(Worded(name="a")) == "<a>"

    @given(st.builds(Sample, name=st.text(), parts=st.tuples(st.text()), number=st.none() | st.integers()))
    def test_it_evaluates_back(self, value: Sample) -> None:
        assert eval(repr(value)) == value  # noqa: S307  # The law is about eval.


class TestPassage:
    """Words and where they stand."""

    def test_its_words_are_its_value(self) -> None:
        assert str(Passage(text="Sở Tài chính")) == "Sở Tài chính"
        assert Passage(text="a", span=Span(0, 1)) == Passage(text="a")
