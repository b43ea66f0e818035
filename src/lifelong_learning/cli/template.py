"""`llplan template`: the form that units fill in, made from the plan."""

from typing import Annotated

import typer
from msgspec import Struct

from lifelong_learning.api.request import DEFAULT_PLAN
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
    filters,
)


class Wanted(Struct, frozen=True):
    """Which form to make, and where to write it."""

    output: Annotated[
        str, typer.Option("--output", "-o", metavar="PATH", help="help.form_output", show_default=False)
    ]
    plan: PlanName = DEFAULT_PLAN
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
    from lifelong_learning.api.forms import make_form
    from lifelong_learning.cli import delivery

    lang = language.for_people(wanted.lang)
    inputs = [*(wanted.earlier or ()), *([wanted.units] if wanted.units else ())]
    output = delivery.workbook_of(wanted.output, inputs, force=wanted.force)
    made = make_form(
        lang=lang,
        plan=wanted.plan,
        year=wanted.year,
        period=wanted.period,
        register=wanted.units,
        earlier=wanted.earlier or (),
        filters=filters(wanted.kind, wanted.level, wanted.district, wanted.unit),
        rows=wanted.rows,
    )
    delivery.write(output, [made.content], force=wanted.force)
    if not wanted.quiet:
        delivery.count_line(made.findings, lang)
    return 0


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.template")(template)
