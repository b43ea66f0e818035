"""`llplan template`, `collect`, `sample`: workbooks that units fill in, and those that come along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.api.request import FORMS_BY, OPTIONS, Option
from lifelong_learning.catalogue.words import word
from lifelong_learning.cli import delivery
from lifelong_learning.cli.parameters import Command, app_of, reading, reporting
from lifelong_learning.cli.screen import for_people, say
from lifelong_learning.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer import Typer

    from lifelong_learning.api.request import Request
    from lifelong_learning.cli.parameters import Reporting

_WORKBOOK = Option("workbook", ("--output", "-o"), "PATH", required=True)


def template(
    request: Request,
    reporting: Reporting,
    workbook: str | None,
    earlier: list[str] | None,
    rows: int | None,
    split: str | None,
    by: str | None,
) -> None:
    """Make the form that units fill in, empty or with what is known; or one for each of them."""
    if (workbook is None) == (split is None):
        raise UsageError("form_place_wanted")
    if by is not None and split is None:
        raise UsageError("form_by_alone")
    asked = replace(request, paths=tuple(earlier or ()))
    if split is None:
        _one_form(asked, reporting, workbook or "", rows)
    else:
        _many_forms(asked, reporting, split, rows or 0, by or "unit")


def _with_register(paths: Sequence[str], request: Request) -> list[str]:
    """Return the files that are read: those of some paths, and the register."""
    return [*paths, *([request.register] if request.register else ())]


def _one_form(request: Request, reporting: Reporting, workbook: str, rows: int | None) -> None:
    from lifelong_learning.api.forms import form_of

    lang = for_people(reporting.lang)
    inputs = _with_register(request.paths, request)
    output = delivery.workbook_of(workbook, inputs, force=reporting.force)
    made = form_of(request, lang, rows)
    delivery.write(output, [made.content], force=reporting.force)
    if not reporting.quiet:
        delivery.count_line(made.findings, lang)


def _many_forms(request: Request, reporting: Reporting, folder: str, rows: int, by: str) -> None:
    from lifelong_learning.api.splitting import split as split_forms
    from lifelong_learning.catalogue.safe import visible

    lang, inputs = for_people(reporting.lang), _with_register(request.paths, request)
    delivery.refuse_below(folder, (), inputs, force=reporting.force)
    made = split_forms(request, lang, rows, by)
    places = {name: str(Path(folder) / name) for name in made.specs}
    delivery.refuse_below(folder, places.values(), inputs, force=reporting.force)
    for name, content in made.forms():
        delivery.write_below(places[name], content, force=reporting.force)
    if not reporting.quiet:
        delivery.count_line(made.findings, lang)
        said = word("help.form_split_done", lang, count=len(places), path=visible(folder))
        say(f"llplan: {said}\n")


def collect(request: Request, reporting: Reporting, workbook: str) -> int:
    """Put many filled forms into one workbook, on their way from clerk to province."""
    from lifelong_learning.api.collecting import collect as collected
    from lifelong_learning.api.documents import stream
    from lifelong_learning.api.submissions import find_workbooks

    inputs = _with_register(find_workbooks(request.paths), request)
    output = delivery.workbook_of(workbook, inputs, force=reporting.force)
    lang = for_people(reporting.lang)
    content, checked = collected(request, lang)
    delivery.write(output, [content], force=reporting.force)
    if not reporting.quiet:
        for chunk in stream(checked, "text", lang):
            say(chunk.decode("utf-8"))
    return delivery.exit_code(checked.findings, reporting, frozenset())


def sample(reporting: Reporting, name: str | None, to: str) -> None:
    """List the bundled files, or copy one to a folder."""
    from lifelong_learning.api import samples

    if name is None:
        delivery.write_standard_output(f"{known}\n".encode() for known in samples.names())
        return
    path = samples.copy(name, to, force=reporting.force)
    delivery.write_standard_output([f"{path}\n".encode()])


COMMANDS = {
    "template": Command(
        template,
        (
            _WORKBOOK._replace(help="form_output", required=False),
            Option("split", ("--split",), "FOLDER", help="form_split"),
            Option("by", ("--by",), "unit|commune|district", known=FORMS_BY, closed=True, help="form_by"),
            *reading("plan"),
            *reporting("lang"),
            *reading("filters.kinds", "filters.levels", "filters.districts", "filters.units", "register"),
            OPTIONS["year"]._replace(help="form_year"),
            *reading("period"),
            Option("earlier", ("--from",), "PATH", many=True, help="form_from"),
            Option("rows", ("--rows",), "N", int, least=0, most=5000, help="form_rows"),
            *reporting("force", "quiet"),
        ),
    ),
    "collect": Command(
        collect,
        (
            *reading("paths"),
            _WORKBOOK._replace(help="collect_output"),
            *reading("plan", "register", "period"),
            *reporting("lang", "force", "exit_zero", "quiet", "no_config"),
            *(option for name, option in OPTIONS.items() if name.startswith(("jobs", "limits."))),
        ),
    ),
    "sample": Command(
        sample,
        (
            Option("name", metavar="NAME", known="samples", help="sample_name"),
            Option("to", ("--to",), "FOLDER", usual=".", help="sample_to"),
            *reporting("force"),
        ),
    ),
}


def app(name: str) -> Typer:
    """Return the application of a command."""
    return app_of({name: COMMANDS[name]})
