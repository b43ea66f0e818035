"""Folders as they come: names that are no text, one file twice, files of other kinds beside workbooks."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "ha-giang-2024.xlsx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a workbook whose path is not UTF-8."""
    inner = tmp_path / os.fsdecode(b"x\xe9")
    try:
        inner.mkdir()
    except OSError:
        pytest.skip("the system knows no such names")
    shutil.copy(SAMPLE, inner / os.fsdecode(b"bi\xe1\xbau.xlsx"))
    return tmp_path


@pytest.mark.parametrize(
    "asked",
    [
        *(f"check --format {form}" for form in ("text", "json", "csv", "github", "junit", "sarif")),
        *(f"evaluate --format {form}" for form in ("text", "json", "csv", "markdown", "html")),
        *(f"summary --format {form}" for form in ("text", "json", "markdown", "html")),
        "trace --target library-visits-growth --format json",
    ],
)
def test_paths_that_are_no_text(
    asked: str, folder: Path, measured: Callable[..., tuple[object, ...]]
) -> None:
    """Every format of every command is written, and bytes of a path that are no text are escaped."""
    command, *options = asked.split()
    code, out, err, *_ = measured(command, folder, *options)
    assert code == 0, err
    assert isinstance(out, bytes)
    text = out.decode("utf-8")
    assert "\\udc" not in text
    if asked.endswith("json") and command != "trace":
        shown = f"{folder}/x\\xe9/bi\\xe1\\xbau.xlsx"
        assert [file["path"] for file in json.loads(text)["files"]] == [shown]
    if command == "check" and not asked.endswith("sarif"):
        assert "bi\\xe1\\xbau.xlsx" in text.replace("\\\\", "\\").replace("\n", "")


def test_other_files_of_a_folder(tmp_path: Path, measured: Callable[..., tuple[object, ...]]) -> None:
    """Other spreadsheets are refused by name, tables of other kinds are one note, a copy is another one."""
    shutil.copy(SAMPLE, tmp_path / "a.xlsx")
    shutil.copy(SAMPLE, tmp_path / "b.xlsx")
    (tmp_path / "Mèo Vạc.xls").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le") + bytes(99)
    )
    (tmp_path / "Yên Minh.ods").write_bytes(b"PK\x05\x06" + bytes(18))
    (tmp_path / "figures.csv").write_text("a,b\n")
    (tmp_path / "report.pdf").write_text("%PDF-1.7")
    code, out, *_ = measured("check", tmp_path, "--format", "json", "--lang", "en")
    assert code == 1
    document = json.loads(out)  # type: ignore[arg-type]
    found = [
        (f["code"], f["file"] and Path(f["file"]).name) for f in document["findings"] if f["code"][:2] == "WB"
    ]
    assert found == [
        ("WB005", None), ("WB004", "Mèo Vạc.xls"), ("WB001", "Yên Minh.ods"), ("WB005", "b.xlsx"),
    ]  # fmt: skip
    assert document["counts"]["error"] == 2
