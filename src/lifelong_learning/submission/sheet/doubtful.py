"""Rows that may be of no unit: what their words, numbers and figures make of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from lifelong_learning.model.names import fold, pattern, place_key
from lifelong_learning.submission.faults import Trouble
from lifelong_learning.submission.vocabulary import TOTALS

if TYPE_CHECKING:
    from lifelong_learning.submission.sheet.rows import TableRows

_LONGEST_TOTAL = 20
_LONGEST_PART = 80
_LONGEST_NAME = 200
_OF_WHOLES = frozenset([
    "huyện", "xã", "tỉnh", "thành", "phố", "phường", "thị", "toàn", "tòan", "cấp", "số", "cộng", "hợp",
    "trang", "khối", "các", "đơn", "vị", "của", "thư", "viện", "kỳ", "năm", "lượt", "chung",
])  # fmt: skip
"""Words behind “Tổng” or “Cộng” in the name of a total; a commune's name (“Cộng Hòa”) has none of them."""
_PART_WORDS = frozenset(["cấp", "khối", "các", "nhóm", "cụm", "vùng", "phần", "mục", "biểu", "bảng"])
"""Words that stand in the name of a part and not in that of a unit."""
_COUNTED = pattern(r"\s*\([^()]*\)$")
_TOTAL_BEGINS = pattern(
    r"(?:[ivx0-9]{1,4}[.)]\s*)?(?:tổng|cộng|cộng trang|tòan tỉnh|tòan huyện|mang sang|chuyển sang"
    r"|lũy kế|total|grand total|sub-?total|carried forward|brought forward)\b"
)
_SERIAL_FIGURE = pattern(r"[1-9][0-9]{0,2}(?:\.[0-9]{1,2})*\s*[.)/:-]?$")
_NUMBERING = pattern(
    r"(?:[(\[]?(?:[A-ZĐ]|[IVX]{1,5}|[1-9][0-9]{0,2})(?:\.[0-9]{1,2})*\s*[.)\]/:-]?"
    r"|[(\[]?[a-zđ]\s*[.)\]/:-]|[-–—−*+•·]{1,3})$"
)
"""What numbers the head of a part: a capital, a Roman numeral, a figure, a letter with a mark, or a dash."""
_NUMBERED = pattern(
    r"(?:[(\[]?(?:[ivx]{1,5}|[a-zđ]|[0-9]{1,3})(?:\.[0-9]{1,2})*\s*[.)\]/:-]+|[-–—−*+•·]+)\s*"
)
_PART_NUMBER = pattern(
    r"[(\[]?(?:(?P<roman>[IVX]{1,5})|(?P<letter>[A-Za-zĐđ])|[0-9]{1,3})(?P<below>(?:\.[0-9]{1,2})*)"
    r"(?:\s*[.)\]/:-]|$)"
)
"""What numbers the head of a part, at its beginning."""
_CAPITAL, _ROMAN, _SERIAL_NUMBER, _UNNUMBERED = range(1, 5)
"""Ranks of the heads of a part, by what numbers them; those of “I.1” are others than of “I”."""
_RANKS = 5


