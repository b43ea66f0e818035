"""A unit's value as a sum on paper: the formula with the figures of its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from lifelong_learning.model.plan import IndicatorKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lifelong_learning.model.scores import Input, Result

    Write = Callable[[int | bool | None], str]


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
