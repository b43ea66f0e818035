"""What a release says of itself is the same everywhere, and the folder that runs by itself starts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import portable
import pytest
import yaml

from lifelong_learning import __version__
from lifelong_learning.reports.view import labels

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
INSTALL = (ROOT / "docs" / "en" / "install.md", ROOT / "docs" / "vi" / "install.md")


def test_the_version_is_one() -> None:
    """Package, citation, changelog and the examples of CI name the same."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert (citation["version"], citation["license"]) == (__version__, PROJECT["license"])
    latest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert latest is not None
    assert latest[1] == __version__
    pages = [*INSTALL, *(ROOT / "docs" / lang / "ci.md" for lang in ("en", "vi"))]
    for page in pages:
        named = re.findall(r"(?:@v|rev: v|learning-)(\d+\.\d+\.\d+)", page.read_text("utf-8"))
        assert set(named) == {__version__}, page


def test_the_address_is_one() -> None:
    """Every link of the metadata and of the program leads below the same address."""
    assert all(url.startswith(labels.PROJECT) for url in PROJECT["urls"].values())


def test_the_pythons_are_those_that_it_asks_for() -> None:
    """The oldest that is named is the oldest that can be installed with."""
    named = [tag.rpartition(" ")[2] for tag in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", tag)]
    assert PROJECT["requires-python"] == f">={min(named, key=lambda one: int(one[2:]))}"


def _folder(tmp_path: Path) -> Path:
    """Return a folder as the tool makes it, with this checkout's package in it."""
    folder = tmp_path / "llplan-office"
    (folder / "site").mkdir(parents=True)
    (folder / "site" / "lifelong_learning").symlink_to(ROOT / "src" / "lifelong_learning")
    portable._launchers(folder, "{}.{}".format(*sys.version_info[:2]), sys.platform)
    return folder


@pytest.mark.skipif(os.name == "nt", reason="started by a shell")
@pytest.mark.parametrize("own", [False, True])
def test_the_folder_runs_where_it_lies(tmp_path: Path, own: bool) -> None:
    """By its starter, with the Python within it where there is one, and from any folder."""
    folder = _folder(tmp_path)
    python = folder / "python" / "bin" if own else tmp_path / "bin"
    python.mkdir(parents=True)
    name = "python3" if own else "python{}.{}".format(*sys.version_info[:2])
    (python / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    (python / name).chmod(0o755)
    path = os.environ["PATH"] if own else f"{python}{os.pathsep}{os.environ['PATH']}"
    run = [str(folder / "llplan"), "check", str(ROOT / "data" / "ha-giang-2024.xlsx"), "--lang", "en"]
    done = subprocess.run(
        run, cwd=tmp_path, env={**os.environ, "PATH": path}, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().endswith("Sound.\n")


def test_the_folder_refuses_another_python(tmp_path: Path) -> None:
    """Its compiled parts would not load: it says for which it is made."""
    portable._launchers(tmp_path, "3.7", "win_amd64")
    done = subprocess.run([sys.executable, tmp_path], capture_output=True, encoding="utf-8", check=False)
    here = "{}.{}".format(*sys.version_info[:2])
    assert (done.returncode, done.stderr) == (
        1, f"llplan: this folder is for Python 3.7, and this is Python {here}.\n",
    )  # fmt: skip
    starter = (tmp_path / "llplan.cmd").read_bytes()
    assert starter.count(b"\r\n") == starter.count(b"\n") > 0
    assert b'py -3.7 "%~dp0." %*' in starter


@pytest.mark.parametrize("page", INSTALL, ids=("en", "vi"))
def test_the_folders_of_the_page_can_be_asked_for(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every command of the page by which a folder is made has options that the tool knows."""
    asked: list[tuple[str | None, str, Path | None]] = []
    monkeypatch.setattr(
        portable, "_install", lambda site, to, _: asked.append((to.platform, to.python, to.wheels))
    )
    monkeypatch.setattr(portable, "_launchers", lambda *_: None)
    monkeypatch.setattr("portable.subprocess.run", lambda *_, **__: subprocess.CompletedProcess([], 0))
    monkeypatch.setattr("portable.compileall.compile_dir", lambda *_, **__: True)
    monkeypatch.chdir(tmp_path)
    for arguments in re.findall(r"^python llplan/tools/portable\.py (.*)$", page.read_text("utf-8"), re.M):
        assert portable.main(arguments.split()) == 0
    here = "{}.{}".format(*sys.version_info[:2])
    assert asked == [(None, here, None), ("win_amd64", "3.12", None), (None, here, Path("wheels"))]


def test_a_folder_in_use_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with something in it may be somebody's data."""
    (tmp_path / "mine.xlsx").write_bytes(b"")
    with pytest.raises(SystemExit, match="2"):
        portable.main([str(tmp_path)])
    assert "is not empty: name a new folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.xlsx"]
