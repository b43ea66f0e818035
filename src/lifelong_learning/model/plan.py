"""A plan: what a province asks of its libraries, museums and cultural houses, each figure with its clause.

Everything here is made by `plan/` from YAML and is frozen afterwards. Figures are exact fractions:
10% is Fraction(1, 10); a count is a whole fraction, an amount or a figure per 1,000 stands as it is written.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Literal, NamedTuple

from msgspec import Struct

from lifelong_learning.model.localised import Decimal, end_of_month
from lifelong_learning.model.record import Shown

Lang = Literal["en", "vi"]


class MeasureType(StrEnum):
    """What a cell of the measure holds."""

    COUNT = "count"
    AMOUNT = "amount"
    YES_NO = "yes_no"


class Nature(StrEnum):
    """A flow belongs to a period, a stock holds at its end."""

    FLOW = "flow"
    STOCK = "stock"


class IndicatorKind(StrEnum):
    """How an indicator is computed. Closed: a new one is a function in `scoring/` and its cases."""

    RATIO = "ratio"
    GROWTH_AVERAGE = "growth_average"
    GROWTH_YEARLY = "growth_yearly"
    COVERAGE = "coverage"
    COUNT = "count"
    REPORTED = "reported"

    @property
    def grows(self) -> bool:
        """Whether a value compares two years."""
        return self in (IndicatorKind.GROWTH_AVERAGE, IndicatorKind.GROWTH_YEARLY)


class Together(StrEnum):
    """How the counts or amounts of several units become one of their group."""

    SUM = "sum"
    MEAN = "mean"


class Due(StrEnum):
    """When a threshold must be reached."""

    EACH_YEAR = "each_year"
    TARGET_YEAR = "target_year"


class Bilingual(Struct, frozen=True, metaclass=Shown):
    """A text in English and Vietnamese."""

    en: str
    vi: str

    def of(self, lang: Lang) -> str:
        """Return the text in one language."""
        return self.vi if lang == "vi" else self.en


class Scale(NamedTuple):
    """How figures are read: as percentages, as yes or no, or as they are, with a unit and decimals."""

    form: str
    """`ratio`, `yes_no` or `count`."""
    unit: Bilingual | None = None
    decimals: int = 2


PERCENTAGES, ANSWERS = Scale("ratio"), Scale("yes_no")


class Citation(Struct, frozen=True, metaclass=Shown):
    """Where a figure comes from: the clause (Part.Section.Item¶dash) and its operative phrase."""

    clause: str
    quote: str
    verified: str | None = None
    """ISO date on which someone last compared the figure with the document."""


class Choice(Struct, frozen=True, metaclass=Shown):
    """One permitted value of an identity column: an id and the names that people type for it."""

    id: str
    label: Bilingual
    also: tuple[str, ...] = ()


class Level(Struct, frozen=True, metaclass=Shown):
    """An administrative level, highest first in the plan. `in_district`: its units name their district.

    `until` is the last day (ISO) on which there are units of the level; None where it goes on.
    """

    id: str
    label: Bilingual
    also: tuple[str, ...] = ()
    in_district: bool = True
    until: str | None = None

    def ended(self, day: str) -> bool:
        """Tell whether the level ended before a day."""
        return self.until is not None and self.until < day


class Period(Choice, frozen=True, metaclass=Shown):
    """A reporting period: a year, or the months of it from `first_month` to `last_month`.

    `share` is the part of a year's flow that is expected of it: 1 of the year.
    """

    share: Fraction = Fraction(1)
    first_month: int = 1
    last_month: int = 12

    def contains(self, other: Period) -> bool:
        """Tell whether another, shorter period lies within this one."""
        mine, its = (self.first_month, self.last_month), (other.first_month, other.last_month)
        return mine != its and mine[0] <= its[0] and its[1] <= mine[1]


class Kind(Struct, frozen=True, metaclass=Shown):
    """A kind of unit (library, museum, …) and the names of its sheet."""

    id: str
    label: Bilingual
    sheet: Bilingual
    also: tuple[str, ...] = ()
    area_required: bool = False


class Column(Struct, frozen=True, metaclass=Shown):
    """A column that is not a measure (identity, or of the `Reported` sheet): its id and labels."""

    id: str
    label: Bilingual
    also: tuple[str, ...] = ()


class Measure(Struct, frozen=True, metaclass=Shown):
    """A figure that units report.

    `at_most` names the measure that it is a part of (part ≤ whole), `parts` those that add up to it.
    `commitment` names the commitment whose yes/no column this is. A figure of `decimals` decimals is kept as
    a whole number of its last decimal: 12.5 as 125.
    """

    id: str
    kinds: tuple[str, ...]
    label: Bilingual
    type: MeasureType
    nature: Nature
    at_most: str | None = None
    also: tuple[str, ...] = ()
    description: Bilingual | None = None
    commitment: str | None = None
    decimals: int = 0
    unit: Bilingual | None = None
    parts: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        """Tell whether the measure is a count or an amount."""
        return self.type is not MeasureType.YES_NO

    @property
    def scale(self) -> int:
        """How many of its last decimal make one."""
        scale: int = 10**self.decimals
        return scale

    def heading(self, lang: Lang) -> str:
        """Return what its column is called: its label, and the unit that its figures are in."""
        label = self.label.of(lang)
        return label if self.unit is None else f"{label} ({self.unit.of(lang)})"

    def figure(self, kept: int) -> int | float:
        """Return the figure that is kept as a whole number of its last decimal."""
        return kept / self.scale if self.decimals else kept

    def written(self, kept: int) -> str:
        """Return the figure as Python writes it, with no needless decimals."""
        if not self.decimals:
            return str(kept)
        whole, rest = divmod(kept, self.scale)
        return Decimal(f"{whole}.{rest:0{self.decimals}d}".rstrip("0").rstrip("."))


class Scope(Struct, frozen=True, metaclass=Shown):
    """What narrows a threshold; None means any.

    `units` are the codes of the only units that it holds for, where it names any; `others` are those that
    other scopes of the target name, which it does not hold for.
    """

    level: str | None = None
    area: str | None = None
    units: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, str | list[str]]:
        """Return the keys that narrow, as in the JSON."""
        pairs = (("level", self.level), ("area", self.area), ("units", list(self.units) or None))
        return {key: value for key, value in pairs if value is not None}

    def takes(self, code: str) -> bool:
        """Tell whether a unit falls under the scope by its code, as far as codes are named."""
        return code in self.units if self.units else code not in self.others

    def holds(self, level: str | None, area: str | None) -> bool:
        """Tell whether a unit of that level and area falls under the scope."""
        return self.level in (None, level) and self.area in (None, area)


class Threshold(Struct, frozen=True, metaclass=Shown):
    """A figure, or a band (`upper` is not a cap: above it the target is exceeded), from a year on."""

    lower: Fraction
    upper: Fraction | None = None
    since: int | None = None


class OtherFigure(Struct, frozen=True, metaclass=Shown):
    """The figure that a target has for one of its scopes as a whole, in the same year and period."""

    target: str
    scope: Scope


class ScopedThresholds(Struct, frozen=True, metaclass=Shown):
    """The thresholds of one scope, by year; empty where the plan watches without a figure, and where
    `like` names the figure of another target that takes the place of one.

    `at_most`: the figures are not to be passed, in place of reached.
    """

    scope: Scope
    thresholds: tuple[Threshold, ...]
    at_most: bool = False
    like: OtherFigure | None = None

    @property
    def watched(self) -> bool:
        """Tell whether the plan asks for no figure."""
        return not self.thresholds and self.like is None

    def asked(self, threshold: Threshold) -> Fraction:
        """Return the figure that is met when it is just reached; of a band not to be passed its upper one."""
        upper = threshold.upper
        return upper if self.at_most and upper is not None else threshold.lower

    def beyond(self, threshold: Threshold) -> Fraction:
        """Return the figure behind which the target is exceeded: a band's farther one."""
        upper = threshold.upper
        return threshold.lower if self.at_most or upper is None else upper

    def in_force(self, year: int, due: Due) -> Threshold | None:
        """Return the threshold of a year: the latest dated one up to then.

        Before the first date, a target for the target year is held against the coming figure; a
        target of each year has none yet.
        """
        current = [t for t in self.thresholds if t.since is None or t.since <= year]
        if current:
            return current[-1]
        return self.thresholds[0] if self.thresholds and due is Due.TARGET_YEAR else None


