"""The Python interface: load a plan, read a submission, evaluate or check it, render what was found.

The commands of `llplan` go the same way. Nothing here prints or exits; `UsageError` and `PlanError` say
that a run cannot start, and what is wrong with workbooks comes back as findings.
"""

from __future__ import annotations

from os import PathLike, fspath
from typing import TYPE_CHECKING

from lifelong_learning.app.checking import check as _check
from lifelong_learning.app.evaluating import Evaluation
from lifelong_learning.app.evaluating import evaluate as _evaluate
from lifelong_learning.app.rendering import render
from lifelong_learning.app.request import DEFAULT_PLAN, Filters, Request
from lifelong_learning.errors import LlplanError, PlanError, UsageError
from lifelong_learning.plan import load_plan
from lifelong_learning.reports.checks.report import CheckReport
from lifelong_learning.submission import Reading, ReadOptions
from lifelong_learning.submission import read_submission as _read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Executor

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.submission import Progress

__all__ = [
    "CheckReport",
    "Evaluation",
    "Filters",
    "LlplanError",
    "PlanError",
    "Reading",
    "UsageError",
    "check",
    "evaluate",
    "load_plan",
    "read_submission",
    "render",
]

Path = str | PathLike[str]


def read_submission(
    paths: Path | Sequence[Path],
    plan: Plan,
    *,
    register: Path | None = None,
    against: Path | Sequence[Path] = (),
    year: int | None = None,
    period: str = "year",
    jobs: int = 1,
    executor: Executor | None = None,
) -> Reading:
    """Return the rows of workbooks and folders as one submission, and everything that is wrong with them."""
    options = ReadOptions(
        register=_path(register),
        against=_paths(against),
        year=year,
        period=period,
        jobs=jobs,
        executor=executor,
    )
    return _read(_paths(paths), plan, options)


def evaluate(
    paths: Path | Sequence[Path],
    *,
    plan: Path | Plan = DEFAULT_PLAN,
    year: int | None = None,
    period: str = "year",
    base_year: int | None = None,
    register: Path | None = None,
    waivers: Path | None = None,
    filters: Filters | None = None,
    by_district: bool = False,
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Evaluation:
    """Score every unit and judge every group of the workbooks against a plan.

    `plan` is a bundled plan's id, a folder, or a loaded plan; `year` is the latest with data unless
    given. Workbooks are read by `executor` where one is given, else by up to `jobs` processes.
    """
    return _evaluate(
        Request(
            paths=_paths(paths),
            plan=_plan(plan),
            year=year,
            period=period,
            base_year=base_year,
            register=_path(register),
            waivers=_path(waivers),
            filters=filters or Filters(),
            by_district=by_district,
            jobs=jobs,
            executor=executor,
            progress=progress,
        )
    )


def check(
    paths: Path | Sequence[Path],
    *,
    plan: Path | Plan = DEFAULT_PLAN,
    year: int | None = None,
    period: str = "year",
    register: Path | None = None,
    against: Path | Sequence[Path] = (),
    waivers: Path | None = None,
    filters: Filters | None = None,
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> CheckReport:
    """Return what is wrong with the workbooks; `against` names earlier ones to compare past figures with."""
    return _check(
        Request(
            paths=_paths(paths),
            plan=_plan(plan),
            year=year,
            period=period,
            register=_path(register),
            against=_paths(against),
            waivers=_path(waivers),
            filters=filters or Filters(),
            jobs=jobs,
            executor=executor,
            progress=progress,
        )
    )[0]


def _plan(given: Path | Plan) -> str | Plan:
    return fspath(given) if isinstance(given, str | PathLike) else given


def _path(given: Path | None) -> str | None:
    return None if given is None else fspath(given)


def _paths(given: Path | Sequence[Path]) -> tuple[str, ...]:
    if isinstance(given, str | PathLike):
        return (fspath(given),)
    return tuple(fspath(path) for path in given)
