"""From annotations to the values they stand for (giá trị của chú giải), so that what people corrected can be used again."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from vstbpn.calendars.mentions.deadline import Deadline
from vstbpn.calendars.mentions.occasion import CampaignMention, ObservanceMention
from vstbpn.calendars.mentions.period import PeriodMention
from vstbpn.calendars.reporting.period import PeriodKind
from vstbpn.dates import PartialDate, YearRange
from vstbpn.errors import DecodeError, InvalidValueError
from vstbpn.goals.targets.target import Target
from vstbpn.goals.targets.units import is_yearly
from vstbpn.plans.basis import LegalBasis
from vstbpn.plans.ending import Recipient, Signature
from vstbpn.plans.outline import Section
from vstbpn.plans.task import Task
from vstbpn.reading.markers import read_marker
from vstbpn.references.citing.reference import Reference
from vstbpn.references.provisions.provision import Provision
from vstbpn.references.symbols.styles import style_of
from vstbpn.references.symbols.symbol import DocumentSymbol
from vstbpn.serialisation.annotations.reading import faults_of, plain
from vstbpn.text import clean, fold
from vstbpn.values import Passage, Span
from vstbpn.vocabulary import BasisKind, Comparator, Direction, Relation, SectionStyle, SigningPrefix, When

Value = (
    Reference
    | Section
    | Target
    | Deadline
    | CampaignMention
    | ObservanceMention
    | Task
    | Passage
    | DocumentSymbol
    | PartialDate
    | LegalBasis
    | Recipient
    | Signature
)
"""What an annotation may stand for."""

_WORDED_NUMBER = re.compile(r"(?:thứ|Thứ|THỨ)?\s{0,3}\S{1,12}$")
_Given = Mapping[str, Any]


def value_of(annotation: _Given) -> Value:
    """The value an annotation stands for (giá trị của chú giải).

    A ``reference`` gives a ``Reference``, a ``section`` a ``Section`` without what stands under it, a ``target`` a
    ``Target``, a ``deadline`` a ``Deadline``, a ``campaign`` a ``CampaignMention``, an ``observance`` an
    ``ObservanceMention``, a ``task`` a ``Task``, a ``legal_basis`` a ``LegalBasis``, a ``recipient`` a ``Recipient``, a
    ``signature`` a ``Signature``; of a ``header`` the symbol gives a ``DocumentSymbol``, the date a ``PartialDate``, any other
    part a ``Passage``. The value of a reference, target, deadline, campaign or recipient equals the one annotated.

    Args:
        annotation: An annotation, as ``annotate`` or ``read_annotations`` gives it, corrected or not.

    Raises:
        DecodeError: It is no annotation; with every fault.
        InvalidValueError: Its keys say together what no such value can be, such as a reference without number and name.
        ParseError: It is a header whose symbol or date is none.

    >>> from vstbpn.reading.reading import read
    >>> from vstbpn.serialisation.annotations.writing import annotate
    >>> (one,) = annotate(read("Theo khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP."))
    >>> str(value_of({**one, "number": "31"}))
    'khoản 2 Điều 5 Nghị định số 31/2020/NĐ-CP'
    """
    given = plain(annotation)
    if faults := faults_of(given):
        raise DecodeError(faults)
    return _MAKERS[given["kind"]](given)


def _span(given: _Given) -> Span:
    return Span(given["start"], given["end"])


def _words(given: _Given) -> str:
    """The words on one line, without the mark-up of the source."""
    return clean(fold(given["text"]).text)


def _day(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)


def _passage(text: str | None) -> Passage | None:
    return None if text is None else Passage(text=text)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _reference(given: _Given) -> Reference:
    return Reference(
        type=given["type"],
        symbol=_symbol(given),
        name=given["name"],
        name_year=given["name_year"],
        qualifier=given.get("qualifier"),
        date=_day(given["date"]),
        issuer=given["issuer"],
        title=given.get("title"),
        provisions=tuple(Provision(**labels) for labels in given["provisions"]),
        raw=given["text"],
    )


def _symbol(given: _Given) -> DocumentSymbol | None:
    number, code, year = given["number"], given["code"], given["year"]
    if code is None:
        if number is not None or year is not None:
            raise InvalidValueError("symbol", str(number or year), "a number or its year needs a code, such as QĐ-TTg")
        return None
    # Lines written before the mark was told have none; the Party's codes, joined by a slash, stand after a hyphen.
    mark = given.get("mark") or ("-" if style_of(code, "", year=year is not None) is _PARTY else "/")
    style = style_of(code, mark, year=year is not None)
    if style is None:
        raise InvalidValueError(
            "symbol", f"{number or ''}{mark}{code}", "no symbol is so written: look at mark and year"
        )
    return DocumentSymbol(number=number, year=year, code=code, style=style)


_PARTY = style_of("CT/TW", "-", year=False)


def _section(given: _Given) -> Section:
    marker = given["marker"]
    # Markers are read as they stand before words, with the dot that annotations leave out.
    folded = fold(f"{marker}{'' if marker.endswith(')') else '.'} Mục").text
    read = read_marker(folded, 0, len(folded)) if marker.strip() else None
    if "style" in given:
        style = SectionStyle.of(given["style"])
    elif read is not None:
        style = read.style
    else:
        raise InvalidValueError(
            "marker", marker, "expected a marker such as II, 1.1, a), Điều 3, or the style beside it"
        )
    # What is told by its style alone, such as the goal "Mục tiêu chung", has no number.
    number = read.number if read is not None and read.style is style else _number_in(marker, style)
    return Section(
        marker=marker, style=style, number=number, level=given["level"], title=given["title"], heading=_span(given)
    )


def _number_in(marker: str, style: SectionStyle) -> str:
    bare = marker.strip(" .:/)–-")
    if style in {SectionStyle.APPENDIX, SectionStyle.GOAL} or " " in bare:
        found = _WORDED_NUMBER.search(bare) if " " in bare else None
        return found[0].strip() if found and any(map(str.isdigit, found[0])) else ""
    return bare


def _target(given: _Given) -> Target:
    unit, population = given["unit"], given.get("population")
    usual = When.EACH_YEAR if is_yearly(unit) else When.BY
    comparator = Comparator.of(given["comparator"])
    if comparator is Comparator.QUALITATIVE and population is None:
        population = _words(given)
    return Target(
        comparator=comparator,
        value=_decimal(given["value"]),
        value_max=_decimal(given["value_max"]),
        unit=unit,
        direction=Direction.of(given["direction"]) if given.get("direction") else None,
        is_change=given.get("is_change", False),
        population=population,
        year=given["year"],
        when=When.of(given["when"]) if "when" in given else usual,
        period=YearRange.parse(given["period"]) if given.get("period") else None,
        baseline=_decimal(given.get("baseline")),
        text=_words(given),
        span=_span(given),
    )


def _deadline(given: _Given) -> Deadline:
    period = given.get("period")
    return Deadline(
        due=_day(given["due"]),
        start=_day(given.get("due_from")),
        relation=Relation.of(given["relation"]),
        what=given["what"],
        who=_passage(given.get("who")),
        to_whom=_passage(given.get("to_whom")),
        period=PeriodMention(**{**period, "kind": PeriodKind.of(period["kind"])}) if period else None,
        recurring=given.get("recurring"),
        impossible=given.get("impossible", False),
        text=_words(given),
        span=_span(given),
    )


def _campaign(given: _Given) -> CampaignMention:
    start, end = _day(given["start_day"]), _day(given["end_day"])
    return CampaignMention(
        name=given["name"],
        start=start,
        end=end,
        impossible=start is None or end is None,
        text=_words(given),
        span=_span(given),
    )


def _observance(given: _Given) -> ObservanceMention:
    day = _day(given["day"])
    return ObservanceMention(
        observance=given.get("observance"),
        day=day,
        impossible=day is None,
        text=_words(given),
        span=_span(given),
    )


def _task(given: _Given) -> Task:
    return Task(text=_words(given), unit=_passage(given["unit"]), path=given["path"], span=_span(given))


def _header(given: _Given) -> Passage | DocumentSymbol | PartialDate:
    part, value = given["part"], given["value"]
    if part == "symbol":
        return DocumentSymbol.parse(value)
    return PartialDate.parse(value) if part == "date" else Passage(text=value, span=_span(given))


def _legal_basis(given: _Given) -> LegalBasis:
    kind = next(kind for kind in BasisKind if kind.vi == given["introduced_by"])
    return LegalBasis(kind=kind, text=_words(given), span=_span(given))


def _recipient(given: _Given) -> Recipient:
    return Recipient(name=given["name"], qualifier=given["qualifier"], archive=given["archive"], span=_span(given))


def _signature(given: _Given) -> Signature:
    return Signature(
        prefixes=tuple(map(SigningPrefix.of, given["prefixes"])),
        on_behalf_of=tuple(given.get("on_behalf_of", ())),
        positions=tuple(Passage(text=position) for position in given["positions"]),
        name=_passage(given["name"]),
        span=_span(given),
    )


_MAKERS: Mapping[str, Callable[[_Given], Value]] = MappingProxyType(
    {
        "reference": _reference,
        "section": _section,
        "target": _target,
        "deadline": _deadline,
        "campaign": _campaign,
        "observance": _observance,
        "task": _task,
        "header": _header,
        "legal_basis": _legal_basis,
        "recipient": _recipient,
        "signature": _signature,
    }
)
