"""Which workbooks the paths of a command name; what a file is, told by its first bytes: its name counts
only where they say nothing better.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lifelong_learning.errors import UsageError
from lifelong_learning.submission.source.elements import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from lifelong_learning.submission.source.elements import Limits


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF_WITHOUT_OLE = (b"\x09\x08", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
)
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_PARTS_OF_KINDS: tuple[tuple[str, str, str], ...] = (
    ("xl/workbook.bin", "WB004", "xlsb"),
    ("index/document.iwa", "WB004", "numbers"),
    ("index.zip", "WB004", "numbers"),
    ("word/document.xml", "WB001", "word"),
    ("ppt/presentation.xml", "WB001", "slides"),
)
_NAMES = {
    ".csv": "csv",
    ".tsv": "csv",
    ".ods": "ods",
    ".fods": "ods",
    ".xls": "xls",
    ".xlsb": "xlsb",
    ".numbers": "numbers",
    ".et": "et",
}
"""Other spreadsheet formats by the suffix of their files."""
_NAMELESS = frozenset({"csv", "text", "other"})
"""What bytes are taken for that no signature tells apart."""
_ESCAPED_BYTE = re.compile(rb"\\x([0-9a-f]{2})")
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def shown_path(path: str) -> str:
    """Return a path as every output writes it: bytes of it that are no text are escaped by their numbers."""
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "backslashreplace")


def _path_of(shown: str) -> str:
    """Return the path of a file, given as the system has it or as `shown_path` gives it."""
    if "\\x" not in shown or os.path.lexists(shown):
        return shown
    return os.fsdecode(_ESCAPED_BYTE.sub(lambda byte: bytes.fromhex(byte[1].decode()), os.fsencode(shown)))


def read_bytes(path: str, limits: Limits) -> bytes:
    """Return the bytes of a regular file; RefusedError for anything else, without ever blocking.

    The path may be one that `shown_path` has given; `-` is standard input, which is read to its end once.
    """
    if path == "-":
        return _standard_input(sys.stdin.buffer, limits.bytes_on_disk)
    path = _path_of(path)
    try:
        # Looked at before it is opened as well: opening a device or a socket may have effects.
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - the path is shown as it was given
            raise RefusedError("WB001", "not_a_file")
        number = os.open(path, _READING)
        try:
            data = _read(number, limits)
        finally:
            os.close(number)
    except FileNotFoundError:
        raise RefusedError("WB001", "missing") from None
    except (OSError, ValueError) as fault:
        looped = isinstance(fault, OSError) and fault.errno == errno.ELOOP
        raise RefusedError("WB001", "loop" if looped else "unreadable") from None
    return data


@cache
def _standard_input(stream: BinaryIO, most: int) -> bytes:
    data = stream.read(most + 1)
    if len(data) > most:
        raise RefusedError("WB003", "file", limit=most)
    return data


def _read(number: int, limits: Limits) -> bytes:
    """Return the bytes of an open file; four calls of the system, where a file object makes nine."""
    status = os.fstat(number)
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError("WB001", "not_a_file")
    if status.st_size > limits.bytes_on_disk:
        raise RefusedError("WB003", "file", limit=limits.bytes_on_disk)
    pieces = []
    left = limits.bytes_on_disk
    while left > 0 and (piece := os.read(number, min(left, max(status.st_size, 1) + 1))):
        pieces.append(piece)
        left -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def recognise(data: bytes, path: str) -> None:
    """Pass over a zip file; RefusedError for every other kind of file, each told apart.

    Text, or bytes that mean nothing here, are what their name says where it is that of a spreadsheet.
    """
    try:
        _recognise(data)
    except RefusedError as refused:
        if os.path.basename(path).startswith("~$"):  # noqa: PTH119 - as given, any system's
            raise RefusedError("WB001", "lock_file") from None
        variant = _NAMES.get(os.path.splitext(path)[1].lower())  # noqa: PTH122 - as given, any system's
        if variant is not None and refused.variant in _NAMELESS:
            raise RefusedError("WB004", variant) from None
        raise


def _recognise(data: bytes) -> None:
    if not data:
        raise RefusedError("WB001", "empty")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return
    if data.startswith(_OLE):
        raise _ole(data)
    if data.startswith(_BIFF_WITHOUT_OLE):
        raise RefusedError("WB004", "xls")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise RefusedError("WB001", kind)
    raise _text(data)


def recognise_parts(names: list[str], data: bytes) -> None:
    """RefusedError for a zip file that is another kind of document, told by the names of its parts."""
    for name, code, variant in _PARTS_OF_KINDS:
        if name in names:
            raise RefusedError(code, variant)
    if _ODS in data[:200]:
        raise RefusedError("WB004", "ods")
    if "content.xml" in names and "mimetype" in names:
        raise RefusedError("WB001", "word" if b"opendocument.text" in data[:200] else "archive")
    if "[content_types].xml" not in names and not any(name.startswith("xl/") for name in names):
        raise RefusedError("WB001", "archive")


def _ole(data: bytes) -> RefusedError:
    """An encrypted workbook and an old one have the same container; its streams tell them apart."""

    def named(name: str) -> bool:
        return name.encode("utf-16-le") + b"\0\0" in data

    if named("EncryptedPackage"):
        return RefusedError("WB002", "")
    if named("Workbook") or named("Book"):
        # A FilePass record right after the beginning of the workbook stream marks an encrypted one.
        return RefusedError(
            "WB002" if _has_file_pass(data) else "WB004", "" if _has_file_pass(data) else "xls"
        )
    return RefusedError("WB001", "word") if named("WordDocument") else RefusedError("WB004", "ole")


def _has_file_pass(data: bytes) -> bool:
    start = data.find(b"\x09\x08\x10\x00\x00\x06", 512)
    return start >= 0 and data[start + 20 : start + 22] == b"\x2f\x00"


def _text(data: bytes) -> RefusedError:
    """A text of some kind, or bytes that mean nothing here."""
    head = data[:4096]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    if data.startswith(_MARKS[1:]):
        head = head.replace(b"\0", b"")
    start = head.lstrip().lower()
    if re.match(rb"<(!doctype html|html|head|body|table|meta|style)", start):
        return RefusedError("WB001", "html")
    if start.startswith(b"<?xml") or re.match(rb"<[a-z]", start):
        return _markup(start)
    if b"\0" in head or sum(byte < 9 for byte in head) > 0:
        return RefusedError("WB001", "other")
    if re.match(rb'[\[{]\s*["\[{\]}0-9-]', start):
        return RefusedError("WB001", "json")
    line = head.split(b"\n", 1)[0]
    separated = any(separator in line for separator in (b",", b";", b"\t"))
    return RefusedError("WB001", "csv" if separated else "text")


def _markup(start: bytes) -> RefusedError:
    """An XML document of some kind, by how it begins, in small letters."""
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start:
        return RefusedError("WB004", "xml_spreadsheet")
    if b"urn:oasis:names:tc:opendocument:xmlns:office" in start:
        return RefusedError("WB004", "ods")
    return RefusedError("WB001", "html" if b"<html" in start else "xml_file")


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
