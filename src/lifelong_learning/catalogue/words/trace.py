"""Words of a verdict shown as arithmetic."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "cells": ("Cells", "Số liệu"),
    "units": ("Units", "Từng đơn vị"),
    "units_at_start": ("Units in {year}", "Từng đơn vị năm {year}"),
    "not_entered": ("not in the value", "không tính vào giá trị"),
    "note": ("Note", "Lưu ý"),
    "formula": ("Formula", "Công thức"),
    "filled_in": ("Filled in", "Thay số"),
    "threshold": ("Threshold", "Chỉ tiêu giao"),
    "line": ("On the line", "Tiến độ"),
    "comparison": ("Comparison", "So sánh"),
    "attainment": ("Attained", "% đạt"),
    "excess": ("{attainment}, {excess} beyond {limit}", "{attainment}, vượt {excess} so với {limit}"),
    "verdict": ("Verdict", "Đánh giá"),
    "clause": ("Clause", "Căn cứ"),
    "remark": ("Remark", "Ghi chú"),
    "quoted": ("{clause}: “{quote}”", "{clause}: “{quote}”"),
    "blank": ("no figure", "không có số liệu"),
    "no_cell": ("no such cell", "không có ô này"),
    "waiver": ("Waived", "Miễn trừ"),
    "taken_over": ("{what}, of {unit}, since taken over", "{what}, của đơn vị {unit} đã sáp nhập"),
    "score": ("Score {score}, complete {completeness}", "Điểm {score}, đầy đủ {completeness}"),
    "no_score": (
        "No score: nothing that was reported could be judged.",
        "Không có điểm: chưa có số liệu nào đánh giá được.",
    ),
    "line_from": (
        "from {start} in {start_year} to {end} in {end_year}",
        "từ {start} năm {start_year} đến {end} năm {end_year}",
    ),
    "line_at": ("{expected} in {year}", "năm {year} cần đạt {expected}"),
    "half": ("half of it is asked for by mid-year, {half}", "giữa năm cần đạt một nửa, tức {half}"),
    "half_limit": (
        "by mid-year it may be half of it at most, {half}",
        "giữa năm không được vượt một nửa, tức {half}",
    ),
    "part": (
        "{share} of it is asked for in this period, {half}",
        "trong kỳ này cần đạt {share}, tức {half}",
    ),
    "part_limit": (
        "in this period it may be {share} of it at most, {half}",
        "trong kỳ này không được vượt {share}, tức {half}",
    ),
    "keeps": ("{value} does not pass {threshold}", "{value} không vượt mức {threshold}"),
    "passes": ("{value} passes {threshold}", "{value} vượt mức {threshold}"),
    "above": ("{value} is above {threshold}", "{value} cao hơn {threshold}"),
    "within": ("{value} lies within {threshold}", "{value} nằm trong khoảng {threshold}"),
    "reaches": ("{value} reaches {threshold}", "{value} đã đạt mức {threshold}"),
    "below": ("{value} is below {threshold}", "{value} thấp hơn {threshold}"),
    "yes_is_met": ("The unit has it.", "Đơn vị đã thực hiện."),
    "no_is_below": ("The unit does not have it.", "Đơn vị chưa thực hiện."),
    "no_threshold": ("watched without a figure", "chỉ theo dõi, không giao chỉ tiêu"),
    "not_required": (
        "{threshold} of the units of this scope are asked to have it, not each of them.",
        "Kế hoạch yêu cầu {threshold} số đơn vị thuộc phạm vi này, không bắt buộc từng đơn vị.",
    ),
    "not_required_limit": (
        "{threshold} of the units of this scope may have it.",
        "Kế hoạch cho phép tối đa {threshold} số đơn vị thuộc phạm vi này.",
    ),
    "nothing": (
        "No target of the plan applies to this unit.",
        "Không có chỉ tiêu nào của kế hoạch áp dụng cho đơn vị này.",
    ),
}
