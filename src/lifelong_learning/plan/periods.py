"""The periods of a plan: how long each is, which part of a year's flow it has, what it is usually called."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import both
from lifelong_learning.model.localised import usual_months
from lifelong_learning.plan.figures import number

if TYPE_CHECKING:
    from lifelong_learning.plan.shape import PeriodForm

_SHARES = {"year": Fraction(1), "h1": Fraction(1, 2)}
_SO_MANY_MONTHS = "m"


def usual_label(period: object) -> dict[str, str] | None:
    """Return what a period of a usual name is called; None for another."""
    if not isinstance(period, str) or usual_months(period) is None:
        return None
    counted = period.startswith(_SO_MANY_MONTHS) and period != "m1"
    label = both("target.period_m", months=period[1:]) if counted else both(f"target.period_{period}")
    return {"en": label.en, "vi": label.vi}


def share_of(period: PeriodForm) -> Fraction | None:
    """Return the part of a year's flow that is expected of a period; None where it is not said, or is no part
    of a year."""
    if period.share is None:
        return _SHARES.get(period.id)
    found = number(period.share)
    return found if isinstance(found, Fraction) and 0 < found < 1 else None


def months_of(period: PeriodForm) -> tuple[int, int] | None:
    """Return the first and last month of a period: those that it states, those of its usual name, or so many
    from January on as its share is of a year; None where that is no whole number of months."""
    if period.months is not None:
        return period.months[0], period.months[1]
    usual = usual_months(period.id)
    if usual is not None:
        return usual
    months = 12 * (share_of(period) or 0)
    return (1, int(months)) if months and months == int(months) else None
