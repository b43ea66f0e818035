"""What says that a workbook is not for the plain way."""

from __future__ import annotations


class NotPlainError(Exception):
    """The sheet is written in a way that is not known here; nothing is wrong with it for that."""
