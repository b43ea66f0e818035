"""Whole outputs of a representative report, compared byte for byte in both languages."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from lifelong_learning.api.documents import PLAIN, Look
from lifelong_learning.api.formats import RENDERERS
from lifelong_learning.api.submissions import Checked

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.checks.report import CheckReport

GOLDEN = Path(__file__).parent / "golden"


def written(name: str, report: CheckReport, lang: Lang, look: Look = PLAIN) -> bytes:
    """Return a report in a format of `check`."""
    return b"".join(RENDERERS["check"][name](SimpleNamespace(report=lambda: report), lang, look))


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("name", Checked.formats)
def test_whole_output(name: str, lang: Lang, report: CheckReport) -> None:
    """Every format says the whole report in the language, to the byte, and again the same."""
    outputs = {written(name, report, lang) for _ in range(2)}
    assert outputs == {(GOLDEN / f"report.{lang}.{name}").read_bytes()}


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("name", Checked.formats)
def test_whole_output_when_sound(name: str, lang: Lang, sound: CheckReport) -> None:
    """A report without a finding is said in full as well."""
    output = written(name, sound, lang)
    assert output == (GOLDEN / f"sound.{lang}.{name}").read_bytes()


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_whole_text_in_colour(lang: Lang, report: CheckReport) -> None:
    """A wide coloured terminal gets the same words with colours beside them."""
    output = written("text", report, lang, Look(width=120, colour=True))
    assert output == (GOLDEN / f"report.{lang}.colour.text").read_bytes()
