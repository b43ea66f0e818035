"""The first page of help, which is kept as text."""

from __future__ import annotations

import subprocess
import sys

import pytest

from lifelong_learning.cli import front

AGAIN = "write the pages anew: python -m lifelong_learning.cli.front"


@pytest.mark.parametrize("lang", front.LANGUAGES)
def test_the_kept_pages_are_those_of_the_commands(lang: str) -> None:
    """The page that is shown at once is what the command line library would write."""
    assert front.page(lang) == front.written(lang), AGAIN


@pytest.mark.parametrize(("columns", "kept"), [("", True), ("80", True), ("200", True), ("79", False)])
def test_a_narrow_screen_gets_a_page_of_its_own(
    columns: str, kept: bool, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The kept page is for 80 columns and more; below, the lines are broken anew."""
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("LLPLAN_LANG", "vi")
    assert front.show() is kept
    sys.stdout.flush()
    assert capfdbinary.readouterr().out == (front.page("vi").encode() if kept else b"")


@pytest.mark.parametrize("columns", ["80", "60"])
def test_help_is_answered_on_any_screen(columns: str) -> None:
    """Both ways end well, and no line is wider than the screen."""
    done = subprocess.run(
        [sys.executable, "-m", "lifelong_learning", "--help"],
        capture_output=True, check=True, encoding="utf-8",
        env={"COLUMNS": columns, "LLPLAN_LANG": "en", "PATH": ""},
    )  # fmt: skip
    assert done.stdout.startswith("Usage: llplan [OPTIONS] COMMAND [ARGS]...\n")
    assert max(map(len, done.stdout.splitlines())) < int(columns)
