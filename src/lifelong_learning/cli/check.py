"""`llplan check`: is the submission sound? For the clerk who mends it and for CI."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from lifelong_learning.cli import delivery, language
from lifelong_learning.cli.flat import flat
from lifelong_learning.cli.options import Reading, Reporting
from lifelong_learning.cli.progress import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lifelong_learning.app.evaluating import Loaded
    from lifelong_learning.app.outputs import Output
    from lifelong_learning.model.plan import Lang


class Comparison(Struct, frozen=True):
    """What to compare the submission with."""

    against: Annotated[
        list[str] | None,
        typer.Option("--against", metavar="PATH", help="help.against", show_default=False),
    ] = None


class Returning(Struct, frozen=True):
    """What goes back to whoever sent the workbook."""

    annotate: Annotated[
        str | None,
        typer.Option("--annotate", metavar="PATH", help="help.annotate", show_default=False),
    ] = None


@flat
def check(reading: Reading, comparison: Comparison, returning: Returning, reporting: Reporting) -> int:
    from lifelong_learning.app.checking import check as run
    from lifelong_learning.reports.checks.formats import FORMATS, Screen, stream

    against = tuple(comparison.against or ())
    outputs = delivery.outputs_of(reporting, FORMATS, (*reading.paths, *against))
    marked = _to_mark(reading, returning, reporting, outputs)
    with shown(reporting, language.for_people(reporting.lang)) as progress:
        report, loaded = run(reading.request(against=against, progress=progress))

    def document(output: "Output", lang: "Lang") -> "Iterable[bytes]":
        screen = Screen(delivery.width_of(output) or 80, delivery.coloured(output))
        return stream(output.format, report, lang, screen)  # type: ignore[arg-type]

    delivery.deliver(outputs, reporting, document)
    delivery.findings_line(report.findings, outputs, reporting)
    if returning.annotate and marked:
        # Last, so that a workbook which cannot be marked is reported on all the same.
        _return(loaded, marked, returning.annotate, reporting)
    return delivery.exit_code(report.findings, reporting, _occurred(loaded, reporting))


def _to_mark(
    reading: Reading, returning: Returning, reporting: Reporting, outputs: "Sequence[Output]"
) -> str | None:
    """Return the workbook to give back with marks; refuse a copy that cannot be written."""
    if returning.annotate is None:
        return None
    from lifelong_learning.app.annotating import workbook_to_mark
    from lifelong_learning.app.outputs import Output, refuse_existing
    from lifelong_learning.errors import UsageError

    path = workbook_to_mark(reading.paths, returning.annotate)
    if returning.annotate in [output.path for output in outputs]:
        raise UsageError("output_twice", path=returning.annotate)
    refuse_existing([Output("xlsx", returning.annotate)], [path], force=reporting.force)
    return path


def _return(loaded: "Loaded", path: str, copy: str, reporting: Reporting) -> None:
    """Write the marked copy, or say why there is none."""
    from lifelong_learning.app.annotating import mark
    from lifelong_learning.app.outputs import write_file
    from lifelong_learning.catalogue.words import word
    from lifelong_learning.reports.safe import visible

    lang = language.for_people(reporting.lang)
    content = mark(loaded, path, lang)
    if content is None:
        sys.stderr.write(f"llplan: {word('usage.annotate_unread', lang, path=visible(path))}\n")
    else:
        write_file(copy, [content], force=reporting.force)


def _occurred(loaded: "Loaded", reporting: Reporting) -> dict[str, bool]:
    """Score only where `--fail-on` asks for verdicts."""
    from lifelong_learning.app.evaluating import score
    from lifelong_learning.app.verdicts import FAILING, occurred

    if any(status.value in (reporting.fail_on or ()) for status in FAILING):
        return occurred(score(loaded))
    return {}


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.check")(check)
