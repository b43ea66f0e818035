"""The evaluation for an analyst: the plan as a whole, the units, the commitments, the faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.scores import Status
from lifelong_learning.reports.terminal.grid import Column, Grid
from lifelong_learning.reports.terminal.layout import Layout
from lifelong_learning.reports.terminal.pen import SEVERITY_STYLES, STATUS_STYLES
from lifelong_learning.reports.view import commitments, faults, figures, groups, labels, notices, units

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.scores import CommitmentResult, Scorecard, UnitScore
    from lifelong_learning.reports.terminal.page import Page

    CommitmentsOf = Callable[[UnitScore], Sequence[CommitmentResult]]

FAULTS_SHOWN = 12
FIGURES_WIDTH = 60
"""What the columns of figures and their gaps mostly take."""


def render(
    scorecard: Scorecard,
    findings: Findings,
    *,
    lang: Lang,
    commitments_of: CommitmentsOf,
    layout: Layout | None = None,
    few_units: int = units.FEW,
    most_faults: int = FAULTS_SHOWN,
) -> str:
    """Return the whole report, no line wider than the layout says.

    Up to `few_units` units are all shown, else the lowest and the highest; `most_faults` limits the faults.
    """
    page = (layout or Layout()).page()
    _head(page, scorecard, lang)
    for table in groups.tables(scorecard, lang):
        _groups(page, scorecard.plan, table, lang)
    _units(page, scorecard, lang, few_units)
    _waivers(page, notices.waivers(scorecard, lang), lang)
    _commitments(page, commitments.lines(scorecard, commitments_of, lang), lang)
    _faults(page, findings, lang, most_faults)
    return page.text()


def _head(page: Page, scorecard: Scorecard, lang: Lang) -> None:
    plan = scorecard.plan
    page.say(plan.title.of(lang), "bold")
    when = labels.year_and_period(plan, scorecard.year, scorecard.period, lang)
    page.say(f"{when} · {plan.id} · {notices.read(scorecard, lang)}")
    remark = notices.growth_remark(scorecard, lang)
    if remark is not None:
        page.say(remark, "dim")
    for notice in notices.notices(scorecard, lang):
        page.say(notice, "yellow")


def _groups(page: Page, plan: Plan, table: groups.GroupTable, lang: Lang) -> None:
    page.heading(labels.groups(plan, table.district, lang))
    if not table.targets:
        page.say(word("report.no_groups", lang), "dim")
        return
    grid = Grid(
        page.pen,
        (
            Column(word("report.target", lang), flexible=True),
            Column(word("report.value", lang), "right", most=12),
            Column(word("report.threshold", lang), "right", most=14),
            Column(word("report.status", lang), most=21),
            Column(word("report.attainment", lang), "right", most=12),
            Column(word("report.reported", lang), "right", most=11),
        ),
    )
    for target in table.targets:
        _target(grid, target, lang, page.width - FIGURES_WIDTH)
    page.grid(grid)


def _target(grid: Grid, target: groups.TargetLines, lang: Lang, room: int) -> None:
    """Write a target's label over its lines, or in the line where there is one, it covers all, and
    the label fits the room."""
    label = grid.pen.text(target.label)
    lone = len(target.lines) == 1 and not target.lines[0].about and label.cell_len <= room
    if not lone:
        grid.span(label)
    for line in target.lines:
        about = target.label if lone else f"  {line.about or word('report.all_units', lang)}"
        grid.row(
            grid.pen.text(about),
            grid.pen.text(line.value),
            grid.pen.text(line.threshold),
            grid.pen.text(line.verdict, STATUS_STYLES[line.status]),
            grid.pen.text(line.attainment),
            grid.pen.text(line.reported),
        )
        if line.note:
            grid.span(grid.pen.text(line.note, "dim"), indent=4)


def _units(page: Page, scorecard: Scorecard, lang: Lang, few: int) -> None:
    page.heading(word("report.units", lang))
    _totals(page, scorecard, lang)
    for table in units.tables(scorecard, lang, few):
        if table.units:
            page.gap()
            page.say(table.heading, "bold dim")
            page.grid(_unit_grid(page, table, lang))
    if len(scorecard.units) > few:
        page.gap()
        unscored = units.unscored(scorecard)
        if unscored:
            page.say(figures.counted("report.unscored", unscored, lang), "dim")
        page.say(word("report.units_all", lang), "dim")


def _totals(page: Page, scorecard: Scorecard, lang: Lang) -> None:
    text = page.pen.text("")
    for status in Status:
        number = scorecard.totals.get(status, 0)
        if number:
            text.append(page.pen.text(" · " if text else f"{word('report.totals', lang)}: ", "dim"))
            shown = f"{labels.status(status, lang)} {figures.count(number, lang)}"
            text.append_text(page.pen.text(shown, STATUS_STYLES[status]))
    if text:
        page.add(text)


def _unit_grid(page: Page, table: units.UnitTable, lang: Lang) -> Grid:
    grid = Grid(
        page.pen,
        (
            Column(word("report.code", lang), most=16),
            Column(word("report.name", lang), flexible=True),
            Column(word("report.level", lang), most=16),
            Column(word("report.score", lang), "right", most=8),
            Column(word("report.completeness", lang), "right", most=9),
        ),
    )
    for unit in table.units:
        cells = (unit.code, unit.name, unit.level, unit.score, unit.completeness)
        grid.row(*map(page.pen.text, cells))
        for status, targets in unit.misses:
            text = page.pen.text(labels.status(status, lang), STATUS_STYLES[status])
            grid.span(text.append_text(page.pen.text(f": {targets}", "dim")), indent=2)
    return grid


def _waivers(page: Page, lines: list[notices.WaiverLine], lang: Lang) -> None:
    if not lines:
        return
    page.heading(word("report.waived", lang, count=figures.count(len(lines), lang)))
    for line in lines:
        page.say(f"{line.what} ({line.status})", hanging=2)
        page.say(line.why, "dim", indent=2)


def _commitments(page: Page, lines: list[commitments.CommitmentLine], lang: Lang) -> None:
    if not lines:
        return
    page.heading(word("report.commitments", lang))
    grid = Grid(
        page.pen,
        (
            Column(word("report.commitment", lang), flexible=True),
            Column(word("report.done", lang), "right", most=10),
            Column(word("report.not_done", lang), "right", most=10),
            Column(word("report.not_said", lang), "right", most=12),
        ),
    )
    for line in lines:
        numbers = (line.done, line.not_done, line.not_said)
        cells = (line.label, *(figures.count(number, lang) for number in numbers))
        grid.row(*map(page.pen.text, cells))
    page.grid(grid)


def _faults(page: Page, findings: Findings, lang: Lang, most: int) -> None:
    page.heading(word("report.findings", lang))
    found = faults.gathered(findings)
    if not found:
        page.say(word("report.findings_none", lang), "dim")
        return
    page.say(faults.totals(findings, lang))
    for line in faults.lines(found[:most], lang):
        severity = word(f"report.severity_{line.severity.value}", lang)
        text = page.pen.text(f"{line.code} {severity}", SEVERITY_STYLES[line.severity])
        page.gap()
        page.add(text.append_text(page.pen.text(f"  {line.where}", "bold")), hanging=2)
        page.say(line.message, indent=2)
        page.say(line.remedy, "dim", indent=2)
    more = len(found) - most
    if more > 0:
        page.gap()
        page.say(word("report.findings_more", lang, count=figures.count(more, lang)), "dim")
