"""Documents made by hand to do harm: each is told of in a few words, in linear time and with bounded memory.

A case is a name and what is read; what must hold of all of them stands once, at the end of each table.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from document_kinds import outcome_both_ways, problems_both_ways
from growth import assert_linear
from vstbpn.errors import DecodeError, Problem
from vstbpn.goals.evaluating.evaluation import Evaluation
from vstbpn.plans.plan import Plan
from vstbpn.serialisation.documents import from_json
from vstbpn.serialisation.json_lines import load_lines
from vstbpn.serialisation.kinds import KINDS
from vstbpn.serialisation.values import value_from_json
from vstbpn.values import Passage

STORED = (Path(__file__).parent / "data" / "plan-2.1.json").read_text(encoding="utf-8")
COMPACT = json.dumps(json.loads(STORED), ensure_ascii=False, separators=(",", ":"))
HEAD = '{"$schema":"urn:vstbpn:schema:plan:2.1","format":"vstbpn/plan","version":"2.1"'
NEWER = HEAD.replace('"2.1"', '"2.9"')
SECTION = '{"marker":"I.","style":"roman","number":"I","level":1'
LONGEST_MESSAGE = 40_000
"""Letters of a message at most: a hundred problems of a few lines each."""


def plan(members: str, head: str = HEAD) -> str:
    """The text of a plan with further members, as they are written."""
    return f"{head},{members}}}"


def nested(opening: str, inner: str, closing: str, depth: int) -> str:
    """A text with an opening and a closing so many times around it."""
    return opening * depth + inner + closing * depth


DEEP: Mapping[str, str] = {
    f"{name} {depth}": text
    for depth in (170, 990, 1030, 5000, 100_000)
    for name, text in {
        "brackets alone": nested("[", "", "]", depth),
        "brackets never closed": "[" * depth,
        "brackets never opened": "]" * depth,
        "braces alone": nested('{"a":', "1", "}", depth),
        "braces never closed": '{"a":' * depth,
        "braces in a plan": plan(nested('"a":{', '"b":1', "}", depth)),
        "brackets in a list": plan(f'"bases":{nested("[", "", "]", depth)}'),
        "brackets in a text's place": plan(f'"header":{{"type":{nested("[", "", "]", depth)}}}'),
        "items": plan(f'"outline":{{"sections":[{SECTION},"items":[{nested(chr(123) + chr(34) + "text" + chr(34) + ":" + chr(34) + "x" + chr(34) + "," + chr(34) + "items" + chr(34) + ":[", "", "]}", depth)}]}}]}}'),
        "sections": plan(f'"outline":{{"sections":[{nested(SECTION + "," + chr(34) + "sections" + chr(34) + ":[", "", "]}", depth)}]}}'),
        "sections never closed": plan(f'"outline":{{"sections":[{(SECTION + "," + chr(34) + "sections" + chr(34) + ":[") * depth}'),
        "both in turn": nested('[{"a":', "1", "}]", depth // 2),
        "unknown to a known version": plan(f'"more":{nested("[", "", "]", depth)}'),
        "unknown to a newer version": plan(f'"more":{nested("[", "", "]", depth)}', NEWER),
        "unknown in a section": plan(f'"outline":{{"sections":[{SECTION},"more":{nested("[", "", "]", depth)}}}]}}', NEWER),
    }.items()
}  # fmt: skip
"""What nests without end."""


NUMBERS: tuple[str, ...] = (
    "1e400", "-1e400", "1E5", "1e-400", "-0.0", "0.0", "1.0", "1.5", "9" * 4300, "-" + "9" * 4299, "9" * 4301, "-" + "9" * 10_000, "9" * 1_000_000,
    "0." + "0" * 10_000 + "1", "1." + "9" * 100_000, "1e" + "9" * 100_000, "1e-" + "9" * 100_000, "NaN", "Infinity", "-Infinity", "nan", "inf",
    "00", "01", "-", "+1", ".5", "1.", "1e", "1e+", "0x10", "1_000", "1,5", "٥", "５", "-1", str(-(2**63)), str(-(2**63) - 1), str(-(2**64)),
    "true", "false", '"1"', "[1]", "null",
)  # fmt: skip
"""What is written for the start of a span, a whole number from 0; the span ends at 1."""

TOO_LARGE: tuple[int, ...] = (
    2,
    2**31,
    2**32,
    2**53 + 1,
    2**63 - 1,
    2**63,
    2**64 - 1,
    2**64,
    2**64 + 1,
    10**100,
    10**4299,
)
"""Numbers that are whole and come after the end of the span."""

DECIMALS: tuple[str, ...] = (
    "1e400", "1E5", "-0", "-1", "NaN", "Infinity", "sNaN", "9" * 16, "9" * 999, "9" * 1001, "9" * 5000, "9" * 1_000_000, "0." + "1" * 900, "0." + "1" * 100_000,
    "00", "01", "+1", ".5", "5.", "1,5", "1_0", " 1", "1 ", "1\n", "٥", "５", "", "x", "0x10", "1/2",
)  # fmt: skip
"""What stands in quotes for the figure of a target."""

FRACTIONS: tuple[str, ...] = (
    "1/0", "0/0", "-1/0", "1/00", "1/-2", "1.5", "1e5", "9" * 4301, "9" * 5000, "1/" + "9" * 5000, "9" * 3100 + "/" + "9" * 3100,
    "9" * 1_000_000, "/", "1/", "/2", "1//2", "١/٢", "", "1/2\n", "½",
)  # fmt: skip
"""What stands in quotes for the actual figure of an evaluation."""

WRITTEN_WRONG: Mapping[str, str] = {
    "nothing": "",
    "a blank": " ",
    "only blanks": " \n\t\r" * 1000,
    "a mark alone": "\ufeff",
    "two marks": "\ufeff\ufeff" + HEAD + "}",
    "a mark behind": HEAD + "}\ufeff",
    "a mark inside": plan('\ufeff"bases":[]'),
    "NUL": "\x00",
    "NUL behind": HEAD + "}\x00",
    "NUL between": plan('\x00"bases":[]'),
    "NUL in a text": plan('"header":{"type":"a\x00b"}'),
    "a line end in a text": plan('"header":{"type":"a\nb"}'),
    "a tab in a key": plan('"hea\tder":{}'),
    "a comment": plan('/* more */"bases":[]'),
    "a comment of a line": HEAD + "} // more",
    "a hash": "# plan\n" + HEAD + "}",
    "a comma at the end of an object": HEAD + ",}",
    "a comma at the end of a list": plan('"bases":[,]'),
    "two commas": plan(',"bases":[]'),
    "no comma": HEAD + '"bases":[]}',
    "no colon": plan('"bases"[]'),
    "two colons": plan('"bases"::[]'),
    "no value": plan('"bases":'),
    "no key": plan(":[]"),
    "a key without quotes": plan("bases:[]"),
    "single quotes": plan("'bases':[]"),
    "a number for a key": plan("5:[]"),
    "null for a key": plan("null:[]"),
    "two documents": (HEAD + "}") * 2,
    "a document and a number": HEAD + "}1",
    "a bracket too many": HEAD + "}}",
    "the wrong bracket": HEAD + "]",
    "a list for the document": "[" + HEAD + "}]",
    "a text for the document": json.dumps(HEAD + "}"),
    "a number": "5",
    "a text": '"kế hoạch"',
    "null": "null",
    "true": "true",
    "NaN": "NaN",
    "True": plan('"header":True'),
    "None": plan('"header":None'),
    "undefined": plan('"header":undefined'),
    "an escape that is none": plan('"header":{"type":"\\x61"}'),
    "an escape cut off": plan('"header":{"type":"\\u00"}'),
    "an escape of no digits": plan('"header":{"type":"\\u00zz"}'),
    "a backslash at the end": plan('"header":{"type":"\\"}'),
    "a text never closed": HEAD + ',"header":{"type":"' + "x" * 100_000,
    "a key never closed": HEAD + ',"' + "x" * 100_000,
    "XML": "<?xml version='1.0'?><plan/>",
    "YAML": "format: vstbpn/plan\nversion: '2.1'",
    "words": "KẾ HOẠCH\nCông tác bình đẳng giới năm 2026",
    "JSON lines": HEAD + "}\n" + HEAD + "}\n",
    "a call": f"callback({HEAD}}})",
    "a guard": ")]}',\n" + HEAD + "}",
}
"""What is no JSON, or no object."""

REPEATED: Mapping[str, tuple[str, str]] = {
    "of the plan": (plan('"bases":[],"bases":[]'), "/bases"),
    "of the envelope": (plan('"version":"2.1"'), "/version"),
    "three times": (plan('"bases":[],"bases":[],"bases":[]'), "/bases"),
    "a thousand times": (plan(",".join(['"bases":[]'] * 1000)), "/bases"),
    "written as an escape": (plan('"bases":[],"\\u0062ases":[]'), "/bases"),
    "both written as escapes": (plan('"\\u0062ases":[],"b\\u0061ses":[]'), "/bases"),
    "with colons escaped to make up for it": (
        plan('"header":{"type":"\\u003a\\u003A"},"bases":[],"bases":[]'),
        "/bases",
    ),
    "with colons in texts": (plan('"header":{"type":"::::"},"bases":[],"bases":[]'), "/bases"),
    "of an object": (plan('"header":{"type":"a","type":"a"}'), "/header/type"),
    "of an object in a list": (plan('"goals":[{"title":"a"},{"title":"a","title":"a"}]'), "/goals/1/title"),
    "of a span": (plan('"span":{"start":0,"end":1,"end":1}'), "/span/end"),
    "that is not known": (plan('"a:b":1,"a:b":1'), "/a:b"),
    "that is empty": (plan('"":1,"":1'), "/"),
    "of NUL": (plan('"\\u0000":1,"\\u0000":1'), "/\x00"),
    "of a surrogate": (plan('"\\ud800":1,"\\ud800":1'), "/\ud800"),
    "of a newer version": (plan('"more":1,"more":1', NEWER), "/more"),
    "inside what is not known": (plan('"more":[{"a":{"b":1,"b":2}}]', NEWER), "/more/0/a/b"),
}
"""Keys that stand twice or more, and where."""

NO_TAGS: tuple[Any, ...] = (
    None, True, 0, 2.1, -1, 10**100, "", " ", "x" * 10_000, "\ud800", "\x00", [], {}, ["2.1"], {"2": 1}, "vstbpn/directory", "VSTBPN/PLAN", "vstbpn/plan ",
    "0.1", "2", "2.", ".1", "2.1.0", "02.1", "2.01", "-2.1", "+2.1", "2,1", "2.1\n", "3.0", "999999999.0", "9" * 20 + ".0", "2." + "9" * 5000, "२.१",
)  # fmt: skip
"""What is neither the format of a plan nor a version of it that is known."""

NO_TEXTS: tuple[Any, ...] = (None, True, 5, [], {}, 1.5)

ENVELOPES: Mapping[str, tuple[dict[str, Any], set[str]]] = {
    **{
        f"{key} {value!r:.40}": ({key: value}, {f"/{key}"})
        for key in ("format", "version")
        for value in NO_TAGS
    },
    **{f"$schema {value!r:.40}": ({"$schema": value}, {"/$schema"}) for value in NO_TEXTS},
}  # fmt: skip
"""Envelopes that are none, and what is at fault."""

TEXTS: Mapping[str, str] = {
    "a surrogate as a key": plan('"\\ud800":1'),
    "a surrogate as a term": plan('"header":{"family":"\\udfff"}'),
    "a surrogate as a date": plan('"header":{"date":"\\ud800"}'),
    "NUL as a date": plan('"header":{"date":"\\u0000"}'),
    "a date with a line end": plan('"header":{"date":"2025-02-01\\n"}'),
    "a date of a million digits": plan(f'"header":{{"date":"{"2" * 1_000_000}"}}'),
    "a date of digits that are not ASCII": plan('"header":{"date":"２０２５-０２-０１"}'),
    "a term of a million letters": plan(f'"header":{{"family":"{"s" * 1_000_000}"}}'),
    "a list of a million letters": plan(f'"bases":"{"[" * 1_000_000}"'),
    "a key of a million letters": plan(f'"{"k" * 1_000_000}":1'),
    "a key of a million slashes": plan(f'"{"/~" * 500_000}":1'),
    "a key of control characters": plan('"\\n\\u001b[31m\\u0007":1'),
    "keys that are numbers": plan(",".join(f'"{2**61 * number}":1' for number in range(2000))),
    "a symbol of a million letters": plan(f'"header":{{"symbol":{{"code":"{"a" * 1_000_000}","style":"state"}}}}'),
    "a symbol of a million hyphens": plan(f'"header":{{"symbol":{{"code":"{"-" * 1_000_000}","style":"state"}}}}'),
    "a number of a symbol of a million digits": plan(f'"header":{{"symbol":{{"number":"{"1" * 1_000_000}","code":"KH","style":"state"}}}}'),
    "an article of a million digits": plan(f'"mentions":[{{"reference":{{"name":"x","provisions":[{{"article":"{"1" * 1_000_000}"}}]}},"span":{{"start":0,"end":1}}}}]'),
    "a unit of a million blanks": plan(f'"goals":[{{"title":"a","targets":[{{"comparator":">=","value":"1","unit":"{" " * 1_000_000}"}}]}}]'),
    "words of a million blanks": plan(f'"goals":[{{"title":"a","targets":[{{"comparator":"qualitative","value":null,"population":"{" a" * 500_000}"}}]}}]'),
    "a row that is too long": '{"format":"vstbpn/finding","version":"1.0","code":"VB101","args":[[' + ",".join(['"a"'] * 100_000) + "]]}",
    "a million wrong rows": '{"format":"vstbpn/finding","version":"1.0","code":"VB101","args":[' + ",".join(["[]"] * 100_000) + "]}",
}  # fmt: skip
"""Texts and keys that are too long, or hold what none should."""

MANY: Mapping[str, Callable[[int], str]] = {
    "keys that are not known": lambda count: plan(",".join(f'"k{number}":1' for number in range(count))),
    "keys of a newer version with fractions": lambda count: plan(",".join(f'"k{number}":1.5' for number in range(count)), NEWER),
    "times the same key": lambda count: plan(",".join(['"k":1'] * count)),
    "times the same key of a newer version": lambda count: plan(",".join(['"k":1'] * count), NEWER),
    "elements that are no objects": lambda count: plan(f'"bases":[{",".join(["5"] * count)}]'),
    "elements that lack their keys": lambda count: plan(f'"bases":[{",".join(["{}"] * count)}]'),
    "elements with a fault inside": lambda count: plan(f'"mentions":[{",".join(["{" + chr(34) + "span" + chr(34) + ":{}}"] * count)}]'),
    "sections whose items are none": lambda count: plan(f'"outline":{{"sections":[{",".join([SECTION + "," + chr(34) + "items" + chr(34) + ":[5]}"] * count)}]}}'),
}  # fmt: skip
"""What is at fault again and again."""


def every_case() -> Iterator[tuple[str, str | bytes]]:
    """All of the tables, for what holds of every one."""
    for table in (DEEP, WRITTEN_WRONG, TEXTS):
        yield from table.items()
    yield from ((f"start {words[:20]}", plan(f'"span":{{"start":{words},"end":1}}')) for words in NUMBERS)
    yield from ((f"start {str(number)[:20]}", plan(f'"span":{{"start":{number},"end":1}}')) for number in TOO_LARGE)
    yield from ((f"figure {words[:20]!r}", _target(words)) for words in DECIMALS)
    yield from ((f"repeated {name}", text) for name, (text, _) in REPEATED.items())
    yield from ((f"envelope {name}", _envelope(changes)) for name, (changes, _) in ENVELOPES.items())
    yield from ((f"cut at {end}", COMPACT[:end]) for end in CUTS)
    yield from ((f"bytes {name}", raw) for name, raw in BYTES.items())


def _target(value: str) -> str:
    target = {"comparator": ">=", "value": value, "unit": "%"}
    return plan(f'"goals":[{{"title":"Một","targets":[{json.dumps(target)}]}}]')


def _envelope(changes: dict[str, Any]) -> str:
    return json.dumps({**json.loads(HEAD + "}"), **changes})


CUTS = tuple(range(0, len(COMPACT), max(1, len(COMPACT) // 60)))
"""Where a good document is cut off."""

RAW = COMPACT.encode()
WRONG_BYTES = (
    b"\xff",
    b"\x80",
    b"\xc0\xaf",
    b"\xed\xa0\x80",
    b"\xf8\x88\x80\x80\x80",
    b"\xe1\xba",
    b"\xf4\x90\x80\x80",
)
BYTES: Mapping[str, bytes] = {
    **{f"{wrong.hex()} at {place}": RAW[:place] + wrong + RAW[place:] for wrong in WRONG_BYTES for place in (0, 1, 40, 200, len(RAW) // 2, len(RAW))},
    **{name: COMPACT.encode(name) for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-7", "cp1258", "utf_8_sig") if name not in {"cp1258", "utf_8_sig"}},
    **{f"{name} of ASCII": (HEAD + "}").encode(name) for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp037")},
    "two marks": b"\xef\xbb\xbf" * 2 + RAW,
    "half a mark": b"\xef\xbb" + RAW,
    "a mark of UTF-16 before UTF-8": b"\xff\xfe" + RAW,
    "nothing": b"",
    "a mark alone": b"\xef\xbb\xbf",
    "zeros": bytes(1000),
    "a gzip": b"\x1f\x8b\x08\x00" + RAW[:100],
    "a zip": b"PK\x03\x04" + RAW[:100],
}  # fmt: skip
"""What is no UTF-8, or no JSON once it is read as such."""

CASES = dict(every_case())


def is_bounded(problems: tuple[Problem, ...]) -> bool:
    """Whether the message of problems is short, on lines of its own, and can be written anywhere."""
    message = str(DecodeError(problems))
    assert message.encode("utf-8")
    assert message.count("\n") <= 101
    return len(message) < LONGEST_MESSAGE


class TestEveryCase:
    """A ``DecodeError`` and no other, the same with orjson and without; its message is short."""

    def test_there_are_many(self) -> None:
        assert len(CASES) >= 400

    @pytest.mark.parametrize("name", CASES)
    def test_it_is_refused(self, name: str) -> None:
        text = CASES[name]
        problems = problems_both_ways(lambda: from_json(text))
        assert problems
        assert is_bounded(problems)

    @pytest.mark.parametrize("name", [name for name in CASES if "\n" not in str(CASES[name])])
    def test_as_a_line_it_is_refused_too(self, name: str) -> None:
        text = CASES[name]
        errors: list[DecodeError] = []
        lines: Any = [text]
        assert list(load_lines(lines, Plan, on_error=errors.append)) == []
        told = errors[0].problems if errors else None
        with pytest.raises(DecodeError) as caught:
            from_json(text)
        assert told in {caught.value.problems, None}  # What holds nothing is no line.

    @pytest.mark.parametrize("name", [*WRITTEN_WRONG, *DEEP, *TEXTS])
    def test_as_a_value_alone_it_is_refused_too(self, name: str) -> None:
        problems = problems_both_ways(lambda: value_from_json(CASES[name], Passage))
        assert is_bounded(problems)


class TestPlaces:
    """The fault is told where it stands."""

    @pytest.mark.parametrize("words", NUMBERS)
    def test_of_numbers(self, words: str) -> None:
        problems = problems_both_ways(lambda: from_json(plan(f'"span":{{"start":{words},"end":1}}')))
        assert {problem.pointer for problem in problems} <= {"/span/start", "/span", ""}

    @pytest.mark.parametrize("words", DECIMALS)
    def test_of_decimals(self, words: str) -> None:
        (problem,) = problems_both_ways(lambda: from_json(_target(words)))
        assert problem.pointer == "/goals/0/targets/0/value"

    @pytest.mark.parametrize("words", FRACTIONS)
    def test_of_fractions(self, words: str) -> None:
        data = {
            "format": "vstbpn/evaluation",
            "version": "1.0",
            "target": {"comparator": ">=", "value": "1", "unit": "%"},
            "verdict": "met",
        }
        text = json.dumps({**data, "actual": words})
        problems = problems_both_ways(lambda: from_json(text, Evaluation))
        assert [problem.pointer for problem in problems] == ["/actual"]

    @pytest.mark.parametrize("name", REPEATED)
    def test_of_keys_that_stand_twice(self, name: str) -> None:
        text, pointer = REPEATED[name]
        (problem,) = problems_both_ways(lambda: from_json(text))
        assert (problem.pointer, problem.found) == (pointer, "the key twice or more")

    @pytest.mark.parametrize("name", ENVELOPES)
    def test_of_envelopes(self, name: str) -> None:
        changes, pointers = ENVELOPES[name]
        problems = problems_both_ways(lambda: from_json(_envelope(changes)))
        assert {problem.pointer for problem in problems} == pointers

    @pytest.mark.parametrize(
        "tag", [None, 5, "", "Plan", ["based-on"], {"based-on": 1}, True, "BASED-ON", "based-on ", "\ud800"]
    )
    def test_of_tags(self, tag: object) -> None:
        text = plan(f'"bases":[{json.dumps({"kind": tag, "text": "Căn cứ"})}]')
        (problem,) = problems_both_ways(lambda: from_json(text))
        assert problem.pointer == "/bases/0/kind"

    def test_of_a_choice_of_classes(self) -> None:
        obligation = {"format": "vstbpn/obligation", "version": "1.0", "what": "báo cáo", "period": "month"}
        wrong: tuple[Any, ...] = (
            {"day": 1, "days": 1},
            {"days": "1"},
            {"day": 99},
            [],
            None,
            5,
            {"kind": "DueDay", "day": 1},
        )
        for due in wrong:
            text = json.dumps({**obligation, "due": due})
            problems = problems_both_ways(partial(from_json, text, KINDS["obligation"].cls))
            assert {problem.pointer.split("/")[1] for problem in problems} == {"due"}


class TestMany:
    """A million faults: the first of them are told, the message is short."""

    @pytest.mark.parametrize("name", MANY)
    def test_it_is_told_in_short(self, name: str) -> None:
        text = MANY[name](1_000_000 if name.startswith(("keys that", "times", "elements that are")) else 100_000)
        with pytest.raises(DecodeError) as caught:
            from_json(text)
        problems = caught.value.problems
        assert is_bounded(problems)
        assert len(problems) <= 10_001
        if "same key" in name:
            assert len(problems) == 1
        else:
            assert problems[0] == Problem(
                "", "a document with fewer problems", "so many that the rest of it was not looked at"
            )
            assert str(caught.value).endswith(f"and {len(problems) - 100} more")

    @pytest.mark.parametrize("name", MANY)
    def test_it_is_the_same_with_orjson_and_without(self, name: str) -> None:
        problems_both_ways(lambda: from_json(MANY[name](30_000)))

    def test_a_few_thousand_are_all_told(self) -> None:
        problems = problems_both_ways(lambda: from_json(MANY["elements that are no objects"](9_000)))
        assert len(problems) == 9_000

    def test_a_directory_with_many_faults(self) -> None:
        units = ",".join(f'{{"id":"{"u" * 500}{number}","kind":"province"}}' for number in range(2000))
        text = f'{{"format":"vstbpn/directory","version":"1.0","units":[{units}]}}'
        assert is_bounded(problems_both_ways(lambda: from_json(text, KINDS["directory"].cls)))


HUGE: Mapping[str, str] = {
    "open brackets": "'[' * size",
    "closed brackets": "']' * size",
    "nested brackets": "'[' * (size // 2) + ']' * (size // 2)",
    "brackets side by side": "'[' + '[],' * (size // 3) + '[]]'",
    "open braces": "'{\"a\":' * (size // 5)",
    "nested braces": "'{\"a\":' * (size // 6) + '1' + '}' * (size // 6)",
    "brackets in a plan": "head + ',\"bases\":' + '[' * (size // 2) + ']' * (size // 2) + '}'",
    "brackets in a newer plan": "newer + ',\"more\":' + '[' * (size // 2) + ']' * (size // 2) + '}'",
    "digits": "'9' * size",
    "digits in a plan": "head + ',\"span\":{\"start\":' + '9' * size + ',\"end\":1}}'",
    "digits behind a point": "head + ',\"span\":{\"start\":0.' + '9' * size + ',\"end\":1}}'",
    "digits of an exponent": "head + ',\"span\":{\"start\":1e' + '9' * size + ',\"end\":1}}'",
    "a date": "head + ',\"header\":{\"date\":\"' + '2' * size + '\"}}'",
    "a key": "head + ',\"' + 'k' * size + '\":1}'",
    "blanks": "' ' * size",
}
"""What makes a text of a hundred million letters."""

READ_HUGE = """
import resource, sys, time
from vstbpn.errors import DecodeError
from vstbpn.serialisation import json_text
from vstbpn.serialisation.documents import from_json
head, newer, size = sys.argv[1], sys.argv[2], 100_000_000
from_json(head + "}")
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
for way in ("fast", "plain"):
    if way == "plain":
        json_text._fast = lambda: None
    for make in sys.argv[3:]:
        text = eval(make)
        start = time.process_time()
        try:
            from_json(text)
        except DecodeError as error:
            taken, message = time.process_time() - start, str(error)
        del text
        print(way, len(message), round(taken, 2), message.splitlines()[1][:100], sep="\\t")
