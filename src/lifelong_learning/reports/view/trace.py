"""The verdicts of units and groups as arithmetic to be checked with a pencil: cells, formula, threshold,
comparison, clause."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, assert_never

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.plan import Due, IndicatorKind, Together
from lifelong_learning.model.scores import Exact, GroupResult, Status, Value
from lifelong_learning.reports.document.blocks import Document, Pairs, Paragraph, Phrase, Section
from lifelong_learning.reports.view import figures, labels, notices, targets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lifelong_learning.model.plan import Lang, Plan, Target
    from lifelong_learning.model.scores import Input, Outcome, Result, Scorecard, Share, UnitScore
    from lifelong_learning.model.submission import CellRef

    InputsOf = Callable[[UnitScore, Result], Sequence[Input]]
    SharesOf = Callable[[GroupResult], Sequence[Share]]
    Write = Callable[[float | int | bool | None], str]
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


def groups_document(
    card: Scorecard,
    groups: Sequence[GroupResult],
    *,
    lang: Lang,
    shares_of: SharesOf,
    shares_at_start: SharesOf,
) -> Document:
    """Return the verdicts of some groups, unit by unit."""
    verdicts = _Verdicts(card.plan, card.year, lang)
    when = labels.year_and_period(card.plan, card.year, card.period, lang)
    head = Section("", 1, (Paragraph(f"{when} · {card.plan.id}"),))
    found = [verdicts.group_section(group, shares_of(group), shares_at_start(group)) for group in groups]
    return Document(lang, "", (), (head, *found))


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
            ("formula", _line(targets.unit_formula(self.plan, target, lang))),
            ("filled_in", _line(self._filled_in(result, inputs))),
            ("threshold", _line(self._threshold(result))),
            ("line", _line(self._line(result))),
            ("comparison", _line(self._comparison(result))),
            ("attainment", _line(self._attainment(result))),
            ("verdict", (self._verdict(result),)),
            ("waiver", _line(notices.why(result, lang))),
            (
                "clause",
                _line(
                    word("trace.quoted", lang, clause=labels.clause(source.clause, lang), quote=source.quote)
                ),
            ),
            ("remark", _line(" ".join(targets.remarks(self.plan, target, lang)), quiet=True)),
        ]
        pairs = Pairs(tuple((word(f"trace.{name}", lang), said) for name, said in lines))
        return Section(target.label.of(lang), 2, (pairs,))

    def group_section(self, group: GroupResult, shares: Sequence[Share], start: Sequence[Share]) -> Section:
        """Return the verdict of a group: what each unit adds, the sums, and the same of the base year."""
        target, lang, source = group.target, self.lang, group.target.source
        sums = "" if group.value is None or not shares else filled_in_sums(group, shares, self.year, lang)
        value = figures.value(group.value, lang)
        base = target.base_year
        lines: list[tuple[str, Lines]] = [
            ("cells", self._published(group)),
            ("units", tuple(self._share(group, share) for share in shares)),
            ("formula", _line(targets.formula(self.plan, target, lang))),
            ("filled_in", _line(f"{sums} = {value}" if sums else "")),
            ("threshold", _line(self._threshold(group))),
            ("units_at_start", tuple(self._share(group, share, base) for share in start)),
            ("line", _line(self._line(group))),
            ("comparison", _line(self._group_comparison(group))),
            ("attainment", _line(self._attainment(group))),
            ("verdict", (self._verdict(group),)),
            ("note", _line(self._provisional(group))),
            (
                "clause",
                _line(
                    word("trace.quoted", lang, clause=labels.clause(source.clause, lang), quote=source.quote)
                ),
            ),
            ("remark", _line(" ".join(targets.remarks(self.plan, target, lang)), quiet=True)),
        ]
        pairs = tuple((word(f"trace.{name}", lang, year=base), said) for name, said in lines)
        covers = ", ".join(filter(None, (labels.covers(self.plan, group.scope, lang), group.district)))
        return Section(target.label.of(lang) + (f" ({covers})" if covers else ""), 2, (Pairs(pairs),))

    def _published(self, group: GroupResult) -> Lines:
        if group.place is None:
            return ()
        where = " › ".join((group.place.file, group.place.sheet, group.place.cell))
        return ((Phrase(figures.value(group.value, self.lang), "strong"), Phrase(f"  {where}", "quiet")),)

    def _share(self, group: GroupResult, share: Share, year: int | None = None) -> tuple[Phrase, ...]:
        """Return what one unit adds, with its cells; of one that did not enter the value, that it did not."""
        who = share.unit.identity
        name = f"{who.code} {who.name}" if who.name else who.code
        when = self.year if year is None else year
        filled = filled_in(group, share.inputs, when, self._figure)
        places = [used.place for used in share.inputs if used.place is not None]
        where = _places(places) or word("trace.no_cell", self.lang)
        left_out = () if share.entered else (Phrase(f"  {word('trace.not_entered', self.lang)}"),)
        return Phrase(f"{name}: "), Phrase(filled, "strong"), *left_out, Phrase(f"  {where}", "quiet")

    def _group_comparison(self, group: GroupResult) -> str:
        if group.value is None or group.bounds.lower is None or group.status is Status.NOT_ASSESSABLE:
            return ""
        return self._compared(group, group.value)

    def _provisional(self, group: GroupResult) -> str:
        if not group.provisional or group.members is None or group.reporting is None:
            return ""
        reporting, members = (
            figures.count(group.reporting, self.lang),
            figures.count(group.members, self.lang),
        )
        return word("report.provisional", self.lang, reporting=reporting, members=members)

    def _verdict(self, result: Outcome) -> tuple[Phrase, ...]:
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
        unit = self.plan.measure[used.measure].unit
        if unit is not None and used.value is not None:
            figure = f"{figure} {unit.of(self.lang)}"
        return Phrase(f"{what}: "), Phrase(figure, "strong"), Phrase(f"  {where}", "quiet")

    def _figure(self, found: float | int | bool | None) -> str:
        if found is None:
            return "?"
        return (
            figures.yes_no(found, self.lang) if isinstance(found, bool) else figures.number(found, self.lang)
        )

    def _filled_in(self, result: Result, inputs: Sequence[Input]) -> str:
        left = filled_in(result, inputs, self.year, self._figure)
        if result.value is None:
            return left
        right = figures.value(result.value, self.lang)
        alike = right in (left, left + figures.tail(result.value.scale, self.lang))
        return right if alike else f"{left} = {right}"

    def _threshold(self, result: Outcome) -> str:
        shown = self._figures_asked(result)
        if result.bounds.lower is None:
            return word("trace.no_threshold", self.lang)
        like = result.target.scoped(result.scope).like
        if like is not None:
            return f"{shown}, {targets.other_figure(self.plan, like, self.lang)}"
        if result.target.due is Due.EACH_YEAR:
            return f"{shown}, {word('target.due_each_year', self.lang)}"
        dated = targets.asked(result.target, result.scope, self.year, self.lang)
        if dated is not None and result.yardstick.form != "yes_no":
            return dated
        return f"{shown}, {targets.due(result.target, self.lang)}"

    def _figures_asked(self, result: Outcome) -> str:
        told = figures.threshold if isinstance(result, GroupResult) else figures.unit_threshold
        return told(result.bounds, result.target, self.lang)

    def _line(self, result: Outcome) -> str:
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

    def _on_scale(self, result: Outcome, figure: Exact) -> str:
        return figures.on_scale(figure, result.bounds.scale, self.lang)

    def _comparison(self, result: Result) -> str:
        if result.status is Status.NOT_REQUIRED:
            key = "trace.not_required_limit" if result.bounds.at_most else "trace.not_required"
            return word(key, self.lang, threshold=self._asked_of_group(result))
        if result.value is None or result.bounds.lower is None:
            return ""
        if result.target.kind is IndicatorKind.COVERAGE:
            return word("trace.yes_is_met" if result.value.exact.num else "trace.no_is_below", self.lang)
        return self._compared(result, result.value)

    def _compared(self, result: Outcome, value: Value) -> str:
        if result.line is not None:
            return self._against(value, result.line.expected, result)
        by_now = result.yardstick.by_now
        if by_now is not None and result.status in (Status.ON_TRACK, Status.BEHIND):
            return f"{self._by_now(result, by_now)}; {self._against(value, by_now, result)}"
        return self._against_bounds(result)

    def _by_now(self, result: Outcome, by_now: Exact) -> str:
        """Return which part of a year's figure is asked for, and what that is."""
        asked = result.yardstick
        key = "half" if asked.period == "h1" and asked.part == Fraction(1, 2) else "part"
        key = f"trace.{key}_limit" if result.bounds.at_most else f"trace.{key}"
        shown = self._on_scale(result, by_now)
        return word(key, self.lang, share=figures.share(asked.part or 1, self.lang), half=shown)

    def _against(self, value: Value, asked: Exact, result: Outcome) -> str:
        key = self._key(result, good=result.status is Status.ON_TRACK)
        shown = figures.value(value, self.lang)
        return word(key, self.lang, value=shown, threshold=self._on_scale(result, asked))

    def _against_bounds(self, result: Outcome) -> str:
        value, bounds, status = result.value, result.bounds, result.status
        lower, upper = bounds.lower, bounds.upper
        assert value is not None
        assert lower is not None
        shown = figures.value(value, self.lang)
        if status is Status.EXCEEDED:
            asked = self._on_scale(result, bounds.beyond or lower)
            shown = figures.apart(value, asked, self.lang)
            key = "trace.below" if bounds.at_most else "trace.above"
            return word(key, self.lang, value=shown, threshold=asked)
        if status is Status.MET and upper is not None and not value.exact.above(upper):
            band = self._figures_asked(result)
            return word("trace.within", self.lang, value=shown, threshold=band)
        key = self._key(result, good=status is Status.MET)
        return word(key, self.lang, value=shown, threshold=self._on_scale(result, bounds.asked or lower))

    @staticmethod
    def _key(result: Outcome, *, good: bool) -> str:
        """Return the words of a value that reaches its figure or does not, keeps its limit or passes it."""
        if result.bounds.at_most:
            return "trace.keeps" if good else "trace.passes"
        return "trace.reaches" if good else "trace.below"

    def _asked_of_group(self, result: Result) -> str:
        scoped = result.target.scoped(result.scope)
        asked = scoped.in_force(self.year, result.target.due)
        if asked is None:
            return word("report.none", self.lang)
        figure = scoped.asked(asked)
        return figures.percent(Exact(figure.numerator, figure.denominator), self.lang)

    def _attainment(self, result: Outcome) -> str:
        if result.attainment is None:
            return ""
        shown = figures.attained(result.attainment, self.lang)
        beyond = figures.beyond(result)
        if beyond is None:
            return shown
        limit = figures.limit(result.bounds, self.lang)
        excess = figures.percent(beyond, self.lang)
        return word("trace.excess", self.lang, attainment=shown, excess=excess, limit=limit)


