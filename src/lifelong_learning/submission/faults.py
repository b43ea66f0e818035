"""Faults of cells while a sheet is read, and how they become findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.catalogue import severity_of
from lifelong_learning.model.findings import FaultRun, Finding, Findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class TypedCell(str):
    """A cell as it was typed, with what a message may say beside it."""

    other: str
    """A second figure or text that the message names."""
    at: str
    """Where that stands."""


def beside(value: str, other: str, at: str = "") -> TypedCell:
    """Return the value with the other figure or text that its message names, and where that stands."""
    typed = TypedCell(value)
    typed.other = other
    typed.at = at
    return typed


class Trouble(NamedTuple):
    """What is wrong with one value, wherever it stands."""

    code: str
    value: str
    variant: str = ""
    args: tuple[tuple[str, object], ...] = ()


class Fault(NamedTuple):
    """A trouble at a cell of one sheet: 1-based row and column, and the unit that the row belongs to."""

    row: int
    col: int
    trouble: Trouble
    unit: str | None


def gather(file: str, sheet: str | None, headers: Mapping[int, str], faults: Iterable[Fault]) -> Findings:
    """Return the faults of one sheet as findings: the same down a column as one run, others singly."""
    groups: dict[tuple[object, ...], list[Fault]] = {}
    for fault in faults:
        code, _, variant, args = fault.trouble
        groups.setdefault((fault.col, code, variant, args), []).append(fault)
    findings = Findings()
    for same in groups.values():
        if len(same) == 1 or sheet is None:
            findings.singles.extend(_single(file, sheet, headers, fault) for fault in same)
        else:
            findings.runs.append(_run(file, sheet, headers, sorted(same, key=lambda fault: fault.row)))
    return findings


def _single(file: str, sheet: str | None, headers: Mapping[int, str], fault: Fault) -> Finding:
    code, value, variant, args = fault.trouble
    return Finding(
        code, severity_of(code, variant), variant, file, sheet, fault.row, fault.col,
        headers.get(fault.col), fault.unit, args={**dict(args), "value": value},
    )  # fmt: skip


def _run(file: str, sheet: str, headers: Mapping[int, str], same: list[Fault]) -> FaultRun:
    code, _, variant, args = same[0].trouble
    col = same[0].col
    return FaultRun(
        code, severity_of(code, variant), variant, file, sheet, col, headers.get(col, ""),
        [fault.row for fault in same], [fault.trouble.value for fault in same],
        [fault.unit for fault in same], dict(args),
    )  # fmt: skip
