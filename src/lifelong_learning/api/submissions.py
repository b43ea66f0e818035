"""Read a submission and check it; score its units and judge its groups."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar, Unpack

from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning._version import __version__
from lifelong_learning.api.choice import check_period, check_years, choose, evaluated_year, narrow
from lifelong_learning.api.formats import formats_of
from lifelong_learning.api.request import DEFAULT_PLAN, Filters, Options, Path, Paths, Request, texts
from lifelong_learning.errors import UsageError
from lifelong_learning.model.findings import Findings, Severity
from lifelong_learning.model.record import Shown
from lifelong_learning.model.status import Status
from lifelong_learning.submission import Progress
from lifelong_learning.submission.reading import read
from lifelong_learning.submission.source.elements import Limits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.api.choice import ResolvedFilters
    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.scores import Scorecard
    from lifelong_learning.model.status import Waiver
    from lifelong_learning.model.submission import Submission
    from lifelong_learning.reports.checks.report import CheckReport
    from lifelong_learning.scoring import Evidence, Scoring

__all__ = [
    "DEFAULT_PLAN",
    "Checked",
    "Evaluation",
    "Filters",
    "Findings",
    "Limits",
    "Options",
    "Path",
    "Paths",
    "Progress",
    "Severity",
    "evaluate",
    "find_workbooks",
    "read_submission",
    "score",
]


class Checked(Struct, frozen=True, metaclass=Shown):
    """A submission that was read and checked; it can be scored.

    `year` is the one to evaluate; `findings` are those of the chosen units. `ignored` and `known` count those
    that `select` left out; `fail_on` are severities and statuses that fail the run, `occurred` the statuses
    among them that occurred.
    """

    request: Request
    plan: Plan
    submission: Submission
    choice: ResolvedFilters
    year: int
    findings: Findings
    waivers: tuple[Waiver, ...] = ()
    ignored: int = 0
    known: int = 0
    fail_on: tuple[str, ...] = ()
    occurred: tuple[Status, ...] = ()
    document: ClassVar[str] = "check"
    formats: ClassVar[tuple[str, ...]] = formats_of("check")

    def report(self) -> CheckReport:
        """Return what every format of the findings is made from."""
        from lifelong_learning.reports.checks.report import CheckReport

        made = CheckReport.of(self.plan, self.submission.files, self.findings, __version__)
        many = len(made.files) > 1 or any(os.path.isdir(path) for path in self.request.paths)  # noqa: PTH112
        return replace(
            made,
            fail_on=self.fail_on,
            occurred=self.occurred,
            ignored=self.ignored,
            known=self.known,
            many=many,
        )


class Evaluation(Struct, frozen=True, metaclass=Shown):
    """A scorecard with what it rests on."""

    scorecard: Scorecard
    submission: Submission
    findings: Findings
    evidence: Evidence
    request: Request
    document: ClassVar[str] = "evaluation"
    formats: ClassVar[tuple[str, ...]] = formats_of("evaluation")

    @property
    def plan(self) -> Plan:
        """The plan that was applied."""
        return self.scorecard.plan

    def statuses(self) -> frozenset[str]:
        """Return the statuses that occur among units and groups; that of a waived result does not count."""
        card = self.scorecard
        units = {result.status for unit in card.units for result in unit.results if result.waiver is None}
        return frozenset(status.value for status in units.union(group.status for group in card.groups))

    def notices(self, lang: Lang) -> list[str]:
        """Return where the evaluated year lies beyond what the plan has figures for, a sentence each."""
        if not any(target.outlived(self.scorecard.year) for target in self.plan.targets):
            return []
        from lifelong_learning.reports.view import notices

        return list(notices.outlived(self.scorecard, lang))


def read_submission(paths: Paths, **options: Unpack[Options]) -> Checked:
    """Read workbooks and folders as one submission, with everything that is wrong with them.

    `options` are those that `Options` explains: plan, year, period, and so on. What was read can be
    rendered (that is what `llplan check` prints) and scored. UsageError where the run cannot start,
    PlanError where the plan is faulty.
    """
    return read_and_check(Request.of(paths, options))


def evaluate(paths: Paths, **options: Unpack[Options]) -> Evaluation:
    """Read workbooks and folders as one submission, score every unit and judge every group.

    Options and faults as of `read_submission`, and UsageError where none of the rows is of the period.
    `evidence.inputs(unit, result)` of the outcome gives the cells that a verdict rests on.
    """
    return score(read_submission(paths, **options))


def find_workbooks(paths: Paths) -> list[str]:
    """Return the workbooks under the paths, each file once; UsageError for a path without any."""
    from lifelong_learning.submission.source.recognise import find_workbooks as found

    return found(texts(paths))


def read_and_check(request: Request, *, gathered: bool = False) -> Checked:
    """Read and check the submission of a request; rows that are only gathered are held against no year.

    UsageError where the run cannot start, PlanError where the plan is faulty; what is wrong with the
    workbooks is in the findings.
    """
    plan = request.load_plan()
    check_period(request.period, plan)
    check_years(request.year, request.base_year)
    written = _written_waivers(request, plan)
    reading = read(request.paths, plan, request.reading(gathered=gathered))
    submission = reading.submission
    choice = choose(request.filters, plan, submission)
    # Without a single usable row there is nothing to score and a finding says so; the target year
    # keeps the document whole.
    year = evaluated_year(request, submission) or plan.target_year
    waivers: tuple[Waiver, ...] = ()
    if written:
        from lifelong_learning.api.waivers import granted

        waivers, faulty = granted(written, plan, submission, year, request.period)
        reading.findings.singles.extend(faulty)
    findings = reading.findings
    if request.severity:
        from lifelong_learning.api.selecting import graded

        findings = graded(findings, request.severity)
    findings = narrow(findings, choice, submission, year, request.period)
    return Checked(request, plan, submission, choice, year, findings, waivers)


def _written_waivers(request: Request, plan: Plan) -> tuple[Waiver, ...]:
    if request.waivers is None:
        return ()
    from lifelong_learning.api.waivers import read_waivers

    return read_waivers(request.waivers, plan)


def score(checked: Checked) -> Evaluation:
    """Score every chosen unit and judge every group of what was checked."""
    from lifelong_learning.scoring import Evidence, waive
    from lifelong_learning.scoring import evaluate as run

    request = checked.request
    if not checked.submission.years(request.period) and checked.submission.has_rows:
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


def failing(checked: Checked, fail_on: Sequence[str]) -> Checked:
    """Return what was checked with what fails the run besides errors: severities and statuses of results.

    It is scored only where a status is named; faults as of `score` then.
    """
    named = [status for status in Status if status.value in fail_on]
    found = score(checked).statuses() if named else frozenset()
    occurred = tuple(status for status in named if status.value in found)
    return replace(checked, fail_on=tuple(fail_on), occurred=occurred)


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
    from lifelong_learning.api.waivers import without_result
    from lifelong_learning.model.scores import waived_results

    used = {id(result.waiver) for _, result in waived_results(scorecard)}
    idle = [without_result(waiver, checked.year) for waiver in checked.waivers if id(waiver) not in used]
    return Findings([*checked.findings.singles, *idle], checked.findings.runs)
