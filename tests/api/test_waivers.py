"""Waivers: read strictly, applied to one result, listed and never silent."""

from __future__ import annotations

import html
import io
import json
import zipfile
from typing import TYPE_CHECKING

import jsonschema
import pytest

from lifelong_learning import PlanError, UsageError, evaluate, load_plan, read_submission, render, summarise
from lifelong_learning.api.waivers import read_waivers
from lifelong_learning.catalogue import message, remedy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lifelong_learning import Evaluation
    from lifelong_learning.model.plan import Lang

HEAD = ["unit_code", "unit_name", "level", "district", "year", "library_visits", "free_internet_access"]
ROWS = [
    ["01", "Thư viện A", "province", "", 2023, 1000, "x"],
    ["01", "Thư viện A", "province", "", 2024, 500, "x"],
]
LANGS: tuple[Lang, ...] = ("en", "vi")
WAIVER = """waivers:
  - unit: "01"
    target: library-visits-growth
    period: 2024
    justification: Closed for three months, COVID-19
    granted_by: Department of Culture
    expires: 2025-06-30
"""


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Evaluation]:
    """Return a function that evaluates one library with a file of waivers."""

    def evaluated(waivers: str | None, year: int = 2024) -> Evaluation:
        import openpyxl

        book = openpyxl.Workbook()
        book.worksheets[0].title = "Libraries"
        for row in [HEAD, *ROWS]:
            book.worksheets[0].append(row)
        book.save(tmp_path / "a.xlsx")
        path = None
        if waivers is not None:
            path = tmp_path / "waivers.yaml"
            path.write_text(waivers, "utf-8")
        return evaluate(tmp_path / "a.xlsx", year=year, base_year=2022, waivers=path)

    return evaluated


def test_a_waived_result_keeps_its_status_and_leaves_the_score(run: Callable[..., Evaluation]) -> None:
    """Without the waiver the falling visits weigh on the score; with it the internet alone counts."""
    (before,), (after,) = run(None).scorecard.units, run(WAIVER).scorecard.units
    assert before.score is not None
    assert after.score is not None
    assert (float(before.score), float(after.score)) == (50.0, 100.0)
    assert [r.status for r in before.results] == [r.status for r in after.results]
    assert before.completeness == after.completeness


def test_a_waived_result_is_no_reason_to_fail(run: Callable[..., Evaluation]) -> None:
    """The unit's missed target no longer fails a run; the province's own still does."""
    evaluation = run(WAIVER)
    growth = [r for unit in evaluation.scorecard.units for r in unit.results if r.waiver is not None]
    assert [result.status for result in growth] == ["not_met"]
    missed = [group.target.id for group in evaluation.scorecard.groups if group.status == "not_met"]
    assert ("not_met" in evaluation.statuses()) == bool(missed)


