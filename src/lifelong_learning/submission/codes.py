"""Codes that a spreadsheet stored as numbers, matched with the register that has their zeros."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lifelong_learning.model.findings import FaultRun, Finding, Findings
    from lifelong_learning.model.submission import Register
    from lifelong_learning.submission.parts import FilePart, SheetPart


def restore_zeros(parts: Sequence[FilePart], register: Register | None) -> None:
    """Give rows whose code was stored as a number (24) the register's code (024), findings included."""
    if register is None:
        return
    by_digits: dict[tuple[str, str], str] = {}
    for kind, code in sorted(register.entries):
        by_digits.setdefault((kind, code.lstrip("0")), code)
    for part in parts:
        renamed = {
            (sheet.table.sheet, row): code
            for sheet in part.sheets
            for row, code in _restore(sheet, register, by_digits)
        }
        if renamed:
            _rename(part.findings, renamed)


def _restore(
    sheet: SheetPart, register: Register, by_digits: Mapping[tuple[str, str], str]
) -> list[tuple[int, str]]:
    table = sheet.table
    restored: list[tuple[int, str]] = []
    for position in sheet.numeric:
        digits = table.code[position]
        if (table.kind, digits) in register.entries:
            continue
        known = by_digits.get((table.kind, digits))
        if known is not None:
            table.code[position] = known
            restored.append((table.rows[position], known))
    return restored


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
