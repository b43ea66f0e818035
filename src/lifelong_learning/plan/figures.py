"""Figures as cases write them ("10%", "16.23…%", 3/15, 125, yes) and how they are held against a result;
the periods of a plan: how long each is, which part of a year's flow it has, what it is usually called.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from lifelong_learning.catalogue.words import both
from lifelong_learning.model.localised import usual_months
from lifelong_learning.model.scores import Exact

if TYPE_CHECKING:
    from lifelong_learning.plan.shape import PeriodForm


_DECIMAL = re.compile(r"(-?)([0-9]{1,18})(?:\.([0-9]{1,18}))?(…|\.\.\.)?([  ]?%)?")
_FRACTION = re.compile(r"(-?[0-9]{1,18}) ?/ ?([0-9]{1,18})")
_SHOWN_DECIMALS = 6


class Floored(NamedTuple):
    """A figure written with "…": it holds for every value that is cut to it at so many decimals."""

    units: int
    decimals: int
    text: str


Figure: TypeAlias = Fraction | Floored


def number(written: object) -> Figure | None:
    """Return a figure; None for what is not one."""
    if isinstance(written, bool):
        return None
    if isinstance(written, int | Decimal):
        return Fraction(written)
    return _from_text(written) if isinstance(written, str) else None


def _from_text(text: str) -> Figure | None:
    parts = _FRACTION.fullmatch(text)
    if parts:
        return Fraction(int(parts[1]), int(parts[2])) if int(parts[2]) else None
    match = _DECIMAL.fullmatch(text)
    if match is None:
        return None
    sign, whole, decimals, cut, percent = match.groups()
    digits = int(f"{sign}{whole}{decimals or ''}")
    places = len(decimals or "")
    if cut:
        return Floored(digits, places + (2 if percent else 0), text)
    return Fraction(digits, 10**places) / (100 if percent else 1)


def agrees(expected: Figure, actual: Exact) -> bool:
    """Tell whether a value is the figure, or is cut to it."""
    if isinstance(expected, Floored):
        return actual.floored(expected.decimals) == expected.units
    return actual.num * expected.denominator == expected.numerator * actual.den


def percent(value: Exact | Fraction) -> str:
    """Return a fraction in percent, exact where six decimals hold it, else cut with "…"."""
    num, den = _parts(value)
    return f"{_decimal(num * 100, den)}%"


def plain(value: Exact | Fraction) -> str:
    """Return a figure as a decimal, exact where six decimals hold it, else cut with "…"."""
    return _decimal(*_parts(value))


def _parts(value: Exact | Fraction) -> tuple[int, int]:
    return (value.num, value.den) if isinstance(value, Exact) else (value.numerator, value.denominator)


def _decimal(num: int, den: int) -> str:
    scale: int = 10**_SHOWN_DECIMALS
    cut, rest = divmod(num * scale, den)
    text = f"{abs(cut) // scale}.{abs(cut) % scale:06d}"
    text = text if rest else text.rstrip("0").rstrip(".")
    return ("-" if cut < 0 else "") + text + ("…" if rest else "")


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
