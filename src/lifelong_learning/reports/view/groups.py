"""The groups of an evaluation: every target against its threshold, for the whole and for each district."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.names import collation_key
from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.reports.document.blocks import (
    Paragraph,
    Quotation,
    RowNote,
    Section,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from lifelong_learning.reports.view import figures, labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lifelong_learning.model.plan import Lang, Plan, Target
    from lifelong_learning.model.scores import GroupResult, Scorecard

CODES_SHOWN = 4


def sections(card: Scorecard, lang: Lang) -> Iterator[Section]:
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
        tuple(column(name, lang, most, right=name not in left) for name, most in widths.items()),
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


def column(name: str, lang: Lang, most: int, *, right: bool) -> TableColumn:
    """Return a column of an evaluation's tables, of at most so many cells in a terminal."""
    return TableColumn(word(f"report.{name}", lang), "right" if right else "left", most=most)
