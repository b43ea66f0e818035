"""Every number on a known sheet is accounted for, in samples, broken workbooks and drawn ones; those of
clerks' sheets are accounted for where they are read (`check`)."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lifelong_learning.plan import load_plan
from tests.field.account import unaccounted
from tests.field.test_decorated import DRAWN, decorated, mixture
from tests.submission.conftest import write_workbook

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "data").glob("*.xlsx"))
FAMILIES = ("SH", "CE", "RW", "YR", "RG")
BROKEN = sorted(path for family in FAMILIES for path in (ROOT / "tests/broken").glob(f"{family}*/*.yaml"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples(path: Path) -> None:
    """The bundled submissions."""
    plan = load_plan("ha-giang-2020" if "2015" in path.stem else "ha-giang-2030")
    assert unaccounted(str(path), plan) == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_broken_workbooks(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The broken workbooks, each for itself."""
    monkeypatch.chdir(tmp_path)
    case = yaml.safe_load(path.read_text("utf-8"))
    plan = load_plan(str(case.get("plan", "ha-giang-2030")))
    for name, content in case["files"].items():
        write_workbook(tmp_path / name, content)
        assert unaccounted(name, plan) == []


@settings(max_examples=30, deadline=None, phases=DRAWN, derandomize=True)
@given(seed=st.integers(0, 1 << 32))
def test_drawn_workbooks(folder: Path, seed: int) -> None:
    """Decorated submissions."""
    random = Random(seed)
    sheet, _ = decorated(random, mixture(random))
    write_workbook(folder / "a.xlsx", {"Thư viện": sheet.content()})
    assert unaccounted(str(folder / "a.xlsx"), load_plan("ha-giang-2030")) == []


@settings(max_examples=40, deadline=None, phases=DRAWN, derandomize=True)
@given(seed=st.integers(0, 1 << 32))
def test_drawn_workbooks_with_a_heading_lost(folder: Path, seed: int) -> None:
    """Decorated submissions in which one heading was changed, emptied or doubled: nothing goes in silence."""
    random = Random(seed)
    sheet, _ = decorated(random, mixture(random))
    name = random.choice(sheet.order[5:])
    sheet.labels[name] = random.choice(["", "Khác", sheet.order[5], f"{name} (nghìn)", "Số lượt"])
    write_workbook(folder / "a.xlsx", {"Thư viện": sheet.content()})
    assert unaccounted(str(folder / "a.xlsx"), load_plan("ha-giang-2030")) == []
