"""`llplan template`, `collect`, `sample`: workbooks that units fill in, and those that come along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.api.request import OPTIONS, Option
from lifelong_learning.cli import delivery, language
from lifelong_learning.cli.parameters import Command, app_of, reading, reporting
from lifelong_learning.cli.screen import say

if TYPE_CHECKING:
    from typer import Typer

    from lifelong_learning.api.request import Request
    from lifelong_learning.cli.parameters import Reporting

_WORKBOOK = Option("workbook", ("--output", "-o"), "PATH", required=True)


def template(
    request: Request, reporting: Reporting, workbook: str, earlier: list[str] | None, rows: int | None
) -> None:
    """Make the form that units fill in, empty or with what is known."""
    from lifelong_learning.api.forms import form_of

    lang = language.for_people(reporting.lang)
    inputs = [*(earlier or ()), *([request.register] if request.register else ())]
    output = delivery.workbook_of(workbook, inputs, force=reporting.force)
    made = form_of(replace(request, paths=tuple(earlier or ())), lang, rows)
    delivery.write(output, [made.content], force=reporting.force)
    if not reporting.quiet:
        delivery.count_line(made.findings, lang)


def collect(request: Request, reporting: Reporting, workbook: str) -> int:
    """Put many filled forms into one workbook, on their way from clerk to province."""
    from lifelong_learning.api.collecting import collect as collected
    from lifelong_learning.api.documents import stream
    from lifelong_learning.api.submissions import find_workbooks

    inputs = [*find_workbooks(request.paths), *([request.register] if request.register else ())]
    output = delivery.workbook_of(workbook, inputs, force=reporting.force)
    lang = language.for_people(reporting.lang)
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
            _WORKBOOK._replace(help="form_output"),
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