def test_the_json_carries_the_waiver_where_there_is_one(run: Callable[..., Evaluation]) -> None:
    """One result has the key, with its reason; the document keeps to its schema."""
    from importlib.resources import files

    document = json.loads(render(run(WAIVER), "json"))
    carried = [r["waiver"] for unit in document["units"] for r in unit["results"] if "waiver" in r]
    assert carried == [
        {
            "justification": "Closed for three months, COVID-19",
            "granted_by": "Department of Culture",
            "expires": "2025-06-30",
        }
    ]
    schema = json.loads(files("lifelong_learning").joinpath("schemas/evaluation-1.json").read_text("utf-8"))
    jsonschema.validate(document, schema)


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "en",
            "Waived: 1 (in no score, and no reason to fail)\n"
            "01 Thư viện A: Average annual growth of library visits (✗ not met)\n"
            "  Closed for three months, COVID-19; granted by Department of Culture; until\n"
            "  2025-06-30\n",
        ),
        (
            "vi",
            "Được miễn trừ: 1 (không tính vào điểm, không coi là không đạt)\n"
            "01 Thư viện A: Tăng bình quân hằng năm số lượt người sử dụng thư viện (✗ không\n"
            "  đạt)\n"
            "  Closed for three months, COVID-19; theo Department of Culture; đến ngày\n"
            "  30/06/2025\n",
        ),
    ],
)
def test_the_report_counts_and_lists_it(run: Callable[..., Evaluation], lang: str, lines: str) -> None:
    """Unit, target, status, reason, who and until when stand in the text."""
    assert lines in render(run(WAIVER), "text", lang).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("waivers", "said"),
    [
        (
            WAIVER.replace("2025-06-30", "2024-12-30"),
            [
                "PL940 warning 2: The waiver of “library-visits-growth” for unit 01 ended on 2024-12-30, "
                "before the last day of its period, 2024-12-31; it is not applied."
            ],
        ),
        (WAIVER.replace('"01"', '"99"'), ["PL941 error 2: No unit has the code 99."]),
        (WAIVER.replace("library-visits-growth", "x-y"), ["PL941 error 2: The plan has no target “x-y”."]),
        (
            WAIVER.replace("library-visits-growth", "museum-visits-growth"),
            ["PL941 error 2: The target “museum-visits-growth” does not apply to unit 01 in 2024."],
        ),
        (WAIVER.replace("2025-06-30", "2024-12-31"), []),
        (WAIVER.replace("period: 2024", "period: 2020").replace("2025-06-30", "2020-12-31"), []),
        (WAIVER.replace("period: 2024", "period: 2024 h1"), []),
    ],
    ids=["expired", "unit", "target", "not-applicable", "last-day", "another-year", "half-year"],
)
def test_a_waiver_that_is_not_applied_is_a_finding(
    run: Callable[..., Evaluation], waivers: str, said: list[str]
) -> None:
    """What has expired or matches nothing is named at its line; another period's waits for its period."""
    findings = [one for one in run(waivers).findings if one.code.startswith("PL94")]
    assert [f"{one.code} {one.severity} {one.line}: {message(one, 'en')}" for one in findings] == said
    assert all(remedy(one, lang) for one in findings for lang in LANGS)


@pytest.mark.parametrize(
    ("period", "expires", "expired"),
    [
        ("2024", "2024-12-30", True),
        ("2024", "2024-12-31", False),
        ("2024 h1", "2024-06-29", True),
        ("2024 h1", "2024-06-30", False),
    ],
)
def test_it_has_to_last_as_long_as_its_period(
    tmp_path: Path, period: str, expires: str, expired: bool
) -> None:
    """The first half of a year ends in June."""
    path = tmp_path / "waivers.yaml"
    path.write_text(
        WAIVER.replace("period: 2024", f"period: {period}").replace("2025-06-30", expires), "utf-8"
    )
    (waiver,) = read_waivers(str(path), load_plan("ha-giang-2030"))
    assert waiver.expired is expired


def test_a_missed_target_that_is_waived_is_marked(run: Callable[..., Evaluation]) -> None:
    """Beside the unit its target stands as missed, and as waived."""
    text = " ".join(render(run(WAIVER), "text").decode().split())
    assert "not met: Average annual growth of library visits (waived)" in text
    assert "(waived)" not in render(run(None), "text").decode()


