"""What a terminal is spared, and what every command says of a language that there is not."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran

BINARY = {
    "evaluate": ("data", "--output", "xlsx=-"),
    "template": ("--output", "-"),
    "collect": ("data", "--output", "-"),
}


@pytest.mark.parametrize("command", BINARY)
def test_no_workbook_is_written_to_a_terminal(command: str) -> None:
    """A workbook would be noise on a terminal: the run is refused before any work, and says what to do."""
    pty = pytest.importorskip("pty")
    outer, inner = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "lifelong_learning", command, *BINARY[command], "--lang", "en"],
        cwd=ROOT, stdin=subprocess.DEVNULL, stdout=inner, stderr=subprocess.PIPE, check=False, timeout=120,
    )  # fmt: skip
    os.close(inner)
    os.close(outer)
    assert done.stderr.decode("utf-8") == (
        "llplan: The format xlsx cannot be printed on a terminal. Name a file: --output xlsx=PATH.\n"
    )
    assert done.returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("evaluate", "data"),
        ("template", "--output", "form.xlsx"),
        ("collect", "data", "--output", "all.xlsx"),
        ("targets", "list"),
        ("targets", "check", "targets/ha-giang-2030"),
        ("explain", "CE201"),
    ],
)
def test_a_language_that_there_is_not_is_refused(
    llplan: Callable[..., Ran], arguments: tuple[str, ...]
) -> None:
    """Every command that takes a language refuses an unknown one."""
    ran = llplan(*arguments, "--lang", "fr")
    assert ran.err == "llplan: --lang cannot be fr. Allowed: en, vi.\n"
    assert (ran.code, ran.out) == (2, "")
