"""Findings for the person who mends the cells: by file and sheet, worst first, each fault once."""

from __future__ import annotations

from io import StringIO
from itertools import groupby
from typing import TYPE_CHECKING

from lifelong_learning import catalogue
from lifelong_learning.catalogue.words import word
from lifelong_learning.model.findings import Severity
from lifelong_learning.reports.checks.gathered import Entry, gathered, said
from lifelong_learning.reports.checks.inert import inert
from lifelong_learning.reports.checks.places import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.checks.report import CheckReport

LEAST_WIDTH = 40
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_Spans = list[tuple[str, str]]


def render(report: CheckReport, lang: Lang, *, width: int = 80, colour: bool = False) -> bytes:
    """Return the whole text, no line wider than `width` columns (40 at least)."""
    return b"".join(stream(report, lang, width=width, colour=colour))


def stream(report: CheckReport, lang: Lang, *, width: int = 80, colour: bool = False) -> Iterator[bytes]:
    """Yield the text, the findings of one sheet to a piece, and last the counts and the verdict."""
    page = _Page(max(width, LEAST_WIDTH), colour)
    entries = gathered(report.findings)
    for file, of_file in groupby(entries, key=lambda entry: entry.first.file):
        name = word("check.no_file", lang) if file is None else inert(file)
        page.put(0, [(name, "bold")])
        for sheet, of_sheet in groupby(of_file, key=lambda entry: entry.first.sheet):
            if sheet is not None:
                page.put(2, [(inert(sheet), "italic")])
            for entry in of_sheet:
                _entry(page, entry, lang)
            yield page.take()
        page.put(0, [])
    _closing(page, report, entries, lang)
    yield page.take()


def _entry(page: _Page, entry: Entry, lang: Lang) -> None:
    finding = entry.first
    severity = word(f"check.{finding.severity.value}", lang)
    heading: _Spans = [(severity, STYLES[finding.severity]), ("  " + finding.code, "")]
    place = inert(places(entry, lang))
    if place:
        heading.append(("  " + place, "bold"))
    if finding.header:
        heading.append(("  " + inert(finding.header), "dim"))
    page.put(4, heading)
    for message in said(entry, lambda one: catalogue.message(one, lang)):
        page.put(6, [(inert(message), "")])
    for remedy in said(entry, lambda one: catalogue.remedy(one, lang)):
        if remedy:
            page.put(6, [(word("check.remedy", lang, remedy=inert(remedy)), "")])


def _closing(page: _Page, report: CheckReport, entries: list[Entry], lang: Lang) -> None:
    counts = {severity.value: count for severity, count in report.findings.counts().items()}
    wrong = {entry.first.file for entry in entries if entry.first.severity is Severity.ERROR}
    faulty = sum(info.path in wrong for info in report.files)
    totals = word("check.counts", lang, files=len(report.files), faulty=faulty, **counts)
    worst = next((severity for severity in ("error", "warning") if counts[severity]), "sound")
    style = {"error": STYLES[Severity.ERROR], "warning": STYLES[Severity.WARNING]}.get(worst, "green")
    page.put(0, [(totals + " ", ""), (word(f"check.verdict_{worst}", lang), style)])


class _Page:
    """Lines of text, wrapped by the width that characters have on a terminal."""

    def __init__(self, width: int, colour: bool) -> None:
        self._width = width
        self._sink = StringIO()
        self._console = _console(self._sink, width, colour)

    def put(self, indent: int, spans: _Spans) -> None:
        """Add a paragraph of styled spans; further lines stand under the first."""
        from rich.text import Text

        text = Text.assemble(*spans)
        for line in text.wrap(self._console, self._width - indent) or [Text()]:
            line.rstrip()
            self._console.print(Text(" " * indent if line.plain else "") + line, soft_wrap=True)

    def take(self) -> bytes:
        """Return what was added since the last time."""
        taken = self._sink.getvalue()
        self._sink.seek(0)
        self._sink.truncate()
        return taken.encode()


def _console(sink: StringIO, width: int, colour: bool) -> Console:
    """Return a console that asks neither the terminal nor the environment anything."""
    from rich.console import Console

    return Console(
        file=sink,
        width=width,
        color_system="standard" if colour else None,
        force_terminal=colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        no_color=False,
        _environ={},
    )
