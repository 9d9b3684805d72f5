"""Values alone in JSON: references, mentions and the others, without a plan around them."""

import inspect
import sys
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vstbpn import strategies
from vstbpn.dates import PartialDate
from vstbpn.errors import DecodeError, InvalidValueError
from vstbpn.goals.observing.observation import Observation
from vstbpn.plans.outline import Item
from vstbpn.references.acts.acts import Acts
from vstbpn.references.acts.resolution import Resolution, Verdict
from vstbpn.references.citing.reference import ActKey, Reference
from vstbpn.references.finding.mention import Mention
from vstbpn.references.finding.scanning import find_references
from vstbpn.references.provisions.provision import Provision
from vstbpn.serialisation.values import value_from_json, value_to_json
from vstbpn.validation.rule import Rule
from vstbpn.validation.shipped import DEFAULT_RULES
from vstbpn.values import Span

DATE = "a date such as 2021-04-12, 2021-04-XX, 2021 or --06-15 that the calendar has"
LAW = Reference(type="Luật", name="Luật Trẻ em")
EACH = st.one_of(
    strategies.acts(),
    strategies.akn_iris(),
    strategies.back_references(),
    strategies.document_symbols(),
    strategies.mentions(),
    strategies.observations(),
    strategies.partial_dates(),
    strategies.provision_mentions(),
    strategies.provisions(),
    strategies.references(),
    strategies.spans(),
    strategies.targets(),
    strategies.urn_lexes(),
)


class TestRoundTrips:
    """What is written is read back."""

    @settings(suppress_health_check=[HealthCheck.too_slow])
    @given(EACH)
    def test_one_value(self, value: Any) -> None:  # noqa: ANN401  # A value of any class.
        assert value_from_json(value_to_json(value), type(value)) == value

    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(strategies.mentions(), max_size=3).map(tuple))
    def test_a_tuple(self, mentions: tuple[Mention, ...]) -> None:
        again = value_from_json(value_to_json(mentions, indent=1).encode(), tuple[Mention, ...])
        assert repr(again) == repr(mentions)  # Places are not compared.

    @settings(max_examples=25)
    @given(strategies.references())
    def test_what_a_reference_turns_out_to_be(self, reference: Reference) -> None:
        resolution = Acts.bundled().resolve(reference)
        assert value_from_json(value_to_json(resolution), Resolution) == resolution

    def test_terms(self) -> None:
        assert value_to_json(Verdict.RESOLVED) == '"resolved"'
        assert value_from_json('"resolved"', Verdict) is Verdict.RESOLVED

    def test_a_catalogue(self) -> None:
        acts = Acts(acts=(Acts.bundled().get("30/2020/NĐ-CP"),))
        assert value_from_json(value_to_json(acts), Acts) == acts

    @pytest.mark.parametrize("count", [31, Decimal("31.50")])
    def test_counts_stay_whole_or_decimal(self, count: int | Decimal) -> None:
        observation = Observation(numerator=count, period="2025", unit="a")
        again = value_from_json(value_to_json(observation), Observation)
        assert type(again.numerator) is type(count)
        assert str(again.numerator) == str(count)


class TestWriting:
    def test_the_keys_are_the_fields(self) -> None:
        (mention,) = find_references("Căn cứ Luật Trẻ em")
        assert value_to_json(mention.span) == '{"start":7,"end":18}'
        assert value_to_json(LAW) == '{"type":"Luật","name":"Luật Trẻ em"}'
        assert value_to_json(PartialDate(year=2020)) == '"2020"'
        assert value_to_json(()) == "[]"

    @pytest.mark.parametrize(
        ("value", "found"),
        [
            (None, "NoneType"),
            ("Luật Trẻ em", "str"),
            ([LAW], "list"),
            ((1, 2), "tuple of int"),
            ((LAW, Span(0, 1)), "tuple of Reference, Span"),
            (Reference, "type"),
            (LAW.key, "ActKey"),
        ],
    )
    def test_only_values_of_the_library(self, value: object, found: str) -> None:
        with pytest.raises(InvalidValueError, match="or a tuple of values of one class") as caught:
            value_to_json(value)
        assert caught.value.value == found

    def test_what_could_not_be_read_back(self) -> None:
        with pytest.raises(InvalidValueError, match="it holds what JSON cannot hold"):
            value_to_json(DEFAULT_RULES.rules[0])

    @pytest.mark.parametrize("room", [30, 60, 120, 200])
    def test_a_stack_that_is_nearly_full_makes_no_other_error(self, room: int) -> None:
        item = Item(text="Nội dung")
        for _ in range(30):
            item = Item(text="Nội dung", items=(item,))
        written = value_to_json(item)

        def deeper(frames: int) -> str:
            if frames:
                return deeper(frames - 1)
            try:
                return value_to_json(item)
            except InvalidValueError as error:
                return error.reason

        used = len(inspect.stack(0))
        assert deeper(sys.getrecursionlimit() - used - room) in {written, "it is nested too deeply to be written"}


class TestReading:
    @pytest.mark.parametrize(
        ("text", "kind", "problems"),
        [
            ('{"name": "A", "date": 5}', Reference, [("/date", DATE)]),
            ('{"name": "A", "nam": "B"}', Reference, [("/nam", 'no such key (did you mean "name"?)')]),
            ('{"name": "A", "name": "B"}', Reference, [("/name", "a text")]),
            ("{}", Reference, [("", "a possible value (reference: an act is referred to by symbol or by name)")]),
            ("[]", Reference, [("", "an object")]),
            ("{}", tuple[Reference, ...], [("", "a list")]),
            ('[{"name": "A"}, 5]', tuple[Reference, ...], [("/1", "an object")]),
            ("[" * 5000, Reference, None),
            ("{", Reference, None),
            (b"\xff", Reference, [("", "UTF-8")]),
            (5, Reference, [("", "a text or bytes")]),
            ('{"numerator": 1.5, "period": "a", "unit": "b"}', Observation, None),
            ('{"numerator": null, "period": "a", "unit": "b"}', Observation, None),
        ],
    )
    def test_every_fault_has_its_pointer(
        self,
        text: Any,  # noqa: ANN401  # The wrong kind of text among them.
        kind: type[object],
        problems: list[tuple[str, str]] | None,
    ) -> None:
        with pytest.raises(DecodeError) as caught:
            value_from_json(text, kind)
        if problems is not None:
            assert [(problem.pointer, problem.expected) for problem in caught.value.problems] == problems

    @pytest.mark.parametrize(
        "kind", [None, int, "Reference", list[Reference], tuple[Reference], tuple[int, ...], LAW, ActKey, object]
    )
    def test_a_kind_that_is_none(self, kind: Any) -> None:  # noqa: ANN401  # The point of the test.
        with pytest.raises(InvalidValueError, match=r"such as tuple\[Mention, ...\]"):
            value_from_json("{}", kind)

    def test_a_kind_that_cannot_be_told(self) -> None:
        with pytest.raises(InvalidValueError, match="it holds what JSON cannot hold"):
            value_from_json("{}", Rule)

    @given(st.text(max_size=40))
    def test_nothing_but_the_library_s_own_errors(self, text: str) -> None:
        with pytest.raises(DecodeError):
            value_from_json(text, Provision)
