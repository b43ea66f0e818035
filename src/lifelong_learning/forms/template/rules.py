"""What may be typed into the cells of a form, said in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.forms.paper.sheet import Rule
from lifelong_learning.forms.template.fields import Field, Role
from lifelong_learning.model.findings import column_letters
from lifelong_learning.model.plan import MeasureType
from lifelong_learning.model.submission import LARGEST_COUNT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lifelong_learning.forms.template.model import FormSpec

YEARS = ("2000", "2100")


def rules_of(
    spec: FormSpec, fields: Sequence[Field], lists: Mapping[str, str], rows: tuple[int, int]
) -> Iterator[Rule]:
    """Yield a rule for every column of the 1-based `rows` that has one; `lists` gives ranges of choices."""
    columns = {field.id: column_letters(col) for col, field in enumerate(fields, 1) if not field.is_hint}
    for col, field in enumerate(fields, 1):
        cells = f"{column_letters(col)}{rows[0]}:{column_letters(col)}{rows[1]}"
        if field.role is Role.IDENTITY and field.id in lists:
            yield _choice(spec, field, cells, lists[field.id])
        elif field.role is Role.IDENTITY and field.id == "year":
            yield _say(spec, field, cells, "whole", YEARS, "year")
        elif field.measure is not None and field.measure.type is MeasureType.YES_NO:
            yield _choice(spec, field, cells, lists["yes_no"])
        elif field.measure is not None:
            yield _count(spec, field, cells, (columns, rows[0]))


def _choice(spec: FormSpec, field: Field, cells: str, listed: str) -> Rule:
    return _say(spec, field, cells, "list", (listed,), "choice")


def _count(spec: FormSpec, field: Field, cells: str, place: tuple[Mapping[str, str], int]) -> Rule:
    """A whole number ≥ 0; a part no larger than its whole, wherever that is typed already."""
    columns, row = place
    assert field.measure is not None
    whole = columns.get(field.measure.at_most or "")
    if whole is None:
        return _say(spec, field, cells, "whole", ("0", str(LARGEST_COUNT)), "count")
    cell, limit = f"{columns[field.id]}{row}", f"{whole}{row}"
    number = f"ISNUMBER({cell}),{cell}=INT({cell}),{cell}>=0,{cell}<={LARGEST_COUNT}"
    label = spec.plan.measure[field.measure.at_most or ""].label.of(spec.lang)
    test = f'IF(ISNUMBER({cell}),AND({number},OR({limit}="",{cell}<={limit})),FALSE)'
    return _say(spec, field, cells, "custom", (test,), "part", whole=label)


def _say(
    spec: FormSpec, field: Field, cells: str, kind: str, formulas: tuple[str, ...], key: str, **places: str
) -> Rule:
    message = word(f"forms.rule_{key}", spec.lang, header=field.header, **places)
    description = None if field.measure is None else field.measure.description
    prompt = "" if description is None else description.of(spec.lang)
    return Rule(cells, kind, formulas, word("forms.rule_title", spec.lang), message, prompt)
