"""What is said beside the report, on standard error."""

from __future__ import annotations

import os
import sys


def say(text: str) -> None:
    """Write to standard error; where nothing can be written there, the run and its exit code are the same."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - until exit
