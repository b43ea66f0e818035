"""The documents: read back by other programs, their figures held against the JSON, the same bytes twice."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import docx
import jsonschema
import pytest
from docx.enum.section import WD_ORIENT
from openpyxl import load_workbook

from lifelong_learning.catalogue.words.summary import SUMMARY
from lifelong_learning.plan import load_plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.summary.records import Source

    Write = Callable[[Source, str, str], bytes]

APART = "(*)"
SCHEMA = Path(__file__).parents[3] / "src" / "lifelong_learning" / "schemas" / "summary-1.json"


def percent(figure: float | None) -> str:
    """Return a fraction as a percentage, floored."""
    return "–" if figure is None else f"{_near(figure)}%"


def _near(figure: float, factor: int = 100) -> str:
    """Floor a figure whose float may lie a hair off the exact one."""
    nearest = Fraction(figure).limit_denominator(10**9) * factor
    scaled = nearest * 100 // 1
    sign = "-" if scaled < 0 else ""
    whole, rest = divmod(abs(scaled), 100)
    fraction = f"{rest:02d}".rstrip("0")
    return f"{sign}{whole}" + (f",{fraction}" if fraction else "")


def signed(figure: float | None, factor: int = 100) -> str:
    """Return a difference with its sign."""
    if figure is None:
        return "–"
    text = _near(figure, factor)
    return f"+{text}" if figure > 0 and text != "0" else text


def changed(one: dict[str, Any], factor: int = 100) -> str:
    """Return a change with its sign, or words where the figures of the two years cannot be compared."""
    if one["change"] is None and None not in (one["before"], one["value"]):
        return APART
    return signed(one["change"], factor)


def averaged(one: dict[str, Any], factor: int = 100) -> str:
    """Return the average change a year, or words where it cannot be told."""
    apart = one["yearly"] is None and one["base_value"] is not None
    return APART if apart else signed(one["yearly"], factor)


@pytest.fixture(scope="module")
def made(sample: Source, write: Write) -> Document:
    return docx.Document(BytesIO(write(sample, "docx", "vi")))


def table_of(made: Document, first: str, last: str) -> list[list[str]]:
    """Return the rows of the table whose header begins and ends so."""
    for table in made.tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if rows[0][0] == first and rows[0][-1] == last and len(rows[0]) > 2:
            return rows
    raise AssertionError(f"no table {first} … {last}")


def test_json_follows_its_schema(sample_json: dict[str, Any]) -> None:
    """The JSON is what its schema says."""
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(sample_json)


def test_province_table_equals_json(made: Document, sample_json: dict[str, Any]) -> None:
    """Every figure in the table of all targets is that of the JSON, floored."""
    rows = table_of(made, "Chỉ tiêu", "Đánh giá")[1:]
    targets = [one for one in sample_json["targets"] if one["district"] is None]
    assert len(rows) == len(targets) == 26
    for row, one in zip(rows, targets, strict=True):
        counted = one["target"] == "museum-exhibitions"
        shown = str if counted else percent
        assert row[2:7] == [
            shown(one["before"]),
            shown(one["value"]),
            changed(one, 1 if counted else 100),
            percent(one["attainment"]),
            f"{one['reporting']}/{one['members']}",
        ]


def test_districts_equal_json(made: Document, sample_json: dict[str, Any]) -> None:
    """Every figure by district is that of the JSON, floored; what is needed is rounded up."""
    rows = [row for row in table_of(made, "Huyện, thành phố", "Đánh giá")[1:] if row[0] != row[1]]
    places: dict[str, list[dict[str, Any]]] = {}
    for one in sample_json["targets"]:
        if one["district"] is not None:
            places.setdefault(one["district"], []).append(one)
    assert len(rows) == sum(map(len, places.values())) > 100
    for row in rows:
        assert any(_is_district(row, one) for one in places[row[0]]), row


def _is_district(row: list[str], one: dict[str, Any]) -> bool:
    growth = one["target"].endswith("-growth")
    yearly = percent(one["yearly"]) if growth and one["yearly"] is not None else averaged(one)
    if one["needed"] is None:
        needed = "–"
    else:
        raised = _near(-one["needed"]).removeprefix("-")
        raised = raised if one["needed"] > 0 else f"-{raised}"
        needed = f"{raised}%" if growth else raised
    figures = [percent(one["before"]), percent(one["value"]), changed(one), signed(one["distance"])]
    return row[1:7] == [*figures, yearly, needed]


def test_trend_equals_json(made: Document, sample_json: dict[str, Any]) -> None:
    """Every figure of every year is that of the JSON, floored."""
    rows = table_of(made, "Chỉ tiêu", "2024")
    assert rows[0][1:] == ["2020", "2021", "2022", "2023", "2024"]
    targets = [one for one in sample_json["targets"] if one["district"] is None]
    for row, one in zip(rows[1:], targets, strict=True):
        shown = str if one["target"] == "museum-exhibitions" else percent
        found = {year["year"]: year["value"] for year in one["by_year"]}
        values = [re.sub(r" \(\d+/\d+\)$", "", cell) for cell in row[1:]]
        assert values == [shown(found[y]) if found.get(y) is not None else "–" for y in range(2020, 2025)]
        lacking = one["reporting"] < one["members"]
        assert row[5].endswith(f" ({one['reporting']}/{one['members']})") == lacking


def _signed(made: Document) -> list[str]:
    """Return the paragraphs before the first appendix."""
    texts = [paragraph.text for paragraph in made.paragraphs]
    return texts[: texts.index("Phụ lục I")]


def test_figures_in_sentences_equal_json(made: Document, sample_json: dict[str, Any]) -> None:
    """Every percentage and every difference in the sentences on targets is one of that target's figures."""
    labels = {target.id: target.label.vi for target in load_plan("ha-giang-2030").targets}
    whole = [one for one in sample_json["targets"] if one["district"] is None]
    figures: dict[str, set[str]] = {}
    for one in whole:
        figures.setdefault(labels[one["target"]], set()).update(_figures_of(one))
    checked = 0
    for text in _signed(made):
        label = next((label for label in figures if text.startswith(f"- {label}")), None)
        if label is not None:
            for figure in re.findall(r"(?<![–\d,])(\d+(?:,\d+)?)(?=%(?!/năm)| điểm phần trăm)", text):
                assert figure in figures[label], (figure, text)
                checked += 1
    assert checked > 60


