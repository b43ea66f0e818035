"""Names as people type them: one form in which they are compared, one order in which they are listed, and
regular expressions compiled when they are first asked for.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, AnyStr, cast

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Pattern:
    """Has what a compiled expression has, once something of it is asked for."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> object:
        compiled: re.Pattern[str] | re.Pattern[bytes] = re.compile(self._text, self._flags)
        for method in ("match", "fullmatch", "search", "sub", "split", "findall", "finditer"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a regular expression; a fault in it is told at its first use. Call its methods alone."""
    return cast("re.Pattern[AnyStr]", _Pattern(text, flags))


_ZERO_WIDTH = dict.fromkeys([0xAD, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF])
_MOVED = {
    new: old
    for news, olds in (
        ("oà oá oả oã oạ", "òa óa ỏa õa ọa"),
        ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
        ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
    )
    for new, old in zip(news.split(), olds.split(), strict=True)
}
_MOVED_TONE = pattern("|".join(_MOVED))
_PREFIX = pattern(
    r"\b(?:thành phố|thị trấn|thị xã|đặc khu|phường|huyện|quận|xã"
    r"|t\.?\s?p\b\.?|t/p\b|t\.?\s?phố|t\.?\s?t\b\.?|t\.?\s?x\b\.?|[hqpx]\.)\s*"
)
_LONGEST_NAME = 200
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SHAPES = frozenset("\u0302\u0306\u031b")
"""Circumflex, breve and horn make another letter."""


CollationKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]


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
    return _MOVED_TONE.sub(lambda found: _MOVED[found[0]], folded)


# Only names are kept: a cache of whole notes would cost a workbook's memory.
_short_fold = lru_cache(maxsize=8192)(_fold)


def place_key(text: str) -> str:
    """Return a name of a place or unit without "Xã", "Phường", "Thị trấn", "Huyện", "Thành phố" and their
    abbreviations ("X.", "P.", "TT", "H.", "TP")."""
    folded = fold(text)
    return " ".join(_PREFIX.sub("", folded).split()) or folded


@lru_cache(maxsize=4096)
def collation_key(name: str) -> CollationKey:
    """Return the key by which names are sorted: a ă â b c d đ e ê …, tones after letters.

    The order is that of CLDR for Vietnamese: letters first, over the whole name; where they are the same,
    tones (level, huyền, hỏi, ngã, sắc, nặng), then case. What is no letter comes before letters.
    """
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


def common_end(names: Iterable[str]) -> str:
    """Return the words in which names end alike: "Xã Lũng Cú" of its library and of its cultural house."""
    ends = zip(*(reversed(name.split()) for name in names), strict=False)
    same = [words[0] for words in takewhile(lambda words: len(set(words)) == 1, ends)]
    return " ".join(reversed(same))
