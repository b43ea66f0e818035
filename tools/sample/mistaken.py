"""The synthetic sample with the mistakes that clerks make, each at the cell that its list names."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import yaml

from sample import synthetic
from sample.columns import IDENTITY, sheet_columns
from sample.layout import GUIDE_SHEET, guide_sheet
from sample.xlsx import Cell, ErrorValue, Formula, Properties, Sheet, Value, address, letters, write

if TYPE_CHECKING:
    from collections.abc import Iterator

LIST = Path(__file__).with_name("mistakes-2024.yaml")
HEADER_ROW = 5
EXCEL_EPOCH = dt.date(1899, 12, 30)
STATUS = f"{synthetic.STATUS}. CỐ Ý CÓ LỖI / WITH MISTAKES ON PURPOSE"


class Mistake(TypedDict, total=False):
    """One entry of the list."""

    sheet: str
    cell: str | None
    unit: str
    year: int
    column: str
    text: str
    number: int | float
    date: dt.date
    formula: str
    error: str
    by: str
    blank: bool
    header: str
    copy_row: dict[str, int]
    total_row: dict[str, int]
    extra_sheet: str
    code: str
    severity: str
    why: str


def mistakes() -> list[Mistake]:
    """Return the list of mistakes, in the order of the file."""
    loaded: list[Mistake] = yaml.safe_load(LIST.read_text(encoding="utf-8"))
    return loaded


def build(path: Path) -> None:
    """Write the sample with every mistake of the list; ValueError where the list names a wrong cell."""
    listed = mistakes()
    sheets = synthetic.sheets()
    for mistake in listed:
        if "extra_sheet" in mistake:
            sheets.append(_extra(mistake))
            continue
        sheet = next(sheet for sheet in sheets if sheet.name == mistake["sheet"])
        made = _make(sheet, mistake)
        if made != mistake["cell"]:
            raise ValueError(f"{mistake['sheet']}: the mistake stands at {made}, not at {mistake['cell']}")
    title = "BÁO CÁO MẪU CÓ LỖI NĂM 2024"
    lines = [(f"{m['sheet']} {m['cell'] or ''}".strip(), f"{m['code']}: {m['why']}") for m in listed]
    sheets[0] = guide_sheet(title, STATUS, [("Tình trạng / Status", STATUS), *lines])
    assert sheets[0].name == GUIDE_SHEET
    properties = Properties(f"{title} / SYNTHETIC DATA", STATUS, STATUS, "synthetic data; mô phỏng; mistakes")
    write(path, sheets, properties)


def _make(sheet: Sheet, mistake: Mistake) -> str:
    """Make one mistake and return the cell at which it stands."""
    columns = _columns(sheet)
    if "header" in mistake:
        column = columns[mistake["column"]]
        sheet.put(HEADER_ROW, column, mistake["header"], sheet.rows[HEADER_ROW][column].style)
        return address(HEADER_ROW, column)
    if "total_row" in mistake:
        return _add_total(sheet, mistake["total_row"], columns)
    row = _row(sheet, mistake, columns)
    if "copy_row" in mistake:
        return _copy(sheet, row, mistake["copy_row"], columns)
    _spoil(sheet, row, columns[mistake["column"]], mistake)
    return address(row, columns[mistake["column"]])


def _columns(sheet: Sheet) -> dict[str, int]:
    kind = next(kind for kind, name in synthetic.SHEETS.items() if name == sheet.name)
    return {column.id: number for number, column in enumerate(sheet_columns(kind), start=1)}


def _row(sheet: Sheet, mistake: Mistake, columns: dict[str, int]) -> int:
    wanted = (mistake["unit"], mistake["year"], "Cả năm")
    for number, cells in sheet.rows.items():
        found = tuple(
            cells[columns[name]].value if columns[name] in cells else None
            for name in ("unit_code", "year", "period")
        )
        if found == wanted:
            return number
    raise ValueError(f"{sheet.name}: no row of {wanted}")


def _spoil(sheet: Sheet, row: int, column: int, mistake: Mistake) -> None:
    cells = sheet.rows[row]
    style = cells[column].style
    if "blank" in mistake:
        cells.pop(column)
    elif "date" in mistake:
        cells[column] = Cell((mistake["date"] - EXCEL_EPOCH).days, "date")
    else:
        # A clerk's code that turned into a number has lost its text format too.
        became_number = style == IDENTITY["unit_code"].style and "number" in mistake
        cells[column] = Cell(_typed(mistake), "year" if became_number else style)


def _typed(mistake: Mistake) -> Value:
    if "error" in mistake:
        return ErrorValue(mistake["error"], mistake["by"])
    if "formula" in mistake:
        return Formula(mistake["formula"])
    return mistake["text"] if "text" in mistake else mistake["number"]


def _copy(sheet: Sheet, row: int, changed: dict[str, int], columns: dict[str, int]) -> str:
    last = max(sheet.rows) + 1
    sheet.rows[last] = dict(sheet.rows[row])
    for name, value in changed.items():
        sheet.put(last, columns[name], value, "count")
    return address(last, columns["unit_code"])


def _add_total(sheet: Sheet, sums: dict[str, int], columns: dict[str, int]) -> str:
    """Add a row of sums; the one that starts too late is the mistake."""
    last = max(sheet.rows)
    first = min(sums.values())
    sheet.put(last + 1, columns["unit_name"], "Tổng cộng", "total")
    wrong = ""
    for name, start in sums.items():
        column = columns[name]
        letter = letters(column)
        stored = sum(_counts(sheet, column, start, last))
        sheet.put(last + 1, column, Formula(f"SUM({letter}{start}:{letter}{last})", stored), "total")
        if start != first:
            wrong = address(last + 1, column)
    return wrong


def _counts(sheet: Sheet, column: int, start: int, last: int) -> Iterator[int]:
    for row in range(start, last + 1):
        value = sheet.rows[row][column].value
        assert isinstance(value, int)
        yield value


def _extra(mistake: Mistake) -> Sheet:
    sheet = Sheet(mistake["sheet"], [90.0])
    sheet.put(1, 1, mistake["extra_sheet"])
    return sheet
