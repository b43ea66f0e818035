"""Where things stand in the YAML that people write, and the faults that are reported there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from lifelong_learning.catalogue import finding
from lifelong_learning.errors import PlanError
from lifelong_learning.model.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Collection
    from decimal import Decimal
    from typing import TypeAlias

    from lifelong_learning.model.findings import Finding

    Scalar: TypeAlias = "str | int | bool | Decimal | None"
    Value: TypeAlias = "Scalar | list[Value] | dict[str, Value]"

Path = tuple[str | int, ...]
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


def short(value: object) -> str:
    """Return a value as it may be quoted in a message."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"


class Place(NamedTuple):
    """A place in a text file, 1-based."""

    file: str
    line: int
    column: int


class YamlFile(Struct):
    """One YAML file as plain values, with the place of every value and of every key.

    `unread` holds the paths of values that a fault took out; their value is None.
    """

    file: str
    data: Value = None
    marks: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    unread: set[Path] = field(default_factory=set)
    broken: bool = False

    def value(self, path: Path) -> Value:
        """Return what stands at a path; None where there is nothing."""
        found = self.data
        for part in path:
            if isinstance(found, dict):
                found = found.get(str(part))
            else:
                found = found[part] if isinstance(found, list) and isinstance(part, int) else None
        return found

    def place(self, path: Path) -> Place:
        """Return where a value stands; for what is not there, its nearest container."""
        while path not in self.marks and path:
            path = path[:-1]
        return self.marks.get(path, Place(self.file, 1, 1))

    def hidden(self, path: Path) -> bool:
        """Tell whether the value, one around it or one within it was taken out by an earlier fault."""
        return any(path[: len(out)] == out or out[: len(path)] == path for out in self.unread)

    def below(self, other: YamlFile, keys: Collection[str]) -> YamlFile:
        """Return this file with some keys of another, where it does not have them itself."""
        own, others = self.data, other.data
        if not isinstance(own, dict) or not isinstance(others, dict):
            return self
        taken = {key: others[key] for key in keys if key in others and key not in own}
        return replace(
            self,
            data={**own, **taken},
            marks=self.marks | _under(taken, other.marks),
            keys=self.keys | _under(taken, other.keys),
            unread=self.unread | set(_under(taken, dict.fromkeys(other.unread))),
        )


def _under(keys: Collection[str], paths: dict[Path, T]) -> dict[Path, T]:
    """Return what stands at some keys of the whole file, or within them."""
    return {path: at for path, at in paths.items() if path and path[0] in keys}


class Placed(Struct, Generic[T_co], frozen=True):
    """A well-formed entry and where it stands."""

    document: YamlFile
    path: Path
    item: T_co

    def place(self, *path: str | int) -> Place:
        """Return where the entry stands, or a value in it."""
        return self.document.place((*self.path, *path))


class Reporter(Struct):
    """Collects faults; the first fault of a place is its finding."""

    found: list[Finding] = field(default_factory=list)
    seen: set[Place] = field(default_factory=set)

    def at(self, where: Place | str, code: str, variant: str = "", **args: object) -> None:
        """Report a fault at a place, or of a file as a whole."""
        place = {"file": where} if isinstance(where, str) else where._asdict()
        self.found.append(finding(code, variant, **place, **args))

    def on(self, document: YamlFile, path: Path, code: str, variant: str = "", **args: object) -> None:
        """Report a fault of a value, unless that place has one already; of a missing one, each."""
        if document.hidden(path):
            return
        place = document.place(path)
        if path in document.marks:
            if place in self.seen:
                return
            self.seen.add(place)
        self.at(place, code, variant, **args)

    def on_key(self, document: YamlFile, path: Path, code: str, variant: str = "", **args: object) -> None:
        """Report a fault of a key."""
        if not document.hidden(path):
            self.at(document.keys.get(path, document.file), code, variant, **args)

    def findings(self) -> list[Finding]:
        """Return what was reported, in order of place."""
        return sorted(self.found, key=lambda found: found.sort_key())

    def refuse_faulty(self) -> None:
        """Raise PlanError with every fault that was reported, in order; without one do nothing."""
        if self.found:
            raise PlanError(Findings(self.findings()))
