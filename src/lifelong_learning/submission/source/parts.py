"""The parts of a workbook: where its sheets, texts and formats are, and what it says of itself; which cell
formats make days, durations or percentages of numbers, and what a number then is.
"""

from __future__ import annotations

import posixpath
import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from lifelong_learning.model.names import pattern
from lifelong_learning.submission.source.elements import RefusedError, local, read_elements, remember

if TYPE_CHECKING:
    from lifelong_learning.submission.source.elements import Attributes, Limits
    from lifelong_learning.submission.source.package import Package


_ROOT = "_rels/.rels"
_WORKBOOK = "xl/workbook.xml"
_CUSTOM = "docProps/custom.xml"
_LARGEST = 8 << 20
"""Bytes of the workbook part, its relations and the custom properties: real ones have kilobytes."""
_LONGEST_PROPERTY = 4096


class SheetPart(Struct, frozen=True):
    """A worksheet: its name, whether it is hidden, and its part, "" where the workbook does not say."""

    name: str
    hidden: bool
    part: str


class BookParts(Struct, frozen=True):
    """The worksheets in workbook order, the parts of shared texts and formats, "" where there are none,
    and whether days are counted from 1904, as old workbooks of Macintosh do."""

    sheets: list[SheetPart]
    texts: str
    styles: str
    since_1904: bool


class _Relation(Struct, frozen=True):
    """What a part is to the workbook ("worksheet"), and its name."""

    kind: str
    part: str


def book_parts(package: Package, limits: Limits) -> BookParts:
    """Return the parts of a workbook; RefusedError where it has none, or too many sheets."""
    workbook = _workbook_part(package)
    folder, _, name = workbook.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels".lstrip("/")
    for part, variant in ((workbook, "no_workbook_part"), (relations, "no_relations")):
        if part not in package:
            raise RefusedError("WB001", variant, part=part)
    said = _said(package.small_xml(workbook, _LARGEST))
    related = _related(package, relations, folder)
    sheets = _sheets([of for element, of in said if element == "sheet"], related, limits)
    texts, styles = (
        _one(package, related, kind, f"{folder}/{kind}.xml".lstrip("/"))
        for kind in ("sharedStrings", "styles")
    )
    since_1904 = any(of.get("date1904") in ("1", "true") for element, of in said if element == "workbookPr")
    return BookParts(sheets, texts, styles, since_1904)


def _one(package: Package, related: dict[str, _Relation], kind: str, usual: str) -> str:
    """Return the part of a kind that the workbook has once, named or under its usual name; else ""."""
    named = [relation.part for relation in related.values() if relation.kind == kind]
    return next((part for part in (*named, usual) if part in package), "")


def _workbook_part(package: Package) -> str:
    """Return the part that the package names as its document; the usual one where it names none."""
    if _ROOT in package:
        for relation in _related(package, _ROOT, "").values():
            if relation.kind == "officeDocument" and relation.part in package:
                return relation.part
    return _WORKBOOK


def _sheets(listed: list[Attributes], related: dict[str, _Relation], limits: Limits) -> list[SheetPart]:
    if len(listed) > limits.sheets:
        raise RefusedError("WB003", "sheets", limit=limits.sheets, found=len(listed))
    unknown = _Relation("worksheet", "")
    sheets: list[SheetPart] = []
    for sheet in listed:
        relation = related.get(sheet.get("id", ""), unknown)
        # Old macro sheets stay listed without any part.
        if relation.kind == "worksheet" and sheet.get("id") != "":
            hidden = sheet.get("state", "visible") != "visible"
            sheets.append(SheetPart(sheet.get("name", ""), hidden, relation.part))
    if len({sheet.name for sheet in sheets}) < len(sheets):
        raise RefusedError("WB001", "sheet_twice")
    return sheets


@remember(16, 1 << 16)
def _said(xml: bytes) -> list[tuple[str, Attributes]]:
    """Return what the workbook part says of itself and of every sheet."""
    found: list[tuple[str, Attributes]] = []

    def start(name: str, attributes: Attributes) -> None:
        if name in ("sheet", "workbookPr"):
            found.append((name, {local(key): value for key, value in attributes.items()}))

    read_elements(xml, start)
    return found


def _related(package: Package, relations: str, folder: str) -> dict[str, _Relation]:
    """Return what a part of relations says, by id; targets are resolved from a folder."""
    return _relations(package.small_xml(relations, _LARGEST), folder.encode())


@remember(32, 1 << 16)
def _relations(xml: bytes, folder: bytes) -> dict[str, _Relation]:
    found: dict[str, _Relation] = {}

    def start(name: str, of: Attributes) -> None:
        if name == "Relationship":
            target = _resolved(of.get("Target", ""), folder.decode())
            found[of.get("Id", "")] = _Relation(posixpath.basename(of.get("Type", "")), target)

    read_elements(xml, start)
    return found


def _resolved(target: str, folder: str) -> str:
    """Return the part that a relation points at; one outside the package is none of its parts."""
    if "%" in target:
        from urllib.parse import unquote

        target = unquote(target)
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def custom_property(package: Package, name: str) -> str | None:
    """Return the text of a custom property, at most 4,096 characters; None where there is none."""
    if _CUSTOM not in package:
        return None
    found: list[str] = []
    inside = False

    def start(element: str, attributes: Attributes) -> None:
        nonlocal inside
        if element == "property":
            inside = attributes.get("name") == name and not found

    def text(characters: str) -> None:
        if inside:
            found.append(characters)

    try:
        read_elements(package.small_xml(_CUSTOM, _LARGEST), start, characters=text)
    except RefusedError:
        return None
    return "".join(found).strip()[:_LONGEST_PROPERTY] if found else None


_LARGEST_STYLES = 32 << 20
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
    return styles_of(package.small_xml(part, _LARGEST_STYLES)) if part else NO_STYLES


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
