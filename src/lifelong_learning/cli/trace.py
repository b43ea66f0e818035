"""`llplan trace`: one verdict as arithmetic, from its cells to its clause."""

from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from lifelong_learning.cli import delivery, language
from lifelong_learning.cli.flat import flat
from lifelong_learning.cli.options import Reading, Reporting, complete_target
from lifelong_learning.cli.progress import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.app.outputs import Output
    from lifelong_learning.model.plan import Lang

FORMATS = ("text", "json")


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


@flat
def trace(reading: Reading, subject: Subject, reporting: Reporting) -> int:
    from lifelong_learning.app.evaluating import evaluate, units_to_trace
    from lifelong_learning.app.verdicts import occurred
    from lifelong_learning.errors import UsageError
    from lifelong_learning.reports.trace import document

    if not reading.unit:
        raise UsageError("unit_wanted")
    outputs = delivery.outputs_of(reporting, FORMATS, reading.paths)
    with shown(reporting, language.for_people(reporting.lang)) as progress:
        evaluation = evaluate(reading.request(progress=progress))
    units = units_to_trace(evaluation, subject.target)

    def render(output: "Output", lang: "Lang") -> "Iterable[bytes]":
        return document(
            output.format,
            evaluation.scorecard,
            units,
            evaluation.evidence.inputs,
            lang=lang,
            width=delivery.width_of(output),
            colour=delivery.coloured(output),
        )

    delivery.deliver(outputs, reporting, render)
    delivery.findings_line(evaluation.findings, outputs, reporting)
    return delivery.exit_code(evaluation.findings, reporting, occurred(evaluation))


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.trace")(trace)
