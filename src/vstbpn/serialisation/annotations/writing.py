"""Annotations (chú giải): what a reading found, as flat JSON objects with code point offsets, for other tools."""

from collections.abc import Iterator
from typing import Any

from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.calendars.mentions.period import PeriodMention
from vstbpn.errors import InvalidValueError
from vstbpn.goals.targets.target import Target
from vstbpn.plans.outline import Section
from vstbpn.plans.plan import Plan
from vstbpn.reading.reading import Reading
from vstbpn.references.finding.mention import Mention
from vstbpn.references.provisions.labels import LEVELS
from vstbpn.references.provisions.provision import Provision
from vstbpn.values import Passage, Span
from vstbpn.vocabulary import SectionStyle

Annotation = dict[str, Any]
"""A flat JSON object; ``vstbpn.serialisation.annotations.kinds`` says which keys each kind has."""
_NO_READING = "expected a Reading: read the text first, as in annotate(read(text))"
_PROVISION_KEYS = tuple(key for level in LEVELS for key in (level, f"{level}_to"))


def annotate(reading: Reading) -> list[Annotation]:
    """The annotations of a reading, in reading order.

    Each has ``kind``, ``start``, ``end`` and ``text == source[start:end]``; the further keys depend on the kind.

    Raises:
        InvalidValueError: Something else than a ``Reading`` was given, such as a text.

    >>> from vstbpn.reading.reading import read
    >>> [(one["kind"], one["text"], one["name"]) for one in annotate(read("Theo Luật Bình đẳng giới năm 2006."))]
    [('reference', 'Luật Bình đẳng giới năm 2006', 'Luật Bình đẳng giới')]
    """
    if not isinstance(reading, Reading):
        raise InvalidValueError("reading", type(reading).__name__, _NO_READING)
    found: list[Annotation] = [_reference(mention, reading.source) for mention in reading.mentions]
    for document in reading.documents:
        found.extend(_document(document, reading.source))
    return sorted(found, key=lambda one: (one["start"], -one["end"]))


def _document(document: Plan, source: str) -> Iterator[Annotation]:
    yield from _header(document, source)
    yield from (_section(section, section.heading, source) for section in document.outline if section.heading)
    yield from (_target(target, target.span, source) for target in document.targets if target.span)
    yield from (_deadline(deadline, deadline.span, source) for deadline in document.deadlines if deadline.span)
    for kind, span, further in (*_bodywork(document), *_ending(document)):
        if span is not None:
            yield _made(kind, span, source, **further)


_Row = tuple[str, Span | None, Annotation]


def _bodywork(document: Plan) -> Iterator[_Row]:
    for basis in document.bases:
        yield "legal_basis", basis.span, {"introduced_by": basis.kind.vi}
    for campaign in document.campaigns:
        yield (
            "campaign",
            campaign.span,
            {"name": campaign.name, "start_day": _text(campaign.start), "end_day": _text(campaign.end)},
        )
    for observance in document.observances:
        yield "observance", observance.span, {"day": _text(observance.day), "observance": observance.observance}
    for task in document.tasks:
        yield "task", task.span, {"unit": _text(task.unit), "path": task.path}


def _ending(document: Plan) -> Iterator[_Row]:
    for recipient in document.recipients:
        further = {"name": recipient.name, "qualifier": recipient.qualifier, "archive": recipient.archive}
        yield "recipient", recipient.span, further
    if signature := document.signature:
        yield (
            "signature",
            signature.span,
            {
                "prefixes": [prefix.value for prefix in signature.prefixes],
                "positions": [position.text for position in signature.positions],
                "name": _text(signature.name),
                "on_behalf_of": list(signature.on_behalf_of),
            },
        )


def _header(document: Plan, source: str) -> Iterator[Annotation]:
    header = document.header
    parts: list[tuple[str, Passage | None]] = [
        ("superior", header.superior),
        ("issuer", header.issuer),
        ("place", header.place),
        ("title", header.title),
    ]
    for name, passage in parts:
        if passage and passage.span:
            yield _made("header", passage.span, source, part=name, value=passage.text)
    if header.symbol and header.symbol_span:
        yield _made("header", header.symbol_span, source, part="symbol", value=header.symbol.canonical)
    if header.date and header.date_span:
        yield _made("header", header.date_span, source, part="date", value=header.date.edtf)
    if header.type and header.type_span:
        yield _made("header", header.type_span, source, part="type", value=header.type)


def _made(kind: str, span: Span, source: str, **further: Any) -> Annotation:  # noqa: ANN401  # JSON values of any kind.
    return {"kind": kind, "start": span.start, "end": span.end, "text": span.of(source), **further}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _reference(mention: Mention, source: str) -> Annotation:
    reference, symbol = mention.reference, mention.reference.symbol
    return _made(
        "reference",
        mention.span,
        source,
        type=reference.type,
        number=symbol.number if symbol else None,
        code=symbol.code if symbol else None,
        year=symbol.year if symbol else None,
        name=reference.name,
        name_year=reference.name_year,
        date=_text(reference.date),
        issuer=reference.issuer,
        provisions=[_provision(provision) for provision in reference.provisions],
        mark=symbol.style.mark if symbol else None,
        qualifier=reference.qualifier,
        title=reference.title,
    )


def _provision(provision: Provision) -> dict[str, str]:
    return {key: value for key in _PROVISION_KEYS if (value := getattr(provision, key)) is not None}


def _section(section: Section, span: Span, source: str) -> Annotation:
    marker = section.marker.rstrip(" .:/–-")
    if section.style is SectionStyle.ROMAN or section.style is SectionStyle.ARABIC:
        marker = section.number
    return _made(
        "section", span, source, marker=marker, level=section.level, title=section.title, style=section.style.value
    )


def _target(target: Target, span: Span, source: str) -> Annotation:
    return _made(
        "target",
        span,
        source,
        comparator=target.comparator.value,
        value=_number(target.value),
        value_max=_number(target.value_max),
        unit=target.unit,
        year=target.year,
        population=target.population,
        direction=target.direction.value if target.direction else None,
        is_change=target.is_change,
        when=target.when.value,
        period=_text(target.period),
        baseline=_number(target.baseline),
    )


def _number(value: object) -> str | None:
    return None if value is None else f"{value:f}"


def _deadline(deadline: Deadline, span: Span, source: str) -> Annotation:
    return _made(
        "deadline",
        span,
        source,
        due=_text(deadline.due),
        relation=deadline.relation.value,
        what=deadline.what,
        who=_text(deadline.who),
        to_whom=_text(deadline.to_whom),
        period=_period(deadline.period) if deadline.period else None,
        due_from=_text(deadline.start),
        recurring=deadline.recurring,
        impossible=deadline.impossible,
    )


def _period(period: PeriodMention) -> Annotation:
    return {
        "kind": period.kind.value,
        "number": period.number,
        "year": period.year,
        "each": period.each,
        "text": period.text,
    }
