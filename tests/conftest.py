"""What all tests share: how hard Hypothesis looks, the example plans, and the corpus where there is one."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "docs" / "examples"
CORPUS = ROOT.parent / "shared" / "corpus"

# No deadline: the first example of a test pays for loading modules, and machines that run checks are of any speed.
# Examples are the same in every run, so that a run says something about the change at hand; "explore" draws new ones.
SLOW = [HealthCheck.too_slow]  # Whole plans take long to make on a slow machine.
settings.register_profile("dev", max_examples=50, deadline=None, derandomize=True, suppress_health_check=SLOW)
settings.register_profile("ci", max_examples=200, deadline=None, derandomize=True, suppress_health_check=SLOW)
settings.register_profile("explore", max_examples=1000, deadline=None, print_blob=True, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents; it is not part of this repository."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus of real documents is not there (it is not part of this repository)")
    return CORPUS


@pytest.fixture(scope="session")
def example_plans() -> Mapping[str, str]:
    """The text of every example plan by the name of its file, without the suffix."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))}


@pytest.fixture(scope="session")
def department_plan(example_plans: Mapping[str, str]) -> str:
    """The long yearly plan of a provincial department (Sở), 2024."""
    return example_plans["so-gddt-2024"]


@pytest.fixture(scope="session")
def kindergarten_plan(example_plans: Mapping[str, str]) -> str:
    """The yearly plan of a kindergarten under its commune, 2026."""
    return example_plans["truong-mam-non-2026"]


@pytest.fixture(scope="session")
def action_month_plan(example_plans: Mapping[str, str]) -> str:
    """The plan of a ward for the Action Month (Tháng hành động), 2025."""
    return example_plans["thang-hanh-dong-2025"]
