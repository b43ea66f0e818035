"""Ids stand once, and no two columns, sheets or choices are called alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.model.names import fold
from lifelong_learning.plan import shape
from lifelong_learning.plan.parts import commitment_measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lifelong_learning.plan.parts import Parts
    from lifelong_learning.plan.places import Path, Reporter, YamlFile

    Named = tuple[str, YamlFile, Path, str]
    """Owner, and where a name of it stands, and the name."""

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
