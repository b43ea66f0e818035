"""Regular expressions that are compiled when they are first asked for: most runs need few of them."""

from __future__ import annotations

import re
from typing import AnyStr, cast


class _Pattern:
    """Has what a compiled expression has, once something of it is asked for."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> object:
        compiled: re.Pattern[str] | re.Pattern[bytes] = re.compile(self._text, self._flags)
        for method in ("match", "fullmatch", "search", "sub", "split", "findall", "finditer"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a regular expression; a fault in it is told at its first use. Call its methods alone."""
    return cast("re.Pattern[AnyStr]", _Pattern(text, flags))
