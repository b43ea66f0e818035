"""RN0: the run itself: why it could not start, and what fails it beside the findings."""

from __future__ import annotations

from lifelong_learning.catalogue import ERROR, Entry, says

_NOT_STARTED = Entry.of(
    "RN001",
    ERROR,
    ("The run could not start", "Không thực hiện được lệnh"),
    (
        "Nothing was read. The machine formats that were asked for hold this as their one result, so that "
        "what reads them sees why.",
        "Chưa đọc được tệp nào. Các định dạng máy đọc được yêu cầu chỉ ghi lỗi này để nêu rõ nguyên nhân.",
    ),
    plain=says(
        ("The run could not start. {said}", "Không thực hiện được lệnh. {said}"),
        ("Mend this and run again.", "Đề nghị khắc phục rồi chạy lại."),
    ),
)
_STATUS = Entry.of(
    "RN002",
    ERROR,
    ("What --fail-on names occurred", "Có kết quả thuộc diện --fail-on"),
    (
        "A unit or the plan as a whole has a result of a status that --fail-on names. llplan evaluate lists "
        "the results.",
        "Có đơn vị hoặc nhóm có kết quả thuộc diện nêu tại --fail-on. Lệnh llplan evaluate liệt kê các kết "
        "quả.",
    ),
    plain=says(
        ("A result is “{status}”, which --fail-on names.", "Có kết quả “{status}”, thuộc diện --fail-on."),
        ("See which: llplan evaluate.", "Xem chi tiết: llplan evaluate."),
    ),
)

ENTRIES = (_NOT_STARTED, _STATUS)
