"""Plans to read, without a cache unless a test asks for one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Switch the cache off."""
    monkeypatch.setenv("LLPLAN_CACHE_DIR", "")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a copy of the small plan, to be changed."""
    return Path(shutil.copytree(Path(__file__).parent / "small", tmp_path / "small"))
