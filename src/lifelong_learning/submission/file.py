"""One workbook: its sheets told apart and read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, field

from lifelong_learning.catalogue import finding
from lifelong_learning.model.findings import Finding, Findings
from lifelong_learning.model.submission import MARK_PROPERTY, FileInfo, read_mark
from lifelong_learning.submission.names import listed, shown
from lifelong_learning.submission.sheet.header import HEADER_ROWS, has_legacy_header
from lifelong_learning.submission.sheet.sections import first_header, kind_by_columns
from lifelong_learning.submission.source.elements import Limits, RefusedError
from lifelong_learning.submission.source.plain import NotPlainError
from lifelong_learning.submission.vocabulary import GUIDE, REPORTED, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.submission import Mark
    from lifelong_learning.submission.sheet.reported import PublishedFigure
    from lifelong_learning.submission.sheet.table import UnitRows
    from lifelong_learning.submission.source.grid import Grid
    from lifelong_learning.submission.source.workbook import Workbook
    from lifelong_learning.submission.vocabulary import Vocabulary


T = TypeVar("T")

_WORTH_FORKING = 24 << 20
"""Bytes of XML, of all sheets but the largest, from which processes gain more than they cost."""


class FileReading(Struct):
    """All that one workbook gives: the sheets and figures that were read, and what is wrong."""

    info: FileInfo
    sheets: list[UnitRows] = field(default_factory=list)
    reported: list[PublishedFigure] = field(default_factory=list)
    findings: Findings = field(default_factory=Findings)


def read_file(path: str, plan: Plan, limits: Limits, jobs: int = 1) -> FileReading:
    """Read one workbook, large sheets up to `jobs` at a time.

    What is wrong with it, the file itself included, is in the part's findings.
    """
    from lifelong_learning.submission.source.workbook import open_hashed

    opened, sha256 = open_hashed(path, limits)
    if isinstance(opened, Finding):
        return FileReading(FileInfo(path, sha256, 0, 0), findings=Findings([opened]))
    with opened:
        part = read_workbook(opened, plan, jobs, opened.limits.findings)
        _name_other_form(part, read_mark(opened.custom_property(MARK_PROPERTY)), plan)
        return part


def _name_other_form(part: FileReading, mark: Mark | None, plan: Plan) -> None:
    """Name a form that was made from another plan, or from another version of this one."""
    if mark is not None and (mark.plan, mark.sha256) != (plan.id, plan.sha256):
        variant = "version" if mark.plan == plan.id else ""
        named = finding("SH109", variant, file=part.info.path, form_plan=shown(mark.plan), plan=plan.id)
        part.findings.singles.append(named)


def read_workbook(
    workbook: Workbook, plan: Plan, jobs: int = 1, most_findings: int = Limits().findings
) -> FileReading:
    """Read the sheets of an open workbook in their order; one with too many findings is not used."""
    vocab = vocabulary(plan)
    kind_of = {ref.name: vocab.sheet(ref.name) for ref in workbook.sheets}
    names = [name for name, kind in kind_of.items() if kind != GUIDE]
    # What may be read element by element goes to the form's own sheets first.
    order = sorted(names, key=lambda name: kind_of[name] is None)
    read = partial(_read_sheet, workbook, vocab, most_findings)
    reading = dict(zip(order, _each(read, workbook, order, jobs), strict=True))
    part = FileReading(FileInfo(workbook.path, workbook.sha256, 0, 0))
    passed_over: list[Finding] = []
    any_known = False
    for found, known in map(reading.__getitem__, names):
        part.sheets += found.sheets
        part.reported += found.reported
        if known:
            part.findings.extend(found.findings)
        else:
            passed_over += found.findings.singles
        any_known = any_known or known
    part.findings.singles += _of_unknown_sheets(workbook, passed_over, plan, any_known=any_known)
    units = {(sheet.table.kind, code) for sheet in part.sheets for code in sheet.table.code}
    rows = sum(len(sheet.table.code) for sheet in part.sheets)
    part.info = FileInfo(workbook.path, workbook.sha256, rows, len(units))
    return part


def _of_unknown_sheets(
    workbook: Workbook, passed_over: Sequence[Finding], plan: Plan, *, any_known: bool
) -> list[Finding]:
    """Return what is said of sheets that the plan does not know: they are notes beside one that it knows;
    else one error says so, or why a sheet could not be read."""
    if any_known:
        return [
            single
            if single.code == "SH106"
            else finding("SH106", "unread", file=single.file, sheet=single.sheet)
            for single in passed_over
        ]
    if any(single.code != "SH106" for single in passed_over):
        return list(passed_over)
    every = ", ".join(f"“{shown(ref.name)}”" for ref in workbook.sheets)
    form_sheets = listed(kind.sheet for kind in plan.kinds)
    return [finding("SH101", file=workbook.path, sheets=shown(every), form_sheets=form_sheets)]


def _each(
    read: Callable[[str], tuple[FileReading, bool]], workbook: Workbook, names: Sequence[str], jobs: int
) -> Iterator[tuple[FileReading, bool]]:
    """Yield what every sheet gives, in order; large ones side by side where processes share memory."""
    if jobs <= 1 or workbook.beside_largest(names) < _WORTH_FORKING:
        yield from map(read, names)
        return
    from lifelong_learning.submission import processes

    if not processes.shares_memory():
        yield from map(read, names)
        return
    with processes.workers(min(jobs, len(names)), partial(_read_plainly, read)) as pool:
        sizes = workbook.sizes()
        begun = {
            name: pool.submit(processes.run, name) for name in sorted(names, key=lambda name: -sizes[name])
        }
        for name in names:
            yield begun.pop(name).result() or read(name)


def _read_plainly(read: Callable[..., T], name: str) -> T | None:
    """Return what a sheet gives; None where it has to be read element by element."""
    try:
        return read(name, plainly=True)
    except NotPlainError:
        return None


def _read_sheet(
    workbook: Workbook, vocab: Vocabulary, limit: int, name: str, *, plainly: bool = False
) -> tuple[FileReading, bool]:
    """Return what a sheet gives, and whether it is one that the plan knows."""
    part = FileReading(FileInfo(workbook.path, workbook.sha256, 0, 0))
    what = vocab.sheet(name)
    if what is None and _has_no_header(workbook.top(name), vocab):
        part.findings.singles.append(finding("SH106", file=workbook.path, sheet=name))
        return part, False
    grid = workbook.grid(name, plainly=plainly)
    if isinstance(grid, Finding):
        part.findings.singles.append(grid)
        return part, what is not None
    kind = what or kind_by_columns(grid, vocab)
    if kind is None:
        part.findings.singles.append(finding("SH106", file=workbook.path, sheet=name))
        return part, False
    if what is None:
        kind_sheet = vocab.kind[kind].sheet
        part.findings.singles.append(finding("SH107", file=workbook.path, sheet=name, kind_sheet=kind_sheet))
    _read_grid(part, grid, kind, vocab, limit)
    return part, True


def _has_no_header(top: Grid | None, vocab: Vocabulary) -> bool:
    """Tell whether a sheet's beginning shows, as far down as a header can stand, that it has none."""
    return top is not None and top.height >= HEADER_ROWS and first_header(top, vocab.every, vocab) is None


