"""The file of who issues the report: read strictly, every fault named with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lifelong_learning import catalogue
from lifelong_learning.api.summaries import read_letterhead
from lifelong_learning.errors import PlanError, UsageError
from lifelong_learning.reports.summary.records import Letterhead

if TYPE_CHECKING:
    from pathlib import Path

FAULTS = [
    ("body: 12\n", "letterhead.yaml:1:7: “12” is not a text of 1 to 200 characters."),
    (
        "sender: x\n",
        "letterhead.yaml:1:1: A letterhead has no key “sender”. superior, body, abbreviation, number, place, "
        "to, recipients, signatory, proposals",
    ),
    ("recipients: all\n", "letterhead.yaml:1:13: This is not a list of at most 30."),
    ("signatory: Giám đốc\n", "letterhead.yaml:1:12: Keys and values belong here. authority, title, name"),
    (
        "- x\n",
        "letterhead.yaml:1:1: Keys and values belong here. superior, body, abbreviation, number, place",
    ),
]


def test_everything_may_be_left_out(tmp_path: Path) -> None:
    """What the file does not say is left to be filled in."""
    path = tmp_path / "letterhead.yaml"
    path.write_text("body: SỞ VĂN HÓA\nsignatory:\n  title: GIÁM ĐỐC\n", encoding="utf-8")
    assert read_letterhead(str(path)) == Letterhead(body="SỞ VĂN HÓA", title="GIÁM ĐỐC")


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_faults_have_their_place(tmp_path: Path, text: str, expected: str) -> None:
    """A fault says what is wrong in which line and column, and what is allowed."""
    path = tmp_path / "letterhead.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        read_letterhead(str(path))
    found = caught.value.findings
    said = [
        f"letterhead.yaml:{one.line}:{one.column}: {catalogue.message(one, 'en')} {one.args.get('known', '')}"
        for one in found  # type: ignore[attr-defined]
    ]
    assert len(said) == 1
    assert said[0].startswith(expected)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A letterhead that does not exist stops the run."""
    with pytest.raises(UsageError) as caught:
        read_letterhead(str(tmp_path / "none.yaml"))
    assert caught.value.key == "path_missing"
