"""The table of results: every result once, full figures, nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from lifelong_learning.reports import evaluation_csv
from lifelong_learning.reports.evaluation_csv import ResultRow
from tests.reports.checks.conftest import written

if TYPE_CHECKING:
    from types import SimpleNamespace


def _read(output: bytes) -> list[dict[str, str]]:
    text = output.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_every_result_has_a_row_with_the_full_figures(world: SimpleNamespace) -> None:
    """Groups come first, then every unit's results, each figure as the JSON has it."""
    card = world.scorecard
    rows = _read(written(evaluation_csv, card, "en"))
    assert len(rows) == len(card.groups) + sum(len(unit.results) for unit in card.units)
    assert [row["row"] for row in rows] == ["group"] * len(card.groups) + ["unit"] * (
        len(rows) - len(card.groups)
    )
    growth = next(r for r in rows if r["code"] == "024" and r["target"] == "library-visits-growth")
    assert (growth["value"], growth["threshold"], growth["upper"]) == ("0.161051", "0.1", "0.15")
    assert (growth["status"], growth["status_text"], growth["base_year"]) == ("exceeded", "exceeded", "2020")
    assert growth["score"] == "95.25"
    provisional = rows[2]
    assert (provisional["members"], provisional["reporting"], provisional["provisional"]) == (
        "11",
        "3",
        "true",
    )


def test_words_are_vietnamese_where_asked(world: SimpleNamespace) -> None:
    """Labels and statuses follow the language; ids do not."""
    row = _read(written(evaluation_csv, world.scorecard, "vi"))[0]
    assert (row["target"], row["label"]) == (
        "library-free-internet",
        "Thư viện có dịch vụ truy cập internet miễn phí",
    )
    assert (row["status"], row["status_text"]) == ("not_assessable", "chưa kết luận")


def test_bytes_that_excel_asks_for(world: SimpleNamespace) -> None:
    """The table begins with a byte order mark, and every line ends in CRLF."""
    output = written(evaluation_csv, world.scorecard, "vi")
    assert output.startswith(b"\xef\xbb\xbf" + ",".join(ResultRow._fields[:-1]).encode() + b"\r\n")
    assert output.count(b"\n") == output.count(b"\r\n")


def test_hostile_names_stay_in_their_field_as_text(hostile: SimpleNamespace) -> None:
    """A name that begins as a formula is disarmed, and no field breaks out of its row."""
    rows = _read(written(evaluation_csv, hostile.scorecard, "en"))
    assert {None not in row for row in rows} == {True}
    names = {row["name"] for row in rows if row["row"] == "unit"}
    assert names == {'\'=HYPERLINK("http://x","y")', "<script>alert(1)</script>| `x` [a](b)", "'@\\x1b[31m"}
