"""The evaluation as a document: the plan as a whole, the units, the waivers, the commitments, the faults."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.scores import Status
from lifelong_learning.reports.document.blocks import (
    Document,
    Paragraph,
    RowNote,
    Section,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    Tally,
)
from lifelong_learning.reports.view import faults, figures, groups, labels, notices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Commitment, Lang, Plan
    from lifelong_learning.model.scores import (
        CommitmentResult,
        Exact,
        Result,
        Scorecard,
        UnitScore,
    )

    CommitmentsOf = Callable[[UnitScore], Sequence[CommitmentResult]]

FAULTS_ON_SCREEN, FAULTS_ON_PAPER = 12, 100
FEW_UNITS, WORST, BEST = 100, 15, 5
MISSES = (Status.NOT_MET, Status.BEHIND, Status.NOT_ASSESSABLE, Status.NO_DATA)
"""What a unit misses, the gravest first."""


def document(
    card: Scorecard,
    found: Findings,
    *,
    lang: Lang,
    commitments_of: CommitmentsOf,
    faults_shown: int = FAULTS_ON_SCREEN,
    made_by: str | None = None,
) -> Document:
    """Return the whole evaluation. `made_by` is the version that a page of its own names at its foot, with
    the files that were read; such a page also says which document the plan is."""
    plan = card.plan
    when = labels.year_and_period(plan, card.year, card.period, lang)
    which = plan.id if made_by is None else plan.document.of(lang)
    remark = notices.growth_remark(card, lang)
    head = [Paragraph(f"{when} · {which} · {notices.read(card, lang)}")]
    head += [Paragraph(remark, "quiet")] if remark is not None else []
    head += [Paragraph(notice, "notice") for notice in notices.notices(card, lang)]
    head += [Paragraph(word("report.floored", lang), "quiet")] if made_by is not None else []
    return Document(
        lang,
        plan.title.of(lang),
        tuple(head),
        (
            *groups.sections(card, lang),
            *_units(card, lang),
            *_waivers(card, lang),
            *_commitments(card, commitments_of, lang),
            *_faults(found, faults_shown, lang),
        ),
        () if made_by is None else _foot(card, made_by, lang),
        name=f"{plan.title.of(lang)} · {when}",
    )


def _foot(card: Scorecard, version: str, lang: Lang) -> tuple[Paragraph, Table]:
    made = word("report.made", lang, version=version, plan=card.plan.id, sha=card.plan.sha256[:12])
    unread = word("report.unread", lang)
    rows = [
        TableRow((TableCell(file.path), TableCell(file.sha256 or unread, form="id"))) for file in card.files
    ]
    columns = (TableColumn(word("report.file", lang)), TableColumn("SHA-256"))
    return Paragraph(made), Table("", columns, tuple(rows), legend=word("report.files", lang))


def _units(card: Scorecard, lang: Lang) -> Iterator[Section]:
    """Yield all units by kind where they are few; else those with the lowest and the highest scores."""
    yield Section(word("report.units", lang), 1, tuple(_tally(card, lang)), "units")
    if len(card.units) > FEW_UNITS:
        yield from _extremes(card, lang)
        return
    for kind, units in groupby(card.units, key=lambda unit: unit.kind):
        yield _unit_section(card.plan, labels.kind(card.plan, kind, lang), units, lang)


def _tally(card: Scorecard, lang: Lang) -> Iterator[Tally]:
    counts = ((status, card.totals.get(status, 0)) for status in Status)
    said = tuple(
        (status, labels.status(status, lang), number, figures.count(number, lang))
        for status, number in counts
        if number
    )
    if said:
        yield Tally(word("report.totals", lang), said)


def _extremes(card: Scorecard, lang: Lang) -> Iterator[Section]:
    scored = [(unit.score, unit) for unit in card.units if unit.score is not None]
    ranked = [unit for _, unit in sorted(scored, key=_rank)]
    worst, best = ranked[:WORST], ranked[max(WORST, len(ranked) - BEST) :][::-1]
    total = figures.count(len(ranked), lang)
    for key, units in (("report.units_worst", worst), ("report.units_best", best)):
        if units:
            heading = word(key, lang, count=figures.count(len(units), lang), total=total)
            yield _unit_section(card.plan, heading, units, lang)
    unscored = len(card.units) - len(ranked)
    left = [figures.counted("report.unscored", unscored, lang)] if unscored else []
    rest = (Paragraph(text, "quiet") for text in (*left, word("report.units_all", lang)))
    yield Section("", 2, tuple(rest))


def _rank(pair: tuple[Exact, UnitScore]) -> tuple[float, str, str]:
    score, unit = pair
    return float(score), unit.kind, unit.identity.code


def _unit_section(plan: Plan, heading: str, units: Iterable[UnitScore], lang: Lang) -> Section:
    widths = {"code": 16, "name": 0, "level": 16, "score": 8, "completeness": 9}
    right = ("score", "completeness")
    table = Table(
        "",
        tuple(groups.column(name, lang, most, right=name in right) for name, most in widths.items()),
        tuple(_unit(plan, unit, lang) for unit in units),
        notes=word("report.misses", lang),
        legend=f"{heading}. {word('report.units_caption', lang)}",
    )
    return Section(heading, 2, (table,))


def _unit(plan: Plan, unit: UnitScore, lang: Lang) -> TableRow:
    who = unit.identity
    cells = (
        who.name or word("report.unnamed", lang),
        labels.level(plan, who.level, lang),
        figures.score(unit.score, lang),
        figures.optional_percent(unit.completeness, lang),
    )
    code = TableCell(who.code, form="code")
    return TableRow((code, *map(TableCell, cells)), notes=tuple(_misses(unit, lang)))


def _misses(unit: UnitScore, lang: Lang) -> Iterator[RowNote]:
    """Yield which targets a unit does not reach or cannot be judged on, the gravest first."""
    for status in MISSES:
        names = [_named(result, lang) for result in unit.results if result.status is status]
        if names:
            yield RowNote("; ".join(names), status, labels.status(status, lang))


def _named(result: Result, lang: Lang) -> str:
    label = result.target.label.of(lang)
    return label if result.waiver is None else word("report.waived_mark", lang, target=label)


def _waivers(card: Scorecard, lang: Lang) -> Iterator[Section]:
    items = [Paragraph(what, "item", why) for what, why in notices.waivers(card, lang)]
    if items:
        heading = word("report.waived", lang, count=figures.count(len(items), lang))
        yield Section(heading, 1, tuple(items))


def commitment_counts(
    card: Scorecard, commitments_of: CommitmentsOf
) -> list[tuple[Commitment, int, int, int]]:
    """Return every commitment that some unit stands under, in the plan's order, and how many units kept
    it, did not, and did not say."""
    tally: dict[str, dict[bool | None, int]] = {}
    for unit in card.units:
        for result in commitments_of(unit):
            answers = tally.setdefault(result.commitment.id, {True: 0, False: 0, None: 0})
            answers[result.done] += 1
    return [
        (commitment, kept[True], kept[False], kept[None])
        for commitment in card.plan.commitments
        if (kept := tally.get(commitment.id)) is not None
    ]


def _commitments(card: Scorecard, commitments_of: CommitmentsOf, lang: Lang) -> Iterator[Section]:
    rows = []
    for commitment, *numbers in commitment_counts(card, commitments_of):
        counts = (TableCell(figures.count(number, lang)) for number in numbers)
        rows.append(TableRow((TableCell(commitment.label.of(lang)), *counts)))
    if not rows:
        return
    widths = {"commitment": 0, "done": 10, "not_done": 10, "not_said": 12}
    columns = (groups.column(name, lang, most, right=most > 0) for name, most in widths.items())
    table = Table("", tuple(columns), tuple(rows), legend=word("report.commitments_caption", lang))
    yield Section(word("report.commitments", lang), 1, (table,), "commitments")


def _faults(found: Findings, most: int, lang: Lang) -> Iterator[Section]:
    heading = word("report.findings", lang)
    entries = faults.worst(found)
    if not entries:
        none = Paragraph(word("report.findings_none", lang), "quiet")
        yield Section(heading, 1, (none,), "findings")
        return
    said = (Paragraph(faults.totals(found, lang)), faults.listed(entries[:most], lang))
    yield Section(heading, 1, said, "findings")
    more = len(entries) - most
    if more > 0:
        left = word("report.findings_more", lang, count=figures.count(more, lang))
        yield Section("", 2, (Paragraph(left, "quiet"),))
