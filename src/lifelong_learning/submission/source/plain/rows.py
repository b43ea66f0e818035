"""A piece of a sheet, rows as they stand in its XML, as columns."""

from __future__ import annotations

from datetime import date, timedelta
from operator import itemgetter, lt
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from lifelong_learning.submission.source.plain.error import NotPlainError
from lifelong_learning.submission.source.plain.shape import DIGITS, ERROR, NUMBER, ROW, SHARED, shape_of
from lifelong_learning.submission.source.plain.special import Specials

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lifelong_learning.submission.source.grid import Cell, CellValue
    from lifelong_learning.submission.source.plain.shape import Shape, Slot
    from lifelong_learning.submission.source.plain.styles import Styles

T = TypeVar("T")

_NUMBERS = bytes(byte if byte in b"0123456789-." else 32 for byte in range(256))
"""Leaves of a row its numbers, with white space between them."""
_FEW = 200
"""Numbers of so many rows of one shape are read in one step, else column by column: most are addresses."""
_DAY_ZERO = date(1899, 12, 30)
_CERTAIN_DAYS = range(61, 2_958_466)
"""From 1 March 1900, before which Excel counts a day too many, to the end of 9999."""


class Rows(NamedTuple):
    """Some rows in order: their 1-based numbers, the cells of every column that has any in them, the
    number of rows up to the last with a value, formulas without a value, and errors."""

    numbers: Sequence[int]
    columns: dict[int, Sequence[CellValue]]
    filled: int
    unstored: list[Cell]
    errors: dict[Cell, str]


class _Alike(NamedTuple):
    """The rows of one shape: where they stand in the piece, their numbers, their cells by column."""

    positions: Sequence[int]
    numbers: list[int]
    columns: dict[int, Sequence[CellValue]]


class RowReader:
    """Reads the pieces of a workbook's sheets."""

    def __init__(self, shared: Sequence[str], styles: Styles) -> None:
        self._shared = shared
        self._days = styles.days
        self._dated = styles.days | styles.doubtful

    def read(self, piece: bytes) -> Rows:
        """Return the rows of a piece that begins with a row and ends behind one."""
        lines = piece.split(ROW)[1:]
        found = _Found(self, lines)
        for bare, positions in _sorted(piece, len(lines)):
            shape = shape_of(bare)
            if shape is None or any(slot.kind not in (NUMBER, SHARED) for slot in shape.slots):
                found.specials.extend(positions)
            else:
                found.take(shape, positions)
        found.take_specials()
        return found.rows()

    def values(
        self, slot: Slot, numbers: list[bytes], figures: Sequence[float] | None, every: int
    ) -> Sequence[CellValue]:
        """Return the values of one cell of every row from the numbers of all, and from what they are
        where that is known."""
        part = slice(slot.value, None, every)
        found = integers(numbers[part]) if figures is None else figures[part]
        if slot.kind == SHARED:
            try:
                return list(map(self._shared.__getitem__, found))  # type: ignore[arg-type]
            except IndexError:
                raise NotPlainError from None
        if slot.style >= 0 and self._dated and not self._dated.isdisjoint(numbers[slot.style :: every]):
            return list(map(self._dated_value, found, numbers[slot.style :: every]))
        return found

    def _dated_value(self, number: float, style: bytes) -> CellValue:
        """Return a number, or the day that it is; the reader knows of times and of doubtful days."""
        if style not in self._dated:
            return number
        if style not in self._days or number not in _CERTAIN_DAYS:
            raise NotPlainError
        return _DAY_ZERO + timedelta(days=number)


