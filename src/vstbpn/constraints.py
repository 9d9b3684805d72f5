"""What the field of a value takes (ràng buộc): each said once, and both checked by attrs and written into JSON Schema.

A constraint is a validator of attrs that can also tell its keywords of JSON Schema (2020-12). So a field says what it takes
in one place: ``level: int = attrs.field(validator=whole_number("level", 1, 32, "levels run from 1 to 32"))``.
"""

import datetime
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

import attrs

from vstbpn.errors import InvalidValueError, shown

Keywords = Mapping[str, Any]
"""Keywords of JSON Schema and their values."""

BLANKS = "\\t-\\r\\x1c-\\x20\\x85\\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What ``str.isspace`` takes for a blank, to stand between the brackets of a pattern: ``\\s`` of ECMAScript takes others.

Those beyond two digits stand as they are: ECMAScript and RE2 have no escape for them in common.
"""

_TOLD = "vstbpn.constraint"
"""Where the metadata of a field hold what its class checks by itself."""


@attrs.frozen(eq=False)
class Constraint:
    """What one field takes (ràng buộc của một trường).

    Args:
        what: The name of what is checked, for the error.
        expected: What is taken, as a clause for the error.
        accepts: Whether a value is taken; it is asked of any value and raises nothing.
        keywords: The keywords of JSON Schema that say the same, of the value's JSON form.
        is_whole: Whether the keywords say all of it. What they cannot say is told in the schema's ``$comment``.
        shows: What the error shows of a value that is not taken.

    >>> level = whole_number("level", 1, 32, "levels run from 1 to 32")
    >>> dict(level.keywords)
    {'minimum': 1, 'maximum': 32}
    >>> level.check(40)
    Traceback (most recent call last):
    vstbpn.errors.InvalidValueError: invalid level '40': levels run from 1 to 32
    """

    what: str
    expected: str
    accepts: Callable[[Any], bool]
    keywords: Keywords
    is_whole: bool = True
    shows: Callable[[Any], str] = shown

    def check(self, value: object) -> None:
        """Refuse what is not taken.

        Raises:
            InvalidValueError: The value is not taken.
        """
        if not self.accepts(value):
            raise InvalidValueError(self.what, self.shows(value), self.expected)

    def __call__(self, _instance: Any, _field: Any, value: Any) -> None:  # noqa: ANN401  # As attrs wants it.
        """Check a field of a value; attrs calls it so."""
        if not self.accepts(value):  # Asked here, too, since this is called for each field of each value.
            self.check(value)


def whole_number(what: str, first: int, last: int | None, expected: str) -> Constraint:
    """Takes whole numbers from ``first`` through ``last``; without a last one, any from the first on.

    >>> whole_number("ordinal", 1, None, "counted from 1").accepts(True)
    False
    """

    def accepts(value: object) -> bool:
        return type(value) is int and first <= value and (last is None or value <= last)

    return Constraint(what, expected, accepts, {"minimum": first} | ({} if last is None else {"maximum": last}))


def matching(what: str, pattern: str, expected: str) -> Constraint:
    r"""Takes texts that a pattern matches whole.

    The pattern must mean the same in Python, in ECMAScript (with the flag ``u``) and in RE2: spell out ``[0-9]``, and use neither
    ``\w``, ``\s`` nor ``\d``, nor possessive repeats.

    >>> dict(matching("number", "[0-9]{1,6}", "expected digits").keywords)
    {'pattern': '^(?:[0-9]{1,6})$'}
    """
    matches = re.compile(pattern).fullmatch

    def accepts(value: object) -> bool:
        return isinstance(value, str) and matches(value) is not None

    # In Python "$" also matches before a last line end, which no pattern of a validator should take.
    return Constraint(what, expected, accepts, {"pattern": f"^(?:{pattern})$"})


def one_of(what: str, values: Collection[str], expected: str | None = None) -> Constraint:
    """Takes one of a few texts.

    >>> one_of("language", ("vi", "en")).expected
    'expected one of vi, en'
    """
    allowed = tuple(values)

    def accepts(value: object) -> bool:
        return isinstance(value, str) and value in allowed

    return Constraint(what, expected or f"expected one of {', '.join(allowed)}", accepts, {"enum": list(allowed)})


def any_text(what: str, expected: str, at_least: int = 0) -> Constraint:
    """Takes texts, from a length on.

    >>> dict(any_text("id", "expected an id", at_least=1).keywords)
    {'minLength': 1}
    """

    def accepts(value: object) -> bool:
        return isinstance(value, str) and len(value) >= at_least

    return Constraint(what, expected, accepts, {"minLength": at_least} if at_least else {})


def not_blank(what: str, expected: str) -> Constraint:
    r"""Takes texts that hold more than blanks.

    >>> name = not_blank("name", "a name is a text that is not blank")
    >>> name.accepts("Sở Y tế"), name.accepts(" \t"), name.accepts("")
    (True, False, False)
    """

    def accepts(value: object) -> bool:
        return isinstance(value, str) and value.strip() != ""

    return Constraint(what, expected, accepts, {"pattern": f"[^{BLANKS}]"})


def one_word(what: str, expected: str) -> Constraint:
    """Takes texts without blanks, and of one letter at least.

    >>> id_of_a_unit = one_word("unit", "an id is one word without blanks")
    >>> id_of_a_unit.accepts("so-y-te"), id_of_a_unit.accepts("so y te")
    (True, False)
    """
    return matching(what, f"[^{BLANKS}]+", expected)


def one_line(what: str, expected: str) -> Constraint:
    """Takes words on one line, with single blanks between them and none around.

    >>> population = one_line("population", "expected words on one line")
    >>> population.accepts("nữ đại biểu"), population.accepts("nữ  đại biểu"), population.accepts("")
    (True, False, False)
    """

    def accepts(value: object) -> bool:
        return isinstance(value, str) and value != "" and " ".join(value.split()) == value

    return Constraint(what, expected, accepts, {"pattern": f"^[^{BLANKS}]+(?: [^{BLANKS}]+)*$"})


def instance_of(what: str, kind: type, expected: str) -> Constraint:
    """Takes values of a class; of JSON the field's own type says as much.

    >>> instance_of("day", datetime.date, "expected a datetime.date").check("2026-01-01")
    Traceback (most recent call last):
    vstbpn.errors.InvalidValueError: invalid day '2026-01-01': expected a datetime.date
    """

    def accepts(value: object) -> bool:
        return isinstance(value, kind)

    def shows(value: object) -> str:
        return shown(value) if isinstance(value, str) else type(value).__name__

    return Constraint(what, expected, accepts, {}, shows=shows)


def any_day(what: str, expected: str = "expected a datetime.date") -> Constraint:
    """Takes days, and no moments: to Python a ``datetime.datetime`` is a ``datetime.date`` too.

    >>> any_day("day").accepts(datetime.date(2026, 1, 1)), any_day("day").accepts(datetime.datetime(2026, 1, 1))
    (True, False)
    """

    def accepts(value: object) -> bool:
        return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)

    return Constraint(what, expected, accepts, {})


def each(
    constraint: Constraint,
    *,
    distinct: bool = False,
    at_least: int = 0,
    what: str | None = None,
    expected: str | None = None,
) -> Constraint:
    """Takes a tuple whose every element is taken by another constraint; the error shows the first that is not.

    Args:
        constraint: Of the elements.
        distinct: Whether none may stand in it twice.
        at_least: How many there must be.
        what: The name of the whole; by default that of an element.
        expected: What is taken, as a clause; by default what of an element is.

    >>> months = each(whole_number("month", 1, 12, "a year has 12, each told of once"), distinct=True)
    >>> dict(months.keywords)
    {'items': {'minimum': 1, 'maximum': 12}, 'uniqueItems': True}
    >>> months.check((1, 13))
    Traceback (most recent call last):
    vstbpn.errors.InvalidValueError: invalid month '13': a year has 12, each told of once
    """

    def accepts(value: object) -> bool:
        if not isinstance(value, tuple) or len(value) < at_least or not all(map(constraint.accepts, value)):
            return False
        return not distinct or _all_differ(value)

    def shows(value: object) -> str:
        if not isinstance(value, tuple):
            return shown(value)
        wrong = [element for element in value if not constraint.accepts(element)]
        return constraint.shows(wrong[0]) if wrong else ", ".join(map(constraint.shows, value))

    keywords: dict[str, Any] = {}
    if constraint.keywords:
        keywords["items"] = dict(constraint.keywords)
    if distinct:
        keywords["uniqueItems"] = True
    if at_least:
        keywords["minItems"] = at_least
    return Constraint(
        what or constraint.what, expected or constraint.expected, accepts, keywords, constraint.is_whole, shows
    )


def differing(what: str, kind: type, key: Callable[[Any], object], expected: str) -> Constraint:
    """Takes a tuple of values of a class of which no two have one key; JSON Schema can say no more than that no two are equal.

    Args:
        what: The name of what is checked.
        kind: The class.
        key: What is to differ, of a value of that class; it can be hashed.
        expected: What is taken, as a clause.

    >>> from vstbpn.values import Span
    >>> places = differing("places", Span, lambda span: span.start, "each begins elsewhere")
    >>> places.accepts((Span(0, 2), Span(3, 5))), places.accepts((Span(0, 2), Span(0, 5)))
    (True, False)
    """

    def keys(value: object) -> list[object] | None:
        if not isinstance(value, tuple) or not all(isinstance(one, kind) for one in value):
            return None
        return [key(one) for one in value]

    def accepts(value: object) -> bool:
        found = keys(value)
        return found is not None and _all_differ(found)

    def shows(value: object) -> str:
        found = keys(value)
        return shown(value) if found is None else ", ".join(map(shown, found))

    return Constraint(what, expected, accepts, {"uniqueItems": True}, is_whole=False, shows=shows)


def _all_differ(values: Sequence[object]) -> bool:
    try:
        return len(set(values)) == len(values)
    except TypeError:  # What cannot be hashed stands where its own class takes anything.
        return all(one not in values[:place] for place, one in enumerate(values))


def such_that(
    what: str,
    accepts: Callable[[Any], bool],
    expected: str,
    keywords: Keywords | None = None,
    shows: Callable[[Any], str] = shown,
) -> Constraint:
    """Takes what a function says; JSON Schema cannot say it, or not all of it.

    Args:
        what: The name of what is checked.
        accepts: Whether a value is taken.
        expected: What is taken, as a clause.
        keywords: As much of it as JSON Schema can say.
        shows: What the error shows of a value that is not taken.
    """
    return Constraint(what, expected, accepts, keywords or {}, is_whole=False, shows=shows)


def told(constraint: Constraint) -> dict[str, Constraint]:
    """The metadata of a field whose constraint its class checks by itself, being made too often to ask each field's own.

    The class has to refuse what the constraint does: ``attrs.field(default=None, metadata=told(constraint))``.
    """
    return {_TOLD: constraint}


def constraints_of(field: "attrs.Attribute[Any]") -> Iterator[Constraint]:
    """The constraints of a field, through ``optional`` and ``and_`` of attrs, and the one ``told`` of it.

    >>> from vstbpn.plans.outline import Section
    >>> [one.what for one in constraints_of(attrs.fields_dict(Section)["level"])]
    ['level']
    """
    waiting: list[Any] = [field.validator, field.metadata.get(_TOLD)]
    while waiting:
        validator = waiting.pop()
        if isinstance(validator, Constraint):
            yield validator
        else:
            # The classes of attrs for this are not public, their attributes have stood since its beginning.
            waiting.extend(reversed(getattr(validator, "_validators", ())))
            waiting.append(inner) if (inner := getattr(validator, "validator", None)) is not None else None
