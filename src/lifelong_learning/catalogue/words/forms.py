"""Words of the form, of collected workbooks and of returned copies."""

from __future__ import annotations

FORMS: dict[str, tuple[str, str]] = {
    "yes": ("Yes", "Có"),
    "no": ("No", "Không"),
    "answer": ("Yes or no", "Có hoặc không"),
    "complete": ("complete", "đủ"),
    "below": ("not yet", "chưa đạt"),
    "left": ("Still blank", "Ô còn trống"),
    "left_count": ("{count} blank", "còn {count} ô"),
    "value": ("Value", "Kết quả"),
    "target": ("Target", "Chỉ tiêu"),
    "verdict": ("Reached?", "Đánh giá"),
    "title": ("FORM: {kind}", "BIỂU SỐ LIỆU: {kind}"),
    "title_year": ("FORM: {kind}, {year} ({period})", "BIỂU SỐ LIỆU: {kind} – NĂM {year} ({period})"),
    "legend": (
        "Pale yellow: still to be filled in. Blank means no figure: it is neither 0 nor “No”. "
        "Grey italics: computed by the form, as a hint.",
        "Nền vàng nhạt: chưa nhập. Ô trống nghĩa là chưa có số liệu, không phải là 0 và cũng không phải "
        "là “Không”. "
        "Chữ nghiêng nền xám: biểu tự tính để tham khảo.",
    ),
    "band_identity": ("Unit", "Thông tin đơn vị"),
    "band_measure": ("Figures", "Số liệu"),
    "band_commitment": ("Activities: yes or no", "Nhiệm vụ: có hoặc không"),
    "band_note": ("Explanation", "Giải trình"),
    "band_left": ("Hint", "Gợi ý"),
    "band_hint": ("Hint: {target}", "Gợi ý: {target}"),
    "no_district": ("Other units", "Đơn vị khác"),
    "rule_title": ("Not what the form asks for", "Số liệu chưa đúng"),
    "rule_count": (
        "“{header}” takes a whole number from 0 up, digits only: no dots, no words. Leave it blank where "
        "there is no figure.",
        "“{header}”: chỉ nhập số nguyên từ 0 trở lên, chỉ gõ chữ số, không gõ dấu chấm hay đơn vị tính. "
        "Chưa có số liệu thì để trống.",
    ),
    "rule_amount": (
        "“{header}” takes a number from 0 up (decimals: at most {decimals}), without its unit. Leave it "
        "blank where there is no figure.",
        "“{header}”: nhập số từ 0 trở lên, không quá {decimals} chữ số thập phân, không gõ đơn vị tính. Chưa "
        "có số liệu thì để trống.",
    ),
    "rule_sum": (
        "“{header}” takes a number from 0 up that {parts} add up to.",
        "“{header}”: nhập số từ 0 trở lên, bằng tổng của {parts}.",
    ),
    "rule_part": (
        "“{header}” takes a whole number from 0 up, and no more than “{whole}”, which it is a part of.",
        "“{header}”: chỉ nhập số nguyên từ 0 trở lên và không lớn hơn “{whole}”.",
    ),
    "rule_year": (
        "“{header}” takes a year from 2000 to 2100.",
        "“{header}”: nhập năm từ 2000 đến 2100.",
    ),
    "rule_choice": (
        "“{header}”: please choose from the list.",
        "“{header}”: đề nghị chọn trong danh sách.",
    ),
    "guide_title": ("How to fill in this form", "Hướng dẫn điền biểu số liệu"),
    "guide_who": ("Who fills it in", "Đối tượng điền biểu"),
    "guide_who_text": (
        "Every unit has one row for each year and period on the sheet of its kind: {sheets}. It fills in "
        "its own row; "
        "whoever collects the forms looks them through and sends them on.",
        "Mỗi đơn vị có một dòng cho mỗi năm, mỗi kỳ báo cáo tại trang tính của loại đơn vị mình: "
        "{sheets}. Đơn vị điền "
        "dòng của mình; cơ quan tổng hợp rà soát, gửi cơ quan cấp trên.",
    ),
    "guide_blank": ("Blank cells", "Ô trống"),
    "guide_blank_text": (
        "A blank cell says that there is no figure. It is not “No” and it is not 0. Type 0 where the "
        "result is nil; "
        "choose “No” where the activity was not carried out.",
        "Ô trống nghĩa là chưa có số liệu; không phải là “Không” và không phải là 0. Kết quả bằng không "
        "thì nhập 0; "
        "không thực hiện thì chọn “Không”.",
    ),
    "guide_number": ("Figures", "Số liệu"),
    "guide_number_text": (
        "Whole numbers, digits only: 231075. No dots or commas, no word behind the number, no formula.",
        "Là số nguyên, chỉ gõ chữ số, ví dụ 231075. Không gõ dấu chấm, dấu phẩy, đơn vị tính sau số; "
        "không dùng công thức.",
    ),
    "guide_commitment": ("Yes or no", "Có hoặc không"),
    "guide_commitment_text": (
        "Choose from the list. Grey cells in these columns are not asked of units of that level.",
        "Chọn trong danh sách. Ô nền xám ở các cột này là nhiệm vụ không giao cho cấp của đơn vị, không "
        "cần điền.",
    ),
    "guide_past": ("Years before", "Các năm trước"),
    "guide_past_text": (
        "The grey rows are the figures that were reported for the years before. Mend a wrong one and say "
        "why in the last "
        "column. Do not send the earlier files again together with this form.",
        "Các dòng nền xám là số liệu đã báo cáo của những năm trước. Nếu sai, đề nghị sửa và ghi lý do ở "
        "cột cuối. "
        "Không gửi kèm tệp số liệu cũ cùng với biểu này.",
    ),
    "guide_hints": ("Hints", "Gợi ý"),
    "guide_hints_text": (
        "The columns in grey italics say how many cells are blank and hold a result against its target: "
        "green where it is "
        "reached, amber where it is not yet. They are hints; the verdict is given when all reports are in.",
        "Các cột chữ nghiêng nền xám cho biết số ô còn trống và so kết quả với chỉ tiêu: màu xanh là "
        "đạt, màu cam là chưa "
        "đạt. Đây chỉ là gợi ý; kết luận chính thức được đưa ra khi đã đủ báo cáo.",
    ),
    "guide_locked": ("Locked cells", "Ô bị khóa"),
    "guide_locked_text": (
        "What is filled in about a unit is locked so that it is not changed by accident. There is no "
        "password: where it is "
        "wrong, unprotect the sheet, mend it and say so in the last column.",
        "Thông tin đơn vị điền sẵn được khóa để tránh sửa nhầm. Biểu không đặt mật khẩu: nếu thông tin "
        "sai, đề nghị bỏ khóa "
        "trang tính, sửa lại và ghi rõ ở cột cuối.",
    ),
    "guide_names": ("Names", "Tên trang tính, tên cột"),
    "guide_names_text": (
        "Leave the names of sheets and columns as they are: the figures are found by them.",
        "Giữ nguyên tên trang tính và tên cột: số liệu được nhận biết theo các tên này.",
    ),
    "guide_send": ("Saving", "Lưu và gửi"),
    "guide_send_text": (
        "Save as an Excel workbook (.xlsx) and send the file itself, not a picture or a PDF of it.",
        "Lưu dưới dạng tệp Excel (.xlsx) và gửi chính tệp đó, không gửi bản chụp hay bản PDF.",
    ),
    "guide_measures": ("What each column means", "Ý nghĩa từng cột"),
    "guide_lists": ("Lists to choose from", "Danh sách lựa chọn"),
    "head_sheet": ("Sheet", "Trang tính"),
    "head_column": ("Column", "Cột"),
    "head_type": ("What it takes", "Cách điền"),
    "head_who": ("Filled in by", "Đơn vị điền"),
    "head_meaning": ("Meaning", "Ý nghĩa"),
    "head_clause": ("Clause and what it serves", "Căn cứ và mục đích sử dụng"),
    "type_count": ("whole number", "số nguyên"),
    "type_amount": ("number (decimals: at most {decimals})", "số, không quá {decimals} chữ số thập phân"),
    "type_yes_no": ("yes or no", "có hoặc không"),
    "nature_flow": ("in the period", "trong kỳ"),
    "nature_stock": ("at its end", "tại thời điểm cuối kỳ"),
    "meaning_unit": ("In {unit}.", "Đơn vị tính: {unit}."),
    "meaning_sum": ("The sum of {parts}.", "Bằng tổng của {parts}."),
    "meaning_part": ("No more than “{whole}”.", "Không lớn hơn “{whole}”."),
    "meaning_count": ("The number that the column's name says.", "Ghi số lượng đúng như tên cột."),
    "meaning_yes_no": ("Whether it is so: yes or no.", "Chọn “Có” hoặc “Không” theo nội dung tên cột."),
    "who_all": ("all units", "tất cả các đơn vị"),
    "before_sheet": ("Before the mergers", "Số liệu trước sáp nhập"),
    "before_title": ("What the units taken over reported", "Số liệu của các đơn vị đã sáp nhập"),
    "before_note": (
        "These are the figures that the units which were taken over reported before, as they reported them, "
        "with their sum where every one of them has a figure. They are for comparison alone: nothing is to "
        "be filled in on this sheet, and it is not read.",
        "Đây là số liệu do các đơn vị nay đã sáp nhập báo cáo trước đây, kèm tổng cộng khi mọi đơn vị đều có "
        "số liệu. Số liệu chỉ để so sánh: không điền gì vào trang tính này và chương trình không đọc trang "
        "tính này.",
    ),
    "before_heir": ("Now part of", "Đơn vị tiếp nhận"),
    "before_sum": ("Together", "Tổng cộng"),
    "collected": ("Collected figures", "Số liệu tổng hợp"),
    "sources": ("Sources", "Nguồn số liệu"),
    "here_sheet": ("Sheet here", "Trang tính tại đây"),
    "here_row": ("Row here", "Dòng tại đây"),
    "from_file": ("From the file", "Lấy từ tệp"),
    "from_sheet": ("From the sheet", "Lấy từ trang tính"),
    "from_row": ("From the row", "Lấy từ dòng"),
    "marked_sheet": ("Findings", "Kết quả kiểm tra"),
    "marked_title": ("What the check found in {file}", "Kết quả kiểm tra tệp {file}"),
    "marked_counts": (
        "Errors: {error}, warnings: {warning}, notes: {info}.",
        "Lỗi: {error}, cảnh báo: {warning}, lưu ý: {info}.",
    ),
    "marked_how": (
        "Each cell that is named here is coloured on its sheet and carries a note: red for an error, "
        "amber for a "
        "warning, blue for a note. Click a cell's address to go there. Mend the workbook that you sent "
        "and send it again.",
        "Mỗi ô nêu dưới đây được tô màu tại trang tính của nó và có ghi chú kèm theo: đỏ là lỗi, cam là "
        "cảnh báo, "
        "xanh là lưu ý. Bấm vào địa chỉ ô để chuyển đến ô đó. Đề nghị sửa tệp đã gửi rồi gửi lại.",
    ),
    "marked_none": ("Nothing was found wrong.", "Không phát hiện sai sót."),
    "marked_more": (
        "Findings that are not listed here: {count}; llplan check lists them.",
        "Còn {count} mục không liệt kê ở đây; llplan check liệt kê đầy đủ.",
    ),
    "marked_kept": (
        "Sheet “{sheet}”: its own notes are kept as they are, so its cells are coloured without notes.",
        "Trang tính “{sheet}”: giữ nguyên các ghi chú sẵn có nên các ô chỉ được tô màu, không thêm ghi chú.",
    ),
    "marked_no_notes": (
        "Sheet “{sheet}”: further cells that are coloured without notes: {count}.",
        "Trang tính “{sheet}”: còn {count} ô được tô màu nhưng không có ghi chú.",
    ),
    "marked_number": ("No.", "STT"),
    "marked_severity": ("Severity", "Mức độ"),
    "marked_place": ("Sheet", "Trang tính"),
    "marked_cell": ("Cell", "Ô"),
    "marked_column": ("Column", "Cột"),
    "marked_unit": ("Unit", "Đơn vị"),
    "marked_message": ("What is wrong", "Nội dung"),
    "marked_remedy": ("What to do", "Cách xử lý"),
    "marked_code": ("Code", "Mã lỗi"),
}
