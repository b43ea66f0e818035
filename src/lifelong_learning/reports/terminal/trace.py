"""A unit's verdicts as arithmetic to be checked with a pencil."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.terminal.layout import Layout
from lifelong_learning.reports.terminal.pen import STATUS_STYLES
from lifelong_learning.reports.view import figures, labels
from lifelong_learning.reports.view.tracing import Traced

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.text import Text

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.scores import Input, Result, Scorecard, UnitScore
    from lifelong_learning.reports.terminal.page import Page
    from lifelong_learning.reports.view.tracing import CellLine, Trace

    InputsOf = Callable[[UnitScore, Result], Sequence[Input]]


def render(
    scorecard: Scorecard,
    units: Sequence[UnitScore],
    *,
    lang: Lang,
    inputs_of: InputsOf,
    target: str | None = None,
    layout: Layout | None = None,
) -> str:
    """Return the verdicts of some units, of all targets or of one."""
    page = (layout or Layout()).page()
    traced = Traced(scorecard.plan, scorecard.year, scorecard.period, lang)
    for unit in units:
        _head(page, scorecard, unit, lang)
        results = [result for result in unit.results if target in (None, result.target.id)]
        if not results:
            page.gap()
            page.say(word("trace.nothing", lang), "dim")
        for result in results:
            _verdict(page, traced.trace(result, inputs_of(unit, result)), lang)
    return page.text()


def _head(page: Page, scorecard: Scorecard, unit: UnitScore, lang: Lang) -> None:
    plan, who = scorecard.plan, unit.identity
    page.heading(f"{who.code} {who.name or word('report.unnamed', lang)}")
    facts = [labels.kind(plan, unit.kind, lang), labels.level(plan, who.level, lang), who.district or ""]
    facts.append(labels.year_and_period(plan, scorecard.year, scorecard.period, lang))
    facts.append(plan.id)
    page.say(" · ".join(fact for fact in facts if fact))
    if unit.score is None:
        page.say(word("trace.no_score", lang))
        return
    completeness = figures.optional_percent(unit.completeness, lang)
    shown = figures.score(unit.score, lang)
    page.say(word("trace.score", lang, score=shown, completeness=completeness))


def _verdict(page: Page, trace: Trace, lang: Lang) -> None:
    page.gap()
    page.say(trace.label, "bold")
    page.add(page.pen.rule(page.width))
    status = page.pen.text(labels.marked_status(trace.status, lang), STATUS_STYLES[trace.status])
    if trace.why:
        status.append_text(page.pen.text(f": {trace.why}"))
    lines: list[tuple[str, list[Text]]] = [
        ("cells", [_cell(page, cell) for cell in trace.cells]),
        ("formula", _words(page, trace.formula)),
        ("filled_in", _words(page, trace.filled_in)),
        ("threshold", _words(page, trace.threshold)),
        ("line", _words(page, trace.line)),
        ("comparison", _words(page, trace.comparison)),
        ("attainment", _words(page, trace.attainment)),
        ("verdict", [status]),
        ("waiver", _words(page, trace.waiver)),
        ("clause", _words(page, word("trace.quoted", lang, clause=trace.clause, quote=trace.quote))),
        ("remark", _words(page, trace.remark, "dim")),
    ]
    page.pairs([(word(f"trace.{name}", lang), texts) for name, texts in lines])


def _words(page: Page, words: str, style: str = "") -> list[Text]:
    return [page.pen.text(words, style)] if words else []


def _cell(page: Page, cell: CellLine) -> Text:
    text = page.pen.text(f"{cell.what}: ")
    text.append_text(page.pen.text(cell.figure, "bold"))
    return text.append_text(page.pen.text(f"  {cell.where}", "dim"))