"""
"""A program that reads them with a gigabyte and a half of memory, and tells how it went."""


class TestAHundredMegabytes:
    """Time is that of looking at each letter, and memory that of a few copies of the text."""

    @pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is bounded on Linux alone")
    def test_in_bounded_memory(self) -> None:
        program = [sys.executable, "-c", READ_HUGE, HEAD, NEWER, *HUGE.values()]
        done = subprocess.run(program, capture_output=True, text=True, check=False, encoding="utf-8")
        assert done.stderr == ""
        rows = [line.split("\t") for line in done.stdout.splitlines()]
        assert len(rows) == 2 * len(HUGE)
        for way, length, taken, _ in rows:
            assert int(length) < 1000, rows
            assert float(taken) < 10, (way, rows)
        assert [row[3] for row in rows[: len(HUGE)]] == [row[3] for row in rows[len(HUGE) :]]


class TestMessages:
    """A message lists the first hundred problems, each on one line that any terminal takes; the error holds them all."""

    @pytest.mark.parametrize(
        ("count", "more"), [(1, None), (100, None), (101, "  and 1 more"), (5000, "  and 4900 more")]
    )
    def test_the_first_hundred(self, count: int, more: str | None) -> None:
        error = DecodeError([Problem(f"/{number}", "a text", "5") for number in range(count)])
        lines = str(error).split("\n")
        assert lines[0] == f"{count} problem{'s' if count > 1 else ''} in the document"
        assert lines[1] == "  /0: expected a text, found 5"
        assert len(lines) == 1 + min(count, 100) + (more is not None)
        assert (lines[-1] if len(lines) == 102 else None) == more
        assert len(error.problems) == count

    @pytest.mark.parametrize(
        ("key", "shown"),
        [
            ("a\nb", "/a\\nb"),
            ("\x1b[31m", "/\\x1b[31m"),
            ("\ud800", "/\\ud800"),
            ("\u2028", "/\\u2028"),
            ("kế hoạch", "/kế hoạch"),
        ],
    )
    def test_what_cannot_be_printed(self, key: str, shown: str) -> None:
        (problem,) = problems_both_ways(lambda: from_json(plan(f"{json.dumps(key)}:1")))
        assert problem.pointer == f"/{key}"
        assert str(problem) == f"{shown}: expected no such key, found 1"

    def test_a_long_pointer(self) -> None:
        (problem,) = problems_both_ways(lambda: from_json(plan(f'"{"k" * 5000}":1')))
        assert problem.pointer == "/" + "k" * 5000
        assert len(str(problem)) < 400


class TestLinearTime:
    """Time grows with the text and no faster."""

    @pytest.mark.parametrize("name", MANY)
    def test_of_many_faults(self, name: str) -> None:
        def prepare(count: int) -> Callable[[], object]:
            text = MANY[name](count)
            return lambda: outcome_both_ways(lambda: from_json(text))

        assert_linear(prepare, 400, 6400)

    def test_of_a_fault_deep_inside(self) -> None:
        def prepare(count: int) -> Callable[[], object]:
            text = _deep_fault(31, count)
            return lambda: problems_both_ways(lambda: from_json(text))

        assert_linear(prepare, 100, 1600)

    def test_of_depth_it_grows_no_faster_than_of_breadth(self) -> None:
        shallow, deep = _deep_fault(3, 3100), _deep_fault(31, 300)
        assert 0.3 < len(shallow) / len(deep) < 3
        assert_linear(
            lambda count: lambda: problems_both_ways(lambda: from_json(deep if count == 2 else shallow)), 1, 2
        )

    @pytest.mark.parametrize(
        "make",
        [
            lambda count: plan(f'"header":{{"type":"{"x" * count}","date":"x"}}'),
            lambda count: plan(f'"header":{{"type":"{chr(92)}u0061{"x" * count}","date":"x"}}'),
            lambda count: plan(f'"{"/~" * count}":1'),
            lambda count: "[" * count,
            lambda count: "9" * count,
            lambda count: plan(f'"goals":[{{"title":"a","targets":[{{"comparator":"qualitative","value":null,"population":"{" a" * count}"}}]}}]'),
            lambda count: plan(f'"header":{{"symbol":{{"code":"{"KH-" * count}","style":"state"}}}}'),
        ],
        ids=["a text", "a text with an escape", "a key", "brackets", "digits", "words", "a symbol"],
    )  # fmt: skip
    def test_of_long_texts(self, make: Callable[[int], str]) -> None:
        def prepare(count: int) -> Callable[[], object]:
            text = make(count)
            return lambda: problems_both_ways(lambda: from_json(text))

        assert_linear(prepare, 20_000, 640_000)


def _deep_fault(depth: int, count: int) -> str:
    """A plan with sections so deep, each with so many items, and a fault in the innermost."""
    items = ",".join(['{"text":"Rà soát số liệu."}'] * count)
    text = f'{{"marker":"I.","style":"roman","number":"I","level":{depth},"items":[{items},{{"text":5}}]}}'
    for level in range(depth - 1, 0, -1):
        text = f'{{"marker":"I.","style":"roman","number":"I","level":{level},"items":[{items}],"sections":[{text}]}}'
    return plan(f'"outline":{{"sections":[{text}]}}')
