"""Evaluations in words (diễn giải kết quả): every phrase stands in a table here, in both languages."""

import datetime
from collections.abc import Mapping
from fractions import Fraction

from vstbpn.findings import Finding
from vstbpn.goals.evaluating.evaluation import Evaluation
from vstbpn.goals.evaluating.numbers import DECIMALS, decimals_for, figure, number, with_unit
from vstbpn.goals.evaluating.verdicts import Reason
from vstbpn.goals.observing.observation import reporting_period
from vstbpn.goals.targets.target import Target
from vstbpn.goals.targets.units import RATIOS, is_count, is_part, scale_of
from vstbpn.vocabulary import Comparator, Direction, Severity, check_language

Words = Mapping[str, str]

_WORDS: Mapping[str, Words] = {
    "vi": {
        "answer": "{verdict}: {parts}",
        "compared": "{actual} so với {aim}, {margin}",
        "so far": "hiện {compared}",
        "ahead": "số liệu đến hết {period}, sau ngày đánh giá {day}: {told}",
        "figure": "số liệu là {actual}",
        "missing": "chưa đủ số liệu {stretches}",
        "coverage": "{reporting}/{expected} đơn vị báo cáo",
        "notes": "{count} lưu ý về số liệu",
        "more": "và {count} lỗi khác",
        "level": "chỉ tiêu {figure}",
        "range": "mức {low} - {high}",
        "rise": "tăng {figure}",
        "fall": "giảm {figure}",
        "%": "{number} điểm phần trăm",
        "‰": "{number} điểm phần nghìn",
    },
    "en": {
        "answer": "{verdict}: {parts}",
        "compared": "{actual} as against {aim}, {margin}",
        "so far": "so far {compared}",
        "ahead": "figures up to the end of {period}, after the day of the evaluation, {day}: {told}",
        "figure": "the figure is {actual}",
        "missing": "figures of {stretches} are incomplete",
        "coverage": "{reporting}/{expected} units have reported",
        "notes": "notes on the figures: {count}",
        "more": "and {count} more",
        "level": "a target of {figure}",
        "range": "a range of {low} to {high}",
        "rise": "a rise of {figure}",
        "fall": "a fall of {figure}",
        "%": "{number} percentage points",
        "‰": "{number} per mille points",
    },
}
"""Phrases by what they tell."""

_MARGINS: Mapping[str, Mapping[str, tuple[str, str, str]]] = {
    "vi": {
        "raise": ("còn thiếu {margin}", "vừa đủ", "vượt {margin}"),
        "lower": ("còn cao hơn {margin}", "vừa đúng mức", "thấp hơn {margin}"),
        "more": ("còn thiếu {margin}", "mới bằng mức, phải vượt mức này", "vượt {margin}"),
        "less": ("còn cao hơn {margin}", "mới bằng mức, phải thấp hơn", "thấp hơn {margin}"),
        "range": ("ra ngoài khoảng {margin}", "vừa ở giới hạn", "cách giới hạn gần nhất {margin}"),
        "about": (
            "{apart}, quá mức chênh lệch cho phép {margin}",
            "{apart}, vừa ở mức chênh lệch cho phép",
            "{apart}, trong mức chênh lệch cho phép",
        ),
    },
    "en": {
        "raise": ("short by {margin}", "just enough", "{margin} above"),
        "lower": ("too high by {margin}", "just at the limit", "{margin} below"),
        "more": ("short by {margin}", "level with it, and more is asked for", "{margin} above"),
        "less": ("too high by {margin}", "level with it, and less is asked for", "{margin} below"),
        "range": ("{margin} outside the range", "just at its limit", "{margin} inside the nearer limit"),
        "about": (
            "{apart}, {margin} outside the tolerance",
            "{apart}, just at the tolerance",
            "{apart}, within the tolerance",
        ),
    },
}
"""Margins by how the target is compared: on the wrong side, none, on the good side."""

