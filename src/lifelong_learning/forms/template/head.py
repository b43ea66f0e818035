"""The head of a kind's sheet: titles, bands over groups of columns, headings, and where pages end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.forms.template.fields import Field, Role, band_of
from lifelong_learning.model.localised import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.forms.template import FormSpec
    from lifelong_learning.forms.workbook import Sheet
    from lifelong_learning.model.plan import Kind

BAND, LABELS, HEADER = 4, 5, 6
"""Rows of the head: bands over columns, the hints' own headings, and the header that the reader finds.

The hints have nothing in the header row, so that the reader passes their columns over.
"""
FIRST = HEADER + 1
_LINE = 14.5
_BOLD, _QUIET = 1.1, 0.92
"""Sizes of the letters of headings and of hints against those of the sheet."""
_SCALES = (62, 59, 56)
"""Percents at which a sheet may be printed, the most readable first: 56 makes 6 points of 11."""
_PAGE_WIDTH = 137.0
"""Widths of columns that fit across one printed page at full size."""
_REPEATED = ("unit_code", "unit_name")
"""The columns that stay in view and stand on every printed page."""
_BANDS = {
    Role.IDENTITY: "identity",
    Role.NOTE: "identity",
    Role.MEASURE: "measure",
    Role.COMMITMENT: "measure",
}


def lay_out(fields: Sequence[Field], sheet: Sheet) -> None:
    """Let a sheet be printed on the fewest pages across, as large as that allows."""
    found = [(list(_page_ends(fields, sheet.widths, _PAGE_WIDTH * 100 / scale)), scale) for scale in _SCALES]
    sheet.breaks, sheet.scale = min(found, key=lambda one: (len(one[0]), -one[1]))


def _page_ends(fields: Sequence[Field], widths: Sequence[float], page: float) -> Iterator[int]:
    """Yield the columns after which a page ends; the columns of one hint stay together."""
    used, end = 0.0, 0
    for first, last in runs(fields):
        steps = [last] if fields[first - 1].is_hint else range(first, last + 1)
        for step in steps:
            width = sum(widths[end:step])
            if used + width > page and end > 2:
                yield end
                used = sum(widths[:2])
            used, end = used + width, step


def titles(spec: FormSpec, kind: Kind, sheet: Sheet) -> None:
    lang = spec.lang
    period = next(one.label.of(lang) for one in spec.plan.periods if one.id == spec.period)
    key = "forms.title" if spec.year is None else "forms.title_year"
    label = kind.label.of(lang)
    sheet.put(1, 1, word(key, lang, kind=label.upper(), year=spec.year, period=period.upper()), "title")
    sheet.put(2, 1, spec.plan.document.of(lang), "remark")
    sheet.put(3, 1, word("forms.legend", lang), "remark")
    sheet.heights[1] = 24.0
    sheet.heading = (str(sheet.rows[1][1][0]), str(sheet.rows[2][1][0]))
    sheet.printed_from = BAND


def head(spec: FormSpec, fields: Sequence[Field], sheet: Sheet) -> None:
    for col, field in enumerate(fields, 1):
        band = _BANDS.get(field.role, "hint")
        if field.is_hint:
            sheet.put(LABELS, col, field.header, "hint_head")
            sheet.merge(LABELS, col, HEADER, col, "hint_head")
        else:
            sheet.put(HEADER, col, field.header, f"{band}_head")
    for first, last in runs(fields):
        field = fields[first - 1]
        band = _BANDS.get(field.role, "hint")
        bottom = BAND if field.is_hint else LABELS
        sheet.put(BAND, first, _band(spec, field) or None, f"{band}_head")
        sheet.merge(BAND, first, bottom, last, f"{band}_head")
    sheet.heights[BAND] = _band_height(spec, fields, sheet.widths)
    sheet.heights[LABELS] = _LINE
    columns = zip(fields, sheet.widths, strict=True)
    lines = [lines_of(field.header, width, _BOLD) for field, width in columns if not field.is_hint]
    sheet.heights[HEADER] = _LINE * max(lines) + 4


def runs(fields: Sequence[Field]) -> Iterator[tuple[int, int]]:
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
        return band_of(field.target, spec)
    return word(f"forms.band_{field.role.name.lower()}", spec.lang)


def _band_height(spec: FormSpec, fields: Sequence[Field], widths: Sequence[float]) -> float:
    lines = (
        lines_of(_band(spec, fields[first - 1]), sum(widths[first - 1 : last]), _QUIET)
        for first, last in runs(fields)
        if fields[first - 1].is_hint
    )
    return _LINE * max(lines, default=1) + 4
