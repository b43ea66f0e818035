"""A run that is narrowed to one unit of a sample gives it the results that it has among all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lifelong_learning import Filters, evaluate

if TYPE_CHECKING:
    from collections.abc import Sequence

DATA = Path(__file__).parents[2] / "data"
UNITS = 5
"""Units of each sample that are evaluated alone."""


@pytest.mark.parametrize(
    ("files", "register", "plan", "year"),
    [
        (["ha-giang-2020-2024.xlsx", "ha-giang-2026.xlsx"], "register-ha-giang-2026.csv", "2030", 2026),
        (["ha-giang-2020-2024.xlsx", "ha-giang-2026.xlsx"], "register-ha-giang-2026.csv", "2030", 2025),
        (["ha-giang-2024.xlsx"], "register-ha-giang-2024.csv", "2030", 2024),
        (["ha-giang-2024-mistakes.xlsx"], None, "2030", 2024),
        (["ha-giang-2015-2020.xlsx"], None, "2020", 2020),
    ],
    ids=["2026", "2025", "2024", "mistakes", "part-a"],
)
def test_a_unit_alone(files: Sequence[str], register: str | None, plan: str, year: int) -> None:
    """Results, score and completeness are the same, whatever the unit took over or had taken out."""
    paths = [DATA / name for name in files]
    listed = None if register is None else DATA / register
    every = evaluate(paths, plan=f"ha-giang-{plan}", register=listed, year=year).scorecard.units
    assert every
    for unit in every[:: max(1, len(every) // UNITS)][:UNITS]:
        filters = Filters(units=(unit.identity.code,), kinds=(unit.kind,))
        alone = evaluate(paths, plan=f"ha-giang-{plan}", register=listed, year=year, filters=filters)
        assert [one.identity for one in alone.scorecard.units] == [unit.identity]
        (found,) = alone.scorecard.units
        assert (found.results, found.score, found.completeness) == (
            unit.results, unit.score, unit.completeness,
        )  # fmt: skip
