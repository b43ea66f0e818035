"""A document for a terminal, a pipe or a text file: no line wider than the layout says."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from lifelong_learning.reports.document.blocks import (
    BarChart,
    Box,
    Entries,
    Item,
    LineChart,
    Pairs,
    Paragraph,
    Table,
    Tally,
)
from lifelong_learning.reports.document.terminal.page import (
    STYLES,
    WIDEST,
    Page,
    phrased,
    rule,
    styled,
    wrapped,
)

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import Block, Document, Section

PARAGRAPHS = {"": "", "item": "", "strong": "bold", "quiet": "dim", "notice": "yellow"}
OUTLINED = 4
"""How far items are set in that stand under the file and the sheet of an outline."""


def render(document: Document, *, width: int | None = None, colour: bool = False) -> str:
    """Return the document as text, in lines of at most `width` (None: 80)."""
    # Beyond a width figures are hard to follow with the eye; in an outline stand sentences alone.
    page = Page(width, colour=colour, widest=1_000 if document.outline else WIDEST)
    if document.letter is not None or document.closing or document.appendices:
        from lifelong_learning.reports.document.flow import in_one_flow

        document = in_one_flow(document)
    _top(page, document)
    for section in document.sections:
        _section(page, section, document)
    if document.foot:
        page.heading("")
    for block in document.foot:
        _block(page, block, document, first=True)
    return page.text()


def _top(page: Page, document: Document) -> None:
    """Add what stands above the first section."""
    for block in document.above:
        _block(page, block, document, first=True)
    if document.above:
        page.gap()
    for words, style in ((document.kind, "bold"), (document.title, "bold"), (document.when, "")):
        if words:
            page.say(words, style)
    if document.kind:
        page.gap()
    for block in document.head:
        _block(page, block, document, first=True)


def _section(page: Page, section: Section, document: Document) -> None:
    if document.outline and section.level > 1:
        page.say(section.heading, "italic", indent=2)
    else:
        page.heading(section.heading)
    if section.level > 1 and section.blocks and isinstance(section.blocks[0], Pairs):
        page.add(rule(page.width))
    for number, block in enumerate(section.blocks):
        _block(page, block, document, first=number == 0)
    courses = [block for block in section.blocks if isinstance(block, LineChart)]
    if courses:
        from lifelong_learning.reports.document.terminal import tables

        tables.courses(page, courses, document.lang)


def _block(page: Page, block: Block, document: Document, *, first: bool) -> None:
    """Add a block; the `first` one follows its heading without an empty line."""
    match block:
        case Paragraph():
            _paragraph(page, block)
        case Item():
            _item(page, block, indent=OUTLINED if document.outline else 0)
        case Box():
            _box(page, block)
        case Entries():
            _entries(page, block)
        case Tally():
            _tally(page, block)
        case _:
            _columns(page, block, document.lang, first=first)


def _columns(page: Page, block: Table | Pairs | BarChart | LineChart, lang: Lang, *, first: bool) -> None:
    match block:
        case Table():
            from lifelong_learning.reports.document.terminal import tables

            tables.add(page, block, lang, first=first)
        case Pairs():
            _pairs(page, block, first=first)
        case BarChart():
            from lifelong_learning.reports.document.terminal import tables

            tables.bars(page, block, lang)
        case LineChart():
            pass  # the courses of a section stand together, at its end
        case other:
            assert_never(other)


def _paragraph(page: Page, paragraph: Paragraph) -> None:
    if paragraph.style == "item":
        # An item with a note is told from the next by the note, which is set in, and needs no dash.
        page.say(paragraph.text if paragraph.note else f"- {paragraph.text}", hanging=2)
    else:
        text = styled(paragraph.text, PARAGRAPHS[paragraph.style])
        if paragraph.verdict is not None:
            text.append_text(styled(" " if paragraph.text else ""))
            text.append_text(phrased([paragraph.verdict]))
        page.add(text)
    if paragraph.note:
        page.say(paragraph.note, "dim", indent=2)


def _item(page: Page, item: Item, indent: int) -> None:
    page.add(phrased(item.head), indent, hanging=0 if indent else 2)
    for line in item.lines:
        page.add(phrased([line]), indent + 2)


def _box(page: Page, box: Box) -> None:
    page.heading(box.title)
    for line in box.lines:
        page.say(f"- {line}", "yellow", hanging=2)


def _entries(page: Page, entries: Entries) -> None:
    for entry in entries.entries:
        page.gap()
        head = phrased([entry.name])
        page.add(head.append_text(styled(f"  {entry.where}", "bold")), hanging=2)
        page.say(entry.text, indent=2)
        page.say(entry.remedy, "dim", indent=2)


def _pairs(page: Page, pairs: Pairs, *, first: bool) -> None:
    """Add names on the left and texts on the right, each on lines of its own."""
    if not first:
        page.gap()
    shown = [(styled(name, "dim"), lines) for name, lines in pairs.pairs if lines]
    left = max((name.cell_len for name, _ in shown), default=0) + 2
    for name, texts in shown:
        lines = [line for text in texts for line in wrapped(page.console, phrased(text), page.width - left)]
        for number, line in enumerate(lines):
            start = name.copy() if number == 0 else styled("")
            start.append(" " * (left - start.cell_len))
            page.line(start.append_text(line))


def _tally(page: Page, tally: Tally) -> None:
    text = styled("")
    for status, name, _, number in tally.counts:
        text.append(styled(" · " if text else f"{tally.title}: ", "dim"))
        text.append_text(styled(f"{name} {number}", STYLES[status]))
    if text:
        page.add(text)
