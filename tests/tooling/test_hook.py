"""The pre-commit hook as a repository uses it, and outputs that cannot be written."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
HOOK, FOLDER_HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
LLPLAN = [sys.executable, "-m", "lifelong_learning"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("a.xlsx", True), ("b/A.XLSM", True), ("b/~$a.xlsx", False), ("a.xlsx.txt", False), ("a.xls", False)],
)
def test_hook_goes_by_name(name: str, wanted: bool) -> None:
    """Workbooks in any case are checked, lock files of an open Excel and other files are not."""
    assert bool(re.search(HOOK["files"], name) and not re.search(HOOK["exclude"], name)) is wanted


@pytest.mark.parametrize(("sample", "code"), [("ha-giang-2024.xlsx", 0), ("ha-giang-2024-mistakes.xlsx", 1)])
def test_hook_entry_passes_and_fails(sample: str, code: int) -> None:
    """The hook's command passes a sound workbook and fails one with an error."""
    assert HOOK["entry"].startswith("llplan ")
    command = [*LLPLAN, *shlex.split(HOOK["entry"])[1:], str(ROOT / "data" / sample)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == code


def test_a_workbook_sent_twice_is_found(tmp_path: Path) -> None:
    """The hook runs once over all workbooks: split among processes, each would be a submission of its own."""
    assert HOOK["require_serial"] is True
    files = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for file in files:
        shutil.copy(ROOT / "data" / "ha-giang-2024.xlsx", file)
    command = [*LLPLAN, *shlex.split(HOOK["entry"])[1:], "--format", "json"]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, check=False)
    assert {found["code"] for found in json.loads(done.stdout)["findings"]} == {"WB005", "YR402"}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("a.XLSX", True),
        ("b/register.csv", True),
        ("llplan.toml", True),
        ("b/~$a.xlsx", False),
        ("a.csv", False),
    ],
)
def test_the_hook_of_a_folder_goes_by_name(name: str, wanted: bool) -> None:
    """It runs where a workbook changes, or what workbooks are read by."""
    found = re.search(FOLDER_HOOK["files"], name) and not re.search(FOLDER_HOOK["exclude"], name)
    assert bool(found) is wanted


def test_the_hook_of_a_folder_sees_what_is_not_in_the_commit(tmp_path: Path) -> None:
    """No names are passed to it, so a workbook that was sent before is found whatever the commit holds."""
    assert (FOLDER_HOOK["pass_filenames"], FOLDER_HOOK["require_serial"]) == (False, True)
    for name in ("before.xlsx", "now.xlsx"):
        shutil.copy(ROOT / "data" / "ha-giang-2024.xlsx", tmp_path / name)
    command = [*LLPLAN, *shlex.split(FOLDER_HOOK["entry"])[1:], *FOLDER_HOOK["args"], "--format", "json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert {found["code"] for found in json.loads(done.stdout)["findings"]} == {"WB005", "YR402"}


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")
def test_the_action_installs_itself(tmp_path: Path) -> None:
    """Its first shell step installs the program from the action's own folder, with the versions tried."""
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    step = next(step for step in action["runs"]["steps"] if "install" in step.get("run", ""))
    assert step["env"] == {"LLPLAN_ACTION": "${{ github.action_path }}"}
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    # What it depends on is here already, and nothing is asked of a network (pip reads 0 as: no isolation).
    quick = {"PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_NO_INDEX": "1"}
    given = {"LLPLAN_ACTION": str(ROOT), "PIP_TARGET": str(tmp_path / "site"), **quick}
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step["run"]],
        cwd=tmp_path, env={**os.environ, **given, "PATH": path}, capture_output=True, check=True,
    )  # fmt: skip
    run = [*LLPLAN, "check", str(ROOT / "data" / "ha-giang-2024.xlsx")]
    done = subprocess.run(
        run, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path / "site")}, check=False
    )
    assert done.returncode == 0


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")
def test_the_workflow_runs(tmp_path: Path) -> None:
    """The workflow's check, by the step of the action that it uses, writes what its last step uploads."""
    blocks = re.findall(
        r"```yaml\n(.*?)```", (ROOT / "docs" / "en" / "ci.md").read_text(encoding="utf-8"), re.DOTALL
    )
    jobs = next(document["jobs"] for document in map(yaml.safe_load, blocks) if "jobs" in document)
    steps = jobs["check"]["steps"]
    asked = next(step["with"] for step in steps if step["uses"].startswith("llplan/llplan@"))
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    inputs = {name: given["default"] for name, given in action["inputs"].items()} | asked
    step = action["runs"]["steps"][-1]
    given = {
        name: inputs[value.removeprefix("${{ inputs.").removesuffix(" }}")]
        for name, value in step["env"].items()
    }
    (tmp_path / "submissions").mkdir()
    shutil.copy(ROOT / "data" / "ha-giang-2024-mistakes.xlsx", tmp_path / "submissions")
    shutil.copy(ROOT / "data" / "register-ha-giang-2024.csv", tmp_path / "register.csv")
    program = tmp_path / "llplan"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lifelong_learning "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step["run"]],
        cwd=tmp_path, env={**os.environ, **given, "PATH": path}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    uploaded = next(step["with"]["sarif_file"] for step in steps if "upload-sarif" in step["uses"])
    assert (tmp_path / uploaded).stat().st_size > 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_is_one_line() -> None:
    """Where standard output takes nothing more, the run ends with 2 and says so in one line."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*LLPLAN, "check", str(ROOT / "data" / "ha-giang-2024-mistakes.xlsx"), "--lang", "en"],
            stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "llplan: - cannot be written: the disk is full. Mend that, or choose another place for it."
    ]
