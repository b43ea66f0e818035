"""`llplan evaluate`: score every unit, judge every group."""

from typing import Annotated

import typer
from msgspec import Struct

from lifelong_learning.cli import delivery
from lifelong_learning.cli.flat import flat
from lifelong_learning.cli.options import Bounds, Reading, Reporting, format_option
from lifelong_learning.cli.progress import shown


class Shape(Struct, frozen=True):
    """What an evaluation shows besides the whole."""

    inputs: Annotated[bool, typer.Option("--inputs", help="help.inputs")] = False


class Written(Reporting, frozen=True):
    """How an evaluation is written."""

    format: Annotated[str | None, format_option("text", "json", "csv", "markdown", "xlsx", "html")] = None


@flat
def evaluate(reading: Reading, bounds: Bounds, shape: Shape, reporting: Written) -> int:
    from lifelong_learning.api.submissions import Evaluation
    from lifelong_learning.api.submissions import evaluate as run

    outputs = delivery.outputs_of(reporting, Evaluation.formats, reading.paths)
    options = reading.options(bounds)
    with shown(reporting) as options["progress"]:
        evaluation = run(reading.paths, **options)
    delivery.deliver(evaluation, outputs, reporting, inputs=shape.inputs)
    delivery.findings_line(evaluation.findings, outputs, reporting)
    delivery.outlived_lines(evaluation, outputs, reporting)
    return delivery.exit_code(evaluation.findings, reporting, evaluation.statuses())


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.evaluate")(evaluate)
