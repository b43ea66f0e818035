"""What people wrote, checked → the plan that everything else works with."""

from __future__ import annotations

from fractions import Fraction
from itertools import starmap
from typing import TYPE_CHECKING, TypeVar

from msgspec import convert

from lifelong_learning.model.plan import (
    Bilingual,
    Choice,
    Citation,
    Column,
    Commitment,
    Due,
    IndicatorKind,
    Kind,
    Level,
    Measure,
    MeasureType,
    Nature,
    OtherFigure,
    Period,
    Plan,
    Plausibility,
    Scope,
    ScopedThresholds,
    Target,
    Together,
)
from lifelong_learning.plan import shape
from lifelong_learning.plan.figures import months_of, share_of
from lifelong_learning.plan.parts import commitment_measure, other_scope
from lifelong_learning.plan.thresholds import decimals_of, quantity_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lifelong_learning.model.plan import Threshold
    from lifelong_learning.plan.thresholds import Quantity

T = TypeVar("T")

REPORTED = ("target", "level", "area", "district", "year", "period", "percent", "note")
"""The columns of the sheet of reported figures; those that it does not say itself are the identity's."""


def compiled(
    head: shape.PlanFile,
    measures: Sequence[shape.MeasureForm],
    targets: Iterable[tuple[shape.AnyTarget, Sequence[Sequence[Threshold]]]],
    commitments: Sequence[shape.CommitmentForm],
    sha256: str,
) -> Plan:
    """Return a whole plan; the columns of commitments come after all other measures."""
    read = list(targets)
    by_id = {measure.id: measure for measure in measures}
    forms = {target.id: target for target, _ in read}
    scopes = {name: _scopes(target) for name, target in forms.items()}
    columns = {key: getattr(head.identity, key) for key in shape.IdentityForm.model_fields}
    reported = {**columns, "target": head.reported.target, "percent": head.reported.percent}
    return Plan(
        id=head.id,
        title=_taken(head.title, Bilingual),
        document=_taken(head.document, Bilingual),
        base_year=head.base_year,
        target_year=head.target_year,
        base_year_remark=_text(head.base_year_remark),
        levels=_all(head.levels, Level),
        areas=_all(head.areas, Choice),
        periods=tuple(map(_period, head.periods)),
        kinds=_all(head.kinds, Kind),
        identity=tuple(starmap(_column, columns.items())),
        reported_sheet=_names(head.reported),
        reported_columns=tuple(_column(key, reported[key]) for key in REPORTED),
        guide_sheet=_names(head.guide),
        measures=(*map(_measure, measures), *(_own_column(c) for c in commitments if c.column is not None)),
        targets=tuple(_target(target, head, found, by_id, scopes, forms) for target, found in read),
        commitments=tuple(map(_commitment, commitments)),
        plausibility=_taken(head.plausibility, Plausibility),
        words_of_measure=tuple(head.words_of_measure),
        sha256=sha256,
    )


def _taken(written: object, kind: type[T]) -> T:
    """Return a record with the fields of the form of the same names."""
    return convert(written, kind, from_attributes=True, dec_hook=_figure)


def _all(written: Iterable[object], kind: type[T]) -> tuple[T, ...]:
    return tuple(_taken(item, kind) for item in written)


def _figure(_: type, written: int) -> Fraction:
    return Fraction(written)


def _text(label: shape.LabelForm | None) -> Bilingual | None:
    return None if label is None else _taken(label, Bilingual)


def _names(sheet: shape.SheetForm) -> tuple[str, ...]:
    return tuple(dict.fromkeys([sheet.sheet.en, sheet.sheet.vi, *sheet.also]))


def _column(key: str, column: shape.ColumnForm) -> Column:
    return Column(key, _taken(column.label, Bilingual), tuple(column.also))


def _period(period: shape.PeriodForm) -> Period:
    first, last = months_of(period) or (1, 12)
    share = share_of(period) or Fraction(1)
    return Period(period.id, _taken(period.label, Bilingual), tuple(period.also), share, first, last)


def _measure(measure: shape.MeasureForm) -> Measure:
    written = {"decimals": measure.decimals or 0, "parts": measure.parts or []}
    return _taken(measure.model_copy(update=written), Measure)


def _own_column(commitment: shape.CommitmentForm) -> Measure:
    return Measure(
        id=commitment_measure(commitment),
        kinds=tuple(commitment.kinds),
        label=_taken(commitment.column, Bilingual),
        type=MeasureType.YES_NO,
        nature=Nature.FLOW,
        commitment=commitment.id,
    )


def _commitment(commitment: shape.CommitmentForm) -> Commitment:
    return Commitment(
        id=commitment.id,
        label=_taken(commitment.label, Bilingual),
        kinds=tuple(commitment.kinds),
        levels=tuple(commitment.levels),
        measure=commitment_measure(commitment),
        at_least=commitment.at_least,
        source=_taken(commitment.source, Citation),
    )


def _measures_of(target: shape.AnyTarget) -> tuple[list[str], list[str]]:
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


def _scopes(target: shape.AnyTarget) -> list[Scope]:
    """Return the scopes of a target; a unit that one of them names is left out of its others."""
    named = tuple(code for scope in target.scopes for code in scope.units or ())
    return [
        Scope(scope.level, scope.area, tuple(scope.units or ()), () if scope.units else named)
        for scope in target.scopes
    ]


def _target(
    target: shape.AnyTarget,
    head: shape.PlanFile,
    thresholds: Sequence[Sequence[Threshold]],
    measures: Mapping[str, shape.MeasureForm],
    scopes: Mapping[str, list[Scope]],
    targets: Mapping[str, shape.AnyTarget],
) -> Target:
    numerator, denominator = _measures_of(target)
    quantity = quantity_of(target, measures)
    return Target(
        id=target.id,
        label=_taken(target.label, Bilingual),
        kind=IndicatorKind(target.kind),
        kinds=tuple(target.kinds),
        numerator=tuple(numerator),
        denominator=tuple(denominator),
        at_least=target.at_least if isinstance(target, shape.CoverageTarget) else None,
        scopes=tuple(
            ScopedThresholds(scope, tuple(read), form.limited, _other_figure(form.figures, scopes, targets))
            for scope, form, read in zip(scopes[target.id], target.scopes, thresholds, strict=True)
        ),
        due=Due(target.due),
        weight=Fraction(target.weight),
        base_year=target.base_year or head.base_year,
        target_year=target.target_year or head.target_year,
        source=_taken(target.source, Citation),
        remark=_text(target.remark),
        per=target.per if isinstance(target, shape.RatioTarget) else None,
        unit=_text(quantity.unit),
        decimals=_decimals(quantity, thresholds),
        together=_together(target),
    )


def _decimals(quantity: Quantity, thresholds: Sequence[Sequence[Threshold]]) -> int:
    """Return with how many decimals figures are shown: as many as their thresholds have, at least."""
    if quantity.form == "percent":
        return quantity.decimals
    figures = [figure for read in thresholds for one in read for figure in (one.lower, one.upper) if figure]
    return max([quantity.decimals, *map(decimals_of, figures)])


def _together(target: shape.AnyTarget) -> Together | None:
    written = target.together if isinstance(target, shape.CountTarget) else None
    return None if written is None else Together(written)


def _other_figure(
    written: object, scopes: Mapping[str, list[Scope]], targets: Mapping[str, shape.AnyTarget]
) -> OtherFigure | None:
    """Return the figure of another target that takes the place of a threshold."""
    if not isinstance(written, dict):
        return None
    number = other_scope(written, targets[written["target"]])
    assert number is not None
    return OtherFigure(written["target"], scopes[written["target"]][number])
