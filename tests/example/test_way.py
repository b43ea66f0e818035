"""The made-up example from its form to its reports: amounts, named units, limits and quarters on the way."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import openpyxl
import pytest

from lifelong_learning import evaluate, load_plan, read_submission, render, summarise, trace
from lifelong_learning.api.forms import make_form

if TYPE_CHECKING:
    from lifelong_learning import Evaluation

PLAN = load_plan("example-2030")
SCHEMAS = Path(__file__).parents[2] / "src" / "lifelong_learning" / "schemas"
REGISTER = """unit_code,unit_name,kind,level
01,Thư viện tỉnh Nam Sơn,library,province
02,Thư viện xã Đồi Chè,library,commune
03,Thư viện xã Bến Nước,library,commune
11,Bảo tàng tỉnh Nam Sơn,museum,province
"""
FIGURES: dict[str, dict[str, float | str]] = {
    "01": {
        "library_visits": 41000, "library_visits_students": 21000, "library_visits_adults": 20000,
        "population_to_be_served": 100000, "opening_days": 300, "book_money": 250.5, "complaints": 0,
        "closed_for_repair": "Không", "posts": 20, "posts_vacant": 1,
    },
    "02": {
        "library_visits": 2400, "library_visits_students": 1400, "library_visits_adults": 1000,
        "population_to_be_served": 8000, "opening_days": 250, "book_money": 90.5, "complaints": 2,
        "closed_for_repair": "Có", "posts": 2, "posts_vacant": 0,
    },
    "03": {
        "library_visits": 2000, "library_visits_students": 1000, "library_visits_adults": 1000,
        "population_to_be_served": 8000, "opening_days": 251, "book_money": 60.1, "complaints": 3,
        "closed_for_repair": "Không", "posts": 2, "posts_vacant": 1,
    },
    "11": {"opening_days": 300, "posts": 20, "posts_vacant": 1, "own_income": 100.25, "spending": 802},
}  # fmt: skip
WANTED = {
    ("book-money", "province"): ("met", 250.5),
    ("book-money", "commune"): ("exceeded", 60.1),
    ("book-money", "02"): ("exceeded", 90.5),
    ("library-opening-days", "commune"): ("exceeded", 250.5),
    ("visits-per-thousand", "commune"): ("pending", 275.0),
    ("visits-not-below-average", "commune"): ("met", 275.0),
    ("vacancies", ""): ("not_met", 3 / 44),
    ("complaints", "commune"): ("met", 5),
    ("closed-for-repair", "commune"): ("not_met", 0.5),
    ("museum-own-income", ""): ("met", 0.125),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a register and the form of 2027, filled in by its headings."""
    folder = tmp_path_factory.mktemp("example")
    (folder / "register.csv").write_text(REGISTER, "utf-8")
    form = make_form(plan="example-2030", lang="vi", year=2027, register=folder / "register.csv")
    (folder / "form.xlsx").write_bytes(form.content)
    book = openpyxl.load_workbook(folder / "form.xlsx")
    labels = {measure.id: measure.heading("vi") for measure in PLAN.measures}
    for sheet in book.worksheets[1:]:
        top, heads = next(
            (row[0].row, [cell.value for cell in row])
            for row in sheet.iter_rows(max_row=12)
            if row[0].value == "Mã đơn vị"
        )
        for row in sheet.iter_rows(min_row=top + 1):
            for measure, figure in FIGURES.get(str(row[0].value), {}).items():
                row[heads.index(labels[measure])].value = figure
    book.save(folder / "filled.xlsx")
    return folder


@pytest.fixture(scope="module")
def evaluation(folder: Path) -> Evaluation:
    """The evaluation of the filled form."""
    return evaluate(folder / "filled.xlsx", plan="example-2030", register=folder / "register.csv")


def test_a_form_names_units_of_measure_and_holds_cells_to_them(folder: Path) -> None:
    """A heading has its unit; an amount takes its decimals, and a whole the sum of its parts."""
    book = openpyxl.load_workbook(folder / "form.xlsx")
    rules = [rule for sheet in book for rule in sheet.data_validations.dataValidation]
    texts = [str(rule.error) for rule in rules]
    amount = next(text for text in texts if "Kinh phí mua sách (triệu đồng)" in text)
    assert "không quá 1 chữ số thập phân" in amount
    assert any("bằng tổng của" in text for text in texts)
    formulas = [rule.formula1 for rule in rules if rule.type == "custom"]
    assert any(",1)=" in formula for formula in formulas)


def test_what_was_filled_in_is_sound(folder: Path) -> None:
    """The headings of the form are read without a word; columns left blank are named."""
    found = read_submission(
        folder / "filled.xlsx", plan="example-2030", register=folder / "register.csv"
    ).findings
    assert {(one.code, str(one.severity)) for one in found} == {("SH112", "info")}


