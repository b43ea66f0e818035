"""Large sheets of one workbook read ahead, side by side.

Threads do it: the reader lets go of the interpreter for five sixths of its time, and a thread has
nothing to send from process to process.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.submission.source.grid import Grid
    from lifelong_learning.submission.source.workbook import Workbook

_LARGE = 4 << 20
"""Bytes of XML, of all sheets but the largest, from which threads gain more than they cost."""


def grids(workbook: Workbook, names: Sequence[str], jobs: int) -> Iterator[Grid | Finding]:
    """Yield the cells of the sheets in the order given; at most one more than `jobs` are held at a time."""
    if jobs > 1 and workbook.beside_largest(names) >= _LARGE:
        yield from _read_ahead(workbook, names, jobs)
    else:
        yield from map(workbook.grid, names)


def _read_ahead(workbook: Workbook, names: Sequence[str], jobs: int) -> Iterator[Grid | Finding]:
    from concurrent.futures import ThreadPoolExecutor

    waiting: deque[Future[Grid | Finding]] = deque()
    with ThreadPoolExecutor(jobs) as pool:
        for name in names:
            waiting.append(pool.submit(workbook.grid, name))
            if len(waiting) > jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
