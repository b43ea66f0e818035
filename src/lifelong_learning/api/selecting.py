"""Which findings a check reports and counts: by code, and without those that were known before."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, takewhile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from unicodedata import normalize

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning import catalogue
from lifelong_learning.errors import UsageError
from lifelong_learning.model.findings import Finding, Findings, Severity
from lifelong_learning.model.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lifelong_learning.api.submissions import Checked
    from lifelong_learning.model.findings import FaultRun
    from lifelong_learning.model.plan import Plan

    Known = tuple[str, tuple[str, ...], str | None, str | None, str | None]


class KnownFinding(Struct, frozen=True):
    """A finding of an earlier check, as far as it tells which it was."""

    code: str
    file: str | None
    sheet: str | None
    cell: str | None
    header: str | None
    unit: str | None


class Baseline(Struct, frozen=True):
    """The JSON of an earlier check."""

    schema: str
    findings: tuple[KnownFinding, ...]


class Selection(Struct, frozen=True):
    """Which findings are wanted: codes and families to report and to leave out, and what was known before."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    baseline: Baseline | None

    @classmethod
    def of(cls, select: Sequence[str], ignore: Sequence[str], baseline: str | None) -> Selection:
        """Return the selection; UsageError for a code that does not exist, or a baseline that is none."""
        return cls(
            codes_of(select, "--select"),
            codes_of(ignore, "--ignore"),
            None if baseline is None else read_baseline(baseline),
        )

    def reports(self, code: str) -> bool:
        """Tell whether a code is wanted; the longer of two names counts, of two alike the unwanted one."""
        for_it = max((len(one) for one in self.wanted if code.startswith(one)), default=-1)
        against = max((len(one) for one in self.unwanted if code.startswith(one)), default=-1)
        return for_it > against if self.wanted else against < 0

    def apply(self, checked: Checked) -> Checked:
        """Return what was checked with the findings that are wanted; the others are counted."""
        found = checked.findings.keep_codes(self.reports)
        new = found if self.baseline is None else _without(found, self.baseline, checked.plan)
        return replace(
            checked,
            findings=new,
            ignored=checked.ignored + len(checked.findings) - len(found),
            known=checked.known + len(found) - len(new),
        )


def select(
    checked: Checked, *, select: Sequence[str] = (), ignore: Sequence[str] = (), baseline: str | None = None
) -> Checked:
    """Return what was checked with the findings that are wanted.

    `select` and `ignore` are codes or families of codes. `baseline` is the JSON of an earlier check, whose
    findings are left out: those of the same code, file, sheet, unit and measure, as many as there were.
    UsageError for a code that does not exist or a baseline that cannot be read.
    """
    return Selection.of(select, ignore, baseline).apply(checked)


def codes_of(written: Iterable[str], option: str) -> tuple[str, ...]:
    """Return codes and families as they were written, several behind commas too; UsageError for others."""
    entries = catalogue.entries()
    families = {code.rstrip("0123456789") for code in entries}
    found = tuple(one.strip().upper() for text in written for one in text.split(",") if one.strip())
    for one in found:
        if one not in entries and one not in families:
            known = ", ".join(sorted(families))
            raise UsageError("code_or_family_unknown", option=option, value=one, known=known)
    return found


def graded(findings: Findings, severities: Mapping[str, str]) -> Findings:
    """Return the findings with the severities that codes and families were given, a code before its family.

    UsageError for a code or a severity that does not exist.
    """
    if not severities:
        return findings
    given = {codes_of([code], "severity")[0]: severity for code, severity in severities.items()}
    known = ", ".join(severity.value for severity in Severity)
    for code, severity in given.items():
        if severity not in list(Severity):
            raise UsageError("value_invalid", option=f"severity.{code}", value=severity, known=known)

    def grade(code: str, severity: Severity) -> Severity:
        named = given.get(code, given.get(code.rstrip("0123456789")))
        return severity if named is None else Severity(named)

    return findings.graded(grade)


