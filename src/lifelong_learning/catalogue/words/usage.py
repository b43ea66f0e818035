"""Why a run cannot start or go on, and what to do, one line each; why the operating system refuses a file
or folder.
"""

from __future__ import annotations

USAGE: dict[str, tuple[str, str]] = {
    "path_missing": (
        "{path} does not exist. Check the path.",
        "Không có {path}. Đề nghị kiểm tra lại đường dẫn.",
    ),
    "path_unreadable": (
        "{path} cannot be read: {why}. Mend that, or name another file.",
        "Không đọc được {path}: {why}. Đề nghị khắc phục hoặc chỉ tệp khác.",
    ),
    "no_path": (
        "Name at least one workbook, or a folder that holds some.",
        "Đề nghị chỉ ít nhất một tệp số liệu, hoặc thư mục có tệp số liệu.",
    ),
    "no_workbook": (
        "{path} holds no .xlsx or .xlsm workbook. Name the folder or the file that does.",
        "Trong {path} không có tệp .xlsx hoặc .xlsm nào. Đề nghị chỉ đúng thư mục hoặc tệp số liệu.",
    ),
    "no_usable_row": (
        "There is no usable row for the period {period}. Run llplan check to see why.",
        "Không có dòng nào dùng được cho kỳ {period}. Đề nghị chạy llplan check để xem nguyên nhân.",
    ),
    "plan_unknown": (
        "There is no plan {plan}. Name a folder with a plan.yaml, or one of: {known}.",
        "Không có kế hoạch {plan}. Đề nghị chỉ thư mục có tệp plan.yaml, hoặc một trong: {known}.",
    ),
    "plan_name": (
        "A plan cannot be called {value}. Write small letters, digits and single hyphens: my-province-2030.",
        "Không đặt được tên kế hoạch là {value}. Đề nghị dùng chữ thường không dấu, chữ số và dấu gạch nối: "
        "my-province-2030.",
    ),
    "folder_exists": (
        "{path} exists already. Choose another name, or remove it first.",
        "Đã có {path}. Đề nghị chọn tên khác, hoặc xóa thư mục này trước.",
    ),
    "unit_unknown": (
        "No unit has the code {unit}. Codes are text: leading zeros count.",
        "Không có đơn vị nào mang mã {unit}. Mã là chữ, phải ghi đủ số 0 ở đầu.",
    ),
    "unit_wanted": (
        "Name what to trace: a unit with --unit CODE, or the groups of a target with --target ID.",
        "Đề nghị chỉ rõ nội dung cần xem: đơn vị (--unit MÃ) hoặc các nhóm của một chỉ tiêu (--target MÃ).",
    ),
    "sample_unknown": (
        "There is no bundled workbook {name}. Known: {known}.",
        "Không có tệp số liệu kèm theo tên {name}. Hiện có: {known}.",
    ),
    "target_unknown": (
        "The plan has no target {target}. Its targets: {known}.",
        "Kế hoạch không có chỉ tiêu {target}. Các chỉ tiêu: {known}.",
    ),
    "target_without_group": (
        "No group of units is held against target {target} in {year}. Who is: llplan targets show {target}.",
        "Năm {year} không có nhóm đơn vị nào được đánh giá theo chỉ tiêu {target}. Xem phạm vi áp dụng: "
        "llplan targets show {target}.",
    ),
    "target_not_applicable": (
        "Target {target} does not apply to unit {unit} in {year}. To whom it does: llplan targets show "
        "{target}.",
        "Chỉ tiêu {target} không áp dụng cho đơn vị {unit} năm {year}. Xem phạm vi áp dụng: llplan targets "
        "show {target}.",
    ),
    "kind_unknown": (
        "The plan has no kind of unit {value}. Its kinds: {known}.",
        "Kế hoạch không có loại đơn vị {value}. Các loại: {known}.",
    ),
    "level_unknown": (
        "The plan has no level {value}. Its levels: {known}.",
        "Kế hoạch không có cấp {value}. Các cấp: {known}.",
    ),
    "district_unknown": (
        "No unit belongs to the district {value}. Districts of the submission: {known}.",
        "Không có đơn vị nào thuộc {value}. Trong số liệu có: {known}.",
    ),
    "period_unknown": (
        "There is no period {value}. Periods: {known}.",
        "Không có kỳ báo cáo {value}. Các kỳ: {known}.",
    ),
    "year_range": (
        "The year {year} is not between {first} and {last}. Give a year that is.",
        "Năm {year} không nằm trong khoảng {first}–{last}. Đề nghị chọn năm khác.",
    ),
    "filter_empty": (
        "No unit is left after --kind, --level, --district and --unit. Leave one of them out.",
        "Không còn đơn vị nào sau khi lọc bằng --kind, --level, --district, --unit. Đề nghị bỏ bớt điều "
        "kiện lọc.",
    ),
    "output_exists": (
        "{path} exists already. Choose another name, or overwrite it with --force.",
        "Đã có {path}. Đề nghị chọn tên khác, hoặc thêm --force để ghi đè.",
    ),
    "output_unwritable": (
        "{path} cannot be written: {why}. Mend that, or choose another place for it.",
        "Không ghi được {path}: {why}. Đề nghị khắc phục hoặc chọn nơi lưu khác.",
    ),
    "output_is_input": (
        "{path} is one of the files that are read. Choose another name for the output.",
        "{path} là tệp số liệu đầu vào. Đề nghị chọn tên khác cho tệp kết quả.",
    ),
    "output_twice": (
        "Two outputs go to {path}. Give each a place of its own.",
        "Có hai kết quả cùng ghi vào {path}. Đề nghị đặt tên riêng cho từng kết quả.",
    ),
    "output_binary": (
        "The format {format} cannot be printed on a terminal. Name a file: --output {format}=PATH.",
        "Không in được định dạng {format} ra màn hình. Đề nghị ghi ra tệp: --output {format}=ĐƯỜNG_DẪN.",
    ),
    "format_unknown": (
        "There is no format {format} here. Formats: {known}.",
        "Không có định dạng {format}. Các định dạng: {known}.",
    ),
    "format_unclear": (
        "The format of {path} cannot be told from its name. Write --output FORMAT={path}; formats: {known}.",
        "Không suy ra được định dạng từ tên {path}. Đề nghị ghi --output ĐỊNH_DẠNG={path}; "
        "các định dạng: {known}.",
    ),
    "code_unknown": (
        "There is no finding with the code {code}. Codes: {known}.",
        "Không có mã lỗi {code}. Các mã: {known}.",
    ),
    "code_or_family_unknown": (
        "{option}: there is no finding with the code {value}. Give a code, as in llplan explain, or a "
        "family: {known}.",
        "{option}: không có mã lỗi {value}. Đề nghị ghi mã lỗi theo llplan explain, hoặc nhóm mã: {known}.",
    ),
    "configured": ("It is named in {place}.", "Được khai tại {place}."),
    "baseline_missing": (
        "{path} does not exist. Check the path, or make it: llplan check PATH --baseline= --output {path}.",
        "Không có {path}. Đề nghị kiểm tra lại đường dẫn, hoặc tạo tệp: llplan check PATH --baseline= "
        "--output {path}.",
    ),
    "baseline_unreadable": (
        "{path} is not the JSON of an earlier check. Make it: llplan check PATH --baseline= --output {path}.",
        "{path} không phải là JSON của lần kiểm tra trước. Đề nghị tạo bằng: llplan check PATH --baseline= "
        "--output {path}.",
    ),
    "register_unreadable": (
        "The register {path} cannot be used. {why} Save it as .xlsx or as CSV UTF-8, with a header row in "
        "which unit_code and kind stand.",
        "Không dùng được danh mục đơn vị {path}. {why} Đề nghị lưu dưới dạng .xlsx hoặc CSV UTF-8, dòng "
        "tiêu đề có unit_code và kind.",
    ),
    "register_column": ("It has no column {column}.", "Thiếu cột {column}."),
    "register_header": (
        "It has no header row with unit_code and kind.",
        "Không có dòng tiêu đề với unit_code và kind.",
    ),
    "register_size": (
        "It is not a text file of at most 64 MB.",
        "Đây không phải tệp văn bản, hoặc tệp lớn hơn 64 MB.",
    ),
    "register_encoding": ("It is not in UTF-8.", "Tệp không dùng bảng mã UTF-8."),
    "register_csv": ("It is not CSV.", "Đây không phải tệp CSV."),
    "letterhead_nowhere": (
        "JSON has no place for what --letterhead says. Leave it out, or name a format for people too.",
        "Định dạng JSON không có chỗ cho thông tin của --letterhead. Đề nghị bỏ tùy chọn này hoặc thêm một "
        "định dạng khác.",
    ),
    "value_invalid": (
        "{option} cannot be {value}. Allowed: {known}.",
        "{option} không nhận giá trị {value}. Cho phép: {known}.",
    ),
    "shell_unknown": (
        "Completion is not available for this shell. Run the command within one of: {known}.",
        "Không có tự động hoàn thành lệnh cho shell này. Đề nghị chạy lệnh trong một trong: {known}.",
    ),
    "day": ("YYYY-MM-DD (such as 2026-01-31)", "NĂM-THÁNG-NGÀY (ví dụ 2026-01-31)"),
    "schema_unknown": (
        "There is no schema {value}. Schemas: {known}.",
        "Không có schema {value}. Các schema: {known}.",
    ),
    "form_year_wanted": (
        "Say which year the form is for: --year Y.",
        "Đề nghị cho biết biểu dùng cho năm nào: --year NĂM.",
    ),
    "form_units_wanted": (
        "The units to fill in come from a register (--units FILE) or from an earlier submission (--from "
        "PATH).",
        "Đơn vị điền sẵn lấy từ danh mục (--units TỆP) hoặc từ bộ số liệu đã gửi (--from ĐƯỜNG_DẪN).",
    ),
    "split_no_districts": (
        "In {year} there are no districts to make forms for. Use --by unit or --by commune.",
        "Năm {year} không còn cấp huyện để tách biểu. Đề nghị dùng --by unit hoặc --by commune.",
    ),
    "form_place_wanted": (
        "Say where the form goes: --output FILE for one, --split FOLDER for one for each unit.",
        "Đề nghị cho biết nơi ghi biểu: --output TỆP để lập một biểu, --split THƯ_MỤC để lập riêng cho từng "
        "đơn vị.",
    ),
    "form_by_alone": (
        "--by says what --split makes forms for. Add --split FOLDER.",
        "--by cho biết --split tách biểu theo đâu. Đề nghị thêm --split THƯ_MỤC.",
    ),
    "annotate_one": (
        "{count} workbooks were named, and --annotate names one file. Name a folder for their copies.",
        "Lệnh đang nêu {count} tệp nhưng --annotate chỉ nêu một tệp. Đề nghị nêu một thư mục để ghi các bản "
        "đánh dấu.",
    ),
    "annotate_input": (
        "A workbook from standard input has no name to be given back under. Name its file.",
        "Tệp đọc từ đầu vào chuẩn không có tên để ghi bản đánh dấu. Đề nghị nêu tên tệp.",
    ),
    "annotate_inside": (
        "{path} lies in a folder that is checked: move the marked copies away before the next run, or they "
        "are read as submissions.",
        "{path} nằm trong thư mục được kiểm tra: đề nghị chuyển các bản đánh dấu đi nơi khác trước lần chạy "
        "sau, nếu không chúng sẽ được đọc như số liệu đã gửi.",
    ),
    "annotate_drives": (
        "The workbooks lie on several drives. Mark those of each drive by a run of their own.",
        "Các tệp nằm trên nhiều ổ đĩa. Đề nghị đánh dấu riêng các tệp của từng ổ đĩa.",
    ),
    "annotate_suffix": (
        "The marked copy of {path} must end in {suffix}, as the workbook itself does.",
        "Bản đánh dấu của {path} phải có đuôi {suffix} như tệp gốc.",
    ),
    "annotate_signed": (
        "{path} carries a digital signature, which marks would break. Remove the signature, or check "
        "without --annotate.",
        "{path} có chữ ký số, đánh dấu sẽ làm mất hiệu lực chữ ký. Đề nghị bỏ chữ ký, hoặc kiểm tra "
        "không dùng --annotate.",
    ),
    "annotate_strict": (
        "{path} is a Strict Open XML workbook, which cannot be marked. Save it as an ordinary .xlsx.",
        "{path} là tệp Excel dạng Strict Open XML, không đánh dấu được. Đề nghị lưu lại dạng .xlsx thông "
        "thường.",
    ),
    "annotate_unusual": (
        "{path} cannot be marked without changing more than the marks: {part} is written in an unusual way. "
        "Save it again in Excel or LibreOffice.",
        "Không đánh dấu được {path} mà giữ nguyên phần còn lại: {part} được ghi khác thường. "
        "Đề nghị lưu lại bằng Excel hoặc LibreOffice.",
    ),
    "annotate_unknown": (
        "{path} is not one of the workbooks that were checked. Check it first.",
        "{path} không nằm trong các tệp đã kiểm tra. Đề nghị kiểm tra tệp này trước.",
    ),
    "annotate_changed": (
        "{path} has changed since it was checked. Check it again.",
        "{path} đã thay đổi sau khi kiểm tra. Đề nghị kiểm tra lại.",
    ),
    "annotate_unread": (
        "{path} could not be opened, so there is no marked copy. Mend it as its finding says.",
        "Không mở được {path} nên không có bản đánh dấu. Đề nghị khắc phục theo lỗi đã nêu.",
    ),
    "internal": (
        "A fault of the program itself. The details are in {path}. Send that file to whoever looks after the "
        "program.",
        "Chương trình gặp sự cố. Chi tiết ghi tại {path}. Đề nghị gửi tệp này cho người phụ trách chương "
        "trình.",
    ),
    "interrupted": ("Interrupted.", "Đã dừng theo yêu cầu."),
}

SYSTEM: dict[str, tuple[str, str]] = {
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
