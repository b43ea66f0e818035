"""Completion in bash and zsh: commands, plan ids, target ids."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lifelong_learning.api import documents, submissions, summaries, traces
from lifelong_learning.api import plans as api_plans
from lifelong_learning.catalogue import LANGUAGES
from lifelong_learning.cli import front, main, parameters, plans
from lifelong_learning.cli import submissions as commands
from lifelong_learning.plan.schema import FILES

LLPLAN = Path(sys.executable).with_name("llplan")
PLANS = ["ha-giang-2020", "ha-giang-2030"]
CASES = [
    (
        "llplan ",
        ["evaluate", "check", "trace", "targets", "explain"],
    ),
    ("llplan ev", ["evaluate"]),
    ("llplan targets sh", ["show"]),
    ("llplan targets st", ["stale"]),
    ("llplan evaluate x.xlsx --plan ha", PLANS),
    ("llplan check x.xlsx --plan ha", PLANS),
    ("llplan targets list --plan ha", PLANS),
    ("llplan targets show library-v", ["library-visits-growth"]),
    (
        "llplan targets show --plan ha-giang-2020 library-v",
        ["library-visits-assigned", "library-visits-growth"],
    ),
    ("llplan trace x.xlsx --target museum", ["museum-visits-growth", "museum-exhibitions"]),
    ("llplan trace x.xlsx --plan ha-giang-2020 --target herit", ["heritage-education", "heritage-day"]),
    ("llplan trace x.xlsx --plan nowhere --target herit", []),
    ("llplan evaluate x.xlsx --waiv", ["--waivers"]),
    ("llplan evaluate x.xlsx --lang v", ["vi"]),
    ("llplan evaluate x.xlsx --format j", ["json"]),
    ("llplan check x.xlsx --format j", ["json", "junit"]),
    ("llplan summary x.xlsx --format d", ["docx"]),
    ("llplan targets stale --format j", ["json"]),
    ("llplan evaluate x.xlsx --period h", ["h1"]),
    ("llplan evaluate x.xlsx --by d", ["district"]),
    ("llplan check x.xlsx --fail-on n", ["not_met", "no_data"]),
    ("llplan evaluate x.xlsx --kind m", ["museum"]),
    ("llplan evaluate x.xlsx --plan ha-giang-2020 --level c", ["commune"]),
    ("llplan explain CE20", [f"CE20{number}" for number in range(1, 10)]),
    ("llplan sample wai", ["waivers.yaml"]),
    ("llplan targets schema w", ["waivers"]),
]


def run(**environment: str) -> str:
    """Return what llplan prints when a shell asks it in its environment."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "LLPLAN"))}
    done = subprocess.run(
        [LLPLAN], env={**clean, **environment}, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize(("typed", "expected"), CASES, ids=[typed for typed, _ in CASES])
def test_bash_is_answered(typed: str, expected: list[str]) -> None:
    """Each answer stands on a line of its own; at the top every command is offered."""
    words = typed.split()
    number = len(words) if typed.endswith(" ") else len(words) - 1
    answer = run(_LLPLAN_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD=str(number)).split()
    assert [one for one in answer if one in expected] == expected
    assert typed == "llplan " or answer == expected


@pytest.mark.parametrize(("typed", "expected"), CASES, ids=[typed for typed, _ in CASES])
def test_zsh_is_answered(typed: str, expected: list[str]) -> None:
    """Each answer is a quoted word of a list for `_arguments`, with its help where there is one."""
    answer = run(_LLPLAN_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS=typed)
    offered = re.findall(r'^(?:_arguments .*\(\()?"([^"]+)"', answer, re.MULTILINE)
    assert [one for one in offered if one in expected] == expected
    assert typed == "llplan " or offered == expected


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(("typed", "expected"), CASES[1:], ids=[typed for typed, _ in CASES[1:]])
def test_the_script_for_bash_works_in_bash(typed: str, expected: list[str]) -> None:
    """The script that llplan prints, loaded by bash, fills in what was begun."""
    script = run(_LLPLAN_COMPLETE="source_bash")
    words = typed.split()
    asked = f"""
        {script}
        PATH={shlex.quote(str(LLPLAN.parent))}:$PATH
        COMP_WORDS=({" ".join(map(shlex.quote, words))})
        COMP_CWORD={len(words) - 1}
        complete -p llplan >/dev/null || exit 7
        _llplan_completion llplan
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", asked], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == expected


@pytest.mark.parametrize(
    ("shell", "line"),
    [
        ("bash", "complete -o default -F _llplan_completion llplan"),
        ("zsh", "compdef _llplan_completion llplan"),
    ],
)
def test_the_scripts_register_the_command(shell: str, line: str) -> None:
    """The script of each shell ends by registering its function for llplan."""
    script = run(_LLPLAN_COMPLETE=f"source_{shell}")
    assert script.strip().splitlines()[-1].strip() == line


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_the_script_that_is_shown_is_the_one_that_is_printed(
    shell: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--show-completion` gives the script of the shell in which it is typed."""
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: shell)
    assert main.run(["--show-completion"]) == 0
    assert capsys.readouterr().out.strip() == run(_LLPLAN_COMPLETE=f"source_{shell}").strip()


