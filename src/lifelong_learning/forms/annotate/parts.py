"""Relations, content types and the workbook part: where new parts are made known."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.forms.annotate import UnmarkableError
from lifelong_learning.forms.annotate.splice import (
    HEAD,
    PACKAGE,
    REL,
    SHEET_TYPES,
    Splices,
    in_attribute,
    local,
    prefix_of,
    walk,
    with_attribute,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.forms.annotate.splice import Attributes

TYPES = "[Content_Types].xml"
WORKBOOK = "xl/workbook.xml"
WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
STYLES = "xl/styles.xml"
VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_STRICT = "purl.oclc.org/ooxml"


class Relation(NamedTuple):
    """One relation of a part: its id, the last word of its type, and the part that it points at."""

    id: str
    kind: str
    target: str


def relations_name(part: str) -> str:
    """Return the name of the part that holds a part's relations."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def read_relations(xml: bytes, part: str) -> list[Relation]:
    """Return the relations of a part within the package."""
    found: list[Relation] = []
    folder = posixpath.dirname(part)

    def start(_: int, name: str, attributes: Attributes, __: int) -> None:
        if local(name) == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            resolved = target[1:] if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            kind = attributes.get("Type", "").rpartition("/")[2]
            found.append(Relation(attributes.get("Id", ""), kind, resolved))

    walk(xml, relations_name(part), start, _nothing)
    return found


def _nothing(_: int, __: str, ___: int) -> None:
    return None


def with_relations(xml: bytes | None, part: str, added: Sequence[tuple[str, str, str]]) -> bytes:
    """Return the relations of a part with further ones: id, type, part that it points at."""
    items = "".join(
        f'<Relationship Id="{name}" Type="{REL}/{kind}" Target="/{target}"/>' for name, kind, target in added
    )
    if xml is None:
        return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'.encode()
    return _appended(xml, relations_name(part), items)


def with_types(xml: bytes, overrides: Sequence[tuple[str, str]], *, drawing: bool) -> bytes:
    """Return the content types with further parts, and that of VML drawings where there is one."""
    extensions: set[str] = set()

    def start(_: int, name: str, attributes: Attributes, __: int) -> None:
        if local(name) == "Default":
            extensions.add(attributes.get("Extension", "").lower())

    walk(xml, TYPES, start, _nothing)
    items = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides)
    if drawing and "vml" not in extensions:
        items = f'<Default Extension="vml" ContentType="{VML_TYPE}"/>{items}'
    return _appended(xml, TYPES, items)


def _appended(xml: bytes, part: str, items: str) -> bytes:
    """Return a part with elements at the end of its outermost one, whatever prefix that goes by."""
    splices = Splices(xml, part)
    root: list[tuple[str, int]] = []

    def start(depth: int, name: str, _: Attributes, at: int) -> None:
        if depth == 0:
            root.append((name, at))

    def end(depth: int, name: str, at: int) -> None:
        if depth == 0:
            written = items.replace("<", f"<{prefix_of(name)}")
            splices.into(root[0][1], at, written.encode())

    walk(xml, part, start, end)
    return splices.result()


def free_name(pattern: str, taken: set[str]) -> str:
    """Return a part's name with the first number that no part has, and take it."""
    number = 1
    while pattern.format(number).lower() in taken:
        number += 1
    name = pattern.format(number)
    taken.add(name.lower())
    return name


def free_id(relations: Sequence[Relation], wanted: str) -> str:
    """Return an id that no relation of a part has."""
    taken = {relation.id for relation in relations}
    number = 1
    while f"{wanted}{number}" in taken:
        number += 1
    return f"{wanted}{number}"


class BookEdit:
    """The workbook part with one more sheet in front, everything that counts sheets moved on by one."""

    def __init__(self, xml: bytes) -> None:
        self._splices = Splices(xml, WORKBOOK)
        self._sheets: int | None = None
        self._prefix = ""
        self._views: list[tuple[Attributes, int]] = []
        self._scoped: list[tuple[int, int]] = []
        self._largest = 0
        self.names: set[str] = set()
        self._tags: dict[str, int] = {}
        walk(xml, WORKBOOK, self._start, _nothing)
        if self._sheets is None:
            raise UnmarkableError("unusual", WORKBOOK)

    def _start(self, depth: int, name: str, attributes: Attributes, at: int) -> None:
        what = local(name)
        if depth == 0:
            self._prefix = prefix_of(name)
            if any(_STRICT in value for value in attributes.values()):
                raise UnmarkableError("strict")
        elif depth == 1 and what == "sheets":
            self._sheets = at
        elif depth == 2:
            self._in_section(what, attributes, at)

    def _in_section(self, what: str, attributes: Attributes, at: int) -> None:
        if what == "sheet":
            self.names.add(attributes.get("name", "").casefold())
            self._tags[attributes.get("name", "")] = at
            self._largest = max(self._largest, _number(attributes.get("sheetId", "0")))
        elif what == "workbookView":
            self._views.append((dict(attributes), at))
        elif what == "definedName" and "localSheetId" in attributes:
            self._scoped.append((at, _number(attributes["localSheetId"])))

    def _view(self, attributes: Attributes, at: int) -> None:
        """Keep the sheet in front that was; two selected sheets would be typed into together."""
        tag = self._splices.tag(at)
        active = str(_number(attributes.get("activeTab", "0")) + 1).encode()
        changed = with_attribute(tag, b"activeTab", active)
        if "firstSheet" in attributes:
            changed = with_attribute(changed, b"firstSheet", b"0")
        self._splices.replace(at, at + len(tag), changed)

    def _set(self, at: int, name: bytes, value: bytes) -> None:
        tag = self._splices.tag(at)
        self._splices.replace(at, at + len(tag), with_attribute(tag, name, value))

    def renamed(self, old: str, new: str) -> bytes:
        """Return the part with one of its sheets renamed, the others as they are."""
        self._set(self._tags[old], b"name", in_attribute(new).encode())
        return self._splices.result()

    def with_first(self, name: str, relation: str) -> bytes:
        """Return the part with the sheet of that name and relation in front."""
        assert self._sheets is not None
        for place, number in self._scoped:
            self._set(place, b"localSheetId", str(number + 1).encode())
        for attributes, place in self._views:
            self._view(attributes, place)
        start, prefix = self._sheets, self._prefix
        tag = self._splices.tag(start)
        if not self._views:
            view = f'<{prefix}bookViews><{prefix}workbookView activeTab="1"/></{prefix}bookViews>'
            self._splices.insert(start, view.encode())
        sheet = (
            f'<{prefix}sheet xmlns:r="{REL}" name="{in_attribute(name)}" sheetId="{self._largest + 1}" '
            f'r:id="{relation}"/>'
        )
        self._splices.insert(start + len(tag), sheet.encode())
        return self._splices.result()


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise UnmarkableError("unusual", WORKBOOK)
    return int(text)


SHEET_TYPE = f"{SHEET_TYPES}.worksheet+xml"
COMMENTS_TYPE = f"{SHEET_TYPES}.comments+xml"
