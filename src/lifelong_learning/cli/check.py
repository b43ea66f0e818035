"""`llplan check`: is the submission sound? For the clerk who mends it and for CI."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from lifelong_learning.cli import delivery, language
from lifelong_learning.cli.aside import say
from lifelong_learning.cli.flat import flat
from lifelong_learning.cli.options import Bounds, Reading, Reporting, format_option
from lifelong_learning.cli.progress import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.api.submissions import Checked
    from lifelong_learning.cli.outputs import Output


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


class Written(Reporting, frozen=True):
    """How what was found is written."""

    format: Annotated[str | None, format_option("text", "json", "csv", "github", "junit", "sarif")] = None


@flat
def check(
    reading: Reading, bounds: Bounds, comparison: Comparison, returning: Returning, reporting: Written
) -> int:
    from lifelong_learning.api.submissions import Checked, read_submission

    against = tuple(comparison.against or ())
    outputs = delivery.outputs_of(reporting, Checked.formats, (*reading.paths, *against))
    marked = _to_mark(reading, returning, reporting, outputs)
    options = reading.options(bounds)
    options["against"] = against
    with shown(reporting) as options["progress"]:
        checked = read_submission(reading.paths, **options)
    delivery.deliver(checked, outputs, reporting)
    delivery.findings_line(checked.findings, outputs, reporting)
    if returning.annotate and marked:
        # Last, so that a workbook which cannot be marked is reported on all the same.
        _return(checked, marked, returning.annotate, reporting)
    return delivery.exit_code(checked.findings, reporting, _statuses(checked, reporting))


def _to_mark(
    reading: Reading, returning: Returning, reporting: Reporting, outputs: "Sequence[Output]"
) -> str | None:
    """Return the workbook to give back with marks; refuse a copy that cannot be written."""
    copy = returning.annotate
    if copy is None:
        return None
    from lifelong_learning.api.submissions import find_workbooks
    from lifelong_learning.cli.outputs import Output, refuse_existing
    from lifelong_learning.errors import UsageError

    found = find_workbooks(reading.paths)
    if len(found) != 1:
        raise UsageError("annotate_one", count=len(found))
    suffix = Path(found[0]).suffix.lower()
    if Path(copy).suffix.lower() != suffix:
        raise UsageError("annotate_suffix", path=found[0], suffix=suffix)
    if copy in [output.path for output in outputs]:
        raise UsageError("output_twice", path=copy)
    refuse_existing([Output("xlsx", copy)], found, force=reporting.force)
    return found[0]


def _return(checked: "Checked", path: str, copy: str, reporting: Reporting) -> None:
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


def _statuses(checked: "Checked", reporting: Reporting) -> frozenset[str]:
    """Score only where `--fail-on` asks for verdicts."""
    if delivery.VERDICTS.isdisjoint(reporting.fail_on or ()):
        return frozenset()
    from lifelong_learning.api.submissions import score

    return score(checked).statuses()


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.check")(check)
