"""Figures as cases write them: "10%", "16.23…%", 3/15, 125, yes; and how they are held against a result."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from lifelong_learning.model.scores import Exact

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
