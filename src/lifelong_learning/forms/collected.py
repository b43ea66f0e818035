"""Many forms as one workbook: every line as it was typed, and where each one came from."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from lifelong_learning.catalogue.words import word
from lifelong_learning.forms.workbook import ErrorCell, Formula, Sheet, write
from lifelong_learning.model.localised import lines_of
from lifelong_learning.model.submission import FORM_VERSION, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Lang, Plan

UNSTORED = Formula("NA()", None)
"""A formula that nobody has computed yet; a spreadsheet program shows #N/A."""
Typed = str | float | bool | datetime | date | time | timedelta | Formula | ErrorCell


class CollectedRow(NamedTuple):
    """One line: its cells by position of the column, and where it came from."""

    cells: tuple[Typed, ...]
    file: str
    sheet: str
    row: int


class Collected(Struct):
    """The lines of one sheet; `percent` tells which columns' numbers may be shares shown in percent."""

    name: str
    headers: Sequence[str]
    identity: int
    """How many of the first columns say whose line it is."""
    lines: list[CollectedRow] = field(default_factory=list)
    percent: frozenset[tuple[str, str, int]] = frozenset()
    """Lines (file, sheet, row) whose figure is shown as a percentage."""
    percent_column: int | None = None


def collected(plan: Plan, lang: Lang, sheets: Sequence[Collected]) -> bytes:
    """Return the workbook: the sheets as given, and the sheet of sources behind them."""
    drawn = [_sheet(one) for one in sheets]
    mark = Mark(plan.id, plan.sha256, FORM_VERSION)
    return write([*drawn, _sources(sheets, lang)], word("forms.collected", lang), mark)


def _sheet(one: Collected) -> Sheet:
    sheet = Sheet(one.name, [_width(header) for header in one.headers])
    sheet.frozen = (2, 3)
    sheet.repeated_rows = (1, 1)
    for col, header in enumerate(one.headers, 1):
        style = "identity_head" if col <= one.identity or col == len(one.headers) else "measure_head"
        sheet.put(1, col, header, style)
    lines = (lines_of(header, width, 1.1) for header, width in zip(one.headers, sheet.widths, strict=True))
    sheet.heights[1] = 15.0 * max(lines) + 4
    for row, line in enumerate(one.lines, 2):
        percent = line[1:] in one.percent
        for col, typed in enumerate(line.cells, 1):
            if typed != "":
                look = look_of(typed, percent=percent and col == one.percent_column)
                sheet.put(row, col, typed, look)
    return sheet


def _width(header: str) -> float:
    return max(11.0, min(34.0, max(map(len, header.split())) + 3.0), len(header) / 5)


def look_of(typed: Typed, *, percent: bool = False) -> str:
    """Return how a cell looks: a text stays text, a date a date, and what cannot be taken over stands out."""
    match typed:
        case Formula() | ErrorCell():
            return "data_fault"
        case str():
            return "data_text"
        case time() | timedelta():
            return "data_span"
        case datetime() if typed.time() != time():
            return "data_moment"
        case date():
            return "data_date"
    return "data_percent" if percent and not isinstance(typed, bool) else "data"


def _sources(sheets: Sequence[Collected], lang: Lang) -> Sheet:
    heads = ("here_sheet", "here_row", "from_file", "from_sheet", "from_row")
    sheet = Sheet(word("forms.sources", lang), [30.0, 10.0, 60.0, 30.0, 10.0])
    sheet.frozen = (2, 1)
    sheet.repeated_rows = (1, 1)
    for col, head in enumerate(heads, 1):
        sheet.put(1, col, word(f"forms.{head}", lang), "identity_head")
    at = 2
    for one in sheets:
        for row, line in enumerate(one.lines, 2):
            place: tuple[str | int, ...] = (one.name, row, line.file, line.sheet, line.row)
            for col, value in enumerate(place, 1):
                sheet.put(at, col, value, "data" if isinstance(value, int) else "data_text")
            at += 1
    return sheet
