"""`llplan template`: the form that units fill in, made from the plan."""

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from lifelong_learning.cli import language
from lifelong_learning.cli.flat import flat
from lifelong_learning.cli.options import (
    DistrictFilter,
    Force,
    KindFilter,
    Language,
    LevelFilter,
    Period,
    PlanName,
    Quiet,
    UnitFilter,
    Units,
)

if TYPE_CHECKING:
    from lifelong_learning.model.findings import Findings

_FORMATS = ("xlsx",)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which form to make, and where to write it."""

    output: Annotated[
        str, typer.Option("--output", "-o", metavar="PATH", help="help.form_output", show_default=False)
    ]
    plan: PlanName = "ha-giang-2030"
    lang: Language = None
    kind: KindFilter = None
    level: LevelFilter = None
    district: DistrictFilter = None
    unit: UnitFilter = None
    units: Units = None
    year: Annotated[
        int | None, typer.Option("--year", metavar="Y", help="help.form_year", show_default=False)
    ] = None
    period: Period = "year"
    earlier: Annotated[
        list[str] | None, typer.Option("--from", metavar="PATH", help="help.form_from", show_default=False)
    ] = None
    rows: Annotated[
        int | None,
        typer.Option("--rows", metavar="N", min=0, max=5000, help="help.form_rows", show_default=False),
    ] = None
    force: Force = False
    quiet: Quiet = False


@flat
def template(wanted: Wanted) -> int:
    from lifelong_learning.app.forms import FormRequest, make_form
    from lifelong_learning.app.outputs import planned, refuse_existing, write_file
    from lifelong_learning.app.request import Filters
    from lifelong_learning.cli import delivery
    from lifelong_learning.errors import UsageError

    if wanted.lang not in (None, "en", "vi"):
        raise UsageError("value_invalid", option="--lang", value=wanted.lang, known="en, vi")
    outputs = planned([wanted.output], _FORMATS, None)
    inputs = [*(wanted.earlier or ()), *([wanted.units] if wanted.units else ())]
    refuse_existing(outputs, inputs, force=wanted.force)
    made = make_form(
        FormRequest(
            lang=language.for_people(wanted.lang),
            plan=wanted.plan,
            year=wanted.year,
            period=wanted.period,
            register=wanted.units,
            earlier=tuple(wanted.earlier or ()),
            filters=Filters(
                tuple(wanted.kind or ()),
                tuple(wanted.level or ()),
                tuple(wanted.district or ()),
                tuple(wanted.unit or ()),
            ),
            rows=wanted.rows,
        )
    )
    if outputs[0].path == "-":
        delivery.write_standard_output([made.content])
    else:
        write_file(outputs[0].path, [made.content], force=wanted.force)
    if not wanted.quiet:
        _say(made.findings, wanted.lang)
    return 0


def _say(findings: "Findings", lang: str | None) -> None:
    """Say on standard error what was wrong with what the form was filled in from."""
    from lifelong_learning.catalogue.words import word

    counts = {severity.value: count for severity, count in findings.counts().items()}
    if any(counts.values()):
        sys.stderr.write(word("help.findings_line", language.for_people(lang), **counts) + "\n")


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.template")(template)
