"""Documents of older versions: each step changes what its version changed, and nothing else."""

import json
from decimal import Decimal
from typing import Any

import pytest

from vstbpn.errors import DecodeError
from vstbpn.goals.targets.target import Target
from vstbpn.serialisation.documents import from_json
from vstbpn.serialisation.migrations import migrated
from vstbpn.vocabulary import Comparator


def old(**fields: Any) -> str:  # noqa: ANN401  # JSON values of any kind.
    return json.dumps({"format": "vstbpn/plan", "version": "1.1", **fields})


class TestGoalsWithoutAFigure:
    """Version 2.0: they were texts, and are targets."""

    def test_texts_become_targets(self) -> None:
        (goal,) = from_json(
            old(goals=[{"title": "Tập huấn", "qualitative": ["Đủ cán bộ", "Đa số được tập huấn"]}])
        ).goals
        assert goal.qualitative == (
            Target(comparator=Comparator.QUALITATIVE, value=None, population="Đủ cán bộ"),
            Target(comparator=Comparator.QUALITATIVE, value=None, population="Đa số được tập huấn"),
        )
        assert [target.text for target in goal.qualitative] == ["Đủ cán bộ", "Đa số được tập huấn"]

    def test_targets_without_a_value_say_so(self) -> None:
        targets = [{"comparator": "=", "value": None, "population": "đủ cán bộ"}]
        (goal,) = from_json(old(goals=[{"title": "Tập huấn", "targets": targets}])).goals
        assert goal.targets[0].comparator is Comparator.QUALITATIVE

    def test_those_with_a_value_stay(self) -> None:
        targets = [{"comparator": "=", "value": "50", "unit": "%"}]
        (goal,) = from_json(old(goals=[{"title": "Tập huấn", "targets": targets}])).goals
        assert goal.targets == (Target(comparator=Comparator.EQUAL, value=Decimal(50), unit="%"),)

    def test_of_version_2_no_text_is_taken(self) -> None:
        text = old(goals=[{"title": "Tập huấn", "qualitative": ["Đủ cán bộ"]}]).replace('"1.1"', '"2.0"')
        with pytest.raises(DecodeError, match="/goals/0/qualitative/0: expected an object"):
            from_json(text)


class TestWhatDoesNotFit:
    """A step leaves what it does not know, and the reading tells of it."""

    @pytest.mark.parametrize(
        "fields",
        [
            {"goals": 5},
            {"goals": [5]},
            {"goals": [{"title": "A", "qualitative": 5}]},
            {"goals": [{"title": "A", "qualitative": [5]}]},
            {"goals": [{"title": "A", "qualitative": [""]}]},
            {"goals": [{"title": "A", "targets": ["a"]}]},
        ],
    )
    def test_it_is_told_with_its_place(self, fields: dict[str, Any]) -> None:
        with pytest.raises(DecodeError, match="/goals"):
            from_json(old(**fields))

    def test_data_given_are_not_changed(self) -> None:
        data = {"goals": [{"qualitative": ["Đủ cán bộ"]}]}
        migrated(data, "plan", 1)
        assert data == {"goals": [{"qualitative": ["Đủ cán bộ"]}]}

    def test_the_newest_stays(self) -> None:
        assert migrated({"goals": [{"qualitative": ["a"]}]}, "plan", 2) == {"goals": [{"qualitative": ["a"]}]}
