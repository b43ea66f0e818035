"""What `check` and `explain` say: every fault under its file and sheet; what a code means."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.findings import Severity
from lifelong_learning.model.status import Status
from lifelong_learning.reports.checks.report import CheckReport, workbooks
from lifelong_learning.reports.document.blocks import (
    Document,
    Item,
    Pair,
    Pairs,
    Paragraph,
    Phrase,
    Section,
    Table,
    TableCell,
    TableColumn,
    table_rows,
)
from lifelong_learning.reports.view import faults, labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lifelong_learning.catalogue import Entry as CodeEntry
    from lifelong_learning.catalogue import Wording
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import Block, Tone


def document(report: CheckReport, lang: Lang) -> Document:
    """Return the faults by file and sheet, the gravest first, and last the counts and the verdict."""
    found = faults.gathered(report.findings)
    sections = tuple(_sections(found, lang))
    return Document(lang, "", (), sections, tuple(_foot(report, found, lang)), outline=True)


def explained(code: CodeEntry, lang: Lang) -> Document:
    """Return title, severity, explanation, and every wording with its remedy; places stand as {name}."""
    shown = f"{word('target.severity', lang)}: {faults.severity(code.severity, lang)}"
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
            TableCell(faults.severity(code.severity, lang), code.severity),
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


def _sections(found: Sequence[faults.GatheredFault], lang: Lang) -> Iterator[Section]:
    """Yield a file with what stands at it, then each of its sheets."""
    for file, of_file in groupby(found, key=lambda fault: fault.first.file):
        sheets = {None: (), **{s: tuple(f) for s, f in groupby(of_file, key=lambda fault: fault.first.sheet)}}
        name = word("check.no_file", lang) if file is None else file
        for sheet, at_sheet in sheets.items():
            items = tuple(_item(fault, lang) for fault in at_sheet)
            yield Section(name, 1, items) if sheet is None else Section(sheet, 2, items)


def _item(fault: faults.GatheredFault, lang: Lang) -> Item:
    first = fault.first
    head = [Phrase(word(f"check.{first.severity.value}", lang), first.severity), Phrase(f"  {first.code}")]
    head += [Phrase(f"  {place}", "strong")] if (place := faults.places(fault, lang)) else []
    head += [Phrase(f"  {first.header}", "quiet")] if first.header else []
    remedies = (word("check.remedy", lang, remedy=remedy) for remedy in faults.remedies(fault, lang))
    return Item(tuple(head), tuple(map(Phrase, (*faults.messages(fault, lang), *remedies))))


def _foot(report: CheckReport, found: Sequence[faults.GatheredFault], lang: Lang) -> Iterator[Paragraph]:
    """Yield counts and verdict, what was left out, and of several workbooks how many are sound."""
    yield _closing(report, found, lang)
    if report.ignored or report.known:
        yield Paragraph(word("check.selection", lang, ignored=report.ignored, known=report.known))
    if report.many:
        yield Paragraph(word("check.workbooks", lang, **workbooks(report)))


def _closing(report: CheckReport, found: Sequence[faults.GatheredFault], lang: Lang) -> Paragraph:
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
        texts.append(("severity", Phrase(faults.severity(wording.severity, lang), wording.severity)))
    return Pairs(tuple(Pair(word(f"target.{name}", lang), ((phrase,),)) for name, phrase in texts))