class _Found:
    """What has been read of one piece."""

    def __init__(self, reader: RowReader, lines: list[bytes]) -> None:
        self._reader = reader
        self._lines = lines
        self._alike: list[_Alike] = []
        self._unstored: list[Cell] = []
        self._errors: dict[Cell, str] = {}
        self.specials: list[int] = []

    def take(self, shape: Shape, positions: Sequence[int]) -> None:
        """Take the rows of one shape; those whose numbers are not as many as it says are special."""
        numbers = _numbers([self._lines[at] for at in positions])
        if len(numbers) != shape.numbers * len(positions):
            self.specials.extend(positions)
            return
        figures = integers(numbers) if len(positions) <= _FEW else None
        every, read = shape.numbers, self._reader.values
        values = {slot.col: read(slot, numbers, figures, every) for slot in shape.slots}
        self._keep(shape, positions, numbers, values)

    def take_specials(self) -> None:
        """Take the rows that are left, each brought to the common form."""
        if not self.specials:
            return
        put_aside = Specials()
        groups: dict[bytes, list[int]] = {}
        for at in sorted(self.specials):
            self._lines[at] = line = put_aside.common(self._lines[at])
            groups.setdefault(line.translate(None, DIGITS), []).append(at)
        texts = put_aside.texts()
        for bare, positions in groups.items():
            shape = shape_of(bare)
            if shape is None:
                raise NotPlainError
            self._take_special(shape, positions, texts)

    def _take_special(self, shape: Shape, positions: list[int], texts: Sequence[str]) -> None:
        numbers = _numbers([self._lines[at] for at in positions])
        if len(numbers) != shape.numbers * len(positions):
            raise NotPlainError
        values: dict[int, Sequence[CellValue]] = {}
        for slot in shape.slots:
            if slot.kind in (NUMBER, SHARED):
                values[slot.col] = self._reader.values(slot, numbers, None, shape.numbers)
                continue
            found = [texts[number] for number in integers(numbers[slot.value :: shape.numbers])]
            if slot.kind == ERROR:
                rows = integers(numbers[:: shape.numbers])
                self._errors.update(((row, slot.col), text) for row, text in zip(rows, found, strict=True))
                found = [""] * len(found)
            values[slot.col] = found
        self._keep(shape, positions, numbers, values)

    def _keep(
        self,
        shape: Shape,
        positions: Sequence[int],
        numbers: list[bytes],
        values: dict[int, Sequence[CellValue]],
    ) -> None:
        own = numbers[:: shape.numbers]
        if any(numbers[at :: shape.numbers] != own for at in shape.addresses):
            raise NotPlainError
        rows = integers(own)
        self._unstored.extend((row, col) for col in shape.unstored for row in rows)
        self._alike.append(_Alike(positions, rows, values))

    def rows(self) -> Rows:
        """Return all rows in their order."""
        filled = max((group.positions[-1] + 1 for group in self._alike if group.columns), default=0)
        if len(self._alike) == 1:
            (group,) = self._alike
            numbers: Sequence[int] = group.numbers
            columns = group.columns
        else:
            numbers, columns = _merged(self._alike)
        if not all(map(lt, numbers, numbers[1:])):
            raise NotPlainError
        return Rows(numbers, columns, filled, self._unstored, self._errors)


def _sorted(piece: bytes, rows: int) -> Sequence[tuple[bytes, Sequence[int]]]:
    """Return the positions of the rows by what is left of them without their digits."""
    first, *bare = piece.translate(None, DIGITS).split(ROW)
    if first or len(bare) != rows:
        raise NotPlainError
    if bare.count(bare[0]) == rows:
        return [(bare[0], range(rows))]
    groups: dict[bytes, list[int]] = {}
    for at, line in enumerate(bare):
        groups.setdefault(line, []).append(at)
    return list(groups.items())


def _merged(groups: list[_Alike]) -> tuple[Sequence[int], dict[int, Sequence[CellValue]]]:
    """Return numbers and columns of the rows of several shapes in the order in which they stand."""
    in_order = _order([position for group in groups for position in group.positions])
    columns: dict[int, Sequence[CellValue]] = {}
    for col in sorted(set().union(*(group.columns for group in groups))):
        cells: list[CellValue] = []
        for group in groups:
            cells += group.columns.get(col) or [""] * len(group.numbers)
        columns[col] = in_order(cells)
    return in_order([number for group in groups for number in group.numbers]), columns


def _order(positions: list[int]) -> Callable[[list[T]], Sequence[T]]:
    """Return what puts things that stand at these positions in order."""
    if positions == list(range(len(positions))):
        return _as_they_are
    place = [0] * len(positions)
    for at, position in enumerate(positions):
        place[position] = at
    return itemgetter(*place)


def _as_they_are(things: list[T]) -> list[T]:
    return things


def _numbers(lines: list[bytes]) -> list[bytes]:
    return b" ".join(lines).translate(_NUMBERS).split()


def integers(numbers: list[bytes]) -> list[int]:
    """Return numbers as JSON has them; NotPlainError for those that JSON does not know (007)."""
    import orjson

    try:
        found: list[int] = orjson.loads(b"[" + b",".join(numbers) + b"]")
    except orjson.JSONDecodeError:
        raise NotPlainError from None
    return found
