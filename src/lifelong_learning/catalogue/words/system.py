"""Why the operating system refuses a file or folder; each ends a sentence, so none ends in a full stop."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "missing": ("there is no such file or folder", "không có tệp hoặc thư mục này"),
    "no_folder": ("there is no such folder", "không có thư mục này"),
    "is_folder": ("this is a folder", "đây là thư mục, không phải tệp"),
    "not_folder": (
        "a part of the path is not a folder",
        "trong đường dẫn có phần không phải là thư mục",
    ),
    "exists": ("something of this name exists already", "đã có tệp hoặc thư mục trùng tên"),
    "permission": ("you do not have the permission", "không có quyền truy cập"),
    "permission_or_open": (
        "you do not have the permission, or it is open in another program, such as Excel; close it there "
        "first",
        "không có quyền truy cập, hoặc tệp đang mở trong chương trình khác (chẳng hạn Excel); đề nghị đóng "
        "tệp rồi chạy lại",
    ),
    "open_elsewhere": (
        "it is open in another program, such as Excel; close it there first",
        "tệp đang mở trong chương trình khác (chẳng hạn Excel); đề nghị đóng tệp rồi chạy lại",
    ),
    "busy": ("another program is using it", "đang được chương trình khác sử dụng"),
    "full": ("the disk is full", "ổ đĩa đã đầy"),
    "quota": ("your share of the disk is used up", "đã dùng hết dung lượng được cấp trên ổ đĩa"),
    "too_large": (
        "it would be larger than this disk allows a file to be",
        "tệp lớn hơn mức ổ đĩa cho phép",
    ),
    "read_only": ("the disk can only be read", "ổ đĩa chỉ cho phép đọc"),
    "long_name": ("the name or the path is too long", "tên hoặc đường dẫn quá dài"),
    "bad_name": ("this name or place cannot be used", "không dùng được tên hoặc vị trí này"),
    "loop": ("links in the path lead in a circle", "các liên kết trong đường dẫn trỏ vòng quanh nhau"),
    "many_open": ("too many files are open", "có quá nhiều tệp đang mở cùng lúc"),
    "no_memory": ("the memory is used up", "máy đã hết bộ nhớ"),
    "no_device": ("the drive or device is not there", "không tìm thấy ổ đĩa hoặc thiết bị"),
    "broken": ("the drive reports a fault", "ổ đĩa báo lỗi khi đọc hoặc ghi"),
    "network": ("the network folder does not answer", "thư mục mạng không phản hồi"),
    "closed": (
        "the program that was to take it has closed",
        "chương trình nhận kết quả đã đóng",
    ),
    "other": ("the system refuses ({name})", "hệ thống từ chối ({name})"),
}
