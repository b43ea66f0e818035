"""Words of the page and of the Markdown document."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "skip": ("Skip to the results", "Đến phần kết quả"),
    "contents": ("On this page", "Nội dung trang"),
    "note": ("Note", "Ghi chú"),
    "misses": ("What is not reached", "Chưa đạt"),
    "finding": ("Finding", "Lỗi"),
    "where": ("Where", "Vị trí"),
    "message": ("What is wrong", "Nội dung"),
    "remedy": ("What to do", "Cách xử lý"),
    "clause": ("Clause", "Căn cứ"),
    "groups_caption": (
        "Every target against its threshold. The bar shows what is attained of it; the line marks 100%, "
        "and bars end at 200%.",
        "Kết quả từng chỉ tiêu so với chỉ tiêu giao. Thanh ngang thể hiện tỷ lệ đạt; vạch dọc là mức 100%, "
        "thanh dài nhất ứng với 200%.",
    ),
    "units_caption": (
        "Score out of 100, share of the targets that could be judged, and what is not reached.",
        "Điểm trên thang 100, tỷ lệ chỉ tiêu đánh giá được, và những chỉ tiêu chưa đạt.",
    ),
    "totals": ("Results of units", "Kết quả của các đơn vị"),
    "commitments_caption": (
        "Clauses without a figure: how many units did what they ask for.",
        "Nhiệm vụ không giao chỉ tiêu định lượng: số đơn vị đã thực hiện.",
    ),
    "findings_caption": ("Faults in the data, the gravest first.", "Lỗi trong số liệu, nặng nhất trước."),
    "files": ("Files that were read", "Các tệp đã đọc"),
    "file": ("File", "Tệp"),
    "made": ("Made by llplan {version} under plan {plan}, version {sha}.",
             "Lập bằng llplan {version} theo kế hoạch {plan}, phiên bản {sha}."),
    "floored": (
        "Percentages and scores are rounded down, so that nothing shown overstates.",
        "Tỷ lệ phần trăm và điểm được làm tròn xuống.",
    ),
    "unread": ("not read", "không đọc được"),
}  # fmt: skip
