"""The columns of a kind's sheet: who it is, what is asked, the hints beside it; and what may be typed."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.catalogue.words import word
from lifelong_learning.forms.workbook import Rule
from lifelong_learning.model.findings import column_letters
from lifelong_learning.model.localised import lines_of
from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.model.submission import LARGEST_COUNT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lifelong_learning.forms.template import FormSpec
    from lifelong_learning.model.plan import Kind, Measure, Target

GROWTH = (IndicatorKind.GROWTH_AVERAGE, IndicatorKind.GROWTH_YEARLY)
MOST_DECIMALS = 6
YEARS = ("2000", "2100")
_WIDTHS = {"unit_code": 10.0, "unit_name": 30.0, "district": 18.0, "year": 7.0}


class Role(Enum):
    """What a column is for."""

    IDENTITY = auto()
    MEASURE = auto()
    COMMITMENT = auto()
    NOTE = auto()
    LEFT = auto()
    """How many cells of the row are still blank."""
    VALUE = auto()
    TARGET = auto()
    VERDICT = auto()


HINTS = frozenset({Role.LEFT, Role.VALUE, Role.TARGET, Role.VERDICT})


class Field(NamedTuple):
    """One column. `id` is that of its column or measure, or of its target where it is a hint."""

    role: Role
    id: str
    header: str
    width: float
    measure: Measure | None = None
    target: Target | None = None
    levels: tuple[str, ...] = ()
    """The levels that are asked; empty: all."""

    @property
    def is_hint(self) -> bool:
        """Tell whether the form fills the column itself."""
        return self.role in HINTS

    @property
    def is_input(self) -> bool:
        """Tell whether the unit's figures or answers stand in the column."""
        return self.role in (Role.MEASURE, Role.COMMITMENT)


def fields_of(spec: FormSpec, kind: Kind) -> list[Field]:
    """Return the columns of a sheet in their order, each hint right behind the last figure that it needs."""
    lang = spec.lang
    columns = {column.id: column.label.of(lang) for column in spec.plan.identity}
    who, widths = _who(spec, kind), _widths(spec)
    measures = spec.plan.measures_of(kind.id)
    hints = _hints(spec, kind, [measure.id for measure in measures])
    found = [
        Field(Role.IDENTITY, name, header, widths[name]) for name, header in columns.items() if name in who
    ]
    found.append(Field(Role.LEFT, "", word("forms.left", lang), 11.0))
    for measure in measures:
        found += [_input(spec, measure), *hints.get(measure.id, ())]
    found.append(Field(Role.NOTE, "note", columns["note"], 30.0))
    return found


def _who(spec: FormSpec, kind: Kind) -> set[str]:
    """Return the identity columns that the plan needs, or that something is known for already."""
    rows = spec.rows.get(kind.id, ())
    asked = {"unit_code", "unit_name", "level", "year", "period"}
    if asks_for_districts(spec) or any(row.unit.district for row in rows):
        asked.add("district")
    if kind.area_required or any(row.unit.area for row in rows):
        asked.add("area")
    return asked


def _widths(spec: FormSpec) -> Mapping[str, float]:
    plan, lang = spec.plan, spec.lang
    return _WIDTHS | {
        "level": _widest(level.label.of(lang) for level in plan.levels),
        "area": _widest(area.label.of(lang) for area in plan.areas),
        "period": _widest(period.label.of(lang) for period in plan.periods),
    }


def asks_for_districts(spec: FormSpec) -> bool:
    """Tell whether units have to name a district in the form's year; in an open one, at any time."""
    if spec.year is None:
        return any(level.in_district for level in spec.plan.levels)
    return spec.plan.has_districts(spec.year, spec.period)


def _widest(labels: Iterable[str]) -> float:
    return min(max(map(len, labels), default=0) + 3.0, 20.0)


def _input(spec: FormSpec, measure: Measure) -> Field:
    role = Role.MEASURE if measure.commitment is None else Role.COMMITMENT
    every = {level.id for level in spec.plan.levels}
    asked = next((one.levels for one in spec.plan.commitments if one.id == measure.commitment), ())
    header = measure.heading(spec.lang)
    width = _wide_enough(header, 12.0 if measure.is_number else 11.0, 6, 1.1)
    levels = () if every <= set(asked) else asked
    return Field(role, measure.id, header, width, measure, None, levels)


def _wide_enough(header: str, width: float, most: int, letters: float) -> float:
    """Return a column's width in which the heading takes so many lines at most, each word in one."""
    width = max(width, *(len(word) + 2.0 for word in header.split()))
    while lines_of(header, width, letters) > most:
        width += 1.0
    return width


def _hints(spec: FormSpec, kind: Kind, order: Sequence[str]) -> Mapping[str, list[Field]]:
    found: dict[str, list[Field]] = {}
    for target in spec.plan.targets:
        if kind.id in target.kinds and set(target.measures) <= set(order) and target.measures:
            last = max(target.measures, key=order.index)
            found.setdefault(last, []).extend(_columns(spec, kind, target))
    return found


