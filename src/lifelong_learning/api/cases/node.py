"""A value of a case file with its place, asked for by form; what has another form is a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from lifelong_learning.api.cases.model import Place
from lifelong_learning.plan.places import short

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lifelong_learning.plan.places import Document, Path, Reporter


class Node(Struct, frozen=True):
    """One value of a document."""

    document: Document
    report: Reporter
    path: Path
    value: object

    @property
    def place(self) -> Place:
        """Where the value stands."""
        return Place(self.document.file, *self.document.place(self.path))

    def fault(self, code: str, variant: str = "", **args: object) -> None:
        """Report a fault of this value."""
        self.report.on(self.document, self.path, code, variant, **args)

    def unknown(self, what: str, known: Collection[str]) -> None:
        """Report that the plan, or the form of cases, has nothing of this name."""
        self.fault("PL952", what, value=short(self.value), known=", ".join(known))

    def fields(self, allowed: Collection[str], required: Collection[str] = ()) -> dict[str, Node]:
        """Return the entries of a mapping by key; an unknown key and a required one that is absent are
        reported."""
        if not isinstance(self.value, dict):
            self.fault("PL951", "mapping", value=short(self.value))
            return {}
        found = {}
        for key, value in self.value.items():
            node = Node(self.document, self.report, (*self.path, key), value)
            if key in allowed:
                found[key] = node
            else:
                mark = self.document.keys.get(node.path)
                self.report.at(self.document.file, mark, "PL951", "key", key=key, known=", ".join(allowed))
        for key in required:
            if key not in found:
                self.report.at(
                    self.document.file, self.document.place(self.path), "PL951", "missing", key=key
                )
        return found

    def pairs(self) -> Iterator[tuple[str, Node]]:
        """Yield the entries of a mapping whose keys are free."""
        if not isinstance(self.value, dict):
            self.fault("PL951", "mapping", value=short(self.value))
            return
        for key, value in self.value.items():
            yield key, Node(self.document, self.report, (*self.path, key), value)

    def items(self) -> list[Node]:
        """Return the entries of a list."""
        if not isinstance(self.value, list):
            self.fault("PL951", "list", value=short(self.value))
            return []
        return [
            Node(self.document, self.report, (*self.path, i), value) for i, value in enumerate(self.value)
        ]

    def text(self) -> str:
        """Return a text that is not blank; a whole number is taken by its digits."""
        if isinstance(self.value, str) and self.value.strip():
            return self.value
        if type(self.value) is int:
            return str(self.value)
        self.fault("PL951", "text", value=short(self.value))
        return ""

    def whole(self) -> int:
        """Return a whole number."""
        if type(self.value) is int:
            return self.value
        self.fault("PL951", "whole", value=short(self.value))
        return 0

    def truth(self) -> bool:
        """Return yes or no, also written true or false."""
        known = {"yes": True, "no": False}
        if isinstance(self.value, bool):
            return self.value
        if isinstance(self.value, str) and self.value in known:
            return known[self.value]
        self.fault("PL951", "truth", value=short(self.value))
        return False

    def one_of(self, what: str, known: Collection[str]) -> str:
        """Return one of some names."""
        if not (isinstance(self.value, str) and self.value in known):
            self.unknown(what, known)
        return str(self.value)
