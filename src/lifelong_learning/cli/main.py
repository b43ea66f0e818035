"""The commands by name. A command's module is imported only when it is run or asked for help."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

import typer
from typer._click.exceptions import ClickException
from typer.core import TyperGroup

from lifelong_learning.catalogue.words import word
from lifelong_learning.cli import completion, language
from lifelong_learning.cli.aside import say
from lifelong_learning.cli.speaking import help_to_standard_output, show_fault, speak
from lifelong_learning.errors import LlplanError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer._click import Command, Context, HelpFormatter

    from lifelong_learning.api.documents import Lang

COMMANDS = ("evaluate", "check", "summary", "trace", "template", "collect", "targets", "explain", "sample")

INTERRUPTED = 130
INTERNAL = 3


class Commands(TyperGroup):
    """The commands, each loaded when it is needed."""

    def list_commands(self, ctx: Context) -> list[str]:
        """Return the names in the order in which help lists them."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Return a command, importing its module."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"lifelong_learning.cli.{cmd_name}")
        command: Command = typer.main.get_command(module.app)
        command.name = cmd_name
        return translated(command, _language(ctx))

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the list of commands without loading one."""
        lang = _language(ctx)
        rows = [(name, word(f"help.{name}", lang)) for name in COMMANDS]
        with formatter.section(word("help.commands", lang)):
            formatter.write_dl(rows)


def _language(ctx: Context) -> Lang:
    """Return the language of the run, which its outermost context carries."""
    lang: Lang = ctx.find_root().obj or "en"
    return lang


def translated(command: Command, lang: Lang) -> Command:
    """Replace the keys that stand for help texts by the texts; commands within a group likewise."""
    for thing in (command, *command.params):
        key = getattr(thing, "help", None)
        if isinstance(key, str) and key.startswith("help."):
            key, _, names = key.partition("=")
            setattr(thing, "help", word(key, lang, names=names))  # noqa: B010 - commands and options share the field
            if thing is command:
                command.short_help = command.help  # whole, in the list of its group
    speak(command, lang)
    help_to_standard_output(command)
    for inner in getattr(command, "commands", {}).values():
        translated(inner, lang)
    return command


def _version(value: bool) -> None:
    if value:
        from lifelong_learning._version import __version__
        from lifelong_learning.cli.delivery import write_standard_output

        write_standard_output([f"llplan {__version__}\n".encode()])
        raise typer.Exit


def build(lang: Lang) -> Command:
    """Return the whole command line in one language."""
    app = typer.Typer(
        cls=Commands,
        name="llplan",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        help="help.llplan",
    )

    @app.callback()
    def llplan(
        version: bool = typer.Option(
            False, "--version", callback=_version, is_eager=True, help="help.version"
        ),
    ) -> None:
        pass

    command = translated(typer.main.get_command(app), lang)
    completion.attach(command)
    return command


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code; the only place that catches everything."""
    lang = language.from_arguments(arguments)
    _speak_utf8()
    try:
        outcome = build(lang).main(list(arguments), prog_name="llplan", obj=lang, standalone_mode=False)
    except ClickException as fault:
        show_fault(fault, lang)
        return fault.exit_code
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except KeyboardInterrupt:
        _say(word("usage.interrupted", lang))
        return INTERRUPTED
    except LlplanError as fault:
        return _refuse(fault, lang)
    except Exception:
        return _own_fault(lang)
    if outcome == INTERRUPTED:
        # The library catches the key before this function could, and says nothing.
        _say(word("usage.interrupted", lang))
    return outcome if isinstance(outcome, int) else 0


def _refuse(fault: LlplanError, lang: Lang) -> int:
    from lifelong_learning.api.findings import messages

    for line in messages(fault, lang):
        _say(line)
    return fault.exit_code


def _own_fault(lang: Lang) -> int:
    """Report a fault of the program: one line, the details in a file."""
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="llplan-", suffix=".log", delete=False
    ) as details:
        traceback.print_exc(file=details)
    _say(word("usage.internal", lang, path=details.name))
    return INTERNAL


def _say(line: str) -> None:
    say(f"llplan: {line}\n")


def _speak_utf8() -> None:
    """Make both streams UTF-8 whatever the console's code page, so that Vietnamese survives."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
