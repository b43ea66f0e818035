"""The summary as a JSON document, `llplan/summary/1`: fixed keys, full figures, same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.findings import Severity
from lifelong_learning.model.scores import waived_results
from lifelong_learning.reports.evaluation_json import (
    files_record,
    group_record,
    head_record,
    result_record,
    waiver_record,
)
from lifelong_learning.reports.summary.gathering import gather
from lifelong_learning.reports.summary.results import limits
from lifelong_learning.reports.summary.wording import SummaryWords

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.scores import Exact, GroupResult, Result, UnitScore
    from lifelong_learning.reports.summary.records import (
        Miss,
        Reports,
        Source,
        TargetRecord,
        Turnout,
        UnitRecord,
        Year,
    )
    from lifelong_learning.reports.view.evaluation import CommitmentUnits

    Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]

SCHEMA = "llplan/summary/1"


def render(source: Source, *, lang: Lang, tool_version: str) -> bytes:
    """Return the whole document."""
    import orjson

    card, records = source.scorecard, gather(source)
    limiting = limits(source, records, SummaryWords(card.plan, card.year, card.period, lang))
    counts = source.findings.counts()
    document: dict[str, Json] = {
        **head_record(SCHEMA, card, lang, tool_version),
        "since": source.since,
        "date": None if source.date is None else "{:04d}-{:02d}-{:02d}".format(*source.date),
        **files_record(card),
        "reports": _reports(records.reports),
        "limits": list(limiting),
        "targets": [_target(record, lang) for record in records.targets],
        "units": list(map(_unit, records.scored)),
        "improved": [_who(record.unit) for record in records.improved],
        "fallen": [_who(record.unit) for record in records.fallen],
        "commitments": list(map(_commitment, records.commitments)),
        "misses": [_miss(record, lang) for record in records.misses],
        "waived": [_waived(unit, result) for unit, result in waived_results(card)],
        "findings": {severity.value: counts.get(severity, 0) for severity in Severity},
    }
    return orjson.dumps(document, option=orjson.OPT_INDENT_2) + b"\n"


def _waived(unit: UnitScore, result: Result) -> Json:
    assert result.waiver is not None
    about = {"target": result.target.id, "status": result.status.value}
    return {**_who(unit), **about, **waiver_record(result.waiver)}


def _reports(reports: Reports) -> Json:
    return {
        "register": reports.registered,
        **_turnout(reports.total),
        "by_kind": [{"kind": kind, **_turnout(found)} for kind, found in reports.kinds],
        "by_district": [{"district": place, **_turnout(found)} for place, found in reports.districts],
        "missing": [_who(unit) for unit in reports.missing],
        "incomplete": [_who(unit) for unit in reports.incomplete],
        "silent_districts": reports.silent,
    }


def _turnout(found: Turnout) -> dict[str, Json]:
    return {"expected": found.expected, "reported": found.reported, "complete": found.complete}


def _who(unit: UnitScore) -> dict[str, Json]:
    who = unit.identity
    return {"code": who.code, "name": who.name, "kind": unit.kind, "district": who.district}


def _target(record: TargetRecord, lang: Lang) -> Json:
    standing = record.standing
    return {
        **group_record(record.result, lang),
        "before": None if record.before is None else _value(record.before),
        "change": _plain(record.change),
        "gap": _plain(record.gap),
        "base_value": _plain(standing.start),
        "line": _plain(standing.expected),
        "distance": _plain(record.distance),
        "yearly": _plain(standing.yearly),
        "needed": _plain(standing.needed),
        "path": [{"year": year, "value": _plain(figure)} for year, figure in standing.path],
        "note": record.note,
        "by_year": [_year(year) for year in record.years],
    }


def _year(year: Year) -> Json:
    group = year.result
    lower = group.bounds.lower
    return {
        "year": year.year,
        "value": _value(group),
        "threshold": _plain(lower),
        "status": group.status.value,
        "attainment": _plain(group.attainment),
        "excess": _plain(group.excess),
        "part": year.part,
        "whole": year.whole,
        "provisional": group.provisional,
        "origin": group.origin,
    }


def _unit(record: UnitRecord) -> Json:
    return {
        **_who(record.unit),
        "level": record.unit.identity.level,
        "score": _plain(record.unit.score),
        "completeness": _plain(record.unit.completeness),
        "score_before": _plain(record.before),
        "change": _plain(record.change),
    }


def _commitment(found: CommitmentUnits) -> Json:
    commitment, done, refused, unsaid = found
    return {
        "commitment": commitment.id,
        "done": len(done),
        "not_done": len(refused),
        "not_said": len(unsaid),
        "not_done_units": [_who(unit) for unit in refused],
        "not_said_units": [_who(unit) for unit in unsaid],
    }


def _miss(record: Miss, lang: Lang) -> Json:
    kept = ("target", "scope", "value", "threshold", "status", "attainment")
    return {
        **_who(record.unit),
        "note": record.note,
        "results": [
            {**{key: result_record(result, lang)[key] for key in kept}, "waived": result.waiver is not None}
            for result in record.results
        ],
    }


def _value(group: GroupResult) -> Json:
    if group.value is None:
        return None
    return group.value.plain() if group.value.form == "count" else float(group.value.exact)


def _plain(figure: Exact | None) -> float | None:
    return None if figure is None else figure.num / figure.den
