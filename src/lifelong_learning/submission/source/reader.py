"""python-calamine, held at arm's length: its faults become one exception, its panics make no noise."""

from __future__ import annotations

import contextlib
import os
import threading
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from python_calamine import CalamineWorkbook

    from lifelong_learning.submission.source.grid import CellValue


class ReaderFailedError(Exception):
    """The reader could not make sense of a workbook or a sheet; the text is its own, for the curious."""


def open_reader(data: bytes) -> CalamineWorkbook:
    """Return the reader over the bytes of a workbook."""
    from python_calamine import CalamineWorkbook

    with _guarded():
        return CalamineWorkbook.from_filelike(BytesIO(data))


def read_rows(reader: CalamineWorkbook, number: int) -> list[list[CellValue]]:
    """Return the cells of the sheet with that 0-based number, from A1 on."""
    with _guarded():
        return reader.get_sheet_by_index(number).to_python(skip_empty_area=False)


@contextlib.contextmanager
def _guarded() -> Iterator[None]:
    from python_calamine import CalamineError

    with _quiet:
        try:
            yield
        except (CalamineError, ValueError, OSError, OverflowError, UnicodeError, MemoryError) as fault:
            raise ReaderFailedError(str(fault)) from fault
        except BaseException as fault:
            # A panic of the Rust code is a BaseException whose class cannot be imported.
            if type(fault).__name__ != "PanicException":
                raise
            raise ReaderFailedError("panic") from None


class _Quiet:
    """Points file descriptor 2 at nothing while any thread reads: the reader prints its panics there
    itself.

    Where there is no such descriptor, or no second one can be had, the print is let through.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self._kept: int | None = None

    def __enter__(self) -> None:
        with self._lock:
            self._inside += 1
            if self._inside == 1:
                self._silence()

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0 and self._kept is not None:
                os.dup2(self._kept, 2)
                os.close(self._kept)
                self._kept = None

    def _silence(self) -> None:
        with contextlib.suppress(OSError):
            self._kept = os.dup(2)
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, 2)
            os.close(nothing)


_quiet = _Quiet()
