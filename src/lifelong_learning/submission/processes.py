"""Work done by several processes at once: many workbooks, or the large sheets of one, always in order."""

from __future__ import annotations

import os
import sys
import threading
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor, Future

    from lifelong_learning.submission import ReadOptions

T = TypeVar("T")

_WORTH_FORKING, _WORTH_A_START = 4 << 20, 10 << 20
"""Work, without the largest workbook, from which processes pay: about 0.3 and 0.8 seconds of it."""
_WORK_OF_A_FILE = 8 << 10
"""What a workbook costs beside its bytes, however small it is, in bytes that are read in the same time."""
_BATCH = 1 << 20
"""Bytes of workbooks that go to a process at once: a batch costs as much as a small workbook."""
_BATCHES = 4
"""Batches for every job, at least: the last of them are done side by side too."""


def side_by_side(files: Sequence[str], read: Callable[..., T], options: ReadOptions) -> Iterator[T]:
    """Yield what `read` gives for every file, in the order of the files.

    An executor that was given reads them all. Of `jobs` processes each reads its workbooks in
    sequence; where there is too little for them, one process reads all, large sheets side by side.
    """
    if options.executor is not None:
        jobs = max(options.jobs, _workers(options.executor))
        return _by_executor(options.executor, files, partial(_read_all, read), jobs)
    if options.jobs > 1 and len(files) > 1:
        sizes = [_size(path) for path in files]
        worth = _WORTH_FORKING if shares_memory() else _WORTH_A_START
        if sum(sizes) - max(sizes) + len(files) * _WORK_OF_A_FILE >= worth:
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


def _by_executor(
    executor: Executor, files: Sequence[str], read_all: Callable[[Sequence[str]], list[Any]], jobs: int
) -> Iterator[Any]:
    """Yield the outcomes in order; the largest batches are begun first, so that none is left for the end."""
    sizes = {path: _size(path) for path in files}
    batches = _batches(files, [sizes[path] for path in files], jobs)
    weights = [sum(sizes[path] for path in batch) for batch in batches]
    begun: dict[int, Future[list[Any]]] = {}
    try:
        for number in sorted(range(len(batches)), key=lambda number: -weights[number]):
            begun[number] = executor.submit(read_all, batches[number])
        for number in range(len(batches)):
            yield from begun.pop(number).result()
    finally:
        for left in begun.values():
            left.cancel()


def _by_processes(files: Sequence[str], read: Callable[..., T], jobs: int) -> Iterator[T]:
    with workers(min(jobs, len(files)), partial(_read_all, read)) as pool:
        yield from _by_executor(pool, files, run, jobs)


def _read_all(read: Callable[[str], T], paths: Sequence[str]) -> list[T]:
    return [read(path) for path in paths]


def _batches(files: Sequence[str], sizes: Sequence[int], jobs: int) -> list[list[str]]:
    """Return the files in their order, in batches of some size, several for every job."""
    most = min(_BATCH, sum(sizes) // (_BATCHES * jobs))
    batches: list[list[str]] = []
    filled = most + 1
    for path, size in zip(files, sizes, strict=True):
        if filled + size > most:
            batches.append([])
            filled = 0
        batches[-1].append(path)
        filled += size
    return batches


_WORK: list[Callable[[Any], Any]] = []


def shares_memory() -> bool:
    """Tell whether new processes have all that this one has, and begin at once.

    They do where the system forks; with other threads at work a copy might wait for them for ever.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def workers(number: int, work: Callable[[Any], Any]) -> Executor:
    """Return so many processes that do `work`: submit `run` with its argument.

    Where memory is not shared, `work` must be something that can be sent.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork") if shares_memory() else None
    return ProcessPoolExecutor(number, context, _begin, (work,))


def _begin(work: Callable[[Any], Any]) -> None:
    import gc

    # As in the process that begins them: there are hardly any cycles to be found.
    gc.disable()
    _WORK[:] = [work]


def run(argument: Any) -> Any:
    """Do the work, within one of the processes."""
    return _WORK[0](argument)
