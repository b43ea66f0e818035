"""Which rows are of one unit: codes without their zeros, and rows of one unit and period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.catalogue import finding
from lifelong_learning.model.submission import INVALID, MISSING
from lifelong_learning.submission.faults import Fault, Trouble, beside, gather
from lifelong_learning.submission.names import same_unit, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lifelong_learning.model.findings import FaultRun, Finding, Findings
    from lifelong_learning.model.submission import Register, RegisterEntry, UnitTable
    from lifelong_learning.submission.file import FileReading
    from lifelong_learning.submission.joined import Joined
    from lifelong_learning.submission.sheet.table import UnitRows


def restore_zeros(
    parts: Sequence[FileReading], register: Register | None
) -> tuple[Register | None, list[Finding]]:
    """Give every unit its code with the zeros that one side has, findings included.

    A code stored as a number (24) becomes that of the register, or of another row (024), and one typed
    without its zeros that of the register, with a finding. Where the register has lost its zeros, it is
    returned with those of the submission, and with a finding.
    """
    sheets = [sheet for part in parts for sheet in part.sheets]
    if register is None and not any(sheet.numeric for sheet in sheets):
        return None, []
    tables = [sheet.table for sheet in sheets]
    exact = set() if register is None else set(register.entries)
    known, listed = _with_zeros([*exact, *_codes(tables)]), _with_zeros(exact)
    for part in parts:
        _restore_part(part, exact, known, listed)
    return (None, []) if register is None else _restored_register(register, set(_codes(tables)))


def _restore_part(
    part: FileReading,
    exact: set[tuple[str, str]],
    known: Mapping[tuple[str, str], str],
    listed: Mapping[tuple[str, str], str],
) -> None:
    """Give the units of one workbook their codes, and name those that were typed without zeros."""
    renamed = {
        (sheet.table.sheet, row): code for sheet in part.sheets for row, code in _restore(sheet, exact, known)
    }
    for sheet in part.sheets:
        texts = _restore_texts(sheet, exact, listed)
        renamed.update(((sheet.table.sheet, fault.row), fault.unit or "") for fault in texts)
        part.findings.extend(gather(sheet.table.file, sheet.table.sheet, sheet.headers, texts))
    if renamed:
        _rename(part.findings, renamed)


def _codes(tables: Iterable[UnitTable]) -> list[tuple[str, str]]:
    return [(table.kind, code) for table in tables for code in set(table.code)]


def _with_zeros(units: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return the codes that begin with zeros, by kind and digits; of several the first in order."""
    found: dict[tuple[str, str], str] = {}
    for kind, code in sorted(set(units)):
        if code.startswith("0"):
            found.setdefault((kind, code.lstrip("0")), code)
    return found


def _restored_register(register: Register, reported: set[tuple[str, str]]) -> tuple[Register, list[Finding]]:
    """Return the register with the zeros that codes of the submission have and its own have lost."""
    with_zeros = _with_zeros(reported - register.entries.keys())
    renamed = {
        (kind, code): with_zeros[kind, code]
        for kind, code in register.entries
        if (kind, code) in with_zeros and (kind, code) not in reported
    }
    if not renamed:
        return register, []
    entries: dict[tuple[str, str], RegisterEntry] = {}
    for (kind, code), entry in register.entries.items():
        successor = entry.successor and renamed.get((kind, entry.successor), entry.successor)
        restored = renamed.get((kind, code), code)
        entries[kind, restored] = replace(entry, code=restored, successor=successor)
    (first, restored), *_ = ((code, new) for (_, code), new in renamed.items())
    named = finding("RG505", file=register.file, value=first, other=restored, count=len(renamed))
    return replace(register, entries=entries), [named]


def _restore(
    sheet: UnitRows, exact: set[tuple[str, str]], known: Mapping[tuple[str, str], str]
) -> list[tuple[int, str]]:
    table = sheet.table
    restored: list[tuple[int, str]] = []
    for position in sheet.numeric:
        key = (table.kind, table.code[position])
        if key not in exact and key in known:
            table.code[position] = known[key]
            restored.append((table.rows[position], known[key]))
    return restored


