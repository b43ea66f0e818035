"""What a reader must know of a whole evaluation: results that are waived, targets without a unit, figures
that a plan gives no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.localised import Day
from lifelong_learning.model.plan import Scope
from lifelong_learning.model.scores import waived_results
from lifelong_learning.reports.view import figures, labels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.scores import Result, Scorecard

TARGETS_SHOWN = 4


def waivers(scorecard: Scorecard, lang: Lang) -> list[tuple[str, str]]:
    """Return every waived result, in the order of units and targets: whose and which with its status, and
    why and by whom it is waived."""
    found = []
    for unit, result in waived_results(scorecard):
        who = unit.identity
        whose = f"{who.code} {who.name or word('report.unnamed', lang)}: {result.target.label.of(lang)}"
        found.append((f"{whose} ({labels.marked_status(result.status, lang)})", why(result, lang)))
    return found


def why(result: Result, lang: Lang) -> str:
    """Return the reason of a waiver, who granted it, and until when; "" where there is none."""
    if result.waiver is None:
        return ""
    parts = [result.waiver.justification]
    if result.waiver.granted_by is not None:
        parts.append(word("report.granted_by", lang, who=result.waiver.granted_by))
    if result.waiver.expires is not None:
        parts.append(word("report.until", lang, date=Day(result.waiver.expires).of(lang)))
    return "; ".join(parts)


def read(scorecard: Scorecard, lang: Lang) -> str:
    """Return how many units of how many files were read."""
    return word(
        "report.read",
        lang,
        units=figures.counted("report.units", len(scorecard.units), lang),
        files=figures.counted("report.files", len(scorecard.files), lang),
    )


def growth_remark(scorecard: Scorecard, lang: Lang) -> str | None:
    """Return what the plan remarks on its base year, where a group's growth is counted from it."""
    plan = scorecard.plan
    if plan.base_year_remark is None or not any(group.target.kind.grows for group in scorecard.groups):
        return None
    remark = plan.base_year_remark.of(lang)
    return word("report.growth_remark", lang, year=plan.base_year, remark=remark)


def notices(scorecard: Scorecard, lang: Lang) -> list[str]:
    """Return, a line each, what is left out for want of a unit and what outlives the plan's figures."""
    return [*_ended(scorecard, lang), *_vacant(scorecard, lang), *outlived(scorecard, lang)]


def outlived(scorecard: Scorecard, lang: Lang) -> Iterator[str]:
    """Yield a line for every year that a plan's figures end in before the evaluated one."""
    kinds = {unit.kind for unit in scorecard.units}
    grouped = {group.target.id for group in scorecard.groups}
    found: dict[tuple[str, int], list[str]] = {}
    for target in scorecard.plan.targets:
        ended = target.outlived(scorecard.year)
        if ended is not None and (target.id in grouped or kinds.intersection(target.kinds)):
            found.setdefault(ended, []).append(target.label.of(lang))
    for (end, last), names in sorted(found.items()):
        shown = labels.shortened(names, TARGETS_SHOWN, lang)
        yield word(f"report.beyond_{end}", lang, year=scorecard.year, last=last, targets=shown)


def _ended(scorecard: Scorecard, lang: Lang) -> Iterator[str]:
    """Yield a line for every level that has ended by then, with the targets of it that are not assessed."""
    plan, kinds = scorecard.plan, {unit.kind for unit in scorecard.units}
    found: dict[str, list[str]] = {}
    for target in plan.targets:
        for scoped in target.scopes if kinds.intersection(target.kinds) else ():
            level = scoped.scope.level
            if level is not None and plan.ended(level, scorecard.year, scorecard.period):
                found.setdefault(level, []).append(target.label.of(lang))
    for level, names in found.items():
        since = plan.last_years(scorecard.period)[level] + 1
        gone = labels.scope_within(plan, Scope(level=level), lang)
        targets = "; ".join(dict.fromkeys(names))
        yield word("report.ended", lang, year=since, level=gone, targets=targets)


def _vacant(scorecard: Scorecard, lang: Lang) -> Iterator[str]:
    """Yield a line for the kinds without a unit, and one for places of a kind that lack the same targets;
    levels that have ended have a line of their own."""
    plan, there = scorecard.plan, {unit.kind for unit in scorecard.units}
    absent: dict[str, None] = {}
    found: dict[tuple[str, str], list[str]] = {}
    for target, scope in scorecard.vacant:
        if plan.ended(scope.level, scorecard.year, scorecard.period):
            continue
        kinds = [labels.within(labels.kind(plan, kind, lang)) for kind in target.kinds]
        if there.isdisjoint(target.kinds):
            absent.update(dict.fromkeys(kinds))
        else:
            where = labels.scope_within(plan, scope, lang)
            found.setdefault((" / ".join(kinds), where), []).append(target.label.of(lang))
    if absent:
        yield word("report.vacant_kinds", lang, year=scorecard.year, kinds="; ".join(absent))
    places: dict[tuple[str, str], list[str]] = {}
    for (kind, where), names in found.items():
        places.setdefault((kind, "; ".join(names)), []).append(where)
    for (kind, targets), wheres in places.items():
        where = "; ".join(filter(None, wheres))
        key = "report.vacant_within" if where else "report.vacant"
        yield word(key, lang, year=scorecard.year, kind=kind, where=where, targets=targets)