_APART: Mapping[str, tuple[str, str, str]] = {
    "vi": ("thấp hơn {margin}", "vừa đúng mức", "cao hơn {margin}"),
    "en": ("{margin} below", "just at it", "{margin} above"),
}
"""How far a figure lies from the one it is to be near: below it, on it, above it."""

_POINT_EN = {"1 percentage points": "1 percentage point", "1 per mille points": "1 per mille point"}
_MOST_FAULTS = 3
_ALL_DECIMALS = 6


def explained(evaluation: Evaluation, language: str) -> str:
    """An evaluation in words.

    Raises:
        InvalidValueError: There are no words in that language.
    """
    check_language(language)
    words = _WORDS[language]
    parts = []
    if evaluation.reason is not None:
        parts.append(_reason(evaluation, language))
    compared = _compared(evaluation, language)
    if evaluation.is_ahead and (told := compared or reached(evaluation, language)):
        parts.append(_ahead(evaluation, told, language))
    elif compared:
        parts.append(compared if evaluation.reason is None else words["so far"].format(compared=compared))
    elif evaluation.actual is not None:
        parts.append(words["figure"].format(actual=reached(evaluation, language)))
    if evaluation.missing:
        stretches = ", ".join(period_words(stretch, language) for stretch in evaluation.missing)
        parts.append(words["missing"].format(stretches=stretches))
    if evaluation.expected and evaluation.reason is not Reason.LOW_COVERAGE:
        counts = {name: count(getattr(evaluation, name), language) for name in ("reporting", "expected")}
        parts.append(words["coverage"].format_map(counts))
    if evaluation.findings and evaluation.reason is not Reason.FAULTY_FIGURES:
        parts.append(words["notes"].format(count=count(len(evaluation.findings), language)))
    return words["answer"].format(verdict=getattr(evaluation.verdict, language), parts="; ".join(parts))


def _ahead(evaluation: Evaluation, told: str, language: str) -> str:
    """What figures tell that cannot be known in full on the day of the evaluation."""
    until, day, period = evaluation.until, evaluation.on, evaluation.period
    assert until is not None  # noqa: S101  # Narrows the type: what is ahead has all of them.
    assert day is not None  # noqa: S101  # As above.
    assert period is not None  # noqa: S101  # As above.
    last = period if reporting_period(period).end == until else f"{until.year:04}-{until.month:02}"
    return _WORDS[language]["ahead"].format(
        period=period_words(last, language), day=_day_words(day, language), told=told
    )


def _day_words(day: datetime.date, language: str) -> str:
    return f"{day.day:02}/{day.month}/{day.year}" if language == "vi" else day.isoformat()


def count(counted: int, language: str) -> str:
    """A count in words."""
    return number(Fraction(counted), language)


def period_words(period: str, language: str) -> str:
    """A period in words: English has none shorter than its id.

    >>> period_words("2025-H2", "vi"), period_words("2025-H2", "en")
    ('6 tháng cuối năm 2025', '2025-H2')
    """
    return reporting_period(period).vi if language == "vi" else period


def aim(target: Target, language: str) -> str:
    """What is to be reached, in short: "ít nhất 60%"; of a target without a figure nothing.

    >>> aim(Target.parse("không quá 115 bé trai/100 bé gái"), "vi"), aim(Target.parse("giảm ít nhất 50% số vụ"), "en")
    ('không quá 115/100', 'a fall of at least 50%')
    """
    words = _WORDS[language]
    if target.value is None:
        return ""
    shown = figure(Fraction(target.value), target.unit, language, _ALL_DECIMALS)
    if target.value_max is not None:
        low = shown
        high = figure(Fraction(target.value_max), target.unit, language, _ALL_DECIMALS)
        shown = words["range"].format(low=low, high=high)
    elif target.comparator is not Comparator.EQUAL:
        shown = f"{getattr(target.comparator, language)} {shown}"
    elif not target.is_change:
        shown = words["level"].format(figure=shown)
    return words[_move(target)].format(figure=shown) if target.is_change else shown


