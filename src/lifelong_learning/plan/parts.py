"""The files of a plan → its written parts: every well-formed entry, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct, field
from pydantic import TypeAdapter, ValidationError

from lifelong_learning.plan import shape
from lifelong_learning.plan.faults import report_shape, without
from lifelong_learning.plan.files import HEAD
from lifelong_learning.plan.places import Document, Mark, Reporter
from lifelong_learning.plan.reader import read

if TYPE_CHECKING:
    from lifelong_learning.plan.files import PlanFiles
    from lifelong_learning.plan.places import Path

T_co = TypeVar("T_co", covariant=True)


class Placed(Struct, Generic[T_co], frozen=True):
    """A well-formed entry and where it stands."""

    document: Document
    path: Path
    item: T_co


class Parts(Struct):
    """Everything that could be read of a plan.

    `complete` is False where a file could not be read at all, so that something that seems unknown
    may stand there. `named` holds the ids of every section, of faulty entries too.
    """

    head: Document
    plan: shape.PlanFile | None = None
    measures: list[Placed[shape.Measure]] = field(default_factory=list)
    targets: list[Placed[shape.AnyTarget]] = field(default_factory=list)
    commitments: list[Placed[shape.Commitment]] = field(default_factory=list)
    named: dict[str, set[str]] = field(default_factory=dict)
    complete: bool = True


_ADAPTERS: dict[str, TypeAdapter[object]] = {
    "measures": TypeAdapter(shape.Measure),
    "targets": TypeAdapter(shape.Target),
    "commitments": TypeAdapter(shape.Commitment),
}


def read_parts(files: PlanFiles, report: Reporter) -> Parts:
    """Read all files of a plan; what is wrong with their form goes to the report."""
    head = _read(files, HEAD, report)
    parts = Parts(head, complete=not head.broken)
    if not head.broken:
        parts.plan = _head(head, report)
    _name(parts, head, ("levels", "areas", "kinds"))
    listed = _listed(files, parts, report)
    for name in listed:
        document = _read(files, name, report)
        if document.broken:
            parts.complete = False
        else:
            _part(parts, document, report)
    _unlisted(files, head, listed, report)
    return parts


def _read(files: PlanFiles, name: str, report: Reporter) -> Document:
    path = files.path(name)
    content = files.content.get(name)
    if content is None:
        report.at(path, None, "PL901", "" if name in files.content else "missing", name=name)
        return Document(path, broken=True)
    document = read(path, content, report)
    if not document.broken and document.data is None and not document.unread:
        report.at(path, Mark(1, 1), "PL901", "empty", name=name)
        document.broken = True
    return document


def _head(head: Document, report: Reporter) -> shape.PlanFile | None:
    try:
        return shape.PlanFile.model_validate(head.data)
    except ValidationError as error:
        found = report_shape(head, shape.PlanFile, error, report)
        return None if found.paths else shape.PlanFile.model_validate(without(head.data, found.needless))


def _listed(files: PlanFiles, parts: Parts, report: Reporter) -> list[str]:
    """Return the files to read, in the plan's order; all that are there where the list is unusable."""
    head = parts.head
    written = head.data.get("files") if isinstance(head.data, dict) else None
    if not isinstance(written, list) or not all(isinstance(name, str) for name in written):
        return [name for name in files.content if name != HEAD]
    found: list[str] = []
    for index, name in enumerate(str(name) for name in written):
        if name in found or name == HEAD:
            report.on(head, ("files", index), "PL901", "twice", name=name)
        elif name not in files.content:
            report.on(head, ("files", index), "PL901", "absent", name=name)
            parts.complete = False
        else:
            found.append(name)
    return found


def _unlisted(files: PlanFiles, head: Document, listed: list[str], report: Reporter) -> None:
    if head.broken:
        return
    for name in files.content:
        if name != HEAD and name not in listed:
            report.at(files.path(name), None, "PL901", "unlisted", name=name)


def _part(parts: Parts, document: Document, report: Reporter) -> None:
    _name(parts, document, tuple(_ADAPTERS))
    data: object = document.data
    bad: set[Path] = set()
    try:
        shape.PartFile.model_validate(document.data)
    except ValidationError as error:
        found = report_shape(document, shape.PartFile, error, report)
        data, bad = without(data, found.needless), {path[:2] for path in found.paths}
    if not isinstance(data, dict):
        return
    places: dict[str, list[Placed[object]]] = {
        "measures": parts.measures,  # type: ignore[dict-item]
        "targets": parts.targets,  # type: ignore[dict-item]
        "commitments": parts.commitments,  # type: ignore[dict-item]
    }
    for section, adapter in _ADAPTERS.items():
        entries = data.get(section)
        for index, entry in enumerate(entries if isinstance(entries, list) else []):
            path = (section, index)
            if path not in bad and (section,) not in bad and not document.hidden(path):
                places[section].append(Placed(document, path, adapter.validate_python(entry)))


def _name(parts: Parts, document: Document, sections: tuple[str, ...]) -> None:
    """Note the ids of all entries, so that a reference to a faulty one is not called unknown."""
    data = document.data if isinstance(document.data, dict) else {}
    for section in sections:
        named = parts.named.setdefault(section, set())
        entries = data.get(section)
        for entry in entries if isinstance(entries, list) else []:
            name = entry.get("id") if isinstance(entry, dict) else None
            if isinstance(name, str):
                named.add(name)
