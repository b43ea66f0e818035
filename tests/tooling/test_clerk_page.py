"""The clerk's page is one sheet of paper."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import clerk_page
import pytest

if TYPE_CHECKING:
    from pathlib import Path

MISSING = [name for name in ("chromium", "pdftoppm") if shutil.which(name) is None]


@pytest.mark.skipif(bool(MISSING), reason=f"not here: {', '.join(MISSING)}")
def test_it_fits_on_one_sheet(tmp_path: Path) -> None:
    """In Vietnamese, which is the longer of the two; PDF and picture are written."""
    assert clerk_page.make("vi", tmp_path) == 1
    assert (tmp_path / "clerk-vi.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "clerk-vi.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_it_has_every_part_of_the_page(lang: str) -> None:
    """Three pictures that are there, what the colours mean, and no link to itself."""
    html = clerk_page.html_of(lang)
    assert html.count("<img ") == html.count(f"{(clerk_page.ROOT / 'docs' / 'pictures').as_uri()}/") == 3
    assert html.count('class="marks"') == 1
    assert ".pdf" not in html
