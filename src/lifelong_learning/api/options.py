"""What a submission is read and evaluated with."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any, TypedDict, cast

from lifelong_learning.api.request import DEFAULT_PLAN, Filters, Request

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.submission import Progress
    from lifelong_learning.submission.source.limits import Limits

__all__ = ["DEFAULT_PLAN", "Filters", "Options", "Path", "Paths", "request"]

Path = str | PathLike[str]
Paths = Path | Sequence[Path]


class Options(TypedDict, total=False):
    """How a submission is read and evaluated; what is left out has its usual value.

    `plan` is a bundled plan's id, a folder, or a loaded plan; `year` (the latest with data) and `period`
    ("year" or "h1") are those to evaluate; growth is measured from `base_year` (the plan's own).
    `register` is the file of expected units, `against` names earlier submissions to compare past figures
    with, `waivers` is the file of excused results. `filters` narrows to some units, `by_district` adds a
    group for each district. `limits` bounds each workbook. Workbooks are read by `executor` where one is
    given, else by up to `jobs` processes (1); `progress` is called after each.
    """

    plan: Path | Plan
    year: int | None
    period: str
    base_year: int | None
    register: Path | None
    against: Paths
    waivers: Path | None
    filters: Filters
    by_district: bool
    limits: Limits | None
    jobs: int
    executor: Executor | None
    progress: Callable[[Progress], None] | None


def request(paths: Paths, options: Options) -> Request:
    """Return the request that paths and options make; TypeError for an option that does not exist."""
    given = cast("dict[str, Any]", dict(options))
    if "plan" in options:
        given["plan"] = plan_of(options["plan"])
    if "register" in options:
        given["register"] = text(options["register"])
    if "against" in options:
        given["against"] = texts(options["against"])
    if "waivers" in options:
        given["waivers"] = text(options["waivers"])
    return Request(texts(paths), **given)


def plan_of(given: Path | Plan) -> str | Plan:
    """Return a plan as it was loaded, or its id or folder as text."""
    return fspath(given) if isinstance(given, str | PathLike) else given


def text(given: Path | None) -> str | None:
    """Return a path as text."""
    return None if given is None else fspath(given)


def texts(given: Paths) -> tuple[str, ...]:
    """Return one path or several as texts."""
    return (fspath(given),) if isinstance(given, str | PathLike) else tuple(fspath(path) for path in given)
