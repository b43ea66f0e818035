"""What is asked of typer's private modules, all in this file.

Typer has no public name for four things: the words of its help pages and usage faults (in the language of the
run), the classes of those faults, commands that are loaded when they are needed, and the scripts of shells.
"""

from __future__ import annotations

import os
import re
from functools import cache
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from typer._click import Command, Context, HelpFormatter, Parameter
from typer._click import exceptions as faults

from lifelong_learning.catalogue.words import family, word
from lifelong_learning.cli.screen import for_people, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lifelong_learning.api.documents import Bilingual, Lang

ClickException = faults.ClickException
__all__ = [
    "ASKED",
    "ClickException",
    "Command",
    "Context",
    "HelpFormatter",
    "attach",
    "said",
    "show_fault",
    "translated",
]

_VALUE = re.compile("[A-Z]+(?:-[A-Z]+)*")


@cache
def _vietnamese() -> dict[str, str]:
    return dict(family("shell").values())


class VietnameseFormatter(HelpFormatter):
    """Writes the library's own words in Vietnamese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        for key in ("options_metavar", "command_metavar"):
            args = args.replace(word(f"shell.{key}", "en"), word(f"shell.{key}", "vi"))
        super().write_usage(prog, args, word("shell.usage", "vi"))

    def write_heading(self, heading: str) -> None:
        """Write the name of a section."""
        super().write_heading(_vietnamese().get(heading, heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write a list of names and their texts."""
        super().write_dl([(name, _line(text)) for name, text in rows], col_max, col_spacing)


def _line(text: str) -> str:
    known = _vietnamese()
    for marker in (word("shell.default", "en"), word("shell.required", "en")):
        text = text.replace(marker, known[marker])
    return text


class EnglishContext(Context):
    """A context whose help is worded when it is asked for."""

    lang: ClassVar[Lang] = "en"

    def get_help(self) -> str:
        """Return the page of help."""
        _word_help(self.command, self.lang)
        return super().get_help()


class VietnameseContext(EnglishContext):
    """A context whose help, and what a shell shows beside its answers, is in Vietnamese."""

    formatter_class = VietnameseFormatter
    lang = "vi"

    def __init__(self, command: Command, *args: Any, **kwargs: Any) -> None:
        super().__init__(command, *args, **kwargs)
        known = _vietnamese()
        for param in command.get_params(self):
            text = getattr(param, "help", None)
            if text in known:
                setattr(param, "help", known[text])  # noqa: B010 - arguments and options share the field


def translated(command: Command, lang: Lang) -> Command:
    """Make a command speak a language; commands within a group likewise.

    The keys that stand for help texts are replaced when help is asked for, or at once where a shell asks.
    Help goes to standard output as documents do, to a full disk or a closed pipe too.
    """
    if ASKED in os.environ:
        _word_help(command, lang)
    command.context_class = VietnameseContext if lang == "vi" else EnglishContext
    if lang == "vi":
        for param in command.params:
            if param.metavar is not None:
                param.metavar = _VALUE.sub(lambda name: _vietnamese().get(name[0], name[0]), param.metavar)
    option = command.get_help_option(Context(command))
    if option is not None:
        option.callback = _show_help
    for inner in getattr(command, "commands", {}).values():
        translated(inner, lang)
    return command


def _word_help(command: Command, lang: Lang) -> None:
    """Replace the keys that stand for help texts by the texts; commands within a group likewise."""
    for thing in (command, *command.params):
        key = getattr(thing, "help", None)
        if isinstance(key, str) and key.startswith("help."):
            key, _, names = key.partition("=")
            setattr(thing, "help", word(key, lang, names=names))  # noqa: B010 - commands and options share the field
            if thing is command:
                command.short_help = command.help  # whole, in the list of its group
    for inner in getattr(command, "commands", {}).values():
        _word_help(inner, lang)


def _show_help(ctx: Context, param: object, value: object) -> None:
    if value and not ctx.resilient_parsing:
        from lifelong_learning.cli.delivery import write_standard_output

        write_standard_output([f"{ctx.get_help()}\n".encode()])
        ctx.exit()


def show_fault(fault: faults.ClickException, lang: Lang) -> None:
    """Write a usage fault on standard error."""
    if (
        lang == "en"
        or not isinstance(fault, faults.UsageError)
        or isinstance(fault, faults.NoArgsIsHelpError)
    ):
        told = StringIO()
        fault.show(file=told)
        say(told.getvalue())
        return
    lines = []
    if fault.ctx is not None:
        lines.append(fault.ctx.get_usage())
        lines.append(word("shell.try_help", lang, command=fault.ctx.command_path))
    say("\n".join([*lines, "", f"llplan: {worded(fault, lang)}"]) + "\n")


def said(fault: faults.ClickException) -> Bilingual:
    """Return what a usage fault says, in both languages."""
    from lifelong_learning.api.documents import Bilingual

    english = fault.format_message()
    return Bilingual(english, worded(fault, "vi") if isinstance(fault, faults.UsageError) else english)


