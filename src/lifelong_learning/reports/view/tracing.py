"""One unit's verdict in words: cells, formula, threshold, comparison, clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.plan import Due, IndicatorKind
from lifelong_learning.model.scores import Bounds, Exact, Status, Value
from lifelong_learning.reports.view import arithmetic, figures, formula, labels, notices, planned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.scores import Input, Result


class CellLine(NamedTuple):
    """One cell that was used: what it holds, its figure, and where it stands."""

    what: str
    figure: str
    where: str


class Trace(NamedTuple):
    """One verdict; a line that does not apply is ""."""

    label: str
    status: Status
    why: str
    clause: str
    quote: str
    cells: tuple[CellLine, ...]
    formula: str
    filled_in: str
    threshold: str
    line: str
    comparison: str
    attainment: str
    remark: str
    waiver: str


class Traced(NamedTuple):
    """What a trace speaks of: the plan, the period, the language."""

    plan: Plan
    year: int
    period: str
    lang: Lang

    def trace(self, result: Result, inputs: Sequence[Input]) -> Trace:
        """Return one result in words."""
        target, lang = result.target, self.lang
        return Trace(
            label=target.label.of(lang),
            status=result.status,
            why=labels.reason(self.plan, result.status, result.reason, lang),
            clause=target.source.clause,
            quote=target.source.quote,
            cells=tuple(self._cell(used) for used in inputs),
            formula=formula.unit_formula(self.plan, target, lang),
            filled_in=self._filled_in(result, inputs),
            threshold=self._threshold(result),
            line=self._line(result),
            comparison=self._comparison(result),
            attainment=self._attainment(result),
            remark=self._remark(result),
            waiver=notices.why(result, lang),
        )

    def _cell(self, used: Input) -> CellLine:
        measure = self.plan.measure[used.measure].label.of(self.lang)
        where = word("trace.no_cell", self.lang)
        if used.place is not None:
            where = " › ".join((used.place.file, used.place.sheet, used.place.cell))
        what = f"{measure}, {used.year}"
        if used.unit is not None:
            what = word("trace.taken_over", self.lang, what=what, unit=used.unit)
        return CellLine(what, self._figure(used.value), where)

    def _figure(self, found: int | bool | None) -> str:
        if found is None:
            return word("trace.blank", self.lang)
        if isinstance(found, bool):
            return figures.yes_no(found, self.lang)
        return figures.count(found, self.lang)

    def _filled_in(self, result: Result, inputs: Sequence[Input]) -> str:
        left = arithmetic.filled_in(
            result, inputs, self.year, lambda figure: "?" if figure is None else self._figure(figure)
        )
        if result.value is None:
            return left
        right = figures.value(result.value, self.lang)
        return left if left == right else f"{left} = {right}"

    def _threshold(self, result: Result) -> str:
        shown = figures.unit_threshold(result.bounds, result.target, self.lang)
        if result.bounds.lower is None:
            return word("trace.no_threshold", self.lang)
        if result.target.due is Due.EACH_YEAR:
            return f"{shown}, {word('target.due_each_year', self.lang)}"
        dated = planned.asked(result.target, result.scope, self.year, self.lang)
        if dated is not None and result.target.kind is not IndicatorKind.COVERAGE:
            return dated
        return f"{shown}, {planned.due(result.target, self.lang)}"

    def _line(self, result: Result) -> str:
        line = result.line
        if line is None:
            return ""
        (start_year, start_value), (end_year, end_value) = line.start, line.end
        start = word(
            "trace.line_from",
            self.lang,
            start=self._on_scale(result, start_value),
            start_year=start_year,
            end=self._on_scale(result, end_value),
            end_year=end_year,
        )
        expected = self._on_scale(result, line.expected)
        return f"{start}; {word('trace.line_at', self.lang, year=self.year, expected=expected)}"

    def _on_scale(self, result: Result, figure: Exact) -> str:
        if result.bounds.form == "count":
            return figures.decimal(figure, self.lang)
        return figures.percent(figure, self.lang)

    def _comparison(self, result: Result) -> str:
        if result.status is Status.NOT_REQUIRED:
            return word("trace.not_required", self.lang, threshold=self._asked_of_group(result))
        if result.value is None or result.bounds.lower is None:
            return ""
        if result.target.kind is IndicatorKind.COVERAGE:
            return word("trace.yes_is_met" if result.value.exact.num else "trace.no_is_below", self.lang)
        if result.line is not None:
            return self._against(result.value, result.line.expected, result)
        if result.status in (Status.ON_TRACK, Status.BEHIND):
            half = result.bounds.lower._replace(den=result.bounds.lower.den * 2)
            shown = self._on_scale(result, half)
            asked = word("trace.half", self.lang, half=shown)
            return f"{asked}; {self._against(result.value, half, result)}"
        return self._against_bounds(result)

    def _against(self, value: Value, asked: Exact, result: Result) -> str:
        key = "trace.reaches" if result.status is Status.ON_TRACK else "trace.below"
        shown = figures.value(value, self.lang)
        return word(key, self.lang, value=shown, threshold=self._on_scale(result, asked))

    def _against_bounds(self, result: Result) -> str:
        value, bounds, status = result.value, result.bounds, result.status
        lower, upper = bounds.lower, bounds.upper
        assert value is not None
        assert lower is not None
        shown = figures.value(value, self.lang)
        if status is Status.EXCEEDED:
            asked = self._scaled(bounds, upper or lower)
            shown = figures.apart(value, asked, self.lang)
            return word("trace.above", self.lang, value=shown, threshold=asked)
        if status is Status.MET and upper is not None and not value.exact.above(upper):
            band = figures.unit_threshold(bounds, result.target, self.lang)
            return word("trace.within", self.lang, value=shown, threshold=band)
        key = "trace.reaches" if status is Status.MET else "trace.below"
        return word(key, self.lang, value=shown, threshold=self._scaled(bounds, lower))

    def _scaled(self, bounds: Bounds, figure: Exact) -> str:
        if bounds.form == "count":
            return figures.decimal(figure, self.lang)
        return figures.percent(figure, self.lang)

    def _asked_of_group(self, result: Result) -> str:
        scoped = next(scoped for scoped in result.target.scopes if scoped.scope == result.scope)
        asked = scoped.in_force(self.year, result.target.due)
        if asked is None:
            return word("report.none", self.lang)
        return figures.percent(Exact(asked.lower.numerator, asked.lower.denominator), self.lang)

    def _attainment(self, result: Result) -> str:
        if result.attainment is None:
            return ""
        shown = figures.percent(result.attainment, self.lang)
        if result.status is not Status.EXCEEDED or result.excess is None:
            return shown
        excess = figures.percent(result.excess, self.lang)
        return word("trace.excess", self.lang, attainment=shown, excess=excess)

    def _remark(self, result: Result) -> str:
        parts = [] if result.target.remark is None else [result.target.remark.of(self.lang)]
        grows = result.target.kind in (IndicatorKind.GROWTH_AVERAGE, IndicatorKind.GROWTH_YEARLY)
        if grows and self.plan.base_year_remark is not None:
            parts.append(self.plan.base_year_remark.of(self.lang))
        return " ".join(parts)
