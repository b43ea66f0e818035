"""Workbooks on their way: the form that units fill in, many forms in one, a workbook with its findings."""

from __future__ import annotations

from itertools import product
from os import fspath
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from lifelong_learning.api.choice import check_period, check_years, choose
from lifelong_learning.api.request import DEFAULT_PLAN, Filters, Request, plan_of, text, texts
from lifelong_learning.catalogue import refuse_unknown
from lifelong_learning.errors import UsageError
from lifelong_learning.forms.template import FormRow, FormSpec
from lifelong_learning.forms.template.make import form
from lifelong_learning.model.findings import Findings
from lifelong_learning.model.submission import LAST_YEAR, Identity, Submission
from lifelong_learning.model.succession import succession
from lifelong_learning.submission import load_register, read_submission

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor

    from lifelong_learning.api.choice import ResolvedFilters
    from lifelong_learning.api.collecting import Collection
    from lifelong_learning.api.request import Path, Paths
    from lifelong_learning.api.splitting import Split
    from lifelong_learning.api.submissions import Checked
    from lifelong_learning.model.plan import Kind, Lang, Plan
    from lifelong_learning.model.submission import Panel
    from lifelong_learning.model.succession import Succession
    from lifelong_learning.submission import Progress
    from lifelong_learning.submission.source.elements import Limits

__all__ = ["annotate", "collect", "make_form", "make_forms"]

OPEN_ROWS = 20
"""Open rows of a sheet on which no unit is filled in."""


class Form(NamedTuple):
    """The workbook, and what was found wrong with what it was filled in from."""

    content: bytes
    findings: Findings


def make_form(
    *,
    lang: Lang = "en",
    plan: Path | Plan = DEFAULT_PLAN,
    year: int | None = None,
    period: str = "year",
    register: Path | None = None,
    earlier: Paths = (),
    filters: Filters | None = None,
    rows: int | None = None,
) -> Form:
    """Return the form that units fill in for a year, with `content` (.xlsx) and `findings`.

    Its units come from the register and from `earlier` submissions, whose figures it shows; `rows` are
    the open rows of a sheet. UsageError where what is asked for cannot be made.
    """
    request = Request(
        texts(earlier), plan_of(plan), year, period, register=text(register), filters=filters or Filters()
    )
    return form_of(request, lang, rows)


def make_forms(
    *,
    by: str = "unit",
    lang: Lang = "en",
    plan: Path | Plan = DEFAULT_PLAN,
    year: int | None = None,
    period: str = "year",
    register: Path | None = None,
    earlier: Paths = (),
    filters: Filters | None = None,
    rows: int = 0,
) -> Split:
    """Return one form for every unit, commune or district (`by`), each under a name of its own.

    A commune's form holds the units of one code, whatever their kind. Otherwise as `make_form`; UsageError
    also where no unit is known, or where there are no districts to go by.
    """
    from lifelong_learning.api.splitting import split

    request = Request(
        texts(earlier), plan_of(plan), year, period, register=text(register), filters=filters or Filters()
    )
    return split(request, lang, rows, by)


def form_of(request: Request, lang: Lang, open_rows: int | None) -> Form:
    """Return the form that is filled in from the paths of a request; faults as of `make_form`."""
    spec, findings = spec_of(request, lang, open_rows)
    return Form(form(spec), findings)


def spec_of(request: Request, lang: Lang, open_rows: int | None) -> tuple[FormSpec, Findings]:
    """Return what form a request asks for, and what was found wrong with what it is filled in from."""
    refuse_unknown(lang)
    plan = request.load_plan()
    _check(request, plan)
    submission, findings = _known(request, plan)
    choice = choose(request.filters, plan, submission)
    year = _year_of(request, submission)
    kinds = [kind for kind in plan.kinds if choice.kind(kind.id)]
    rows = {kind.id: list(_rows(plan, kind, submission, choice, year, request.period)) for kind in kinds}
    before = {kind.id: list(_before(kind, submission, rows[kind.id], year, request.period)) for kind in kinds}
    if choice.units is not None:
        kinds = _filled(kinds, rows)
    if open_rows is None:
        open_rows = 0 if any(rows.values()) else OPEN_ROWS
    return FormSpec(plan, lang, tuple(kinds), year, request.period, rows, open_rows, before), findings


def _filled(kinds: Sequence[Kind], rows: Mapping[str, Sequence[FormRow]]) -> list[Kind]:
    """Return the kinds that have rows; UsageError where none has."""
    filled = [kind for kind in kinds if rows[kind.id]]
    if not filled:
        raise UsageError("filter_empty")
    return filled


def _check(request: Request, plan: Plan) -> None:
    check_period(request.period, plan)
    check_years(request.year)
    filters = request.filters
    if (filters.units or filters.levels or filters.districts) and not (request.register or request.paths):
        raise UsageError("form_units_wanted")
    if request.register and not request.paths and request.year is None:
        raise UsageError("form_year_wanted")


def _known(request: Request, plan: Plan) -> tuple[Submission, Findings]:
    if request.paths:
        # What is told is what was amiss there, not that the form's year has no row yet.
        options = replace(request, year=None).reading(gathered=True)
        reading = read_submission(request.paths, plan, options)
        return reading.submission, reading.findings
    if request.register:
        register, findings = load_register(request.register, plan, request.period)
        return Submission([], {}, [], register), findings
    return Submission([], {}, []), Findings()


def _year_of(request: Request, submission: Submission) -> int | None:
    """Return the year asked for, else the one after the latest that was reported; None without an earlier
    submission."""
    if request.year is not None:
        return request.year
    years = submission.years(request.period)
    if request.paths and not years:
        raise UsageError("form_year_wanted")
    return min(years[-1] + 1, LAST_YEAR) if years else None


