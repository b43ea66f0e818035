"""Text in TCVN3 (ABC) or VNI: fonts that drew Vietnamese over Western European characters.

It is told only where it is certain, and never converted: a guess would change a name unseen.
"""

from __future__ import annotations

from lifelong_learning.model.names import pattern

_UNICODE_VIETNAMESE = frozenset("ăĂđĐơƠưƯĩĨũŨ") | frozenset(
    map(chr, (*range(0x1EA0, 0x1EFA), *range(0x300, 0x324)))
)
_CANDIDATES = frozenset(map(chr, range(0xA1, 0x100)))

# TCVN3 puts à, ả, ã, á, ạ, ă, ê, ô, ơ on signs that follow no letter elsewhere, and ằ on a quotation mark.
_TCVN3_SIGN = pattern(r"(?<=[A-Za-z])(?:[µ¶·¸¹¨ª«¬¼½¾]|»(?=[A-Za-z])|©(?=[a-z])|×(?=nh))")
# Nor does a capital of another alphabet stand between small letters.
_TCVN3_INNER = pattern(r"(?<=[a-z])[ÆÇËÎÏÑÖØÜÞ](?=[a-z])")
# Beside Vietnamese in Unicode a sign may be a footnote's or a quotation mark: it must stand within a word.
_TCVN3_WITHIN = pattern(r"(?<=[A-Za-z])(?:[µ¶¸¹¨ª¬¼½¾©](?=[a-z])|×(?=nh))")
# Its đ, ư and other letters stand elsewhere too; two of them do not.
_TCVN3_LETTER = pattern(r"(?<=[A-Za-z])[ÆÇËÎÏÑÖØÜÞßäåæçëîïðñöøûüþÿ\u00AD]|[®§](?=[A-Za-z])")
# VNI writes the mark after the vowel: "aø" à, "eä" ệ, "oå" ổ. Some of its pairs stand in no other word.
_VNI_SURE = pattern(r"[aeouyAEOUYöôÖÔ][øØ]|[aA][âêÂÊ]|[eoEO][âÂ]|[iyIY][eE][äåûÄÅÛ]|[æÆ](?:nh|NH)")
# Foreign names in a Vietnamese text have some of these too (Laâyoune, Midwayøerne): these they have not.
_VNI_WITHIN = pattern(r"[iyIY][eE][äåûÄÅÛ]|[öôÖÔ][øØ]")
_WITHIN = frozenset("µ¶¸¹¨ª¬¼½¾©×ÆÇËÎÏÑÖØÜÞäåûøÄÅÛ")
"""A word of either has one of these; Vietnamese in Unicode hardly ever has."""
_VNI_MARK = pattern(r"[aeouyAEOUYöôÖÔ][øåäûØÅÄÛ]")
_VNI_PAIR = pattern(r"[öôÖÔ][ïëüùàáâãêèéõ]|[aeouyAEOUY][ïëüùàáâãêèéõ]|[ÑñæÆöÖ]")

_BETWEEN = pattern(r"[\s\x21-\x40\x5b-\x60\x7b-\x7e\u2000-\u206f]+")
_SYLLABLE = pattern(
    "(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?"
    "(?:a[iouy]?|e[ou]?|ieu|i[aeu]?|oa[ioy]?|oeo?|o[io]?|ua[oy]?|uo[iu]?|uy[aeu]?|u[eiu]?|y[ae]?|yeu)"
    "(?:ch|n[gh]?|[cmpt])?"
)


def _bases(**signs: str) -> dict[int, str]:
    return {ord(sign): base for base, listed in signs.items() for sign in listed}


_TCVN3_BASES = _bases(
    a="¡¢µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË", d="§®", e="£ÌÐÎÏÑªÒÕÓÔÖ", i="×ÝØÜÞ", o="¤¥ßãáâä«åèæçé¬êíëìî",
    u="¦ïóñòô\u00adõøö÷ù", y="úýûüþ",
)  # fmt: skip
_VNI_BASES = _bases(d="ñÑ", i="æÆíÍìÌóÓòÒ", o="ôÔ", u="öÖ") | dict.fromkeys(
    map(ord, "ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË"), ""
)


def is_legacy(text: str) -> bool:
    """Tell whether the text is certainly TCVN3 or VNI."""
    if text.isascii() or _CANDIDATES.isdisjoint(text):
        return False
    if not _UNICODE_VIETNAMESE.isdisjoint(text):
        return _has_legacy_word(text)
    if any(sure.search(text) for sure in (_TCVN3_SIGN, _TCVN3_INNER, _VNI_SURE)):
        return True
    if len(_TCVN3_LETTER.findall(text)) >= 2 and _reads_as_vietnamese(text, _TCVN3_BASES):
        return True
    marks = len(_VNI_MARK.findall(text))
    pairs = marks + len(_VNI_PAIR.findall(text))
    return marks >= 1 and pairs >= 2 and _reads_as_vietnamese(text, _VNI_BASES)


def _reads_as_vietnamese(text: str, bases: dict[int, str]) -> bool:
    """Tell whether each word with a letter of the encoding is a Vietnamese syllable but for its marks: what
    French or German names have of these letters is none."""
    words = (word for word in _BETWEEN.split(text) if not word.isascii())
    return all(_SYLLABLE.fullmatch(word.translate(bases).lower()) for word in words)


def _has_legacy_word(text: str) -> bool:
    """Tell whether a text with Vietnamese in Unicode has a word that is certainly TCVN3 or VNI."""
    if _WITHIN.isdisjoint(text):
        return False
    sure = [one for one in (_TCVN3_WITHIN, _TCVN3_INNER, _VNI_WITHIN) if one.search(text)]
    words = text.split() if sure else ()
    return any(
        _UNICODE_VIETNAMESE.isdisjoint(word) and any(one.search(word) for one in sure) for word in words
    )
