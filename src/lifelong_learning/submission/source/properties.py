"""Custom properties of a workbook: where a form carries its mark."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from lifelong_learning.submission.source.parts import CUSTOM, local
from lifelong_learning.submission.source.refusal import RefusedError

if TYPE_CHECKING:
    from lifelong_learning.submission.source.package import Package

_LARGEST = 1 << 20
_LONGEST = 4096


def custom_property(package: Package, name: str) -> str | None:
    """Return the text of a custom property, at most 4,096 characters; None where there is none."""
    if CUSTOM not in package:
        return None
    found: list[str] = []
    inside = [False]

    def start(element: str, attributes: dict[str, str]) -> None:
        if local(element) == "property":
            inside[0] = attributes.get("name") == name and not found

    def text(characters: str) -> None:
        if inside[0]:
            found.append(characters)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    try:
        parser.Parse(package.small_xml(CUSTOM, _LARGEST), True)
    except (expat.ExpatError, LookupError, ValueError, RefusedError):
        return None
    return "".join(found).strip()[:_LONGEST] if found else None
