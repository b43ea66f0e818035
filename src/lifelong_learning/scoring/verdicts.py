"""From a value to a status: thresholds, due dates, the straight line, half-years."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning.model.plan import Due, IndicatorKind, Nature
from lifelong_learning.model.scores import Bounds, Status
from lifelong_learning.scoring.arithmetic import ONE, at_least, exact, on_line, quotient

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifelong_learning.model.plan import Plan, Scope, ScopedThresholds, Target
    from lifelong_learning.model.scores import Exact
    from lifelong_learning.scoring.cohort import Moment


class Judgement(NamedTuple):
    """A status, and the year that a straight line was drawn from where one was."""

    status: Status
    line_from: int | None = None


_EXCEEDED, _MET, _NOT_MET, _NO_TARGET = map(
    Judgement, (Status.EXCEEDED, Status.MET, Status.NOT_MET, Status.NO_TARGET)
)


class Yardstick(Struct, frozen=True):
    """What one scope of a target asks for in the evaluated period.

    `dated` are the further points of the path: (year, figure) of the dated thresholds between the
    base year and the target year, and of the target year itself. `form` is that of the values: a
    unit's coverage is yes or no, a group's a share.
    """

    target: Target
    scope: Scope
    moment: Moment
    bounds: Bounds
    half_of_flow: bool
    due: bool
    dated: tuple[tuple[int, Exact], ...]
    form: str

    def attainment(self, value: Exact) -> Exact | None:
        """Return value / threshold."""
        return None if self.bounds.lower is None else quotient(value, self.bounds.lower)

    def stands_alone(self, value: Exact) -> bool:
        """Tell whether the status of a value hangs on nothing else, no base year's value either."""
        lower = self.bounds.lower
        return lower is None or self.due or self.half_of_flow or at_least(value, lower)

    def judge(self, value: Exact, base_value: Callable[[], Exact | None]) -> Judgement:
        """Return the status of a value; `base_value` gives the base year's, asked for only where a
        straight line is needed."""
        lower, upper = self.bounds.lower, self.bounds.upper
        if lower is None:
            return _NO_TARGET
        if at_least(value, lower):
            beyond = not self.half_of_flow and value.above(upper or lower)
            return _EXCEEDED if beyond else _MET
        if self.half_of_flow:
            half = lower._replace(den=lower.den * 2)
            return Judgement(Status.ON_TRACK if at_least(value, half) else Status.BEHIND)
        return _NOT_MET if self.due else self._on_path(value, base_value)

    def _on_path(self, value: Exact, base_value: Callable[[], Exact | None]) -> Judgement:
        base_year, year = self.target.base_year, self.moment.year
        start = base_value() if year >= base_year else None
        if start is None or not self.dated:
            return Judgement(Status.PENDING)
        points = ((base_year, start), *self.dated)
        for first, second in pairwise(points):
            if year <= second[0]:
                reached = on_line(value, first, second, year)
                return Judgement(Status.ON_TRACK if reached else Status.BEHIND, base_year)
        raise AssertionError("a target that is not due ends after the evaluated year")

    def for_unit_coverage(self) -> Yardstick:
        """Return the yardstick of a single unit: it has the practice or not, threshold 1; an indicator
        that is watched alone has none for a unit either."""
        if self.bounds.lower is None:
            return replace(self, form="yes_no")
        path = ((self.target.target_year, ONE),) if self.dated else ()
        return replace(self, bounds=Bounds(ONE, None, "ratio"), dated=path, form="yes_no")


def yardstick(plan: Plan, target: Target, scoped: ScopedThresholds, moment: Moment) -> Yardstick:
    """Return what a target asks for of a scope in a period."""
    form = "count" if target.kind is IndicatorKind.COUNT else "ratio"
    threshold = scoped.in_force(moment.year, target.due)
    if threshold is None:
        bounds = Bounds(None, None, form)
    else:
        upper = None if threshold.upper is None else exact(threshold.upper)
        bounds = Bounds(exact(threshold.lower), upper, form)
    return Yardstick(
        target=target,
        scope=scoped.scope,
        moment=moment,
        bounds=bounds,
        half_of_flow=moment.period != "year" and _over_flows(plan, target),
        due=target.due is Due.EACH_YEAR or moment.year >= target.target_year,
        dated=_path(target, scoped),
        form=form,
    )


def _over_flows(plan: Plan, target: Target) -> bool:
    """Tell whether the target's own figures grow in the course of a year."""
    return bool(target.numerator) and all(
        plan.measure[measure].nature is Nature.FLOW for measure in target.numerator
    )


def _path(target: Target, scoped: ScopedThresholds) -> tuple[tuple[int, Exact], ...]:
    final = scoped.in_force(target.target_year, target.due)
    if final is None or target.target_year <= target.base_year:
        return ()
    between = [
        (t.since, exact(t.lower))
        for t in scoped.thresholds
        if t.since is not None and target.base_year < t.since < target.target_year
    ]
    return (*between, (target.target_year, exact(final.lower)))
