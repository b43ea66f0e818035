"""Targets held against figures of other targets, thresholds from the base year on, sums of unlike amounts."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from lifelong_learning import Evaluation, evaluate, render
from lifelong_learning.api.cases import run_cases

HERE = Path(__file__).parent


def test_every_case_passes() -> None:
    """What is written of them comes out of the engine."""
    report = run_cases(HERE)
    assert render(report, "text").decode() == f"12 of 12 cases of {HERE} passed.\n"


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    """Libraries of three levels over two years."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Libraries"
    sheet.append(
        ["unit_code", "unit_name", "level", "district", "year", "active_users", "population_to_be_served",
         "library_visits_students", "library_visits"],
    )  # fmt: skip
    sheet.append(["01", "A", "province", None, 2020, 10, 1000, None, None])
    sheet.append(["01", "A", "province", None, 2021, 16, 1000, None, None])
    sheet.append(["02", "B", "district", "X", 2021, 60, 1000, None, None])
    sheet.append(["03", "C", "commune", "X", 2021, None, None, 1, 15])
    path = tmp_path_factory.mktemp("others") / "a.xlsx"
    book.save(path)
    return evaluate(path, plan=HERE)


def test_a_result_carries_the_line_that_it_was_judged_by(evaluation: Evaluation) -> None:
    """From 1% of its own in 2020 through 4% in 2025 to 6% in 2030: 1.6% in 2021. The threshold that counts
    from the base year is no point of the line, nor is the last one twice."""
    unit = evaluation.scorecard.units[0]
    result = next(one for one in unit.results if one.target.id == "dated")
    assert result.line is not None
    assert [(year, Fraction(*figure)) for year, figure in result.line.points] == [
        (2020, Fraction(1, 100)),
        (2025, Fraction(4, 100)),
        (2030, Fraction(6, 100)),
    ]
    assert Fraction(*result.line.expected) == Fraction(16, 1000)
    assert (result.line.start[0], result.line.end[0], result.base_year) == (2020, 2025, 2020)
    group = next(one for one in evaluation.scorecard.groups if one.target.id == "dated")
    assert (group.line, group.base_year) == (result.line, 2020)
    shares = evaluation.evidence.shares_at_start(group)
    assert [(one.unit, [used.value for used in one.inputs], one.entered) for one in shares] == [
        (unit, [10, 1000], True)
    ]


def test_a_limit_taken_from_another_target_is_a_limit_on_its_scale(evaluation: Evaluation) -> None:
    """It is not to be passed; what is held against it is rounded up for people, of a unit as of a group."""
    unit = evaluation.scorecard.units[-1]
    result = next(one for one in unit.results if one.target.id == "pupils")
    group = next(one for one in evaluation.scorecard.groups if one.target.id == "pupils")
    for found in (result, group):
        assert (found.bounds.lower, found.bounds.upper, found.bounds.at_most) == ((60, 1000), None, True)
        assert found.bounds.scale == found.target.scale
        assert found.direction == "at_most"
        assert found.value is not None
        assert (found.value.exact, found.value.up) == ((1, 15), True)
    assert "6.67%" in render(evaluation, "text").decode()
