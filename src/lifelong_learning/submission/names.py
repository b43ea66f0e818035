"""Names as people type them, brought to one form before they are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ZERO_WIDTH = dict.fromkeys([0xAD, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF])
_TONES = {
    new: old
    for news, olds in (
        ("oà oá oả oã oạ", "òa óa ỏa õa ọa"),
        ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
        ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
    )
    for new, old in zip(news.split(), olds.split(), strict=True)
}
_TONE = re.compile("|".join(_TONES))
_PREFIX = re.compile(r"\b(?:thành phố|thị trấn|thị xã|phường|huyện|xã|tp\b\.?)\s*")
_LONGEST_NAME = 200
SHOWN = 60
"""How much of a cell a message repeats."""


def clean(text: str) -> str:
    """Return the text in NFC, white space collapsed, without zero-width characters."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFC", text).translate(_ZERO_WIDTH).split())


def fold(text: str) -> str:
    """Return the form in which names are compared: clean, case-folded, both placements of a tone as one."""
    return _short_fold(text) if len(text) <= _LONGEST_NAME else _fold(text)


def _fold(text: str) -> str:
    folded = unicodedata.normalize("NFC", clean(text).casefold())
    return _TONE.sub(lambda found: _TONES[found[0]], folded)


# Only names are kept: a cache of whole notes would cost a workbook's memory.
_short_fold = lru_cache(maxsize=8192)(_fold)


def place_key(text: str) -> str:
    """Return a name of a place or unit without "Xã", "Phường", "Thị trấn", "Huyện", "Thành phố"."""
    folded = fold(text)
    return " ".join(_PREFIX.sub("", folded).split()) or folded


@lru_cache(maxsize=1024)
def bare(text: str) -> str:
    """Return a folded name without its diacritics: "đơn vị" → "don vi"."""
    split = unicodedata.normalize("NFD", fold(text).replace("đ", "d"))
    return "".join(char for char in split if not unicodedata.combining(char))


def shown(value: object) -> str:
    """Return a cell's value as a message repeats it: on one line, at most 60 characters."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
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
