"""Every part of a plan that may be left out is left out, and the plan is taken the whole way."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
import yaml

from lifelong_learning.api.plans import new_plan
from lifelong_learning.cli.main import run
from lifelong_learning.plan import load_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from lifelong_learning.model.plan import Plan

Written = dict[str, Any]
FILES = ("plan", "measures", "targets")
HEADER = 6
FIGURES: dict[str, dict[int, object]] = {
    "library_visits": {2025: 1000, 2026: 1100},
    "free_internet_access": {2025: "Yes", 2026: "No"},
}


def without(section: str) -> Callable[[Written], None]:
    """Leave a section out."""
    return lambda plan: plan.pop(section) and None


def emptied(section: str) -> Callable[[Written], None]:
    """Leave a section there, with nothing in it."""
    return lambda plan: plan.update({section: []})


def first_alone(section: str) -> Callable[[Written], None]:
    """Leave only the first entry of a section."""
    return lambda plan: plan.update({section: plan[section][:1]})


def one_level(plan: Written) -> None:
    """A plan of one city: nobody stands above or below it."""
    plan["levels"] = [{"id": "city", "label": {"en": "City", "vi": "Thành phố"}, "in_district": False}]
    for target in plan["targets"]:
        target["scopes"] = [{"threshold": target["scopes"][0]["threshold"]}]
    plan["commitments"][0]["levels"] = ["city"]


def with_districts(plan: Written) -> None:
    """Communes name their district."""
    plan["levels"][1]["in_district"] = True


def idle_kind(plan: Written) -> None:
    """Museums report a figure that no target asks for."""
    plan["kinds"].append({"id": "museum", "label": {"en": "Museum", "vi": "Bảo tàng"},
                          "sheet": {"en": "Museums", "vi": "Bảo tàng"}})  # fmt: skip
    plan["measures"].append({"id": "exhibits", "kinds": ["museum"], "type": "count", "nature": "stock",
                             "label": {"en": "Exhibits", "vi": "Số hiện vật"}})  # fmt: skip


def watched_alone(plan: Written) -> None:
    """No target has a figure."""
    for target in plan["targets"]:
        target["scopes"] = [{"threshold": None}]


def commitments_alone(plan: Written) -> None:
    """A kind that has a commitment and no measure: its one target is published as a percentage."""
    del plan["measures"]
    plan["targets"] = [dict(plan["targets"][0], kind="reported")]
    del plan["targets"][0]["measure"]


def published_alone(plan: Written) -> None:
    """The sheet of a kind has no column but those that say whose row it is."""
    commitments_alone(plan)
    del plan["commitments"]


def other_names(plan: Written) -> None:
    """Every column is called otherwise."""
    for key, column in plan["identity"].items():
        column["label"] = {"en": f"My {key}", "vi": f"Của tôi {key}"}
    plan["reported"]["sheet"] = {"en": "Printed", "vi": "Đã in"}


def remarks(plan: Written) -> None:
    """The optional texts are there."""
    plan["base_year_remark"] = {"en": "A remark.", "vi": "Một ghi chú."}
    plan["measures"][0]["description"] = {"en": "All of them.", "vi": "Tất cả."}


VARIANTS: dict[str, Callable[[Written], None]] = {
    "nothing left out": lambda _: None,
    "areas left out": without("areas"),
    "areas empty": emptied("areas"),
    "commitments left out": without("commitments"),
    "commitments empty": emptied("commitments"),
    "words of measure left out": without("words_of_measure"),
    "words of measure empty": emptied("words_of_measure"),
    "year alone": first_alone("periods"),
    "one target": first_alone("targets"),
    "one level": one_level,
    "districts": with_districts,
    "kind without targets": idle_kind,
    "watched alone": watched_alone,
    "commitments alone": commitments_alone,
    "published alone": published_alone,
    "other names": other_names,
    "remarks": remarks,
}  # fmt: skip


def _leanest(plan: Written) -> None:
    """All of them at once, as far as they go together."""
    one_level(plan)
    for section in ("areas", "commitments", "words_of_measure"):
        del plan[section]
    for section in ("periods", "targets"):
        plan[section] = plan[section][:1]


VARIANTS["leanest"] = _leanest

FAULTY: dict[str, Callable[[Written], None]] = {
    section: without(section)
    for section in (
        "title", "document", "base_year", "target_year", "files", "levels", "periods", "kinds", "identity",
        "reported", "guide", "plausibility", "targets", "measures",
    )
}  # fmt: skip
"""What a plan cannot do without."""


def plan_with(change: Callable[[Written], None], folder: Path) -> Path:
    """Begin a plan and change what is written in its files."""
    made = new_plan("lean", str(folder), "en")
    paths = [made / f"{name}.yaml" for name in FILES]
    parts = [yaml.safe_load(path.read_text("utf-8")) for path in paths]
    whole = {key: value for part in parts for key, value in part.items()}
    change(whole)
    for path, part in zip(paths, parts, strict=True):
        left = {key: whole[key] for key in part if key in whole}
        path.write_text(yaml.safe_dump(left, allow_unicode=True, sort_keys=False), "utf-8")
    return made


def fill(path: Path, plan: Plan) -> None:
    """Fill in two units of the first kind for two years, and a figure on the sheet for published ones."""
    book = openpyxl.load_workbook(path)
    page: Any = book[plan.kinds[0].sheet.en]
    columns = {str(cell.value): cell.column for cell in page[HEADER] if cell.value}
    label = {column.id: column.label.en for column in plan.identity}
    label |= {measure.id: measure.label.en for measure in plan.measures}
    rows = [(code, year) for code in ("01", "02") for year in (2025, 2026)]
    for number, (code, year) in enumerate(rows, HEADER + 1):
        level = plan.levels[0 if code == "01" else -1]
        typed: dict[str, Any] = {"unit_code": code, "unit_name": f"Unit {code}", "year": year}
        typed["level"] = level.label.en
        typed |= {"district": "An Bình"} if level.in_district else {}
        typed |= {measure: years[year] for measure, years in FIGURES.items() if measure in plan.measure}
        for name, value in typed.items():
            page.cell(number, columns[label[name]]).value = value
    published = book.create_sheet(plan.reported_sheet[0])
    published.append([column.label.en for column in plan.reported_columns])
    for target in plan.targets:
        if not target.measures:
            asked = {"target": target.id, "year": 2026, "percent": 55}
            published.append([asked.get(column.id) for column in plan.reported_columns])
    book.save(path)


def commands(plan: Path, form: Path, folder: Path, langs: Sequence[str]) -> Iterator[list[str]]:
    """Yield what a province does with a filled form, in each of the languages."""
    common = ["--plan", str(plan)]
    yield from (["targets", command, *common] for command in ("list", "stale"))
    for lang in langs:
        said = [*common, "--lang", lang]
        yield ["check", str(form), *said, "--annotate", str(folder / f"{lang}-noted.xlsx")]
        for name in ("text", "json", "csv", "markdown"):
            yield ["evaluate", str(form), *said, "--format", name, "--by", "district"]
        for name in ("text", "json", "markdown"):
            yield ["summary", str(form), *said, "--format", name, "--date", "2026-12-31"]
        written = {"evaluate": ("xlsx", "html"), "summary": ("docx", "xlsx", "html")}
        for command, suffixes in written.items():
            outputs = [
                part for suffix in suffixes for part in ("-o", str(folder / f"{command}-{lang}.{suffix}"))
            ]
            yield [command, str(form), *said, *outputs]
        yield ["collect", str(form), *said, "-o", str(folder / f"{lang}-collected.xlsx")]
        yield ["check", str(folder / f"{lang}-collected.xlsx"), *said]
        yield ["template", *said, "--from", str(form), "-o", str(folder / f"{lang}-next.xlsx")]
        yield ["check", str(folder / f"{lang}-next.xlsx"), *said]
        yield ["trace", str(form), *said, "--unit", "01"]
    if any(period.id == "h1" for period in load_plan(plan).periods):
        yield ["template", *common, "--period", "h1", "-o", str(folder / "h1.xlsx")]


def said(arguments: list[str]) -> tuple[int, str]:
    """Run a command in this process; return its exit code and all that it prints."""
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    with redirect_stdout(out), redirect_stderr(out):
        code = run(arguments)
    return code, out.buffer.getvalue().decode("utf-8")


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Switch the cache off, and speak English."""
    monkeypatch.setenv("LLPLAN_CACHE_DIR", "")
    monkeypatch.setenv("LLPLAN_LANG", "en")


