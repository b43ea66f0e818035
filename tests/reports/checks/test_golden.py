"""Whole outputs of a representative report, compared byte for byte in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lifelong_learning.app.checked import Checked
from lifelong_learning.reports.checks.formats import FormatName, Screen, stream

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.checks.report import CheckReport

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("name", Checked.formats)
def test_whole_output(name: FormatName, lang: Lang, report: CheckReport) -> None:
    """Every format says the whole report in the language, to the byte, and again the same."""
    outputs = {b"".join(stream(name, report, lang, Screen())) for _ in range(2)}
    assert outputs == {(GOLDEN / f"report.{lang}.{name}").read_bytes()}


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("name", Checked.formats)
def test_whole_output_when_sound(name: FormatName, lang: Lang, sound: CheckReport) -> None:
    """A report without a finding is said in full as well."""
    output = b"".join(stream(name, sound, lang, Screen()))
    assert output == (GOLDEN / f"sound.{lang}.{name}").read_bytes()


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_whole_text_in_colour(lang: Lang, report: CheckReport) -> None:
    """A wide coloured terminal gets the same words with colours beside them."""
    output = b"".join(stream("text", report, lang, Screen(width=120, colour=True)))
    assert output == (GOLDEN / f"report.{lang}.colour.text").read_bytes()
