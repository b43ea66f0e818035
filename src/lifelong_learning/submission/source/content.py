"""What a file is, told by its first bytes and never by its name."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from lifelong_learning.submission.source.refusal import RefusedError

if TYPE_CHECKING:
    from lifelong_learning.submission.source.limits import Limits


def read_bytes(path: str, limits: Limits) -> bytes:
    """Return the bytes of a regular file; RefusedError for anything else, without ever blocking."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as fault:
        raise RefusedError("WB001", _why_closed(path, fault)) from None
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise RefusedError("WB001", "not_a_file")
        if status.st_size > limits.bytes_on_disk:
            raise RefusedError("WB003", "file", limit=limits.bytes_on_disk)
        return file.read(limits.bytes_on_disk)


def _why_closed(path: str, fault: OSError) -> str:
    return "missing" if isinstance(fault, FileNotFoundError) else "unreadable"


def recognise(data: bytes) -> None:
    """Pass over a zip file; RefusedError for every other kind of file, each told apart."""
    if not data:
        raise RefusedError("WB001", "empty")
    if not data.startswith(b"PK\x03\x04"):
        raise RefusedError("WB001", "other")
