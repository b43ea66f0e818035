"""The Markdown document: the text report's tables, with nothing of a submission as markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from lifelong_learning.reports.document.markdown import escaped, render
from lifelong_learning.reports.view import evaluation

if TYPE_CHECKING:
    from types import SimpleNamespace

    from lifelong_learning.model.plan import Lang


def _text(found: SimpleNamespace, lang: Lang = "en") -> str:
    document = evaluation.document(
        found.scorecard, found.findings, lang=lang, commitments_of=found.commitments_of
    )
    return render(document).decode()


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_table_is_whole(world: SimpleNamespace, lang: Lang) -> None:
    """Every row of a table has as many cells as its header."""
    blocks = [b.splitlines() for b in _text(world, lang).split("\n\n") if b.lstrip().startswith("|")]
    assert len(blocks) == 5
    for block in blocks:
        assert {len(re.findall(r"(?<!\\)\|", line)) for line in block} == {block[0].count("|")}


def test_a_line_says_value_threshold_and_verdict(world: SimpleNamespace) -> None:
    """A group's line is the text report's, its note in the last column."""
    lines = _text(world).splitlines()
    assert (
        "| Average annual growth of library visits: since 2020 | 4.8% | 10–15% | ✗ not met | 48% "
        "| 3 of 11 | provisional: 3 of 11 reported; without 026, 027, 028, 029 +4 more |"
    ) in lines


def test_hostile_names_are_text(hostile: SimpleNamespace) -> None:
    """No name opens a tag, a link, code or a column of its own."""
    text = _text(hostile)
    assert "\\<script\\>alert(1)\\</script\\>\\| \\`x\\` \\[a\\](b)" in text
    assert not re.search(r"(?<!\\)[<`\[]", text)
    assert "\x1b" not in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a-b", "a-b"),
        ("- a", "\\- a"),
        ("1. x", "1\\. x"),
        ("90.9%", "90.9%"),
        ("# x", "\\# x"),
        ("www.x.vn", "www\\.x.vn"),
        ("http://x", "http\\://x"),
        ("a\nb", "a\\\\nb"),
    ],
)
def test_marks_are_escaped(text: str, shown: str) -> None:
    """What Markdown would read as a mark at that place is escaped."""
    assert escaped(text) == shown
