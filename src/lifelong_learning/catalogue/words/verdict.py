"""Statuses in a word, and why there is no verdict."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "exceeded": ("exceeded", "vượt"),
    "met": ("met", "đạt"),
    "on_track": ("on track", "đúng tiến độ"),
    "behind": ("behind", "chậm tiến độ"),
    "not_met": ("not met", "không đạt"),
    "pending": ("pending", "chưa đến hạn"),
    "no_data": ("no data", "thiếu số liệu"),
    "not_assessable": ("not assessable", "chưa kết luận"),
    "not_required": ("not required", "không bắt buộc"),
    "no_target": ("no target", "chỉ theo dõi"),
    "missing": ("no figure for “{measure}”", "chưa có số liệu “{measure}”"),
    "invalid_input": (
        "a figure that it needs was taken out as faulty",
        "số liệu cần dùng có lỗi nên bị loại",
    ),
    "zero_base": ("the figure to compare with is 0", "số liệu gốc để so sánh bằng 0"),
    "zero_denominator": ("the figure to divide by is 0", "mẫu số bằng 0"),
    "no_base_year": ("no earlier figure to compare with", "không có số liệu năm trước để so sánh"),
    "undetermined": (
        "the reports that are missing could change the verdict",
        "các báo cáo còn thiếu có thể làm thay đổi kết luận",
    ),
    "no_figure": ("no figure", "không có số liệu"),
}
