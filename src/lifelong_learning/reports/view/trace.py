"""The verdicts of units as arithmetic to be checked with a pencil: cells, formula, threshold, comparison,
clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, assert_never

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.plan import Due, IndicatorKind
from lifelong_learning.model.scores import Exact, Status, Value
from lifelong_learning.reports.document.blocks import Document, Pair, Pairs, Paragraph, Phrase, Section
from lifelong_learning.reports.view import figures, labels, notices, planned

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.scores import Input, Result, Scorecard, UnitScore

    InputsOf = Callable[[UnitScore, Result], Sequence[Input]]
    Write = Callable[[int | bool | None], str]
    Lines = tuple[tuple[Phrase, ...], ...]


def document(card: Scorecard, units: Sequence[UnitScore], *, lang: Lang, inputs_of: InputsOf) -> Document:
    """Return every verdict of some units."""
    verdicts = _Verdicts(card.plan, card.year, lang)
    sections: list[Section] = []
    for unit in units:
        sections.append(_head(card, unit, lang))
        if not unit.results:
            sections.append(Section("", 2, (Paragraph(word("trace.nothing", lang), "quiet"),)))
        sections += [verdicts.section(result, inputs_of(unit, result)) for result in unit.results]
    return Document(lang, "", (), tuple(sections))


def _head(card: Scorecard, unit: UnitScore, lang: Lang) -> Section:
    plan, who = card.plan, unit.identity
    facts = (
        labels.kind(plan, unit.kind, lang),
        labels.level(plan, who.level, lang),
        who.district,
        labels.year_and_period(plan, card.year, card.period, lang),
        plan.id,
    )
    completeness = figures.optional_percent(unit.completeness, lang)
    shown = figures.score(unit.score, lang)
    score = word("trace.score", lang, score=shown, completeness=completeness)
    said = (" · ".join(filter(None, facts)), word("trace.no_score", lang) if unit.score is None else score)
    heading = f"{who.code} {who.name or word('report.unnamed', lang)}"
    return Section(heading, 1, tuple(map(Paragraph, said)))


class _Verdicts(NamedTuple):
    """What the verdicts speak of: the plan, the year, the language."""

    plan: Plan
    year: int
    lang: Lang

    def section(self, result: Result, inputs: Sequence[Input]) -> Section:
        """Return one verdict, line by line; a line that does not apply is left out."""
        target, lang = result.target, self.lang
        source = target.source
        lines: list[tuple[str, Lines]] = [
            ("cells", tuple(map(self._cell, inputs))),
            ("formula", _line(planned.unit_formula(self.plan, target, lang))),
            ("filled_in", _line(self._filled_in(result, inputs))),
            ("threshold", _line(self._threshold(result))),
            ("line", _line(self._line(result))),
            ("comparison", _line(self._comparison(result))),
            ("attainment", _line(self._attainment(result))),
            ("verdict", (self._verdict(result),)),
            ("waiver", _line(notices.why(result, lang))),
            ("clause", _line(word("trace.quoted", lang, clause=source.clause, quote=source.quote))),
            ("remark", _line(" ".join(planned.remarks(self.plan, target, lang)), quiet=True)),
        ]
        pairs = Pairs(tuple(Pair(word(f"trace.{name}", lang), said) for name, said in lines if said))
        return Section(target.label.of(lang), 2, (pairs,))

    def _verdict(self, result: Result) -> tuple[Phrase, ...]:
        status = Phrase(labels.marked_status(result.status, self.lang), result.status)
        why = labels.reason(self.plan, result.status, result.reason, self.lang)
        return (status, Phrase(f": {why}")) if why else (status,)

    def _cell(self, used: Input) -> tuple[Phrase, ...]:
        """Return one cell that was used: what it holds, its figure, and where it stands."""
        what = f"{self.plan.measure[used.measure].label.of(self.lang)}, {used.year}"
        if used.unit is not None:
            what = word("trace.taken_over", self.lang, what=what, unit=used.unit)
        where = word("trace.no_cell", self.lang)
        if used.place is not None:
            where = " › ".join((used.place.file, used.place.sheet, used.place.cell))
        figure = word("trace.blank", self.lang) if used.value is None else self._figure(used.value)
        return Phrase(f"{what}: "), Phrase(figure, "strong"), Phrase(f"  {where}", "quiet")

    def _figure(self, found: int | bool | None) -> str:
        if found is None:
            return "?"
        if isinstance(found, bool):
            return figures.yes_no(found, self.lang)
        return figures.count(found, self.lang)

    def _filled_in(self, result: Result, inputs: Sequence[Input]) -> str:
        left = filled_in(result, inputs, self.year, self._figure)
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
            asked = self._on_scale(result, upper or lower)
            shown = figures.apart(value, asked, self.lang)
            return word("trace.above", self.lang, value=shown, threshold=asked)
        if status is Status.MET and upper is not None and not value.exact.above(upper):
            band = figures.unit_threshold(bounds, result.target, self.lang)
            return word("trace.within", self.lang, value=shown, threshold=band)
        key = "trace.reaches" if status is Status.MET else "trace.below"
        return word(key, self.lang, value=shown, threshold=self._on_scale(result, lower))

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


def _line(words: str, *, quiet: bool = False) -> Lines:
    return ((Phrase(words, "quiet" if quiet else ""),),) if words else ()


def filled_in(result: Result, inputs: Sequence[Input], year: int, write: Write) -> str:
    """Return the formula with figures for names; a missing figure is written as `write(None)`."""
    target = result.target
    now = _sum(target.numerator, inputs, year, write)
    match target.kind:
        case IndicatorKind.RATIO:
            return f"{now} / {_sum(target.denominator, inputs, year, write)}"
        case IndicatorKind.GROWTH_AVERAGE | IndicatorKind.GROWTH_YEARLY:
            return _growth(result, inputs, year, write)
        case IndicatorKind.COVERAGE:
            return now if target.at_least is None else f"{now} ≥ {target.at_least}"
        case IndicatorKind.COUNT | IndicatorKind.REPORTED:
            return now
        case kind:
            assert_never(kind)


def _growth(result: Result, inputs: Sequence[Input], year: int, write: Write) -> str:
    earlier = [used.year for used in inputs if used.year < year]
    base_year = result.base_year if result.base_year is not None else max(earlier, default=None)
    now = _sum(result.target.numerator, inputs, year, write)
    then = write(None) if base_year is None else _sum(result.target.numerator, inputs, base_year, write)
    years = 1 if base_year is None else year - base_year
    return f"{now} / {then} - 1" if years == 1 else f"({now} / {then})^(1/{years}) - 1"


def _sum(measures: Sequence[str], inputs: Sequence[Input], year: int, write: Write) -> str:
    parts = [
        write(figure)
        for measure in measures
        for figure in [used.value for used in inputs if (used.year, used.measure) == (year, measure)]
        or [None]
    ]
    return f"({' + '.join(parts)})" if len(parts) > 1 else parts[0] if parts else ""
