"""`llplan summary`: the half-year and year-end report."""

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
    from lifelong_learning.reports.summary.source import Source

FORMATS = ("text", "markdown", "html", "docx", "xlsx", "json")


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


@flat
def summary(reading: Reading, report: Report, reporting: Reporting) -> int:
    from lifelong_learning.app.summing_up import sum_up
    from lifelong_learning.app.verdicts import occurred

    inputs = [*reading.paths, *([report.letterhead] if report.letterhead else [])]
    outputs = delivery.outputs_of(reporting, FORMATS, inputs)
    with shown(reporting, language.for_people(reporting.lang)) as progress:
        source, evaluation = sum_up(
            reading.request(progress=progress),
            since=report.since,
            letterhead=report.letterhead,
            date=report.date,
        )
    delivery.deliver(outputs, reporting, lambda output, lang: document(source, output, lang))
    delivery.findings_line(evaluation.findings, outputs, reporting)
    return delivery.exit_code(evaluation.findings, reporting, occurred(evaluation))


def document(source: "Source", output: "Output", lang: "Lang") -> "Iterable[bytes]":
    """Return a summary in one format."""
    from importlib import import_module

    from lifelong_learning._version import __version__
    from lifelong_learning.reports.summary.view import MOST_ROWS, view

    most = None if output.format in ("xlsx", "json") else MOST_ROWS
    made = view(source, lang=lang, tool_version=__version__, most=most)
    if output.format == "text":
        from lifelong_learning.reports.summary import text

        return [text.render(made, delivery.layout_of(output)).encode("utf-8")]
    if output.format == "json":
        from lifelong_learning.reports.summary import json_

        return [json_.render(made, lang=lang, tool_version=__version__)]
    module = import_module(f"lifelong_learning.reports.summary.{_MODULES[output.format]}")
    rendered: bytes = module.render(made)
    return [rendered]


_MODULES = {"markdown": "markdown", "html": "html", "docx": "docx_", "xlsx": "xlsx"}

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.summary")(summary)
