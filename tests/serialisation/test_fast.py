"""The extra ``fast``: with orjson and without, the same bytes, values and errors."""

import json
import sys
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from document_kinds import STRATEGIES, outcome, outcome_both_ways, problems_both_ways, without_orjson
from vstbpn.errors import DecodeError, InvalidValueError
from vstbpn.plans.plan import Plan
from vstbpn.serialisation import json_text
from vstbpn.serialisation.documents import from_json, to_json
from vstbpn.serialisation.json_text import read_data, read_with, write_data
from vstbpn.serialisation.kinds import KINDS, DocumentKind

pytest.importorskip("orjson", reason="the extra fast (orjson) is not installed, so that there is nothing to compare")

DATA = Path(__file__).parent / "data"
EACH_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
FEW = settings(max_examples=8, suppress_health_check=list(HealthCheck))

LETTERS = st.sampled_from(
    ['"', "\\", ":", ",", "{", "}", "[", "]", "a", "ầ", "\x00", "\x1f", "\x7f", "/", "\u2028", "\ufeff", "\U0001f389"]
)
TEXTS = st.text(st.one_of(LETTERS, st.characters(codec="utf-8")), max_size=6) | st.sampled_from(
    ["\ud800", "\udfff\ud83d"]
)
NUMBERS = st.integers() | st.sampled_from(
    [2**53 + 1, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**64 - 1, 2**64, 10**400]
)
DATA_OF_ANY_SHAPE = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)

WORDS = ["null", "true", "-0", "0", "1", "1.0", "1e5", "1E400", "-0.0", "NaN", "Infinity", "18446744073709551616", "9" * 40, "01", "1.", "+1",
         '"a"', '"\\u0061"', '"\\u003a"', '"\\u003A"', '":"', '"\\""', '"\\\\"', '"\\\\u003a"', '"\\ud800"', '"\\ud83d\\ude00"', '"\\/"',
         '"\t"', "'a'", '"\\x61"', '"\\u00"', '"ầ"', "//", "/* */"]  # fmt: skip
"""Pieces of JSON texts, and of what is none."""

KEYS = st.sampled_from(
    [
        '"a"',
        '"\\u0061"',
        '"b"',
        '":"',
        '"\\u003a"',
        '"\\u003A"',
        '"\\""',
        '"\\\\"',
        '"a:"',
        '""',
        '"\\u0000"',
        '"\\/"',
        '"/"',
    ]
)
BLANKS = st.sampled_from(["", "", "", " ", "\n", "\t", "\r\n", "\u00a0", "\x0c"])


def _list(parts: list[str]) -> str:
    return f"[{','.join(parts)}]"


def _object(members: list[tuple[str, str, str]]) -> str:
    return "{" + ",".join(f"{blank}{key}{blank}:{part}" for key, blank, part in members) + "}"


TEXTS_OF_JSON = st.recursive(
    st.sampled_from(WORDS),
    lambda inner: (
        st.lists(inner, max_size=4).map(_list) | st.lists(st.tuples(KEYS, BLANKS, inner), max_size=5).map(_object)
    ),
    max_leaves=12,
)
"""Texts that are JSON, or nearly: with keys given twice and more, written one way or the other."""


def read_fast(text: str | bytes) -> object:
    """The data of a text, by the way that documents are read; numbers with a fraction are refused, as by every field."""
    return read_with(text, _without_fractions)


def _without_fractions(data: object) -> str:
    waiting = [data]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part
        elif part is not None and not isinstance(part, str | int):
            raise DecodeError([])
    return repr(data)


