"""Plain, checked data → Plan. The same function serves a plan just read and one from the cache."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from lifelong_learning.model.plan import (
    Bilingual,
    Choice,
    Column,
    Commitment,
    Due,
    IndicatorKind,
    Kind,
    Level,
    Measure,
    MeasureType,
    Nature,
    Plan,
    Plausibility,
    Scope,
    ScopedThresholds,
    Source,
    Target,
    Threshold,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    Plain = Mapping[str, Any]


def _text(pair: list[str]) -> Bilingual:
    return Bilingual(*pair)


def _text_or_none(pair: list[str] | None) -> Bilingual | None:
    return None if pair is None else Bilingual(*pair)


def _figure(pair: list[int]) -> Fraction:
    return Fraction(*pair)


def _choice(data: Plain) -> Choice:
    return Choice(data["id"], _text(data["label"]), tuple(data["also"]))


def _level(data: Plain) -> Level:
    return Level(data["id"], _text(data["label"]), tuple(data["also"]), data["in_district"])


def _kind(data: Plain) -> Kind:
    label, sheet = _text(data["label"]), _text(data["sheet"])
    return Kind(data["id"], label, sheet, tuple(data["also"]), data["area_required"])


def _column(data: Plain) -> Column:
    return Column(data["id"], _text(data["label"]), tuple(data["also"]))


def _source(data: Plain) -> Source:
    return Source(data["clause"], data["quote"], data["verified"])


def _measure(data: Plain) -> Measure:
    return Measure(
        id=data["id"],
        kinds=tuple(data["kinds"]),
        label=_text(data["label"]),
        type=MeasureType(data["type"]),
        nature=Nature(data["nature"]),
        at_most=data["at_most"],
        also=tuple(data["also"]),
        description=_text_or_none(data["description"]),
        commitment=data["commitment"],
    )


def _threshold(data: list[Any]) -> Threshold:
    lower, upper, since = data
    return Threshold(_figure(lower), None if upper is None else _figure(upper), since)


def _scope(data: Plain) -> ScopedThresholds:
    thresholds = tuple(_threshold(item) for item in data["thresholds"])
    return ScopedThresholds(Scope(data["level"], data["area"]), thresholds)


def _target(data: Plain) -> Target:
    return Target(
        id=data["id"],
        label=_text(data["label"]),
        kind=IndicatorKind(data["kind"]),
        kinds=tuple(data["kinds"]),
        numerator=tuple(data["numerator"]),
        denominator=tuple(data["denominator"]),
        at_least=data["at_least"],
        scopes=tuple(_scope(item) for item in data["scopes"]),
        due=Due(data["due"]),
        weight=_figure(data["weight"]),
        base_year=data["base_year"],
        target_year=data["target_year"],
        source=_source(data["source"]),
        remark=_text_or_none(data["remark"]),
    )


def _commitment(data: Plain) -> Commitment:
    return Commitment(
        id=data["id"],
        label=_text(data["label"]),
        kinds=tuple(data["kinds"]),
        levels=tuple(data["levels"]),
        measure=data["measure"],
        at_least=data["at_least"],
        source=_source(data["source"]),
    )


def build(data: Plain, sha256: str) -> Plan:
    """Return the plan; KeyError, TypeError or ValueError where the data has another shape."""
    return Plan(
        id=data["id"],
        title=_text(data["title"]),
        document=_text(data["document"]),
        base_year=data["base_year"],
        target_year=data["target_year"],
        base_year_remark=_text_or_none(data["base_year_remark"]),
        levels=tuple(_level(item) for item in data["levels"]),
        areas=tuple(_choice(item) for item in data["areas"]),
        periods=tuple(_choice(item) for item in data["periods"]),
        kinds=tuple(_kind(item) for item in data["kinds"]),
        identity=tuple(_column(item) for item in data["identity"]),
        reported_sheet=tuple(data["reported_sheet"]),
        reported_columns=tuple(_column(item) for item in data["reported_columns"]),
        guide_sheet=tuple(data["guide_sheet"]),
        measures=tuple(_measure(item) for item in data["measures"]),
        targets=tuple(_target(item) for item in data["targets"]),
        commitments=tuple(_commitment(item) for item in data["commitments"]),
        plausibility=Plausibility(_figure(data["jump_factor"]), data["jump_from"]),
        words_of_measure=tuple(data["words_of_measure"]),
        sha256=sha256,
    )
