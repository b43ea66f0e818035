"""A plan's targets as a JSON document, `llplan/targets/1`, and what of them is stale, `llplan/stale/1`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.reports.evaluation_json import plan_record
from lifelong_learning.reports.view import targets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Commitment, Lang, Plan, Target, Threshold
    from lifelong_learning.model.stale import Stale
    from lifelong_learning.reports.evaluation_json import Json

SCHEMA = "llplan/targets/1"


def listing(plan: Plan, lang: Lang) -> bytes:
    """Return all targets and commitments."""
    return _document(plan, plan.targets, plan.commitments, lang)


def detail(plan: Plan, wanted: str, lang: Lang) -> bytes:
    """Return the same document with one target or commitment alone."""
    targets = tuple(target for target in plan.targets if target.id == wanted)
    commitments = tuple(commitment for commitment in plan.commitments if commitment.id == wanted)
    return _document(plan, targets, commitments, lang)


def stale(plan: Plan, items: Sequence[Stale], year: int, before: str | None, lang: Lang) -> bytes:
    """Return the list of what of a plan needs a look."""
    import orjson

    document = {
        "schema": "llplan/stale/1",
        "plan": {"id": plan.id, "sha256": plan.sha256},
        "lang": lang,
        "year": year,
        "verified_before": before,
        "stale": [
            {
                "id": stale.item.id,
                "clause": stale.item.source.clause,
                "verified": stale.item.source.verified,
                "concerns": [
                    {
                        "why": concern.why,
                        "since": concern.since or None,
                        "message": targets.concern(concern, lang),
                    }
                    for concern in stale.concerns
                ],
            }
            for stale in items
        ],
    }
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _document(
    plan: Plan, targets: tuple[Target, ...], commitments: tuple[Commitment, ...], lang: Lang
) -> bytes:
    import orjson

    document: dict[str, Json] = {
        "schema": SCHEMA,
        "plan": plan_record(plan),
        "lang": lang,
        "targets": [_target(plan, target, lang) for target in targets],
        "commitments": [_commitment(commitment, lang) for commitment in commitments],
    }
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _target(plan: Plan, target: Target, lang: Lang) -> dict[str, Json]:
    return {
        "id": target.id,
        "label": target.label.of(lang),
        "kind": target.kind.value,
        "kinds": target.kinds,
        "clause": target.source.clause,
        "quote": target.source.quote,
        "verified": target.source.verified,
        "formula": targets.formula(plan, target, lang),
        "numerator": target.numerator,
        "denominator": target.denominator,
        "at_least": target.at_least,
        "scopes": [
            {
                "scope": scoped.scope.as_dict(),
                **({"direction": "at_most"} if scoped.at_most else {}),
                "thresholds": [_threshold(t) for t in scoped.thresholds],
            }
            for scoped in target.scopes
        ],
        "due": target.due.value,
        "weight": float(target.weight),
        "base_year": target.base_year,
        "target_year": target.target_year,
        "remark": None if target.remark is None else target.remark.of(lang),
    }


def _threshold(threshold: Threshold) -> dict[str, Json]:
    upper = None if threshold.upper is None else float(threshold.upper)
    return {"since": threshold.since, "threshold": float(threshold.lower), "upper": upper}


def _commitment(commitment: Commitment, lang: Lang) -> dict[str, Json]:
    return {
        "id": commitment.id,
        "label": commitment.label.of(lang),
        "kinds": commitment.kinds,
        "levels": commitment.levels,
        "measure": commitment.measure,
        "at_least": commitment.at_least,
        "clause": commitment.source.clause,
        "quote": commitment.source.quote,
    }
