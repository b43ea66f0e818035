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
    from lifelong_learning.app.request import Request
    from lifelong_learning.model.plan import Lang

FORMATS = ("text", "json", "csv", "markdown", "xlsx", "html")


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
        request = reading.request(by_district=shape.by == "district", progress=progress)
        evaluation = run(request)

    def render(output: "Output", lang: "Lang") -> "Iterable[bytes]":
        return document(evaluation, output, lang, inputs=shape.inputs, request=request)

    delivery.deliver(outputs, reporting, render)
    delivery.findings_line(evaluation.findings, outputs, reporting)
    return delivery.exit_code(evaluation.findings, reporting, occurred(evaluation))


def document(
    evaluation: "Evaluation",
    output: "Output",
    lang: "Lang",
    *,
    inputs: bool = False,
    request: "Request | None" = None,
) -> "Iterable[bytes]":
    """Return an evaluation in one format; `request` is named in the workbook that records the run."""
    if output.format in ("csv", "markdown", "html"):
        return _text(evaluation, output.format, lang)
    if output.format == "xlsx":
        return _workbook(evaluation, lang, request)
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


def _workbook(evaluation: "Evaluation", lang: "Lang", request: "Request | None") -> "Iterable[bytes]":
    from lifelong_learning._version import __version__
    from lifelong_learning.cli import facts
    from lifelong_learning.reports import scorecard_xlsx

    return [
        scorecard_xlsx.render(
            evaluation.scorecard,
            evaluation.submission,
            evaluation.findings,
            lang=lang,
            tool_version=__version__,
            commitments_of=evaluation.evidence.commitments,
            options=[] if request is None else facts.options_of(request),
            limits=[] if request is None else facts.limits_of(request),
        )
    ]


def _text(evaluation: "Evaluation", name: str, lang: "Lang") -> "Iterable[bytes]":
    from lifelong_learning._version import __version__

    card, findings, commitments_of = (
        evaluation.scorecard,
        evaluation.findings,
        evaluation.evidence.commitments,
    )
    if name == "csv":
        from lifelong_learning.reports import evaluation_csv

        return evaluation_csv.stream(card, lang)
    if name == "markdown":
        from lifelong_learning.reports import evaluation_markdown

        return [evaluation_markdown.render(card, findings, lang=lang, commitments_of=commitments_of)]
    from lifelong_learning.reports import evaluation_html

    return [
        evaluation_html.render(
            card, findings, lang=lang, tool_version=__version__, commitments_of=commitments_of
        )
    ]


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.evaluate")(evaluate)
