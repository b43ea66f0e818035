"""What the commands take: options by record, and typer's parameters made of them."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import Struct
from msgspec.structs import replace

from lifelong_learning.api.formats import formats_of
from lifelong_learning.api.request import DEFAULT_PLAN, OPTIONS, Option, typed
from lifelong_learning.catalogue import LANGUAGES
from lifelong_learning.cli.screen import asked
from lifelong_learning.errors import LlplanError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence, Set

    from lifelong_learning.api.config import Setting
    from lifelong_learning.api.plans import Plan

CONFIGURED: dict[str, Setting] = {}
"""What the configuration says to the command that runs, by the names of its options."""

FAIL_ON = ("warning", "not_met", "no_data")


class Reporting(Struct, frozen=True):
    """How to report: language, format, places, and what makes the exit code 1."""

    lang: str | None = None
    format: tuple[str, ...] = ()
    output: tuple[str, ...] = ()
    force: bool = False
    fail_on: tuple[str, ...] = ()
    exit_zero: bool = False
    quiet: bool = False
    no_progress: bool = False
    no_config: bool = False

    @classmethod
    def typed(cls, values: dict[str, Any]) -> Reporting:
        """Return the reporting that was typed: values by the names of `REPORTING`."""
        given: dict[str, Any] = {
            name: tuple(value or ()) if REPORTING[name].many else value for name, value in values.items()
        }
        return cls(**given)


REPORTING = {
    option.name: option
    for option in (
        Option("lang", ("--lang",), "en|vi", known=LANGUAGES, closed=True),
        Option("format", ("--format",), "NAME", many=True),
        Option("output", ("--output", "-o"), "[FORMAT=]PATH", many=True),
        Option("force", ("--force",), kind=bool),
        Option("fail_on", ("--fail-on",), "WHAT", many=True, known=FAIL_ON, closed=True),
        Option("exit_zero", ("--exit-zero",), kind=bool),
        Option("quiet", ("--quiet", "-q"), kind=bool),
        Option("no_progress", ("--no-progress",), kind=bool),
        Option("no_config", ("--no-config",), kind=bool),
    )
}
"""The options of reporting by name, in the order in which help lists them."""


class Command(Struct, frozen=True):
    """A command: what runs it, and what it takes.

    `run` takes a `request` where there are options of one, a `reporting` likewise, and every other option by
    its name. What it returns is the exit code.
    """

    run: Callable[..., int | None]
    options: tuple[Option, ...]


def reading(*names: str) -> tuple[Option, ...]:
    """Return options of a request by name; without a name all but `against`, as evaluations take them."""
    return tuple(OPTIONS[name] for name in names or OPTIONS if names or name != "against")


def reporting(*names: str) -> tuple[Option, ...]:
    """Return options of reporting by name."""
    return tuple(REPORTING[name] for name in names)


def written_as(document: str) -> tuple[Option, ...]:
    """Return all options of reporting, for a document with its formats."""
    return tuple(format_of(document) if name == "format" else REPORTING[name] for name in REPORTING)


def format_of(document: str) -> Option:
    """Return the option `--format` of a document."""
    names = formats_of(document)
    return REPORTING["format"]._replace(known=names, help=f"format={', '.join(names)}")


def app_of(commands: Mapping[str, Command], help: str | None = None) -> typer.Typer:
    """Return an application of commands by the keys of their help texts; a group where it has one itself."""
    app = typer.Typer(
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        no_args_is_help=help is not None,
        help=help,
    )
    for name, command in commands.items():
        app.command(name.removeprefix("targets_"), help=f"help.{name}")(_callback(command))
    return app


def _callback(command: Command) -> Callable[..., None]:
    """Return a function with the signature that typer reads, which runs a command."""
    options = sorted(command.options, key=lambda option: not option.required)

    def call(ctx: typer.Context, **values: Any) -> None:
        named = {option.name: values[option.key] for option in options}
        usual = {option.name for option in options if _is_usual(ctx, option)}
        raise typer.Exit(command.run(**_arguments(named, usual)) or 0)

    parameters = [
        inspect.Parameter(
            option.key,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if option.required else _usual(option),
            annotation=Annotated[_type(option), _declared(option)],
        )
        for option in options
    ]
    context = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    parameters.insert(0, context)
    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    call.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return call


def _is_usual(ctx: typer.Context, option: Option) -> bool:
    """Tell whether an option was not typed."""
    source = ctx.get_parameter_source(option.key)
    return source is None or source.name == "DEFAULT"


def _arguments(values: dict[str, Any], usual: Set[str]) -> dict[str, Any]:
    """Return what a command is called with: the request, the reporting, and what is its own."""
    _configure(values, usual)
    severity = CONFIGURED.get("severity")
    asked = {name: value for name, value in values.items() if name in OPTIONS}
    told = {name: value for name, value in values.items() if name in REPORTING}
    arguments = {name: value for name, value in values.items() if name not in asked | told}
    if asked:
        request = typed(asked)
        arguments["request"] = request if severity is None else replace(request, severity=severity.value)
    if told:
        arguments["reporting"] = Reporting.typed(told)
    return arguments


def _configure(values: dict[str, Any], usual: Set[str]) -> None:
    """Give what was not typed the value of the configuration, for commands that heed it.

    What was typed as nothing (`--units=`) sets that aside.
    """
    CONFIGURED.clear()
    if values.get("no_config") is False:
        CONFIGURED.update(configured(values.get("paths") or ()))
    settings = CONFIGURED.keys() - {"severity"}
    for name in settings & values.keys() & usual:
        value = CONFIGURED[name].value
        values[name] = list(value) if isinstance(value, tuple) else value
    for name in {*settings, "baseline", "fail_on"} & values.keys() - usual:
        values[name] = _set_aside(values[name])


def _set_aside(value: object) -> object:
    """Return what was typed; of `--units=` and `--ignore=`, which set a configured value aside, nothing."""
    if isinstance(value, list):
        return [one for one in value if one]
    return value or None


def _usual(option: Option) -> object:
    return False if option.kind is bool else option.usual


def _type(option: Option) -> Any:
    kind: Any = list[str] if option.many else option.kind
    return kind if option.required or option.kind is bool or option.usual is not None else kind | None


def _declared(option: Option) -> Any:
    """Return what typer knows of an option or argument beside its type."""
    known: dict[str, Any] = {"metavar": option.metavar, "help": option.help_key}
    if option.usual is None and option.kind is not bool:
        known["show_default"] = False
    if option.known:
        known["autocompletion"] = _completion(option.known)
    if option.least is not None:
        known |= {"min": option.least, "max": option.most}
    if option.closed:
        known["callback"] = _closed(option)
    return typer.Option(*option.flags, **known) if option.flags else typer.Argument(**known)


def _closed(option: Option) -> Callable[[typer.Context, Any], Any]:
    """Return a callback that refuses every value that is not among those known."""

    def check(ctx: typer.Context, value: Any) -> Any:
        for one in [] if ctx.resilient_parsing or value is None else value if option.many else [value]:
            if one not in option.known and not (option.many and one == ""):
                known = ", ".join(option.known)
                raise UsageError("value_invalid", option=option.flags[0], value=one, known=known)
        return value

    return check


def _completion(known: tuple[str, ...] | str) -> Callable[[typer.Context, str], list[str]]:
    """Return a completion to those of some values that begin so."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        values = LISTS[known](ctx) if isinstance(known, str) else known
        return [value for value in values if value.startswith(incomplete)]

    return complete


