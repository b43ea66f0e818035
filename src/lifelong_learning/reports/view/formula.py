"""An indicator's formula in the words of its measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.plan import IndicatorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Lang, Plan, Target


def formula(plan: Plan, target: Target, lang: Lang) -> str:
    """Return how the value of a group is computed, in words."""
    numerator = _sum(plan, target.numerator, lang)
    if target.kind is IndicatorKind.COVERAGE:
        if target.at_least is None:
            return word("target.coverage_yes", lang, numerator=numerator)
        return word("target.coverage_least", lang, numerator=numerator, least=target.at_least)
    denominator = _sum(plan, target.denominator, lang)
    return word(f"target.{target.kind.value}", lang, numerator=numerator, denominator=denominator)


def unit_formula(plan: Plan, target: Target, lang: Lang) -> str:
    """Return how the value of one unit is computed, in words."""
    if target.kind is not IndicatorKind.COVERAGE:
        return formula(plan, target, lang)
    numerator = _sum(plan, target.numerator, lang)
    return numerator if target.at_least is None else f"{numerator} ≥ {target.at_least}"


def _sum(plan: Plan, measures: Sequence[str], lang: Lang) -> str:
    names = " + ".join(plan.measure[measure].label.of(lang) for measure in measures)
    return f"({names})" if len(measures) > 1 else names
