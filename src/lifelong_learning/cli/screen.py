"""What is said beside the report, on standard error: the language, lines, and the progress of long work."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

    from lifelong_learning.api.documents import Lang
    from lifelong_learning.api.submissions import Progress
    from lifelong_learning.cli.parameters import Reporting

VARIABLE = "LLPLAN_LANG"
SHOWN_AFTER = 0.5
"""Seconds of work before a bar appears; short runs stay quiet."""


def asked(option: str | None) -> Lang | None:
    """Return the language that the user asked for by option or variable; None where neither says."""
    for value in (option, os.environ.get(VARIABLE)):
        if value:
            return "vi" if value.lower().startswith("vi") else "en"
    return None


def for_people(option: str | None) -> Lang:
    """Return the language of what people read."""
    chosen = asked(option)
    if chosen is not None:
        return chosen
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "vi" if value.lower().startswith("vi") else "en"
    return _of_the_system()


def _of_the_system() -> Lang:
    if os.name != "nt":
        return "en"
    import locale

    name = locale.getlocale()[0] or ""
    return "vi" if name.lower().startswith("vi") else "en"


def for_machines(option: str | None) -> Lang:
    """Return the language of what machines read: English unless asked otherwise."""
    return asked(option) or "en"


def from_arguments(arguments: Sequence[str], configured: str | None = None) -> Lang:
    """Return the language of help and faults, before the options are parsed; a configuration may say one."""
    option = None
    for number, argument in enumerate(arguments):
        if argument == "--lang" and number + 1 < len(arguments):
            option = arguments[number + 1]
        elif argument.startswith("--lang="):
            option = argument.partition("=")[2]
    return for_people(asked(option) or configured)


def say(text: str) -> None:
    """Write to standard error; where nothing can be written there, the run and its exit code are the same."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - until exit


@contextmanager
def progress(reporting: Reporting) -> Iterator[Callable[[Progress], None] | None]:
    """Give a function that takes progress and shows it; None where nothing is to be shown."""
    if reporting.quiet or reporting.no_progress or not sys.stderr.isatty():
        yield None
        return
    bar = _Bar(for_people(reporting.lang))
    try:
        yield bar.update
    finally:
        bar.close()


class _Bar:
    """A bar of rich, imported and drawn only once the work has proved long."""

    def __init__(self, lang: Lang) -> None:
        import time

        self._clock = time.monotonic
        self._began = time.monotonic()
        self._lang = lang
        self._bar: tuple[RichProgress, TaskID] | None = None

    def update(self, progress: Progress) -> None:
        """Show how far the work is, once it has lasted."""
        if self._bar is None and self._clock() - self._began < SHOWN_AFTER:
            return
        from lifelong_learning.catalogue.words import grouped, word

        if self._bar is None:
            self._bar = self._opened(progress.total)
        bar, task = self._bar
        done, total, rows = (
            grouped(number, self._lang) for number in (progress.done, progress.total, progress.rows)
        )
        text = word("help.progress", self._lang, done=done, total=total, rows=rows)
        bar.update(task, completed=progress.done, description=text)

    def _opened(self, total: int) -> tuple[RichProgress, TaskID]:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeRemainingColumn())
        bar = RichProgress(*columns, console=Console(stderr=True), transient=True)
        bar.start()
        return bar, bar.add_task("", total=total)

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar[0].stop()
