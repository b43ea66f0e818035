"""Days and numbers, which plans and cells hold as 2024-05-03 and 97.907; each language writes its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lifelong_learning.model.patterns import pattern

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang

_FORM = re.compile(r"\A([0-9]{4})-([0-9]{2})-([0-9]{2})")


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
