"""The merger of July 2025: districts cease, their libraries go over to others."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from lifelong_learning import Filters, Look, evaluate, read_submission, render
from lifelong_learning.api.traces import Trace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from lifelong_learning import Evaluation
    from lifelong_learning.model.scores import GroupResult, Result

HEAD = ["unit_code", "unit_name", "level", "district", "year", "library_visits"]
BEFORE = [
    ("024", "district", "Hà Giang", None, 2025, "TQ1"),
    ("026", "district", "Đồng Văn", None, 2025, "TQ1"),
]
MERGED = [*BEFORE, ("TQ1", "commune", "Tuyên Quang", 2026, None, None)]
ROWS = [
    ["024", "A", "district", "Hà Giang", 2020, 600_000],
    ["026", "B", "district", "Đồng Văn", 2020, 400_000],
    ["024", "A", "district", "Hà Giang", 2024, 660_000],
    ["TQ1", "C", "commune", "Tuyên Quang", 2026, 1_771_561],
]
GROWTH = "library-visits-growth"


@pytest.fixture
def run(workbook: Callable[..., Path], register: Callable[..., Path]) -> Callable[..., Evaluation]:
    """Return a function that evaluates rows of libraries with a register."""

    def evaluated(
        rows: Sequence[Sequence[object]],
        entries: Sequence[Sequence[object]],
        year: int = 2026,
        **more: object,
    ) -> Evaluation:
        path = workbook("Libraries", [HEAD, *rows])
        return evaluate(path, year=year, register=register(entries), **more)  # type: ignore[arg-type]

    return evaluated


def growth(evaluation: Evaluation, code: str = "TQ1") -> Result:
    """Return a unit's growth of visits."""
    unit = next(unit for unit in evaluation.scorecard.units if unit.identity.code == code)
    return next(result for result in unit.results if result.target.id == GROWTH)


def whole(evaluation: Evaluation) -> GroupResult:
    """Return the province's growth of visits."""
    return next(group for group in evaluation.scorecard.groups if group.target.id == GROWTH)


def exact(result: Result | GroupResult) -> Fraction:
    """Return a result's value as a fraction."""
    assert result.value is not None
    return Fraction(*result.value.exact)


def test_growth_starts_from_the_sum_of_those_taken_over(run: Callable[..., Evaluation]) -> None:
    """From 600,000 + 400,000 to 1,771,561 in six years is exactly 10% a year."""
    result = growth(run(ROWS, MERGED))
    assert (exact(result), result.status, result.base_year) == (Fraction(1, 10), "met", 2020)


def test_the_group_counts_a_successor_with_its_predecessors_as_one(run: Callable[..., Evaluation]) -> None:
    """The same libraries stand on both sides of the province's growth, under their new name."""
    group = whole(run(ROWS, MERGED))
    assert (exact(group), group.members, group.reporting, group.left_out) == (Fraction(1, 10), 1, 1, ())


def test_the_trace_names_the_cells_of_those_taken_over(run: Callable[..., Evaluation]) -> None:
    """Each figure stands with its unit and its place, and the sum stands in the formula."""
    evaluation = run(ROWS, MERGED)
    unit = next(unit for unit in evaluation.scorecard.units if unit.identity.code == "TQ1")
    unit = unit._replace(results=(growth(evaluation),))
    inputs = evaluation.evidence.inputs(unit, unit.results[0])
    found = [(used.year, used.unit, used.value, used.place.cell if used.place else None) for used in inputs]
    assert found == [
        (2020, "024", 600_000, "F2"),
        (2020, "026", 400_000, "F3"),
        (2026, None, 1_771_561, "F5"),
    ]
    text = " ".join(render(Trace(evaluation, (unit,)), "text").decode().split())
    assert "Library visits, 2020, of 024, since taken over: 600,000" in text
    assert "(1,771,561 / (600,000 + 400,000))^(1/6) - 1 = 10%" in text


def test_the_json_of_inputs_keeps_its_keys(run: Callable[..., Evaluation]) -> None:
    """A cell of a unit that was taken over has the keys of any other."""
    import json

    document = json.loads(render(run(ROWS, MERGED), "json", look=Look(inputs=True)))
    result = next(
        r for u in document["units"] if u["code"] == "TQ1" for r in u["results"] if r["target"] == GROWTH
    )
    assert [sorted(used) for used in result["inputs"]] == [
        ["cell", "file", "measure", "period", "sheet", "value", "year"]
    ] * 3


def test_the_successors_own_figure_is_added(run: Callable[..., Evaluation]) -> None:
    """A library that existed before and took others over starts from its own figure and theirs."""
    rows = [*ROWS, ["TQ1", "C", "commune", "Tuyên Quang", 2020, 771_561]]
    entries = [*BEFORE, ("TQ1", "commune", "Tuyên Quang", None, None, None)]
    assert exact(growth(run(rows, entries))) == 0


