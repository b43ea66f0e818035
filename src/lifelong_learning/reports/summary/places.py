"""The results of communes where no districts are left: a line for each, with its units of every kind."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.names import common_end
from lifelong_learning.model.scores import VERDICTS
from lifelong_learning.reports.document.blocks import Paragraph, Table, TableCell, TableColumn, table_rows
from lifelong_learning.reports.summary.wording import REACHED
from lifelong_learning.reports.view import figures, labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.model.scores import UnitScore
    from lifelong_learning.reports.document.blocks import Block
    from lifelong_learning.reports.summary.source import Source
    from lifelong_learning.reports.summary.wording import SummaryWords


def level_name(source: Source, words: SummaryWords) -> str:
    """Return what the lowest level of the plan is called within a sentence; nothing where it has none."""
    levels = source.plan.levels
    return labels.within(levels[-1].label.of(words.lang)) if levels else ""


def blocks(source: Source, words: SummaryWords) -> Iterator[Block]:
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
    rows = table_rows(_row(place, [kind.id for kind in kinds], words) for place in places)
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


def _row(place: Sequence[UnitScore], kinds: Sequence[str], words: SummaryWords) -> Iterator[TableCell]:
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