class Target(Struct, frozen=True, metaclass=Shown):
    """One target of the plan.

    Measures by indicator kind: ratio → `numerator` / `denominator` (each a sum); growth and count →
    `numerator`; coverage → `numerator` is one measure, done where yes, or where ≥ `at_least`;
    reported → none. `per`: a ratio is a figure for so many of its denominator, no percentage. `unit` is what
    its figures are in, `decimals` how many of them are shown. `together`: how a count of several units
    becomes their group's.
    """

    id: str
    label: Bilingual
    kind: IndicatorKind
    kinds: tuple[str, ...]
    numerator: tuple[str, ...]
    denominator: tuple[str, ...]
    at_least: int | None
    scopes: tuple[ScopedThresholds, ...]
    due: Due
    weight: Fraction
    base_year: int
    target_year: int
    source: Citation
    remark: Bilingual | None = None
    per: int | None = None
    unit: Bilingual | None = None
    decimals: int = 2
    together: Together | None = None

    @property
    def scale(self) -> Scale:
        """How its figures are read."""
        plain = self.kind is IndicatorKind.COUNT or self.per is not None
        return Scale("count", self.unit, self.decimals) if plain else PERCENTAGES

    @property
    def measures(self) -> tuple[str, ...]:
        """Every measure that a value needs."""
        return self.numerator + self.denominator

    def scoped(self, scope: Scope) -> ScopedThresholds:
        """Return what one of its scopes asks for."""
        return next(scoped for scoped in self.scopes if scoped.scope == scope)

    def outlived(self, year: int) -> tuple[str, int] | None:
        """Return what a year lies beyond, with its own year: the `target_year`, else the last dated
        `threshold`; None where the figures are written for the year."""
        if year > self.target_year:
            return "target_year", self.target_year
        dated = [scoped.thresholds[-1].since for scoped in self.scopes if scoped.thresholds]
        last = max((since for since in dated if since is not None), default=year)
        return ("threshold", last) if year > last else None


