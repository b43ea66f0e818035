"""The options that commands share, in groups; their help texts are keys of the catalogue."""

# No `from __future__ import annotations`: typer reads the annotations of these fields as they are.
import os
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from lifelong_learning.api.request import DEFAULT_PLAN, Filters, Options
from lifelong_learning.cli import language
from lifelong_learning.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from typer.models import OptionInfo

    from lifelong_learning.api.plans import Plan
    from lifelong_learning.api.submissions import Limits

FAIL_ON = ("warning", "not_met", "no_data")


def among(values: "Iterable[str]") -> "Callable[[str], list[str]]":
    """Return a completion to those of some values that begin so."""

    def complete(incomplete: str) -> list[str]:
        return [value for value in values if value.startswith(incomplete)]

    return complete


def format_option(*names: str) -> "OptionInfo":
    """Return the option `--format` of a command that has these formats.

    Like all help its text is a key of the catalogue; what stands behind the sign fills the text's place.
    """
    option: OptionInfo = typer.Option(
        "--format", metavar="NAME", help=f"help.format={', '.join(names)}", autocompletion=among(names),
        show_default=False,
    )  # fmt: skip
    return option


def _plans(incomplete: str) -> list[str]:
    from lifelong_learning.api.plans import bundled_ids

    return among(bundled_ids())(incomplete)


def _language(ctx: typer.Context, value: str | None) -> str | None:
    if not ctx.resilient_parsing:
        language.refuse_unknown(value)
    return value


def _group(ctx: typer.Context, value: str | None) -> str | None:
    if not ctx.resilient_parsing and value not in (None, "district"):
        raise UsageError("value_invalid", option="--by", value=value, known="district")
    return value


def complete_target(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the ids of the plan's targets that begin so."""
    return _of_the_plan(ctx, incomplete, lambda plan: plan.target)


def _kinds(ctx: typer.Context, incomplete: str) -> list[str]:
    return _of_the_plan(ctx, incomplete, lambda plan: [kind.id for kind in plan.kinds])


def _levels(ctx: typer.Context, incomplete: str) -> list[str]:
    return _of_the_plan(ctx, incomplete, lambda plan: [level.id for level in plan.levels])


def _of_the_plan(ctx: typer.Context, incomplete: str, ids: "Callable[[Plan], Iterable[str]]") -> list[str]:
    """Return those ids of the plan that is named which begin so; none of a plan that is not there."""
    from lifelong_learning.api.plans import load_plan
    from lifelong_learning.errors import LlplanError

    try:
        plan = load_plan(ctx.params.get("plan") or DEFAULT_PLAN)
    except LlplanError:
        return []
    return among(ids(plan))(incomplete)


Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help="help.paths", show_default=False)]
PlanName = Annotated[str, typer.Option("--plan", metavar="ID|DIR", help="help.plan", autocompletion=_plans)]
Year = Annotated[int | None, typer.Option("--year", metavar="Y", help="help.year", show_default=False)]
Period = Annotated[
    str,
    typer.Option("--period", metavar="year|h1", help="help.period", autocompletion=among(("year", "h1"))),
]
BaseYear = Annotated[
    int | None, typer.Option("--base-year", metavar="Y", help="help.base_year", show_default=False)
]
Units = Annotated[str | None, typer.Option("--units", metavar="FILE", help="help.units", show_default=False)]
Waivers = Annotated[
    str | None, typer.Option("--waivers", metavar="FILE", help="help.waivers", show_default=False)
]
KindFilter = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help="help.kind", autocompletion=_kinds, show_default=False),
]
LevelFilter = Annotated[
    list[str] | None,
    typer.Option("--level", metavar="LEVEL", help="help.level", autocompletion=_levels, show_default=False),
]
DistrictFilter = Annotated[
    list[str] | None, typer.Option("--district", metavar="NAME", help="help.district", show_default=False)
]
UnitFilter = Annotated[
    list[str] | None, typer.Option("--unit", metavar="CODE", help="help.unit", show_default=False)
]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="district",
        help="help.by",
        callback=_group,
        autocompletion=among(("district",)),
        show_default=False,
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="en|vi",
        help="help.lang",
        callback=_language,
        autocompletion=among(("en", "vi")),
        show_default=False,
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option("--output", "-o", metavar="[FORMAT=]PATH", help="help.output", show_default=False),
]
Force = Annotated[bool, typer.Option("--force", help="help.force")]
FailOn = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on", metavar="WHAT", help="help.fail_on", autocompletion=among(FAIL_ON), show_default=False
    ),
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="help.exit_zero")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="help.quiet")]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", metavar="N", min=1, help="help.jobs", show_default=False)
]
NoProgress = Annotated[bool, typer.Option("--no-progress", help="help.no_progress")]
MaxBytes = Annotated[
    int | None, typer.Option("--max-bytes", metavar="N", min=1, help="help.max_bytes", show_default=False)
]
MaxRows = Annotated[
    int | None, typer.Option("--max-rows", metavar="N", min=1, help="help.max_rows", show_default=False)
]
MaxColumns = Annotated[
    int | None,
    typer.Option("--max-columns", metavar="N", min=1, help="help.max_columns", show_default=False),
]
MaxCells = Annotated[
    int | None, typer.Option("--max-cells", metavar="N", min=1, help="help.max_cells", show_default=False)
]
MaxSheets = Annotated[
    int | None, typer.Option("--max-sheets", metavar="N", min=1, help="help.max_sheets", show_default=False)
]
MaxFindings = Annotated[
    int | None,
    typer.Option("--max-findings", metavar="N", min=1, help="help.max_findings", show_default=False),
]


