"""Statuses in a word, a symbol that is read without colour, and what each means."""

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
}
