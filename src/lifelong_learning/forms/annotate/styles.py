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
_FILL_ID = re.compile(rb"\sfillId\s*=\s*[\"']([0-9]{1,6})[\"']")
_GROUND = re.compile(rb"<(?:[\w.-]+:)?fgColor(\s[^<>]*?)/?>")
_BEHIND = re.compile(rb"<(?:[\w.-]+:)?bgColor(\s[^<>]*?)/?>")
_NO_COLOUR = (b' indexed="64"', b' rgb="00000000"')
"""What programs write behind a plain ground where nothing is meant."""
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


def _solid(prefix: str, colour: bytes, behind: bytes = b"") -> bytes:
    p = prefix.encode()
    back = b"<" + p + b"bgColor" + behind + b"/>" if behind else b""
    inner = b"<" + p + b"fgColor" + colour + b"/>" + back
    pattern = b"<" + p + b'patternFill patternType="solid">' + inner + b"</" + p + b"patternFill>"
    return b"<" + p + b"fill>" + pattern + b"</" + p + b"fill>"


def _attribute(pattern: re.Pattern[bytes], tag: bytes) -> int:
    found = pattern.search(tag)
    return -1 if found is None else int(found[1])


class StyleEdit:
    """Adds styles to the styles part; numbers are given at once, the part is written at the end."""

    def __init__(self, xml: bytes) -> None:
        self._splices = Splices(xml, STYLES)
        self._sections: dict[str, list[int]] = {}
        self._counts = {"fonts": 0, "fills": 0, "cellXfs": 0}
        self._formats: list[int] = []
        self._letters: list[int] = []
        self._grounds: list[int] = []
        self._dark: dict[int, int] = {}
        self._path: list[str] = []
        self._prefix = ""
        walk(xml, STYLES, self._start, self._end)
        if set(self._sections) != set(self._counts) or not self._formats:
            raise UnmarkableError("unusual", STYLES)
        self._added: dict[str, list[str]] = {section: [] for section in self._counts}
        self._fills: dict[tuple[str, bytes], int] = {}
        self._restored: dict[int, int | None] = {}
        self.has_marks = any(map(self._is_mark, range(len(self._grounds))))
        """Whether a style has the ground of a mark."""
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
            else:
                self._grounds.append(at)

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
        under = _attribute(_FILL_ID, tag)
        fill = str(self._fill(COLOURS[severity], self._ground(under))).encode()
        changed = with_attribute(with_attribute(tag, b"fillId", fill), b"applyFill", b"1")
        dark = self._dark_font(_attribute(_FONT_ID, tag))
        if dark is not None:
            letters = with_attribute(changed, b"fontId", str(dark).encode())
            changed = with_attribute(letters, b"applyFont", b"1")
        return _literal(changed + inner)

    def restored(self, style: int) -> int | None:
        """Return the number of a marked style's twin as it was before it was marked; None of other styles."""
        if style not in self._restored:
            self._restored[style] = self._unmarked(style)
        return self._restored[style]

    def _unmarked(self, style: int) -> int | None:
        if not 0 <= style < len(self._formats):
            return None
        tag, inner = self._element(self._formats[style], "xf")
        fill = _attribute(_FILL_ID, tag)
        if not self._is_mark(fill):
            return None
        under = _BEHIND.search(b"".join(self._element(self._grounds[fill], "fill")))
        colour = b"" if under is None or under[1] in _NO_COLOUR else under[1]
        ground = str(self._add("fills", _literal(_solid(self._prefix, colour))) if colour else 0).encode()
        tag = with_attribute(tag, b"fillId", ground)
        font = _attribute(_FONT_ID, tag)
        if colour and not _is_light(colour) and 0 <= font < len(self._letters):
            light = self._light_font(font)
            tag = tag if light is None else with_attribute(tag, b"fontId", str(light).encode())
        return self._add("cellXfs", _literal(tag + inner))

    def _light_font(self, font: int) -> int | None:
        """Return a font's twin in white letters where a mark has made it dark."""
        written = b"".join(self._element(self._letters[font], "font"))
        if f'rgb="{_INK}"'.encode() not in written:
            return None
        return self._add("fonts", _literal(written.replace(_INK.encode(), b"FFFFFFFF")))

    def _is_mark(self, fill: int) -> bool:
        if not 0 <= fill < len(self._grounds):
            return False
        written = b"".join(self._element(self._grounds[fill], "fill"))
        return any(f'rgb="{colour}"'.encode() in written for colour in COLOURS.values())

    def _ground(self, fill: int) -> bytes:
        """Return the colour of a plain ground as its attributes, or nothing."""
        if not 0 <= fill < len(self._grounds):
            return b""
        written = b"".join(self._element(self._grounds[fill], "fill"))
        found = _GROUND.search(written) if b'"solid"' in written else None
        return b"" if found is None else found[1]

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

    def _fill(self, colour: str, under: bytes = b"") -> int:
        """Return the number of a plain ground; the one under it is kept as the colour behind, unseen."""
        key = (colour, under)
        if key not in self._fills:
            self._fills[key] = self._add(
                "fills", _literal(_solid(self._prefix, f' rgb="{colour}"'.encode(), under))
            )
        return self._fills[key]

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
