"""Every name that a plan knows for sheets, columns and choices, ready to be looked up."""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from lifelong_learning.model.names import fold, pattern
from lifelong_learning.model.plan import Bilingual, Measure, MeasureType
from lifelong_learning.submission.names import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lifelong_learning.model.plan import Choice, Column, Kind, Level, Plan
    from lifelong_learning.submission.sheet.headings import SheetHeader

REPORTED = "reported"
"""What a sheet of published figures holds."""
GUIDE = "guide"
"""What a sheet holds that is passed over in silence."""
_NUMBER = pattern(r" [0-9]{1,3}$")
DEFAULT_PERIOD = "year"
"""The period that a blank cell means."""

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
        self.labelled: dict[str, tuple[str, int | None] | None] = {}


class Vocabulary:
    """The names of one plan, folded; each kind of them is gathered when it is first asked for."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def kind(self) -> Mapping[str, Kind]:
        """The kinds of unit by their ids."""
        return {kind.id: kind for kind in self.plan.kinds}

    @cached_property
    def columns(self) -> Mapping[str, ColumnNames]:
        """The names of columns by kind of unit."""
        identity, kinds = self.plan.identity, self.plan.kinds
        return {kind.id: _names((*identity, *self.plan.measures_of(kind.id))) for kind in kinds}

    @cached_property
    def every(self) -> ColumnNames:
        """The names of columns of all kinds of unit."""
        return ColumnNames(dict(chain.from_iterable(names.items() for names in self.columns.values())))

    @cached_property
    def reported(self) -> ColumnNames:
        """The names of columns of the sheet of published figures."""
        shared = (column for column in self.plan.identity if column.id in _REPORTED)
        return _names((*shared, *self.plan.reported_columns))

    def sheet(self, name: str) -> str | None:
        """Return what a sheet holds by its name: a kind of unit, `REPORTED`, `GUIDE` where it is passed over
        in silence (a guide, or a sheet that this program wrote), or None for an unknown name."""
        folded = fold(name)
        if folded in self._sheets:
            return self._sheets[folded]
        return GUIDE if _NUMBER.sub("", folded) in _own_sheets() else None

    @cached_property
    def _sheets(self) -> Mapping[str, str]:
        plan = self.plan
        found = dict.fromkeys(map(fold, plan.guide_sheet), GUIDE)
        for kind in plan.kinds:
            found |= dict.fromkeys(map(fold, (kind.sheet.en, kind.sheet.vi, *kind.also)), kind.id)
        return found | dict.fromkeys(map(fold, plan.reported_sheet), REPORTED)

    @cached_property
    def choices(self) -> Mapping[str, Mapping[str, str]]:
        """The ids of the permitted values by their names, for every identity column that has such."""
        found = {column: _by_name(known) for column, known in self._permitted.items()}
        return found | {"level": found["level"] | _by_name(self.plan.levels, "cấp ")}

    @cached_property
    def allowed(self) -> Mapping[str, Bilingual]:
        """The permitted values of these columns, as a message lists them."""
        return {column: listed(choice.label for choice in known) for column, known in self._permitted.items()}

    @property
    def _permitted(self) -> Mapping[str, Sequence[Choice | Level]]:
        return {"level": self.plan.levels, "area": self.plan.areas, "period": self.plan.periods}

    @cached_property
    def labels(self) -> Mapping[str, Bilingual]:
        """The labels of columns by their ids."""
        plan = self.plan
        known: tuple[Column | Measure, ...] = (*plan.measures, *plan.reported_columns, *plan.identity)
        return _REGISTER_LABELS | {column.id: column.label for column in known}

    @cached_property
    def in_district(self) -> frozenset[str]:
        """The levels whose units name their district."""
        return frozenset(level.id for level in self.plan.levels if level.in_district)

    @cached_property
    def counts(self) -> frozenset[str]:
        """The measures that are counts."""
        return frozenset(one.id for one in self.plan.measures if one.type is MeasureType.COUNT)

    @cached_property
    def _words_of_measure(self) -> frozenset[str]:
        units = [measure.unit for measure in self.plan.measures if measure.unit is not None]
        own = chain.from_iterable((unit.en, unit.vi) for unit in units)
        return frozenset(map(fold, (*self.plan.words_of_measure, *own)))

    @cached_property
    def units_of_measure(self) -> re.Pattern[str]:
        """A word of measure at the end of a text, with the space before it."""
        longest_first = sorted(self._words_of_measure, key=lambda word: (-len(word), word))
        words = "|".join(map(re.escape, longest_first))
        return pattern(rf"\s*(?:{words})\.?$" if words else r"(?!)")

    @cached_property
    def unit_words(self) -> frozenset[str]:
        """The words of which words of measure consist."""
        return frozenset(word.strip(",") for unit in self._words_of_measure for word in unit.split())

    @cached_property
    def kind_words(self) -> frozenset[str]:
        """The names of kinds of unit, each alone."""
        labels = chain.from_iterable((kind.label.vi, kind.label.en) for kind in self.plan.kinds)
        return frozenset(fold(word) for label in labels for word in re.split(", | or ", label))


@cache
def _own_sheets() -> frozenset[str]:
    """Return the names of the sheets that the program writes into workbooks, beside the guide."""
    from lifelong_learning.catalogue.words import both

    names = map(both, ("forms.sources", "forms.marked_sheet", "forms.before_sheet"))
    return frozenset(map(fold, chain.from_iterable((name.en, name.vi) for name in names)))


class _SamePlan:
    """A plan as a key of the cache, by identity: to hash its whole content would cost more."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SamePlan) and other.plan is self.plan

    def __hash__(self) -> int:
        return id(self.plan)


def vocabulary(plan: Plan) -> Vocabulary:
    """Return the names that a plan knows; made once for each plan."""
    return _made(_SamePlan(plan))


@lru_cache(maxsize=8)
def _made(same: _SamePlan) -> Vocabulary:
    return Vocabulary(same.plan)


def _names(columns: Iterable[Column | Measure]) -> ColumnNames:
    found: dict[str, str] = {}
    for column in columns:
        headings = (column.heading("en"), column.heading("vi")) if isinstance(column, Measure) else ()
        for name in (column.id, column.label.en, column.label.vi, *headings, *column.also):
            found.setdefault(fold(name), column.id)
    return ColumnNames(found)


def _by_name(choices: Iterable[Choice | Level], before: str = "") -> dict[str, str]:
    return {
        fold(before + name): choice.id
        for choice in choices
        for name in (choice.id, choice.label.en, choice.label.vi, *choice.also)
    }
