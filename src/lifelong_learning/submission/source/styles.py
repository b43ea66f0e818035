"""Cell formats: which of them make days, durations or percentages of numbers, and what a number then is;
and which strike out what stands in the cell."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.model.names import pattern
from lifelong_learning.submission.source.elements import read_elements, remember

if TYPE_CHECKING:
    from lifelong_learning.submission.source.elements import Attributes
    from lifelong_learning.submission.source.package import Package

_LARGEST = 32 << 20
_DAYS = frozenset(map(str, (*range(14, 23), *range(27, 37), 45, 47, *range(50, 59))))
_DURATIONS = frozenset({"46"})
_PERCENT = frozenset({"9", "10"})
"""Built-in formats (ECMA-376 part 1, 18.8.30)."""
_LITERAL = pattern(r'"[^"]*"|[\\_*].|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
"""What a format shows as it stands, white space of a width, a colour, a condition or a language."""
_DURATION = pattern(r"\[[hms]+\]", re.IGNORECASE)
_DAY = pattern(r"[dmyhs]", re.IGNORECASE | re.ASCII)
_LONGEST_FORMAT = 255
"""Characters that Excel allows a number format."""
_FALSE = ("0", "false")
_MOST_FORMATS = 1 << 17
"""Cell formats: twice what Excel allows."""
_DAY_ZERO = datetime(1899, 12, 30)
_LAST_DAY = 2_958_465
"""The end of 9999."""
_FICTION = 60
"""Excel counts a 29 February 1900; days before it are one less far from day zero."""
DAYS_TO_1904 = 1462

Moment = date | time | timedelta


class Styles(NamedTuple):
    """Cell formats, by the numbers that cells name: those of days, of durations, of percentages, and those
    that strike out."""

    days: frozenset[str]
    durations: frozenset[str]
    percent: frozenset[str]
    struck: frozenset[str]


NO_STYLES = Styles(frozenset(), frozenset(), frozenset(), frozenset())


def read_styles(package: Package, part: str) -> Styles:
    """Return the cell formats of a workbook from their part, of which "" has none."""
    return styles_of(package.small_xml(part, _LARGEST)) if part else NO_STYLES


@remember(16, 1 << 18)
def styles_of(xml: bytes) -> Styles:
    """Return the cell formats of a styles part; RefusedError where it is damaged."""
    reader = _StylesReader()
    read_elements(xml, reader.start)
    return Styles(**{kind: frozenset(numbers) for kind, numbers in reader.found.items()})


class _StylesReader:
    """Takes number formats and fonts, then the formats of cells that name them."""

    def __init__(self) -> None:
        self._numbers = {"days": set(_DAYS), "durations": set(_DURATIONS), "percent": set(_PERCENT)}
        self._struck_fonts: set[str] = set()
        self._fonts = 0
        self.found: dict[str, set[str]] = {kind: set() for kind in (*self._numbers, "struck")}
        self._inside = ""
        self._count = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in an element."""
        if name == "numFmt" and self._inside != "dxfs":
            self._number_format(attributes.get("numFmtId", ""), _kind(attributes.get("formatCode", "")))
        elif name in ("fonts", "cellStyleXfs", "cellXfs", "dxfs"):
            self._inside = name
        elif name == "font" and self._inside == "fonts":
            self._fonts += 1
        elif name == "strike" and self._inside == "fonts" and attributes.get("val") not in _FALSE:
            self._struck_fonts.add(str(self._fonts - 1))
        elif name == "xf" and self._inside == "cellXfs" and self._count < _MOST_FORMATS:
            for kind, numbers in self._numbers.items():
                if attributes.get("numFmtId") in numbers:
                    self.found[kind].add(str(self._count))
            if attributes.get("fontId") in self._struck_fonts:
                self.found["struck"].add(str(self._count))
            self._count += 1

    def _number_format(self, number: str, shown: str) -> None:
        for kind, numbers in self._numbers.items():
            (numbers.add if kind == shown else numbers.discard)(number)


def _kind(code: str) -> str:
    """Return what a number format makes of a number; what is longer than Excel allows is none."""
    if len(code) > _LONGEST_FORMAT:
        return ""
    bare = _LITERAL.sub("", code)
    if _DURATION.search(bare):
        return "durations"
    if _DAY.search(bare):
        return "days"
    return "percent" if "%" in bare else ""


def moment(number: float, *, duration: bool, since_1904: bool) -> Moment | None:
    """Return the day, the time or the duration that a number means; None where there is no such."""
    if duration:
        try:
            return timedelta(milliseconds=round(number * 86_400_000))
        except OverflowError:
            return None
    if since_1904:
        number += DAYS_TO_1904
    if not 0 <= number <= _LAST_DAY + 1:
        return None
    whole = int(number)
    try:
        at = _DAY_ZERO + timedelta(
            days=whole + (whole < _FICTION), milliseconds=round((number - whole) * 86_400_000)
        )
    except OverflowError:
        return None
    if number == whole and number > 0:
        return at.date()
    return at.time() if number < 1 else at
