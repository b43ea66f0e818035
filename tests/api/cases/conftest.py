"""A folder of cases beside a small plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lifelong_learning import render
from lifelong_learning.api.cases import CaseReport, run_cases

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifelong_learning.model.plan import Lang

PLAN = Path(__file__).parents[2] / "cases" / "plan"


@pytest.fixture
def run(tmp_path: Path) -> Callable[[str], CaseReport]:
    """Run the cases of one file, a.yaml, against the small plan."""

    def run(text: str) -> CaseReport:
        (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
        return run_cases(PLAN, tmp_path)

    return run


@pytest.fixture
def told(run: Callable[[str], CaseReport], tmp_path: Path) -> Callable[..., str]:
    """Run the cases of one file and return the report, with the folders of the test left out."""

    def told(text: str, lang: Lang = "en") -> str:
        shown = render(run(text), "text", lang).decode("utf-8")
        return shown.replace(f"{tmp_path}/", "").replace(str(tmp_path), "cases").replace(str(PLAN), "plan")

    return told
