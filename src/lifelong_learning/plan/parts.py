"""The files of a plan → its written parts: every well-formed entry with its place, and every id; what the
parts refer to exists, or the fault of the reference is told.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from lifelong_learning.plan import HEAD, bundled_ids, shape
from lifelong_learning.plan.places import Place, Placed, YamlFile
from lifelong_learning.plan.reader import read
from lifelong_learning.plan.written import PLAN, FormCheck, read_entries, read_form, read_frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lifelong_learning.plan import PlanFiles
    from lifelong_learning.plan.places import Path, Reporter


_HEAD = FormCheck(shape.PlanFile)
_PART = FormCheck(shape.PartFile)
_MEASURE = FormCheck(shape.MeasureForm)
_TARGET: FormCheck[shape.AnyTarget] = FormCheck(shape.Target)  # type: ignore[arg-type]
_COMMITMENT = FormCheck(shape.CommitmentForm)


class Parts(Struct):
    """Everything that could be read of a plan.

    `complete` is False where a file could not be read at all, so that something that seems unknown
    may stand there. `named` holds the ids of every section, of faulty entries too.
    """

    head: YamlFile
    plan: shape.PlanFile | None = None
    measures: list[Placed[shape.MeasureForm]] = field(default_factory=list)
    targets: list[Placed[shape.AnyTarget]] = field(default_factory=list)
    commitments: list[Placed[shape.CommitmentForm]] = field(default_factory=list)
    named: dict[str, set[str]] = field(default_factory=dict)
    complete: bool = True


def commitment_measure(commitment: shape.CommitmentForm) -> str:
    """Return the measure that a commitment is read from."""
    own = commitment.id.replace("-", "_")
    return own if commitment.measure is None or commitment.column is not None else commitment.measure


def read_parts(files: PlanFiles, report: Reporter) -> Parts:
    """Read all files of a plan; what is wrong with their form goes to the report."""
    parts = Parts(_read(files, HEAD, report))
    taken = [] if parts.head.broken else _read_head(files, parts, report)
    listed = _listed(files, parts, report)
    for name in listed:
        document = _read(files, name, report)
        if document.broken:
            parts.complete = False
        else:
            _part(parts, document, report)
    if parts.head.broken:
        parts.complete = False
    else:
        for name in files.content:
            if name != HEAD and name not in listed:
                report.at(files.path(name), "PL901", "unlisted", name=name)
    _put_first(taken, parts)
    return parts


def _read_head(files: PlanFiles, parts: Parts, report: Reporter) -> list[Placed[shape.MeasureForm]]:
    """Read plan.yaml, and return the measures of the plan that it shares."""
    shared = _shared_head(files, parts, report)
    parts.plan = read_form(parts.head, (), _HEAD, report, PLAN)
    _name(parts, parts.head, ("levels", "areas", "kinds"))
    taken: list[Placed[shape.MeasureForm]] = []
    if files.shared is not None and shared is not None:
        taken = _shared_measures(files.shared, shared, parts, report)
    _check_left_out({placed.item.id for placed in taken}, parts, report)
    return _wanted(taken, parts)


def _read(files: PlanFiles, name: str, report: Reporter) -> YamlFile:
    path = files.path(name)
    content = files.content.get(name)
    if content is None:
        report.at(path, "PL901", "" if name in files.content else "missing", name=name)
        return YamlFile(path, broken=True)
    document = read(path, content, report)
    if not document.broken and document.data is None and not document.unread:
        report.at(Place(path, 1, 1), "PL901", "empty", name=name)
        document.broken = True
    return document


def _file_names(head: YamlFile) -> list[str] | None:
    """Return the names under `files`; None where that is no list of texts."""
    written = head.value(("files",))
    if not isinstance(written, list) or not all(isinstance(name, str) for name in written):
        return None
    return [str(name) for name in written]


def _listed(files: PlanFiles, parts: Parts, report: Reporter) -> list[str]:
    """Return the files to read, in the plan's order; all that are there where the list is unusable."""
    head = parts.head
    written = _file_names(head)
    if written is None:
        return [name for name in files.content if name != HEAD]
    found: list[str] = []
    for index, name in enumerate(written):
        if name in found or name == HEAD:
            report.on(head, ("files", index), "PL901", "twice", name=name)
        elif name not in files.content:
            report.on(head, ("files", index), "PL901", "absent", name=name)
            parts.complete = False
        else:
            found.append(name)
    return found


