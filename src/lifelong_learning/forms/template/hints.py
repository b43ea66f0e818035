"""The live hints of one row as formulas: what is blank, a value, its target, and a word for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.catalogue.words import word
from lifelong_learning.forms.template.fields import GROWTH, Field, Role
from lifelong_learning.forms.workbook import Formula
from lifelong_learning.model.findings import column_letters
from lifelong_learning.model.plan import Due, IndicatorKind, Nature
from lifelong_learning.model.submission import INVALID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lifelong_learning.forms.template import FormRow, FormSpec
    from lifelong_learning.model.plan import Scope, ScopedThresholds, Target, Threshold


_GAP = "\0"


class Words(NamedTuple):
    """The words that hints speak."""

    complete: str
    exceeded: str
    met: str
    below: str
    not_required: str

    @classmethod
    def of(cls, spec: FormSpec) -> Words:
        """Return the words in the form's language."""
        keys = ("forms.complete", "report.exceeded", "report.met", "forms.below", "report.not_required")
        return cls(*(word(key, spec.lang) for key in keys))


class _Share(NamedTuple):
    """A quotient of cells; `exact` is the expression of the share or growth, `decimals` how many it shows."""

    above: Sequence[str]
    below: Sequence[str]
    exact: str
    decimals: int = 4

    def guarded(self, found: str) -> str:
        """Return an expression that stays blank until all figures are there and the divisor is not 0."""
        cells = [*self.above, *self.below]
        divided = f'IF({"+".join(self.below)}=0,"",{found})'
        return f'IF(COUNT({",".join(cells)})<{len(cells)},"",{divided})'

    def shown(self, *, limited: bool) -> str:
        """Return the figure to show, floored at its decimals, two of a percentage, so that it never
        overstates; raised where it is not to pass a figure."""
        sign, scale = "-" if limited else "", 10**self.decimals
        return self.guarded(f"{sign}INT({sign}ROUND(({self.exact})*{scale},6))/{scale}")