def test_an_expired_waiver_leaves_the_score_alone(run: Callable[..., Evaluation]) -> None:
    """The result counts as though there were no waiver."""
    (unit,) = run(WAIVER.replace("2025-06-30", "2024-12-30")).scorecard.units
    assert unit.score is not None
    assert float(unit.score) == 50.0


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", ["1:1 The file does not hold a list under “waivers”."]),
        ("waivers: {}\n", ["1:1 The file does not hold a list under “waivers”."]),
        ("waivers: []\nmore: 1\n", ["1:1 The file does not hold a list under “waivers”."]),
        ("waivers:\n  - all\n", ["2:5 “all” stands where a waiver belongs."]),
        (
            WAIVER.replace("    justification: Closed for three months, COVID-19\n", ""),
            ["2:5 The waiver has no “justification”."],
        ),
        (WAIVER.replace("Closed for three months, COVID-19", '" "'), ["5:20 “ ” is not a text."]),
        (WAIVER.replace('"01"', "1"), ["2:11 “1” is not a text."]),
        (WAIVER.replace("granted_by", "granted"), ["6:5 A waiver has no key “granted”."]),
        (WAIVER.replace("period: 2024", "period: 24"), ["4:13 “24” is not a period."]),
        (WAIVER.replace("period: 2024", "period: 2024 h2"), ["4:13 “2024 h2” is not a period."]),
        (WAIVER.replace("2025-06-30", "2025-02-30"), ["7:14 “2025-02-30” is not a date."]),
        (WAIVER + "    kind: cinema\n", ["8:11 The plan has no kind of unit “cinema”."]),
        (WAIVER + WAIVER.removeprefix("waivers:\n"), ["8:5 This result is waived before, in line 2."]),
        (
            "waivers:\n- unit: a\n  unit: b\n",
            [
                "2:3 The waiver has no “target”.",
                "2:3 The waiver has no “period”.",
                "2:3 The waiver has no “justification”.",
                "3:3 The key “unit” stands here a second time; the first is in line 2.",
            ],
        ),
    ],
)
def test_every_fault_of_the_form_stops_the_run(tmp_path: Path, written: str, said: list[str]) -> None:
    """Each is named with its line and column, and nothing is waived."""
    path = tmp_path / "waivers.yaml"
    path.write_text(written, "utf-8")
    with pytest.raises(PlanError) as refused:
        read_waivers(str(path), load_plan("ha-giang-2030"))
    found = list(refused.value.findings)  # type: ignore[call-overload]
    assert [f"{one.line}:{one.column} {message(one, 'en')}" for one in found] == said


def test_a_code_of_two_kinds_asks_for_the_kind(run: Callable[..., Evaluation]) -> None:
    """In the sample the code 02 is a library, a museum and a cultural house."""
    import tempfile
    from pathlib import Path

    text = WAIVER.replace('"01"', '"02"').replace("library-visits-growth", "staff-training")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "waivers.yaml"
        path.write_text(text, "utf-8")
        sample = Path(__file__).resolve().parents[2] / "data" / "ha-giang-2024.xlsx"
        found = [one for one in read_submission(sample, waivers=path).findings if one.code == "PL941"]
        said = "Several units have the code 02, of the kinds library, museum, cultural_house."
        assert [message(one, "en") for one in found] == [said]
        path.write_text(text + "    kind: museum\n", "utf-8")
        units = evaluate(sample, waivers=path).scorecard.units
    assert [u.kind for u in units if any(r.waiver is not None for r in u.results)] == ["museum"]


def test_a_file_that_is_not_there_stops_the_run(run: Callable[..., Evaluation], tmp_path: Path) -> None:
    """A waiver file that does not exist is not taken for an empty one."""
    with pytest.raises(UsageError) as refused:
        read_waivers(str(tmp_path / "none.yaml"), load_plan("ha-giang-2030"))
    assert refused.value.key == "path_missing"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", ["text", "markdown", "html", "docx", "xlsx", "json"])
def test_a_summary_counts_and_lists_it(
    run: Callable[..., Evaluation], tmp_path: Path, lang: Lang, form: str
) -> None:
    """In every format with its reason; without a waiver nothing is said of any."""
    run(WAIVER)
    shown = {}
    for waivers in (None, tmp_path / "waivers.yaml"):
        summary = summarise(tmp_path / "a.xlsx", base_year=2022, waivers=waivers)
        shown[waivers is not None] = plain(render(summary, form, lang), form)
    assert "Closed for three months, COVID-19" in shown[True]
    assert "Closed for three months" not in shown[False]
    if form != "json":
        assert {"en": "Waived: 1 (", "vi": "Được miễn trừ: 1 ("}[lang] in shown[True]


def plain(document: bytes, form: str) -> str:
    """The words of a document."""
    if form not in ("docx", "xlsx"):
        return " ".join(document.decode().split())
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")]
    return html.unescape(" ".join(parts))
