"""The words of the reports and of the command line."""

from string import Formatter
from typing import Any

import pytest

from lifelong_learning.catalogue import words

BLANK = {
    "forms.left_before", "summary.superior_blank", "summary.place_blank", "summary.office_blank",
    "summary.abbreviation_blank", "summary.number_blank", "summary.date_blank",
}  # fmt: skip
"""Texts that one language has no need of."""
OTHER_PLACES = {
    "summary.place_date", "summary.date_blank", "summary.closing", "summary.closing_to", "summary.belonging",
}  # fmt: skip
"""In Vietnamese a date is spelt out by its parts, and a report names who makes it, its number and its day."""
SAME = {
    "summary.incomparable",
    "report.none", "report.at_least", "report.at_most", "summary.s_kind", "summary.target_said",
    "summary.cause", "summary.remark", "check.remedy", "target.ratio", "target.count", "trace.quoted",
    "scorecard.sha256", "summary.when_half", "summary.count", "summary.sentence", "summary.sentence_none",
    "summary.points_bare",
}  # fmt: skip
"""Texts that are the same in both languages."""


def _places(text: str) -> Any:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _both(key: str) -> Any:
    family, _, name = key.partition(".")
    return words.family(family)[name]


@pytest.mark.parametrize("key", words.keys())
def test_every_text_stands_in_both_languages(key: str) -> None:
    """Neither text is empty, both have the same places, and they differ unless they are known not to."""
    english, vietnamese = _both(key)
    assert (english.strip() == "") == (key in BLANK)
    assert (vietnamese.strip() == "") == (key == "summary.number_blank"), "room for a number written by hand"
    assert (_places(english) == _places(vietnamese)) == (key not in OTHER_PLACES)
    assert (english == vietnamese) == (key in SAME)


def test_places_are_filled() -> None:
    """Arguments go to their places in either language."""
    assert words.word("usage.path_missing", "en", path="a.xlsx") == "a.xlsx does not exist. Check the path."
    assert (
        words.word("usage.path_missing", "vi", path="a.xlsx")
        == "Không có a.xlsx. Đề nghị kiểm tra lại đường dẫn."
    )


def test_a_key_that_does_not_exist_is_an_error() -> None:
    """A wrong key is a fault of the program, not an empty text."""
    with pytest.raises(KeyError):
        words.word("usage.nothing_like_it", "en")


def test_a_place_that_is_not_filled_is_an_error() -> None:
    """No reader ever sees the name of a place, also where nothing was given to fill any."""
    with pytest.raises(KeyError):
        words.word("usage.path_missing", "en")
    with pytest.raises(KeyError):
        words.word("usage.path_unreadable", "en", path="a.xlsx")
