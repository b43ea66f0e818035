"""`llplan evaluate`: score every unit, judge every group."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from lifelong_learning.cli import delivery, language
from lifelong_learning.cli.flat import flat
from lifelong_learning.cli.options import Reading, Reporting
from lifelong_learning.cli.progress import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lifelong_learning.app.evaluating import Evaluation
    from lifelong_learning.app.outputs import Output
    from lifelong_learning.model.plan import Lang

FORMATS = ("text", "json")


@dataclass(frozen=True, slots=True)
class Shape:
    """What an evaluation shows besides the whole."""

    by: Annotated[
        str | None,
        typer.Option("--by", metavar="district", help="help.by", show_default=False),
    ] = None
    inputs: Annotated[bool, typer.Option("--inputs", help="help.inputs")] = False


@flat
def evaluate(reading: Reading, shape: Shape, reporting: Reporting) -> int:
    from lifelong_learning.app.evaluating import evaluate as run
    from lifelong_learning.app.verdicts import occurred
    from lifelong_learning.errors import UsageError

    if shape.by not in (None, "district"):
        raise UsageError("value_invalid", option="--by", value=shape.by, known="district")
    outputs = delivery.outputs_of(reporting, FORMATS, reading.paths)
    with shown(reporting, language.for_people(reporting.lang)) as progress:
        evaluation = run(reading.request(by_district=shape.by == "district", progress=progress))

    def render(output: "Output", lang: "Lang") -> "Iterable[bytes]":
        return document(evaluation, output, lang, inputs=shape.inputs)

    delivery.deliver(outputs, reporting, render)
    delivery.findings_line(evaluation.findings, outputs, reporting)
    return delivery.exit_code(evaluation.findings, reporting, occurred(evaluation))


def document(
    evaluation: "Evaluation", output: "Output", lang: "Lang", *, inputs: bool = False
) -> "Iterable[bytes]":
    """Return an evaluation in one format."""
    evidence = evaluation.evidence
    if output.format == "json":
        from lifelong_learning._version import __version__
        from lifelong_learning.reports import evaluation_json

        return evaluation_json.chunks(
            evaluation.scorecard,
            evaluation.findings.counts(),
            lang=lang,
            tool_version=__version__,
            commitments_of=evidence.commitments,
            inputs_of=evidence.inputs if inputs else None,
        )
    from lifelong_learning.reports.terminal import evaluation as terminal

    text = terminal.render(
        evaluation.scorecard,
        evaluation.findings,
        lang=lang,
        commitments_of=evidence.commitments,
        layout=delivery.layout_of(output),
    )
    return [text.encode("utf-8")]


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.evaluate")(evaluate)
