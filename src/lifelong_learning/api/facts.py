"""What a run was asked to do, as the documents that record it name it: options and limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import grouped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.api.request import Request
    from lifelong_learning.model.plan import Lang

Facts = list[tuple[str, str]]

_LIMIT_OPTIONS = {
    "bytes_unpacked": "--max-bytes",
    "rows": "--max-rows",
    "columns": "--max-columns",
    "cells": "--max-cells",
    "sheets": "--max-sheets",
}


def options_of(request: Request) -> Facts:
    """Return the options that shape an evaluation, those that were not given left out."""
    chosen = request.filters
    given: list[tuple[str, Sequence[object]]] = [
        ("PATH", list(request.paths)),
        ("--plan", [request.plan if isinstance(request.plan, str) else request.plan.id]),
        ("--period", [request.period]),
        ("--year", [request.year]),
        ("--base-year", [request.base_year]),
        ("--units", [request.register]),
        ("--waivers", [request.waivers]),
        ("--kind", list(chosen.kinds)),
        ("--level", list(chosen.levels)),
        ("--district", list(chosen.districts)),
        ("--unit", list(chosen.units)),
        ("--by", ["district" if request.by_district else None]),
    ]
    return [(name, str(value)) for name, values in given for value in values if value is not None]


def limits_of(request: Request, lang: Lang) -> Facts:
    """Return the limits that workbooks were held to, by the options that raise them."""
    limits = request.limits
    if limits is None:
        return []
    return [(option, grouped(getattr(limits, name), lang)) for name, option in _LIMIT_OPTIONS.items()]
