"""The line of a ratio where units took others over: one rule for units and groups, filters, and the trace."""

from __future__ import annotations

import json
from fractions import Fraction
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from lifelong_learning import Filters, Look, evaluate, render, trace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from lifelong_learning import Evaluation
    from lifelong_learning.model.scores import GroupResult, Result

HEAD = [
    "unit_code", "unit_name", "level", "district", "year", "active_users", "population_to_be_served",
    "free_internet_access",
]  # fmt: skip
READERS, INTERNET = "library-population-reached", "library-free-internet"


@pytest.fixture
def run(
    workbook: Callable[..., Path],
    register: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Evaluation]:
    """Return a function that evaluates rows of libraries in 2024 with a register."""
    monkeypatch.chdir(tmp_path)

    def evaluated(
        rows: Sequence[Sequence[object]], entries: Sequence[Sequence[object]], **more: Any
    ) -> Evaluation:
        more = {"year": 2024, **more}
        return evaluate(workbook("Libraries", [HEAD, *rows]).name, register=register(entries), **more)

    return evaluated


def row(code: str, year: int, readers: int | None, people: int | None, **more: str) -> list[object]:
    """Return one row of a library."""
    level, yes = more.get("level", "commune"), more.get("internet")
    return [code, f"Thư viện {code}", level, "Đồng Văn", year, readers, people, yes]


def unit_result(evaluation: Evaluation, code: str, target: str = READERS) -> Result:
    """Return a unit's result."""
    unit = next(unit for unit in evaluation.scorecard.units if unit.identity.code == code)
    return next(result for result in unit.results if result.target.id == target)


def group_result(evaluation: Evaluation, level: str = "commune", target: str = READERS) -> GroupResult:
    """Return a group's result."""
    groups = evaluation.scorecard.groups
    return next(g for g in groups if (g.target.id, g.scope.level) == (target, level))


def start(result: Result | GroupResult) -> Fraction | None:
    """Return the value that a result's line begins at."""
    return None if result.line is None else Fraction(*result.line.points[0][1])


MERGED = [
    ("A", "commune", "Đồng Văn", None, 2022, "C"),
    ("B", "commune", "Đồng Văn", None, 2022, "C"),
    ("C", "commune", "Đồng Văn", 2023, None, None),
]
ROWS = [row("A", 2020, 20, 1000), row("B", 2020, 10, 500), row("C", 2024, 60, 1500)]


def test_a_unit_starts_from_the_sums_of_those_it_took_over(run: Callable[..., Evaluation]) -> None:
    """30 of 1,500 in 2020 is 2%; the line stands at 5.2% in 2024, and 4% is behind it, for the unit and
    for its group alike."""
    evaluation = run(ROWS, MERGED)
    for result in (unit_result(evaluation, "C"), group_result(evaluation)):
        assert (start(result), result.status, result.base_year) == (Fraction(2, 100), "behind", 2020)
        assert result.line is not None
        assert Fraction(*result.line.expected) == Fraction(52, 1000)


def test_its_own_figure_counts_where_it_was_expected(run: Callable[..., Evaluation]) -> None:
    """A library that was there in 2020 adds its own figure; one that was not adds nothing, even where it
    has a row."""
    rows = [*ROWS, row("C", 2020, 300, 1500)]
    there = [*MERGED[:2], ("C", "commune", "Đồng Văn", 2010, None, None)]
    assert start(unit_result(run(rows, there), "C")) == Fraction(330, 3000)
    assert start(unit_result(run(rows, MERGED), "C")) == Fraction(2, 100)


def test_one_expected_without_a_figure_is_no_start(run: Callable[..., Evaluation]) -> None:
    """Without B's figure of 2020 the unit has no line; the group's begins at the units that reported."""
    evaluation = run([r for r in ROWS if r[0] != "B"], MERGED)
    assert (unit_result(evaluation, "C").status, unit_result(evaluation, "C").line) == ("pending", None)
    assert start(group_result(evaluation)) == Fraction(2, 100)


