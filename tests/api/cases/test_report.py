"""What a person reads when a case fails, and what passes for agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifelong_learning.api.cases import CaseReport

HEAD = """cases:
  - case: a share of learners
    why: 16 of 99 residents.
    year: 2024
    units:
      - {kind: library, code: A, level: district,
         figures: {2024: {learners: 16, residents: 99, open_on_sunday: yes}}}
    expect:
"""


def test_a_failing_case_shows_both_sides(told: Callable[..., str]) -> None:
    """The case, its place, the reason why, and each difference with what was expected and what came out."""
    text = HEAD + (
        "      - {unit: A, target: learners-share, value: 16.17… %, status: met,"
        " base_year: 2020, attainment: 80 %}\n"
        "      - {unit: A, target: open-on-sunday, value: no}\n"
        "      - {group: learners-share, left_out: [B], provisional: yes, members: 2, origin: reported}\n"
        "      - {unit: A, score: 90}\n"
    )
    assert told(text) == (
        "FAILED  a share of learners\n"
        "  a.yaml:2\n"
        "  16 of 99 residents.\n"
        "  A learners-share: value (line 9)\n"
        "    expected: 16.17… %\n"
        "    came out: 16.161616…%\n"
        "  A learners-share: status (line 9)\n"
        "    expected: met\n"
        "    came out: pending\n"
        "  A learners-share: base_year (line 9)\n"
        "    expected: 2020\n"
        "    came out: null\n"
        "  A learners-share: attainment (line 9)\n"
        "    expected: 80%\n"
        "    came out: 80.808080…%\n"
        "  A open-on-sunday: value (line 10)\n"
        "    expected: no\n"
        "    came out: yes\n"
        "  learners-share: left_out (line 11)\n"
        "    expected: B\n"
        "    came out: nobody\n"
        "  learners-share: provisional (line 11)\n"
        "    expected: yes\n"
        "    came out: no\n"
        "  learners-share: members (line 11)\n"
        "    expected: 2\n"
        "    came out: 1\n"
        "  learners-share: origin (line 11)\n"
        "    expected: reported\n"
        "    came out: computed\n"
        "  A: score (line 12)\n"
        "    expected: 90\n"
        "    came out: 88.484848…\n"
        "\n"
        "0 of 1 cases of plan passed.\n"
    )


def test_a_failing_case_in_vietnamese(told: Callable[..., str]) -> None:
    """The frame of the report is Vietnamese; ids and the words of the case stay as they are."""
    assert told(HEAD + "      - {unit: A, target: learners-share, status: met}\n", lang="vi") == (
        "KHÔNG ĐẠT  a share of learners\n"
        "  a.yaml:2\n"
        "  16 of 99 residents.\n"
        "  A learners-share: status (dòng 9)\n"
        "    phải là:  met\n"
        "    thực tế:  pending\n"
        "\n"
        "0/1 tình huống của plan đúng như đã ghi.\n"
    )


@pytest.mark.parametrize(
    ("entry", "what", "expected", "actual"),
    [
        ("{unit: B, target: wifi, status: met}", "B wifi", "one result", "no such result"),
        ("{unit: A, absent: yes}", "A", "no such result", "scored"),
        ("{group: wifi, absent: yes}", "wifi", "no such result", "no_data"),
        ("{group: wifi, district: North, status: met}", "wifi North", "one result", "no such result"),
    ],
)
def test_a_result_that_is_there_or_not(
    run: Callable[[str], CaseReport], entry: str, what: str, expected: str, actual: str
) -> None:
    """A result that is missing, or that should be, is a difference like any other."""
    (difference,) = run(f"{HEAD}      - {entry}\n").outcomes[0].differences
    told = tuple(part if isinstance(part, str) else part.en for part in difference[:3])
    assert told == (what, expected, actual)


@pytest.mark.parametrize("value", ["16/99", "16.1… %", "16.16… %", "16.161616… %", "0.1616…", '"32/198"'])
def test_figures_that_agree(run: Callable[[str], CaseReport], value: str) -> None:
    """A fraction is exact in any terms; a figure with … is compared as far as it is written, floored."""
    assert run(f"{HEAD}      - {{unit: A, target: learners-share, value: {value}}}\n").passed


@pytest.mark.parametrize("value", ["16.16 %", "16.17… %", "16.2… %", "0.1616", "16/98", "null", "1"])
def test_figures_that_do_not_agree(run: Callable[[str], CaseReport], value: str) -> None:
    """Without … a figure is exact; with it the figure is floored and not rounded."""
    assert run(f"{HEAD}      - {{unit: A, target: learners-share, value: {value}}}\n").failed == 1


def test_yes_is_not_one(run: Callable[[str], CaseReport]) -> None:
    """The value of a unit's coverage is yes or no, not a number."""
    assert run(f"{HEAD}      - {{unit: A, target: open-on-sunday, value: yes}}\n").passed
    assert run(f"{HEAD}      - {{unit: A, target: open-on-sunday, value: 1}}\n").failed == 1
