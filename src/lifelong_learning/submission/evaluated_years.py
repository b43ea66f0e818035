"""The years of the rows held against the plan's, and against the one that is to be evaluated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue import finding, severity_of
from lifelong_learning.model.findings import FaultRun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.submission import Submission
    from lifelong_learning.submission.joined import Joined

ENOUGH_UNITS = 10
"""A latest year is doubted beside an earlier one that has so many units,"""
TIMES_MORE = 10
"""and more than so many times its own."""


def beyond_the_plan(joined: Joined, plan: Plan, asked: int | None) -> Iterator[FaultRun]:
    """Yield the rows of every year after the plan's last that was not asked for (`YR403`)."""
    for table, headers in zip(joined.panel.tables, joined.headers, strict=True):
        if max(table.year, default=0) <= plan.target_year:
            continue
        col = table.columns["year"]
        for year in sorted(set(table.year) - {asked}):
            if year > plan.target_year:
                late = [index for index, found in enumerate(table.year) if found == year]
                yield FaultRun(
                    "YR403", severity_of("YR403"), "", table.file, table.sheet, col, headers.get(col, ""),
                    [table.rows[index] for index in late], [str(year)] * len(late),
                    [table.code[index] for index in late], {"last": plan.target_year},
                )  # fmt: skip


def published_beyond_the_plan(submission: Submission, plan: Plan, asked: int | None) -> Iterator[Finding]:
    """Yield the published figures of years after the plan's last, at the figures themselves (`YR403`)."""
    for figure in submission.reported:
        if figure.year > plan.target_year and figure.year != asked:
            file, sheet, row, col = figure.place
            yield finding(
                "YR403", file=file, sheet=sheet, row=row, col=col,
                value=str(figure.year), last=plan.target_year,
            )  # fmt: skip


def doubtful_year(submission: Submission, plan: Plan, asked: int | None, period: str) -> Iterator[Finding]:
    """Yield what must be known of the year that will be evaluated (`YR404`): that nobody has a row of it,
    or that it was taken because it is the latest, and hardly anybody has one. Of a submission without a
    row `SH108` says all."""
    years = submission.years(period)
    file = submission.files[0].path if len(submission.files) == 1 else None
    label = next(choice.label for choice in plan.periods if choice.id == period)
    if not years:
        if any(submission.years(other.id) for other in plan.periods):
            yield finding("YR404", "period", file=file, period=label)
        return
    if asked is not None:
        if asked not in years:
            known = ", ".join(map(str, years))
            yield finding("YR404", "none", file=file, value=str(asked), period=label, years=known)
        return
    units = {year: _units(submission, year, period) for year in years}
    *earlier, latest = years
    count = units[latest]
    full = [year for year in earlier if units[year] >= ENOUGH_UNITS and count * TIMES_MORE < units[year]]
    if full:
        yield finding(
            "YR404", file=file, value=str(latest), count=count, fullest=full[-1], most=units[full[-1]]
        )


def _units(submission: Submission, year: int, period: str) -> int:
    """Return how many units have a row of the year."""
    every = (panel.at.get((year, period)) for panel in submission.panels.values())
    return sum(len(rows) - rows.count(-1) for rows in every if rows is not None)
