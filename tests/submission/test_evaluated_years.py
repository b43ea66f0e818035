"""The year that will be evaluated: one mistyped among many is seen, one that was asked for is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifelong_learning.submission import SubmissionReading

HEAD = ["unit_code", "unit_name", "level", "district", "year", "population_to_be_served"]


def units(count: int, year: int) -> list[list[object]]:
    """Return rows of so many units in a year."""
    return [[f"{n:03}", f"Thư viện {n}", "Huyện", "Đồng Văn", year, 100] for n in range(count)]


def told(reading: SubmissionReading) -> list[tuple[str, str | None]]:
    return [(found.code, found.cell) for found in reading.findings]


def test_a_mistyped_year_is_named_at_its_cell(read: Callable[..., SubmissionReading]) -> None:
    """A row of 2042 among those of 2024 is a warning at its year, and the evaluated year is doubted."""
    rows = [HEAD, *units(20, 2024), *units(1, 2042)]
    assert told(read({"Libraries": rows})) == [("YR404", None), ("YR403", "E22")]


def test_a_year_that_was_asked_for_is_no_mistake(read: Callable[..., SubmissionReading]) -> None:
    """With --year 2042 neither the year nor its few rows are doubted; with another the cell still is.

    That there are no districts any more in 2042 is told of a year that was asked for.
    """
    rows = [HEAD, *units(20, 2024), *units(1, 2042)]
    assert told(read({"Libraries": rows}, year=2042)) == [("YR405", "C22")]
    assert told(read({"Libraries": rows}, year=2024)) == [("YR403", "E22")]


def test_fewer_than_a_tenth_of_ten_units(read: Callable[..., SubmissionReading]) -> None:
    """A tenth of the units is enough, and years of nine units or fewer are not doubted."""
    assert told(read({"Libraries": [HEAD, *units(20, 2023), *units(2, 2024)]})) == []
    assert told(read({"Libraries": [HEAD, *units(20, 2023), *units(1, 2024)]})) == [("YR404", None)]
    assert told(read({"Libraries": [HEAD, *units(9, 2023)], "Reported": [
        ["target", "level", "year", "percent"], ["library-free-internet", "Huyện", 2024, 80],
    ]})) == []  # fmt: skip
