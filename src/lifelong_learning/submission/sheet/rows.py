"""Which rows of a sheet are of a unit and which are totals, and whether the totals are right."""

from __future__ import annotations

from array import array
from itertools import compress
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct, field

from lifelong_learning.model.names import fold
from lifelong_learning.model.plan import MeasureType
from lifelong_learning.model.submission import INVALID
from lifelong_learning.submission.faults import Fault, Trouble, beside
from lifelong_learning.submission.names import shown
from lifelong_learning.submission.vocabulary import TOTALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lifelong_learning.submission.sheet.body import Body
    from lifelong_learning.submission.sheet.columns import ReadColumn
    from lifelong_learning.submission.sheet.header import Layout
    from lifelong_learning.submission.vocabulary import Vocabulary

_LONGEST_TOTAL = 20


class RowKeys(NamedTuple):
    """Whose row it is: code, year and period of every row."""

    code: ReadColumn
    year: ReadColumn
    period: ReadColumn


class RowRoles(Struct):
    """The rows by what they are, as positions from 0; `unreadable` names the column at fault."""

    total: int
    totals: list[int] = field(default_factory=list)
    passed: set[int] = field(default_factory=set)
    unreadable: dict[int, tuple[str, Trouble]] = field(default_factory=dict)
    _selector: bytearray | None = None

    def close(self) -> None:
        """Fix which rows are used."""
        if self.totals or self.passed or self.unreadable:
            self._selector = bytearray(b"\x01") * self.total
            for index in (*self.totals, *self.passed, *self.unreadable):
                self._selector[index] = 0

    @property
    def size(self) -> int:
        """The number of rows that are used."""
        return self.total if self._selector is None else sum(self._selector)

    def is_used(self, index: int) -> bool:
        """Tell whether the row is a unit's and counts."""
        return self._selector is None or bool(self._selector[index])

    def keep(self, column: Iterable[Any]) -> list[Any]:
        """Return the entries of the rows that are used."""
        if self._selector is None:
            return column if isinstance(column, list) else list(column)
        return list(compress(column, self._selector))

    def keep_counts(self, column: array[int]) -> array[int]:
        """Return the figures of the rows that are used."""
        return column if self._selector is None else array("q", compress(column, self._selector))


def sort_rows(body: Body, layout: Layout, keys: RowKeys, measures: Mapping[str, array[int]]) -> RowRoles:
    """Return what every row is."""
    roles = RowRoles(body.size)
    totals = _named_total(body, layout)
    for index in _unread(keys):
        if index in totals:
            continue
        if not body.row(index) and not _merged_into(keys, index):
            roles.passed.add(index)
        elif keys.code.values[index] is None and any(map(_is_total, body.row_texts(index))):
            # A row with a code is a unit's, whatever its note says.
            totals.add(index)
        elif _belongs_to_nothing(body, layout, keys, index, measures):
            roles.passed.add(index)
        else:
            roles.unreadable[index] = _first_trouble(keys, index)
    roles.totals = sorted(totals)
    roles.close()
    return roles


def _merged_into(keys: RowKeys, index: int) -> bool:
    return keys.code.values[index] is not None or keys.year.values[index] is not None


def _unread(keys: RowKeys) -> list[int]:
    found: set[int] = set()
    for read in keys:
        if None in read.values:
            found.update(index for index, value in enumerate(read.values) if value is None)
    return sorted(found)


def _is_total(text: str) -> bool:
    if len(text) > _LONGEST_TOTAL or text[-1:].isdigit():
        # Codes and numbered names are many, and need not be folded to be told from words.
        return False
    return fold(text).rstrip(" :.") in TOTALS


def _named_total(body: Body, layout: Layout) -> set[int]:
    """Return the rows whose code or name is a word for a total."""
    found: set[int] = set()
    for column in ("unit_code", "unit_name"):
        col = layout.columns.get(column)
        if col is None:
            continue
        cells = body.cells(col)
        words = {cell for cell in set(cells) if isinstance(cell, str) and _is_total(cell)}
        if words:
            found.update(index for index, cell in enumerate(cells) if cell in words)
    return found


def _belongs_to_nothing(
    body: Body, layout: Layout, keys: RowKeys, index: int, measures: Mapping[str, array[int]]
) -> bool:
    """Tell whether a row has neither code, nor year, nor any measure.

    A line of words in the column of codes ("Người lập biểu") is no code where nothing else stands
    beside it.
    """
    if keys.year.values[index] is not None or index in keys.year.troubles:
        return False
    if any(column[index] >= 0 for column in measures.values()):
        return False
    code = keys.code.values[index]
    if code is None:
        return index not in keys.code.troubles
    level = layout.columns.get("level")
    beside = level is not None and body.cells(level)[index] != ""
    return " " in str(code) and not beside


def _first_trouble(keys: RowKeys, index: int) -> tuple[str, Trouble]:
    for column, read in zip(("unit_code", "year", "period"), keys, strict=True):
        if read.values[index] is None:
            return column, read.troubles.get(index, Trouble("CE201", ""))
    raise AssertionError(index)


def compare_totals(
    body: Body, layout: Layout, roles: RowRoles, measures: Mapping[str, array[int]], vocab: Vocabulary
) -> Iterator[Fault]:
    """Yield a fault for every total that is neither the sum since the previous one nor that of all above."""
    if not roles.totals:
        return
    skipped = roles.passed.union(roles.totals)
    for measure, column in measures.items():
        col = layout.columns.get(measure)
        if col is None or vocab.plan.measure[measure].type is not MeasureType.COUNT:
            continue
        for index, expected in _differences(column, roles.totals, skipped):
            value = beside(shown(body.cells(col)[index]), str(expected))
            yield Fault(index + body.first, col, Trouble("RW303", value), None)


def _differences(column: array[int], totals: list[int], skipped: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the row of every total that neither sum agrees with, and the nearer of the two sums."""
    start = above = 0
    certain = certain_above = True
    for index in totals:
        since = [column[row] for row in range(start, index) if row not in skipped]
        certain = INVALID not in since
        certain_above = certain_above and certain
        part = sum(figure for figure in since if figure > 0)
        above += part
        start = index + 1
        stated = column[index]
        agrees = stated == part or (certain_above and stated == above)
        if stated >= 0 and certain and not agrees:
            expected = min(part, above, key=lambda figure: abs(figure - stated)) if certain_above else part
            yield index, expected
