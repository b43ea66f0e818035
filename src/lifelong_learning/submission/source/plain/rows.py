"""A piece of a sheet, rows as they stand in its XML, as columns."""

from __future__ import annotations

from itertools import pairwise
from operator import itemgetter, lt
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct

from lifelong_learning.submission.source.grid import MarkedText
from lifelong_learning.submission.source.parts import moment
from lifelong_learning.submission.source.plain import NotPlainError
from lifelong_learning.submission.source.plain.shape import (
    DIGITS,
    ERROR,
    NUMBER,
    ROW,
    SHARED,
    TRUTH,
    Specials,
    is_mostly_special,
    is_untidy,
    shape_like,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lifelong_learning.submission.source.grid import Cell, CellValue
    from lifelong_learning.submission.source.parts import Styles
    from lifelong_learning.submission.source.plain.shape import Shape, Slot

_NUMBERS = bytes(byte if byte in b"0123456789-." else 32 for byte in range(256))
"""Leaves of a row its numbers, with white space between them."""
_FEW = 200
"""Numbers of so many rows of one shape are read in one step, else column by column: most are addresses."""
_MOST_SHAPES = 2000
"""Shapes of the rows of one piece."""
_LAST_ROW = 1_048_576
_EXACT = 1 << 53
"""Beyond this, a whole number is no longer itself as a float, as which all readers take it."""
_LONGEST_STYLE = 9
"""Digits of a cell format's number."""


class Rows(Struct, frozen=True):
    """Some rows in order: where they stand in their piece, their 1-based numbers, and the cells of every
    column that has any in them."""

    positions: Sequence[int]
    numbers: Sequence[int]
    columns: Mapping[int, Sequence[CellValue]]


class Found(NamedTuple):
    """What a piece of a sheet holds: its rows in order, formulas without a value, errors, the rows of
    percentages by column, and the columns that hold booleans."""

    rows: list[Rows]
    unstored: list[Cell]
    errors: dict[Cell, str]
    percent: dict[int, set[int]]
    truths: set[int]


class RowReader:
    """Reads the pieces of a workbook's sheets."""

    def __init__(self, shared: Sequence[str], styles: Styles, *, since_1904: bool) -> None:
        self._shared = shared
        self.marked = MarkedText in set(map(type, shared))
        self._since_1904 = since_1904
        self._days, self._durations, self.percent, self.struck = (
            frozenset(style.encode() for style in named) for named in styles
        )

    def read(self, piece: bytes) -> Found:
        """Return the rows of a piece that begins with a row and ends behind one."""
        first, *lines = piece.split(ROW)
        if first or not lines or b"\0" in piece:
            raise NotPlainError
        found = _Piece(self, lines)
        left: Sequence[int] = range(len(lines))
        if not is_mostly_special(lines):
            left = sorted(found.take(_grouped(piece, left)))
        if left:
            found.take_special(left)
        return found.in_order()

    def shared(self, indices: Sequence[int]) -> list[CellValue]:
        """Return the shared texts that cells point at."""
        try:
            return list(map(self._shared.__getitem__, indices))
        except (IndexError, TypeError):
            raise NotPlainError from None

    def moments(
        self, figures: Sequence[float], styles: Sequence[bytes], named: set[bytes]
    ) -> Sequence[CellValue]:
        """Return numbers, days and durations where a style shows them so."""
        if any(len(style) > 1 and (style[:1] == b"0" or len(style) > _LONGEST_STYLE) for style in named):
            raise NotPlainError
        if self._days.isdisjoint(named) and self._durations.isdisjoint(named):
            return figures
        return list(map(self._moment, figures, styles))

    def _moment(self, number: float, style: bytes) -> CellValue:
        duration = style in self._durations
        if (not duration and style not in self._days) or number < 0:
            return number
        meant = moment(number, duration=duration, since_1904=self._since_1904)
        if meant is None:
            raise NotPlainError
        return meant


class _Piece:
    """What has been read of one piece."""

    def __init__(self, reader: RowReader, lines: list[bytes]) -> None:
        self._reader = reader
        self._lines = lines
        self._texts: Sequence[str] = ()
        self._alike: list[Rows] = []
        self._found = Found([], [], {}, {}, set())

    def take(self, groups: Mapping[bytes, Sequence[int]], *, special: bool = False) -> list[int]:
        """Take rows that are alike without their digits; return the positions of those that are not plain."""
        left: list[int] = []
        shapes = [shape_like(self._lines[positions[0]]) for positions in groups.values()]
        for shape, positions in zip(shapes, groups.values(), strict=True):
            if shape is None and is_untidy(self._lines[positions[0]]):
                raise NotPlainError
        for shape, positions in zip(shapes, groups.values(), strict=True):
            if shape is None or shape.special > special or not self._take_shape(shape, positions):
                left += positions
        return left

    def _take_shape(self, shape: Shape, positions: Sequence[int]) -> bool:
        """Take the rows of one shape; False where their numbers stand elsewhere."""
        every = len(shape.between)
        text = b" ".join([self._lines[at] for at in positions])
        numbers = text.translate(_NUMBERS).split()
        if len(numbers) != every * len(positions) or not _proven(text, numbers, shape):
            return False
        few = len(positions) <= _FEW
        figures = integers(numbers) if few else numbers
        exact = few and _is_exact(figures)
        at = _each(figures, every, few)
        own = at(0)
        if any(at(address) != own for address in shape.addresses):
            raise NotPlainError
        rows = own if few else integers(own)
        columns: dict[int, Sequence[CellValue]] = {}
        for slot in shape.slots:
            found = at(slot.value) if few else integers(at(slot.value))
            if slot.kind == NUMBER and not exact and not _is_exact(found):
                found = list(map(float, found))
            styles = numbers[slot.style :: every] if slot.style >= 0 else ()
            columns[slot.col] = self._meant(slot, found, styles, rows)
        self._found.unstored.extend((row, col) for col in shape.unstored for row in rows)
        self._alike.append(Rows(positions, rows, columns))
        return True

    def _without_struck(
        self, slot: Slot, cells: Sequence[CellValue], styles: Sequence[bytes]
    ) -> Sequence[CellValue]:
        """Return the cells of a column without what their formats strike out; an error stays one."""
        struck = self._reader.struck
        if not struck or slot.kind == ERROR or struck.isdisjoint(styles):
            return cells
        self._reader.marked = True
        return [MarkedText() if style in struck else cell for style, cell in zip(styles, cells, strict=True)]

    def take_special(self, positions: Sequence[int]) -> None:
        """Take rows of which some are not plain, each brought to the common form."""
        put_aside = Specials()
        lines = put_aside.common([self._lines[at] for at in positions])
        for at, line in zip(positions, lines, strict=True):
            self._lines[at] = line
        self._texts = put_aside.texts()
        self._reader.marked |= MarkedText in set(map(type, self._texts))
        if self.take(_grouped(ROW + ROW.join(lines), positions), special=True):
            raise NotPlainError

    def _meant(
        self, slot: Slot, found: Sequence[int], styles: Sequence[bytes], rows: Sequence[int]
    ) -> Sequence[CellValue]:
        """Return what the numbers of a column stand for; `styles` is empty where cells have none."""
        if slot.kind != NUMBER:
            cells = self._put_back(slot, found, rows)
        else:
            cells = self._formatted(found, styles, slot.col, rows) if styles else found
        return self._without_struck(slot, cells, styles) if styles else cells

    def _formatted(
        self, figures: Sequence[float], styles: Sequence[bytes], col: int, rows: Sequence[int]
    ) -> Sequence[CellValue]:
        """Return numbers as their styles show them, and note percentages."""
        named = set(styles)
        percent = self._reader.percent
        if not percent.isdisjoint(named):
            shown = self._found.percent.setdefault(col, set())
            shown.update(row for row, style in zip(rows, styles, strict=True) if style in percent)
        return self._reader.moments(figures, styles, named)

    def _put_back(self, slot: Slot, numbers: Sequence[int], rows: Sequence[int]) -> Sequence[CellValue]:
        """Return the texts that numbers stand for; an error is noted and leaves nothing."""
        if slot.kind == SHARED:
            return self._reader.shared(numbers)
        if slot.kind == TRUTH:
            if not {0, 1}.issuperset(numbers):
                raise NotPlainError
            self._found.truths.add(slot.col)
            return list(map(bool, numbers))
        try:
            found = [self._texts[number] for number in numbers]
        except (IndexError, TypeError):
            raise NotPlainError from None
        if slot.kind != ERROR:
            return found
        self._found.errors.update(((row, slot.col), text) for row, text in zip(rows, found, strict=True))
        return [""] * len(found)

    def in_order(self) -> Found:
        """Return all rows in their order."""
        parts = self._alike
        places = [part.positions for part in parts]
        if any(before[-1] > after[0] for before, after in pairwise(places)):
            parts = [_merged(parts)]
        last = 0
        for part in parts:
            if part.numbers[0] <= last or not all(map(lt, part.numbers, part.numbers[1:])):
                raise NotPlainError
            last = part.numbers[-1]
        if last > _LAST_ROW:
            raise NotPlainError
        return self._found._replace(rows=parts)


def _proven(text: bytes, numbers: list[bytes], shape: Shape) -> bool:
    """Tell whether rows are what their shape and their numbers say: put together again, they are the text."""
    parts = [b""] * (2 * len(numbers))
    parts[::2] = numbers
    parts[1::2] = [*shape.between[:-1], shape.between[-1] + b" "] * (len(numbers) // len(shape.between))
    return b"".join(parts)[:-1] == text


def _is_exact(figures: Sequence[Any]) -> bool:
    """Tell whether all whole numbers are the same as floats."""
    return bool(max(figures) <= _EXACT and min(figures) >= -_EXACT)


def _each(figures: Sequence[Any], every: int, few: bool) -> Callable[[int], Sequence[Any]]:
    """Return what gives the figures at one place of every row."""
    if few:
        return list(zip(*zip(*[iter(figures)] * every, strict=True), strict=True)).__getitem__
    return lambda at: figures[at::every]


def _grouped(rows: bytes, positions: Sequence[int]) -> Mapping[bytes, Sequence[int]]:
    """Return the positions of rows by what is left of them without their digits.

    NotPlainError where nearly every row has a shape of its own.
    """
    bare = rows.translate(None, DIGITS).split(ROW)[1:]
    if len(bare) != len(positions):
        raise NotPlainError
    if bare.count(bare[0]) == len(bare):
        return {bare[0]: positions}
    groups: dict[bytes, list[int]] = {}
    for at, line in zip(positions, bare, strict=True):
        groups.setdefault(line, []).append(at)
    if len(groups) > _MOST_SHAPES:
        raise NotPlainError
    return groups


def _merged(parts: list[Rows]) -> Rows:
    """Return the rows of several shapes, which stand among one another, as one."""
    positions = [position for part in parts for position in part.positions]
    place = [0] * len(positions)
    for at, position in enumerate(positions):
        place[position] = at
    in_order = itemgetter(*place)
    columns: dict[int, Sequence[CellValue]] = {}
    for col in sorted(set().union(*(part.columns for part in parts))):
        cells: list[CellValue] = []
        for part in parts:
            cells += part.columns.get(col) or [""] * len(part.numbers)
        columns[col] = in_order(cells)
    return Rows(range(len(place)), in_order([number for part in parts for number in part.numbers]), columns)


def integers(numbers: Sequence[bytes]) -> list[int]:
    """Return numbers as JSON has them; NotPlainError for those that JSON does not know (007)."""
    import orjson

    try:
        found: list[int] = orjson.loads(b"[" + b",".join(numbers) + b"]")
    except orjson.JSONDecodeError:
        raise NotPlainError from None
    return found
