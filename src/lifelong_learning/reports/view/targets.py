"""What a target asks for and how its value is computed, in words; a plan's targets and commitments as a
document: all of them, or one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.localised import Day
from lifelong_learning.model.plan import Due, IndicatorKind
from lifelong_learning.model.scores import Bounds, Exact
from lifelong_learning.reports.document.blocks import (
    Document,
    Item,
    Pairs,
    Paragraph,
    Phrase,
    Section,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from lifelong_learning.reports.view import figures, labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from lifelong_learning.model.plan import Commitment, Lang, OtherFigure, Plan, Scope, Target, Threshold
    from lifelong_learning.model.stale import Concern, Stale

    Facts = Iterator[tuple[str, tuple[str, ...]]]


def thresholds(plan: Plan, target: Target, lang: Lang) -> tuple[str, ...]:
    """Return what each scope asks for, a dated figure with the year it counts from."""
    found = []
    for scoped in target.scopes:
        scope = labels.covers(plan, scoped.scope, lang)
        shown = [_threshold(target, threshold, scoped.at_most, lang) for threshold in scoped.thresholds]
        shown += [] if scoped.like is None else [_like(plan, scoped.like, scoped.at_most, lang)]
        said = "; ".join(shown) or word("target.no_threshold", lang)
        found.append(f"{scope}: {said}" if scope else said)
    return tuple(found)


def asked(target: Target, scope: Scope, year: int, lang: Lang) -> str | None:
    """Return the figure that holds in a year with those that follow, each with its year: ≥ 20% since 2025,
    then ≥ 35% by 2030. None where no other follows."""
    scoped = target.scoped(scope)
    now = scoped.in_force(year, target.due)
    if now is None or now is scoped.thresholds[-1]:
        return None
    shown = []
    for threshold in scoped.thresholds[scoped.thresholds.index(now) :]:
        figure, since = _figure(target, threshold, scoped.at_most, lang), threshold.since
        by = "by" if since == target.target_year else "from" if since is None or since > year else "since"
        shown.append(figure if since is None else word(f"target.asked_{by}", lang, figure=figure, year=since))
    return word("target.asked_then", lang, now=shown[0], later=", ".join(shown[1:]))


def _like(plan: Plan, like: OtherFigure, at_most: bool, lang: Lang) -> str:
    """Return the figure of another target that is asked for: ≥ the figure of “Visits per inhabitant”."""
    key = "report.at_most" if at_most else "report.at_least"
    return word(key, lang, figure=other_figure(plan, like, lang))


def other_figure(plan: Plan, like: OtherFigure, lang: Lang) -> str:
    """Return what the figure of another target is called, with the scope of it that is meant."""
    target, scope = plan.target[like.target], labels.scope_within(plan, like.scope, lang)
    label = target.label.of(lang)
    return word("target.other_figure", lang, target=f"{label}, {scope}" if scope else label)


def due(target: Target, lang: Lang) -> str:
    """Return when a target's thresholds must be reached."""
    if target.due is Due.EACH_YEAR:
        return word("target.due_each_year", lang)
    return word("target.due_target_year", lang, year=target.target_year)


def remarks(plan: Plan, target: Target, lang: Lang) -> tuple[str, ...]:
    """Return what the plan remarks on a target, and, where it compares two years, on its base year."""
    said = (target.remark, plan.base_year_remark if target.kind.grows else None)
    return tuple(remark.of(lang) for remark in said if remark is not None)


def concern(found: Concern, lang: Lang) -> str:
    """Return why a target or a commitment needs a look before its plan is applied."""
    return word(f"target.stale_{found.why}", lang, since=Day(found.since).of(lang))


def _threshold(target: Target, threshold: Threshold, at_most: bool, lang: Lang) -> str:
    shown = _figure(target, threshold, at_most, lang)
    if threshold.since is None:
        return shown
    return word("target.asked_from", lang, figure=shown, year=threshold.since)


def _figure(target: Target, threshold: Threshold, at_most: bool, lang: Lang) -> str:
    upper = None if threshold.upper is None else _exact(threshold.upper)
    return figures.threshold(Bounds(_exact(threshold.lower), upper, target.scale, at_most), target, lang)


def _exact(figure: Fraction) -> Exact:
    return Exact(figure.numerator, figure.denominator)


