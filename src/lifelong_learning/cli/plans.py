"""`llplan targets` and `explain`: the plans themselves, and what the codes of findings mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.api.request import OPTIONS, Option
from lifelong_learning.cli import delivery
from lifelong_learning.cli.parameters import Command, app_of, format_of, reading, reporting
from lifelong_learning.cli.screen import for_machines, for_people

if TYPE_CHECKING:
    from typer import Typer

    from lifelong_learning.api.plans import Staleness
    from lifelong_learning.api.request import Request
    from lifelong_learning.cli.parameters import Reporting

SCHEMAS = ("plan", "part", "cases", "waivers", "letterhead", "config")
_FOLDER = Option("folder", metavar="DIR", required=True, help="plan_folder")


def list_targets(request: Request, reporting: Reporting) -> None:
    """List the targets and commitments of a plan."""
    from lifelong_learning.api.plans import TargetList

    delivery.show("targets", lambda: TargetList(request.load_plan()), reporting)


def show_target(request: Request, reporting: Reporting, target: str) -> None:
    """Show one target or commitment."""
    from lifelong_learning.api.plans import target_page

    delivery.show("target", lambda: target_page(request.load_plan(), target), reporting)


def check_plan(reporting: Reporting, folder: str) -> None:
    """Check a plan: PlanError with every fault; what is only doubted is told, and the plan can be used."""
    from lifelong_learning.api.findings import messages
    from lifelong_learning.api.plans import check_plan as faults
    from lifelong_learning.errors import PlanError

    findings = faults(folder)
    if any(found.severity == "error" for found in findings):
        raise PlanError(findings)
    for line in messages(PlanError(findings), for_people(reporting.lang)) if len(findings) else ():
        delivery.write_standard_output([f"{line}\n".encode()])
    key = "help.plan_doubted" if len(findings) else "help.plan_sound"
    _say(key, reporting, plan=folder, count=len(findings))


def schema(reporting: Reporting, file: str) -> None:
    """Print the JSON Schema of a kind of file."""
    import json

    from lifelong_learning.api.plans import json_schema

    document = json_schema(file, for_machines(reporting.lang))
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    delivery.write_standard_output([text.encode("utf-8")])


def test_plan(reporting: Reporting, folder: str) -> int:
    """Run the cases of a plan."""
    from lifelong_learning.api.plans import run_cases

    report = run_cases(folder)
    delivery.show("cases", lambda: report, reporting)
    return int(not report.passed)


def new(reporting: Reporting, name: str, folder: str, source: str | None) -> None:
    """Begin a plan."""
    from lifelong_learning.api.plans import new_plan

    lang = for_people(reporting.lang)
    _say("help.new_done", reporting, path=new_plan(name, folder, lang, source))


def stale(request: Request, reporting: Reporting, verified_before: str | None) -> None:
    """List what of a plan needs a look."""
    from lifelong_learning.api.plans import stale as found

    def make() -> Staleness:
        return found(request.load_plan(), year=request.year, verified_before=verified_before)

    delivery.show("stale", make, reporting)


def explain(reporting: Reporting, code: str | None) -> None:
    """Explain a finding code: what it means and what to do; without one list all."""
    from lifelong_learning.api.findings import CodeList
    from lifelong_learning.api.findings import explain as explained

    if code is None:
        delivery.show("codes", CodeList, reporting)
    else:
        delivery.show("explanation", lambda: explained(code), reporting)


def _say(key: str, reporting: Reporting, **arguments: object) -> None:
    """Write one sentence to standard output."""
    from lifelong_learning.catalogue.words import word

    text = word(key, for_people(reporting.lang), **arguments)
    delivery.write_standard_output([f"{text}\n".encode()])


_LANG = reporting("lang")
TARGETS = {
    "targets_list": Command(list_targets, (*reading("plan"), format_of("targets"), *_LANG)),
    "targets_show": Command(
        show_target,
        (
            Option("target", metavar="ID", required=True, known="targets", help="target_id"),
            *reading("plan"),
            format_of("target"),
            *_LANG,
        ),
    ),
    "targets_check": Command(check_plan, (_FOLDER, *_LANG)),
    "targets_schema": Command(
        schema, (Option("file", metavar="FILE", usual="plan", known=SCHEMAS, help="schema_file"), *_LANG)
    ),
    "targets_test": Command(test_plan, (_FOLDER, *_LANG)),
    "targets_new": Command(
        new,
        (
            Option("name", metavar="NAME", required=True, help="new_name"),
            Option("source", ("--from",), "ID|DIR", known="plans", help="new_from"),
            Option("folder", ("--dir",), "FOLDER", usual=".", help="new_dir"),
            *_LANG,
        ),
    ),
    "targets_stale": Command(
        stale,
        (
            *reading("plan"),
            OPTIONS["year"]._replace(help="stale_year"),
            Option("verified_before", ("--verified-before",), "DATE"),
            format_of("stale"),
            *_LANG,
        ),
    ),
}
EXPLAIN = Command(explain, (Option("code", metavar="CODE", known="codes", help="code"), *_LANG))


def app(name: str) -> Typer:
    """Return the application of a command."""
    return app_of(TARGETS, help="help.targets") if name == "targets" else app_of({name: EXPLAIN})
