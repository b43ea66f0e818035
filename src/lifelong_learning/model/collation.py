"""Names in the order of the Vietnamese alphabet: a ă â b c d đ e ê …, tones after letters.

The order is that of CLDR for Vietnamese: letters first, over the whole name; where they are the same, tones
(level, huyền, hỏi, ngã, sắc, nặng), then case. What is no letter comes before letters.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SHAPES = frozenset("\u0302\u0306\u031b")
"""Circumflex, breve and horn make another letter."""

CollationKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]


@lru_cache(maxsize=4096)
def collation_key(name: str) -> CollationKey:
    """Return the key by which names are sorted."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", " ".join(name.split())).lower():
        tone, kept = 0, []
        for part in unicodedata.normalize("NFD", char):
            tone = _TONES.get(part, tone)
            if part in _SHAPES or not unicodedata.combining(part):
                kept.append(part)
        letter = unicodedata.normalize("NFC", "".join(kept))
        rank = _RANK.get(letter)
        letters.append((0, ord(letter[0])) if rank is None and letter else (1, rank or 0))
        tones.append(tone)
    return tuple(letters), tuple(tones), name
