"""One kind's sheet of the form: header, units under their districts, open rows, rules, marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.catalogue.words import word
from lifelong_learning.forms.paper.sheet import Condition, Sheet
from lifelong_learning.forms.template.fields import Field, Role, fields_of
from lifelong_learning.forms.template.formulas import Hints
from lifelong_learning.forms.template.model import sheet_name
from lifelong_learning.forms.template.rules import rules_of
from lifelong_learning.model.findings import cell_address, column_letters
from lifelong_learning.model.plan import IndicatorKind, MeasureType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lifelong_learning.forms.paper.cells import Value
    from lifelong_learning.forms.template.model import FormRow, FormSpec
    from lifelong_learning.model.plan import Kind

BAND, LABELS, HEADER = 4, 5, 6
"""Rows of the head: bands over columns, the hints' own headings, and the header that the reader finds.

The hints have nothing in the header row, so that the reader passes their columns over.
"""
FIRST = HEADER + 1
_LINE = 15.0
_PAGE_WIDTH = 225.0
"""Widths of columns that fit across one printed page."""
_REPEATED = ("unit_code", "unit_name")
"""The columns that stay in view and stand on every printed page."""
_BANDS = {
    Role.IDENTITY: "identity",
    Role.NOTE: "identity",
    Role.MEASURE: "measure",
    Role.COMMITMENT: "measure",
}


class _Drawn(NamedTuple):
    """A row as it will stand: its number, what is known of it (None: open), and its unit's past rows."""

    row: int
    filled: FormRow | None
    bases: Mapping[int, tuple[int, FormRow]]


def kind_sheet(spec: FormSpec, kind: Kind, lists: Mapping[str, str]) -> Sheet:
    """Return the sheet of one kind of unit."""
    fields = fields_of(spec, kind)
    sheet = Sheet(sheet_name(kind, spec.lang), _widths(spec, kind, fields))
    sheet.frozen = (FIRST, 3)
    sheet.repeated_rows, sheet.repeated_columns = (BAND, HEADER), (1, 2)
    sheet.breaks = list(_page_ends(fields, sheet.widths))
    sheet.protected = True
    _titles(spec, kind, sheet)
    _head(spec, fields, sheet)
    hints = Hints(spec, fields)
    for drawn in _drawn(spec, kind, sheet, len(fields)):
        _row(spec, fields, hints, drawn, sheet)
    rows = (FIRST, max(sheet.last_row, FIRST))
    sheet.rules = list(rules_of(spec, fields, lists, rows))
    sheet.conditions = list(_conditions(spec, fields, hints, rows))
    return sheet


def _widths(spec: FormSpec, kind: Kind, fields: Sequence[Field]) -> list[float]:
    names = [row.unit.name or "" for row in spec.rows.get(kind.id, ())]
    longest = max(map(len, names), default=0)
    return [
        min(max(field.width, longest * 0.95), 44.0) if field.id == "unit_name" else field.width
        for field in fields
    ]


def _page_ends(fields: Sequence[Field], widths: Sequence[float]) -> Iterator[int]:
    """Yield the columns after which a page ends; the columns of one hint stay together."""
    used, end = 0.0, 0
    for first, last in _runs(fields):
        steps = [last] if fields[first - 1].is_hint else range(first, last + 1)
        for step in steps:
            width = sum(widths[end:step])
            if used + width > _PAGE_WIDTH and end > 2:
                yield end
                used = sum(widths[:2])
            used, end = used + width, step


def _titles(spec: FormSpec, kind: Kind, sheet: Sheet) -> None:
    lang = spec.lang
    period = next(one.label.of(lang) for one in spec.plan.periods if one.id == spec.period)
    key = "forms.title" if spec.year is None else "forms.title_year"
    label = kind.label.of(lang)
    sheet.put(1, 1, word(key, lang, kind=label.upper(), year=spec.year, period=period), "title")
    sheet.put(2, 1, spec.plan.document.of(lang), "remark")
    sheet.put(3, 1, word("forms.legend", lang), "remark")
    sheet.heights[1] = 24.0


