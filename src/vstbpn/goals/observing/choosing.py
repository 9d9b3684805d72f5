"""Which indicator a target is held against (chọn chỉ số cho chỉ tiêu), told by the target and how it was counted."""

import re
from collections.abc import Iterable, Mapping

from vstbpn.errors import InvalidValueError, shown
from vstbpn.goals.observing.indicator import Collection, Indicator
from vstbpn.goals.observing.observation import Observation, Sex, each
from vstbpn.goals.targets.target import Target
from vstbpn.goals.targets.units import SHARES, is_share
from vstbpn.text import composed

_COUNTED = re.compile(r"(?:tổng\s+)?số\s+(?:lượng\s+)?(?P<noun>[^\W\d_]+)", re.IGNORECASE)
_UNNAMED = "đơn vị tính"
_WOMEN = re.compile(r"(?<!\w)nữ(?!\w)", re.IGNORECASE)
_MEN = re.compile(r"(?<!\w)nam(?!\w)(?!\s+Bộ(?!\w))", re.IGNORECASE)


def indicators_for(targets: Mapping[str, Target], observations: Iterable[Observation]) -> tuple[Indicator, ...]:
    """An indicator for each target with a figure, by its id.

    Where the observations of a percentage are split by sex and none has a denominator, it is the share of a sex among
    those counted: of women, unless its words speak of men alone. Such a share is of the end of a period, all else is
    summed over it. Of a change in percent ("giảm 20% số vụ") whose observations have no denominators, what is counted is
    the indicator, in its own unit. Where that is not what is meant, make the indicator with ``Indicator.of``.

    Args:
        targets: The targets, by the id their observations name, as ``Plan.numbered_targets`` has them.
        observations: What was counted.

    Raises:
        InvalidValueError: Something else was given, or an id is blank.

    >>> masters = {"3.1": Target.parse("Tỷ lệ nữ thạc sĩ đạt 50% vào năm 2025")}
    >>> counts = [Observation(indicator="3.1", unit="a", period="2025", sex=sex, numerator=5)
    ...           for sex in (Sex.FEMALE, Sex.MALE)]
    >>> indicators_for(masters, counts)[0].share_of
    Sex.FEMALE
    """
    _check(targets)
    split: set[str | None] = set()
    divided: set[str | None] = set()
    counted: set[str | None] = set()
    for observation in each(observations):
        counted.add(observation.indicator)
        if observation.denominator is not None:
            divided.add(observation.indicator)
        elif observation.sex in {Sex.FEMALE, Sex.MALE}:
            split.add(observation.indicator)
    return tuple(
        _changing(key, target)
        if target.is_change and is_share(target.unit) and composed(key) in counted - divided
        else _indicator(key, target, of_a_sex=target.unit in SHARES and composed(key) in split - divided)
        for key, target in targets.items()
        if target.value is not None
    )


def _check(targets: object) -> None:
    if not isinstance(targets, Mapping):
        raise InvalidValueError("targets", shown(targets), "expected a mapping from ids to targets")
    for key, target in targets.items():
        if not isinstance(key, str):
            raise InvalidValueError("targets", shown(key), "expected the ids of targets as keys")
        if not isinstance(target, Target):
            raise InvalidValueError("targets", shown(target), "expected values of Target")


def _indicator(key: str, target: Target, *, of_a_sex: bool) -> Indicator:
    if not of_a_sex:
        return Indicator.of(target, key)
    words = target.population or target.text
    sex = Sex.MALE if _MEN.search(words) and not _WOMEN.search(words) else Sex.FEMALE
    return Indicator.of(target, key, share_of=sex, collection=Collection.END)


def _changing(key: str, target: Target) -> Indicator:
    """The count that a target wants changed by some percent; its unit is the noun behind "số"."""
    words = target.population or target.text or key
    noun = _COUNTED.match(words)
    return Indicator(id=key, name=words, unit=noun["noun"] if noun else _UNNAMED, direction=target.direction)
