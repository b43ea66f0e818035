"""One workbook: its sheets told apart and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue import finding
from lifelong_learning.model.findings import Finding, Findings
from lifelong_learning.model.submission import FileInfo
from lifelong_learning.submission import sheets
from lifelong_learning.submission.header import find_header, has_legacy_header, lay_out
from lifelong_learning.submission.names import shown
from lifelong_learning.submission.parts import FilePart
from lifelong_learning.submission.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.submission.source.grid import Grid
    from lifelong_learning.submission.source.limits import Limits
    from lifelong_learning.submission.source.workbook import Workbook
    from lifelong_learning.submission.vocabulary import Vocabulary


def read_file(path: str, plan: Plan, limits: Limits) -> FilePart:
    """Read one workbook; what is wrong with it, the file itself included, is in the part's findings."""
    from lifelong_learning.submission.source.workbook import open_workbook

    opened = open_workbook(path, limits)
    if isinstance(opened, Finding):
        return FilePart(FileInfo(path, None, 0, 0), findings=Findings([opened]))
    with opened:
        return read_workbook(opened, plan)


def read_workbook(workbook: Workbook, plan: Plan) -> FilePart:
    """Read the sheets of an open workbook in their order."""
    part = FilePart(FileInfo(workbook.path, workbook.sha256, 0, 0))
    vocab = vocabulary(plan)
    known = [_read_sheet(part, workbook, ref.name, vocab) for ref in workbook.sheets]
    if not any(known):
        names = ", ".join(f"“{shown(ref.name)}”" for ref in workbook.sheets)
        part.findings.singles.append(finding("SH101", file=workbook.path, sheets=shown(names)))
    units = {(sheet.table.kind, code) for sheet in part.sheets for code in sheet.table.code}
    rows = sum(len(sheet.table.code) for sheet in part.sheets)
    part.info = FileInfo(workbook.path, workbook.sha256, rows, len(units))
    return part


def _read_sheet(part: FilePart, workbook: Workbook, name: str, vocab: Vocabulary) -> bool:
    """Read one sheet into the part; tell whether it is one that the plan knows."""
    what = sheets.by_name(name, vocab)
    if what == sheets.GUIDE:
        return False
    grid = workbook.grid(name)
    if isinstance(grid, Finding):
        part.findings.singles.append(grid)
        return True
    place = {"file": workbook.path, "sheet": name}
    if what is None:
        what = sheets.by_columns(grid.rows, vocab)
        if what is None:
            part.findings.singles.append(finding("SH106", **place))
            return False
        kind_sheet = next(kind.sheet for kind in vocab.plan.kinds if kind.id == what)
        part.findings.singles.append(finding("SH107", **place, kind_sheet=kind_sheet))
    names = vocab.reported if what == sheets.REPORTED else vocab.columns[what]
    at = find_header(grid.rows, names)
    if at is None:
        part.findings.singles.append(
            finding("SH102", "legacy" if has_legacy_header(grid.rows) else "", **place)
        )
    else:
        _read_grid(part, grid, what, at, names, vocab)
    return True


def _read_grid(
    part: FilePart, grid: Grid, what: str, at: int, names: Mapping[str, str], vocab: Vocabulary
) -> None:
    from lifelong_learning.submission.reported import ReportedReader
    from lifelong_learning.submission.table import TableReader

    path = part.info.path
    layout = lay_out(grid.rows, at, names, vocab, (path, grid.sheet))
    if what == sheets.REPORTED:
        figures, findings = ReportedReader(grid, layout, vocab, path).read()
        part.reported.extend(figures)
    else:
        kind = next(kind for kind in vocab.plan.kinds if kind.id == what)
        sheet, findings = TableReader(grid, layout, kind, vocab, path).read()
        part.sheets.append(sheet)
    part.findings.extend(findings)
