"""`llplan collect`: many filled forms into one workbook, on their way from clerk to province."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from lifelong_learning.app.request import DEFAULT_PLAN
from lifelong_learning.cli import language
from lifelong_learning.cli.flat import flat
from lifelong_learning.cli.options import (
    ExitZero,
    Force,
    Jobs,
    Language,
    MaxBytes,
    MaxCells,
    MaxColumns,
    MaxRows,
    MaxSheets,
    Paths,
    Period,
    PlanName,
    Quiet,
    Reading,
    Units,
)

if TYPE_CHECKING:
    from lifelong_learning.app.collecting import Gathered
    from lifelong_learning.model.plan import Lang


class Gathering(Struct, frozen=True):
    """What to collect, and where to write it."""

    paths: Paths
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="PATH", help="help.collect_output", show_default=False)
    ]
    plan: PlanName = DEFAULT_PLAN
    units: Units = None
    period: Period = "year"
    lang: Language = None
    force: Force = False
    exit_zero: ExitZero = False
    quiet: Quiet = False
    jobs: Jobs = None
    max_bytes: MaxBytes = None
    max_rows: MaxRows = None
    max_columns: MaxColumns = None
    max_cells: MaxCells = None
    max_sheets: MaxSheets = None

    def reading(self) -> Reading:
        """Return what to read, without any narrowing."""
        return Reading(
            paths=self.paths,
            plan=self.plan,
            units=self.units,
            period=self.period,
            jobs=self.jobs,
            max_bytes=self.max_bytes,
            max_rows=self.max_rows,
            max_columns=self.max_columns,
            max_cells=self.max_cells,
            max_sheets=self.max_sheets,
        )


@flat
def collect(gathering: Gathering) -> int:
    from lifelong_learning.app.collecting import collect as run
    from lifelong_learning.cli import delivery
    from lifelong_learning.model.findings import Severity
    from lifelong_learning.submission.source.discover import find_workbooks

    inputs = [*find_workbooks(gathering.paths), *([gathering.units] if gathering.units else ())]
    output = delivery.workbook_of(gathering.output, inputs, force=gathering.force)
    lang = language.for_people(gathering.lang)
    content, gathered = run(gathering.reading().request(), lang)
    delivery.write(output, [content], force=gathering.force)
    if not gathering.quiet:
        _report(gathered, lang)
    return int(gathered.findings.counts()[Severity.ERROR] > 0 and not gathering.exit_zero)


def _report(gathered: "Gathered", lang: "Lang") -> None:
    """Write the findings on standard error, as `check` words them."""
    from lifelong_learning._version import __version__
    from lifelong_learning.reports.checks.formats import Screen, stream
    from lifelong_learning.reports.checks.report import CheckReport

    report = CheckReport.of(gathered.plan, gathered.submission.files, gathered.findings, __version__)
    for chunk in stream("text", report, lang, Screen(80, False)):
        sys.stderr.write(chunk.decode("utf-8"))
    sys.stderr.flush()


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.collect")(collect)
