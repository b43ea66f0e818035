"""What a document is made of: sections of paragraphs, tables and charts, all in words already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from lifelong_learning.model.scores import Status


class Cell(NamedTuple):
    """A cell as a person reads it; `number` is the same figure for a spreadsheet, floored alike. `mark`
    stands at the end of both."""

    text: str
    status: Status | None = None
    number: float | int | None = None
    form: Literal["", "percent", "count", "decimal"] = ""
    mark: str = ""


class Column(NamedTuple):
    """A column: `share` is its part of the width."""

    header: str
    align: Literal["left", "right"] = "left"
    share: int = 10


class Paragraph(NamedTuple):
    """A paragraph; `item` for one behind a dash."""

    text: str
    style: Literal["", "item", "quiet", "alert"] = ""


class Table(NamedTuple):
    """A table; a row of one cell spans all columns. `more` rows were left out.

    `sheet` is a short name for a sheet that holds it.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sheet: str
    more: int = 0


class Bar(NamedTuple):
    """A bar of so many parts of one; 1 is the target."""

    label: str
    text: str
    size: float
    status: Status


class Bars(NamedTuple):
    """A chart of attainments."""

    title: str
    bars: tuple[Bar, ...]


class Point(NamedTuple):
    """A figure in a year, None where there is none."""

    year: int
    size: float | None
    text: str


class Lines(NamedTuple):
    """A chart of a figure by year, and of the path to its target. `percent`: sizes are parts of one;
    `whole`: they are parts of a whole, whose course in text runs from nil to all of it."""

    title: str
    points: tuple[Point, ...]
    path: tuple[Point, ...]
    percent: bool
    whole: bool


Block: TypeAlias = "Paragraph | Table | Bars | Lines"


class Section(NamedTuple):
    """A heading of level 1 or 2 with its number written out, and what stands under it."""

    heading: str
    level: int
    blocks: tuple[Block, ...]