def _head(spec: FormSpec, fields: Sequence[Field], sheet: Sheet) -> None:
    for col, field in enumerate(fields, 1):
        band = _BANDS.get(field.role, "hint")
        if field.is_hint:
            sheet.put(LABELS, col, field.header, "hint_header")
            sheet.merge(LABELS, col, HEADER, col, "hint_header")
        else:
            sheet.put(HEADER, col, field.header, f"{band}_header")
    for first, last in _runs(fields):
        field = fields[first - 1]
        band = _BANDS.get(field.role, "hint")
        bottom = BAND if field.is_hint else LABELS
        sheet.put(BAND, first, _band(spec, field) or None, f"{band}_band")
        sheet.merge(BAND, first, bottom, last, f"{band}_band")
    sheet.heights[BAND] = _band_height(spec, fields, sheet.widths)
    sheet.heights[LABELS] = _LINE
    texts = [
        (field.header, width) for field, width in zip(fields, sheet.widths, strict=True) if not field.is_hint
    ]
    sheet.heights[HEADER] = _LINE * max(_lines(text, width) for text, width in texts) + 4


def _runs(fields: Sequence[Field]) -> Iterator[tuple[int, int]]:
    """Yield the first and last columns of what stands under one band."""
    first = 1
    for col, field in enumerate(fields, 1):
        after = fields[col] if col < len(fields) else None
        if after is None or _band_key(after) != _band_key(field):
            yield first, col
            first = col + 1


def _band_key(field: Field) -> object:
    if field.is_hint:
        return field.role is Role.LEFT, field.id
    return field.role, field.id in _REPEATED


def _band(spec: FormSpec, field: Field) -> str:
    if field.role is Role.IDENTITY and field.id not in _REPEATED:
        return ""
    if field.target is not None:
        return word("forms.band_hint", spec.lang, target=field.target.label.of(spec.lang))
    return word(f"forms.band_{field.role.name.lower()}", spec.lang)


def _band_height(spec: FormSpec, fields: Sequence[Field], widths: Sequence[float]) -> float:
    lines = (
        _lines(_band(spec, fields[first - 1]), sum(widths[first - 1 : last]))
        for first, last in _runs(fields)
        if fields[first - 1].is_hint
    )
    return _LINE * max(lines, default=1) + 4


def _lines(text: str, width: float) -> int:
    """Return how many lines a wrapped text takes in a column of the width."""
    lines, used = 1, 0
    for piece in text.split():
        if used and used + 1 + len(piece) > width * 0.86:
            lines, used = lines + 1, 0
        used += len(piece) + bool(used)
    return lines


def _drawn(spec: FormSpec, kind: Kind, sheet: Sheet, width: int) -> Iterator[_Drawn]:
    """Yield every row with its number, districts headed by rows of their own, the open ones last."""
    at = FIRST
    groups = list(_by_district(spec.rows.get(kind.id, ())))
    for district, rows in groups:
        if any(name is not None for name, _ in groups):
            sheet.put(at, 1, district or _levels(spec, rows), "district")
            # The reader takes a cell that is merged over three columns for a heading, never for a code.
            sheet.merge(at, 1, at, 4, "district")
            for col in range(5, width + 1):
                sheet.put(at, col, None, "district")
            at += 1
        bases: dict[str, dict[int, tuple[int, FormRow]]] = {}
        for filled in rows:
            of_unit = bases.setdefault(filled.unit.code, {})
            yield _Drawn(at, filled, of_unit)
            if filled.past and filled.period == spec.period:
                of_unit[filled.year] = (at, filled)
            at += 1
    for row in range(at, at + spec.blank_rows):
        yield _Drawn(row, None, {})