def _plans(ctx: typer.Context) -> Iterable[str]:
    from lifelong_learning.api.plans import bundled_ids

    return bundled_ids()


def _codes(ctx: typer.Context) -> Iterable[str]:
    from lifelong_learning.api.findings import codes

    return codes()


def _samples(ctx: typer.Context) -> Iterable[str]:
    from lifelong_learning.api import samples

    return samples.names()


def _of_the_plan(ids: Callable[[Plan], Iterable[str]]) -> Callable[[typer.Context], Iterable[str]]:
    """Return what gives those ids of the plan that is named; none of a plan that is not there."""

    def listed(ctx: typer.Context) -> Iterable[str]:
        from lifelong_learning.api.plans import load_plan

        try:
            return ids(load_plan(ctx.params.get("plan") or DEFAULT_PLAN))
        except LlplanError:
            return []

    return listed


LISTS: dict[str, Callable[[typer.Context], Iterable[str]]] = {
    "plans": _plans,
    "codes": _codes,
    "samples": _samples,
    "targets": _of_the_plan(lambda plan: plan.target),
    "kinds": _of_the_plan(lambda plan: [kind.id for kind in plan.kinds]),
    "levels": _of_the_plan(lambda plan: [level.id for level in plan.levels]),
    "periods": _of_the_plan(lambda plan: list(plan.period)),
}
"""What a shell offers, by the name that an option's `known` may have."""


def configured(paths: Sequence[str]) -> dict[str, Setting]:
    """Return what the configuration says, by the names of options; a language only where no variable does."""
    from lifelong_learning.api.config import settings_of

    settings = settings_of(paths)
    if "units" in settings:
        settings["register"] = settings.pop("units")
    if asked(None) is not None:
        settings.pop("lang", None)
    return settings


def place_of(fault: LlplanError) -> str | None:
    """Return where in the configuration stands what a fault names; None where it was typed."""
    named = {str(value) for value in fault.arguments.values()} if isinstance(fault, UsageError) else set()
    return next((one.place for one in CONFIGURED.values() if str(one.value) in named), None)
