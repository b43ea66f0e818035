"""Codes of the families RW, YR and RG: rows held against each other, other years and the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.make import ERROR, INFO, WARNING, entry, says

if TYPE_CHECKING:
    from lifelong_learning.catalogue.entries import Wording
    from lifelong_learning.catalogue.make import Pair

_WHICH_ROW = (
    "Keep the row that is right and delete the other.",
    "Đề nghị giữ dòng đúng và xóa dòng còn lại.",
)
_SAME_EVERYWHERE = (
    "Write it the same in every row, or give the other unit its own code.",
    "Đề nghị ghi thống nhất ở mọi dòng, hoặc dùng mã riêng cho đơn vị khác.",
)
_CONFIRM = (
    "Confirm the correction in the note, or restore the earlier figure.",
    "Đề nghị nêu lý do điều chỉnh ở cột giải trình, hoặc ghi lại số liệu đã gửi.",
)
_CHECK_BOTH = (
    "Check both figures and correct the one that is wrong.",
    "Đề nghị kiểm tra cả hai số liệu và sửa số liệu sai.",
)
_AS_REGISTERED = (
    "Correct the cell, or the register if the unit has changed.",
    "Đề nghị sửa ô này, hoặc cập nhật danh mục nếu đơn vị đã thay đổi.",
)


def _differs(what: Pair, here: str = "{value}", there: str = "{value.other}") -> Wording:
    return says(
        (
            f"The {what[0]} of unit {{unit}} is “{here}” here and “{there}” at {{value.at}}.",
            f"{what[1]} của đơn vị {{unit}} tại đây là “{here}”, còn tại {{value.at}} là “{there}”.",
        ),
        _SAME_EVERYWHERE,
    )


def _unlike(what: Pair, here: str = "{value}", there: str = "{value.other}") -> Wording:
    return says(
        (
            f"The {what[0]} of unit {{unit}} is “{here}” here and “{there}” in the register.",
            f"{what[1]} của đơn vị {{unit}} tại đây là “{here}”, còn trong danh mục là “{there}”.",
        ),
        _AS_REGISTERED,
    )


_CHOICES = ("{here}", "{there}")
"""Level and area are shown by their labels in the reader's language."""
_NAME, _LEVEL = ("name", "Tên"), ("level", "Cấp")
_DISTRICT, _AREA = ("district", "Huyện, thành phố"), ("area", "Khu vực")

