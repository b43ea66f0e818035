"""The whole reading: files one by one or side by side, then joined and checked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lifelong_learning.model.findings import Findings, Severity
from lifelong_learning.submission.assemble import assemble
from lifelong_learning.submission.checks import check_rows
from lifelong_learning.submission.evaluated_years import (
    beyond_the_plan,
    doubtful_year,
    published_beyond_the_plan,
)
from lifelong_learning.submission.file import read_file
from lifelong_learning.submission.options import Progress, Reading, ReadOptions
from lifelong_learning.submission.parallel import side_by_side
from lifelong_learning.submission.source.discover import find_workbooks
from lifelong_learning.submission.years import check_years

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.submission import Register
    from lifelong_learning.submission.joined import Joined
    from lifelong_learning.submission.parts import FilePart


def read(paths: Sequence[str], plan: Plan, options: ReadOptions) -> Reading:
    """Read, join and check."""
    files = sorted(find_workbooks(paths))
    earlier_files = sorted(find_workbooks(options.against)) if options.against else []
    register, registered = None, Findings()
    if options.register is not None:
        from lifelong_learning.submission.register import load

        register, registered = load(options.register, plan, options.limits)
    parts = read_parts(files, plan, options)
    submission, joined, findings = assemble(parts, plan, register)
    findings.extend(registered)
    for kind in joined.values():
        check_rows(kind, plan)
        check_years(kind, plan, options.period, register)
        findings.runs += beyond_the_plan(kind, plan, options.year)
    findings.singles += published_beyond_the_plan(submission, plan, options.year)
    if not options.gathered:
        findings.singles += doubtful_year(submission, plan, options.year, options.period)
    if register is not None:
        from lifelong_learning.submission.expected import check_register, silent_units

        for kind in joined.values():
            check_register(kind, register, plan)
        findings.singles += silent_units(submission, register, plan, options.year, options.period)
    if earlier_files:
        _compare(joined, read_parts(earlier_files, plan, options), plan, register, findings)
    for kind in joined.values():
        findings.extend(kind.findings())
    return Reading(submission, findings)


def _compare(
    joined: dict[str, Joined],
    parts: list[FilePart],
    plan: Plan,
    register: Register | None,
    findings: Findings,
) -> None:
    """Hold the figures against an earlier submission; of its own findings only those count that
    leave it unread."""
    from lifelong_learning.submission.against import compare

    _, earlier, found = assemble(parts, plan, register)
    findings.singles += [
        single
        for single in found.singles
        if single.severity is Severity.ERROR and single.code.startswith(("WB", "SH"))
    ]
    for kind, now in joined.items():
        compare(now, earlier[kind], plan)


def read_parts(files: list[str], plan: Plan, options: ReadOptions) -> list[FilePart]:
    """Return what every workbook gave, in the order of the files."""
    found: list[FilePart] = []
    rows = 0
    for part in side_by_side(files, partial(read_file, plan=plan, limits=options.limits), options):
        found.append(part)
        if options.progress is not None:
            rows += part.info.rows
            options.progress(Progress(len(found), len(files), part.info.path, rows))
    return found