def _figures_of(one: dict[str, Any]) -> set[str]:
    keys = ("value", "before", "change", "threshold", "upper", "distance", "gap", "excess")
    figures = {_near(one[key]).removeprefix("-") for key in keys if one[key] is not None}
    if one["needed"] is not None:
        figures.add(_near(-one["needed"]).removeprefix("-"))
    figures.update(_near(year["value"]) for year in one["by_year"] if year["value"] is not None)
    return figures


def test_turnout_equals_json(made: Document, sample_json: dict[str, Any]) -> None:
    """Who was expected, who reported and who completely is as the JSON counts it."""
    reports = sample_json["reports"]
    rows = table_of(made, "Huyện, thành phố", "Đầy đủ")[1:]
    told = [(str(r["expected"]), str(r["reported"]), str(r["complete"])) for r in reports["by_district"]]
    assert [tuple(row[1:]) for row in rows[:-1]] == told
    assert rows[-1][1:] == ["71", "68", "62"]
    assert (reports["expected"], reports["reported"], reports["complete"]) == (71, 68, 62)


def _tables(made: Document, first: str, last: str) -> list[list[str]]:
    """Return the rows, without headers, of every table whose header begins and ends so."""
    found: list[list[str]] = []
    for table in made.tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if rows[0][0] == first and rows[0][-1] == last:
            found.extend(rows[1:])
    return found


def _points(figure: float | None) -> str:
    """Return a score at one decimal, floored."""
    if figure is None:
        return "–"
    tenths = Fraction(figure).limit_denominator(10**9) * 10 // 1
    return f"{tenths // 10},{tenths % 10}"


def test_scores_equal_json(made: Document, sample_json: dict[str, Any]) -> None:
    """Score, completeness and last year's score of every unit in a table are those of the JSON, floored."""
    units = {(one["code"], one["name"]): one for one in sample_json["units"]}
    rows = _tables(made, "Mã", "Tăng, giảm")
    assert len(rows) > 20
    assert {(row[0], row[1]) for row in rows if row[3] != "–"} == set(units)
    for row in rows:
        if row[3] == "–":
            continue
        one = units[row[0], row[1]]
        figures = [_points(one["score"]), percent(one["completeness"]), _points(one["score_before"])]
        assert row[3:6] == figures, row
        if one["change"] is None:
            assert row[6] == ("–" if one["score_before"] is None else APART), row
        else:
            tenths = Fraction(one["change"]).limit_denominator(10**9) * 10 // 1
            assert Fraction(row[6].replace(",", ".")) * 10 == tenths, row


