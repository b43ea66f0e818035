"""`llplan collect`: many filled forms into one workbook, on their way from clerk to province."""

from typing import Annotated

import typer
from msgspec import Struct

from lifelong_learning.api.request import DEFAULT_PLAN
from lifelong_learning.cli import language
from lifelong_learning.cli.aside import say
from lifelong_learning.cli.flat import flat
from lifelong_learning.cli.options import (
    Bounds,
    ExitZero,
    Force,
    Language,
    Paths,
    Period,
    PlanName,
    Quiet,
    Units,
)


class Gathering(Struct, frozen=True):
    """What to collect, and where to write it."""

    paths: Paths
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="PATH", help="help.collect_output", show_default=False)
    ]
    plan: PlanName = DEFAULT_PLAN
    units: Units = None
    period: Period = "year"
    lang: Language = None
    force: Force = False
    exit_zero: ExitZero = False
    quiet: Quiet = False


@flat
def collect(gathering: Gathering, bounds: Bounds) -> int:
    from lifelong_learning.api.documents import stream
    from lifelong_learning.api.forms import collect as run
    from lifelong_learning.api.submissions import Severity, find_workbooks
    from lifelong_learning.cli import delivery

    inputs = [*find_workbooks(gathering.paths), *([gathering.units] if gathering.units else ())]
    output = delivery.workbook_of(gathering.output, inputs, force=gathering.force)
    lang = language.for_people(gathering.lang)
    content, checked = run(
        gathering.paths,
        lang,
        plan=gathering.plan,
        period=gathering.period,
        register=gathering.units,
        limits=bounds.limits(),
        jobs=bounds.processes(),
    )
    delivery.write(output, [content], force=gathering.force)
    if not gathering.quiet:
        for chunk in stream(checked, "text", lang):
            say(chunk.decode("utf-8"))
    return int(checked.findings.counts()[Severity.ERROR] > 0 and not gathering.exit_zero)


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.collect")(collect)
