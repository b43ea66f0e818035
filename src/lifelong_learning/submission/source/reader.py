"""python-calamine, held at arm's length: its faults become one exception, its panics make no noise."""

from __future__ import annotations

import contextlib
import os
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

    with _quiet_stderr():
        try:
            yield
        except (CalamineError, ValueError, OSError, OverflowError, UnicodeError, MemoryError) as fault:
            raise ReaderFailedError(str(fault)) from fault
        except BaseException as fault:
            # A panic of the Rust code is a BaseException whose class cannot be imported.
            if type(fault).__name__ != "PanicException":
                raise
            raise ReaderFailedError("panic") from None


@contextlib.contextmanager
def _quiet_stderr() -> Iterator[None]:
    """Point file descriptor 2 at nothing meanwhile: the reader prints its panics there itself.

    Where there is no such descriptor, or no second one can be had, the print is let through.
    """
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    try:
        with contextlib.suppress(OSError):
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, 2)
            os.close(nothing)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
