"""Many workbooks side by side, where that gains more than it costs; the outcome is always in order."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor, Future

    from lifelong_learning.submission.options import ReadOptions

T = TypeVar("T")

_WORTH_A_POOL = 8 << 20
"""Bytes of workbooks, without the largest, from which starting processes pays: half a second of work."""
_BATCH = 1 << 20
"""Bytes of workbooks that go to a process at once: a batch costs as much as a small workbook."""


def side_by_side(files: Sequence[str], read: Callable[..., T], options: ReadOptions) -> Iterator[T]:
    """Yield what `read` gives for every file, in the order of the files.

    An executor that was given reads them all. Of `jobs` processes each reads its workbooks in
    sequence; where there is too little for them, one process reads all, with as many threads.
    """
    if options.executor is not None:
        return _by_executor(options.executor, files, read, max(options.jobs, _workers(options.executor)))
    if options.jobs > 1 and len(files) > 1:
        sizes = [_size(path) for path in files]
        if sum(sizes) - max(sizes) >= _WORTH_A_POOL:
            return _by_processes(files, read, options.jobs)
    return map(partial(read, jobs=options.jobs), files)


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116 - the path is shown as it was given
    except OSError:
        return 0


def _workers(executor: Executor) -> int:
    """Return how many workers an executor of the standard library has, else one for each processor."""
    return getattr(executor, "_max_workers", None) or os.cpu_count() or 1


def _by_executor(executor: Executor, files: Sequence[str], read: Callable[..., T], jobs: int) -> Iterator[T]:
    """Yield the outcomes in order; the largest batches are begun first, so that none is left for the end."""
    sizes = {path: _size(path) for path in files}
    batches = _batches(files, [sizes[path] for path in files], jobs)
    weights = [sum(sizes[path] for path in batch) for batch in batches]
    begun: dict[int, Future[list[T]]] = {}
    try:
        for number in sorted(range(len(batches)), key=lambda number: -weights[number]):
            begun[number] = executor.submit(_read_all, read, batches[number])
        for number in range(len(batches)):
            yield from begun.pop(number).result()
    finally:
        for left in begun.values():
            left.cancel()


def _by_processes(files: Sequence[str], read: Callable[..., T], jobs: int) -> Iterator[T]:
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(jobs, len(files))) as pool:
        yield from _by_executor(pool, files, read, jobs)


def _read_all(read: Callable[[str], T], paths: Sequence[str]) -> list[T]:
    return [read(path) for path in paths]


def _batches(files: Sequence[str], sizes: Sequence[int], jobs: int) -> list[list[str]]:
    """Return the files in their order, in batches of some size, at least four for every job."""
    most = min(_BATCH, sum(sizes) // (4 * jobs))
    batches: list[list[str]] = []
    filled = most + 1
    for path, size in zip(files, sizes, strict=True):
        if filled + size > most:
            batches.append([])
            filled = 0
        batches[-1].append(path)
        filled += size
    return batches
