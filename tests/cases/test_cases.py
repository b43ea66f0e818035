"""Cases of the engine beyond the bundled plans, run as a user runs those of a plan."""

from pathlib import Path

from lifelong_learning import render
from lifelong_learning.api.cases import run_cases

HERE = Path(__file__).parent


def test_every_case_passes() -> None:
    """What the cases of this folder say comes out of the engine."""
    report = run_cases(HERE / "plan", HERE)
    count = len(report.outcomes)
    assert render(report, "text").decode("utf-8") == f"{count} of {count} cases of {HERE / 'plan'} passed.\n"
    assert len({outcome.file for outcome in report.outcomes}) == len(list(HERE.glob("*.yaml")))