def _read_grid(part: FileReading, grid: Grid, what: str, vocab: Vocabulary, limit: int) -> None:
    """Read the published figures or the unit rows of a sheet."""
    path, sheet = part.info.path, grid.sheet
    header = first_header(grid, vocab.reported if what == REPORTED else vocab.columns[what], vocab)
    if header is None:
        variant = "legacy" if has_legacy_header(grid.top(HEADER_ROWS)) else ""
        part.findings.singles.append(finding("SH102", variant, file=path, sheet=sheet))
    elif what != REPORTED:
        from lifelong_learning.submission.sheet.table import read_tables

        tables, findings = read_tables(grid, header, vocab.kind[what], vocab, path)
        if _listed(part, sheet, findings, limit):
            part.sheets.extend(tables)
    else:
        from lifelong_learning.submission.sheet.reported import ReportedReader

        try:
            figures, findings = ReportedReader(grid, header, vocab, path).read()
        except RefusedError as refused:
            part.findings.singles.append(refused.at(path, sheet))
            return
        if _listed(part, sheet, findings, limit):
            part.reported.extend(figures)


def _listed(part: FileReading, sheet: str, findings: Findings, limit: int) -> bool:
    """Take a sheet's findings over; tell whether they are few enough for the sheet to be used."""
    found = len(findings)
    if found <= limit:
        part.findings.extend(findings)
        return True
    refused = RefusedError("WB003", "findings", found=found, limit=limit)
    part.findings.singles.append(refused.at(part.info.path, sheet))
    return False
