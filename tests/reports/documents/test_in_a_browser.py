"""Both pages in a real browser: axe-core finds nothing, and nothing is wider than the screen."""

from __future__ import annotations

from pathlib import Path

import pages
import pytest

from lifelong_learning.cli.main import run

DATA = Path(__file__).resolve().parents[3] / "data"


@pytest.fixture(scope="module")
def judge() -> tuple[Path, str]:
    """The script of axe-core and the browser; the tests are skipped where one of them is missing."""
    axe, browser = pages.axe_core(), pages.browser()
    if axe is None or browser is None:
        missing = "axe-core (npm install axe-core)" if axe is None else "Chromium"
        pytest.skip(f"{missing} is not installed")
    return axe, browser


def test_pages_have_no_violation(
    judge: tuple[Path, str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Light and dark, 1280 and 390 pixels wide, all that folds unfolded."""
    made = []
    for command, name in (("evaluate", "ha-giang-2024.xlsx"), ("summary", "ha-giang-2026.xlsx")):
        made.append(tmp_path / f"{command}.html")
        assert run([command, str(DATA / name), "--lang", "vi", "--output", str(made[-1]), "--quiet"]) == 0
    capfd.readouterr()
    looks = list(pages.looked_at(made, *judge))
    assert [look for look in looks if look.faults] == []
    assert len(looks) == 8


def test_the_judge_sees_faults(judge: tuple[Path, str], tmp_path: Path) -> None:
    """Letters that are hardly there, and a table that is wider than a telephone."""
    page = tmp_path / "faulty.html"
    page.write_text(
        "<!doctype html><html lang=vi><title>x</title><main><h1>x</h1>"
        "<p style='color:#ddd;background:#fff'>hardly there</p><div style='width:600px'>wide</div></main>",
        encoding="utf-8",
    )
    looks = list(pages.looked_at([page], *judge))
    assert all(any("color-contrast" in fault for fault in look.faults) for look in looks)
    assert [any("wider" in fault for fault in look.faults) for look in looks] == [False, False, True, True]
