"""Every name that a plan knows for sheets, columns and choices, ready to be looked up."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from lifelong_learning.model.names import fold
from lifelong_learning.model.plan import Bilingual, Measure, MeasureType
from lifelong_learning.submission.names import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lifelong_learning.model.plan import Choice, Column, Kind, Level, Plan
    from lifelong_learning.submission.sheet.header import SheetHeader
    from lifelong_learning.submission.sheet.labels import LabelledColumn

SERIAL = frozenset({"stt", "tt", "số tt", "số thứ tự", "thứ tự", "no", "no.", "#", "s/n"})
"""Headers of a column that merely counts the rows."""

TOTALS = frozenset(
    map(fold, ("tổng", "tổng số", "cộng", "tổng cộng", "toàn tỉnh", "cộng trang", "mang sang", "total"))
)
"""What a row of sums is called."""

MISSING_WORDS = frozenset({"…", "...", "không có số liệu"})
"""Ways of saying that there is no figure."""

NIL_WORDS = frozenset({"-", "–", "—", "−"})
"""A dash in a count: nil."""

REGISTER_NAMES = {
    "kind": ("kind", "Kind of unit", "Loại đơn vị", "Loại hình", "Loại"),
    "valid_from": ("valid_from", "Valid from", "Có từ năm", "Từ năm"),
    "valid_to": ("valid_to", "Valid to", "Có đến năm", "Đến năm"),
    "successor": (
        "successor", "Successor", "Đơn vị tiếp nhận", "Mã đơn vị tiếp nhận", "Đơn vị kế thừa",
        "Mã đơn vị kế thừa",
    ),
}  # fmt: skip
"""The columns that only a register has: id, English and Vietnamese label, other names."""

_REGISTER_LABELS = {column: Bilingual(names[1], names[2]) for column, names in REGISTER_NAMES.items()}
_REPORTED = frozenset({"level", "area", "district", "year", "period", "note"})

YES = frozenset({"có", "yes", "true", "x", "1"})
NO = frozenset({"không", "no", "false", "0"})


class ColumnNames(dict[str, str]):
    """Folded names of columns with their ids; `headers` keeps what is known of rows of such names, and
    `labelled` what is known of single headings."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__(names)
        self.headers: dict[tuple[object, ...], SheetHeader] = {}
        self.labelled: dict[str, LabelledColumn | None] = {}


class Vocabulary(Struct, frozen=True, dict=True):
    """The names of one plan, folded.

    `columns` has, by kind of unit, each name with the id of its column, `every` those of all kinds;
    `kind_of_sheet` the sheets' names; `choices` the permitted values by identity column.
    """

    plan: Plan
    columns: Mapping[str, ColumnNames]
    every: ColumnNames
    reported: ColumnNames
    kind_of_sheet: Mapping[str, str]
    reported_sheets: frozenset[str]
    guide_sheets: frozenset[str]
    choices: Mapping[str, Mapping[str, str]]
    allowed: Mapping[str, Bilingual]
    labels: Mapping[str, Bilingual]
    in_district: frozenset[str]
    units_of_measure: re.Pattern[str]
    unit_words: frozenset[str]
    counts: frozenset[str]
    kind_words: frozenset[str]

    @cached_property
    def kind(self) -> Mapping[str, Kind]:
        """The kinds of unit by their ids."""
        return {kind.id: kind for kind in self.plan.kinds}

    @property
    def default_period(self) -> str:
        """The period that a blank cell means."""
        return "year"


class ByIdentity:
    """A plan as a key of the cache, by identity: to hash its whole content would cost more."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByIdentity) and other.plan is self.plan

    def __hash__(self) -> int:
        return id(self.plan)


def vocabulary(plan: Plan) -> Vocabulary:
    """Return the names that a plan knows; made once for each plan."""
    return _built(ByIdentity(plan))


@lru_cache(maxsize=8)
def _built(holder: ByIdentity) -> Vocabulary:
    return _build(holder.plan)


def _build(plan: Plan) -> Vocabulary:
    choices: dict[str, Sequence[Choice | Level]] = {
        "level": plan.levels, "area": plan.areas, "period": plan.periods,
    }  # fmt: skip
    columns = {kind.id: _names((*plan.identity, *plan.measures_of(kind.id))) for kind in plan.kinds}
    units = (measure.unit for measure in plan.measures if measure.unit is not None)
    words_of_measure = (*plan.words_of_measure, *(text for unit in units for text in (unit.en, unit.vi)))
    known: tuple[Column | Measure, ...] = (*plan.measures, *plan.reported_columns, *plan.identity)
    return Vocabulary(
        plan=plan,
        columns=columns,
        every=ColumnNames({name: column for names in columns.values() for name, column in names.items()}),
        reported=_names((*(c for c in plan.identity if c.id in _REPORTED), *plan.reported_columns)),
        kind_of_sheet={name: kind.id for kind in plan.kinds for name in _sheet_names(kind)},
        reported_sheets=frozenset(map(fold, plan.reported_sheet)),
        guide_sheets=frozenset(map(fold, plan.guide_sheet)),
        choices={column: _choices(known) for column, known in choices.items()}
        | {"level": _choices(plan.levels) | _choices(plan.levels, "cấp ")},
        allowed={column: listed(choice.label for choice in known) for column, known in choices.items()},
        labels=_REGISTER_LABELS | {column.id: column.label for column in known},
        in_district=frozenset(level.id for level in plan.levels if level.in_district),
        units_of_measure=_word_pattern(words_of_measure),
        kind_words=_kind_words(plan.kinds),
        unit_words=frozenset(word.strip(",") for unit in words_of_measure for word in fold(unit).split()),
        counts=frozenset(measure.id for measure in plan.measures if measure.type is MeasureType.COUNT),
    )


def _kind_words(kinds: Iterable[Kind]) -> frozenset[str]:
    labels = [label for kind in kinds for label in (kind.label.vi, kind.label.en)]
    return frozenset(fold(word) for label in labels for word in re.split(", | or ", label))


def _names(columns: Iterable[Column | Measure]) -> ColumnNames:
    found: dict[str, str] = {}
    for column in columns:
        headings = (column.heading("en"), column.heading("vi")) if isinstance(column, Measure) else ()
        for name in (column.id, column.label.en, column.label.vi, *headings, *column.also):
            found.setdefault(fold(name), column.id)
    return ColumnNames(found)


def _sheet_names(kind: Kind) -> set[str]:
    return {fold(name) for name in (kind.sheet.en, kind.sheet.vi, *kind.also)}


def _choices(choices: Iterable[Choice | Level], before: str = "") -> dict[str, str]:
    return {
        fold(before + name): choice.id
        for choice in choices
        for name in (choice.id, choice.label.en, choice.label.vi, *choice.also)
    }


def _word_pattern(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return re.compile(
        r"\s*(?:" + "|".join(map(re.escape, longest_first)) + r")\.?$" if longest_first else r"(?!)"
    )
