"""The pre-commit hook as a repository uses it, and outputs that cannot be written."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
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


def test_workflow_commands_run(tmp_path: Path) -> None:
    """The workflow's own commands, installation left out, write what its last step uploads."""
    blocks = re.findall(
        r"```yaml\n(.*?)```", (ROOT / "docs" / "en" / "ci.md").read_text(encoding="utf-8"), re.DOTALL
    )
    jobs = next(document["jobs"] for document in map(yaml.safe_load, blocks) if "jobs" in document)
    steps = jobs["check"]["steps"]
    runs = [step["run"] for step in steps if "run" in step and not step["run"].startswith("pip ")]
    (tmp_path / "submissions").mkdir()
    shutil.copy(ROOT / "data" / "ha-giang-2024-mistakes.xlsx", tmp_path / "submissions")
    codes = []
    for run in runs:
        command = [*LLPLAN, *shlex.split(run)[1:]]
        codes.append(subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode)
    assert codes == [1]
    uploaded = next(step["with"]["sarif_file"] for step in steps if "upload-sarif" in step.get("uses", ""))
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
    assert done.stderr.decode().splitlines() == ["llplan: - cannot be written: the disk is full."]
