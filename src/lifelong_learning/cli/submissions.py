"""`llplan evaluate`, `check`, `summary`, `trace`: what is read from workbooks, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.api.request import OPTIONS, Option
from lifelong_learning.cli import delivery
from lifelong_learning.cli.parameters import Command, app_of, reading, written_as
from lifelong_learning.cli.screen import progress
from lifelong_learning.errors import UsageError

if TYPE_CHECKING:
    from typer import Typer

    from lifelong_learning.api.request import Request
    from lifelong_learning.api.submissions import Checked
    from lifelong_learning.cli.parameters import Reporting


def evaluate(request: Request, reporting: Reporting, inputs: bool) -> int:
    """Score every unit, judge every group."""
    outputs = delivery.outputs_of(reporting, "evaluation", request.paths)
    from lifelong_learning.api.submissions import score

    evaluation = score(_read(request, reporting))
    delivery.deliver(evaluation, outputs, reporting, inputs=inputs)
    delivery.findings_line(evaluation.findings, outputs, reporting)
    delivery.outlived_lines(evaluation, outputs, reporting)
    return delivery.exit_code(evaluation.findings, reporting, evaluation.statuses())


def summary(
    request: Request, reporting: Reporting, since: int | None, letterhead: str | None, date: str | None
) -> int:
    """Write the half-year or year-end report."""
    inputs = [*request.paths, *([letterhead] if letterhead else [])]
    outputs = delivery.outputs_of(reporting, "summary", inputs)
    if letterhead and all(output.format == "json" for output in outputs):
        raise UsageError("letterhead_nowhere")
    from lifelong_learning.api.summaries import sum_up

    with progress(reporting) as shown:
        made = sum_up(replace(request, progress=shown), since=since, letterhead=letterhead, date=date)
    delivery.deliver(made, outputs, reporting)
    delivery.findings_line(made.evaluation.findings, outputs, reporting)
    return delivery.exit_code(made.evaluation.findings, reporting, made.evaluation.statuses())


def trace(request: Request, reporting: Reporting, target: str | None) -> int:
    """Show verdicts as arithmetic, from their cells to their clause: of a unit, or of a target's groups."""
    groups = not request.filters.units
    if groups and target is None:
        raise UsageError("unit_wanted")
    outputs = delivery.outputs_of(reporting, "trace", request.paths)
    from lifelong_learning.api.submissions import score
    from lifelong_learning.api.traces import trace as traced

    evaluation = score(_read(request, reporting))
    delivery.deliver(traced(evaluation, target, groups=groups), outputs, reporting)
    delivery.findings_line(evaluation.findings, outputs, reporting)
    return delivery.exit_code(evaluation.findings, reporting, evaluation.statuses())


def check(
    request: Request,
    reporting: Reporting,
    annotate: str | None,
    select: list[str] | None,
    ignore: list[str] | None,
    baseline: str | None,
) -> int:
    """Say whether the submission is sound, for the clerk who mends it and for CI."""
    inputs = (*request.paths, *request.against, *([baseline] if baseline else ()))
    outputs = delivery.outputs_of(reporting, "check", inputs)
    from lifelong_learning.api.selecting import Selection
    from lifelong_learning.api.submissions import failing
    from lifelong_learning.cli import returning

    selection = Selection.of(select or (), ignore or (), baseline)
    copies = {} if annotate is None else returning.planned(request, annotate, reporting, outputs)
    checked = selection.apply(failing(_read(request, reporting), reporting.fail_on))
    delivery.deliver(checked, outputs, reporting)
    delivery.findings_line(checked.findings, outputs, reporting)
    delivery.selection_line(checked, outputs, reporting)
    if copies:
        # Last, so that a workbook which cannot be marked is reported on all the same.
        returning.give_back(checked, copies, reporting)
    return delivery.exit_code(checked.findings, reporting, frozenset(checked.occurred))


def _read(request: Request, reporting: Reporting) -> Checked:
    from lifelong_learning.api.submissions import read_and_check

    with progress(reporting) as shown:
        return read_and_check(replace(request, progress=shown))


COMMANDS = {
    "evaluate": Command(
        evaluate, (*reading(), Option("inputs", ("--inputs",), kind=bool), *written_as("evaluation"))
    ),
    "check": Command(
        check,
        (
            *reading(),
            OPTIONS["against"],
            Option("annotate", ("--annotate",), "PATH"),
            Option("select", ("--select",), "CODE", many=True, known="codes"),
            Option("ignore", ("--ignore",), "CODE", many=True, known="codes"),
            Option("baseline", ("--baseline",), "FILE"),
            *written_as("check"),
        ),
    ),
    "summary": Command(
        summary,
        (
            *reading(),
            Option("since", ("--since",), "Y", int),
            Option("letterhead", ("--letterhead",), "FILE"),
            Option("date", ("--date",), "YYYY-MM-DD"),
            *written_as("summary"),
        ),
    ),
    "trace": Command(
        trace, (*reading(), Option("target", ("--target",), "ID", known="targets"), *written_as("trace"))
    ),
}


def app(name: str) -> Typer:
    """Return the application of a command."""
    return app_of({name: COMMANDS[name]})