def _by_district(rows: Sequence[FormRow]) -> Iterator[tuple[str | None, list[FormRow]]]:
    """Yield the rows by district in order of first appearance, those without one first."""
    found: dict[str | None, list[FormRow]] = {None: []}
    for row in rows:
        found.setdefault(row.unit.district, []).append(row)
    for district, members in found.items():
        if members:
            yield district, members


def _levels(spec: FormSpec, rows: Sequence[FormRow]) -> str:
    """Return what heads the units that belong to no district."""
    there = {row.unit.level for row in rows}
    labels = [level.label.of(spec.lang) for level in spec.plan.levels if level.id in there]
    return ", ".join(labels) or word("forms.no_district", spec.lang)


def _row(spec: FormSpec, fields: Sequence[Field], hints: Hints, drawn: _Drawn, sheet: Sheet) -> None:
    past = drawn.filled is not None and drawn.filled.past
    for col, field in enumerate(fields, 1):
        if field.is_hint:
            formula = None if past else hints.formula(col, drawn.row, drawn.filled, drawn.bases)
            sheet.put(drawn.row, col, formula, _hint_style(field))
        else:
            sheet.put(drawn.row, col, _content(spec, field, drawn.filled), _style(field, drawn.filled))


def _hint_style(field: Field) -> str:
    if field.role in (Role.VALUE, Role.TARGET) and field.target is not None:
        return "hint_count" if field.target.kind is IndicatorKind.COUNT else "hint_percent"
    return "hint"


def _style(field: Field, filled: FormRow | None) -> str:
    if field.is_input or field.role is Role.NOTE:
        ending = "_past" if filled is not None and filled.past else "_open"
        if field.role is Role.NOTE:
            return f"note{ending}"
        assert field.measure is not None
        if (
            ending == "_open"
            and filled is not None
            and field.levels
            and filled.unit.level not in field.levels
        ):
            return "not_asked"
        if field.measure.type is MeasureType.COUNT:
            return f"count{ending}"
        return "answer_past" if ending == "_past" else "choice_open"
    ending = "_open" if filled is None else "_past" if filled.past else ""
    base = {"unit_code": "code", "unit_name": "name", "district": "name", "year": "year"}.get(
        field.id, "choice"
    )
    if filled is not None and not filled.past and _known(field, filled) is None:
        ending = "_open"
    return base + ending


def _known(field: Field, filled: FormRow) -> str | int | None:
    unit = filled.unit
    known: dict[str, str | int | None] = {
        "unit_code": unit.code,
        "unit_name": unit.name,
        "level": unit.level,
        "district": unit.district,
        "area": unit.area,
        "year": filled.year,
        "period": filled.period,
    }
    return known.get(field.id)


def _content(spec: FormSpec, field: Field, filled: FormRow | None) -> Value:
    if filled is None:
        return None
    if field.role is Role.NOTE:
        return filled.note
    if field.measure is not None:
        return _figure(spec, field, filled)
    known = _known(field, filled)
    if not isinstance(known, str):
        return known
    labels = {
        "level": {level.id: level.label for level in spec.plan.levels},
        "area": {area.id: area.label for area in spec.plan.areas},
        "period": {period.id: period.label for period in spec.plan.periods},
    }
    label = labels.get(field.id, {}).get(known)
    return known if label is None else label.of(spec.lang)


def _figure(spec: FormSpec, field: Field, filled: FormRow) -> Value:
    value = filled.values.get(field.id, -1)
    if value < 0:
        return None
    assert field.measure is not None
    if field.measure.type is MeasureType.COUNT:
        return value
    return word("forms.yes" if value else "forms.no", spec.lang)


def _conditions(
    spec: FormSpec, fields: Sequence[Field], hints: Hints, rows: tuple[int, int]
) -> Iterator[Condition]:
    words = hints.words
    first, last = rows
    code = f"${column_letters(hints.columns['unit_code'])}{first}"
    year = f"${column_letters(hints.columns['year'])}{first}"
    current = f'{code}<>""' if spec.year is None else f"{year}={spec.year}"
    for start, end in _runs(fields):
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
