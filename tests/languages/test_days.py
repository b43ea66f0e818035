"""Days as each language writes them, wherever a person reads one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lifelong_learning import load_plan, render
from lifelong_learning.api.plans import stale
from lifelong_learning.catalogue import finding, message
from lifelong_learning.model.localised import Day

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang

LANGS: tuple[Lang, ...] = ("en", "vi")


@pytest.mark.parametrize(
    ("written", "lang", "shown"),
    [
        ("2024-05-03", "en", "2024-05-03"),
        ("2024-05-03", "vi", "03/05/2024"),
        ("2024-05-03 08:30:00", "vi", "03/05/2024 08:30:00"),
        ("08:30:00", "vi", "08:30:00"),
        ("2030", "vi", "2030"),
        ("", "vi", ""),
    ],
)
def test_a_day_is_written_as_the_language_does(written: str, lang: Lang, shown: str) -> None:
    """Year first in English, day first in Vietnamese; what is no day stays."""
    assert Day(written).of(lang) == shown


def test_a_finding_writes_days_so() -> None:
    """A date in a cell, and the day on which a waiver ended."""
    dated = finding("CE210", value=Day("2024-05-03"))
    assert message(dated, "en") == "The cell holds the date 2024-05-03, where a number belongs."
    assert message(dated, "vi") == "Ô chứa ngày 03/05/2024, trong khi cần nhập số."
    ended = finding("PL940", target="t", unit="01", expires=Day("2024-12-30"), needed=Day("2024-12-31"))
    assert "30/12/2024" in message(ended, "vi")
    assert "2024-12-30" in message(ended, "en")


def test_the_list_of_what_is_due_writes_days_so() -> None:
    """The day that was asked for, and the day of the last comparison."""
    said = {
        lang: render(stale(load_plan("ha-giang-2030"), verified_before="2100-01-31"), "text", lang).decode()
        for lang in LANGS
    }
    assert "before 2100-01-31" in said["en"]
    assert "31/01/2100" in said["vi"]
    assert "2026-11-22" in said["en"]
    assert "22/11/2026" in said["vi"]
    assert "2026-11-22" not in said["vi"]
