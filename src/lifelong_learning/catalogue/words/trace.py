"""Words of a verdict shown as arithmetic."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "cells": ("Cells", "Ô số liệu"),
    "formula": ("Formula", "Công thức"),
    "filled_in": ("Filled in", "Thay số"),
    "threshold": ("Threshold", "Chỉ tiêu giao"),
    "comparison": ("Comparison", "So sánh"),
    "attainment": ("Attainment", "Mức đạt"),
    "line": ("Straight line", "Đường tiến độ"),
    "verdict": ("Verdict", "Đánh giá"),
    "clause": ("Clause", "Căn cứ"),
    "remark": ("Remark", "Ghi chú"),
    "blank": ("no figure", "không có số liệu"),
    "no_cell": ("no such cell", "không có ô này"),
    "year": ("{year}", "{year}"),
    "score": ("Score {score}, complete {completeness}", "Điểm {score}, đầy đủ {completeness}"),
    "no_score": ("No score", "Không có điểm"),
    "line_from": (
        "from {start} in {start_year} to {end} in {end_year}",
        "từ {start} năm {start_year} đến {end} năm {end_year}",
    ),
    "line_at": ("in {year} it stands at {expected}", "đến năm {year} cần đạt {expected}"),
    "above": ("{value} is above {threshold}", "{value} cao hơn {threshold}"),
    "within": ("{value} lies within {threshold}", "{value} nằm trong khoảng {threshold}"),
    "reaches": ("{value} reaches {threshold}", "{value} đạt {threshold}"),
    "below": ("{value} is below {threshold}", "{value} thấp hơn {threshold}"),
    "below_due_later": (
        "{value} is below {threshold}, which is due by {year}",
        "{value} thấp hơn {threshold}; hạn hoàn thành là năm {year}",
    ),
    "yes_is_met": ("the unit has it", "đơn vị đã có"),
    "no_is_below": ("the unit does not have it", "đơn vị chưa có"),
    "no_threshold": ("the plan watches this without a figure", "kế hoạch chỉ theo dõi, không giao chỉ tiêu"),
    "not_required": (
        "asked of {threshold} of the units of this scope, not of each",
        "yêu cầu {threshold} số đơn vị thuộc phạm vi này, không bắt buộc từng đơn vị",
    ),
    "growth_average_formula": (
        "({now} / {then})^(1/{years}) − 1",
        "({now} / {then})^(1/{years}) − 1",
    ),
    "growth_yearly_formula": ("{now} / {then} − 1", "{now} / {then} − 1"),
    "nothing": (
        "No target of the plan applies to this unit.",
        "Không có chỉ tiêu nào của kế hoạch áp dụng cho đơn vị này.",
    ),
}