@pytest.mark.parametrize("name", VARIANTS)
def test_a_plan_that_leaves_a_part_out_goes_the_whole_way(name: str, tmp_path: Path) -> None:
    """Its form is made, filled in, checked, judged, summed up, collected and traced without a fault.

    The whole plan and the leanest in both languages, the others in one or the other by turns.
    """
    turn = list(VARIANTS).index(name)
    langs = ("en", "vi") if name in ("nothing left out", "leanest") else ("en", "vi")[turn % 2 :][:1]
    folder = plan_with(VARIANTS[name], tmp_path)
    assert said(["targets", "check", str(folder)])[0] == 0
    form = tmp_path / "form.xlsx"
    code, text = said(["template", "--plan", str(folder), "--lang", "en", "-o", str(form)])
    assert (code, text) == (0, "")
    fill(form, load_plan(folder))
    for arguments in commands(folder, form, tmp_path, langs):
        code, text = said(arguments)
        assert code == 0, (arguments, text)


def heads(path: Path) -> list[object]:
    """Return the identity columns of the first sheet of units."""
    return [cell.value for cell in openpyxl.load_workbook(path).worksheets[1][HEADER] if cell.value][:7]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("districts", {"District"}),
        ("nothing left out", set()),
        ("leanest", set()),
    ],
)
def test_a_form_asks_for_a_district_only_where_the_plan_does(
    name: str, asked: set[str], tmp_path: Path
) -> None:
    """The column stands in the form where a level's units name theirs, or where one is known already."""
    plan = str(plan_with(VARIANTS[name], tmp_path))
    empty, known = tmp_path / "empty.xlsx", tmp_path / "known.xlsx"
    said(["template", "--plan", plan, "-o", str(empty)])
    assert {"District", "Area"} & set(heads(empty)) == asked
    units = tmp_path / "units.csv"
    level = load_plan(plan).levels[0].id
    units.write_text(f"kind,unit_code,unit_name,level,district\nlibrary,01,One,{level},An Bình\n", "utf-8")
    said(["template", "--plan", plan, "--units", str(units), "--year", "2026", "-o", str(known)])
    assert "District" in heads(known)


