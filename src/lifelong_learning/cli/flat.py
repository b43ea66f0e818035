"""Commands that take groups of options: a class for each group, flattened into one signature for typer."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable

    from msgspec import Struct


def flat(function: Callable[..., int]) -> Callable[..., None]:
    """Return a function whose parameters are the fields of the groups that `function` takes.

    What `function` returns becomes the exit code.
    """
    groups: dict[str, Any] = {
        name: kind for name, kind in get_type_hints(function).items() if name != "return"
    }
    parameters = [parameter for kind in groups.values() for parameter in _parameters(kind)]
    parameters.sort(key=lambda parameter: parameter.default is not inspect.Parameter.empty)

    def call(**values: object) -> None:
        import typer

        made = {
            name: kind(**{field: values[field] for field in kind.__struct_fields__})
            for name, kind in groups.items()
        }
        raise typer.Exit(function(**made))

    call.__name__ = function.__name__
    call.__doc__ = function.__doc__
    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    call.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return call


def _parameters(kind: type[Struct]) -> list[inspect.Parameter]:
    hints = get_type_hints(kind, include_extras=True)
    fields, defaults = kind.__struct_fields__, kind.__struct_defaults__
    required = len(fields) - len(defaults)
    return [
        inspect.Parameter(
            field,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if number < required else defaults[number - required],
            annotation=hints[field],
        )
        for number, field in enumerate(fields)
    ]
