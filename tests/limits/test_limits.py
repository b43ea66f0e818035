"""Figures that are not to be passed: their cases, and the same in every report."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from lifelong_learning import evaluate, load_plan, render, summarise
from lifelong_learning.api.cases import run_cases
from lifelong_learning.catalogue import message
from lifelong_learning.model.findings import Severity
from lifelong_learning.model.plan import Threshold
from lifelong_learning.plan import check_plan

if TYPE_CHECKING:
    from lifelong_learning import Evaluation

HERE = Path(__file__).parent
HEAD = [
    "unit_code", "unit_name", "level", "district", "year", "library_visits", "library_visits_students",
    "free_internet_access", "events_talks", "population_to_be_served", "staff_total",
]  # fmt: skip


def test_every_case_passes() -> None:
    """What is written of limits comes out of the engine."""
    report = run_cases(HERE)
    assert render(report, "text").decode() == f"13 of 13 cases of {HERE} passed.\n"


def test_the_plan_has_its_limits() -> None:
    """A limit is a threshold that is not to be passed; it may be nil, and below nil for a growth."""
    scopes = [scoped for target in load_plan(HERE).targets for scoped in target.scopes]
    assert {scoped.at_most for scoped in scopes} == {True}
    assert [scoped.thresholds[0] for scoped in scopes][:3] == [
        Threshold(Fraction(5, 100)), Threshold(Fraction(3, 100), Fraction(5, 100)), Threshold(Fraction(0)),
    ]  # fmt: skip
    assert scopes[5].thresholds[0].lower == Fraction(-5, 100)


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    """One library over two years, above one limit and below the others."""
    folder = tmp_path_factory.mktemp("limits")
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Libraries"
    rows = [
        ["01", "A", "province", None, 2023, 1000, 10, "x", 4, 500, 100],
        ["01", "A", "province", None, 2024, 940, 50, "x", 4, 400, 100],
        ["02", "B", "commune", "X", 2024, 100, 0, "không", 11, 300, 100],
    ]
    for row in [HEAD, *rows]:
        sheet.append(row)
    book.save(folder / "a.xlsx")
    return evaluate(folder / "a.xlsx", plan=HERE)


def test_json_says_in_which_direction(evaluation: Evaluation) -> None:
    """Every result tells it, behind its upper figure."""
    document = json.loads(render(evaluation, "json"))
    results = [*(r for unit in document["units"] for r in unit["results"]), *document["groups"]]
    assert {result["direction"] for result in results} == {"at_most"}
    assert list(results[0])[3:6] == ["threshold", "upper", "direction"]
    (share,) = (r for r in document["units"][0]["results"] if r["target"] == "student-share")
    assert (share["status"], share["threshold"]) == ("not_met", 0.05)
    assert share["attainment"] == pytest.approx(2 - 50 / 940 / 0.05)


def test_people_read_limits_and_values_rounded_up(evaluation: Evaluation) -> None:
    """50 of 940 is 5.319… %, which never looks smaller than it is."""
    text = " ".join(render(evaluation, "text").decode().split())
    assert "≤ 5%" in text
    assert "5.32%" in text
    assert "5.31%" not in text


def test_a_summary_speaks_of_limits(evaluation: Evaluation) -> None:
    """What passes its limit is above it, in both languages."""
    paths = evaluation.request.paths
    english = " ".join(render(summarise(*paths, plan=HERE), "text", "en").decode().split())
    vietnamese = " ".join(render(summarise(*paths, plan=HERE), "text", "vi").decode().split())
    assert "5.32%, above the limit of 5%" in english
    assert "5,32%, vượt mức tối đa 5%" in vietnamese
    assert "below the target" not in english


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{level: province, at_most: -5 %}", "Nothing can be as low as -5 %, which is below zero."),
        (
            "{level: province, at_most: 5 %, threshold: 5 %}",
            "The scope has a threshold to be reached and a limit not to be passed.",
        ),
        ("{level: province}", "The entry that begins here lacks the key “threshold”."),
        ("{level: province, at_most: 5}", "The threshold must be a percentage, and “5” is none."),
        (
            "{level: province, threshold: 0 %}",
            "The threshold 0 % is not above zero, so everything would reach it.",
        ),
    ],
)
def test_limits_that_cannot_be(tmp_path: Path, written: str, said: str) -> None:
    """Each is named at its place, and nothing else is."""
    for name in ("plan.yaml", "targets.yaml"):
        text = (HERE / name).read_text("utf-8").replace("{level: province, at_most: 5 %}", written)
        (tmp_path / name).write_text(text, "utf-8")
    faults = [one for one in check_plan(tmp_path) if one.severity is Severity.ERROR]
    assert [(one.line, message(one, "en")) for one in faults] == [(9, said)]
