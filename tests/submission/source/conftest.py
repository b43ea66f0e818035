"""The maker of hostile files, loaded by path since tests are no package."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

_SUPPORT = Path(__file__).parents[2] / "support"


@pytest.fixture(scope="session")
def hostile() -> ModuleType:
    """The module `tests/support/hostile.py`."""
    spec = importlib.util.spec_from_file_location("hostile", _SUPPORT / "hostile.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
