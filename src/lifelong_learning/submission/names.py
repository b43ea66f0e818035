"""How text in cells is spelt: names without diacritics, as a message repeats them, how far two are apart,
one spelling for places; text in TCVN3 (ABC) or VNI, fonts that drew Vietnamese over Western European
characters.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning.model.localised import Decimal
from lifelong_learning.model.names import fold, pattern, place_key
from lifelong_learning.model.plan import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lifelong_learning.model.plan import Measure
    from lifelong_learning.model.submission import Register


SHOWN = 60
"""How much of a cell a message repeats."""


_LONG_NAME = 15
_NUMBERS = pattern(r"[0-9]+")
_PUNCTUATION = pattern(r"[^\w]+")
_KIND_WORDS = pattern(
    r"\b(?:thư viện|t\.?v|bảo tàng|b\.?t|nhà văn hóa|n\.?v\.?h|câu lạc bộ|c\.?l\.?b|tỉnh)\b"
)


@lru_cache(maxsize=1024)
def bare(text: str) -> str:
    """Return a folded name without its diacritics: "đơn vị" → "don vi"."""
    split = unicodedata.normalize("NFD", fold(text).replace("đ", "d"))
    return "".join(char for char in split if not unicodedata.combining(char))


def lacks_marks(written: str, meant: str) -> bool:
    """Tell whether a folded name is another one without some marks of its letters: "meo vac" is "mèo vạc"."""
    if written == meant or len(written) != len(meant):
        return False
    return all(
        one == other or _letter(one) < _letter(other) for one, other in zip(written, meant, strict=True)
    )


@lru_cache(maxsize=256)
def _letter(char: str) -> frozenset[str]:
    """Return a letter and its marks; those of "đ" are a stroke."""
    return frozenset(unicodedata.normalize("NFD", "d\u0335" if char == "đ" else char))


def shown(value: object) -> str:
    """Return a cell's value as a message repeats it: on one line, at most 60 characters."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        whole = abs(value) < 1e15 and value == int(value)
        return str(int(value)) if whole else Decimal(repr(float(value)))
    text = " ".join(str(value)[: 4 * SHOWN].split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def same_unit(first: str, second: str) -> bool:
    """Tell whether two names may be of one unit: alike but for words of level and kind, for words that one
    of them has beside the other's, and for a typing error. Numbers and single letters are no typing error:
    “thôn 1” is not “thôn 2”."""
    one, other = _unit_words(first), _unit_words(second)
    if one == other or not one or not other:
        return True
    if _NUMBERS.findall(first) != _NUMBERS.findall(second):
        return False
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    return not _differ_in_letter(one, other) and _is_misspelt(" ".join(one), " ".join(other))


def _differ_in_letter(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether the words of two names are the same but for a letter that stands alone."""
    pairs = zip(one, other, strict=True) if len(one) == len(other) else ()
    return any(len(a) == len(b) == 1 and a != b for a, b in pairs)


def _is_misspelt(one: str, other: str) -> bool:
    """Tell whether a name is another one but for its marks or a typing error."""
    limit = 1 if max(len(one), len(other)) < _LONG_NAME else 2
    return bare(one) == bare(other) or distance(one, other, limit) <= limit


@lru_cache(maxsize=8192)
def unit_key(name: str) -> str:
    """Return a name of a unit without the words of kind and level: of “TV H. Mèo Vạc”, what it has in common
    with “Thư viện huyện Mèo Vạc”."""
    return " ".join(_unit_words(name)) or fold(name)


def _unit_words(name: str) -> list[str]:
    return _PUNCTUATION.sub(" ", _KIND_WORDS.sub(" ", place_key(name))).split()


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


def labels_of(measures: Iterable[Measure]) -> Bilingual | None:
    """Return the names of measures, in quotation marks; None of none."""
    labels = [measure.label for measure in measures]
    return listed(labels) if labels else None


def listed(labels: Iterable[Bilingual], around: str = "“{}”") -> Bilingual:
    """Return labels one after another in each language, each set in what stands `around` it."""
    every = list(labels)
    return Bilingual(
        ", ".join(around.format(label.en) for label in every),
        ", ".join(around.format(label.vi) for label in every),
    )


class DistrictSpelling(Struct, frozen=True):
    """Districts as they were written, each with the one spelling that is used where it is another.

    `meant` has those in which marks of letters were lost ("Meo Vạc"): they are taken for the district that
    was probably meant.
    """

    spelling: Mapping[str, str]
    meant: Mapping[str, str]

    def spelled(self, districts: list[str | None]) -> list[str | None]:
        """Return the districts as they are spelled everywhere."""
        if not self.spelling:
            return districts
        return [name if name is None else self.spelling.get(name, name) for name in districts]

    def registered(self, register: Register) -> Register:
        """Return the register with its districts as they are spelled everywhere."""
        respelled = {
            key: replace(entry, district=self.spelling[entry.district])
            for key, entry in register.entries.items()
            if entry.district is not None and entry.district in self.spelling
        }
        if not respelled:
            return register
        return replace(register, entries={**register.entries, **respelled})


def places(columns: Iterable[Sequence[str | None]], register: Register | None) -> DistrictSpelling:
    """Return the spelling of the districts of some columns: the register's, else the most frequent one that
    is written out."""
    entries = () if register is None else register.entries.values()
    listed = Counter(entry.district for entry in entries if entry.district)
    counts = Counter(chain.from_iterable(columns))
    forms = _by_key({*counts, *listed})
    chosen = {key: min(names, key=partial(_rank, listed, counts)) for key, names in forms.items()}
    lost = _lost(chosen, set(map(place_key, listed)))
    spelling: dict[str, str] = {}
    for key, names in forms.items():
        wanted = chosen[lost.get(key, key)]
        spelling |= {name: wanted for name in names if name != wanted}
    return DistrictSpelling(spelling, {name: spelling[name] for key in lost for name in forms[key]})


def _rank(listed: Counter[str], counts: Counter[str | None], name: str) -> tuple[object, ...]:
    """Return the order in which the spellings of one district are preferred."""
    return (-listed[name], not _is_written_out(name), -counts[name], name)


def _by_key(names: Iterable[str | None]) -> dict[str, list[str]]:
    """Return names of places by what they have in common however they are typed."""
    found: dict[str, list[str]] = {}
    for name in names:
        if name is not None:
            found.setdefault(place_key(name), []).append(name)
    return found


def _is_written_out(name: str) -> bool:
    """Tell whether a name is neither abbreviated (“H. Yên Minh”, “TP Hà Giang”) nor begun in small
    letters."""
    first = name.split(" ")[0]
    return "." not in name and not (len(first) == 2 and first.isupper()) and not name[:1].islower()


def _lost(keys: Iterable[str], known: set[str]) -> dict[str, str]:
    """Return, by their keys, the districts that are another one without some of its marks, with that one."""
    alike: dict[str, list[str]] = {}
    for key in sorted(keys):
        alike.setdefault(bare(key), []).append(key)
    found = {}
    for group in alike.values():
        for key in group:
            full = _with_all_marks(key, group)
            if full and key not in known:
                found[key] = min(full, key=lambda other: (other not in known, other))
    return found


def _with_all_marks(key: str, group: Sequence[str]) -> list[str]:
    """Return the names of a group of which another is one without some marks, and that lack none
    themselves."""
    full = [other for other in group if lacks_marks(key, other)]
    return [other for other in full if not any(lacks_marks(other, more) for more in full)]


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
