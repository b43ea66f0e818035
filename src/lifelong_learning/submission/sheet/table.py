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
from lifelong_learning.submission.sheet.header import missing_columns
from lifelong_learning.submission.sheet.rows import RowKeys, RowRoles, TableRows, sort_rows
from lifelong_learning.submission.sheet.sections import sections
from lifelong_learning.submission.sheet.totals import SheetTotals
from lifelong_learning.submission.sheet.unread import unread_columns
from lifelong_learning.submission.vocabulary import DEFAULT_PERIOD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lifelong_learning.model.plan import Kind, Measure
    from lifelong_learning.submission.sheet.body import SheetBody
    from lifelong_learning.submission.sheet.columns import ReadColumn
    from lifelong_learning.submission.sheet.header import SheetHeader
    from lifelong_learning.submission.source.grid import Grid
    from lifelong_learning.submission.vocabulary import Vocabulary

KEYS = ("unit_code", "year")
FACTS = ("unit_name", "level", "district", "area", "note")


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
    findings = Findings()
    readers: list[TableReader] = []
    place = {"file": file, "sheet": grid.sheet}
    for of, top, body in sections(grid, header, kind.id, vocab):
        reader = TableReader(grid.sheet, top, body, vocab.kind[of], vocab, file)
        tables.append(reader.read([one.figures for one in readers if one.figures and one.kind.id == of]))
        readers.append(reader)
        if of != kind.id:
            named = finding("SH107", "table", **place, under=top.row, kind_sheet=vocab.kind[of].sheet)
            findings.singles.append(named)
    _hold_totals(readers)
    for reader in readers:
        findings.extend(reader.findings)
        findings.extend(gather(file, grid.sheet, reader.header.headers, reader.faults))
    for variant in ("", "text", "filled"):
        rows = [row for reader in readers for row in reader.no_units.get(variant, ())]
        if rows:
            findings.singles.append(finding("RW307", variant, **place, rows=_ranges(rows), count=len(rows)))
    return tables, findings


def _hold_totals(readers: Sequence[TableReader]) -> None:
    """Note the faults of totals, which are those of all tables of one kind."""
    for of in {reader.kind.id: None for reader in readers}:
        summed = [reader for reader in readers if reader.kind.id == of and reader.figures is not None]
        totals = SheetTotals([reader.figures for reader in summed if reader.figures])
        for number, fault in totals.faults():
            summed[number].faults.append(fault)


def _ranges(rows: Sequence[int]) -> str:
    """Return row numbers as a text: "7, 9–12"."""
    found: list[list[int]] = []
    for row in sorted(rows):
        if found and row == found[-1][1] + 1:
            found[-1][1] = row
        else:
            found.append([row, row])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in found)


Moment = tuple[str | None, int, str]
"""The level, year and period of a row."""


