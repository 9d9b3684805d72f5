"""Older plan documents as newer ones (chuyển đổi phiên bản): one step for each major version, chained.

A step takes the data of a document and gives those of the next major version. What it does not know it leaves as it is,
for the reading that follows to tell of.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

Data = dict[str, Any]
"""A JSON object."""


def migrated(data: Data, kind: str, major: int) -> Data:
    """The data of a document of a kind and major version as those of the newest.

    >>> migrated({"goals": [{"title": "Tập huấn", "qualitative": ["Đủ cán bộ"]}]}, "plan", 1)["goals"][0]["qualitative"]
    [{'comparator': 'qualitative', 'value': None, 'population': 'Đủ cán bộ', 'text': 'Đủ cán bộ'}]
    """
    while (kind, major) in _STEPS:
        data = _STEPS[kind, major](data)
        major += 1
    return data


def _plan_to_2(data: Data) -> Data:
    """Goals without a figure were texts; they are targets now, as all goals without a figure are."""
    return _with_each(data, "goals", _goal_to_2)


def _goal_to_2(goal: Data) -> Data:
    return _with_each(_with_each(goal, "targets", _target_to_2), "qualitative", _words_to_2, kind=str)


def _target_to_2(target: Data) -> Data:
    if target.get("comparator") == "=" and "value" in target and target["value"] is None:
        return {**target, "comparator": "qualitative"}
    return target


def _words_to_2(words: str) -> Data:
    return {"comparator": "qualitative", "value": None, "population": words, "text": words}


def _with_each(data: Data, key: str, change: Callable[[Any], Data], kind: type = dict) -> Data:
    """The data with each element of a kind in one of its lists changed."""
    elements = data.get(key)
    if not isinstance(elements, list):
        return data
    return {**data, key: [change(element) if type(element) is kind else element for element in elements]}


_STEPS: Mapping[tuple[str, int], Callable[[Data], Data]] = MappingProxyType({("plan", 1): _plan_to_2})
"""The step from each major version of a kind to the next."""
