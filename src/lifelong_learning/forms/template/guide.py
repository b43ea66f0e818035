"""The guide sheet: who fills in what, what each figure means, and the lists to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.forms.template import levels_of, named, sheet_name
from lifelong_learning.forms.workbook import Sheet
from lifelong_learning.model.findings import column_letters
from lifelong_learning.model.plan import Nature
from lifelong_learning.model.wrapping import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.forms.template import FormSpec
    from lifelong_learning.model.plan import Kind, Measure

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
