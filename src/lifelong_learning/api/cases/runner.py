"""Run all cases of a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.api.cases.comparing import differences
from lifelong_learning.api.cases.model import CaseOutcome
from lifelong_learning.api.cases.node import Node
from lifelong_learning.api.cases.reading import CaseReader
from lifelong_learning.api.cases.report import CaseReport
from lifelong_learning.api.cases.submitting import submission_of
from lifelong_learning.api.choice import choose
from lifelong_learning.catalogue import finding
from lifelong_learning.catalogue.words import both
from lifelong_learning.errors import UsageError
from lifelong_learning.model.findings import Findings
from lifelong_learning.plan import bundled_ids, load_plan, locate
from lifelong_learning.plan.places import Reporter
from lifelong_learning.plan.reader import LARGEST_FILE, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from lifelong_learning.api.cases.model import Case
    from lifelong_learning.model.findings import Finding
    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.scores import Scorecard

FOLDER = "cases"
_SUFFIXES = (".yaml", ".yml")


def run_cases(plan_ref: str | PathLike[str], cases: str | PathLike[str] | None = None) -> CaseReport:
    """Run the cases beside a plan (its folder `cases`), or those of another folder, and tell what came out.

    A case file may name another plan under `plan`, by id or by a path from the file. PlanError where
    a plan is faulty, UsageError where there is none; faults of a case file are in the report.
    """
    reading = read_cases(plan_ref, cases)
    plans, findings = reading.plans, reading.findings
    outcomes = []
    for case in reading.cases:
        try:
            outcomes.append(run_case(case, plans.plan(case.plan, case.base_year)))
        except UsageError as fault:
            findings.singles.append(_cannot_run(case, fault))
    return CaseReport(plans.ref, tuple(outcomes), findings)


def _cannot_run(case: Case, fault: UsageError) -> Finding:
    """Return the finding of a case that asks for what there is not: a unit of a filter, a base year."""
    why = both(f"usage.{fault.key}", **fault.arguments)
    return finding("PL951", "run", **case.place._asdict(), why=why)


class CaseReading(NamedTuple):
    """The sound cases of a folder, and the faults of the others."""

    cases: tuple[Case, ...]
    findings: Findings
    plans: Plans


def read_cases(plan_ref: str | PathLike[str], cases: str | PathLike[str] | None = None) -> CaseReading:
    """Read the cases beside a plan, or those of another folder; raises as `run_cases` does."""
    folder = locate(plan_ref)
    plans = Plans(str(folder) if Path(plan_ref).exists() else str(plan_ref))
    plans.plan(plans.ref, None)
    where = folder / FOLDER if cases is None else Path(cases)
    files = sorted(p for p in where.iterdir() if p.name.endswith(_SUFFIXES)) if where.is_dir() else []
    reader = _Files(plans)
    found = tuple(case for path in files for case in reader.read(path))
    if not found and not reader.report.found:
        reader.report.at(str(where), None, "PL954", "none")
    findings = sorted(reader.report.found, key=lambda one: one.sort_key())
    return CaseReading(found, Findings(findings), plans)


class Plans:
    """The plans that cases speak of, each loaded once; `ref` is the one that they stand beside."""

    def __init__(self, ref: str) -> None:
        self.ref = ref
        self._loaded: dict[tuple[str, int | None], Plan] = {}

    def plan(self, ref: str | None, base_year: int | None) -> Plan:
        """Return a plan, with another base year where one is given."""
        key = (ref or self.ref, base_year)
        if key not in self._loaded:
            self._loaded[key] = load_plan(key[0], base_year=base_year)
        return self._loaded[key]


class _Files:
    """Reads files of cases; a name stands once in all of them."""

    def __init__(self, plans: Plans) -> None:
        self.plans = plans
        self.report = Reporter()
        self._names: dict[str, str] = {}

    def read(self, path: Path) -> Iterator[Case]:
        """Yield every sound case of a file."""
        try:
            with path.open("rb") as file:
                content = file.read(LARGEST_FILE + 1)
        except OSError:
            self.report.at(str(path), None, "PL951", "unreadable")
            return
        document = read(str(path), content, self.report)
        if document.broken:
            return
        top = Node(document, self.report, (), document.data)
        given = top.fields(("plan", "cases"), required=("cases",))
        ref = self._plan_of(path, given["plan"]) if "plan" in given else self.plans.ref
        if ref is None or "cases" not in given:
            return
        reader = CaseReader(self.plans.plan(ref, None))
        for node in given["cases"].items():
            case = reader.case(node, ref)
            if case is not None and self._named_once(case, node):
                yield case

    def _plan_of(self, path: Path, node: Node) -> str | None:
        """Return the plan that a file names: a folder beside it, or an id."""
        name = node.text()
        beside = path.parent / name
        try:
            ref = str(beside) if beside.is_dir() else name
            locate(ref)
        except (UsageError, OSError):
            node.fault("PL952", "plan", value=name, known=", ".join(bundled_ids()))
            return None
        return ref

    def _named_once(self, case: Case, node: Node) -> bool:
        if case.name in self._names:
            mark = node.document.place(node.path)
            first = self._names[case.name]
            self.report.at(case.place.file, mark, "PL954", "case", value=case.name, first=first)
            return False
        self._names[case.name] = f"{case.place.file}:{case.place.line}"
        return True


def run_case(case: Case, plan: Plan) -> CaseOutcome:
    """Return what came out of one case under a plan."""
    card = evaluate_case(case, plan)
    found = tuple(d for expected in case.expectations for d in differences(card, expected))
    return CaseOutcome(case.name, case.why, found, case.place.file, case.place.line)


def evaluate_case(case: Case, plan: Plan) -> Scorecard:
    """Score the submission of a case as it asks to be."""
    from lifelong_learning.scoring import Scoring, evaluate

    submission = submission_of(plan, case)
    choice = choose(case.filters, plan, submission)
    scoring = Scoring(
        year=case.year,
        period=case.period,
        by_district=case.by_district,
        wanted=choice.unit,
        wanted_figure=choice.figure,
        wanted_kinds=choice.kinds,
    )
    return evaluate(plan, submission, scoring)
