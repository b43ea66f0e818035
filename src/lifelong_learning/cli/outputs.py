"""Where documents go: formats by name or suffix, and what is refused before any work is done."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from lifelong_learning.api.documents import FORMATS
from lifelong_learning.catalogue.system import refusal
from lifelong_learning.catalogue.words import both
from lifelong_learning.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

STANDARD_OUTPUT = "-"


class Output(Struct, frozen=True):
    """One document to write: its format, and a path or `-`."""

    format: str
    path: str


def planned(specs: Sequence[str], formats: Sequence[str], default: str | None) -> list[Output]:
    """Read `[FORMAT=]PATH` specifications; without any, the default format (or text) on standard output.

    UsageError for an unknown format, a format that cannot be told, or two outputs to one place.
    """
    if default is not None and default not in formats:
        raise UsageError("format_unknown", format=default, known=", ".join(formats))
    if not specs:
        return [Output(default or formats[0], STANDARD_OUTPUT)]
    outputs = [_output(spec, formats, default) for spec in specs]
    for number, output in enumerate(outputs):
        if output.path in [earlier.path for earlier in outputs[:number]]:
            raise UsageError("output_twice", path=output.path)
    return outputs


def _output(spec: str, formats: Sequence[str], default: str | None) -> Output:
    name, equals, path = spec.partition("=")
    if equals and name in FORMATS:
        if name not in formats:
            raise UsageError("format_unknown", format=name, known=", ".join(formats))
        return Output(name, path)
    if spec == STANDARD_OUTPUT:
        return Output(default or formats[0], spec)
    suffix = Path(spec).suffix.lower()
    found = next((known for known in formats if suffix in FORMATS[known].suffixes), None)
    if found is not None:
        return Output(found, spec)
    if default is not None:
        return Output(default, spec)
    raise UsageError("format_unclear", path=spec, known=", ".join(formats))


def refuse_existing(outputs: Iterable[Output], inputs: Iterable[str], *, force: bool) -> None:
    """Refuse outputs that exist already, lie nowhere, or are themselves read; before any work is done."""
    read = {os.path.realpath(path) for path in inputs}
    for output in outputs:
        if output.path == STANDARD_OUTPUT:
            continue
        if os.path.realpath(output.path) in read:
            raise UsageError("output_is_input", path=output.path)
        try:
            _refuse_place(output.path, force=force)
        except OSError as fault:
            raise UsageError("output_unwritable", path=output.path, why=refusal(fault)) from fault


def _refuse_place(path: str, *, force: bool) -> None:
    target = Path(path)
    if target.is_dir():
        raise UsageError("output_unwritable", path=path, why=both("system.is_folder"))
    if target.exists() and not force:
        raise UsageError("output_exists", path=path)
    if not target.parent.is_dir():
        raise UsageError("output_unwritable", path=path, why=both("system.no_folder"))
