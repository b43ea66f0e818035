"""`llplan trace`: one verdict as arithmetic, from its cells to its clause."""

from typing import Annotated

import typer
from msgspec import Struct

from lifelong_learning.cli import delivery
from lifelong_learning.cli.flat import flat
from lifelong_learning.cli.options import Bounds, Reading, Reporting, complete_target, format_option
from lifelong_learning.cli.progress import shown


class Subject(Struct, frozen=True):
    """Which target to trace."""

    target: Annotated[
        str | None,
        typer.Option(
            "--target",
            metavar="ID",
            help="help.target",
            autocompletion=complete_target,
            show_default=False,
        ),
    ] = None


class Written(Reporting, frozen=True):
    """How a trace is written."""

    format: Annotated[str | None, format_option("text", "json")] = None


@flat
def trace(reading: Reading, bounds: Bounds, subject: Subject, reporting: Written) -> int:
    from lifelong_learning.api.submissions import evaluate
    from lifelong_learning.api.traces import Trace
    from lifelong_learning.api.traces import trace as run
    from lifelong_learning.errors import UsageError

    if not reading.unit:
        raise UsageError("unit_wanted")
    outputs = delivery.outputs_of(reporting, Trace.formats, reading.paths)
    options = reading.options(bounds)
    with shown(reporting) as options["progress"]:
        evaluation = evaluate(reading.paths, **options)
    delivery.deliver(run(evaluation, subject.target), outputs, reporting)
    delivery.findings_line(evaluation.findings, outputs, reporting)
    return delivery.exit_code(evaluation.findings, reporting, evaluation.statuses())


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.trace")(trace)