def read_baseline(path: str) -> Baseline:
    """Return the JSON of an earlier check; UsageError for any other file."""
    if not Path(path).exists():
        raise UsageError("baseline_missing", path=path)
    try:
        found = msgspec.json.decode(Path(path).read_bytes(), type=Baseline)
    except OSError as fault:
        raise UsageError("path_unreadable", path=path, why=fault) from fault
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise UsageError("baseline_unreadable", path=path) from None
    if found.schema != "llplan/check/1":
        raise UsageError("baseline_unreadable", path=path)
    return found


def _without(findings: Findings, baseline: Baseline, plan: Plan) -> Findings:
    """Leave out what was known: first what stands in the same cell, then as many as there were."""
    measures = {fold(text): one.id for one in plan.measures for text in (one.label.en, one.label.vi)}
    here: Iterable[Finding | FaultRun] = chain(findings.singles, findings.runs)
    same = _same_files({one.file for one in baseline.findings}, {one.file for one in here})
    cells = _cells_known(baseline, measures)
    left = []
    for one, index in findings.ordered():
        found = one if isinstance(one, Finding) else one.at(index)
        before = cells[_known_as(found, measures, same)]
        if found.cell in before:
            before.remove(found.cell)
        else:
            left.append((one, index, before))
    return _rebuilt(findings, [(one, index) for one, index, before in left if not _pop(before)])


def _cells_known(baseline: Baseline, measures: Mapping[str, str]) -> dict[Known, list[str | None]]:
    """Return the cells of the findings of an earlier check, by what they say."""
    cells: dict[Known, list[str | None]] = defaultdict(list)
    for one in baseline.findings:
        cells[_known_as(one, measures, {})].append(one.cell)
    return cells


def _known_as(
    found: Finding | KnownFinding,
    measures: Mapping[str, str],
    same: Mapping[tuple[str, ...], tuple[str, ...]],
) -> Known:
    """Return what two findings have in common that are one and the same: not the cell, which may move."""
    header = None if found.header is None else fold(found.header)
    file = _parts(found.file)
    measure = None if header is None else measures.get(header, header)
    return found.code, same.get(file, file), found.sheet, found.unit, measure


def _parts(path: str | None) -> tuple[str, ...]:
    """Return a path by its parts, of whichever system it is and however its letters are composed."""
    return () if path is None else PurePosixPath(normalize("NFC", path.replace("\\", "/"))).parts


def _same_files(
    known: Iterable[str | None], found: Iterable[str | None]
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return which files were known under another path: a folder was moved, or is named from elsewhere.

    They have the same name, and of those that have no counterpart at their own path each is to the other the
    only one with the longest end in common.
    """
    before, now = set(map(_parts, known)), set(map(_parts, found))
    olds, news = _by_name(before - now), _by_name(now - before)
    nearest = {
        path: _nearest(path, others.get(name, ()))
        for some, others in ((olds, news), (news, olds))
        for name, paths in some.items()
        for path in paths
    }
    return {new: old for new, old in nearest.items() if new in now and old and nearest[old] == new}


def _by_name(paths: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """Return paths by the name of their file."""
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for path in paths:
        found[path[-1:]].append(path)
    return found


def _nearest(path: tuple[str, ...], others: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the path that has the longest end in common with a path; () where several have."""
    lengths = {other: _common(path, other) for other in others}
    longest = max(lengths.values(), default=0)
    best = [other for other, length in lengths.items() if length == longest]
    return best[0] if len(best) == 1 else ()


def _common(path: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Return how many parts two paths have in common from their end."""
    pairs = zip(reversed(path), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _pop(before: list[str | None]) -> bool:
    """Take one of the known away; tell whether there was one."""
    if before:
        before.pop()
        return True
    return False


def _rebuilt(findings: Findings, new: Sequence[tuple[Finding | FaultRun, int]]) -> Findings:
    """Return some of the findings, those of runs as runs again."""
    kept: dict[int, list[int]] = defaultdict(list)
    for one, index in new:
        kept[id(one)].append(index)
    runs = [run.pick(kept[id(run)]) for run in findings.runs if id(run) in kept]
    return Findings([one for one, _ in new if isinstance(one, Finding)], runs)
