"""What all formats promise of a submission's text."""

from __future__ import annotations

import re
import unicodedata
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from lifelong_learning.api.documents import PLAIN
from lifelong_learning.api.formats import FORMATS, RENDERERS
from lifelong_learning.api.submissions import Checked
from lifelong_learning.catalogue.safe import inert

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.checks.report import CheckReport


def written(name: str, report: CheckReport, lang: Lang) -> bytes:
    """Return a report in a format of `check`."""
    return b"".join(RENDERERS["check"][name](SimpleNamespace(report=lambda: report), lang, PLAIN))


@pytest.mark.parametrize("name", Checked.formats)
def test_no_acting_character_in_any_format(name: str, nasty: tuple[str, CheckReport]) -> None:
    """No format has a control, bidirectional or invisible character, but line ends and the table's mark."""
    output = written(name, nasty[1], "vi").decode().removeprefix("\ufeff")
    acting = {char for char in output if unicodedata.category(char)[0] == "C"}
    assert acting <= ({"\n", "\r"} if name == "csv" else {"\n"})


@pytest.mark.parametrize("name", Checked.formats)
def test_no_line_is_a_foreign_command(name: str, nasty: tuple[str, CheckReport]) -> None:
    """In a CI log no line of any format is a command, but the report's own annotations."""
    output = written(name, nasty[1], "en").decode()
    own = ("::error file=", "::warning file=", "::notice file=")
    lines = [line for line in output.splitlines() if line.lstrip().startswith("::")]
    assert all(name == "github" and line.startswith(own) for line in lines)
    assert not re.search(r"##\w*\[", output)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Thư viện: 24:30", "Thư viện: 24:30"),
        ("::error::x", ": :error: :x"),
        ("::::", ": : : :"),
        ("##[a] ##vso[b ####[c] ## d [e]", "# #[a] # #vso[b ### #[c] ## d [e]"),
        ("a\n::error::b", "a\\n: :error: :b"),
    ],
)
def test_marks_of_commands_are_parted(text: str, shown: str) -> None:
    """Marks of log commands are parted by a space; other text stays."""
    assert inert(text) == shown


def test_suffixes_name_formats() -> None:
    """A suffix names every format; workflow commands, which belong in a log, and GitLab's JSON have none."""
    assert [name for name in Checked.formats if not FORMATS[name].suffixes] == ["github", "gitlab"]