def test_the_verdicts(evaluation: Evaluation) -> None:
    """Each target comes out as its case says, in JSON that its schema takes, with its unit of measure."""
    document = json.loads(render(evaluation, "json"))
    jsonschema.validate(document, json.loads((SCHEMAS / "evaluation-1.json").read_text("utf-8")))
    found = {
        (group["target"], group["scope"].get("level") or "".join(group["scope"].get("units", ()))): group
        for group in document["groups"]
    }
    assert {key: (found[key]["status"], found[key]["value"]) for key in WANTED} == WANTED
    money = found["book-money", "commune"]
    assert list(money)[5:8] == ["upper", "direction", "unit"]
    assert (money["unit"], money["members"]) == ("VND million", 1)
    assert found["visits-not-below-average", "commune"]["threshold"] == 275
    assert "unit" not in found["vacancies", ""]


def test_people_read_the_unit_beside_each_figure(evaluation: Evaluation, folder: Path) -> None:
    """In tables, in the trace and in sentences, as each language writes numbers."""
    text = render(evaluation, "markdown", "vi").decode()
    assert "250,5 triệu đồng" in text
    traced = render(trace(evaluation, "book-money"), "text").decode()
    assert "90.5 VND million is above 90 VND million" in traced
    told = summarise(folder / "filled.xlsx", plan="example-2030", register=folder / "register.csv")
    vietnamese, english = (" ".join(render(told, "text", lang).decode().split()) for lang in ("vi", "en"))
    assert "đơn vị 02 90,5 triệu đồng, vượt 0,55% so với chỉ tiêu 90 triệu đồng" in vietnamese
    assert "Posts that are vacant: 6.82%, above the limit of 5%" in english
    jsonschema.validate(
        json.loads(render(told, "json")), json.loads((SCHEMAS / "summary-1.json").read_text("utf-8"))
    )


def test_a_scorecard_stores_what_its_formulas_come_to(evaluation: Evaluation, tmp_path: Path) -> None:
    """Every group stands in it with the value that the engine has, in its unit."""
    (tmp_path / "card.xlsx").write_bytes(render(evaluation, "xlsx"))
    sheet = openpyxl.load_workbook(tmp_path / "card.xlsx", data_only=True).worksheets[0]
    rows = [row for row in sheet.iter_rows(min_row=5) if row[0].value]
    shown = {(row[0].value, row[2].value): row for row in rows}
    card = {group.target.label.en: group for group in evaluation.scorecard.groups}
    assert {row[0].value for row in rows} == set(card)
    commune = shown["Money for books", "Commune"]
    assert (commune[3].value, commune[4].value, commune[6].value) == (60.1, 60, "▲ exceeded")
    assert commune[3].number_format == '#,##0.0" VND million"'
    average = shown["Visits not below the average of the communes", "Commune"]
    assert (average[3].value, average[4].value, average[6].value) == (275, 275, "✓ met")


def test_a_quarter_is_held_against_its_share(tmp_path: Path) -> None:
    """The period is the plan's own; without its rows there is none, whatever quarters there are of others."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Thư viện"
    sheet.append(["unit_code", "unit_name", "level", "year", "period", "book_money"])
    for period, money in (("Quý I", 62.7), ("m9", "187,8"), ("h1", 130)):
        sheet.append(["01", "Thư viện tỉnh", "Tỉnh", 2027, period, money])
    book.save(tmp_path / "a.xlsx")
    statuses = {}
    for period in ("q1", "h1", "m9"):
        found = evaluate(tmp_path / "a.xlsx", plan="example-2030", period=period)
        statuses[period] = found.scorecard.units[0].results[0].status.value
    assert statuses == {"q1": "on_track", "h1": "on_track", "m9": "behind"}
    traced = render(trace(found, "book-money"), "text").decode()
    assert "3/4 of it is asked for in this period, 187.87 VND million" in traced


def test_the_smallest_amount_is_traced_with_its_decimals(tmp_path: Path) -> None:
    """An amount may have six decimals: a hundred-thousandth is read, judged and written out in full."""
    shutil.copytree(Path(__file__).parents[2] / "targets", tmp_path / "targets")
    written = tmp_path / "targets" / "example-2030" / "measures.yaml"
    text = written.read_text("utf-8")
    written.write_text(text.replace("decimals: 2", "decimals: 6"), "utf-8")
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Bảo tàng"
    sheet.append(["unit_code", "unit_name", "level", "year", "period", "own_income", "spending"])
    sheet.append(["11", "Bảo tàng tỉnh", "Tỉnh", 2027, "Cả năm", 0.00001, 0.5])
    book.save(tmp_path / "a.xlsx")
    found = evaluate(tmp_path / "a.xlsx", plan=tmp_path / "targets" / "example-2030")
    traced = trace(found, "museum-own-income")
    assert "0.00001 VND million" in render(traced, "text", "en").decode()
    assert "0,00001 triệu đồng" in render(traced, "text", "vi").decode()
