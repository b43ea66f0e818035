"""The workbook, drafted row by row and written by XlsxWriter: text as text, results beside formulas."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.safe import visible
from lifelong_learning.model.localised import lines_of
from lifelong_learning.model.scores import Status
from lifelong_learning.reports.scorecard_xlsx import styles
from lifelong_learning.reports.view import labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.scorecard_xlsx.results import Results

FIRST_ROW = 5
"""The first row below title, note, gap and header on every sheet of rows."""
A4 = 9
"""The number of the paper size."""
FORMULA_MARKS = tuple("=+-@＝＋－＠'")
LONGEST = 32_000
"""A cell of a workbook holds 32,767 characters."""
MOST_LINKS = 60_000
"""Excel opens at most 65,530 links on a sheet."""
_PADDING = 5 / 7
"""What a file's width of a column has beyond the letters of XlsxWriter's."""
_NO_CLOCK = datetime(1980, 1, 1)
LINE, HIGHEST = 13.5, 400
"""Points that a line of text takes, and what a row may be high at most."""


class Text(str):
    """A text for a cell: never a formula. `link` is a place in this workbook."""

    link: str | None

    def __new__(cls, value: str, link: str | None = None) -> Text:
        """Make the text safe to store: escapes shown, not longer than a cell holds."""
        made = super().__new__(cls, visible(value)[:LONGEST])
        made.link = link
        return made


class CellFormula(str):
    """A formula without its equals sign."""


Content = Text | CellFormula | int | float | None
Cell = tuple[Content, str]
"""What a cell holds, and the name of its style."""


class SheetDraft:
    """One sheet, drafted from the top. `raw` takes what is not a cell."""

    def __init__(self, raw: Worksheet, inks: styles.Inks) -> None:
        self.raw = raw
        self.rows: list[Sequence[Cell]] = []
        self._inks = inks
        self._widths: Sequence[float] = ()

    @property
    def at(self) -> int:
        """The last row drafted, 1-based."""
        return len(self.rows)

    def widths(self, widths: Sequence[float], folded: int = 0) -> None:
        """Set the widths of the columns; from the 1-based `folded` on they are folded away."""
        self._widths = widths
        for number, width in enumerate(widths):
            away = {"level": 1, "hidden": True} if folded and number + 1 >= folded else {}
            self.raw.set_column(number, number, width - _PADDING, None, away)

    def hide(self, number: int) -> None:
        """Hide a 1-based column; said behind its width."""
        width = self._widths[number - 1] - _PADDING
        self.raw.set_column(number - 1, number - 1, width, None, {"hidden": True})

    def row(self, cells: Sequence[Cell], height: float | None = None, *, least: float = 0) -> int:
        """Write a row and return its number; without a height it is as high as its wrapped texts ask for."""
        height = height or max(least, self._height(cells))
        if height:
            self.raw.set_row(self.at, height)
        self.rows.append(cells)
        return self.at

    def _height(self, cells: Sequence[Cell]) -> float:
        lines = 1
        for (content, style), width in zip(cells, self._widths, strict=False):
            if isinstance(content, Text) and (look := styles.LOOKS.get(style)) is not None and look.wrap:
                lines = max(lines, lines_of(content, width, look.letters))
        return 0 if lines == 1 else min(LINE * lines + 2, HIGHEST)

    def gap(self, rows: int = 1) -> None:
        """Leave rows empty."""
        for _ in range(rows):
            self.row([])

    def heading(self, title: str, note: str = "", above: Sequence[Cell] = ()) -> None:
        """Write title, note and a row that is empty but for `above`; the header stands in the fourth row."""
        self.on_paper()
        self.row([(Text(title), "title")], height=24)
        self.row([(Text(note), "note")] if note else [])
        self.row(above)

    def heads(self, heads: Sequence[str], least: float = 24) -> None:
        """Write the row of headings."""
        self.row([(Text(head), "head") for head in heads], least=least)

    def on_paper(self, high: int = 0) -> None:
        """Lay the sheet out for A4 across, one page wide and so many high; 0: as high as it takes."""
        raw = self.raw
        raw.set_landscape()
        raw.set_paper(A4)
        raw.fit_to_pages(1, high)
        raw.set_margins(0.4, 0.4, 0.5, 0.5)
        raw.hide_gridlines(2)
        raw.outline_settings(symbols_right=False)

    def printed(self, area: str | None = None, *, heads: tuple[int, int] | None = (4, 4)) -> None:
        """Name the sheet and number the pages at the foot; the rows of the heads stand on every page."""
        self.raw.set_footer("&C&A · &P/&N")
        if area is not None:
            self.raw.print_area(area)
        if heads is not None:
            self.raw.repeat_rows(heads[0] - 1, heads[1] - 1)

    def merge(self, cells: str, style: str) -> None:
        """Merge a range, whose first cell is drafted as others are."""
        self.raw.merge_range(cells, "", self._inks[style])

    def coloured(self, cells: str, word: str, ink: str, ground: str) -> None:
        """Colour a word wherever it stands in a range."""
        look = self._inks.book.add_format({"font_color": ink, "bold": True, "bg_color": ground})
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
        self.raw.conditional_format(cells, rule)

    def colours(self, cells: str, lang: Lang) -> None:
        """Colour the words of statuses in a range; the word and its mark say the same without colour."""
        for status in Status:
            self.coloured(cells, labels.marked_status(status, lang), *styles.STATUS_COLOURS[status])

    def closed(self, lang: Lang, statuses: str, end: str) -> None:
        """Close a sheet of results: filter, colours in the column of statuses, layout on paper. Both
        columns are named by their letters; `end` is the last to read."""
        last = max(self.at, FIRST_ROW)
        self.raw.autofilter(f"A{FIRST_ROW - 1}:{end}{last}")
        self.colours(f"{statuses}{FIRST_ROW}:{statuses}{last}", lang)
        self.printed(f"A1:{end}{last}")

    def write(self, results: Results) -> None:
        """Write every cell, and beside a formula its result."""
        links = 0
        for row, cells in enumerate(self.rows):
            for col, (content, style) in enumerate(cells):
                if content is None and not style:
                    continue
                if isinstance(content, Text) and content.link and links < MOST_LINKS:
                    links += 1
                self._write(row, col, content, style, results, linked=links < MOST_LINKS)

    def _write(
        self, row: int, col: int, content: Content, style: str, results: Results, *, linked: bool
    ) -> None:
        raw = self.raw
        if isinstance(content, CellFormula):
            result = results.of(raw.name, row + 1, col + 1)
            raw.write_formula(row, col, f"={content}", self._inks[style], result)
        elif isinstance(content, Text):
            ink = self._inks[f"{style}'" if content.startswith(FORMULA_MARKS) else style]
            if content.link and linked:
                raw.write_url(row, col, f"internal:{content.link}", ink, str(content))
            else:
                raw.write_string(row, col, content, ink)
        elif content is None:
            raw.write_blank(row, col, None, self._inks[style])
        else:
            raw.write_number(row, col, content, self._inks[style])


class Book:
    """A workbook and the names of its sheets."""

    def __init__(self) -> None:
        from io import BytesIO

        from xlsxwriter import Workbook

        self._written = BytesIO()
        self.raw = Workbook(self._written, {"in_memory": True})
        self._inks = styles.Inks(self.raw)
        self._names: set[str] = set()
        self._sheets: dict[str, SheetDraft] = {}
        self._worksheet = _worksheet()

    def name(self, wanted: str) -> str:
        """Return a name that a sheet may have and no other has."""
        cleaned = "".join(" " if char in "[]:*?/\\'" else char for char in visible(wanted)).strip()
        base = cleaned[:31].strip() or "1"
        name, number = base, 2
        while name.casefold() in self._names:
            name = f"{base[:27].strip()} {number}"
            number += 1
        self._names.add(name.casefold())
        return name

    def sheet(self, name: str) -> SheetDraft:
        """Add a sheet behind the others."""
        made = SheetDraft(self.raw.add_worksheet(name, self._worksheet), self._inks)
        self._sheets[name] = made
        return made

    def finish(self, title: str) -> bytes:
        """Return the workbook; the same cells give the same bytes."""
        from lifelong_learning.reports.scorecard_xlsx.results import Results

        results = Results({name: sheet.rows for name, sheet in self._sheets.items()})
        for sheet in self._sheets.values():
            sheet.write(results)
        self.raw.set_properties({"title": title, "author": "llplan", "created": _NO_CLOCK})
        self.raw.close()
        return self._written.getvalue()


def _worksheet() -> type[Worksheet]:
    from xlsxwriter.worksheet import Worksheet

    class Stored(Worksheet):  # type: ignore[misc]
        """A worksheet in which an empty result is a text, as it is once a spreadsheet has computed it."""

        def _prepare_formula(self, formula: str, *_: object) -> str:
            # It would look for every function that has a name of its own in the file; ours have none.
            return formula.removeprefix("=")

        def _xml_formula_element(
            self, formula: str, result: object, attributes: list[tuple[str, str]]
        ) -> None:
            kind = [("t", "str")] if result == "" else []
            super()._xml_formula_element(formula, result, [*attributes, *kind])

    return Stored


def quoted(sheet: str) -> str:
    """Return a sheet's name as formulas and links write it."""
    return f"'{sheet}'"
