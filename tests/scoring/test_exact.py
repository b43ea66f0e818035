"""Exact figures: roots of growth, the straight line, what a number is in JSON."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from lifelong_learning.model.plan import PERCENTAGES, Bilingual, Scale
from lifelong_learning.model.scores import Bounds, Exact, Value
from lifelong_learning.model.yardstick import Yardstick
from lifelong_learning.plan import load_plan
from lifelong_learning.scoring.indicators import GROWTH_SCALE, average_growth

PLAN = load_plan("ha-giang-2030")
COUNTS = st.integers(0, 10**15)


@given(COUNTS, st.integers(1, 10**15), st.integers(1, 12))
@example(0, 7, 3)
@example(1, 1, 2)
@example(10**15, 1, 12)
@example(1, 10**15, 12)
@example(2, 1, 2)
@example(8, 1, 3)
def test_an_average_growth_lies_where_its_root_lies(figure: int, base: int, years: int) -> None:
    """A root of up to twenty decimals is exact; any other lies strictly between the neighbours of its root,
    midway."""
    found = average_growth(figure, base, years)
    grown, ratio = 1 + Fraction(*found), Fraction(figure, base)
    if grown**years == ratio:
        return
    low = Fraction(found.floored(20), GROWTH_SCALE) + 1
    assert low**years < ratio < (low + Fraction(1, GROWTH_SCALE)) ** years
    assert grown == low + Fraction(1, 2 * GROWTH_SCALE)


@given(st.integers(0, 10**9), st.integers(1, 10**6), st.integers(2, 10))
def test_a_root_that_is_a_decimal_is_exact(root: int, base: int, years: int) -> None:
    """A growth of root / 10^6 a year over the years comes back to the last digit."""
    figure = Fraction(root, 10**6) ** years * base
    found = average_growth(figure.numerator, figure.denominator * base, years)
    assert Fraction(*found) == Fraction(root, 10**6) - 1


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Value(Exact(6, 4), Scale("count", Bilingual("km", "km"), 1)), 1.5),
        (Value(Exact(8, 4), Scale("count", None, 0)), 2),
        (Value(Exact(0, 4), Scale("count", None, 0)), 0),
        (Value(Exact(1, 4), PERCENTAGES), 0.25),
        (Value(Exact(1, 1), Scale("yes_no", None, 0)), True),
        (Value(Exact(0, 1), Scale("yes_no", None, 0)), False),
    ],
)
def test_a_value_in_json(value: Value, plain: float) -> None:
    """A whole amount has no decimals, a share is a float, an answer is true or false."""
    assert value.plain() == plain
    assert type(value.plain()) is type(plain)


def _yardstick(year: int, *dated: tuple[int, int]) -> Yardstick:
    """Return a yardstick of a target from 2020 to 2030 whose line goes through some percentages."""
    target = PLAN.target["library-population-reached"]
    points = tuple((at, Exact(percent, 100)) for at, percent in dated)
    bounds = Bounds(points[-1][1], None, PERCENTAGES)
    return Yardstick(target, target.scopes[0].scope, year, "year", bounds, PERCENTAGES, dated=points)


@pytest.mark.parametrize(
    ("year", "before", "end", "expected"),
    [
        (2021, 2020, 2025, Fraction(8, 500)),
        (2025, 2020, 2025, Fraction(8, 100)),
        (2026, 2025, 2027, Fraction(9, 100)),
        (2027, 2025, 2027, Fraction(10, 100)),
        (2028, 2027, 2030, Fraction(11, 100)),
        (2030, 2027, 2030, Fraction(13, 100)),
    ],
)
def test_a_line_goes_from_one_dated_threshold_to_the_next(
    year: int, before: int, end: int, expected: Fraction
) -> None:
    """From nil in 2020 through 8% in 2025 and 10% in 2027 to 13% in 2030; the year of a threshold is the
    end of its piece."""
    asked = _yardstick(year, (2025, 8), (2027, 10), (2030, 13))
    start = Exact(0, 1)
    line = asked.line(start)
    assert (line.start[0], line.end[0]) == (before, end)
    assert line.start[1] == (start if before == 2020 else dict(asked.dated)[before])
    assert line.end[1] == dict(asked.dated)[end]
    assert Fraction(*line.expected) == expected
    assert line.points == ((2020, start), *asked.dated)
    assert line.base_year == 2020
    assert asked.piece() == (None if before == 2020 else line.start, line.end)


def test_what_hangs_on_no_line() -> None:
    """No line where it is due, where a part of a year is asked for, before the base year, without points."""
    asked = _yardstick(2024, (2030, 13))
    assert asked.lined
    assert not replace(asked, due=True).lined
    assert not replace(asked, part=Fraction(1, 2)).lined
    assert not replace(asked, year=2019).lined
    assert replace(asked, year=2020).lined
    assert not replace(asked, dated=()).lined
    assert not replace(asked, bounds=Bounds(None, None, PERCENTAGES)).lined
