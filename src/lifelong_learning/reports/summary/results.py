"""Parts I and II of a report: who reported, who did not, and what that means for the results; the balance
of all targets, then each target with its levels in a paragraph.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lifelong_learning.model.findings import Severity
from lifelong_learning.model.plan import Due, IndicatorKind
from lifelong_learning.model.scores import Reason, Status
from lifelong_learning.reports.document.blocks import (
    Paragraph,
    Section,
    Table,
    TableCell,
    TableColumn,
    table_rows,
)
from lifelong_learning.reports.view import figures, labels, notices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lifelong_learning.model.plan import Target
    from lifelong_learning.reports.document.blocks import Block
    from lifelong_learning.reports.summary.records import (
        Records,
        Reports,
        Source,
        TargetRecord,
        Turnout,
        Year,
    )
    from lifelong_learning.reports.summary.wording import SummaryWords


def limits(source: Source, records: Records, words: SummaryWords) -> Iterator[str]:
    """Yield, a sentence each, what limits every result that follows."""
    yield from _missing(records.reports, words)
    whole = [record.result for record in records.targets if record.result.district is None]
    counts = {
        "limit_provisional": sum(group.provisional for group in whole),
        "limit_undetermined": sum(group.reason == Reason.UNDETERMINED for group in whole),
        "limit_errors": source.findings.counts()[Severity.ERROR],
    }
    yield from (words.word(key, count=count) for key, count in counts.items() if count)
    yield from notices.notices(source.scorecard, words.lang)


def _missing(reports: Reports, words: SummaryWords) -> Iterator[str]:
    if reports.missing:
        yield words.word("limit_missing")
    if reports.silent:
        yield words.word("limit_silent", districts=", ".join(reports.silent))
    places = sum(place is not None for place, _ in reports.districts)
    if reports.silent and 2 * len(reports.silent) >= places:
        yield words.word("limit_half")
    if not reports.registered:
        yield words.word("limit_no_register")


def blocks(source: Source, records: Records, words: SummaryWords, refs: Mapping[str, str]) -> Iterator[Block]:
    """Yield who was expected, who reported and how completely, by kind of unit, who took others over, and
    what limits results."""
    reports = records.reports
    total = reports.total
    counts = {"expected": total.expected, "reported": total.reported, "complete": total.complete}
    said = [words.word(_turnout(total, missing=bool(reports.missing)), **counts)]
    if reports.missing:
        said.append(words.word("missing", count=len(reports.missing), units=words.units(reports.missing)))
    if reports.incomplete:
        units = words.units(reports.incomplete)
        said.append(words.word("incomplete", count=len(reports.incomplete), units=units))
    if records.takeovers:
        count, appendix = len({id(unit) for unit, _, _ in records.takeovers}), refs["units"]
        said.append(words.word("takeovers", count=count, appendix=appendix))
    yield Paragraph(" ".join(said))
    limiting = " ".join(limits(source, records, words))
    if limiting:
        yield Paragraph(limiting)
    if len(reports.kinds) > 1:
        kinds = ((labels.kind(words.plan, kind, words.lang), found) for kind, found in reports.kinds)
        yield _table("t_kinds", words.word("c_kind"), kinds, records, words)


def _turnout(total: Turnout, *, missing: bool) -> str:
    """Return the sentence that is true of who reported."""
    if not total.expected:
        return "turnout_nobody"
    if not total.reported:
        return "turnout_none"
    if not total.complete:
        return "turnout_incomplete"
    return "turnout" if missing else "turnout_all"


def by_district(records: Records, words: SummaryWords) -> Iterator[Block]:
    """Yield who reported by district; nothing where there is none."""
    districts = records.reports.districts
    if len(districts) > 1:
        places = ((place or words.by_district("no_district"), found) for place, found in districts)
        head = labels.column(words.plan, "district", words.lang)
        yield _table("t_districts", head, places, records, words)


def _table(
    key: str, head: str, found: Iterable[tuple[str, Turnout]], records: Records, words: SummaryWords
) -> Table:
    lines = [*found, (words.word("total"), records.reports.total)]
    counts = (words.word(f"c_{name}") for name in ("expected", "reported", "complete"))
    return Table(
        words.by_district(key),
        (TableColumn(head, share=40), *(TableColumn(count, "right", 20) for count in counts)),
        table_rows((TableCell(name), *map(words.count_cell, turnout)) for name, turnout in lines),
        words.word(f"x{key[1:]}"),
    )


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
