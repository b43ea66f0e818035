"""Targets held against figures of other targets, and sums of unlike amounts: their cases."""

from pathlib import Path

from lifelong_learning import render
from lifelong_learning.api.cases import run_cases

HERE = Path(__file__).parent


def test_every_case_passes() -> None:
    """What is written of them comes out of the engine."""
    report = run_cases(HERE)
    assert render(report, "text").decode() == f"9 of 9 cases of {HERE} passed.\n"
