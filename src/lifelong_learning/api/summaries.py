"""Sum a submission up: read once, score the year and the one before, judge the groups of every year."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Unpack

from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning.api.choice import check_years
from lifelong_learning.api.formats import formats_of
from lifelong_learning.api.request import Options, Path, Paths, Request, text
from lifelong_learning.api.submissions import read_and_check, score, scoring_of
from lifelong_learning.catalogue.words import both
from lifelong_learning.errors import UsageError
from lifelong_learning.model.record import Shown
from lifelong_learning.reports.summary.records import Letterhead, Source, key_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lifelong_learning.api.submissions import Checked, Evaluation
    from lifelong_learning.model.scores import GroupResult, Scorecard, Standing
    from lifelong_learning.reports.summary.records import GroupKey

Years = dict[int, "Mapping[GroupKey, tuple[GroupResult, Standing]]"]


__all__ = ["Summary", "summarise"]


class Summary(Struct, frozen=True, metaclass=Shown):
    """What a half-year or year-end report is made from, and the evaluation of its year."""

    source: Source
    evaluation: Evaluation
    document: ClassVar[str] = "summary"
    formats: ClassVar[tuple[str, ...]] = formats_of("summary")


def summarise(
    paths: Paths,
    *,
    since: int | None = None,
    letterhead: Path | None = None,
    date: str | None = None,
    **options: Unpack[Options],
) -> Summary:
    """Read and evaluate a submission and sum it up, with the year before and every district.

    `since` is the first year of the trend, `letterhead` the file that says who issues the report, `date`
    (YYYY-MM-DD) the day that stands on it. Faults as of `evaluate`, and PlanError for a faulty letterhead.
    """
    return sum_up(Request.of(paths, options), since=since, letterhead=text(letterhead), date=date)


def sum_up(
    request: Request, *, since: int | None = None, letterhead: str | None = None, date: str | None = None
) -> Summary:
    """Return the report of a year.

    Faults as of `read_and_check`; PlanError also for a faulty letterhead, UsageError for a date or first year
    that cannot be.
    """
    day = None if date is None else _day(date)
    check_years(since)
    sender = None if letterhead is None else read_letterhead(letterhead)
    checked = read_and_check(replace(request, by_district=True))
    if since is not None and since > checked.year:
        raise UsageError("value_invalid", option="--since", value=since, known=f"≤ {checked.year}")
    evaluation = score(checked)
    source = Source(
        scorecard=evaluation.scorecard,
        before=_before(checked),
        years=_years(checked, evaluation.scorecard, since),
        findings=evaluation.findings,
        submission=evaluation.submission,
        commitments_of=evaluation.evidence.commitments,
        since=since,
        date=day,
        letterhead=sender,
    )
    return Summary(source, evaluation)


def read_letterhead(path: str) -> Letterhead:
    """Return what a file says of who issues the report: read strictly, every fault with its place.

    UsageError where it cannot be opened, PlanError with every fault of its form.
    """
    from lifelong_learning.plan.beside import LETTERHEAD, LetterheadForm, SignatoryForm
    from lifelong_learning.plan.places import Reporter
    from lifelong_learning.plan.reader import read_file
    from lifelong_learning.plan.written import FormCheck, read_form

    report = Reporter()
    document = read_file(path, report)
    found = (
        None if document.broken else read_form(document, (), FormCheck(LetterheadForm), report, LETTERHEAD)
    )
    report.refuse_faulty()
    written = dict(found or LetterheadForm())
    for key in ("to", "recipients", "proposals"):
        written[key] = tuple(line for line in written[key] or () if line is not None)
    signatory = written.pop("signatory") or SignatoryForm()
    return Letterhead(**written, **dict(signatory))


def _before(checked: Checked) -> Scorecard | None:
    from lifelong_learning.scoring import evaluate

    year = checked.year - 1
    if year not in checked.submission.years(checked.request.period):
        return None
    # Of the year before only the scores of units are asked for.
    return evaluate(checked.plan, checked.submission, replace(scoring_of(checked, year), by_district=False))


def _years(checked: Checked, card: Scorecard, since: int | None) -> Years:
    """Return the groups of every year with data from the base year, or the first year asked for."""
    from lifelong_learning.scoring.standing import standings

    first = min(checked.plan.base_year, checked.year - 1) if since is None else since
    first = min(first, checked.year - 1)
    districts = sorted({group.district for group in card.groups if group.district is not None})
    years = [y for y in checked.submission.years(checked.request.period) if first <= y < checked.year]
    found: Years = {}
    for year in (*years, checked.year):
        # Districts are compared with the year before alone.
        shown = districts if year >= checked.year - 1 else []
        groups = standings(checked.plan, checked.submission, scoring_of(checked, year), shown)
        found[year] = {key_of(group[0]): group for group in groups}
    return found


def _day(written: str) -> tuple[int, int, int]:
    from lifelong_learning.model.localised import is_day

    if not is_day(written):
        raise UsageError("value_invalid", option="--date", value=written, known=both("usage.day"))
    year, month, day = map(int, written.split("-"))
    return year, month, day