class TestWithoutTheExtra:
    """Where orjson is not installed, or a text too large for it, the standard library does the work."""

    def test_it_is_missed_by_nobody(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "orjson", None)
        monkeypatch.setattr(json_text, "_fast", cache(json_text._fast.__wrapped__))  # Asked once more.
        assert json_text._fast() is None  # As above.
        assert from_json(to_json(Plan())) == Plan()

    def test_what_is_large_is_read_all_the_same(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(json_text, "_LARGEST_FAST", 10)
        for text in (to_json(Plan()), to_json(Plan()).encode()):
            assert from_json(text) == Plan()


class TestSameBytes:
    """What is written is the same, byte for byte."""

    @given(DATA_OF_ANY_SHAPE, st.sampled_from([None, 0, 1, 2, 3, 4, 16]))
    def test_of_any_data(self, data: Any, indent: int | None) -> None:  # noqa: ANN401  # JSON data of any shape.
        fast = write_data(data, indent=indent)
        with without_orjson():
            assert write_data(data, indent=indent) == fast
        assert fast.encode()
        assert json.loads(fast) == data

    @EACH_KIND
    def test_of_stored_documents(self, kind: DocumentKind) -> None:
        value = from_json((DATA / f"{kind.name}-{kind.version}.json").read_bytes(), kind.cls)
        for indent in (None, 0, 1, 2, 4, 16):
            fast = to_json(value, indent=indent)
            with without_orjson():
                assert to_json(value, indent=indent) == fast

    @pytest.mark.parametrize("depth", [1, 100, 254, 255, 300])
    def test_of_what_nests(self, depth: int) -> None:
        data: object = []
        for _ in range(depth):
            data = [data]
        fast = write_data(data)
        with without_orjson():
            assert write_data(data) == fast == "[" * (depth + 1) + "]" * (depth + 1)

    @pytest.mark.parametrize("indent", [-1, 17, 10**9, True, 2.0, "2", "\t", [2], float("nan")])
    def test_what_is_no_indentation(self, indent: Any) -> None:  # noqa: ANN401  # The wrong kind of value.
        with pytest.raises(InvalidValueError, match="expected None or a number of blanks from 0 to 16"):
            to_json(Plan(), indent=indent)
        with (
            without_orjson(),
            pytest.raises(InvalidValueError, match="expected None or a number of blanks from 0 to 16"),
        ):
            to_json(Plan(), indent=indent)


class TestSameData:
    """What is read is the same, or refused with the same words."""

    @settings(max_examples=300)
    @given(TEXTS_OF_JSON, st.booleans())
    def test_of_any_text(self, text: str, as_bytes: bool) -> None:
        source: str | bytes = text.encode() if as_bytes else text
        assert outcome_both_ways(lambda: read_fast(source)) == outcome(lambda: _without_fractions(read_data(source)))

    @given(DATA_OF_ANY_SHAPE, st.booleans(), st.sampled_from([None, 1]))
    def test_of_any_data(self, data: Any, ascii_only: bool, indent: int | None) -> None:  # noqa: ANN401  # As above.
        text = json.dumps(data, ensure_ascii=ascii_only, indent=indent)
        assert outcome_both_ways(lambda: read_fast(text)) == repr(repr(data))

    @settings(max_examples=300)
    @given(st.text(max_size=30) | st.binary(max_size=30))
    def test_of_anything(self, source: str | bytes) -> None:
        outcome_both_ways(lambda: read_fast(source))

    @pytest.mark.parametrize("word", WORDS)
    def test_of_each_word(self, word: str) -> None:
        for text in (word, f"[{word}]", f'{{"a":{word}}}', f'{{"a":{word},"a":{word}}}', f'{{"a":{word},"\\u0061":1}}'):
            outcome_both_ways(partial(read_fast, text))

    @pytest.mark.parametrize(
        "text",
        [
            '{"a":1,"a":1}',
            '{"a":1,"\\u0061":1}',
            '{"\\u0061":1,"\\u0061":1}',
            '{"a":":","a":":"}',
            '{"a":"\\u003a","a":1}',
            '{"a":"\\u003A\\u003a","a":1,"a":2}',
            '{"\\u003a":1,":":1}',
            '{"\\\\u003a":1,"\\\\u003a":1}',
            '[{"x":"\\u003a"},{"a":1,"a":2}]',
            '{"\\"":1,"\\u0022":1}',
            '{"a\\/":1,"a/":1}',
            '{"\\u1ea7":1,"ầ":1}',
            '{"":1,"":1}',
        ],
    )
    def test_no_key_that_stands_twice_goes_unseen(self, text: str) -> None:
        plan = '{"format":"vstbpn/plan","version":"2.1","bases":' + text + "}"
        newer = '{"format":"vstbpn/plan","version":"2.9","more":' + text + "}"
        for document in (plan, newer):
            problems = problems_both_ways(partial(from_json, document))
        assert any(problem.found == "the key twice or more" for problem in problems)


class TestSameDocuments:
    """Documents that were changed at random give the same values and the same problems."""

    STRANGE: tuple[Any, ...] = (None, True, 0, -1, 1.5, 2**64, 10**400, "", "x", "2025-02-30", "9" * 5000, "1/0", [], {}, [[]], [None], {"start": 1},
                                "\ud800", "\x00", float("nan"), float("inf"), "2020-2016", [1] * 20, {"a": {"b": []}}, "a" * 2000)  # fmt: skip

    @EACH_KIND
    def test_of_every_kind(self, kind: DocumentKind) -> None:
        @FEW
        @given(
            STRATEGIES[kind.name](),
            st.randoms(use_true_random=False),
            st.sampled_from([kind.version, f"{kind.major}.99"]),
        )
        def agree(value: Any, random: Any, version: str) -> None:  # noqa: ANN401  # A value of the kind's class.
            data = {**json.loads(to_json(value)), "version": version}
            for _ in range(10):
                changed = _changed(data, random, self.STRANGE)
                text = json.dumps(changed, ensure_ascii=random.random() < 0.5)
                outcome_both_ways(partial(from_json, text, kind.cls))

        agree()

    def test_of_documents_cut_anywhere(self) -> None:
        raw = (DATA / "goal-1.0.json").read_bytes()
        for end in range(0, len(raw) - 2, 7):
            assert problems_both_ways(partial(from_json, raw[:end], KINDS["goal"].cls))


def _changed(data: Any, random: Any, strange: tuple[Any, ...]) -> Any:  # noqa: ANN401  # JSON data of any shape.
    """Data with one part somewhere in them taken out, added or made another."""
    if not isinstance(data, dict | list) or not data or random.random() < 0.15:
        return random.choice(strange)
    if isinstance(data, list):
        place = random.randrange(len(data))
        return [*data[:place], _changed(data[place], random, strange), *data[place + 1 :]]
    key = random.choice([key for key in data if key not in {"format", "version"}] or ["more"])
    roll = random.random()
    if roll < 0.1:
        return {name: part for name, part in data.items() if name != key}
    if roll < 0.2:
        return {**data, "more": random.choice(strange)}
    return {**data, key: _changed(data.get(key), random, strange)}