@pytest.mark.parametrize("option", ["--show-completion", "--install-completion"])
@pytest.mark.parametrize("shell", ["tcsh", None])
def test_a_shell_without_completion_is_refused(
    option: str, shell: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A shell that has no script is refused in the language of the user, with those that have one."""
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: shell)
    monkeypatch.setenv("LLPLAN_LANG", "vi")
    assert main.run([option]) == 2
    assert capsys.readouterr() == (
        "",
        "llplan: Không có tự động hoàn thành lệnh cho shell này. "
        "Đề nghị chạy lệnh trong một trong: bash, zsh, fish, powershell, pwsh.\n",
    )


def test_installing_is_told_in_the_language_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was installed, where, and from when on it works."""
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: "bash")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("LLPLAN_LANG", "vi")
    assert main.run(["--install-completion"]) == 0
    script = tmp_path / ".bash_completions" / "llplan.sh"
    assert "complete -o default" in script.read_text("utf-8")
    assert capsys.readouterr() == (
        f"Đã cài tự động hoàn thành lệnh cho bash tại {script}. "
        "Có tác dụng từ lần mở cửa sổ dòng lệnh sau.\n",
        "",
    )


def test_the_librarys_script_for_zsh_is_the_one_that_is_completed() -> None:
    """What is put into it has its place there, also where no zsh can try it."""
    from typer._completion_shared import COMPLETION_SCRIPT_ZSH

    from lifelong_learning.cli.library import _REGISTERS

    assert COMPLETION_SCRIPT_ZSH.count(_REGISTERS) == 1


@pytest.mark.parametrize(
    ("command", "document"),
    [
        (commands.COMMANDS["evaluate"], submissions.Evaluation),
        (commands.COMMANDS["check"], submissions.Checked),
        (commands.COMMANDS["summary"], summaries.Summary),
        (commands.COMMANDS["trace"], traces.Trace),
        (plans.TARGETS["targets_list"], api_plans.TargetList),
        (plans.TARGETS["targets_show"], api_plans.TargetPage),
        (plans.TARGETS["targets_stale"], api_plans.Staleness),
    ],
)
def test_the_formats_offered_are_those_of_the_document(
    command: parameters.Command, document: type[documents.Writable]
) -> None:
    """In help and at a Tab, in the order that the document has."""
    (option,) = (option for option in command.options if option.name == "format")
    assert option.known == document.formats
    assert option.help_key == f"help.format={', '.join(document.formats)}"


def test_the_schemas_offered_are_those_there_are() -> None:
    """At a Tab, and in the program."""
    assert plans.SCHEMAS == FILES


def test_the_languages_offered_are_those_that_are_spoken() -> None:
    """At a Tab, on the first page of help, and wherever one is asked for."""
    assert parameters.REPORTING["lang"].known == LANGUAGES == front.LANGUAGES
