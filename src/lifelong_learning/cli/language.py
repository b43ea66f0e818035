"""Which language to speak: the option, the variable, the locale, English."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.api.documents import Lang

VARIABLE = "LLPLAN_LANG"


def refuse_unknown(option: str | None) -> None:
    """Refuse an option that names no language; UsageError says which there are."""
    if option is not None:
        from lifelong_learning import catalogue

        catalogue.refuse_unknown(option, "--lang")


def asked(option: str | None) -> Lang | None:
    """Return the language that the user asked for by option or variable; None where neither says."""
    for value in (option, os.environ.get(VARIABLE)):
        if value:
            return "vi" if value.lower().startswith("vi") else "en"
    return None


def for_people(option: str | None) -> Lang:
    """Return the language of what people read."""
    chosen = asked(option)
    if chosen is not None:
        return chosen
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "vi" if value.lower().startswith("vi") else "en"
    return _of_the_system()


def _of_the_system() -> Lang:
    if os.name != "nt":
        return "en"
    import locale

    name = locale.getlocale()[0] or ""
    return "vi" if name.lower().startswith("vi") else "en"


def for_machines(option: str | None) -> Lang:
    """Return the language of what machines read: English unless asked otherwise."""
    return asked(option) or "en"


def from_arguments(arguments: Sequence[str], configured: str | None = None) -> Lang:
    """Return the language of help and faults, before the options are parsed; a configuration may say one."""
    option = None
    for number, argument in enumerate(arguments):
        if argument == "--lang" and number + 1 < len(arguments):
            option = arguments[number + 1]
        elif argument.startswith("--lang="):
            option = argument.partition("=")[2]
    return for_people(asked(option) or configured)
