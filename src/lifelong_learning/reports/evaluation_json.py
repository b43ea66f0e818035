"""The evaluation as a JSON document, `llplan/evaluation/1`: fixed keys, full figures, same bytes."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import orjson

from lifelong_learning.model.findings import Severity
from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.model.scores import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.scores import (
        Bounds,
        CommitmentResult,
        Exact,
        GroupResult,
        Input,
        Outcome,
        Result,
        Scorecard,
        UnitScore,
    )
    from lifelong_learning.model.status import Waiver
    from lifelong_learning.model.submission import CellRef

    InputsOf = Callable[[UnitScore, Result], Sequence[Input]]
    CommitmentsOf = Callable[[UnitScore], Sequence[CommitmentResult]]
    Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]

SCHEMA = "llplan/evaluation/1"
UNITS_AT_A_TIME = 500
STATUS = {status: status.value for status in Status}


def stream(
    scorecard: Scorecard,
    findings_counts: Mapping[Severity, int],
    *,
    lang: Lang,
    tool_version: str,
    commitments_of: CommitmentsOf,
    inputs_of: InputsOf | None = None,
) -> Iterator[bytes]:
    """Yield the document piece by piece, so that a hundred thousand results never stand in memory at once."""
    yield _opening(scorecard, lang, tool_version)
    writer = _Units(commitments_of, inputs_of, lang)
    yield from _array("units", (writer.unit(unit) for unit in scorecard.units))
    yield from _array("groups", (group_record(group, lang) for group in scorecard.groups))
    yield _closing(scorecard, findings_counts)


def plan_record(plan: Plan) -> dict[str, Json]:
    """Return what every document says of its plan."""
    return {
        "id": plan.id,
        "sha256": plan.sha256,
        "base_year": plan.base_year,
        "target_year": plan.target_year,
    }


def head_record(schema: str, scorecard: Scorecard, lang: Lang, version: str) -> dict[str, Json]:
    """Return how every document of an evaluated year begins; `version` is that of this program."""
    return {
        "schema": schema,
        "tool": {"name": "llplan", "version": version},
        "plan": plan_record(scorecard.plan),
        "lang": lang,
        "year": scorecard.year,
        "period": scorecard.period,
    }


def files_record(scorecard: Scorecard) -> dict[str, Json]:
    """Return the key of the files that were read."""
    return {"files": [{"path": file.path, "sha256": file.sha256} for file in scorecard.files]}


def place_record(place: CellRef | None) -> dict[str, Json]:
    """Return the three keys of a place; all null where there is no such cell."""
    if place is None:
        return {"file": None, "sheet": None, "cell": None}
    return {"file": place.file, "sheet": place.sheet, "cell": place.cell}


def input_record(used: Input) -> dict[str, Json]:
    """Return a cell that a value was computed from."""
    return {
        "measure": used.measure,
        "year": used.year,
        "period": used.period,
        "value": used.value,
        **place_record(used.place),
    }


def unit_head(unit: UnitScore) -> dict[str, Json]:
    """Return who a unit is and its score."""
    who = unit.identity
    return {
        "code": who.code,
        "name": who.name,
        "kind": unit.kind,
        "level": who.level,
        "district": who.district,
        "area": who.area,
        "score": _plain(unit.score),
        "completeness": _plain(unit.completeness),
    }


def _direction(result: Outcome, lang: Lang) -> dict[str, Json]:
    """Return whether a threshold is to be reached or not to be passed, and what its figures are in, if in
    anything."""
    unit = result.bounds.scale.unit
    record: dict[str, Json] = {"direction": result.direction}
    return record if unit is None else {**record, "unit": unit.of(lang)}


def result_record(result: Result, lang: Lang) -> dict[str, Json]:
    """Return a unit's result without its inputs; the threshold of a unit's coverage is 1."""
    lower, upper = _thresholds(result.bounds, whole=result.target.kind is IndicatorKind.COVERAGE)
    record: dict[str, Json] = {
        "target": result.target.id,
        "scope": result.scope.as_dict(),
        "value": None,
        "threshold": lower,
        "upper": upper,
        **_direction(result, lang),
    }
    return _filled(record, result)


def _filled(record: dict[str, Json], result: Result) -> dict[str, Json]:
    """Fill in what differs from unit to unit; the keys keep their order."""
    attainment = result.attainment
    record["value"] = None if result.value is None else result.value.plain()
    record["status"] = STATUS[result.status]
    record["reason"] = None if result.reason is None else str(result.reason)
    record["attainment"] = None if attainment is None else attainment.num / attainment.den
    record["excess"] = None if attainment is None else (attainment.num - attainment.den) / attainment.den
    record["base_year"] = result.base_year
    if result.waiver is not None:
        record["waiver"] = waiver_record(result.waiver)
    return record


def waiver_record(waiver: Waiver) -> dict[str, Json]:
    """Return why a result is waived, by whom and until when."""
    return {
        "justification": waiver.justification,
        "granted_by": waiver.granted_by,
        "expires": waiver.expires,
    }


def group_record(group: GroupResult, lang: Lang) -> dict[str, Json]:
    """Return a group's result; the value of a coverage is the fraction that is proven."""
    lower, upper = _thresholds(group.bounds, whole=False)
    value: Json = None
    if group.value is not None:
        value = group.value.plain() if group.value.form == "count" else float(group.value.exact)
    return {
        "target": group.target.id,
        "scope": group.scope.as_dict(),
        "district": group.district,
        "value": value,
        "threshold": lower,
        "upper": upper,
        **_direction(group, lang),
        "status": group.status.value,
        "reason": None if group.reason is None else str(group.reason),
        "attainment": _plain(group.attainment),
        "excess": _plain(group.excess),
        "base_year": group.base_year,
        "members": group.members,
        "reporting": group.reporting,
        "left_out": group.left_out,
        "provisional": group.provisional,
        "origin": group.origin,
    }


