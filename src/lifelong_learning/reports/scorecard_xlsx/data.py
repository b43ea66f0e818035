"""The data sheets: every row as it was read, with the place it was read from; formulas stand on these."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.findings import column_letters
from lifelong_learning.model.plan import MeasureType, Scope
from lifelong_learning.model.submission import INVALID, LARGEST_COUNT
from lifelong_learning.reports.scorecard_xlsx import styles
from lifelong_learning.reports.scorecard_xlsx.layout import IDENTITY
from lifelong_learning.reports.scorecard_xlsx.paper import FIRST_ROW, Text
from lifelong_learning.reports.scorecard_xlsx.verdict import number_style
from lifelong_learning.reports.view import labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.model.plan import Measure
    from lifelong_learning.model.submission import CellRef, Panel, ReportedFigure
    from lifelong_learning.reports.scorecard_xlsx.layout import DataRow, Layout
    from lifelong_learning.reports.scorecard_xlsx.paper import Book, Cell, SheetDraft

BEHIND = ("file", "sheet", "row", "note", "joined")


def write(book: Book, layout: Layout, kind: str) -> None:
    """Write the data sheet of one kind of unit."""
    sheet = book.sheet(layout.data_names[kind])
    measures = layout.measures[kind]
    sheet.widths([11, 34, 11, 18, 13, 7, 13, *[13] * len(measures), 34, 22, 7, 28, 28])
    if not layout.has_districts:
        sheet.hide(4)
    sheet.raw.freeze_panes(f"C{FIRST_ROW}")
    shown = labels.kind(layout.scorecard.plan, kind, layout.lang)
    mark = layout.word("taken_out")
    sheet.heading(
        layout.word("data_title", kind=shown),
        layout.word("data_note", mark=mark),
        _clauses(layout, kind),
    )
    sheet.row(list(_heads(layout, kind)), least=64)
    panel = layout.panel(kind)
    joined = {} if panel is None else _joined(panel, layout)
    for found in layout.data[kind]:
        assert panel is not None
        sheet.row(list(_row(layout, panel, found, joined.get(found.row, ""))))
    _guarded(sheet, [layout.scorecard.plan.measure[measure] for measure in measures], mark)
    sheet.printed()


def _heads(layout: Layout, kind: str) -> Iterator[Cell]:
    plan, lang = layout.scorecard.plan, layout.lang
    for key in ("report.code", "report.name", "report.level"):
        yield Text(word(key, lang)), "head"
    for name in ("district", "area"):
        yield Text(labels.column(plan, name, lang)), "head"
    for name in ("year", "period"):
        yield Text(layout.word(name)), "head"
    for measure in layout.measures[kind]:
        yield Text(plan.measure[measure].label.of(lang)), "head"
    for name in BEHIND:
        yield Text(layout.word(name)), "head"


def _clauses(layout: Layout, kind: str) -> list[Cell]:
    """Return above every measure the first clause that asks for it."""
    plan = layout.scorecard.plan
    asked = {kept.measure: (kept.id, kept.source.clause) for kept in reversed(plan.commitments)}
    for target in reversed(plan.targets):
        if kind in target.kinds:
            asked.update(dict.fromkeys(target.measures, (target.id, target.source.clause)))
    cells: list[Cell] = [(None, "")] * IDENTITY
    for measure in layout.measures[kind]:
        id_, clause = asked.get(measure, (None, ""))
        cells.append((Text(clause, layout.clause(id_)), "headlink") if id_ else (None, ""))
    return cells


def _row(layout: Layout, panel: Panel, found: DataRow, joined: str) -> Iterator[Cell]:
    plan, lang, row = layout.scorecard.plan, layout.lang, found.row
    level = panel.level[row]
    yield Text(found.unit.identity.code), "text"
    yield Text(panel.name[row] or ""), "wrap"
    yield Text("" if level is None else labels.level(plan, level, lang)), "text"
    yield Text(panel.district[row] or ""), "text"
    yield Text(labels.scope(plan, Scope(area=panel.area[row]), lang)), "text"
    yield found.year, "whole"
    yield Text(labels.period(plan, found.period, lang)), "text"
    for measure in layout.measures[panel.kind]:
        yield _figure(layout, panel, measure, row)
    number = bisect_right(panel.starts, row) - 1
    table = panel.tables[number]
    yield Text(table.file), "quiet"
    yield Text(table.sheet), "quiet"
    yield table.rows[row - panel.starts[number]], "whole"
    yield Text(panel.note[row] or ""), "quiet"
    yield Text(joined), "quiet"


def _figure(layout: Layout, panel: Panel, measure: str, row: int) -> Cell:
    column = panel.measures.get(measure)
    figure = -1 if column is None else column[row]
    of = layout.scorecard.plan.measure[measure]
    yes_no = of.type is MeasureType.YES_NO
    style = f"yes_no:{layout.lang}" if yes_no else number_style(of.decimals, of.unit, layout.lang)
    if figure == INVALID:
        return Text(layout.word("taken_out")), "taken"
    return (of.figure(figure) if figure >= 0 else None), style


def _joined(panel: Panel, layout: Layout) -> dict[int, str]:
    """Return by row where values stand that were joined in from another row of the unit and period."""
    found: dict[int, list[str]] = {}
    for (row, measure), place in sorted(panel.moved.items(), key=lambda item: (item[0][0], item[0][1])):
        label = layout.scorecard.plan.measure[measure].label.of(layout.lang)
        found.setdefault(row, []).append(f"{label}: {_where(place)}")
    return {row: "; ".join(places) for row, places in found.items()}


def _where(place: CellRef) -> str:
    return " › ".join((place.file, place.sheet, place.cell))


def _guarded(sheet: SheetDraft, measures: Sequence[Measure], mark: str) -> None:
    """Let only numbers with as many decimals as they may have be typed over figures, and show in colour what
    was taken out."""
    if not measures or sheet.at < FIRST_ROW:
        return
    first = IDENTITY + 1
    for decimals, alike in groupby(measures, key=lambda measure: measure.decimals):
        last = first + len(list(alike)) - 1
        cells = f"{column_letters(first)}{FIRST_ROW}:{column_letters(last)}{sheet.at}"
        sheet.raw.data_validation(cells, {**_number(f"{column_letters(first)}{FIRST_ROW}", decimals)})
        first = last + 1
    cells = f"{column_letters(IDENTITY + 1)}{FIRST_ROW}:{column_letters(IDENTITY + len(measures))}{sheet.at}"
    taken = styles.LOOKS["taken"]
    sheet.coloured(cells, mark, taken.colour, styles.TAKEN_FILL)


def _number(cell: str, decimals: int) -> dict[str, object]:
    """Return the rule of a figure of at most so many decimals."""
    if not decimals:
        whole = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": LARGEST_COUNT}
        return {**whole, "show_input": False}
    rule = f"=AND(ISNUMBER({cell}),{cell}>=0,{cell}<={LARGEST_COUNT},ROUND({cell},{decimals})={cell})"
    return {"validate": "custom", "value": rule, "show_input": False}


def write_published(book: Book, layout: Layout) -> None:
    """Write the sheet of figures that were published as percentages."""
    sheet = book.sheet(layout.names["published"])
    sheet.widths([44, 11, 16, 18, 8, 13, 12, 34, 22, 8, 30])
    if not layout.has_districts:
        sheet.hide(4)
    sheet.raw.freeze_panes(f"B{FIRST_ROW}")
    sheet.heading(layout.word("published_title"), layout.word("published_note"))
    plan, lang = layout.scorecard.plan, layout.lang
    places = [labels.column(plan, name, lang) for name in ("area", "district")]
    names = ("year", "period", "percent", "file", "sheet", "cell", "note")
    heads = [word("report.target", lang), word("report.level", lang), *places, *map(layout.word, names)]
    sheet.heads(heads, 32)
    for figure in layout.submission.reported:
        sheet.row(list(_published(layout, figure)))
    sheet.printed()


def _published(layout: Layout, figure: ReportedFigure) -> Iterator[Cell]:
    plan, lang = layout.scorecard.plan, layout.lang
    target, percent = plan.target.get(figure.target), figure.value * 100
    if target is None:
        yield Text(figure.target), "text"
    else:
        yield Text(target.label.of(lang), layout.clause(target.id)), "link"
    yield Text(labels.level(plan, figure.level, lang) if figure.level else ""), "text"
    yield Text(labels.scope(plan, Scope(area=figure.area), lang)), "text"
    yield Text(figure.district or ""), "text"
    yield figure.year, "whole"
    yield Text(labels.period(plan, figure.period, lang)), "text"
    yield percent.numerator / percent.denominator, "share"
    for text in (figure.place.file, figure.place.sheet, figure.place.cell, figure.note or ""):
        yield Text(text), "quiet"
