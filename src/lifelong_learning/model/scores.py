"""Verdicts: what the engine says of every unit and group. Exact until a report prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from lifelong_learning.model.record import Shown
from lifelong_learning.model.status import VERDICTS as VERDICTS
from lifelong_learning.model.status import Reason as Reason
from lifelong_learning.model.status import Status as Status  # noqa: TC001 - given on, as the others

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from lifelong_learning.model.plan import Commitment, Plan, Scale, Scope, Target
    from lifelong_learning.model.status import Waiver
    from lifelong_learning.model.submission import CellRef, FileInfo, Identity
    from lifelong_learning.model.succession import Succession
    from lifelong_learning.model.yardstick import Line, Yardstick


class Exact(NamedTuple):
    """An exact figure num / den with den > 0, not reduced; cheap to make by the hundred thousand."""

    num: int
    den: int

    @classmethod
    def of(cls, fraction: Fraction) -> Exact:
        """Return a fraction as an exact figure."""
        return cls(fraction.numerator, fraction.denominator)

    def __float__(self) -> float:
        """The nearest float."""
        return self.num / self.den

    def over(self, divisor: Exact) -> Exact:
        """Return figure / divisor, for a divisor > 0."""
        return Exact(self.num * divisor.den, self.den * divisor.num)

    def above(self, other: Exact) -> bool:
        """Tell whether the figure is greater than another."""
        return self.num * other.den > other.num * self.den

    def at_least(self, other: Exact) -> bool:
        """Tell whether the figure is another or greater."""
        return self.num * other.den >= other.num * self.den

    def as_written(self) -> float | int:
        """Return the figure as a number: a whole one without a fraction."""
        whole, rest = divmod(self.num, self.den)
        return self.num / self.den if rest else whole

    def floored(self, decimals: int) -> int:
        """Return ⌊figure × 10^decimals⌋, towards −∞, so that nothing printed overstates."""
        shift: int = 10**decimals
        return self.num * shift // self.den


ONE, ZERO = Exact(1, 1), Exact(0, 1)


class Value(NamedTuple):
    """An indicator value on the scale that its target has: yes/no, a plain figure, or a fraction."""

    exact: Exact
    scale: Scale
    up: bool = False
    """Rounded up for people: a figure that is not to be passed never looks smaller than it is."""

    @property
    def form(self) -> str:
        """The form of its scale."""
        return self.scale.form

    def plain(self) -> float | int | bool:
        """Return the value as JSON has it."""
        if self.form == "yes_no":
            return self.exact.num != 0
        if self.form == "count":
            return self.exact.as_written()
        return float(self.exact)


class Bounds(NamedTuple):
    """The threshold that a result was held against; both None where there is none.

    `at_most`: the figures are not to be passed, so that everything is the other way round.
    """

    lower: Exact | None
    upper: Exact | None
    scale: Scale
    at_most: bool = False

    @property
    def form(self) -> str:
        """The form of its scale, `ratio` or `count`."""
        return self.scale.form

    @property
    def asked(self) -> Exact | None:
        """The figure that is met when it is just reached: the threshold, or the limit; of a band that is
        not to be passed, its upper figure."""
        return self.upper if self.at_most and self.upper is not None else self.lower

    @property
    def beyond(self) -> Exact | None:
        """The figure behind which the target is exceeded: a band's farther one."""
        return self.lower if self.at_most or self.upper is None else self.upper

    def as_good(self, value: Exact, as_what: Exact) -> bool:
        """Tell whether a value is as good as a figure, or better."""
        return as_what.at_least(value) if self.at_most else value.at_least(as_what)


