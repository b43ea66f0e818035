"""Which workbooks the paths of a command name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lifelong_learning.errors import UsageError
from lifelong_learning.submission.source.recognise import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STANDARD_INPUT = "-"
"""The path of a workbook on standard input."""
SUFFIXES = (".xlsx", ".xlsm")
_OTHER_SPREADSHEETS = (".xls", ".xlsb", ".ods", ".fods", ".et", ".numbers")
"""Somebody's submission that would be lost: read, and so refused by name."""
_NO_SPREADSHEETS = (".csv", ".tsv", ".pdf")


def find_workbooks(paths: Sequence[str]) -> list[str]:
    """Return the workbooks under the paths, as `discover` does."""
    return discover(paths)[0]


def discover(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the workbooks under the paths, as given and in that order, each real file once, and the files of
    folders that hold figures of another form; paths are given as outputs write them.

    A file is taken whatever its suffix; a folder is searched with its sub-folders, in sorted order,
    for the suffixes of spreadsheets. UsageError `path_missing` for a path that does not exist,
    `no_workbook` for a folder without a spreadsheet, `no_path` where nothing is named.
    """
    if not paths:
        raise UsageError("no_path")
    workbooks: list[str] = []
    passed_over: list[str] = []
    seen: set[object] = set()
    for path in paths:
        for file in _listed(path):
            identity = _identity(file)
            if identity not in seen:
                seen.add(identity)
                other = file.lower().endswith(_NO_SPREADSHEETS) and file != path
                (passed_over if other else workbooks).append(shown_path(file))
    return workbooks, passed_over


def _listed(path: str) -> list[str]:
    if path == STANDARD_INPUT:
        return [path]
    if not os.path.lexists(path):
        raise UsageError("path_missing", path=shown_path(path))
    if not Path(path).is_dir() or path.lower().endswith(SUFFIXES):
        return [path]
    listed = list(_in_folder(path, frozenset()))
    if all(file.lower().endswith(_NO_SPREADSHEETS) for file in listed):
        raise UsageError("no_workbook", path=shown_path(path))
    return listed


def _in_folder(folder: str, above: frozenset[object]) -> Iterator[str]:
    """Yield the files of a folder that may hold figures, its own before those of its sub-folders; a folder
    that cannot be listed has none, and a link back to a folder above is not followed."""
    identity = _identity(folder)
    if identity in above:
        return
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError:
        return
    folders = []
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue
        shown = f"{folder.rstrip('/')}/{entry.name}" if folder != "." else entry.name
        suffixed = entry.name.lower().endswith
        if suffixed(SUFFIXES):
            yield shown
        elif _is_folder(entry):
            folders.append(shown)
        elif suffixed(_OTHER_SPREADSHEETS + _NO_SPREADSHEETS):
            yield shown
    for inner in folders:
        yield from _in_folder(inner, above | {identity})


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a folder, or a link to one; a link that leads to itself is not."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _identity(path: str) -> object:
    """What makes a file the same under two names; the path where the system cannot say."""
    try:
        status = Path(path).stat()
    except OSError:
        return os.path.abspath(path)  # noqa: PTH100 - must not resolve a broken link
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.abspath(path)  # noqa: PTH100
