"""From annotations to values: what was annotated comes back, and what people corrected is used."""

from typing import Any

import pytest
from hypothesis import given, settings

from vstbpn import strategies
from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.dates import PartialDate
from vstbpn.errors import DecodeError, InvalidValueError, ParseError, VstbpnError
from vstbpn.goals.targets.target import Target
from vstbpn.plans.ending import Recipient, Signature
from vstbpn.plans.outline import Section
from vstbpn.reading.reading import Reading, read
from vstbpn.references.citing.reference import Reference
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.serialisation.annotations.values import value_of
from vstbpn.serialisation.annotations.writing import Annotation, annotate
from vstbpn.values import Passage, Span
from vstbpn.vocabulary import SectionStyle, When

EXAMPLES = ("department_plan", "kindergarten_plan", "action_month_plan")
ADDED = {
    "reference": ("mark", "qualifier", "title"),
    "target": ("population", "direction", "is_change", "when", "period", "baseline"),
    "deadline": ("who", "to_whom", "period", "due_from", "recurring", "impossible"),
    "section": ("style",),
    "observance": ("observance",),
    "signature": ("on_behalf_of",),
}


def annotations(text: str, kind: str) -> list[Annotation]:
    return [one for one in annotate(read(text)) if one["kind"] == kind]


def target(words: str) -> Annotation:
    (one,) = annotations(f"KẾ HOẠCH\nCông tác bình đẳng giới\n\nI. MỤC TIÊU\n\n- {words}.\n", "target")
    return one


def in_order(values: Any) -> list[Any]:  # noqa: ANN401  # Values of any class with a span.
    return sorted((value for value in values if value.span), key=lambda value: (value.span.start, -value.span.end))


def hold(reading: Reading) -> None:
    """Hold the law: the value of an annotation equals the one that was annotated."""
    made = annotate(reading)
    document = reading.documents[0]
    assert [value_of(one) for one in made if one["kind"] == "reference"] == [
        mention.reference for mention in in_order(reading.mentions)
    ]
    for kind, values in (
        ("target", document.targets),
        ("deadline", document.deadlines),
        ("campaign", document.campaigns),
        ("recipient", document.recipients),
    ):
        assert [value_of(one) for one in made if one["kind"] == kind] == in_order(values)
    sections: list[Any] = [value_of(one) for one in made if one["kind"] == "section"]
    outline = sorted(
        (one for one in document.outline if one.heading), key=lambda one: one.heading.start if one.heading else 0
    )
    for section, expected in zip(sections, outline, strict=True):
        assert (section.style, section.number, section.level) == (expected.style, expected.number, expected.level)
        assert (section.title, section.heading) == (expected.title, expected.heading)


class TestRoundTrip:
    """The value of an annotation equals the one annotated, in all that the annotation carries."""

    @pytest.mark.parametrize("name", EXAMPLES)
    def test_of_examples(self, name: str, request: pytest.FixtureRequest) -> None:
        hold(read(request.getfixturevalue(name)))

    @settings(max_examples=15)
    @given(strategies.plan_texts())
    def test_of_any_plan(self, text: str) -> None:
        hold(read(text))

    @settings(max_examples=100)
    @given(strategies.references())
    def test_of_any_reference(self, reference: Reference) -> None:
        reading = read(f"Theo {reference}.")
        made = [value_of(one) for one in annotate(reading)]
        assert made == [mention.reference for mention in reading.mentions]

    @pytest.mark.parametrize("name", EXAMPLES)
    def test_every_annotation_has_a_value(self, name: str, request: pytest.FixtureRequest) -> None:
        for one in annotate(read(request.getfixturevalue(name))):
            assert value_of(one) is not None
            older = {key: value for key, value in one.items() if key not in ADDED.get(one["kind"], ())}
            assert type(value_of(older)) is type(value_of(one))


class TestReferences:
    """Number, code, year and what stands between them make a symbol again."""

    @pytest.mark.parametrize(
        "words", ["Chỉ thị số 21-CT/TW", "Chỉ thị số 07/CT-TU", "Quyết định số 2351/QĐ-TTg", "Luật số 73/2006/QH11"]
    )
    def test_styles(self, words: str) -> None:
        (one,) = annotations(f"Thực hiện {words}.", "reference")
        assert value_of(one) == Reference.parse(words)
        older = {key: value for key, value in one.items() if key != "mark"}
        assert value_of(older) == Reference.parse(words)

    def test_what_was_corrected_is_used(self) -> None:
        (one,) = annotations("Theo Nghị định số 30/2020/NĐ-CP.", "reference")
        corrected: Any = value_of(
            {**one, "number": "31", "provisions": [{"article": "5", "clause": "1", "clause_to": "3"}]}
        )
        assert corrected.format("vi-short") == "từ khoản 1 đến khoản 3 Điều 5 Nghị định số 31/2020/NĐ-CP"

    @pytest.mark.parametrize(
        "change",
        [
            {"code": None},
            {"code": None, "number": None, "year": None},
            {"mark": "-"},
            {"code": "định"},
            {"provisions": [{"article": "x"}]},
        ],
    )
    def test_what_cannot_be_raises(self, change: dict[str, Any]) -> None:
        (one,) = annotations("Theo Nghị định số 30/2020/NĐ-CP.", "reference")
        with pytest.raises(InvalidValueError):
            value_of({**one, **change})


