"""LibreOffice computes the scorecard anew and comes to what the engine says, cell by cell."""

from __future__ import annotations

import json
import os
import re
import warnings
from copy import deepcopy
from itertools import product
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast
from zipfile import ZipFile

import openpyxl
import pytest
from msgspec.structs import replace
from python_calamine import CalamineWorkbook
from worlds import of_the_example, on_both_sides_of_july_2025, submission_of

from lifelong_learning.api.request import Request
from lifelong_learning.api.submissions import read_and_check, score
from lifelong_learning.model.findings import Findings
from lifelong_learning.model.plan import Together
from lifelong_learning.model.status import Waiver
from lifelong_learning.model.submission import MISSING
from lifelong_learning.reports import evaluation_json, scorecard_xlsx
from lifelong_learning.reports.scorecard_xlsx.layout import Layout, in_order
from lifelong_learning.reports.scorecard_xlsx.matrix import slots
from lifelong_learning.reports.scorecard_xlsx.paper import FIRST_ROW, Book
from lifelong_learning.reports.scorecard_xlsx.targets import Targets
from lifelong_learning.reports.scorecard_xlsx.working import Working
from lifelong_learning.reports.view import figures
from lifelong_learning.scoring import Evidence, Scoring, waive
from lifelong_learning.scoring import evaluate as run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from openpyxl.workbook import Workbook

    from lifelong_learning.model.plan import Lang, Plan
    from lifelong_learning.model.scores import Exact, Result, Scorecard
    from lifelong_learning.model.submission import Submission
    from lifelong_learning.reports.scorecard_xlsx.formulas import Key

    Case = tuple[str, Scorecard, Submission]
    Recalculate = Callable[[Sequence[Path], Path], list[Path]]

    class Maker(Protocol):
        """What makes one submission."""

        def submission(self) -> Submission:
            """Return it."""


DATA = Path(__file__).parents[3] / "data"
RANDOM = int(os.environ.get("LLPLAN_RANDOM", "18"))
"""How many random submissions are made; each plan and year comes twice. Before a release: 500, a hundred at
a time. A fourth as many worlds with mergers, and of the example plan, come besides."""
FIRST = int(os.environ.get("LLPLAN_RANDOM_FROM", "0"))
"""The first seed."""
NONE = (None, "")
CLOSE = 1e-11


class World(NamedTuple):
    """One evaluation, the workbook that LibreOffice recalculated, and the file that it was given."""

    name: str
    card: Scorecard
    submission: Submission
    book: Workbook
    path: Path


def _written(card: Scorecard, submission: Submission, findings: Findings, lang: Lang = "en") -> bytes:
    evidence = Evidence.of(card, submission)
    return scorecard_xlsx.render(
        card, submission, findings, lang=lang, tool_version="0", commitments_of=evidence.commitments
    )


