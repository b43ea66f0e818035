"""What a result is held against: a target's threshold in a period, and the straight line to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from lifelong_learning.model.record import Shown
from lifelong_learning.model.scores import Exact

if TYPE_CHECKING:
    from fractions import Fraction

    from lifelong_learning.model.plan import Scale, Scope, Target
    from lifelong_learning.model.scores import Bounds, Status

Point = tuple[int, Exact]
"""A year and the figure that the line has in it."""


class Line(NamedTuple):
    """The straight line that a value was held against: its points from the base year's value through
    dated thresholds to the target year's, and the figure that it has in the evaluated year, `expected`.

    `start` and `end` are the two points between which the evaluated year falls.
    """

    points: tuple[Point, ...]
    start: Point
    end: Point
    expected: Exact

    @property
    def base_year(self) -> int:
        """The year that the line begins in."""
        return self.points[0][0]


class Lack(NamedTuple):
    """The status and reason of a figure that is not there."""

    status: Status
    reason: str | None


class Yardstick(Struct, frozen=True, metaclass=Shown):
    """What one scope of a target asks for in the evaluated period.

    `dated` are the points of the line behind the base year: the dated thresholds up to the target year,
    and that of the target year itself. `scale` is that of the values: a unit's coverage is yes or no, a
    group's a share. Not `required`: a unit without the practice is not held against the threshold of 1.
    `part`: flows of a part of a year are held against this part of the threshold. `due`: what falls short
    is not met. `without`: why the figure of another target that is asked for is not there, and `unsettled`
    that it may change as units of that target have not reported.
    """

    target: Target
    scope: Scope
    year: int
    period: str
    bounds: Bounds
    scale: Scale
    part: Fraction | None = None
    due: bool = False
    required: bool = True
    dated: tuple[Point, ...] = ()
    without: Lack | None = None
    unsettled: bool = False

    @property
    def form(self) -> str:
        """The form of the values."""
        return self.scale.form

    @property
    def by_now(self) -> Exact | None:
        """What flows of a part of a year are held against; None where nothing is held against a part."""
        figure, part = self.bounds.asked, self.part
        if figure is None or part is None:
            return None
        return Exact(figure.num * part.numerator, figure.den * part.denominator)

    @property
    def lined(self) -> bool:
        """Tell whether what falls short is held against a straight line, where one can begin."""
        later = self.year >= self.target.base_year
        judged_so = self.due or self.part is not None or self.bounds.lower is None
        return later and bool(self.dated) and not judged_so

    def points(self, start: Exact) -> tuple[Point, ...]:
        """Return the points of the line from a value of the base year."""
        return ((self.target.base_year, start), *self.dated)

    def piece(self) -> tuple[Point | None, Point]:
        """Return the two points between which the year falls; None for the base year's, whose value is
        the unit's or the group's own. Asked for only where there is a line."""
        at = next(number for number, (year, _) in enumerate(self.dated) if self.year <= year)
        return self.dated[at - 1] if at else None, self.dated[at]

    def line(self, start: Exact) -> Line:
        """Return the line from a value of the base year. Asked for only where there is a line."""
        before, end = self.piece()
        points = self.points(start)
        first = points[0] if before is None else before
        return Line(points, first, end, _between(first, end, self.year))


def _between(first: Point, last: Point, year: int) -> Exact:
    """Return the figure of the straight line through two points in a year."""
    (year0, low), (year1, high) = first, last
    rise = (high.num * low.den - low.num * high.den) * (year - year0)
    span = high.den * (year1 - year0)
    return Exact(low.num * span + rise, low.den * span)
