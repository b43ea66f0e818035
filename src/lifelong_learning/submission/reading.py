"""The whole reading: files one by one or side by side, then joined and checked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lifelong_learning.catalogue import finding
from lifelong_learning.model.findings import Findings, Severity
from lifelong_learning.model.submission import CellRef, FileInfo, Submission
from lifelong_learning.model.succession import dated
from lifelong_learning.submission import Progress, ReadOptions, SubmissionReading
from lifelong_learning.submission.checks import check_rows
from lifelong_learning.submission.expected import blank_columns, doubtful_year, only_file, silent_units
from lifelong_learning.submission.faults import in_words_of_the_form
from lifelong_learning.submission.file import FileReading, read_file
from lifelong_learning.submission.identity import restore_zeros, settle_rows
from lifelong_learning.submission.joined import Joined, join
from lifelong_learning.submission.names import DistrictSpelling, places
from lifelong_learning.submission.source.recognise import discover, find_workbooks
from lifelong_learning.submission.years import (
    beyond_the_plan,
    check_years,
    ended_levels,
    published_beyond_the_plan,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.submission import Register, ReportedFigure


_NAMED = 10
"""Files that one note names."""


def read(paths: Sequence[str], plan: Plan, options: ReadOptions) -> SubmissionReading:
    """Read, join and check."""
    workbooks, passed_over = discover(paths)
    earlier_files = sorted(find_workbooks(options.against)) if options.against else []
    register, registered = _load_register(options, plan)
    parts = read_parts(sorted(workbooks), plan, options)
    submission, joined, findings = assemble(parts, plan, register)
    findings.extend(registered)
    findings.singles += _passed_over(passed_over)
    _check(submission, joined, findings, plan, options)
    if earlier_files:
        _compare(joined, read_parts(earlier_files, plan, options), plan, submission.register, findings)
    for kind in joined.values():
        findings.extend(kind.findings())
    headers = {
        (table.file, table.sheet): texts.values()
        for kind in joined.values()
        for table, texts in zip(kind.panel.tables, kind.headers, strict=True)
    }
    return SubmissionReading(submission, in_words_of_the_form(findings, headers))


def _load_register(options: ReadOptions, plan: Plan) -> tuple[Register | None, Findings]:
    if options.register is None:
        return None, Findings()
    from lifelong_learning.submission.register import load

    return load(options.register, plan, options.limits)


def _check(
    submission: Submission, joined: dict[str, Joined], findings: Findings, plan: Plan, options: ReadOptions
) -> None:
    """Hold rows against each other, years against each other and the plan, units against the register.

    The register is given the years that follow from its successors and from the ends of levels.
    """
    said = None
    if submission.register is not None:
        ends = plan.last_years(options.period)
        said, submission.register = dated(submission.register, submission.panels, ends)
    for kind in joined.values():
        check_rows(kind, plan, said)
        check_years(kind, plan, options.period, said)
        ended_levels(kind, plan, options.year)
        findings.runs += beyond_the_plan(kind, plan, options.year)
    findings.singles += published_beyond_the_plan(submission, plan, options.year)
    if not options.gathered:
        findings.singles += doubtful_year(submission, plan, options.year, options.period)
        findings.singles += blank_columns(submission, plan, options.year, options.period, findings.singles)
    if submission.register is not None and said is not None:
        from lifelong_learning.submission.expected import check_register

        for kind in joined.values():
            check_register(kind, said, plan)
        findings.singles += silent_units(submission, submission.register, plan, options.year, options.period)


def _compare(
    joined: dict[str, Joined],
    parts: list[FileReading],
    plan: Plan,
    register: Register | None,
    findings: Findings,
) -> None:
    """Hold the figures against an earlier submission; of its own findings only those count that
    leave it unread."""
    from lifelong_learning.submission.checks import compare

    _, earlier, found = assemble(parts, plan, register)
    findings.singles += [
        single
        for single in found.singles
        if single.severity is Severity.ERROR and single.code.startswith(("WB", "SH"))
    ]
    for kind, now in joined.items():
        compare(now, earlier[kind], plan)


def read_parts(files: list[str], plan: Plan, options: ReadOptions) -> list[FileReading]:
    """Return what every workbook gave, in the order of the files."""
    found: list[FileReading] = []
    rows = 0
    for part in _read_each(files, partial(read_file, plan=plan, limits=options.limits), options):
        found.append(part)
        if options.progress is not None:
            rows += part.info.rows
            options.progress(Progress(len(found), len(files), part.info.path, rows))
    return _once(found)


def _read_each(
    files: list[str], read: Callable[..., FileReading], options: ReadOptions
) -> Iterator[FileReading]:
    if len(files) == 1 and options.executor is None:
        return iter([read(files[0], jobs=options.jobs)])
    from lifelong_learning.submission.processes import side_by_side

    return side_by_side(files, read, options)


def _once(parts: list[FileReading]) -> list[FileReading]:
    """Return what workbooks gave, of those with the same bytes the first alone: the others get a note."""
    first: dict[str | None, str] = {}
    found = []
    for part in parts:
        path, sha256 = part.info.path, part.info.sha256
        if (part.sheets or part.reported) and first.setdefault(sha256, path) != path:
            same = finding("WB005", "same", file=path, first=first[sha256])
            found.append(FileReading(FileInfo(path, sha256, 0, 0), findings=Findings([same])))
        else:
            found.append(part)
    return found


def _passed_over(paths: Sequence[str]) -> list[Finding]:
    """Return the note on the files of folders that may hold figures and are no spreadsheets."""
    if not paths:
        return []
    named = ", ".join(paths[:_NAMED]) + (", …" if len(paths) > _NAMED else "")
    return [finding("WB005", count=len(paths), files=named)]


_EXPLAINING = ("WB", "SH")


def assemble(
    parts: Sequence[FileReading], plan: Plan, register: Register | None
) -> tuple[Submission, dict[str, Joined], Findings]:
    """Join what the workbooks gave, in the order given; findings of cells and of repeated rows come along."""
    register, restored = restore_zeros(parts, register)
    found = Findings(restored)
    for part in parts:
        found.extend(part.findings)
    where = _places(parts, register)
    register = register and where.registered(register)
    joined = {kind.id: _join_kind(kind.id, parts, plan, where) for kind in plan.kinds}
    reported, doubled = _published(parts, where)
    found.extend(doubled)
    panels = {kind: one.panel for kind, one in joined.items()}
    submission = Submission([part.info for part in parts], panels, reported, register)
    if not submission.has_rows and not _explained(found):
        found.singles.append(finding("SH108", file=only_file(submission)))
    return submission, joined, found


def _published(
    parts: Sequence[FileReading], where: DistrictSpelling
) -> tuple[list[ReportedFigure], Findings]:
    """Return the published figures, each once."""
    figures = [figure for part in parts for figure in part.reported]
    if not figures:
        return [], Findings()
    from lifelong_learning.submission.sheet.reported import settle_figures

    return settle_figures(figures, where)


def _join_kind(kind: str, parts: Sequence[FileReading], plan: Plan, where: DistrictSpelling) -> Joined:
    """Join the tables of one kind, each unit with one row in a period."""
    sheets = [sheet for part in parts for sheet in part.sheets if sheet.table.kind == kind]
    joined = join(kind, sheets, plan, where)
    settle_rows(joined)
    for (row, measure), later in joined.moved.items():
        number, sheet_row = joined.locate(later)
        table = joined.panel.tables[number]
        joined.panel.moved[row, measure] = CellRef(table.file, table.sheet, sheet_row, table.columns[measure])
    return joined


def _places(parts: Sequence[FileReading], register: Register | None) -> DistrictSpelling:
    written: list[list[str | None]] = [sheet.table.district for part in parts for sheet in part.sheets]
    written += [[published.figure.district] for part in parts for published in part.reported]
    return places(written, register)


def _explained(found: Findings) -> bool:
    """Tell whether an error of a file or a header already says why there is no row."""
    return any(f.severity is Severity.ERROR and f.code.startswith(_EXPLAINING) for f in found.singles)
