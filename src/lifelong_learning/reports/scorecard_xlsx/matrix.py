"""Units × targets: value, attainment and the coloured word of every result, score and completeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.findings import column_letters
from lifelong_learning.model.plan import Scope
from lifelong_learning.reports.scorecard_xlsx import formulas as ex
from lifelong_learning.reports.scorecard_xlsx.paper import FIRST_ROW, CellFormula, Text
from lifelong_learning.reports.scorecard_xlsx.verdict import value_style
from lifelong_learning.reports.view import labels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.plan import Target
    from lifelong_learning.model.scores import UnitScore
    from lifelong_learning.reports.scorecard_xlsx.layout import Layout, WorkingRow
    from lifelong_learning.reports.scorecard_xlsx.paper import Book, Cell, SheetDraft
    from lifelong_learning.reports.scorecard_xlsx.working import Working

BEFORE = 8
"""Columns before the targets: code, name, kind, level, district, area, score, completeness."""
SLOTS_FIRST, SLOTS_PER_PAGE = 2, 4
"""Targets on the first printed page of a unit, and on each further one, where code and name alone stand."""
SCALE = 48
"""Percent at which they fill a page."""
Slot = tuple[str, int]
"""A target, and the how manieth of a unit's results for it."""


def write(book: Book, working: Working) -> None:
    """Write the sheet."""
    layout = working.layout
    sheet = book.sheet(layout.names["units"])
    found = slots(layout)
    sheet.widths(
        [10, 38, 24, 11, 18, 24, 9, 10, *[10, 10, 17] * len(found), 12, 12],
        folded=BEFORE + 3 * len(found) + 1,
    )
    if not layout.has_districts:
        sheet.hide(5)
    sheet.raw.freeze_panes(f"C{FIRST_ROW}")
    _heads(sheet, layout, found)
    for number, unit in enumerate(layout.scorecard.units):
        lines = layout.results_of.get(number, [])
        sheet.row(list(_row(working, found, unit, lines, sheet.at + 1)))
    last = max(sheet.at, FIRST_ROW)
    for number in range(len(found)):
        letters = column_letters(BEFORE + 3 * number + 3)
        sheet.colours(f"{letters}{FIRST_ROW}:{letters}{last}", layout.lang)
    _bars(sheet, last)
    end = column_letters(BEFORE + 3 * len(found))
    sheet.raw.autofilter(f"A{FIRST_ROW - 1}:{end}{last}")
    sheet.printed(f"A1:{end}{last}", heads=(3, 4))
    sheet.raw.repeat_columns("A:B")


def slots(layout: Layout) -> list[Slot]:
    """Return the targets in the plan's order, one more for each further result that a unit has of one."""
    most: dict[str, int] = {}
    for lines in layout.results_of.values():
        for (target, nth), _ in _numbered(lines):
            most[target] = max(most.get(target, 0), nth + 1)
    return [(t.id, nth) for t in layout.scorecard.plan.targets for nth in range(most.get(t.id, 0))]


def _numbered(lines: list[WorkingRow]) -> Iterator[tuple[Slot, WorkingRow]]:
    seen: dict[str, int] = {}
    for line in lines:
        id_ = line.result.target.id
        yield (id_, seen.get(id_, 0)), line
        seen[id_] = seen.get(id_, 0) + 1


def _heads(sheet: SheetDraft, layout: Layout, found: list[Slot]) -> None:
    lang, plan = layout.lang, layout.scorecard.plan
    sheet.on_paper()
    # A page ends behind a target, not within one.
    ends = range(SLOTS_FIRST, len(found), SLOTS_PER_PAGE)
    sheet.raw.set_print_scale(SCALE)
    sheet.raw.set_v_pagebreaks([BEFORE + 3 * slots for slots in ends])
    sheet.row([(Text(layout.word("units_title", when=layout.when())), "title")], height=24)
    sheet.row([(Text(layout.word("units_note")), "note")])
    over: list[Cell] = [(None, "")] * BEFORE
    for id_, _ in found:
        target: Target = plan.target[id_]
        label = f"{target.label.of(lang)} ({target.source.clause})"
        over += [(Text(label), "head"), (None, "head"), (None, "head")]
    sheet.row(over, height=48)
    for number in range(len(found)):
        first, last = (column_letters(BEFORE + 3 * number + n) for n in (1, 3))
        sheet.merge(f"{first}{sheet.at}:{last}{sheet.at}", "head")
    heads = [
        word("report.code", lang), word("report.name", lang), layout.word("kind"), word("report.level", lang),
        labels.column(plan, "district", lang), labels.column(plan, "area", lang), word("report.score", lang),
        word("report.completeness", lang),
    ]  # fmt: skip
    below = [word(f"report.{name}", lang) for name in ("value", "attainment", "status")]
    cells: list[Cell] = [(Text(head), "head") for head in heads]
    cells += [(Text(head, layout.clause(id_)), "headlink") for id_, _ in found for head in below]
    cells += [(Text(layout.word(name)), "head") for name in ("w_score", "w_complete")]
    sheet.row(cells, height=32)


def _row(
    working: Working, found: list[Slot], unit: UnitScore, lines: list[WorkingRow], row: int
) -> Iterator[Cell]:
    layout, who = working.layout, unit.identity
    plan, lang = layout.scorecard.plan, layout.lang
    yield Text(who.code), "text"
    yield Text(who.name or word("report.unnamed", lang)), "wrap"
    yield Text(labels.kind(plan, unit.kind, lang)), "wrap"
    yield Text(labels.level(plan, who.level, lang)), "text"
    yield Text(who.district or ""), "wrap"
    yield Text(labels.scope(plan, Scope(area=who.area), lang)), "wrap"
    end = BEFORE + 3 * len(found)
    score, complete = (f"${column_letters(end + n)}{row}" for n in (1, 2))
    yield CellFormula(f'IF({score}="","",{ex.floored_root(score, 1)})'), "score"
    yield CellFormula(f'IF({complete}="","",{ex.floored_root(complete)})'), "percent"
    by_slot = dict(_numbered(lines))
    for slot in found:
        line = by_slot.get(slot)
        if line is None:
            yield from ((None, "text"),) * 3
            continue
        yield CellFormula(working.there("value", line.row)), value_style(line.result.target, lang, unit=True)
        yield CellFormula(working.there("attainment", line.row)), "attained"
        yield CellFormula(working.there("status_word", line.row)), "status"
    sums = {key: _sum(working, key, lines) for key in ("share", "verdict", "applies")}
    weights = ",".join(
        f"{working.there('weight', line.row)}*{working.there('verdict', line.row)}" for line in lines
    )
    weighed = f"SUM({weights})" if lines else "0"
    yield CellFormula(f'IF({weighed}=0,"",100*{sums["share"]}/{weighed})' if lines else '""'), "work"
    yield CellFormula(f'IF({sums["applies"]}=0,"",{sums["verdict"]}/{sums["applies"]})'), "work"


def _sum(working: Working, key: str, lines: list[WorkingRow]) -> str:
    cells = ",".join(working.there(key, line.row) for line in lines)
    return f"SUM({cells})" if cells else "0"


def _bars(sheet: SheetDraft, last: int) -> None:
    ends = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 100}
    sheet.raw.conditional_format(
        f"G{FIRST_ROW}:G{last}", {"type": "data_bar", "bar_color": "#8FB8DE", **ends}
    )
