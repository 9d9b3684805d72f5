"""Goals and targets (mục tiêu, chỉ tiêu): what is to be reached, what was observed, and whether the one meets the other."""

from vstbpn.goals.evaluation import Evaluation as Evaluation
from vstbpn.goals.evaluation import Verdict as Verdict
from vstbpn.goals.evaluation import evaluate as evaluate
from vstbpn.goals.goal import Goal as Goal
from vstbpn.goals.observation import Observation as Observation
from vstbpn.goals.observation import Sex as Sex
from vstbpn.goals.rollup import RollUp as RollUp
from vstbpn.goals.rollup import roll_up as roll_up
from vstbpn.goals.scanning import find_targets as find_targets
from vstbpn.goals.scanning import scan_targets as scan_targets
from vstbpn.goals.target import Target as Target
