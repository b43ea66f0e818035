"""The plan's targets as a whole: what stands in each line, in the order of the report."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.collation import collation_key
from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.model.scores import Status
from lifelong_learning.reports.view import figures, labels

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.scores import GroupResult, Scorecard

CODES_SHOWN = 4


class GroupLine(NamedTuple):
    """One group's verdict in words. `about` says whom it covers, and since when it grew; `note` what
    the reader must know before quoting the figure."""

    about: str
    value: str
    threshold: str
    status: Status
    verdict: str
    attainment: str
    reported: str
    note: str
    provisional: bool


class TargetLines(NamedTuple):
    """All lines of one target."""

    label: str
    lines: tuple[GroupLine, ...]


class GroupTable(NamedTuple):
    """The whole submission (`district` None), or one district of it."""

    district: str | None
    targets: tuple[TargetLines, ...]


def tables(scorecard: Scorecard, lang: Lang) -> list[GroupTable]:
    """Return the table of the whole, then one for each district, by name."""
    whole = [group for group in scorecard.groups if group.district is None]
    found = [GroupTable(None, _targets(scorecard.plan, whole, lang))]
    named = {group.district for group in scorecard.groups if group.district is not None}
    districts = sorted(named, key=collation_key)
    for district in districts:
        groups = [group for group in scorecard.groups if group.district == district]
        found.append(GroupTable(district, _targets(scorecard.plan, groups, lang)))
    return found


def _targets(plan: Plan, groups: list[GroupResult], lang: Lang) -> tuple[TargetLines, ...]:
    return tuple(
        TargetLines(target.label.of(lang), tuple(line(plan, group, lang) for group in lines))
        for target, lines in groupby(groups, key=lambda group: group.target)
    )


def line(plan: Plan, group: GroupResult, lang: Lang) -> GroupLine:
    """Return one group's verdict in words."""
    return GroupLine(
        about=_about(plan, group, lang),
        value=figures.value(group.value, lang),
        threshold=figures.threshold(group.bounds, group.target, lang),
        status=group.status,
        verdict=_verdict(group, lang),
        attainment=figures.optional_percent(group.attainment, lang),
        reported=_reported(group, lang),
        note=_note(plan, group, lang),
        provisional=group.provisional,
    )


def grows(group: GroupResult) -> bool:
    """Tell whether a value compares two years."""
    return group.target.kind in (IndicatorKind.GROWTH_AVERAGE, IndicatorKind.GROWTH_YEARLY)


def _about(plan: Plan, group: GroupResult, lang: Lang) -> str:
    parts = [labels.scope(plan, group.scope, lang)]
    if grows(group) and group.base_year is not None:
        yearly = group.target.kind is IndicatorKind.GROWTH_YEARLY
        parts.append(
            word("report.year_before", lang) if yearly else word("report.since", lang, year=group.base_year)
        )
    return ", ".join(part for part in parts if part)


def _verdict(group: GroupResult, lang: Lang) -> str:
    """Return the status; of one that exceeds also by how much, which is attainment − 1."""
    shown = labels.marked_status(group.status, lang)
    if group.status is not Status.EXCEEDED or group.excess is None:
        return shown
    return word("report.exceeded_by", lang, status=shown, excess=figures.percent(group.excess, lang))


def _reported(group: GroupResult, lang: Lang) -> str:
    if group.origin == "reported" or group.members is None or group.reporting is None:
        return word("report.published", lang)
    part, whole = figures.count(group.reporting, lang), figures.count(group.members, lang)
    return word("report.of", lang, part=part, whole=whole)


def _note(plan: Plan, group: GroupResult, lang: Lang) -> str:
    parts = []
    if group.provisional and group.members is not None and group.reporting is not None:
        parts.append(
            word(
                "report.provisional",
                lang,
                reporting=figures.count(group.reporting, lang),
                members=figures.count(group.members, lang),
            )
        )
    parts.append(labels.reason(plan, group.status, group.reason, lang))
    if group.left_out and group.reporting:
        codes = labels.shortened(group.left_out, CODES_SHOWN, lang)
        parts.append(word("report.left_out", lang, codes=codes))
    return "; ".join(part for part in parts if part)
