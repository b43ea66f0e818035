"""The units: best and weakest, improved and fallen back, commitments, misses with their explanations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.scores import Status
from lifelong_learning.reports.document.blocks import Paragraph, Table, TableCell, TableColumn, table_rows
from lifelong_learning.reports.view import faults, figures, labels, notices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.model.scores import Result, UnitScore
    from lifelong_learning.reports.document.blocks import Block
    from lifelong_learning.reports.summary.records import Miss, Records, UnitRecord
    from lifelong_learning.reports.summary.source import Source
    from lifelong_learning.reports.summary.wording import Wording

BEST = 5
MOVED = 10
NAMES_SHOWN = 8


def scores(records: Records, words: Wording, *, compared: bool) -> Iterator[tuple[str, list[Block]]]:
    """Yield a sentence without a heading, then the best and weakest of each kind, then who moved."""
    scored = sum(len(found) for _, found in records.ranked)
    apart = sum(r.before is not None and r.change is None for _, found in records.ranked for r in found)
    counts = {
        "scored": scored,
        "improved": len(records.improved),
        "fallen": len(records.fallen),
        "apart": apart,
    }
    key = "units_none" if not scored else "units_said" if compared else "units_alone"
    shown = {name: figures.count(number, words.lang) for name, number in counts.items()}
    yield "", [Paragraph(words.word(key, **shown)), Paragraph(words.word("units_note"), "quiet")]
    for kind, found in records.ranked:
        name, sheet = labels.kind(words.plan, kind, words.lang), labels.sheet(words.plan, kind, words.lang)
        if len(found) > 2 * BEST:
            best, weakest = words.word("x_best", kind=sheet), words.word("x_weakest", kind=sheet)
            yield words.word("s_best", kind=name), [*_units(found[:BEST], words, best)]
            yield words.word("s_weakest", kind=name), [*_units(found[: -BEST - 1 : -1], words, weakest)]
        elif found:
            every = words.word("x_all", kind=sheet)
            yield words.word("s_all", kind=name), [*_units(found, words, every)]
    for heading, moved in (("improved", records.improved), ("fallen", records.fallen)):
        if moved:
            sheet = words.word(f"x_{heading}")
            more = max(0, len(moved) - MOVED)
            yield words.word(f"s_{heading}"), [*_units(moved[:MOVED], words, sheet, more)]


def _units(found: Sequence[UnitRecord], words: Wording, sheet: str, more: int = 0) -> Iterator[Block]:
    columns = (
        TableColumn(words.word("c_code"), share=13),
        TableColumn(words.word("c_unit"), share=42),
        TableColumn(words.word("c_level"), share=12),
        TableColumn(words.word("c_score"), "right", 11),
        TableColumn(words.word("c_completeness"), "right", 14),
        TableColumn(words.word("c_score_year", year=words.year - 1), "right", 14),
        TableColumn(words.word("c_score_change"), "right", 12),
    )
    rows = tuple(_unit(record, words) for record in found)
    return words.noted(Table("", columns, table_rows(rows), sheet, more))


def _unit(record: UnitRecord, words: Wording) -> tuple[TableCell, ...]:
    unit, who = record.unit, record.unit.identity
    change = words.none() if record.before is None else words.incomparable()
    if record.change is not None:
        text = figures.decimal(record.change, words.lang, 1)
        sign = "+" if record.change.num > 0 and text != "0" else ""
        change = TableCell(f"{sign}{text}", None, record.change.floored(1) / 10, "decimal")
    return (
        TableCell(who.code),
        TableCell(who.name or word("report.unnamed", words.lang)),
        TableCell(labels.level(words.plan, who.level, words.lang)),
        words.score_cell(unit.score),
        words.percent_cell(unit.completeness),
        words.score_cell(record.before),
        change,
    )


def commitments(records: Records, words: Wording) -> Iterator[Block]:
    """Yield how many units kept each commitment, and which did not."""
    found = records.commitments
    if not found:
        yield Paragraph(words.word("no_commitments"))
        return
    kept = sum(bool(record.done) and not record.refused and not record.unsaid for record in found)
    yield Paragraph(words.word("commitments_said", kept=kept, count=len(found)))
    heads = ("c_done", "c_not_done", "c_not_said")
    columns = (
        TableColumn(words.word("c_commitment"), share=42),
        *(TableColumn(words.word(head), "right", 12) for head in heads),
        TableColumn(words.word("c_not_done_units"), share=36),
    )
    rows = []
    for record in found:
        codes = labels.shortened([unit.identity.code for unit in record.refused], NAMES_SHOWN, words.lang)
        counts = (record.done, len(record.refused), len(record.unsaid))
        label = TableCell(record.commitment.label.of(words.lang))
        rows.append(
            (label, *map(words.count_cell, counts), TableCell(codes or word("report.none", words.lang)))
        )
    yield Table(words.word("t_commitments"), columns, table_rows(rows), words.word("x_commitments"))


def misses(records: Records, words: Wording, most: int | None) -> Iterator[tuple[str, list[Block]]]:
    """Yield what was missed: of the whole, then by units that explain it, then by the others."""
    first: list[Block] = []
    named = [
        f"{words.name(record.result)}: {words.status(record.result)}"
        for record in records.targets
        if record.result.district is None and record.result.status in (Status.NOT_MET, Status.BEHIND)
    ]
    if named:
        first.append(Paragraph(words.word("whole_misses", targets="; ".join(named))))
    explained = [miss for miss in records.misses if miss.note]
    others = [miss for miss in records.misses if not miss.note]
    counts = {
        "units": len(records.misses),
        "count": sum(len(miss.results) for miss in records.misses),
        "explained": len(explained),
        "unexplained": len(others),
    }
    shown = {name: figures.count(number, words.lang) for name, number in counts.items()}
    first.append(Paragraph(words.word("misses_said" if records.misses else "misses_none", **shown)))
    yield "", first
    for heading, found in (("explained", explained), ("unexplained", others)):
        if found:
            yield words.word(f"s_{heading}"), [_missed(found, words, most, words.word(f"x_{heading}"))]


def waived(source: Source, words: Wording) -> Iterator[Block]:
    """Yield how many results were waived, and each with its reason; nothing where there is none."""
    lines = notices.waivers(source.scorecard, words.lang)
    if lines:
        count = figures.count(len(lines), words.lang)
        yield Paragraph(f"{word('report.waived', words.lang, count=count)}.")
    for what, why in lines:
        yield Paragraph(f"{what}: {why}", "item")


def _missed(found: Sequence[Miss], words: Wording, most: int | None, sheet: str) -> Table:
    columns = [TableColumn(words.word("c_unit"), share=30), TableColumn(words.word("c_missed"), share=52)]
    if found[0].note:
        columns.append(TableColumn(words.word("c_note"), share=36))
    rows = []
    for miss in found[:most]:
        cells = [
            TableCell(_name(miss.unit, words)),
            TableCell("; ".join(_one(result, words) for result in miss.results)),
        ]
        rows.append((*cells, TableCell(miss.note)) if miss.note else tuple(cells))
    return Table("", tuple(columns), table_rows(rows), sheet, more=len(found) - len(rows))


def _name(unit: UnitScore, words: Wording) -> str:
    return f"{unit.identity.name or word('report.unnamed', words.lang)} ({unit.identity.code})"


def _one(result: Result, words: Wording) -> str:
    said = words.word(
        "missed",
        target=result.target.label.of(words.lang),
        value=figures.value(result.value, words.lang),
        status=labels.status(result.status, words.lang),
        threshold=figures.unit_threshold(result.bounds, result.target, words.lang),
    )
    return said if result.waiver is None else words.word("missed_waived", missed=said)


def limits(source: Source, words: Wording, said: Sequence[str], most: int | None) -> Iterator[Block]:
    """Yield what limits the results: what was said before them, and the findings in the data."""
    for text in said:
        yield Paragraph(text, "item")
    remark = words.plan.base_year_remark
    if remark is not None:
        year = words.plan.base_year
        yield Paragraph(
            word("report.growth_remark", words.lang, year=year, remark=remark.of(words.lang)), "item"
        )
    found = faults.worst(source.findings)
    if not found:
        yield Paragraph(word("report.findings_none", words.lang), "item")
        return
    yield Paragraph(words.word("limits_said", totals=faults.totals(source.findings, words.lang)), "item")
    columns = (
        TableColumn(words.word("c_where"), share=38),
        TableColumn(words.word("c_message"), share=62),
        TableColumn(words.word("c_cells"), "right", 10),
    )
    rows = [
        (
            TableCell(faults.path(fault, words.lang)),
            TableCell(f"{fault.first.code}: {' '.join(faults.messages(fault, words.lang))}"),
            words.count_cell(fault.total),
        )
        for fault in found[:most]
    ]
    sheet = words.word("x_findings")
    yield Table(words.word("t_findings"), columns, table_rows(rows), sheet, more=len(found) - len(rows))