ENTRIES = (
    entry(
        "RW301",
        ERROR,
        ("Unit and period twice", "Đơn vị và kỳ báo cáo bị lặp"),
        (
            "A row is one unit in one year and period. Where two rows do not contradict each other, their "
            "figures are put together; where they do, the figures in conflict are taken out.",
            "Mỗi dòng là một đơn vị trong một năm và một kỳ. Nếu hai dòng không mâu thuẫn thì số liệu được "
            "ghép lại; nếu mâu thuẫn thì các số liệu trái nhau bị loại.",
        ),
        plain=says(
            (
                "Unit {value} has a second row for the same year and period (first: {value.other}); "
                "nothing contradicts, and the two are put together.",
                "Đơn vị {value} có dòng thứ hai cho cùng năm và kỳ (dòng đầu: {value.other}); số liệu "
                "không mâu thuẫn và được ghép lại.",
            ),
            ("Keep one row for each unit and period.", "Đề nghị chỉ giữ một dòng cho mỗi đơn vị và kỳ."),
            WARNING,
        ),
        conflict=says(
            (
                "Unit {value} has a second row for the same year and period (first: {value.other}), with "
                "other figures; those in conflict are taken out.",
                "Đơn vị {value} có dòng thứ hai cho cùng năm và kỳ (dòng đầu: {value.other}) với số liệu "
                "khác; các số liệu trái nhau bị loại.",
            ),
            _WHICH_ROW,
        ),
        reported=says(
            (
                "The figure for {value} is published twice, with the same value (first: {first}).",
                "Số liệu công bố của {value} bị lặp với cùng giá trị (lần đầu: {first}).",
            ),
            _WHICH_ROW,
            WARNING,
        ),
        reported_conflict=says(
            (
                "The figure for {value} is published twice, with different values (first: {first}); it is "
                "taken out.",
                "Số liệu công bố của {value} bị lặp với giá trị khác nhau (lần đầu: {first}); số liệu này "
                "bị loại.",
            ),
            _WHICH_ROW,
        ),
        register=says(
            (
                "The register lists {value} twice (first: {first}); the first entry counts.",
                "Danh mục có {value} hai lần (lần đầu: {first}); chỉ tính lần đầu.",
            ),
            _WHICH_ROW,
            WARNING,
        ),
    ),
    entry(
        "RW302",
        ERROR,
        ("Part exceeds whole", "Số bộ phận lớn hơn tổng"),
        (
            "Some figures are part of another: visits by pupils of all visits, persons trained of all "
            "staff. A part above its whole is taken out.",
            "Một số số liệu là bộ phận của số liệu khác: lượt học sinh trong tổng số lượt, số người được "
            "tập huấn trong tổng số cán bộ. Số bộ phận lớn hơn tổng thì bị loại.",
        ),
        plain=says(
            (
                "{value} is more than the {value.other} of “{whole}”, of which it is a part.",
                "{value} lớn hơn {value.other} của “{whole}”, trong khi chỉ là một bộ phận của số đó.",
            ),
            _CHECK_BOTH,
        ),
    ),
    entry(
        "RW303",
        WARNING,
        ("Total differs from the sum", "Dòng tổng khác tổng các đơn vị"),
        (
            "A total row is compared with the sum of the unit rows since the previous total, or of all "
            "above. It is never counted itself.",
            "Dòng tổng được so với tổng các dòng đơn vị kể từ dòng tổng trước đó, hoặc của tất cả các dòng "
            "phía trên. Bản thân dòng tổng không được tính.",
        ),
        plain=says(
            (
                "The total {value} is not the sum of the rows above, {value.other}.",
                "Số tổng {value} không bằng tổng các dòng phía trên là {value.other}.",
            ),
            (
                "Check the rows above, or the formula of the total.",
                "Đề nghị kiểm tra các dòng phía trên hoặc công thức của dòng tổng.",
            ),
        ),
    ),
    entry(
        "RW304",
        WARNING,
        ("One unit with differing identity", "Một đơn vị có thông tin khác nhau"),
        (
            "A unit is its kind and its code. One code with two names, or with two levels, districts or "
            "areas within a year, may be two units that share a code.",
            "Đơn vị được xác định bằng loại và mã. Một mã có hai tên, hoặc trong một năm có hai cấp, hai "
            "huyện hay hai khu vực, có thể là hai đơn vị trùng mã.",
        ),
        name=_differs(_NAME),
        level=_differs(_LEVEL, *_CHOICES),
        district=_differs(_DISTRICT),
        area=_differs(_AREA, *_CHOICES),
    ),
    entry(
        "RW305",
        WARNING,
        ("Year below its first half", "Số cả năm nhỏ hơn 6 tháng đầu năm"),
        (
            "What is counted over a period cannot be less for the whole year than for its first six months.",
            "Số liệu cộng dồn trong kỳ của cả năm không thể nhỏ hơn của 6 tháng đầu năm đó.",
        ),
        plain=says(
            (
                "{value} for the year is less than {value.other} for its first half.",
                "Số cả năm {value} nhỏ hơn số 6 tháng đầu năm {value.other}.",
            ),
            _CHECK_BOTH,
        ),
    ),
    entry(
        "RW306",
        WARNING,
        ("Past figure changed", "Số liệu kỳ trước bị thay đổi"),
        (
            "A figure differs from the one in an earlier submission for the same unit, year and period.",
            "Số liệu khác với số đã gửi trước đây cho cùng đơn vị, năm và kỳ.",
        ),
        plain=says(
            (
                "The figure is {value}; the earlier submission has {value.other} ({value.at}).",
                "Số liệu là {value}; lần gửi trước là {value.other} ({value.at}).",
            ),
            _CONFIRM,
        ),
        now_yes=says(
            (
                "The answer is now yes; the earlier submission has no ({value.at}).",
                "Nay ghi là có; lần gửi trước là không ({value.at}).",
            ),
            _CONFIRM,
        ),
        now_no=says(
            (
                "The answer is now no; the earlier submission has yes ({value.at}).",
                "Nay ghi là không; lần gửi trước là có ({value.at}).",
            ),
            _CONFIRM,
        ),
    ),
    entry(
        "YR401",
        WARNING,
        ("Jump beyond the plausible", "Tăng, giảm bất thường"),
        (
            "The figure is many times that of the year before, or a small part of it. Often a digit is too "
            "many or one is lacking. The plan sets the factor.",
            "Số liệu gấp nhiều lần hoặc chỉ bằng một phần nhỏ của năm trước. Thường do thừa hoặc thiếu một "
            "chữ số. Ngưỡng được quy định trong kế hoạch.",
        ),
        plain=says(
            (
                "{value} after {value.other} the year before: more than {factor} times.",
                "{value} so với {value.other} của năm trước: gấp hơn {factor} lần.",
            ),
            (
                "Check the figure; if it is right, explain it in the note.",
                "Đề nghị kiểm tra lại; nếu đúng, giải thích ở cột giải trình.",
            ),
        ),
        down=says(
            (
                "{value} after {value.other} the year before: less than one part in {factor}.",
                "{value} so với {value.other} của năm trước: chưa bằng một phần {factor}.",
            ),
            (
                "Check the figure; if it is right, explain it in the note.",
                "Đề nghị kiểm tra lại; nếu đúng, giải thích ở cột giải trình.",
            ),
        ),
    ),
    entry(
        "YR402",
        INFO,
        ("No base-year figure", "Không có số liệu năm gốc"),
        (
            "Growth is reckoned from the base year. Without its figure the earliest later year is taken, "
            "and the result says so.",
            "Tốc độ tăng được tính từ năm gốc. Không có số liệu năm gốc thì lấy năm sớm nhất sau đó và ghi "
            "rõ trong kết quả.",
        ),
        plain=says(
            (
                "Unit {value} has no figure of the base year {base_year} for: {measures}.",
                "Đơn vị {value} không có số liệu năm gốc {base_year} của: {measures}.",
            ),
            (
                "Add the row of {base_year} if the figure is known.",
                "Đề nghị bổ sung dòng năm {base_year} nếu có số liệu.",
            ),
        ),
    ),
    entry(
        "YR403",
        WARNING,
        ("Year beyond the plan", "Năm nằm ngoài thời kỳ kế hoạch"),
        (
            "The row is of a year after the plan's last. Unless --year says otherwise the latest year is "
            "evaluated, so one mistyped year decides over all. A year that is asked for by --year is not "
            "named.",
            "Dòng có năm sau năm cuối của kế hoạch. Nếu không chọn bằng --year, năm muộn nhất sẽ được đánh "
            "giá, nên chỉ một năm gõ nhầm cũng làm sai lệch toàn bộ kết quả. Năm đã chọn bằng --year thì "
            "không nêu.",
        ),
        plain=says(
            (
                "The year {value} is beyond the plan, whose last year is {last}.",
                "Năm {value} nằm ngoài kế hoạch; năm cuối của kế hoạch là {last}.",
            ),
            (
                "Check the year; if it is right, look for the plan that follows.",
                "Đề nghị kiểm tra lại năm; nếu đúng, tìm kế hoạch của giai đoạn tiếp theo.",
            ),
        ),
    ),
    entry(
        "YR404",
        INFO,
        ("Hardly a unit has the evaluated year", "Năm đánh giá có quá ít đơn vị"),
        (
            "Unless --year says otherwise the latest year of the period is evaluated. Fewer than a tenth of "
            "the units that another year has are in it: perhaps a year was mistyped, or reporting has only "
            "begun. A year or a period that no row has is named too.",
            "Nếu không chọn bằng --year, năm muộn nhất của kỳ sẽ được đánh giá. Số đơn vị có dòng của năm "
            "này chưa bằng một phần mười so với năm khác: có thể năm bị gõ nhầm, hoặc các đơn vị mới bắt đầu "
            "báo cáo. Năm hoặc kỳ không có dòng nào cũng được nêu.",
        ),
        plain=says(
            (
                "{value} is evaluated because it is the latest; units with a row of it: {count}, of "
                "{fullest}: {most}.",
                "Năm {value} được đánh giá vì là năm muộn nhất, nhưng mới có {count} đơn vị có dòng của năm "
                "này, trong khi năm {fullest} có {most} đơn vị.",
            ),
            (
                "Name another year with --year if it is not meant.",
                "Nếu không đúng, đề nghị chọn năm khác bằng --year.",
            ),
        ),
        none=says(
            (
                "No unit has a row of {value} ({period}); there are rows of: {years}.",
                "Không có dòng nào của năm {value} ({period}); các năm có số liệu: {years}.",
            ),
            (
                "Name one of these years with --year, or add the rows.",
                "Đề nghị chọn một trong các năm này bằng --year, hoặc bổ sung số liệu.",
            ),
            WARNING,
        ),
        period=says(
            (
                "No unit has a row for this period: {period}.",
                "Không có dòng nào của kỳ này: {period}.",
            ),
            (
                "Name another period with --period, or add the rows.",
                "Đề nghị chọn kỳ khác bằng --period, hoặc bổ sung số liệu.",
            ),
            WARNING,
        ),
    ),
    entry(
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
    entry(
        "RG502",
        WARNING,
        ("Differs from the register", "Khác với danh mục"),
        (
            "Name, level, district or area is not what the register says, or the unit does not exist in "
            "that year.",
            "Tên, cấp, huyện hoặc khu vực khác với danh mục, hoặc theo danh mục đơn vị không tồn tại trong "
            "năm đó.",
        ),
        name=_unlike(_NAME),
        level=_unlike(_LEVEL, *_CHOICES),
        district=_unlike(_DISTRICT),
        area=_unlike(_AREA, *_CHOICES),
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
    entry(
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
                "Đơn vị {value} phải báo cáo năm {year} ({period}) nhưng chưa có dòng nào.",
            ),
            (
                "Ask the unit for its figures.",
                "Đề nghị đôn đốc đơn vị gửi số liệu.",
            ),
        ),
    ),
    entry(
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
                "Correct the code, or add the successor to the register; nothing need be done if it reports "
                "elsewhere.",
                "Đề nghị sửa mã hoặc bổ sung đơn vị tiếp nhận vào danh mục; nếu đơn vị này báo cáo nơi khác "
                "thì không cần sửa.",
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
)
"""RW301 to RW306, YR401 to YR404, RG501 to RG504."""
