"""Indicator values: one pure function per kind, for units and for groups.

Each returns readings: a value, or the reason why there is none. Figures are columns with one entry
per unit of the target's population.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, assert_never

from lifelong_learning.model.plan import IndicatorKind, Together
from lifelong_learning.model.scores import Exact, Reason, Status
from lifelong_learning.model.submission import INVALID, MISSING
from lifelong_learning.scoring.cohort import Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lifelong_learning.model.plan import Plan, Target
    from lifelong_learning.scoring.cohort import Population

    GroupReading = tuple["Reading", Sequence[int]]
    """A group's reading with the positions of the units that entered it."""

GROWTH_SCALE = 10**20
"""An irrational growth is held between two neighbouring multiples of 1/GROWTH_SCALE."""


class Reading(NamedTuple):
    """An indicator value, or the status and reason of having none. `base_year`: a growth's first year."""

    value: Exact | None
    base_year: int | None = None
    status: Status | None = None
    reason: str | None = None


INVALID_INPUT = Reading(None, status=Status.NOT_ASSESSABLE, reason=Reason.INVALID_INPUT)
ZERO_BASE = Reading(None, status=Status.NOT_ASSESSABLE, reason=Reason.ZERO_BASE)
ZERO_DENOMINATOR = Reading(None, status=Status.NOT_ASSESSABLE, reason=Reason.ZERO_DENOMINATOR)
NO_BASE_YEAR = Reading(None, status=Status.NOT_ASSESSABLE, reason=Reason.NO_BASE_YEAR)


def _no_data(measure: str | None) -> Reading:
    return Reading(None, status=Status.NO_DATA, reason=measure)


TAKING_OVER = (IndicatorKind.RATIO, IndicatorKind.GROWTH_AVERAGE, IndicatorKind.GROWTH_YEARLY)
"""The kinds whose earlier values are those of a unit and of the units that it took over since."""


