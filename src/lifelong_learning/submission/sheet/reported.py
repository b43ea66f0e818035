"""The sheet of figures that were published as percentages; few rows, read one by one."""

from __future__ import annotations

from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.catalogue import finding
from lifelong_learning.model.findings import Findings
from lifelong_learning.model.localised import Day
from lifelong_learning.model.names import clean, fold, pattern
from lifelong_learning.model.submission import CellRef, ReportedFigure
from lifelong_learning.submission.faults import Trouble, beside, gather
from lifelong_learning.submission.names import shown
from lifelong_learning.submission.sheet import values
from lifelong_learning.submission.sheet.sections import LineReader
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
_WHERE = ("level", "area", "period", "district")
_PERCENT = pattern(r"([-−]?)\s*([0-9]{1,15})(?:[.,]([0-9]{1,15}))?\s*%?$")


class PublishedFigure(NamedTuple):
    """A published figure, the header of its cell, and those of the cell of its district with its column."""

    figure: ReportedFigure
    header: str
    district: tuple[int, str] | None


class ReportedReader(LineReader):
    """Reads one `Reported` sheet."""

    def __init__(self, grid: Grid, header: SheetHeader, vocab: Vocabulary, file: str) -> None:
        super().__init__(grid, header)
        self.vocab = vocab
        self.place = (file, grid.sheet)
        col = header.columns.get("percent")
        self.percent_rows = frozenset() if col is None else grid.percent_rows(col)
        self.targets = {fold(target.id): target.id for target in vocab.plan.targets}

    def read(self) -> tuple[list[PublishedFigure], Findings]:
        """Return the figures and the findings of the sheet."""
        header, place = self.header, self.place
        rows = {index for index in range(self.body.size) if self.cell("target", index) != ""}
        found = Findings(list(header.findings(self.vocab, place)))
        found.singles.extend(missing_columns(header, _REQUIRED, self.vocab, place))
        found.singles.extend(unread_columns(self.body, header, rows.__contains__, None, self.vocab, place))
        figures = [self._figure(index) for index in range(self.body.size)] if self._complete() else []
        col = header.columns.get("district")
        district = None if col is None else (col, header.headers[col])
        published = [
            PublishedFigure(figure, header.headers[figure.place.col], district)
            for figure in figures
            if figure is not None
        ]
        found.extend(gather(*place, header.headers, self.faults))
        return published, found

    def _complete(self) -> bool:
        """Tell whether the columns that place a figure can be told."""
        asked = (*_REQUIRED, *filter(self.header.has, _WHERE))
        return all(column in self.header.columns for column in asked)

    def _figure(self, index: int) -> ReportedFigure | None:
        """Return the figure of one row, or None where there is none or it cannot be placed."""
        if not (self._is_row(index) and self._says_anything(index)):
            return None
        self._name_marked(index)
        target = self._target(index)
        if target is None:
            return None
        year = self._required("year", index, values.year(self.cell("year", index), self.vocab))
        where = self._where(index)
        value = self._required("percent", index, self._percent(index))
        if not isinstance(year, int) or where is None or not isinstance(value, Fraction):
            return None
        level, area, period, district = where
        refused = self._refused(target, level, area)
        if refused is not None:
            self.fault("target", index, Trouble("SH106", shown(fold(target)), refused))
            return None
        note = self.take("note", index, values.text(self.cell("note", index)))
        place = CellRef(*self.place, index + self.body.first, self.header.columns["percent"])
        return ReportedFigure(
            target, level, area, district, year, period or DEFAULT_PERIOD, value, place,
            note if isinstance(note, str) else None,
        )  # fmt: skip

    def _is_row(self, index: int) -> bool:
        """Tell whether the row is more than a line of words under the table."""
        return fold(str(self.cell("target", index))) != "" or self.cell("year", index) != ""

    def _says_anything(self, index: int) -> bool:
        """Tell whether something stands in the cell of the percentage, be it wrong."""
        written = self.cell("percent", index)
        if not isinstance(written, str) or isinstance(written, MarkedText):
            return True
        blank = not clean(written) or fold(written) in MISSING_WORDS
        return not blank or index in self.body.damaged(self.header.columns["percent"])

    def _name_marked(self, index: int) -> None:
        """Name the cells of a row of which struck-out or raised runs were left out."""
        for column in self.header.columns:
            cell = self.cell(column, index)
            if isinstance(cell, MarkedText):
                self.fault(column, index, Trouble("CE215", shown(cell), "" if cell else "blank"))

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
        written = self.cell("target", index)
        name = fold(str(written))
        if name not in self.targets:
            trouble = Trouble("SH106", shown(written), "target") if name else Trouble("CE201", "")
            self.take("target", index, trouble)
        return self.targets.get(name)

    def _where(self, index: int) -> list[str | None] | None:
        """Return the level, area, period and district of a row; None after naming one that is of no use: a
        blank one says that the figure is of the whole."""
        found = []
        for column in _WHERE:
            cell = self.cell(column, index)
            if column in self.vocab.choices:
                allowed = (("allowed", self.vocab.allowed[column]),)
                read: object = values.choice(cell, self.vocab.choices[column], allowed)
            else:
                read = values.text(cell)
            found.append(self.take(column, index, read))
        if Trouble in set(map(type, found)):
            return None
        return [one if isinstance(one, str) else None for one in found]

    def _required(self, column: str, index: int, found: object) -> object:
        """Return a value that a row must have, or a `Trouble` after naming what is wrong with it."""
        cell = self.cell(column, index)
        if isinstance(cell, MarkedText):
            # That runs of it were left out is named already.
            if isinstance(found, Taken) and found.trouble.code == "CE207":
                found = found.value
            found = found if cell else None
        return self.take(column, index, Trouble("CE201", "") if found is None else found)

    def _percent(self, index: int) -> Fraction | Taken | Trouble:
        return percent(self.cell("percent", index), index + self.body.first in self.percent_rows)


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
