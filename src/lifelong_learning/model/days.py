"""Days, which plans and cells have as 2024-05-03 and each language writes in its own way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang

_FORM = re.compile(r"\A([0-9]{4})-([0-9]{2})-([0-9]{2})")


class Day(str):
    """A day, with or without a time, as it was written; what is no day stays as it is."""

    def of(self, lang: Lang) -> str:
        """Return the day as a language writes it: 2024-05-03, or 03/05/2024."""
        return _FORM.sub(r"\3/\2/\1", self, count=1) if lang == "vi" else str(self)


def last_day(year: int, period: str) -> str:
    """Return the last day of a period as an ISO date."""
    return f"{year:04d}-{'06-30' if period == 'h1' else '12-31'}"


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
