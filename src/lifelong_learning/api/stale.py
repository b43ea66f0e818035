"""List what of a plan needs a look."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from lifelong_learning.api.formats import formats_of
from lifelong_learning.api.request import check_years
from lifelong_learning.catalogue.words import both
from lifelong_learning.errors import UsageError
from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.stale import Stale


class Staleness(Struct, frozen=True, metaclass=Shown):
    """What needs a look before a plan is applied to a year; sources compared before `before` are due."""

    plan: Plan
    year: int
    before: str | None
    items: tuple[Stale, ...]
    document: ClassVar[str] = "stale"
    formats: ClassVar[tuple[str, ...]] = formats_of("stale")


def stale(plan: Plan, *, year: int | None = None, verified_before: str | None = None) -> Staleness:
    """Return what needs a look before the plan is applied to a year (its target year unless given).

    `verified_before` is an ISO date: a source last compared before it is due again. UsageError for a year
    or a day that cannot be.
    """
    from lifelong_learning.plan.dates import is_date
    from lifelong_learning.plan.stale import stale as found

    check_years(year)
    if verified_before is not None and not is_date(verified_before):
        known = both("usage.day")
        raise UsageError("value_invalid", option="--verified-before", value=verified_before, known=known)
    asked = year or plan.target_year
    return Staleness(plan, asked, verified_before, tuple(found(plan, asked, verified_before)))
