"""Read a submission, choose what is asked for, and score it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning._version import __version__
from lifelong_learning.app.request import Choice, check_period, check_years, choose, evaluated_year, narrow
from lifelong_learning.app.waivers import granted, read_waivers, without_result
from lifelong_learning.errors import UsageError
from lifelong_learning.model.findings import Findings
from lifelong_learning.plan import load_plan, rebased
from lifelong_learning.submission import ReadOptions, read_submission

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.app.rendering import Look
    from lifelong_learning.app.request import Request
    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.scores import Scorecard
    from lifelong_learning.model.submission import Submission
    from lifelong_learning.model.waivers import Waiver
    from lifelong_learning.scoring import Evidence, Scoring


class Checked(Struct, frozen=True):
    """A submission that was read and checked; it can be scored.

    `year` is the one to evaluate; `findings` are those of the chosen units.
    """

    request: Request
    plan: Plan
    submission: Submission
    choice: Choice
    year: int
    findings: Findings
    waivers: tuple[Waiver, ...] = ()
    formats: ClassVar[tuple[str, ...]] = ("text", "json", "csv", "github", "junit", "sarif")

    def chunks(self, name: str, lang: Lang, look: Look) -> Iterable[bytes]:
        """Return the findings in one of the formats."""
        from lifelong_learning.reports.checks.formats import Screen, stream
        from lifelong_learning.reports.checks.report import CheckReport

        report = CheckReport.of(self.plan, self.submission.files, self.findings, __version__)
        return stream(name, report, lang, Screen(look.width or 80, look.colour))  # type: ignore[arg-type]


class Evaluation(Struct, frozen=True):
    """A scorecard with what it rests on."""

    scorecard: Scorecard
    submission: Submission
    findings: Findings
    evidence: Evidence
    request: Request
    formats: ClassVar[tuple[str, ...]] = ("text", "json", "csv", "markdown", "xlsx", "html")

    @property
    def plan(self) -> Plan:
        """The plan that was applied."""
        return self.scorecard.plan

    def chunks(self, name: str, lang: Lang, look: Look) -> Iterable[bytes]:
        """Return the evaluation in one of the formats."""
        from lifelong_learning.app.evaluation_formats import chunks

        return chunks(self, name, lang, look)

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


def read_and_check(request: Request) -> Checked:
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
    if evaluated_year(request, checked.submission) is None and _has_rows(checked.submission):
        raise UsageError("no_usable_row", period=request.period)
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


def evaluate(request: Request) -> Evaluation:
    """Score every unit and judge every group of a submission; faults as of `read_and_check`."""
    return score(read_and_check(request))
