"""What a target asks for, as the formulas need it: whole numbers, due or not, the piece of the line."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.model.plan import Due, IndicatorKind
from lifelong_learning.model.scores import Bounds, Exact
from lifelong_learning.reports.view import arithmetic

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Plan, Scope, ScopedThresholds, Target
    from lifelong_learning.model.scores import Scorecard

GROWTHS = (IndicatorKind.GROWTH_AVERAGE, IndicatorKind.GROWTH_YEARLY)
ONE = Exact(1, 1)


class Segment(NamedTuple):
    """The piece of the straight line that the year falls on; `start` None: the base year's value."""

    start_year: int
    start: Exact | None
    end_year: int
    end: Exact


class Asked(NamedTuple):
    """One scope of a target in the evaluated period, for units or for groups."""

    target: Target
    scope: Scope
    year: int
    lower: Exact | None
    upper: Exact | None
    half: bool
    due: bool
    required: bool
    segment: Segment | None

    @property
    def lined(self) -> bool:
        """Tell whether what falls short is held against a straight line."""
        return self.segment is not None and not self.half and not self.due and self.lower is not None

    @property
    def powered(self) -> bool:
        """Tell whether the value is a root: an average growth."""
        return self.target.kind is IndicatorKind.GROWTH_AVERAGE


def of_unit(scorecard: Scorecard, target: Target, scope: Scope, bounds: Bounds) -> Asked:
    """Return what a target asks of a unit."""
    coverage = target.kind is IndicatorKind.COVERAGE
    asked = _asked(scorecard, target, scope, bounds, coverage=coverage)
    if not coverage or bounds.lower is None:
        return asked
    scoped = next(scoped for scoped in target.scopes if scoped.scope == scope)
    group = scoped.in_force(scorecard.year, target.due)
    return asked._replace(lower=ONE, upper=None, required=group is not None and group.lower >= 1)


def of_group(scorecard: Scorecard, target: Target, scope: Scope, bounds: Bounds) -> Asked:
    """Return what a target asks of a group."""
    return _asked(scorecard, target, scope, bounds, coverage=False)


def _asked(scorecard: Scorecard, target: Target, scope: Scope, bounds: Bounds, *, coverage: bool) -> Asked:
    plan: Plan = scorecard.plan
    year = scorecard.year
    return Asked(
        target=target,
        scope=scope,
        year=year,
        lower=None if bounds.lower is None else _reduced(bounds.lower),
        upper=None if bounds.upper is None else _reduced(bounds.upper),
        half=arithmetic.halved(plan, target, scorecard.period),
        due=target.due is Due.EACH_YEAR or year >= target.target_year,
        required=True,
        segment=_segment(target, scope, year, to_one=coverage),
    )


def _reduced(figure: Exact) -> Exact:
    from math import gcd

    common = gcd(figure.num, figure.den)
    return Exact(figure.num // common, figure.den // common)


def line_of(target: Target, scope: Scope, year: int) -> Segment | None:
    """Return the line of a published figure, whatever the kind of its target."""
    return _through(target, scope, year, to_one=False)


def _segment(target: Target, scope: Scope, year: int, *, to_one: bool) -> Segment | None:
    # An average growth has no value in its own base year, so that no line starts there.
    if target.kind is IndicatorKind.GROWTH_AVERAGE:
        return None
    return _through(target, scope, year, to_one=to_one)


def _through(target: Target, scope: Scope, year: int, *, to_one: bool) -> Segment | None:
    if year < target.base_year:
        return None
    points: list[tuple[int, Exact | None]] = [(target.base_year, None)]
    points.extend(_path(target, scope, to_one=to_one))
    for (start_year, start), (end_year, end) in pairwise(points):
        if year <= end_year and end is not None:
            return Segment(start_year, start, end_year, end)
    return None


def _path(target: Target, scope: Scope, *, to_one: bool) -> list[tuple[int, Exact]]:
    scoped = next(scoped for scoped in target.scopes if scoped.scope == scope)
    final = scoped.in_force(target.target_year, target.due)
    if final is None or target.target_year <= target.base_year:
        return []
    if to_one:
        return [(target.target_year, ONE)]
    between = [
        (t.since, Exact(t.lower.numerator, t.lower.denominator))
        for t in scoped.thresholds
        if t.since is not None and target.base_year < t.since < target.target_year
    ]
    return [*between, (target.target_year, Exact(final.lower.numerator, final.lower.denominator))]


def bounds_of(scorecard: Scorecard, target: Target, scoped: ScopedThresholds) -> Bounds:
    """Return the threshold of a scope in force in the evaluated year."""
    form = "count" if target.kind is IndicatorKind.COUNT else "ratio"
    threshold = scoped.in_force(scorecard.year, target.due)
    if threshold is None:
        return Bounds(None, None, form)
    upper = None if threshold.upper is None else Exact(*threshold.upper.as_integer_ratio())
    return Bounds(Exact(*threshold.lower.as_integer_ratio()), upper, form)