class TableReader:
    """Reads one table of one kind of unit.

    `figures` are what totals of the sheet are held against, and `faults` those of its cells, once it was
    read; `no_units` has the 1-based rows that are of no unit, by the wording of their note.
    """

    def __init__(
        self,
        sheet: str,
        header: SheetHeader,
        body: SheetBody,
        kind: Kind,
        vocab: Vocabulary,
        file: str,
    ) -> None:
        self.header = header
        self.kind = kind
        self.vocab = vocab
        self.file = file
        self.sheet = sheet
        self.body = body
        self.figures: TableRows | None = None
        self.parsers = parsers(vocab)
        self.faults: list[Fault] = []
        self.findings = Findings()
        self.no_units: dict[str, list[int]] = {}

    def read(self, above: Sequence[TableRows]) -> UnitRows:
        """Return the unit rows; the findings of the table are in `findings` and `faults` afterwards."""
        keys = self._keys()
        if keys is None:
            self._name_columns(lambda _: False, name_district=False)
            return UnitRows(self._empty(), self.header.headers)
        self._drop_other_years(keys)
        measures, troubles = self._measures()
        roles = RowRoles(self.body.size)
        self.figures = TableRows(self.body, self.header, keys, measures, roles, self.vocab)
        sort_rows(self.figures, above)
        self._merged_figures(keys, roles, measures, troubles)
        self._name_unused(keys, roles)
        table = self._table(keys, roles, measures)
        asked = self._in_districts(table) if None in table.district else set()
        self._required(table, asked)
        numeric = array("q", self._numeric(keys, roles))
        self._key_faults(keys, roles)
        for col, found in troubles.items():
            self._keep(col, found, roles, keys)
        self._name_columns(
            lambda index: roles.is_used(index) or index in roles.unreadable, name_district=bool(asked)
        )
        for variant, rows in (("", roles.sums), ("text", roles.text), ("filled", roles.filled)):
            self.no_units[variant] = [index + self.body.first for index in sorted(rows)]
        return UnitRows(table, self.header.headers, numeric)

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
        if not all(column in header.columns for column in KEYS):
            return None
        if header.has("period") and "period" not in header.columns:
            return None
        code, year = self._identity("unit_code"), self._identity("year")
        period = columns.ReadColumn([DEFAULT_PERIOD] * self.body.size, {})
        if "period" in header.columns:
            period = self._identity("period")
            if None in period.values:
                kept = [
                    DEFAULT_PERIOD if v is None and i not in period.troubles else v
                    for i, v in enumerate(period.values)
                ]
                period = columns.ReadColumn(kept, period.troubles)
        return RowKeys(code, year, period)

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

    def _merged_figures(
        self,
        keys: RowKeys,
        roles: RowRoles,
        measures: dict[str, array[int]],
        troubles: dict[int, columns.Troubles],
    ) -> None:
        """Take out every count that stands in one cell merged over the rows of several units."""
        counts = {
            self.header.columns[m]: column
            for m, column in measures.items()
            if m in self.header.columns and self.vocab.plan.measure[m].type is MeasureType.COUNT
        }
        for rows, col in self.body.merged_down(counts):
            used = [index for index in rows if roles.is_used(index)]
            units = {keys.code.values[index] for index in used}
            figure = counts[col][rows[0]]
            if figure > 0 and len(units) > 1:
                for index in used:
                    counts[col][index] = INVALID
                told = (("count", len(units)),)
                troubles[col][used[0]] = Trouble("CE202", str(figure), "merged", told)

    def _taken_out(self, doubled: list[int]) -> array[int]:
        """Return a measure whose column stands twice: invalid where either has something."""
        pairs = zip(*map(self.body.cells, doubled), strict=True)
        return array("q", (MISSING if all(cell == "" for cell in pair) else INVALID for pair in pairs))

    def _table(self, keys: RowKeys, roles: RowRoles, measures: dict[str, array[int]]) -> UnitTable:
        facts = {column: self._fact(column, keys, roles) for column in FACTS}
        return UnitTable(
            file=self.file, sheet=self.sheet, kind=self.kind.id, header_row=self.header.row,
            columns=dict(self.header.columns) | {c: cols[0] for c, cols in self.header.doubled.items()},
            rows=array("q", roles.keep(range(self.body.first, self.body.first + self.body.size))),
            code=roles.keep(keys.code.values), name=facts["unit_name"], level=facts["level"],
            district=facts["district"], area=facts["area"], year=roles.keep(keys.year.values),
            period=roles.keep(keys.period.values), note=facts["note"],
            measures={m: roles.keep_counts(column) for m, column in measures.items()},
        )  # fmt: skip

    def _fact(self, column: str, keys: RowKeys, roles: RowRoles) -> list[str | None]:
        col = self.header.columns.get(column)
        if col is None:
            return [None] * roles.size
        read = self._identity(column)
        self._keep(col, read.troubles, roles, keys)
        return roles.keep(read.values)

    def _required(self, table: UnitTable, in_districts: set[Moment]) -> None:
        """Name blank cells of required columns."""
        self._blank(table, "unit_name", table.name)
        self._blank(table, "level", table.level)
        self._blank(table, "district", table.district, in_districts)
        if self.kind.area_required:
            self._blank(table, "area", table.area)

    def _blank(
        self, table: UnitTable, column: str, found: Sequence[str | None], asked: set[Moment] | None = None
    ) -> None:
        col = self.header.columns.get(column)
        if col is None or None not in found:
            return
        named = {fault.row for fault in self.faults if fault.col == col and fault.trouble.code != "CE215"}
        for index in [index for index, value in enumerate(found) if value is None]:
            row = table.rows[index]
            moment = table.level[index], table.year[index], table.period[index]
            if row not in named and (asked is None or moment in asked):
                self.faults.append(Fault(row, col, Trouble("CE201", ""), table.code[index]))

    def _in_districts(self, table: UnitTable) -> set[Moment]:
        """Return the levels, years and periods of a table whose units have to name their district."""
        below, plan = self.vocab.in_district, self.vocab.plan
        moments = set(zip(table.level, table.year, table.period, strict=True))
        return {moment for moment in moments if moment[0] in below and plan.has_districts(*moment[1:])}

    def _name_unused(self, keys: RowKeys, roles: RowRoles) -> None:
        for index, (column, trouble) in roles.unreadable.items():
            code = keys.code.values[index]
            place = (index + self.body.first, self.header.columns[column])
            unit = None if code is None else str(code)
            self.faults.append(Fault(*place, trouble, unit))
            if trouble.code == "CE215":
                self.faults.append(Fault(*place, Trouble("CE201", ""), unit))

    def _key_faults(self, keys: RowKeys, roles: RowRoles) -> None:
        for column, read in (("unit_code", keys.code), ("year", keys.year), ("period", keys.period)):
            if column in self.header.columns:
                self._keep(self.header.columns[column], read.troubles, roles, keys)

    def _keep(self, col: int, troubles: columns.Troubles, roles: RowRoles, keys: RowKeys) -> None:
        """Take over the troubles of a column in rows that are used."""
        for index, trouble in troubles.items():
            if roles.is_used(index):
                unit = str(keys.code.values[index])
                self.faults.append(Fault(index + self.body.first, col, trouble, unit))

    def _numeric(self, keys: RowKeys, roles: RowRoles) -> list[int]:
        wanted = {index for index, trouble in keys.code.troubles.items() if trouble.code == "CE214"}
        if not wanted:
            return []
        return [position for position, index in enumerate(roles.keep(range(roles.total))) if index in wanted]

    def _name_columns(self, is_unit: Callable[[int], bool], *, name_district: bool) -> None:
        """Name what is wrong with the columns: required ones that are missing, others that are not read."""
        required = ["unit_code", "unit_name", "level", "year"]
        if name_district:
            required.append("district")
        if self.kind.area_required:
            required.append("area")
        place = (self.file, self.sheet)
        header, vocab = self.header, self.vocab
        found = self.findings.singles
        found.extend(header.findings(vocab, place))
        found.extend(missing_columns(header, required, vocab, place))
        counts = (m for m in vocab.plan.measures_of(self.kind.id) if m.is_number)
        lacking = labels_of(measure for measure in counts if not header.has(measure.id))
        found.extend(unread_columns(self.body, header, is_unit, lacking, vocab, place))

    def _empty(self) -> UnitTable:
        return UnitTable(
            self.file, self.sheet, self.kind.id, self.header.row, dict(self.header.columns), array("q"),
            [], [], [], [], [], [], [], [], {},
        )  # fmt: skip
