"""Cases and their outcomes as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lifelong_learning.api.cases.figures import Written
    from lifelong_learning.api.request import Filters
    from lifelong_learning.model.plan import Bilingual
    from lifelong_learning.model.submission import RegisterEntry, ReportedFigure


class Place(NamedTuple):
    """Where something is written."""

    file: str
    line: int
    column: int


class CaseUnit(Struct, frozen=True):
    """One unit of a case; `figures` are counts, `MISSING` or `INVALID` by (year, period) and measure."""

    kind: str
    code: str
    level: str | None
    district: str | None
    area: str | None
    figures: Mapping[tuple[int, str], Mapping[str, int]]


class Expectation(Struct, frozen=True):
    """What must come out of one result, one group, or (without a target) one unit as a whole.

    `fields` holds only what is written. `absent`: there must be no such result.
    """

    place: Place
    unit: str | None
    kind: str | None
    target: str | None
    scope: Mapping[str, str] | None
    district: str | None
    absent: bool
    fields: Mapping[str, Written]


class Case(Struct, frozen=True):
    """One case: a small submission, how it is evaluated, and what must come out."""

    place: Place
    name: str
    why: str
    plan: str | None
    year: int
    period: str
    base_year: int | None
    by_district: bool
    filters: Filters
    units: tuple[CaseUnit, ...]
    reported: tuple[ReportedFigure, ...]
    register: tuple[RegisterEntry, ...] | None
    expectations: tuple[Expectation, ...] = field(default=())


class Difference(NamedTuple):
    """One thing that came out otherwise: what it is, and both sides: figures and ids, or words."""

    what: str
    expected: str | Bilingual
    actual: str | Bilingual
    file: str
    line: int


class CaseOutcome(NamedTuple):
    """One case with what came out otherwise than it says."""

    case: str
    why: str
    differences: tuple[Difference, ...]
    file: str
    line: int

    @property
    def passed(self) -> bool:
        """True where everything that is written came out so."""
        return not self.differences
