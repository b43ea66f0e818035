"""The register of units that are expected: a workbook's sheet or a CSV file, one row for each unit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lifelong_learning import catalogue
from lifelong_learning.catalogue.system import refusal
from lifelong_learning.catalogue.words import both
from lifelong_learning.errors import UsageError
from lifelong_learning.model.findings import Finding, Findings
from lifelong_learning.model.plan import Bilingual
from lifelong_learning.submission.header import HEADER_ROWS, find_header, lay_out
from lifelong_learning.submission.registered import RegisterReader, register_names
from lifelong_learning.submission.source.grid import Grid, transposed
from lifelong_learning.submission.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.submission import Register
    from lifelong_learning.submission.source.grid import CellValue
    from lifelong_learning.submission.source.limits import Limits
    from lifelong_learning.submission.vocabulary import Names

_LARGEST_CSV = 64 << 20


def load(path: str, plan: Plan, limits: Limits | None = None) -> tuple[Register, Findings]:
    """Return the register and what is wrong with single rows of it.

    UsageError `path_missing` where there is no such file, `register_unreadable` where it cannot be
    read or has no usable header: without it groups would be other ones than were asked for.
    """
    vocab = vocabulary(plan)
    names = register_names(vocab)
    _refuse_missing(path)
    grids = _csv(path, names) if path.lower().endswith((".csv", ".tsv", ".txt")) else _workbook(path, limits)
    for grid in grids:
        top = grid.top(HEADER_ROWS)
        at = find_header(top, names)
        if at is not None:
            layout = lay_out(top, at, names, vocab, (path, grid.sheet))
            reader = RegisterReader(grid, layout, vocab, path)
            if reader.missing():
                raise UsageError(
                    "register_unreadable",
                    path=path,
                    why=both("usage.register_column", column=reader.missing()),
                )
            return reader.read()
    raise UsageError("register_unreadable", path=path, why=both("usage.register_header"))


def _refuse_missing(path: str) -> None:
    try:
        if not Path(path).exists():
            raise UsageError("path_missing", path=path)
    except OSError as wrong:
        raise UsageError("path_unreadable", path=path, why=refusal(wrong)) from wrong


def _said(fault: Finding) -> Bilingual:
    return Bilingual(catalogue.message(fault, "en"), catalogue.message(fault, "vi"))


def _workbook(path: str, limits: Limits | None) -> Iterator[Grid]:
    from lifelong_learning.submission.source.limits import Limits
    from lifelong_learning.submission.source.workbook import open_workbook

    opened = open_workbook(path, limits or Limits())
    if isinstance(opened, Finding):
        raise UsageError("register_unreadable", path=path, why=_said(opened))
    with opened:
        for ref in opened.sheets:
            grid = opened.grid(ref.name)
            if isinstance(grid, Finding):
                raise UsageError("register_unreadable", path=path, why=_said(grid))
            yield grid


def _csv(path: str, names: Names) -> Iterator[Grid]:
    """Yield the file as a grid: UTF-8, separated by whichever of ; , and tab makes columns of it."""
    import csv

    try:
        if Path(path).stat().st_size > _LARGEST_CSV or not Path(path).is_file():
            raise UsageError("register_unreadable", path=path, why=both("usage.register_size"))
        lines = Path(path).read_text("utf-8-sig").splitlines(keepends=True)
    except UnicodeDecodeError as wrong:
        raise UsageError("register_unreadable", path=path, why=both("usage.register_encoding")) from wrong
    except OSError as wrong:
        raise UsageError("path_unreadable", path=path, why=refusal(wrong)) from wrong
    for separator in ";,\t":
        try:
            rows: list[list[CellValue]] = [list(row) for row in csv.reader(lines, delimiter=separator)]
        except csv.Error as wrong:
            raise UsageError("register_unreadable", path=path, why=both("usage.register_csv")) from wrong
        if find_header(rows, names) is not None:
            width = max(map(len, rows))
            yield Grid("", transposed([row + [""] * (width - len(row)) for row in rows]))
            return
