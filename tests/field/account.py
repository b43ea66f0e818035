"""The account of figures: every number on a known sheet is read, or named, or stands in a row of no unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lifelong_learning.model.findings import Finding
from lifelong_learning.model.names import fold
from lifelong_learning.submission import ReadOptions, read_submission
from lifelong_learning.submission.sheet.sections import first_header, sections
from lifelong_learning.submission.source.elements import Limits
from lifelong_learning.submission.source.workbook import open_workbook
from lifelong_learning.submission.vocabulary import SERIAL, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.submission import UnitTable
    from lifelong_learning.submission import SubmissionReading


def unaccounted(path: str, plan: Plan) -> list[str]:
    """Return the numbers of a workbook that nothing accounts for, as sheet and row and column."""
    reading = read_submission([path], plan, ReadOptions())
    opened = open_workbook(path, Limits())
    if isinstance(opened, Finding):
        return []
    with opened:
        return [
            f"{ref.name} row {row} column {col}"
            for ref in opened.sheets
            if vocabulary(plan).sheet(ref.name) in plan_kinds(plan)
            for row, col in _left(opened.grid(ref.name), ref.name, reading, plan)
        ]


def plan_kinds(plan: Plan) -> set[str]:
    """Return the ids of the kinds of unit."""
    return {kind.id for kind in plan.kinds}


def _left(grid: Any, sheet: str, reading: SubmissionReading, plan: Plan) -> Iterator[tuple[int, int]]:
    found = [one for one in reading.findings if one.sheet == sheet]
    if isinstance(grid, Finding) or any(one.code in ("SH102", "SH103", "WB003") for one in found):
        return
    kind = vocabulary(plan).sheet(sheet) or ""
    accounted = _accounted(grid, sheet, kind, reading, plan)
    cells = {(one.row, one.col) for one in found}
    columns = {one.col for one in found if one.code.startswith("SH")}
    rows = {one.row for one in found if one.code.startswith("CE")}
    no_units = {row for one in found if one.code == "RW307" for row in _rows(str(one.args["rows"]))}
    used = {row for table in _tables(sheet, reading) for row in table.rows}
    if not used and any(one.code.startswith("SH") and one.severity == "error" for one in found):
        # A column of codes or years cannot be told: the error says that of the whole sheet.
        return
    for col, column in enumerate(grid.columns, 1):
        for row, cell in enumerate(column, 1):
            if isinstance(cell, bool) or not isinstance(cell, int | float):
                continue
            named = (row, col) in cells or col in columns or row in no_units
            if not named and (row, col) not in accounted and (row in used or row not in rows):
                yield row, col


def _tables(sheet: str, reading: SubmissionReading) -> list[UnitTable]:
    """Return the tables of a sheet, of whatever kind."""
    return [
        table
        for panel in reading.submission.panels.values()
        for table in panel.tables
        if table.sheet == sheet
    ]


def _accounted(
    grid: Any, sheet: str, kind: str, reading: SubmissionReading, plan: Plan
) -> set[tuple[int, int]]:
    """Return the cells that are read, those of headers, of columns that count the rows and of those in which
    a form reckons."""
    vocab = vocabulary(plan)
    width = range(1, len(grid.columns) + 1)
    first = first_header(grid, vocab.columns[kind], vocab)
    assert first is not None
    found = {
        (row, col)
        for table in _tables(sheet, reading)
        for row in table.rows
        for col in table.columns.values()
    }
    for _, header, body in sections(grid, first, kind, vocab):
        headings = [*range(header.top, header.first), *(body.first + index for index in body.headings)]
        found.update((row, col) for row in headings for col in width)
        serial = [col for col, text in header.headers.items() if fold(text) in SERIAL]
        counted = [*serial, *header.hints]
        found.update((body.first + index, col) for index in range(body.size) for col in counted)
    found.update((row, col) for row in range(1, first.top) for col in width)
    return found


def _rows(said: str) -> Iterator[int]:
    for begin, end in re.findall(r"([0-9]+)(?:–([0-9]+))?", said):
        yield from range(int(begin), int(end or begin) + 1)
