"""Cases beside a plan: what goes in, what must come out, and a sentence why; run through the engine."""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import TYPE_CHECKING

from lifelong_learning.api.cases.outcome import CaseOutcome, CaseReport, Difference, differences
from lifelong_learning.api.choice import choose
from lifelong_learning.api.request import Filters
from lifelong_learning.catalogue.words import both
from lifelong_learning.errors import UsageError
from lifelong_learning.model.findings import Findings
from lifelong_learning.model.submission import (
    MISSING,
    CellRef,
    Panel,
    Register,
    RegisterEntry,
    ReportedFigure,
    Submission,
)
from lifelong_learning.model.succession import dated
from lifelong_learning.plan import bundled_ids, load_plan, locate
from lifelong_learning.plan.beside import CASES, Case, CaseFile
from lifelong_learning.plan.places import Reporter
from lifelong_learning.plan.reader import LARGEST_FILE, read
from lifelong_learning.plan.written import FormCheck, read_entries, read_frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from os import PathLike

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.scores import Scorecard
    from lifelong_learning.plan.beside import CaseUnit
    from lifelong_learning.plan.places import Placed, YamlFile


__all__ = ["CaseOutcome", "CaseReport", "Difference", "run_cases"]


FOLDER = "cases"
_SUFFIXES = (".yaml", ".yml")
_FILE, _CASE = FormCheck(CaseFile), FormCheck(Case)


def run_cases(plan_ref: str | PathLike[str], cases: str | PathLike[str] | None = None) -> CaseReport:
    """Run the cases beside a plan (its folder `cases`), or those of another folder, and tell what came out.

    A case file may name another plan under `plan`, by id or by a path from the file. PlanError where
    a plan is faulty, UsageError where there is none; faults of a case file are in the report.
    """
    reader = CaseReader(plan_ref)
    found = reader.cases(cases)
    outcomes = []
    for placed, ref in found:
        try:
            outcomes.append(run_case(placed, reader.plan(ref, placed.item.base_year)))
        except UsageError as fault:
            # It asks for what there is not: a unit of a filter, a base year.
            why = both(f"usage.{fault.key}", **fault.arguments)
            reader.report.at(placed.place(), "PL951", "run", why=why)
    return CaseReport(reader.ref, tuple(outcomes), Findings(reader.report.findings()))


class CaseReader:
    """Reads the cases of a folder in the words of the plans that they are of, each loaded once.

    `ref` is the plan that they stand beside; `report` collects the faults of their files.
    """

    def __init__(self, plan_ref: str | PathLike[str]) -> None:
        self.folder = locate(plan_ref)
        self.ref = str(self.folder) if Path(plan_ref).exists() else str(plan_ref)
        self.report = Reporter()
        self._plans: dict[tuple[str, int | None], Plan] = {}
        self._names: dict[str, str] = {}

    def plan(self, ref: str, base_year: int | None = None) -> Plan:
        """Return a plan, with another base year where one is given."""
        key = (ref, base_year)
        if key not in self._plans:
            self._plans[key] = load_plan(ref, base_year=base_year)
        return self._plans[key]

    def cases(self, folder: str | PathLike[str] | None = None) -> list[tuple[Placed[Case], str]]:
        """Return the sound cases beside the plan, or those of another folder, each with the plan it is of."""
        self.plan(self.ref)
        where = self.folder / FOLDER if folder is None else Path(folder)
        files = sorted(p for p in where.iterdir() if p.name.endswith(_SUFFIXES)) if where.is_dir() else []
        found = [case for path in files for case in self._file(path)]
        if not found and not self.report.found:
            self.report.at(str(where), "PL954", "none")
        return found

    def _file(self, path: Path) -> Iterator[tuple[Placed[Case], str]]:
        try:
            with path.open("rb") as file:
                content = file.read(LARGEST_FILE + 1)
        except OSError:
            self.report.at(str(path), "PL951", "unreadable")
            return
        document = read(str(path), content, self.report)
        frame = None if document.broken else read_frame(document, _FILE, ("cases",), self.report, CASES)
        ref = self.ref if frame is None or frame.plan is None else self._beside(document, path, frame.plan)
        if frame is None or ref is None:
            return
        for placed in read_entries(document, "cases", _CASE, self.report, CASES, self.plan(ref)):
            if self._units_once(placed) and self._named_once(placed):
                yield placed, ref

    def _beside(self, document: YamlFile, path: Path, name: str) -> str | None:
        """Return the plan that a file names: a folder beside it, or an id."""
        beside = path.parent / name
        try:
            ref = str(beside) if beside.is_dir() else name
            locate(ref)
        except (UsageError, OSError):
            known = ", ".join(bundled_ids())
            self.report.on(document, ("plan",), "PL952", "plan", value=name, known=known)
            return None
        return ref

    def _units_once(self, placed: Placed[Case]) -> bool:
        before = len(self.report.found)
        seen = set()
        for index, unit in enumerate(placed.item.units):
            if (unit.kind, unit.code) in seen:
                path = (*placed.path, "units", index)
                self.report.on(placed.document, path, "PL954", "unit", value=unit.code)
            seen.add((unit.kind, unit.code))
        return len(self.report.found) == before

    def _named_once(self, placed: Placed[Case]) -> bool:
        name, place = placed.item.case, placed.place()
        if name in self._names:
            self.report.at(place, "PL954", "case", value=name, first=self._names[name])
            return False
        self._names[name] = f"{place.file}:{place.line}"
        return True


