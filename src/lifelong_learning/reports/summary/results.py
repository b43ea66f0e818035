"""Part II of a report: the balance of all targets, then each target with its levels in a paragraph."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lifelong_learning.model.plan import Due, IndicatorKind
from lifelong_learning.model.scores import Status
from lifelong_learning.reports.document.blocks import Paragraph, Section
from lifelong_learning.reports.view import figures, labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.model.plan import Target
    from lifelong_learning.reports.summary.records import TargetRecord, Year
    from lifelong_learning.reports.summary.wording import SummaryWords


def balance(records: Sequence[TargetRecord], words: SummaryWords) -> Paragraph:
    """Return how many targets have each status, and of how many that is provisional."""
    if not records:
        return Paragraph(words.word("no_groups"))
    parts = []
    for status in Status:
        found = [record.result for record in records if record.result.status is status]
        provisional = sum(group.provisional for group in found)
        if found:
            key = "balance_provisional" if provisional else "balance_part"
            if provisional == len(found):
                key = "balance_all_provisional"
            shown = labels.status(status, words.lang)
            parts.append(words.word(key, status=shown, count=len(found), provisional=provisional))
    return Paragraph(words.word("balance", count=len(records), parts="; ".join(parts)))


def by_kind(records: Sequence[TargetRecord], words: SummaryWords) -> Iterator[Section]:
    """Yield a section for each kind of unit, in the order of the targets."""
    of_kinds: dict[tuple[str, ...], list[TargetRecord]] = {}
    for record in records:
        of_kinds.setdefault(record.result.target.kinds, []).append(record)
    for kinds, found in of_kinds.items():
        names = [labels.kind(words.plan, kind, words.lang) for kind in kinds]
        heading = words.word("s_several") if len(kinds) > 1 else words.word("s_kind", kind=names[0])
        targets = groupby(found, key=lambda record: record.result.target)
        yield Section(heading, 2, tuple(_target(target, list(levels), words) for target, levels in targets))


def _target(target: Target, records: Sequence[TargetRecord], words: SummaryWords) -> Paragraph:
    """Return a target with the outcome of each of its levels, and where it is assigned yearly, the years."""
    parts = []
    for record in records:
        scope = words.scope(record.result.scope) if len(target.scopes) > 1 else ""
        parts.append(f"{scope} {words.outcome(record)}".lstrip())
    said = words.word("target_said", target=words.label(target), parts="; ".join(parts))
    years = [_years(target, record, words) for record in records if _assigned(target, record)]
    return Paragraph(" ".join([said, *years]), "item")


def _assigned(target: Target, record: TargetRecord) -> bool:
    """Tell whether a figure is held each year against one that was assigned for that year."""
    lower = record.result.bounds.lower
    yearly = target.kind is IndicatorKind.RATIO and target.due is Due.EACH_YEAR
    told = [year for year in record.years if year.part is not None]
    percent = record.result.bounds.form != "count"
    whole = percent and lower is not None and lower.num == lower.den and not record.result.bounds.at_most
    return yearly and whole and len(told) > 1


def _years(target: Target, record: TargetRecord, words: SummaryWords) -> str:
    names = [
        " + ".join(words.plan.measure[m].label.of(words.lang) for m in measures)
        for measures in (target.numerator, target.denominator)
    ]
    years = [_year(year, words) for year in record.years if year.part is not None]
    return words.word("years", part=names[0], whole=labels.within(names[1]), years="; ".join(years))


def _year(year: Year, words: SummaryWords) -> str:
    group = year.result
    over = group.status is Status.EXCEEDED and not group.provisional
    key = "year_over" if over else "year_met" if group.status is Status.MET else "year_share"
    return words.word(
        key,
        year=year.year,
        part=year.part or 0,
        whole=year.whole or 0,
        status=words.status(group),
        value=figures.value(group.value, words.lang),
        excess=figures.optional_percent(group.excess, words.lang),
    )
