"""The sheets that hold no figures: clauses, words, findings, commitments, details of the run."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from lifelong_learning import catalogue
from lifelong_learning.catalogue.words import word
from lifelong_learning.model.scores import Reason, Status
from lifelong_learning.reports.scorecard_xlsx.paper import FIRST_ROW, Text
from lifelong_learning.reports.view import figures, labels, targets
from lifelong_learning.reports.view.evaluation import commitment_units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lifelong_learning.model.findings import Finding, Findings
    from lifelong_learning.model.scores import CommitmentResult, UnitScore
    from lifelong_learning.reports.scorecard_xlsx.layout import Layout
    from lifelong_learning.reports.scorecard_xlsx.paper import Book, Cell

    CommitmentsOf = Callable[[UnitScore], Sequence[CommitmentResult]]
    Facts = Sequence[tuple[str, str]]

MOST_FINDINGS = 20_000
"""Findings that are listed; a sheet of more helps nobody."""


def write_clauses(book: Book, layout: Layout) -> None:
    """Write every clause with its words; figures link to these rows."""
    sheet = book.sheet(layout.names["clauses"])
    sheet.widths([14, 44, 70, 50, 44, 30])
    sheet.raw.freeze_panes(f"B{FIRST_ROW}")
    sheet.heading(layout.word("clauses_title"), layout.scorecard.plan.document.of(layout.lang))
    target = word("report.target", layout.lang)
    heads = [layout.word("clause"), target, *map(layout.word, ("quote", "formula", "remark", "id"))]
    sheet.heads(heads)
    for cells in _clauses(layout):
        sheet.row([(Text(cells[0]), "status"), *((Text(text), "wrap") for text in cells[1:])])
    sheet.printed()


def _clauses(layout: Layout) -> Iterator[tuple[str, ...]]:
    plan, lang = layout.scorecard.plan, layout.lang
    for target in plan.targets:
        source, remark = target.source, target.remark
        said = targets.formula(plan, target, lang)
        yield (
            source.clause,
            target.label.of(lang),
            source.quote,
            said,
            remark.of(lang) if remark else "",
            target.id,
        )
    for kept in plan.commitments:
        yield kept.source.clause, kept.label.of(lang), kept.source.quote, "", "", kept.id


def write_words(book: Book, layout: Layout) -> None:
    """Write the words that formulas look up by their ids."""
    sheet = book.sheet(layout.names["words"])
    sheet.widths([34, 60])
    sheet.heading(layout.word("words_title"))
    sheet.heads([layout.word("id"), layout.word("word")], 0)
    for id_, shown in _words(layout):
        sheet.row([(Text(id_), "quiet"), (Text(shown), "text")])
    sheet.colours(f"B{FIRST_ROW}:B{FIRST_ROW + len(Status) - 1}", layout.lang)
    sheet.printed()


def _words(layout: Layout) -> Iterator[tuple[str, str]]:
    plan, lang = layout.scorecard.plan, layout.lang
    for status in Status:
        yield status.value, labels.marked_status(status, lang)
    for reason in Reason:
        yield reason.value, word(f"report.{reason.value}", lang)
    yield "no_figure", word("report.no_figure", lang)
    for measure in plan.measures:
        yield measure.id, labels.reason(plan, Status.NO_DATA, measure.id, lang)


def write_commitments(book: Book, layout: Layout, commitments_of: CommitmentsOf) -> None:
    """Write how many units kept each commitment; these are counts of the evaluation, not formulas."""
    sheet = book.sheet(layout.names["commitments"])
    sheet.widths([52, 12, 12, 14, 14])
    sheet.raw.freeze_panes(f"B{FIRST_ROW}")
    sheet.heading(layout.word("commitments_title"))
    names = ("commitment", "done", "not_done", "not_said")
    heads = [*(word(f"report.{name}", layout.lang) for name in names), layout.word("clause")]
    sheet.heads(heads)
    for kept, *answers in commitment_units(layout.scorecard, commitments_of):
        place = layout.clause(kept.id)
        counts: list[Cell] = [(len(units), "count") for units in answers]
        label = Text(kept.label.of(layout.lang), place)
        sheet.row([(label, "link"), *counts, (Text(kept.source.clause, place), "link")])
    sheet.printed()


def write_findings(book: Book, layout: Layout, findings: Findings) -> None:
    """Write every finding with its place."""
    sheet = book.sheet(layout.names["findings"])
    sheet.widths([12, 9, 12, 34, 22, 9, 30, 60, 60])
    sheet.raw.freeze_panes(f"A{FIRST_ROW}")
    total = len(findings)
    note = "" if total else word("report.findings_none", layout.lang)
    sheet.heading(layout.word("findings_title"), note)
    names = ("severity", "unit", "file", "sheet", "cell", "header", "message", "remedy")
    heads = [layout.word(name) for name in names]
    heads.insert(1, word("report.code", layout.lang))
    sheet.heads(heads)
    for finding in islice(findings, MOST_FINDINGS):
        sheet.row([(Text(text), "wrap") for text in _finding(finding, layout)])
    if total > MOST_FINDINGS:
        more = figures.count(total - MOST_FINDINGS, layout.lang)
        sheet.row([(Text(layout.word("findings_more", count=more)), "note")])
    sheet.raw.autofilter(f"A{FIRST_ROW - 1}:I{max(sheet.at, FIRST_ROW)}")
    sheet.printed()


def _finding(finding: Finding, layout: Layout) -> tuple[str, ...]:
    lang = layout.lang
    return (
        word(f"report.severity_{finding.severity.value}", lang),
        finding.code,
        finding.unit or "",
        finding.file or "",
        finding.sheet or "",
        finding.cell or "",
        finding.header or "",
        catalogue.message(finding, lang),
        catalogue.remedy(finding, lang),
    )


def write_run(book: Book, layout: Layout, version: str, options: Facts, limits: Facts) -> None:
    """Write what was read, under which plan, by which program, with which options and limits."""
    sheet = book.sheet(layout.names["run"])
    sheet.widths([36, 80, 12, 12])
    sheet.heading(layout.word("run_title"))
    facts = list(_facts(layout, version))
    sections = [("", facts), (layout.word("options"), options), (layout.word("limits"), limits)]
    how = [("", layout.word(name)) for name in ("how_exact", "how_floor", "how_fixed")]
    for title, pairs in [*sections, (layout.word("how"), how)]:
        if title and pairs:
            sheet.gap()
            sheet.row([(Text(title), "section")])
        for name, value in pairs:
            sheet.row([(Text(name), "status"), (Text(value), "wrap")])
    sheet.gap()
    sheet.row([(Text(layout.word("files")), "section")])
    names = ("file", "sha256", "rows", "members")
    sheet.heads([layout.word(name) for name in names], 0)
    for file in layout.scorecard.files:
        sha = file.sha256 or layout.word("unread")
        sheet.row(
            [(Text(file.path), "wrap"), (Text(sha), "text"), (file.rows, "count"), (file.units, "count")]
        )
    sheet.printed()


def _facts(layout: Layout, version: str) -> Iterator[tuple[str, str]]:
    plan, lang = layout.scorecard.plan, layout.lang
    remark, register = plan.base_year_remark, layout.submission.register
    facts = {
        "tool": f"llplan {version}",
        "plan_id": plan.id,
        "plan_title": plan.title.of(lang),
        "plan_document": plan.document.of(lang),
        "plan_version": plan.sha256,
        "plan_base": str(plan.base_year),
        "base_remark": "" if remark is None else remark.of(lang),
        "plan_target": str(plan.target_year),
        "evaluated": layout.when(),
        "register": word("report.none", lang) if register is None else register.file,
    }
    yield from ((layout.word(name), fact) for name, fact in facts.items())
