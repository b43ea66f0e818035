"""Sheets as every spreadsheet program writes them, read straight from their XML into columns."""

from __future__ import annotations


class NotPlainError(Exception):
    """The sheet is written in a way that is not known here; nothing is wrong with it for that."""
