"""One sheet as it is drafted: cells, rules for what may be typed, conditions, and how it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from lifelong_learning.forms.paper.cells import FORMULA_MARKS, cell_xml
from lifelong_learning.forms.paper.styles import MARKS, style_number
from lifelong_learning.forms.paper.xml import HEAD, MAIN, escaped
from lifelong_learning.model.findings import cell_address, column_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lifelong_learning.forms.paper.cells import Value

SCALE = 60
"""Percent at which a sheet of several pages across is printed."""
_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 225


class Rule(NamedTuple):
    """What may be typed into a range.

    `kind` is list, whole or custom; `formulas` one expression, or two for the ends of a range.
    """

    cells: str
    kind: str
    formulas: tuple[str, ...]
    title: str
    message: str
    prompt: str = ""


class Condition(NamedTuple):
    """A mark that is laid over the cells for which the expression, written for the first one, holds."""

    cells: str
    expression: str
    mark: str


class Sheet(Struct):
    """One sheet. Rows and columns are 1-based; `frozen` is the first cell that moves."""

    name: str
    widths: list[float] = field(default_factory=list)
    rows: dict[int, dict[int, tuple[Value, str]]] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    frozen: tuple[int, int] = (1, 1)
    repeated_rows: tuple[int, int] | None = None
    repeated_columns: tuple[int, int] | None = None
    breaks: list[int] = field(default_factory=list)
    """Columns after which a printed page ends; without any, all columns fit across one page."""
    protected: bool = False
    tab: str | None = None

    def put(self, row: int, col: int, value: Value, style: str) -> None:
        """Set one cell."""
        self.rows.setdefault(row, {})[col] = (value, style)

    def merge(self, row1: int, col1: int, row2: int, col2: int, style: str) -> None:
        """Merge a range, its cells styled alike; the value stays that of its first cell."""
        for row in range(row1, row2 + 1):
            for col in range(col1, col2 + 1):
                self.rows.setdefault(row, {}).setdefault(col, (None, style))
        if (row1, col1) != (row2, col2):
            self.merges.append((row1, col1, row2, col2))

    @property
    def last_row(self) -> int:
        """The last row that has a cell."""
        return max(self.rows, default=1)


def sheet_xml(sheet: Sheet, string: Callable[[str], int], *, selected: bool) -> str:
    """Return the part of a sheet."""
    parts = (
        _properties(sheet),
        _view(sheet, selected=selected),
        '<sheetFormatPr defaultRowHeight="15.75"/>',
        _columns(sheet),
        f"<sheetData>{''.join(_rows(sheet, string))}</sheetData>",
        _protection(sheet),
        _merges(sheet),
        _conditions(sheet),
        _rules(sheet),
        '<pageMargins left="0.4" right="0.4" top="0.55" bottom="0.6" header="0.3" footer="0.3"/>',
        _page(sheet),
        "<headerFooter><oddHeader>&amp;R&amp;A</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter>"
        "</headerFooter>",
        _breaks(sheet),
    )
    return f'{HEAD}<worksheet xmlns="{MAIN}">{"".join(parts)}</worksheet>'


def print_titles(sheet: Sheet) -> str | None:
    """Return the rows and columns that every printed page repeats, as a name's formula."""
    quoted = sheet.name.replace("'", "''")
    parts = []
    if sheet.repeated_columns:
        first, last = map(column_letters, sheet.repeated_columns)
        parts.append(f"'{quoted}'!${first}:${last}")
    if sheet.repeated_rows:
        parts.append(f"'{quoted}'!${sheet.repeated_rows[0]}:${sheet.repeated_rows[1]}")
    return ",".join(parts) or None


def _properties(sheet: Sheet) -> str:
    tab = "" if sheet.tab is None else f'<tabColor rgb="{sheet.tab}"/>'
    fit = "" if sheet.breaks else '<pageSetUpPr fitToPage="1"/>'
    return f"<sheetPr>{tab}{fit}</sheetPr>"


def _page(sheet: Sheet) -> str:
    size = f'scale="{SCALE}" pageOrder="overThenDown"' if sheet.breaks else 'fitToHeight="0"'
    return f'<pageSetup paperSize="9" {size} orientation="landscape"/>'


