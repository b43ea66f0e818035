"""Findings gathered for people: the same fault down a column once, with a count and its first cells; what
check and explain say of them, under file and sheet, and what a code means.
"""

from __future__ import annotations

import heapq
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from lifelong_learning import catalogue
from lifelong_learning.catalogue.words import word
from lifelong_learning.model.findings import Severity
from lifelong_learning.model.status import Status
from lifelong_learning.reports.checks.report import CheckReport, workbooks
from lifelong_learning.reports.document.blocks import (
    Document,
    Entries,
    Item,
    ListedFinding,
    Pairs,
    Paragraph,
    Phrase,
    Section,
    Table,
    TableCell,
    TableColumn,
    table_rows,
)
from lifelong_learning.reports.view import figures, labels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lifelong_learning.catalogue import Entry as CodeEntry
    from lifelong_learning.catalogue import Wording
    from lifelong_learning.model.findings import Finding, Findings
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import Block, Tone


PLACES_SHOWN = 3
RANK = {severity: rank for rank, severity in enumerate(Severity)}
"""Errors first."""


class GatheredFault(Struct, frozen=True):
    """How often a fault occurs, and its first findings in order of row (at least one)."""

    total: int
    shown: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding that words the fault."""
        return self.shown[0]


def worst_first(finding: Finding) -> tuple[object, ...]:
    """Order within a sheet: errors, warnings, notes; then by place."""
    return (RANK[finding.severity], *finding.sort_key(), finding.variant, finding.unit or "")


def gathered(findings: Findings) -> list[GatheredFault]:
    """Return all faults, each once, by file, sheet and severity.

    Gathered are findings of one code and wording in one column of a sheet, and those of one sheet
    or file that stand at a unit and no cell. No more is kept per fault than is shown.
    """
    faults: dict[tuple[object, ...], GatheredFault] = {}
    for run in findings.runs:
        first = heapq.nsmallest(PLACES_SHOWN, range(len(run)), key=run.rows.__getitem__)
        if first:
            shown = [run.at(index) for index in first]
            _take(faults, _key(shown[0], 0), len(run), shown)
    for number, single in enumerate(findings.singles):
        _take(faults, _key(single, number), 1, [single])
    return sorted(faults.values(), key=_by_sheet)


def worst(findings: Findings) -> list[GatheredFault]:
    """Return all faults, the gravest first, then by file, sheet, row, column, code."""
    return sorted(gathered(findings), key=lambda fault: worst_first(fault.first))


def said(fault: GatheredFault, say: Callable[[Finding], str]) -> tuple[str, ...]:
    """Return what a fault says: once where it says the same of every finding that is shown, else of each
    behind its cell, so that no unit and no figure reads as that of all."""
    texts = [say(finding) for finding in fault.shown]
    if len(set(texts)) == 1:
        return (texts[0],)
    return tuple(
        text if finding.cell is None else f"{finding.cell}: {text}"
        for finding, text in zip(fault.shown, texts, strict=True)
    )


def messages(fault: GatheredFault, lang: Lang) -> tuple[str, ...]:
    """Return what is wrong."""
    return said(fault, lambda finding: catalogue.message(finding, lang))


def remedies(fault: GatheredFault, lang: Lang) -> tuple[str, ...]:
    """Return what to do; none where nothing is to be done."""
    return tuple(filter(None, said(fault, lambda finding: catalogue.remedy(finding, lang))))


def places(fault: GatheredFault, lang: Lang) -> str:
    """Return where a fault stands in its sheet: `C7`, or `C7, C8, C9, … (12 cells)`; "" where it stands at
    the sheet or file."""
    if fault.total == 1:
        return _place(fault.first, lang)
    cells = [finding.cell for finding in fault.shown if finding.cell is not None]
    named = cells or [finding.unit for finding in fault.shown if finding.unit is not None]
    shown = ", ".join(named) + (", …" if fault.total > len(named) else "")
    return word("check.cells" if cells else "check.units", lang, shown=shown, count=fault.total)


def path(fault: GatheredFault, lang: Lang) -> str:
    """Return where a fault stands, from its file down: `2024.xlsx › Thư viện › I8, I9, I20 +1 more`."""
    first = fault.first
    steps = [part for part in (first.file, first.sheet) if part is not None]
    cells = ", ".join(cell for finding in fault.shown if (cell := finding.cell) is not None)
    more = fault.total - len(fault.shown)
    shown = [cells] if cells else []
    if more > 0:
        shown.append(word("report.more", lang, count=more))
    steps += [" ".join(shown)] if shown else []
    if first.line is not None and first.column is not None:
        steps.append(word("check.line", lang, line=first.line, column=first.column))
    return " › ".join(steps)


def listed(faults: Iterable[GatheredFault], lang: Lang) -> Entries:
    """Return faults as a list with what to do about each."""
    name, where, message, remedy = (
        word(f"report.{key}", lang) for key in ("finding", "where", "message", "remedy")
    )
    entries = tuple(_entry(fault, lang) for fault in faults)
    return Entries(word("report.findings_caption", lang), (name, where, message, remedy), entries)


def totals(findings: Findings, lang: Lang) -> str:
    """Return how many findings there are of each severity: 2 errors, 1 warning."""
    counts = findings.counts()
    from lifelong_learning.reports.view import figures

    parts = [figures.counted(f"report.{severity.value}s", n, lang) for severity, n in counts.items() if n]
    return ", ".join(parts)


def severity(found: Severity, lang: Lang) -> str:
    """Return a severity in a word."""
    return word(f"report.severity_{found.value}", lang)


def _entry(fault: GatheredFault, lang: Lang) -> ListedFinding:
    first = fault.first
    name = Phrase(f"{first.code} {severity(first.severity, lang)}", first.severity)
    return ListedFinding(
        name, path(fault, lang), " ".join(messages(fault, lang)), " ".join(remedies(fault, lang))
    )


def _place(finding: Finding, lang: Lang) -> str:
    if finding.cell is not None:
        return finding.cell
    if finding.row is not None:
        return word("check.row", lang, row=finding.row)
    if finding.line is not None:
        return word("check.line", lang, line=finding.line, column=finding.column)
    return ""


def _take(
    faults: dict[tuple[object, ...], GatheredFault],
    key: tuple[object, ...],
    count: int,
    shown: Sequence[Finding],
) -> None:
    known = faults.get(key, GatheredFault(0, ()))
    first = heapq.nsmallest(PLACES_SHOWN, [*known.shown, *shown], key=worst_first)
    faults[key] = GatheredFault(known.total + count, tuple(first))


def _key(finding: Finding, number: int) -> tuple[object, ...]:
    """Return what findings of one fault have in common; `number` tells those apart that stand alone."""
    alone: object = finding.col
    if finding.cell is None:
        alone = "unit" if finding.unit is not None and finding.row is None else ("alone", number)
    return finding.file, finding.sheet, finding.code, finding.variant, finding.severity, alone


def _by_sheet(fault: GatheredFault) -> tuple[object, ...]:
    """Order by file, sheet, then worst first."""
    first = fault.first
    return (first.file or "", first.sheet or "", *worst_first(first))


def sections(found: Findings, most: int, lang: Lang) -> Iterator[Section]:
    """Yield the gravest findings, at most so many of them, and how many are left."""
    heading = word("report.findings", lang)
    entries = worst(found)
    if not entries:
        none = Paragraph(word("report.findings_none", lang), "quiet")
        yield Section(heading, 1, (none,), "findings")
        return
    said = (Paragraph(totals(found, lang)), listed(entries[:most], lang))
    yield Section(heading, 1, said, "findings")
    more = len(entries) - most
    if more > 0:
        left = word("report.findings_more", lang, count=figures.count(more, lang))
        yield Section("", 2, (Paragraph(left, "quiet"),))


def document(report: CheckReport, lang: Lang) -> Document:
    """Return the faults by file and sheet, the gravest first, and last the counts and the verdict."""
    found = gathered(report.findings)
    sections = tuple(_sections(found, lang))
    return Document(lang, "", (), sections, tuple(_foot(report, found, lang)), outline=True)


def explained(code: CodeEntry, lang: Lang) -> Document:
    """Return title, severity, explanation, and every wording with its remedy; places stand as {name}."""
    shown = f"{word('target.severity', lang)}: {severity(code.severity, lang)}"
    wordings = (_wording(code, one, lang) for one in code.variants.values())
    blocks: list[Block] = [Paragraph(code.explanation.of(lang)), *wordings]
    return Document(
        lang,
        f"{code.code} {code.title.of(lang)}",
        (Paragraph("", verdict=Phrase(shown, code.severity)),),
        tuple(Section("", 1, (block,)) for block in blocks),
        (
            Paragraph(
                word("target.page", lang, page=labels.page(f"findings.md#{code.code.lower()}", lang)), "quiet"
            ),
        ),
    )


def codes(codes: Iterable[CodeEntry], lang: Lang) -> Document:
    """Return every code with its severity and title, a line each."""
    rows = (
        (
            TableCell(code.code, form="id"),
            TableCell(severity(code.severity, lang), code.severity),
            TableCell(code.title.of(lang)),
        )
        for code in codes
    )
    columns = (
        TableColumn(word("check.code", lang), most=5),
        TableColumn(word("target.severity", lang), most=10),
        TableColumn(word("check.meaning", lang)),
    )
    table = Table("", columns, table_rows(rows))
    return Document(lang, word("check.codes", lang), (), (Section("", 1, (table,)),))


def _sections(found: Sequence[GatheredFault], lang: Lang) -> Iterator[Section]:
    """Yield a file with what stands at it, then each of its sheets."""
    for file, of_file in groupby(found, key=lambda fault: fault.first.file):
        sheets = {None: (), **{s: tuple(f) for s, f in groupby(of_file, key=lambda fault: fault.first.sheet)}}
        name = word("check.no_file", lang) if file is None else file
        for sheet, at_sheet in sheets.items():
            items = tuple(_item(fault, lang) for fault in at_sheet)
            yield Section(name, 1, items) if sheet is None else Section(sheet, 2, items)


def _item(fault: GatheredFault, lang: Lang) -> Item:
    first = fault.first
    head = [Phrase(word(f"check.{first.severity.value}", lang), first.severity), Phrase(f"  {first.code}")]
    head += [Phrase(f"  {place}", "strong")] if (place := places(fault, lang)) else []
    head += [Phrase(f"  {first.header}", "quiet")] if first.header else []
    needed = (word("check.remedy", lang, remedy=remedy) for remedy in remedies(fault, lang))
    return Item(tuple(head), tuple(map(Phrase, (*messages(fault, lang), *needed))))


def _foot(report: CheckReport, found: Sequence[GatheredFault], lang: Lang) -> Iterator[Paragraph]:
    """Yield counts and verdict, what was left out, and of several workbooks how many are sound."""
    yield _closing(report, found, lang)
    if report.ignored or report.known:
        yield Paragraph(word("check.selection", lang, ignored=report.ignored, known=report.known))
    if report.many:
        yield Paragraph(word("check.workbooks", lang, **workbooks(report)))


def _closing(report: CheckReport, found: Sequence[GatheredFault], lang: Lang) -> Paragraph:
    counts = {severity.value: count for severity, count in report.findings.counts().items()}
    wrong = {fault.first.file for fault in found if fault.first.severity is Severity.ERROR}
    faulty = sum(info.path in wrong for info in report.files)
    totals = word("check.counts", lang, files=len(report.files), faulty=faulty, **counts)
    worst: tuple[str, Tone] = ("sound", Status.MET)
    for severity in (Severity.WARNING, Severity.ERROR):
        if counts[severity.value]:
            worst = severity.value, severity
    name, tone = worst
    return Paragraph(totals, verdict=Phrase(word(f"check.verdict_{name}", lang), tone))


def _wording(code: CodeEntry, wording: Wording, lang: Lang) -> Pairs:
    texts = [("message", Phrase(wording.message.of(lang))), ("remedy", Phrase(wording.remedy.of(lang)))]
    if wording.severity is not None and wording.severity is not code.severity:
        texts.append(("severity", Phrase(severity(wording.severity, lang), wording.severity)))
    return Pairs(tuple((word(f"target.{name}", lang), ((phrase,),)) for name, phrase in texts))
