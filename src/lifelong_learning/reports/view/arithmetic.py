"""A unit's value as a sum on paper: the formula with the figures of its cells, and the straight line."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, assert_never

from lifelong_learning.model.plan import IndicatorKind, Nature
from lifelong_learning.model.scores import Exact, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lifelong_learning.model.plan import Plan, Target
    from lifelong_learning.model.scores import Input, Result

    Write = Callable[[int | bool | None], str]


class Line(NamedTuple):
    """The piece of the straight line that the evaluated year falls on, and where it stands then."""

    start_year: int
    start_value: Exact
    end_year: int
    end_value: Exact
    expected: Exact


def filled_in(result: Result, inputs: Sequence[Input], year: int, write: Write) -> str:
    """Return the formula with figures for names; a missing figure is written as `write(None)`."""
    target = result.target
    now = _sum(target.numerator, inputs, year, write)
    match target.kind:
        case IndicatorKind.RATIO:
            return f"{now} / {_sum(target.denominator, inputs, year, write)}"
        case IndicatorKind.GROWTH_AVERAGE | IndicatorKind.GROWTH_YEARLY:
            return _growth(result, inputs, year, write)
        case IndicatorKind.COVERAGE:
            return now if target.at_least is None else f"{now} ≥ {target.at_least}"
        case IndicatorKind.COUNT | IndicatorKind.REPORTED:
            return now
        case kind:
            assert_never(kind)


def line(result: Result, inputs: Sequence[Input], year: int) -> Line | None:
    """Return the straight line that an unmet target not yet due was held against, where one was."""
    if result.status not in (Status.ON_TRACK, Status.BEHIND) or result.base_year is None:
        return None
    start = _value(result.target, inputs, result.base_year)
    if start is None:
        return None
    points = [(result.base_year, start), *_path(result, result.base_year)]
    for (first, low), (last, high) in pairwise(points):
        if year <= last:
            expected = low + (high - low) * Fraction(year - first, last - first)
            return Line(first, _exact(low), last, _exact(high), _exact(expected))
    return None


def halved(plan: Plan, target: Target, period: str) -> bool:
    """Tell whether a half-year is held against half of the threshold: a target over flow measures."""
    flows = (plan.measure[measure].nature is Nature.FLOW for measure in target.numerator)
    return period != "year" and bool(target.numerator) and all(flows)


def _growth(result: Result, inputs: Sequence[Input], year: int, write: Write) -> str:
    earlier = [used.year for used in inputs if used.year < year]
    base_year = result.base_year if result.base_year is not None else max(earlier, default=None)
    now = _sum(result.target.numerator, inputs, year, write)
    then = write(None) if base_year is None else _sum(result.target.numerator, inputs, base_year, write)
    years = 1 if base_year is None else year - base_year
    return f"{now} / {then} - 1" if years == 1 else f"({now} / {then})^(1/{years}) - 1"


def _sum(measures: Sequence[str], inputs: Sequence[Input], year: int, write: Write) -> str:
    parts = [
        write(figure)
        for measure in measures
        for figure in [used.value for used in inputs if (used.year, used.measure) == (year, measure)]
        or [None]
    ]
    return f"({' + '.join(parts)})" if len(parts) > 1 else parts[0] if parts else ""


def _value(target: Target, inputs: Sequence[Input], year: int) -> Fraction | None:
    """Return the value that the cells of a year give, for the kinds that a line is drawn for."""
    figures = {used.measure: used.value for used in inputs if used.year == year}
    top = [figures.get(measure) for measure in target.numerator]
    bottom = [figures.get(measure) for measure in target.denominator]
    if None in top or None in bottom:
        return None
    total = sum(figure for figure in top if figure is not None)
    if target.kind is IndicatorKind.COVERAGE:
        return Fraction(int(total >= (target.at_least or 1)))
    if target.kind is IndicatorKind.COUNT:
        return Fraction(total)
    whole = sum(figure for figure in bottom if figure is not None)
    return Fraction(total, whole) if target.kind is IndicatorKind.RATIO and whole else None


def _path(result: Result, base_year: int) -> list[tuple[int, Fraction]]:
    target = result.target
    if target.kind is IndicatorKind.COVERAGE:
        return [(target.target_year, Fraction(1))]
    scoped = next(scoped for scoped in target.scopes if scoped.scope == result.scope)
    between = [
        (threshold.since, threshold.lower)
        for threshold in scoped.thresholds
        if threshold.since is not None and base_year < threshold.since < target.target_year
    ]
    final = scoped.in_force(target.target_year, target.due)
    return between if final is None else [*between, (target.target_year, final.lower)]


def _exact(figure: Fraction) -> Exact:
    return Exact(figure.numerator, figure.denominator)
