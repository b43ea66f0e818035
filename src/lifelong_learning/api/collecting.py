"""Collect many filled forms into one workbook, each value as it was typed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.api.submissions import read_and_check
from lifelong_learning.catalogue import refuse_unknown
from lifelong_learning.forms.collected import UNSTORED, Collected, CollectedRow, collected
from lifelong_learning.forms.template import named, sheet_name
from lifelong_learning.forms.workbook import ErrorCell
from lifelong_learning.model.findings import Finding, Severity
from lifelong_learning.submission.names import shown
from lifelong_learning.submission.sheet.sections import SheetBody, first_header, kind_by_columns, sections
from lifelong_learning.submission.source.elements import Limits, RefusedError
from lifelong_learning.submission.source.workbook import open_workbook
from lifelong_learning.submission.vocabulary import GUIDE, REPORTED, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lifelong_learning.api.request import Request
    from lifelong_learning.api.submissions import Checked
    from lifelong_learning.forms.collected import Typed
    from lifelong_learning.model.plan import Kind, Lang, Plan
    from lifelong_learning.submission.faults import Trouble
    from lifelong_learning.submission.sheet.headings import SheetHeader
    from lifelong_learning.submission.source.grid import Grid
    from lifelong_learning.submission.source.workbook import Workbook
    from lifelong_learning.submission.vocabulary import Vocabulary

Place = tuple[str, str, int]
_NEEDED = ("target", "year", "percent")


class Collection(NamedTuple):
    """The workbook, and the submission that it holds with everything that is wrong with it."""

    content: bytes
    checked: Checked


class _Order(NamedTuple):
    """Where a line goes: units of the register as it lists them, other codes, rows of nobody."""

    group: int
    position: int
    code: str
    year: int
    period: int


def collect(request: Request, lang: Lang) -> Collection:
    """Return the rows of many workbooks as one, whatever period they are for.

    Every row of a unit is taken over, and every row that names nobody because of an error; totals and
    lines of words are not.
    """
    refuse_unknown(lang)
    checked = read_and_check(request, gathered=True)
    collector = _Collector(checked, lang)
    limits = request.limits or Limits()
    for info in checked.submission.files:
        opened = open_workbook(info.path, limits)
        if not isinstance(opened, Finding):
            with opened:
                collector.take(opened)
    return Collection(collected(checked.plan, lang, collector.sheets()), checked)


class _Collector:
    """Takes over workbooks one by one."""

    def __init__(self, checked: Checked, lang: Lang) -> None:
        self.plan: Plan = checked.plan
        self.lang = lang
        self.vocab: Vocabulary = vocabulary(checked.plan)
        self.order = _orders(checked)
        self.nobody = _rows_of_nobody(checked, self.order)
        self.lines: dict[str, list[tuple[_Order, CollectedRow]]] = {kind.id: [] for kind in self.plan.kinds}
        self.reported: list[CollectedRow] = []
        self.percent: set[Place] = set()

    def take(self, workbook: Workbook) -> None:
        """Take over the lines of a workbook."""
        for ref in workbook.sheets:
            what = self.vocab.sheet(ref.name)
            if what == GUIDE:
                continue
            grid = workbook.grid(ref.name)
            if isinstance(grid, Finding):
                continue
            what = what or kind_by_columns(grid, self.vocab)
            if what is not None:
                # What cannot be read of a sheet after all is among the findings, and nobody's line.
                with suppress(RefusedError):
                    self._take_grid(workbook.path, grid, what)

    def _take_grid(self, path: str, grid: Grid, what: str) -> None:
        names = self.vocab.reported if what == REPORTED else self.vocab.columns[what]
        first = first_header(grid, names, self.vocab)
        if first is None:
            return
        place = (path, grid.sheet)
        if what == REPORTED:
            self._take_reported(place, grid, first, SheetBody(grid, first.first))
            return
        for of, header, body in sections(grid, first, what, self.vocab):
            readers = [_ColumnReader(column, header, body) for column, _ in self._columns(of)]
            for index, order in _wanted(self.order, self.nobody, place, body):
                line = CollectedRow(tuple(read(index) for read in readers), *place, index + body.first)
                self.lines[of].append((order, line))

    def _take_reported(
        self, place: tuple[str, str], grid: Grid, header: SheetHeader, body: SheetBody
    ) -> None:
        if not all(column in header.columns for column in _NEEDED):
            return
        columns = [column for column, _ in self._reported_columns()]
        readers = [_ColumnReader(column, header, body) for column in columns]
        target, year = columns.index("target"), columns.index("year")
        in_percent = grid.percent_rows(header.columns["percent"])
        for index in range(body.size):
            cells = tuple(read(index) for read in readers)
            if cells[target] == "" and cells[year] == "":
                continue
            row = index + body.first
            self.reported.append(CollectedRow(cells, *place, row))
            if row in in_percent:
                self.percent.add((*place, row))

    def _columns(self, kind: str) -> Sequence[tuple[str, str]]:
        identity = [(column.id, column.label.of(self.lang)) for column in self.plan.identity]
        measures = [(m.id, m.label.of(self.lang)) for m in self.plan.measures_of(kind)]
        note = [pair for pair in identity if pair[0] == "note"]
        return [*(pair for pair in identity if pair[0] != "note"), *measures, *note]

    def _reported_columns(self) -> Sequence[tuple[str, str]]:
        labels = {column.id: column.label.of(self.lang) for column in self.plan.reported_columns}
        labels |= {column.id: column.label.of(self.lang) for column in self.plan.identity}
        ids = ("target", "level", "area", "district", "year", "period", "percent", "note")
        return [(column, labels[column]) for column in ids]

    def sheets(self) -> list[Collected]:
        """Return the sheets that have lines; every kind's where none has."""
        found = [self._sheet(kind) for kind in self.plan.kinds]
        kept = [sheet for sheet in found if sheet.lines]
        if self.reported:
            kept.append(self._reported())
        return kept or found

    def _sheet(self, kind: Kind) -> Collected:
        lines = sorted(self.lines[kind.id], key=lambda pair: pair[0])
        headers = [header for _, header in self._columns(kind.id)]
        return Collected(
            sheet_name(kind, self.lang), headers, len(self.plan.identity) - 1, [line for _, line in lines]
        )

    def _reported(self) -> Collected:
        columns = self._reported_columns()
        at = [column for column, _ in columns].index("percent") + 1
        name = named(self.plan.reported_sheet, self.lang)
        headers = [header for _, header in columns]
        return Collected(name, headers, at - 1, self.reported, frozenset(self.percent), at)