class DoubtfulRow:
    """A row of a table that lacks a key, a name or a level, with its code, year and cells by column."""

    def __init__(self, table: TableRows, index: int) -> None:
        self.index = index
        self.code: str | None = table.keys.code.values[index]
        self.year: int | None = table.keys.year.values[index]
        self.cells = table.body.row(index)
        self._table = table

    def _cell(self, column: str) -> object:
        cells = self._table.cells(column)
        return cells[self.index] if cells else ""

    @property
    def is_unread(self) -> bool:
        """Whether the unit, the year or the period of the row is not known."""
        return any(read.values[self.index] is None for read in self._table.keys)

    @cached_property
    def _texts(self) -> list[str]:
        return self._table.body.row_texts(self.index)

    @cached_property
    def _figures(self) -> int:
        """How many measures hold a figure."""
        return sum(column[self.index] >= 0 for column in self._table.measures.values())

    @cached_property
    def _level(self) -> object:
        return self._cell("level")

    @cached_property
    def _written_code(self) -> str:
        """What stands in the cell of the code, a whole number as such."""
        return str(self._cell("unit_code")).strip().removesuffix(".0")

    def _is_damaged(self, *columns: str) -> bool:
        """Tell whether the file has damaged or left out the value of one of some columns."""
        body, known = self._table.body, self._table.header.columns
        return any(self.index in body.damaged(known[column]) for column in columns)

    def is_blank(self) -> bool:
        """Tell whether nothing stands in the row, nor stood in a column that is read."""
        nothing = not self.cells and self.code is None and self.year is None
        return nothing and not self._is_damaged(*self._table.header.columns)

    def is_filled_down(self) -> bool:
        """Tell whether nothing but the year, the period, zeros or a serial number stands in the row."""
        keys, body = self._table.keys, self._table.body
        if self.index in keys.year.troubles or self.index in keys.period.troubles:
            return False
        if not self.cells or not all(map(self._is_filling, self.cells)) or body.is_damaged(self.index):
            return False
        return self.is_unread or not (self._cell("unit_name") or self._level)

    def _is_filling(self, col: int) -> bool:
        """Tell whether the cell of a column says nothing: zero, the row's number, or what is filled down."""
        cell, columns = self.cells[col], self._table.header.columns
        if col in self._passed or (cell in (0, "0", "-", "–") and not isinstance(cell, bool)):
            return True
        return col == columns.get("unit_code") and _is_serial(str(cell).removesuffix(".0"))

    @cached_property
    def _passed(self) -> set[int | None]:
        """The columns that may be filled down, where the row names no unit the level and places too."""
        facts = ("level", "district", "area") if self._cell("unit_name") == "" else ()
        columns = self._table.header.columns
        return {*map(columns.get, ("year", "period", *facts)), *self._table.serial}

    def is_total(self) -> bool:
        """Tell whether a row says that it is a total; one with a code of its own is a unit's, whatever its
        note says."""
        if self.code is not None:
            complete = self.year is not None and self._level != ""
            if complete or not (_is_numbering(self.code) or _begins_total(self.code)):
                return False
        named = [self._cell("unit_code"), self._cell("unit_name"), *self._texts[:1]]
        return any(map(says_total, self._texts)) or any(
            isinstance(text, str) and _begins_total(text) for text in named
        )

    def may_be_unit(self) -> bool:
        """Tell whether a row whose name begins like that of a total may be a unit's that lacks its code:
        “Cộng Hòa” is the name of communes."""
        if self.code is not None or self.year is None or self._level == "":
            return False
        name = self._cell("unit_name")
        if not isinstance(name, str) or not _begins_total(name) or any(map(says_total, self._texts)):
            return False
        rest = fold(name).split()[1:]
        return _OF_WHOLES.isdisjoint(rest) and not self._is_large_part(" ".join(rest))

    def says_nothing_of_units(self, last: int) -> bool:
        """Tell whether a row beside or under the table has neither a number nor a name of a part."""
        if _is_numbering(self._written_code) or self._figures > 1 or not self.stands_beside(last):
            return False
        return not any(map(self._is_large_part, self._texts))

    def heads_part(self) -> bool:
        """Tell whether a row is the head of a part, whatever its figures are."""
        names = self._part_names or ()
        if not any(map(self._names_part, names)):
            return False
        may_be_unit = self._figures and _is_serial(self._written_code)
        return not may_be_unit or any(map(self._is_large_part, names))

    def may_head_part(self) -> bool:
        """Tell whether a row is the head of a part if its figures are sums."""
        return self._part_names is not None and self._figures > 0

    @cached_property
    def _part_names(self) -> list[str] | None:
        """The names of the part that the row heads; None of a row that cannot be the head of one."""
        if self._level != "" or self._cell("year") != "" or self._is_damaged("unit_code", "year"):
            return None
        written = self._written_code
        names = [text for text in self._texts if text.strip() != written]
        if not written or _is_numbering(written):
            return names
        return [written] if " " in written and not names else None

    def _names_part(self, text: str) -> bool:
        """Tell whether a name is that of a part and not of a unit of the sheet."""
        name = _without_number(text)
        return _has_part_word(name) or not any(word in name for word in self._table.vocab.kind_words)

    def _is_large_part(self, text: str) -> bool:
        """Tell whether a name is that of several units, of a level, or of a district that the table has."""
        if len(text) > _LONGEST_PART:
            return False
        name, districts = _without_number(text), self._table.districts
        if _has_part_word(name) or fold(name) in self._table.vocab.choices["level"]:
            return True
        return bool(districts) and place_key(name) in districts

    def rank(self) -> int:
        """Return the rank of the head of a part."""
        text = self._written_code or next(iter(self._texts), "").strip()
        number = _PART_NUMBER.match(text)
        if number is None:
            return _UNNUMBERED
        rank = _ROMAN if number["roman"] else _CAPITAL if number["letter"] else _SERIAL_NUMBER
        return rank + _RANKS * number["below"].count(".")

    def stands_beside(self, last: int) -> bool:
        """Tell whether a row says something beside or under the table, which ends with the row `last`, and
        holds no unit's figures.

        Under the table a telephone number may stand among the measures.
        """
        under = self.index > last
        if self.year is not None:
            return under and self._is_dated_only()
        if self._is_damaged("unit_code", "year"):
            return False
        if under and self._figures < 2 and not self._names_level():
            return not (self._figures and self._is_code())
        return not self._figures and self._is_remark()

    def _is_dated_only(self) -> bool:
        return self.code is None and self._level == "" and not self._figures

    def _is_code(self) -> bool:
        code = self.code or ""
        return " " not in code and any(map(str.isdigit, code))

    def _names_level(self) -> bool:
        return isinstance(self._level, str) and fold(self._level) in self._table.vocab.choices["level"]

    def _is_remark(self) -> bool:
        """Tell whether a row of the table has neither a code nor a year, or words in place of a code."""
        keys = self._table.keys
        if self.index in keys.year.troubles:
            return False
        if self.code is None:
            return self.index not in keys.code.troubles
        return " " in self.code and self._level == ""

    def first_trouble(self) -> tuple[str, Trouble]:
        """Return the first key that is not known, and what is wrong with it."""
        for column, read in self._table.keys.by_column():
            if read.values[self.index] is None:
                return column, read.troubles.get(self.index, Trouble("CE201", ""))
        raise AssertionError(self.index)


def says_total(text: str) -> bool:
    """Tell whether a text is a word for a total, alone or with a number in brackets."""
    if len(text) > 2 * _LONGEST_TOTAL or text[-1:].isdigit():
        # Codes and numbered names are many, and need not be folded to be told from words.
        return False
    return _COUNTED.sub("", fold(text).rstrip(" :.")).rstrip(" :.") in TOTALS


def code_says_total(text: str) -> bool:
    """Tell whether a text in the place of a code is, or begins with, a word for a total."""
    return says_total(text) or (" " in text and _begins_total(text))


def _begins_total(text: str) -> bool:
    return len(text) < _LONGEST_NAME and _TOTAL_BEGINS.match(fold(text)) is not None


def _is_numbering(code: str) -> bool:
    """Tell whether a text is a Roman numeral, a capital, a serial number or a mark of a list."""
    return _NUMBERING.match(code) is not None


def _is_serial(code: str) -> bool:
    return _SERIAL_FIGURE.match(code) is not None


def _without_number(text: str) -> str:
    """Return a folded text without the number that it begins with."""
    return _NUMBERED.sub("", fold(text), count=1)


def _has_part_word(name: str) -> bool:
    return not _PART_WORDS.isdisjoint(name.split())
