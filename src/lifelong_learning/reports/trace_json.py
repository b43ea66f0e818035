"""The verdicts of units or groups with the cells behind them as a JSON document, `llplan/trace/1`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.reports.evaluation_json import (
    group_record,
    head_record,
    input_record,
    place_record,
    result_record,
    unit_head,
)
from lifelong_learning.reports.view.trace import filled_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.scores import GroupResult, Input, Result, Scorecard, Share, UnitScore
    from lifelong_learning.model.yardstick import Line
    from lifelong_learning.reports.evaluation_json import Json

    InputsOf = Callable[[UnitScore, Result], Sequence[Input]]
    SharesOf = Callable[[GroupResult], Sequence[Share]]

SCHEMA = "llplan/trace/1"


def render(
    scorecard: Scorecard,
    units: Sequence[UnitScore],
    *,
    lang: Lang,
    tool_version: str,
    inputs_of: InputsOf,
    target: str | None = None,
) -> bytes:
    """Return the verdicts of some units, of all targets or of one."""
    units_traced = [
        {
            **unit_head(unit),
            "results": [
                _result(result, inputs_of(unit, result), scorecard.year, lang)
                for result in unit.results
                if target in (None, result.target.id)
            ],
        }
        for unit in units
    ]
    return _document(scorecard, lang, tool_version, {"units": units_traced})


def render_groups(
    scorecard: Scorecard,
    groups: Sequence[GroupResult],
    *,
    lang: Lang,
    tool_version: str,
    shares_of: SharesOf,
    shares_at_start: SharesOf,
) -> bytes:
    """Return the verdicts of some groups, unit by unit."""
    traced = [_group(group, shares_of(group), shares_at_start(group), lang) for group in groups]
    return _document(scorecard, lang, tool_version, {"units": [], "groups": traced})


def _document(scorecard: Scorecard, lang: Lang, tool_version: str, traced: dict[str, Json]) -> bytes:
    import orjson

    document = head_record(SCHEMA, scorecard, lang, tool_version) | traced
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _group(
    group: GroupResult, shares: Sequence[Share], start: Sequence[Share], lang: Lang
) -> dict[str, Json]:
    return {
        **group_record(group, lang),
        **({} if group.place is None else {"place": place_record(group.place)}),
        "units": list(map(_share, shares)),
        "line": _line(group.line),
        "line_units": list(map(_share, start)),
        "source": {"clause": group.target.source.clause, "quote": group.target.source.quote},
    }


def _share(share: Share) -> dict[str, Json]:
    return {
        "kind": share.unit.kind,
        "code": share.unit.identity.code,
        "name": share.unit.identity.name,
        "entered": share.entered,
        "inputs": [input_record(used) for used in share.inputs],
    }


def _result(result: Result, inputs: Sequence[Input], year: int, lang: Lang) -> dict[str, Json]:
    filled = filled_in(result, inputs, year, _written)
    return {
        **result_record(result, lang),
        "inputs": [input_record(used) for used in inputs],
        "formula": None if result.value is None else filled,
        "line": _line(result.line),
        "source": {"clause": result.target.source.clause, "quote": result.target.source.quote},
    }


def _written(figure: float | int | bool | None) -> str:
    if isinstance(figure, bool):
        return "yes" if figure else "no"
    return "?" if figure is None else str(figure)


def _line(line: Line | None) -> dict[str, Json] | None:
    if line is None:
        return None
    return {
        "start_year": line.start[0],
        "start_value": float(line.start[1]),
        "end_year": line.end[0],
        "end_value": float(line.end[1]),
        "expected": float(line.expected),
    }