def _orders(checked: Checked) -> dict[Place, _Order]:
    """Return where the row of every unit goes, by where it stands."""
    register = checked.submission.register
    listed = {} if register is None else {key: number for number, key in enumerate(register.entries)}
    periods = checked.plan.period_ends
    found: dict[Place, _Order] = {}
    for kind, panel in checked.submission.panels.items():
        for table in panel.tables:
            rows = zip(table.rows, table.code, table.year, table.period, strict=True)
            for row, code, year, period in rows:
                position = listed.get((kind, code))
                group, number = (1, 0) if position is None else (0, position)
                found[table.file, table.sheet, row] = _Order(group, number, code, year, periods[period])
    return found


def _rows_of_nobody(checked: Checked, order: Mapping[Place, _Order]) -> set[Place]:
    """Return the rows whose code, year or period an error made unreadable."""
    found: set[Place] = set()
    for finding in checked.findings.singles:
        if finding.severity is Severity.ERROR and finding.file and finding.sheet and finding.row:
            _add(found, (finding.file, finding.sheet, finding.row), finding.code, order)
    for run in checked.findings.runs:
        if run.severity is Severity.ERROR:
            for row in run.rows:
                _add(found, (run.file, run.sheet, row), run.code, order)
    return found


def _add(found: set[Place], place: Place, code: str, order: Mapping[Place, _Order]) -> None:
    if code.startswith("CE") and place not in order:
        found.add(place)


def _wanted(
    order: Mapping[Place, _Order], nobody: set[Place], place: tuple[str, str], body: SheetBody
) -> Iterator[tuple[int, _Order]]:
    for index in range(body.size):
        at = (*place, index + body.first)
        if at in order:
            yield index, order[at]
        elif at in nobody:
            yield index, _Order(2, 0, "", 0, 0)


class _ColumnReader:
    """Reads one column of a sheet, row by row, as it was typed."""

    def __init__(self, column: str, header: SheetHeader, body: SheetBody) -> None:
        self._cols = header.doubled.get(column) or [
            header.columns[name] for name in [column] if name in header.columns
        ]
        self._cells = [body.identity(col) if column in _IDENTITY else body.cells(col) for col in self._cols]
        self._damaged = [body.damaged(col) for col in self._cols]
        self._drop = len(self._cols) > 1 and column in _IDENTITY

    def __call__(self, index: int) -> Typed:
        if not self._cols or self._drop:
            return ""
        found = [
            _damage(damaged[index]) if index in damaged else cells[index]
            for cells, damaged in zip(self._cells, self._damaged, strict=True)
        ]
        if len(found) == 1:
            return found[0]  # type: ignore[return-value]
        if all(cell == "" for cell in found):
            return ""
        # The column stands twice: both values side by side, which no reader takes for one.
        return " | ".join(shown(cell[0] if isinstance(cell, tuple) else cell) for cell in found)


_IDENTITY = frozenset(
    {"unit_code", "unit_name", "level", "district", "area", "year", "period", "note", "target", "percent"}
)


def _damage(trouble: Trouble) -> Typed:
    if trouble.code == "CE205":
        return UNSTORED
    if trouble.code == "CE206":
        return ErrorCell(str(trouble.value))
    return ErrorCell("#NUM!" if trouble.code == "CE204" else "#REF!")
