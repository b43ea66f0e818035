"""A unit's verdicts with the cells behind them as a JSON document, `llplan/trace/1`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.reports.evaluation_json import input_record, plan_record, result_record, unit_head
from lifelong_learning.reports.view.trace import filled_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.scores import Input, Result, Scorecard, UnitScore
    from lifelong_learning.model.yardstick import Line
    from lifelong_learning.reports.evaluation_json import Json

    InputsOf = Callable[[UnitScore, Result], Sequence[Input]]

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
    import orjson

    document: dict[str, Json] = {
        "schema": SCHEMA,
        "tool": {"name": "llplan", "version": tool_version},
        "plan": plan_record(scorecard.plan),
        "lang": lang,
        "year": scorecard.year,
        "period": scorecard.period,
        "units": [
            {
                **unit_head(unit),
                "results": [
                    _result(result, inputs_of(unit, result), scorecard.year)
                    for result in unit.results
                    if target in (None, result.target.id)
                ],
            }
            for unit in units
        ],
    }
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _result(result: Result, inputs: Sequence[Input], year: int) -> dict[str, Json]:
    filled = filled_in(result, inputs, year, _written)
    return {
        **result_record(result),
        "inputs": [input_record(used) for used in inputs],
        "formula": None if result.value is None else filled,
        "line": _line(result.line),
        "source": {"clause": result.target.source.clause, "quote": result.target.source.quote},
    }


def _written(figure: int | bool | None) -> str:
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
