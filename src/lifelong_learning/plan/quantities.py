"""What the figures of a target are: percentages, or plain ones with a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from lifelong_learning.plan import shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction

Form = Literal["percent", "whole", "number"]
_MOST_DECIMALS = 6


class Quantity(NamedTuple):
    """How the thresholds of a target are written, what its figures are in, and with how many decimals they
    are shown."""

    form: Form
    unit: shape.LabelForm | None = None
    decimals: int = 2

    def like(self, other: Quantity) -> bool:
        """Tell whether a figure can be held against one of another target."""
        return (self.form == "percent") == (other.form == "percent") and self.unit == other.unit


def quantity_of(target: shape.AnyTarget, measures: Mapping[str, shape.MeasureForm]) -> Quantity:
    """Return what the figures of a target are; a measure that is not known says nothing."""
    if isinstance(target, shape.RatioTarget) and target.per is not None:
        return Quantity("number", target.unit)
    if not isinstance(target, shape.CountTarget):
        return Quantity("percent")
    return _counted(target, [measures[name] for name in target.measures if name in measures])


def _counted(target: shape.CountTarget, used: Sequence[shape.MeasureForm]) -> Quantity:
    """Return what a count or amount is: of one measure or of the sum of some; a mean has decimals."""
    decimals = max([measure.decimals or 0 for measure in used], default=0)
    unit = target.unit or common_unit(used)
    if target.together == "mean":
        return Quantity("number", unit, max(decimals, 2))
    counted = all(measure.type == "count" for measure in used)
    return Quantity("whole" if counted else "number", unit, decimals)


def common_unit(measures: Iterable[shape.MeasureForm]) -> shape.LabelForm | None:
    """Return the unit of some measures, where all have the same."""
    units = [measure.unit for measure in measures]
    return units[0] if units and all(unit == units[0] for unit in units) else None


def decimals_of(figure: Fraction) -> int:
    """Return how many decimals a figure has, up to six."""
    decimals = (n for n in range(_MOST_DECIMALS) if (figure * 10**n).denominator == 1)
    return next(decimals, _MOST_DECIMALS)
