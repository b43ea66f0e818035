"""Where things stand in a plan's YAML, and the faults that are reported there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from lifelong_learning.catalogue import finding

if TYPE_CHECKING:
    from decimal import Decimal
    from typing import TypeAlias

    from lifelong_learning.model.findings import Finding

    Scalar: TypeAlias = "str | int | bool | Decimal | None"
    Value: TypeAlias = "Scalar | list[Value] | dict[str, Value]"

Path = tuple[str | int, ...]


def short(value: object) -> str:
    """Return a value as it may be quoted in a message."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"


class Mark(NamedTuple):
    """A place in a text file, 1-based."""

    line: int
    column: int


class Document(Struct):
    """One YAML file as plain values, with the place of every value and of every key.

    `unread` holds the paths of values that a fault took out; their value is None.
    """

    file: str
    data: Value = None
    marks: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
    unread: set[Path] = field(default_factory=set)
    broken: bool = False

    def place(self, path: Path) -> Mark:
        """Return where a value stands; for what is not there, its nearest container."""
        while path not in self.marks and path:
            path = path[:-1]
        return self.marks.get(path, Mark(1, 1))

    def hidden(self, path: Path) -> bool:
        """Tell whether the value, one around it or one within it was taken out by an earlier fault."""
        return any(path[: len(out)] == out or out[: len(path)] == path for out in self.unread)


class Reporter(Struct):
    """Collects the faults of a plan; the first fault of a place is its finding."""

    found: list[Finding] = field(default_factory=list)
    seen: set[tuple[str, Mark]] = field(default_factory=set)

    def at(self, file: str, mark: Mark | None, code: str, variant: str = "", **args: object) -> None:
        """Report a fault at a line and column, or of the file as a whole."""
        line, column = mark if mark else (None, None)
        self.found.append(finding(code, variant, file=file, line=line, column=column, **args))

    def on(self, document: Document, path: Path, code: str, variant: str = "", **args: object) -> None:
        """Report a fault of a value, unless that place has one already; of a missing one, each."""
        if document.hidden(path):
            return
        mark = document.place(path)
        if path in document.marks:
            if (document.file, mark) in self.seen:
                return
            self.seen.add((document.file, mark))
        self.at(document.file, mark, code, variant, **args)

    def on_key(self, document: Document, path: Path, code: str, variant: str = "", **args: object) -> None:
        """Report a fault of a key."""
        if not document.hidden(path):
            self.at(document.file, document.keys.get(path), code, variant, **args)