def test_one_that_did_not_exist_yet_adds_nothing(run: Callable[..., Evaluation]) -> None:
    """B, opened in 2021, has no part in the start of 2020."""
    entries = [MERGED[0], ("B", "commune", "Đồng Văn", 2021, 2022, "C"), MERGED[2]]
    assert start(unit_result(run(ROWS, entries), "C")) == Fraction(20, 1000)


def test_another_level_stands_in_only_where_none_of_its_own_was_taken_over(
    run: Callable[..., Evaluation],
) -> None:
    """Populations of a district and of its communes lie within one another and are never added up."""
    entries = [*MERGED, ("D", "district", "Đồng Văn", None, 2022, "C")]
    rows = [*ROWS, row("D", 2020, 500, 5000, level="district")]
    assert start(unit_result(run(rows, entries), "C")) == Fraction(2, 100)
    alone = [entries[2], entries[3]]
    assert start(unit_result(run(rows, alone), "C")) == Fraction(500, 5000)


def test_a_chain_of_mergers_goes_step_by_step(run: Callable[..., Evaluation]) -> None:
    """A went to B in 2020 and B to C in 2022: in 2020 both stood for C, in 2024 C alone."""
    entries = [("A", "commune", "Đồng Văn", None, 2020, "B"), MERGED[1], MERGED[2]]
    evaluation = run(ROWS, entries)
    assert start(unit_result(evaluation, "C")) == Fraction(30, 1500)
    earlier = run([*ROWS, row("B", 2022, 5, 1500)], entries, year=2022)
    assert start(unit_result(earlier, "B")) == Fraction(30, 1500)


def test_a_successor_without_a_first_year_exists_from_the_year_after_the_last(
    run: Callable[..., Evaluation],
) -> None:
    """In 2022 C is neither a member of the group nor listed; its missing figure of 2020 matters to nobody."""
    entries = [*MERGED[:2], ("C", "commune", "Đồng Văn", None, None, None)]
    assert start(unit_result(run(ROWS, entries), "C")) == Fraction(2, 100)
    earlier = run([*ROWS, row("A", 2022, 1, 1000)], entries, year=2022)
    assert [unit.identity.code for unit in earlier.scorecard.units] == ["A", "B"]
    assert group_result(earlier).members == 2


def test_a_coverage_has_no_line_from_others(run: Callable[..., Evaluation]) -> None:
    """Whether A and B had internet in 2020 says nothing of the line of C."""
    rows = [row("A", 2020, None, None, internet="có", level="district")]
    rows += [row("C", 2024, None, None, internet="không", level="district")]
    entries = [(code, "district", *rest) for code, _, *rest in MERGED if code != "B"]
    assert unit_result(run(rows, entries), "C", INTERNET).status == "pending"


def test_a_group_starts_from_units_closed_since(run: Callable[..., Evaluation]) -> None:
    """Of three district libraries of 2020 one reported no, one yes, and one, closed in 2023, yes: the line
    starts at 2/3."""
    entries = [
        ("026", "district", "Đồng Văn", None, None, None),
        ("050", "district", "Đồng Văn", None, None, None),
        ("032", "district", "Đồng Văn", None, 2023, None),
    ]
    rows = [
        row("026", 2020, None, None, level="district", internet="không"),
        row("050", 2020, None, None, level="district", internet="có"),
        row("032", 2020, None, None, level="district", internet="có"),
        row("026", 2024, None, None, level="district", internet="không"),
        row("050", 2024, None, None, level="district", internet="có"),
    ]
    group = group_result(run(rows, entries), "district", INTERNET)
    assert (start(group), group.status, group.members) == (Fraction(2, 3), "behind", 2)


