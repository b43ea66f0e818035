"""Completion in a real zsh at a terminal: what a person types, Tab, and what the line then says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

import pytest

from lifelong_learning.cli.main import COMMANDS
from tests.cli.test_completion import CASES, LLPLAN, run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("zsh") is None, reason="there is no zsh"
)

PROMPT = "<PROMPT>"
TAB_AND_TELL = "\t\x18\x12"
SETTINGS = f"""
PS1='{PROMPT}' RPS1='' LINES=100 COLUMNS=200 LISTMAX=1000
unsetopt zle_bracketed_paste prompt_sp prompt_cr beep
# Lists also where the first Tab could add a few letters, so that one Tab shows all.
unsetopt list_ambiguous
report() {{ zle -I; print -r -- "<LINE>$BUFFER</LINE>"; BUFFER= }}
zle -N report
bindkey '^X^R' report
"""
"""What stands first in every `.zshrc`: a prompt to wait for, and a key that says what the line holds."""

TERMINAL = """
zmodload zsh/zpty || { print -u2 'there is no zsh/zpty'; exit 9 }
await() { zpty -r -m inner seen "*$1*" || { print -u2 -r -- "no $1 in: $seen"; exit 8 } }
zpty inner exec zsh -d -i
for keys; do
  await "$START"
  zpty -n -w inner "$keys"
  await "$END"
done
print -r -- "$seen"
"""
"""The terminal: a zsh at a pseudo-terminal of another, which types each line once the prompt is there.

Keys that come earlier meet a terminal that is not yet, or no longer, the line editor's.
"""


class Screen(NamedTuple):
    """What the line held after Tab, and the rows that were listed below it."""

    line: str
    listed: list[str]


def typed(home: Path, *lines: str, end: str, **said: str) -> str:
    """Return what the terminal showed after the last of the lines, up to `end`."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "LLPLAN"))}
    environment = {
        **clean,
        "HOME": str(home),
        "ZDOTDIR": str(home),
        "TERM": "dumb",
        "PATH": f"{LLPLAN.parent}{os.pathsep}{clean['PATH']}",
        "LC_ALL": "C.UTF-8",
        "START": PROMPT,
        "END": end,
        **said,
    }
    done = subprocess.run(
        ["zsh", "-f", "-c", TERMINAL, "terminal", *lines],
        env=environment,
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def after_tab(home: Path, begun: str, **said: str) -> Screen:
    """Return what zsh makes of a line that was begun, once Tab is pressed."""
    shown = typed(home, f"{begun}{TAB_AND_TELL}", end="</LINE>", **said)
    found = re.fullmatch(r"(.*)<LINE>(.*)</LINE>\s*", shown, re.DOTALL)
    assert found is not None, shown
    rows = [row.strip() for row in found[1].splitlines()[1:]]
    return Screen(found[2], [row for row in rows if row and PROMPT not in row])


def names(screen: Screen) -> list[str]:
    """Return the names that are listed, without the help beside them."""
    return sorted(name for row in screen.listed for name in row.partition(" -- ")[0].split())


def expected_line(begun: str, answers: list[str]) -> str:
    """Return the line with the only answer filled in, or with what all answers begin with."""
    if not answers:
        return begun
    head = begun[: begun.rindex(" ") + 1]
    if len(answers) == 1:
        return f"{head}{answers[0]} "
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*answers, strict=False))
    return head + "".join(letters[0] for letters in alike)


@pytest.fixture(scope="module")
def sourced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the home of someone whose `.zshrc` loads the script that llplan prints."""
    home = tmp_path_factory.mktemp("sourced")
    (home / "llplan.zsh").write_text(run(_LLPLAN_COMPLETE="source_zsh"), encoding="utf-8")
    (home / ".zshrc").write_text(
        f'{SETTINGS}\nautoload -Uz compinit; compinit -u -d "$ZDOTDIR/dump"\nsource "$ZDOTDIR/llplan.zsh"\n',
        encoding="utf-8",
    )
    return home


@pytest.mark.parametrize(("begun", "answers"), CASES[1:], ids=[begun for begun, _ in CASES[1:]])
def test_the_script_for_zsh_works_in_zsh(sourced: Path, begun: str, answers: list[str]) -> None:
    """One answer is filled in, several are listed, and nothing else is."""
    screen = after_tab(sourced, begun)
    assert screen.line == expected_line(begun, answers)
    assert names(screen) == (sorted(answers) if len(answers) > 1 else [])


def test_every_command_is_offered(sourced: Path) -> None:
    """With nothing begun all commands are listed, and the line stays."""
    screen = after_tab(sourced, "llplan ")
    assert screen.line == "llplan "
    assert names(screen) == sorted(COMMANDS)


def test_what_is_offered_is_explained_in_the_language_of_the_user(sourced: Path) -> None:
    """Beside each name stands its help, in Vietnamese also for what the library itself offers."""
    screen = after_tab(sourced, "llplan --", LLPLAN_LANG="vi")
    assert [re.split(" +-- ", row) for row in screen.listed] == [
        ["--help", "Hiển thị trợ giúp này rồi thoát."],
        ["--install-completion", "Cài đặt tự động hoàn thành lệnh cho shell đang dùng."],
        [
            "--show-completion",
            "In mã tự động hoàn thành lệnh của shell đang dùng, để sao chép hoặc tự cài đặt.",
        ],
        ["--version", "Hiển thị phiên bản."],
    ]


def test_a_workbook_is_filled_in(sourced: Path) -> None:
    """Where a file is wanted zsh offers files, and goes on behind one that has spaces in its name."""
    (sourced / "Mẫu số liệu.xlsx").touch()
    assert after_tab(sourced, "llplan check M").line == r"llplan check Mẫu\ số\ liệu.xlsx "
    begun = r"llplan trace Mẫu\ số\ liệu.xlsx --target museum-v"
    assert after_tab(sourced, begun).line == begun.replace("museum-v", "museum-visits-growth ")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the home of someone who typed `llplan --install-completion` in zsh."""
    home = tmp_path_factory.mktemp("installed")
    rc = home / ".zshrc"
    rc.write_text(SETTINGS, encoding="utf-8")
    said = typed(home, "llplan --install-completion\n", end=f"\n{PROMPT}")
    assert f"Completion for zsh is installed in {home / '.zfunc' / '_llplan'}." in said
    # Some systems keep zsh's own functions where compinit asks before it trusts them.
    rc.write_text(rc.read_text("utf-8").replace("; compinit\n", "; compinit -u\n"), encoding="utf-8")
    return home


@pytest.mark.parametrize("begun", ["llplan ev", "llplan targets sh", "llplan evaluate x.xlsx --waiv"])
def test_installed_it_works_from_the_first_tab_on(installed: Path, begun: str) -> None:
    """In a new terminal the first Tab already fills in; so does the next."""
    assert after_tab(installed, begun).line == expected_line(begun, dict(CASES)[begun])
    shown = typed(installed, f"{begun}{TAB_AND_TELL}", f"llplan ch{TAB_AND_TELL}", end="</LINE>")
    assert shown.rstrip().endswith("<LINE>llplan check </LINE>")
