"""The units: who is shown, with which score, and what each misses."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.scores import Status
from lifelong_learning.reports.view import figures, labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.scores import Exact, Result, Scorecard, UnitScore

FEW = 100
WORST = 15
BEST = 5

MISSES = (Status.NOT_MET, Status.BEHIND, Status.NOT_ASSESSABLE, Status.NO_DATA)
"""What a unit misses, the gravest first."""


class UnitLine(NamedTuple):
    """One unit in words; `misses` are pairs of a status and the targets that have it."""

    code: str
    name: str
    level: str
    score: str
    completeness: str
    misses: tuple[tuple[Status, str], ...]


class UnitTable(NamedTuple):
    """Units under one heading."""

    heading: str
    units: tuple[UnitLine, ...]


def tables(scorecard: Scorecard, lang: Lang, few: int = FEW) -> list[UnitTable]:
    """Return all units by kind where they are few; else the lowest and the highest scores."""
    plan = scorecard.plan
    if len(scorecard.units) <= few:
        return [
            UnitTable(labels.kind(plan, kind, lang), tuple(line(plan, unit, lang) for unit in units))
            for kind, units in groupby(scorecard.units, key=lambda unit: unit.kind)
        ]
    return _extremes(scorecard, lang)


def unscored(scorecard: Scorecard) -> int:
    """Return how many units have no verdict at all."""
    return sum(unit.score is None for unit in scorecard.units)


def line(plan: Plan, unit: UnitScore, lang: Lang) -> UnitLine:
    """Return one unit in words."""
    who = unit.identity
    return UnitLine(
        code=who.code,
        name=who.name or word("report.unnamed", lang),
        level=labels.level(plan, who.level, lang),
        score=figures.score(unit.score, lang),
        completeness=figures.optional_percent(unit.completeness, lang),
        misses=misses(unit, lang),
    )


def misses(unit: UnitScore, lang: Lang) -> tuple[tuple[Status, str], ...]:
    """Return which targets a unit does not reach or cannot be judged on, the gravest first."""
    found = []
    for status in MISSES:
        names = [_named(result, lang) for result in unit.results if result.status is status]
        if names:
            found.append((status, "; ".join(names)))
    return tuple(found)


def _named(result: Result, lang: Lang) -> str:
    label = result.target.label.of(lang)
    return label if result.waiver is None else word("report.waived_mark", lang, target=label)


def _extremes(scorecard: Scorecard, lang: Lang) -> list[UnitTable]:
    plan = scorecard.plan
    scored = [(unit.score, unit) for unit in scorecard.units if unit.score is not None]
    ranked = [unit for _, unit in sorted(scored, key=_rank)]
    worst = ranked[:WORST]
    best = ranked[max(WORST, len(ranked) - BEST) :][::-1]
    return [
        _extreme("report.units_worst", worst, len(ranked), plan, lang),
        _extreme("report.units_best", best, len(ranked), plan, lang),
    ]


def _rank(pair: tuple[Exact, UnitScore]) -> tuple[float, str, str]:
    found, unit = pair
    return float(found), unit.kind, unit.identity.code


def _extreme(key: str, units: Sequence[UnitScore], total: int, plan: Plan, lang: Lang) -> UnitTable:
    heading = word(key, lang, count=figures.count(len(units), lang), total=figures.count(total, lang))
    return UnitTable(heading, tuple(line(plan, unit, lang) for unit in units))
