"""Codes of the family CE: what stands in a cell."""

from __future__ import annotations

from lifelong_learning.catalogue import ERROR, INFO, WARNING, Entry, says

_COUNT_AGAIN = (
    "Enter a whole number, or leave the cell blank if there is no figure.",
    "Đề nghị nhập số nguyên, hoặc để trống nếu không có số liệu.",
)
_YEAR_AGAIN = (
    "Type the year in four digits, such as 2024; a row without a year is not counted.",
    "Đề nghị nhập năm bằng bốn chữ số, ví dụ 2024; dòng không có năm không được tính.",
)
_AMOUNT_AGAIN = (
    "Enter a number (decimals: at most {decimals}), or leave the cell blank if there is no figure.",
    "Đề nghị nhập một số có không quá {decimals} chữ số thập phân, hoặc để trống nếu không có số liệu.",
)
_AS_A_NUMBER = (
    "Format the cell as a number and type the figure again.",
    "Đề nghị định dạng ô là số rồi nhập lại số liệu.",
)
_TYPE_AGAIN = (
    "Delete the cell and type its content again.",
    "Đề nghị xóa ô rồi nhập lại nội dung.",
)

ENTRIES = (
    Entry.of(
        "CE201",
        ERROR,
        ("Required and blank", "Bắt buộc nhưng để trống"),
        (
            "A row without a unit code or a year belongs to nobody and is not used. Without a level, "
            "district or area the unit is missing from the targets that ask for it.",
            "Dòng không có mã đơn vị hoặc năm thì không thuộc về đơn vị nào và không được dùng. Thiếu cấp, "
            "huyện, thành phố hoặc khu vực thì đơn vị không được xét ở các chỉ tiêu cần thông tin đó.",
        ),
        plain=says(
            ("“{header}” is blank; it is required.", "Ô “{header}” để trống; đây là thông tin bắt buộc."),
            ("Fill in “{header}”.", "Đề nghị nhập “{header}”."),
        ),
    ),
    Entry.of(
        "CE202",
        ERROR,
        ("Not a number", "Không phải là số"),
        (
            "A number is needed here. “12 triệu” is not one; “231.075 lượt” is. A cell that the file "
            "itself has damaged is not read either.",
            "Ô này cần một số. “12 triệu” không được coi là số; “231.075 lượt” thì được. Ô bị hỏng trong "
            "chính tệp cũng không đọc được.",
        ),
        plain=says(("“{value}” is not a number.", "“{value}” không phải là số."), _COUNT_AGAIN),
        year=says(("“{value}” is not a year.", "“{value}” không phải là năm."), _YEAR_AGAIN),
        amount=says(("“{value}” is not a number.", "“{value}” không phải là số."), _AMOUNT_AGAIN),
        shared_string=says(
            (
                "The file is damaged here: the cell points at a text that is not in it.",
                "Tệp bị hỏng tại ô này: ô trỏ đến một chuỗi ký tự không có trong tệp.",
            ),
            _TYPE_AGAIN,
        ),
        boolean=says(
            (
                "The file is damaged here: the cell is meant to be TRUE or FALSE and holds “{value}”.",
                "Tệp bị hỏng tại ô này: ô phải chứa TRUE hoặc FALSE nhưng lại chứa “{value}”.",
            ),
            _TYPE_AGAIN,
        ),
        merged=says(
            (
                "One cell with {value} is merged over the rows of {count} units, so that whose figure it is "
                "cannot be told.",
                "Ô có số {value} được gộp qua các dòng của {count} đơn vị nên không xác định được số liệu "
                "của từng đơn vị.",
            ),
            (
                "Unmerge the cell and enter the figure of each unit.",
                "Đề nghị bỏ gộp ô và nhập số liệu của từng đơn vị.",
            ),
        ),
        twice=says(
            (
                "The file is damaged here: it holds this cell twice.",
                "Tệp bị hỏng tại ô này: ô được ghi hai lần trong tệp.",
            ),
            _TYPE_AGAIN,
        ),
    ),
    Entry.of(
        "CE203",
        ERROR,
        ("Not a whole number", "Không phải là số nguyên"),
        (
            "Persons, visits and books are counted in whole numbers. A dot or comma typed for thousands "
            "often makes the spreadsheet store a fraction: 231.075 instead of 231075. It is never "
            "multiplied back. Amounts have as many decimals as the plan says; a text that can be read with a "
            "sign for thousands and with one for decimals alike is not guessed at.",
            "Người, lượt và sách được đếm bằng số nguyên. Dấu chấm hoặc dấu phẩy phân cách hàng nghìn "
            "thường làm bảng tính lưu thành số thập phân: 231,075 thay cho 231075. Chương trình không tự "
            "nhân lại. Số lượng có phần thập phân theo quy định của kế hoạch; nội dung có thể hiểu theo cả "
            "hai cách (phân cách hàng nghìn hoặc thập phân) thì chương trình không tự đoán.",
        ),
        amount=says(
            (
                "{value} has more decimals than the plan says ({decimals}).",
                "{value} có nhiều chữ số thập phân hơn mức kế hoạch quy định ({decimals}).",
            ),
            _AMOUNT_AGAIN,
        ),
        readings=says(
            (
                "“{value}” can be read as {one} and as {other}.",
                "“{value}” có thể hiểu là {one} hoặc {other}.",
            ),
            (
                "Type the number without a sign for thousands and format the cell as a number.",
                "Đề nghị nhập số không có dấu phân cách hàng nghìn và định dạng ô là số.",
            ),
        ),
        plain=says(("{value} is not a whole number.", "{value} không phải là số nguyên."), _COUNT_AGAIN),
        thousands=says(
            (
                "The cell holds the number {value}, not a whole one; {value.whole} was probably meant, "
                "typed with a sign for thousands that the spreadsheet took for a decimal sign.",
                "Ô chứa số {value} (không phải là số nguyên); có thể định nhập {value.whole} nhưng dấu phân "
                "cách hàng nghìn bị bảng tính hiểu là dấu thập phân.",
            ),
            (
                "If that is right, type {value.whole} without a sign between the digits.",
                "Nếu đúng như vậy, đề nghị nhập {value.whole}, không dùng dấu phân cách giữa các chữ số.",
            ),
        ),
    ),
    Entry.of(
        "CE204",
        ERROR,
        ("Negative or out of range", "Số âm hoặc ngoài phạm vi"),
        (
            "Counts and amounts are 0 or more and have at most 15 digits; years lie between 2000 and 2100.",
            "Số lượng phải từ 0 trở lên và không quá 15 chữ số; năm phải trong khoảng 2000–2100.",
        ),
        amount=says(("{value} is negative.", "{value} là số âm."), _AMOUNT_AGAIN),
        plain=says(("{value} is negative.", "{value} là số âm."), _COUNT_AGAIN),
        large=says(
            (
                "{value} has more than 15 digits, which a spreadsheet cannot store exactly.",
                "{value} có hơn 15 chữ số, bảng tính không lưu chính xác được.",
            ),
            _COUNT_AGAIN,
        ),
        not_finite=says(
            (
                "The cell holds infinity or no number at all.",
                "Ô chứa giá trị vô cực hoặc không phải là một số.",
            ),
            _COUNT_AGAIN,
        ),
        year=says(
            (
                "{value} is not a year between 2000 and 2100.",
                "{value} không phải là năm trong khoảng 2000–2100.",
            ),
            ("Enter the year with four digits.", "Đề nghị nhập năm gồm bốn chữ số."),
        ),
    ),
    Entry.of(
        "CE205",
        ERROR,
        ("Formula without a value", "Công thức chưa có giá trị"),
        (
            "The cell holds a formula, and the file does not store its result. That happens where a "
            "program wrote the file and no spreadsheet has computed it since.",
            "Ô chứa công thức nhưng tệp không lưu kết quả. Điều này xảy ra khi tệp do phần mềm khác ghi ra "
            "và chưa được bảng tính tính lại.",
        ),
        plain=says(
            (
                "The cell holds a formula whose result is not stored in the file.",
                "Ô chứa công thức nhưng kết quả không được lưu trong tệp.",
            ),
            (
                "Open the workbook in Excel or LibreOffice, let it compute, and save it.",
                "Đề nghị mở tệp bằng Excel hoặc LibreOffice để tính lại rồi lưu tệp.",
            ),
        ),
    ),
    Entry.of(
        "CE206",
        ERROR,
        ("Excel error", "Lỗi của bảng tính"),
        (
            "The formula of the cell failed, so there is no figure.",
            "Công thức trong ô bị lỗi nên không có số liệu.",
        ),
        plain=says(
            ("The cell shows the error {value}.", "Ô báo lỗi {value}."),
            (
                "Mend the formula, or type the figure in its place.",
                "Đề nghị sửa công thức hoặc nhập trực tiếp số liệu.",
            ),
        ),
    ),
    Entry.of(
        "CE207",
        WARNING,
        ("Number stored as text", "Số lưu dưới dạng chữ"),
        (
            "The text is a whole number, plain or grouped by thousands, or an amount with decimals, perhaps "
            "with a word of measure. It is taken.",
            "Nội dung là số nguyên, có hoặc không có dấu phân cách hàng nghìn, hoặc số có phần thập phân, có "
            "thể kèm đơn vị tính. Số này vẫn được tính.",
        ),
        plain=says(
            (
                "“{value}” is stored as text; it is taken as the number.",
                "“{value}” được lưu dưới dạng chữ; chương trình vẫn tính là số.",
            ),
            (
                "Type the digits alone and format the cell as a number.",
                "Đề nghị chỉ nhập các chữ số và định dạng ô là số.",
            ),
        ),
        amount=says(
            (
                "“{value}” is stored as text; it is taken as {taken}.",
                "“{value}” được lưu dưới dạng chữ; chương trình tính là {taken}.",
            ),
            (
                "If that is right, type {taken} and format the cell as a number.",
                "Nếu đúng như vậy, đề nghị nhập {taken} và định dạng ô là số.",
            ),
        ),
    ),
    Entry.of(
        "CE208",
        ERROR,
        ("Not yes or no", "Không phải có hoặc không"),
        (
            "Yes is “có”, “yes”, “true”, “x” or 1; no is “không”, “no”, “false” or 0. A blank is not “no”.",
            "Có: “có”, “yes”, “true”, “x” hoặc 1; không: “không”, “no”, “false” hoặc 0. Ô trống không có "
            "nghĩa là “không”.",
        ),
        plain=says(
            ("“{value}” is neither yes nor no.", "“{value}” không hợp lệ: chỉ nhận “có” hoặc “không”."),
            (
                "Enter “yes” (“có”) or “no” (“không”), or leave the cell blank if it is not known.",
                "Đề nghị nhập “có” hoặc “không”, hoặc để trống nếu chưa có thông tin.",
            ),
        ),
    ),
    Entry.of(
        "CE209",
        ERROR,
        ("Not one of the choices", "Không thuộc các giá trị cho phép"),
        (
            "Level, area and period have fixed values, in English or Vietnamese.",
            "Cấp, khu vực và kỳ báo cáo có các giá trị cố định, bằng tiếng Việt hoặc tiếng Anh.",
        ),
        plain=says(
            (
                "“{value}” is not a value of “{header}”.",
                "“{value}” không phải là giá trị của “{header}”.",
            ),
            ("Enter one of: {allowed}.", "Đề nghị nhập một trong các giá trị: {allowed}."),
        ),
    ),
    Entry.of(
        "CE210",
        ERROR,
        ("Date where a number belongs", "Ngày tháng ở chỗ cần số"),
        (
            "The cell is stored as a date or a time. Spreadsheets turn entries such as 3/5 into dates by "
            "themselves.",
            "Ô được lưu dưới dạng ngày hoặc giờ. Bảng tính thường tự đổi nội dung như 3/5 thành ngày tháng.",
        ),
        plain=says(
            (
                "The cell holds the date {value}, where a number belongs.",
                "Ô chứa ngày {value}, trong khi cần nhập số.",
            ),
            _AS_A_NUMBER,
        ),
        year=says(
            (
                "The cell holds the date {value}, where a year belongs.",
                "Ô chứa ngày {value}, trong khi cần nhập năm.",
            ),
            (
                "Format the cell as a number and type the year in four digits, such as 2024; a row without "
                "a year is not counted.",
                "Đề nghị định dạng ô là số rồi nhập năm bằng bốn chữ số, ví dụ 2024; dòng không có năm "
                "không được tính.",
            ),
        ),
        moment=says(
            (
                "The cell is formatted as a date or a time, and {value} is beyond every date and time.",
                "Ô được định dạng ngày hoặc giờ, nhưng {value} nằm ngoài mọi ngày giờ biểu diễn được.",
            ),
            _AS_A_NUMBER,
        ),
    ),
    Entry.of(
        "CE211",
        WARNING,
        ("Text too long, or with control characters", "Văn bản quá dài hoặc có ký tự điều khiển"),
        (
            "Text is kept to 1,000 characters, and characters that command a terminal or turn the "
            "direction of writing are taken out.",
            "Văn bản chỉ giữ 1.000 ký tự; các ký tự điều khiển màn hình hoặc đổi chiều viết bị loại bỏ.",
        ),
        plain=says(
            (
                "The text has more than 1,000 characters; the rest is left out.",
                "Văn bản dài hơn 1.000 ký tự; phần còn lại bị bỏ.",
            ),
            ("Shorten the text.", "Đề nghị rút gọn văn bản."),
        ),
        control=says(
            (
                "The text holds invisible control characters; they are taken out.",
                "Văn bản có ký tự điều khiển không nhìn thấy; các ký tự này bị loại bỏ.",
            ),
            _TYPE_AGAIN,
        ),
    ),
    Entry.of(
        "CE212",
        ERROR,
        ("Old Vietnamese encoding", "Bảng mã tiếng Việt cũ"),
        (
            "The text was typed in TCVN3 (ABC) or VNI: it looks right only in fonts such as .VnTime or "
            "VNI-Times. It is not converted, since a guess could change a name unseen.",
            "Văn bản được gõ bằng bảng mã TCVN3 (ABC) hoặc VNI, chỉ hiển thị đúng với phông như .VnTime "
            "hoặc VNI-Times. Chương trình không tự chuyển mã vì có thể làm sai tên mà không ai biết.",
        ),
        plain=says(
            (
                "“{value}” is written in an old Vietnamese encoding (TCVN3/ABC or VNI) and is not used.",
                "“{value}” dùng bảng mã cũ (TCVN3/ABC hoặc VNI) nên không được sử dụng.",
            ),
            (
                "Convert the text to Unicode, for example with Unikey (Ctrl+Shift+F6), and save the "
                "workbook.",
                "Đề nghị chuyển văn bản sang Unicode, ví dụ bằng Unikey (Ctrl+Shift+F6), rồi lưu tệp.",
            ),
        ),
    ),
    Entry.of(
        "CE213",
        INFO,
        ("“-” read as 0", "“-” được tính là 0"),
        (
            "A dash in a count means nil. A blank, “…” or “không có số liệu” means that there is no figure.",
            "Dấu gạch ngang trong ô số lượng nghĩa là không phát sinh (0). Ô trống, “…” hoặc “không có số "
            "liệu” nghĩa là chưa có số liệu.",
        ),
        plain=says(
            ("“{value}” is read as 0.", "“{value}” được tính là 0."),
            (
                "If nil is meant, no change is needed; if there is no figure, leave the cell blank.",
                "Nếu đúng là không phát sinh thì không cần sửa; nếu chưa có số liệu, đề nghị để trống.",
            ),
        ),
    ),
    Entry.of(
        "CE214",
        WARNING,
        ("Code stored as a number", "Mã lưu dưới dạng số"),
        (
            "A code typed as a number loses its leading zeros: 024 becomes 24. It is taken as its digits "
            "and matched with the register, which has the zeros.",
            "Mã nhập dưới dạng số bị mất các số 0 ở đầu: 024 thành 24. Chương trình lấy các chữ số còn lại "
            "và đối chiếu với danh mục đơn vị để tìm mã đủ số 0.",
        ),
        plain=says(
            (
                "The unit code {value} is stored as a number, so leading zeros are lost.",
                "Mã đơn vị {value} được lưu dưới dạng số nên mất các số 0 ở đầu.",
            ),
            (
                "Format the column as text and type the code with its zeros.",
                "Đề nghị định dạng cột là văn bản và nhập mã đủ các số 0.",
            ),
        ),
        text=says(
            (
                "The unit code {value} lacks its leading zeros; it is matched with {value.other} of the "
                "register by its digits.",
                "Mã đơn vị {value} thiếu các số 0 ở đầu; mã được đối chiếu theo chữ số với {value.other} "
                "trong danh mục.",
            ),
            (
                "Type the code as it stands in the register.",
                "Đề nghị nhập mã đúng như trong danh mục.",
            ),
        ),
    ),
    Entry.of(
        "CE215",
        WARNING,
        ("Struck-out or raised text left out", "Phần chữ gạch ngang hoặc chỉ số bị bỏ qua"),
        (
            "Characters of a cell that are struck out, raised or lowered (footnote marks) are not read; the "
            "rest of the cell is.",
            "Các ký tự trong ô được gạch ngang hoặc định dạng chỉ số trên, chỉ số dưới (dấu chú thích) không "
            "được đọc; phần còn lại của ô vẫn được đọc.",
        ),
        plain=says(
            (
                "Struck-out or raised characters of the cell are left out; “{value}” is read.",
                "Các ký tự gạch ngang hoặc chỉ số trong ô bị bỏ qua; nội dung được đọc là “{value}”.",
            ),
            (
                "Leave only what is meant in the cell, and write remarks into the note.",
                "Đề nghị chỉ để lại nội dung đúng trong ô và ghi chú thích vào cột giải trình.",
            ),
        ),
        blank=says(
            (
                "All characters of the cell are struck out or raised; it is read as blank.",
                "Toàn bộ nội dung của ô bị gạch ngang hoặc ở dạng chỉ số; ô được coi là trống.",
            ),
            (
                "Leave only what is meant in the cell, and write remarks into the note.",
                "Đề nghị chỉ để lại nội dung đúng trong ô và ghi chú thích vào cột giải trình.",
            ),
        ),
    ),
)
"""CE201 to CE215."""
