"""What a target asks for and how its value is computed, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.localised import Day
from lifelong_learning.model.plan import Due, IndicatorKind
from lifelong_learning.model.scores import Bounds, Exact
from lifelong_learning.reports.view import figures, labels

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from lifelong_learning.model.plan import Lang, OtherFigure, Plan, Scope, Target, Threshold
    from lifelong_learning.model.stale import Concern


def thresholds(plan: Plan, target: Target, lang: Lang) -> tuple[str, ...]:
    """Return what each scope asks for, a dated figure with the year it counts from."""
    found = []
    for scoped in target.scopes:
        scope = labels.covers(plan, scoped.scope, lang)
        shown = [_threshold(target, threshold, scoped.at_most, lang) for threshold in scoped.thresholds]
        shown += [] if scoped.like is None else [_like(plan, scoped.like, scoped.at_most, lang)]
        asked = "; ".join(shown) or word("target.no_threshold", lang)
        found.append(f"{scope}: {asked}" if scope else asked)
    return tuple(found)


def asked(target: Target, scope: Scope, year: int, lang: Lang) -> str | None:
    """Return the figure that holds in a year with those that follow, each with its year: ≥ 20% since 2025,
    then ≥ 35% by 2030. None where no other follows."""
    scoped = target.scoped(scope)
    now = scoped.in_force(year, target.due)
    if now is None or now is scoped.thresholds[-1]:
        return None
    shown = []
    for threshold in scoped.thresholds[scoped.thresholds.index(now) :]:
        figure, since = _figure(target, threshold, scoped.at_most, lang), threshold.since
        by = "by" if since == target.target_year else "from" if since is None or since > year else "since"
        shown.append(figure if since is None else word(f"target.asked_{by}", lang, figure=figure, year=since))
    return word("target.asked_then", lang, now=shown[0], later=", ".join(shown[1:]))


def _like(plan: Plan, like: OtherFigure, at_most: bool, lang: Lang) -> str:
    """Return the figure of another target that is asked for: ≥ the figure of “Visits per inhabitant”."""
    key = "report.at_most" if at_most else "report.at_least"
    return word(key, lang, figure=other_figure(plan, like, lang))


def other_figure(plan: Plan, like: OtherFigure, lang: Lang) -> str:
    """Return what the figure of another target is called, with the scope of it that is meant."""
    target, scope = plan.target[like.target], labels.scope_within(plan, like.scope, lang)
    label = target.label.of(lang)
    return word("target.other_figure", lang, target=f"{label}, {scope}" if scope else label)


def due(target: Target, lang: Lang) -> str:
    """Return when a target's thresholds must be reached."""
    if target.due is Due.EACH_YEAR:
        return word("target.due_each_year", lang)
    return word("target.due_target_year", lang, year=target.target_year)


def remarks(plan: Plan, target: Target, lang: Lang) -> tuple[str, ...]:
    """Return what the plan remarks on a target, and, where it compares two years, on its base year."""
    said = (target.remark, plan.base_year_remark if target.kind.grows else None)
    return tuple(remark.of(lang) for remark in said if remark is not None)


def concern(found: Concern, lang: Lang) -> str:
    """Return why a target or a commitment needs a look before its plan is applied."""
    return word(f"target.stale_{found.why}", lang, since=Day(found.since).of(lang))


def _threshold(target: Target, threshold: Threshold, at_most: bool, lang: Lang) -> str:
    shown = _figure(target, threshold, at_most, lang)
    if threshold.since is None:
        return shown
    return word("target.asked_from", lang, figure=shown, year=threshold.since)


def _figure(target: Target, threshold: Threshold, at_most: bool, lang: Lang) -> str:
    upper = None if threshold.upper is None else _exact(threshold.upper)
    return figures.threshold(Bounds(_exact(threshold.lower), upper, target.scale, at_most), target, lang)


def _exact(figure: Fraction) -> Exact:
    return Exact(figure.numerator, figure.denominator)


def formula(plan: Plan, target: Target, lang: Lang) -> str:
    """Return how the value of a group is computed, in words."""
    numerator = _sum(plan, target.numerator, lang)
    if target.kind is IndicatorKind.COVERAGE:
        if target.at_least is None:
            return word("target.coverage_yes", lang, numerator=numerator)
        return word("target.coverage_least", lang, numerator=numerator, least=target.at_least)
    denominator = _sum(plan, target.denominator, lang)
    if target.together is not None:
        return word(f"target.together_{target.together.value}", lang, numerator=numerator)
    said = word(f"target.{target.kind.value}", lang, numerator=numerator, denominator=denominator)
    return said if target.per in (None, 1) else f"{said} × {figures.count(target.per or 1, lang)}"


def unit_formula(plan: Plan, target: Target, lang: Lang) -> str:
    """Return how the value of one unit is computed, in words."""
    if target.together is not None:
        return _sum(plan, target.numerator, lang)
    if target.kind is not IndicatorKind.COVERAGE:
        return formula(plan, target, lang)
    numerator = _sum(plan, target.numerator, lang)
    return numerator if target.at_least is None else f"{numerator} ≥ {target.at_least}"


def _sum(plan: Plan, measures: Sequence[str], lang: Lang) -> str:
    names = " + ".join(plan.measure[measure].label.of(lang) for measure in measures)
    return f"({names})" if len(measures) > 1 else names
