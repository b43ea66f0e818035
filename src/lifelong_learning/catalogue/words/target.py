"""Words of the plan's own listing, and of `explain`."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
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