def test_commitments_equal_json(made: Document, sample_json: dict[str, Any]) -> None:
    """How many kept each commitment, did not, or did not say is as the JSON counts it."""
    rows = _tables(made, "Nhiệm vụ", "Đơn vị chưa thực hiện")
    counts = [
        [str(one[key]) for key in ("done", "not_done", "not_said")] for one in sample_json["commitments"]
    ]
    assert [row[1:4] for row in rows] == counts
    assert len(counts) == 19


def test_progress_equals_json(made: Document, sample_json: dict[str, Any]) -> None:
    """Base, line, value, distance, yearly and needed figures of each target are those of the JSON."""
    targets = [one for one in sample_json["targets"] if one["district"] is None]
    rows = _tables(made, "Chỉ tiêu", "Cần tăng thêm mỗi năm")
    assert len(rows) > 20
    for row in rows:
        assert any(_is_progress(row[1:], one) for one in targets), row


def _is_progress(cells: list[str], one: dict[str, Any]) -> bool:
    if one["target"] == "museum-exhibitions":
        yearly = averaged(one, 1)
        return cells == [f"{one['base_value']:g}", "–", str(one["value"]), "–", yearly, "–"]
    row = ["", "–", cells[2], "–", *cells[3:]]
    rest = _is_district(row, {**one, "before": None, "change": None})
    return rest and cells[:2] == [percent(one["base_value"]), percent(one["line"])]


def test_misses_equal_json(made: Document, sample_json: dict[str, Any]) -> None:
    """Every percentage in the tables of misses is the value or threshold of one of that unit's misses."""
    known = {f"{one['name']} ({one['code']})": one["results"] for one in sample_json["misses"]}
    rows = _tables(made, "Đơn vị", "Giải trình của đơn vị") + _tables(
        made, "Đơn vị", "Không đạt hoặc chậm so với lộ trình"
    )
    assert len(rows) == len(known)
    for row in rows:
        results = known[row[0]]
        values = [percent(r["value"]) for r in results if isinstance(r["value"], float)]
        shown = re.findall(r": (-?[0-9]+(?:,[0-9]+)?%) \(", row[1])
        assert shown == values, row


def test_form_of_the_decree(made: Document) -> None:
    """A4, margins within the decree's, Times New Roman 13, numbers from page 2, header rows repeated."""
    section = made.sections[0]
    sides = (section.page_width, section.page_height, section.top_margin, section.bottom_margin)
    assert [round(side.mm) for side in sides if side] == [210, 297, 20, 20]
    margins = (section.left_margin, section.right_margin)
    assert [round(side.mm) for side in margins if side] == [30, 15]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header.paragraphs[0]._p.xml
    assert made.styles["Normal"].font.name == "Times New Roman"
    assert made.styles["Normal"].font.size.pt == 13
    headed = [t for t in made.tables if t.style is not None and t.style.name == "Table Grid"]
    assert len(headed) > 10
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in headed)


def test_head_and_signature(made: Document) -> None:
    """Issuing body left, national title right, number and date line, recipients and signatory at the end."""
    head = [[cell.text for cell in row.cells] for row in made.tables[0].rows]
    assert head == [
        [
            "UBND TỈNH HÀ GIANG\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH\n",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n",
        ],
        ["Số:       /BC-SVHTTDL", "Hà Giang, ngày 08 tháng 01 năm 2025"],
    ]
    end = next(
        [cell.text for cell in table.rows[0].cells]
        for table in made.tables
        if table.rows[0].cells[0].text.startswith("Nơi nhận")
    )
    assert end == [
        "Nơi nhận:\n- Như trên;\n- Lãnh đạo Sở;\n"
        "- Phòng Văn hóa và Thông tin các huyện, thành phố;\n- Lưu: VT, QLVH.",
        "GIÁM ĐỐC\n",
    ]


def test_nothing_given_is_left_to_be_filled_in(part_a: Source, write: Write) -> None:
    """Without letterhead and date the head keeps their places, and no date is invented."""
    made = docx.Document(BytesIO(write(part_a, "docx", "vi")))
    assert [cell.text for cell in made.tables[0].rows[1].cells] == [
        "Số:       /BC-…",
        "…………, ngày      tháng      năm 20    ",
    ]


