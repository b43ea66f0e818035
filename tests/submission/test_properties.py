"""What holds of every submission, whatever stands in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lifelong_learning.catalogue import message, remedy
from lifelong_learning.model.submission import LARGEST_COUNT
from lifelong_learning.plan import load_plan
from lifelong_learning.submission.checks import check_rows
from lifelong_learning.submission.file import read_workbook
from lifelong_learning.submission.reading import assemble
from lifelong_learning.submission.source.grid import Grid, transposed
from lifelong_learning.submission.source.parts import SheetPart
from lifelong_learning.submission.years import check_years

if TYPE_CHECKING:
    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.submission import Panel

PLAN = load_plan("ha-giang-2030")
HEAD = [
    "unit_code", "unit_name", "level", "district", "year", "period",
    "library_visits", "library_visits_students", "free_internet_access", "note",
]  # fmt: skip
CELLS = st.one_of(
    st.sampled_from(
        ["", "-", "…", "231.075", "15,82", "12 triệu", "có", "không", "x", -1.0, 0.5, 1e300, True]
    ),
    st.integers(0, 300).map(float),
    st.floats(),
    st.text(max_size=12),
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["024", "026", "027", ""]),
        st.sampled_from(["Thư viện A", "Thư viện B", ""]),
        st.sampled_from(["Tỉnh", "Huyện", "Xã", "Phường", ""]),
        st.sampled_from(["Đồng Văn", "Mèo Vạc", ""]),
        st.sampled_from([2020.0, 2021.0, "2022", 20.0, ""]),
        st.sampled_from(["", "h1", "quý"]),
        CELLS, CELLS, CELLS, st.text(max_size=5),
    ),
    max_size=8,
)  # fmt: skip
UNIQUE_ROWS = ROWS.map(lambda rows: list({(row[0], row[4], row[5]): row for row in rows}.values()))


class Book:
    """A workbook of one sheet that was never a file."""

    path, sha256 = "a.xlsx", "0"
    sheets = (SheetPart("Libraries", False, "xl/worksheets/sheet1.xml"),)

    def __init__(self, rows: list[list[Any]]) -> None:
        self.rows = rows

    def grid(self, name: str, *, plainly: bool = False) -> Grid:
        """Return the only sheet."""
        return Grid(name, transposed(self.rows))


def read(rows: list[list[Any]]) -> tuple[Panel, Findings]:
    """Read and check one sheet of libraries."""
    part = read_workbook(Book(rows), PLAN)  # type: ignore[arg-type]
    submission, joined, findings = assemble([part], PLAN, None)
    for kind in joined.values():
        check_rows(kind, PLAN)
        check_years(kind, PLAN, "year")
        findings.extend(kind.findings())
    return submission.panels["library"], findings


def figures(panel: Panel) -> dict[str, dict[tuple[int, str], list[int]]]:
    """Return every figure by measure and period."""
    return {m: {key: list(panel.values(m, *key)) for key in sorted(panel.at)} for m in panel.measures}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS)
def test_any_cells_end_in_findings(rows: list[tuple[Any, ...]]) -> None:
    """Whatever stands in the cells, every figure is a count, missing or invalid; every finding has texts."""
    panel, findings = read([HEAD, *map(list, rows)])
    for measure in panel.measures.values():
        assert all(-2 <= figure <= LARGEST_COUNT for figure in measure)
    for found in findings:
        for lang in ("en", "vi"):
            assert "{" not in message(found, lang).replace(str(found.args.get("value")), "")
            assert remedy(found, lang)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=UNIQUE_ROWS, data=st.data())
def test_order_of_rows_changes_nothing_but_places(rows: list[tuple[Any, ...]], data: st.DataObject) -> None:
    """Rows in another order give the same figures and, but for their places, the same findings.

    A row of a unit stays the last: what stands below the last is read as a text under the table.
    """
    turned = data.draw(st.permutations(rows))
    last = ["999", "Thư viện Z", "Tỉnh", "", 2020, "", 1, 1, 1, 1]
    panel, findings = read([HEAD, *map(list, rows), last])
    other, others = read([HEAD, *map(list, turned), last])
    assert figures(panel) == figures(other)
    assert Counter((f.code, f.variant, f.unit, f.col) for f in findings) == Counter(
        (f.code, f.variant, f.unit, f.col) for f in others
    )


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS, order=st.permutations(range(len(HEAD))))
def test_order_of_columns_changes_nothing_but_places(rows: list[tuple[Any, ...]], order: list[int]) -> None:
    """Columns in another order give the same figures and, but for their places, the same findings."""
    sheet = [HEAD, *map(list, rows)]
    panel, findings = read(sheet)
    other, others = read([[row[col] for col in order] for row in sheet])
    assert figures(panel) == figures(other)
    assert Counter((f.code, f.variant, f.unit, f.row, f.header) for f in findings) == Counter(
        (f.code, f.variant, f.unit, f.row, f.header) for f in others
    )
