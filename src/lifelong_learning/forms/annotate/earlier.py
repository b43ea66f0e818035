"""Marks of an earlier round: told from what others wrote, and taken out before a copy is marked again."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.forms.annotate.sheet import place_of
from lifelong_learning.forms.annotate.splice import Splices, in_cell, local, walk, with_attribute

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifelong_learning.forms.annotate.splice import Attributes
    from lifelong_learning.model.plan import Lang

Cell = tuple[int, int]
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
