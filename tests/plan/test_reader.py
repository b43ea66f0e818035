"""YAML may not guess."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lifelong_learning.plan.places import Place, Reporter
from lifelong_learning.plan.reader import read


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("null", None), ("~", None), ("", None), ("true", True), ("false", False),
        ("7", 7), ("-7", -7), ("0", 0), ("2.50", Decimal("2.50")),
        ("010", "010"), ("NO", "NO"), ("yes", "yes"), ("True", "True"), ("2026-11-22", "2026-11-22"),
        ("1_000", "1_000"), ("0x10", "0x10"), ("1e3", "1e3"), (".5", ".5"), (".nan", ".nan"),
        ("12:30", "12:30"), ("+1", "+1"), ("9" * 19, "9" * 19), ("'7'", "7"),
        ('"true"', "true"), ("10 %", "10 %"),
    ],
)  # fmt: skip
def test_only_five_sorts_of_value_are_resolved(written: str, meant: object) -> None:
    """Null, true, false, whole numbers and decimals have a type; all else is the text that was written."""
    report = Reporter()
    document = read("a.yaml", f"key: {written}\n".encode(), report)
    assert report.found == []
    assert document.data == {"key": meant}
    assert isinstance(document.data, dict)
    assert type(document.data["key"]) is type(meant)


def test_places_count_characters() -> None:
    """A column counts characters from 1, not bytes."""
    document = read("a.yaml", "\ufeffnhãn: {tên: [một, hai]}\n".encode(), Reporter())
    assert document.data == {"nhãn": {"tên": ["một", "hai"]}}
    assert document.marks["nhãn", "tên", 1] == Place("a.yaml", 1, 19)
    assert document.keys["nhãn", "tên"] == Place("a.yaml", 1, 8)
    assert document.place(("nhãn", "gone", 3)) == Place("a.yaml", 1, 7)
