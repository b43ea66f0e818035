"""Text in TCVN3 (ABC) or VNI: fonts that drew Vietnamese over Western European characters.

It is told only where it is certain, and never converted: a guess would change a name unseen.
"""

from __future__ import annotations

import re

_UNICODE_VIETNAMESE = frozenset("ăĂđĐơƠưƯĩĨũŨ") | frozenset(
    map(chr, (*range(0x1EA0, 0x1EFA), *range(0x300, 0x324)))
)
_CANDIDATES = frozenset(map(chr, range(0xA1, 0x100)))

# TCVN3 puts đ, à, ã, á, ă, â, ê, ô, ơ, ư on signs that never touch a letter elsewhere.
_TCVN3_SIGN = re.compile(
    r"(?<=[A-Za-z])[µ¶·¸¹¨©ª«¬\u00AD®§»¼½¾×÷¡¢£¤¥¦]|[µ¶·¸¹¨©ª«¬\u00AD®§»¼½¾¡¢£¤¥¦](?=[A-Za-z])"
)
_TCVN3_LETTER = re.compile(r"(?<=[A-Za-z])[ÆÇËÎÏÑÖØÜÞßäåæçëîïðñöøûüþÿ]")
# VNI writes the mark after the vowel: "aø" à, "eä" ệ, "oå" ổ.
_VNI_MARK = re.compile(r"[aeouyAEOUYöôÖÔ][øåäûØÅÄÛ]")
_VNI_PAIR = re.compile(r"[öôÖÔ][ïëüùàáâãêèéõ]|[aeouyAEOUY][ïëüùàáâãêèéõ]|[ÑñæÆöÖ]")


def is_legacy(text: str) -> bool:
    """Tell whether the text is certainly TCVN3 or VNI."""
    if text.isascii() or not _UNICODE_VIETNAMESE.isdisjoint(text) or _CANDIDATES.isdisjoint(text):
        return False
    signs = [sign for sign in _TCVN3_SIGN.findall(text) if sign != "\u00ad"]
    letters = len(_TCVN3_LETTER.findall(text)) + text.count("\u00ad")
    if signs or letters >= 2:
        return True
    marks = len(_VNI_MARK.findall(text))
    return marks >= 1 and marks + len(_VNI_PAIR.findall(text)) >= 2
