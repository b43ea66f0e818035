"""From a value to a status: thresholds, due dates, the straight line, parts of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from lifelong_learning.model.plan import ANSWERS, PERCENTAGES, Due, IndicatorKind, Nature
from lifelong_learning.model.scores import ONE, ZERO, Bounds, Exact, Status
from lifelong_learning.model.yardstick import Lack, Yardstick

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifelong_learning.model.plan import OtherFigure, Plan, ScopedThresholds, Target
    from lifelong_learning.model.scores import GroupResult
    from lifelong_learning.model.yardstick import Line, Point
    from lifelong_learning.scoring.cohort import Moment, Population

    FigureOf = Callable[[OtherFigure], GroupResult | None]


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
    """Return value / threshold; of a limit above nil, and of a threshold below it, 2 − value / figure; of one
    of nil nothing. A unit's coverage that is not asked for is attained by a unit without the practice."""
    figure, at_most = asked.bounds.asked, asked.bounds.at_most
    if figure is None:
        return None
    if at_most and asked.form == "yes_no":
        return Exact(value.den - value.num, value.den)
    if figure.num == 0:
        return None
    part = value.over(figure) if figure.num > 0 else _turned(value).over(_turned(figure))
    return part if at_most == (figure.num < 0) else Exact(2 * part.den - part.num, part.den)


def _turned(figure: Exact) -> Exact:
    return figure._replace(num=-figure.num)


def stands_alone(asked: Yardstick, value: Exact) -> bool:
    """Tell whether the status of a value hangs on nothing else, no base year's value either."""
    figure = asked.bounds.asked
    return figure is None or asked.due or asked.part is not None or asked.bounds.as_good(value, figure)


def judge(asked: Yardstick, value: Exact, base_value: Callable[[], Exact | None]) -> Judgement:
    """Return the status of a value; `base_value` gives the base year's, asked for only where a straight
    line is needed."""
    figure, beyond = asked.bounds.asked, asked.bounds.beyond
    if figure is None or beyond is None:
        return _NO_TARGET
    by_now = asked.by_now
    if by_now is not None:
        return _part_way(asked, value, figure, by_now)
    if asked.bounds.as_good(value, figure):
        return _MET if asked.bounds.as_good(beyond, value) else _EXCEEDED
    if asked.due:
        return _NOT_MET
    start = base_value() if asked.lined else None
    if start is None:
        return _PENDING
    line = asked.line(start)
    return Judgement(Status.ON_TRACK if asked.bounds.as_good(value, line.expected) else Status.BEHIND, line)


def _part_way(asked: Yardstick, value: Exact, figure: Exact, by_now: Exact) -> Judgement:
    """Return the status of a flow in a part of a year: a threshold that is reached is met; a limit is not
    kept before the year has ended, as the flow goes on."""
    if not asked.bounds.at_most and value.at_least(figure):
        return _MET
    return Judgement(Status.ON_TRACK if asked.bounds.as_good(value, by_now) else Status.BEHIND)


def of_unit(asked: Yardstick) -> Yardstick:
    """Return what a single unit is held against: of a coverage whether it has the practice, threshold 1,
    or, where it is to be had by few, 0; an indicator that is watched alone has none for a unit either."""
    if asked.target.kind is not IndicatorKind.COVERAGE:
        return asked
    lower = asked.bounds.lower
    if lower is None:
        return replace(asked, scale=ANSWERS)
    whole = ZERO if asked.bounds.at_most else ONE
    path = ((asked.target.target_year, whole),) if asked.dated else ()
    bounds, required = (
        Bounds(whole, None, PERCENTAGES, asked.bounds.at_most),
        asked.bounds.as_good(lower, whole),
    )
    return replace(asked, bounds=bounds, dated=path, scale=ANSWERS, required=required)


def yardstick(
    plan: Plan, target: Target, scoped: ScopedThresholds, moment: Moment, figure_of: FigureOf
) -> Yardstick:
    """Return what a target asks for of a scope in a period; `figure_of` gives what a scope of another target
    came to."""
    other = None if scoped.like is None else figure_of(scoped.like)
    parted = moment.period != "year" and scoped.like is None and _over_flows(plan, target)
    return Yardstick(
        target=target,
        scope=scoped.scope,
        year=moment.year,
        period=moment.period,
        bounds=_bounds(target, scoped, moment.year, other),
        scale=target.scale,
        part=plan.period[moment.period].share if parted else None,
        due=target.due is Due.EACH_YEAR or moment.year >= target.target_year,
        dated=_path(target, scoped),
        without=None if scoped.like is None else _lack(other),
        unsettled=other is not None and other.provisional,
    )


def _bounds(target: Target, scoped: ScopedThresholds, year: int, other: GroupResult | None) -> Bounds:
    """Return the figures that a year is held against: those in force, or what a scope of another target came
    to."""
    threshold = scoped.in_force(year, target.due)
    if other is not None and other.value is not None:
        return Bounds(other.value.exact, None, target.scale, scoped.at_most)
    if threshold is None:
        return Bounds(None, None, target.scale, scoped.at_most)
    upper = None if threshold.upper is None else Exact.of(threshold.upper)
    return Bounds(Exact.of(threshold.lower), upper, target.scale, scoped.at_most)


def _lack(other: GroupResult | None) -> Lack | None:
    """Return why the figure of another target is not there; None where it is."""
    if other is None:
        return Lack(Status.NO_DATA, None)
    return Lack(other.status, other.reason) if other.value is None else None


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
        (t.since, Exact.of(scoped.asked(t)))
        for t in scoped.thresholds
        if t.since is not None and target.base_year < t.since < target.target_year
    ]
    return (*between, (target.target_year, Exact.of(scoped.asked(final))))
