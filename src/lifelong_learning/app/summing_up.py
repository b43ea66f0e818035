"""Sum a submission up: read once, score the year and the one before, judge the groups of every year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.app.evaluating import load, score, scoring_of
from lifelong_learning.app.letterhead import read_letterhead
from lifelong_learning.app.request import check_years
from lifelong_learning.catalogue.words import both
from lifelong_learning.errors import UsageError
from lifelong_learning.reports.summary.source import Source, Yearly, key_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lifelong_learning.app.evaluating import Evaluation, Loaded
    from lifelong_learning.app.request import Request
    from lifelong_learning.model.scores import Scorecard
    from lifelong_learning.reports.summary.source import GroupKey

Years = dict[int, "Mapping[GroupKey, Yearly]"]


def sum_up(
    request: Request, *, since: int | None = None, letterhead: str | None = None, date: str | None = None
) -> tuple[Source, Evaluation]:
    """Return what a report is made from, and the evaluation of its year.

    Faults as of `load`; PlanError also for a faulty letterhead, UsageError for a date or first year
    that cannot be.
    """
    day = None if date is None else _day(date)
    check_years(since)
    sender = None if letterhead is None else read_letterhead(letterhead)
    loaded = load(replace(request, by_district=True))
    if since is not None and since > loaded.year:
        raise UsageError("value_invalid", option="--since", value=since, known=f"≤ {loaded.year}")
    evaluation = score(loaded)
    source = Source(
        scorecard=evaluation.scorecard,
        before=_before(loaded),
        years=_years(loaded, evaluation.scorecard, since),
        findings=evaluation.findings,
        submission=evaluation.submission,
        commitments_of=evaluation.evidence.commitments,
        since=since,
        date=day,
        letterhead=sender,
    )
    return source, evaluation


def _before(loaded: Loaded) -> Scorecard | None:
    from lifelong_learning.scoring import evaluate

    year = loaded.year - 1
    if year not in loaded.submission.years(loaded.request.period):
        return None
    # Of the year before only the scores of units are asked for.
    return evaluate(loaded.plan, loaded.submission, replace(scoring_of(loaded, year), by_district=False))


def _years(loaded: Loaded, card: Scorecard, since: int | None) -> Years:
    """Return the groups of every year with data from the base year, or the first year asked for."""
    from lifelong_learning.scoring import standings

    first = min(loaded.plan.base_year, loaded.year - 1) if since is None else since
    first = min(first, loaded.year - 1)
    districts = sorted({group.district for group in card.groups if group.district is not None})
    years = [y for y in loaded.submission.years(loaded.request.period) if first <= y < loaded.year]
    found: Years = {}
    for year in (*years, loaded.year):
        # Districts are compared with the year before alone.
        shown = districts if year >= loaded.year - 1 else []
        groups = standings(loaded.plan, loaded.submission, scoring_of(loaded, year), shown)
        found[year] = {key_of(result): Yearly(result, standing) for result, standing in groups}
    return found


def _day(written: str) -> tuple[int, int, int]:
    from lifelong_learning.plan.dates import is_date

    if not is_date(written):
        raise UsageError("value_invalid", option="--date", value=written, known=both("usage.day"))
    year, month, day = map(int, written.split("-"))
    return year, month, day
