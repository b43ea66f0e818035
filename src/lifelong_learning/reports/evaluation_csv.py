"""The evaluation as a table for a spreadsheet: one row for each result of a unit or a group.

UTF-8 with a byte order mark, commas, CRLF and no `sep=` line, as the findings' table is and for the
same reasons. Figures are full; texts are disarmed, so that none begins as a formula does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.reports.checks.csv_ import disarmed
from lifelong_learning.reports.checks.json_ import chunked
from lifelong_learning.reports.evaluation_json import group_record, result_record
from lifelong_learning.reports.view import labels, notices

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.scores import GroupResult, Outcome, Result, Scorecard, UnitScore
    from lifelong_learning.reports.evaluation_json import Json

Field = str | int | float | bool | None


class ResultRow(NamedTuple):
    """One result; what does not apply is None. `row` is `unit` or `group`; ids are the plan's."""

    row: str
    year: int
    period: str
    kind: str | None
    code: str | None
    name: str | None
    level: str | None
    area: str | None
    district: str | None
    target: str
    label: str
    clause: str
    value: Field
    threshold: Field
    upper: Field
    status: str
    status_text: str
    reason: str | None
    reason_text: str
    attainment: Field
    excess: Field
    base_year: int | None
    members: int | None
    reporting: int | None
    left_out: str | None
    provisional: bool | None
    origin: str | None
    score: Field
    completeness: Field
    waiver: str | None
    unit: str | None


def stream(scorecard: Scorecard, lang: Lang) -> Iterator[bytes]:
    """Yield the table in pieces; no more than one piece is held."""
    return chunked(_lines(scorecard, lang))


def rows(scorecard: Scorecard, lang: Lang) -> Iterator[ResultRow]:
    """Yield the groups' results, then those of every unit."""
    for group in scorecard.groups:
        yield _group(scorecard, group, lang)
    for unit in scorecard.units:
        for result in unit.results:
            yield _unit(scorecard, unit, result, lang)


def _group(card: Scorecard, group: GroupResult, lang: Lang) -> ResultRow:
    record = group_record(group, lang)
    scope = group.scope
    codes = " ".join(scope.units) or None
    return ResultRow(
        "group", card.year, card.period, None, codes, None, scope.level, scope.area, group.district,
        *_common(card.plan, group, record, lang),
        members=group.members, reporting=group.reporting, left_out=" ".join(group.left_out),
        provisional=group.provisional, origin=group.origin, score=None, completeness=None, waiver=None,
        unit=_measured_in(group, lang),
    )  # fmt: skip


def _unit(card: Scorecard, unit: UnitScore, result: Result, lang: Lang) -> ResultRow:
    who, score, complete = unit.identity, unit.score, unit.completeness
    return ResultRow(
        "unit", card.year, card.period, unit.kind, who.code, who.name, who.level, who.area, who.district,
        *_common(card.plan, result, result_record(result, lang), lang),
        members=None, reporting=None, left_out=None, provisional=None, origin=None,
        score=None if score is None else float(score),
        completeness=None if complete is None else float(complete),
        waiver=notices.why(result, lang) or None, unit=_measured_in(result, lang),
    )  # fmt: skip


def _measured_in(found: Outcome, lang: Lang) -> str | None:
    return None if found.target.unit is None else found.target.unit.of(lang)


def _common(
    plan: Plan, found: Outcome, record: Mapping[str, Json], lang: Lang
) -> tuple[str, str, str, Field, Field, Field, str, str, str | None, str, Field, Field, int | None]:
    """Return the fields from `target` to `base_year`."""

    def figure(key: str) -> Field:
        value = record[key]
        return value if isinstance(value, (bool, int, float)) else None

    return (
        found.target.id,
        found.target.label.of(lang),
        found.target.source.clause,
        figure("value"),
        figure("threshold"),
        figure("upper"),
        found.status.value,
        labels.status(found.status, lang),
        None if found.reason is None else str(found.reason),
        labels.reason(plan, found.status, found.reason, lang),
        figure("attainment"),
        figure("excess"),
        found.base_year,
    )


def _lines(scorecard: Scorecard, lang: Lang) -> Iterator[str]:
    # What figures are in is the last column, where the plan has figures of a unit of measure.
    told = len(ResultRow._fields) - all(target.unit is None for target in scorecard.plan.targets)
    yield "\ufeff" + ",".join(ResultRow._fields[:told]) + "\r\n"
    for row in rows(scorecard, lang):
        yield ",".join(map(_field, row[:told])) + "\r\n"


def _field(value: Field) -> str:
    """Return a field, quoted where a comma, semicolon, quote or outer space asks for it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    text = disarmed(value)
    if text.strip() == text and not any(mark in text for mark in ',;"'):
        return text
    return '"' + text.replace('"', '""') + '"'