@pytest.mark.parametrize("code", ["A", "C", "026"])
def test_one_unit_alone_comes_to_the_same(run: Callable[..., Evaluation], code: str) -> None:
    """`--unit` gives each unit the results that it has without; what it took over is no member of groups."""
    entries = [*MERGED, ("026", "commune", "Đồng Văn", None, None, None)]
    rows = [*ROWS, row("026", 2020, 1, 10), row("026", 2024, 2, 50), row("A", 2024, 1, 1000)]
    every = run(rows, entries)
    alone = run(rows, entries, filters=Filters(units=(code,)))
    (unit,) = alone.scorecard.units
    assert unit.identity.code == code
    assert unit.results == next(u for u in every.scorecard.units if u.identity.code == code).results
    assert {group.members for group in alone.scorecard.groups} <= {0, 1, None}


def test_the_trace_names_every_cell_behind_a_start(run: Callable[..., Evaluation]) -> None:
    """The cells of A and B of 2020 stand in the trace of C, and the line that they give."""
    traced = trace(run(ROWS, MERGED, filters=Filters(units=("Thư viện C",))), "residents who use the library")
    text = " ".join(render(traced, "text", look=Look(width=200)).decode().split())
    assert "Active users (residents), 2020, of A, since taken over: 20" in text
    assert "Population to be served, 2020, of B, since taken over: 500" in text
    assert "from 2% in 2020 to 10% in 2030; 5.2% in 2024" in text


GROUP_TEXT = """\
Year 2024 · ha-giang-2030

Residents who use the library (Commune)
────────────────────────────────────────────────────────────────────────────────
Units          C Thư viện C: 60 / 1,500  data.xlsx › Libraries › F4, G4
               D Thư viện: ? / ?  not in the value  no such cell
Formula        Active users (residents) / Population to be served
Filled in      60 / 1,500 = 4%
Threshold      10–15%, by 2030
Units in 2020  A Thư viện A: 20 / 1,000  data.xlsx › Libraries › F2, G2
               B Thư viện B: 10 / 500  data.xlsx › Libraries › F3, G3
               D Thư viện: ? / ?  not in the value  no such cell
On the line    from 2% in 2020 to 10% in 2030; 5.2% in 2024
Comparison     4% is below 5.2%
Attained       40%
Verdict        ▿ behind
Note           provisional: 1 of 2 reported
Clause         B.II.2.1¶5: “tỷ lệ người dân trên địa bàn sử dụng thư viện phục
               vụ nhu cầu học tập, tìm kiếm kiến thức nâng cao hiểu biết đạt 10
               - 15%”
Remark         Persons, not visits. Populations are nested, so levels are never
               added up.
"""


def test_the_trace_of_a_group_goes_unit_by_unit(run: Callable[..., Evaluation]) -> None:
    """Each unit's figures with their cells, the sums, and the same of the base year that the line is from."""
    entries = [*MERGED, ("D", "commune", "Đồng Văn", None, None, None)]
    traced = trace(run(ROWS, entries), READERS, groups=True)
    text = render(traced, "text", look=Look(width=80)).decode()
    assert text.strip() == GROUP_TEXT.strip()


def test_the_json_of_groups_fits_its_schema(run: Callable[..., Evaluation]) -> None:
    """Every unit stands with its cells and whether it entered the value; the line with its own."""
    document = json.loads(render(trace(run(ROWS, MERGED), READERS, groups=True), "json"))
    schema = json.loads((files("lifelong_learning") / "schemas" / "trace-1.json").read_text("utf-8"))
    jsonschema.validate(document, schema)
    (group,) = document["groups"]
    assert (document["units"], group["target"], group["status"]) == ([], READERS, "behind")
    assert [(u["code"], u["entered"], [i["value"] for i in u["inputs"]]) for u in group["units"]] == [
        ("C", True, [60, 1500])
    ]
    assert [(u["code"], u["entered"], [i["value"] for i in u["inputs"]]) for u in group["line_units"]] == [
        ("A", True, [20, 1000]),
        ("B", True, [10, 500]),
    ]
    assert group["line"]["expected"] == pytest.approx(0.052)
