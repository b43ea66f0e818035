"""The form: made from the plan alone, filled in, and read back without a complaint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from lifelong_learning.api.forms import make_form
from lifelong_learning.api.request import Filters
from lifelong_learning.errors import UsageError
from lifelong_learning.model.submission import MARK_PROPERTY, Mark, read_mark
from lifelong_learning.plan import load_plan
from lifelong_learning.submission.source.elements import Limits
from lifelong_learning.submission.source.workbook import Workbook, open_workbook

from .conftest import REGISTER, ROOT, SAMPLE, columns_of, fill, recalculated

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lifelong_learning.model.plan import Lang

NAMES: dict[str, tuple[str, tuple[str, str]]] = {
    "en": ("Libraries", ("No", "Yes")),
    "vi": ("Thư viện", ("Không", "Có")),
}
ROW = 12
"""The row of 2024 in the form of one unit with four years before it and a heading."""


NOTED: dict[str, list[tuple[str, str, str | None]]] = {
    lang: [("RW307", sheet, None), ("SH112", sheet, None)] for lang, (sheet, _) in NAMES.items()
}
"""What is told of that form: the rows that head a district, and the columns that are blank."""


def request(lang: Lang, **changes: Any) -> dict[str, Any]:
    """Ask for the form of one district library for 2024, with the years before."""
    asked: dict[str, Any] = {
        "lang": lang,
        "year": 2024,
        "register": str(REGISTER),
        "earlier": (str(SAMPLE),),
        "filters": Filters(kinds=("library",), units=("026",)),
    }
    return asked | changes


@pytest.fixture(params=["en", "vi"])
def lang(request: pytest.FixtureRequest) -> Lang:
    """Both languages of the form."""
    chosen: Lang = request.param
    return chosen


@pytest.fixture
def form(tmp_path: Path, lang: Lang) -> Path:
    """The form of one district library."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(make_form(**request(lang)).content)
    return path


def labels(lang: Lang) -> dict[str, str]:
    """Return the header of every measure."""
    return {measure.id: measure.label.of(lang) for measure in load_plan("ha-giang-2030").measures}


def test_the_same_request_gives_the_same_bytes(lang: Lang) -> None:
    """A form has neither a clock nor chance in it."""
    assert make_form(**request(lang)).content == make_form(**request(lang)).content


def test_an_untouched_form_has_no_error(form: Path, lang: Lang, findings: Callable[..., object]) -> None:
    """Hints and blank cells are passed over silently; what heads a
    district is noted, and that there is no figure."""
    assert findings(form) == NOTED[lang]


def test_a_form_filled_by_openpyxl_reads_back(
    form: Path, lang: Lang, findings: Callable[..., object], verdicts: Callable[..., dict[str, Any]]
) -> None:
    """What was typed gives the expected verdicts, and nothing is complained of."""
    sheet, words = NAMES[lang]
    fill(form, sheet, ROW, labels(lang), words)
    assert findings(form) == NOTED[lang]
    assert judged(verdicts(form)) == EXPECTED


def test_a_form_saved_by_libreoffice_reads_back(
    form: Path,
    lang: Lang,
    tmp_path: Path,
    findings: Callable[..., object],
    verdicts: Callable[..., dict[str, Any]],
) -> None:
    """Another program may fill it in and save it."""
    sheet, words = NAMES[lang]
    fill(form, sheet, ROW, labels(lang), words)
    saved = recalculated(form, tmp_path / "saved")
    assert findings(saved) == NOTED[lang]
    assert judged(verdicts(saved)) == EXPECTED


EXPECTED = {
    "library-free-internet": ("met", True),
    "library-user-training": ("met", True),
    "library-talks": ("behind", False),
    "library-workforce-classes": ("met", True),
    "library-visits-growth": ("met", pytest.approx((15000 / 8600) ** 0.25 - 1)),
    "library-population-reached": ("on_track", 8000 / 88000),
    "library-additions-growth": ("exceeded", pytest.approx(630 / 556 - 1)),
    "staff-training": ("met", 0.2),
}


def judged(document: dict[str, Any]) -> dict[str, tuple[str, object]]:
    """Return status and value of every target of the one unit in 2024."""
    (unit,) = document["units"]
    assert (document["year"], unit["code"], unit["name"]) == (2024, "026", "Thư viện huyện Đồng Văn")
    return {one["target"]: (one["status"], one["value"]) for one in unit["results"]}


