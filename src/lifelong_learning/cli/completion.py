"""Completion for the user's shell: its script, shown or installed, and what is said about that."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer._click import Command, Context, Parameter

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

    from lifelong_learning.catalogue.system import refusal
    from lifelong_learning.catalogue.words import word
    from lifelong_learning.cli import language
    from lifelong_learning.cli.delivery import write_standard_output
    from lifelong_learning.errors import UsageError

    try:
        shell, path = install(shell=_shell(value), prog_name="llplan", complete_var=ASKED)
    except OSError as fault:
        where = fault.filename or Path.home()  # the library does not say which file it could not finish
        raise UsageError("output_unwritable", path=where, why=refusal(fault)) from fault
    said = word("shell.installed", language.for_people(None), shell=shell, path=path)
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