class _Units:
    """Makes the records of units; what is the same for many of them is made, or encoded, once."""

    def __init__(self, commitments_of: CommitmentsOf, inputs_of: InputsOf | None, lang: Lang) -> None:
        self._lang = lang
        self._commitments_of = commitments_of
        self._inputs_of = inputs_of
        self._heads: dict[tuple[str, int], tuple[Bounds, dict[str, Json]]] = {}
        self._shared: dict[int, tuple[Result, orjson.Fragment]] = {}
        self._kept: dict[tuple[object, ...], bytes] = {}

    def unit(self, unit: UnitScore) -> dict[str, object]:
        record: dict[str, object] = {**unit_head(unit)}
        make = self._result if self._inputs_of is None else self._result_with_inputs
        record["results"] = [make(unit, result) for result in unit.results]
        record["commitments"] = list(map(self._commitment, self._commitments_of(unit)))
        return record

    def _result(self, unit: UnitScore, result: Result) -> object:
        """Return a result; one that many units share is encoded once."""
        if result.value is not None and result.value.form == "ratio":
            return self._record(result)
        # The result is kept, so that its id stays its own.
        known = self._shared.get(id(result))
        if known is None:
            known = self._shared[id(result)] = (result, orjson.Fragment(orjson.dumps(self._record(result))))
        return known[1]

    def _result_with_inputs(self, unit: UnitScore, result: Result) -> object:
        assert self._inputs_of is not None
        return self._record(result) | {"inputs": list(map(input_record, self._inputs_of(unit, result)))}

    def _record(self, result: Result) -> dict[str, Json]:
        # The results under one yardstick share one Bounds, which is kept here so that its id stays its own.
        key = (result.target.id, id(result.bounds))
        if key not in self._heads:
            self._heads[key] = (result.bounds, result_record(result, self._lang))
        return _filled(self._heads[key][1].copy(), result)

    def _commitment(self, kept: CommitmentResult) -> orjson.Fragment:
        """Return a commitment; between units only the row of its cell differs."""
        place = kept.place
        cell = () if place is None else (place.file, place.sheet, place.col)
        key = (kept.commitment.id, kept.done, *cell)
        known = self._kept.get(key)
        if known is None:
            head = {"commitment": kept.commitment.id, "done": kept.done, **place_record(place)}
            encoded = orjson.dumps(head)
            known = self._kept[key] = encoded if place is None else encoded[: -len(b'%d"}' % place.row)]
        return orjson.Fragment(known if place is None else b'%b%d"}' % (known, place.row))


def _plain(figure: Exact | None) -> float | None:
    return None if figure is None else figure.num / figure.den


def _thresholds(bounds: Bounds, *, whole: bool) -> tuple[float | int | None, float | int | None]:
    """Return lower and upper as JSON has them: whole numbers where the figure is a count or yes/no."""
    form = "count" if whole else bounds.form
    return _threshold(bounds.lower, form), _threshold(bounds.upper, form)


def _threshold(figure: Exact | None, form: str) -> float | int | None:
    if figure is None:
        return None
    if form == "count" and figure.num % figure.den == 0:
        return figure.num // figure.den
    return figure.num / figure.den


def _opening(scorecard: Scorecard, lang: Lang, version: str) -> bytes:
    head = head_record(SCHEMA, scorecard, lang, version) | files_record(scorecard)
    return _encode(head).removesuffix(b"\n}") + b",\n"


def _closing(scorecard: Scorecard, counts: Mapping[Severity, int]) -> bytes:
    tail: dict[str, Json] = {
        "totals": {status.value: scorecard.totals.get(status, 0) for status in Status},
        "findings": {severity.value: counts.get(severity, 0) for severity in Severity},
    }
    return _encode(tail).removeprefix(b"{\n") + b"\n"


def _array(key: str, records: Iterator[Mapping[str, object]]) -> Iterator[bytes]:
    """Yield `"key": […],` with one record a line, a few hundred encoded at a time."""
    first = True
    while batch := list(islice(records, UNITS_AT_A_TIME)):
        yield b'  "%s": [\n    ' % key.encode() if first else b",\n    "
        first = False
        yield b",\n    ".join(map(orjson.dumps, batch))
    yield b'  "%s": [],\n' % key.encode() if first else b"\n  ],\n"


def _encode(record: object) -> bytes:
    return orjson.dumps(record, option=orjson.OPT_INDENT_2)
