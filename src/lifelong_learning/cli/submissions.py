"""`llplan evaluate`, `check`, `summary`, `trace`: what is read from workbooks, and what is said of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.api.request import OPTIONS, Option
from lifelong_learning.catalogue.safe import visible
from lifelong_learning.catalogue.words import word
from lifelong_learning.cli import delivery
from lifelong_learning.cli.delivery import Output
from lifelong_learning.cli.parameters import Command, app_of, reading, written_as
from lifelong_learning.cli.screen import for_people, progress, say
from lifelong_learning.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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

    selection = Selection.of(select or (), ignore or (), baseline)
    copies = {} if annotate is None else planned(request, annotate, reporting, outputs)
    checked = selection.apply(failing(_read(request, reporting), reporting.fail_on))
    delivery.deliver(checked, outputs, reporting)
    delivery.findings_line(checked.findings, outputs, reporting)
    delivery.selection_line(checked, outputs, reporting)
    if copies:
        # Last, so that a workbook which cannot be marked is reported on all the same.
        give_back(checked, copies, reporting)
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


_SUFFIXES = (".xlsx", ".xlsm")


def planned(
    request: Request, place: str, reporting: Reporting, outputs: Sequence[Output]
) -> Mapping[str, str]:
    """Return where the copy of every workbook goes; refuse what cannot be written before any work is done."""
    from lifelong_learning.api.submissions import find_workbooks

    found = find_workbooks(request.paths)
    if "-" in found:
        raise UsageError("annotate_input")
    if _is_folder(place, len(found)):
        copies = _below(place, request.paths, found)
        delivery.refuse_below(place, copies.values(), found, force=reporting.force)
        _warn_inside(place, request.paths, reporting)
    else:
        _refuse_file(place, found)
        copies = {found[0]: place}
        delivery.refuse_existing([Output("xlsx", place)], found, force=reporting.force)
    written = {os.path.realpath(output.path) for output in outputs}
    for copy in copies.values():
        if os.path.realpath(copy) in written:
            raise UsageError("output_twice", path=copy)
    return copies


def _is_folder(place: str, count: int) -> bool:
    """Tell whether a place is a folder: one that is there, or a name that is no workbook's."""
    suffix = Path(place).suffix.lower()
    if Path(place).is_dir() or place.endswith(("/", os.sep)) or not suffix:
        return True
    return count > 1 and suffix not in _SUFFIXES


def _warn_inside(folder: str, paths: Sequence[str], reporting: Reporting) -> None:
    """Say that copies lie where the next run would read them as submissions."""
    here = Path(os.path.realpath(folder))
    searched = [Path(os.path.realpath(path)) for path in paths if Path(path).is_dir()]
    if any(here.is_relative_to(path) for path in searched) and not reporting.quiet:
        lang = for_people(reporting.lang)
        say(f"llplan: {word('usage.annotate_inside', lang, path=visible(folder))}\n")


def _refuse_file(place: str, found: Sequence[str]) -> None:
    if len(found) != 1:
        raise UsageError("annotate_one", count=len(found))
    suffix = Path(found[0]).suffix.lower()
    if Path(place).suffix.lower() != suffix:
        raise UsageError("annotate_suffix", path=found[0], suffix=suffix)


def _below(folder: str, paths: Sequence[str], found: Sequence[str]) -> dict[str, str]:
    """Return the copies by workbook: each has its name and its folders, below what the paths have in common.

    Links are not followed: a copy lies where its path says, inside the folder.
    """
    tops = [_absolute(path if Path(path).is_dir() else str(Path(path).parent)) for path in paths]
    try:
        top = os.path.commonpath(tops)
    except ValueError:  # drives of Windows, which have no folder in common
        raise UsageError("annotate_drives") from None
    return {path: str(Path(folder) / Path(_absolute(path)).relative_to(top)) for path in found}


def _absolute(path: str) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - must not resolve a link


def give_back(checked: Checked, copies: Mapping[str, str], reporting: Reporting) -> None:
    """Write the marked copies, or say of which workbooks there are none.

    UsageError where the one workbook of a run cannot be marked; of several the others are written.
    """
    from lifelong_learning.api.annotating import annotate_all
    from lifelong_learning.api.findings import messages

    lang = for_people(reporting.lang)
    for path, copy in annotate_all(checked, lang):
        if isinstance(copy, bytes):
            delivery.write_below(copies[path], copy, force=reporting.force)
        elif copy is None:
            say(f"llplan: {word('usage.annotate_unread', lang, path=visible(path))}\n")
        elif len(copies) == 1:
            raise copy
        else:
            say("".join(f"llplan: {line}\n" for line in messages(copy, lang)))
