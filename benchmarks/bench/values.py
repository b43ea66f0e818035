"""Sound figures: whatever the seed, no row gives a finding above a note."""

from __future__ import annotations

import random
from itertools import count, islice
from typing import TYPE_CHECKING, NamedTuple

from bench.layout import AREAS, LEVELS, NO, WHOLE_YEAR, YES, SheetLayout

if TYPE_CHECKING:
    from collections.abc import Iterator

Cell = int | str | None
Row = list[Cell]
_NOTE_EVERY = 40


class Shape(NamedTuple):
    """How many rows in all three sheets, over how many years; `offset` moves the codes."""

    rows: int
    years: int
    first_year: int = 2020
    offset: int = 0
    communes_only: bool = False


# A province's year; in between; a country's decade, which ends before districts do.
SIZES = {"S": Shape(600, 1, 2024), "M": Shape(20_000, 10, 2015), "L": Shape(300_000, 10, 2015)}
SMALL_FILES = 1_000
SMALL = Shape(12, 4, 2021, communes_only=True)


def rows_of(layout: SheetLayout, position: int, shape: Shape) -> Iterator[Row]:
    """Yield the rows of one sheet, by year and then by unit."""
    total = shape.rows // 3 + (position < shape.rows % 3)
    units = -(-total // shape.years)
    rng = random.Random(f"{layout.kind} {shape.rows} {shape.offset}")
    # How large a unit is beside the others of its kind.
    bases = [0.4 + 1.6 * rng.random() for _ in range(units)]
    places = ((year, unit) for year in count() for unit in range(units))
    for year, unit in islice(places, total):
        yield _row(layout, shape, unit, year, bases[unit], rng)


def _row(layout: SheetLayout, shape: Shape, unit: int, year: int, size: float, rng: random.Random) -> Row:
    # Five per cent a year and at most seven up or down: far from a jump. The draw is common to
    # the row, so that a part never passes its whole.
    growth = size * (1 + 0.05 * year) * (0.93 + 0.14 * rng.random())
    district = unit % 11 if not shape.communes_only else shape.offset % 11
    level = _level(unit, shape)
    found: Row = []
    for column in layout.columns:
        match column.type:
            case "count":
                found.append(int(column.scale * growth))
            case "yes_no":
                found.append(YES if rng.random() < 0.8 else NO)
            case _:
                found.append(_identity(column.id, layout, shape, unit, year, level, district))
    return found


def _level(unit: int, shape: Shape) -> int:
    """Return 0 for the first unit, 1 for the eleven after it, else 2: province, district, commune."""
    if shape.communes_only:
        return 2
    return 0 if unit == 0 else 1 if unit <= 11 else 2


def _identity(
    column: str, layout: SheetLayout, shape: Shape, unit: int, year: int, level: int, district: int
) -> Cell:
    number = unit + shape.offset
    match column:
        case "unit_code":
            return f"{number:05d}"
        case "unit_name":
            return f"{layout.unit} {LEVELS[level].lower()} số {number}"
        case "level":
            return LEVELS[level]
        case "district":
            return f"Huyện {district + 1}" if level else None
        case "area":
            return AREAS[0] if number % 7 == 0 else AREAS[1]
        case "year":
            return shape.first_year + year
        case "period":
            return WHOLE_YEAR
        case _:
            return f"Giải trình {number % 97}" if (number + year) % _NOTE_EVERY == 0 else None
