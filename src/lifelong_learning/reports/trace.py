"""A unit's verdicts with their arithmetic, in text or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.scores import Input, Result, Scorecard, UnitScore


def document(
    name: str,
    scorecard: Scorecard,
    units: Sequence[UnitScore],
    inputs_of: Callable[[UnitScore, Result], Sequence[Input]],
    *,
    lang: Lang,
    width: int | None = None,
    colour: bool = False,
) -> list[bytes]:
    """Return the verdicts of some units in the format `text` or `json`."""
    if name == "json":
        from lifelong_learning._version import __version__
        from lifelong_learning.reports import trace_json

        return [trace_json.render(scorecard, units, lang=lang, tool_version=__version__, inputs_of=inputs_of)]
    from lifelong_learning.reports.terminal import trace
    from lifelong_learning.reports.terminal.layout import Layout

    layout = Layout(width=width, colour=colour)
    return [trace.render(scorecard, units, lang=lang, inputs_of=inputs_of, layout=layout).encode("utf-8")]
