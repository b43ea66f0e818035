"""Words of lists: the plan's own and `explain`, the findings reports, the cases of a plan."""

from __future__ import annotations

TARGET: dict[str, tuple[str, str]] = {
    "page": ("More: {page}", "Xem thêm: {page}"),
    "targets": ("Targets", "Chỉ tiêu"),
    "commitments": ("Commitments", "Nhiệm vụ không giao chỉ tiêu định lượng"),
    "id": ("Id", "Mã"),
    "clause": ("Clause", "Căn cứ"),
    "label": ("Target", "Chỉ tiêu"),
    "threshold": ("Threshold", "Chỉ tiêu giao"),
    "thresholds": ("Thresholds", "Chỉ tiêu giao"),
    "due": ("Due", "Thời hạn"),
    "due_each_year": ("each year", "hằng năm"),
    "due_target_year": ("by {year}", "đến năm {year}"),
    "quote": ("In the plan's words", "Nguyên văn kế hoạch"),
    "formula": ("Formula", "Công thức"),
    "measures": ("Measures", "Số liệu cần có"),
    "applies_to": ("Applies to", "Áp dụng cho"),
    "weight": ("Weight in the score", "Trọng số"),
    "base_year": ("Base year", "Năm gốc"),
    "target_year": ("Target year", "Năm mục tiêu"),
    "remark": ("Remark", "Ghi chú"),
    "verified": ("Last compared", "Đối chiếu ngày"),
    "asked_from": ("{figure} from {year}", "{figure} từ năm {year}"),
    "asked_since": ("{figure} since {year}", "{figure} từ năm {year}"),
    "asked_by": ("{figure} by {year}", "{figure} đến năm {year}"),
    "asked_then": ("{now}, then {later}", "{now}, sau đó {later}"),
    "kind": ("Kind", "Loại"),
    "ratio": ("{numerator} / {denominator}", "{numerator} / {denominator}"),
    "period_year": ("Whole year", "Cả năm"),
    "period_h1": ("First half-year", "6 tháng đầu năm"),
    "period_h2": ("Second half-year", "6 tháng cuối năm"),
    "period_m1": ("January", "Tháng 1"),
    "period_q1": ("Quarter 1", "Quý I"),
    "period_q2": ("Quarter 2", "Quý II"),
    "period_q3": ("Quarter 3", "Quý III"),
    "period_q4": ("Quarter 4", "Quý IV"),
    "period_m": ("First {months} months", "{months} tháng đầu năm"),
    "together_sum": ("sum of {numerator}", "tổng của {numerator}"),
    "together_mean": (
        "mean of {numerator} over the units that have it",
        "trung bình của {numerator} tính trên các đơn vị có số liệu",
    ),
    "other_figure": ("the figure of “{target}”", "kết quả của “{target}”"),
    "no_unit": ("no unit", "không có đơn vị tính"),
    "unit": ("Unit of measure", "Đơn vị tính"),
    "growth_average": (
        "average annual growth of {numerator} since the base year: (now / then)^(1 / years) − 1",
        "mức tăng bình quân hằng năm của {numerator} từ năm gốc: (năm nay / năm gốc)^(1 / số năm) − 1",
    ),
    "growth_yearly": (
        "growth of {numerator} on the year before: now / year before − 1",
        "mức tăng của {numerator} so với năm trước: năm nay / năm trước − 1",
    ),
    "coverage_yes": (
        "units with “{numerator}” = yes / all units",
        "số đơn vị có “{numerator}” / tổng số đơn vị",
    ),
    "coverage_least": (
        "units with “{numerator}” ≥ {least} / all units",
        "số đơn vị có “{numerator}” ≥ {least} / tổng số đơn vị",
    ),
    "count": ("{numerator}", "{numerator}"),
    "reported": (
        "the percentage as it was published, from the Reported sheet",
        "tỷ lệ đã công bố, lấy từ trang Số liệu đã công bố",
    ),
    "no_threshold": ("watched without a figure", "chỉ theo dõi, không giao chỉ tiêu"),
    "stale_asked": (
        "What needs a look in {plan} before it is applied to {year}.",
        "Những nội dung cần rà soát của {plan} trước khi áp dụng cho năm {year}.",
    ),
    "stale_before": (
        "Sources last compared before {date} are due again.",
        "Nguồn đối chiếu trước ngày {date} cần đối chiếu lại.",
    ),
    "stale_none": ("Nothing.", "Không có nội dung nào."),
    "stale_never_verified": (
        "Nobody has noted when it was compared with the document: add “verified” to its source.",
        "Chưa ghi ngày đối chiếu với văn bản: đề nghị bổ sung “verified” vào nguồn.",
    ),
    "stale_verified": (
        "Last compared with the document on {since}.",
        "Đối chiếu với văn bản lần cuối ngày {since}.",
    ),
    "stale_target_year": (
        "Its target year is {since}: look for the plan that follows.",
        "Năm mục tiêu là {since}: đề nghị tìm kế hoạch của giai đoạn tiếp theo.",
    ),
    "stale_threshold": (
        "Its last dated figure is that of {since}: look for a later one.",
        "Mức chỉ tiêu cuối cùng có ghi năm là của năm {since}: đề nghị tìm mức mới hơn.",
    ),
    "severity": ("Severity", "Mức độ"),
    "message": ("It says", "Nội dung báo"),
    "remedy": ("What to do", "Cách xử lý"),
}

