"""`llplan evaluate`, `check`, `summary`, `trace`: what is read from workbooks, and what is said of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.api.request import OPTIONS, Option
from lifelong_learning.cli import delivery, language
from lifelong_learning.cli.parameters import Command, app_of, reading, written_as
from lifelong_learning.cli.screen import progress, say
from lifelong_learning.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer import Typer

    from lifelong_learning.api.request import Request
    from lifelong_learning.api.submissions import Checked
    from lifelong_learning.cli.delivery import Output
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

    selection = Selection.of(select or (), ignore or (), baseline)
    marked = None if annotate is None else _to_mark(request, annotate, reporting, outputs)
    checked = selection.apply(failing(_read(request, reporting), reporting.fail_on))
    delivery.deliver(checked, outputs, reporting)
    delivery.findings_line(checked.findings, outputs, reporting)
    delivery.selection_line(checked, outputs, reporting)
    if annotate and marked:
        # Last, so that a workbook which cannot be marked is reported on all the same.
        _give_back(checked, marked, annotate, reporting)
    return delivery.exit_code(checked.findings, reporting, frozenset(checked.occurred))


def _read(request: Request, reporting: Reporting) -> Checked:
    from lifelong_learning.api.submissions import read_and_check

    with progress(reporting) as shown:
        return read_and_check(replace(request, progress=shown))


def _to_mark(request: Request, copy: str, reporting: Reporting, outputs: Sequence[Output]) -> str:
    """Return the workbook to give back with marks; refuse a copy that cannot be written."""
    from lifelong_learning.api.submissions import find_workbooks

    found = find_workbooks(request.paths)
    if len(found) != 1:
        raise UsageError("annotate_one", count=len(found))
    suffix = Path(found[0]).suffix.lower()
    if Path(copy).suffix.lower() != suffix:
        raise UsageError("annotate_suffix", path=found[0], suffix=suffix)
    if copy in [output.path for output in outputs]:
        raise UsageError("output_twice", path=copy)
    delivery.refuse_existing([delivery.Output("xlsx", copy)], found, force=reporting.force)
    return found[0]


def _give_back(checked: Checked, path: str, copy: str, reporting: Reporting) -> None:
    """Write the marked copy, or say why there is none."""
    from lifelong_learning.api.documents import write_file
    from lifelong_learning.api.forms import annotate
    from lifelong_learning.catalogue.safe import visible
    from lifelong_learning.catalogue.words import word

    lang = language.for_people(reporting.lang)
    content = annotate(checked, path, lang)
    if content is None:
        say(f"llplan: {word('usage.annotate_unread', lang, path=visible(path))}\n")
    else:
        write_file(copy, [content], force=reporting.force)


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
