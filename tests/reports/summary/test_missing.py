"""A submission with half the districts missing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lifelong_learning import render, summarise
from lifelong_learning.api.request import Request
from lifelong_learning.api.summaries import sum_up
from lifelong_learning.reports.document.blocks import ChartPoint, LineChart
from lifelong_learning.reports.document.drawings import sparkline
from lifelong_learning.reports.summary import report
from lifelong_learning.reports.summary.gathering import gather

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lifelong_learning.reports.summary.records import Source

    Write = Callable[[Source, str, str], bytes]

MISSING = (
    "Đến nay đã có 34/71 đơn vị phải báo cáo gửi số liệu, trong đó 31 đơn vị báo cáo đầy đủ. Còn 37 đơn vị "
    "chưa gửi số liệu: "
)
PROVISIONAL = (
    "Kết quả ghi “tạm tính” dựa trên số liệu của các đơn vị đã báo cáo; trường hợp báo cáo còn thiếu có thể "
    "làm thay đổi kết quả đánh giá thì chưa kết luận."
)
SILENT = "Các địa bàn chưa có đơn vị nào báo cáo: Bắc Mê, Đồng Văn, Mèo Vạc, Quản Bạ, Vị Xuyên, Yên Minh."
HALF = "Do còn thiếu từ một nửa số địa bàn trở lên, số liệu chung chưa phản ánh đầy đủ tình hình."


def test_said_before_any_result(half: Source, write: Write) -> None:
    """Who is missing stands before the first result, in sentences and with the names of the districts."""
    text = " ".join(write(half, "text", "vi").decode().split())
    results = text.index("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU")
    for sentence in (MISSING, PROVISIONAL, SILENT, HALF):
        assert 0 < text.find(sentence) < results


def test_no_settled_verdict_that_could_change(half: Source, write: Write) -> None:
    """A verdict for the province that lacks reports is provisional or open, save a coverage that stands."""
    document = json.loads(write(half, "json", "en"))
    whole = [one for one in document["targets"] if one["district"] is None and one["left_out"]]
    assert len(whole) > 10
    shares = ("library-free-internet", "library-user-training", "library-talks", "library-workforce-classes")
    for one in whole:
        coverage = one["target"] in (*shares, "cultural-house-activity-plan")
        if not coverage:
            assert one["provisional"] or one["status"] in ("no_data", "not_assessable")
        elif one["status"] not in ("not_assessable", "no_data"):
            lacking = one["members"] - one["reporting"]
            highest = one["value"] + lacking / one["members"]
            both = {one["value"] >= one["threshold"], highest >= one["threshold"]}
            assert len(both) == 1


def test_worded_as_provisional(half: Source, write: Write) -> None:
    """Every provisional verdict of the table is marked so, and every open one says so in its sentence."""
    from lifelong_learning.reports.document.blocks import Paragraph
    from lifelong_learning.reports.summary import report

    made = report.document(half, lang="vi", tool_version="1")
    blocks = [block for section in made.sections for block in section.blocks]
    words = [block.text for block in blocks if isinstance(block, Paragraph)]
    for record in gather(half).targets:
        group = record.result
        if group.district is None and group.provisional:
            part = f" (tạm tính theo {group.reporting}/{group.members} đơn vị), "
            assert any(group.target.label.vi in text and part in text for text in words)
        if group.district is None and group.reason == "undetermined":
            assert any(
                group.target.label.vi in text and "chưa kết luận so với chỉ tiêu" in text for text in words
            )


def test_undetermined_claims_no_change(half: Source, write: Write) -> None:
    """Of what is only proven so far no change on the year before is told."""
    text = " ".join(write(half, "text", "vi").decode().split())
    said = next(
        part for part in text.split(" - ") if part.startswith("Thư viện có dịch vụ truy cập internet")
    )
    assert "cấp huyện 45,45% (tính theo 5/11 đơn vị), chưa kết luận so với chỉ tiêu 100%; cấp xã" in said
    assert "năm 2023" not in said


def test_a_missing_report_is_no_fall(sample: Source, write: Write) -> None:
    """Where the units behind two years' figures differ no change is told: null, and a mark in the table."""
    one = next(
        one
        for one in json.loads(write(sample, "json", "en"))["targets"]
        if (one["target"], one["scope"], one["district"])
        == ("library-free-internet", {"level": "district"}, None)
    )
    assert (one["before"], one["left_out"], one["change"], one["yearly"]) == (1.0, ["031"], None, None)
    name = "Libraries with free internet access (district level)"
    row = rf"| {name} | 100% | 100% | 90.9% | (\*) | 90.9% | 10 of 11 |"
    text = write(sample, "markdown", "en").decode()
    assert row in text
    assert "(\\*) Not comparable: in one of the two years figures are missing" in text
    assert "district level 90.9% (10 of 11 units), with no verdict yet on the target of 100%; commune" in text


