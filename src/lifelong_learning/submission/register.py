"""The register of units that are expected: a workbook's sheet or a CSV file, one row for each unit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lifelong_learning import catalogue
from lifelong_learning.catalogue.words import both
from lifelong_learning.errors import UsageError
from lifelong_learning.model.findings import Finding, Findings
from lifelong_learning.model.names import fold
from lifelong_learning.model.plan import Bilingual
from lifelong_learning.model.submission import Register, RegisterEntry
from lifelong_learning.submission.faults import Trouble, beside, gather
from lifelong_learning.submission.names import listed
from lifelong_learning.submission.sheet import values
from lifelong_learning.submission.sheet.header import find_header
from lifelong_learning.submission.sheet.sections import LineReader, first_header
from lifelong_learning.submission.sheet.values import Taken
from lifelong_learning.submission.source.grid import Grid, transposed
from lifelong_learning.submission.vocabulary import REGISTER_NAMES, ColumnNames, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.submission.sheet.headings import SheetHeader
    from lifelong_learning.submission.source.elements import Limits
    from lifelong_learning.submission.source.grid import CellValue
    from lifelong_learning.submission.vocabulary import Vocabulary

_LARGEST_CSV = 64 << 20


def load(path: str, plan: Plan, limits: Limits | None = None) -> tuple[Register, Findings]:
    """Return the register and what is wrong with single rows of it.

    UsageError `path_missing` where there is no such file, `register_unreadable` where it cannot be
    read or has no usable header: without it groups would be other ones than were asked for.
    """
    vocab = vocabulary(plan)
    names = register_names(vocab)
    _refuse_missing(path)
    grids = (
        _csv(path, names, vocab)
        if path.lower().endswith((".csv", ".tsv", ".txt"))
        else _workbook(path, limits)
    )
    for grid in grids:
        header = first_header(grid, names, vocab)
        if header is not None:
            reader = RegisterReader(grid, header, vocab, path)
            if reader.missing():
                raise UsageError(
                    "register_unreadable",
                    path=path,
                    why=both("usage.register_column", column=reader.missing()),
                )
            return reader.read()
    raise UsageError("register_unreadable", path=path, why=both("usage.register_header"))


def _refuse_missing(path: str) -> None:
    try:
        if not Path(path).exists():
            raise UsageError("path_missing", path=path)
    except OSError as wrong:
        raise UsageError("path_unreadable", path=path, why=wrong) from wrong


def _told(fault: Finding) -> Bilingual:
    return Bilingual(catalogue.message(fault, "en"), catalogue.message(fault, "vi"))


def _workbook(path: str, limits: Limits | None) -> Iterator[Grid]:
    from lifelong_learning.submission.source.elements import Limits
    from lifelong_learning.submission.source.workbook import open_workbook

    opened = open_workbook(path, limits or Limits())
    if isinstance(opened, Finding):
        raise UsageError("register_unreadable", path=path, why=_told(opened))
    with opened:
        for ref in opened.sheets:
            grid = opened.grid(ref.name)
            if isinstance(grid, Finding):
                raise UsageError("register_unreadable", path=path, why=_told(grid))
            yield grid


def _csv(path: str, names: ColumnNames, vocab: Vocabulary) -> Iterator[Grid]:
    """Yield the file as a grid: UTF-8, separated by whichever of ; , and tab makes columns of it."""
    import csv

    try:
        if Path(path).stat().st_size > _LARGEST_CSV or not Path(path).is_file():
            raise UsageError("register_unreadable", path=path, why=both("usage.register_size"))
        lines = Path(path).read_text("utf-8-sig").splitlines(keepends=True)
    except UnicodeDecodeError as wrong:
        raise UsageError("register_unreadable", path=path, why=both("usage.register_encoding")) from wrong
    except OSError as wrong:
        raise UsageError("path_unreadable", path=path, why=wrong) from wrong
    for separator in ";,\t":
        try:
            rows: list[list[CellValue]] = [list(row) for row in csv.reader(lines, delimiter=separator)]
        except csv.Error as wrong:
            raise UsageError("register_unreadable", path=path, why=both("usage.register_csv")) from wrong
        if find_header(rows, names, vocab) is not None:
            width = max(map(len, rows))
            yield Grid("", transposed([row + [""] * (width - len(row)) for row in rows]))
            return


_IDENTITY = ("unit_code", "unit_name", "level", "district", "area", "note")


def register_names(vocab: Vocabulary) -> ColumnNames:
    """Return the names of a register's columns, folded, with their ids."""
    known = {name: column for name, column in vocab.every.items() if column in _IDENTITY}
    return ColumnNames(
        known | {fold(name): column for column, names in REGISTER_NAMES.items() for name in names}
    )