def run_case(placed: Placed[Case], plan: Plan) -> CaseOutcome:
    """Return what came out of one case under a plan."""
    case, place = placed.item, placed.place()
    card = evaluate_case(placed, plan)
    found = tuple(one for index in range(len(case.expect)) for one in differences(card, placed, index))
    return CaseOutcome(case.case, case.why, found, place.file, place.line)


def evaluate_case(placed: Placed[Case], plan: Plan) -> Scorecard:
    """Score the submission of a case as it asks to be."""
    from lifelong_learning.scoring import Scoring, evaluate

    case = placed.item
    submission = _submission(plan, placed)
    chosen = case.filters
    filters = Filters(tuple(chosen.kind), tuple(chosen.level), tuple(chosen.district), tuple(chosen.unit))
    choice = choose(filters, plan, submission)
    scoring = Scoring(
        year=case.year,
        period=case.period,
        by_district=case.by == "district",
        wanted=choice.unit,
        wanted_figure=choice.figure,
        wanted_kinds=choice.kinds,
    )
    return evaluate(plan, submission, scoring)


def _submission(plan: Plan, placed: Placed[Case]) -> Submission:
    """Return the submission that a case describes, as though workbooks had been read."""
    case = placed.item
    panels = {}
    for kind in plan.kinds:
        units = [unit for unit in case.units if unit.kind == kind.id]
        if units:
            panels[kind.id] = _panel(kind.id, units, plan)
    reported = [
        ReportedFigure(
            one.target, one.level, one.area, one.district, one.year, one.period, one.percent,
            CellRef(placed.document.file, "", placed.place("reported", index).line, 1), None,
        )
        for index, one in enumerate(case.reported)
    ]  # fmt: skip
    register = None
    if case.registered is not None:
        entries = [RegisterEntry(**dict(one)) for one in case.registered]
        register = Register(placed.document.file, {(entry.kind, entry.code): entry for entry in entries})
        _, register = dated(register, panels, plan.last_years(case.period))
    return Submission([], panels, reported, register)


def _panel(kind: str, units: Iterable[CaseUnit], plan: Plan) -> Panel:
    ordered = sorted(units, key=lambda unit: unit.code)
    rows = [(i, unit, moment) for i, unit in enumerate(ordered) for moment in unit.figures]
    at: dict[tuple[int, str], array[int]] = {}
    for number, (position, _, moment) in enumerate(rows):
        at.setdefault(moment, array("q", [-1] * len(ordered)))[position] = number
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
        measures=_columns([unit.figures[moment] for _, unit, moment in rows]),
        ends=plan.period_ends,
    )


def _columns(rows: Sequence[Mapping[str, int]]) -> dict[str, array[int]]:
    """Return a column for every measure that one of the rows has."""
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: array("q", [row.get(name, MISSING) for row in rows]) for name in names}
