"""`llplan targets`: the plans themselves."""

from typing import Annotated

import typer

from lifelong_learning.app.request import DEFAULT_PLAN
from lifelong_learning.cli import delivery, language
from lifelong_learning.cli.options import Format, Language, PlanName, complete_target
from lifelong_learning.model.plan import Lang

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    help="help.targets",
)
FORMATS = ("text", "json", "markdown")


def _lang(name: str, option: str | None) -> Lang:
    return language.for_machines(option) if name == "json" else language.for_people(option)


def _format(name: str | None) -> str:
    from lifelong_learning.app.outputs import planned

    return planned((), FORMATS, name)[0].format


@app.command("list", help="help.targets_list")
def list_targets(plan: PlanName = DEFAULT_PLAN, format: Format = None, lang: Language = None) -> None:
    from lifelong_learning.plan import load_plan
    from lifelong_learning.reports import targets

    name = _format(format)
    text = targets.listing(load_plan(plan), name, lang=_lang(name, lang))
    delivery.write_standard_output([text])


@app.command("show", help="help.targets_show")
def show(
    target: Annotated[
        str, typer.Argument(metavar="ID", help="help.target_id", autocompletion=complete_target)
    ],
    plan: PlanName = DEFAULT_PLAN,
    format: Format = None,
    lang: Language = None,
) -> None:
    from lifelong_learning.errors import UsageError
    from lifelong_learning.plan import load_plan
    from lifelong_learning.reports import targets

    loaded, name = load_plan(plan), _format(format)
    known = [*loaded.target, *(commitment.id for commitment in loaded.commitments)]
    if target not in known:
        raise UsageError("target_unknown", target=target, known=", ".join(known))
    text = targets.detail(loaded, target, name, lang=_lang(name, lang))
    delivery.write_standard_output([text])


@app.command("check", help="help.targets_check")
def check(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="help.plan_folder")],
    lang: Language = None,
) -> None:
    from lifelong_learning.catalogue.words import word
    from lifelong_learning.errors import PlanError
    from lifelong_learning.plan import check_plan

    findings = check_plan(folder)
    if len(findings):
        raise PlanError(findings)
    chosen = language.for_people(lang)
    delivery.write_standard_output([f"{word('help.plan_sound', chosen, plan=folder)}\n".encode()])


@app.command("schema", help="help.targets_schema")
def schema(
    part: Annotated[bool, typer.Option("--part", help="help.schema_part")] = False,
) -> None:
    import json

    from lifelong_learning.plan import json_schema

    document = json_schema("part" if part else "plan")
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    delivery.write_standard_output([text.encode("utf-8")])


@app.command("test", help="help.targets_test")
def run_plan_cases(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="help.plan_folder")],
    lang: Language = None,
) -> None:
    from lifelong_learning.app.cases import render_text, run_cases

    report = run_cases(folder)
    text = render_text(report, language.for_people(lang))
    delivery.write_standard_output([text.encode("utf-8")])
    raise typer.Exit(int(not report.passed))


@app.command("new", help="help.targets_new")
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="help.new_name")],
    folder: Annotated[str, typer.Option("--dir", metavar="FOLDER", help="help.new_dir")] = ".",
    lang: Language = None,
) -> None:
    from lifelong_learning.app.new_plan import new_plan
    from lifelong_learning.catalogue.words import word

    path = new_plan(name, folder)
    text = word("help.new_done", language.for_people(lang), path=path)
    delivery.write_standard_output([f"{text}\n".encode()])


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
    format: Format = None,
    lang: Language = None,
) -> None:
    from lifelong_learning.app.outputs import planned
    from lifelong_learning.app.stale import stale as listed

    name = planned((), ("text", "json"), format)[0].format
    text = listed(plan, name, year=year, verified_before=verified_before, lang=_lang(name, lang))
    delivery.write_standard_output([text])
