"""The Python interface, in modules: what the commands of `llplan` are made of, and all that they use.

`submissions` reads and evaluates, `documents` writes, `summaries` and `traces` are the other reports,
`plans`, `forms`, `findings` and `samples` are what their names say. The names that most programs need
can be imported from `lifelong_learning`. Nothing here prints or exits: `UsageError` and `PlanError` say
that a run cannot start, and what is wrong with workbooks comes back as findings.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lifelong_learning.api import (
        documents,
        findings,
        forms,
        plans,
        samples,
        submissions,
        summaries,
        traces,
    )

__all__ = ["documents", "findings", "forms", "plans", "samples", "submissions", "summaries", "traces"]

if not TYPE_CHECKING:  # so that a type checker finds a name that is not there

    def __getattr__(name):
        """Return a module, loading it at its first use."""
        if name in __all__:
            from importlib import import_module

            return import_module(f"{__name__}.{name}")
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*(name for name in globals() if name.startswith("_")), *__all__})
