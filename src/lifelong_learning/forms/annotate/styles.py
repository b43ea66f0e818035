"""The styles part with the looks of marks: a coloured twin of every style that a marked cell has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lifelong_learning.forms.annotate import UnmarkableError
from lifelong_learning.forms.annotate.parts import STYLES
from lifelong_learning.forms.annotate.splice import Splices, local, prefix_of, walk, with_attribute
from lifelong_learning.model.findings import Severity

if TYPE_CHECKING:
    from lifelong_learning.forms.annotate.splice import Attributes

COLOURS = {Severity.ERROR: "FFF8C9C4", Severity.WARNING: "FFFDE3A7", Severity.INFO: "FFD6EAF8"}
_HEAD_FILL = "FF1F3864"
_FONTS = {
    "title": '<{p}b/><{p}sz val="14"/><{p}color rgb="FF1F3864"/>',
    "head": '<{p}b/><{p}sz val="11"/><{p}color rgb="FFFFFFFF"/>',
    "text": '<{p}sz val="11"/>',
    "bold": '<{p}b/><{p}sz val="11"/>',
    "link": '<{p}u/><{p}sz val="11"/><{p}color rgb="FF0B5394"/>',
}
_FACE = '<{p}name val="Times New Roman"/><{p}family val="1"/>'
_WRAP = '<{p}alignment vertical="top" wrapText="1"/>'
LOOKS: dict[str, tuple[str, str | None]] = {
    "title": ("title", None),
    "head": ("head", _HEAD_FILL),
    "text": ("text", None),
    "link": ("link", None),
    Severity.ERROR: ("bold", COLOURS[Severity.ERROR]),
    Severity.WARNING: ("bold", COLOURS[Severity.WARNING]),
    Severity.INFO: ("bold", COLOURS[Severity.INFO]),
}
"""The looks of the list of findings: font and ground."""


_INK = "FF1F2933"
_FONT_ID = re.compile(rb"\sfontId\s*=\s*[\"']([0-9]{1,6})[\"']")
_COLOUR = re.compile(rb"<(?:[\w.-]+:)?color\s[^<>]*/>")
_RGB = re.compile(rb"\srgb\s*=\s*[\"'](?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})[\"']")
_LIGHT_NAMES = re.compile(rb"\s(?:theme\s*=\s*[\"'][02][\"']|indexed\s*=\s*[\"'][19][\"'])")
_LIGHT = 140
"""Brightness (0–255) above which letters cannot be read on the ground of a mark."""


def _is_light(colour: bytes) -> bool:
    found = _RGB.search(colour)
    if found is None:
        return _LIGHT_NAMES.search(colour) is not None
    red, green, blue = bytes.fromhex(found[1].decode())
    return (299 * red + 587 * green + 114 * blue) / 1000 > _LIGHT


def _literal(xml: bytes) -> str:
    """Return a piece of the styles so that filling the places of prefixes leaves it as it is."""
    return xml.decode("utf-8").replace("{", "{{").replace("}", "}}")


class StyleEdit:
    """Adds styles to the styles part; numbers are given at once, the part is written at the end."""

    def __init__(self, xml: bytes) -> None:
        self._splices = Splices(xml, STYLES)
        self._sections: dict[str, list[int]] = {}
        self._counts = {"fonts": 0, "fills": 0, "cellXfs": 0}
        self._formats: list[int] = []
        self._letters: list[int] = []
        self._dark: dict[int, int] = {}
        self._path: list[str] = []
        self._prefix = ""
        walk(xml, STYLES, self._start, self._end)
        if set(self._sections) != set(self._counts) or not self._formats:
            raise UnmarkableError("unusual", STYLES)
        self._added: dict[str, list[str]] = {section: [] for section in self._counts}
        self._fills: dict[str, int] = {}
        self._twins: dict[tuple[int, Severity], int] = {}
        self._looks: dict[str, int] = {}

    def _start(self, depth: int, name: str, _: Attributes, at: int) -> None:
        what = local(name)
        del self._path[depth:]
        self._path.append(what)
        if depth == 0:
            self._prefix = prefix_of(name)
        elif depth == 1 and what in self._counts:
            self._sections[what] = [at]
        elif depth == 2 and self._path[1] in self._counts:
            self._counts[self._path[1]] += 1
            if self._path[1] == "cellXfs":
                self._formats.append(at)
            elif self._path[1] == "fonts":
                self._letters.append(at)

    def _end(self, depth: int, name: str, at: int) -> None:
        if depth == 1 and local(name) in self._counts:
            self._sections[local(name)].append(at)

    def marked(self, style: int, severity: Severity) -> int:
        """Return the number of a style's twin with the ground of a severity."""
        style = style if 0 <= style < len(self._formats) else 0
        key = (style, severity)
        if key not in self._twins:
            self._twins[key] = self._add("cellXfs", self._twin(style, severity))
        return self._twins[key]

    def look(self, name: str) -> int:
        """Return the number of one of the looks of the list."""
        if name not in self._looks:
            font, colour = LOOKS[name]
            fonts = self._add("fonts", f"<{{p}}font>{_FONTS[font]}{_FACE}</{{p}}font>")
            fill = 0 if colour is None else self._fill(colour)
            wrap = "" if name == "title" else _WRAP
            self._looks[name] = self._add(
                "cellXfs",
                f'<{{p}}xf numFmtId="0" fontId="{fonts}" fillId="{fill}" borderId="0" xfId="0" '
                f'quotePrefix="1" applyFont="1" applyFill="1" applyAlignment="1">{wrap}</{{p}}xf>',
            )
        return self._looks[name]

    def _twin(self, style: int, severity: Severity) -> str:
        tag, inner = self._element(self._formats[style], "xf")
        fill = str(self._fill(COLOURS[severity])).encode()
        changed = with_attribute(with_attribute(tag, b"fillId", fill), b"applyFill", b"1")
        font = _FONT_ID.search(tag)
        if font is not None:
            dark = self._dark_font(int(font[1]))
            if dark is not None:
                letters = with_attribute(changed, b"fontId", str(dark).encode())
                changed = with_attribute(letters, b"applyFont", b"1")
        return _literal(changed + inner)

    def _element(self, at: int, name: str) -> tuple[bytes, bytes]:
        """Return the start tag of the element that begins there, and what follows up to its end."""
        tag = self._splices.tag(at)
        if tag.endswith(b"/>"):
            return tag, b""
        closing = f"</{self._prefix}{name}>".encode()
        end = self._splices.xml.find(closing, at)
        if end < 0:
            raise UnmarkableError("unusual", STYLES)
        return tag, self._splices.xml[at + len(tag) : end + len(closing)]

    def _dark_font(self, font: int) -> int | None:
        """Return a font's twin in dark letters where its own are too light for the ground of a mark."""
        if not 0 <= font < len(self._letters):
            return None
        if font not in self._dark:
            written = b"".join(self._element(self._letters[font], "font"))
            colour = _COLOUR.search(written)
            if colour is None or not _is_light(colour[0]):
                return None
            ink = f'<{self._prefix}color rgb="{_INK}"/>'.encode()
            darker = written[: colour.start()] + ink + written[colour.end() :]
            self._dark[font] = self._add("fonts", _literal(darker))
        return self._dark[font]

    def _fill(self, colour: str) -> int:
        if colour not in self._fills:
            pattern = (
                f'<{{p}}patternFill patternType="solid"><{{p}}fgColor rgb="{colour}"/></{{p}}patternFill>'
            )
            self._fills[colour] = self._add("fills", f"<{{p}}fill>{pattern}</{{p}}fill>")
        return self._fills[colour]

    def _add(self, section: str, item: str) -> int:
        self._added[section].append(item.format(p=self._prefix))
        return self._counts[section] + len(self._added[section]) - 1

    def result(self) -> bytes:
        """Return the styles part."""
        for section, (start, end) in self._sections.items():
            added = self._added[section]
            if not added:
                continue
            tag = self._splices.tag(start)
            if tag.endswith(b"/>"):
                raise UnmarkableError("unusual", STYLES)
            if re.search(rb"\scount\s*=", tag):
                count = str(self._counts[section] + len(added)).encode()
                self._splices.replace(start, start + len(tag), with_attribute(tag, b"count", count))
            self._splices.insert(end, "".join(added).encode())
        return self._splices.result()
