"""From the rows of a table to a `UnitTable`, with what is wrong with its cells."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from msgspec import Struct, field

from lifelong_learning.catalogue import finding
from lifelong_learning.model.findings import Findings
from lifelong_learning.model.plan import MeasureType
from lifelong_learning.model.submission import INVALID, MISSING, UnitTable
from lifelong_learning.submission.faults import Fault, Trouble, gather
from lifelong_learning.submission.names import labels_of
from lifelong_learning.submission.sheet import columns
from lifelong_learning.submission.sheet.columns import parsers
from lifelong_learning.submission.sheet.rows import RowKeys, RowRoles, TableRows, sort_rows
from lifelong_learning.submission.sheet.sections import sections
from lifelong_learning.submission.sheet.totals import SheetTotals
from lifelong_learning.submission.sheet.unread import missing_columns, unread_columns
from lifelong_learning.submission.vocabulary import DEFAULT_PERIOD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.model.plan import Kind, Measure
    from lifelong_learning.submission.sheet.columns import ReadColumn
    from lifelong_learning.submission.sheet.headings import SheetHeader
    from lifelong_learning.submission.sheet.sections import SheetBody
    from lifelong_learning.submission.source.grid import Grid
    from lifelong_learning.submission.vocabulary import Vocabulary

    Moment = tuple[str | None, int, str]
    """The level, year and period of a row."""


class UnitRows(Struct):
    """The unit rows of one sheet.

    `headers` are the texts of the header row by 1-based column; `numeric` the positions of the rows
    whose code was stored as a number, so that its leading zeros are lost.
    """

    table: UnitTable
    headers: dict[int, str]
    numeric: array[int] = field(default_factory=lambda: array("q"))


def read_tables(
    grid: Grid, header: SheetHeader, kind: Kind, vocab: Vocabulary, file: str
) -> tuple[list[UnitRows], Findings]:
    """Return the unit rows of every table of a sheet, and the findings of the sheet."""
    tables: list[UnitRows] = []
    readers: list[TableReader] = []
    place = (file, grid.sheet)
    for of, top, body in sections(grid, header, kind.id, vocab):
        reader = TableReader(place, top, body, vocab.kind[of], vocab)
        tables.append(reader.read(_rows_of(vocab.kind[of], readers)))
        readers.append(reader)
    for one in vocab.plan.kinds:
        SheetTotals(_rows_of(one, readers)).note_faults()
    findings = Findings([_of_other_kind(reader) for reader in readers if reader.kind is not kind])
    for reader in readers:
        findings.extend(reader.findings())
    findings.singles.extend(_of_no_unit(readers, place))
    return tables, findings


def _rows_of(kind: Kind, readers: Sequence[TableReader]) -> list[TableRows]:
    """Return the rows of the tables of one kind that could be read."""
    return [reader.rows for reader in readers if reader.kind is kind and reader.rows is not None]


def _of_other_kind(reader: TableReader) -> Finding:
    """Return the note on a table that is of another kind than its sheet."""
    file, sheet = reader.place
    under, kind_sheet = reader.header.row, reader.kind.sheet
    return finding("SH107", "table", file=file, sheet=sheet, under=under, kind_sheet=kind_sheet)


def _of_no_unit(readers: Sequence[TableReader], place: tuple[str, str]) -> Iterator[Finding]:
    """Yield a note on every sort of rows of a sheet that are of no unit."""
    found: dict[str, list[int]] = {"": [], "text": [], "filled": []}
    for reader in readers:
        if reader.rows is not None:
            roles, first = reader.rows.roles, reader.body.first
            for variant, rows in (("", roles.sums), ("text", roles.text), ("filled", roles.filled)):
                found[variant] += [index + first for index in sorted(rows)]
    file, sheet = place
    for variant, numbers in found.items():
        if numbers:
            said = _ranges(numbers)
            yield finding("RW307", variant, file=file, sheet=sheet, rows=said, count=len(numbers))


def _ranges(rows: Sequence[int]) -> str:
    """Return row numbers as a text: "7, 9–12"."""
    found: list[list[int]] = []
    for row in sorted(rows):
        if found and row == found[-1][1] + 1:
            found[-1][1] = row
        else:
            found.append([row, row])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in found)


class TableReader:
    """Reads one table of one kind of unit, in a sheet at a `place`: file and sheet.

    `rows` are what was read of it; None where a column that says whose a row is cannot be told.
    """

    def __init__(
        self, place: tuple[str, str], header: SheetHeader, body: SheetBody, kind: Kind, vocab: Vocabulary
    ) -> None:
        self.place = place
        self.header = header
        self.body = body
        self.kind = kind
        self.vocab = vocab
        self.parsers = parsers(vocab)
        self.rows: TableRows | None = None
        self.columns: list[Finding] = []

    def read(self, above: Sequence[TableRows]) -> UnitRows:
        """Return the unit rows; `above` are tables of the same kind that stand above in the sheet."""
        keys = self._keys()
        if keys is None:
            self._name_columns(lambda _: False, name_district=False)
            return UnitRows(self._empty(), self.header.headers)
        self._drop_other_years(keys)
        measures, troubles = self._measures()
        roles = RowRoles(self.body.size)
        rows = self.rows = TableRows(self.body, self.header, keys, measures, roles, self.vocab)
        sort_rows(rows, above)
        self._merged_figures(rows, troubles)
        rows.name_unreadable()
        table = self._table(rows)
        in_districts = self._in_districts(table) if None in table.district else set()
        _name_blank(rows, table, in_districts, area=self.kind.area_required)
        for column, read in keys.by_column():
            if column in self.header.columns:
                rows.keep(self.header.columns[column], read.troubles)
        for col, found in troubles.items():
            rows.keep(col, found)
        self._name_columns(
            lambda index: roles.is_used(index) or index in roles.unreadable, name_district=bool(in_districts)
        )
        return UnitRows(table, self.header.headers, array("q", rows.stored_as_numbers()))

    def findings(self) -> Findings:
        """Return what is wrong with the table that was read."""
        found = Findings(self.columns)
        if self.rows is not None:
            found.extend(gather(*self.place, self.header.headers, self.rows.faults))
        return found

    def _drop_other_years(self, keys: RowKeys) -> None:
        """Take a column whose heading names a year for unknown where a figure in it is of another year."""
        gone = []
        for col, year in self.header.labelled.items():
            cells = zip(self.body.cells(col), keys.year.values, strict=True)
            if year is not None and any(cell != "" and of not in (None, year) for cell, of in cells):
                gone.append(col)
        if gone:
            self.header = self.header.without(gone)

    def _identity(self, column: str) -> ReadColumn:
        col = self.header.columns[column]
        cells, damaged = self.body.identity(col), self.body.damaged(col)
        return columns.identity(cells, damaged, self.parsers.identity[column], exact=self.body.is_exact(col))

    def _keys(self) -> RowKeys | None:
        """Return code, year and period of every row, or None where a column of theirs cannot be told."""
        header = self.header
        asked = ("unit_code", "year", *(["period"] if header.has("period") else []))
        if not all(column in header.columns for column in asked):
            return None
        return RowKeys(self._identity("unit_code"), self._identity("year"), self._periods())

    def _periods(self) -> ReadColumn:
        """Return the period of every row; a blank one is the usual."""
        if "period" not in self.header.columns:
            return columns.ReadColumn([DEFAULT_PERIOD] * self.body.size, {})
        read = self._identity("period")
        if None not in read.values:
            return read
        kept = [
            DEFAULT_PERIOD if value is None and index not in read.troubles else value
            for index, value in enumerate(read.values)
        ]
        return columns.ReadColumn(kept, read.troubles)

    def _measures(self) -> tuple[dict[str, array[int]], dict[int, columns.Troubles]]:
        found: dict[str, array[int]] = {}
        troubles: dict[int, columns.Troubles] = {}
        for measure in self.vocab.plan.measures_of(self.kind.id):
            col = self.header.columns.get(measure.id)
            if col is not None:
                found[measure.id], troubles[col] = self._measure(measure, col)
            elif measure.id in self.header.doubled:
                found[measure.id] = self._taken_out(self.header.doubled[measure.id])
        return found, troubles

    def _measure(self, measure: Measure, col: int) -> tuple[array[int], columns.Troubles]:
        cells, damaged, exact = self.body.cells(col), self.body.damaged(col), self.body.is_exact(col)
        if measure.type is MeasureType.COUNT:
            return columns.counts(cells, damaged, self.vocab, exact=exact)
        if measure.type is MeasureType.AMOUNT:
            return columns.amounts(cells, damaged, self.parsers.amounts[measure.decimals], exact=exact)
        return columns.yes_no(cells, damaged, self.parsers.yes_no, exact=exact)

    def _taken_out(self, doubled: list[int]) -> array[int]:
        """Return a measure whose column stands twice: invalid where either has something."""
        pairs = zip(*map(self.body.cells, doubled), strict=True)
        return array("q", (MISSING if all(cell == "" for cell in pair) else INVALID for pair in pairs))

    def _merged_figures(self, rows: TableRows, troubles: dict[int, columns.Troubles]) -> None:
        """Take out every count that stands in one cell merged over the rows of several units."""
        cols = self.header.columns
        counted = self.vocab.counts & cols.keys() & rows.measures.keys()
        counts = {cols[measure]: rows.measures[measure] for measure in counted}
        for merged, col in self.body.merged_down(counts):
            used = [index for index in merged if rows.roles.is_used(index)]
            units = {rows.keys.code.values[index] for index in used}
            figure = counts[col][merged[0]]
            if figure > 0 and len(units) > 1:
                for index in used:
                    counts[col][index] = INVALID
                told = (("count", len(units)),)
                troubles[col][used[0]] = Trouble("CE202", str(figure), "merged", told)

    def _table(self, rows: TableRows) -> UnitTable:
        header, body, keys, roles = self.header, self.body, rows.keys, rows.roles
        file, sheet = self.place
        return UnitTable(
            file=file, sheet=sheet, kind=self.kind.id, header_row=header.row,
            columns=dict(header.columns) | {c: cols[0] for c, cols in header.doubled.items()},
            rows=array("q", roles.keep(range(body.first, body.first + body.size))),
            code=roles.keep(keys.code.values), name=self._fact("unit_name", rows),
            level=self._fact("level", rows), district=self._fact("district", rows),
            area=self._fact("area", rows), year=roles.keep(keys.year.values),
            period=roles.keep(keys.period.values), note=self._fact("note", rows),
            measures={m: roles.keep_counts(column) for m, column in rows.measures.items()},
        )  # fmt: skip

    def _fact(self, column: str, rows: TableRows) -> list[str | None]:
        col = self.header.columns.get(column)
        if col is None:
            return [None] * rows.roles.size
        read = self._identity(column)
        rows.keep(col, read.troubles)
        return rows.roles.keep(read.values)

    def _in_districts(self, table: UnitTable) -> set[Moment]:
        """Return the levels, years and periods of a table whose units have to name their district."""
        below, plan = self.vocab.in_district, self.vocab.plan
        moments = set(zip(table.level, table.year, table.period, strict=True))
        return {moment for moment in moments if moment[0] in below and plan.has_districts(*moment[1:])}

    def _name_columns(self, is_unit: Callable[[int], bool], *, name_district: bool) -> None:
        """Name what is wrong with the columns: required ones that are missing, others that are not read."""
        required = ["unit_code", "unit_name", "level", "year"]
        if name_district:
            required.append("district")
        if self.kind.area_required:
            required.append("area")
        header, vocab = self.header, self.vocab
        self.columns.extend(header.findings(vocab, self.place))
        self.columns.extend(missing_columns(header, required, vocab, self.place))
        counts = (m for m in vocab.plan.measures_of(self.kind.id) if m.is_number)
        lacking = labels_of(measure for measure in counts if not header.has(measure.id))
        self.columns.extend(unread_columns(self.body, header, is_unit, lacking, vocab, self.place))

    def _empty(self) -> UnitTable:
        return UnitTable(
            *self.place, self.kind.id, self.header.row, dict(self.header.columns), array("q"),
            [], [], [], [], [], [], [], [], {},
        )  # fmt: skip


def _name_blank(rows: TableRows, table: UnitTable, in_districts: set[Moment], *, area: bool) -> None:
    """Name blank cells of required columns; some moments ask for a district, some kinds for an area."""
    _blank(rows, table, "unit_name", table.name)
    _blank(rows, table, "level", table.level)
    _blank(rows, table, "district", table.district, in_districts)
    if area:
        _blank(rows, table, "area", table.area)


def _blank(
    rows: TableRows,
    table: UnitTable,
    column: str,
    found: Sequence[str | None],
    asked: set[Moment] | None = None,
) -> None:
    col = rows.header.columns.get(column)
    if col is None or None not in found:
        return
    named = rows.at_fault(col)
    for index in [index for index, value in enumerate(found) if value is None]:
        row = table.rows[index]
        moment = table.level[index], table.year[index], table.period[index]
        if row not in named and (asked is None or moment in asked):
            rows.faults.append(Fault(row, col, Trouble("CE201", ""), table.code[index]))
