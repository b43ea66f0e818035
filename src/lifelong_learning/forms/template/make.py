"""The form: the guide, and for each kind a sheet of its units under their districts, with rules and marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.forms.looks import number_look
from lifelong_learning.forms.template import sheet_name
from lifelong_learning.forms.template.fields import Field, Role, asks_for_districts, fields_of, rules_of
from lifelong_learning.forms.template.guide import before, guide
from lifelong_learning.forms.template.head import BAND, FIRST, HEADER, head, lay_out, runs, titles
from lifelong_learning.forms.template.hints import Hints
from lifelong_learning.forms.workbook import HIGHEST_ROW, Condition, Sheet, write
from lifelong_learning.model.findings import cell_address, column_letters
from lifelong_learning.model.localised import lines_of, width_of
from lifelong_learning.model.submission import FORM_VERSION, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lifelong_learning.forms.template import FormRow, FormSpec
    from lifelong_learning.forms.workbook import Value
    from lifelong_learning.model.plan import Choice, Kind, Lang, Level, Measure

    PastRows = Mapping[int, tuple[int, FormRow]]

_LINE = 15.0
_HEADING = 18.0
"""Points of a row that heads a district."""
_IDENTITY_LOOKS = {"unit_code": "code", "unit_name": "name", "district": "name", "year": "year"}


def form(spec: FormSpec) -> bytes:
    """Return a form: the guide, which also holds the lists, and one sheet for each kind behind it."""
    guiding, lists = guide(spec)
    sheets = [_kind_sheet(spec, kind, lists) for kind in spec.kinds]
    earlier = before(spec)
    if earlier is not None:
        sheets.append(earlier)
    mark = Mark(spec.plan.id, spec.plan.sha256, FORM_VERSION)
    return write([guiding, *sheets], spec.plan.title.of(spec.lang), mark)


def _kind_sheet(spec: FormSpec, kind: Kind, lists: Mapping[str, str]) -> Sheet:
    """Return the sheet of one kind of unit."""
    fields = fields_of(spec, kind)
    sheet = Sheet(sheet_name(kind, spec.lang), _widths(spec, kind, fields))
    sheet.frozen = (FIRST, 3)
    sheet.repeated_rows, sheet.repeated_columns = (BAND, HEADER), (1, 2)
    lay_out(fields, sheet)
    sheet.protected = True
    titles(spec, kind, sheet)
    head(spec, fields, sheet)
    hints = Hints(spec, fields)
    for row, filled, bases in _drawn(spec, kind, sheet, len(fields)):
        _row(hints, row, filled, bases, sheet)
    rows = (FIRST, max(sheet.last_row, FIRST))
    sheet.rules = list(rules_of(spec, fields, lists, rows))
    sheet.conditions = list(_conditions(spec, fields, hints, rows))
    return sheet


def _widths(spec: FormSpec, kind: Kind, fields: Sequence[Field]) -> list[float]:
    """Return the widths of the columns, those of names as wide as their longest where that is on paper."""
    units = {row.unit for row in spec.rows.get(kind.id, ())}
    names = {
        "unit_name": ({unit.name or "" for unit in units}, 46.0),
        "district": ({unit.district or "" for unit in units}, 30.0),
    }
    return [
        min(max([field.width, *(width_of(name) + 0.5 for name in names[field.id][0])]), names[field.id][1])
        if field.id in names
        else field.width
        for field in fields
    ]


def _drawn(
    spec: FormSpec, kind: Kind, sheet: Sheet, width: int
) -> Iterator[tuple[int, FormRow | None, PastRows]]:
    """Yield every row's number, what is known of it (None: open) and its unit's past rows; districts are
    headed by rows of their own, the open rows come last."""
    at = FIRST
    groups = list(_by_district(spec.rows.get(kind.id, ())))
    for district, rows in groups:
        if any(name is not None for name, _ in groups):
            sheet.put(at, 1, district or _levels(spec, rows), "district")
            # The reader takes a cell that is merged over three columns for a heading, never for a code.
            sheet.merge(at, 1, at, 4, "district")
            sheet.heights[at] = _HEADING
            for col in range(5, width + 1):
                sheet.put(at, col, None, "district")
            at += 1
        bases: dict[str, dict[int, tuple[int, FormRow]]] = {}
        for filled in rows:
            of_unit = bases.setdefault(filled.unit.code, {})
            yield at, filled, of_unit
            if filled.past and filled.period == spec.period:
                of_unit[filled.year] = (at, filled)
            at += 1
    for row in range(at, at + spec.blank_rows):
        yield row, None, {}


def _by_district(rows: Sequence[FormRow]) -> Iterator[tuple[str | None, list[FormRow]]]:
    """Yield the rows by the district of their unit's last one, in order of first appearance, those without
    one first."""
    found: dict[str | None, list[FormRow]] = {None: []}
    places = {row.unit.code: row.unit.district for row in rows}
    for row in rows:
        found.setdefault(places[row.unit.code], []).append(row)
    for district, members in found.items():
        if members:
            yield district, members


def _levels(spec: FormSpec, rows: Sequence[FormRow]) -> str:
    """Return what heads the units that belong to no district."""
    there = {row.unit.level for row in rows}
    labels = [level.label.of(spec.lang) for level in spec.plan.levels if level.id in there]
    return ", ".join(labels) or word("forms.no_district", spec.lang)


def _row(hints: Hints, row: int, filled: FormRow | None, bases: PastRows, sheet: Sheet) -> None:
    spec = hints.spec
    past = filled is not None and filled.past
    lines = 1
    for col, field in enumerate(hints.fields, 1):
        if field.is_hint:
            formula = None if past else hints.formula(col, row, filled, bases)
            sheet.put(row, col, formula, _hint_look(field))
            continue
        known = None if filled is None else _known(spec, field, filled)
        sheet.put(row, col, known, _look(spec, field, filled, known))
        if type(known) is str:
            lines = max(lines, lines_of(known, sheet.widths[col - 1]))
    if lines > 1:
        sheet.heights[row] = min(_LINE * lines + 1, HIGHEST_ROW)


def _hint_look(field: Field) -> str:
    if field.role in (Role.VALUE, Role.TARGET) and field.target is not None:
        scale = field.target.scale
        return number_look("hint", scale.decimals) if scale.form == "count" else "hint_percent"
    return "hint"


def _look(spec: FormSpec, field: Field, filled: FormRow | None, known: Value) -> str:
    """Return the look of a cell: what is known of a unit is locked, what is of past years is grey."""
    if filled is not None and filled.past:
        return f"{_kind_of_look(field, 'answer')}_past"
    if filled is not None and not _asks(spec, field, filled):
        return "not_asked"
    base = _kind_of_look(field, "choice")
    is_locked = field.role is Role.IDENTITY and known is not None
    return base if is_locked else f"{base}_open"


def _asks(spec: FormSpec, field: Field, filled: FormRow) -> bool:
    """Tell whether a column is for a unit: tasks are set to some levels, and not all have a district."""
    if field.id == "district" and filled.unit.district is None:
        level = next((level for level in spec.plan.levels if level.id == filled.unit.level), None)
        return asks_for_districts(spec) and (level is None or level.in_district)
    return not field.levels or filled.unit.level in field.levels


def _kind_of_look(field: Field, answer: str) -> str:
    if field.role is Role.NOTE:
        return "note"
    if field.measure is None:
        return _IDENTITY_LOOKS.get(field.id, "choice")
    return number_look("", field.measure.decimals) if field.measure.is_number else answer


def _known(spec: FormSpec, field: Field, filled: FormRow) -> Value:
    """Return what is known of a row already, in the words of the form."""
    if field.role is Role.NOTE:
        return filled.note
    if field.measure is not None:
        value = filled.values.get(field.id, -1)
        return None if value < 0 else _figure(field.measure, value, spec.lang)
    plan, unit = spec.plan, filled.unit
    match field.id:
        case "year":
            return filled.year
        case "level":
            return _label(plan.levels, unit.level, spec.lang)
        case "area":
            return _label(plan.areas, unit.area, spec.lang)
        case "period":
            return _label(plan.periods, filled.period, spec.lang)
    return {"unit_code": unit.code, "unit_name": unit.name, "district": unit.district}.get(field.id)


def _figure(measure: Measure, value: int, lang: Lang) -> Value:
    if measure.is_number:
        return measure.figure(value)
    return word("forms.yes" if value else "forms.no", lang)


def _label(of: Sequence[Choice | Level], known: str | None, lang: Lang) -> str | None:
    return next((one.label.of(lang) for one in of if one.id == known), known)


def _conditions(
    spec: FormSpec, fields: Sequence[Field], hints: Hints, rows: tuple[int, int]
) -> Iterator[Condition]:
    words = hints.words
    first, last = rows
    code = f"${column_letters(hints.columns['unit_code'])}{first}"
    year = f"${column_letters(hints.columns['year'])}{first}"
    current = f'{code}<>""' if spec.year is None else f"{year}={spec.year}"
    for start, end in runs(fields):
        field = fields[start - 1]
        cells = f"{cell_address(first, start)}:{cell_address(last, end)}"
        if field.is_input:
            yield Condition(cells, f'AND({current},{cell_address(first, start)}="")', "blank")
        elif field.role is Role.LEFT:
            cell = f"${cell_address(first, end)}"
            yield Condition(cells, f'{cell}="{words.complete}"', "green")
            yield Condition(cells, f'AND({cell}<>"",{cell}<>"{words.complete}")', "amber")
        elif field.is_hint and fields[end - 1].role is Role.VERDICT:
            cell = f"${cell_address(first, end)}"
            yield Condition(cells, f'OR({cell}="{words.met}",{cell}="{words.exceeded}")', "green")
            yield Condition(cells, f'{cell}="{words.below}"', "amber")
