"""A plan's targets and commitments as a document: all of them, or one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.localised import Day
from lifelong_learning.model.scores import Exact
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
    TableRow,
)
from lifelong_learning.reports.view import figures, labels, planned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.model.plan import Commitment, Lang, Plan, Target
    from lifelong_learning.model.stale import Stale

    Facts = Iterator[tuple[str, tuple[str, ...]]]

LONGEST_ID = 64


def listing(plan: Plan, lang: Lang) -> Document:
    """Return every target with its id, clause and figures, then the commitments."""
    sections = [Section(word("target.targets", lang), 1, (_targets(plan, lang),))]
    if plan.commitments:
        sections.append(Section(word("target.commitments", lang), 1, (_commitments(plan, lang),)))
    head = (Paragraph(plan.document.of(lang)),)
    return Document(lang, plan.title.of(lang), head, tuple(sections))


def detail(plan: Plan, wanted: str, lang: Lang) -> Document:
    """Return one target or commitment with all that the plan says of it; KeyError for an unknown id."""
    found: Target | Commitment
    if wanted in plan.target:
        found = plan.target[wanted]
        facts = _of_target(plan, found, lang)
    else:
        found = {commitment.id: commitment for commitment in plan.commitments}[wanted]
        facts = _of_commitment(plan, found, lang)
    verified = found.source.verified
    said = [
        ("clause", (labels.clause(found.source.clause, lang),)),
        ("quote", (f"“{found.source.quote}”",)),
        *facts,
        ("verified", () if verified is None else (Day(verified).of(lang),)),
    ]
    pairs = [Pair(word("target.id", lang), ((Phrase(found.id, "id"),),))]
    pairs += [
        Pair(word(f"target.{name}", lang), tuple((Phrase(text),) for text in texts))
        for name, texts in said
        if texts
    ]
    page = Paragraph(word("target.page", lang, page=labels.page("verdicts.md", lang)), "quiet")
    return Document(lang, found.label.of(lang), (Pairs(tuple(pairs)),), (), (page,))


def _targets(plan: Plan, lang: Lang) -> Table:
    widths = {"label": 0, "id": 0, "threshold": 30, "due": 14, "clause": 16}
    rows = []
    for target in plan.targets:
        asked, *further = planned.thresholds(plan, target, lang)
        cells = (
            TableCell(target.label.of(lang)),
            TableCell(target.id, form="id"),
            TableCell(asked, below=tuple(further)),
            TableCell(planned.due(target, lang)),
            TableCell(target.source.clause),
        )
        rows.append(TableRow(cells))
    columns = (TableColumn(word(f"target.{name}", lang), most=most) for name, most in widths.items())
    return Table("", tuple(columns), tuple(rows), above=True)


def _commitments(plan: Plan, lang: Lang) -> Table:
    widths = {"report.commitment": 0, "target.id": LONGEST_ID, "target.clause": 16}
    rows = [
        TableRow((TableCell(one.label.of(lang)), TableCell(one.id, form="id"), TableCell(one.source.clause)))
        for one in plan.commitments
    ]
    columns = (TableColumn(word(name, lang), most=most) for name, most in widths.items())
    return Table("", tuple(columns), tuple(rows))


def _of_target(plan: Plan, target: Target, lang: Lang) -> Facts:
    yield "thresholds", planned.thresholds(plan, target, lang)
    yield "due", (planned.due(target, lang),)
    yield "formula", (planned.formula(plan, target, lang),)
    yield "unit", () if target.unit is None else (target.unit.of(lang),)
    yield "measures", tuple(f"{plan.measure[m].label.of(lang)} ({m})" for m in target.measures)
    yield "applies_to", (_kinds(plan, target.kinds, lang),)
    yield "weight", (figures.decimal(Exact(target.weight.numerator, target.weight.denominator), lang),)
    yield "base_year", (str(target.base_year),)
    yield "target_year", (str(target.target_year),)
    yield "remark", planned.remarks(plan, target, lang)


def _of_commitment(plan: Plan, commitment: Commitment, lang: Lang) -> Facts:
    measure = plan.measure[commitment.measure].label.of(lang)
    yield "measures", (measure if commitment.at_least is None else f"{measure} ≥ {commitment.at_least}",)
    levels = ", ".join(labels.level(plan, level, lang) for level in commitment.levels)
    yield "applies_to", (f"{_kinds(plan, commitment.kinds, lang)}: {levels}",)


def _kinds(plan: Plan, kinds: tuple[str, ...], lang: Lang) -> str:
    return ", ".join(labels.kind(plan, kind, lang) for kind in kinds)


def stale(plan: Plan, items: Sequence[Stale], year: int, before: str | None, lang: Lang) -> Document:
    """Return what of a plan needs a look, headed by the year and the day that it was made for."""
    asked = [word("target.stale_asked", lang, plan=plan.id, year=year)]
    asked += [] if before is None else [word("target.stale_before", lang, date=Day(before).of(lang))]
    head = [Paragraph(" ".join(asked))]
    head += [] if items else [Paragraph(word("target.stale_none", lang))]
    found = []
    for one in items:
        name = Phrase(f"{one.item.id}  {one.item.label.of(lang)}", "strong")
        quote = Phrase(f"{labels.clause(one.item.source.clause, lang)}: “{one.item.source.quote}”", "quiet")
        concerns = (Phrase(planned.concern(concern, lang)) for concern in one.concerns)
        found.append(Section("", 1, (Item((name,), (quote, *concerns)),)))
    return Document(lang, "", tuple(head), tuple(found))
