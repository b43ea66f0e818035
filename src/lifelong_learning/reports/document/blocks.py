"""What every document that people read is made of, in words already; renderers lay it out, compute nothing.

How a renderer handles each (terminal; Markdown; HTML; DOCX; sheet):
`Document` one page, file or workbook · `Section` heading of level 1 or 2, in HTML linked from the contents
where it has an anchor · `Paragraph` a paragraph; "item" behind a dash, "quiet" dimmed, "notice" coloured
in a terminal · `Box` a heading and lines that must be read first · `Item`
a line and what is set in under it · `Table` a grid; in a terminal stacked
where it is too wide; a sheet of its own in a workbook · `Entries` in a terminal a paragraph each, elsewhere
a table · `Pairs` names on the left, texts on the right · `Tally` a line of numbers, in HTML a bar
too · `BarChart`, `LineChart` blocks and sparklines in a terminal and in Markdown, elsewhere drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.model.findings import Severity
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.scores import Status

    Mark: TypeAlias = Status | Severity
    Tone: TypeAlias = Literal["", "strong", "quiet", "id"] | Mark


class Phrase(Struct, frozen=True):
    """Words in one tone: a status or severity colours them, "id" keeps them on one line to be copied."""

    text: str
    tone: Tone = ""


class Paragraph(Struct, frozen=True):
    """A paragraph; `note` is what a reader may pass over, under an item or behind it; `verdict` ends it in
    its own colour."""

    text: str
    style: Literal["", "item", "strong", "quiet", "notice"] = ""
    note: str = ""
    verdict: Phrase | None = None


class Item(Struct, frozen=True):
    """A line of phrases, and lines that are set in under it."""

    head: tuple[Phrase, ...]
    lines: tuple[Phrase, ...]


class Box(Struct, frozen=True):
    """What must be read before all else: a heading and lines."""

    title: str
    lines: tuple[str, ...]


class TableCell(Struct, frozen=True):
    """A cell as a person reads it, with the lines `below` it; `number` is the same figure for a spreadsheet,
    floored alike, and `tail` what stands at the end of both. `mark` colours the text, or, where there is
    one, the bar of an attainment (1 at the target) that HTML draws under the figure. An "id" is the plan's,
    a "code" a unit's: neither names its row."""

    text: str
    mark: Mark | None = None
    number: float | int | None = None
    form: Literal["", "percent", "count", "decimal", "amount", "id", "code"] = ""
    tail: str = ""
    attained: float | None = None
    below: tuple[str, ...] = ()


class TableColumn(Struct, frozen=True):
    """A column: `share` is its part of the width; `most` the cells that it takes at most in a terminal,
    where one column without takes what is left (0: as the figures need)."""

    header: str
    align: Literal["left", "right"] = "left"
    share: int = 10
    most: int = 0


class Quotation(Struct, frozen=True):
    """The clause that a row rests on, its words, and a remark on them; HTML alone shows it, folded."""

    clause: str
    quote: str
    remark: str = ""


class RowNote(Struct, frozen=True):
    """What is said under a row: a status in words, or "", and what it applies to."""

    text: str
    mark: Status | None = None
    label: str = ""


class TableRow(Struct, frozen=True):
    """A row with a cell for every column; one with a single cell spans them all, as a heading.

    Neighbours of one `group` stand under its name; one that is alone bears the name in its first cell, and
    an empty first cell among several stands for all units. Markdown joins name and first cell.
    """

    cells: tuple[TableCell, ...]
    group: str = ""
    notes: tuple[RowNote, ...] = ()
    quotation: Quotation | None = None


class Table(Struct, frozen=True):
    """A table. `more` rows were left out. `sheet` is a short name for a sheet that holds it. `legend` is
    the caption where HTML alone has one.

    `notes` is the header of the notes under rows, where they make a column: in Markdown, and in HTML
    where they have labels. `above`: a terminal writes the first cell of a row over the others.
    """

    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    sheet: str = ""
    more: int = 0
    notes: str = ""
    above: bool = False
    legend: str = ""


