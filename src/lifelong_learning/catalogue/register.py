"""Codes of the family RG: units held against the register, and the register against itself."""

from __future__ import annotations

from lifelong_learning.catalogue import ERROR, INFO, WARNING, Entry, Pair, Wording, says
from lifelong_learning.catalogue.rows import AREA, CHOICES, DISTRICT, LEVEL, NAME

_AS_REGISTERED = (
    "Correct the cell, or the register if the unit has changed.",
    "Đề nghị sửa ô này, hoặc cập nhật danh mục nếu đơn vị đã thay đổi.",
)


def _unlike(what: Pair, here: str = "{value}", there: str = "{value.other}") -> Wording:
    return says(
        (
            f"The {what[0]} of unit {{unit}} is “{here}” here and “{there}” in the register.",
            f"{what[1]} của đơn vị {{unit}} tại đây là “{here}”, còn trong danh mục là “{there}”.",
        ),
        _AS_REGISTERED,
    )


ENTRIES = (
    Entry.of(
        "RG501",
        ERROR,
        ("Unit not in the register", "Đơn vị không có trong danh mục"),
        (
            "The register lists the units that are expected. A unit that it does not know is scored alone "
            "and enters no group.",
            "Danh mục liệt kê các đơn vị phải báo cáo. Đơn vị không có trong danh mục được chấm riêng và "
            "không tính vào nhóm nào.",
        ),
        plain=says(
            ("The register has no unit {value}.", "Danh mục không có đơn vị {value}."),
            (
                "Correct the code, or add the unit to the register.",
                "Đề nghị sửa mã, hoặc bổ sung đơn vị vào danh mục.",
            ),
        ),
        near=says(
            (
                "The register has no unit {value}; the nearest is {value.other}.",
                "Danh mục không có đơn vị {value}; gần nhất là {value.other}.",
            ),
            (
                "Write the code of {value.other} if that is the unit, or add the unit to the register.",
                "Nếu đúng là {value.other}, đề nghị sửa mã; nếu không, bổ sung đơn vị vào danh mục.",
            ),
        ),
    ),
    Entry.of(
        "RG502",
        WARNING,
        ("Differs from the register", "Khác với danh mục"),
        (
            "Name, level, district or area is not what the register says, or the unit does not exist in "
            "that year.",
            "Tên, cấp, huyện hoặc khu vực khác với danh mục, hoặc theo danh mục đơn vị không tồn tại trong "
            "năm đó.",
        ),
        name=_unlike(NAME),
        level=_unlike(LEVEL, *CHOICES),
        district=_unlike(DISTRICT),
        area=_unlike(AREA, *CHOICES),
        not_yet=says(
            (
                "Unit {unit} reports for {value}; by the register it exists from {value.other}.",
                "Đơn vị {unit} báo cáo năm {value}; theo danh mục đơn vị có từ năm {value.other}.",
            ),
            _AS_REGISTERED,
        ),
        closed=says(
            (
                "Unit {unit} reports for {value}; by the register it existed until {value.other}.",
                "Đơn vị {unit} báo cáo năm {value}; theo danh mục đơn vị chỉ tồn tại đến hết năm "
                "{value.other}.",
            ),
            _AS_REGISTERED,
        ),
        succeeded=says(
            (
                "Unit {unit} reports for {value}; by the register it existed until {value.other} and was "
                "succeeded by {successor}.",
                "Đơn vị {unit} báo cáo năm {value}; theo danh mục đơn vị tồn tại đến hết năm "
                "{value.other}, sau đó là {successor}.",
            ),
            (
                "Report under {successor}, or correct the register.",
                "Đề nghị báo cáo theo mã {successor}, hoặc cập nhật danh mục.",
            ),
        ),
    ),
    Entry.of(
        "RG503",
        INFO,
        ("Expected unit did not report", "Đơn vị phải báo cáo nhưng chưa có số liệu"),
        (
            "The register expects the unit in this year, and the submission has no row for it.",
            "Theo danh mục, đơn vị phải báo cáo trong năm này, nhưng số liệu gửi đến không có dòng nào của "
            "đơn vị.",
        ),
        plain=says(
            (
                "Unit {value} is expected for {year} ({period}) and has no row.",
                "Đơn vị {value} phải báo cáo năm {year} ({period}) nhưng chưa gửi số liệu.",
            ),
            (
                "Ask the unit for its figures.",
                "Đề nghị đôn đốc đơn vị gửi số liệu.",
            ),
        ),
    ),
    Entry.of(
        "RG504",
        INFO,
        ("Register at odds with itself", "Danh mục không thống nhất"),
        (
            "A successor starts from the sum of the units that it took over, and so must be in the register "
            "itself, as a unit of the same kind; nobody takes over from itself, and no unit ends before it "
            "begins.",
            "Đơn vị tiếp nhận được tính từ tổng số liệu của các đơn vị sáp nhập nên phải có trong danh mục, "
            "thuộc cùng loại đơn vị; đơn vị không thể tiếp nhận chính mình và không thể kết thúc trước khi "
            "bắt đầu.",
        ),
        plain=says(
            (
                "The register has no unit {value} of this kind, which is named as successor of unit {unit}.",
                "Danh mục không có đơn vị {value} cùng loại, được ghi là đơn vị tiếp nhận đơn vị {unit}.",
            ),
            (
                "Correct the code, or add the successor to the register; leave it if that one reports "
                "elsewhere.",
                "Đề nghị sửa mã hoặc bổ sung đơn vị tiếp nhận vào danh mục; nếu đơn vị này báo cáo nơi khác "
                "thì giữ nguyên.",
            ),
        ),
        itself=says(
            (
                "By its successors, unit {unit} is taken over by itself (next: {value}).",
                "Theo danh mục, đơn vị {unit} lại tiếp nhận chính mình (đơn vị tiếp theo: {value}).",
            ),
            (
                "Leave the successor of the unit that still exists blank.",
                "Đề nghị để trống ô đơn vị tiếp nhận của đơn vị còn hoạt động.",
            ),
            WARNING,
        ),
        years=says(
            (
                "Unit {unit} ends in {value}, before it begins in {value.other}.",
                "Đơn vị {unit} kết thúc năm {value}, trước năm bắt đầu {value.other}.",
            ),
            ("Correct one of the two years.", "Đề nghị sửa một trong hai năm."),
            WARNING,
        ),
    ),
    Entry.of(
        "RG505",
        WARNING,
        ("Register's codes without their zeros", "Mã trong danh mục bị mất số 0 ở đầu"),
        (
            "A spreadsheet that saves a CSV file drops the zeros at the beginning of a code (24 for 024). "
            "The codes are matched by their digits, and units bear the code with its zeros.",
            "Khi lưu CSV, chương trình bảng tính bỏ các số 0 ở đầu mã (024 thành 24). Mã được đối chiếu theo "
            "các chữ số, và đơn vị mang mã có đủ số 0.",
        ),
        plain=says(
            (
                "Codes of the register have lost their zeros and are matched by their digits ({count}; the "
                "first: {value} for {other}).",
                "Mã trong danh mục bị mất số 0 ở đầu và được đối chiếu theo chữ số ({count} mã; mã đầu tiên: "
                "{value} thay cho {other}).",
            ),
            (
                "Format the column of codes as text in the register, and write the codes with their zeros.",
                "Đề nghị định dạng cột mã trong danh mục là văn bản và ghi mã có đủ số 0 ở đầu.",
            ),
        ),
    ),
)
"""RG501 to RG505."""
