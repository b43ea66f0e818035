"""Which formats of cells show a day: their numbers are dates."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.parsers import expat

from lifelong_learning.submission.source.parts import local
from lifelong_learning.submission.source.plain.error import NotPlainError
from lifelong_learning.submission.source.remember import remember

_DAYS = frozenset(map(str, (*range(14, 23), 45, 47)))
_DOUBTFUL = frozenset(map(str, (*range(27, 37), 46, *range(50, 59))))
"""Built-in formats (ECMA-376 part 1, 18.8.30): of dates, and of durations and East Asian calendars."""
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTER = re.compile(r"[dmyhs]", re.IGNORECASE)
_DAY = re.compile(r"(?:\[\$-[0-9A-F]+\])?[dmyhs/:., \\-]+(?:;@)?", re.IGNORECASE)


class Styles(NamedTuple):
    """Cell formats, as cells name them: those that show days, and those of which it is not sure here."""

    days: frozenset[bytes]
    doubtful: frozenset[bytes]


NO_STYLES = Styles(frozenset(), frozenset())


@remember(16, 1 << 18)
def styles_of(xml: bytes) -> Styles:
    """Return the formats of the styles part whose numbers are more than numbers."""
    days, doubtful = set(_DAYS), set(_DOUBTFUL)
    found: dict[bytes, str] = {}
    inside = ""
    count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside, count
        name = local(name)
        if name == "numFmt":
            code, number = attributes.get("formatCode", ""), attributes.get("numFmtId", "")
            if number in _DAYS or number in _DOUBTFUL:
                days.discard(number)
                doubtful.add(number)
            elif _DATE_LETTER.search(_LITERAL.sub("", code)):
                (days if _DAY.fullmatch(code) else doubtful).add(number)
        elif name in ("cellStyleXfs", "cellXfs", "dxfs"):
            inside = name
        elif name == "xf" and inside == "cellXfs":
            found[b"%d" % count] = attributes.get("numFmtId", "")
            count += 1

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, UnicodeError, ValueError):
        raise NotPlainError from None
    return Styles(
        frozenset(style for style, number in found.items() if number in days),
        frozenset(style for style, number in found.items() if number in doubtful),
    )
