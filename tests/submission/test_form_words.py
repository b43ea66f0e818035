"""Messages name headers and choices as the form has them, whatever the language of the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning import read_submission
from lifelong_learning.catalogue import message, remedy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

VIETNAMESE = ["Mã đơn vị", "Tên đơn vị", "Cấp", "Huyện, thành phố", "Năm", "Số lượt người sử dụng thư viện"]
ENGLISH = ["Unit code", "Unit name", "Level", "District", "Year", "Library visits"]
PART = {"vi": "Số lượt học sinh, sinh viên sử dụng thư viện", "en": "library_visits_students"}


def test_a_vietnamese_form_is_answered_in_its_words(make: Callable[..., Path]) -> None:
    """In English and in Vietnamese alike."""
    rows = [[*VIETNAMESE, PART["vi"]], ["024", "A", "Bản", "Đồng Văn", 2024, 10, 20]]
    found = {one.code: one for one in read_submission(make("a.xlsx", {"Sheet1": rows})).findings}
    assert remedy(found["CE209"], "en") == "Enter one of: “Tỉnh”, “Huyện”, “Xã”."
    assert message(found["RW302"], "en") == (
        "20 is more than the 10 of “Số lượt người sử dụng thư viện”, of which it is a part."
    )
    assert "“Số lượt người sử dụng thư viện”" in message(found["RW302"], "vi")


def test_another_form_is_answered_in_the_language_of_the_sentence(make: Callable[..., Path]) -> None:
    """One header in Vietnamese among English ones does not make it Vietnamese."""
    rows = [[*ENGLISH, PART["vi"]], ["024", "A", "Bản", "Đồng Văn", 2024, 10, 20]]
    found = {one.code: one for one in read_submission(make("a.xlsx", {"Libraries": rows})).findings}
    assert remedy(found["CE209"], "en") == "Enter one of: “Province”, “District”, “Commune”."
    assert "“Library visits”" in message(found["RW302"], "en")


def test_a_column_that_is_missing_is_named_as_the_form_would(make: Callable[..., Path]) -> None:
    """Where the sheet gave no row, its own name tells the language."""
    rows = [["Mã đơn vị", "Tên đơn vị", "Cấp", "Số lượt người sử dụng thư viện"], ["024", "A", "Huyện", 1]]
    found = [
        one for one in read_submission(make("a.xlsx", {"Thư viện": rows})).findings if one.code == "SH103"
    ]
    assert {message(one, "en") for one in found} >= {"The required column “Năm” is missing."}
