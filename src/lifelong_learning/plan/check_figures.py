"""What a target is held against: counts of several units, and the figures of other targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.plan import shape
from lifelong_learning.plan.places import short
from lifelong_learning.plan.quantities import quantity_of
from lifelong_learning.plan.references import other_scope

if TYPE_CHECKING:
    from lifelong_learning.plan.parts import Parts
    from lifelong_learning.plan.places import Path, Placed, Reporter
    from lifelong_learning.plan.references import References

_KEYS = {"target", "level", "area"}


class FigureChecks:
    """Reports counts that have no group, and figures of other targets that are none."""

    def __init__(self, parts: Parts, known: References, report: Reporter) -> None:
        self.parts = parts
        self.known = known
        self.report = report

    def check(self, placed: Placed[shape.AnyTarget]) -> None:
        """Check what each scope of a target is held against."""
        for index, scope in enumerate(placed.item.scopes):
            key = "at_most" if scope.limited else "threshold"
            path = (*placed.path, "scopes", index, key)
            if isinstance(scope.figures, dict):
                self._other(placed, path, scope.figures)
            if not self._has_group(placed.item, scope):
                where = (*placed.path, "scopes", index)
                self.report.on(placed.document, where, "PL926", name=placed.item.id)

    def _has_group(self, target: shape.AnyTarget, scope: shape.ScopeForm) -> bool:
        """Tell whether a scope has a figure as a whole: a count of several units only by its `together`.

        There is one unit of a kind at the highest level, and of a kind that is named once.
        """
        if not isinstance(target, shape.CountTarget) or target.together is not None:
            return True
        if scope.units is not None:
            return len(scope.units) == 1
        levels = [level.id for level in self.parts.plan.levels] if self.parts.plan else [scope.level]
        if scope.level is not None and scope.level not in levels:
            return True
        return scope.level == levels[0] and len(target.kinds) == 1

    def _other(self, placed: Placed[shape.AnyTarget], path: Path, written: dict[str, object]) -> None:
        """Check that a figure of another target can take the place of a threshold."""
        name = written.get("target")
        strange = sorted(set(written) - _KEYS)
        if strange or not isinstance(name, str):
            known = ", ".join(sorted(_KEYS))
            self.report.on(
                placed.document,
                path,
                "PL927",
                "keys",
                value=short(strange[0] if strange else name),
                known=known,
            )
            return
        other = self.known.targets.get(name)
        if other is None:
            if self.known.complete and name not in self.known.names.get("targets", set()):
                known = ", ".join(self.known.targets)
                self.report.on(placed.document, (*path, "target"), "PL927", name=name, known=known)
            return
        number = other_scope(written, other)
        if number is None:
            self.report.on(placed.document, path, "PL927", "scope", name=name)
            return
        variant = self._unfit(placed.item, other, other.scopes[number])
        if variant:
            self.report.on(placed.document, path, "PL927", variant, name=name)

    def _unfit(self, target: shape.AnyTarget, other: shape.AnyTarget, scope: shape.ScopeForm) -> str | None:
        """Return why the figure of a scope of another target cannot take the place of a threshold."""
        if "coverage" in (target.kind, other.kind):
            return "coverage"
        if isinstance(scope.figures, dict):
            return "chain"
        if not self._has_group(other, scope):
            return "several"
        if target.due != "each_year":
            return "due"
        measures = self.known.measures
        if not quantity_of(target, measures).like(quantity_of(other, measures)):
            return "unlike"
        return None
