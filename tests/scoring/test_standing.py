"""Where a group stands on its way: the change a year, the line in the year, the change still needed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from oracle import Figure, Row, Unit, World
from worlds import submission_of

from lifelong_learning.plan import load_plan
from lifelong_learning.scoring import Scoring, standings

if TYPE_CHECKING:
    from lifelong_learning.model.scores import Exact, Standing

PLAN = load_plan("ha-giang-2030")
READERS = "library-population-reached"
VISITS = "library-visits-growth"


def _standing(target: str, figures: dict[int, dict[str, Figure]], period: str = "year") -> Standing:
    """Return where the province's library stands in the last of the years."""
    rows = {(year, period): Row("province", None, None, dict(cells)) for year, cells in figures.items()}
    submission = submission_of(PLAN, World([Unit("library", "HG", rows)]))
    found = standings(PLAN, submission, Scoring(max(figures), period), ())
    return next(standing for group, standing in found if group.target.id == target)


def _readers(figures: dict[int, int]) -> Standing:
    """Return the standing of a library with so many readers among a thousand residents."""
    return _standing(
        READERS, {y: {"active_users": n, "population_to_be_served": 1000} for y, n in figures.items()}
    )


def _f(figure: Exact | None) -> Fraction | None:
    return None if figure is None else Fraction(figure.num, figure.den)


def test_a_share_in_the_middle_of_its_way() -> None:
    """From 4% in 2020 to 10% in 2030: 4.8% in 2024 is 0.2 points a year so far, 1.6 points below the
    line's 6.4%, and leaves 5.2 points for six years."""
    found = _readers({2020: 40, 2024: 48})
    assert (_f(found.start), _f(found.expected)) == (Fraction(4, 100), Fraction(64, 1000))
    assert _f(found.yearly) == Fraction(2, 1000)
    assert _f(found.needed) == Fraction(52, 1000) / 6
    assert [(year, _f(figure)) for year, figure in found.path] == [
        (2020, Fraction(4, 100)),
        (2030, Fraction(1, 10)),
    ]


@pytest.mark.parametrize(
    ("year", "expected", "yearly", "needed"),
    [
        (2021, Fraction(46, 1000), Fraction(10, 1000), Fraction(50, 1000) / 9),
        (2025, Fraction(70, 1000), Fraction(10, 1000) / 5, Fraction(50, 1000) / 5),
        (2029, Fraction(94, 1000), Fraction(10, 1000) / 9, Fraction(50, 1000)),
        (2030, None, Fraction(10, 1000) / 10, None),
    ],
)
def test_the_change_a_year_is_over_the_years_since_the_base_year(
    year: int, expected: Fraction | None, yearly: Fraction, needed: Fraction | None
) -> None:
    """From 4% to 5% is one point over the years gone; what is missing is over the years left. In the
    target year itself no line stands and no year is left."""
    found = _readers({2020: 40, year: 50})
    assert (_f(found.expected), _f(found.yearly), _f(found.needed)) == (expected, yearly, needed)


def test_a_share_that_has_reached_its_threshold_needs_nothing_more() -> None:
    """What is reached stays on its line and needs no further change."""
    found = _readers({2020: 40, 2024: 100})
    assert (_f(found.expected), _f(found.yearly), found.needed) == (
        Fraction(64, 1000),
        Fraction(60, 1000) / 4,
        None,
    )


def test_the_base_year_itself_has_no_change() -> None:
    """In the base year no year has passed since it: no start, no path, no change."""
    found = _readers({2020: 40})
    assert (found.start, found.path, found.expected, found.yearly) == (None, (), None, None)
    assert _f(found.needed) == Fraction(60, 1000) / 10


def test_an_average_growth_tells_what_each_year_left_must_bring() -> None:
    """After 5% a year since 2020, three of ten years are gone: 1.1¹⁰ / 1.05³ in seven years."""
    found = _standing(VISITS, {2020: {"library_visits": 8000}, 2023: {"library_visits": 9261}})
    assert _f(found.yearly) == Fraction(5, 100)
    needed = _f(found.needed)
    assert needed is not None
    assert abs((1 + needed) ** 7 * Fraction(105, 100) ** 3 - Fraction(11, 10) ** 10) < Fraction(1, 10**15)
    assert (found.start, found.expected) == (None, None)
