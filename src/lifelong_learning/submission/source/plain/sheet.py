"""A whole sheet in the plain way: what stands before its rows, the rows, and what stands behind them."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from lifelong_learning.model.names import pattern
from lifelong_learning.submission.source.elements import dropped
from lifelong_learning.submission.source.grid import MOST_MERGES, Grid, cut_merges, merge_of
from lifelong_learning.submission.source.plain import NotPlainError
from lifelong_learning.submission.source.plain.shape import ROW, WHITE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lifelong_learning.submission.source.elements import Limits
    from lifelong_learning.submission.source.grid import Cell, CellValue, Merge
    from lifelong_learning.submission.source.plain.rows import Found, RowReader, Rows

_HEAD = pattern(rb"(?:\xef\xbb\xbf)?(?:<\?xml [^<>]*\?>\s*)?<(?:([A-Za-z_][\w.-]*:))?worksheet[\s>]")
_BEGIN, _END = b"<sheetData>", b"</sheetData>"
_NO_ROWS = b"<sheetData/>"
_MERGE = pattern(
    rb"""<mergeCell\s(?:[^<>]*\s)?ref=["']([A-Z]{1,3}[0-9]{1,7})(?::([A-Z]{1,3}[0-9]{1,7}))?["'][^<>]*>"""
)
_NOT_BEFORE = (b"sheetData", b"mergeCell")
_NOT_AROUND = pattern(rb"<(?:[!?]|sheetData|row|(?:[^<>\s/:]+:)?c[\s/>]|[fv][\s/>])")
"""What would hide cells from one reader or another, or look like some, before and behind the rows."""
_TAGS = pattern(rb"(?:\s[^<>]*)?>(?:\s*<[^<>]+>)*\s*")
"""The rest of the first tag and those up to the rows, with no text between them."""
_COMMENT = pattern(rb"<!--(?:[^-]|-(?!-))*+-->")
_UNUSUAL_ROW = pattern(rb"""<row(\s[^<>]{0,4096}?)?\sr=["']([0-9]{1,7})["']([^<>]*>)""")
_LARGEST_HEAD = 1 << 20
_LARGEST_TAIL = 1 << 26
_LONGEST_ROW = 1 << 20
"""A row that is longer is brought to the usual form with each piece again; 16,384 numbers take less."""


def read_plain_sheet(name: str, pieces: Iterable[bytes], reader: RowReader, limits: Limits) -> Grid:
    """Return the cells of a sheet; NotPlainError where it is written in another way, or beyond a limit."""
    sheet = _PlainSheet(reader, limits)
    source, rows = _after_head(iter(pieces))
    behind = sheet.read_rows(rows, source)
    sheet.merges = _merges(_whole(behind, source))
    return sheet.grid(name)


class _PlainSheet:
    """The cells of a sheet, column by column; places are 1-based."""

    def __init__(self, reader: RowReader, limits: Limits) -> None:
        self._reader = reader
        self._limits = limits
        self._columns: dict[int, list[CellValue]] = {}
        self._height = self._width = 0
        self._unstored: list[Cell] = []
        self._errors: dict[Cell, str] = {}
        self._percent: dict[int, set[int]] = {}
        self._truths: set[int] = set()
        self._tidies = False
        self.merges: list[Merge] = []

    def grid(self, name: str) -> Grid:
        """Return what was read: every column from A to the last with a value, all equally long."""
        blank: list[CellValue] = [""] * self._height
        columns = [self._columns.get(col, blank) for col in range(1, self._width + 1)]
        merges = cut_merges(self.merges, self._height, self._width)
        return Grid(
            name, columns, self._errors, frozenset(self._unstored), {}, merges, self._percent,
            exact=True, truths=frozenset(self._truths), marked=self._reader.marked,
        )  # fmt: skip

    def read_rows(self, rest: bytes, source: Iterator[bytes]) -> bytes:
        """Read all rows; return what stands behind them, as far as it is known.

        Rows are tidied once some are not understood as they stand: to look for comments and white space
        takes as long as to take rows apart.
        """
        while True:
            if self._tidies:
                rest = _tidied(rest)
            cut = max(rest.rfind(ROW), 0)
            end = rest.find(_END, cut)
            known = end if end >= 0 else cut
            if known and not self._understood(rest[:known]):
                continue
            if end >= 0:
                return rest[end:]
            if not known and not self._tidies and not rest.startswith(ROW):
                self._tidies = True
                continue
            if not known and len(rest) > _LONGEST_ROW:
                raise NotPlainError
            piece = next(source, None)
            if piece is None:
                raise NotPlainError
            rest = rest[known:] + piece

    def _understood(self, rows: bytes) -> bool:
        """Take rows; False where they are not understood and must be tidied first, as all that follow."""
        try:
            found = self._reader.read(rows)
        except NotPlainError:
            if self._tidies:
                raise
            self._tidies = True
            return False
        self._take(found)
        return True

    def _take(self, found: Found) -> None:
        self._unstored += found.unstored
        self._errors |= found.errors
        self._truths |= found.truths
        for col, shown in found.percent.items():
            self._percent.setdefault(col, set()).update(shown)
        if len(self._unstored) + len(self._errors) > self._limits.cells:
            raise NotPlainError
        if found.unstored:
            row, col = map(max, zip(*found.unstored, strict=True))
            if row > self._limits.rows or col > self._limits.columns:
                raise NotPlainError
        for rows in found.rows:
            if rows.columns:
                self._append(rows)

    def _append(self, rows: Rows) -> None:
        """Put rows under those that are there; the blank ones between them were not kept."""
        numbers, first, last = rows.numbers, rows.numbers[0], rows.numbers[-1]
        if first <= self._height:
            raise NotPlainError
        self._check(last, max(rows.columns))
        above = first - self._height - 1
        size = last - first + 1
        for col in rows.columns.keys() - self._columns.keys():
            self._columns[col] = [""] * self._height
        for col, column in self._columns.items():
            if above:
                column += [""] * above
            cells = rows.columns.get(col)
            if cells is None:
                column += [""] * size
            else:
                column += cells if len(numbers) == size else _spread(cells, numbers, size)
        self._height = last

    def _check(self, row: int, col: int) -> None:
        self._width = max(self._width, col)
        limits = self._limits
        if row > limits.rows or col > limits.columns or row * self._width > limits.cells:
            raise NotPlainError


