"""Names in cells: without diacritics, as a message repeats them, and how far two are apart."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from lifelong_learning.model.decimals import Decimal
from lifelong_learning.model.names import fold

SHOWN = 60
"""How much of a cell a message repeats."""


@lru_cache(maxsize=1024)
def bare(text: str) -> str:
    """Return a folded name without its diacritics: "đơn vị" → "don vi"."""
    split = unicodedata.normalize("NFD", fold(text).replace("đ", "d"))
    return "".join(char for char in split if not unicodedata.combining(char))


def shown(value: object) -> str:
    """Return a cell's value as a message repeats it: on one line, at most 60 characters."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        whole = abs(value) < 1e15 and value == int(value)
        return str(int(value)) if whole else Decimal(repr(float(value)))
    text = " ".join(str(value)[: 4 * SHOWN].split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def distance(first: str, second: str, limit: int) -> int:
    """Return how many characters must be changed, added, dropped or swapped; limit + 1 where it is more."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        row = [i]
        for j, b in enumerate(second, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and b == first[i - 2]:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, above = above, row
    return above[-1]