def test_units_of_two_kinds_with_one_code_are_two(tmp_path: Path) -> None:
    """Where a library is missing in one year and a house of the same code in the other, they differ."""
    from openpyxl import Workbook

    book = Workbook()
    houses = book.create_sheet("Cultural houses")
    sheets = {"library": book.active, "house": houses}
    sheets["library"].title = "Libraries"
    silent = {("library", 2023), ("house", 2024)}
    for kind, sheet in sheets.items():
        sheet.append(
            ["unit_code", "unit_name", "level", "district", "area", "year", "staff_total", "staff_trained"]
        )
        for code in ("024", "025"):
            for year in (2023, 2024):
                trained = None if (kind, year) in silent and code == "024" else 5
                sheet.append([code, code, "district", "Đồng Văn", "urban", year, 20, trained])
    path = tmp_path / "two.xlsx"
    book.save(path)
    records = gather(sum_up(Request((str(path),))).source).targets
    staff = next(r for r in records if r.result.target.id == "staff-training" and r.result.district is None)
    assert (staff.result.left_out, staff.apart, staff.change) == (("024",), 2, None)


def test_a_score_without_its_figures_is_no_fall(sample: Source, sample_json: dict[str, Any]) -> None:
    """A unit whose figures are missing in one of the two years alone has neither risen nor fallen."""
    unit = next(one for one in sample_json["units"] if (one["code"], one["kind"]) == ("031", "library"))
    assert (unit["change"], unit["score_before"] is None) == (None, False)
    assert not any((one["code"], one["kind"]) == ("031", "library") for one in sample_json["fallen"])


def test_charts_of_coverage_draw_the_same_reports(sample: Source) -> None:
    """Of a coverage a chart draws the years that lack the same reports; what never moves is no nil."""
    made = report.document(sample, lang="en", tool_version="1")
    charts = [block for added in made.appendices for block in added.blocks if isinstance(block, LineChart)]
    found = {chart.title: sparkline(chart) for chart in charts}
    assert found["Libraries with free internet access (province level)"] == "█████"
    assert found["Libraries with free internet access (district level)"] == "████ "
    assert "▅" in sparkline(
        LineChart("", (ChartPoint(2023, 4.0, "4"), ChartPoint(2024, 4.0, "4")), (), False, False)
    )


def test_a_line_from_other_units_tells_no_distance(tmp_path: Path) -> None:
    """Two of ten libraries reported in the base year: 8 points above a line from there would overstate."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Libraries"
    sheet.append(["unit_code", "unit_name", "level", "district", "year", "user_training_lessons"])
    for number in range(10):
        for year, lessons in ((2020, 1), (2024, int(number < 4))):
            if year == 2024 or number < 2:
                sheet.append([f"{number:02}", f"Thư viện {number}", "commune", "A", year, lessons])
    book.save(tmp_path / "a.xlsx")
    summary = summarise(tmp_path / "a.xlsx")
    found = json.loads(render(summary, "json"))["targets"]
    (one,) = [t for t in found if t["target"] == "library-user-training" and t["district"] is None]
    assert (one["base_value"], one["value"], one["distance"], one["yearly"]) == (0.2, 0.4, None, None)
    text = " ".join(render(summary, "text").decode().split())
    assert "above the straight line" not in text


def test_a_published_figure_is_not_set_against_a_computed_one(tmp_path: Path) -> None:
    """Which units stand behind the published one is not known."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Libraries"
    sheet.append(["unit_code", "unit_name", "level", "year", "population_to_be_served", "active_users"])
    sheet.append(["01", "Thư viện tỉnh", "province", 2024, 1000, 100])
    reported = book.create_sheet("Reported")
    reported.append(["target", "level", "year", "percent"])
    reported.append(["library-population-reached", "province", 2023, 5])
    book.save(tmp_path / "a.xlsx")
    found = json.loads(render(summarise(tmp_path / "a.xlsx"), "json"))["targets"]
    (one,) = [t for t in found if t["target"] == "library-population-reached" and t["district"] is None]
    assert (one["before"], one["value"], one["change"]) == (0.05, 0.1, None)
