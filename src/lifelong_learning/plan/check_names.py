"""Ids stand once, and no two columns, sheets or choices are called alike; measures: their kinds exist,
parts fit their wholes, amounts have decimals and counts none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.names import fold
from lifelong_learning.plan import shape
from lifelong_learning.plan.parts import commitment_measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lifelong_learning.plan.parts import Parts, References
    from lifelong_learning.plan.places import Path, Placed, Reporter, YamlFile

    Named = tuple[str, YamlFile, Path, str]
    "Owner, and where a name of it stands, and the name."


_IDENTITY = frozenset(shape.IdentityForm.model_fields)


def check_names(parts: Parts, report: Reporter) -> None:
    """Report ids that stand twice and names that cannot be told apart."""
    checks = _NameChecks(parts, report)
    checks.ids()
    checks.columns()
    checks.head()


class _NameChecks:
    def __init__(self, parts: Parts, report: Reporter) -> None:
        self.parts = parts
        self.report = report

    def ids(self) -> None:
        """Measures (with the columns of commitments) share one set of ids; so do targets and commitments."""
        parts = self.parts
        columns = [p for p in parts.commitments if p.item.column is not None]
        own = [(p.item.id, p.document, (*p.path, "id")) for p in parts.measures]
        theirs = [(commitment_measure(p.item), p.document, (*p.path, "id")) for p in columns]
        for name, document, path in own + theirs:
            if name in _IDENTITY:
                self.report.on(document, path, "PL917", "column", name=name)
        self._once(own + theirs)
        targets = [(p.item.id, p.document, (*p.path, "id")) for p in parts.targets]
        self._once(targets + [(p.item.id, p.document, (*p.path, "id")) for p in parts.commitments])

    def _once(self, ids: Iterable[tuple[str, YamlFile, Path]]) -> None:
        seen: dict[str, tuple[YamlFile, Path]] = {}
        for name, document, path in ids:
            if name in seen:
                first, place = seen[name]
                where = f"{_file_name(first)}:{first.place(place).line}"
                self.report.on(document, path, "PL917", name=name, first=where)
            else:
                seen[name] = (document, path)

    def columns(self) -> None:
        """The columns of one sheet are called differently, whatever the language."""
        identity = list(self._identity())
        for kind in sorted(self.parts.named.get("kinds", ())):
            self._apart([*identity, *self._of_kind(kind)])

    def _identity(self) -> Iterator[Named]:
        plan = self.parts.plan
        for key in shape.IdentityForm.model_fields if plan else ():
            column: shape.ColumnForm = getattr(plan.identity, key)  # type: ignore[union-attr]
            path: Path = ("identity", key)
            yield key, self.parts.head, path, key
            yield from self._names(key, self.parts.head, path, column.label, column.also)

    def _of_kind(self, kind: str) -> Iterator[Named]:
        for placed in self.parts.measures:
            item = placed.item
            if kind in item.kinds:
                yield item.id, placed.document, (*placed.path, "id"), item.id
                yield from self._names(item.id, placed.document, placed.path, item.label, item.also)
        for commitment in self.parts.commitments:
            column, owner = commitment.item.column, commitment_measure(commitment.item)
            if kind in commitment.item.kinds and column is not None:
                yield owner, commitment.document, (*commitment.path, "id"), owner
                yield from self._names(owner, commitment.document, commitment.path, column, [], "column")

    @staticmethod
    def _names(
        owner: str,
        document: YamlFile,
        path: Path,
        label: shape.LabelForm,
        also: list[str],
        key: str = "label",
    ) -> Iterator[Named]:
        yield owner, document, (*path, key, "en"), label.en
        yield owner, document, (*path, key, "vi"), label.vi
        for index, name in enumerate(also):
            yield owner, document, (*path, "also", index), name

    def _apart(self, names: Iterable[Named]) -> None:
        seen: dict[str, str] = {}
        for owner, document, path, name in names:
            first = seen.setdefault(fold(name), owner)
            if first != owner:
                self.report.on(document, path, "PL918", name=name, owner=owner, first=first)

    def head(self) -> None:
        """Ids and names of kinds, sheets, levels, areas and periods."""
        plan, head = self.parts.plan, self.parts.head
        if plan is None:
            return
        for section in ("levels", "areas", "periods", "kinds"):
            entries: list[shape.ChoiceForm | shape.KindForm] = getattr(plan, section)
            self._once([(entry.id, head, (section, i, "id")) for i, entry in enumerate(entries)])
            self._apart(self._choices(section, entries))
        self._apart(self._sheets(plan))

    def _choices(self, section: str, entries: list[shape.ChoiceForm | shape.KindForm]) -> Iterator[Named]:
        for index, entry in enumerate(entries):
            path = (section, index)
            also = [] if isinstance(entry, shape.KindForm) else entry.also
            yield entry.id, self.parts.head, (*path, "id"), entry.id
            yield from self._names(entry.id, self.parts.head, path, entry.label, also)

    def _sheets(self, plan: shape.PlanFile) -> Iterator[Named]:
        head = self.parts.head
        for index, kind in enumerate(plan.kinds):
            yield from self._names(kind.id, head, ("kinds", index), kind.sheet, kind.also, "sheet")
        for key, sheet in (("reported", plan.reported), ("guide", plan.guide)):
            yield from self._names(key, head, (key,), sheet.sheet, sheet.also, "sheet")


def _file_name(document: YamlFile) -> str:
    return document.file.replace("\\", "/").rsplit("/", 1)[-1]


def check_measures(parts: Parts, known: References, report: Reporter) -> None:
    """The kinds of a measure exist, a part belongs to a whole that can hold it, and a unit to a number."""
    wholes = {placed.item.id: placed.item.at_most for placed in parts.measures}
    for placed in parts.measures:
        known.refer_all(placed, "kinds", "PL914", "kinds", placed.item.kinds)
        _check_type(placed, report)
        if placed.item.at_most is not None:
            _check_part(placed, placed.item.at_most, wholes, known, report)
        for index, part in enumerate(placed.item.parts or ()):
            _check_one_of_parts(placed, index, part, known, report)


def _check_type(placed: Placed[shape.MeasureForm], report: Reporter) -> None:
    """Amounts alone have decimals; numbers alone have a unit and parts."""
    item = placed.item
    if item.decimals is not None and item.type != "amount":
        report.on(placed.document, (*placed.path, "decimals"), "PL919", "decimals", name=item.id)
    if item.unit is not None and item.type == "yes_no":
        report.on(placed.document, (*placed.path, "unit"), "PL919", "unit", name=item.id)


def _check_one_of_parts(
    placed: Placed[shape.MeasureForm], index: int, name: str, known: References, report: Reporter
) -> None:
    path, whole = (*placed.path, "parts", index), placed.item
    part = known.refer_measure(placed.document, path, name)
    if part is None:
        return
    if name == whole.id or name in (whole.parts or ())[:index]:
        report.on(placed.document, path, "PL919", "again", part=name, whole=whole.id)
    elif fault := _unfit(part, whole):
        report.on(placed.document, path, "PL919", f"parts_{fault}", part=name, whole=whole.id)


def _unfit(part: shape.MeasureForm, whole: shape.MeasureForm) -> str | None:
    """Return why one measure cannot be held against another: yes/no, another unit, another kind of unit."""
    if "yes_no" in (part.type, whole.type):
        return "type"
    if part.unit != whole.unit:
        return "unit"
    return None if set(whole.kinds) & set(part.kinds) else "kind"


def _check_part(
    placed: Placed[shape.MeasureForm],
    whole_id: str,
    wholes: dict[str, str | None],
    known: References,
    report: Reporter,
) -> None:
    path = (*placed.path, "at_most")
    whole = known.refer_measure(placed.document, path, whole_id)
    if whole is None:
        return
    variant = None
    types = (placed.item.type, whole.type)
    if "yes_no" in types:
        variant = "parts_type" if "amount" in types else "type"
    elif placed.item.unit != whole.unit:
        variant = "unit_of_part"
    elif placed.item.id in (circle := _circle(placed.item.id, wholes)):
        if placed.item.id == circle[0]:
            variant = "circle"
    elif not set(placed.item.kinds) <= set(whole.kinds):
        variant = "kind"
    if variant:
        report.on(placed.document, path, "PL919", variant, part=placed.item.id, whole=whole_id)


def _circle(start: str, wholes: dict[str, str | None]) -> list[str]:
    """Return the measures of the circle that begins and ends at a measure, in the plan's order."""
    circle = [start]
    here = wholes.get(start)
    while here is not None and here not in circle:
        circle.append(here)
        here = wholes.get(here)
    return [name for name in wholes if name in circle] if here == start else []