def _line(words: str, *, quiet: bool = False) -> Lines:
    return ((Phrase(words, "quiet" if quiet else ""),),) if words else ()


def _places(places: Sequence[CellRef]) -> str:
    """Return the places of several cells, file and sheet once where they are the same."""
    by_sheet: dict[tuple[str, str], list[str]] = {}
    for place in places:
        by_sheet.setdefault((place.file, place.sheet), []).append(place.cell)
    return "; ".join(" › ".join((*sheet, ", ".join(cells))) for sheet, cells in by_sheet.items())


def filled_in_sums(group: GroupResult, shares: Sequence[Share], year: int, lang: Lang) -> str:
    """Return a group's formula with the sums of the units that entered its value; of a coverage the units
    that have the practice, of all."""
    target = group.target

    def write(figure: float | int | bool | None) -> str:
        return figures.number(figure or 0, lang)

    def total(measures: Sequence[str], when: int) -> str:
        return write(summed(shares, measures, when))

    if target.kind is IndicatorKind.COVERAGE and group.value is not None:
        num, den = group.value.exact
        return f"{figures.count(num, lang)} / {figures.count(den, lang)}"
    now = total(target.numerator, year)
    if target.kind is IndicatorKind.RATIO:
        return f"{now} / {total(target.denominator, year)}{_per(target, write)}"
    if target.together is Together.MEAN:
        return f"{now} / {figures.count(sum(share.entered for share in shares), lang)}"
    if not target.kind.grows or group.base_year is None:
        return now
    then, years = total(target.numerator, group.base_year), year - group.base_year
    return f"{now} / {then} - 1" if years == 1 else f"({now} / {then})^(1/{years}) - 1"


