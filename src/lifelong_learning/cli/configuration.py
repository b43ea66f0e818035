"""`llplan config`: which options are in force for a folder, and where they come from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lifelong_learning.api.request import DEFAULT_PLAN, OPTIONS
from lifelong_learning.catalogue.words import word
from lifelong_learning.cli import delivery
from lifelong_learning.cli.parameters import Command, app_of, reporting
from lifelong_learning.cli.screen import VARIABLE, asked, for_people

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typer import Typer

    from lifelong_learning.api.request import Request
    from lifelong_learning.cli.parameters import Reporting

_KEYS = ("plan", "units", "waivers", "lang", "fail-on", "select", "ignore", "baseline", "severity")


def config(request: Request, reporting: Reporting) -> None:
    """Write what is in force as TOML, each value with where it comes from."""
    from lifelong_learning.api.config import settings_of

    settings = {} if reporting.no_config else settings_of(request.paths)
    lang = for_people(reporting.lang)
    lines = []
    for key in _KEYS:
        found = settings.get(key.replace("-", "_"))
        if key == "lang" and (spoken := asked(None)) is not None:
            lines.append(_line(key, spoken, VARIABLE))
        elif found is not None:
            lines.append(_line(key, found.value, found.place))
        elif key == "plan":
            lines.append(_line(key, DEFAULT_PLAN, word("check.usual", lang)))
        else:
            lines.append(f"# {key}: {word('check.not_set', lang)}")
    delivery.write_standard_output(f"{line}\n".encode() for line in lines)


def _line(key: str, value: object, place: str) -> str:
    return f"{key} = {_toml(value)}  # {place}"


def _toml(value: object) -> str:
    """Return a value as TOML; JSON writes texts as it does."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


COMMANDS: Mapping[str, Command] = {
    "config": Command(
        config,
        (
            OPTIONS["paths"]._replace(required=False, help="config_paths"),
            *reporting("lang"),
            *reporting("no_config"),
        ),
    ),
}


def app(name: str) -> Typer:
    """Return the application of a command."""
    return app_of({name: COMMANDS[name]})
