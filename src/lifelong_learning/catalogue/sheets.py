"""Codes of the family SH: sheets and their headers."""

from __future__ import annotations

from lifelong_learning.catalogue import ERROR, INFO, WARNING, Entry, says

_USE_FORM = (
    "Copy the figures into the form that llplan template makes.",
    "Đề nghị chép số liệu vào biểu mẫu do lệnh llplan template tạo ra.",
)

_OWN_COLUMN = (
    "If the column is one of the form, write its heading exactly as in the form; leave one of your own.",
    "Nếu là cột của biểu mẫu, đề nghị ghi tiêu đề đúng như trong biểu mẫu; nếu là cột riêng của đơn vị thì "
    "giữ nguyên.",
)
_HEAD_COLUMN = (
    "Write the column's name as in the form into the header row.",
    "Đề nghị ghi tên cột đúng như trong biểu mẫu vào dòng tiêu đề.",
)

ENTRIES = (
    Entry.of(
        "SH101",
        ERROR,
        ("No known sheet", "Không có trang tính nào thuộc biểu mẫu"),
        (
            "Sheets are found by name (“Libraries”, “Thư viện”, …) or by their columns. This workbook has "
            "none of them, so nothing of it is counted.",
            "Trang tính được nhận biết theo tên (“Thư viện”, “Libraries”, …) hoặc theo các cột. Tệp này "
            "không có trang tính nào như vậy nên không có số liệu nào được tính.",
        ),
        plain=says(
            (
                "The workbook has no sheet that the plan knows; its sheets: {sheets}.",
                "Tệp không có trang tính nào thuộc biểu mẫu; các trang tính hiện có: {sheets}.",
            ),
            (
                "Send the workbook with the form's sheets ({form_sheets}), or name the sheets so; llplan "
                "template makes an empty form.",
                "Đề nghị gửi tệp có các trang tính của biểu mẫu ({form_sheets}) hoặc đặt tên trang tính như "
                "vậy; lập biểu trống bằng llplan template.",
            ),
        ),
    ),
    Entry.of(
        "SH102",
        ERROR,
        ("Header row not found", "Không tìm thấy dòng tiêu đề"),
        (
            "The header is the first row with at least three known column names. Without it nobody can "
            "tell which figure is which.",
            "Dòng tiêu đề là dòng đầu tiên có ít nhất ba tên cột đã biết. Không có dòng này thì không xác "
            "định được số liệu nào thuộc cột nào.",
        ),
        plain=says(
            (
                "No row of the sheet has three known column names, so nothing of it is counted.",
                "Trang tính không có dòng nào chứa ít nhất ba tên cột đã biết nên không có số liệu nào "
                "được tính.",
            ),
            _USE_FORM,
        ),
        legacy=says(
            (
                "The header is written in an old Vietnamese encoding (TCVN3/ABC or VNI), so no column is "
                "known.",
                "Dòng tiêu đề dùng bảng mã cũ (TCVN3/ABC hoặc VNI) nên không nhận biết được cột nào.",
            ),
            (
                "Convert the workbook to Unicode, for example with Unikey (Ctrl+Shift+F6), and save it "
                "again.",
                "Đề nghị chuyển tệp sang Unicode, ví dụ bằng Unikey (Ctrl+Shift+F6), rồi lưu lại.",
            ),
        ),
    ),
    Entry.of(
        "SH103",
        ERROR,
        ("Required column missing", "Thiếu cột bắt buộc"),
        (
            "Unit code, unit name, level and year are required; the district for units of the levels, and "
            "the area for the kinds of unit, for which the plan says so. Without code and year no row of "
            "the sheet can be used.",
            "Các cột bắt buộc: mã đơn vị, tên đơn vị, cấp, năm; huyện, thành phố và khu vực nếu kế hoạch "
            "yêu cầu đối với cấp hoặc loại đơn vị đó. Thiếu mã đơn vị hoặc năm thì không dùng được dòng nào "
            "của trang tính.",
        ),
        plain=says(
            ("The required column “{column_name}” is missing.", "Thiếu cột bắt buộc “{column_name}”."),
            (
                "Add the column “{column_name}” to the header row and fill it.",
                "Đề nghị thêm cột “{column_name}” vào dòng tiêu đề và nhập số liệu.",
            ),
        ),
    ),
    Entry.of(
        "SH104",
        ERROR,
        ("Column twice", "Cột bị lặp"),
        (
            "Two columns of one name leave open which one counts, so neither does.",
            "Hai cột cùng tên thì không xác định được cột nào đúng, vì vậy cả hai cột đều không được tính.",
        ),
        plain=says(
            (
                "The column “{column_name}” is here a second time (first at {first}); neither is counted.",
                "Cột “{column_name}” bị lặp (lần đầu tại ô {first}); cả hai cột đều không được tính.",
            ),
            (
                "Delete the column that is wrong, or give it its right name.",
                "Đề nghị xóa cột sai hoặc sửa lại cho đúng tên cột.",
            ),
        ),
    ),
    Entry.of(
        "SH105",
        INFO,
        ("Unknown column", "Cột không có trong biểu mẫu"),
        (
            "A column of another name is not counted; where it holds figures in rows of units, that is a "
            "warning. Where its name is nearly that of a column which the sheet lacks, it was probably "
            "misspelt, and that is an error.",
            "Cột có tên khác không được tính; nếu cột có số liệu ở dòng của đơn vị thì có cảnh báo. Nếu tên "
            "cột gần giống tên một cột mà trang tính còn thiếu thì nhiều khả năng đã ghi sai tên, và đó là "
            "lỗi.",
        ),
        plain=says(
            (
                "The column “{header}” is not part of the form and is not counted.",
                "Cột “{header}” không có trong biểu mẫu nên không được tính.",
            ),
            (
                "Leave it if the column is your own; else write its name as in the form.",
                "Nếu là cột riêng của đơn vị thì giữ nguyên; nếu không, đề nghị ghi đúng tên cột của "
                "biểu mẫu.",
            ),
        ),
        figures=says(
            (
                "The column “{header}” is not part of the form: its figures ({count}) are not counted.",
                "Cột “{header}” không có trong biểu mẫu: {count} số liệu trong cột không được tính.",
            ),
            _OWN_COLUMN,
            WARNING,
        ),
        figures_lacking=says(
            (
                "The column “{header}” is not part of the form: its figures ({count}) are not counted. The "
                "sheet lacks these columns of figures: {missing}.",
                "Cột “{header}” không có trong biểu mẫu: {count} số liệu trong cột không được tính. Trang "
                "tính còn thiếu các cột số liệu: {missing}.",
            ),
            _OWN_COLUMN,
            WARNING,
        ),
        near=says(
            (
                "The column “{header}” is not known; “{column_name}” was probably meant, which is missing "
                "here.",
                "Không có cột nào tên “{header}”; có thể là cột “{column_name}” đang thiếu trong trang "
                "tính này.",
            ),
            (
                "Write “{column_name}” in the header if that is what the column holds.",
                "Nếu đúng là cột này, đề nghị sửa tiêu đề thành “{column_name}”.",
            ),
            ERROR,
        ),
    ),
    Entry.of(
        "SH106",
        INFO,
        ("Passed over", "Không xét đến"),
        (
            "A sheet that is neither named as in the form nor has the columns of exactly one kind of unit "
            "is passed over; so is a published figure for a target of another plan.",
            "Trang tính không có tên như trong biểu mẫu và cũng không có các cột của đúng một loại đơn vị "
            "thì bỏ qua; số liệu đã công bố của chỉ tiêu thuộc kế hoạch khác cũng vậy.",
        ),
        plain=says(
            (
                "The sheet is passed over: neither its name nor its columns are those of the form.",
                "Bỏ qua trang tính này: tên trang tính và các cột đều không thuộc biểu mẫu.",
            ),
            (
                "Leave it unless it holds figures; then name the sheet as in the form.",
                "Nếu trang tính không chứa số liệu báo cáo thì giữ nguyên; nếu có, đề nghị đặt tên như "
                "biểu mẫu.",
            ),
        ),
        unread=says(
            (
                "The sheet is passed over: its name is not one of the form's, and it could not be read.",
                "Bỏ qua trang tính này: tên trang tính không thuộc biểu mẫu và không đọc được nội dung.",
            ),
            (
                "Leave it unless it holds figures; then name the sheet as in the form, and check again to be "
                "told the reason.",
                "Nếu trang tính không chứa số liệu báo cáo thì giữ nguyên; nếu có, đề nghị đặt tên như biểu "
                "mẫu rồi kiểm tra lại để biết lý do không đọc được.",
            ),
        ),
        target=says(
            (
                "The figure is passed over: this plan has no target “{value}”.",
                "Không xét đến số liệu này: kế hoạch không có chỉ tiêu “{value}”.",
            ),
            (
                "Leave it if the figure belongs to another plan; else write the target's id.",
                "Nếu số liệu thuộc kế hoạch khác thì giữ nguyên; nếu không, đề nghị ghi đúng mã chỉ tiêu.",
            ),
        ),
        scope=says(
            (
                "The figure is passed over: the plan asks nothing of “{value}” at this level and area.",
                "Không xét đến số liệu này: kế hoạch không đặt chỉ tiêu “{value}” cho cấp và khu vực đã ghi.",
            ),
            (
                "Write the level and area that the plan names for the target, or none if it names none.",
                "Đề nghị ghi đúng cấp, khu vực theo kế hoạch, hoặc để trống nếu kế hoạch không phân.",
            ),
        ),
        no_percentage=says(
            (
                "The figure is passed over: the figures of “{value}” are no percentages.",
                "Không xét đến số liệu này: kết quả của “{value}” không phải là tỷ lệ phần trăm.",
            ),
            (
                "Report the measures of the target on the sheet of its units.",
                "Đề nghị báo cáo số liệu của chỉ tiêu ở trang tính của các đơn vị.",
            ),
        ),
    ),
    Entry.of(
        "SH107",
        INFO,
        ("Sheet known by its columns", "Nhận biết trang tính theo các cột"),
        (
            "The sheet has another name than in the form, and its columns fit one kind of unit alone, so "
            "it is read.",
            "Trang tính có tên khác biểu mẫu, nhưng các cột chỉ phù hợp với một loại đơn vị nên vẫn được "
            "đọc.",
        ),
        plain=says(
            (
                "The sheet is read as “{kind_sheet}” because of its columns.",
                "Trang tính được đọc như trang “{kind_sheet}” theo các cột của nó.",
            ),
            (
                "Name the sheet “{kind_sheet}” if that is right.",
                "Nếu đúng, đề nghị đặt tên trang tính là “{kind_sheet}”.",
            ),
        ),
        table=says(
            (
                "The table below row {under} is read as one of “{kind_sheet}” because of its columns.",
                "Bảng dưới dòng {under} được đọc như bảng của trang “{kind_sheet}” theo các cột của nó.",
            ),
            (
                "Move it to a sheet “{kind_sheet}” if that is right.",
                "Nếu đúng, đề nghị chuyển bảng sang trang tính “{kind_sheet}”.",
            ),
        ),
    ),
    Entry.of(
        "SH108",
        ERROR,
        ("No usable row", "Không có dòng số liệu nào dùng được"),
        (
            "No row of the submission has a unit code and a year that can be read, so there is nothing to "
            "judge.",
            "Không có dòng nào có mã đơn vị và năm đọc được nên không có gì để đánh giá.",
        ),
        plain=says(
            (
                "The submission has no row with a unit code and a year.",
                "Số liệu gửi đến không có dòng nào có đủ mã đơn vị và năm.",
            ),
            (
                "Fill in one row for each unit and year.",
                "Đề nghị nhập mỗi đơn vị, mỗi năm một dòng.",
            ),
        ),
    ),
    Entry.of(
        "SH109",
        WARNING,
        ("Form of another plan", "Biểu mẫu của kế hoạch khác"),
        (
            "The form says itself which plan it was made from. Read with another plan, columns and sheets "
            "that only its own plan knows are passed over, and the rest is held against other figures. "
            "Usually --plan was forgotten. Of another version of the same plan it is only a note: columns "
            "go by name.",
            "Biểu mẫu có ghi kế hoạch dùng để lập biểu. Nếu đọc theo kế hoạch khác, các trang và cột chỉ có "
            "trong kế hoạch đó sẽ bị bỏ qua, số liệu còn lại bị so với chỉ tiêu khác. Thường do quên --plan. "
            "Nếu chỉ khác phiên bản của cùng một kế hoạch thì đây là lưu ý: các cột được nhận theo tên.",
        ),
        plain=says(
            (
                "The form was made from the plan {form_plan}, and is read with {plan}.",
                "Biểu được lập theo kế hoạch {form_plan} nhưng đang được đọc theo {plan}.",
            ),
            (
                "Use --plan {form_plan}; if {plan} is right, make the form anew with llplan template.",
                "Đề nghị dùng --plan {form_plan}; nếu {plan} là đúng, lập lại biểu bằng llplan template.",
            ),
        ),
        version=says(
            (
                "The form was made from another version of the plan ({form_plan}); its columns go by name.",
                "Biểu được lập theo phiên bản khác của kế hoạch ({form_plan}); các cột được nhận theo tên.",
            ),
            (
                "Make the next form with llplan template.",
                "Lần sau đề nghị lập biểu mới bằng llplan template.",
            ),
            INFO,
        ),
    ),
    Entry.of(
        "SH110",
        INFO,
        ("Heading read by the label in it", "Tiêu đề được nhận theo tên cột có trong đó"),
        (
            "A heading with something around the column's name (a unit of measure, a footnote mark, a "
            "number, the year of the rows, “total”) is read as that column, where it is the only one of the "
            "sheet.",
            "Tiêu đề có thêm phần khác bên cạnh tên cột (đơn vị tính, dấu chú thích, số thứ tự, năm của số "
            "liệu, chữ “Tổng”) được nhận là cột đó, nếu cả trang tính chỉ có một tiêu đề như vậy.",
        ),
        plain=says(
            (
                "The heading “{header}” is read as the column “{column_name}”.",
                "Tiêu đề “{header}” được nhận là cột “{column_name}”.",
            ),
            (
                "Leave it if this is the column; else write the heading as in the form.",
                "Nếu đúng là cột này thì giữ nguyên; nếu không, đề nghị ghi tiêu đề đúng như biểu mẫu.",
            ),
        ),
    ),
    Entry.of(
        "SH111",
        WARNING,
        ("Figures under no heading", "Số liệu không có tiêu đề cột"),
        (
            "A column without a heading holds figures in rows of units. Nobody can tell what they are, so "
            "they are not counted.",
            "Cột không có tiêu đề nhưng có số liệu ở dòng của đơn vị. Không xác định được đó là số liệu gì "
            "nên không được tính.",
        ),
        plain=says(
            (
                "This column has no heading: its figures ({count}) are not counted.",
                "Cột này không có tiêu đề: {count} số liệu trong cột không được tính.",
            ),
            _HEAD_COLUMN,
        ),
        lacking=says(
            (
                "This column has no heading: its figures ({count}) are not counted. The sheet lacks "
                "these columns of figures: {missing}.",
                "Cột này không có tiêu đề: {count} số liệu trong cột không được tính. Trang tính còn thiếu "
                "các cột số liệu: {missing}.",
            ),
            _HEAD_COLUMN,
        ),
    ),
    Entry.of(
        "SH112",
        INFO,
        ("Columns left blank", "Cột của biểu mẫu để trống"),
        (
            "Columns of the form in which no unit has anything for the period that is evaluated. A sheet "
            "without a single figure for it was probably sent back empty: that is a warning.",
            "Các cột của biểu mẫu không có số liệu của đơn vị nào trong kỳ được đánh giá. Trang tính không "
            "có số liệu nào của kỳ này có thể là biểu gửi lại khi chưa nhập: đó là cảnh báo.",
        ),
        plain=says(
            (
                "For {year} ({period}) these columns are blank in every row: {columns}.",
                "Kỳ {year} ({period}), các cột sau để trống ở mọi dòng: {columns}.",
            ),
            (
                "Fill them in where there are figures; what there is no figure for stays blank.",
                "Đề nghị nhập nếu có số liệu; nếu không có thì để trống.",
            ),
        ),
        empty=says(
            (
                "No row of the sheet has a figure for {year} ({period}); blank: {columns}.",
                "Không có dòng nào của trang tính có số liệu kỳ {year} ({period}); để trống: {columns}.",
            ),
            (
                "Fill in the figures of the period, or send the workbook that has them.",
                "Đề nghị nhập số liệu của kỳ báo cáo hoặc gửi đúng tệp đã có số liệu.",
            ),
            WARNING,
        ),
    ),
)
"""SH101 to SH112."""
