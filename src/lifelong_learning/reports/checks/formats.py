"""The formats of `check`, by name; each is loaded when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, assert_never

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.checks.report import CheckReport

FormatName = Literal["text", "json", "csv", "github", "junit", "sarif"]


class Screen(Struct, frozen=True):
    """How wide the text is, in columns, and whether it is coloured."""

    width: int = 80
    colour: bool = False


def stream(name: FormatName, report: CheckReport, lang: Lang, screen: Screen) -> Iterator[bytes]:
    """Yield the report in pieces, to be written one by one; `screen` concerns the text alone."""
    match name:
        case "text":
            from lifelong_learning.reports.checks import text

            return text.stream(report, lang, width=screen.width, colour=screen.colour)
        case "json":
            from lifelong_learning.reports.checks import json_

            return json_.stream(report, lang)
        case "csv":
            from lifelong_learning.reports.checks import csv_

            return csv_.stream(report, lang)
        case "github":
            from lifelong_learning.reports.checks import github

            return github.stream(report, lang)
        case "junit":
            from lifelong_learning.reports.checks import junit

            return junit.stream(report, lang)
        case "sarif":
            from lifelong_learning.reports.checks import sarif

            return sarif.stream(report, lang)
        case _:
            assert_never(name)
