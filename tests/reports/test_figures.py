"""Figures as they are printed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifelong_learning.model.plan import PERCENTAGES, Bilingual, Scale
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


KILOMETRES = Scale("count", Bilingual(en="km", vi="ki-lô-mét"), 1)
COUNTS = Scale("count", None, 0)
YES_NO = Scale("yes_no", None, 0)


@pytest.mark.parametrize(
    ("found", "english", "vietnamese"),
    [
        (None, "–", "–"),
        (Value(Exact(1, 1), YES_NO), "yes", "có"),
        (Value(Exact(0, 1), YES_NO), "no", "không"),
        (Value(Exact(12345, 1), COUNTS), "12,345", "12.345"),
        (Value(Exact(12345, 10), KILOMETRES), "1,234.5 km", "1.234,5 ki-lô-mét"),
        # Floored; where a figure is not to be passed, raised.
        (Value(Exact(2, 3), KILOMETRES), "0.6 km", "0,6 ki-lô-mét"),
        (Value(Exact(2, 3), KILOMETRES, up=True), "0.7 km", "0,7 ki-lô-mét"),
        (Value(Exact(2, 3), PERCENTAGES), "66.66%", "66,66%"),
        (Value(Exact(2, 3), PERCENTAGES, up=True), "66.67%", "66,67%"),
        (Value(Exact(-1, 3), PERCENTAGES), "-33.34%", "-33,34%"),
    ],
)
def test_a_value_stands_with_its_unit_in_the_language(
    found: Value | None, english: str, vietnamese: str
) -> None:
    """A yes or no in a word, an amount with its unit, a part in hundredths, a dash where there is none."""
    assert figures.value(found, "en") == english
    assert figures.value(found, "vi") == vietnamese


@pytest.mark.parametrize(
    ("figure", "english", "vietnamese"),
    [
        (0, "0", "0"),
        (231075, "231,075", "231.075"),
        (231075.0, "231,075", "231.075"),
        (1500.25, "1,500.25", "1.500,25"),
        (0.5, "0.5", "0,5"),
        (10.05, "10.05", "10,05"),
        # The least and the most that an amount of six decimals can hold.
        (0.000001, "0.000001", "0,000001"),
        (999_999_999.999999, "999,999,999.999999", "999.999.999,999999"),
        (123456789012345678.0, "123,456,789,012,345,680", "123.456.789.012.345.680"),
    ],
)
def test_a_figure_of_a_cell_keeps_its_decimals(figure: float, english: str, vietnamese: str) -> None:
    """What a cell holds is repeated with the decimals that it has, none where it is a whole number."""
    assert (figures.number(figure, "en"), figures.number(figure, "vi")) == (english, vietnamese)


@pytest.mark.parametrize(
    ("part", "english", "vietnamese"),
    [
        (Fraction(1, 2), "half", "một nửa"),
        (Fraction(3, 4), "3/4", "3/4"),
        (Fraction(1, 4), "1/4", "1/4"),
        (1, "1", "1"),
        (2, "2", "2"),
    ],
)
def test_a_part_of_the_year_is_half_or_a_fraction(
    part: Fraction | int, english: str, vietnamese: str
) -> None:
    """Half has a word; another part is written as a fraction."""
    assert (figures.share(part, "en"), figures.share(part, "vi")) == (english, vietnamese)


def test_a_figure_held_against_a_value_is_written_beside_it() -> None:
    """A threshold has the unit of the values; more decimals than two where the plan's unit has them."""
    assert figures.on_scale(Exact(1, 10), PERCENTAGES, "vi") == "10%"
    assert figures.on_scale(Exact(2, 3), PERCENTAGES, "vi") == "66,66%"
    assert figures.on_scale(Exact(2500, 1), COUNTS, "vi") == "2.500"
    assert figures.on_scale(Exact(25001, 10), KILOMETRES, "vi") == "2.500,1 ki-lô-mét"
    assert figures.on_scale(Exact(25001, 10), KILOMETRES, "en") == "2,500.1 km"
    thousandths = Scale("count", None, 3)
    assert figures.on_scale(Exact(12345, 10000), thousandths, "vi") == "1,234"


def test_growth_still_needed_is_written_in_the_language() -> None:
    """Raised at two decimals, with the language's own marks."""
    assert (figures.percent_up(Exact(1, 3), "en"), figures.percent_up(Exact(1, 3), "vi")) == (
        "33.34%",
        "33,34%",
    )


def test_no_figure_is_a_dash_and_never_nothing() -> None:
    """A score, a percentage, an attainment that is not there; an attainment below nil is not printed."""
    for lang in ("en", "vi"):
        assert figures.score(None, lang) == "–"
        assert figures.optional_percent(None, lang) == "–"
        assert figures.attained(None, lang) == "–"
        assert figures.attained(Exact(-1, 100), lang) == "–"
    assert figures.attained(Exact(0, 1), "vi") == "0%"
    assert figures.attained(Exact(1234, 1000), "vi") == "123,4%"
    assert (figures.score(Exact(2, 3), "en"), figures.score(Exact(200, 3), "vi")) == ("0.6", "66,6")


def test_a_number_stands_with_its_noun() -> None:
    """One unit, two units; the number with the language's marks."""
    assert figures.counted("report.units", 1, "en") == "1 unit"
    assert figures.counted("report.units", 12345, "en") == "12,345 units"
    assert figures.counted("report.units", 12345, "vi") == "12.345 đơn vị"
