"""PL960: llplan.toml, which holds what is always said."""

from __future__ import annotations

from lifelong_learning.catalogue.entries import ERROR, entry, says

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
            "Correct the line: key = value, texts in quotes, each key once; a path with backslashes in "
            "single quotes.",
            "Đề nghị sửa dòng này: khóa = giá trị, văn bản trong ngoặc kép, mỗi khóa một lần; đường dẫn có "
            "dấu gạch chéo ngược đặt trong dấu nháy đơn.",
        ),
    ),
    encoding=says(
        ("The file is not in UTF-8.", "Tệp không ở bảng mã UTF-8."),
        (
            "Save it with the encoding UTF-8 (in Notepad: Save as, Encoding).",
            "Đề nghị lưu lại với bảng mã UTF-8 (trong Notepad: Save as, Encoding).",
        ),
    ),
    mapping=says(
        ("Keys and values belong here.", "Vị trí này phải là các khóa và giá trị."),
        ("Use the keys: {known}.", "Đề nghị dùng các khóa: {known}."),
    ),
    codes=says(
        ("Codes and their severities belong here.", "Vị trí này phải là các mã lỗi kèm mức độ."),
        (
            'Write CE203 = "warning" below [severity], for example.',
            'Đề nghị ghi dưới [severity], ví dụ: CE203 = "warning".',
        ),
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

ENTRIES = (_CONFIG,)