def _spread(cells: Sequence[CellValue], numbers: Sequence[int], size: int) -> list[CellValue]:
    """Return the cells of so many rows, of which those with the numbers are known."""
    spread: list[CellValue] = [""] * size
    for number, cell in zip(numbers, cells, strict=True):
        spread[number - numbers[0]] = cell
    return spread


def _tidied(xml: bytes) -> bytes:
    """Return rows as most programs write them: no comments, no white space between tags, numbers first."""
    if b"!" in xml and b"<!" in xml:
        xml = _COMMENT.sub(b"", xml)
    if b">\n" in xml or b">\r" in xml or b"> " in xml or b">\t" in xml:
        xml = WHITE.sub(b"><", xml).lstrip()
    if xml.count(b"<row") > xml.count(ROW):
        xml = _UNUSUAL_ROW.sub(rb'<row r="\2"\1\3', xml)
    return xml


def _after_head(source: Iterator[bytes]) -> tuple[Iterator[bytes], bytes]:
    """Return the pieces that are left and what follows the beginning of the rows, as far as it is known.

    Where the first element has a prefix, all elements are given without it. A sheet without rows gives
    their end.
    """
    head = next(source, b"")
    declared = _HEAD.match(head)
    if declared is None:
        raise NotPlainError
    if declared[1]:
        source = _without_prefix(chain([head], source), declared[1])
        head = next(source, b"")
    while _BEGIN not in head and _NO_ROWS not in head:
        piece = next(source, None)
        if piece is None or len(head) > _LARGEST_HEAD:
            raise NotPlainError
        head += piece
    before, begin, behind = head.partition(_BEGIN)
    if not begin:
        before, _, behind = head.partition(_NO_ROWS)
        behind = _END + behind
    _check_head(_COMMENT.sub(b"", before))
    return source, behind


def _check_head(before: bytes) -> None:
    """NotPlainError where anything stands before the rows that may be a cell, or hide one."""
    declared = _HEAD.match(before)
    if declared is None or any(word in before for word in _NOT_BEFORE):
        raise NotPlainError
    if _NOT_AROUND.search(before, declared.end()) or not _TAGS.fullmatch(before, declared.end() - 1):
        raise NotPlainError


def _without_prefix(source: Iterator[bytes], prefix: bytes) -> Iterator[bytes]:
    """Yield XML without a prefix of its elements, in pieces that end with an element or a text."""
    rest = b""
    for piece in source:
        whole, mark, rest = (rest + piece).rpartition(b"<")
        if whole:
            yield dropped(whole, prefix)
        rest = mark + rest
    yield dropped(rest, prefix)


def _whole(rest: bytes, source: Iterator[bytes]) -> bytes:
    """Return all that stands behind the rows."""
    tail = [rest]
    size = len(rest)
    for piece in source:
        size += len(piece)
        if size > _LARGEST_TAIL:
            raise NotPlainError
        tail.append(piece)
    whole = _COMMENT.sub(b"", b"".join(tail))
    if not whole.rstrip().endswith(b"</worksheet>") or _NOT_AROUND.search(whole):
        raise NotPlainError
    return whole


def _merges(tail: bytes) -> list[Merge]:
    if b"mergeCell" not in tail:
        return []
    said = len(re.findall(rb"<(?:[^<>\s/:]+:)?mergeCell[\s/>]", tail))
    if said > MOST_MERGES:
        raise NotPlainError
    found = _MERGE.findall(tail)
    if len(found) != said:
        raise NotPlainError
    return [merge_of(first, last) for first, last in found]
