"""The cells that stand behind a result, by year and in the target's order."""

from __future__ import annotations

import pytest
from oracle import ERROR, Figure, Row, Unit, World
from worlds import submission_of

from lifelong_learning.plan import load_plan
from lifelong_learning.scoring import Evidence, Scoring, evaluate

PLAN = load_plan("ha-giang-2030")


def _inputs(
    target: str, figures: dict[int, dict[str, Figure]]
) -> list[tuple[str, int, float | None, str | None]]:
    rows = {(year, "year"): Row("province", None, None, dict(row)) for year, row in figures.items()}
    submission = submission_of(PLAN, World([Unit("library", "HG", rows)]))
    card = evaluate(PLAN, submission, Scoring(max(figures)))
    result = next(r for r in card.units[0].results if r.target.id == target)
    found = Evidence.of(card, submission).inputs(card.units[0], result)
    return [(i.measure, i.year, i.value, i.place.cell if i.place else None) for i in found]


def test_a_ratio_rests_on_its_part_and_its_whole() -> None:
    """Both cells of the year, the blank one without a value."""
    found = _inputs("staff-training", {2024: {"staff_trained": None, "staff_total": 15}})
    assert found == [("staff_trained", 2024, None, "V2"), ("staff_total", 2024, 15, "U2")]


@pytest.mark.parametrize("base", [0, ERROR, 100])
def test_a_growth_shows_the_base_figure_that_was_of_use_or_of_none(base: Figure) -> None:
    """Where the base year is blank, the later figure that took its place is shown, be it nil or an error."""
    years: dict[int, dict[str, Figure]] = {
        2020: {},
        2021: {"library_visits": base},
        2024: {"library_visits": 5},
    }
    shown = base if isinstance(base, int) else None
    assert _inputs("library-visits-growth", years) == [
        ("library_visits", 2021, shown, "J3"),
        ("library_visits", 2024, 5, "J4"),
    ]


def test_a_growth_without_any_base_shows_the_blank_of_the_base_year() -> None:
    """The cell that is to be filled in is named even though its row is not there."""
    assert _inputs("library-visits-growth", {2024: {"library_visits": 5}}) == [
        ("library_visits", 2020, None, None),
        ("library_visits", 2024, 5, "J2"),
    ]


def test_a_line_shows_the_figures_of_the_base_year() -> None:
    """A verdict by the straight line rests on the base year's cells too."""
    row: dict[str, Figure] = {"active_users": 5, "population_to_be_served": 100}
    assert [i[:3] for i in _inputs("library-population-reached", {2020: row, 2024: row})] == [
        ("active_users", 2020, 5),
        ("population_to_be_served", 2020, 100),
        ("active_users", 2024, 5),
        ("population_to_be_served", 2024, 100),
    ]