def _rows(
    plan: Plan, kind: Kind, submission: Submission, choice: ResolvedFilters, year: int | None, period: str
) -> Iterator[FormRow]:
    """Yield the rows of every chosen unit, its past ones first."""
    if year is None:
        return
    panel = submission.panels.get(kind.id)
    positions = {} if panel is None else {code: number for number, code in enumerate(panel.codes)}
    for unit in _units(plan, kind, submission, year, period):
        if choice.unit(kind.id, unit):
            if panel is not None and unit.code in positions:
                yield from _past_rows(panel, positions[unit.code], unit, year, period)
            yield FormRow(unit, year, period, {}, None, False)


def _past_rows(panel: Panel, position: int, unit: Identity, year: int, period: str) -> Iterator[FormRow]:
    for earlier in sorted(y for y, p in panel.at if p == period and y < year):
        row = panel.row_of(position, earlier, period)
        if row >= 0:
            yield _past(panel, row, unit, earlier, period)


def _before(
    kind: Kind, submission: Submission, rows: Sequence[FormRow], year: int | None, period: str
) -> Iterator[tuple[Identity, FormRow]]:
    """Yield what those reported that units of the form took over, beside what these did, by unit and year."""
    found = None if year is None else _takeovers(kind, submission, year)
    if found is None:
        return
    years = sorted(y for y, p in found.panel.at if p == period and y < found.year)
    heirs = {row.unit.code: row.unit for row in rows if not row.past and row.unit.code in found.taken}
    for heir, earlier in product(heirs.values(), years):
        yield from _of_heir(found, heir, earlier, period)


def _of_heir(found: Succession, heir: Identity, year: int, period: str) -> Iterator[tuple[Identity, FormRow]]:
    """Yield what each member of a unit of today reported in a year; nothing where none did, or it is itself
    its one member."""
    at = {code: found.row(code, year, period) for code in found.members(heir.code, year, period)}
    if at.keys() != {heir.code} and max(at.values(), default=-1) >= 0:
        for code, row in at.items():
            yield heir, _earlier_row(found, code, row, year, period)


def _takeovers(kind: Kind, submission: Submission, year: int) -> Succession | None:
    """Return which units of a kind took over whom as of a year; None where none did."""
    panel, register = submission.panels.get(kind.id), submission.register
    if panel is None or register is None:
        return None
    levels = {entry.code: entry.level for entry in submission.registered if entry.kind == kind.id}
    levels |= {code: level for (_, code), level in panel.last_levels().items()}
    return succession(kind.id, panel, register, levels, year)


def _earlier_row(found: Succession, code: str, row: int, year: int, period: str) -> FormRow:
    """Return what a unit reported in a row; without one, its name as the register has it."""
    if row >= 0:
        values = {measure: column[row] for measure, column in found.panel.measures.items()}
        name = found.panel.name[row]
    else:
        values = {}
        known = found.register.entries.get((found.kind, code))
        name = None if known is None else known.name
    return FormRow(Identity(code, name, None, None, None), year, period, values, None, past=True)


def _units(plan: Plan, kind: Kind, submission: Submission, year: int, period: str) -> Iterator[Identity]:
    """Yield the units that are expected; once districts have ended, with that of the register alone."""
    reported = _reported_units(plan, submission.panels.get(kind.id), year, period)
    if submission.register is None:
        yield from reported
        return
    by_code = {who.code: who for who in reported}
    for entry in submission.registered:
        if entry.kind == kind.id and entry.expected(year):
            yield entry.identity.completed(by_code.get(entry.code, entry.identity))


def _reported_units(plan: Plan, panel: Panel | None, year: int, period: str) -> list[Identity]:
    """Return the units that reported and whose level has not ended, in a district while there are any."""
    reported = [] if panel is None else panel.identities(year, period)
    left = [who for who in reported if not plan.ended(who.level, year, period)]
    return left if plan.has_districts(year, period) else [who._replace(district=None) for who in left]


def _past(panel: Panel, row: int, unit: Identity, year: int, period: str) -> FormRow:
    values = {measure: column[row] for measure, column in panel.measures.items()}
    then = Identity(
        unit.code, panel.name[row], panel.level[row], panel.district[row], panel.area[row]
    )  # fmt: skip
    return FormRow(then.completed(unit), year, period, values, panel.note[row], True)


def collect(
    paths: Paths,
    lang: Lang = "en",
    *,
    plan: Path | Plan = DEFAULT_PLAN,
    period: str = "year",
    register: Path | None = None,
    limits: Limits | None = None,
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Collection:
    """Return the rows of many filled forms as one workbook (`content`, .xlsx), each value as typed.

    Every row of a unit is taken over, whatever its year, and every row that names nobody because of an
    error; a sheet beyond a limit is left out. `checked` is the submission with its findings.
    """
    from lifelong_learning.api.collecting import collect as collected

    return collected(
        Request(
            paths=texts(paths),
            plan=plan_of(plan),
            period=period,
            register=text(register),
            limits=limits,
            jobs=jobs,
            executor=executor,
            progress=progress,
        ),
        lang,
    )


def annotate(checked: Checked, path: Path, lang: Lang = "en") -> bytes | None:
    """Return a copy of a workbook that was read, with its findings marked.

    None where the workbook could not be opened; UsageError where it is not one of those that were read,
    has changed since, or would be changed by more than the marks.
    """
    from lifelong_learning.api.annotating import annotate as annotated

    return annotated(checked, fspath(path), lang)
