"""Help texts of the command line."""

from __future__ import annotations

HELP: dict[str, tuple[str, str]] = {
    "llplan": (
        "Scores libraries, museums and cultural houses against the figures of a provincial plan.",
        "Đánh giá thư viện, bảo tàng, nhà văn hóa theo các chỉ tiêu của kế hoạch cấp tỉnh.",
    ),
    "commands": ("Commands", "Các lệnh"),
    "alone_usage": ("llplan COMMAND …", "llplan LỆNH …"),
    "alone_year": ("The year in five commands:", "Một năm công tác, năm lệnh:"),
    "alone_further": (
        "All commands: llplan --help. One of them: llplan evaluate --help.\n"
        "Data to try them on: llplan sample.",
        "Mọi lệnh: llplan --help. Từng lệnh: llplan evaluate --help.\nSố liệu mẫu để làm thử: llplan sample.",
    ),
    "evaluate": (
        "Score every unit and judge every group against the plan.",
        "Chấm điểm từng đơn vị và đánh giá từng nhóm theo kế hoạch.",
    ),
    "check": (
        "Check workbooks: what is wrong, in which cell, what to do.",
        "Kiểm tra tệp số liệu: sai ở đâu, ô nào, cách sửa.",
    ),
    "summary": (
        "Write the half-year or year-end report.",
        "Lập báo cáo 6 tháng hoặc báo cáo năm.",
    ),
    "since": (
        "Show every target by year from this year on.",
        "Trình bày diễn biến từng chỉ tiêu kể từ năm này.",
    ),
    "letterhead": (
        "Who issues the report (.yaml): body, place, recipients, signatory.",
        "Tệp thông tin phát hành (.yaml): cơ quan, địa danh, nơi nhận, người ký.",
    ),
    "date": (
        "Date of the report; left to be filled in unless given.",
        "Ngày của báo cáo; nếu không ghi thì để trống.",
    ),
    "trace": (
        "Show one verdict as arithmetic: cells, formula, threshold, clause; without --unit that of "
        "the groups of a target, unit by unit.",
        "Trình bày cách tính một kết quả: ô số liệu, công thức, chỉ tiêu, điều khoản; không có --unit thì "
        "trình bày kết quả các nhóm của một chỉ tiêu, theo từng đơn vị.",
    ),
    "template": (
        "Make the form that units fill in, empty or with what is known.",
        "Lập biểu số liệu để đơn vị điền, trống hoặc điền sẵn phần đã biết.",
    ),
    "form_output": ("Write the form to this file (.xlsx).", "Ghi biểu ra tệp này (.xlsx)."),
    "form_split": (
        "Write one form for each unit into this folder.",
        "Lập riêng một biểu cho từng đơn vị, ghi vào thư mục này.",
    ),
    "form_by": (
        "What --split makes a form for: unit, commune (all units of one code) or district.",
        "--split tách biểu theo: unit (từng đơn vị), commune (các đơn vị cùng mã) hoặc district (huyện).",
    ),
    "form_split_done": ("Forms written: {count}, in {path}.", "Đã lập {count} biểu trong thư mục {path}."),
    "form_year": (
        "Year to fill in; the one after the last of --from unless said.",
        "Năm cần điền; mặc định là năm tiếp theo năm cuối của --from.",
    ),
    "form_from": (
        "Fill in the years before from these workbooks; repeatable.",
        "Điền sẵn số liệu các năm trước từ các tệp này; có thể lặp lại.",
    ),
    "form_rows": (
        "Open rows below the units; 20 where no unit is filled in.",
        "Số dòng trống dưới các đơn vị; 20 nếu không điền sẵn đơn vị nào.",
    ),
    "collect": (
        "Put many filled forms into one workbook, each value as typed.",
        "Gộp nhiều biểu đã điền thành một tệp, giữ nguyên giá trị đã gõ.",
    ),
    "collect_output": ("Write the workbook to this file (.xlsx).", "Ghi tệp tổng hợp ra tệp này (.xlsx)."),
    "annotate": (
        "Write a copy of the workbook with every finding marked; in a folder, one of each workbook.",
        "Ghi một bản sao của tệp, trong đó mọi lỗi được đánh dấu; là thư mục thì ghi bản sao của mọi tệp.",
    ),
    "targets": ("List, show and check the plans themselves.", "Liệt kê, xem và kiểm tra chính các kế hoạch."),
    "targets_list": ("List the targets of a plan.", "Liệt kê các chỉ tiêu của kế hoạch."),
    "targets_show": (
        "Show one target: clause, phrase, formula, thresholds.",
        "Xem một chỉ tiêu: điều khoản, trích dẫn, công thức, mức chỉ tiêu.",
    ),
    "targets_check": (
        "Check the YAML of a plan and name every fault.",
        "Kiểm tra YAML của kế hoạch và nêu mọi lỗi.",
    ),
    "targets_test": (
        "Run a plan's cases: readings in, expected verdicts out.",
        "Chạy các trường hợp kiểm thử của kế hoạch: số liệu vào, kết quả mong đợi ra.",
    ),
    "targets_schema": (
        "Print the JSON Schema of the files that people write, for editors.",
        "In JSON Schema của các tệp do người dùng viết, dùng cho trình soạn thảo.",
    ),
    "targets_new": (
        "Begin a plan: a commented folder that is sound as it stands.",
        "Tạo kế hoạch mới: một thư mục mẫu có chú thích, kiểm tra không có lỗi.",
    ),
    "new_name": (
        "Id of the plan: small letters, digits, hyphens.",
        "Mã kế hoạch: chữ thường không dấu, chữ số, dấu gạch nối.",
    ),
    "new_from": (
        "Begin with the targets of this plan, sharing its words and measures.",
        "Lập từ các chỉ tiêu của kế hoạch này, dùng chung từ ngữ và số liệu.",
    ),
    "new_dir": ("Folder to make it in.", "Thư mục chứa kế hoạch mới."),
    "new_done": (
        "{path} is ready. Edit its files, then: llplan targets check {path}",
        "Đã tạo {path}. Đề nghị sửa các tệp rồi chạy: llplan targets check {path}",
    ),
    "targets_stale": (
        "List what of a plan needs a look before it is applied.",
        "Liệt kê nội dung kế hoạch cần rà soát trước khi áp dụng.",
    ),
    "stale_year": (
        "Year that the plan will be applied to; its target year unless said.",
        "Năm sẽ áp dụng kế hoạch; mặc định là năm mục tiêu.",
    ),
    "verified_before": (
        "List sources that were last compared before this day.",
        "Liệt kê nguồn đối chiếu lần cuối trước ngày này.",
    ),
    "schema_file": (
        "plan (plan.yaml), part (a plan's other files), cases, waivers, letterhead or config (llplan.toml).",
        "plan (plan.yaml), part (các tệp khác của kế hoạch), cases, waivers, letterhead hoặc config "
        "(llplan.toml).",
    ),
    "plan_doubted": (
        "{plan}: can be used; warnings: {count}.",
        "{plan}: dùng được; cảnh báo: {count}.",
    ),
    "plan_sound": ("{plan}: no fault found.", "{plan}: không có lỗi."),
    "explain": (
        "Explain a finding code: what it means and what to do.",
        "Giải thích một mã lỗi: ý nghĩa và cách xử lý.",
    ),
    "sample": (
        "List the bundled files, or copy one to a folder.",
        "Liệt kê các tệp kèm theo, hoặc chép một tệp vào thư mục.",
    ),
    "version": ("Print the version and exit.", "Hiển thị phiên bản."),
    "paths": (
        "Workbooks (.xlsx, .xlsm) and folders, read as one submission.",
        "Tệp số liệu (.xlsx, .xlsm) và thư mục, đọc như một bộ số liệu.",
    ),
    "plan": (
        "A bundled plan, or a folder with a plan.",
        "Kế hoạch có sẵn, hoặc thư mục chứa kế hoạch.",
    ),
    "year": (
        "Year to evaluate; the latest with data unless said.",
        "Năm đánh giá; mặc định là năm mới nhất có số liệu.",
    ),
    "period": (
        "The whole year, its first half, or another period of the plan.",
        "Cả năm, 6 tháng đầu năm, hoặc kỳ khác của kế hoạch.",
    ),
    "base_year": ("Measure growth from this year.", "Tính tăng trưởng từ năm này."),
    "units": (
        "Register of units (.xlsx, .csv): who is expected in which year.",
        "Danh mục đơn vị (.xlsx, .csv): đơn vị nào phải báo cáo trong năm nào.",
    ),
    "waivers": (
        "Waivers (.yaml): results that are excused, each with its reason.",
        "Tệp miễn trừ (.yaml): các kết quả được miễn, kèm lý do.",
    ),
    "kind": ("Only this kind of unit; repeatable.", "Chỉ loại đơn vị này; có thể lặp lại."),
    "level": ("Only this level; repeatable.", "Chỉ cấp này; có thể lặp lại."),
    "district": ("Only this district; repeatable.", "Chỉ huyện, thành phố này; có thể lặp lại."),
    "unit": (
        "Only the unit with this code or name; repeatable.",
        "Chỉ đơn vị có mã hoặc tên này; có thể lặp lại.",
    ),
    "lang": (
        "Language; LLPLAN_LANG or the locale unless said, English for machines.",
        "Ngôn ngữ; mặc định theo LLPLAN_LANG hoặc hệ thống, tiếng Anh cho máy đọc.",
    ),
    "format": ("Format: {names}.", "Định dạng: {names}."),
    "output": (
        "Write to a file, or - for standard output; repeatable.",
        "Ghi ra tệp, hoặc - để in ra màn hình; có thể lặp lại.",
    ),
    "force": ("Overwrite a file that exists.", "Ghi đè tệp đã có."),
    "fail_on": (
        "Exit 1 also on: warning, not_met, no_data; repeatable.",
        "Kết thúc với mã 1 cả khi có: warning, not_met, no_data; có thể lặp lại.",
    ),
    "exit_zero": ("Exit 0 where it would be 1.", "Kết thúc với mã 0 thay cho mã 1."),
    "quiet": ("No progress, no line on findings.", "Không hiện tiến độ, không báo dòng tổng hợp lỗi."),
    "no_progress": ("No progress bar.", "Không hiện thanh tiến độ."),
    "jobs": (
        "Read with so many processes; all cores unless said.",
        "Số tiến trình đọc; mặc định là mọi lõi.",
    ),
    "max_bytes": ("Limit: bytes that a workbook may unpack to.", "Giới hạn: số byte sau khi giải nén."),
    "max_rows": ("Limit: rows of a sheet.", "Giới hạn: số dòng của một trang tính."),
    "max_columns": ("Limit: columns of a sheet.", "Giới hạn: số cột của một trang tính."),
    "max_cells": ("Limit: cells of a sheet's used area.", "Giới hạn: số ô trong vùng dùng của trang tính."),
    "max_sheets": ("Limit: sheets of a workbook.", "Giới hạn: số trang tính của một tệp."),
    "max_findings": (
        "Limit: findings in a sheet; with more nothing of it is used.",
        "Giới hạn: số lỗi, cảnh báo trong một trang tính; nếu vượt thì không dùng trang tính đó.",
    ),
    "by": (
        "Judge each district too: shown by evaluate, heeded by --fail-on; a summary always does.",
        "Đánh giá cả từng huyện, thành phố: evaluate trình bày, --fail-on xét đến; summary luôn có.",
    ),
    "inputs": ("JSON: list every cell behind each result.", "JSON: liệt kê mọi ô số liệu của từng kết quả."),
    "against": (
        "Earlier submissions: name past figures that have changed.",
        "Bộ số liệu đã gửi trước: nêu các số liệu cũ đã bị thay đổi.",
    ),
    "target": ("Only this target.", "Chỉ xét chỉ tiêu này."),
    "target_id": ("Id of a target.", "Mã chỉ tiêu."),
    "code": ("A finding code, such as CE203.", "Mã lỗi, ví dụ CE203."),
    "plan_folder": ("Folder of the plan.", "Thư mục của kế hoạch."),
    "sample_name": ("Name of a bundled file.", "Tên tệp kèm theo."),
    "sample_to": (
        "Folder to copy it to; made where there is none.",
        "Thư mục để chép vào; được tạo nếu chưa có.",
    ),
    "select": (
        "Report only this code, or family of codes; repeatable.",
        "Chỉ báo cáo mã lỗi hoặc nhóm mã này; có thể lặp lại.",
    ),
    "ignore": (
        "Leave out this code, or family of codes; repeatable.",
        "Bỏ qua mã lỗi hoặc nhóm mã này; có thể lặp lại.",
    ),
    "baseline": (
        "JSON of an earlier check: leave out what was known then.",
        "JSON của lần kiểm tra trước: bỏ qua các lỗi đã biết khi đó.",
    ),
    "no_config": (
        "Leave llplan.toml and pyproject.toml alone.",
        "Không đọc llplan.toml và pyproject.toml.",
    ),
    "config": (
        "Show which options are in force for a folder, and where from.",
        "Cho biết các thiết lập đang áp dụng cho thư mục và nguồn của chúng.",
    ),
    "config_paths": (
        "Workbooks and folders; this folder unless said.",
        "Tệp số liệu và thư mục; mặc định là thư mục hiện tại.",
    ),
    "findings_line": (
        "llplan: errors {error}, warnings {warning}, notes {info} in the data; llplan check lists them.",
        "llplan: số liệu có {error} lỗi, {warning} cảnh báo, {info} lưu ý; llplan check liệt kê từng mục.",
    ),
    "progress": ("files {done} of {total}, rows {rows}", "{done}/{total} tệp, {rows} dòng"),
}
