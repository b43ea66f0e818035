"""The commands by name. A command's module is imported only when it is run or asked for help."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import typer
from typer.core import TyperGroup

from lifelong_learning.catalogue.words import word
from lifelong_learning.cli import delivery, library
from lifelong_learning.cli.screen import from_arguments, say
from lifelong_learning.errors import LlplanError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.api.documents import Bilingual, Lang
    from lifelong_learning.cli.library import Command, Context, HelpFormatter

COMMANDS = {
    "evaluate": "submissions",
    "check": "submissions",
    "summary": "submissions",
    "trace": "submissions",
    "template": "forms",
    "collect": "forms",
    "targets": "plans",
    "explain": "plans",
    "config": "configuration",
    "sample": "forms",
}
"""The module of each command, in the order in which help lists them."""

YEAR = ("template", "collect", "check", "evaluate", "summary")
"""What an office runs from one year to the next, in this order."""

UNUSABLE = 2
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
        module = import_module(f"lifelong_learning.cli.{COMMANDS[cmd_name]}")
        command: Command = typer.main.get_command(module.app(cmd_name))
        command.name = cmd_name
        return library.translated(command, _language(ctx))

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

    command = library.translated(typer.main.get_command(app), lang)
    library.attach(command)
    return command


def _year(lang: Lang) -> str:
    """Return what is said to a person who names no command: those of the year, in their order."""
    lines = [
        f"{word('shell.usage', lang)}{word('help.alone_usage', lang)}",
        "",
        word("help.alone_year", lang),
    ]
    lines += [f"  {name:<10}{word(f'help.{name}', lang)}" for name in YEAR]
    return "\n".join([*lines, "", word("help.alone_further", lang), ""])


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code; the only place that catches everything."""
    lang = from_arguments(arguments)
    _speak_utf8()
    if not arguments and library.ASKED not in os.environ:  # a shell asks without an argument
        say(_year(lang))
        return UNUSABLE
    delivery.WRITTEN.clear()
    try:
        outcome = build(lang).main(list(arguments), prog_name="llplan", obj=lang, standalone_mode=False)
    except library.ClickException as fault:
        library.show_fault(fault, lang)
        _tell_machines(arguments, library.said(fault))
        return fault.exit_code
    except SystemExit as stop:
        return _exit_code(stop.code)
    except KeyboardInterrupt:
        outcome = INTERRUPTED
    except LlplanError as fault:
        return _refuse(fault, lang, arguments)
    except Exception:
        return _own_fault(lang)
    if outcome == INTERRUPTED:  # the library catches the key too, and says nothing
        _say(word("usage.interrupted", lang))
    return _exit_code(outcome)


def _exit_code(outcome: object) -> int:
    """Return what Python makes of the outcome of a program: a number, 0 for nothing, 1 for anything else."""
    return outcome if isinstance(outcome, int) else int(outcome is not None)


def _refuse(fault: LlplanError, lang: Lang, arguments: Sequence[str]) -> int:
    from lifelong_learning.api.documents import Bilingual
    from lifelong_learning.cli.parameters import CONFIGURED

    if "lang" in CONFIGURED:
        lang = from_arguments(arguments, str(CONFIGURED["lang"].value))
    for line in _lines(fault, lang):
        _say(line)
    said = Bilingual(" ".join(_lines(fault, "en")), " ".join(_lines(fault, "vi")))
    _tell_machines(arguments, said, fault)
    return fault.exit_code


def _lines(fault: LlplanError, lang: Lang) -> list[str]:
    """Return what is said of a fault; of a value of the configuration also where it stands."""
    from lifelong_learning.api.findings import messages
    from lifelong_learning.cli.parameters import place_of

    lines = list(messages(fault, lang))
    place = place_of(fault)
    return lines if place is None else [f"{lines[0]} {word('usage.configured', lang, place=place)}"]


def _tell_machines(arguments: Sequence[str], said: Bilingual, fault: LlplanError | None = None) -> None:
    """Write the machine formats of a run that could not start."""
    from lifelong_learning.cli.faults import write_machine_formats

    write_machine_formats(arguments, said, fault)


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
