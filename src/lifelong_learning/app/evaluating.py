"""Read a submission, choose what is asked for, and score it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning.app.request import Choice, check_period, check_years, choose, evaluated_year, narrow
from lifelong_learning.app.waivers import granted, read_waivers, without_result
from lifelong_learning.errors import UsageError
from lifelong_learning.model.findings import Findings
from lifelong_learning.plan import load_plan, rebased
from lifelong_learning.submission import ReadOptions, read_submission

if TYPE_CHECKING:
    from lifelong_learning.app.request import Request
    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.scores import Scorecard, UnitScore
    from lifelong_learning.model.submission import Submission
    from lifelong_learning.model.waivers import Waiver
    from lifelong_learning.scoring import Evidence, Scoring


class Loaded(Struct, frozen=True):
    """A submission that was read and checked, before it is scored.

    `year` is the one to evaluate; `findings` are those of the chosen units.
    """

    request: Request
    plan: Plan
    submission: Submission
    choice: Choice
    year: int
    findings: Findings
    waivers: tuple[Waiver, ...] = ()


class Evaluation(Struct, frozen=True):
    """A scorecard with what it rests on."""

    scorecard: Scorecard
    submission: Submission
    findings: Findings
    evidence: Evidence
    request: Request

    @property
    def plan(self) -> Plan:
        """The plan that was applied."""
        return self.scorecard.plan


def load(request: Request) -> Loaded:
    """Read and check the submission of a request.

    UsageError where the run cannot start, PlanError where the plan is faulty; what is wrong with the
    workbooks is in the findings.
    """
    from lifelong_learning.submission.source.limits import Limits

    plan = _plan(request)
    check_period(request.period, plan)
    check_years(request.year, request.base_year)
    written = () if request.waivers is None else read_waivers(request.waivers, plan)
    options = ReadOptions(
        limits=request.limits or Limits(),
        register=request.register,
        against=request.against,
        year=request.year,
        period=request.period,
        jobs=request.jobs,
        executor=request.executor,
        progress=request.progress,
    )
    reading = read_submission(request.paths, plan, options)
    submission = reading.submission
    choice = choose(request.filters, plan, submission)
    # Without a single usable row there is nothing to score and a finding says so; the target year
    # keeps the document whole.
    year = evaluated_year(request, submission) or plan.target_year
    held = granted(written, plan, submission, year, request.period)
    reading.findings.singles.extend(held.findings)
    findings = narrow(reading.findings, choice, submission, year, request.period)
    return Loaded(request, plan, submission, choice, year, findings, held.waivers)


def _has_rows(submission: Submission) -> bool:
    return bool(submission.reported) or any(panel.at for panel in submission.panels.values())


def _plan(request: Request) -> Plan:
    if isinstance(request.plan, str):
        return load_plan(request.plan, base_year=request.base_year)
    return request.plan if request.base_year is None else rebased(request.plan, request.base_year)


def score(loaded: Loaded) -> Evaluation:
    """Score every chosen unit and judge every group of what was loaded."""
    from lifelong_learning.scoring import Evidence, waive
    from lifelong_learning.scoring import evaluate as run

    request = loaded.request
    if evaluated_year(request, loaded.submission) is None and _has_rows(loaded.submission):
        raise UsageError("no_usable_row", period=request.period)
    scorecard = run(loaded.plan, loaded.submission, scoring_of(loaded, loaded.year))
    if request.filters and not scorecard.units and not scorecard.groups:
        raise UsageError("filter_empty")
    scorecard = waive(scorecard, loaded.waivers)
    evidence = Evidence.of(scorecard, loaded.submission)
    return Evaluation(scorecard, loaded.submission, _with_idle_waivers(loaded, scorecard), evidence, request)


def scoring_of(loaded: Loaded, year: int) -> Scoring:
    """Return how a year of what was loaded is scored: its period, and the units that were chosen."""
    from lifelong_learning.scoring import Scoring

    choice, request = loaded.choice, loaded.request
    scoring = Scoring(year=year, period=request.period, by_district=request.by_district)
    if not request.filters:
        return scoring
    return replace(scoring, wanted=choice.unit, wanted_figure=choice.figure, wanted_kinds=choice.kinds)


def _with_idle_waivers(loaded: Loaded, scorecard: Scorecard) -> Findings:
    """Return the findings, with those of waivers that no result carries (of a narrowed run none)."""
    if not loaded.waivers or loaded.request.filters:
        return loaded.findings
    from lifelong_learning.model.scores import waived_results

    used = {id(result.waiver) for _, result in waived_results(scorecard)}
    idle = [without_result(waiver, loaded.year) for waiver in loaded.waivers if id(waiver) not in used]
    return Findings([*loaded.findings.singles, *idle], loaded.findings.runs)


def evaluate(request: Request) -> Evaluation:
    """Score every unit and judge every group of a submission; faults as of `load`."""
    return score(load(request))


def units_to_trace(evaluation: Evaluation, target: str | None) -> list[UnitScore]:
    """Return the chosen units with the results of one target, or of all."""
    plan, units = evaluation.plan, evaluation.scorecard.units
    if target is None:
        return list(units)
    if target not in plan.target:
        raise UsageError("target_unknown", target=target, known=", ".join(plan.target))
    found = [unit._replace(results=tuple(r for r in unit.results if r.target.id == target)) for unit in units]
    found = [unit for unit in found if unit.results]
    if not found:
        code = units[0].identity.code if units else ""
        raise UsageError("target_not_applicable", target=target, unit=code, year=evaluation.scorecard.year)
    return found