class Outcome(Struct, frozen=True, metaclass=Shown):
    """What came out of one target for a unit or a group. `reason` is a `Reason`, or a measure's id for
    `no_data`.

    `line` is the straight line that the status was judged by, None where it hangs on none.
    """

    yardstick: Yardstick
    value: Value | None
    status: Status
    reason: str | None
    attainment: Exact | None
    base_year: int | None
    line: Line | None

    @property
    def target(self) -> Target:
        """The target that was judged."""
        return self.yardstick.target

    @property
    def scope(self) -> Scope:
        """The scope of the target."""
        return self.yardstick.scope

    @property
    def bounds(self) -> Bounds:
        """The threshold that the value was held against."""
        return self.yardstick.bounds

    @property
    def direction(self) -> str:
        """Whether the threshold is to be reached or not to be passed: `at_least` or `at_most`."""
        return "at_most" if self.bounds.at_most else "at_least"

    @property
    def excess(self) -> Exact | None:
        """Attainment − 1."""
        reached = self.attainment
        return None if reached is None else Exact(reached.num - reached.den, reached.den)


class Result(Outcome, frozen=True):
    """One target's outcome for one unit. A waived result keeps its status and counts in no score."""

    waiver: Waiver | None = None


class GroupResult(Outcome, frozen=True):
    """One target's outcome for one group: the whole submission, or one district of it.

    `members` is the number of units in the group, `reporting` of those that entered the value (None for a
    reported figure), `left_out` the codes of the others, `absent` their kinds and codes. `place` is the cell
    of a reported figure.
    """

    district: str | None
    members: int | None
    reporting: int | None
    left_out: tuple[str, ...]
    provisional: bool
    origin: str
    place: CellRef | None = None
    absent: frozenset[tuple[str, str]] = frozenset()


class Standing(NamedTuple):
    """Where a group stands on its way: the base-year value, the points of the path that a chart draws,
    where the straight line stands in the evaluated year, the average change a year since the base year,
    and the change that is still needed in each year left.

    Of an average growth the last two are rates; of a share they are differences of fractions. There is
    no average change where units are missing from one of the two years alone.
    """

    start: Exact | None
    path: tuple[tuple[int, Exact], ...]
    expected: Exact | None
    yearly: Exact | None
    needed: Exact | None


class Input(NamedTuple):
    """A cell that a value was computed from; `value` None: blank, taken out, or no such cell.

    `unit` is the code of another unit that this one took over, None for its own cells.
    """

    measure: str
    year: int
    period: str
    value: float | int | bool | None
    place: CellRef | None
    unit: str | None = None


class Share(NamedTuple):
    """What one unit adds to the value of its group: its cells, and whether it entered the value."""

    unit: UnitScore
    inputs: tuple[Input, ...]
    entered: bool


class CommitmentResult(NamedTuple):
    """Whether a unit kept a commitment; None: not said."""

    commitment: Commitment
    done: bool | None
    place: CellRef | None


class UnitScore(NamedTuple):
    """All that is said of one unit. `position` is its place in the panel of its kind.

    `score` is 0–100, `completeness` a fraction; None without a verdict, or without an applicable target.
    """

    kind: str
    position: int
    identity: Identity
    results: tuple[Result, ...]
    score: Exact | None
    completeness: Exact | None


class Vacant(NamedTuple):
    """A scope of a target in which the register has no unit in the evaluated year."""

    target: Target
    scope: Scope


class Scorecard(Struct, frozen=True, metaclass=Shown):
    """The whole outcome of one evaluation.

    `vacant` names what is left out for want of a unit. `former` are units that do not exist in the year
    and are members of groups in earlier ones; they have no results. `members` has the kind and code of
    every unit that groups count, in the evaluated year and in the base years of the targets.
    `successions` has by kind who took over whom as of the year.
    """

    plan: Plan
    year: int
    period: str
    files: tuple[FileInfo, ...]
    units: tuple[UnitScore, ...]
    groups: tuple[GroupResult, ...]
    totals: Mapping[Status, int]
    vacant: tuple[Vacant, ...] = ()
    former: tuple[UnitScore, ...] = ()
    members: Mapping[int, frozenset[tuple[str, str]]] = field(default_factory=dict)
    successions: Mapping[str, Succession] = field(default_factory=dict)


def waived_results(card: Scorecard) -> Iterator[tuple[UnitScore, Result]]:
    """Yield every waived result with its unit, in the order of units and targets."""
    for unit in card.units:
        for result in unit.results:
            if result.waiver is not None:
                yield unit, result
