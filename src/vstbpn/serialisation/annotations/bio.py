"""Annotations as BIO tags (nhãn BIO), a word and its tag a line, and back to spans."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import attrs

from vstbpn.errors import DecodeError, InvalidValueError, Problem, shown
from vstbpn.serialisation.annotations.kinds import KINDS
from vstbpn.serialisation.annotations.selecting import Labelled, LabelledSpan, spans_of, without_overlaps
from vstbpn.serialisation.annotations.tokens import Token, tokens_of
from vstbpn.serialisation.problems import shown_in_json

_OUTSIDE = "O"
_TAG = re.compile(r"(?P<place>[BI])-(?P<label>[^\W\d][\w.-]{0,63})")
_COMMENT = re.compile(r"#[^\t]*")
_MOST_PROBLEMS = 1000
_NO_TAG = "O, B- or I- before a label such as reference"


@attrs.frozen(kw_only=True)
class TaggedText:
    """A text cut into words with a tag for each (văn bản gán nhãn).

    Args:
        tokens: The words and where they stand.
        tags: For each ``B-`` or ``I-`` and its kind of annotation, or ``O``.
        unaligned: The spans that begin or end inside a token, which no tag tells.
        overlapped: The spans left out because a longer one lies over them.
    """

    tokens: tuple[Token, ...]
    tags: tuple[str, ...]
    unaligned: tuple[LabelledSpan, ...] = ()
    overlapped: tuple[LabelledSpan, ...] = ()

    def to_conll(self, text: str) -> str:
        r"""A word, a tab and its tag a line, an empty line where a line of the text ends (dạng CoNLL).

        Args:
            text: The text that was tagged.

        Raises:
            InvalidValueError: Something else than a text was given.

        >>> tagged = to_bio("Luật\nhay", [])
        >>> tagged.to_conll("Luật\nhay")
        'Luật\tO\n\nhay\tO\n'
        """
        if not isinstance(text, str):
            raise InvalidValueError("text", shown(text), "expected the text that was tagged")
        lines: list[str] = []
        end = 0
        for token, tag in zip(self.tokens, self.tags, strict=True):
            if lines and "\n" in text[end : token.start]:
                lines.append("\n")
            lines.append(f"{token.text}\t{tag}\n")
            end = token.end
        return "".join(lines)


def to_bio(text: str, annotations: Iterable[Labelled], kinds: Collection[str] | None = None) -> TaggedText:
    """Annotations of a text as BIO tags (gán nhãn BIO).

    The words are those of ``tokens_of``. A word has one tag, so that none may lie over another: spans that fit no words are
    put aside first, and of those left the longest stay, so the outermost. Ask for the ``kinds`` you want; tasks and sections
    lie over the references in them.

    Args:
        text: The text.
        annotations: Its annotations; or ``LabelledSpan`` values, such as those of ``bio_to_spans``, or made of the whole
            place of each mention of ``find_references``.
        kinds: The kinds wanted; all where it is left out.

    Raises:
        InvalidValueError: A kind is none, or an annotation stands at no place of the text.

    >>> from vstbpn.reading.reading import read
    >>> from vstbpn.serialisation.annotations.writing import annotate
    >>> text = "Theo Luật Trẻ em và Nghị quyết số 28/NQ-CP."
    >>> to_bio(text, annotate(read(text)), ["reference"]).tags[:5]
    ('O', 'B-reference', 'I-reference', 'I-reference', 'O')
    """
    tokens = tokens_of(text)
    spans = spans_of(annotations, len(text), kinds)
    first = {token.start: place for place, token in enumerate(tokens)}
    last = {token.end: place for place, token in enumerate(tokens)}
    aligned = tuple(span for span in spans if span.start in first and span.end in last)
    kept = without_overlaps(aligned)
    tags = [_OUTSIDE] * len(tokens)
    for span in kept:
        begin, end = first[span.start], last[span.end]
        tags[begin] = f"B-{span.label}"
        tags[begin + 1 : end + 1] = [f"I-{span.label}"] * (end - begin)
    return TaggedText(
        tokens=tokens,
        tags=tuple(tags),
        unaligned=tuple(span for span in spans if span.start not in first or span.end not in last),
        overlapped=tuple(sorted(set(aligned) - set(kept))),
    )


def bio_to_spans(tokens: Sequence[Token], tags: Sequence[str]) -> tuple[LabelledSpan, ...]:
    """The spans that BIO tags tell (từ nhãn BIO về đoạn chữ); the inverse of ``to_bio`` where nothing was left out.

    Args:
        tokens: The words with their places.
        tags: The tag of each, with kinds of annotations for labels.

    Raises:
        DecodeError: A tag is none, its label is no kind, or an ``I-`` follows neither ``B-`` nor ``I-`` of its label; with
            every fault and its pointer, ``/tags/3``.
        InvalidValueError: There are not as many tags as tokens.

    >>> tokens = tokens_of("Theo Luật Trẻ em")
    >>> bio_to_spans(tokens, ["O", "B-reference", "I-reference", "I-reference"])
    (LabelledSpan(start=5, end=16, label='reference'),)
    >>> bio_to_spans(tokens, ["O", "I-reference", "O", "O"])
    Traceback (most recent call last):
    vstbpn.errors.DecodeError: 1 problem in the document
      /tags/1: expected B-reference, or I-reference after a tag of the same label, found "I-reference"
    """
    tokens, tags = _sequence(tokens, "tokens"), _sequence(tags, "tags")
    if len(tokens) != len(tags):
        raise InvalidValueError("tags", str(len(tags)), f"expected one for each of {len(tokens)} tokens")
    for token in tokens:
        if not isinstance(token, Token):
            raise InvalidValueError("token", shown(token), "expected a Token, as tokens_of gives it")
    problems = list(_tag_faults(tags))
    if problems:
        raise DecodeError(problems[:_MOST_PROBLEMS])
    spans: list[LabelledSpan] = []
    for token, tag in zip(tokens, tags, strict=True):
        if tag.startswith("B-"):
            spans.append(LabelledSpan(token.start, token.end, tag[2:]))
        elif tag != _OUTSIDE:
            spans[-1] = spans[-1]._replace(end=token.end)
    return tuple(spans)


def _sequence(given: object, what: str) -> Sequence[Any]:
    if isinstance(given, str | bytes) or not isinstance(given, Sequence):
        raise InvalidValueError(what, shown(given), "expected a list or a tuple")
    return given


def _tag_faults(tags: Sequence[object]) -> Iterator[Problem]:
    before: str | None = None
    for place, tag in enumerate(tags):
        match = _TAG.fullmatch(tag) if isinstance(tag, str) else None
        label = match["label"] if match else None
        pointer = f"/tags/{place}"
        if match is None and tag != _OUTSIDE:
            yield Problem(pointer, _NO_TAG, shown_in_json(tag))
        elif label is not None and label not in KINDS:
            yield Problem(pointer, f"one of the labels {', '.join(KINDS)}", shown_in_json(tag))
        elif match is not None and match["place"] == "I" and label != before:
            yield Problem(pointer, f"B-{label}, or I-{label} after a tag of the same label", shown_in_json(tag))
        before = label


def read_conll(conll: str, text: str) -> tuple[LabelledSpan, ...]:
    r"""The spans that a CoNLL-like text tells (đọc dạng CoNLL), a word, a tab and its tag a line.

    Empty lines and lines that open with ``#`` and hold no tab are passed over. The words are looked for in the text one
    after the other, with nothing but blanks between, so that the places are exact; they may be cut in another way than
    ``tokens_of`` does.

    Args:
        conll: The lines.
        text: The text that was tagged.

    Raises:
        DecodeError: A line is none, a word does not stand there, something stands between words, or a tag is none; the
            number of the line is in ``line``, from 1, and the place of a tag in its pointer (``/tags/3``).
        InvalidValueError: Something else than texts was given.

    >>> read_conll("Theo\tO\nLuật\tB-reference\nTrẻ\tI-reference\nem\tI-reference\n", "Theo  Luật Trẻ em.")
    Traceback (most recent call last):
    vstbpn.errors.DecodeError: 1 problem in line 5
      (document): expected the rest of the text, ".", found nothing
    """
    for what, given in (("conll", conll), ("text", text)):
        if not isinstance(given, str):
            raise InvalidValueError(what, shown(given), "expected a text")
    tokens: list[Token] = []
    tags: list[str] = []
    end, number = 0, 0
    lines = conll.removesuffix("\n").split("\n")
    for number, line in enumerate(lines):
        line = line.removesuffix("\r")  # noqa: PLW2901  # The line end, as some editors write it.
        if not line or _COMMENT.fullmatch(line):
            continue
        word, tab, tag = line.rpartition("\t")
        if not (tab and word):
            raise _of_line(number, "a word, a tab and its tag", shown_in_json(line))
        start = _after_blanks(text, end)
        if not text.startswith(word, start):
            raise _of_line(
                number, f"the word at {start}, {shown_in_json(text[start : start + len(word)])}", shown_in_json(word)
            )
        end = start + len(word)
        tokens.append(Token(word, start, end))
        tags.append(tag)
    rest = _after_blanks(text, end)
    if rest < len(text):
        raise _of_line(number + 1, f"the rest of the text, {shown_in_json(text[rest : rest + 40])}", "nothing")
    return bio_to_spans(tokens, tags)


_BLANKS = re.compile(r"\s*+")


def _after_blanks(text: str, start: int) -> int:
    match = _BLANKS.match(text, start)
    return match.end() if match else start


def _of_line(number: int, expected: str, found: str) -> DecodeError:
    return DecodeError([Problem("", expected, found)], line=number + 1)
