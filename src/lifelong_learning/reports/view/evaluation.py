"""The evaluation as a document: the plan as a whole, the units, the waivers, the commitments, the faults."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.names import collation_key
from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.model.scores import Status
from lifelong_learning.reports.document.blocks import (
    Document,
    Paragraph,
    Quotation,
    RowNote,
    Section,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    Tally,
)
from lifelong_learning.reports.view import faults, figures, labels, notices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Commitment, Lang, Plan, Target
    from lifelong_learning.model.scores import (
        CommitmentResult,
        Exact,
        GroupResult,
        Result,
        Scorecard,
        UnitScore,
    )

    CommitmentsOf = Callable[[UnitScore], Sequence[CommitmentResult]]
    CommitmentUnits = tuple[Commitment, list[UnitScore], list[UnitScore], list[UnitScore]]

FAULTS_ON_SCREEN, FAULTS_ON_PAPER = 12, 100
FEW_UNITS, WORST, BEST, CODES_SHOWN = 100, 15, 5, 4
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
            *_groups(card, lang),
            *_units(card, lang),
            *_waivers(card, lang),
            *_commitments(card, commitments_of, lang),
            *faults.sections(found, faults_shown, lang),
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


def _groups(card: Scorecard, lang: Lang) -> Iterator[Section]:
    """Yield the results of the whole, then those of each district, by name."""
    districts = {group.district for group in card.groups if group.district is not None}
    for district in (None, *sorted(districts, key=collation_key)):
        groups = [group for group in card.groups if group.district == district]
        said = _group_table(card.plan, groups, lang) if groups else None
        none = Paragraph(word("report.no_groups", lang), "quiet")
        anchor = "targets" if district is None else ""
        yield Section(labels.groups(card.plan, district, lang), 1, (said or none,), anchor)


def _group_table(plan: Plan, groups: Iterable[GroupResult], lang: Lang) -> Table:
    widths = {"target": 0, "value": 12, "threshold": 14, "status": 21, "attainment": 12, "reported": 11}
    left = ("target", "status")
    return Table(
        "",
        tuple(_column(name, lang, most, right=name not in left) for name, most in widths.items()),
        tuple(_group(plan, group, lang) for group in groups),
        notes=word("report.note", lang),
        legend=word("report.groups_caption", lang),
    )


def _group(plan: Plan, group: GroupResult, lang: Lang) -> TableRow:
    target, attained, note = group.target, group.attainment, _group_note(plan, group, lang)
    return TableRow(
        (
            TableCell(_covered(plan, group, lang)),
            TableCell(figures.value(group.value, lang)),
            TableCell(figures.threshold(group.bounds, target, lang)),
            TableCell(_verdict(group, lang), group.status),
            TableCell(
                figures.attained(attained, lang),
                None if attained is None else group.status,
                attained=None if attained is None else float(attained),
            ),
            TableCell(_reported(group, lang)),
        ),
        group=target.label.of(lang),
        notes=(RowNote(note),) if note else (),
        quotation=_quotation(target, lang),
    )


def _quotation(target: Target, lang: Lang) -> Quotation:
    remark = "" if target.remark is None else target.remark.of(lang)
    return Quotation(labels.clause(target.source.clause, lang), target.source.quote, remark)


def _covered(plan: Plan, group: GroupResult, lang: Lang) -> str:
    """Return whom a result covers, and since when it grew; "" for all units."""
    parts = [labels.covers(plan, group.scope, lang)]
    if group.target.kind.grows and group.base_year is not None:
        yearly = group.target.kind is IndicatorKind.GROWTH_YEARLY
        parts.append(
            word("report.year_before", lang) if yearly else word("report.since", lang, year=group.base_year)
        )
    return ", ".join(filter(None, parts))


def _verdict(group: GroupResult, lang: Lang) -> str:
    """Return the status; of one that exceeds also by how much."""
    shown = labels.marked_status(group.status, lang)
    beyond = figures.beyond(group)
    if beyond is None:
        return shown
    return word("report.exceeded_by", lang, status=shown, excess=figures.percent(beyond, lang))


def _reported(group: GroupResult, lang: Lang) -> str:
    if group.origin == "reported" or group.members is None or group.reporting is None:
        return word("report.published", lang)
    part, whole = figures.count(group.reporting, lang), figures.count(group.members, lang)
    return word("report.of", lang, part=part, whole=whole)


def _group_note(plan: Plan, group: GroupResult, lang: Lang) -> str:
    """Return what the reader must know before quoting the figure."""
    parts = []
    if group.provisional and group.members is not None and group.reporting is not None:
        reporting, members = figures.count(group.reporting, lang), figures.count(group.members, lang)
        parts.append(word("report.provisional", lang, reporting=reporting, members=members))
    parts.append(labels.reason(plan, group.status, group.reason, lang))
    if group.left_out and group.reporting:
        codes = labels.shortened(group.left_out, CODES_SHOWN, lang)
        parts.append(word("report.left_out", lang, codes=codes))
    return "; ".join(filter(None, parts))


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
        tuple(_column(name, lang, most, right=name in right) for name, most in widths.items()),
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


def commitment_units(card: Scorecard, commitments_of: CommitmentsOf) -> list[CommitmentUnits]:
    """Return every commitment that some unit stands under, in the plan's order, and the units that kept it,
    did not, and did not say."""
    answers: dict[str, dict[bool | None, list[UnitScore]]] = {}
    for unit in card.units:
        for result in commitments_of(unit):
            given = answers.setdefault(result.commitment.id, {True: [], False: [], None: []})
            given[result.done].append(unit)
    asked = [commitment for commitment in card.plan.commitments if commitment.id in answers]
    units = [answers[commitment.id] for commitment in asked]
    return [(one, of[True], of[False], of[None]) for one, of in zip(asked, units, strict=True)]


def _commitments(card: Scorecard, commitments_of: CommitmentsOf, lang: Lang) -> Iterator[Section]:
    rows = []
    for commitment, *answers in commitment_units(card, commitments_of):
        counts = (TableCell(figures.count(len(units), lang)) for units in answers)
        rows.append(TableRow((TableCell(commitment.label.of(lang)), *counts)))
    if not rows:
        return
    widths = {"commitment": 0, "done": 10, "not_done": 10, "not_said": 12}
    columns = (_column(name, lang, most, right=most > 0) for name, most in widths.items())
    table = Table("", tuple(columns), tuple(rows), legend=word("report.commitments_caption", lang))
    yield Section(word("report.commitments", lang), 1, (table,), "commitments")


def _column(name: str, lang: Lang, most: int, *, right: bool) -> TableColumn:
    """Return a column of an evaluation's tables, of at most so many cells in a terminal."""
    return TableColumn(word(f"report.{name}", lang), "right" if right else "left", most=most)
