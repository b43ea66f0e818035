"""Groups over several years: their results alone, and where each stands on the way to the target year."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from lifelong_learning.model.plan import Due, IndicatorKind
from lifelong_learning.model.scores import Exact, Standing
from lifelong_learning.scoring.cohort import cohorts_of
from lifelong_learning.scoring.engine import asked_of
from lifelong_learning.scoring.groups import (
    base_value,
    comparable_with_base,
    group_result,
    groups_of,
    published_figures,
)
from lifelong_learning.scoring.indicators import average_growth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.scores import GroupResult
    from lifelong_learning.model.submission import Submission
    from lifelong_learning.model.yardstick import Point, Yardstick
    from lifelong_learning.scoring.engine import Scoring
    from lifelong_learning.scoring.groups import Group


def standings(
    plan: Plan, submission: Submission, scoring: Scoring, districts: Sequence[str]
) -> list[tuple[GroupResult, Standing]]:
    """Return the result of every group, in the plan's order, with where it stands; no unit is scored."""
    cohorts = cohorts_of(plan, submission, scoring.moment, scoring.wanted)
    published = published_figures([f for f in submission.reported if scoring.wanted_figure(f)])
    return [
        (result, _standing(group, result))
        for asked in asked_of(plan, submission, cohorts, scoring)
        for group in groups_of(asked, published, districts)
        if (result := group_result(group)) is not None
    ]


def _standing(group: Group, result: GroupResult) -> Standing:
    asked, year = group.asked, group.asked.year
    if result.value is None:
        return Standing(None, _path(asked, None), None, None, None)
    value = result.value.exact
    if group.target.kind is IndicatorKind.GROWTH_AVERAGE:
        needed = _growth_needed(asked, value, result.base_year)
        return Standing(None, _path(asked, None), None, value, needed)
    if group.target.kind is IndicatorKind.GROWTH_YEARLY:
        return Standing(None, _path(asked, None), None, None, None)
    start = base_value(group, result) if year > asked.target.base_year else None
    expected = None if start is None or not asked.lined else asked.line(start).expected
    yearly = None
    if start is not None and comparable_with_base(group, result):
        yearly = Exact.of((_f(value) - _f(start)) / (year - asked.target.base_year))
    return Standing(start, _path(asked, start), expected, yearly, _points_needed(asked, value))


def _path(asked: Yardstick, start: Exact | None) -> tuple[Point, ...]:
    """Return the points that a chart draws: the straight line, or the figure of each year."""
    target, figure = asked.target, asked.bounds.asked
    if figure is None:
        return ()
    if target.due is Due.EACH_YEAR:
        return ((min(target.base_year, asked.year), figure), (asked.year, figure))
    return () if start is None else asked.points(start)


def _growth_needed(asked: Yardstick, average: Exact, base_year: int | None) -> Exact | None:
    """Return the yearly growth that brings the average to the threshold, or to the limit, in the target
    year."""
    target, figure, year = asked.target, asked.bounds.asked, asked.year
    left = target.target_year - year
    if figure is None or base_year is None or left <= 0:
        return None
    if average.num <= -average.den:
        return None
    grown = (1 + _f(average)) ** (year - base_year)
    ratio = (1 + _f(figure)) ** (target.target_year - base_year) / grown
    return average_growth(ratio.numerator, ratio.denominator, left)


def _points_needed(asked: Yardstick, value: Exact) -> Exact | None:
    """Return what a share must still gain in each year that is left, in fractions of one, or lose where it is
    above its limit; None where nothing is missing or no year is left."""
    final = asked.dated[-1][1] if asked.dated else None
    left = asked.target.target_year - asked.year
    if asked.target.due is Due.EACH_YEAR or asked.part is not None:
        return None
    if final is None or left <= 0:
        return None
    missing = _f(final) - _f(value)
    is_missing = missing < 0 if asked.bounds.at_most else missing > 0
    return Exact.of(missing / left) if is_missing else None


def _f(figure: Exact) -> Fraction:
    return Fraction(figure.num, figure.den)
