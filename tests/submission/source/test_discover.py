"""Which files a command reads."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from lifelong_learning.errors import UsageError
from lifelong_learning.submission.source.elements import Limits, RefusedError
from lifelong_learning.submission.source.recognise import discover, find_workbooks, read_bytes

if TYPE_CHECKING:
    from pathlib import Path


def test_folders_are_searched_in_order(tmp_path: Path) -> None:
    """Both suffixes in any case, sub-folders too; lock files and hidden ones are passed over."""
    for name in ("b.XLSX", "a.xlsm", "~$a.xlsm", ".hidden.xlsx", "c.txt", "in/d.xlsx", ".git/e.xlsx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "in" / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = find_workbooks([str(tmp_path)])
    assert found == [f"{tmp_path}/a.xlsm", f"{tmp_path}/b.XLSX", f"{tmp_path}/in/d.xlsx"]


def test_other_spreadsheets_of_a_folder_are_found(tmp_path: Path) -> None:
    """A spreadsheet of any kind is somebody's submission; tables of other kinds are told apart from them."""
    names = "a.xls b.XLSB c.ods d.fods e.et f.numbers g.csv h.TSV i.pdf j.docx k.xlsx".split()  # noqa: SIM905
    for name in (*names, "~$a.xls", ".b.ods", "in/l.csv", "in/m.ods"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    found = discover([str(tmp_path)])
    at = [f"{tmp_path}/{name}" for name in (*names, "in/l.csv", "in/m.ods")]
    assert found == ([*at[:6], at[10], at[12]], [*at[6:9], at[11]])
    assert discover([at[6]]) == ([at[6]], [])


def test_names_that_are_no_text_are_escaped(tmp_path: Path) -> None:
    """Bytes of a path that are not UTF-8 are shown in one form, under which the file is found again."""
    folder = tmp_path / os.fsdecode(b"x\xe9")
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("the system knows no such names")
    (folder / os.fsdecode(b"bi\xe1\xbau.xlsx")).write_bytes(b"content")
    shown = f"{tmp_path}/x\\xe9/bi\\xe1\\xbau.xlsx"
    for path in (tmp_path, folder, folder / os.fsdecode(b"bi\xe1\xbau.xlsx")):
        assert find_workbooks([str(path)]) == [shown]
    assert read_bytes(shown, Limits()) == b"content"
    with pytest.raises(RefusedError, match="missing"):
        read_bytes(shown.replace("bi", "ba"), Limits())


def test_a_file_is_taken_once_and_whatever_its_suffix(tmp_path: Path) -> None:
    """A file that is named and lies in a folder is read once, under the first name."""
    (tmp_path / "old.xls").write_bytes(b"")
    (tmp_path / "a.xlsx").write_bytes(b"")
    paths = [f"{tmp_path}/a.xlsx", f"{tmp_path}/old.xls", str(tmp_path)]
    assert find_workbooks(paths) == paths[:2]


@pytest.mark.parametrize(("name", "key"), [("nowhere", "path_missing"), ("", "no_workbook")])
def test_paths_without_workbooks(tmp_path: Path, name: str, key: str) -> None:
    """A path that does not exist and a folder without a workbook stop the run."""
    with pytest.raises(UsageError) as stopped:
        find_workbooks([str(tmp_path / name)])
    assert stopped.value.key == key