class Hints:
    """The hints of one sheet; `columns` gives the 1-based column of every identity and measure."""

    def __init__(self, spec: FormSpec, fields: Sequence[Field]) -> None:
        self.spec = spec
        self.words = Words.of(spec)
        self.fields = fields
        self.columns = {field.id: col for col, field in enumerate(fields, 1) if not field.is_hint}
        self._levels = {level.id: level.label.of(spec.lang) for level in spec.plan.levels}
        self._areas = {area.id: area.label.of(spec.lang) for area in spec.plan.areas}
        self._yes = word("forms.yes", spec.lang)

    def formula(
        self, col: int, row: int, filled: FormRow | None, bases: Mapping[int, tuple[int, FormRow]]
    ) -> Formula:
        """Return what stands in a hint column of a row; `bases` gives the past rows of its unit by year."""
        field = self.fields[col - 1]
        if field.role is Role.LEFT:
            return self._left(row, filled)
        target = field.target
        assert target is not None
        if field.role is Role.VALUE:
            share = self._share(target, row, filled, bases)
            return Formula('""' if share is None else share.shown(limited=_limited(target)))
        if field.role is Role.TARGET:
            asked = self._by_scope(target, row, lambda scoped, t: _figure(scoped.asked(t)))
            return Formula(asked, self._stored(target, filled))
        return Formula(self._verdict(target, row, col, self._share(target, row, filled, bases)))

    def _ref(self, column: str, row: int) -> str:
        return f"${column_letters(self.columns[column])}{row}"

    def _left(self, row: int, filled: FormRow | None) -> Formula:
        terms = []
        count = 0
        for field in self.fields:
            if not field.is_input:
                continue
            term = f'({self._ref(field.id, row)}="")'
            if field.levels:
                term += f"*OR({','.join(self._is('level', self._levels[one], row) for one in field.levels)})"
            terms.append(term)
            count += filled is not None and (not field.levels or filled.unit.level in field.levels)
        blanks = "+".join(terms) or "0"
        before, _, after = word("forms.left_count", self.spec.lang, count=_GAP).partition(_GAP)
        rest = f"{_text(before)}&({blanks})&{_text(after)}"
        text = f'IF({self._ref("unit_code", row)}="","",IF(({blanks})=0,{_text(self.words.complete)},{rest}))'
        return Formula(text, "" if filled is None else f"{before}{count}{after}")

    def _is(self, column: str, label: str, row: int) -> str:
        return f"{self._ref(column, row)}={_text(label)}"

    def _by_scope(
        self, target: Target, row: int, figure: Callable[[ScopedThresholds, Threshold], str]
    ) -> str:
        """Return a threshold's figure as an expression of the row's level and area."""
        found = '""'
        named_last = sorted(target.scopes, key=lambda scoped: bool(scoped.scope.units), reverse=True)
        for scoped in reversed(named_last):
            threshold = self._threshold(target, scoped)
            if threshold is None and not scoped.scope.units:
                continue
            shown = '""' if threshold is None else figure(scoped, threshold)
            tests = list(self._within(scoped.scope, row))
            found = f"IF({_all(tests)},{shown},{found})" if tests else shown
        return found

    def _within(self, scope: Scope, row: int) -> Iterator[str]:
        """Yield the tests whether a row is within a scope, one for each thing that narrows it."""
        if scope.units:
            yield self._one_of(scope.units, row)
        if scope.level is not None:
            yield self._is("level", self._levels[scope.level], row)
        if scope.area is not None and "area" in self.columns:
            yield self._is("area", self._areas[scope.area], row)

    def _one_of(self, codes: Sequence[str], row: int) -> str:
        """Return the test whether a row is of one of some units."""
        tests = [f"{self._ref('unit_code', row)}={_text(code)}" for code in codes]
        return tests[0] if len(tests) == 1 else f"OR({','.join(tests)})"

    def _threshold(self, target: Target, scoped: ScopedThresholds) -> Threshold | None:
        return scoped.in_force(self.spec.year or target.target_year, target.due or Due.TARGET_YEAR)

    def _stored(self, target: Target, filled: FormRow | None) -> str | float:
        for scoped in target.scopes:
            threshold = self._threshold(target, scoped)
            unit = None if filled is None else filled.unit
            scope = scoped.scope
            takes = unit is None or scope.takes(unit.code)
            if threshold is not None and takes and scope.holds(unit and unit.level, unit and unit.area):
                return float(scoped.asked(threshold))
        return ""

    def _share(
        self, target: Target, row: int, filled: FormRow | None, bases: Mapping[int, tuple[int, FormRow]]
    ) -> _Share | None:
        """Return the share or growth of a target; None where it has none, or nothing to compare with."""
        above = [self._ref(measure, row) for measure in target.numerator]
        if target.kind is IndicatorKind.RATIO:
            below = [self._ref(measure, row) for measure in target.denominator]
            share = _quotient(above, below)
            if target.per is None:
                return _Share(above, below, share)
            return _Share(above, below, f"{share}*{target.per}", target.decimals)
        if filled is None or target.kind not in GROWTH:
            return None
        base = _base(target, filled.year, bases)
        return None if base is None else self._growth(target, above, *base, filled.year)

    def _growth(
        self, target: Target, above: Sequence[str], base_row: int, base_year: int, year: int
    ) -> _Share:
        """Return the growth since the row of an earlier year, on average by year."""
        below = [self._ref(measure, base_row) for measure in target.numerator]
        share, years = _quotient(above, below), year - base_year
        return _Share(above, below, f"{share}-1" if years == 1 else f"({share})^(1/{years})-1")

    def _verdict(self, target: Target, row: int, col: int, share: _Share | None) -> str:
        if target.kind is IndicatorKind.COVERAGE:
            return self._covered(target, row)
        asked = f"{column_letters(col - 1)}{row}"
        if target.kind is IndicatorKind.COUNT:
            cells = [self._ref(measure, row) for measure in target.numerator]
            judged = self._judged(target, row, "+".join(cells), asked)
            return f'IF(COUNT({",".join([*cells, asked])})<{len(cells) + 1},"",{judged})'
        if share is None:
            return '""'
        judged = self._judged(target, row, share.exact, asked)
        return f'IF(COUNT({asked})=0,"",{share.guarded(judged)})'

    def _judged(self, target: Target, row: int, value: str, asked: str) -> str:
        reached, turn = _text(self.words.met), self._turn(target, row)
        apart = f"{turn}({value}-{{}})" if turn else f"{value}-{{}}"
        if self._may_exceed(target):
            farther = self._by_scope(target, row, lambda scoped, t: _figure(scoped.beyond(t)))
            exceeded = _text(self.words.exceeded)
            reached = f"IF(ROUND({apart.format(farther)},9)>0,{exceeded},{reached})"
        elif turn:
            # A limit of flows is not kept before the year has ended.
            reached = f'IF({turn}1>0,{reached},"")'
        return f"IF(ROUND({apart.format(asked)},9)>=0,{reached},{_text(self.words.below)})"

    def _turn(self, target: Target, row: int) -> str:
        """Return the factor that turns a difference round where a figure is not to be passed."""
        if not any(scoped.at_most for scoped in target.scopes):
            return ""
        return f"({self._by_scope(target, row, lambda scoped, _: '-1' if scoped.at_most else '1')})*"

    def _covered(self, target: Target, row: int) -> str:
        words = self.words
        lower = self._by_scope(target, row, lambda _, threshold: _figure(threshold.lower))
        cell = self._ref(target.numerator[0], row)
        done = f"{cell}={_text(self._yes)}"
        if target.at_least is not None:
            done = f"AND(ISNUMBER({cell}),{cell}>={target.at_least})"
        met, missed = _text(words.met), f"IF({lower}=1,{_text(words.below)},{_text(words.not_required)})"
        judged = f"IF({done},{met},{missed})"
        if turn := self._turn(target, row):
            passed = f"IF({lower}=0,{_text(words.below)},{_text(words.not_required)})"
            judged = f"IF({turn}1>0,{judged},IF({done},{passed},{met}))"
        return f'IF(OR({cell}="",{lower}=""),"",{judged})'

    def _may_exceed(self, target: Target) -> bool:
        """A part of a year reaches a target over flows; it does not exceed it."""
        measures = (self.spec.plan.measure[measure] for measure in target.measures)
        return self.spec.period == "year" or not any(measure.nature is Nature.FLOW for measure in measures)


def _base(target: Target, year: int, bases: Mapping[int, tuple[int, FormRow]]) -> tuple[int, int] | None:
    """Return the row and the year of the figure that a growth is measured from."""
    years = [year - 1] if target.kind is IndicatorKind.GROWTH_YEARLY else range(target.base_year, year)
    for earlier in years:
        row, filled = bases.get(earlier, (0, None))
        if filled is None:
            continue
        figures = [filled.values.get(measure, -1) for measure in target.numerator]
        if min(figures) >= 0:
            return row, earlier
        if INVALID in figures:
            return None
    return None


def _quotient(above: Sequence[str], below: Sequence[str]) -> str:
    return f"({'+'.join(above)})/({'+'.join(below)})"


def _all(tests: Sequence[str]) -> str:
    """Return the test whether all of some tests hold."""
    return tests[0] if len(tests) == 1 else f"AND({','.join(tests)})"


def _limited(target: Target) -> bool:
    """Tell whether no figure of a target is to be passed."""
    return all(scoped.at_most for scoped in target.scopes)


def _figure(figure: object) -> str:
    number = float(figure)  # type: ignore[arg-type]
    return str(int(number)) if number.is_integer() else repr(number)


def _text(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
