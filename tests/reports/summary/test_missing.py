"""A submission with half the districts missing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifelong_learning.reports.summary.source import Source

    Write = Callable[[Source, str, str], bytes]

MISSING = (
    "- Mới có 34/71 đơn vị phải báo cáo đã gửi số liệu, còn thiếu 37 đơn vị. Kết quả ghi “tạm tính” chỉ dựa "
    "trên số đơn vị đã báo cáo; trường hợp báo cáo còn thiếu có thể làm thay đổi kết luận thì chưa kết luận."
)
SILENT = "- Các địa bàn chưa có đơn vị nào báo cáo: Bắc Mê, Đồng Văn, Mèo Vạc, Quản Bạ, Vị Xuyên, Yên Minh."
HALF = "- Thiếu từ một nửa số địa bàn trở lên: số liệu chung chưa phản ánh đầy đủ tình hình."


def test_said_before_any_result(half: Source, write: Write) -> None:
    """Who is missing stands before the first result, in sentences and with the names of the districts."""
    text = " ".join(write(half, "text", "vi").decode().split())
    results = text.index("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU")
    for sentence in (MISSING, SILENT, HALF):
        assert 0 < text.find(sentence) < results


def test_no_settled_verdict_that_could_change(half: Source, write: Write) -> None:
    """A verdict for the province that lacks reports is provisional or open, save a coverage that stands."""
    document = json.loads(write(half, "json", "en"))
    whole = [one for one in document["targets"] if one["district"] is None and one["left_out"]]
    assert len(whole) > 10
    shares = ("library-free-internet", "library-user-training", "library-talks", "library-workforce-classes")
    for one in whole:
        coverage = one["target"] in (*shares, "cultural-house-activity-plan")
        if not coverage:
            assert one["provisional"] or one["status"] in ("no_data", "not_assessable")
        elif one["status"] not in ("not_assessable", "no_data"):
            lacking = one["members"] - one["reporting"]
            highest = one["value"] + lacking / one["members"]
            both = {one["value"] >= one["threshold"], highest >= one["threshold"]}
            assert len(both) == 1


def test_worded_as_provisional(half: Source, write: Write) -> None:
    """Every provisional verdict of the table is marked so, and every open one says so in its sentence."""
    from lifelong_learning.reports.summary.blocks import Paragraph
    from lifelong_learning.reports.summary.view import view

    made = view(half, lang="vi", tool_version="1")
    blocks = [block for section in made.sections for block in section.blocks]
    words = [block.text for block in blocks if isinstance(block, Paragraph)]
    for record in made.records.targets:
        group = record.result
        if group.district is None and group.provisional:
            part = f"tạm tính từ {group.reporting}/{group.members} đơn vị: "
            assert any(group.target.label.vi in text and part in text for text in words)
        if group.district is None and group.reason == "undetermined":
            assert any(
                group.target.label.vi in text and "chưa kết luận so với chỉ tiêu" in text for text in words
            )


def test_undetermined_claims_no_change(half: Source, write: Write) -> None:
    """Of what is only proven so far no change on the year before is told in a sentence."""
    text = " ".join(write(half, "text", "vi").decode().split())
    said = next(part for part in text.split(" - ") if "internet miễn phí (huyện)" in part)
    assert said.startswith("Thư viện có dịch vụ truy cập internet miễn phí (huyện): ")
    assert "chưa kết luận so với chỉ tiêu 100 %" in said
    assert "Năm 2023" not in said
