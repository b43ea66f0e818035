"""Plans: load, list, check and test them, begin one, find what of one is stale."""

from __future__ import annotations

from os import fspath
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from lifelong_learning.api.choice import check_years
from lifelong_learning.api.formats import formats_of
from lifelong_learning.catalogue.words import both
from lifelong_learning.errors import UsageError
from lifelong_learning.model.plan import Plan
from lifelong_learning.model.record import Shown
from lifelong_learning.plan import bundled_ids, check_plan, json_schema, load_plan

if TYPE_CHECKING:
    import pathlib

    from lifelong_learning.api.cases import CaseReport
    from lifelong_learning.api.request import Path
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.stale import Stale

__all__ = [
    "Plan",
    "Staleness",
    "TargetList",
    "TargetPage",
    "bundled_ids",
    "check_plan",
    "json_schema",
    "load_plan",
    "new_plan",
    "run_cases",
    "stale",
    "target_page",
]


class TargetList(Struct, frozen=True, metaclass=Shown):
    """All targets and commitments of a plan."""

    plan: Plan
    document: ClassVar[str] = "targets"
    formats: ClassVar[tuple[str, ...]] = formats_of("targets")


class TargetPage(Struct, frozen=True, metaclass=Shown):
    """One target or commitment: its clause, formula, and thresholds by scope and year."""

    plan: Plan
    id: str
    document: ClassVar[str] = "target"
    formats: ClassVar[tuple[str, ...]] = formats_of("target")


def target_page(plan: Plan, target: str) -> TargetPage:
    """Return the page of a target or commitment; UsageError for an id that the plan does not have."""
    known = [*plan.target, *(commitment.id for commitment in plan.commitments)]
    if target not in known:
        raise UsageError("target_unknown", target=target, known=", ".join(known))
    return TargetPage(plan, target)


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
    from lifelong_learning.model.localised import is_day
    from lifelong_learning.model.stale import stale as found

    check_years(year)
    if verified_before is not None and not is_day(verified_before):
        known = both("usage.day")
        raise UsageError("value_invalid", option="--verified-before", value=verified_before, known=known)
    asked = year or plan.target_year
    return Staleness(plan, asked, verified_before, tuple(found(plan, asked, verified_before)))


def run_cases(plan: Path, cases: Path | None = None) -> CaseReport:
    """Run the cases beside a plan, or those of another folder, and tell what came out.

    PlanError where a plan is faulty, UsageError where there is none; faults of a case file are in the report.
    """
    from lifelong_learning.api.cases import run_cases as run

    return run(plan, cases)


def new_plan(name: str, parent: Path = ".", lang: Lang = "en", source: Path | None = None) -> pathlib.Path:
    """Write the folder of a new plan, commented in a language and sound as it stands; return its path.

    From a `source`, a plan by id or folder, it has the targets, commitments and cases, and shares its words.
    UsageError for a name that no plan can have, a parent that is no folder, or a folder that exists.
    """
    from lifelong_learning.api.new_plan import new_plan as begin

    return begin(name, fspath(parent), lang, None if source is None else fspath(source))