class Commitment(Struct, frozen=True, metaclass=Shown):
    """A clause without a figure: yes or no, listed beside the targets, never in a score.

    Done where `measure` is yes, or ≥ `at_least` where that is given.
    """

    id: str
    label: Bilingual
    kinds: tuple[str, ...]
    levels: tuple[str, ...]
    measure: str
    at_least: int | None
    source: Citation


class Plausibility(Struct, frozen=True, metaclass=Shown):
    """A figure that is more than `jump_factor` times the year before's, or less than its inverse, is
    doubted, where the larger of the two is at least `jump_from`."""

    jump_factor: Fraction
    jump_from: int


class Plan(Struct, frozen=True, dict=True, metaclass=Shown):
    """A whole plan, checked and in order."""

    id: str
    title: Bilingual
    document: Bilingual
    base_year: int
    target_year: int
    base_year_remark: Bilingual | None
    levels: tuple[Level, ...]
    areas: tuple[Choice, ...]
    periods: tuple[Period, ...]
    kinds: tuple[Kind, ...]
    identity: tuple[Column, ...]
    reported_sheet: tuple[str, ...]
    reported_columns: tuple[Column, ...]
    guide_sheet: tuple[str, ...]
    measures: tuple[Measure, ...]
    targets: tuple[Target, ...]
    commitments: tuple[Commitment, ...]
    plausibility: Plausibility
    words_of_measure: tuple[str, ...]
    sha256: str

    @cached_property
    def measure(self) -> dict[str, Measure]:
        """Measures by id, in the plan's order."""
        return {m.id: m for m in self.measures}

    @cached_property
    def target(self) -> dict[str, Target]:
        """Targets by id, in the plan's order."""
        return {t.id: t for t in self.targets}

    @cached_property
    def measure_order(self) -> dict[str, int]:
        """Position of every measure in the plan."""
        return {m.id: i for i, m in enumerate(self.measures)}

    @cached_property
    def period(self) -> dict[str, Period]:
        """Periods by id, in the plan's order."""
        return {period.id: period for period in self.periods}

    @cached_property
    def period_ends(self) -> dict[str, int]:
        """The month that each period ends with."""
        return {period.id: period.last_month for period in self.periods}

    def last_day(self, year: int, period: str) -> str:
        """Return the last day of a period as an ISO date."""
        return end_of_month(year, self.period_ends[period])

    @cached_property
    def ending(self) -> dict[str, Level]:
        """The levels that are said to end, by id."""
        return {level.id: level for level in self.levels if level.until is not None}

    def ended(self, level: str | None, year: int, period: str) -> bool:
        """Tell whether a level ended before the end of a period."""
        found = self.ending.get(level or "")
        return found is not None and found.ended(self.last_day(year, period))

    def last_years(self, period: str) -> dict[str, int]:
        """Return the last year in which there are units of a level for a period, of the levels that end."""
        found = {}
        for level in self.ending.values():
            year = int((level.until or "")[:4])
            found[level.id] = year - level.ended(self.last_day(year, period))
        return found

    def has_districts(self, year: int, period: str) -> bool:
        """Tell whether units name their district in a period: once a level has ended, none has to."""
        if any(self.ended(level, year, period) for level in self.ending):
            return False
        return any(level.in_district for level in self.levels)

    def measures_of(self, kind: str) -> tuple[Measure, ...]:
        """Return the measures of a kind of unit, in the plan's order."""
        return tuple(m for m in self.measures if kind in m.kinds)
