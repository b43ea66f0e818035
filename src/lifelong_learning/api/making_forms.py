"""Make a form: which units, which year, what is known of them already."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from lifelong_learning.api.request import DEFAULT_PLAN, Filters, check_period, check_years, choose
from lifelong_learning.catalogue.languages import refuse_unknown
from lifelong_learning.errors import UsageError
from lifelong_learning.forms.template import FormRow, FormSpec
from lifelong_learning.forms.template.make import form
from lifelong_learning.model.findings import Findings
from lifelong_learning.model.record import Shown
from lifelong_learning.model.submission import LAST_YEAR, Identity, Submission
from lifelong_learning.plan import load_plan
from lifelong_learning.submission import ReadOptions, load_register, read_submission

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.api.request import Choice
    from lifelong_learning.model.plan import Kind, Lang, Plan
    from lifelong_learning.model.submission import Panel

OPEN_ROWS = 20
"""Open rows of a sheet on which no unit is filled in."""


class FormRequest(Struct, frozen=True, metaclass=Shown):
    """What form is asked for; `earlier` are the submissions that it is filled in from."""

    lang: Lang
    plan: str | Plan = DEFAULT_PLAN
    year: int | None = None
    period: str = "year"
    register: str | None = None
    earlier: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)
    rows: int | None = None


class Form(NamedTuple):
    """The workbook, and what was found wrong with what it was filled in from."""

    content: bytes
    findings: Findings


def make_form(request: FormRequest) -> Form:
    """Return the form; UsageError where what is asked for cannot be made."""
    plan = load_plan(request.plan) if isinstance(request.plan, str) else request.plan
    _check(request, plan)
    submission, findings = _known(request, plan)
    choice = choose(request.filters, plan, submission)
    year = request.year or _next_year(request, submission)
    rows = {
        kind.id: list(_rows(kind, submission, choice, year, request.period))
        for kind in plan.kinds
        if choice.kinds is None or kind.id in choice.kinds
    }
    narrowed = choice.units is not None
    if narrowed and not any(rows.values()):
        raise UsageError("filter_empty")
    kinds = tuple(kind for kind in plan.kinds if kind.id in rows and (rows[kind.id] or not narrowed))
    blank = request.rows if request.rows is not None else 0 if any(rows.values()) else OPEN_ROWS
    spec = FormSpec(plan, request.lang, kinds, year, request.period, rows, blank)
    return Form(form(spec), findings)


def _check(request: FormRequest, plan: Plan) -> None:
    refuse_unknown(request.lang)
    check_period(request.period, plan)
    check_years(request.year)
    filters = request.filters
    if (filters.units or filters.levels or filters.districts) and not (request.register or request.earlier):
        raise UsageError("form_units_wanted")
    if request.register and not request.earlier and request.year is None:
        raise UsageError("form_year_wanted")


def _known(request: FormRequest, plan: Plan) -> tuple[Submission, Findings]:
    if request.earlier:
        # What is told is what was amiss there, not that the form's year has no row yet.
        options = ReadOptions(register=request.register, period=request.period, gathered=True)
        reading = read_submission(request.earlier, plan, options)
        return reading.submission, reading.findings
    if request.register:
        register, findings = load_register(request.register, plan)
        return Submission([], {}, [], register), findings
    return Submission([], {}, []), Findings()


def _next_year(request: FormRequest, submission: Submission) -> int | None:
    """Return the year after the latest that was reported; None without an earlier submission."""
    years = submission.years(request.period)
    if request.earlier and not years:
        raise UsageError("form_year_wanted")
    return min(years[-1] + 1, LAST_YEAR) if years else None


def _rows(
    kind: Kind, submission: Submission, choice: Choice, year: int | None, period: str
) -> Iterator[FormRow]:
    """Yield the rows of every chosen unit, its past ones first."""
    if year is None:
        return
    panel = submission.panels.get(kind.id)
    positions = {} if panel is None else {code: number for number, code in enumerate(panel.codes)}
    for unit in _units(kind, submission, year, period):
        if not choice.unit(kind.id, unit):
            continue
        position = positions.get(unit.code)
        if panel is not None and position is not None:
            for earlier in sorted(y for y, p in panel.at if p == period and y < year):
                row = panel.row_of(position, earlier, period)
                if row >= 0:
                    yield _past(panel, row, unit, earlier, period)
        yield FormRow(unit, year, period, {}, None, False)


def _units(kind: Kind, submission: Submission, year: int, period: str) -> Iterator[Identity]:
    panel = submission.panels.get(kind.id)
    reported = [] if panel is None else panel.identities(year, period)
    if submission.register is None:
        yield from reported
        return
    by_code = {who.code: who for who in reported}
    for entry in submission.register.entries.values():
        if entry.kind != kind.id or not entry.expected(year):
            continue
        seen = by_code.get(entry.code, Identity(entry.code, None, None, None, None))
        yield Identity(
            entry.code, entry.name or seen.name, entry.level or seen.level,
            entry.district or seen.district, entry.area or seen.area,
        )  # fmt: skip


def _past(panel: Panel, row: int, unit: Identity, year: int, period: str) -> FormRow:
    values = {measure: column[row] for measure, column in panel.measures.items()}
    known = Identity(
        unit.code, panel.name[row] or unit.name, panel.level[row] or unit.level,
        panel.district[row] or unit.district, panel.area[row] or unit.area,
    )  # fmt: skip
    return FormRow(known, year, period, values, panel.note[row], True)
