"""The sheet of figures that were published as percentages; few rows, read one by one."""

from __future__ import annotations

import re
from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.catalogue import finding
from lifelong_learning.model.findings import Findings
from lifelong_learning.model.localised import Day
from lifelong_learning.model.names import clean, fold
from lifelong_learning.model.submission import CellRef, ReportedFigure
from lifelong_learning.submission.faults import Fault, Trouble, beside, gather
from lifelong_learning.submission.names import shown
from lifelong_learning.submission.sheet import values
from lifelong_learning.submission.sheet.sections import SheetBody
from lifelong_learning.submission.sheet.unread import missing_columns, unread_columns
from lifelong_learning.submission.sheet.values import Taken
from lifelong_learning.submission.source.grid import MarkedText
from lifelong_learning.submission.vocabulary import DEFAULT_PERIOD, MISSING_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.submission.names import DistrictSpelling
    from lifelong_learning.submission.sheet.headings import SheetHeader
    from lifelong_learning.submission.source.grid import Grid
    from lifelong_learning.submission.vocabulary import Vocabulary

_REQUIRED = ("target", "year", "percent")
_PERCENT = re.compile(r"([-−]?)\s*([0-9]{1,15})(?:[.,]([0-9]{1,15}))?\s*%?$")


class PublishedFigure(NamedTuple):
    """A published figure, the header of its cell, and those of the cell of its district with its column."""

    figure: ReportedFigure
    header: str
    district: tuple[int, str] | None


class ReportedReader:
    """Reads one `Reported` sheet."""

    def __init__(self, grid: Grid, header: SheetHeader, vocab: Vocabulary, file: str) -> None:
        self.header = header
        self.vocab = vocab
        self.file = file
        self.sheet = grid.sheet
        self.body = SheetBody(grid, header.first)
        col = header.columns.get("percent")
        self.percent_rows = frozenset() if col is None else grid.percent_rows(col)
        self.targets = {fold(target.id): target.id for target in vocab.plan.targets}
        self.faults: list[Fault] = []
        self.findings = Findings(list(header.findings(vocab, (file, grid.sheet))))

    def read(self) -> tuple[list[PublishedFigure], Findings]:
        """Return the figures and the findings of the sheet."""
        place = (self.file, self.sheet)
        self.findings.singles.extend(missing_columns(self.header, _REQUIRED, self.vocab, place))
        rows = {index for index in range(self.body.size) if self._cell("target", index) != ""}
        self.findings.singles.extend(
            unread_columns(self.body, self.header, rows.__contains__, None, self.vocab, place)
        )
        figures: list[PublishedFigure] = []
        if self._complete():
            for index in range(self.body.size):
                figure = self._figure(index)
                if figure is not None:
                    headers, columns = self.header.headers, self.header.columns
                    col = columns.get("district")
                    at = None if col is None else (col, headers[col])
                    figures.append(PublishedFigure(figure, headers[columns["percent"]], at))
        self.findings.extend(gather(self.file, self.sheet, self.header.headers, self.faults))
        return figures, self.findings

    def _complete(self) -> bool:
        """Tell whether the columns that place a figure can be told."""
        asked = (*_REQUIRED, *(c for c in ("level", "area", "district", "period") if self.header.has(c)))
        return all(column in self.header.columns for column in asked)

    def _cell(self, column: str, index: int) -> object:
        col = self.header.columns.get(column)
        return "" if col is None else self.body.identity(col)[index]

    def _figure(self, index: int) -> ReportedFigure | None:
        """Return the figure of one row, or None where there is none or it cannot be placed."""
        if not (self._is_row(index) and self._says_anything(index)):
            return None
        self._name_marked(index)
        target = self._target(index)
        keys = None if target is None else self._keys(index)
        value = None if keys is None else self._percent(index)
        if target is None or keys is None or value is None:
            return None
        year, (level, area, period) = keys
        refused = self._refused(target, level, area)
        if refused is not None:
            named = Trouble("SH106", shown(fold(target)), refused)
            self._fault(self.header.columns["target"], index, named)
            return None
        place = CellRef(self.file, self.sheet, index + self.body.first, self.header.columns["percent"])
        district = self._text("district", index)
        note = self._text("note", index)
        return ReportedFigure(
            target, level, area, district, year, period or DEFAULT_PERIOD, value, place, note
        )

    def _is_row(self, index: int) -> bool:
        """Tell whether the row is more than a line of words under the table."""
        return fold(str(self._cell("target", index))) != "" or self._cell("year", index) != ""

    def _says_anything(self, index: int) -> bool:
        """Tell whether something stands in the cell of the percentage, be it wrong."""
        written = self._cell("percent", index)
        if not isinstance(written, str) or isinstance(written, MarkedText):
            return True
        blank = not clean(written) or fold(written) in MISSING_WORDS
        return not blank or index in self.body.damaged(self.header.columns["percent"])

    def _name_marked(self, index: int) -> None:
        """Name the cells of a row of which struck-out or raised runs were left out."""
        for column, col in self.header.columns.items():
            cell = self._cell(column, index)
            if isinstance(cell, MarkedText):
                self._fault(col, index, Trouble("CE215", shown(cell), "" if cell else "blank"))

    def _refused(self, target: str, level: str | None, area: str | None) -> str | None:
        """Return why a percentage is of no use: the target's figures are none, or the plan asks nothing at
        its level and area."""
        found = self.vocab.plan.target[target]
        scopes = (one.scope for one in found.scopes if not one.scope.units)
        if not any((scope.level, scope.area) == (level, area) for scope in scopes):
            return "scope"
        return "no_percentage" if found.scale.form == "count" else None

    def _target(self, index: int) -> str | None:
        """Return the target that a row names, or None after naming that there is none."""
        written = self._cell("target", index)
        name = fold(str(written))
        if name not in self.targets:
            trouble = Trouble("SH106", shown(written), "target") if name else Trouble("CE201", "")
            self._fault(self.header.columns["target"], index, trouble)
        return self.targets.get(name)

    def _keys(self, index: int) -> tuple[int, tuple[str | None, ...]] | None:
        """Return the year of a row and its level, area and period, or None after naming what is wrong."""
        year = self._read("year", index, values.year(self._cell("year", index), self.vocab))
        if year is None:
            return None
        choices: list[str | None] = []
        for column in ("level", "area", "period"):
            allowed = (("allowed", self.vocab.allowed[column]),)
            found = values.choice(self._cell(column, index), self.vocab.choices[column], allowed)
            if isinstance(found, Trouble):
                self._fault(self.header.columns[column], index, found)
                return None
            choices.append(found)
        assert isinstance(year, int)
        return year, tuple(choices)

    def _read(self, column: str, index: int, found: object) -> object:
        """Return a required value, or None after naming what is wrong with it."""
        col = self.header.columns[column]
        damaged = self.body.damaged(col).get(index)
        if damaged is not None:
            found = damaged
        cell = self._cell(column, index)
        if found is None or (isinstance(cell, MarkedText) and not cell):
            found = Trouble("CE201", "")
        if isinstance(found, Trouble):
            self._fault(col, index, found)
            return None
        if isinstance(found, Taken):
            if not (isinstance(cell, MarkedText) and found.trouble.code == "CE207"):
                self._fault(col, index, found.trouble)
            return found.value
        return found

    def _percent(self, index: int) -> Fraction | None:
        cell = self._cell("percent", index)
        shown_as_percent = index + self.body.first in self.percent_rows
        found = self._read("percent", index, percent(cell, shown_as_percent))
        return found if isinstance(found, Fraction) else None

    def _text(self, column: str, index: int) -> str | None:
        if column not in self.header.columns:
            return None
        found: object = values.text(self._cell(column, index))
        if isinstance(found, Trouble | Taken):
            trouble = found if isinstance(found, Trouble) else found.trouble
            self._fault(self.header.columns[column], index, trouble)
            found = found.value if isinstance(found, Taken) else None
        return None if found is None else str(found)

    def _fault(self, col: int, index: int, trouble: Trouble) -> None:
        self.faults.append(Fault(index + self.body.first, col, trouble, None))


