"""Plans: load, list, check and test them, begin one, find what of one is stale."""

from __future__ import annotations

from os import fspath
from typing import TYPE_CHECKING

from lifelong_learning.api.plan_pages import TargetList, TargetPage, target_page
from lifelong_learning.api.stale import Staleness, stale
from lifelong_learning.model.plan import Plan
from lifelong_learning.plan import bundled_ids, check_plan, json_schema, load_plan

if TYPE_CHECKING:
    import pathlib

    from lifelong_learning.api.cases import CaseReport
    from lifelong_learning.api.options import Path
    from lifelong_learning.model.plan import Lang

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


def run_cases(plan: Path, cases: Path | None = None) -> CaseReport:
    """Run the cases beside a plan, or those of another folder, and tell what came out.

    PlanError where a plan is faulty, UsageError where there is none; faults of a case file are in the report.
    """
    from lifelong_learning.api.cases import run_cases as run

    return run(plan, cases)


def new_plan(name: str, parent: Path = ".", lang: Lang = "en") -> pathlib.Path:
    """Write the folder of a new plan, commented in a language and sound as it stands; return its path.

    UsageError for a name that no plan can have, a parent that is no folder, or a folder that exists.
    """
    from lifelong_learning.api.new_plan import new_plan as begin

    return begin(name, fspath(parent), lang)
