"""What a form is made of: the plan, the language, and the rows that are filled in beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lifelong_learning.model.plan import Kind, Lang, Level, Plan
    from lifelong_learning.model.submission import Identity


class FormRow(NamedTuple):
    """One row that is filled in beforehand: whose it is, its period, and what is known of it.

    `values` holds counts and yes/no (1, 0), `MISSING` and `INVALID` included; `past` tells an earlier
    year from the one to fill in.
    """

    unit: Identity
    year: int
    period: str
    values: Mapping[str, int]
    note: str | None
    past: bool


class FormSpec(Struct, frozen=True):
    """What form is wanted.

    `rows` gives by kind the rows of every unit one after the other, its past years first; `blank_rows`
    is how many open rows follow. Without a `year` the thresholds are those of the target year. `before`
    has by kind what those reported that a unit took over, beside that unit, by unit and year.
    """

    plan: Plan
    lang: Lang
    kinds: tuple[Kind, ...]
    year: int | None
    period: str
    rows: Mapping[str, Sequence[FormRow]]
    blank_rows: int
    before: Mapping[str, Sequence[tuple[Identity, FormRow]]] = field(default_factory=dict)


def levels_of(spec: FormSpec) -> list[Level]:
    """Return the levels that a row of the form may be of: those that have not ended, or that a row has."""
    plan, used = spec.plan, {row.unit.level for rows in spec.rows.values() for row in rows}
    if spec.year is None:
        return list(plan.levels)
    return [one for one in plan.levels if one.id in used or not plan.ended(one.id, spec.year, spec.period)]


def named(names: Sequence[str], lang: Lang) -> str:
    """Return a sheet's name in a language from (English, Vietnamese, others)."""
    wanted = [*names[1:2], *names] if lang == "vi" else list(names)
    return next(filter(_is_sheet_name, wanted), wanted[0][:31])


def sheet_name(kind: Kind, lang: Lang) -> str:
    """Return the name of a kind's sheet in a language."""
    names = [*dict.fromkeys([kind.sheet.of(lang), kind.sheet.en, kind.sheet.vi, *kind.also, kind.id])]
    return next(filter(_is_sheet_name, names), names[0][:31])


def _is_sheet_name(name: str) -> bool:
    return 0 < len(name) <= 31 and not any(char in "[]:*?/\\" for char in name) and name.strip("'") == name