def test_charts_are_parts_of_the_document(sample: Source, write: Write) -> None:
    """Three bar charts of what is attained, a line chart for every target with two years, each with data."""
    with ZipFile(BytesIO(write(sample, "docx", "vi"))) as package:
        charts = [name for name in package.namelist() if name.startswith("word/charts/chart")]
        text = {name: package.read(name).decode() for name in charts}
        data = [name for name in package.namelist() if name.startswith("word/embeddings/")]
    bars = [name for name in charts if "c:barChart" in text[name]]
    assert (len(bars), len(charts) - len(bars), len(data)) == (3, 26, 29)


@pytest.mark.parametrize(("lang", "tag", "name"), [("en", "en-GB", "Chart 1"), ("vi", "vi-VN", "Biểu đồ 1")])
def test_document_and_charts_are_marked_with_their_language(
    sample: Source, write: Write, lang: str, tag: str, name: str
) -> None:
    """A word processor checks the spelling, and a screen reader speaks, in the language of the text."""
    with ZipFile(BytesIO(write(sample, "docx", lang))) as package:
        text = {part: package.read(part).decode() for part in package.namelist() if part.endswith(".xml")}
    assert f"<dc:language>{tag}</dc:language>" in text["docProps/core.xml"]
    assert f'<w:lang w:val="{tag}"/>' in text["word/styles.xml"]
    assert f'name="{name}" descr="' in text["word/document.xml"]
    for part, content in text.items():
        if part.startswith("word/charts/"):
            assert set(re.findall(r'lang(?: val)?="([^"]*)"', content)) == {tag}, part


@pytest.mark.parametrize("name", ["docx", "xlsx", "html", "json", "markdown", "text"])
def test_same_bytes(sample: Source, write: Write, name: str) -> None:
    """The same summary gives the same bytes."""
    from lifelong_learning.api.documents import PLAIN
    from lifelong_learning.api.formats import RENDERERS

    again = b"".join(RENDERERS["summary"][name](SimpleNamespace(source=sample), "vi", PLAIN))
    assert write(sample, name, "vi") == again


def test_workbook_reads_back(sample: Source, write: Write, sample_json: dict[str, Any]) -> None:
    """The workbook holds numbers, floored as they are printed, and no formula."""
    book = load_workbook(BytesIO(write(sample, "xlsx", "vi")))
    sheet = book["Bảng tổng hợp"]
    targets = [one for one in sample_json["targets"] if one["district"] is None]
    shown = [sheet.cell(row, 4).value for row in range(3, 3 + len(targets))]
    assert shown[0] == 1
    assert shown[12] == 0.1143
    assert sheet.cell(15, 4).number_format == "0.00%"
    cells = (cell for found in book.worksheets for row in found.iter_rows() for cell in row)
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]


def test_page_needs_nothing_else(sample: Source, write: Write) -> None:
    """The page loads nothing, runs nothing, and draws 27 charts."""
    page = write(sample, "html", "vi").decode()
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert page.count('<svg role="img"') == 27


def test_english_is_a_plain_report(sample: Source, write: Write) -> None:
    """In English there is no national title, and no Vietnamese sentence of ours."""
    made = docx.Document(BytesIO(write(sample, "docx", "en")))
    text = "\n".join(p.text for p in made.paragraphs)
    assert text.startswith("REPORT: Results in 2024 under Plan No. 275/KH-UBND")
    assert "CỘNG HÒA" not in text
    assert "Reports have come from 68 of 71 units due to report, complete from 62." in text


HEADINGS = [
    "I. TÌNH HÌNH BÁO CÁO SỐ LIỆU", "II. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", "1. Thư viện", "2. Bảo tàng",
    "3. Nhà văn hóa, câu lạc bộ", "4. Chỉ tiêu chung", "III. ĐÁNH GIÁ CHUNG", "1. Kết quả nổi bật",
    "2. Tồn tại, hạn chế", "3. Nguyên nhân", "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ", "V. ĐỀ XUẤT, KIẾN NGHỊ",
    "Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV", "Phụ lục V", "Phụ lục VI", "Phụ lục VII",
]  # fmt: skip


