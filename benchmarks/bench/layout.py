"""The columns of the generated workbooks: ids and Vietnamese headers of the plan `ha-giang-2030`."""

from __future__ import annotations

from typing import NamedTuple

LEVELS = ("Tỉnh", "Huyện", "Xã")
AREAS = ("Thành thị", "Nông thôn, miền núi")
YES, NO = "có", "không"
WHOLE_YEAR = "Cả năm"


class Column(NamedTuple):
    """One column. `at_most` names the column of the whole, `scale` how large its counts are."""

    id: str
    label: str
    type: str
    required: bool = False
    scale: int = 0
    at_most: str | None = None
    choices: tuple[str, ...] = ()


class SheetLayout(NamedTuple):
    """One sheet: the kind of unit that it holds, its name, what a unit's name begins with."""

    kind: str
    name: str
    unit: str
    columns: tuple[Column, ...]

    def position(self, column: str) -> int:
        """Return the column's place in the sheet, from 0."""
        return next(index for index, found in enumerate(self.columns) if found.id == column)


def _count(identifier: str, label: str, scale: int, at_most: str | None = None) -> Column:
    return Column(identifier, label, "count", scale=scale, at_most=at_most)


def _yes_no(identifier: str, label: str) -> Column:
    return Column(identifier, label, "yes_no", choices=(YES, NO))


_WHO = (
    Column("unit_code", "Mã đơn vị", "code", required=True),
    Column("unit_name", "Tên đơn vị", "text", required=True),
    Column("level", "Cấp", "choice", required=True, choices=LEVELS),
    Column("district", "Huyện, thành phố", "text"),
)
_AREA = Column("area", "Khu vực", "choice", choices=AREAS)
_WHEN = (
    Column("year", "Năm", "year", required=True),
    Column("period", "Kỳ báo cáo", "choice", choices=(WHOLE_YEAR,)),
)
_POPULATION = _count("population_to_be_served", "Dân số trên địa bàn", 4000)
_STAFF = (
    _count("staff_total", "Tổng số cán bộ, công chức, viên chức, người lao động", 12),
    _count("staff_trained", "Số người được tập huấn, tham quan, học tập kinh nghiệm", 4, "staff_total"),
)
_NOTE = Column("note", "Giải trình", "note")

LIBRARIES = SheetLayout(
    "library",
    "Thư viện",
    "Thư viện",
    (
        *_WHO,
        _AREA,
        *_WHEN,
        _count("library_visits", "Số lượt người sử dụng thư viện", 2600),
        _count("library_visits_assigned", "Chỉ tiêu lượt người sử dụng thư viện được giao", 2400),
        _count(
            "library_visits_students",
            "Số lượt học sinh, sinh viên sử dụng thư viện",
            1200,
            "library_visits",
        ),
        _count("active_users", "Số người dân sử dụng thư viện", 1500, "population_to_be_served"),
        _POPULATION,
        _count("additions_book_copies", "Số bản sách bổ sung", 320),
        _count("additions_serial_titles", "Số tên báo, tạp chí bổ sung", 24),
        _yes_no("free_internet_access", "Có dịch vụ truy cập internet miễn phí"),
        _count("user_training_lessons", "Số lớp hướng dẫn sử dụng thư viện", 4),
        _count("events_talks", "Số buổi nói chuyện chuyên đề", 3),
        _count("workforce_skills_classes", "Số lớp cập nhật kỹ năng, kiến thức cho lao động", 2),
        *_STAFF,
        _yes_no("storytelling_contest", 'Có tổ chức cuộc thi "Thiếu nhi kể chuyện theo sách"'),
        _yes_no("book_day", "Có hoạt động nhân Ngày Sách Việt Nam, Ngày Sách và Bản quyền thế giới"),
        _yes_no("library_promotion", "Có hoạt động tuyên truyền, phát triển văn hóa đọc"),
    ),
)
MUSEUMS = SheetLayout(
    "museum",
    "Bảo tàng",
    "Bảo tàng",
    (
        *_WHO,
        *_WHEN,
        _count("museum_visits_domestic", "Số lượt khách nội địa tham quan", 5200),
        _count(
            "museum_visits_students",
            "Số lượt học sinh, sinh viên tham quan",
            2500,
            "museum_visits_domestic",
        ),
        _count(
            "museum_visits_tours",
            "Số lượt khách của công ty lữ hành",
            2400,
            "museum_visits_domestic",
        ),
        _count("temporary_exhibitions", "Số cuộc triển lãm chuyên đề", 4),
        _count("touring_exhibitions", "Số cuộc trưng bày lưu động", 2),
        *_STAFF,
        _yes_no("heritage_education", "Có hoạt động giáo dục thông qua di sản văn hóa"),
        _yes_no("museum_day", "Có hoạt động nhân Ngày Quốc tế bảo tàng 18/5"),
        _yes_no("heritage_day", "Có hoạt động nhân Ngày Di sản văn hóa 23/11"),
        _yes_no(
            "heritage_promotion",
            "Có tuyên truyền, quảng bá di sản trên website, phương tiện thông tin đại chúng",
        ),
        _yes_no("collection_building", "Có sưu tầm, xây dựng sưu tập hiện vật, hình ảnh"),
        _yes_no("private_museum_support", "Có hỗ trợ bảo tàng tư nhân, phòng truyền thống cơ sở"),
        _NOTE,
    ),
)
CULTURAL_HOUSES = SheetLayout(
    "cultural_house",
    "Nhà văn hóa, câu lạc bộ",
    "Nhà văn hóa",
    (
        *_WHO,
        _AREA,
        *_WHEN,
        _POPULATION,
        _count(
            "cultural_house_participants",
            "Số người dân tham gia hoạt động tại nhà văn hóa, câu lạc bộ",
            1900,
            "population_to_be_served",
        ),
        _yes_no("activity_plan", "Có kế hoạch tổ chức hoạt động"),
        *_STAFF,
        _yes_no(
            "folk_arts_festival",
            "Có tổ chức liên hoan dân ca, ngày hội văn hóa, hội diễn quần chúng",
        ),
        _yes_no("folk_arts_transmission", "Có sưu tầm, dàn dựng, trao truyền dân ca, dân vũ"),
        _yes_no("school_arts", "Có hoạt động văn hóa nghệ thuật tại trường học"),
        _yes_no("hobby_clubs", "Có câu lạc bộ sở thích hoạt động"),
        _NOTE,
    ),
)
# 23, 20 and 17 columns: 20 a row.
SHEETS = (LIBRARIES, MUSEUMS, CULTURAL_HOUSES)


def letters(position: int) -> str:
    """Return the letters of a column, counted from 0; the sheets here have fewer than 27."""
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[position]
