"""PL950: the file of who issues a report."""

from __future__ import annotations

from lifelong_learning.catalogue.entries import ERROR, entry, says

_FORM = entry(
    "PL950",
    ERROR,
    ("Form of a letterhead", "Sai dạng tệp thông tin phát hành"),
    (
        "The file may have superior, body, abbreviation, number, place, to, recipients and proposals, and "
        "signatory with authority, title and name. What it leaves out is left to be filled in.",
        "Tệp có thể có superior, body, abbreviation, number, place, to, recipients, proposals, và signatory "
        "gồm authority, title, name. Mục nào không ghi thì để trống trong báo cáo.",
    ),
    mapping=says(
        ("Keys and values belong here.", "Vị trí này phải là các khóa và giá trị."),
        ("Use the keys: {known}.", "Đề nghị dùng các khóa: {known}."),
    ),
    key=says(
        ("A letterhead has no key “{value}”.", "Tệp thông tin phát hành không có khóa “{value}”."),
        ("Use one of: {known}.", "Đề nghị dùng một trong các khóa: {known}."),
    ),
    text=says(
        (
            "“{value}” is not a text of 1 to 200 characters.",
            "“{value}” không phải là văn bản từ 1 đến 200 ký tự.",
        ),
        ("Write it in words, numbers in quotes.", "Đề nghị ghi bằng chữ; nếu là số thì đặt trong ngoặc kép."),
    ),
    list=says(
        (
            "This is not a list of at most 30.",
            "Mục này không phải là danh sách tối đa 30 dòng.",
        ),
        ("Write each behind a dash.", "Đề nghị ghi mỗi dòng sau một dấu gạch ngang."),
    ),
)

ENTRIES = (_FORM,)