class TestTheRest:
    """Each kind gives the value it stands for."""

    def test_kinds(self, department_plan: str) -> None:
        found = {one["kind"]: type(value_of(one)).__name__ for one in annotate(read(department_plan))}
        assert found == {
            "reference": "Reference", "section": "Section", "target": "Target", "deadline": "Deadline", "task": "Task",
            "campaign": "CampaignMention", "observance": "ObservanceMention", "header": "Passage",
            "legal_basis": "LegalBasis", "recipient": "Recipient", "signature": "Signature",
        }  # fmt: skip

    def test_the_header(self, department_plan: str) -> None:
        parts = {one["part"]: value_of(one) for one in annotations(department_plan, "header")}
        assert parts["symbol"] == DocumentSymbol.parse("15/KH-SGDĐT")
        assert parts["date"] == PartialDate(year=2024, month=3, day=5)
        assert parts["place"] == Passage(text="Hải Dương")

    def test_a_header_that_is_none_raises(self, department_plan: str) -> None:
        one = next(one for one in annotations(department_plan, "header") if one["part"] == "date")
        with pytest.raises(ParseError):
            value_of({**one, "value": "hôm qua"})

    def test_the_ending(self, action_month_plan: str) -> None:
        (signature,) = annotations(action_month_plan, "signature")
        made = value_of(signature)
        assert isinstance(made, Signature)
        assert made == read(action_month_plan).documents[0].signature
        recipient = value_of(annotations(action_month_plan, "recipient")[0])
        assert recipient == Recipient(name="UBND tỉnh Ninh Bình", qualifier="để báo cáo")

    def test_targets_written_before_keys_were_added(self) -> None:
        one = target("Mỗi trường tổ chức ít nhất 2 buổi/năm")
        older = {key: value for key, value in one.items() if key not in ADDED["target"]}
        made = value_of(older)
        assert isinstance(made, Target)
        assert made.when is When.EACH_YEAR
        words = {**older, "comparator": "qualitative", "value": None, "unit": ""}
        described = value_of(words)
        assert isinstance(described, Target)
        assert described.population == one["text"]

    def test_targets_that_cannot_be_raise(self) -> None:
        with pytest.raises(InvalidValueError):
            value_of({**target("Ít nhất 60% nữ vào năm 2025"), "unit": ""})

    def test_a_deadline_keeps_its_place(self) -> None:
        text = "KẾ HOẠCH\nCông tác\n\nI. BÁO CÁO\n\nCác trường báo cáo trước ngày 15/6/2026.\n"
        (one,) = annotations(text, "deadline")
        made = value_of(one)
        assert isinstance(made, Deadline)
        assert made.span == Span(one["start"], one["end"])

    @pytest.mark.parametrize(
        ("marker", "style", "number"),
        [
            ("II", "roman", "II"), ("1.1", "decimal", "1.1"), ("3", "arabic", "3"), ("đ)", "letter", "đ"),
            ("B", "upper-letter", "B"), ("Điều 3", "article", "3"), ("Mục tiêu 1", "goal", "1"),
            ("Phụ lục II", "appendix", "II"),
        ],
    )  # fmt: skip
    def test_the_style_of_a_section_is_told_by_its_marker(self, marker: str, style: str, number: str) -> None:
        one = {"kind": "section", "start": 0, "end": 9, "text": "x" * 9, "marker": marker, "level": 1, "title": None}
        for given_ in (one, {**one, "style": style}):
            made = value_of(given_)
            assert isinstance(made, Section)
            assert (made.style, made.number) == (SectionStyle(style), number)  # type: ignore[call-arg]  # Looked up by value.

    def test_a_section_without_style_or_marker_raises(self) -> None:
        one = {"kind": "section", "start": 0, "end": 1, "text": "x", "marker": "§§", "level": 1, "title": None}
        with pytest.raises(InvalidValueError, match="marker"):
            value_of(one)
        made = value_of({**one, "style": "roman"})
        assert isinstance(made, Section)


@pytest.mark.parametrize("given_", [None, 5, "task", [], {}, {"kind": "task"}])
def test_what_is_no_annotation_raises(given_: Any) -> None:  # noqa: ANN401  # Wrong kinds on purpose.
    with pytest.raises(DecodeError) as caught:
        value_of(given_)
    assert isinstance(caught.value, VstbpnError)
