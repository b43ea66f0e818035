"""From a plan's id or folder to a Plan, by way of the cache where it knows these very bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.errors import UsageError
from lifelong_learning.model.submission import FIRST_YEAR
from lifelong_learning.plan import cache
from lifelong_learning.plan.build import build
from lifelong_learning.plan.files import locate, read_files

if TYPE_CHECKING:
    from os import PathLike

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.plan.files import PlanFiles


def load(ref: str | PathLike[str], base_year: int | None) -> Plan:
    """Return a plan, checked, with its base year or the one given."""
    plan = _load(read_files(locate(ref)))
    return plan if base_year is None else rebased(plan, base_year)


def _load(files: PlanFiles) -> Plan:
    known = cache.load(files.sha256)
    if known is not None:
        return known
    from lifelong_learning.plan.check import checked

    data = checked(files)
    cache.save(files.sha256, data)
    return build(data, files.sha256)


def rebased(plan: Plan, base_year: int) -> Plan:
    """Return a plan with another base year."""
    last = min([plan.target_year, *(target.target_year for target in plan.targets)]) - 1
    if not FIRST_YEAR <= base_year <= last:
        raise UsageError("year_range", year=base_year, first=FIRST_YEAR, last=last)
    targets = tuple(replace(target, base_year=base_year) for target in plan.targets)
    return replace(plan, base_year=base_year, targets=targets)
