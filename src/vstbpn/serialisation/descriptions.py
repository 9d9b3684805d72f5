"""What docstrings say of a class and of its fields (mô tả), for the descriptions of the schema."""

import inspect
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vstbpn.vocabulary import Term

_SECTION = re.compile(r"(?P<name>Args|Raises|Returns|Yields):\Z")
_ENTRY = re.compile(r"(?P<names>[a-z_0-9]+(?:, [a-z_0-9]+)*): (?P<words>.+)")
_ERROR = re.compile(r"[A-Z][A-Za-z]+: (?P<words>.+)")
_MARKUP = re.compile(r"``([^`]*)``")
_NONE = re.compile(r"\bNone\b")


class Description(NamedTuple):
    """What a docstring says of a class."""

    summary: str
    """Its first paragraph."""
    fields: Mapping[str, str]
    """What it says of each field, under ``Args:``."""
    raises: str
    """What cannot be, under ``Raises:``."""


def description_of(cls: type) -> Description:
    """What the docstring of a class says; nothing where Python was told to leave docstrings out.

    >>> from vstbpn.plans.task import Task
    >>> description = description_of(Task)
    >>> description.summary, description.fields["partners"]
    ('A task (nhiệm vụ).', 'The units it is to be done with ("Đơn vị phối hợp").')
    """
    paragraphs = inspect.cleandoc(cls.__doc__ or "").split("\n\n")
    sections = dict(filter(None, map(_section, paragraphs)))
    fields = {
        name: plain_words(match["words"])
        for entry in _entries(sections.get("Args", []))
        if (match := _ENTRY.fullmatch(entry))
        for name in match["names"].split(", ")
    }
    raised = filter(None, map(_ERROR.fullmatch, _entries(sections.get("Raises", []))))
    return Description(
        plain_words(" ".join(paragraphs[0].split())), fields, " ".join(plain_words(one["words"]) for one in raised)
    )


def _section(paragraph: str) -> tuple[str, list[str]] | None:
    head, *lines = paragraph.splitlines() or [""]
    match = _SECTION.match(head)
    return (match["name"], lines) if match else None


def _entries(lines: list[str]) -> Iterator[str]:
    """The entries of a section, each with the lines that go on with it; those stand further in."""
    entry: list[str] = []
    for line in inspect.cleandoc("\n".join(["", *lines])).splitlines():
        if entry and not line.startswith(" "):
            yield " ".join(entry)
            entry = []
        entry.append(line.strip())
    if entry:
        yield " ".join(entry)


def plain_words(words: str) -> str:
    """Words without marks, as they are true of JSON: None is null there, a tuple a list, and a member of a closed list its value."""
    return _NONE.sub("null", _MARKUP.sub(_in_json, words)).replace("a tuple of", "a list of")


def _in_json(marked: re.Match[str]) -> str:
    name, _, member = marked[1].partition(".")
    terms = next((kind for kind in Term.__subclasses__() if kind.__name__ == name), None)
    return f'"{terms[member].value}"' if terms is not None and member in terms.__members__ else marked[1]
