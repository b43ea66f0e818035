"""Tables and charts of every target: at a glance, on the way to the target year, by year, by district."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.reports.document.blocks import (
    BarChart,
    ChartBar,
    ChartPoint,
    LineChart,
    Paragraph,
    Table,
    TableCell,
    TableColumn,
    table_rows,
)
from lifelong_learning.reports.summary.wording import GROWTH, MISSED
from lifelong_learning.reports.view import figures, labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.model.plan import Scope
    from lifelong_learning.model.scores import Exact, GroupResult
    from lifelong_learning.reports.document.blocks import Block
    from lifelong_learning.reports.summary.records import Source, TargetRecord, Year
    from lifelong_learning.reports.summary.wording import SummaryWords


def overview(records: Sequence[TargetRecord], words: SummaryWords) -> Iterator[Block]:
    """Yield the table of all targets, and what was remarked on published figures."""
    if not records:
        return
    year = words.year
    columns = (
        TableColumn(words.word("c_target"), share=40),
        TableColumn(words.word("c_threshold"), "right", 14),
        TableColumn(words.word("c_year", year=year - 1), "right", 13),
        TableColumn(words.word("c_year", year=year), "right", 13),
        TableColumn(words.word("c_change"), "right", 13),
        TableColumn(words.word("c_attained"), "right", 13),
        TableColumn(words.word("c_who"), "right", 11),
        TableColumn(words.word("c_status"), share=20),
    )
    rows = table_rows(_target(record, words) for record in records)
    yield from words.noted(Table(words.word("t_all"), columns, rows, words.word("x_all_targets")))
    for record in records:
        if record.note and record.result.status not in MISSED:
            yield Paragraph(words.word("remark", target=words.name(record.result), note=record.note), "item")


def _target(record: TargetRecord, words: SummaryWords) -> tuple[TableCell, ...]:
    group = record.result
    return (
        TableCell(words.name(group)),
        TableCell(words.threshold(group)),
        words.value_cell(record.before),
        words.value_cell(group),
        words.changed_cell(record),
        words.attained_cell(group),
        TableCell(_who(group, words)),
        words.status_cell(group),
    )


def _who(group: GroupResult, words: SummaryWords) -> str:
    if group.members is None or group.reporting is None:
        return word("report.published", words.lang)
    part, of = figures.count(group.reporting, words.lang), figures.count(group.members, words.lang)
    return word("report.of", words.lang, part=part, whole=of)


def progress(records: Sequence[TargetRecord], source: Source, words: SummaryWords) -> Iterator[Block]:
    """Yield the way to the target year in a table, every target by year where years were asked for, and
    the charts of both."""
    told = [record for record in records if _moves(record)]
    plan = words.plan
    if told:
        columns = (
            TableColumn(words.word("c_target"), share=40),
            TableColumn(words.word("c_year", year=plan.base_year), "right", 15),
            TableColumn(words.word("c_line", year=words.year), "right", 15),
            TableColumn(words.word("c_year", year=words.year), "right", 15),
            TableColumn(words.word("c_distance"), "right", 15),
            TableColumn(words.word("c_yearly"), "right", 17),
            TableColumn(words.word("c_needed"), "right", 17),
        )
        rows = table_rows(
            (TableCell(words.name(record.result)), *_progress(record, words)) for record in told
        )
        caption = words.word("t_progress", base_year=plan.base_year, year=plan.target_year)
        yield from words.noted(Table(caption, columns, rows, words.word("x_progress")))
    yield from _attained(records, words)
    if source.since is not None:
        yield from _trend(records, [year for year in source.years if year >= source.since], words)


def _attained(records: Sequence[TargetRecord], words: SummaryWords) -> Iterator[Block]:
    bars = tuple(
        ChartBar(
            words.name(group),
            figures.attained(group.attainment, words.lang),
            float(group.attainment),
            group.status,
        )
        for group in (record.result for record in records)
        if group.attainment is not None
    )
    if bars:
        yield BarChart(words.word("g_attained"), bars)


def _moves(record: TargetRecord) -> bool:
    return any((record.standing.expected, record.standing.yearly, record.standing.needed))


def _progress(record: TargetRecord, words: SummaryWords) -> tuple[TableCell, ...]:
    standing, group = record.standing, record.result
    return (
        _figure(standing.start, record, words),
        _figure(standing.expected, record, words),
        words.value_cell(group),
        *_way(record, words),
    )


def _way(record: TargetRecord, words: SummaryWords) -> tuple[TableCell, ...]:
    return (
        words.change_cell(record.distance, record.result),
        _yearly(record, words),
        TableCell(words.needed(record)),
    )


def _figure(figure: Exact | None, record: TargetRecord, words: SummaryWords) -> TableCell:
    if figure is None or record.result.bounds.form != "count":
        return words.percent_cell(figure)
    return words.figure_cell(figure, record.result)


def _yearly(record: TargetRecord, words: SummaryWords) -> TableCell:
    yearly = record.standing.yearly
    if yearly is not None and record.result.target.kind in GROWTH:
        return words.percent_cell(yearly)
    if yearly is None and record.standing.start is not None:
        return words.incomparable()
    return words.change_cell(yearly, record.result)


def _trend(records: Sequence[TargetRecord], years: Sequence[int], words: SummaryWords) -> Iterator[Block]:
    """Yield every target by year, and a chart of each that has at least two figures."""
    named = (TableColumn(str(year), "right", 12) for year in years)
    columns = (TableColumn(words.word("c_target"), share=40), *named)
    rows = table_rows(
        (TableCell(words.name(record.result)), *_by_year(record, years, words)) for record in records
    )
    yield Table(words.word("t_trend", year=years[0]), columns, rows, words.word("x_trend"))
    if any(_is_partial(year.result) for record in records for year in record.years if year.year in years):
        yield Paragraph(words.word("undrawn"), "quiet")
    for record in records:
        lines = _lines(record, years, words)
        if sum(point.size is not None for point in lines.points) > 1:
            yield lines


def _by_year(record: TargetRecord, years: Sequence[int], words: SummaryWords) -> Iterator[TableCell]:
    found = {year.year: year.result for year in record.years}
    for year in years:
        yield _in_year(found.get(year), words)


def _in_year(group: GroupResult | None, words: SummaryWords) -> TableCell:
    """Return a value, marked where not every unit entered it."""
    cell = words.value_cell(group)
    if group is None or not _is_partial(group):
        return cell
    tail = f" ({_who(group, words)})"
    return replace(cell, text=cell.text + tail, tail=cell.tail + tail)


def _is_partial(group: GroupResult) -> bool:
    """Tell whether not every unit entered a value."""
    return group.value is not None and bool(group.absent)


def _drawn(record: TargetRecord) -> Iterator[Year]:
    """Yield the years that a chart draws: of a coverage, in which a missing report would look like a fall,
    those that lack the same reports as most of them."""
    told = [year for year in record.years if year.result.value is not None]
    if record.result.target.kind is not IndicatorKind.COVERAGE:
        yield from told
        return
    lacking = [year.result.absent for year in reversed(told)]
    most = max(lacking, key=lacking.count, default=frozenset())
    yield from (year for year in told if year.result.absent == most)


def _lines(record: TargetRecord, years: Sequence[int], words: SummaryWords) -> LineChart:
    found = {year.year: year.result for year in _drawn(record)}
    points = []
    for year in years:
        group = found.get(year)
        size = None if group is None or group.value is None else float(group.value.exact)
        text = "" if group is None else figures.value(group.value, words.lang)
        points.append(ChartPoint(year, size, text))
    path = [ChartPoint(year, float(at), _figure(at, record, words).text) for year, at in record.standing.path]
    return LineChart(
        words.name(record.result),
        tuple(points),
        tuple(path),
        percent=record.result.bounds.form != "count",
        whole=record.result.target.kind is IndicatorKind.COVERAGE,
    )


def by_district(records: Sequence[TargetRecord], words: SummaryWords) -> Iterator[Block]:
    """Yield every target with its districts; nothing where there is none."""
    rows = table_rows(_district_rows(records, words))
    if not rows:
        return
    heads = [
        words.word("c_year", year=words.year - 1),
        words.word("c_year", year=words.year),
        *(words.word(f"c_{name}") for name in ("change", "distance", "yearly", "needed")),
    ]
    columns = (
        TableColumn(labels.column(words.plan, "district", words.lang), share=22),
        *(TableColumn(head, "right", 14) for head in heads),
        TableColumn(words.word("c_status"), share=20),
    )
    caption = words.by_district("t_by_district")
    yield from words.noted(Table(caption, columns, rows, words.word("x_by_district")))


def _district_rows(records: Sequence[TargetRecord], words: SummaryWords) -> Iterator[tuple[TableCell, ...]]:
    """Yield a row that names each target, in the plan's order, and its districts below."""
    found: dict[tuple[str, Scope], list[TargetRecord]] = {}
    for record in records:
        if record.result.district is not None:
            found.setdefault((record.result.target.id, record.result.scope), []).append(record)
    order = [(target.id, scoped.scope) for target in words.plan.targets for scoped in target.scopes]
    for districts in (found[key] for key in order if key in found):
        group = districts[0].result
        yield (TableCell(f"{words.name(group)}: {words.threshold(group)}"),)
        yield from (_district(record, words) for record in districts)


def _district(record: TargetRecord, words: SummaryWords) -> tuple[TableCell, ...]:
    group = record.result
    return (
        TableCell(group.district or ""),
        words.value_cell(record.before),
        words.value_cell(group),
        words.changed_cell(record),
        *_way(record, words),
        words.status_cell(group),
    )
