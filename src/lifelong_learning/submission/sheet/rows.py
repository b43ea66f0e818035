"""What every row of a table is: a unit's, a total, the head of a part, or none of these."""

from __future__ import annotations

from array import array
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct, field

from lifelong_learning.model.names import fold, place_key
from lifelong_learning.submission.faults import Trouble
from lifelong_learning.submission.sheet.block import is_index
from lifelong_learning.submission.vocabulary import (
    COUNTED,
    NUMBERED,
    NUMBERING,
    PART_NUMBER,
    PART_WORDS,
    SERIAL,
    SERIAL_FIGURE,
    TOTAL_BEGINS,
    TOTALS,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lifelong_learning.submission.sheet.body import SheetBody
    from lifelong_learning.submission.sheet.columns import ReadColumn
    from lifelong_learning.submission.sheet.header import SheetHeader
    from lifelong_learning.submission.vocabulary import Vocabulary

_LONGEST_TOTAL = 20
_LONGEST_PART = 80
_OF_WHOLES = frozenset([
    "huyện", "xã", "tỉnh", "thành", "phố", "phường", "thị", "toàn", "tòan", "cấp", "số", "cộng", "hợp",
    "trang", "khối", "các", "đơn", "vị", "của", "thư", "viện", "kỳ", "năm", "lượt", "chung",
])  # fmt: skip
"""Words behind “Tổng” or “Cộng” in the name of a total; a commune's name (“Cộng Hòa”) has none of them."""


class RowKeys(NamedTuple):
    """Whose row it is: code, year and period of every row."""

    code: ReadColumn
    year: ReadColumn
    period: ReadColumn


class RowRoles(Struct):
    """The rows by what they are, as positions from 0.

    `sums` maps totals and heads of a part to their rank: parts of one rank stand side by side. `text`
    rows say something beside or under the table, `filled` ones were filled down; `passed` are blank or
    rows of a header; `unreadable` names the column at fault.
    """

    total: int
    sums: dict[int, int] = field(default_factory=dict)
    text: set[int] = field(default_factory=set)
    filled: set[int] = field(default_factory=set)
    passed: set[int] = field(default_factory=set)
    unreadable: dict[int, tuple[str, Trouble]] = field(default_factory=dict)
    _selector: bytearray | None = None

    def close(self) -> None:
        """Fix which rows are used."""
        unused = [*self.no_units(), *self.unreadable]
        if unused:
            self._selector = bytearray(b"\x01") * self.total
            for index in unused:
                self._selector[index] = 0

    def no_units(self) -> set[int]:
        """Return the rows that are of no unit."""
        return self.passed.union(self.sums, self.text, self.filled)

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


TOTAL, CAPITAL, ROMAN, SERIAL_NUMBER, UNNUMBERED = range(5)
"""Ranks of totals and heads of a part, by what numbers them; those of “I.1” are others than of “I”."""
_RANKS = 5


class RowSorter:
    """Tells what the rows of a table are from its codes, years and figures."""

    def __init__(
        self,
        body: SheetBody,
        header: SheetHeader,
        keys: RowKeys,
        measures: Mapping[str, array[int]],
        vocab: Vocabulary,
    ) -> None:
        self.body = body
        self.header = header
        self.keys = keys
        self.measures = measures
        self.vocab = vocab
        self.roles = RowRoles(body.size)
        self.serial = {col for col, text in header.headers.items() if fold(text) in SERIAL}

    def sort(self, agrees: Callable[[int], bool]) -> RowRoles:
        """Return what every row is; `agrees` tells whether the figures of a row are sums of others."""
        roles = self.roles
        exact = self._named_total()
        roles.sums = dict.fromkeys(sorted(exact), TOTAL)
        roles.passed.update(index for index in self.body.headings if index < self.body.size)
        doubtful = [index for index in self._doubtful() if index not in exact and index not in roles.passed]
        left = [index for index in doubtful if not self._is_plainly_none(index)]
        last = self._last_unit(roles.no_units())
        maybe: list[int] = []
        for index in left:
            if not self._is_unread(index):
                continue
            if self._may_be_unit(index):
                maybe.append(index)
            elif self._says_nothing_of_units(index, last):
                roles.text.add(index)
            elif self._is_head(index, maybe):
                roles.sums[index] = self._rank(index)
            elif index in maybe:
                continue
            elif self._stands_beside(index, last):
                roles.text.add(index)
            else:
                roles.unreadable[index] = self._first_trouble(index)
        roles.sums.update((index, self._rank(index)) for index in maybe)
        for index in [index for index in maybe if not agrees(index)]:
            del roles.sums[index]
            if self._stands_beside(index, last):
                roles.text.add(index)
            else:
                roles.unreadable[index] = self._first_trouble(index)
        roles.sums = dict(sorted(roles.sums.items()))
        roles.close()
        return roles

    def _doubtful(self) -> list[int]:
        """Return the rows without a code, year or period that can be read, or without a name or level."""
        found: set[int] = set()
        for read in self.keys:
            if None in read.values:
                found.update(index for index, value in enumerate(read.values) if value is None)
        for column in ("unit_name", "level"):
            col = self.header.columns.get(column)
            cells = () if col is None else self.body.identity(col)
            if "" in cells:
                found.update(index for index, cell in enumerate(cells) if cell == "")
        return sorted(found)

    def _is_unread(self, index: int) -> bool:
        return any(read.values[index] is None for read in self.keys)

    def _is_plainly_none(self, index: int) -> bool:
        """Sort a row that is plainly of no unit: blank, filled down, an index row or a total."""
        roles, cells = self.roles, self.body.row(index)
        code, year = self.keys.code.values[index], self.keys.year.values[index]
        if not cells and code is None and year is None and not self._is_damaged(index):
            roles.passed.add(index)
        elif self._is_filled_down(index):
            roles.filled.add(index)
        elif year is None and is_index(cells):
            roles.passed.add(index)
        elif self._is_total(index) and not self._may_be_unit(index):
            roles.sums[index] = TOTAL
        else:
            return False
        return True

    def _is_damaged(self, index: int) -> bool:
        return any(index in self.body.damaged(col) for col in self.header.columns.values())

    def _is_unstored(self, index: int) -> bool:
        """Tell whether the file has damaged or left out the value of a code or year."""
        cols = (self.header.columns["unit_code"], self.header.columns["year"])
        return any(index in self.body.damaged(col) for col in cols)

    def _is_filled_down(self, index: int) -> bool:
        """Tell whether nothing but the year, the period, zeros or a serial number stands in the row."""
        columns = self.header.columns
        if index in self.keys.year.troubles or index in self.keys.period.troubles:
            return False
        passed = {columns.get("year"), columns.get("period"), *self.serial}
        if self._cell("unit_name", index) == "":
            passed.update(columns.get(fact) for fact in ("level", "district", "area"))
        found = False
        for col in range(1, self.body.width + 1):
            cell = self.body.cells(col)[index]
            if index in self.body.damaged(col):
                return False
            if cell == "":
                continue
            found = True
            is_number = col == columns.get("unit_code") and SERIAL_FIGURE.match(str(cell).removesuffix(".0"))
            if col not in passed and not is_number and not _is_zero(cell):
                return False
        return found and (
            self._is_unread(index) or not any(self._cell(c, index) for c in ("unit_name", "level"))
        )

    def _cell(self, column: str, index: int) -> object:
        col = self.header.columns.get(column)
        return "" if col is None else self.body.identity(col)[index]

    def _named_total(self) -> set[int]:
        """Return the rows whose code or name is a word for a total."""
        found: set[int] = set()
        for column in ("unit_code", "unit_name"):
            col = self.header.columns.get(column)
            if col is None:
                continue
            cells = self.body.cells(col)
            words = {
                cell
                for cell in set(cells)
                if isinstance(cell, str)
                and (_is_total(cell) or (column == "unit_code" and " " in cell and _begins_total(cell)))
            }
            if words:
                found.update(index for index, cell in enumerate(cells) if cell in words)
        return found

    def _is_total(self, index: int) -> bool:
        """Tell whether a row says that it is a total; one with a code of its own is a unit's, whatever its
        note says."""
        code = self.keys.code.values[index]
        complete = self.keys.year.values[index] is not None and self._cell("level", index) != ""
        if code is not None and (complete or not (_is_numbering(str(code)) or _begins_total(str(code)))):
            return False
        named = [self._cell("unit_code", index), self._cell("unit_name", index)]
        texts = self.body.row_texts(index)
        return any(map(_is_total, texts)) or any(
            isinstance(text, str) and _begins_total(text) for text in [*named, *texts[:1]]
        )

    def _may_be_unit(self, index: int) -> bool:
        """Tell whether a row whose name begins like that of a total may be a unit's that lacks its code:
        “Cộng Hòa” is the name of communes."""
        if self.keys.code.values[index] is not None or self.keys.year.values[index] is None:
            return False
        name = self._cell("unit_name", index)
        if not isinstance(name, str) or self._cell("level", index) == "" or not _begins_total(name):
            return False
        if any(map(_is_total, self.body.row_texts(index))):
            return False
        rest = fold(name).split()[1:]
        return _OF_WHOLES.isdisjoint(rest) and not self._is_large_part(" ".join(rest))

    def _last_unit(self, no_units: set[int]) -> int:
        """Return the last row with a code and a year, or −1."""
        code, year = self.keys.code.values, self.keys.year.values
        return next(
            (
                index
                for index in reversed(range(self.body.size))
                if code[index] is not None and year[index] is not None and index not in no_units
            ),
            -1,
        )

    def _figures(self, index: int) -> int:
        return sum(column[index] >= 0 for column in self.measures.values())

    def _says_nothing_of_units(self, index: int, last: int) -> bool:
        """Tell whether a row beside or under the table has neither a number nor a name of a part."""
        written = str(self._cell("unit_code", index)).strip().removesuffix(".0")
        if _is_numbering(written) or self._figures(index) > 1 or not self._stands_beside(index, last):
            return False
        return not any(map(self._is_large_part, self.body.row_texts(index)))

    def _is_head(self, index: int, maybe: list[int]) -> bool:
        """Tell whether a row is the head of a part; one that is so only if its figures are sums goes to
        `maybe`."""
        if self._cell("level", index) != "" or self._cell("year", index) != "" or self._is_unstored(index):
            return False
        code = self._cell("unit_code", index)
        written = "" if code == "" else str(code).strip().removesuffix(".0")
        names = [text for text in self.body.row_texts(index) if text.strip() != written]
        if written and not _is_numbering(written):
            if " " not in written or names:
                return False
            names = [written]
        part = any(map(self._names_part, names)) and bool(names)
        if part and written and SERIAL_FIGURE.match(written) and self._figures(index):
            part = any(map(self._is_large_part, names))
        if part:
            return True
        if self._figures(index):
            maybe.append(index)
        return False

    def _names_part(self, text: str) -> bool:
        """Tell whether a name is that of a part and not of a unit of the sheet."""
        name = NUMBERED.sub("", fold(text), count=1)
        return not PART_WORDS.isdisjoint(name.split()) or not any(
            word in name for word in self.vocab.kind_words
        )

    def _is_large_part(self, text: str) -> bool:
        """Tell whether a name is that of several units, or of a district that the table has."""
        if len(text) > _LONGEST_PART:
            return False
        name = NUMBERED.sub("", fold(text), count=1)
        if not PART_WORDS.isdisjoint(name.split()):
            return True
        return bool(self._districts) and place_key(name) in self._districts

    @cached_property
    def _districts(self) -> frozenset[str]:
        """The districts that the table has, as `place_key` gives them."""
        col = self.header.columns.get("district")
        cells = () if col is None else self.body.cells(col)
        return frozenset(place_key(cell) for cell in {*cells} if isinstance(cell, str) and cell)

    def _rank(self, index: int) -> int:
        code = str(self._cell("unit_code", index)).strip()
        text = code or next(iter(self.body.row_texts(index)), "").strip()
        number = PART_NUMBER.match(text)
        if number is None:
            return UNNUMBERED
        rank = ROMAN if number["roman"] else CAPITAL if number["letter"] else SERIAL_NUMBER
        return rank + _RANKS * number["below"].count(".")

    def _stands_beside(self, index: int, last: int) -> bool:
        """Tell whether a row says something beside or under the table, and holds no unit's figures.

        Within the table it has neither code, nor year, nor any measure; under it a telephone number may
        stand among the measures.
        """
        if self.keys.year.values[index] is not None:
            return (
                index > last
                and self.keys.code.values[index] is None
                and not self._figures(index)
                and (self._cell("level", index) == "")
            )
        code = self.keys.code.values[index]
        figures = self._figures(index)
        if self._is_unstored(index):
            return False
        if index > last and figures < 2 and not self._level(index):
            is_code = code is not None and " " not in str(code) and any(c.isdigit() for c in str(code))
            return not (is_code and figures)
        if index in self.keys.year.troubles or figures:
            return False
        if code is None:
            return index not in self.keys.code.troubles
        return " " in str(code) and self._cell("level", index) == ""

    def _level(self, index: int) -> bool:
        cell = self._cell("level", index)
        return isinstance(cell, str) and fold(cell) in self.vocab.choices["level"]

    def _first_trouble(self, index: int) -> tuple[str, Trouble]:
        for column, read in zip(("unit_code", "year", "period"), self.keys, strict=True):
            if read.values[index] is None:
                return column, read.troubles.get(index, Trouble("CE201", ""))
        raise AssertionError(index)


def _is_zero(cell: object) -> bool:
    return cell in (0, "0", "-", "–") and not isinstance(cell, bool)


def _is_total(text: str) -> bool:
    if len(text) > 2 * _LONGEST_TOTAL or text[-1:].isdigit():
        # Codes and numbered names are many, and need not be folded to be told from words.
        return False
    return COUNTED.sub("", fold(text).rstrip(" :.")).rstrip(" :.") in TOTALS


def _begins_total(text: str) -> bool:
    return len(text) < 200 and TOTAL_BEGINS.match(fold(text)) is not None


def _is_numbering(code: str) -> bool:
    """Tell whether a text is a Roman numeral, a capital, a serial number or a mark of a list."""
    return NUMBERING.match(code) is not None
