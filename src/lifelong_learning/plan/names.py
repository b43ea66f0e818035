"""The form in which names are compared, so that two that a reader cannot tell apart are found."""

from __future__ import annotations

import unicodedata

_ZERO_WIDTH = dict.fromkeys([0xAD, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF])
_TONES = tuple(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)


def fold(text: str) -> str:
    """Return a name in NFC and one case, white space collapsed, one placement of the tone."""
    plain = unicodedata.normalize("NFC", text).translate(_ZERO_WIDTH).casefold()
    folded = " ".join(unicodedata.normalize("NFC", plain).split())
    for new, old in _TONES:
        folded = folded.replace(new, old)
    return folded
