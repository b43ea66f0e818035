"""llplan: scores units and groups against the figures of a lifelong-learning plan.

The names of `lifelong_learning.api` can be imported from here; they are loaded at their first use.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifelong_learning._version import __version__
    from lifelong_learning.api import (
        CheckReport,
        Evaluation,
        Filters,
        LlplanError,
        PlanError,
        Reading,
        UsageError,
        check,
        evaluate,
        load_plan,
        read_submission,
        render,
    )

__all__ = [
    "CheckReport",
    "Evaluation",
    "Filters",
    "LlplanError",
    "PlanError",
    "Reading",
    "UsageError",
    "__version__",
    "check",
    "evaluate",
    "load_plan",
    "read_submission",
    "render",
]


def __getattr__(name: str) -> object:
    """Return a public name, loading what it needs."""
    if name == "__version__":
        from lifelong_learning._version import __version__

        return __version__
    if name in __all__:
        from lifelong_learning import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
