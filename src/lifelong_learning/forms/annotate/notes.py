"""Notes on cells: the part of comments, the VML drawing that shows them; marks of an earlier round, told
from what others wrote and taken out before a copy is marked again.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.forms.annotate import UnmarkableError
from lifelong_learning.forms.annotate.sheet import place_of
from lifelong_learning.forms.annotate.splice import (
    HEAD,
    MAIN,
    Splices,
    in_cell,
    local,
    prefix_of,
    walk,
    with_attribute,
)
from lifelong_learning.model.findings import cell_address

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lifelong_learning.forms.annotate.splice import Attributes
    from lifelong_learning.model.plan import Lang


Cell = tuple[int, int]
AUTHOR = "llplan"
_BLOCK = 1024
"""Ids of shapes come in blocks that a drawing reserves."""
_NAMES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE_ID = re.compile(rb"_x0000_s([0-9]{1,9})\b")
_BLOCKS = re.compile(rb"<o:idmap\b[^>]*\bdata\s*=\s*[\"']([0-9, ]*)[\"']")


def comments(texts: Mapping[Cell, str]) -> bytes:
    """Return a part of comments with a note on each cell."""
    notes = "".join(_comment("", 0, cell, text) for cell, text in sorted(texts.items()))
    return (
        f'{HEAD}<comments xmlns="{MAIN}"><authors><author>{AUTHOR}</author></authors>'
        f"<commentList>{notes}</commentList></comments>"
    ).encode()


class CommentEdit:
    """A part of comments that is there already; its own notes keep their words."""

    def __init__(self, xml: bytes, part: str) -> None:
        self._splices = Splices(xml, part)
        self._part = part
        self._authors: list[int] = []
        self._prefix = ""
        self._places: dict[str, list[int]] = {}
        self._texts: dict[str, int] = {}
        self._ref = ""
        walk(xml, part, self._start, self._end)
        if any(len(self._places.get(name, ())) != 2 for name in ("authors", "commentList")):
            raise UnmarkableError("unusual", part)

    def _start(self, depth: int, name: str, attributes: Attributes, at: int) -> None:
        what = local(name)
        if depth == 0:
            self._prefix = prefix_of(name)
        elif what in ("authors", "commentList") and depth == 1:
            self._places[what] = [at]
        elif what == "author":
            self._authors.append(at)
        elif what == "comment":
            self._ref = attributes.get("ref", "").replace("$", "")
            self._texts[self._ref] = -1

    def _end(self, depth: int, name: str, at: int) -> None:
        what = local(name)
        if what in ("authors", "commentList") and depth == 1:
            self._places[what].append(at)
        elif what == "text" and self._splices.xml[at : at + 2] == b"</":
            self._texts[self._ref] = at

    def add(self, texts: Mapping[Cell, str], *, threaded: bool) -> set[Cell]:
        """Add a note to every cell and return those that had none.

        A note that is there gets further lines; where it stands for a conversation (`threaded`), it is
        left alone.
        """
        by = self._author()
        fresh: dict[Cell, str] = {}
        for cell, text in sorted(texts.items()):
            end = self._texts.get(cell_address(*cell))
            if end is None:
                fresh[cell] = text
            elif end >= 0 and not threaded:
                self._splices.insert(end, _run(self._prefix, f"\n\n{text}").encode())
        notes = "".join(_comment(self._prefix, by, cell, text) for cell, text in fresh.items())
        if notes:
            self._splices.into(*self._pair("commentList"), notes.encode())
        return set(fresh)

    def _author(self) -> int:
        """Return our number among the authors; who is not there yet is added behind them."""
        author = f"<{self._prefix}author>{AUTHOR}</{self._prefix}author>".encode()
        for number, at in enumerate(self._authors):
            if self._splices.xml.startswith(author, at):
                return number
        self._splices.into(*self._pair("authors"), author)
        return len(self._authors)

    def _pair(self, name: str) -> tuple[int, int]:
        start, end = self._places[name]
        return start, end

    def result(self) -> bytes:
        """Return the part."""
        return self._splices.result()


def _comment(prefix: str, author: int, cell: Cell, text: str) -> str:
    return (
        f'<{prefix}comment ref="{cell_address(*cell)}" authorId="{author}"><{prefix}text>{_run(prefix, text)}'
        f"</{prefix}text></{prefix}comment>"
    )


def _run(prefix: str, text: str) -> str:
    p = prefix
    look = f'<{p}rPr><{p}sz val="10"/><{p}rFont val="Times New Roman"/><{p}family val="1"/></{p}rPr>'
    return f'<{p}r>{look}<{p}t xml:space="preserve">{in_cell(text)}</{p}t></{p}r>'


def blocks_of(xml: bytes) -> set[int]:
    """Return the blocks of shape ids that a drawing reserves or uses."""
    found = {int(shape) // _BLOCK for shape in _SHAPE_ID.findall(xml)}
    for data in _BLOCKS.findall(xml):
        found.update(int(block) for block in data.replace(b" ", b"").split(b",") if block)
    return found


def drawing(boxes: Mapping[Cell, int], block: int) -> bytes:
    """Return a VML drawing with a box of so many lines for the note of each cell; ids from the block on."""
    reserved = ",".join(str(block + number) for number in range(1 + len(boxes) // (_BLOCK - 1)))
    return (
        f'<xml {_NAMES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{reserved}"/></o:shapelayout>'
        f"{_SHAPE_TYPE}{_shapes(boxes, block)}</xml>"
    ).encode()


def with_shapes(xml: bytes, boxes: Mapping[Cell, int], block: int, part: str) -> bytes:
    """Return a VML drawing with further boxes at its end."""
    end = xml.rfind(b"</xml>")
    if end < 0:
        raise UnmarkableError("unusual", part)
    kind = "" if b"_x0000_t202" in xml else _SHAPE_TYPE.replace("<v:shapetype", f"<v:shapetype {_NAMES}")
    shapes = _shapes(boxes, block).replace("<v:shape ", f"<v:shape {_NAMES} ")
    return xml[:end] + (kind + shapes).encode() + xml[end:]


def _shapes(boxes: Mapping[Cell, int], block: int) -> str:
    first = block * _BLOCK + 1
    return "".join(_shape(first + n, *box) for n, box in enumerate(boxes.items()))


def _shape(number: int, cell: Cell, lines: int) -> str:
    row, col = cell[0] - 1, cell[1] - 1
    above = max(row - 1, 0)
    anchor = f"{col + 1}, 15, {above}, 4, {col + 5}, 15, {above + max(4, min(lines, 16))}, 4"
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" '
        'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
        '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row>"
        f"<x:Column>{col}</x:Column></x:ClientData></v:shape>"
    )


_REMARK = re.compile(r"(?:\A|\n\n)[^\n]{1,20} [A-Z]{2}[0-9]{3}: [^\n]*\n→ [^\n]*")
"""One finding as a note has it."""
_TEXT = re.compile(rb"(<(?:\w+:)?t(?:\s[^<>]*)?>)([^<]*)(?=</)")
_CELL = re.compile(rb"<(?:\w+:)?c\s[^<>]*>")
_STYLE = re.compile(rb"\ss\s*=\s*[\"']([0-9]{1,9})[\"']")
_SHAPE = re.compile(rb"<v:shape\s.*?</v:shape>", re.DOTALL)
_SHAPE_CELL = re.compile(rb"<x:Row>([0-9]{1,7})</x:Row>\s*<x:Column>([0-9]{1,5})</x:Column>")
_TAB = re.compile(rb"<(?:\w+:)?tabColor\s[^<>]*rgb\s*=\s*[\"'](?:[0-9A-Fa-f]{2})?C00000[\"']")


def is_listing(name: str, xml: bytes) -> bool:
    """Tell whether a sheet is a list of findings that an earlier round put in front."""
    return re.sub(r" [0-9]{1,3}$", "", name).casefold() in _names() and _TAB.search(xml, 0, 4096) is not None


@cache
def _names() -> frozenset[str]:
    languages: tuple[Lang, ...] = ("en", "vi")
    return frozenset(word("forms.marked_sheet", lang).casefold() for lang in languages)


def without_marks(xml: bytes, restored: Callable[[int], int | None]) -> bytes:
    """Return a sheet in which every cell of a marked style has the style that `restored` gives for it."""

    def restyle(found: re.Match[bytes]) -> bytes:
        style = _STYLE.search(found[0])
        number = None if style is None else restored(int(style[1]))
        return found[0] if number is None else with_attribute(found[0], b"s", str(number).encode())

    return xml if b"<!" in xml else _CELL.sub(restyle, xml)


def without_notes(xml: bytes, part: str) -> tuple[bytes, set[Cell]]:
    """Return comments without what earlier rounds wrote, and the cells that have none left."""
    splices = Splices(xml, part)
    begun: list[tuple[str, int]] = []
    gone: set[Cell] = set()

    def start(_: int, name: str, attributes: Attributes, at: int) -> None:
        if local(name) == "comment":
            begun.append((attributes.get("ref", ""), at))

    def end(_: int, name: str, at: int) -> None:
        if local(name) != "comment":
            return
        ref, begin = begun[-1]
        texts = list(_TEXT.finditer(xml, begin, at))
        said = [unescape(text[2].decode("utf-8", "replace")).replace("\r", "") for text in texts]
        left = _without_remarks(said)
        place = place_of(ref)
        if left == said:
            return
        if place is not None and not "".join(left).strip():
            splices.replace(begin, xml.index(b">", at) + 1, b"")
            gone.add(place)
            return
        for text, kept in zip(texts, left, strict=True):
            splices.replace(text.start(2), text.end(2), in_cell(kept).encode())

    walk(xml, part, start, end)
    return splices.result(), gone


def _without_remarks(runs: list[str]) -> list[str]:
    """Return the runs of a note without the findings in them, however programs have divided the runs."""
    remarks = [found.span() for found in _REMARK.finditer("".join(runs))]
    left, at = [], 0
    for run in runs:
        kept = [char for i, char in enumerate(run, at) if not any(a <= i < b for a, b in remarks)]
        left.append("".join(kept))
        at += len(run)
    return left


def without_shapes(xml: bytes, cells: set[Cell]) -> bytes:
    """Return a VML drawing without the boxes of the notes on some cells."""

    def kept(found: re.Match[bytes]) -> bytes:
        place = _SHAPE_CELL.search(found[0])
        return b"" if place and (int(place[1]) + 1, int(place[2]) + 1) in cells else found[0]

    return _SHAPE.sub(kept, xml)
