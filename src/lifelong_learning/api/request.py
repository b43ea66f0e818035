"""What a run is asked to do: the options of the commands and of the Python interface, described once.

`OPTIONS` says how each field of a request is typed; the commands offer those that they heed, documents name
by them what a run was asked for.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from operator import attrgetter
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

from msgspec import Struct, field

from lifelong_learning.model.record import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Executor

    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.submission import Progress, ReadOptions
    from lifelong_learning.submission.source.elements import Limits

DEFAULT_PLAN = "ha-giang-2030"
FORMS_BY = ("unit", "commune", "district")
"""What one form each may be made for."""

Path = str | PathLike[str]
Paths = Path | Sequence[Path]


class Filters(Struct, frozen=True, metaclass=Shown):
    """What to keep: ids or names as typed; empty means everything."""

    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.kinds or self.levels or self.districts or self.units)


class Options(TypedDict, total=False):
    """How a submission is read and evaluated; what is left out has its usual value.

    `plan` is a bundled plan's id, a folder, or a loaded plan; `year` (the latest with data) and `period`
    ("year", or another of the plan) are those to evaluate; growth is measured from `base_year` (the
    plan's own).
    `register` is the file of expected units, `against` names earlier submissions to compare past figures
    with, `waivers` is the file of excused results. `filters` narrows to some units, `by_district` adds a
    group for each district. `severity` gives codes of findings, or families of codes, another severity
    ("error", "warning", "info"). `limits` bounds each workbook. Workbooks are read by `executor` where one is
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
    severity: Mapping[str, str]
    limits: Limits | None
    jobs: int
    executor: Executor | None
    progress: Callable[[Progress], None] | None


class Request(Struct, frozen=True, metaclass=Shown):
    """One run over a submission: its paths as texts, and the `Options`."""

    paths: tuple[str, ...]
    plan: str | Plan = DEFAULT_PLAN
    year: int | None = None
    period: str = "year"
    base_year: int | None = None
    register: str | None = None
    against: tuple[str, ...] = ()
    waivers: str | None = None
    filters: Filters = field(default_factory=Filters)
    by_district: bool = False
    severity: Mapping[str, str] = field(default_factory=dict)
    limits: Limits | None = None
    jobs: int = 1
    executor: Executor | None = None
    progress: Callable[[Progress], None] | None = None

    @classmethod
    def of(cls, paths: Paths, options: Options) -> Request:
        """Return the request that paths and options make; TypeError for an option that does not exist."""
        given: dict[str, Any] = dict(options)
        for name, read in (("plan", plan_of), ("register", text), ("against", texts), ("waivers", text)):
            if name in given:
                given[name] = read(given[name])
        return cls(texts(paths), **given)

    def load_plan(self) -> Plan:
        """Return the plan with the base year that was asked for; PlanError for a faulty one."""
        from lifelong_learning.plan import load_plan, rebased

        if isinstance(self.plan, str):
            return load_plan(self.plan, base_year=self.base_year)
        return self.plan if self.base_year is None else rebased(self.plan, self.base_year)

    def reading(self, *, gathered: bool = False) -> ReadOptions:
        """Return how the workbooks are read; rows that are only `gathered` are held against no year.

        Standard input can be read by one process alone.
        """
        from lifelong_learning.submission import ReadOptions
        from lifelong_learning.submission.source.elements import Limits

        return ReadOptions(
            self.limits or Limits(), self.register, self.against, self.year, self.period, gathered,
            *((1, None) if "-" in self.paths else (self.jobs, self.executor)), self.progress,
        )  # fmt: skip


def plan_of(given: Path | Plan) -> str | Plan:
    """Return a plan as it was loaded, or its id or folder as text."""
    return fspath(given) if isinstance(given, str | PathLike) else given


def text(given: Path | None) -> str | None:
    """Return a path as text."""
    return None if given is None else fspath(given)


def texts(given: Paths) -> tuple[str, ...]:
    """Return one path or several as texts."""
    return (fspath(given),) if isinstance(given, str | PathLike) else tuple(fspath(path) for path in given)


class Option(NamedTuple):
    """How something is typed on the command line.

    `name` is its place in the request (or the name of the command's own argument). Without `flags` it is an
    argument. `known` are the values that a shell offers, or the name of a list of the plan's; where it is
    `closed` no other is taken. The text of its help has the key `help.` and `help`, by default its long flag;
    what follows `=` fills the text's place.
    """

    name: str
    flags: tuple[str, ...] = ()
    metavar: str | None = None
    kind: type = str
    many: bool = False
    usual: str | None = None
    required: bool = False
    least: int | None = None
    most: int | None = None
    known: tuple[str, ...] | str = ()
    closed: bool = False
    help: str = ""

    @property
    def key(self) -> str:
        """The name as a Python identifier."""
        return self.name.replace(".", "_")

    @property
    def help_key(self) -> str:
        """The key of the help text."""
        return "help." + (self.help or self.flags[0].removeprefix("--").replace("-", "_"))


def _limit(name: str, flag: str) -> Option:
    return Option(f"limits.{name}", (flag,), "N", int, least=1)


OPTIONS = {
    option.name: option
    for option in (
        Option("paths", metavar="PATH…", many=True, required=True, help="paths"),
        Option("plan", ("--plan",), "ID|DIR", usual=DEFAULT_PLAN, known="plans"),
        Option("year", ("--year",), "Y", int),
        Option("period", ("--period",), "year|h1", usual="year", known="periods"),
        Option("base_year", ("--base-year",), "Y", int),
        Option("register", ("--units",), "FILE"),
        Option("waivers", ("--waivers",), "FILE"),
        Option("filters.kinds", ("--kind",), "KIND", many=True, known="kinds"),
        Option("filters.levels", ("--level",), "LEVEL", many=True, known="levels"),
        Option("filters.districts", ("--district",), "NAME", many=True),
        Option("filters.units", ("--unit",), "CODE", many=True),
        Option("by_district", ("--by",), "district", known=("district",), closed=True),
        Option("jobs", ("--jobs", "-j"), "N", int, least=1),
        _limit("bytes_unpacked", "--max-bytes"),
        _limit("rows", "--max-rows"),
        _limit("columns", "--max-columns"),
        _limit("cells", "--max-cells"),
        _limit("sheets", "--max-sheets"),
        _limit("findings", "--max-findings"),
        Option("against", ("--against",), "PATH", many=True),
    )
}
"""The options of a request by name, in the order in which help lists them."""

_RECORDED = (
    "paths", "plan", "period", "year", "base_year", "register", "waivers",
    "filters.kinds", "filters.levels", "filters.districts", "filters.units", "by_district",
)  # fmt: skip
_LIMITS = ("limits.bytes_unpacked", "limits.rows", "limits.columns", "limits.cells", "limits.sheets")


def typed(values: Mapping[str, Any]) -> Request:
    """Return the request that was typed: values by the names of `OPTIONS`, None where nothing was said.

    Every core reads unless told; where limits can be typed, they are those of the request.
    """
    given: dict[str, Any] = {"paths": ()}
    parts: dict[str, dict[str, Any]] = {"filters": {}, "limits": {}}
    for name, value in values.items():
        whole, _, part = name.rpartition(".")
        if value is not None:
            (parts[whole] if whole else given)[part] = tuple(value) if OPTIONS[name].many else value
    given["by_district"] = "by_district" in given
    if "jobs" in values:
        given.setdefault("jobs", os.cpu_count() or 1)
    if "limits.rows" in values:
        from lifelong_learning.submission.source.elements import Limits

        if most := parts["limits"].get("bytes_unpacked"):
            parts["limits"]["bytes_on_disk"] = most
        given["limits"] = Limits(**parts["limits"])
    return Request(**given, filters=Filters(**parts["filters"]))


def options_of(request: Request) -> list[tuple[str, str]]:
    """Return the options that shape an evaluation, as they are typed, those that were not given left out."""
    found: list[tuple[str, str]] = []
    for name in _RECORDED:
        value = attrgetter(name)(request)
        if name == "by_district":
            value = "district" if value else None
        elif name == "plan" and not isinstance(value, str):
            value = value.id
        flag = OPTIONS[name].flags[0] if OPTIONS[name].flags else "PATH"
        found += [
            (flag, str(one)) for one in (value if isinstance(value, tuple) else [value]) if one is not None
        ]
    return found


def limits_of(request: Request, lang: Lang) -> list[tuple[str, str]]:
    """Return the limits that workbooks were held to, by the options that raise them."""
    if request.limits is None:
        return []
    from lifelong_learning.catalogue.words import grouped

    return [(OPTIONS[name].flags[0], grouped(attrgetter(name)(request), lang)) for name in _LIMITS]
