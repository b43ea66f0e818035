"""Processes that work for this one: each is given its work once, then one argument after another."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

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
