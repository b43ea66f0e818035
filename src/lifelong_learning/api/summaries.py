"""The half-year and year-end report."""

from __future__ import annotations

from typing import Unpack

from lifelong_learning.api.options import Options, Path, Paths, request, text
from lifelong_learning.api.summing_up import Summary, sum_up

__all__ = ["Summary", "summarise"]


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
    return sum_up(request(paths, options), since=since, letterhead=text(letterhead), date=date)