def _breaks(sheet: Sheet) -> str:
    if not sheet.breaks:
        return ""
    count = len(sheet.breaks)
    items = "".join(f'<brk id="{col}" max="1048575" man="1"/>' for col in sheet.breaks)
    return f'<colBreaks count="{count}" manualBreakCount="{count}">{items}</colBreaks>'


def _view(sheet: Sheet, *, selected: bool) -> str:
    row, col = sheet.frozen
    pane = ""
    if sheet.frozen != (1, 1):
        corner = "bottomRight" if row > 1 and col > 1 else "bottomLeft" if row > 1 else "topRight"
        split = (f' xSplit="{col - 1}"' if col > 1 else "") + (f' ySplit="{row - 1}"' if row > 1 else "")
        pane = f'<pane{split} topLeftCell="{cell_address(row, col)}" activePane="{corner}" state="frozen"/>'
    chosen = ' tabSelected="1"' if selected else ""
    return (
        f'<sheetViews><sheetView showGridLines="0"{chosen} workbookViewId="0">{pane}</sheetView></sheetViews>'
    )


def _columns(sheet: Sheet) -> str:
    if not sheet.widths:
        return ""
    items = "".join(
        f'<col min="{number}" max="{number}" width="{width:g}" customWidth="1"/>'
        for number, width in enumerate(sheet.widths, 1)
    )
    return f"<cols>{items}</cols>"


def _rows(sheet: Sheet, string: Callable[[str], int]) -> Iterator[str]:
    for row in sorted(sheet.rows):
        height = sheet.heights.get(row)
        tall = "" if height is None else f' ht="{height:g}" customHeight="1"'
        cells = sheet.rows[row]
        inner = "".join(_cell(row, col, *cells[col], string) for col in sorted(cells))
        yield f'<row r="{row}"{tall}>{inner}</row>'


def _cell(row: int, col: int, value: Value, style: str, string: Callable[[str], int]) -> str:
    like_formula = type(value) is str and value.startswith(FORMULA_MARKS)
    number = style_number(style, like_formula=like_formula)
    return cell_xml(cell_address(row, col), number, value, string)


def _protection(sheet: Sheet) -> str:
    if not sheet.protected:
        return ""
    return '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0"/>'


def _merges(sheet: Sheet) -> str:
    if not sheet.merges:
        return ""
    items = "".join(
        f'<mergeCell ref="{cell_address(r1, c1)}:{cell_address(r2, c2)}"/>' for r1, c1, r2, c2 in sheet.merges
    )
    return f'<mergeCells count="{len(sheet.merges)}">{items}</mergeCells>'


def _conditions(sheet: Sheet) -> str:
    return "".join(
        f'<conditionalFormatting sqref="{condition.cells}"><cfRule type="expression" '
        f'dxfId="{MARKS.index(condition.mark)}" priority="{number}">'
        f"<formula>{escaped(condition.expression)}</formula></cfRule></conditionalFormatting>"
        for number, condition in enumerate(sheet.conditions, 1)
    )


def _rules(sheet: Sheet) -> str:
    if not sheet.rules:
        return ""
    return f'<dataValidations count="{len(sheet.rules)}">{"".join(map(_rule, sheet.rules))}</dataValidations>'


def _rule(rule: Rule) -> str:
    operator = ' operator="between"' if rule.kind == "whole" else ""
    prompt = ""
    if rule.prompt:
        prompt = f' showInputMessage="1" prompt="{escaped(_cut(rule.prompt, _LONGEST_MESSAGE))}"'
    formulas = "".join(
        f"<formula{number}>{escaped(formula)}</formula{number}>"
        for number, formula in enumerate(rule.formulas, 1)
    )
    return (
        f'<dataValidation type="{rule.kind}"{operator} allowBlank="1" showErrorMessage="1" '
        f'errorTitle="{escaped(_cut(rule.title, _LONGEST_TITLE))}" '
        f'error="{escaped(_cut(rule.message, _LONGEST_MESSAGE))}"{prompt} sqref="{rule.cells}">{formulas}'
        "</dataValidation>"
    )


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
