"""A plan's targets and commitments in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.days import Day
from lifelong_learning.model.plan import Due, IndicatorKind
from lifelong_learning.model.scores import Bounds, Exact
from lifelong_learning.reports.view import figures, formula, labels

if TYPE_CHECKING:
    from fractions import Fraction

    from lifelong_learning.model.plan import Commitment, Lang, Plan, Scope, Target, Threshold


class Card(NamedTuple):
    """A target or a commitment: its label, id and clause, and what is said of it, name by name."""

    id: str
    label: str
    clause: str
    quote: str
    thresholds: tuple[str, ...]
    due: str
    facts: tuple[tuple[str, tuple[str, ...]], ...]


def card(plan: Plan, wanted: str, lang: Lang) -> Card:
    """Return one target or commitment in words; KeyError for an id that the plan does not have."""
    if wanted in plan.target:
        return target_card(plan, plan.target[wanted], lang)
    commitments = {commitment.id: commitment for commitment in plan.commitments}
    return commitment_card(plan, commitments[wanted], lang)


def target_card(plan: Plan, target: Target, lang: Lang) -> Card:
    """Return one target in words."""
    facts = [
        ("formula", (formula.formula(plan, target, lang),)),
        ("measures", tuple(f"{plan.measure[m].label.of(lang)} ({m})" for m in target.measures)),
        ("applies_to", (_kinds(plan, target.kinds, lang),)),
        ("weight", (_number(target.weight, lang),)),
        ("base_year", (str(target.base_year),)),
        ("target_year", (str(target.target_year),)),
        ("remark", _remarks(plan, target, lang)),
        ("verified", _day(target.source.verified, lang)),
    ]
    return Card(
        id=target.id,
        label=target.label.of(lang),
        clause=target.source.clause,
        quote=target.source.quote,
        thresholds=thresholds(plan, target, lang),
        due=due(target, lang),
        facts=tuple(facts),
    )


def commitment_card(plan: Plan, commitment: Commitment, lang: Lang) -> Card:
    """Return one commitment in words."""
    measure = plan.measure[commitment.measure].label.of(lang)
    shown = measure if commitment.at_least is None else f"{measure} ≥ {commitment.at_least}"
    levels = ", ".join(labels.level(plan, level, lang) for level in commitment.levels)
    return Card(
        id=commitment.id,
        label=commitment.label.of(lang),
        clause=commitment.source.clause,
        quote=commitment.source.quote,
        thresholds=(),
        due="",
        facts=(
            ("measures", (shown,)),
            ("applies_to", (f"{_kinds(plan, commitment.kinds, lang)}: {levels}",)),
            ("verified", _day(commitment.source.verified, lang)),
        ),
    )


def thresholds(plan: Plan, target: Target, lang: Lang) -> tuple[str, ...]:
    """Return what each scope asks for, a dated figure with the year it counts from."""
    found = []
    for scoped in target.scopes:
        scope = labels.scope(plan, scoped.scope, lang)
        shown = [_threshold(target, threshold, lang) for threshold in scoped.thresholds]
        asked = "; ".join(shown) or word("target.no_threshold", lang)
        found.append(f"{scope}: {asked}" if scope else asked)
    return tuple(found)


def asked(target: Target, scope: Scope, year: int, lang: Lang) -> str | None:
    """Return the figure that holds in a year with those that follow, each with its year: ≥ 20 % since 2025,
    then ≥ 35 % by 2030. None where no other follows."""
    scoped = next(scoped for scoped in target.scopes if scoped.scope == scope)
    now = scoped.in_force(year, target.due)
    if now is None or now is scoped.thresholds[-1]:
        return None
    shown = []
    for threshold in scoped.thresholds[scoped.thresholds.index(now) :]:
        figure, since = _figure(target, threshold, lang), threshold.since
        by = "by" if since == target.target_year else "from" if since is None or since > year else "since"
        shown.append(figure if since is None else word(f"target.asked_{by}", lang, figure=figure, year=since))
    return word("target.asked_then", lang, now=shown[0], later=", ".join(shown[1:]))


def due(target: Target, lang: Lang) -> str:
    """Return when a target's thresholds must be reached."""
    if target.due is Due.EACH_YEAR:
        return word("target.due_each_year", lang)
    return word("target.due_target_year", lang, year=target.target_year)


def _threshold(target: Target, threshold: Threshold, lang: Lang) -> str:
    shown = _figure(target, threshold, lang)
    if threshold.since is None:
        return shown
    return word("target.asked_from", lang, figure=shown, year=threshold.since)


def _figure(target: Target, threshold: Threshold, lang: Lang) -> str:
    form = "count" if target.kind is IndicatorKind.COUNT else "ratio"
    upper = None if threshold.upper is None else _exact(threshold.upper)
    return figures.threshold(Bounds(_exact(threshold.lower), upper, form), target, lang)


def _remarks(plan: Plan, target: Target, lang: Lang) -> tuple[str, ...]:
    grows = target.kind in (IndicatorKind.GROWTH_AVERAGE, IndicatorKind.GROWTH_YEARLY)
    said = (target.remark, plan.base_year_remark if grows else None)
    return tuple(remark.of(lang) for remark in said if remark is not None)


def _day(written: str | None, lang: Lang) -> tuple[str, ...]:
    return () if written is None else (Day(written).of(lang),)


def _kinds(plan: Plan, kinds: tuple[str, ...], lang: Lang) -> str:
    return ", ".join(labels.kind(plan, kind, lang) for kind in kinds)


def _number(figure: Fraction, lang: Lang) -> str:
    return figures.decimal(_exact(figure), lang)


def _exact(figure: Fraction) -> Exact:
    return Exact(figure.numerator, figure.denominator)