def test_a_successor_without_a_first_year_begins_with_its_first_row(run: Callable[..., Evaluation]) -> None:
    """A register that leaves the first year of a new library blank does not ask for its figure of 2020."""
    entries = [*BEFORE, ("TQ1", "commune", "Tuyên Quang", None, None, None)]
    assert exact(growth(run(ROWS, entries))) == Fraction(1, 10)


def test_one_that_did_not_report_is_missing_and_not_nil(run: Callable[..., Evaluation]) -> None:
    """Without the figure of 026 for 2020 the growth starts from the first year that both have."""
    rows = [row for row in ROWS if row[:1] != ["026"]]
    result = growth(run(rows, MERGED))
    assert (result.status, result.reason) == ("not_assessable", "no_base_year")
    later = [*rows, ["026", "B", "district", "Đồng Văn", 2024, 1_111_561]]
    result = growth(run(later, MERGED))
    assert (exact(result), result.base_year) == (Fraction(0), 2024)


def test_an_existing_successor_that_did_not_report_is_missing(run: Callable[..., Evaluation]) -> None:
    """A library that was there in 2020 without a figure does not grow from the others' figures alone."""
    rows = [*ROWS, ["TQ1", "C", "commune", "Tuyên Quang", 2024, 5]]
    entries = [*BEFORE, ("TQ1", "commune", "Tuyên Quang", None, None, None)]
    assert growth(run(rows, entries)).reason == "no_base_year"


def test_a_chain_of_successors_leads_to_the_last(run: Callable[..., Evaluation]) -> None:
    """A unit that was taken over by one that was itself taken over counts at the end of the chain."""
    entries = [
        ("024", "district", "Hà Giang", None, 2023, "026"),
        ("026", "district", "Đồng Văn", None, 2025, "TQ1"),
        ("TQ1", "commune", "Tuyên Quang", 2026, None, None),
    ]
    rows = [row for row in ROWS if row[4] != 2024]
    assert exact(growth(run(rows, entries))) == Fraction(1, 10)
    alive = [*rows, ["026", "B", "district", "Đồng Văn", 2024, 1_000_000]]
    assert exact(growth(run(alive, entries, year=2024), "026")) == 0


def test_successors_in_a_circle_end(run: Callable[..., Evaluation]) -> None:
    """A register that leads in a circle hands nothing over."""
    entries = [
        ("024", "district", "X", None, 2023, "026"),
        ("026", "district", "X", None, 2023, "024"),
        MERGED[2],
    ]
    assert growth(run(ROWS, entries)).reason == "no_base_year"


def test_a_run_narrowed_to_the_successor_gives_the_same(run: Callable[..., Evaluation]) -> None:
    """Its predecessors stand behind it whichever units were asked for."""
    assert exact(growth(run(ROWS, MERGED, filters=Filters(units=("TQ1",))))) == Fraction(1, 10)


def test_before_the_merger_every_unit_stands_for_itself(run: Callable[..., Evaluation]) -> None:
    """In 2024 the library of the town grew from its own figure, and the district targets have their units."""
    evaluation = run(ROWS, MERGED, year=2024)
    result = growth(evaluation, "024")
    assert (result.base_year, float(exact(result)) < 0.03) == (2020, True)
    scopes = {(group.target.id, group.scope.level) for group in evaluation.scorecard.groups}
    assert ("library-free-internet", "district") in scopes
    assert ("library-free-internet", "commune") not in scopes


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        (
            "en",
            "From 2025 on there is no district level any more; not assessed there: Libraries with free "
            "internet access; Libraries that teach how to use the library; Libraries that hold talks; "
            "Libraries that hold classes in skills for the workforce; Residents who use the library.",
        ),
        (
            "vi",
            "Từ năm 2025 không còn cấp huyện nên không đánh giá các chỉ tiêu sau ở cấp này: Thư "
            "viện có dịch vụ truy cập internet miễn phí; Thư viện tổ chức lớp hướng dẫn sử dụng thư viện;",
        ),
    ],
)
def test_after_the_merger_the_report_says_what_is_left_out(
    run: Callable[..., Evaluation], lang: str, line: str
) -> None:
    """A target of the districts has no group in 2026, and the report says why."""
    evaluation = run(ROWS, MERGED)
    assert all(group.scope.level != "district" for group in evaluation.scorecard.groups)
    text = " ".join(render(evaluation, "text", lang).decode().split())  # type: ignore[arg-type]
    assert line in text


def test_a_merger_is_no_jump_and_no_missing_base_year(
    workbook: Callable[..., Path], register: Callable[..., Path]
) -> None:
    """The rise in the year of the merger has its reason, and so has the empty base year."""
    rows = [HEAD, *ROWS[:2], ["TQ1", "C", "commune", "Tuyên Quang", 2025, 100], ROWS[3]]
    entries = [*BEFORE, ("TQ1", "commune", "Tuyên Quang", None, None, None)]
    path = workbook("Libraries", rows)
    codes = {found.code for found in read_submission(path, register=register(entries)).findings}
    assert not codes & {"YR401", "YR402"}
    bare = {found.code for found in read_submission(path).findings}
    assert bare >= {"YR401", "YR402"}
