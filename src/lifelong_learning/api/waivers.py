"""A file of waivers: read strictly, held against the plan and the submission, applied to a scorecard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.api.yaml_file import read_document, refuse_faulty
from lifelong_learning.catalogue import finding
from lifelong_learning.model.days import Day
from lifelong_learning.model.waivers import Waiver

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.submission import Submission
    from lifelong_learning.plan.places import Document, Reporter, Value

KEYS = ("unit", "kind", "target", "period", "justification", "granted_by", "expires")
REQUIRED = ("unit", "target", "period", "justification")
_PERIOD = re.compile(r"((?:19|20|21)[0-9]{2})(?: ([a-z0-9]+))?")


class Granted(NamedTuple):
    """The waivers that hold for the evaluated period, and what is wrong with the others."""

    waivers: tuple[Waiver, ...]
    findings: tuple[Finding, ...]


def read_waivers(path: str, plan: Plan) -> tuple[Waiver, ...]:
    """Return the waivers of a file, in its order.

    UsageError where it cannot be opened, PlanError with every fault of its form, each with its place.
    """
    from lifelong_learning.plan.places import Reporter

    report = Reporter()
    document = read_document(path, report)
    reader = _Reader(document, report, plan)
    waivers = () if document.broken else tuple(reader.waivers())
    refuse_faulty(report)
    return waivers


class _Reader:
    """Reads the waivers of one document."""

    def __init__(self, document: Document, report: Reporter, plan: Plan) -> None:
        self.document = document
        self.report = report
        self.plan = plan
        self.first: dict[tuple[str, str | None, str, int, str], int] = {}

    def waivers(self) -> Iterator[Waiver]:
        """Yield every sound waiver."""
        data = self.document.data
        listed = data.get("waivers") if isinstance(data, dict) else None
        if not isinstance(data, dict) or not isinstance(listed, list) or set(data) != {"waivers"}:
            self.report.on(self.document, (), "PL942", "list")
            return
        for index, written in enumerate(listed):
            waiver = self._waiver(("waivers", index), written)
            if waiver is not None:
                yield waiver

    def _waiver(self, path: tuple[str | int, ...], written: Value) -> Waiver | None:
        if not isinstance(written, dict):
            self._fault(path, "mapping", written)
            return None
        before = len(self.report.found)
        for key in written:
            if key not in KEYS:
                place = (*path, key)
                self.report.on_key(self.document, place, "PL942", "key", value=key, known=", ".join(KEYS))
        for key in REQUIRED:
            if written.get(key) is None:
                mark = self.document.place(path)
                self.report.at(self.document.file, mark, "PL942", "missing", value=key)
        texts = {key: self._text((*path, key), written.get(key)) for key in KEYS if key != "period"}
        year, period = self._period((*path, "period"), written.get("period"))
        self._check((*path,), texts)
        if len(self.report.found) > before:
            return None
        mark = self.document.place(path)
        waiver = Waiver(
            texts["unit"] or "", texts["kind"], texts["target"] or "", year, period,
            texts["justification"] or "", texts["granted_by"], texts["expires"],
            self.document.file, mark.line, mark.column,
        )  # fmt: skip
        return self._once(path, waiver)

    def _check(self, path: tuple[str | int, ...], texts: dict[str, str | None]) -> None:
        from lifelong_learning.plan.dates import is_date

        kinds = [kind.id for kind in self.plan.kinds]
        if texts["kind"] is not None and texts["kind"] not in kinds:
            self._fault((*path, "kind"), "kind", texts["kind"], known=", ".join(kinds))
        if texts["expires"] is not None and not is_date(texts["expires"]):
            self._fault((*path, "expires"), "date", texts["expires"])

    def _once(self, path: tuple[str | int, ...], waiver: Waiver) -> Waiver | None:
        key = (waiver.unit, waiver.kind, waiver.target, waiver.year, waiver.period)
        if key in self.first:
            self.report.on(self.document, path, "PL942", "twice", first=self.first[key])
            return None
        self.first[key] = waiver.line
        return waiver

    def _text(self, path: tuple[str | int, ...], written: Value) -> str | None:
        if written is None:
            return None
        if isinstance(written, str) and written.strip():
            return written.strip()
        self._fault(path, "text", written)
        return None

    def _period(self, path: tuple[str | int, ...], written: Value) -> tuple[int, str]:
        if written is None:
            return 0, ""
        match = _PERIOD.fullmatch(str(written)) if type(written) is int or isinstance(written, str) else None
        period = self.plan.periods[0].id if match is None or match[2] is None else match[2]
        if match is None or period not in [known.id for known in self.plan.periods]:
            self._fault(path, "period", written)
            return 0, ""
        return int(match[1]), period

    def _fault(self, path: tuple[str | int, ...], variant: str, written: object, **more: object) -> None:
        from lifelong_learning.plan.places import short

        self.report.on(self.document, path, "PL942", variant, value=short(written), **more)


def granted(waivers: Sequence[Waiver], plan: Plan, submission: Submission, year: int, period: str) -> Granted:
    """Return the waivers of the evaluated period that have a unit and a target and have not expired.

    Names are held against the plan and the submission whatever period a waiver is of.
    """
    kinds = _kinds_of_units(submission)
    held: list[Waiver] = []
    found: list[Finding] = []
    for waiver in waivers:
        wrong = _unknown(waiver, plan, kinds)
        if wrong is None and (waiver.year, waiver.period) == (year, period):
            if waiver.expired:
                ended, needed = Day(waiver.expires), Day(waiver.needed_until)
                wrong = _finding(waiver, "PL940", target=waiver.target, expires=ended, needed=needed)
            else:
                held.append(waiver)
        if wrong is not None:
            found.append(wrong)
    return Granted(tuple(held), tuple(found))


def without_result(waiver: Waiver, year: int) -> Finding:
    """Return the finding of a waiver whose target does not apply to its unit."""
    return _finding(waiver, "PL941", "no_result", target=waiver.target, year=year)


def _kinds_of_units(submission: Submission) -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for kind, panel in submission.panels.items():
        for code in panel.codes:
            known.setdefault(code, []).append(kind)
    for kind, code in submission.register.entries if submission.register is not None else ():
        if kind not in known.setdefault(code, []):
            known[code].append(kind)
    return known


def _unknown(waiver: Waiver, plan: Plan, kinds: dict[str, list[str]]) -> Finding | None:
    target = plan.target.get(waiver.target)
    if target is None:
        return _finding(waiver, "PL941", "target", value=waiver.target, known=", ".join(plan.target))
    own = [kind for kind in kinds.get(waiver.unit, ()) if waiver.kind in (None, kind)]
    if not own:
        return _finding(waiver, "PL941", "unit", value=waiver.unit)
    asked = [kind for kind in own if kind in target.kinds]
    if len(asked) > 1:
        return _finding(waiver, "PL941", "ambiguous", value=waiver.unit, known=", ".join(asked))
    return None


def _finding(waiver: Waiver, code: str, variant: str = "", **args: object) -> Finding:
    return finding(
        code, variant, file=waiver.file, line=waiver.line, column=waiver.column, unit=waiver.unit, **args
    )