def reached(evaluation: Evaluation, language: str, *, is_bare: bool = False) -> str:
    """What the figures come to, with as many decimals as tell it from the target; nothing where there are none.

    Where it is to be ``is_bare`` a count has no noun.
    """
    if evaluation.actual is None:
        return ""
    decimals = DECIMALS if evaluation.margin is None else decimals_for(_as_told(evaluation.margin, evaluation.target))
    unit = evaluation.target.unit
    return _actual(evaluation, "" if is_bare and is_count(unit) else unit, language, decimals)


def _as_told(size: Fraction, target: Target) -> Fraction:
    """A figure as words tell it: what is to be a third, or another fraction, is told in percent."""
    return size * 100 / (scale_of(target.unit) or 1) if is_part(target.unit) else size


def _unit_told(unit: str) -> str:
    return "%" if is_part(unit) else unit


def _move(target: Target, *, is_back: bool = False) -> str:
    return "fall" if (target.direction is Direction.LOWER) != is_back else "rise"


def _actual(evaluation: Evaluation, unit: str, language: str, decimals: int) -> str:
    """What was reached, as the target tells it: of a change by how much it rose or fell."""
    actual, target = evaluation.actual or Fraction(0), evaluation.target
    size = _as_told(abs(actual) if target.is_change else actual, target)
    shown = figure(size, _unit_told(unit), language, decimals)
    # Less than once as much is a number of times, yet no rise, and no fall.
    if not target.is_change or not actual or (unit in RATIOS and actual < 1):
        return shown
    return _WORDS[language][_move(target, is_back=actual < 0)].format(figure=shown)


def _reason(evaluation: Evaluation, language: str) -> str:
    assert evaluation.reason is not None  # noqa: S101  # Narrows the type; the caller has asked.
    template: str = getattr(evaluation.reason, language)
    told = template.format_map(_Arguments(evaluation.args))
    if evaluation.reason is Reason.FAULTY_FIGURES:
        faults = [finding.message(language) for finding in errors_of(evaluation.findings)[: _MOST_FAULTS + 1]]
        if len(faults) > _MOST_FAULTS:
            left = len(errors_of(evaluation.findings)) - _MOST_FAULTS
            faults[_MOST_FAULTS:] = [_WORDS[language]["more"].format(count=count(left, language))]
        return ": ".join([told, "; ".join(faults)]) if faults else told
    return told


class _Arguments(dict[str, str]):
    """Arguments of a reason; one that is missing shows its name."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def errors_of(findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings that are errors."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def _compared(evaluation: Evaluation, language: str) -> str | None:
    margin, target = evaluation.margin, evaluation.target
    if margin is None:
        return None
    words = _by_sign(_MARGINS[language][_manner(evaluation)], margin)
    apart = Fraction(0) if evaluation.actual is None else evaluation.actual - Fraction(target.value or 0)
    far = _by_sign(_APART[language], apart).format(margin=_far(apart, target, language))
    return _WORDS[language]["compared"].format(
        actual=reached(evaluation, language),
        aim=aim(target, language),
        margin=words.format(margin=_far(margin, target, language), apart=far),
    )


def _by_sign(words: tuple[str, str, str], number: Fraction) -> str:
    """The words for less than 0, for 0 or for more."""
    return words[(number > 0) - (number < 0) + 1]


def _manner(evaluation: Evaluation) -> str:
    """How the margin of a target is told."""
    by_comparator = {
        Comparator.MORE_THAN: "more",
        Comparator.LESS_THAN: "less",
        Comparator.BETWEEN: "range",
        Comparator.ABOUT: "about",
    }
    lower = "lower" if evaluation.direction is Direction.LOWER else "raise"
    return by_comparator.get(evaluation.target.comparator, lower)


def _far(margin: Fraction, target: Target, language: str) -> str:
    """How far two figures lie apart, with the unit: shares lie points apart."""
    size, unit = _as_told(abs(margin), target), _unit_told(target.unit)
    written = number(size, language, decimals_for(size))
    points = _WORDS[language].get(unit)
    if unit not in {"%", "‰"} or points is None:
        return with_unit(written, unit, language)
    told = points.format(number=written)
    return _POINT_EN.get(told, told)
