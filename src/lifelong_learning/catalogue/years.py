"""Codes of the family YR: years held against each other, against the plan and the year to evaluate."""

from __future__ import annotations

from lifelong_learning.catalogue import INFO, WARNING, Entry, says

ENTRIES = (
    Entry.of(
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
    Entry.of(
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
    Entry.of(
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
    Entry.of(
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
    Entry.of(
        "YR405",
        WARNING,
        ("Level that has ended", "Cấp hành chính không còn"),
        (
            "The plan says until when there are units of the level. A row of a later period is read and its "
            "unit scored alone; it enters no group, and no unit of the level is expected.",
            "Kế hoạch ghi rõ cấp này tồn tại đến ngày nào. Dòng số liệu của kỳ sau đó vẫn được đọc và đơn vị "
            "vẫn được chấm riêng, nhưng không tính vào nhóm nào; không đơn vị nào thuộc cấp này còn phải báo "
            "cáo.",
        ),
        plain=says(
            (
                "There are no units of the level “{level}” after {until}; this row is of {value}.",
                "Sau ngày {until} không còn đơn vị cấp “{level}”, nhưng dòng này là số liệu năm {value}.",
            ),
            (
                "Correct the level if the unit goes on at another one; else leave the row out, and give its "
                "figures under the unit that took it over.",
                "Nếu đơn vị đã chuyển sang cấp khác, đề nghị ghi lại cấp; nếu không, đề nghị bỏ dòng này và "
                "tính số liệu vào đơn vị tiếp nhận.",
            ),
        ),
    ),
)
"""YR401 to YR405."""