def _per(target: Target, write: Write) -> str:
    """Return the factor of a figure for so many, behind its quotient."""
    return "" if target.per in (None, 1) else f" × {write(target.per)}"


def summed(shares: Sequence[Share], measures: Sequence[str], year: int) -> float | int:
    """Return the exact sum of some measures of a year over the units that entered a value."""
    total = sum(
        Fraction(str(used.value or 0))
        for share in shares
        if share.entered
        for used in share.inputs
        if used.year == year and used.measure in measures
    )
    return int(total) if total == int(total) else float(total)


def filled_in(result: Outcome, inputs: Sequence[Input], year: int, write: Write) -> str:
    """Return the formula with figures for names; a missing figure is written as `write(None)`."""
    target = result.target
    now = _sum(target.numerator, inputs, year, write)
    match target.kind:
        case IndicatorKind.RATIO:
            return f"{now} / {_sum(target.denominator, inputs, year, write)}{_per(target, write)}"
        case IndicatorKind.GROWTH_AVERAGE | IndicatorKind.GROWTH_YEARLY:
            return _growth(result, inputs, year, write)
        case IndicatorKind.COVERAGE:
            return now if target.at_least is None else f"{now} ≥ {target.at_least}"
        case IndicatorKind.COUNT | IndicatorKind.REPORTED:
            return now
        case kind:
            assert_never(kind)


def _growth(result: Outcome, inputs: Sequence[Input], year: int, write: Write) -> str:
    earlier = [used.year for used in inputs if used.year < year]
    base_year = result.base_year
    if base_year is None or base_year >= year:
        base_year = max(earlier, default=None)
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
