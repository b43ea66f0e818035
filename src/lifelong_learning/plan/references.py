"""What the parts of a plan refer to: it exists, or the fault of the reference is told."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from lifelong_learning.plan import shape
from lifelong_learning.plan.parts import commitment_measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lifelong_learning.plan.parts import Parts
    from lifelong_learning.plan.places import Path, Placed, Reporter, YamlFile


class References:
    """Every id of the plan; of what could not be read nothing is called unknown."""

    def __init__(self, parts: Parts, report: Reporter) -> None:
        self.report = report
        self.complete = parts.complete
        self.names = parts.named
        self.targets = {placed.item.id: placed.item for placed in parts.targets}
        self.measures: dict[str, shape.MeasureForm] = {}
        for measure in parts.measures:
            self.measures.setdefault(measure.item.id, measure.item)
        for placed in parts.commitments:
            item, column = placed.item, placed.item.column
            if column is not None:
                name = commitment_measure(item)
                own = shape.MeasureForm(id=name, kinds=item.kinds, label=column, type="yes_no", nature="flow")
                self.measures.setdefault(name, own)
        sound = {commitment.item.id for commitment in parts.commitments}
        faulty = parts.named.get("commitments", set()) - sound
        self.measure_names = parts.named.get("measures", set()) | {name.replace("-", "_") for name in faulty}

    def refer_measure(self, document: YamlFile, path: Path, name: str) -> shape.MeasureForm | None:
        """Return a measure; None, reported, for one that the plan does not have."""
        if name in self.measures:
            return self.measures[name]
        if self.complete and name not in self.measure_names:
            self._unknown(document, path, "PL913", name, self.measures)
        return None

    def refer(self, document: YamlFile, path: Path, code: str, section: str, name: str | None) -> bool:
        """Tell whether the plan has a kind, level or area; report one that it does not have."""
        known = self.names.get(section, set())
        if name is None or name in known:
            return True
        if self.complete:
            self._unknown(document, path, code, name, known, "area" if section == "areas" else "")
        return False

    def refer_all(self, placed: Placed[object], key: str, code: str, section: str, names: list[str]) -> None:
        """Check a list of references, each of which may stand once."""
        for index, name in enumerate(names):
            path = (*placed.path, key, index)
            if name in names[:index]:
                self.report.on(placed.document, path, "PL917", "list", name=name)
            else:
                self.refer(placed.document, path, code, section, name)

    def _unknown(
        self, document: YamlFile, path: Path, code: str, name: str, known: Iterable[str], prefix: str = ""
    ) -> None:
        names = sorted(known)
        near = get_close_matches(name, names, n=1, cutoff=0.7)
        variant = "_".join(part for part in (prefix, "near" if near else "") if part)
        self.report.on(
            document, path, code, variant, name=name, near=near[0] if near else "", known=", ".join(names)
        )


def other_scope(written: Mapping[str, object], target: shape.AnyTarget) -> int | None:
    """Return the number of the scope of a target that is meant where its figure takes the place of a
    threshold: the one of that level and area, or the only one that there is; None where there is none."""
    asked = (written.get("level"), written.get("area"))
    if asked == (None, None) and len(target.scopes) == 1:
        return 0
    found = [n for n, s in enumerate(target.scopes) if not s.units and (s.level, s.area) == asked]
    return found[0] if found else None
