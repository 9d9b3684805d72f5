"""Annotations as spaCy takes them for training (dạng spaCy); spaCy itself is not needed."""

from collections.abc import Collection, Iterable
from typing import Any

from vstbpn.errors import InvalidValueError, shown
from vstbpn.serialisation.annotations.selecting import Labelled, LabelledSpan, spans_of, without_overlaps
from vstbpn.serialisation.annotations.tokens import tokens_of

GROUP = "sc"
"""The group of spans that spaCy's span categoriser reads by default."""


def to_spacy(
    text: str, annotations: Iterable[Labelled], kinds: Collection[str] | None = None, *, group: str = GROUP
) -> dict[str, Any]:
    """Annotations of a text as spaCy takes them (dạng spaCy): ``{"text", "entities", "spans"}``, plain data for JSON.

    ``entities`` holds ``[start, end, label]`` for named entities, of which none may lie over another: the longest stay, so
    the outermost. ``spans`` holds all of them in a group, for ``Doc.spans``. Offsets are in code points, as spaCy counts, and
    the label is the kind. spaCy refuses a span that begins or ends inside a token of its own: make the ``Doc`` with
    ``spacy_words`` to have tokens that fit.

    Args:
        text: The text.
        annotations: Its annotations, or ``LabelledSpan`` values.
        kinds: The kinds wanted; all where it is left out.
        group: The name of the group of spans.

    Raises:
        InvalidValueError: A kind is none, an annotation stands at no place of the text, or a text is none.

    >>> from vstbpn.reading.reading import read
    >>> from vstbpn.serialisation.annotations.writing import annotate
    >>> text = "Theo Luật Trẻ em."
    >>> to_spacy(text, annotate(read(text)))
    {'text': 'Theo Luật Trẻ em.', 'entities': [[5, 16, 'reference']], 'spans': {'sc': [[5, 16, 'reference']]}}
    """
    for what, given in (("text", text), ("group", group)):
        if not isinstance(given, str):
            raise InvalidValueError(what, shown(given), "expected a text")
    spans = spans_of(annotations, len(text), kinds)
    return {"text": text, "entities": _listed(without_overlaps(spans)), "spans": {group: _listed(spans)}}


def _listed(spans: Iterable[LabelledSpan]) -> list[list[Any]]:
    return [list(span) for span in spans]


def spacy_words(text: str) -> tuple[list[str], list[bool]]:
    r"""The words of a text and whether a blank follows each, as spaCy's ``Doc(vocab, words=…, spaces=…)`` takes them.

    The words are those of ``tokens_of``; other blanks than a single one are words too, as in spaCy, so that the text of the
    ``Doc`` is this text.

    Raises:
        InvalidValueError: Something else than a text was given.

    >>> spacy_words("Luật  Trẻ em\n")
    (['Luật', ' ', 'Trẻ', 'em', '\n'], [True, False, True, False, False])
    """
    words: list[str] = []
    spaces: list[bool] = []
    end = 0
    tokens = tokens_of(text)
    for start, word, after in ((token.start, token.text, token.end) for token in tokens):
        _put_blanks(text[end:start], words, spaces)
        words.append(word)
        spaces.append(False)
        end = after
    _put_blanks(text[end:], words, spaces)
    return words, spaces


def _put_blanks(blanks: str, words: list[str], spaces: list[bool]) -> None:
    """Tell of the blanks after a word: the first one if it is plain, the others as a word."""
    if words and blanks.startswith(" "):
        spaces[-1] = True
        blanks = blanks[1:]
    if blanks:
        words.append(blanks)
        spaces.append(False)
