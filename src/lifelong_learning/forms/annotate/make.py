"""The marked copy: new parts beside the old ones, which are taken over as they are packed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.catalogue.words import word
from lifelong_learning.forms.annotate import UnmarkableError, notes
from lifelong_learning.forms.annotate.listing import listing
from lifelong_learning.forms.annotate.parts import (
    COMMENTS_TYPE,
    SHEET_TYPE,
    STYLES,
    TYPES,
    WORKBOOK,
    WORKBOOK_RELATIONS,
    BookEdit,
    free_id,
    free_name,
    read_relations,
    relations_name,
    with_relations,
    with_types,
)
from lifelong_learning.forms.annotate.sheet import SheetEdit
from lifelong_learning.forms.annotate.splice import Archive
from lifelong_learning.forms.annotate.styles import StyleEdit
from lifelong_learning.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lifelong_learning.forms.annotate import Marked, SubmittedPackage
    from lifelong_learning.forms.annotate.parts import Relation
    from lifelong_learning.model.plan import Lang

Cell = tuple[int, int]
MOST_NOTES = 3_000
"""Notes on one sheet: a drawing of many more takes a spreadsheet program minutes."""
_PER_NOTE = 5
_ORDER = list(Severity)


def annotated(source: SubmittedPackage, file: str, marks: Sequence[Marked], lang: Lang) -> bytes:
    """Return the workbook with its findings marked; UnmarkableError where that would change more."""
    return _Copy(source, file, marks, lang).make()


class _There(NamedTuple):
    """What a sheet has of notes: its relations, the parts of comments and of their drawing.

    `threaded` tells that its notes stand for conversations.
    """

    xml: bytes | None
    relations: Sequence[Relation]
    comments: str | None
    shown: str | None
    threaded: bool


class _Copy:
    """One marked copy being made; `_changed` holds the parts that differ, new ones among them."""

    def __init__(self, source: SubmittedPackage, file: str, marks: Sequence[Marked], lang: Lang) -> None:
        self._source = source
        self._file = file
        self._marks = marks
        self._lang = lang
        self._names = {name.lower(): name for name in source.names()}
        self._taken = set(self._names)
        self._changed: dict[str, bytes] = {}
        self._overrides: list[tuple[str, str]] = []
        self._remarks: list[str] = []
        self._drawn = False
        self._blocks: set[int] = {0}
        self._again: tuple[str, str] | None = None

    def make(self) -> bytes:
        """Return the bytes of the copy."""
        self._refuse()
        book = BookEdit(self._source.read(WORKBOOK))
        styles = StyleEdit(self._source.read(STYLES))
        self._clean(styles)
        for name in self._names:
            if name.endswith(".vml"):
                self._blocks |= notes.blocks_of(self._read(name))
        for sheet, part in self._source.sheets():
            cells = [mark for mark in self._marks if mark.sheet == sheet and mark.row and mark.col]
            if cells:
                self._sheet(sheet, part, cells, styles)
        self._listing(book, styles)
        self._changed[STYLES] = styles.result()
        self._changed[TYPES] = with_types(self._source.read(TYPES), self._overrides, drawing=self._drawn)
        return self._packed()

    def _refuse(self) -> None:
        if any(name.startswith("_xmlsignatures/") for name in self._names):
            raise UnmarkableError("signed")
        for name in self._names:
            if name.startswith("xl/revisions/"):
                raise UnmarkableError("unusual", self._names[name])
        for needed in (WORKBOOK, WORKBOOK_RELATIONS, STYLES, TYPES):
            if needed.lower() not in self._names:
                raise UnmarkableError("unusual", needed)

    def _clean(self, styles: StyleEdit) -> None:
        """Take out the marks of an earlier round: colours, notes with their boxes, and the list of findings,
        whose sheet is used again."""
        for sheet, part in self._source.sheets():
            xml = self._source.read(part)
            if self._again is None and notes.is_listing(sheet, xml):
                self._again = (sheet, part)
                continue
            self._clean_notes(part)
            cleaned = notes.without_marks(xml, styles.restored) if styles.has_marks else xml
            if cleaned != xml:
                self._changed[part] = cleaned

    def _clean_notes(self, part: str) -> None:
        """Take out the notes of an earlier round with their boxes; where cells have conversations, none."""
        name = relations_name(part)
        relations = read_relations(self._source.read(name), part) if name.lower() in self._names else []
        targets = {one.kind: one.target for one in relations if one.target.lower() in self._names}
        if "comments" not in targets or "threadedComment" in targets:
            return
        noted, shown = targets["comments"], targets.get("vmlDrawing")
        self._changed[noted], gone = notes.without_notes(self._source.read(noted), noted)
        if gone and shown is not None:
            self._changed[shown] = notes.without_shapes(self._source.read(shown), gone)

    def _read(self, part: str) -> bytes:
        """Return a part as it is by now."""
        changed = next((one for name, one in self._changed.items() if name.lower() == part.lower()), None)
        return self._source.read(part) if changed is None else changed

    def _sheet(self, sheet: str, part: str, marks: Sequence[Marked], styles: StyleEdit) -> None:
        cells = {(mark.row or 0, mark.col or 0) for mark in marks}
        xml = self._read(part)
        edit = SheetEdit(xml, part, cells)
        anchors = edit.anchors(cells)
        if anchors:
            edit = SheetEdit(xml, part, {anchors.get(cell, cell) for cell in cells})
        gathered: dict[Cell, list[Marked]] = {}
        for mark in marks:
            cell = (mark.row or 0, mark.col or 0)
            gathered.setdefault(anchors.get(cell, cell), []).append(mark)
        edit.mark({cell: _restyle(styles, found) for cell, found in gathered.items()})
        self._notes(sheet, part, gathered, edit)
        self._changed[part] = edit.result()

    def _notes(
        self, sheet: str, part: str, gathered: Mapping[Cell, Sequence[Marked]], edit: SheetEdit
    ) -> None:
        texts = {cell: self._note(found) for cell, found in sorted(gathered.items())[:MOST_NOTES]}
        if len(gathered) > MOST_NOTES:
            count = len(gathered) - MOST_NOTES
            self._remarks.append(word("forms.marked_no_notes", self._lang, sheet=sheet, count=count))
        try:
            self._attach(part, texts, edit)
        except UnmarkableError:
            self._remarks.append(word("forms.marked_kept", self._lang, sheet=sheet))

    def _note(self, found: Sequence[Marked]) -> str:
        lines = [
            f"{word(f'check.{mark.severity.value}', self._lang)} {mark.code}: {mark.message}\n→ {mark.remedy}"
            for mark in found[:_PER_NOTE]
        ]
        return "\n\n".join(lines)

    def _attach(self, part: str, texts: Mapping[Cell, str], edit: SheetEdit) -> None:
        """Add notes to a sheet; nothing is changed where what is there already cannot be added to."""
        there = self._there(part, edit)
        changed: dict[str, bytes] = {}
        fresh = set(texts)
        if there.comments is not None:
            kept = notes.CommentEdit(self._read(there.comments), there.comments)
            fresh = kept.add(texts, threaded=there.threaded)
            changed[there.comments] = kept.result()
        boxes = {cell: 2 + len(texts[cell]) // 30 for cell in sorted(fresh)}
        block = max(self._blocks) + 1
        if there.shown is not None and boxes:
            xml = self._read(there.shown)
            changed[there.shown] = notes.with_shapes(xml, boxes, block, there.shown)
        self._blocks.update(range(block, block + 2 + len(boxes) // 1023))
        self._changed.update(changed)
        self._new_parts(part, texts, boxes, block, there, edit)

    def _new_parts(
        self,
        part: str,
        texts: Mapping[Cell, str],
        boxes: Mapping[Cell, int],
        block: int,
        there: _There,
        edit: SheetEdit,
    ) -> None:
        """Make the parts that a sheet without notes lacks, and make them known."""
        added: list[tuple[str, str, str]] = []
        if there.shown is None:
            shown = free_name("xl/drawings/vmlDrawing{}.vml", self._taken)
            self._changed[shown] = notes.drawing(boxes, block)
            added.append((free_id(there.relations, "rIdMarksShown"), "vmlDrawing", shown))
            edit.draw(added[-1][0])
            self._drawn = True
        if there.comments is None:
            comments = free_name("xl/comments{}.xml", self._taken)
            self._changed[comments] = notes.comments(texts)
            added.append((free_id(there.relations, "rIdMarks"), "comments", comments))
            self._overrides.append((comments, COMMENTS_TYPE))
        if added:
            self._changed[relations_name(part)] = with_relations(there.xml, part, added)

    def _there(self, part: str, edit: SheetEdit) -> _There:
        """Return what a sheet has of notes; UnmarkableError where that does not hang together."""
        name = relations_name(part)
        xml = self._source.read(name) if name.lower() in self._names else None
        relations = [] if xml is None else read_relations(xml, part)
        by_kind = {one.kind: one.target for one in reversed(relations)}
        comments = by_kind.get("comments")
        by_id = {one.id: one.target for one in relations}
        shown = None if edit.drawing is None else by_id.get(edit.drawing, "")
        if comments is not None and shown is None:
            raise UnmarkableError("unusual", part)
        self._require(comments)
        self._require(shown)
        return _There(xml, relations, comments, shown, "threadedComment" in by_kind)

    def _require(self, target: str | None) -> None:
        if target is not None and target.lower() not in self._names:
            raise UnmarkableError("unusual", target)

    def _listing(self, book: BookEdit, styles: StyleEdit) -> None:
        wanted = word("forms.marked_sheet", self._lang)
        name, number = wanted, 2
        old, part = self._again or ("", "")
        while name.casefold() in book.names - {old.casefold()}:
            name, number = f"{wanted} {number}", number + 1
        if part:
            self._changed[WORKBOOK] = book.renamed(old, name)
            self._changed[part] = listing(self._file, self._marks, self._remarks, styles.look, self._lang)
            return
        part = free_name("xl/worksheets/sheet{}.xml", self._taken)
        there = self._source.read(WORKBOOK_RELATIONS)
        relation = free_id(read_relations(there, WORKBOOK), "rIdMarks")
        self._changed[WORKBOOK_RELATIONS] = with_relations(there, WORKBOOK, [(relation, "worksheet", part)])
        self._changed[WORKBOOK] = book.with_first(name, relation)
        self._changed[part] = listing(self._file, self._marks, self._remarks, styles.look, self._lang)
        self._overrides.append((part, SHEET_TYPE))

    def _packed(self) -> bytes:
        archive = Archive()
        changed = {name.lower(): (name, content) for name, content in self._changed.items()}
        for name in self._names.values():
            found = changed.pop(name.lower(), None)
            if found is None:
                archive.copy(self._source.packed(name))
            else:
                archive.add(name, found[1])
        for name, content in changed.values():
            archive.add(name, content)
        return archive.finish()


def _restyle(styles: StyleEdit, found: Sequence[Marked]) -> Callable[[int], int]:
    gravest = min((mark.severity for mark in found), key=_ORDER.index)
    return lambda style: styles.marked(style, gravest)