def percent(cell: object, shown_as_percent: bool) -> Fraction | Taken | Trouble:
    """Read a percentage exactly: 85.7, or 0.857 in a cell that is shown as one, is 857/1000."""
    if isinstance(cell, bool):
        return Trouble("CE202", shown(cell))
    if isinstance(cell, int | float):
        if not isfinite(cell):
            return Trouble("CE204", shown(cell), "not_finite")
        return Fraction(repr(cell)) if shown_as_percent else Fraction(repr(cell)) / 100
    if not isinstance(cell, str):
        return Trouble("CE210", Day(shown(cell)))
    found = _PERCENT.match(clean(cell))
    if not found:
        return Trouble("CE202", shown(cell))
    sign, whole, decimals = found.groups()
    exact = Fraction(f"{whole}.{decimals or 0}") / 100
    return Taken(-exact if sign else exact, Trouble("CE207", shown(cell)))


def settle_figures(
    parts: Sequence[PublishedFigure], where: DistrictSpelling
) -> tuple[list[ReportedFigure], Findings]:
    """Return every figure once, with its district as it is spelled everywhere; one that is published twice
    with different values is taken out."""
    same: dict[tuple[object, ...], list[PublishedFigure]] = {}
    found = Findings()
    for part in parts:
        figure = part.figure
        if figure.district is not None and figure.district in where.meant:
            found.singles.append(_without_marks(part, where.meant[figure.district]))
        (district,) = where.spelled([figure.district])
        figure = figure._replace(district=district)
        key = (figure.target, figure.level, figure.area, district, figure.year, figure.period)
        same.setdefault(key, []).append(part._replace(figure=figure))
    kept: list[ReportedFigure] = []
    for group in same.values():
        first = group[0].figure
        if all(part.figure.value == first.value for part in group):
            kept.append(first)
        for part in group[1:]:
            variant = "reported" if part.figure.value == first.value else "reported_conflict"
            found.singles.append(_again(part, first, variant))
    return kept, found


def _without_marks(part: PublishedFigure, meant: str) -> Finding:
    place, district = part.figure.place, part.figure.district
    col, header = part.district or (place.col, part.header)
    value = beside(shown(district), shown(meant))
    named = finding(
        "RW304", "marks", file=place.file, sheet=place.sheet, row=place.row, col=col, header=header
    )
    return named._replace(args={"value": value})


def _again(part: PublishedFigure, first: ReportedFigure, variant: str) -> Finding:
    place, other = part.figure.place, first.place
    near = (place.file, place.sheet) == (other.file, other.sheet)
    return finding(
        "RW301", variant, file=place.file, sheet=place.sheet, row=place.row, col=place.col,
        header=part.header, value=part.figure.target,
        first=other.cell if near else f"{other.file}, {other.sheet}!{other.cell}",
    )  # fmt: skip