CHECK: dict[str, tuple[str, str]] = {
    "error": ("error", "LỖI"),
    "warning": ("warning", "CẢNH BÁO"),
    "info": ("note", "LƯU Ý"),
    "no_file": ("The submission as a whole", "Toàn bộ hồ sơ số liệu"),
    "row": ("row {row}", "dòng {row}"),
    "line": ("line {line}, column {column}", "dòng {line}, cột {column}"),
    "cells": ("{shown} ({count} cells)", "{shown} ({count} ô)"),
    "units": ("{shown} ({count} units)", "{shown} ({count} đơn vị)"),
    "remedy": ("→ {remedy}", "→ {remedy}"),
    "counts": (
        "Workbooks: {files}, with errors: {faulty}. Errors: {error}, warnings: {warning}, notes: {info}.",
        "Số tệp đã kiểm tra: {files}, số tệp có lỗi: {faulty}. "
        "Lỗi: {error}, cảnh báo: {warning}, lưu ý: {info}.",
    ),
    "verdict_error": (
        "Not sound: please mend the errors and check again.",
        "Chưa đạt yêu cầu: đề nghị sửa các lỗi nêu trên rồi kiểm tra lại.",
    ),
    "verdict_warning": (
        "No errors; please look at the warnings.",
        "Không có lỗi; đề nghị rà soát các cảnh báo nêu trên.",
    ),
    "verdict_sound": ("Sound.", "Đạt yêu cầu."),
    "more": (
        "+{count} more (errors: {error}, warnings: {warning}, notes: {info}). "
        "The text and JSON reports have them all.",
        "+{count} mục khác chưa hiển thị (lỗi: {error}, cảnh báo: {warning}, lưu ý: {info}). "
        "Báo cáo dạng text và JSON có đầy đủ.",
    ),
    "failures": ("errors: {count}", "số lỗi: {count}"),
    "codes": ("Codes of findings", "Các mã lỗi"),
    "code": ("Code", "Mã"),
    "meaning": ("Meaning", "Ý nghĩa"),
    "usual": ("as usual", "mặc định"),
    "not_set": ("not set", "chưa đặt"),
    "selection": (
        "Not counted: {ignored} left out by choice, {known} known before.",
        "Không tính: {ignored} mục bỏ qua theo lựa chọn, {known} mục đã biết từ trước.",
    ),
    "workbooks": (
        "workbooks: {sound} sound, {unsound} not sound, {unread} not read",
        "tệp: {sound} không có lỗi, {unsound} có lỗi, {unread} không đọc được",
    ),
}

CASES = {
    "failed": ("FAILED  {case}", "KHÔNG ĐẠT  {case}"),
    "line": ("line {line}", "dòng {line}"),
    "expected": ("expected:", "phải là: "),
    "actual": ("came out:", "thực tế: "),
    "nothing": ("no such result", "không có kết quả này"),
    "scored": ("scored", "có kết quả chấm điểm"),
    "nobody": ("nobody", "không có đơn vị nào"),
    "one": ("one result", "một kết quả"),
    "several": (
        "{count} results; name the scope or the kind",
        "{count} kết quả; đề nghị nêu rõ phạm vi hoặc loại đơn vị",
    ),
    "total": (
        "{passed} of {count} cases of {plan} passed.",
        "{passed}/{count} tình huống của {plan} đúng như đã ghi.",
    ),
    "faults": ("Faults in the case files: {count}.", "Số lỗi trong các tệp tình huống: {count}."),
}
