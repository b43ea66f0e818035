"""The rows of a register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.findings import Findings
from lifelong_learning.model.names import fold
from lifelong_learning.model.plan import Bilingual
from lifelong_learning.model.submission import Register, RegisterEntry
from lifelong_learning.submission import values
from lifelong_learning.submission.body import Body
from lifelong_learning.submission.faults import Fault, Trouble, beside, gather
from lifelong_learning.submission.values import Taken
from lifelong_learning.submission.vocabulary import REGISTER_NAMES, Names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lifelong_learning.submission.header import Layout
    from lifelong_learning.submission.source.grid import Grid
    from lifelong_learning.submission.vocabulary import Vocabulary

_IDENTITY = ("unit_code", "unit_name", "level", "district", "area", "note")


def register_names(vocab: Vocabulary) -> Names:
    """Return the names of a register's columns, folded, with their ids."""
    known = {name: column for name, column in vocab.every.items() if column in _IDENTITY}
    return Names(known | {fold(name): column for column, names in REGISTER_NAMES.items() for name in names})


class RegisterReader:
    """Reads the rows under a register's header."""

    def __init__(self, grid: Grid, layout: Layout, vocab: Vocabulary, file: str) -> None:
        self.layout = layout
        self.vocab = vocab
        self.file = file
        self.sheet = grid.sheet or None
        self.body = Body(grid, layout.first)
        self.kinds = {
            fold(name): kind.id
            for kind in vocab.plan.kinds
            for name in (kind.id, kind.label.en, kind.label.vi, kind.sheet.en, kind.sheet.vi, *kind.also)
        }
        self.faults: list[Fault] = []

    def missing(self) -> str | None:
        """Return a column that is needed and not there, if any."""
        return next((column for column in ("unit_code", "kind") if column not in self.layout.columns), None)

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
                self._fault("unit_code", index, Trouble("RW301", entry.code, "register", first), entry.code)
                continue
            entries[key], rows[key] = entry, index
        self._lives(entries, rows)
        findings = Findings([finding._replace(sheet=self.sheet) for finding in self.layout.findings])
        findings.extend(gather(self.file, self.sheet, self.layout.headers, self.faults))
        return Register(self.file, entries), findings

    def _lives(
        self, entries: Mapping[tuple[str, str], RegisterEntry], rows: Mapping[tuple[str, str], int]
    ) -> None:
        """Name units that end before they begin, and successors that the register does not have."""
        for (kind, code), entry in entries.items():
            index = rows[kind, code]
            if entry.valid_from and entry.valid_to and entry.valid_to < entry.valid_from:
                years = beside(str(entry.valid_to), str(entry.valid_from))
                self._fault("valid_to", index, Trouble("RG504", years, "years"), code)
            if entry.successor is not None and (kind, entry.successor) not in entries:
                self._fault("successor", index, Trouble("RG504", entry.successor), code)
            elif _returns(entries, kind, code):
                self._fault("successor", index, Trouble("RG504", entry.successor or "", "itself"), code)

    def _entry(self, index: int) -> RegisterEntry | None:
        if not self.body.row(index):
            return None
        code = self._take("unit_code", index, values.code(self._cell("unit_code", index)), None)
        if code is None:
            self._named_blank("unit_code", index)
            return None
        unit = str(code)
        kind = self._choice("kind", index, unit)
        if kind is None:
            return None
        return RegisterEntry(
            kind, unit, self._text("unit_name", index, unit), self._choice("level", index, unit),
            self._text("district", index, unit), self._choice("area", index, unit),
            self._year("valid_from", index, unit), self._year("valid_to", index, unit),
            self._text("successor", index, unit),
        )  # fmt: skip

    def _cell(self, column: str, index: int) -> object:
        col = self.layout.columns.get(column)
        return "" if col is None else self.body.identity(col)[index]

    def _take(self, column: str, index: int, found: object, unit: str | None) -> object:
        """Return a value, None where it is blank or wrong, after naming what is wrong."""
        col = self.layout.columns.get(column)
        if col is None:
            return None
        found = self.body.damaged(col).get(index, found)
        if isinstance(found, Trouble | Taken):
            trouble = found if isinstance(found, Trouble) else found.trouble
            self._fault(column, index, trouble, unit)
        if isinstance(found, Taken):
            return found.value
        return None if isinstance(found, Trouble) else found

    def _text(self, column: str, index: int, unit: str) -> str | None:
        found = self._take(column, index, values.text(self._cell(column, index)), unit)
        return None if found is None else str(found)

    def _year(self, column: str, index: int, unit: str) -> int | None:
        written: object = values.year(self._cell(column, index), self.vocab)
        if self.sheet is None and isinstance(written, Taken):
            # In a CSV file every number is text.
            written = written.value
        found = self._take(column, index, written, unit)
        return found if isinstance(found, int) else None

    def _choice(self, column: str, index: int, unit: str) -> str | None:
        kinds = self.vocab.plan.kinds
        if column == "kind":
            names = self.kinds
            allowed = Bilingual(
                ", ".join(f"“{kind.label.en}”" for kind in kinds),
                ", ".join(f"“{kind.label.vi}”" for kind in kinds),
            )
        else:
            names, allowed = dict(self.vocab.choices[column]), self.vocab.allowed[column]
        cell = self._cell(column, index)
        found = self._take(column, index, values.choice(cell, names, (("allowed", allowed),)), unit)
        if found is None and column == "kind" and cell == "":
            self._named_blank(column, index)
        return None if found is None else str(found)

    def _named_blank(self, column: str, index: int) -> None:
        if self._cell(column, index) == "":
            self._fault(column, index, Trouble("CE201", ""), None)

    def _fault(self, column: str, index: int, trouble: Trouble, unit: str | None) -> None:
        place = (index + self.body.first, self.layout.columns[column])
        self.faults.append(Fault(*place, trouble, unit))


def _returns(entries: Mapping[tuple[str, str], RegisterEntry], kind: str, code: str) -> bool:
    """Tell whether a unit is, over however many steps, its own successor."""
    seen, found = {code}, entries[kind, code].successor
    while found is not None and found not in seen:
        seen.add(found)
        later = entries.get((kind, found))
        found = None if later is None else later.successor
    return found == code
