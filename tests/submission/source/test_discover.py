"""Which files a command reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lifelong_learning.errors import UsageError
from lifelong_learning.submission.source.discover import find_workbooks

if TYPE_CHECKING:
    from pathlib import Path


def test_folders_are_searched_in_order(tmp_path: Path) -> None:
    """Both suffixes in any case, sub-folders too; lock files and hidden ones are passed over."""
    for name in ("b.XLSX", "a.xlsm", "~$a.xlsm", ".hidden.xlsx", "c.xls", "in/d.xlsx", ".git/e.xlsx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "in" / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = find_workbooks([str(tmp_path)])
    assert found == [f"{tmp_path}/a.xlsm", f"{tmp_path}/b.XLSX", f"{tmp_path}/in/d.xlsx"]


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
