"""Read a submission, choose what is asked for, and score it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.api.checked import Checked
from lifelong_learning.api.evaluation import Evaluation
from lifelong_learning.api.request import check_period, check_years, choose, evaluated_year, narrow
from lifelong_learning.api.waivers import granted, read_waivers, without_result
from lifelong_learning.errors import UsageError
from lifelong_learning.model.findings import Findings
from lifelong_learning.plan import load_plan, rebased
from lifelong_learning.submission import ReadOptions, read_submission

if TYPE_CHECKING:
    from lifelong_learning.api.request import Request
    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.scores import Scorecard
    from lifelong_learning.model.submission import Submission
    from lifelong_learning.scoring import Scoring


def read_and_check(request: Request, *, gathered: bool = False) -> Checked:
    """Read and check the submission of a request; rows that are only gathered are held against no year.

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
        gathered=gathered,
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
    return Checked(request, plan, submission, choice, year, findings, held.waivers)


def _has_rows(submission: Submission) -> bool:
    return bool(submission.reported) or any(panel.at for panel in submission.panels.values())


def _plan(request: Request) -> Plan:
    if isinstance(request.plan, str):
        return load_plan(request.plan, base_year=request.base_year)
    return request.plan if request.base_year is None else rebased(request.plan, request.base_year)


def score(checked: Checked) -> Evaluation:
    """Score every chosen unit and judge every group of what was checked."""
    from lifelong_learning.scoring import Evidence, waive
    from lifelong_learning.scoring import evaluate as run

    request = checked.request
    if not checked.submission.years(request.period) and _has_rows(checked.submission):
        label = next(one.label for one in checked.plan.periods if one.id == request.period)
        raise UsageError("no_usable_row", period=label)
    scorecard = run(checked.plan, checked.submission, scoring_of(checked, checked.year))
    if request.filters and not scorecard.units and not scorecard.groups:
        raise UsageError("filter_empty")
    scorecard = waive(scorecard, checked.waivers)
    evidence = Evidence.of(scorecard, checked.submission)
    return Evaluation(
        scorecard, checked.submission, _with_idle_waivers(checked, scorecard), evidence, request
    )


def scoring_of(checked: Checked, year: int) -> Scoring:
    """Return how a year of what was checked is scored: its period, and the units that were chosen."""
    from lifelong_learning.scoring import Scoring

    choice, request = checked.choice, checked.request
    scoring = Scoring(year=year, period=request.period, by_district=request.by_district)
    if not request.filters:
        return scoring
    return replace(scoring, wanted=choice.unit, wanted_figure=choice.figure, wanted_kinds=choice.kinds)


def _with_idle_waivers(checked: Checked, scorecard: Scorecard) -> Findings:
    """Return the findings, with those of waivers that no result carries (of a narrowed run none)."""
    if not checked.waivers or checked.request.filters:
        return checked.findings
    from lifelong_learning.model.scores import waived_results

    used = {id(result.waiver) for _, result in waived_results(scorecard)}
    idle = [without_result(waiver, checked.year) for waiver in checked.waivers if id(waiver) not in used]
    return Findings([*checked.findings.singles, *idle], checked.findings.runs)
