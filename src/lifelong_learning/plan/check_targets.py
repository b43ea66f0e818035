"""Targets and commitments: what they refer to exists, fits, and can ever come true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import both
from lifelong_learning.model.localised import is_day
from lifelong_learning.model.plan import Bilingual
from lifelong_learning.plan import shape
from lifelong_learning.plan.parts import other_scope
from lifelong_learning.plan.places import short
from lifelong_learning.plan.thresholds import quantity_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.plan.parts import Parts, References
    from lifelong_learning.plan.places import Path, Placed, Reporter


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


Entry = shape.AnyTarget | shape.CommitmentForm


class TargetChecks:
    """Reports what is wrong with the targets and commitments of a plan."""

    def __init__(self, parts: Parts, known: References, report: Reporter) -> None:
        self.parts = parts
        self.known = known
        self.report = report
        self.figures = FigureChecks(parts, known, report)
        kinds = parts.plan.kinds if parts.plan else []
        self.kinds_with_area = {kind.id for kind in kinds if kind.area_required}

    def run(self) -> None:
        """Check every well-formed target and commitment."""
        for target in self.parts.targets:
            self._target(target)
        for commitment in self.parts.commitments:
            self._commitment(commitment)

    def _fault(self, placed: Placed[Entry], path: Path, code: str, variant: str = "", **args: object) -> None:
        self.report.on(placed.document, (*placed.path, *path), code, variant, **args)

    def _target(self, placed: Placed[shape.AnyTarget]) -> None:
        target = placed.item
        self.known.refer_all(placed, "kinds", "PL914", "kinds", target.kinds)
        for key in ("numerator", "denominator", "measures"):
            self._sum(placed, key, getattr(target, key, []))
        if isinstance(target, shape.RatioTarget):
            self._ratio(placed, target)
        if isinstance(target, shape.CoverageTarget):
            self._practice(placed, target.measure, target.at_least)
        if target.weight <= 0:
            self._fault(placed, ("weight",), "PL921", value=str(target.weight))
        self._scopes(placed)
        self.figures.check(placed)
        self._times(placed)
        self._source(placed)

    def _sum(self, placed: Placed[shape.AnyTarget], key: str, names: Sequence[str]) -> None:
        """Measures that are added up: known, counts, each once, reported by every kind of the target."""
        for index, name in enumerate(names):
            path = (key, index)
            if name in names[:index]:
                self._fault(placed, path, "PL917", "list", name=name)
            elif self._fits(placed, path, name) == "yes_no":
                self._fault(placed, path, "PL920", "sum", name=name)
        units = self._units(names)
        if len(units) > 1:
            self._fault(placed, (key,), "PL920", "unit_sum", first=units[0], second=units[1])

    def _units(self, names: Sequence[str]) -> list[Bilingual]:
        """Return the differing units of some measures, in order."""
        known = [self.known.measures[name].unit for name in names if name in self.known.measures]
        none = both("target.no_unit")
        return list(dict.fromkeys(none if unit is None else Bilingual(unit.en, unit.vi) for unit in known))

    def _ratio(self, placed: Placed[shape.AnyTarget], target: shape.RatioTarget) -> None:
        """No measure is above the line and below it; figures of differing units make no percentage."""
        if set(target.numerator) & set(target.denominator):
            self._fault(placed, ("denominator",), "PL920", "both")
        above, below = self._units(target.numerator), self._units(target.denominator)
        if target.per is None and target.unit is not None:
            self._fault(placed, ("unit",), "PL920", "unit_percent")
        elif target.per is None and above != below and len(above) == len(below) == 1:
            self._fault(placed, ("denominator",), "PL920", "unit_ratio", first=above[0], second=below[0])

    def _fits(self, placed: Placed[Entry], path: Path, name: str) -> str | None:
        """Return the type of a measure that the kinds of the entry report; None where it is at fault."""
        measure = self.known.refer_measure(placed.document, (*placed.path, *path), name)
        if measure is None:
            return None
        known = self.known.names.get("kinds", set())
        absent = [kind for kind in placed.item.kinds if kind in known and kind not in measure.kinds]
        if absent:
            self._fault(placed, path, "PL920", "kind", name=name, kind=absent[0])
            return None
        return measure.type

    def _practice(self, placed: Placed[Entry], name: str, at_least: int | None) -> None:
        """A practice is a yes/no measure, or a count with the least that makes it one."""
        kind = self._fits(placed, ("measure",), name)
        if kind in ("count", "amount") and at_least is None:
            self._fault(placed, ("measure",), "PL920", "count", name=name)
        elif kind == "yes_no" and at_least is not None:
            self._fault(placed, ("at_least",), "PL920", "yes_no", name=name)

    def _scopes(self, placed: Placed[shape.AnyTarget]) -> None:
        seen: list[tuple[object, ...]] = []
        named: dict[str, int] = {}
        for index, scope in enumerate(placed.item.scopes):
            path = (*placed.path, "scopes", index)
            level = self.known.refer(placed.document, (*path, "level"), "PL915", "levels", scope.level)
            area = self.known.refer(placed.document, (*path, "area"), "PL915", "areas", scope.area)
            if scope.limited == ("threshold" in scope.model_fields_set):
                self._one_figure(placed, index, both=scope.limited)
            key = (scope.level, scope.area, tuple(scope.units or ()))
            if scope.units is not None:
                self._named_units(placed, index, scope, named)
            elif key in seen:
                self._fault(placed, ("scopes", index), "PL916", "twice", first=seen.index(key) + 1)
            elif level and area and scope.area is not None:
                self._area_can_match(placed, index, scope.area)
            seen.append(key)

    def _named_units(
        self, placed: Placed[shape.AnyTarget], index: int, scope: shape.ScopeForm, named: dict[str, int]
    ) -> None:
        """Units are named alone, each once in a target, and where they have figures of their own."""
        path = ("scopes", index, "units")
        if placed.item.kind == "reported":
            self._fault(placed, path, "PL916", "reported")
        if scope.level is not None or scope.area is not None:
            self._fault(placed, path, "PL916", "narrowed")
        for number, code in enumerate(scope.units or ()):
            if code in named:
                self._fault(placed, (*path, number), "PL916", "named", name=code, first=named[code])
            named.setdefault(code, index + 1)

    def _one_figure(self, placed: Placed[shape.AnyTarget], index: int, *, both: bool) -> None:
        """A scope has a figure to reach, or one not to pass."""
        if both:
            self._fault(placed, ("scopes", index, "at_most"), "PL910", "both")
        else:
            self._fault(placed, ("scopes", index, "threshold"), "PL906", name="threshold")

    def _area_can_match(self, placed: Placed[shape.AnyTarget], index: int, area: str) -> None:
        kinds = placed.item.kinds
        known = self.parts.plan is not None and set(kinds) <= self.known.names.get("kinds", set())
        if known and not set(kinds) & self.kinds_with_area:
            self._fault(placed, ("scopes", index, "area"), "PL916", name=area, kinds=", ".join(kinds))

    def _times(self, placed: Placed[shape.AnyTarget]) -> None:
        target, plan = placed.item, self.parts.plan
        if target.kind == "growth_yearly" and target.due != "each_year":
            self._fault(placed, ("due",), "PL922", "due")
        if plan is None or (target.base_year is None and target.target_year is None):
            return
        first, last = target.base_year or plan.base_year, target.target_year or plan.target_year
        if first >= last:
            own = "base_year" if target.target_year is None else "target_year"
            self._fault(placed, (own,), "PL922", first=first, last=last)

    def _commitment(self, placed: Placed[shape.CommitmentForm]) -> None:
        item = placed.item
        self.known.refer_all(placed, "kinds", "PL914", "kinds", item.kinds)
        self.known.refer_all(placed, "levels", "PL915", "levels", item.levels)
        if item.column is None and item.measure is None:
            self._fault(placed, (), "PL923", name=item.id)
        elif item.column is not None and item.measure is not None:
            self._fault(placed, ("measure",), "PL923", "both", name=item.id)
        elif item.column is not None and item.at_least is not None:
            self._fault(placed, ("at_least",), "PL923", "at_least", name=item.id)
        elif item.measure is not None:
            self._practice(placed, item.measure, item.at_least)
        self._source(placed)

    def _source(self, placed: Placed[Entry]) -> None:
        verified = placed.item.source.verified
        if verified is not None and not is_day(verified):
            self._fault(placed, ("source", "verified"), "PL909", "date", value=verified)
