"""Faults of cells while a sheet is read, and how they become findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning.catalogue import severity_of
from lifelong_learning.model.findings import FaultRun, Finding, Findings
from lifelong_learning.model.localised import Decimal
from lifelong_learning.model.plan import Bilingual

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from lifelong_learning.model.plan import Lang


class TypedCell(str):
    """A cell as it was typed, with what a message may say beside it."""

    other: str
    """A second figure or text that the message names."""
    at: str
    """Where that stands."""


class TypedDecimal(Decimal):
    """A figure with decimals beside another one, both as each language writes them."""

    other: str
    at: str

    def of(self, lang: Lang) -> TypedDecimal:
        """Return both figures as a language writes them."""
        written = TypedDecimal(super().of(lang))
        written.other, written.at = Decimal(self.other).of(lang), self.at
        return written


def beside(value: str, other: str, at: str = "") -> TypedCell | TypedDecimal:
    """Return the value with the other figure or text that its message names, and where that stands."""
    either = isinstance(value, Decimal) or isinstance(other, Decimal)
    typed = TypedDecimal(value) if either else TypedCell(value)
    typed.other = other
    typed.at = at
    return typed


class Trouble(NamedTuple):
    """What is wrong with one value, wherever it stands."""

    code: str
    value: str
    variant: str = ""
    args: tuple[tuple[str, object], ...] = ()


class Fault(Struct, frozen=True):
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


_NAMES = ("column_name", "whole", "parts", "measures", "allowed", "here", "there", "longer", "shorter")
"""The arguments that name headers of the form, or what its lists offer."""


def in_words_of_the_form(findings: Findings, headers: Mapping[tuple[str, str], Collection[str]]) -> Findings:
    """Return the findings with headers named as a Vietnamese form has them, whatever the language.

    Such a form has Vietnamese letters in more than half of its `headers`, given by file and sheet, or in the
    name of a sheet that has none.
    """
    vietnamese = {place: sum(map(str.isascii, texts)) * 2 < len(texts) for place, texts in headers.items()}

    def names(found: Finding | FaultRun) -> dict[str, object]:
        place = (found.file or "", found.sheet or "")
        if not vietnamese.get(place, not place[1].isascii()):
            return {}
        return {key: named.vi for key in _NAMES if isinstance(named := found.args.get(key), Bilingual)}

    return Findings(
        [one._replace(args={**one.args, **names(one)}) for one in findings.singles],
        [replace(run, args={**run.args, **names(run)}) for run in findings.runs],
    )
