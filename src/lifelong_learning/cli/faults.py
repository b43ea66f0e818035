"""A run that cannot start still writes the machine formats it was asked for: whoever reads them sees why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.api.formats import FORMATS, formats_of
from lifelong_learning.api.request import DEFAULT_PLAN
from lifelong_learning.cli import delivery
from lifelong_learning.cli.parameters import CONFIGURED, Reporting
from lifelong_learning.errors import LlplanError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.api.documents import Bilingual

DOCUMENTS = {
    ("evaluate",): "evaluation",
    ("check",): "check",
    ("summary",): "summary",
    ("trace",): "trace",
    ("targets", "list"): "targets",
    ("targets", "show"): "target",
    ("targets", "stale"): "stale",
}
"""What each command that has machine formats writes, by the words of the command."""

_SHORT = {"-o": "--output"}
_FLAGS = ("--force",)
_VALUES = ("--format", "--output", "--lang", "--plan")


def write_machine_formats(arguments: Sequence[str], said: Bilingual, fault: LlplanError | None) -> None:
    """Write what went wrong in each machine format that a command was asked for, as far as it can be written.

    Whatever the command, it is the document of a check with the fault as its one finding. The arguments may
    be at fault themselves, so they are read as far as they go. What was written before the fault stays.
    """
    words = next((words for words in DOCUMENTS if tuple(arguments[: len(words)]) == words), None)
    if words is None:
        return
    asked = _asked(arguments[len(words) :])
    reporting = Reporting(
        lang=_said("--lang", "lang", asked), output=tuple(asked["--output"]), force=bool(asked["--force"])
    )
    read = [*_other_words(arguments, asked["--output"]), *(str(one.value) for one in CONFIGURED.values())]
    planned = _planned(asked, formats_of(DOCUMENTS[words]))
    outputs = [output for output in planned if _is_open(output, read, force=reporting.force)]
    if not outputs:
        return
    from lifelong_learning.api.findings import NotStarted

    found = NotStarted.of(said, _said("--plan", "plan", asked) or DEFAULT_PLAN, fault)
    try:
        delivery.deliver(found, outputs, reporting)
    except LlplanError:
        return  # what kept the run from starting is told already


def _asked(arguments: Sequence[str]) -> dict[str, list[str]]:
    """Return the values of the options that matter here, as far as they can be told."""
    asked: dict[str, list[str]] = {name: [] for name in (*_FLAGS, *_VALUES)}
    left = list(arguments)
    while left:
        name, equals, value = _spelled_out(left.pop(0)).partition("=")
        if name in _FLAGS:
            asked[name].append(name)
        elif name in _VALUES and (equals or left):
            asked[name].append(value if equals else left.pop(0))
    return asked


def _spelled_out(argument: str) -> str:
    """Return an argument with the long name of its option: `--output=PATH` for `-oPATH`."""
    name, value = _SHORT.get(argument[:2]), argument[2:]
    if name is None:
        return argument
    return f"{name}={value}" if value else name


def _other_words(arguments: Sequence[str], outputs: Sequence[str]) -> list[str]:
    """Return what may be the path of a file that is read: every word, and every value of an option, that does
    not say what is written."""
    written = {*outputs, *(f"-o{output}" for output in outputs)}
    return [word for one in arguments for word in (one, one.partition("=")[2]) if not {one, word} & written]


def _said(flag: str, name: str, asked: dict[str, list[str]]) -> str | None:
    """Return what the command line says, else the configuration as far as it was read."""
    if asked[flag]:
        return asked[flag][0]
    return str(CONFIGURED[name].value) if name in CONFIGURED else None


def _planned(asked: dict[str, list[str]], known: Sequence[str]) -> list[delivery.Output]:
    """Return the outputs that can be told."""
    named = [name for name in asked["--format"] if name in known]
    outputs: list[delivery.Output] = []
    for spec in asked["--output"] or [delivery.STANDARD_OUTPUT]:
        try:
            outputs += delivery.planned([spec], known, named)
        except UsageError:
            continue
    return outputs


def _is_open(output: delivery.Output, read: Sequence[str], *, force: bool) -> bool:
    """Tell whether a machine format can be written where it is to go: over no file that may be read, and over
    no workbook, which may be one of a folder that is read."""
    if FORMATS[output.format].for_people or output in delivery.WRITTEN:
        return False
    if output.path.lower().endswith((".xlsx", ".xlsm")):
        return False
    try:
        delivery.refuse_existing([output], read, force=force)
    except UsageError:
        return False
    return True