def worded(fault: faults.UsageError, lang: Lang) -> str:
    """Return what is wrong with a command as it was typed."""
    if isinstance(fault, faults.NoSuchOption):
        return _no_such_option(fault, lang)
    if isinstance(fault, faults.MissingParameter):
        kind = fault.param.param_type_name if fault.param is not None else "option"
        return word(f"shell.missing_{kind}", lang, name=_name(fault))
    if isinstance(fault, faults.BadOptionUsage):
        takes_none = fault.message.endswith("does not take a value.")
        return word(f"shell.{'takes_no' if takes_none else 'needs'}_value", lang, name=fault.option_name)
    if isinstance(fault, faults.BadParameter):
        return _bad_value(fault, lang)
    return _unplaced(fault, lang)


def _no_such_option(fault: faults.NoSuchOption, lang: Lang) -> str:
    said = word("shell.no_such_option", lang, name=fault.option_name)
    if not fault.possibilities:
        return said
    return f"{said} {word('shell.possible', lang, names=', '.join(sorted(fault.possibilities)))}"


def _bad_value(fault: faults.BadParameter, lang: Lang) -> str:
    kind = getattr(fault.param, "type", None)
    least = getattr(kind, "min", None)
    if least is not None:
        return word("shell.out_of_range", lang, name=_name(fault), least=least)
    whole = getattr(kind, "name", "") == "int"
    return word("shell.not_whole" if whole else "shell.invalid_value", lang, name=_name(fault))


def _unplaced(fault: faults.UsageError, lang: Lang) -> str:
    """Word the faults that have no class of their own, told apart by how the library begins them."""
    from lifelong_learning.catalogue.safe import visible

    message = fault.message
    if message == word("shell.missing_command", "en"):
        return word("shell.missing_command", lang)
    if message.startswith("No such command"):
        return word("shell.no_such_command", lang, name=visible(_quoted(message)))
    if message.startswith("Got unexpected extra argument"):
        names = message[message.find("(s) (") + 5 :].removesuffix(")")
        return word("shell.extra_arguments", lang, names=visible(names))
    return word("shell.invalid_usage", lang)


def _quoted(message: str) -> str:
    parts: Iterable[str] = message.split(message[16:17])
    return next(iter(list(parts)[1:2]), "")


def _name(fault: faults.BadParameter) -> str:
    param = fault.param
    if param is None:
        return str(fault.param_hint or "")
    return param.human_readable_name if param.param_type_name == "argument" else param.opts[0]


ASKED = "_LLPLAN_COMPLETE"
"""The variable by which a shell asks for its script or for answers."""

# The library's script for zsh only registers its function. Installed, zsh loads the file at the first Tab and
# takes it for the completion itself: that Tab would be lost.
_REGISTERS = "compdef %(complete_func)s %(prog_name)s"
_ANSWERS = """if [[ $funcstack[1] == _%(prog_name)s ]]; then
  %(complete_func)s "$@"
fi
"""


def attach(command: Command) -> None:
    """Answer shells, and the options that show and install the script, in the place of the library."""
    answers = {"install_completion": _install, "show_completion": _show}
    for param in command.params:
        if param.name in answers:
            param.callback = answers[param.name]
    if ASKED in os.environ:
        _prepare()


def _prepare() -> None:
    """Let the library's script for zsh answer the Tab at which it is loaded."""
    from typer import _completion_shared as shared
    from typer._completion_classes import ZshComplete

    zsh = shared.COMPLETION_SCRIPT_ZSH.replace(_REGISTERS, _ANSWERS + _REGISTERS)
    shared._completion_scripts[shared.Shells.zsh.value] = zsh
    ZshComplete.source_template = zsh


def _install(ctx: Context, param: Parameter, value: object) -> None:
    if not value or ctx.resilient_parsing:
        return
    from typer._completion_shared import install

    from lifelong_learning.catalogue.words import word
    from lifelong_learning.cli.delivery import write_standard_output
    from lifelong_learning.errors import UsageError

    try:
        shell, path = install(shell=_shell(value), prog_name="llplan", complete_var=ASKED)
    except OSError as fault:
        where = fault.filename or Path.home()  # the library does not say which file it could not finish
        raise UsageError("output_unwritable", path=where, why=fault) from fault
    said = word("shell.installed", for_people(None), shell=shell, path=path)
    write_standard_output([f"{said}\n".encode()])
    ctx.exit()


def _show(ctx: Context, param: Parameter, value: object) -> None:
    if not value or ctx.resilient_parsing:
        return
    from typer._completion_shared import get_completion_script

    from lifelong_learning.cli.delivery import write_standard_output

    script = get_completion_script(prog_name="llplan", complete_var=ASKED, shell=_shell(value))
    write_standard_output([f"{script}\n".encode()])
    ctx.exit()


def _shell(value: object) -> str:
    """Return the shell that is named, or the one in which the command runs; UsageError for others."""
    from typer import _completion_shared as shared

    from lifelong_learning.errors import UsageError

    shell = value if isinstance(value, str) else shared._get_shell_name()
    known = [one.value for one in shared.Shells]
    if shell not in known:
        raise UsageError("shell_unknown", known=", ".join(known))
    _prepare()
    return shell
