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
settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile(
    "ci",
    max_examples=400,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],  # Whole plans take long to make on a slow machine.
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


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
