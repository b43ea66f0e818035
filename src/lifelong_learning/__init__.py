"""llplan: scores units and groups against the figures of a lifelong-learning plan.

What most programs need of `lifelong_learning.api` can be imported from here; it is loaded at its first use.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifelong_learning._version import __version__
    from lifelong_learning.api.documents import Look, render
    from lifelong_learning.api.findings import messages
    from lifelong_learning.api.plans import load_plan
    from lifelong_learning.api.submissions import (
        Checked,
        Evaluation,
        Filters,
        Limits,
        Options,
        evaluate,
        read_submission,
        score,
    )
    from lifelong_learning.api.summaries import Summary, summarise
    from lifelong_learning.api.traces import Trace, trace
    from lifelong_learning.errors import LlplanError, PlanError, UsageError

__all__ = [
    "Checked",
    "Evaluation",
    "Filters",
    "Limits",
    "LlplanError",
    "Look",
    "Options",
    "PlanError",
    "Summary",
    "Trace",
    "UsageError",
    "__version__",
    "evaluate",
    "load_plan",
    "messages",
    "read_submission",
    "render",
    "score",
    "summarise",
    "trace",
]

_HOMES = {
    "_version": ("__version__",),
    "api.documents": ("Look", "render"),
    "api.findings": ("messages",),
    "api.plans": ("load_plan",),
    "api.submissions": (
        "Checked", "Evaluation", "Filters", "Limits", "Options", "evaluate", "read_submission", "score",
    ),
    "api.summaries": ("Summary", "summarise"),
    "api.traces": ("Trace", "trace"),
    "errors": ("LlplanError", "PlanError", "UsageError"),
}  # fmt: skip

if not TYPE_CHECKING:  # so that a type checker finds a name that is not there

    def __getattr__(name):
        """Return a public name, loading what it needs."""
        for home, names in _HOMES.items():
            if name in names:
                from importlib import import_module

                return getattr(import_module(f"{__name__}.{home}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
