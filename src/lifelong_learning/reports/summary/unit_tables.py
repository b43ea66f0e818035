"""Tables of units: scores, by place too, commitments, what was missed with its explanation, the quality of
the data."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.names import common_end
from lifelong_learning.model.scores import VERDICTS
from lifelong_learning.reports.document.blocks import Paragraph, Table, TableCell, TableColumn, table_rows
from lifelong_learning.reports.summary.wording import REACHED
from lifelong_learning.reports.view import faults, figures, labels, notices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.model.scores import Result, UnitScore
    from lifelong_learning.model.submission import Identity
    from lifelong_learning.reports.document.blocks import Block
    from lifelong_learning.reports.summary.records import Miss, Records, Source, UnitRecord
    from lifelong_learning.reports.summary.wording import SummaryWords
    from lifelong_learning.reports.view.faults import GatheredFault

NAMES_SHOWN = 8


def scores(source: Source, records: Records, words: SummaryWords) -> Iterator[Block]:
    """Yield how many units have a score, then every unit by kind, the best first, those without a score
    last; and who took whom over."""
    yield Paragraph(_how_many_scored(source, records, words))
    ranked = dict(records.ranked)
    for kind, units in groupby(source.scorecard.units, key=lambda unit: unit.kind):
        found = ranked.get(kind, ())
        rest = (unit for unit in units if unit.score is None)
        rows = [*(_scored(record, words) for record in found), *(_unscored(unit, words) for unit in rest)]
        sheet = labels.sheet(words.plan, kind, words.lang)
        table = Table(
            labels.kind(words.plan, kind, words.lang),
            _score_columns(words),
            table_rows(rows),
            words.word("x_units", kind=sheet),
        )
        yield from words.noted(table)
    if records.takeovers:
        yield _takeovers(records, words)


def _takeovers(records: Records, words: SummaryWords) -> Table:
    columns = (
        TableColumn(words.word("c_heir"), share=35),
        TableColumn(words.word("c_taken"), share=50),
        TableColumn(words.word("c_until"), "right", 15),
    )
    rows = (
        (
            TableCell(_with_code(unit.identity, words)),
            TableCell("; ".join(_with_code(entry.identity, words) for entry in taken)),
            TableCell(str(until), None, until),
        )
        for unit, until, taken in records.takeovers
    )
    return Table(words.word("t_takeovers"), columns, table_rows(rows), words.word("x_takeovers"))


def _how_many_scored(source: Source, records: Records, words: SummaryWords) -> str:
    scored = records.scored
    apart = sum(record.before is not None and record.change is None for record in scored)
    moved = {"improved": len(records.improved), "fallen": len(records.fallen), "apart": apart}
    key = "units_none" if not scored else "units_said" if source.before is not None else "units_alone"
    return words.word(key, scored=len(scored), year=words.year - 1, **moved)


def _score_columns(words: SummaryWords) -> tuple[TableColumn, ...]:
    year = words.year
    return (
        TableColumn(words.word("c_code"), share=13),
        TableColumn(words.word("c_unit"), share=42),
        TableColumn(words.word("c_level"), share=12),
        TableColumn(words.word("c_score"), "right", 11),
        TableColumn(words.word("c_completeness"), "right", 16),
        TableColumn(words.word("c_score_year", year=year - 1), "right", 13),
        TableColumn(words.word("c_change"), "right", 12),
    )


def _scored(record: UnitRecord, words: SummaryWords) -> tuple[TableCell, ...]:
    change = words.none() if record.before is None else words.incomparable()
    if record.change is not None:
        change = words.score_change(record.change)
    return (
        *_who(record.unit, words),
        words.score_cell(record.unit.score),
        words.percent_cell(record.unit.completeness),
        words.score_cell(record.before),
        change,
    )


def _with_code(who: Identity, words: SummaryWords) -> str:
    return f"{who.name or word('report.unnamed', words.lang)} ({who.code})"


def _unscored(unit: UnitScore, words: SummaryWords) -> tuple[TableCell, ...]:
    return (*_who(unit, words), *(words.none() for _ in range(4)))


def _who(unit: UnitScore, words: SummaryWords) -> tuple[TableCell, ...]:
    who = unit.identity
    name = who.name or word("report.unnamed", words.lang)
    return TableCell(who.code), TableCell(name), TableCell(labels.level(words.plan, who.level, words.lang))


def level_name(source: Source, words: SummaryWords) -> str:
    """Return what the lowest level of the plan is called within a sentence; nothing where it has none."""
    levels = source.plan.levels
    return labels.within(levels[-1].label.of(words.lang)) if levels else ""


def by_place(source: Source, words: SummaryWords) -> Iterator[Block]:
    """Yield a table of the places of the lowest level, known by the codes of their units; nothing where
    units name their districts, where there is one place, or one kind of unit, which a table has already."""
    places = _places(source)
    there = {unit.kind for place in places for unit in place}
    kinds = [kind for kind in source.plan.kinds if kind.id in there]
    if len(places) < 2 or len(kinds) < 2:
        return
    columns = [
        TableColumn(words.word("c_code"), share=12),
        TableColumn(source.plan.levels[-1].label.of(words.lang), share=36),
    ]
    for kind in kinds:
        name = kind.label.of(words.lang)
        columns.append(TableColumn(words.word("c_kind_score", kind=name), "right", 17))
        columns.append(TableColumn(words.word("c_kind_reached", kind=name), "right", 17))
    rows = table_rows(_place(place, [kind.id for kind in kinds], words) for place in places)
    caption = words.word("t_places", place=level_name(source, words))
    yield Paragraph(words.word("places_said"))
    yield Table(caption, tuple(columns), rows, words.word("x_places"))


def _places(source: Source) -> list[list[UnitScore]]:
    """Return the units of the lowest level by their code; none where units name their districts."""
    plan, card = source.plan, source.scorecard
    if not plan.levels or plan.has_districts(card.year, card.period):
        return []
    units = [unit for unit in card.units if unit.identity.level == plan.levels[-1].id]
    return [list(found) for _, found in groupby(sorted(units, key=_code), _code)]


def _code(unit: UnitScore) -> str:
    return unit.identity.code


def _place(place: Sequence[UnitScore], kinds: Sequence[str], words: SummaryWords) -> Iterator[TableCell]:
    names = [unit.identity.name or "" for unit in place]
    yield TableCell(place[0].identity.code)
    yield TableCell(common_end(names) or names[0] or word("report.unnamed", words.lang))
    for kind in kinds:
        unit = next((unit for unit in place if unit.kind == kind), None)
        if unit is None or unit.score is None:
            yield from (words.none(), words.none())
        else:
            yield from (words.score_cell(unit.score), TableCell(_reached(unit, words)))


def _reached(unit: UnitScore, words: SummaryWords) -> str:
    judged = [result for result in unit.results if result.status in VERDICTS]
    reached = sum(result.status in REACHED for result in judged)
    part, whole = (figures.count(number, words.lang) for number in (reached, len(judged)))
    return word("report.of", words.lang, part=part, whole=whole)


def commitments(records: Records, words: SummaryWords) -> Iterator[Block]:
    """Yield how many units kept each commitment, and which did not."""
    found = records.commitments
    if not found:
        return
    kept = sum(bool(done) and not refused and not unsaid for _, done, refused, unsaid in found)
    yield Paragraph(words.word("commitments_said", kept=kept, count=len(found)))
    columns = (
        TableColumn(words.word("c_commitment"), share=42),
        *(TableColumn(words.word(f"c_{head}"), "right", 12) for head in ("done", "not_done", "not_said")),
        TableColumn(words.word("c_not_done_units"), share=36),
    )
    rows = []
    for commitment, done, refused, unsaid in found:
        codes = labels.shortened([unit.identity.code for unit in refused], NAMES_SHOWN, words.lang)
        label = TableCell(commitment.label.of(words.lang))
        counts = (words.count_cell(len(units)) for units in (done, refused, unsaid))
        rows.append((label, *counts, TableCell(codes or word("report.none", words.lang))))
    yield Table(words.word("t_commitments"), columns, table_rows(rows), words.word("x_commitments"))


def misses(source: Source, records: Records, words: SummaryWords, most: int | None) -> Iterator[Block]:
    """Yield what units missed, those that explain it first, then what was waived."""
    explained = [miss for miss in records.misses if miss.note]
    others = [miss for miss in records.misses if not miss.note]
    for key, found in (("explained", explained), ("unexplained", others)):
        if found:
            yield _missed(found, words, most, key)
    lines = notices.waivers(source.scorecard, words.lang)
    if lines:
        count = figures.count(len(lines), words.lang)
        yield Paragraph(f"{word('report.waived', words.lang, count=count)}.")
    for what, why in lines:
        yield Paragraph(f"{what}: {why}", "item")


def _missed(found: Sequence[Miss], words: SummaryWords, most: int | None, key: str) -> Table:
    columns = [TableColumn(words.word("c_unit"), share=30), TableColumn(words.word("c_missed"), share=52)]
    if found[0].note:
        columns.append(TableColumn(words.word("c_note"), share=36))
    rows = []
    for miss in found[:most]:
        name = _with_code(miss.unit.identity, words)
        said = "; ".join(_one(result, words) for result in miss.results)
        rows.append([TableCell(text) for text in (name, said, miss.note) if text])
    caption, sheet = words.word(f"t_{key}"), words.word(f"x_{key}")
    return Table(caption, tuple(columns), table_rows(rows), sheet, more=len(found) - len(rows))


def _one(result: Result, words: SummaryWords) -> str:
    said = words.word(
        "missed_one",
        target=words.label(result.target),
        value=figures.value(result.value, words.lang),
        status=labels.status(result.status, words.lang),
        threshold=figures.unit_threshold(result.bounds, result.target, words.lang),
    )
    return said if result.waiver is None else words.word("missed_waived", missed=said)


def quality(source: Source, records: Records, words: SummaryWords, most: int | None) -> Iterator[Block]:
    """Yield how figures are rounded and grown, what a complete report is, and the findings in the data."""
    yield Paragraph(words.word("rounded"))
    remark = words.plan.base_year_remark
    if remark is not None:
        shown = {"year": words.plan.base_year, "remark": remark.of(words.lang)}
        yield Paragraph(word("report.growth_remark", words.lang, **shown))
    yield Paragraph(words.word("complete_note"))
    found = faults.worst(source.findings)
    if not found:
        yield Paragraph(word("report.findings_none", words.lang))
        return
    yield Paragraph(words.word("quality_said", totals=faults.totals(source.findings, words.lang)))
    columns = (
        TableColumn(words.word("c_where"), share=38),
        TableColumn(words.word("c_message"), share=62),
        TableColumn(words.word("c_cells"), "right", 10),
    )
    rows = [_fault(fault, words) for fault in found[:most]]
    more = len(found) - len(rows)
    yield Table(words.word("t_findings"), columns, table_rows(rows), words.word("x_findings"), more=more)


def _fault(fault: GatheredFault, words: SummaryWords) -> tuple[TableCell, ...]:
    where, said = faults.path(fault, words.lang), " ".join(faults.messages(fault, words.lang))
    return TableCell(where), TableCell(said), words.count_cell(fault.total)
