"""From a value to a status: thresholds, due dates, the straight line, half-years."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from lifelong_learning.model.plan import Due, IndicatorKind, Nature
from lifelong_learning.model.scores import Bounds, Exact, Status
from lifelong_learning.model.yardstick import Yardstick
from lifelong_learning.scoring.arithmetic import ONE, ZERO, exact, quotient

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifelong_learning.model.plan import Plan, ScopedThresholds, Target
    from lifelong_learning.model.yardstick import Line, Point
    from lifelong_learning.scoring.cohort import Moment, Population


class Asked(NamedTuple):
    """A target with the units that it speaks of, and what it asks for in each of its scopes."""

    plan: Plan
    target: Target
    people: Population
    yardsticks: tuple[Yardstick, ...]


class Judgement(NamedTuple):
    """A status, and the straight line that it hangs on where it hangs on one."""

    status: Status
    line: Line | None = None


_EXCEEDED, _MET, _NOT_MET, _NO_TARGET, _PENDING = map(
    Judgement, (Status.EXCEEDED, Status.MET, Status.NOT_MET, Status.NO_TARGET, Status.PENDING)
)


def attainment(asked: Yardstick, value: Exact) -> Exact | None:
    """Return value / threshold; of a limit above nil 2 − value / limit, of one of nil nothing. A unit's
    coverage that is not asked for is attained by a unit without the practice."""
    figure = asked.bounds.asked
    if figure is None:
        return None
    if not asked.bounds.at_most:
        return quotient(value, figure)
    if asked.form == "yes_no":
        return Exact(value.den - value.num, value.den)
    if figure.num == 0:
        return None
    if figure.num < 0:
        return quotient(value._replace(num=-value.num), figure._replace(num=-figure.num))
    part = quotient(value, figure)
    return Exact(2 * part.den - part.num, part.den)


def stands_alone(asked: Yardstick, value: Exact) -> bool:
    """Tell whether the status of a value hangs on nothing else, no base year's value either."""
    figure = asked.bounds.asked
    return figure is None or asked.due or asked.half_of_flow or asked.bounds.as_good(value, figure)


def judge(asked: Yardstick, value: Exact, base_value: Callable[[], Exact | None]) -> Judgement:
    """Return the status of a value; `base_value` gives the base year's, asked for only where a straight
    line is needed."""
    figure, beyond = asked.bounds.asked, asked.bounds.beyond
    if figure is None or beyond is None:
        return _NO_TARGET
    if asked.half_of_flow:
        return _half_way(asked, value, figure)
    if asked.bounds.as_good(value, figure):
        return _MET if asked.bounds.as_good(beyond, value) else _EXCEEDED
    if asked.due:
        return _NOT_MET
    start = base_value() if asked.lined else None
    if start is None:
        return _PENDING
    line = asked.line(start)
    return Judgement(Status.ON_TRACK if asked.bounds.as_good(value, line.expected) else Status.BEHIND, line)


def _half_way(asked: Yardstick, value: Exact, figure: Exact) -> Judgement:
    """Return the status of a flow after half of a year: a threshold that is reached is met; a limit is not
    kept before the year has ended, as the flow goes on."""
    if not asked.bounds.at_most and value.at_least(figure):
        return _MET
    half = figure._replace(den=figure.den * 2)
    return Judgement(Status.ON_TRACK if asked.bounds.as_good(value, half) else Status.BEHIND)


def of_unit(asked: Yardstick) -> Yardstick:
    """Return what a single unit is held against: of a coverage whether it has the practice, threshold 1,
    or, where it is to be had by few, 0; an indicator that is watched alone has none for a unit either."""
    if asked.target.kind is not IndicatorKind.COVERAGE:
        return asked
    lower = asked.bounds.lower
    if lower is None:
        return replace(asked, form="yes_no")
    whole = ZERO if asked.bounds.at_most else ONE
    path = ((asked.target.target_year, whole),) if asked.dated else ()
    bounds, required = Bounds(whole, None, "ratio", asked.bounds.at_most), asked.bounds.as_good(lower, whole)
    return replace(asked, bounds=bounds, dated=path, form="yes_no", required=required)


def yardstick(plan: Plan, target: Target, scoped: ScopedThresholds, moment: Moment) -> Yardstick:
    """Return what a target asks for of a scope in a period."""
    form = "count" if target.kind is IndicatorKind.COUNT else "ratio"
    threshold = scoped.in_force(moment.year, target.due)
    if threshold is None:
        bounds = Bounds(None, None, form, scoped.at_most)
    else:
        upper = None if threshold.upper is None else exact(threshold.upper)
        bounds = Bounds(exact(threshold.lower), upper, form, scoped.at_most)
    return Yardstick(
        target=target,
        scope=scoped.scope,
        year=moment.year,
        period=moment.period,
        bounds=bounds,
        form=form,
        half_of_flow=moment.period != "year" and _over_flows(plan, target),
        due=target.due is Due.EACH_YEAR or moment.year >= target.target_year,
        dated=_path(target, scoped),
    )


def _over_flows(plan: Plan, target: Target) -> bool:
    """Tell whether the target's own figures grow in the course of a year."""
    return bool(target.numerator) and all(
        plan.measure[measure].nature is Nature.FLOW for measure in target.numerator
    )


def _path(target: Target, scoped: ScopedThresholds) -> tuple[Point, ...]:
    final = scoped.in_force(target.target_year, target.due)
    if final is None or target.target_year <= target.base_year:
        return ()
    between = [
        (t.since, exact(scoped.asked(t)))
        for t in scoped.thresholds
        if t.since is not None and target.base_year < t.since < target.target_year
    ]
    return (*between, (target.target_year, exact(scoped.asked(final))))