def formula(plan: Plan, target: Target, lang: Lang) -> str:
    """Return how the value of a group is computed, in words."""
    numerator = _sum(plan, target.numerator, lang)
    if target.kind is IndicatorKind.COVERAGE:
        if target.at_least is None:
            return word("target.coverage_yes", lang, numerator=numerator)
        return word("target.coverage_least", lang, numerator=numerator, least=target.at_least)
    denominator = _sum(plan, target.denominator, lang)
    if target.together is not None:
        return word(f"target.together_{target.together.value}", lang, numerator=numerator)
    said = word(f"target.{target.kind.value}", lang, numerator=numerator, denominator=denominator)
    return said if target.per in (None, 1) else f"{said} × {figures.count(target.per or 1, lang)}"


def unit_formula(plan: Plan, target: Target, lang: Lang) -> str:
    """Return how the value of one unit is computed, in words."""
    if target.together is not None:
        return _sum(plan, target.numerator, lang)
    if target.kind is not IndicatorKind.COVERAGE:
        return formula(plan, target, lang)
    numerator = _sum(plan, target.numerator, lang)
    return numerator if target.at_least is None else f"{numerator} ≥ {target.at_least}"


def _sum(plan: Plan, measures: Sequence[str], lang: Lang) -> str:
    names = " + ".join(plan.measure[measure].label.of(lang) for measure in measures)
    return f"({names})" if len(measures) > 1 else names


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
    pairs = [(word(f"target.{name}", lang), tuple((Phrase(text),) for text in texts)) for name, texts in said]
    named = (word("target.id", lang), ((Phrase(found.id, "id"),),))
    page = Paragraph(word("target.page", lang, page=labels.page("verdicts.md", lang)), "quiet")
    return Document(lang, found.label.of(lang), (Pairs((named, *pairs)),), (), (page,))


def _targets(plan: Plan, lang: Lang) -> Table:
    widths = {"label": 0, "id": 0, "threshold": 30, "due": 14, "clause": 16}
    rows = []
    for target in plan.targets:
        asked, *further = thresholds(plan, target, lang)
        cells = (
            TableCell(target.label.of(lang)),
            TableCell(target.id, form="id"),
            TableCell(asked, below=tuple(further)),
            TableCell(due(target, lang)),
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
    yield "thresholds", thresholds(plan, target, lang)
    yield "due", (due(target, lang),)
    yield "formula", (formula(plan, target, lang),)
    yield "unit", () if target.unit is None else (target.unit.of(lang),)
    yield "measures", tuple(f"{plan.measure[m].label.of(lang)} ({m})" for m in target.measures)
    yield "applies_to", (_kinds(plan, target.kinds, lang),)
    yield "weight", (figures.decimal(Exact(target.weight.numerator, target.weight.denominator), lang),)
    yield "base_year", (str(target.base_year),)
    yield "target_year", (str(target.target_year),)
    yield "remark", remarks(plan, target, lang)


def _of_commitment(plan: Plan, commitment: Commitment, lang: Lang) -> Facts:
    measure = plan.measure[commitment.measure].label.of(lang)
    yield "measures", (measure if commitment.at_least is None else f"{measure} ≥ {commitment.at_least}",)
    levels = ", ".join(labels.level(plan, level, lang) for level in commitment.levels)
    yield "applies_to", (f"{_kinds(plan, commitment.kinds, lang)}: {levels}",)


def _kinds(plan: Plan, kinds: tuple[str, ...], lang: Lang) -> str:
    return ", ".join(labels.kind(plan, kind, lang) for kind in kinds)


def stale(plan: Plan, items: Sequence[Stale], year: int, before: str | None, lang: Lang) -> Document:
    """Return what of a plan needs a look, headed by the year and the day that it was made for."""
    opening = [word("target.stale_asked", lang, plan=plan.id, year=year)]
    opening += [] if before is None else [word("target.stale_before", lang, date=Day(before).of(lang))]
    head = [Paragraph(" ".join(opening))]
    head += [] if items else [Paragraph(word("target.stale_none", lang))]
    found = []
    for one in items:
        name = Phrase(f"{one.item.id}  {one.item.label.of(lang)}", "strong")
        quote = Phrase(f"{labels.clause(one.item.source.clause, lang)}: “{one.item.source.quote}”", "quiet")
        concerns = (Phrase(concern(why, lang)) for why in one.concerns)
        found.append(Section("", 1, (Item((name,), (quote, *concerns)),)))
    return Document(lang, "", tuple(head), tuple(found))
