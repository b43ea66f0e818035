"""A sound workbook stays sound when LibreOffice saves it again."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "ha-giang-2024.xlsx"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_saved_again_by_libreoffice(tmp_path: Path, measured: Callable[..., tuple[object, ...]]) -> None:
    """It has no finding above a note, and every result is that of the original."""
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "xlsx", "--outdir", tmp_path, SAMPLE]
    subprocess.run([str(part) for part in command], capture_output=True, check=True, timeout=120)
    seen = []
    for path in (SAMPLE, tmp_path / SAMPLE.name):
        code, out, *_ = measured("evaluate", path, "--format", "json", "--lang", "en")
        assert code == 0
        assert isinstance(out, bytes)
        document = json.loads(out)
        for commitment in (c for unit in document["units"] for c in unit["commitments"]):
            commitment.pop("file")
        document.pop("files")
        assert (document["findings"]["error"], document["findings"]["warning"]) == (0, 0)
        seen.append(document)
    assert seen[0] == seen[1]
