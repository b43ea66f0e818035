"""YAML → Plan: strict reading, consistency, JSON Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path

    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Lang, Plan


def bundled_ids() -> tuple[str, ...]:
    """Return the ids of the plans that come with the program, sorted."""
    from lifelong_learning.plan import files

    return files.bundled_ids()


def locate(ref: str | PathLike[str]) -> Path:
    """Return the folder of a bundled plan's id or of a path; UsageError `plan_unknown` for neither."""
    from lifelong_learning.plan import files

    return files.locate(ref)


def load_plan(ref: str | PathLike[str], *, base_year: int | None = None) -> Plan:
    """Return a plan, checked; `base_year` overrides that of the plan and of every target.

    Raises PlanError with every finding of a faulty plan, UsageError where there is none or where the
    base year does not lie before the target year.
    """
    from lifelong_learning.plan import cache

    return cache.load_plan(ref, base_year)


def rebased(plan: Plan, base_year: int) -> Plan:
    """Return a plan with another base year, for itself and every target; UsageError for a late one."""
    from lifelong_learning.plan import cache

    return cache.rebased(plan, base_year)


def check_plan(directory: str | PathLike[str]) -> Findings:
    """Return every fault of a plan's folder (or of a bundled plan's id), with file, line and column; a
    warning is none that keeps it from being used."""
    from lifelong_learning.plan.check import check
    from lifelong_learning.plan.files import locate, read_files

    return check(read_files(locate(directory))).findings


def json_schema(file: str = "plan", lang: Lang = "en") -> dict[str, object]:
    """Return the JSON Schema of `plan.yaml` ("plan"), of a plan's other files ("part"), or of what stands
    beside a plan ("cases", "waivers", "letterhead"), its keys explained in a language.

    UsageError for another sort of file.
    """
    from lifelong_learning.plan.schema import schema

    return schema(file, lang)
