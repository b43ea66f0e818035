"""The sheet of what the units reported that others took over: shown for comparison, and read by nobody."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.forms.looks import number_look
from lifelong_learning.forms.template import sheet_name
from lifelong_learning.forms.workbook import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.forms.template import EarlierRow, FormSpec
    from lifelong_learning.forms.workbook import Value
    from lifelong_learning.model.plan import Kind, Measure

_WHO = ("unit_code", "unit_name", "year")
_WIDTHS = [30.0, 10.0, 30.0, 7.0]
_LINE = 15.75


def before(spec: FormSpec) -> Sheet | None:
    """Return the sheet; None where no unit of the form took over one that has reported."""
    by_kind = {kind.id: _of_form(spec, kind) for kind in spec.kinds}
    if not any(by_kind.values()):
        return None
    sheet = Sheet(word("forms.before_sheet", spec.lang), list(_WIDTHS), tab="FF7F7F7F")
    sheet.put(1, 1, word("forms.before_title", spec.lang), "title")
    note = word("forms.before_note", spec.lang)
    sheet.put(2, 1, note, "wrapped")
    sheet.merge(2, 1, 2, 8, "wrapped")
    sheet.heights[2] = _LINE * (1 + len(note) // 110)
    sheet.protected = True
    row = 4
    for kind in spec.kinds:
        if by_kind[kind.id]:
            row = _kind(spec, kind, by_kind[kind.id], sheet, row) + 1
    sheet.widths += [13.0] * (max(map(max, sheet.rows.values())) - len(_WIDTHS))
    return sheet


def _of_form(spec: FormSpec, kind: Kind) -> list[EarlierRow]:
    """Return the rows of those that units of the form took over."""
    there = {row.unit.code for row in spec.rows.get(kind.id, ())}
    return [one for one in spec.before.get(kind.id, ()) if one.heir.code in there]


def _kind(spec: FormSpec, kind: Kind, rows: Sequence[EarlierRow], sheet: Sheet, at: int) -> int:
    """Put the rows of one kind below a row, each unit's with their sum, and return the row behind."""
    measures = [
        measure
        for measure in spec.plan.measures_of(kind.id)
        if measure.is_number and any(one.values.get(measure.id, -1) >= 0 for one in rows)
    ]
    sheet.put(at, 1, sheet_name(kind, spec.lang), "section")
    _heads(spec, measures, sheet, at + 1)
    at += 2
    for _, members in groupby(rows, lambda one: (one.heir, one.year)):
        for who, figures in _lines(spec, list(members), measures):
            _line(sheet, at, measures, who, figures)
            at += 1
    return at


def _heads(spec: FormSpec, measures: Sequence[Measure], sheet: Sheet, at: int) -> None:
    """Put the heads of the columns: who took over, who it was, and what was reported."""
    labels = {column.id: column.label.of(spec.lang) for column in spec.plan.identity}
    who = [word("forms.before_heir", spec.lang), *(labels[column] for column in _WHO)]
    for col, head in enumerate(who, 1):
        sheet.put(at, col, head, "identity_head")
    for col, measure in enumerate(measures, len(who) + 1):
        sheet.put(at, col, measure.label.of(spec.lang), "measure_head")


def _lines(
    spec: FormSpec, members: Sequence[EarlierRow], measures: Sequence[Measure]
) -> Iterator[tuple[Sequence[Value], Sequence[int]]]:
    """Yield a line for each unit that one took over in a year, who and what, then the sum of several."""
    heir, year = members[0].heir, members[0].year
    named = f"{heir.code} {heir.name or ''}".strip()
    figures = [[one.values.get(measure.id, -1) for measure in measures] for one in members]
    for one, found in zip(members, figures, strict=True):
        yield (named, one.unit.code, one.unit.name, year), found
    if len(members) > 1:
        sums = [sum(column) if min(column) >= 0 else -1 for column in zip(*figures, strict=True)]
        yield (named, None, word("forms.before_sum", spec.lang), year), sums


def _line(
    sheet: Sheet, at: int, measures: Sequence[Measure], who: Sequence[Value], figures: Sequence[int]
) -> None:
    for col, (value, look) in enumerate(zip(who, ("name", "code", "name", "year"), strict=True), 1):
        sheet.put(at, col, value, f"{look}_past")
    for col, (measure, figure) in enumerate(zip(measures, figures, strict=True), len(who) + 1):
        look = f"{number_look('', measure.decimals)}_past"
        sheet.put(at, col, None if figure < 0 else measure.figure(figure), look)