def _columns(spec: FormSpec, kind: Kind, target: Target) -> Iterator[Field]:
    if target.kind in GROWTH and not any(row.past for row in spec.rows.get(kind.id, ())):
        return
    watched = any(scoped.thresholds for scoped in target.scopes)
    if target.kind in (IndicatorKind.RATIO, *GROWTH):
        yield _hint(Role.VALUE, target, spec)
    if watched and target.kind is not IndicatorKind.COVERAGE:
        yield _hint(Role.TARGET, target, spec)
    if watched:
        yield _hint(Role.VERDICT, target, spec)


def _hint(role: Role, target: Target, spec: FormSpec) -> Field:
    width = 11.0
    if target.kind is IndicatorKind.COVERAGE:
        width = _wide_enough(band_of(target, spec), 17.0, 4, 0.92)
    return Field(role, target.id, word(f"forms.{role.name.lower()}", spec.lang), width, None, target)


def band_of(target: Target, spec: FormSpec) -> str:
    """Return what stands above the hints of a target."""
    return word("forms.band_hint", spec.lang, target=target.label.of(spec.lang))


def rules_of(
    spec: FormSpec, fields: Sequence[Field], lists: Mapping[str, str], rows: tuple[int, int]
) -> Iterator[Rule]:
    """Yield a rule for every column of the 1-based `rows` that has one; `lists` gives ranges of choices."""
    columns = {field.id: column_letters(col) for col, field in enumerate(fields, 1) if not field.is_hint}
    for field in fields:
        if not field.is_hint and field.role is not Role.NOTE:
            rule = _rule(spec, field, lists, columns, rows)
            if rule is not None:
                yield rule


def _rule(
    spec: FormSpec,
    field: Field,
    lists: Mapping[str, str],
    columns: Mapping[str, str],
    rows: tuple[int, int],
) -> Rule | None:
    cells = f"{columns[field.id]}{rows[0]}:{columns[field.id]}{rows[1]}"
    listed = field.id
    if field.measure is not None:
        if field.measure.is_number:
            return _number(spec, field, cells, (columns, rows[0]))
        listed = "yes_no"
    if listed in lists:
        return _say(spec, field, cells, "list", (lists[listed],), "choice")
    return _say(spec, field, cells, "whole", YEARS, "year") if field.id == "year" else None


def _number(spec: FormSpec, field: Field, cells: str, place: tuple[Mapping[str, str], int]) -> Rule:
    """A number ≥ 0 with as many decimals as its measure has; a part no larger than its whole, and parts and
    their whole agreeing, wherever those are typed already."""
    columns, row = place
    measure = field.measure
    assert measure is not None
    at = {column: f"{letters}{row}" for column, letters in columns.items()}
    cell, decimals = at[measure.id], measure.decimals
    agreements = list(_agreements(spec, measure, at))
    if not agreements and not decimals:
        return _say(spec, field, cells, "whole", ("0", str(LARGEST_COUNT)), "count")
    tests = [test for test, _, _ in agreements]
    key, places = agreements[-1][1:] if agreements else ("amount", {})
    exact = f"{cell}=INT({cell})" if not decimals else f"ROUND({cell},{decimals})={cell}"
    number = f"ISNUMBER({cell}),{exact},{cell}>=0,{cell}<={LARGEST_COUNT // measure.scale}"
    test = f"IF(ISNUMBER({cell}),AND({','.join([number, *tests])}),FALSE)"
    return _say(spec, field, cells, "custom", (test,), key, **places, decimals=str(decimals))


def _agreements(
    spec: FormSpec, measure: Measure, at: Mapping[str, str]
) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield the tests of a number against its whole and its parts, given the cells of a row: the test, the
    key of what is said, and whom it names."""
    cell = at[measure.id]
    if measure.at_most is not None and measure.at_most in at:
        whole = at[measure.at_most]
        named = spec.plan.measure[measure.at_most].label.of(spec.lang)
        yield f'OR({whole}="",{cell}<={whole})', "part", {"whole": named}
    if measure.parts and at.keys() >= set(measure.parts):
        listed = ",".join(at[part] for part in measure.parts)
        agrees = f"ROUND(SUM({listed})-{cell},{MOST_DECIMALS})=0"
        named = " + ".join(spec.plan.measure[part].label.of(spec.lang) for part in measure.parts)
        yield f"OR(COUNT({listed})<{len(measure.parts)},{agrees})", "sum", {"parts": named}


def _say(
    spec: FormSpec, field: Field, cells: str, kind: str, formulas: tuple[str, ...], key: str, **places: str
) -> Rule:
    message = word(f"forms.rule_{key}", spec.lang, header=field.header, **places)
    description = None if field.measure is None else field.measure.description
    prompt = "" if description is None else description.of(spec.lang)
    return Rule(cells, kind, formulas, word("forms.rule_title", spec.lang), message, prompt)
