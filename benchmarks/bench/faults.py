"""Planted faults: one in every so many rows, each in a known cell with the code that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bench.layout import letters
from bench.workbook import DATE, ERROR, FRACTION, NO_STORED_VALUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.layout import Column, SheetLayout
    from bench.values import Row
    from bench.workbook import Value

# What is planted, with the code that a check must give. Numbers as text stand twice: they are the
# most common, and those that others pass over.
CODES = {
    "number_as_text": "CE207",
    "late_na": "CE202",
    "excel_error": "CE206",
    "fraction": "CE203",
    "negative": "CE204",
    "formula_without_value": "CE205",
    "part_over_whole": "RW302",
    "not_yes_no": "CE208",
    "not_a_choice": "CE209",
    "required_blank": "CE201",
    "date_for_number": "CE210",
    "unit_twice": "RW301",
}
_ORDER = (*list(CODES)[:6], "number_as_text", *list(CODES)[6:])
_IN_COUNTS: dict[str, Value] = {
    "late_na": "n/a",
    "excel_error": ERROR,
    "fraction": FRACTION,
    "negative": -3,
    "formula_without_value": NO_STORED_VALUE,
    "date_for_number": DATE,
}
_WHO = ("unit_code", "unit_name", "level", "district", "area")


class Planted(NamedTuple):
    """One fault: its kind and its cell."""

    kind: str
    sheet: str
    cell: str

    @property
    def code(self) -> str:
        """The code of the finding that names it."""
        return CODES[self.kind]


class Planter:
    """Plants a fault into every `every`-th row from row `start` on, and lists what it planted."""

    def __init__(self, every: int, start: int) -> None:
        """Begin without a fault."""
        self.planted: list[Planted] = []
        self._every = every
        self._start = start

    def sow(self, layout: SheetLayout, rows: Iterator[Row]) -> Iterator[list[Value]]:
        """Yield the rows of one sheet, some of them with a fault."""
        previous: Row = []
        for index, row in enumerate(rows):
            if index >= self._start and index % self._every == 0:
                yield self._spoil(layout, index + 2, list(row), previous)
            else:
                yield list(row)
            previous = row

    def _spoil(self, layout: SheetLayout, number: int, row: list[Value], previous: Row) -> list[Value]:
        turn = len(self.planted)
        kind = _ORDER[turn % len(_ORDER)]
        column, value = _fault(kind, layout, row, turn // len(_ORDER))
        if kind == "unit_twice":
            for identity in _WHO:
                if any(found.id == identity for found in layout.columns):
                    row[layout.position(identity)] = previous[layout.position(identity)]
        else:
            row[column] = value
        self.planted.append(Planted(kind, layout.name, f"{letters(column)}{number}"))
        return row


def _fault(kind: str, layout: SheetLayout, row: list[Value], turn: int) -> tuple[int, Value]:
    """Return the column to spoil and what stands there; columns take turns."""
    counts = [column for column in layout.columns if column.type == "count"]
    if kind in _IN_COUNTS:
        return layout.position(_one_of(counts, turn).id), _IN_COUNTS[kind]
    match kind:
        case "number_as_text":
            position = layout.position(_one_of(counts, turn).id)
            return position, str(row[position])
        case "part_over_whole":
            part = _one_of([column for column in counts if column.at_most], turn)
            whole = row[layout.position(str(part.at_most))]
            return layout.position(part.id), int(str(whole)) + 1
        case "not_yes_no":
            answers = [column for column in layout.columns if column.type == "yes_no"]
            return layout.position(_one_of(answers, turn).id), "sắp có"
        case "not_a_choice":
            return layout.position("level"), "Vùng"
        case "required_blank":
            return layout.position("unit_name"), None
        case _:
            return layout.position("unit_code"), None


def _one_of(columns: list[Column], turn: int) -> Column:
    return columns[turn % len(columns)]
