"""What people wrote, checked → the plain data that `build` shapes and the cache keeps.

Figures are pairs of whole numbers, so that nothing is rounded on the way.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from lifelong_learning.plan import shape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from lifelong_learning.model.plan import Threshold

Plain: TypeAlias = "bool | int | str | Sequence[Plain] | Mapping[str, Plain] | None"

_REPORTED = ("target", "level", "area", "district", "year", "period", "percent", "note")


def commitment_measure(commitment: shape.Commitment) -> str:
    """Return the measure that a commitment is read from."""
    own = commitment.id.replace("-", "_")
    return own if commitment.measure is None or commitment.column is not None else commitment.measure


def measures_of(target: shape.AnyTarget) -> tuple[list[str], list[str]]:
    """Return a target's measures: those summed above the line, and those below it."""
    match target:
        case shape.RatioTarget():
            return target.numerator, target.denominator
        case shape.GrowthTarget() | shape.CountTarget():
            return target.measures, []
        case shape.CoverageTarget():
            return [target.measure], []
        case shape.ReportedTarget():
            return [], []


def _pair(figure: int | Decimal | Fraction) -> list[int]:
    return list(Fraction(figure).as_integer_ratio())


def _label(label: shape.Label) -> list[str]:
    return [label.en, label.vi]


def _optional(label: shape.Label | None) -> list[str] | None:
    return None if label is None else _label(label)


def _names(sheet: shape.Sheet) -> list[str]:
    return list(dict.fromkeys([sheet.sheet.en, sheet.sheet.vi, *sheet.also]))


def _choice(choice: shape.Choice) -> dict[str, Plain]:
    return {"id": choice.id, "label": _label(choice.label), "also": choice.also}


def _level(level: shape.Level) -> dict[str, Plain]:
    return {**_choice(level), "in_district": level.in_district}


def _kind(kind: shape.Kind) -> dict[str, Plain]:
    return {
        "id": kind.id,
        "label": _label(kind.label),
        "sheet": _label(kind.sheet),
        "also": kind.also,
        "area_required": kind.area_required,
    }


def _columns(head: shape.PlanFile, ids: Sequence[str]) -> list[Plain]:
    columns = {key: getattr(head.identity, key) for key in shape.Identity.model_fields}
    columns.update(target=head.reported.target, percent=head.reported.percent)
    return [{"id": i, "label": _label(columns[i].label), "also": columns[i].also} for i in ids]


def _source(source: shape.Source) -> dict[str, Plain]:
    return {"clause": source.clause, "quote": source.quote, "verified": source.verified}


def _measure(measure: shape.Measure) -> dict[str, Plain]:
    return {
        "id": measure.id,
        "kinds": measure.kinds,
        "label": _label(measure.label),
        "type": measure.type,
        "nature": measure.nature,
        "at_most": measure.at_most,
        "also": measure.also,
        "description": _optional(measure.description),
        "commitment": None,
    }


def _commitment_column(commitment: shape.Commitment) -> dict[str, Plain]:
    return {
        "id": commitment_measure(commitment),
        "kinds": commitment.kinds,
        "label": _optional(commitment.column),
        "type": "yes_no",
        "nature": "flow",
        "at_most": None,
        "also": [],
        "description": None,
        "commitment": commitment.id,
    }


def _commitment(commitment: shape.Commitment) -> dict[str, Plain]:
    return {
        "id": commitment.id,
        "label": _label(commitment.label),
        "kinds": commitment.kinds,
        "levels": commitment.levels,
        "measure": commitment_measure(commitment),
        "at_least": commitment.at_least,
        "source": _source(commitment.source),
    }


def _scope(scope: shape.Scope, thresholds: Sequence[Threshold]) -> dict[str, Plain]:
    written: list[Plain] = [
        [_pair(t.lower), None if t.upper is None else _pair(t.upper), t.since] for t in thresholds
    ]
    return {"level": scope.level, "area": scope.area, "thresholds": written}


def _target(
    target: shape.AnyTarget, head: shape.PlanFile, thresholds: Sequence[Sequence[Threshold]]
) -> dict[str, Plain]:
    numerator, denominator = measures_of(target)
    return {
        "id": target.id,
        "label": _label(target.label),
        "kind": target.kind,
        "kinds": target.kinds,
        "numerator": numerator,
        "denominator": denominator,
        "at_least": target.at_least if isinstance(target, shape.CoverageTarget) else None,
        "scopes": [_scope(s, t) for s, t in zip(target.scopes, thresholds, strict=True)],
        "due": target.due,
        "weight": _pair(target.weight),
        "base_year": target.base_year or head.base_year,
        "target_year": target.target_year or head.target_year,
        "source": _source(target.source),
        "remark": _optional(target.remark),
    }


def canonical(
    head: shape.PlanFile,
    measures: Sequence[shape.Measure],
    targets: Sequence[tuple[shape.AnyTarget, Sequence[Sequence[Threshold]]]],
    commitments: Sequence[shape.Commitment],
) -> dict[str, Plain]:
    """Return a whole plan as plain data; the columns of commitments come after all other measures."""
    columns = [_commitment_column(c) for c in commitments if c.column is not None]
    return {
        "id": head.id,
        "title": _label(head.title),
        "document": _label(head.document),
        "base_year": head.base_year,
        "target_year": head.target_year,
        "base_year_remark": _optional(head.base_year_remark),
        "levels": [_level(level) for level in head.levels],
        "areas": [_choice(area) for area in head.areas],
        "periods": [_choice(period) for period in head.periods],
        "kinds": [_kind(kind) for kind in head.kinds],
        "identity": _columns(head, list(shape.Identity.model_fields)),
        "reported_sheet": _names(head.reported),
        "reported_columns": _columns(head, _REPORTED),
        "guide_sheet": _names(head.guide),
        "measures": [*(_measure(measure) for measure in measures), *columns],
        "targets": [_target(target, head, thresholds) for target, thresholds in targets],
        "commitments": [_commitment(commitment) for commitment in commitments],
        "jump_factor": _pair(head.plausibility.jump_factor),
        "jump_from": head.plausibility.jump_from,
        "words_of_measure": head.words_of_measure,
    }