def test_hints_are_computed_beside_the_input(form: Path, lang: Lang, tmp_path: Path) -> None:
    """LibreOffice computes the share or growth, its target and a word for it; blank cells are counted."""
    sheet, words = NAMES[lang]
    fill(form, sheet, ROW, labels(lang), words)
    book = openpyxl.load_workbook(recalculated(form, tmp_path / "saved"), data_only=True)
    plan = load_plan("ha-giang-2030")
    met, below = ("met", "not yet") if lang == "en" else ("đạt", "chưa đạt")
    above = "exceeded" if lang == "en" else "vượt"
    band = "Hint: " if lang == "en" else "Gợi ý: "
    found = book[sheet]
    heads = {cell.value: cell.column for cell in found[4] if cell.value}
    shown = {
        target.id: [found.cell(ROW, heads[band + target.label.of(lang)] + step).value for step in range(3)]
        for target in plan.targets
        if "library" in target.kinds
    }
    assert shown["library-visits-growth"] == [0.1492, 0.1, met]
    assert shown["library-population-reached"] == [0.0909, 0.1, below]
    assert shown["library-additions-growth"] == [0.133, 0.1, above]
    assert shown["staff-training"] == [0.2, 0.2, met]
    assert [shown[f"library-{name}"][0] for name in ("free-internet", "user-training", "talks")] == [
        met,
        met,
        below,
    ]
    complete = "complete" if lang == "en" else "đủ"
    left = found.cell(ROW, heads["Hint" if lang == "en" else "Gợi ý"]).value
    assert left == complete


def test_hints_can_be_read_before_a_spreadsheet_computes_them(form: Path, lang: Lang) -> None:
    """A form that came by mail opens in a protected view: what is left to fill in, and the targets."""
    sheet = openpyxl.load_workbook(form, data_only=True)[NAMES[lang][0]]
    shown = [(sheet.cell(5, col).value, sheet.cell(ROW, col).value) for col in range(1, sheet.max_column + 1)]
    left, target = ("Still blank", "Target") if lang == "en" else ("Ô còn trống", "Chỉ tiêu")
    found = [(head, value) for head, value in shown if head in (left, target)]
    count = "19 blank" if lang == "en" else "còn 19 ô"
    targets = [0.1, 0.1, 0.1, 0.2]
    assert found == [(left, count), *((target, one) for one in targets)]


def test_what_may_be_typed_is_said_in_the_language_of_the_form(form: Path, lang: Lang) -> None:
    """Lists, whole numbers, and a part no larger than its whole, each with its message."""
    book = openpyxl.load_workbook(form)
    sheet, _ = NAMES[lang]
    columns = columns_of(book[sheet])
    rules = {str(rule.sqref).split(":")[0]: rule for rule in book[sheet].data_validations.dataValidation}
    by_measure = {
        measure: rules.get(book[sheet].cell(7, columns[label]).coordinate)
        for measure, label in labels(lang).items()
        if label in columns
    }
    visits, students = by_measure["library_visits"], by_measure["library_visits_students"]
    internet = by_measure["free_internet_access"]
    assert visits
    assert students
    assert internet
    assert (visits.type, visits.formula1, visits.formula2) == ("whole", "0", "999999999999999")
    assert "<=H7" in students.formula1
    assert students.type == "custom"
    guide = book[internet.formula1.split("!")[0].strip("'")]
    cells = internet.formula1.split("!")[1].replace("$", "")
    assert [cell.value for (cell,) in guide[cells]] == (["Yes", "No"] if lang == "en" else ["Có", "Không"])
    assert students.error == (
        "“Library visits by pupils and students” takes a whole number from 0 up, and no more than "
        "“Library visits”, which it is a part of."
        if lang == "en"
        else "“Số lượt học sinh, sinh viên sử dụng thư viện”: chỉ nhập số nguyên từ 0 trở lên và không lớn "
        "hơn “Số lượt người sử dụng thư viện”."
    )


def test_identity_is_locked_and_figures_are_open(form: Path, lang: Lang) -> None:
    """The sheet is protected without a password; header rows stay in view and on every page."""
    sheet = openpyxl.load_workbook(form)[NAMES[lang][0]]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert [sheet.cell(ROW, col).protection.locked for col in (1, 2, 8)] == [True, True, False]
    assert sheet.freeze_panes == "C7"
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$4:$6", "$A:$B")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.oddFooter.center.text == "&P / &N"


def test_a_form_says_which_plan_it_was_made_from(form: Path) -> None:
    """The mark is a custom property that the reader finds."""
    opened = open_workbook(str(form), Limits())
    assert isinstance(opened, Workbook)
    plan = load_plan("ha-giang-2030")
    assert read_mark(opened.custom_property(MARK_PROPERTY)) == Mark("ha-giang-2030", plan.sha256, 1)


@pytest.mark.parametrize("text", [None, "", "a b", "a b c", "a b 1 2", "a b ١"])
def test_anything_else_is_no_mark(text: str | None) -> None:
    """A property that somebody else wrote is passed over."""
    assert read_mark(text) is None


