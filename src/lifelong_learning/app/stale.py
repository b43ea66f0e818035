"""List what of a plan needs a look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lifelong_learning.app.request import FIRST_YEAR, LAST_YEAR
from lifelong_learning.errors import UsageError
from lifelong_learning.plan import load_plan

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def stale(plan: str, name: str, *, year: int | None, verified_before: str | None, lang: Lang) -> bytes:
    """Return the list in the format `text` or `json`, for a year (the plan's target year unless given).

    UsageError for a year or a day that cannot be.
    """
    from lifelong_learning.plan.dates import is_date
    from lifelong_learning.plan.stale import stale as found
    from lifelong_learning.reports.targets import stale as report

    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise UsageError("year_range", year=year, first=FIRST_YEAR, last=LAST_YEAR)
    before = verified_before
    if before is not None and not (_DATE.fullmatch(before) and is_date(before)):
        raise UsageError("value_invalid", option="--verified-before", value=before, known="2026-01-31")
    loaded = load_plan(plan)
    asked = year or loaded.target_year
    items = list(found(loaded, asked, before))
    if name == "json":
        return report.as_json(loaded, items, asked, before, lang)
    return report.as_text(loaded, items, asked, before, lang).encode("utf-8")
