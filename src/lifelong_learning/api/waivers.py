"""A file of waivers: read strictly, held against the plan and the submission, applied to a scorecard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue import finding
from lifelong_learning.model.localised import Day
from lifelong_learning.model.status import Waiver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.findings import Finding
    from lifelong_learning.model.plan import Plan
    from lifelong_learning.model.submission import Submission


def read_waivers(path: str, plan: Plan) -> tuple[Waiver, ...]:
    """Return the waivers of a file, in its order.

    UsageError where it cannot be opened, PlanError with every fault of its form, each with its place.
    """
    from lifelong_learning.plan.beside import WAIVERS, WaiverForm
    from lifelong_learning.plan.places import Reporter
    from lifelong_learning.plan.reader import read_file
    from lifelong_learning.plan.written import FormCheck, read_entries

    report = Reporter()
    document = read_file(path, report)
    data = document.data if isinstance(document.data, dict) else {}
    if not document.broken and (set(data) != {"waivers"} or not isinstance(data["waivers"], list)):
        report.on(document, (), "PL942", "list")
    found: dict[tuple[object, ...], Waiver] = {}
    for placed in read_entries(document, "waivers", FormCheck(WaiverForm), report, WAIVERS, plan):
        place, written = placed.place(), dict(placed.item)
        year, period = written.pop("period")
        until = plan.last_day(year, period)
        waiver = Waiver(**written, **place._asdict(), year=year, period=period, needed_until=until)
        key = (waiver.unit, waiver.kind, waiver.target, year, period)
        if key in found:
            report.on(document, placed.path, "PL942", "twice", first=found[key].line)
        found.setdefault(key, waiver)
    report.refuse_faulty()
    return tuple(found.values())


def granted(
    waivers: Sequence[Waiver], plan: Plan, submission: Submission, year: int, period: str
) -> tuple[tuple[Waiver, ...], tuple[Finding, ...]]:
    """Return the waivers of the evaluated period that have a unit and a target and have not expired, and what
    is wrong with the others.

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
    return tuple(held), tuple(found)


def without_result(waiver: Waiver, year: int) -> Finding:
    """Return the finding of a waiver whose target does not apply to its unit."""
    return _finding(waiver, "PL941", "no_result", target=waiver.target, year=year)


def _kinds_of_units(submission: Submission) -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for kind, panel in submission.panels.items():
        for code in panel.codes:
            known.setdefault(code, []).append(kind)
    for entry in submission.registered:
        if entry.kind not in known.setdefault(entry.code, []):
            known[entry.code].append(entry.kind)
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
