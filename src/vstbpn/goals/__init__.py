"""Goals and targets (mục tiêu, chỉ tiêu): what is to be reached, what was observed, and whether the one meets the other.

Names are loaded when they are first used: who reads targets in prose loads no roll-up.
"""

from typing import TYPE_CHECKING

from vstbpn.lazy import loader

if TYPE_CHECKING:
    from vstbpn.goals.evaluating.evaluation import Evaluation as Evaluation
    from vstbpn.goals.evaluating.judging import evaluate as evaluate
    from vstbpn.goals.evaluating.verdicts import Reason as Reason
    from vstbpn.goals.evaluating.verdicts import Verdict as Verdict
    from vstbpn.goals.finding.scanning import find_targets as find_targets
    from vstbpn.goals.finding.scanning import scan_targets as scan_targets
    from vstbpn.goals.national.comparison import Ambition as Ambition
    from vstbpn.goals.national.comparison import NationalComparison as NationalComparison
    from vstbpn.goals.national.comparison import compare as compare
    from vstbpn.goals.national.frame import NationalFrame as NationalFrame
    from vstbpn.goals.national.strategy import NationalStrategy as NationalStrategy
    from vstbpn.goals.national.strategy import StrategyKind as StrategyKind
    from vstbpn.goals.national.target import NationalTarget as NationalTarget
    from vstbpn.goals.observing.choosing import indicators_for as indicators_for
    from vstbpn.goals.observing.columns import ObservationsError as ObservationsError
    from vstbpn.goals.observing.indicator import Collection as Collection
    from vstbpn.goals.observing.indicator import Indicator as Indicator
    from vstbpn.goals.observing.observation import Observation as Observation
    from vstbpn.goals.observing.observation import ObservationStatus as ObservationStatus
    from vstbpn.goals.observing.observation import Sex as Sex
    from vstbpn.goals.observing.rows import observations_from_rows as observations_from_rows
    from vstbpn.goals.picturing.board import ProgressBoard as ProgressBoard
    from vstbpn.goals.picturing.board import ProgressCell as ProgressCell
    from vstbpn.goals.picturing.board import ProgressColumn as ProgressColumn
    from vstbpn.goals.picturing.board import ProgressRow as ProgressRow
    from vstbpn.goals.picturing.building import progress_board as progress_board
    from vstbpn.goals.rolling.aggregate import Aggregate as Aggregate
    from vstbpn.goals.rolling.aggregate import Part as Part
    from vstbpn.goals.rolling.carrying import carry as carry
    from vstbpn.goals.rolling.rollup import RollUp as RollUp
    from vstbpn.goals.rolling.rollup import roll_up as roll_up
    from vstbpn.goals.targets.goal import Goal as Goal
    from vstbpn.goals.targets.target import Target as Target

_HOMES = {
    "Aggregate": "rolling.aggregate",
    "Ambition": "national.comparison",
    "Collection": "observing.indicator",
    "Evaluation": "evaluating.evaluation",
    "Goal": "targets.goal",
    "Indicator": "observing.indicator",
    "NationalComparison": "national.comparison",
    "NationalFrame": "national.frame",
    "NationalStrategy": "national.strategy",
    "NationalTarget": "national.target",
    "Observation": "observing.observation",
    "ObservationStatus": "observing.observation",
    "ObservationsError": "observing.columns",
    "Part": "rolling.aggregate",
    "ProgressBoard": "picturing.board",
    "ProgressCell": "picturing.board",
    "ProgressColumn": "picturing.board",
    "ProgressRow": "picturing.board",
    "Reason": "evaluating.verdicts",
    "RollUp": "rolling.rollup",
    "Sex": "observing.observation",
    "StrategyKind": "national.strategy",
    "Target": "targets.target",
    "Verdict": "evaluating.verdicts",
    "carry": "rolling.carrying",
    "compare": "national.comparison",
    "evaluate": "evaluating.judging",
    "find_targets": "finding.scanning",
    "indicators_for": "observing.choosing",
    "observations_from_rows": "observing.rows",
    "progress_board": "picturing.building",
    "roll_up": "rolling.rollup",
    "scan_targets": "finding.scanning",
}

__all__ = [
    "Aggregate",
    "Ambition",
    "Collection",
    "Evaluation",
    "Goal",
    "Indicator",
    "NationalComparison",
    "NationalFrame",
    "NationalStrategy",
    "NationalTarget",
    "Observation",
    "ObservationStatus",
    "ObservationsError",
    "Part",
    "ProgressBoard",
    "ProgressCell",
    "ProgressColumn",
    "ProgressRow",
    "Reason",
    "RollUp",
    "Sex",
    "StrategyKind",
    "Target",
    "Verdict",
    "carry",
    "compare",
    "evaluate",
    "find_targets",
    "indicators_for",
    "observations_from_rows",
    "progress_board",
    "roll_up",
    "scan_targets",
]


__getattr__ = loader(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
