"""Which formats of cells show a day: their numbers are dates."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.parsers import expat

from lifelong_learning.submission.source.parts import DEEPEST, local
from lifelong_learning.submission.source.plain.error import NotPlainError
from lifelong_learning.submission.source.remember import remember

_DAYS = frozenset(map(str, (*range(14, 23), 45, 47)))
_DOUBTFUL = frozenset(map(str, (*range(27, 37), 46, *range(50, 59))))
"""Built-in formats (ECMA-376 part 1, 18.8.30): of dates, and of durations and East Asian calendars."""
_FLAGS = re.IGNORECASE | re.ASCII
_LITERAL = r'"[^"\\_*]*"|[\\_*].|\[(?![hms]+\])[^\[\]"\\_*]*\]'
_LETTERS = r'[^"\\_*\[\]admyhs]'
_NUMBER = re.compile(rf"(?:{_LITERAL}|{_LETTERS})*(?:General(?:{_LITERAL}|(?![/p]){_LETTERS})*)*", _FLAGS)
"""Formats that show no day, to the reader too: what escapes does so within quotes as well, to it, and a
slash or a P behind an A is a half of the day."""
_DAY = re.compile(r"(?:\[\$-[0-9A-F]+\])?(?:[dmyhs/:., -]|\\.)+(?:;@)?", _FLAGS)
_LONGEST_FORMAT = 255
"""Characters that Excel allows a number format."""
_MOST_FORMATS = 1 << 17
"""Cell formats: twice what Excel allows."""


class Styles(NamedTuple):
    """Cell formats, as cells name them: those that show days, and those of which it is not sure here."""

    days: frozenset[bytes]
    doubtful: frozenset[bytes]


NO_STYLES = Styles(frozenset(), frozenset())


@remember(16, 1 << 18)
def styles_of(xml: bytes) -> Styles:
    """Return the formats of the styles part whose numbers are more than numbers."""
    if b"&#" in xml:
        raise NotPlainError
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, LookupError, ValueError):
        raise NotPlainError from None
    return Styles(frozenset(reader.found_days), frozenset(reader.found_doubtful))


class _Reader:
    """Takes number formats, then the formats of cells, each in its list."""

    def __init__(self) -> None:
        self.found_days: set[bytes] = set()
        self.found_doubtful: set[bytes] = set()
        self._days, self._doubtful = set(_DAYS), set(_DOUBTFUL)
        self._named: set[str] = set()
        self._inside = ""
        self._count = self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise NotPlainError
        name = local(name)
        if name in ("numFmts", "cellXfs", "dxfs"):
            if self._inside or (name != "dxfs" and self._count):
                raise NotPlainError
            self._inside = name
        elif name == "numFmt" and self._inside != "dxfs":
            self._number_format(attributes.get("numFmtId", ""), attributes.get("formatCode", ""))
        elif name == "xf" and self._inside == "cellXfs":
            self._cell_format(attributes.get("numFmtId", ""))

    def end(self, name: str) -> None:
        self._depth -= 1
        if local(name) == self._inside:
            self._inside = ""

    def _number_format(self, number: str, code: str) -> None:
        if self._inside != "numFmts" or number in self._named:
            raise NotPlainError
        self._named.add(number)
        if number in _DAYS or number in _DOUBTFUL or len(code) > _LONGEST_FORMAT:
            self._days.discard(number)
            self._doubtful.add(number)
        elif not _NUMBER.fullmatch(code):
            (self._days if _DAY.fullmatch(code) else self._doubtful).add(number)

    def _cell_format(self, number: str) -> None:
        if self._count > _MOST_FORMATS:
            raise NotPlainError
        if number in self._days:
            self.found_days.add(b"%d" % self._count)
        elif number in self._doubtful:
            self.found_doubtful.add(b"%d" % self._count)
        self._count += 1
