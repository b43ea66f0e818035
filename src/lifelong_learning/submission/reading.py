"""The whole reading: files one by one or side by side, then joined and checked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lifelong_learning.submission.assemble import assemble
from lifelong_learning.submission.file import read_file
from lifelong_learning.submission.options import Progress, Reading, ReadOptions
from lifelong_learning.submission.source.discover import find_workbooks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.submission import Register
    from lifelong_learning.submission.parts import FilePart


def read(paths: Sequence[str], plan: Plan, options: ReadOptions) -> Reading:
    """Read, join and check."""
    parts = read_parts(paths, plan, options)
    register: Register | None = None
    submission, _, findings = assemble(parts, plan, register)
    return Reading(submission, findings)


def read_parts(paths: Sequence[str], plan: Plan, options: ReadOptions) -> list[FilePart]:
    """Return what every workbook gave, by path."""
    files = sorted(find_workbooks(paths))
    found: list[FilePart] = []
    for part in _parts(files, partial(read_file, plan=plan, limits=options.limits), options):
        found.append(part)
        if options.progress is not None:
            options.progress(Progress(len(found), len(files), part.info.path))
    return found


def _parts(files: list[str], one: partial[FilePart], options: ReadOptions) -> Iterator[FilePart]:
    if options.executor is not None:
        yield from options.executor.map(one, files)
    elif options.jobs > 1 and len(files) > 1:
        yield from _side_by_side(files, one, options.jobs)
    else:
        yield from map(one, files)


def _side_by_side(files: list[str], one: partial[FilePart], jobs: int) -> Iterable[FilePart]:
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(jobs, len(files))) as pool:
        yield from pool.map(one, files)
