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
_PREFIX = re.compile(
    r"\b(?:thành phố|thị trấn|thị xã|đặc khu|phường|huyện|quận|xã"
    r"|t\.?\s?p\b\.?|t/p\b|t\.?\s?phố|t\.?\s?t\b\.?|t\.?\s?x\b\.?|[hqpx]\.)\s*"
)
_LONGEST_NAME = 200


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
    """Return a name of a place or unit without "Xã", "Phường", "Thị trấn", "Huyện", "Thành phố" and their
    abbreviations ("X.", "P.", "TT", "H.", "TP")."""
    folded = fold(text)
    return " ".join(_PREFIX.sub("", folded).split()) or folded
