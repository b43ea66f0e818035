"""`llplan targets`: the plans themselves."""

from typing import Annotated

import typer

from lifelong_learning.api.request import DEFAULT_PLAN
from lifelong_learning.cli import delivery, language
from lifelong_learning.cli.options import Language, PlanName, among, complete_target, format_option

SCHEMAS = ("plan", "part", "cases", "waivers", "letterhead")
Page = Annotated[str | None, format_option("text", "json", "markdown")]

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    help="help.targets",
)


@app.command("list", help="help.targets_list")
def list_targets(plan: PlanName = DEFAULT_PLAN, format: Page = None, lang: Language = None) -> None:
    from lifelong_learning.api.plans import TargetList, load_plan

    delivery.show(TargetList, lambda: TargetList(load_plan(plan)), format, lang)


@app.command("show", help="help.targets_show")
def show(
    target: Annotated[
        str, typer.Argument(metavar="ID", help="help.target_id", autocompletion=complete_target)
    ],
    plan: PlanName = DEFAULT_PLAN,
    format: Page = None,
    lang: Language = None,
) -> None:
    from lifelong_learning.api.plans import TargetPage, load_plan, target_page

    delivery.show(TargetPage, lambda: target_page(load_plan(plan), target), format, lang)


@app.command("check", help="help.targets_check")
def check(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="help.plan_folder")],
    lang: Language = None,
) -> None:
    from lifelong_learning.api.plans import check_plan
    from lifelong_learning.errors import PlanError

    findings = check_plan(folder)
    if len(findings):
        raise PlanError(findings)
    _say("help.plan_sound", lang, plan=folder)


@app.command("schema", help="help.targets_schema")
def schema(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="help.schema_file", autocompletion=among(SCHEMAS))
    ] = "plan",
    lang: Language = None,
) -> None:
    import json

    from lifelong_learning.api.plans import json_schema

    document = json_schema(file, language.for_machines(lang))
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    delivery.write_standard_output([text.encode("utf-8")])


@app.command("test", help="help.targets_test")
def run_plan_cases(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="help.plan_folder")],
    lang: Language = None,
) -> None:
    from lifelong_learning.api.plans import run_cases

    report = run_cases(folder)
    delivery.show(type(report), lambda: report, None, lang)
    raise typer.Exit(int(not report.passed))


@app.command("new", help="help.targets_new")
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="help.new_name")],
    folder: Annotated[str, typer.Option("--dir", metavar="FOLDER", help="help.new_dir")] = ".",
    lang: Language = None,
) -> None:
    from lifelong_learning.api.plans import new_plan

    _say("help.new_done", lang, path=new_plan(name, folder, language.for_people(lang)))


@app.command("stale", help="help.targets_stale")
def stale(
    plan: PlanName = DEFAULT_PLAN,
    year: Annotated[
        int | None, typer.Option("--year", metavar="Y", help="help.stale_year", show_default=False)
    ] = None,
    verified_before: Annotated[
        str | None,
        typer.Option("--verified-before", metavar="DATE", help="help.verified_before", show_default=False),
    ] = None,
    format: Annotated[str | None, format_option("text", "json")] = None,
    lang: Language = None,
) -> None:
    from lifelong_learning.api.plans import Staleness, load_plan
    from lifelong_learning.api.plans import stale as run

    def found() -> Staleness:
        return run(load_plan(plan), year=year, verified_before=verified_before)

    delivery.show(Staleness, found, format, lang)


def _say(key: str, lang: str | None, **arguments: object) -> None:
    """Write one sentence to standard output."""
    from lifelong_learning.catalogue.words import word

    text = word(key, language.for_people(lang), **arguments)
    delivery.write_standard_output([f"{text}\n".encode()])