def _cases(plans: dict[str, Plan], maker: Callable[..., Maker]) -> Iterator[Case]:
    """Yield the workbooks that ship, then random ones under every plan, for years and half-years."""
    for file, plan in (("ha-giang-2024", "ha-giang-2030"), ("ha-giang-2015-2020", "ha-giang-2020")):
        request = Request((str(DATA / f"{file}.xlsx"),), plan=plan, by_district=True)
        found = score(read_and_check(request))
        yield file, found.scorecard, found.submission
    turns = (
        ("later", 2024), ("varied", 2025), ("later", 2030), ("varied", 2023), ("earlier", 2020),
        ("varied", 2020), ("later", 2021), ("varied", 2028), ("earlier", 2018),
    )  # fmt: skip
    for seed in range(FIRST, FIRST + RANDOM):
        name, year = turns[seed % len(turns)]
        submission = maker(plans[name], seed, year).submission()
        period = "h1" if seed % 3 == 1 else "year"
        scoring = Scoring(year, period, by_district=seed % 4 == 0)
        card = run(plans[name], submission, scoring)
        # Every fifth submission has two results of its first unit waived.
        yield f"random-{seed:02d}", waive(card, _waivers(card)) if seed % 5 == 0 else card, submission
    drawn = {"merged": on_both_sides_of_july_2025, "example": of_the_example}
    for (name, draw), seed in product(drawn.items(), range(FIRST // 4, (FIRST + RANDOM) // 4)):
        drawn_plan, world, scoring = draw(seed)
        submission = submission_of(drawn_plan, world, scoring.period)
        yield f"{name}-{seed:02d}", run(drawn_plan, submission, scoring), submission


@pytest.fixture(scope="module")
def worlds(
    plans: dict[str, Plan],
    maker: Callable[..., Maker],
    recalculate: Recalculate,
    tmp_path_factory: pytest.TempPathFactory,
) -> list[World]:
    """Every evaluation with its recalculated workbook."""
    folder = tmp_path_factory.mktemp("scorecards")
    cases = list(_cases(plans, maker))
    paths = []
    for name, card, submission in cases:
        path = folder / f"{name}.xlsx"
        path.write_bytes(_written(card, submission, Findings()))
        paths.append(path)
    changed, card, submission = _changed(cases[0][1], cases[0][2], paths[0])
    cases.append(("changed", card, submission))
    paths.append(changed)
    done = recalculate(paths, folder)
    both = zip(cases, done, paths, strict=True)
    return [World(*case, _opened(recalculated), path) for case, recalculated, path in both]


def _opened(path: Path) -> Workbook:
    with warnings.catch_warnings():
        # The reader says which of LibreOffice's own extensions it passes over.
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(path, data_only=True)


def _changed(card: Scorecard, submission: Submission, path: Path) -> tuple[Path, Scorecard, Submission]:
    """Change figures of the evaluated year in the workbook as an inspector would, and in the submission
    that the engine then scores."""
    layout, random = Layout.of(card, submission, "en", Book()), Random(7)
    book = openpyxl.load_workbook(path)
    panels = deepcopy(submission.panels)
    for kind, rows in layout.data.items():
        for found in rows:
            if (found.year, found.period) != (card.year, card.period):
                continue
            for measure in random.sample(layout.measures[kind], 3):
                cell = layout.data_cell(found.unit, measure, found.year)
                assert cell is not None
                sheet, address = cell.replace("'", "").split("!")
                figure = random.choice((None, 0, 1, 5, 40, 5000, 250_000))
                book[sheet][address].value = figure
                panels[kind].measures[measure][found.row] = MISSING if figure is None else figure
    changed = path.with_name("changed.xlsx")
    book.save(changed)
    after = replace(submission, panels=panels)
    return changed, run(card.plan, after, Scoring(card.year, card.period, by_district=True)), after


def _waivers(card: Scorecard) -> list[Waiver]:
    unit = card.units[0]
    return [
        Waiver(
            unit.identity.code,
            unit.kind,
            result.target.id,
            card.year,
            card.period,
            "=lý do",
            None,
            None,
            f"{card.year}-12-31",
            "w.yaml",
            1,
            1,
        )
        for result in unit.results[:2]
    ]


def _document(card: Scorecard, submission: Submission) -> Any:
    evidence = Evidence.of(card, submission)
    pieces = evaluation_json.stream(
        card, {}, lang="en", tool_version="0", commitments_of=evidence.commitments
    )
    return json.loads(b"".join(pieces))


class Cells:
    """The computed cells of one workbook by sheet and column key."""

    def __init__(self, world: World) -> None:
        self.layout = Layout.of(world.card, world.submission, "en", Book())
        self.working = Working(self.layout)
        self.targets = Targets(self.working)
        self.book = world.book

    def result(self, key: Key, row: int) -> object:
        """Return a cell of the calculation sheet."""
        return self.book[self.layout.names["working"]][self.working.columns.cell(key, row).lstrip("$")].value

    def group(self, key: Key, row: int) -> object:
        """Return a cell of the sheet of targets."""
        return self.book[self.layout.names["targets"]][self.targets.columns.cell(key, row).lstrip("$")].value

    def unit(self, column: int, row: int) -> object:
        """Return a cell of the units."""
        return self.book[self.layout.names["units"]].cell(row, column).value


def _same(found: Any, wanted: Any) -> bool:
    if wanted is None:
        return found in NONE
    if isinstance(wanted, str) or found in NONE:
        return bool(found == wanted)
    return bool(abs(float(found) - float(wanted)) <= CLOSE * max(1.0, abs(float(wanted))))


def _floored(figure: Exact | None, decimals: int = 4) -> float | None:
    return None if figure is None else figure.floored(decimals) / 10**decimals


def _shown(result: Result) -> float | None:
    """Return a value as a page shows it: a share cut at two decimals of a percentage, a mean at its own."""
    value, target = result.value, result.target
    if value is None:
        return None
    if value.form == "ratio":
        return _cut(value.exact, 4, up=value.up)
    if target.per is not None or target.together is Together.MEAN:
        return _cut(value.exact, target.scale.decimals, up=value.up)
    return value.plain()


def _cut(figure: Exact, decimals: int, *, up: bool) -> float | None:
    """Return a figure floored, or raised where it is not to pass another."""
    raised = _floored(figure._replace(num=-figure.num), decimals)
    return -raised if up and raised is not None else _floored(figure, decimals)


def _counted(record: Any) -> float | None:
    """Return what counts in a score: the attainment, or of a figure of nil whether it is kept."""
    limited = record["direction"] == "at_most"
    asked = record["upper"] if limited and record["upper"] is not None else record["threshold"]
    if asked != 0 or record["value"] is None:
        return cast("float | None", record["attainment"])
    return float(record["value"] <= 0 if limited else record["value"] >= 0)


def _differences(world: World) -> list[str]:
    cells, document = Cells(world), _document(world.card, world.submission)
    found: list[str] = []

    def check(where: str, shown: object, wanted: object) -> None:
        if not _same(shown, wanted):
            found.append(f"{world.name} {where}: {shown!r} for {wanted!r}")

    for number, record in enumerate(document["units"]):
        unit = world.card.units[number]
        for line in cells.layout.results_of.get(number, []):
            wanted = record["results"][unit.results.index(line.result)]
            where = f"{record['code']} {wanted['target']}"
            for key, name in (("full", "value"), ("status", "status")):
                check(f"{where} {name}", cells.result(key, line.row), wanted[name])
            check(f"{where} attained", cells.result("attained", line.row), _counted(wanted))
            reason = cells.result("reason", line.row)
            check(f"{where} reason", None if reason == "no_figure" else reason, wanted["reason"])
            check(f"{where} base year", cells.result("compared", line.row), wanted["base_year"])
            check(f"{where} shown", cells.result("value", line.row), _shown(line.result))
            shown = _floored(line.result.attainment)
            check(f"{where} shown attainment", cells.result("attainment", line.row), shown)
            check(f"{where} beyond", cells.result("excess", line.row), _floored(figures.beyond(line.result)))
        columns = 8 + 3 * len(slots(cells.layout))
        row = FIRST_ROW + number
        check(f"{record['code']} score", cells.unit(columns + 1, row), record["score"])
        check(f"{record['code']} completeness", cells.unit(columns + 2, row), record["completeness"])
        check(f"{record['code']} shown score", cells.unit(7, row), _floored(unit.score, 1))
        check(f"{record['code']} shown completeness", cells.unit(8, row), _floored(unit.completeness))
    records = {id(group): record for group, record in zip(world.card.groups, document["groups"], strict=True)}
    for row, group in enumerate(in_order(cells.layout.scorecard), FIRST_ROW):
        wanted = records[id(group)]
        where = f"{wanted['target']} {wanted['scope']} {wanted['district']}"
        for key, name in (
            ("full", "value"), ("status", "status"), ("members", "members"), ("reporting", "reporting"),
            ("compared", "base_year"), ("threshold", "threshold"), ("upper", "upper"),
        ):  # fmt: skip
            check(f"{where} {name}", cells.group(key, row), wanted[name])
        check(f"{where} attained", cells.group("attained", row), _counted(wanted))
        check(f"{where} provisional", cells.group("provisional", row) not in NONE, wanted["provisional"])
        check(f"{where} shown attainment", cells.group("attainment", row), _floored(group.attainment))
        check(f"{where} beyond", cells.group("excess", row), _floored(figures.beyond(group)))
        if wanted["reason"] != "undetermined" and wanted["origin"] == "computed":
            check(f"{where} reason", cells.group("reason", row), wanted["reason"])
    return found


def test_every_cell_is_what_the_engine_says(worlds: list[World]) -> None:
    """Value, attainment, status, reason, base year and score of every unit and group: no difference."""
    differences = [difference for world in worlds for difference in _differences(world)]
    assert differences == []


def test_every_formula_has_its_result_before_a_spreadsheet_opens_it(worlds: list[World]) -> None:
    """In a protected view and in a script: what the engine says, and what LibreOffice computes anew."""
    differences = []
    for world in worlds:
        if world.name == "changed":
            # It was saved by a program that keeps no results.
            continue
        stored = _opened(world.path)
        differences += _differences(world._replace(book=stored))
        for sheet in openpyxl.load_workbook(world.path):
            for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
                found, wanted = (book[sheet.title][cell.coordinate].value for book in (stored, world.book))
                if not _same(found, None if wanted in NONE else wanted):
                    differences.append(
                        f"{world.name} {sheet.title} {cell.coordinate}: {found!r} for {wanted!r}"
                    )
    assert differences == []


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_scripts_read_the_results(worlds: list[World], tmp_path: Path, lang: Lang) -> None:
    """No formula is without a result: an empty one is a text."""
    world = worlds[0]
    path = tmp_path / "scorecard.xlsx"
    path.write_bytes(_written(world.card, world.submission, Findings(), lang))
    with ZipFile(path) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    cells = [cell for xml in sheets for cell in re.findall(rb"<c [^>]*>(?=<f>).*?</c>", xml)]
    assert len(cells) > 10_000
    stored = re.compile(
        rb'<c [^>]*(?: t="(?:str|b)"><f>[^<]*</f><v>[^<]*</v>|"><f>[^<]*</f><v>-?[0-9.e+-]+</v>)</c>'
    )
    assert [cell for cell in cells if not stored.fullmatch(cell)] == []
    formulas, read, other = openpyxl.load_workbook(path), _opened(path), CalamineWorkbook.from_path(path)
    for sheet in formulas:
        rows = other.get_sheet_by_name(sheet.title).to_python(skip_empty_area=False)
        places = [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        ours = [read[sheet.title][cell.coordinate].value for cell in places]
        theirs = [rows[cell.row - 1][cell.column - 1] for cell in places]
        assert theirs == ["" if value is None else value for value in ours], sheet.title


def test_verdicts_move_with_changed_figures(worlds: list[World]) -> None:
    """Where an inspector types over figures, the workbook comes to what the engine says of those."""
    before, after = worlds[0], worlds[-1]
    assert after.name == "changed"
    assert [unit.score for unit in before.card.units] != [unit.score for unit in after.card.units]
    assert before.card.totals != after.card.totals
    assert _differences(after) == []


def test_no_formula_fails(worlds: list[World]) -> None:
    """No cell of any recalculated workbook holds an error."""
    failed = [
        (world.name, sheet.title, cell.coordinate, cell.value)
        for world in worlds
        for sheet in world.book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "e"
    ]
    assert failed == []


def test_random_submissions_show_every_status_and_reason(worlds: list[World]) -> None:
    """Units and groups of the random submissions come to every status, and to every reason for none."""
    from lifelong_learning.model.scores import Reason, Status

    results = [r for w in worlds for u in w.card.units for r in u.results]
    groups = [g for w in worlds for g in w.card.groups]
    assert {r.status for r in results} == set(Status)
    assert {g.status for g in groups} == set(Status) - {Status.NOT_REQUIRED}
    reasons = {r.reason for r in results} | {g.reason for g in groups}
    assert reasons >= set(Reason)
    assert {g.origin for g in groups} == {"computed", "reported"}
    assert {g.provisional for g in groups} == {True, False}
