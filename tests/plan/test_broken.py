"""Deliberately broken plans: each case under tests/broken/PL9xx says what is changed and what is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from lifelong_learning import catalogue
from lifelong_learning.plan import check_plan

BROKEN = Path(__file__).parent.parent / "broken"
CASES = sorted(BROKEN.glob("PL*/*.yaml"))


def _change(folder: Path, change: dict[str, str]) -> None:
    if "remove" in change:
        (folder / change["remove"]).unlink()
    elif "add" in change:
        (folder / change["add"]).write_text(change["text"], encoding="utf-8")
    elif "append" in change:
        path = folder / change["file"]
        path.write_bytes(path.read_bytes() + change["append"].encode())
    else:
        path = folder / change["file"]
        before, old = path.read_bytes(), change["replace"].encode()
        assert before.count(old) == 1, "the text to replace stands once"
        path.write_bytes(before.replace(old, change["by"].encode(change.get("encoding", "utf-8"))))


def _case(path: Path) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return case


@pytest.mark.parametrize("path", CASES, ids=[f"{path.parent.name}-{path.stem}" for path in CASES])
def test_fault_is_named(path: Path, small: Path) -> None:
    """A broken plan gives exactly the findings that its case lists, each with place, message and remedy."""
    case = _case(path)
    for change in case["changes"]:
        _change(small, change)
    found = [
        {
            "code": fault.code,
            "file": Path(fault.file or "").name,
            "line": fault.line,
            "column": fault.column,
            "message": catalogue.message(fault, "en"),
            "remedy": catalogue.remedy(fault, "en"),
        }
        for fault in check_plan(small)
    ]
    assert found == [{"line": None, "column": None, **fault} for fault in case["findings"]]


@pytest.mark.parametrize("path", CASES, ids=[f"{path.parent.name}-{path.stem}" for path in CASES])
def test_case_stands_under_its_code(path: Path) -> None:
    """A case stands in the folder of a code that it shows, and says why it matters."""
    case = _case(path)
    assert path.parent.name in {fault["code"] for fault in case["findings"]}
    assert case["says"].endswith(".")


def test_there_are_enough_cases() -> None:
    """No folder of cases was lost."""
    assert len(CASES) >= 100


def test_every_fault_is_worded_in_vietnamese(small: Path) -> None:
    """Message and remedy are there in Vietnamese too, filled in."""
    path = small / "part.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("at_most: visits\n", "at_most: visit\n"), encoding="utf-8"
    )
    (fault,) = check_plan(small)
    assert catalogue.message(fault, "vi") == "Kế hoạch không có số liệu “visit”; có “visits”."
    assert catalogue.remedy(fault, "vi") == "Đề nghị sửa thành “visits” nếu đúng ý."
