"""Why there is no verdict."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
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