class Figures:
    """The columns that one target needs of its population in one period.

    `as_of` is the later year from which they are looked back at: every figure is then that of a unit and
    of the units that it took over by that year. Without it the figures of the period are a unit's own,
    and only those of years before are with the units that it took over.
    """

    def __init__(
        self, plan: Plan, target: Target, people: Population, moment: Moment, as_of: int | None = None
    ) -> None:
        self.target = target
        self.people = people
        self.moment = moment
        taking = as_of is not None and target.kind in TAKING_OVER
        self._as_of = as_of if taking and as_of is not None else moment.year
        self._ordered = sorted(target.measures, key=plan.measure_order.__getitem__)
        self._scales = {name: plan.measure[name].scale for name in target.measures}
        self.above = max([self._scales[name] for name in target.numerator], default=1)
        self.below = max([self._scales[name] for name in target.denominator], default=1)

    def numerator(self, year: int) -> Sequence[int]:
        """Return the target's (first) sum in a year, same period, as a whole number of 1 / `above`."""
        return self._sums(self.target.numerator, year, self.above)

    def denominator(self, year: int) -> Sequence[int]:
        """Return what the sum is divided by, as a whole number of 1 / `below`."""
        return self._sums(self.target.denominator, year, self.below)

    def _sums(self, measures: Sequence[str], year: int, scale: int) -> Sequence[int]:
        factors = [scale // self._scales[name] for name in measures]
        return self.people.earlier(measures, Moment(year, self.moment.period), self._as_of, factors)

    def ratio(self, part: int, whole: int) -> Exact:
        """Return the ratio of two sums, as a fraction or for so many as the target says."""
        return Exact(part * self.below * (self.target.per or 1), whole * self.above)

    def first_missing(self, unit: int) -> Reading:
        """Return `no_data` with the first measure, in the plan's order, that a unit lacks."""
        for measure in self._ordered:
            if self.people.column((measure,), self.moment)[unit] == MISSING:
                return _no_data(measure)
        return INVALID_INPUT

    def missing_in_all(self, units: Sequence[int]) -> Reading:
        """Return `no_data` with the first measure that no unit of a group has, else that one lacks."""
        columns = [(m, self.people.column((m,), self.moment)) for m in self._ordered]
        for measure, column in columns:
            if all(column[unit] < 0 for unit in units):
                return _no_data(measure)
        lacking = (m for m, column in columns if any(column[unit] < 0 for unit in units))
        return _no_data(next(lacking, None))


def unit_readings(figures: Figures) -> list[Reading] | None:
    """Return every unit's reading; None for a kind that units do not have."""
    year = figures.moment.year
    match figures.target.kind:
        case IndicatorKind.RATIO:
            return _ratios(figures)
        case IndicatorKind.GROWTH_AVERAGE:
            return _growths(figures, range(figures.target.base_year, year))
        case IndicatorKind.GROWTH_YEARLY:
            return _growths(figures, range(year - 1, year))
        case IndicatorKind.COVERAGE:
            done = practice(figures)
            return _each(figures, lambda figure: Exact(int(done(figure)), 1))
        case IndicatorKind.COUNT:
            return _each(figures, lambda figure: Exact(figure, figures.above))
        case IndicatorKind.REPORTED:
            return None
        case kind:
            assert_never(kind)


def practice(figures: Figures) -> Callable[[int], bool]:
    """Return the test of a coverage: done where yes (1), or where the figure is at least so much."""
    least = (figures.target.at_least or 1) * figures.above
    return lambda figure: figure >= least


def _each(figures: Figures, value: Callable[[int], Exact]) -> list[Reading]:
    column = figures.numerator(figures.moment.year)
    return [
        Reading(value(figure)) if figure >= 0 else figures.first_missing(unit)
        for unit, figure in enumerate(column)
    ]


def _ratios(figures: Figures) -> list[Reading]:
    year = figures.moment.year
    pairs = zip(figures.numerator(year), figures.denominator(year), strict=True)
    return [
        (Reading(figures.ratio(part, whole)) if whole else ZERO_DENOMINATOR)
        if part >= 0 and whole >= 0
        else figures.first_missing(unit)
        for unit, (part, whole) in enumerate(pairs)
    ]


def _growths(figures: Figures, base_years: range) -> list[Reading]:
    """Return growth from the earliest of the base years that a unit has a figure for."""
    now = figures.numerator(figures.moment.year)
    before = [(year, figures.numerator(year)) for year in base_years]
    return [_growth(figures, unit, figure, before) for unit, figure in enumerate(now)]


def _growth(figures: Figures, unit: int, figure: int, before: Sequence[tuple[int, Sequence[int]]]) -> Reading:
    if figure == MISSING:
        return figures.first_missing(unit)
    # A base figure that an error took out is not replaced by a later year's.
    base_year, base = next(
        ((y, column[unit]) for y, column in before if column[unit] != MISSING), (0, MISSING)
    )
    if base == MISSING:
        return NO_BASE_YEAR
    return INVALID_INPUT if INVALID in (figure, base) else _growth_of(figures, figure, base, base_year)


def _growth_of(figures: Figures, figure: int, base: int, base_year: int) -> Reading:
    """Return the growth of a figure or a sum since a year."""
    if base == 0:
        return ZERO_BASE
    return Reading(average_growth(figure, base, figures.moment.year - base_year), base_year)


def group_reading(figures: Figures, units: Sequence[int]) -> GroupReading | None:
    """Return the value of a group of units (coverage apart); None where the kind has none for it."""
    year = figures.moment.year
    match figures.target.kind:
        case IndicatorKind.RATIO:
            return _group_ratio(figures, units)
        case IndicatorKind.GROWTH_AVERAGE:
            return _group_growth(figures, units, range(figures.target.base_year, year))
        case IndicatorKind.GROWTH_YEARLY:
            return _group_growth(figures, units, range(year - 1, year))
        case IndicatorKind.COUNT:
            together = figures.target.together
            return None if together is None and len(units) != 1 else _group_count(figures, units)
        case IndicatorKind.COVERAGE | IndicatorKind.REPORTED:
            return None
        case kind:
            assert_never(kind)


def _group_ratio(figures: Figures, units: Sequence[int]) -> GroupReading:
    year = figures.moment.year
    part, whole = figures.numerator(year), figures.denominator(year)
    entered = [unit for unit in units if part[unit] >= 0 and whole[unit] >= 0]
    if not entered:
        return figures.missing_in_all(units), ()
    total = sum(whole[unit] for unit in entered)
    if total == 0:
        return ZERO_DENOMINATOR, entered
    return Reading(figures.ratio(sum(part[unit] for unit in entered), total)), entered


def _group_growth(figures: Figures, units: Sequence[int], base_years: range) -> GroupReading:
    """Return matched growth: the same units on both sides, from the earliest year that any of them has."""
    now = figures.numerator(figures.moment.year)
    having = [unit for unit in units if now[unit] >= 0]
    if not having:
        return figures.missing_in_all(units), ()
    for base_year in base_years:
        base = figures.numerator(base_year)
        entered = [unit for unit in having if base[unit] >= 0]
        if entered:
            grown, total = sum(now[unit] for unit in entered), sum(base[unit] for unit in entered)
            return _growth_of(figures, grown, total, base_year), entered
    return NO_BASE_YEAR, ()


def _group_count(figures: Figures, units: Sequence[int]) -> GroupReading:
    """Return the figure of the one unit of a group, or the sum or mean of those that have one."""
    column = figures.numerator(figures.moment.year)
    entered = [unit for unit in units if column[unit] >= 0]
    if not entered:
        return figures.missing_in_all(units), ()
    units_of = len(entered) if figures.target.together is Together.MEAN else 1
    total = sum(column[unit] for unit in entered)
    return Reading(Exact(total, figures.above * units_of)), entered


def average_growth(figure: int, base: int, years: int) -> Exact:
    """Return (figure / base)^(1/years) − 1 for base > 0: the geometric mean, as the General Statistics
    Office computes an average annual growth.

    Exact where the root is a decimal of up to 20 places. Any other root is given by the middle between
    its two neighbours among the multiples of 10⁻²⁰, so that every comparison with a decimal threshold,
    and every floor, comes out as that of the root itself.
    """
    if years == 1:
        return Exact(figure - base, base)
    scaled: int = figure * GROWTH_SCALE**years
    root = _integer_root(scaled // base, years, (figure / base) ** (1 / years))
    if root**years * base == scaled:
        return Exact(root - GROWTH_SCALE, GROWTH_SCALE)
    return Exact(2 * (root - GROWTH_SCALE) + 1, 2 * GROWTH_SCALE)


def _integer_root(number: int, degree: int, near: float) -> int:
    """Return ⌊number^(1/degree)⌋ by Newton's method from a float near root / GROWTH_SCALE."""
    root = int(near * GROWTH_SCALE) + 1
    while True:
        better: int = ((degree - 1) * root + number // root ** (degree - 1)) // degree
        if abs(better - root) <= 1:
            break
        root = better
    # A step of Newton's, floored, never falls below the root.
    root = max(better, root)
    while root**degree > number:
        root -= 1
    return root
