"""Figures as they are printed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifelong_learning.model.plan import PERCENTAGES, Scale
from lifelong_learning.model.scores import Exact, Value
from lifelong_learning.reports.view import figures


@pytest.mark.parametrize(
    ("num", "den", "english", "vietnamese"),
    [
        (293152 - 198000, 198000, "48.05%", "48,05%"),
        (231075 - 199500, 199500, "15.82%", "15,82%"),
        (215029 - 185000, 185000, "16.23%", "16,23%"),
        (1, 2, "50%", "50%"),
        (-13, 100, "-13%", "-13%"),
        (-1, 30000, "-0.01%", "-0,01%"),
        (57, 100, "57%", "57%"),
        (123456, 10, "1,234,560%", "1.234.560%"),
    ],
)
def test_percentages_are_floored_in_both_languages(num: int, den: int, english: str, vietnamese: str) -> None:
    """Two decimals at most, towards minus infinity, with the language's own marks."""
    assert figures.percent(Exact(num, den), "en") == english
    assert figures.percent(Exact(num, den), "vi") == vietnamese


def _read(shown: str) -> Fraction:
    return Fraction(shown.removesuffix("%").replace(",", "")) / 100


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6))
def test_no_printed_percentage_overstates(num: int, den: int) -> None:
    """What is printed is at most the figure and less than a hundredth of a percent below it."""
    shown = _read(figures.percent(Exact(num, den), "en"))
    assert shown <= Fraction(num, den) < shown + Fraction(1, 10000)


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6))
def test_what_is_needed_is_never_understated(num: int, den: int) -> None:
    """Growth still needed is rounded up."""
    shown = _read(figures.percent_up(Exact(num, den), "en"))
    assert shown - Fraction(1, 10000) < Fraction(num, den) <= shown


@pytest.mark.parametrize(
    ("found", "other", "english", "vietnamese"),
    [
        (Value(Exact(15821, 100000), PERCENTAGES), "15%", "15.82%", "15,82%"),
        (Value(Exact(100001, 1000000), PERCENTAGES), "10%", "10.0001%", "10,0001%"),
        (Value(Exact(10**14 + 10**2, 10**15), PERCENTAGES), "10%", "10.00000000001%", "10,00000000001%"),
        # Twelve decimals are the end.
        (Value(Exact(10**16 + 1, 10**17), PERCENTAGES), "10%", "10%", "10%"),
        (Value(Exact(10, 1), Scale("count", None, 0)), "10", "10", "10"),
    ],
)
def test_a_value_beyond_a_figure_is_shown_as_another(
    found: Value, other: str, english: str, vietnamese: str
) -> None:
    """So many decimals stand there that the value is seen to lie above the figure, twelve at most."""
    assert figures.apart(found, other, "en") == english
    assert figures.apart(found, other.replace(".", ","), "vi") == vietnamese
