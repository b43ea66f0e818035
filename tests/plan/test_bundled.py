"""The bundled plans, figure by figure."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from lifelong_learning.plan import load_plan

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Plan, ScopedThresholds

THREE = "province 100 | district 100 | commune 50"
BANDS = "province 10-15 | district 10-15 | commune 10-15"
PARTICIPATION = " | ".join(
    f"{level}/urban 60 | {level}/rural 40" for level in ("province", "district", "commune")
)
POPULATION = "population_to_be_served"
ADDITIONS = "additions_book_copies+additions_serial_titles"

TARGETS_2030 = f"""
library-free-internet; B.II.2.1¶3; coverage; free_internet_access; {THREE}; target_year
library-user-training; B.II.2.1¶3; coverage; user_training_lessons>=1; {THREE}; target_year
library-talks; B.II.2.1¶3; coverage; events_talks>=1; {THREE}; target_year
library-workforce-classes; B.II.2.1¶4; coverage; workforce_skills_classes>=1; province 100 | district 70 | commune 50; target_year
library-visits-growth; B.II.2.1¶5; growth_average; library_visits; all 10-15; each_year
library-population-reached; B.II.2.1¶5; ratio; active_users/{POPULATION}; {BANDS}; target_year
library-additions-growth; B.II.2.1¶6; growth_yearly; {ADDITIONS}; all 10; each_year
museum-visits-growth; B.II.2.2¶1; growth_average; museum_visits_domestic; all 10; each_year
museum-exhibitions; B.II.2.2¶5; count; temporary_exhibitions; province 3-5; each_year
cultural-house-activity-plan; B.II.2.3¶1; coverage; activity_plan; all 100; target_year
cultural-house-participation; B.II.2.3¶2; ratio; cultural_house_participants/{POPULATION}; {PARTICIPATION}; target_year
staff-training; B.III.2.1; ratio; staff_trained/staff_total; all 20-25; each_year
"""  # noqa: E501

TARGETS_2020 = f"""
museum-visits-growth; A.I.1; growth_average; museum_visits_domestic; all 10; each_year
heritage-education; A.I.1¶1; reported; ; all 100; each_year
heritage-day; A.I.1¶2; reported; ; all 60; each_year
library-free-internet; A.I.2¶1; coverage; free_internet_access; province 100 | district 80 | commune 50; each_year
library-visits-assigned; A.I.2¶2, note 1; ratio; library_visits/library_visits_assigned; all 100; each_year
library-visits-growth; A.I.2¶2, note 1; growth_average; library_visits; all none; each_year
cultural-house-participation; A.I.3; ratio; cultural_house_participants/{POPULATION}; */rural 40; each_year
"""  # noqa: E501

COMMITMENTS_2030 = """
provincial-library-renovated; B.II.2.1¶1; library; province; provincial_library_renovated
digital-library; B.II.2.1¶2; library; province district; digital_library
library-student-outreach; B.II.2.1¶7; library; province district commune; library_visits_students>=1
business-reading-room; B.II.2.1¶8; library; province district commune; business_reading_room
storytelling-contest; B.II.2.1¶9; library; province district commune; storytelling_contest
book-day; B.II.2.1¶10; library; province district commune; book_day
spring-press-festival; B.II.2.1¶11; library; province district commune; spring_press_festival
library-promotion; B.II.2.1¶12; library; province district commune; library_promotion
heritage-education; B.II.2.2¶2; museum; province district commune; heritage_education
museum-day; B.II.2.2¶3; museum; province district commune; museum_day
heritage-day; B.II.2.2¶3; museum; province district commune; heritage_day
heritage-promotion; B.II.2.2¶4; museum; province district commune; heritage_promotion
touring-exhibitions; B.II.2.2¶5; museum; province; touring_exhibitions>=1
collection-building; B.II.2.2¶6; museum; province district commune; collection_building
private-museum-support; B.II.2.2¶7; museum; province district commune; private_museum_support
folk-arts-festival; B.II.2.3¶3; cultural_house; province district commune; folk_arts_festival
folk-arts-transmission; B.II.2.3¶4; cultural_house; province district commune; folk_arts_transmission
school-arts; B.II.2.3¶5; cultural_house; province district commune; school_arts
hobby-clubs; B.II.2.3¶6; cultural_house; province district commune; hobby_clubs
"""

MEASURES = """
library_visits; library; Library visits; Số lượt người sử dụng thư viện; count; flow;
library_visits_assigned; library; Assigned library visits; Chỉ tiêu lượt người sử dụng thư viện được giao; count; flow;
library_visits_students; library; Library visits by pupils and students; Số lượt học sinh, sinh viên sử dụng thư viện; count; flow; library_visits
active_users; library; Active users (residents); Số người dân sử dụng thư viện; count; flow; population_to_be_served
population_to_be_served; library cultural_house; Population to be served; Dân số trên địa bàn; count; stock;
additions_book_copies; library; Additions: book copies; Số bản sách bổ sung; count; flow;
additions_serial_titles; library; Additions: serial titles; Số tên báo, tạp chí bổ sung; count; flow;
free_internet_access; library; Free internet access; Có dịch vụ truy cập internet miễn phí; yes_no; stock;
user_training_lessons; library; User training lessons; Số lớp hướng dẫn sử dụng thư viện; count; flow;
events_talks; library; Talks; Số buổi nói chuyện chuyên đề; count; flow;
workforce_skills_classes; library; Workforce skills classes; Số lớp cập nhật kỹ năng, kiến thức cho lao động; count; flow;
museum_visits_domestic; museum; Domestic museum visits; Số lượt khách nội địa tham quan; count; flow;
museum_visits_students; museum; Museum visits by pupils and students; Số lượt học sinh, sinh viên tham quan; count; flow; museum_visits_domestic
museum_visits_tours; museum; Museum visits with tour operators; Số lượt khách của công ty lữ hành; count; flow; museum_visits_domestic
temporary_exhibitions; museum; Thematic exhibitions; Số cuộc triển lãm chuyên đề; count; flow;
touring_exhibitions; museum; Touring exhibitions; Số cuộc trưng bày lưu động; count; flow;
cultural_house_participants; cultural_house; Participants (residents); Số người dân tham gia hoạt động tại nhà văn hóa, câu lạc bộ; count; flow; population_to_be_served
activity_plan; cultural_house; Activity plan; Có kế hoạch tổ chức hoạt động; yes_no; stock;
staff_total; library museum cultural_house; Staff; Tổng số cán bộ, công chức, viên chức, người lao động; count; stock;
staff_trained; library museum cultural_house; Staff trained; Số người được tập huấn, tham quan, học tập kinh nghiệm; count; flow; staff_total
"""  # noqa: E501


def _lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


def _figure(figure: Fraction, kind: str) -> str:
    return str(figure if kind == "count" else figure * 100)


def _scope(scoped: ScopedThresholds, kind: str) -> str:
    scope = scoped.scope
    where = scope.level or ("*" if scope.area else "all")
    where += f"/{scope.area}" if scope.area else ""
    if not scoped.thresholds:
        return f"{where} none"
    (threshold,) = scoped.thresholds
    assert threshold.since is None
    upper = "" if threshold.upper is None else "-" + _figure(threshold.upper, kind)
    return f"{where} {_figure(threshold.lower, kind)}{upper}"


def _targets(plan: Plan) -> list[str]:
    rows = []
    for target in plan.targets:
        measures = "+".join(target.numerator) + (f">={target.at_least}" if target.at_least else "")
        measures += "/" + "+".join(target.denominator) if target.denominator else ""
        scopes = " | ".join(_scope(scoped, target.kind) for scoped in target.scopes)
        rows.append("; ".join([target.id, target.source.clause, target.kind, measures, scopes, target.due]))
    return rows


@pytest.mark.parametrize(
    ("name", "table", "years"),
    [("ha-giang-2030", TARGETS_2030, (2020, 2030)), ("ha-giang-2020", TARGETS_2020, (2015, 2020))],
)
def test_targets(name: str, table: str, years: tuple[int, int]) -> None:
    """Every target has the clause, kind, measures, scopes, thresholds and due date of the document."""
    plan = load_plan(name)
    assert _targets(plan) == _lines(table)
    assert {(target.base_year, target.target_year) for target in plan.targets} == {years}
    assert {target.weight for target in plan.targets} == {Fraction(1)}
    assert (plan.id, plan.base_year, plan.target_year) == (name, *years)


def test_kinds_of_targets() -> None:
    """A target is for the kind of unit in its name; that of the staff is for all."""
    kinds = {"library": ("library",), "museum": ("museum",), "cultural": ("cultural_house",)}
    everyone = ("library", "museum", "cultural_house")
    for target in load_plan("ha-giang-2030").targets:
        assert target.kinds == kinds.get(target.id.split("-")[0], everyone)
    of_museums = [t.id for t in load_plan("ha-giang-2020").targets if t.kinds == ("museum",)]
    assert of_museums == ["museum-visits-growth", "heritage-education", "heritage-day"]


def test_commitments() -> None:
    """Every clause without a figure is a commitment, with who it binds and how it is known to be done."""
    rows = [
        "; ".join([c.id, c.source.clause, " ".join(c.kinds), " ".join(c.levels), c.measure])
        + (f">={c.at_least}" if c.at_least else "")
        for c in load_plan("ha-giang-2030").commitments
    ]
    assert rows == _lines(COMMITMENTS_2030)
    assert load_plan("ha-giang-2020").commitments == ()


@pytest.mark.parametrize("name", ["ha-giang-2030", "ha-giang-2020"])
def test_measures(name: str) -> None:
    """Every measure has its kinds, labels, type, nature and whole, in the order of the form."""
    rows = [
        "; ".join(
            [m.id, " ".join(m.kinds), m.label.en, m.label.vi, m.type, m.nature, m.at_most or ""]
        ).strip()
        for m in load_plan(name).measures
        if m.commitment is None
    ]
    assert rows == _lines(MEASURES)


def test_columns_of_commitments() -> None:
    """A commitment without a measure has a yes/no column of its own, after all measures."""
    plan = load_plan("ha-giang-2030")
    columns = plan.measures[20:]
    assert [m.commitment for m in columns] == [c.id for c in plan.commitments if c.at_least is None]
    assert {(m.type.value, m.nature.value, m.at_most) for m in columns} == {("yes_no", "flow", None)}
    assert all(m.id == (m.commitment or "").replace("-", "_") for m in columns)


@pytest.mark.parametrize("name", ["ha-giang-2030", "ha-giang-2020"])
def test_words_and_sheets(name: str) -> None:
    """Sheets, identity columns and choices are called as the form calls them."""
    plan = load_plan(name)
    assert [(k.id, k.sheet.en, k.sheet.vi, k.also, k.area_required) for k in plan.kinds] == [
        ("library", "Libraries", "Thư viện", (), False),
        ("museum", "Museums", "Bảo tàng", (), False),
        (
            "cultural_house", "Cultural houses and clubs", "Nhà văn hóa, câu lạc bộ",
            ("Cultural houses", "Nhà văn hóa"), True,
        ),
    ]  # fmt: skip
    assert plan.reported_sheet == ("Reported", "Số liệu đã công bố")
    assert plan.guide_sheet == ("Guide", "Hướng dẫn")
    assert [(c.id, c.label.en, c.label.vi) for c in plan.identity] == [
        ("unit_code", "Unit code", "Mã đơn vị"),
        ("unit_name", "Unit name", "Tên đơn vị"),
        ("level", "Level", "Cấp"),
        ("district", "District", "Huyện, thành phố"),
        ("area", "Area", "Khu vực"),
        ("year", "Year", "Năm"),
        ("period", "Period", "Kỳ báo cáo"),
        ("note", "Note", "Giải trình"),
    ]
    assert [c.id for c in plan.reported_columns] == [
        "target", "level", "area", "district", "year", "period", "percent", "note",
    ]  # fmt: skip
    reported = {c.id: c.label.vi for c in plan.reported_columns}
    assert (reported["target"], reported["percent"]) == ("Mã chỉ tiêu", "Giá trị (%)")
    assert [(x.id, x.label.vi, x.in_district) for x in plan.levels] == [
        ("province", "Tỉnh", False), ("district", "Huyện", True), ("commune", "Xã", True),
    ]  # fmt: skip
    assert [(x.id, x.label.vi) for x in plan.areas] == [
        ("urban", "Thành thị"), ("rural", "Nông thôn, miền núi"),
    ]  # fmt: skip
    assert [(x.id, x.label.vi) for x in plan.periods] == [("year", "Cả năm"), ("h1", "6 tháng đầu năm")]
    assert (plan.plausibility.jump_factor, plan.plausibility.jump_from) == (Fraction(5), 100)
    assert {"lượt", "bản", "người", "cuộc", "lớp", "buổi", "tên", "cán bộ"} <= set(plan.words_of_measure)


@pytest.mark.parametrize("name", ["ha-giang-2030", "ha-giang-2020"])
def test_every_source_is_quoted_and_dated(name: str) -> None:
    """Every figure carries a phrase on one line, not a paragraph, and the day on which it was compared."""
    plan = load_plan(name)
    sources = [target.source for target in plan.targets] + [c.source for c in plan.commitments]
    assert {source.verified for source in sources} == {"2026-11-22"}
    assert all(10 <= len(source.quote) <= 230 and "\n" not in source.quote for source in sources)
