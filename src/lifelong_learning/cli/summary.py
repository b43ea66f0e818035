"""`llplan summary`: the half-year and year-end report."""

from typing import Annotated

import typer
from msgspec import Struct

from lifelong_learning.cli import delivery
from lifelong_learning.cli.flat import flat
from lifelong_learning.cli.options import Bounds, Reading, Reporting, format_option
from lifelong_learning.cli.progress import shown


class Report(Struct, frozen=True):
    """What the report covers besides the year, who sends it and when."""

    since: Annotated[
        int | None, typer.Option("--since", metavar="Y", help="help.since", show_default=False)
    ] = None
    letterhead: Annotated[
        str | None, typer.Option("--letterhead", metavar="FILE", help="help.letterhead", show_default=False)
    ] = None
    date: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="help.date", show_default=False)
    ] = None


class Written(Reporting, frozen=True):
    """How a summary is written."""

    format: Annotated[str | None, format_option("text", "markdown", "html", "docx", "xlsx", "json")] = None


@flat
def summary(reading: Reading, bounds: Bounds, report: Report, reporting: Written) -> int:
    from lifelong_learning.api.summaries import Summary, summarise

    inputs = [*reading.paths, *([report.letterhead] if report.letterhead else [])]
    outputs = delivery.outputs_of(reporting, Summary.formats, inputs)
    options = reading.options(bounds)
    with shown(reporting) as options["progress"]:
        summary = summarise(
            reading.paths, since=report.since, letterhead=report.letterhead, date=report.date, **options
        )
    evaluation = summary.evaluation
    delivery.deliver(summary, outputs, reporting)
    delivery.findings_line(evaluation.findings, outputs, reporting)
    return delivery.exit_code(evaluation.findings, reporting, evaluation.statuses())


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.summary")(summary)