class Bounds(Struct, frozen=True):
    """By how many processes workbooks are read, and how much each may hold."""

    jobs: Jobs = None
    max_bytes: MaxBytes = None
    max_rows: MaxRows = None
    max_columns: MaxColumns = None
    max_cells: MaxCells = None
    max_sheets: MaxSheets = None
    max_findings: MaxFindings = None

    def processes(self) -> int:
        """Return how many processes may read: every core unless said."""
        return self.jobs or os.cpu_count() or 1

    def limits(self) -> "Limits":
        """Return what a workbook may hold."""
        from lifelong_learning.api.submissions import Limits

        asked = {
            "bytes_unpacked": self.max_bytes,
            "bytes_on_disk": self.max_bytes,
            "rows": self.max_rows,
            "columns": self.max_columns,
            "cells": self.max_cells,
            "sheets": self.max_sheets,
            "findings": self.max_findings,
        }
        return Limits(**{name: number for name, number in asked.items() if number is not None})


class Reading(Struct, frozen=True):
    """What to read, under which plan, and for which period."""

    paths: Paths
    plan: PlanName = DEFAULT_PLAN
    year: Year = None
    period: Period = "year"
    base_year: BaseYear = None
    units: Units = None
    waivers: Waivers = None
    kind: KindFilter = None
    level: LevelFilter = None
    district: DistrictFilter = None
    unit: UnitFilter = None
    by: By = None

    def options(self, bounds: Bounds) -> Options:
        """Return these options as the interface takes them."""
        return {
            "jobs": bounds.processes(),
            "limits": bounds.limits(),
            "plan": self.plan,
            "year": self.year,
            "period": self.period,
            "base_year": self.base_year,
            "register": self.units,
            "waivers": self.waivers,
            "by_district": self.by == "district",
            "filters": filters(self.kind, self.level, self.district, self.unit),
        }


def filters(kind: KindFilter, level: LevelFilter, district: DistrictFilter, unit: UnitFilter) -> Filters:
    """Return what the four filters keep."""
    return Filters(*(tuple(values or ()) for values in (kind, level, district, unit)))


class Reporting(Struct, frozen=True):
    """How to report: language, formats, places, and what makes the exit code 1.

    Each command says which formats it has.
    """

    lang: Language = None
    format: str | None = None
    output: Outputs = None
    force: Force = False
    fail_on: FailOn = None
    exit_zero: ExitZero = False
    quiet: Quiet = False
    no_progress: NoProgress = False
