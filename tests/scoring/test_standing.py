"""Where a group stands on its way: the change a year, the line in the year, the change still needed."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from oracle import Figure, Published, Row, Unit, World
from worlds import submission_of

from lifelong_learning.plan import load_plan
from lifelong_learning.scoring import Scoring
from lifelong_learning.scoring.standing import standings

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


def test_in_the_target_year_no_growth_is_needed_any_more() -> None:
    """No year is left to grow in; and a library that lost every visit cannot grow to any average."""
    reached = _standing(VISITS, {2020: {"library_visits": 1000}, 2030: {"library_visits": 2000}})
    nothing = _standing(VISITS, {2020: {"library_visits": 1000}, 2023: {"library_visits": 0}})
    last = _standing(VISITS, {2020: {"library_visits": 1000}, 2029: {"library_visits": 2000}})
    assert (reached.needed, nothing.needed) == (None, None)
    assert _f(nothing.yearly) == -1
    assert last.needed is not None


def test_half_a_year_of_a_flow_needs_nothing_each_year() -> None:
    """Half of the year's readers is no share of its own, so no change a year is reckoned from it."""
    figures: dict[int, dict[str, Figure]] = {
        year: {"active_users": users, "population_to_be_served": 1000}
        for year, users in ((2020, 20), (2024, 30))
    }
    assert _standing(READERS, figures, "h1").needed is None


def _published(target: str, *figures: Published) -> Standing:
    """Return where published figures stand in the last year of which there is one for the whole year."""
    submission = submission_of(PLAN, World([], list(figures)))
    year = max(figure.year for figure in figures if figure.period == "year")
    found = standings(PLAN, submission, Scoring(year), ())
    return next(standing for group, standing in found if group.target.id == target)


def test_published_figures_have_a_line_of_their_own() -> None:
    """From 4% published for 2020 to 10% in 2030; 6% in 2024 is half a point a year. A published figure of
    half a year is of another period."""
    first = Published(READERS, "province", None, None, 2020, "year", Fraction(4, 100))
    half = Published(READERS, "province", None, None, 2024, "h1", Fraction(1, 100))
    last = Published(READERS, "province", None, None, 2024, "year", Fraction(6, 100))
    found = _published(READERS, first, half, last)
    assert (_f(found.start), _f(found.expected)) == (Fraction(4, 100), Fraction(64, 1000))
    assert (_f(found.yearly), _f(found.needed)) == (Fraction(5, 1000), Fraction(4, 100) / 6)
    without = _published(READERS, half, last)
    assert (without.start, without.expected, without.yearly) == (None, None, None)
    assert _f(without.needed) == Fraction(4, 100) / 6


INTERNET = "library-free-internet"


MARKS: dict[str, dict[str, Figure]] = {
    "y": {"free_internet_access": 1}, "n": {"free_internet_access": 0}, "?": {},
}  # fmt: skip


def _practice(entered: dict[int, str]) -> Standing:
    """Return where three communes' libraries stand, each with a yes, a no or a blank cell in a year."""
    units = [
        Unit(
            "library",
            f"C{number}",
            {
                (year, "year"): Row("commune", None, "A", MARKS[marks[number]])
                for year, marks in entered.items()
            },
        )
        for number in range(3)
    ]
    found = standings(PLAN, submission_of(PLAN, World(units)), Scoring(max(entered)), ())
    return next(
        standing
        for group, standing in found
        if group.target.id == INTERNET and group.scope.level == "commune"
    )


@pytest.mark.parametrize(
    ("entered", "start", "yearly"),
    [
        ({2020: "nnn", 2022: "ynn"}, Fraction(0), Fraction(1, 6)),
        ({2020: "ynn", 2022: "yyn"}, Fraction(1, 3), Fraction(1, 6)),
        # One alone is missing in one of the years: the change may be a report that did not come.
        ({2020: "yn?", 2022: "yyy"}, Fraction(1, 3), None),
        # The same one is missing in both.
        ({2020: "nn?", 2022: "yy?"}, Fraction(0), Fraction(1, 3)),
        ({2020: "???", 2022: "yyn"}, None, None),
    ],
)
def test_a_coverage_changes_by_the_year_where_the_same_units_report(
    entered: dict[int, str], start: Fraction | None, yearly: Fraction | None
) -> None:
    """Yes of all is set against yes of all, over the years between, where the same units reported."""
    found = _practice(entered)
    assert (_f(found.start), _f(found.yearly)) == (start, yearly)


@pytest.mark.parametrize(
    ("target", "figures"),
    [
        (VISITS, {2020: {"library_visits": 8000}, 2023: {"library_visits": 9261}}),
        (VISITS, {2020: {"library_visits": 8000}, 2023: {}}),
        (
            "library-additions-growth",
            {2022: {"additions_book_copies": 5}, 2023: {"additions_book_copies": 6}},
        ),
        (
            "library-additions-growth",
            {
                year: {"additions_book_copies": copies, "additions_serial_titles": 1}
                for year, copies in ((2022, 4), (2023, 5))
            },
        ),
    ],
)
def test_a_growth_of_each_year_has_a_level_line(target: str, figures: dict[int, dict[str, Figure]]) -> None:
    """What is asked in each year is 10% from the base year on, whether there is a value or none."""
    found = _standing(target, figures)
    assert [(year, _f(figure)) for year, figure in found.path] == [
        (2020, Fraction(1, 10)),
        (2023, Fraction(1, 10)),
    ]


LIMITS = load_plan(Path(__file__).parents[1] / "limits")


@pytest.mark.parametrize(
    ("served", "needed"),
    [
        # 260% in 2024 is 0.6 above the limit of 200% in 2030: a tenth less in each of six years.
        (260, Fraction(-6, 10) / 6),
        (200, None),
        (150, None),
        (201, Fraction(-1, 100) / 6),
    ],
)
def test_a_share_above_its_limit_must_fall(served: int, needed: Fraction | None) -> None:
    """What lies above the limit of the target year is to be lost in the years left; else nothing is."""
    figures: dict[str, Figure] = {"population_to_be_served": served, "staff_total": 100}
    rows = {(2024, "year"): Row("province", None, None, figures)}
    submission = submission_of(LIMITS, World([Unit("library", "HG", rows)]))
    found = standings(LIMITS, submission, Scoring(2024), ())
    standing = next(one for group, one in found if group.target.id == "population-share")
    assert _f(standing.needed) == needed