def test_an_empty_form_has_open_rows_for_every_kind(
    tmp_path: Path, lang: Lang, findings: Callable[..., object]
) -> None:
    """Without a register the form has twenty open rows on each sheet; a row typed into it is read."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(make_form(lang=lang).content)
    assert findings(path) == [("SH108", None, None)]
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[1:] == [kind.sheet.of(lang) for kind in load_plan("ha-giang-2030").kinds]
    sheet = book[book.sheetnames[2]]
    level = "Province" if lang == "en" else "Tỉnh"
    for col, value in enumerate(["02", "Bảo tàng", level, None, 2024], 1):
        sheet.cell(7, col).value = value
    book.save(path)
    assert findings(path) == [("SH112", sheet.title, None)]


def test_another_province_s_plan_needs_no_code(
    tmp_path: Path, lang: Lang, findings: Callable[..., object]
) -> None:
    """Kinds, measures and targets that this program has never heard of make a form that reads back."""
    plan = ROOT / "tests" / "plan" / "small"
    path = tmp_path / "form.xlsx"
    path.write_bytes(make_form(lang=lang, plan=str(plan), year=2026).content)
    book = openpyxl.load_workbook(path)
    names = ["Guide", "Libraries", "Learning centres"]
    assert book.sheetnames == (names if lang == "en" else ["Hướng dẫn", "Thư viện", "Trung tâm học tập"])
    sheet = book.worksheets[2]
    level, area = ("Commune", "Rural") if lang == "en" else ("Xã", "Nông thôn")
    columns = columns_of(sheet)
    for col, value in enumerate(["7", "A centre", level, area, 2026], 1):
        sheet.cell(7, col).value = value
    sheet.cell(7, columns["Learners" if lang == "en" else "Số người học"]).value = 3
    sheet.cell(7, columns["Residents" if lang == "en" else "Dân số"]).value = 15
    book.save(path)
    assert findings(path, "--plan", str(plan)) == []


def test_names_in_a_register_stay_text(tmp_path: Path) -> None:
    """A name that begins like a formula or holds markup is a text in the form."""
    register = tmp_path / "units.csv"
    register.write_text(
        'kind,unit_code,unit_name,level,district\nmuseum,02,"=HYPERLINK(""http://a"")",province,\n'
        "museum,024,<b>&amp;</b>,district,@SUM(1)\n",
        encoding="utf-8",
    )
    made = make_form(lang="en", year=2024, register=str(register))
    path = tmp_path / "form.xlsx"
    path.write_bytes(made.content)
    sheet = openpyxl.load_workbook(path)["Museums"]
    cells = [cell for row in sheet.iter_rows(max_col=6) for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    texts = {cell.value: cell for cell in cells}
    assert {'=HYPERLINK("http://a")', "<b>&amp;</b>", "@SUM(1)"} <= set(texts)
    assert texts['=HYPERLINK("http://a")'].quotePrefix


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"earlier": (), "year": None}, "form_year_wanted"),
        ({"earlier": (), "register": None}, "form_units_wanted"),
        ({"year": 1999}, "year_range"),
        ({"period": "q1"}, "period_unknown"),
        ({"filters": Filters(units=("nobody",))}, "unit_unknown"),
    ],
)
def test_what_cannot_be_made_is_refused(changes: dict[str, Any], key: str) -> None:
    """Each refusal has a text of its own."""
    with pytest.raises(UsageError) as refused:
        make_form(**request("en", **changes))
    assert refused.value.key == key


def test_the_year_follows_the_last_one_reported() -> None:
    """Without --year the form is for the year after the latest of the earlier submission."""
    commune = Filters(kinds=("library",), units=("026-01",))
    following = make_form(**request("en", year=2025, filters=commune)).content
    assert make_form(**request("en", year=None, filters=commune)).content == following


def test_an_existing_form_is_not_overwritten(
    tmp_path: Path, llplan: Callable[..., tuple[int, str, str]]
) -> None:
    """Only --force replaces a file, and an input is never one."""
    path = tmp_path / "form.xlsx"
    assert llplan("template", "-o", path) == (0, "", "")
    code, _, err = llplan("template", "-o", path)
    assert (code, err) == (
        2, f"llplan: {path} exists already. Choose another name, or overwrite it with --force.\n"
    )  # fmt: skip
    assert llplan("template", "--lang", "vi", "-o", path, "--force") == (0, "", "")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"register": None, "earlier": (), "filters": Filters()}, [("SH108", None, None)]),
        ({"rows": 1}, None),
    ],
)
def test_the_year_of_the_form_is_offered_in_open_rows(
    tmp_path: Path,
    lang: Lang,
    findings: Callable[..., object],
    changes: dict[str, Any],
    told: list[object] | None,
) -> None:
    """It is chosen from a list, with those since the base year, and not filled in: an open row is no unit."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(make_form(**request(lang, **changes)).content)
    book = openpyxl.load_workbook(path)
    sheet = book[NAMES[lang][0]]
    column = columns_of(sheet)["Year" if lang == "en" else "Năm"]
    letter = sheet.cell(7, column).column_letter
    (rule,) = (r for r in sheet.data_validations.dataValidation if str(r.sqref).startswith(letter))
    assert rule.type == "list"
    guide = book[rule.formula1.split("!")[0].strip("'")]
    assert [cell.value for (cell,) in guide[rule.formula1.split("!")[1].replace("$", "")]] == [
        2020, 2021, 2022, 2023, 2024,
    ]  # fmt: skip
    assert sheet.cell(sheet.max_row, column).value is None
    assert findings(path) == (NOTED[lang] if told is None else told)


