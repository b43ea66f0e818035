"""A piece of a sheet, rows as they stand in its XML, as columns."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from operator import itemgetter, lt
from typing import TYPE_CHECKING, Any, NamedTuple

from lifelong_learning.submission.source.plain.error import NotPlainError
from lifelong_learning.submission.source.plain.shape import DIGITS, ERROR, NUMBER, ROW, SHARED, shape_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lifelong_learning.submission.source.grid import Cell, CellValue
    from lifelong_learning.submission.source.plain.shape import Shape
    from lifelong_learning.submission.source.plain.styles import Styles

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
"""Digits of a cell format's number; the reader takes one that is too large for the first format."""
_DAY_ZERO = date(1899, 12, 30)
_CERTAIN_DAYS = range(61, 2_958_466)
"""From 1 March 1900, before which Excel counts a day too many, to the end of 9999."""


class Rows(NamedTuple):
    """Some rows in order: where they stand in their piece, their 1-based numbers, and the cells of every
    column that has any in them."""

    positions: Sequence[int]
    numbers: Sequence[int]
    columns: Mapping[int, Sequence[CellValue]]


class Found(NamedTuple):
    """What a piece of a sheet holds: its rows in order, formulas without a value, and errors."""

    rows: list[Rows]
    unstored: list[Cell]
    errors: dict[Cell, str]


class RowReader:
    """Reads the pieces of a workbook's sheets."""

    def __init__(self, shared: Sequence[str], styles: Styles) -> None:
        self._shared = shared
        self._days = styles.days
        self._dated = styles.days | styles.doubtful

    def read(self, piece: bytes) -> Found:
        """Return the rows of a piece that begins with a row and ends behind one."""
        lines = piece.split(ROW)[1:]
        found = _Piece(self, lines)
        special: list[int] = []
        for bare, positions in _sorted(piece, len(lines)):
            shape = shape_of(bare)
            if shape is None or shape.special or not found.take(shape, positions):
                special += positions
        if special:
            found.take_special(sorted(special))
        return found.in_order()

    def shared(self, indices: Sequence[int]) -> list[CellValue]:
        """Return the shared texts that cells point at."""
        try:
            return list(map(self._shared.__getitem__, indices))
        except (IndexError, TypeError):
            raise NotPlainError from None

    def dated(self, figures: Sequence[float], styles: Sequence[bytes]) -> Sequence[CellValue]:
        """Return numbers, days where a style shows them so."""
        named = set(styles)
        if any(len(style) > 1 and (style[:1] == b"0" or len(style) > _LONGEST_STYLE) for style in named):
            raise NotPlainError
        if self._dated.isdisjoint(named):
            return figures
        return list(map(self._dated_value, figures, styles))

    def _dated_value(self, number: float, style: bytes) -> CellValue:
        """Return a number, or the day that it is; the reader knows of times and of doubtful days."""
        if style not in self._dated:
            return number
        day = int(number)
        if style not in self._days or day != number or day not in _CERTAIN_DAYS:
            raise NotPlainError
        return _DAY_ZERO + timedelta(days=day)


class _Piece:
    """What has been read of one piece."""

    def __init__(self, reader: RowReader, lines: list[bytes]) -> None:
        self._reader = reader
        self._lines = lines
        self._alike: list[Rows] = []
        self._unstored: list[Cell] = []
        self._errors: dict[Cell, str] = {}

    def take(self, shape: Shape, positions: Sequence[int], texts: Sequence[str] = ()) -> bool:
        """Take the rows of one shape; False where its numbers stand elsewhere."""
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
        for col, style, value, kind in shape.slots:
            found = at(value) if few else integers(at(value))
            if kind == SHARED:
                found = self._reader.shared(found)
            elif kind == NUMBER:
                if not exact and not _is_exact(found):
                    found = list(map(float, found))
                if style >= 0:
                    found = self._reader.dated(found, numbers[style::every])
            else:
                found = self._put_back(kind, found, col, rows, texts)
            columns[col] = found
        self._unstored += [(row, col) for col in shape.unstored for row in rows]
        self._alike.append(Rows(positions, rows, columns))
        return True

    def take_special(self, positions: Sequence[int]) -> None:
        """Take the rows that are left, each brought to the common form."""
        from lifelong_learning.submission.source.plain.special import Specials

        put_aside = Specials()
        groups: dict[bytes, list[int]] = {}
        lines = put_aside.common([self._lines[at] for at in positions])
        for at, line, bare in zip(positions, lines, _bare(lines), strict=True):
            self._lines[at] = line
            groups.setdefault(bare, []).append(at)
        _refuse_many(groups)
        texts = put_aside.texts()
        for bare, alike in groups.items():
            shape = shape_of(bare)
            if shape is None or not self.take(shape, alike, texts):
                raise NotPlainError

    def _put_back(
        self, kind: bytes, numbers: Sequence[int], col: int, rows: Sequence[int], texts: Sequence[str]
    ) -> list[CellValue]:
        """Return the texts that were put aside; an error is noted and leaves nothing."""
        try:
            found = [texts[number] for number in numbers]
        except (IndexError, TypeError):
            raise NotPlainError from None
        if kind != ERROR:
            return found  # type: ignore[return-value]
        self._errors.update(((row, col), text) for row, text in zip(rows, found, strict=True))
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
        return Found(parts, self._unstored, self._errors)


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


def _sorted(piece: bytes, rows: int) -> Sequence[tuple[bytes, Sequence[int]]]:
    """Return the positions of the rows by what is left of them without their digits."""
    first, *bare = piece.translate(None, DIGITS).split(ROW)
    if first or not rows or len(bare) != rows:
        raise NotPlainError
    if bare.count(bare[0]) == rows:
        return [(bare[0], range(rows))]
    groups: dict[bytes, list[int]] = {}
    for at, line in enumerate(bare):
        groups.setdefault(line, []).append(at)
    _refuse_many(groups)
    return list(groups.items())


def _bare(lines: list[bytes]) -> list[bytes]:
    """Return lines without their digits."""
    return b"\0".join(lines).translate(None, DIGITS).split(b"\0")


def _refuse_many(groups: Mapping[bytes, object]) -> None:
    """NotPlainError where nearly every row has a shape of its own: the reader is faster."""
    if len(groups) > _MOST_SHAPES:
        raise NotPlainError


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


def _numbers(lines: list[bytes]) -> list[bytes]:
    return b" ".join(lines).translate(_NUMBERS).split()


def integers(numbers: Sequence[bytes]) -> list[int]:
    """Return numbers as JSON has them; NotPlainError for those that JSON does not know (007)."""
    import orjson

    try:
        found: list[int] = orjson.loads(b"[" + b",".join(numbers) + b"]")
    except orjson.JSONDecodeError:
        raise NotPlainError from None
    return found
