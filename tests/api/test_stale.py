"""What of a plan needs a look, and what is said where its figures end."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import jsonschema
import pytest

from lifelong_learning import UsageError, load_plan, render
from lifelong_learning.api.plans import stale

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "source: {clause: I.1, quote: ba mươi phần trăm"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a plan with a dated figure, whose sources were compared in part."""
    from lifelong_learning.api.plans import new_plan

    folder = new_plan("x-2030", str(tmp_path))
    targets = folder / "targets.yaml"
    written = targets.read_text("utf-8")
    written = written.replace("{level: commune, threshold: 50%}", "{level: commune, threshold: DATED}")
    written = written.replace("DATED", "[{since: 2025, value: 30 %}, {since: 2027, value: 50 %}]")
    written = written.replace("clause: I.1,", "clause: I.1, verified: 2026-01-31,")
    targets.write_text(written, "utf-8")
    return folder


def listed(plan: Path, **asked: object) -> list[tuple[str, list[str]]]:
    """Return the ids that need a look, each with its reasons."""
    document = json.loads(render(stale(load_plan(plan), **asked), "json"))  # type: ignore[arg-type]
    schema = files("lifelong_learning").joinpath("schemas/stale-1.json").read_text("utf-8")
    jsonschema.validate(document, json.loads(schema))
    return [(one["id"], [concern["why"] for concern in one["concerns"]]) for one in document["stale"]]


NEVER = [("library-visits-growth", ["never_verified"]), ("book-day", ["never_verified"])]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"year": 2027}, NEVER),
        ({"year": 2028}, [("library-free-internet", ["threshold"]), *NEVER]),
        ({}, [("library-free-internet", ["threshold"]), *NEVER]),
        ({"year": 2027, "verified_before": "2026-01-31"}, NEVER),
        ({"year": 2027, "verified_before": "2026-02-01"}, [("library-free-internet", ["verified"]), *NEVER]),
        (
            {"year": 2031},
            [
                ("library-free-internet", ["target_year"]),
                ("library-visits-growth", ["never_verified", "target_year"]),
                ("book-day", ["never_verified"]),
            ],
        ),
    ],
)
def test_what_needs_a_look(plan: Path, asked: dict[str, object], expected: object) -> None:
    """Sources never compared or compared too long ago, and figures that end before the year."""
    assert listed(plan, **asked) == expected


def test_the_list_for_people(plan: Path) -> None:
    """It names the year that it was made for, the clause, and what to do."""
    text = render(stale(load_plan(plan), verified_before="2026-06-01"), "text").decode()
    assert text.startswith(
        "What needs a look in x-2030 before it is applied to 2030. Sources last compared\n"
        "before 2026-06-01 are due again.\n"
        "\n"
        "library-free-internet  Libraries with free internet access\n"
        "  I.1: “the operative phrase of the clause”\n"
        "  Last compared with the document on 2026-01-31.\n"
        "  Its last dated figure is that of 2027: look for a later one.\n"
    )
    vietnamese = render(stale(load_plan(plan), year=2031), "text", "vi").decode()
    assert "  Năm mục tiêu là 2030: đề nghị tìm kế hoạch của giai đoạn tiếp theo.\n" in vietnamese


def test_the_bundled_plan_needs_no_look_to_its_end() -> None:
    """Every source of the plan to 2030 has been compared, and its figures reach to 2030."""
    assert (
        render(stale(load_plan("ha-giang-2030")), "text").decode()
        == "What needs a look in ha-giang-2030 before it is applied to 2030.\nNothing.\n"
    )


@pytest.mark.parametrize(
    ("asked", "key"),
    [({"year": 1200}, "year_range"), ({"verified_before": "31/01/2026"}, "value_invalid")],
)
def test_what_cannot_be_asked(plan: Path, asked: dict[str, object], key: str) -> None:
    """A year or a day that cannot be is refused."""
    with pytest.raises(UsageError) as refused:
        listed(plan, **asked)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2026, None), (2027, None), (2028, ("threshold", 2027)), (2031, ("target_year", 2030))],
)
def test_a_year_lies_beyond_a_targets_figures(
    plan: Path, year: int, expected: tuple[str, int] | None
) -> None:
    """After the last dated figure, and after the target year."""
    assert load_plan(plan).target["library-free-internet"].outlived(year) == expected