def test_what_is_said_of_an_earlier_submission_is_not_of_the_years_to_come(
    llplan: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    """The form is for 2025, of which nobody can have reported yet: what is told is what was amiss in 2024."""
    code, _, err = llplan(
        "template", "--from", ROOT / "data" / "ha-giang-2024.xlsx", "--year", 2025, "--units",
        ROOT / "data" / "register-ha-giang-2024.csv", "--output", tmp_path / "form.xlsx",
    )  # fmt: skip
    assert (code, err) == (
        0,
        "llplan: errors 0, warnings 0, notes 5 in the data; llplan check lists them.\n",
    )


@pytest.fixture
def after(tmp_path: Path) -> Callable[..., Any]:
    """Make the form of a year after the districts, from the years before or from a register alone."""

    def call(*register: str, **changes: Any) -> Any:
        listed = tmp_path / "units.csv"
        listed.write_text("kind,unit_code,unit_name,level,district\n" + "\n".join(register) + "\n", "utf-8")
        path = tmp_path / "form.xlsx"
        asked: dict[str, Any] = {"lang": "en", "year": 2026, "register": str(listed) if register else None}
        path.write_bytes(make_form(**(asked | changes)).content)
        return openpyxl.load_workbook(path)["Libraries"]

    return call


def test_no_form_asks_for_a_district_when_there_are_none(after: Callable[..., Any]) -> None:
    """Neither an open one nor one of units that are known has the column; the half-year before still has."""
    for sheet in (after(), after("library,01,Thư viện xã A,commune,")):
        assert "District" not in columns_of(sheet)
    assert "District" in columns_of(after(year=2025, period="h1"))
    assert "District" not in columns_of(after(year=2025))
    assert "District" in columns_of(after(year=None))


@pytest.mark.parametrize(
    ("changes", "offered", "asked"),
    [
        ({}, ["Province", "Commune"], "Province"),
        ({"year": 2025, "period": "h1"}, ["Province", "District", "Commune"], "Province, District"),
        ({"year": None}, ["Province", "District", "Commune"], "Province, District"),
    ],
)
def test_a_level_that_has_ended_is_neither_offered_nor_asked(
    after: Callable[..., Any], changes: dict[str, Any], offered: list[str], asked: str
) -> None:
    """The guide lists the levels of the form's period, and says who keeps a commitment by those."""
    guide = after(**changes).parent.worksheets[0]
    columns = [[cell.value for cell in column] for column in guide.iter_cols()]
    listed = next(column for column in columns if "Level" in column)
    first = listed.index("Level") + 1
    assert [value for value in listed[first:] if value] == offered
    digital = next(row for row in guide.iter_rows(values_only=True) if row[1] == "Digital library in service")
    assert digital[3] == asked


def test_districts_that_the_register_still_names_head_their_units(after: Callable[..., Any]) -> None:
    """Units are grouped by what the register has, and those of the level that has ended are not there."""
    sheet = after("library,01,Thư viện A,district,Bắc Mê", "library,02,Thư viện xã B,commune,Bắc Mê")
    texts = [cell.value for row in sheet.iter_rows(max_col=4) for cell in row if cell.value]
    assert "Bắc Mê" in texts
    assert "02" in texts
    assert "01" not in texts


def test_a_unit_keeps_its_years_together_when_its_district_has_ended(
    after: Callable[..., Any], tmp_path: Path, findings: Callable[..., object]
) -> None:
    """The years before name the district that the commune lay in, the year to fill in names none."""
    sheet = after(earlier=(str(SAMPLE),), filters=Filters(kinds=("library",), units=("026-01",)))
    columns = columns_of(sheet)
    rows = [
        (sheet.cell(row, columns["Year"]).value, sheet.cell(row, columns["District"]).value)
        for row in range(7, sheet.max_row + 1)
        if sheet.cell(row, columns["Unit code"]).value == "026-01"
    ]
    assert rows[-1] == (2026, None)
    assert {district for _, district in rows[:-1]} == {"Đồng Văn"}
    assert findings(tmp_path / "form.xlsx") == [("SH112", "Libraries", None)]