@pytest.mark.parametrize("section", FAULTY)
def test_what_a_plan_cannot_do_without_is_named(section: str, tmp_path: Path) -> None:
    """Every command says what is missing and does not start."""
    folder = plan_with(FAULTY[section], tmp_path)
    template = ["template", "--plan", str(folder), "-o", str(tmp_path / "form.xlsx")]
    for arguments in (["targets", "check", str(folder)], template):
        code, text = said(arguments)
        assert (code, section.rstrip("s") in text) == (2, True), text


@pytest.mark.parametrize(("name", "hidden"), [("districts", False), ("leanest", True)])
def test_a_scorecard_hides_districts_where_there_are_none(name: str, hidden: bool, tmp_path: Path) -> None:
    """The column of districts stays where the formulas expect it, out of sight."""
    plan = plan_with(VARIANTS[name], tmp_path)
    form, card = tmp_path / "form.xlsx", tmp_path / "card.xlsx"
    said(["template", "--plan", str(plan), "-o", str(form)])
    fill(form, load_plan(plan))
    said(["evaluate", str(form), "--plan", str(plan), "-o", str(card)])
    found = [
        sheet.column_dimensions[cell.column_letter].hidden
        for sheet in openpyxl.load_workbook(card).worksheets
        for row in sheet.iter_rows(max_row=4)
        for cell in row
        if cell.value == "District" and sheet.title != "Targets"
    ]
    assert found == [hidden] * 3


PROVINCIAL = re.compile(r"province|district|commune|tỉnh|huyện|\bxã\b", re.IGNORECASE)


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_city_s_reports_speak_of_no_province(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plan of one city, whose column of districts is called otherwise, is worded in its own words."""

    def city(plan: Written) -> None:
        one_level(plan)
        plan["levels"].append({"id": "ward", "label": {"en": "Ward", "vi": "Phường"}})
        plan["identity"]["district"]["label"] = {"en": "Borough", "vi": "Quận"}

    folder = plan_with(city, tmp_path)
    form = tmp_path / "form.xlsx"
    said(["template", "--plan", str(folder), "--lang", "en", "-o", str(form)])
    fill(form, load_plan(folder))
    monkeypatch.chdir(tmp_path)
    asked = ["--plan", str(folder), "--lang", lang, "--by", "district"]
    borough = "Borough" if lang == "en" else "Quận"
    for arguments in (["evaluate", "--format", "text"], ["evaluate", "--format", "markdown"], ["summary"]):
        code, text = said([arguments[0], "form.xlsx", *arguments[1:], *asked])
        assert (code, PROVINCIAL.findall(text)) == (0, []), text
        assert borough.lower() in text.lower()