def test_order_of_the_report(made: Document) -> None:
    """Opening, parts I to V, closing and signature; then the appendices, each with what it belongs to."""
    texts = [paragraph.text for paragraph in made.paragraphs]
    assert [p.text for p in made.paragraphs if p.style is not None and "Heading" in p.style.name] == HEADINGS
    opening = next(text for text in texts if text.startswith("Thực hiện"))
    assert opening == (
        "Thực hiện Kế hoạch số 275/KH-UBND ngày 28 tháng 12 năm 2020 của Ủy ban nhân dân tỉnh Hà Giang về "
        'tiếp tục thực hiện Đề án "Đẩy mạnh các hoạt động học tập suốt đời trong các thư viện, bảo tàng, '
        'nhà văn hóa, câu lạc bộ" trên địa bàn tỉnh Hà Giang đến năm 2030, Sở Văn hóa, Thể thao và Du lịch '
        "báo cáo kết quả năm 2024 như sau:"
    )
    sender = "Sở Văn hóa, Thể thao và Du lịch"
    belonging = f"(Kèm theo Báo cáo số       /BC-SVHTTDL ngày 08 tháng 01 năm 2025 của {sender})"
    assert texts.count(belonging) == 7
    assert texts.index(opening) < texts.index(HEADINGS[0])
    closing = next(text for text in texts if text.startswith("Trên đây là báo cáo"))
    assert texts.index(HEADINGS[11]) < texts.index(closing) < texts.index("Phụ lục I")
    assert closing.endswith("báo cáo Ủy ban nhân dân tỉnh Hà Giang./.")


def test_nothing_of_the_program_is_signed(made: Document) -> None:
    """No code of a finding, no file name, no version and no hash stands before the signature."""
    signed = "\n".join(_signed(made))
    assert not re.search(r"\b(?:WB|SH|CE|RW|YR|RG)\d{3}\b|\.xlsx|llplan|[0-9a-f]{12}|Chữ ký", signed)
    assert "%" in signed
    assert not re.search(r"[0-9]\s%", "\n".join(p.text for p in made.paragraphs))


def test_nothing_stands_alone_on_a_page(made: Document) -> None:
    """The closing sentence goes with the signature, and a remark on a table with its last rows."""
    body = [*made.element.body]
    closing = next(p for p in made.paragraphs if p.text.startswith("Trên đây là báo cáo"))
    at = body.index(closing._p)
    assert closing.paragraph_format.keep_with_next
    assert body[at + 1].xpath("./w:pPr/w:keepNext")
    assert body[at + 2].tag.endswith("}tbl")
    remarks = [p for p in made.paragraphs if p.text.startswith("(*) ")]
    assert remarks
    for remark in remarks:
        table, gap = body[(at := body.index(remark._p)) - 2 : at]
        assert gap.xpath("./w:pPr/w:keepNext")
        assert all(row.xpath(".//w:keepNext") for row in table.xpath("./w:tr")[-2:])


def test_wide_tables_lie_on_their_side(made: Document) -> None:
    """An appendix whose table has more than seven columns is printed across, any other upright."""
    wide = [section.orientation == WD_ORIENT.LANDSCAPE for section in made.sections]
    assert wide == [False, True, False, True, False, False, False, False]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_it(sample: Source, write: Write, tmp_path: Path) -> None:
    """LibreOffice opens the report; what is signed takes at most six pages."""
    (tmp_path / "report.docx").write_bytes(write(sample, "docx", "vi"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "report.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    told = subprocess.run(
        ["pdftotext", "-layout", "report.pdf", "-"], cwd=tmp_path, check=True, capture_output=True
    )
    pages = told.stdout.decode("utf-8").split("\f")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pages[0]
    first = next(number for number, page in enumerate(pages) if "Phụ lục I\n" in page)
    assert "Nơi nhận" in pages[first - 1]
    assert first <= 6


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_names_of_sheets_are_whole(sample: Source, write: Write, lang: Lang) -> None:
    """Each table stands on a sheet of a short name of its own, which no program cuts."""
    book = load_workbook(BytesIO(write(sample, "xlsx", lang)), read_only=True)
    kinds = [kind.sheet.of(lang) for kind in sample.scorecard.plan.kinds]
    names = [text[lang == "vi"] for key, text in SUMMARY.items() if key.startswith("x_")]
    whole = {name.format(kind=kind) for name in names for kind in kinds}
    assert len(book.sheetnames) > 10
    assert set(book.sheetnames[1:]) <= whole
    assert max(map(len, whole)) <= 31
    assert len({name.casefold() for name in names}) == len(names)
