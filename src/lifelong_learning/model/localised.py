"""How figures and texts reach their reader: days and numbers in a language, and how many lines a text takes
in a column of a sheet.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from lifelong_learning.model.names import pattern

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang


_FORM = pattern(r"\A([0-9]{4})-([0-9]{2})-([0-9]{2})")


class Day(str):
    """A day, with or without a time, as it was written; what is no day stays as it is."""

    def of(self, lang: Lang) -> str:
        """Return the day as a language writes it: 2024-05-03, or 03/05/2024."""
        return _FORM.sub(r"\3/\2/\1", self, count=1) if lang == "vi" else str(self)


def end_of_month(year: int, month: int) -> str:
    """Return the last day of a month as an ISO date."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return f"{year:04d}-{month:02d}-{_DAYS[month - 1] + leap}"


_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = {"year": (1, 12), "h1": (1, 6), "h2": (7, 12)}
_QUARTER = pattern(r"q([1-4])")
_SO_MANY = pattern(r"m([1-9]|1[0-2])")


def usual_months(period: str) -> tuple[int, int] | None:
    """Return the first and last month that a period is usually called so for: year, h1, h2, q1 to q4, and m9
    for the first nine; None for another name."""
    if quarter := _QUARTER.fullmatch(period):
        last = 3 * int(quarter[1])
        return last - 2, last
    if months := _SO_MANY.fullmatch(period):
        return 1, int(months[1])
    return _MONTHS.get(period)


def is_day(text: str) -> bool:
    """Tell whether a text has the form YYYY-MM-DD and names a day that exists."""
    from datetime import date

    if not _FORM.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


class Decimal(str):
    """A number as Python writes it."""

    def of(self, lang: Lang) -> Decimal:
        """Return the number as a language writes it: 97.907, or 97,907."""
        return Decimal(self.replace(".", ",")) if lang == "vi" else self

    @property
    def whole(self) -> str:
        """The whole number that 231.075 stands for where the dot was meant for thousands."""
        return self.replace(".", "").replace(",", "")


_WIDTHS = {
    **dict.fromkeys(" .,:;'’|!ijlIt()[]/\\-`", 0.6),
    **dict.fromkeys('frsJ"“”°*', 0.8),
    **dict.fromkeys("acez", 0.9),
    **dict.fromkeys("bdghknopquvxyđ0123456789", 1.0),
    **dict.fromkeys("BCEFLPRSTZ", 1.3),
    **dict.fromkeys("ADGHKNOQUVXYĐw&", 1.45),
    **dict.fromkeys("MWm%@—…", 1.85),
}
"""Widths of letters of Times New Roman, a digit being 1; those of other faces for text are no greater by more
than the room that is left beside them."""
_BESIDE = 1.0
"""What a cell keeps free beside its text."""


class _Widths(dict[str, float]):
    """Widths of characters: a letter with marks is as wide as without them."""

    def __missing__(self, char: str) -> float:
        plain = unicodedata.normalize("NFD", char)[0]
        if unicodedata.combining(char):
            width = 0.0
        elif plain != char:
            width = self[plain] + 0.05
        else:
            width = 1.4 if ord(char) < 0x2E80 else 2.2
        self[char] = width
        return width


_WIDTH_OF = _Widths(_WIDTHS)


def width_of(text: str, letters: float = 1.0) -> float:
    """Return the width of a column in which a text takes one line."""
    return sum(map(_WIDTH_OF.__getitem__, text)) * letters + _BESIDE


def lines_of(text: str, width: float, letters: float = 1.0) -> int:
    """Return how many lines a text takes that wraps in a column of so many digits of the sheet's own font.

    `letters` is the size of the text's letters against that font; bold ones are a tenth larger.
    """
    room = max((width - _BESIDE) / letters, 2.0)
    if "\n" in text:
        return sum(lines_of(line, width, letters) for line in text.split("\n"))
    if len(text) * 2.2 <= room:
        return 1
    lines, used = 1, 0.0
    for piece in text.split(" "):
        long = sum(map(_WIDTH_OF.__getitem__, piece))
        if used and used + 0.6 + long > room:
            lines, used = lines + 1, 0.0
        used += long + (0.6 if used else 0.0)
        if used > room:  # a word longer than the line is broken
            lines, used = lines + int(used / room), used % room
    return lines