def _part(parts: Parts, document: YamlFile, report: Reporter) -> None:
    _name(parts, document, tuple(shape.PartFile.model_fields))
    read_frame(document, _PART, tuple(shape.PartFile.model_fields), report, PLAN)
    parts.measures += read_entries(document, "measures", _MEASURE, report, PLAN)
    parts.targets += read_entries(document, "targets", _TARGET, report, PLAN)
    parts.commitments += read_entries(document, "commitments", _COMMITMENT, report, PLAN)


def _name(parts: Parts, document: YamlFile, sections: tuple[str, ...]) -> None:
    """Note the ids of all entries, so that a reference to a faulty one is not called unknown."""
    data = document.data if isinstance(document.data, dict) else {}
    for section in sections:
        named = parts.named.setdefault(section, set())
        entries = data.get(section)
        for entry in entries if isinstance(entries, list) else []:
            name = entry.get("id") if isinstance(entry, dict) else None
            if isinstance(name, str):
                named.add(name)


def _shared_head(files: PlanFiles, parts: Parts, report: Reporter) -> YamlFile | None:
    """Return plan.yaml of the plan that is shared, and put its words below those of this one.

    None where none is shared, and where it cannot be: that is reported, and no word is called missing.
    """
    own = parts.head
    name = own.value(("shares",))
    if name is None:
        return None
    if files.shared is not None and files.shared.shares is None and files.shares == name:
        head = _read(files.shared, HEAD, report)
        if not head.broken:
            parts.head = own.below(head, shape.WORDS)
            return head
    elif isinstance(name, str):
        variant = "line" if files.shares != name else "" if files.shared is None else "chain"
        report.on(own, ("shares",), "PL925", variant, name=name, known=", ".join(bundled_ids()))
    own.unread |= {(word,) for word in shape.WORDS}
    parts.complete = False
    return None


def _shared_measures(
    files: PlanFiles, head: YamlFile, parts: Parts, report: Reporter
) -> list[Placed[shape.MeasureForm]]:
    """Return the measures of the plan that is shared."""
    found: list[Placed[shape.MeasureForm]] = []
    for name in _file_names(head) or ():
        if name in files.content:
            document = _read(files, name, report)
            _name(parts, document, ("measures",))
            found += read_entries(document, "measures", _MEASURE, report, PLAN)
    return found


def _wanted(found: list[Placed[shape.MeasureForm]], parts: Parts) -> list[Placed[shape.MeasureForm]]:
    """Return the measures that are shared but for those that this plan leaves out.

    Kinds that this plan does not have are left out of them, and a measure that has no other with them.
    """
    kinds = parts.named["kinds"]
    unwanted = set(parts.plan.leave_out if parts.plan else ())
    kept = [p for p in found if p.item.id not in unwanted and kinds & set(p.item.kinds)]
    names = {placed.item.id for placed in kept}
    parts.named.setdefault("measures", set()).difference_update({p.item.id for p in found} - names)
    return [replace(placed, item=_narrowed(placed.item, kinds, names)) for placed in kept]


def _narrowed(measure: shape.MeasureForm, kinds: set[str], names: set[str]) -> shape.MeasureForm:
    """Return a measure without kinds that a plan lacks, and without a whole or parts that it leaves out."""
    own = [kind for kind in measure.kinds if kind in kinds]
    whole = measure.at_most if measure.at_most in names else None
    parts = measure.parts if names.issuperset(measure.parts or ()) else None
    return measure.model_copy(update={"kinds": own, "at_most": whole, "parts": parts})


def _check_left_out(taken: set[str], parts: Parts, report: Reporter) -> None:
    """What is left out is a measure of the plan that is shared."""
    for index, name in enumerate(parts.plan.leave_out if parts.plan else ()):
        if name not in taken:
            report.on(parts.head, ("leave_out", index), "PL925", "leave_out", name=name)


def _put_first(taken: list[Placed[shape.MeasureForm]], parts: Parts) -> None:
    """Put the measures that are shared before the plan's own, and one of its own in the place of its like."""
    own = {placed.item.id: placed for placed in reversed(parts.measures)}
    instead = [own[placed.item.id] for placed in taken if placed.item.id in own]
    parts.measures = [
        *(own.get(placed.item.id, placed) for placed in taken),
        *(placed for placed in parts.measures if placed not in instead),
    ]


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
