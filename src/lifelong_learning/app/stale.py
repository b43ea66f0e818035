"""List what of a plan needs a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.app.request import check_years
from lifelong_learning.catalogue.words import both
from lifelong_learning.errors import UsageError
from lifelong_learning.plan import load_plan

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang


def stale(plan: str, name: str, *, year: int | None, verified_before: str | None, lang: Lang) -> bytes:
    """Return the list in the format `text` or `json`, for a year (the plan's target year unless given).

    UsageError for a year or a day that cannot be.
    """
    from lifelong_learning.plan.dates import is_date
    from lifelong_learning.plan.stale import stale as found
    from lifelong_learning.reports.targets import stale as report

    check_years(year)
    before = verified_before
    if before is not None and not is_date(before):
        raise UsageError("value_invalid", option="--verified-before", value=before, known=both("usage.day"))
    loaded = load_plan(plan)
    asked = year or loaded.target_year
    items = list(found(loaded, asked, before))
    if name == "json":
        return report.as_json(loaded, items, asked, before, lang)
    return report.as_text(loaded, items, asked, before, lang).encode("utf-8")
