"""Words of the reports and of the command line that are not findings, in both languages.

A key is `family.name`; the texts of a family stand under its name in capitals. `{name}` places are
filled from keyword arguments.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lifelong_learning.model.plan import Bilingual, Lang

    Texts = Mapping[str, tuple[str, str]]

FAMILIES = {
    "report": "report",
    "trace": "report",
    "target": "lists",
    "check": "lists",
    "cases": "lists",
    "usage": "usage",
    "system": "usage",
    "help": "help",
    "scorecard": "scorecard",
    "shell": "shell",
    "forms": "forms",
    "summary": "summary",
    "schema": "schema",
}
"""Every family and the module that has it; a command loads only those that it speaks."""


@cache
def family(name: str) -> Texts:
    """Return the texts of one family, English and Vietnamese by the name behind the dot."""
    texts: Texts = getattr(import_module(f"{__name__}.{FAMILIES[name]}"), name.upper())
    return texts


def word(key: str, lang: Lang, /, **arguments: object) -> str:
    """Return a text in one language with its places filled; KeyError for a key or place that is not there."""
    name, _, rest = key.partition(".")
    text = family(name)[rest][1 if lang == "vi" else 0]
    return text.format_map(arguments) if arguments or "{" in text else text


def grouped(figure: int, lang: Lang) -> str:
    """Return a whole number with its thousands set apart as a language does: 12,345 or 12.345."""
    written = f"{figure:,}"
    return written.replace(",", ".") if lang == "vi" else written


def both(key: str, /, **arguments: object) -> Bilingual:
    """Return a text in both languages, for one that is worded before the language is known."""
    from lifelong_learning.model.plan import Bilingual

    return Bilingual(word(key, "en", **arguments), word(key, "vi", **arguments))


def keys() -> list[str]:
    """Return every key of every family."""
    return [f"{name}.{rest}" for name in FAMILIES for rest in family(name)]
