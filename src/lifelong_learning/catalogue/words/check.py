"""Words of the findings reports."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
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
