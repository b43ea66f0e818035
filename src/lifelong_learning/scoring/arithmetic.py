"""Exact arithmetic on figures: quotients and growth; no rounding turns a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.scores import Exact

if TYPE_CHECKING:
    from fractions import Fraction

ONE = Exact(1, 1)
ZERO = Exact(0, 1)
GROWTH_SCALE = 10**20
"""An irrational growth is held between two neighbouring multiples of 1/GROWTH_SCALE."""


def exact(fraction: Fraction) -> Exact:
    """Return a fraction as an Exact."""
    return Exact(fraction.numerator, fraction.denominator)


def quotient(value: Exact, divisor: Exact) -> Exact:
    """Return value / divisor, for a divisor > 0."""
    return Exact(value.num * divisor.den, value.den * divisor.num)


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
    if number == 0:
        return 0
    root = int(near * GROWTH_SCALE) + 1
    while True:
        better: int = ((degree - 1) * root + number // root ** (degree - 1)) // degree
        if abs(better - root) <= 1:
            break
        root = better
    root = max(better, root)
    while root**degree > number:
        root -= 1
    while (root + 1) ** degree <= number:
        root += 1
    return root
