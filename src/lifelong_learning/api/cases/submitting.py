"""The units of a case → a submission, as though workbooks had been read."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from lifelong_learning.model.submission import MISSING, Panel, Register, Submission

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lifelong_learning.api.cases.model import Case, CaseUnit
    from lifelong_learning.model.plan import Plan


def submission_of(plan: Plan, case: Case) -> Submission:
    """Return the submission that a case describes."""
    panels = {}
    for kind in plan.kinds:
        units = [unit for unit in case.units if unit.kind == kind.id]
        if units:
            panels[kind.id] = _panel(kind.id, units)
    register = None
    if case.register is not None:
        register = Register(case.place.file, {(e.kind, e.code): e for e in case.register})
    return Submission([], panels, list(case.reported), register)


def _panel(kind: str, units: Iterable[CaseUnit]) -> Panel:
    ordered = sorted(units, key=lambda unit: unit.code)
    rows = [(i, unit, moment) for i, unit in enumerate(ordered) for moment in unit.figures]
    at: dict[tuple[int, str], array[int]] = {}
    for row, (position, _, moment) in enumerate(rows):
        at.setdefault(moment, array("q", [-1] * len(ordered)))[position] = row
    names = dict.fromkeys(name for _, unit, moment in rows for name in unit.figures[moment])
    measures = {
        name: array("q", [unit.figures[moment].get(name, MISSING) for _, unit, moment in rows])
        for name in names
    }
    blank: Sequence[str | None] = [None] * len(rows)
    return Panel(
        kind=kind,
        codes=[unit.code for unit in ordered],
        at=at,
        tables=[],
        starts=[],
        name=list(blank),
        level=[unit.level for _, unit, _ in rows],
        district=[unit.district for _, unit, _ in rows],
        area=[unit.area for _, unit, _ in rows],
        note=list(blank),
        measures=measures,
    )