class RegisterReader(LineReader):
    """Reads the rows under a register's header."""

    def __init__(self, grid: Grid, header: SheetHeader, vocab: Vocabulary, file: str) -> None:
        super().__init__(grid, header)
        self.vocab = vocab
        self.file = file
        self.sheet = grid.sheet or None
        kinds = vocab.plan.kinds
        names = {
            fold(name): kind.id
            for kind in kinds
            for name in (kind.id, kind.label.en, kind.label.vi, kind.sheet.en, kind.sheet.vi, *kind.also)
        }
        self.choices = {**vocab.choices, "kind": names}
        self.allowed = {**vocab.allowed, "kind": listed(kind.label for kind in kinds)}

    def missing(self) -> str | None:
        """Return a column that is needed and not there, if any."""
        return next((column for column in ("unit_code", "kind") if column not in self.header.columns), None)

    def read(self) -> tuple[Register, Findings]:
        """Return the register, its entries in their order, and the findings of its rows."""
        entries: dict[tuple[str, str], RegisterEntry] = {}
        rows: dict[tuple[str, str], int] = {}
        for index in range(self.body.size):
            entry = self._entry(index)
            if entry is None:
                continue
            key = (entry.kind, entry.code)
            if key in entries:
                first = (("first", f"A{rows[key] + self.body.first}"),)
                self.fault("unit_code", index, Trouble("RW301", entry.code, "register", first), entry.code)
                continue
            entries[key], rows[key] = entry, index
        self._lives(entries, rows)
        named = self.header.findings(self.vocab, (self.file, ""))
        findings = Findings([finding._replace(sheet=self.sheet) for finding in named])
        findings.extend(gather(self.file, self.sheet, self.header.headers, self.faults))
        return Register(self.file, entries), findings

    def _lives(
        self, entries: Mapping[tuple[str, str], RegisterEntry], rows: Mapping[tuple[str, str], int]
    ) -> None:
        """Name units that end before they begin, and successors that the register does not have."""
        for (kind, code), entry in entries.items():
            index = rows[kind, code]
            if entry.valid_from and entry.valid_to and entry.valid_to < entry.valid_from:
                years = beside(str(entry.valid_to), str(entry.valid_from))
                self.fault("valid_to", index, Trouble("RG504", years, "years"), code)
            if entry.successor is not None and (kind, entry.successor) not in entries:
                self.fault("successor", index, Trouble("RG504", entry.successor), code)
            elif _returns(entries, kind, code):
                self.fault("successor", index, Trouble("RG504", entry.successor or "", "itself"), code)

    def _entry(self, index: int) -> RegisterEntry | None:
        if not self.body.row(index):
            return None
        code = self.take("unit_code", index, values.code(self.cell("unit_code", index)))
        if not isinstance(code, str):
            self._name_blank("unit_code", index, code)
            return None
        kind = self._choice("kind", index, code)
        if not isinstance(kind, str):
            self._name_blank("kind", index, kind)
            return None
        level, area = self._choice("level", index, code), self._choice("area", index, code)
        return RegisterEntry(
            kind, code, self._text("unit_name", index, code), _said(level),
            self._text("district", index, code), _said(area),
            self._year("valid_from", index, code), self._year("valid_to", index, code),
            self._text("successor", index, code),
        )  # fmt: skip

    def _text(self, column: str, index: int, unit: str) -> str | None:
        return _said(self.take(column, index, values.text(self.cell(column, index)), unit))

    def _year(self, column: str, index: int, unit: str) -> int | None:
        written: object = values.year_of_life(self.cell(column, index), self.vocab)
        if self.sheet is None and isinstance(written, Taken):
            # In a CSV file every number is text.
            written = written.value
        found = self.take(column, index, written, unit)
        return found if isinstance(found, int) else None

    def _choice(self, column: str, index: int, unit: str) -> object:
        allowed = (("allowed", self.allowed[column]),)
        found = values.choice(self.cell(column, index), self.choices[column], allowed)
        return self.take(column, index, found, unit)

    def _name_blank(self, column: str, index: int, found: object) -> None:
        if found is None:
            self.fault(column, index, Trouble("CE201", ""))


def _said(found: object) -> str | None:
    """Return a text; None where a cell is blank or of no use."""
    return found if isinstance(found, str) else None


def _returns(entries: Mapping[tuple[str, str], RegisterEntry], kind: str, code: str) -> bool:
    """Tell whether a unit is, over however many steps, its own successor."""
    seen, found = {code}, entries[kind, code].successor
    while found is not None and found not in seen:
        seen.add(found)
        later = entries.get((kind, found))
        found = None if later is None else later.successor
    return found == code
