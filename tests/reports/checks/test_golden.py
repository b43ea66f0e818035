"""Whole outputs of a representative report, compared byte for byte in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lifelong_learning.reports.checks.formats import FORMATS, FormatName, Screen, render, stream

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.checks.report import CheckReport

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("name", FORMATS)
def test_whole_output(name: FormatName, lang: Lang, report: CheckReport) -> None:
    """Every format says the whole report in the language, to the byte, and again the same."""
    output = render(name, report, lang)
    assert output == (GOLDEN / f"report.{lang}.{name}").read_bytes()
    assert render(name, report, lang) == output


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("name", FORMATS)
def test_whole_output_when_sound(name: FormatName, lang: Lang, sound: CheckReport) -> None:
    """A report without a finding is said in full as well."""
    assert render(name, sound, lang) == (GOLDEN / f"sound.{lang}.{name}").read_bytes()


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_whole_text_in_colour(lang: Lang, report: CheckReport) -> None:
    """A wide coloured terminal gets the same words with colours beside them."""
    output = render("text", report, lang, Screen(width=120, colour=True))
    assert output == (GOLDEN / f"report.{lang}.colour.text").read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_pieces_are_the_whole(name: FormatName, report: CheckReport) -> None:
    """The pieces of a stream joined are the report."""
    assert b"".join(stream(name, report, "en")) == render(name, report, "en")
