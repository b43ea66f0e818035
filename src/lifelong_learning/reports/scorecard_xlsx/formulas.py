"""Pieces of formulas that Excel 2016, LibreOffice and WPS all know.

Comparisons are of cross-multiplied whole numbers, exact while each side is below 10^14; beyond it the
two sides are compared at 12 digits, which is less than any spreadsheet holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.findings import column_letters
from lifelong_learning.model.scores import Reason, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.yardstick import Yardstick
    from lifelong_learning.reports.scorecard_xlsx.paper import Cell

Key = str | tuple[str, int]


class Columns:
    """The keys of a sheet's columns in order; the first `shown` are not folded away."""

    def __init__(self, shown: Sequence[str], working: Sequence[Key]) -> None:
        self.keys: tuple[Key, ...] = (*shown, *working)
        self.shown = len(shown)
        self._at = {key: number for number, key in enumerate(self.keys, 1)}

    def letters(self, key: Key) -> str:
        """Return a column's letters."""
        return column_letters(self._at[key])

    def cell(self, key: Key, row: int) -> str:
        """Return the cell of a column in a row; its column is fixed."""
        return f"${self.letters(key)}{row}"

    def range(self, key: Key, first: int, last: int) -> str:
        """Return the cells of a column between two rows."""
        letters = self.letters(key)
        return f"${letters}${first}:${letters}${last}"

    def across(self, first: Key, last: Key, row: int, *, fixed: bool = False) -> str:
        """Return the cells of a row between two columns."""
        mark = "$" if fixed else ""
        return f"${self.letters(first)}{mark}{row}:${self.letters(last)}{mark}{row}"

    def row(self, cells: dict[Key, Cell]) -> list[Cell]:
        """Return the cells of one row in order; a column without one stays empty, ruled where it is shown."""
        ruled: Cell = (None, "text")
        nothing: Cell = (None, "")
        empty = [ruled] * self.shown + [nothing] * (len(self.keys) - self.shown)
        return [cells.get(key, blank) for key, blank in zip(self.keys, empty, strict=True)]


NEVER = 9999
"""A year beyond all: no base year was found."""


def text(value: str) -> str:
    """Return a text as formulas write it."""
    return '"' + value.replace('"', '""') + '"'


def compared(left: str, sign: str, right: str) -> str:
    """Return the test `left sign right` of two expressions."""
    larger = f"MAX(ABS({left}),ABS({right}))"
    return f"IF({larger}<1E+14,({left}){sign}({right}),ROUND((({left})-({right}))/{larger},12){sign}0)"


def against(value: tuple[str, str], sign: str, bound: tuple[str, str], years: str | None) -> str:
    """Return the test of a value num / den against p / q; with `years` of its root less 1."""
    (num, den), (p, q) = value, bound
    if years is None:
        return compared(f"{num}*{q}", sign, f"{den}*{p}")
    return compared(f"{num}*{q}^{years}", sign, f"{den}*({p}+{q})^{years}")


def on_line(value: tuple[str, str], start: tuple[str, str], asked: Yardstick) -> str:
    """Return the test whether a value is as good as the straight line; `start` has the base year's."""
    before, (end_year, (p, q)) = asked.piece()
    (num, den), (num0, den0), start_year = value, start, asked.target.base_year
    if before is not None:
        start_year, (low, over) = before
        num0, den0 = str(low), str(over)
    whole, gone = end_year - start_year, asked.year - start_year
    left = f"({num}*{den0}-{num0}*{den})*{q * whole}"
    right = f"({p}*{den0}-{num0}*{q})*{den}*{gone}"
    return compared(left, "<=" if asked.bounds.at_most else ">=", right)


def floored(num: str, den: str) -> str:
    """Return num / den floored at four decimals, that is at two of a percentage."""
    return f"INT({num}*10000/({den}))/10000"


def raised(value: str) -> str:
    """Return a computed figure rounded up at four decimals; what a double adds in its last digits does not
    raise it."""
    return raised_at(value, 4)


def raised_at(value: str, decimals: int) -> str:
    """Return a computed figure rounded up at so many decimals."""
    scale = 10**decimals
    return f"-INT(-ROUND(({value})*{scale},8))/{scale}"


def floored_root(value: str, decimals: int = 4) -> str:
    """Return a computed figure floored; what only the last digits of a double miss is not lost."""
    scale = 10**decimals
    return f"INT(ROUND(({value})*{scale},8))/{scale}"


def judged(asked: Yardstick, reach: str, above: str, line: str | None) -> str:
    """Return the status of a value, given the cells that hold the three tests; `line` None: none is
    drawn."""
    if asked.bounds.lower is None:
        return text(Status.NO_TARGET)
    if asked.part is not None and asked.bounds.at_most:
        # A flow goes on: its limit is not kept before the year has ended.
        return _short(asked, line)
    whole = asked.part is None
    reached = _if(above, text(Status.EXCEEDED), text(Status.MET)) if whole else text(Status.MET)
    return _if(reach, reached, _short(asked, line))


def _short(asked: Yardstick, line: str | None) -> str:
    if asked.due and asked.part is None:
        return text(Status.NOT_MET)
    if line is None:
        return text(Status.PENDING)
    tracked = _if(line, text(Status.ON_TRACK), text(Status.BEHIND))
    return tracked if asked.part is not None else _if(f'{line}=""', text(Status.PENDING), tracked)


def _if(test: str, yes: str, no: str) -> str:
    return f"IF({test},{yes},{no})"


def first_of(tests: Sequence[tuple[str, str]], otherwise: str) -> str:
    """Return the text of the first test that holds, else an expression."""
    found = otherwise
    for test, name in reversed(tests):
        found = _if(test, text(name), found)
    return found


def times(expression: str, factor: int) -> str:
    """Return an expression with a factor."""
    return expression if factor == 1 else f"{expression}*{factor}"


def _whole(expression: str, scale: int) -> str:
    """Return a figure with decimals as a whole number of its last decimal."""
    return expression if scale == 1 else f"ROUND({expression}*{scale},0)"


def figure(cell: str | None, scale: int = 1) -> str:
    """Return a cell's figure as a whole number of 1 / `scale`, −1 where it is blank, −2 where it was taken
    out."""
    if cell is None:
        return "-1"
    return f"IF(ISBLANK({cell}),-1,IF(ISNUMBER({cell}),IF({cell}>=0,{_whole(cell, scale)},-2),-2))"


def figures(cells: Sequence[str | None], scale: int = 1) -> str:
    """Return the sum of several cells, which needs all: −1 where one is blank or there is none, else −2
    where one was taken out."""
    if len(cells) == 1:
        return figure(cells[0], scale)
    known = [cell for cell in cells if cell is not None]
    if len(known) < max(len(cells), 1):
        return "-1"
    blank = ",".join(f"ISBLANK({cell})" for cell in known)
    listed = ",".join(known)
    total = _whole(f"SUM({listed})", scale)
    return f"IF(OR({blank}),-1,IF(COUNT({listed})<{len(known)},-2,IF(MIN({listed})<0,-2,{total})))"


INVALID_INPUT = text(Reason.INVALID_INPUT)
VERDICTS = 6
"""The first statuses of the list are the verdicts."""
