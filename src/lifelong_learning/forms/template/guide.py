"""The sheets beside those of the kinds: the guide, with who fills in what, what each figure means and the
lists to choose from; and what the units reported that others took over, shown for comparison and read by
nobody.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.forms.looks import number_look
from lifelong_learning.forms.template import levels_of, named, sheet_name
from lifelong_learning.forms.workbook import Sheet
from lifelong_learning.model.findings import column_letters
from lifelong_learning.model.localised import lines_of
from lifelong_learning.model.plan import Nature

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.forms.template import FormRow, FormSpec
    from lifelong_learning.forms.workbook import Value
    from lifelong_learning.model.plan import Kind, Measure
    from lifelong_learning.model.submission import Identity


_WIDTHS = [22.0, 42.0, 23.0, 17.0, 46.0, 51.0]
_LINE = 15.0
_BOLD = 1.1
RULES = ("who", "blank", "number", "commitment", "past", "hints", "locked", "names", "send")


def guide(spec: FormSpec) -> tuple[Sheet, dict[str, str]]:
    """Return the guide, and where its lists of choices stand, by identity column and `yes_no`."""
    sheet = Sheet(named(spec.plan.guide_sheet, spec.lang), list(_WIDTHS), tab="FF1F3864")
    lang = spec.lang
    sheet.put(1, 1, word("forms.guide_title", lang), "title")
    sheet.put(2, 1, spec.plan.title.of(lang), "wrapped")
    sheet.put(3, 1, spec.plan.document.of(lang), "wrapped")
    for row in (2, 3):
        sheet.merge(row, 1, row, 6, "wrapped")
        sheet.heights[row] = _LINE * lines_of(str(sheet.rows[row][1][0]), sum(_WIDTHS))
    sheets = ", ".join(f"“{sheet_name(kind, lang)}”" for kind in spec.kinds)
    row = 5
    for key in RULES:
        if key == "past" and not any(one.past for rows in spec.rows.values() for one in rows):
            continue
        text = word(f"forms.guide_{key}_text", lang, sheets=sheets)
        row = _rule(sheet, row, word(f"forms.guide_{key}", lang), text)
    row = _measures(spec, sheet, row + 1)
    return sheet, _lists(spec, sheet, row + 1)


def _rule(sheet: Sheet, row: int, key: str, text: str) -> int:
    sheet.put(row, 1, key, "guide_key")
    sheet.put(row, 2, text, "guide_text")
    sheet.merge(row, 2, row, 6, "guide_text")
    sheet.heights[row] = _LINE * max(lines_of(text, sum(_WIDTHS[1:])), lines_of(key, _WIDTHS[0], _BOLD))
    return row + 1


def _measures(spec: FormSpec, sheet: Sheet, row: int) -> int:
    lang = spec.lang
    sheet.put(row, 1, word("forms.guide_measures", lang), "section")
    heads = ("sheet", "column", "type", "who", "meaning", "clause")
    for col, head in enumerate(heads, 1):
        sheet.put(row + 1, col, word(f"forms.head_{head}", lang), "identity_head")
    sheet.repeated_rows = (row + 1, row + 1)
    row += 2
    for kind in spec.kinds:
        for measure in spec.plan.measures_of(kind.id):
            texts = _described(spec, kind, measure)
            for col, text in enumerate(texts, 1):
                sheet.put(row, col, text, "guide_key" if col == 2 else "guide_text")
            lines = map(lines_of, texts, _WIDTHS, (1, _BOLD, 1, 1, 1, 1))
            sheet.heights[row] = _LINE * max(lines)
            row += 1
    return row


def _described(spec: FormSpec, kind: Kind, measure: Measure) -> Sequence[str]:
    lang = spec.lang
    nature = "flow" if measure.nature is Nature.FLOW else "stock"
    what = "count" if measure.is_number else "yes_no"
    type_ = "amount" if measure.decimals else what
    typed = word(f"forms.type_{type_}", lang, decimals=measure.decimals)
    typed = f"{typed}; {word(f'forms.nature_{nature}', lang)}"
    meaning = [] if measure.description is None else [measure.description.of(lang)]
    if measure.unit is not None:
        meaning.append(word("forms.meaning_unit", lang, unit=measure.unit.of(lang)))
    if measure.at_most is not None:
        whole = spec.plan.measure[measure.at_most].label.of(lang)
        meaning.append(word("forms.meaning_part", lang, whole=whole))
    if measure.parts:
        parts = " + ".join(spec.plan.measure[part].label.of(lang) for part in measure.parts)
        meaning.append(word("forms.meaning_sum", lang, parts=parts))
    clauses = list(_clauses(spec, kind, measure))
    if not meaning:
        meaning = [word(f"forms.meaning_{what}", lang)]
    who = _who(spec, measure)
    return sheet_name(kind, lang), measure.label.of(lang), typed, who, " ".join(meaning), "\n".join(clauses)


def _clauses(spec: FormSpec, kind: Kind, measure: Measure) -> Iterator[str]:
    for target in spec.plan.targets:
        if kind.id in target.kinds and measure.id in target.measures:
            yield f"{target.source.clause}: {target.label.of(spec.lang)}"
    for commitment in spec.plan.commitments:
        if kind.id in commitment.kinds and commitment.measure == measure.id:
            yield f"{commitment.source.clause}: {commitment.label.of(spec.lang)}"


def _who(spec: FormSpec, measure: Measure) -> str:
    levels = next((c.levels for c in spec.plan.commitments if c.id == measure.commitment), ())
    present = levels_of(spec)
    asked = [level.label.of(spec.lang) for level in present if level.id in levels]
    if not asked or len(asked) == len(present):
        return word("forms.who_all", spec.lang)
    return ", ".join(asked)


def _lists(spec: FormSpec, sheet: Sheet, row: int) -> dict[str, str]:
    lang = spec.lang
    heads = {column.id: column.label.of(lang) for column in spec.plan.identity}
    heads["yes_no"] = word("forms.answer", lang)
    lists: dict[str, Sequence[str | int]] = {
        "level": [level.label.of(lang) for level in levels_of(spec)],
        "area": [area.label.of(lang) for area in spec.plan.areas],
        "year": _years(spec),
        "period": [period.label.of(lang) for period in spec.plan.periods],
        "yes_no": [word("forms.yes", lang), word("forms.no", lang)],
    }
    sheet.put(row, 1, word("forms.guide_lists", lang), "section")
    found: dict[str, str] = {}
    quoted = sheet.name.replace("'", "''")
    for col, (name, choices) in enumerate(((name, of) for name, of in lists.items() if of), 1):
        sheet.put(row + 1, col, heads[name], "identity_head")
        for at, choice in enumerate(choices, row + 2):
            sheet.put(at, col, choice, "guide_text")
        letter = column_letters(col)
        found[name] = f"'{quoted}'!${letter}${row + 2}:${letter}${row + 1 + len(choices)}"
    return found


def _years(spec: FormSpec) -> Sequence[int]:
    """Return the years that a row may be of, from the base year on; none where the form is for no certain
    year.

    They are offered, not filled in: a row that has a year and nothing else would be a unit without a code.
    """
    if spec.year is None:
        return ()
    filled = {row.year for rows in spec.rows.values() for row in rows}
    return sorted({spec.year, *filled, *range(spec.plan.base_year, spec.year)})


_WHO = ("unit_code", "unit_name", "year")
_BEFORE_WIDTHS = [30.0, 10.0, 30.0, 7.0]
_BEFORE_LINE = 15.75


def before(spec: FormSpec) -> Sheet | None:
    """Return the sheet; None where no unit of the form took over one that has reported."""
    by_kind = {kind.id: _of_form(spec, kind) for kind in spec.kinds}
    if not any(by_kind.values()):
        return None
    sheet = Sheet(word("forms.before_sheet", spec.lang), list(_BEFORE_WIDTHS), tab="FF7F7F7F")
    sheet.put(1, 1, word("forms.before_title", spec.lang), "title")
    note = word("forms.before_note", spec.lang)
    sheet.put(2, 1, note, "wrapped")
    sheet.merge(2, 1, 2, 8, "wrapped")
    sheet.heights[2] = _BEFORE_LINE * (1 + len(note) // 110)
    sheet.protected = True
    row = 4
    for kind in spec.kinds:
        if by_kind[kind.id]:
            row = _kind(spec, kind, by_kind[kind.id], sheet, row) + 1
    sheet.widths += [13.0] * (max(map(max, sheet.rows.values())) - len(_BEFORE_WIDTHS))
    return sheet


def _of_form(spec: FormSpec, kind: Kind) -> list[tuple[Identity, FormRow]]:
    """Return the rows of those that units of the form took over."""
    there = {row.unit.code for row in spec.rows.get(kind.id, ())}
    return [(heir, row) for heir, row in spec.before.get(kind.id, ()) if heir.code in there]


def _kind(spec: FormSpec, kind: Kind, rows: Sequence[tuple[Identity, FormRow]], sheet: Sheet, at: int) -> int:
    """Put the rows of one kind below a row, each unit's with their sum, and return the row behind."""
    measures = [
        measure
        for measure in spec.plan.measures_of(kind.id)
        if measure.is_number and any(row.values.get(measure.id, -1) >= 0 for _, row in rows)
    ]
    sheet.put(at, 1, sheet_name(kind, spec.lang), "section")
    _heads(spec, measures, sheet, at + 1)
    at += 2
    for (heir, _), members in groupby(rows, lambda one: (one[0], one[1].year)):
        for who, figures in _lines(spec, heir, [row for _, row in members], measures):
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
    spec: FormSpec, heir: Identity, members: Sequence[FormRow], measures: Sequence[Measure]
) -> Iterator[tuple[Sequence[Value], Sequence[int]]]:
    """Yield a line for each unit that one took over in a year, who and what, then the sum of several."""
    year = members[0].year
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
