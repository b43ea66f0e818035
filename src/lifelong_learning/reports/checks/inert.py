"""Text of a submission as a log may print it: nothing in it is taken for a command."""

from __future__ import annotations

import re

from lifelong_learning.catalogue.safe import visible

COMMAND = re.compile(r":(?=:)|#(?=#\w*\[)")
"""Beginnings of the commands that CI services read from a log: `::error`, `##[error]`, `##vso[`."""


def inert(text: str) -> str:
    """Return a text in one line, with control characters shown and the marks of log commands parted."""
    return COMMAND.sub(r"\g<0> ", visible(text))