class ListedFinding(Struct, frozen=True):
    """One finding: its name in its colour, where it is, what it says, and what to do."""

    name: Phrase
    where: str
    text: str
    remedy: str


class Entries(Struct, frozen=True):
    """Findings one by one; `headers` name the four columns of a table of them, `caption` is HTML's."""

    caption: str
    headers: tuple[str, str, str, str]
    entries: tuple[ListedFinding, ...]


class Pairs(Struct, frozen=True):
    """Names and the lines that stand beside them, each of phrases; a name without a line is left out."""

    pairs: tuple[tuple[str, tuple[tuple[Phrase, ...], ...]], ...]


class Tally(Struct, frozen=True):
    """How many results have each status: (status, its word, the number, the number in words)."""

    title: str
    counts: tuple[tuple[Status, str, int, str], ...]


class ChartBar(Struct, frozen=True):
    """A bar of so many parts of one; 1 is the target."""

    label: str
    text: str
    size: float
    mark: Status


class BarChart(Struct, frozen=True):
    """A chart of attainments."""

    title: str
    bars: tuple[ChartBar, ...]


class ChartPoint(Struct, frozen=True):
    """A figure in a year, None where there is none."""

    year: int
    size: float | None
    text: str


class LineChart(Struct, frozen=True):
    """A chart of a figure by year, and of the path to its target. `percent`: sizes are parts of one;
    `whole`: they are parts of a whole, whose course in text runs from nil to all of it."""

    title: str
    points: tuple[ChartPoint, ...]
    path: tuple[ChartPoint, ...]
    percent: bool
    whole: bool


class Letter(Struct, frozen=True):
    """Who sends a report, from where and when, and who signs it; what is left open is filled in by hand.

    `official`: laid out as Decree 30/2020/NĐ-CP has it, with room for what is not known. `given`: something
    is known of the sender; `day` is what is known of the day, "" where nothing is.
    """

    superior: str
    body: str
    number: str
    place_and_date: str
    to: tuple[str, ...]
    recipients: tuple[str, ...]
    signs: tuple[str, ...]
    name: str
    official: bool
    given: bool
    day: str


Block: TypeAlias = "Paragraph | Item | Box | Table | Entries | Pairs | Tally | BarChart | LineChart"


class Section(Struct, frozen=True):
    """A heading of level 1 or 2, its number written out, and what stands under it; without a heading it
    stands apart from what is above it. `anchor` names it where the contents of a page lead to it."""

    heading: str
    level: int
    blocks: tuple[Block, ...]
    anchor: str = ""


class Appendix(Struct, frozen=True):
    """What is added behind the signature, on a page of its own: "Appendix I", its heading, and the words
    that say to which document it belongs."""

    label: str
    heading: str
    belonging: str
    blocks: tuple[Block, ...]


class Document(Struct, frozen=True):
    """A document in one language.

    `kind` is what it is called ("Report"), "" where its title says it. `name` is what a page's tab and a
    file's properties say, where it is more than the title. `head` stands between title and first section,
    `closing` behind the last, before the signature of the `letter`; then come the `appendices`, and last
    the `foot`. `above` stands over the title. In an `outline` sections are files and their sheets, set in by
    their level.
    """

    lang: Lang
    title: str
    head: tuple[Block, ...]
    sections: tuple[Section, ...]
    foot: tuple[Block, ...] = ()
    kind: str = ""
    when: str = ""
    name: str = ""
    letter: Letter | None = None
    closing: tuple[Block, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    above: tuple[Block, ...] = ()
    outline: bool = False


def table_rows(rows: Iterable[Iterable[TableCell]]) -> tuple[TableRow, ...]:
    """Return rows of cells, without a group and without notes."""
    return tuple(TableRow(tuple(cells)) for cells in rows)
