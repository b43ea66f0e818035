"""RN0 and PL960: the run itself: why it could not start, what fails it, and how it is configured."""

from __future__ import annotations

from lifelong_learning.catalogue.make import ERROR, entry, says

_NOT_STARTED = entry(
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
_STATUS = entry(
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

_CONFIG = entry(
    "PL960",
    ERROR,
    ("Fault in the configuration", "Sai tệp thiết lập"),
    (
        "llplan.toml, or the table tool.llplan of pyproject.toml, may have plan, units, waivers, lang, "
        "fail-on, select, ignore, baseline and severity. llplan config shows what is in force.",
        "Tệp llplan.toml, hoặc bảng tool.llplan trong pyproject.toml, có thể có plan, units, waivers, lang, "
        "fail-on, select, ignore, baseline và severity. Lệnh llplan config cho biết thiết lập đang áp dụng.",
    ),
    toml=says(
        ("The file is not TOML from here on.", "Từ đây tệp không đúng cú pháp TOML."),
        (
            "Correct the line: key = value, texts in quotes.",
            "Đề nghị sửa dòng này: khóa = giá trị, văn bản trong ngoặc kép.",
        ),
    ),
    mapping=says(
        ("Keys and values belong here.", "Vị trí này phải là các khóa và giá trị."),
        ("Use the keys: {known}.", "Đề nghị dùng các khóa: {known}."),
    ),
    key=says(
        ("A configuration has no key “{value}”.", "Tệp thiết lập không có khóa “{value}”."),
        ("Use one of: {known}.", "Đề nghị dùng một trong các khóa: {known}."),
    ),
    list=says(
        ("“{value}” is not a list.", "“{value}” không phải là danh sách."),
        ("Put it in brackets.", "Đề nghị đặt trong ngoặc vuông."),
    ),
    text=says(
        ("“{value}” is not a text.", "“{value}” không phải là văn bản."),
        ("Write it in quotes.", "Đề nghị đặt trong ngoặc kép."),
    ),
    choice=says(
        ("“{value}” is not possible here.", "“{value}” không dùng được ở đây."),
        ("Use one of: {known}.", "Đề nghị dùng một trong: {known}."),
    ),
    finding=says(
        ("There is no finding with the code “{value}”.", "Không có mã lỗi “{value}”."),
        (
            "Use a code, as in llplan explain, or a family: {known}.",
            "Đề nghị dùng mã lỗi theo llplan explain, hoặc nhóm mã: {known}.",
        ),
    ),
)

ENTRIES = (_NOT_STARTED, _STATUS, _CONFIG)