def _restore_texts(
    sheet: UnitRows, exact: set[tuple[str, str]], listed: Mapping[tuple[str, str], str]
) -> list[Fault]:
    """Give codes that are no numbers the zeros of the register; return what is said of each."""
    table = sheet.table
    lost = {
        code: listed[table.kind, code]
        for code in set(table.code)
        if (table.kind, code) in listed and (table.kind, code) not in exact
    }
    if not lost:
        return []
    col, faults = table.columns["unit_code"], []
    for position, code in enumerate(table.code):
        if code in lost:
            table.code[position] = lost[code]
            trouble = Trouble("CE214", beside(code, lost[code]), "text")
            faults.append(Fault(table.rows[position], col, trouble, lost[code]))
    return faults


def _rename(findings: Findings, renamed: Mapping[tuple[str, int], str]) -> None:
    """Put the restored code wherever a finding stands in one of the rows."""
    findings.singles = [_renamed(single, renamed) for single in findings.singles]
    findings.runs = [_renamed_run(run, renamed) for run in findings.runs]


def _renamed(single: Finding, renamed: Mapping[tuple[str, int], str]) -> Finding:
    if single.sheet is None or single.row is None or single.unit is None:
        return single
    return single._replace(unit=renamed.get((single.sheet, single.row), single.unit))


def _renamed_run(run: FaultRun, renamed: Mapping[tuple[str, int], str]) -> FaultRun:
    pairs = zip(run.rows, run.units, strict=True)
    return replace(run, units=[renamed.get((run.sheet, row), unit) for row, unit in pairs])


def settle_rows(joined: Joined) -> None:
    """Bring the values of later rows into the first one, and name each later row at its code."""
    for first, laters in joined.doubles.items():
        others = [row for row in laters if not _is_same_unit(joined, first, row)]
        conflicts = _take_out(joined, first, laters) if others else _join_measures(joined, first, laters)
        if not others:
            _join_facts(joined, first, laters)
        for later in laters:
            joined.fault(later, "unit_code", _again(joined, first, later, others, conflicts))
        for later in others:
            _forget(joined, later)


def _again(joined: Joined, first: int, later: int, others: list[int], conflicts: set[int]) -> Trouble:
    """Return what is wrong with a later row: it is another unit's, or says otherwise, or says it again."""
    at = joined.address(first, "unit_code", later)
    if later in others:
        names = joined.panel.name
        return Trouble("RW308", beside(shown(names[later]), shown(names[first]), at))
    variant = "conflict" if later in conflicts else ""
    return Trouble("RW301", beside(joined.codes[first], at), variant)


def _is_same_unit(joined: Joined, first: int, later: int) -> bool:
    one, other = joined.panel.name[first], joined.panel.name[later]
    return one is None or other is None or same_unit(one, other)


def _take_out(joined: Joined, first: int, laters: list[int]) -> set[int]:
    """Take out every figure of rows that are of two units; return the later rows."""
    for column in joined.panel.measures.values():
        if any(column[row] != MISSING for row in (first, *laters)):
            column[first] = INVALID
    return set(laters)


def _forget(joined: Joined, row: int) -> None:
    """Leave out who a row of another unit is: that it differs from the first row is said."""
    panel = joined.panel
    for facts in (panel.name, panel.level, panel.district, panel.area, panel.note):
        facts[row] = None


def _join_measures(joined: Joined, first: int, laters: list[int]) -> set[int]:
    """Join the figures; return the later rows that contradict one before them."""
    conflicts: set[int] = set()
    for measure, column in joined.panel.measures.items():
        figures = {row: column[row] for row in (first, *laters) if column[row] != MISSING}
        against = _against(figures)
        conflicts |= against
        if against or INVALID in figures.values():
            column[first] = INVALID
        elif figures and column[first] == MISSING:
            joined.moved[first, measure], column[first] = next(iter(figures.items()))
    return conflicts


def _against(figures: Mapping[int, int]) -> set[int]:
    """Return the rows whose figure is another than the first that no error took out."""
    stated = {row: figure for row, figure in figures.items() if figure != INVALID}
    return {row for row, figure in stated.items() if figure != next(iter(stated.values()))}


def _join_facts(joined: Joined, first: int, laters: list[int]) -> None:
    panel = joined.panel
    for facts in (panel.name, panel.level, panel.district, panel.area, panel.note):
        if facts[first] is None:
            facts[first] = next((facts[row] for row in laters if facts[row] is not None), None)
