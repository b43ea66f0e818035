"""`llplan evaluate`: score every unit, judge every group."""

from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from lifelong_learning.cli import delivery, language
from lifelong_learning.cli.flat import flat
from lifelong_learning.cli.options import Reading, Reporting
from lifelong_learning.cli.progress import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.app.outputs import Output
    from lifelong_learning.model.plan import Lang


class Shape(Struct, frozen=True):
    """What an evaluation shows besides the whole."""

    by: Annotated[
        str | None,
        typer.Option("--by", metavar="district", help="help.by", show_default=False),
    ] = None
    inputs: Annotated[bool, typer.Option("--inputs", help="help.inputs")] = False


@flat
def evaluate(reading: Reading, shape: Shape, reporting: Reporting) -> int:
    from lifelong_learning.app.evaluating import evaluate as run
    from lifelong_learning.app.rendering import EVALUATION_FORMATS, chunks
    from lifelong_learning.app.verdicts import occurred
    from lifelong_learning.errors import UsageError

    if shape.by not in (None, "district"):
        raise UsageError("value_invalid", option="--by", value=shape.by, known="district")
    outputs = delivery.outputs_of(reporting, EVALUATION_FORMATS, reading.paths)
    with shown(reporting, language.for_people(reporting.lang)) as progress:
        evaluation = run(reading.request(by_district=shape.by == "district", progress=progress))

    def render(output: "Output", lang: "Lang") -> "Iterable[bytes]":
        layout = delivery.layout_of(output) if output.format == "text" else None
        return chunks(evaluation, output.format, lang, inputs=shape.inputs, layout=layout)

    delivery.deliver(outputs, reporting, render)
    delivery.findings_line(evaluation.findings, outputs, reporting)
    delivery.outlived_lines(evaluation.scorecard, outputs, reporting)
    return delivery.exit_code(evaluation.findings, reporting, occurred(evaluation))


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.evaluate")(evaluate)
