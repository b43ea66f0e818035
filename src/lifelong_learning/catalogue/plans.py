"""PL901–PL909: the files of a plan and their form; the rules between them stand in `plan_rules`."""

from __future__ import annotations

from lifelong_learning.catalogue.entries import Entry, Wording
from lifelong_learning.catalogue.plan_rules import ENTRIES as RULES
from lifelong_learning.model.findings import Severity
from lifelong_learning.model.plan import Bilingual


def _word(en: str, do_en: str, vi: str, do_vi: str) -> Wording:
    return Wording(Bilingual(en, vi), Bilingual(do_en, do_vi))


_FILES = Entry(
    "PL901",
    Severity.ERROR,
    Bilingual("File of a plan missing or unreadable", "Thiếu hoặc không đọc được tệp của kế hoạch"),
    Bilingual(
        "A plan is a folder with plan.yaml, whose key “files” lists every other YAML file of the folder. "
        "A file that is listed and absent, or there and not listed, is a fault: nothing may be left out "
        "unseen.",
        "Một kế hoạch là một thư mục có tệp plan.yaml; khóa “files” trong tệp này liệt kê mọi tệp YAML "
        "khác của "
        "thư mục. Tệp có tên trong danh sách mà không có trong thư mục, hoặc ngược lại, đều là lỗi, để "
        "không nội "
        "dung nào bị bỏ sót.",
    ),
    {
        "": _word(
            "The file {name} cannot be read, or the YAML files of the folder exceed 8 MiB together.",
            "Check that you may open it, and split the plan if it is that large.",
            "Không đọc được tệp {name}, hoặc các tệp YAML trong thư mục có tổng dung lượng vượt quá 8 MiB.",
            "Đề nghị kiểm tra quyền mở tệp; nếu kế hoạch quá lớn thì tách ra.",
        ),
        "missing": _word(
            "The folder has no file {name}.",
            "Name the folder that holds the plan, or write a {name} there.",
            "Thư mục không có tệp {name}.",
            "Đề nghị chỉ đúng thư mục chứa kế hoạch, hoặc lập tệp {name} trong thư mục này.",
        ),
        "absent": _word(
            "The file {name} is listed here, but the folder does not have it.",
            "Correct the name, or add the file.",
            "Tệp {name} có tên trong danh sách nhưng không có trong thư mục.",
            "Đề nghị sửa lại tên tệp hoặc bổ sung tệp.",
        ),
        "unlisted": _word(
            "The file {name} stands in the folder, but plan.yaml does not list it, so it would not be read.",
            "Add it to “files” in plan.yaml, or move it out of the folder.",
            "Tệp {name} có trong thư mục nhưng plan.yaml không liệt kê nên sẽ không được đọc.",
            "Đề nghị thêm tên tệp vào “files” trong plan.yaml, hoặc chuyển tệp ra khỏi thư mục.",
        ),
        "twice": _word(
            "The file {name} cannot be listed here: it is listed before, or is plan.yaml itself.",
            "Remove this entry.",
            "Không thể liệt kê tệp {name} ở đây: tệp đã có trong danh sách, hoặc chính là plan.yaml.",
            "Đề nghị bỏ mục này.",
        ),
        "empty": _word(
            "The file {name} holds nothing.",
            "Write its content, or remove the file and its entry in “files”.",
            "Tệp {name} không có nội dung.",
            "Đề nghị nhập nội dung, hoặc xóa tệp và bỏ tên tệp trong “files”.",
        ),
        "size": _word(
            "The file is larger than {limit} bytes.",
            "Split it into several files and list them in plan.yaml.",
            "Tệp lớn hơn {limit} byte.",
            "Đề nghị tách thành nhiều tệp và liệt kê trong plan.yaml.",
        ),
        "encoding": _word(
            "The file is not UTF-8 text from here on.",
            "Save it as UTF-8.",
            "Từ vị trí này tệp không phải là văn bản mã hóa UTF-8.",
            "Đề nghị lưu lại tệp với mã UTF-8.",
        ),
    },
)

_SYNTAX = Entry(
    "PL902",
    Severity.ERROR,
    Bilingual("Not valid YAML", "Sai cú pháp YAML"),
    Bilingual(
        "The file cannot be read as YAML at this place. Only the first such place of a file can be named; "
        "what follows it is read once it is corrected.",
        "Không đọc được tệp theo cú pháp YAML tại vị trí này. Mỗi tệp chỉ nêu được chỗ sai đầu tiên; phần "
        "sau "
        "được đọc khi chỗ này đã sửa.",
    ),
    {
        "": _word(
            "This cannot be read as YAML.",
            "Compare the line with a bundled plan: “key: value”, lists with “- ”, two spaces for each step "
            "in. Put a text that begins with a sign in quotes.",
            "Không đọc được chỗ này theo cú pháp YAML.",
            "Đề nghị đối chiếu với kế hoạch mẫu: “khóa: giá trị”, danh sách bắt đầu bằng “- ”, mỗi bậc lùi "
            "vào hai dấu cách. Văn bản bắt đầu bằng ký hiệu thì đặt trong dấu ngoặc kép.",
        ),
        "colon": _word(
            "A “: ” cannot stand here.",
            "Put a text that holds “: ” in quotes; begin a key exactly below the key above it.",
            "Dấu “: ” không thể đứng ở đây.",
            "Đề nghị đặt văn bản có dấu “: ” trong ngoặc kép; khóa mới phải đặt thẳng với khóa phía trên.",
        ),
        "start": _word(
            "A value cannot begin with this character.",
            "Put the text in quotes; indent with spaces, not with tabs.",
            "Giá trị không thể bắt đầu bằng ký tự này.",
            "Đề nghị đặt văn bản trong dấu ngoặc kép; lùi dòng bằng dấu cách, không dùng phím Tab.",
        ),
        "tab": _word(
            "There is a tab where spaces must indent the line.",
            "Replace the tab by spaces.",
            "Có ký tự Tab ở chỗ phải lùi dòng bằng dấu cách.",
            "Đề nghị thay ký tự Tab bằng dấu cách.",
        ),
        "indent": _word(
            "The indentation of this line does not fit the lines above it.",
            "Begin the line exactly below the entry that it belongs beside.",
            "Dòng này lùi vào không khớp với các dòng phía trên.",
            "Đề nghị đặt đầu dòng thẳng với mục cùng cấp phía trên.",
        ),
        "quote": _word(
            "A quotation mark was opened and never closed.",
            "Close the quotation where the text ends.",
            "Dấu ngoặc kép đã mở nhưng không đóng.",
            "Đề nghị đóng ngoặc ở cuối đoạn văn bản.",
        ),
        "escape": _word(
            "Within double quotes “\\” begins a code, and this one does not exist.",
            "Use single quotes, or write “\\\\” for “\\”.",
            "Trong dấu ngoặc kép, “\\” mở đầu một mã và mã này không tồn tại.",
            "Đề nghị dùng dấu ngoặc đơn, hoặc viết “\\\\” thay cho “\\”.",
        ),
        "bracket": _word(
            "A bracket was opened before this and never closed, or a comma is missing.",
            "Close it with ] or }}, and put a comma between the entries.",
            "Dấu ngoặc mở phía trước chưa được đóng, hoặc thiếu dấu phẩy.",
            "Đề nghị đóng bằng ] hoặc }}, giữa các mục có dấu phẩy.",
        ),
        "unclosed": _word(
            "The bracket that is opened here is not closed in its lines.",
            "Close it with ] or }} where its entries end.",
            "Dấu ngoặc mở tại đây không được đóng.",
            "Đề nghị đóng bằng ] hoặc }} ở cuối các mục trong ngoặc.",
        ),
        "beyond": _word(
            "The text goes on behind a closing quotation mark or bracket.",
            "Put the whole text in quotes, single ones where it holds double ones; or a comma before what "
            "follows.",
            "Sau dấu đóng ngoặc vẫn còn nội dung.",
            "Đề nghị đặt cả đoạn văn bản trong dấu ngoặc kép (nếu bên trong có dấu ngoặc kép thì dùng dấu "
            "nháy đơn); nếu là mục khác thì thêm dấu phẩy phía trước.",
        ),
        "comment": _word(
            "From “#” on the rest of the line is a comment, and the bracket before it is not closed.",
            "Put a text that holds “#” in quotes, or close the bracket before the comment.",
            "Từ dấu “#” đến hết dòng là ghi chú nên dấu ngoặc mở phía trước chưa được đóng.",
            "Đề nghị đặt văn bản có dấu “#” trong dấu ngoặc kép, hoặc đóng ngoặc trước phần ghi chú.",
        ),
        "pair": _word(
            "This line, or the one above it, is no “key: value”.",
            "Put “: ” after the key, or indent the line if it goes on the one above.",
            "Dòng này hoặc dòng ngay trên không có dạng “khóa: giá trị”.",
            "Đề nghị thêm “: ” sau khóa, hoặc lùi dòng vào nếu là phần tiếp của dòng trên.",
        ),
        "alias": _word(
            "“*” begins a reference, which a plan may not use.",
            "Write the value out; put a text that begins with “*” in quotes.",
            "Dấu “*” mở đầu một tham chiếu, kế hoạch không được dùng.",
            "Đề nghị viết đầy đủ giá trị; văn bản bắt đầu bằng “*” thì đặt trong dấu ngoặc kép.",
        ),
        "character": _word(
            "The character {character} is not printable and cannot stand in a plan.",
            "Delete it, or type the text anew.",
            "Ký tự {character} không in được, không dùng được trong kế hoạch.",
            "Đề nghị xóa ký tự này hoặc gõ lại văn bản.",
        ),
    },
)

_TWICE = Entry(
    "PL903",
    Severity.ERROR,
    Bilingual("Key twice", "Khóa lặp lại"),
    Bilingual(
        "One entry has the same key two times. Most programs would silently keep the last; here neither is "
        "preferred.",
        "Trong cùng một mục có hai khóa trùng nhau. Nhiều phần mềm chỉ giữ khóa sau mà không báo; ở đây "
        "không "
        "khóa nào được ưu tiên.",
    ),
    {
        "": _word(
            "The key “{key}” stands here a second time; the first is in line {first}.",
            "Keep one of the two.",
            "Khóa “{key}” xuất hiện lần thứ hai; lần đầu ở dòng {first}.",
            "Đề nghị chỉ giữ lại một.",
        )
    },
)

_REFUSED = Entry(
    "PL904",
    Severity.ERROR,
    Bilingual("Part of YAML that a plan may not use", "Cú pháp YAML không được dùng trong kế hoạch"),
    Bilingual(
        "Anchors, aliases, merge keys, tags and several documents in one file are refused, so that what a "
        "person reads is what the program reads.",
        "Không dùng neo, tham chiếu, khóa gộp, nhãn kiểu và nhiều văn bản trong một tệp, để nội dung người "
        "đọc "
        "thấy đúng là nội dung chương trình đọc.",
    ),
    {
        "anchor": _word(
            "“&{name}” names a value for reuse, which a plan may not do.",
            "Remove it and write the value out wherever it is needed.",
            "“&{name}” đặt tên cho giá trị để dùng lại, kế hoạch không được dùng.",
            "Đề nghị bỏ và viết đầy đủ giá trị ở từng chỗ cần.",
        ),
        "alias": _word(
            "“*{name}” refers to a value elsewhere, which a plan may not do.",
            "Write the value out here.",
            "“*{name}” tham chiếu đến giá trị ở chỗ khác, kế hoạch không được dùng.",
            "Đề nghị viết đầy đủ giá trị tại đây.",
        ),
        "merge": _word(
            "“<<” merges another entry into this one, which a plan may not do.",
            "Write the keys out here.",
            "“<<” gộp một mục khác vào mục này, kế hoạch không được dùng.",
            "Đề nghị viết đầy đủ các khóa tại đây.",
        ),
        "tag": _word(
            "“{name}” gives the value a type, which a plan may not do.",
            "Remove it; put text that looks like a number in quotes.",
            "“{name}” gán kiểu cho giá trị, kế hoạch không được dùng.",
            "Đề nghị bỏ; văn bản trông giống số thì đặt trong dấu ngoặc kép.",
        ),
        "document": _word(
            "A second document begins here, after “---”.",
            "Put it in a file of its own, or remove the line “---”.",
            "Từ đây bắt đầu một văn bản thứ hai, sau dấu “---”.",
            "Đề nghị tách thành tệp riêng, hoặc bỏ dòng “---”.",
        ),
        "key": _word(
            "A key must be plain text.",
            "Write the key as one word before “: ”; braces in a text need quotes around it.",
            "Khóa phải là văn bản thường.",
            "Đề nghị viết khóa là một từ đứng trước “: ”; văn bản có dấu ngoặc nhọn phải đặt trong dấu "
            "ngoặc kép.",
        ),
        "depth": _word(
            "Values are nested more than {limit} deep.",
            "Remove the brackets or indentation that are too many.",
            "Các giá trị lồng nhau quá {limit} bậc.",
            "Đề nghị bớt các dấu ngoặc hoặc bậc lùi dòng thừa.",
        ),
        "nodes": _word(
            "The file holds more than {limit} values.",
            "Split it into several files and list them in plan.yaml.",
            "Tệp có hơn {limit} giá trị.",
            "Đề nghị tách thành nhiều tệp và liệt kê trong plan.yaml.",
        ),
    },
)

_UNKNOWN = Entry(
    "PL905",
    Severity.ERROR,
    Bilingual("Unknown key", "Khóa không có trong quy định"),
    Bilingual(
        "The key does not belong here. A misspelt key would otherwise be passed over and its value lost.",
        "Khóa không thuộc mục này. Nếu bỏ qua khóa viết sai thì giá trị đi kèm sẽ bị mất.",
    ),
    {
        "": _word(
            "The key “{name}” does not belong here.",
            "Remove it. Possible here: {known}.",
            "Khóa “{name}” không thuộc mục này.",
            "Đề nghị bỏ khóa này. Các khóa dùng được: {known}.",
        ),
        "comma": _word(
            "“{name}” stands here as a key of its own, without a value.",
            "Where it goes on the text before the comma, put that whole text in quotes; decimals take a "
            "point: 12.5%. Possible keys: {known}.",
            "“{name}” ở đây thành một khóa riêng, không có giá trị.",
            "Nếu đây là phần tiếp theo của văn bản trước dấu phẩy, đề nghị đặt cả đoạn trong dấu ngoặc kép; "
            "phần thập phân dùng dấu chấm: 12.5%. Các khóa dùng được: {known}.",
        ),
        "near": _word(
            "The key “{name}” does not belong here; “{near}” does.",
            "Correct it to “{near}” if that is meant, else remove it.",
            "Khóa “{name}” không thuộc mục này; có khóa “{near}”.",
            "Đề nghị sửa thành “{near}” nếu đúng ý, nếu không thì bỏ.",
        ),
    },
)

_MISSING = Entry(
    "PL906",
    Severity.ERROR,
    Bilingual("Key missing", "Thiếu khóa"),
    Bilingual(
        "The entry lacks a key that it needs. A target without a figure says so with “threshold: null”.",
        "Mục thiếu một khóa bắt buộc. Chỉ tiêu không có ngưỡng phải ghi rõ “threshold: null”.",
    ),
    {
        "": _word(
            "The entry that begins here lacks the key “{name}”.",
            "Add “{name}”.",
            "Mục bắt đầu tại đây thiếu khóa “{name}”.",
            "Đề nghị bổ sung “{name}”.",
        )
    },
)

_TYPE = Entry(
    "PL907",
    Severity.ERROR,
    Bilingual("Wrong type of value", "Sai kiểu giá trị"),
    Bilingual(
        "YAML may not guess: only null, true, false, whole numbers and decimals have a type, everything "
        "else "
        "is text. 010, NO, yes and dates are text.",
        "Không đoán kiểu giá trị: chỉ null, true, false, số nguyên và số thập phân có kiểu riêng, còn lại "
        "đều là "
        "văn bản. 010, NO, yes và ngày tháng là văn bản.",
    ),
    {
        "text": _word(
            "Text is needed here, and {value} is none.",
            "Write a text; put one that looks like a number, true, false or null, or begins with “#”, in "
            "quotes.",
            "Chỗ này cần văn bản, {value} không phải là văn bản.",
            "Đề nghị nhập văn bản; văn bản trông giống số, true, false, null hoặc bắt đầu bằng “#” thì đặt "
            "trong dấu ngoặc kép.",
        ),
        "whole": _word(
            "A whole number is needed here, and “{value}” is none.",
            "Write digits alone, without leading zeros, separators or quotes.",
            "Chỗ này cần số nguyên, “{value}” không phải là số nguyên.",
            "Đề nghị chỉ viết các chữ số, không có số 0 ở đầu, dấu phân cách hay dấu ngoặc kép.",
        ),
        "number": _word(
            "A number is needed here, and “{value}” is none.",
            "Write it like 2 or 1.5, without leading zeros or quotes.",
            "Chỗ này cần một số, “{value}” không phải là số.",
            "Đề nghị viết như 2 hoặc 1.5, không có số 0 ở đầu hay dấu ngoặc kép.",
        ),
        "bool": _word(
            "true or false is needed here, and “{value}” is neither.",
            "Write true or false in small letters.",
            "Chỗ này cần true hoặc false, “{value}” không phải.",
            "Đề nghị viết true hoặc false bằng chữ thường.",
        ),
        "list": _word(
            "A list is needed here, and “{value}” is none.",
            "Write [one, two], or one “- ” line for each entry.",
            "Chỗ này cần một danh sách, “{value}” không phải.",
            "Đề nghị viết [một, hai], hoặc mỗi mục một dòng bắt đầu bằng “- ”.",
        ),
        "mapping": _word(
            "An entry with keys is needed here, and “{value}” is none.",
            "Write “key: value” lines, indented below this one.",
            "Chỗ này cần một mục có các khóa, “{value}” không phải.",
            "Đề nghị viết các dòng “khóa: giá trị”, lùi vào bên dưới dòng này.",
        ),
    },
)

_CHOICE = Entry(
    "PL908",
    Severity.ERROR,
    Bilingual("Not one of the choices", "Không thuộc các giá trị cho phép"),
    Bilingual("Only the listed values are possible here.", "Chỗ này chỉ nhận các giá trị đã quy định."),
    {
        "": _word(
            "“{value}” is not possible here.",
            "Write one of: {known}.",
            "“{value}” không dùng được ở đây.",
            "Đề nghị chọn một trong: {known}.",
        )
    },
)

_FORM = Entry(
    "PL909",
    Severity.ERROR,
    Bilingual("Value of the wrong form", "Giá trị không đúng dạng"),
    Bilingual(
        "Ids, dates, file names, years and texts have a form of their own; this value has another.",
        "Mã, ngày, tên tệp, năm và văn bản có dạng riêng; giá trị này không đúng dạng.",
    ),
    {
        "plan_id": _word(
            "“{value}” cannot be an id: plans, targets and commitments have small letters, digits and "
            "hyphens.",
            "Write it like library-visits-growth.",
            "“{value}” không dùng làm mã được: mã kế hoạch, chỉ tiêu, nhiệm vụ gồm chữ thường không dấu, "
            "chữ số và "
            "dấu gạch nối.",
            "Đề nghị viết như library-visits-growth.",
        ),
        "id": _word(
            "“{value}” cannot be an id: measures, kinds, levels and areas have small letters, digits and "
            "underscores.",
            "Write it like library_visits.",
            "“{value}” không dùng làm mã được: mã số liệu, loại đơn vị, cấp, khu vực gồm chữ thường không "
            "dấu, chữ "
            "số và dấu gạch dưới.",
            "Đề nghị viết như library_visits.",
        ),
        "date": _word(
            "“{value}” is not a date.",
            "Write year, month and day like 2026-11-22.",
            "“{value}” không phải là ngày hợp lệ.",
            "Đề nghị viết năm, tháng, ngày như 2026-11-22.",
        ),
        "file": _word(
            "“{value}” cannot be a file of a plan.",
            "Name a .yaml file of this folder, with letters, digits, dots, hyphens and underscores.",
            "“{value}” không thể là tệp của kế hoạch.",
            "Đề nghị ghi tên tệp .yaml trong thư mục này, gồm chữ không dấu, chữ số, dấu chấm, gạch nối, "
            "gạch dưới.",
        ),
        "blank": _word(
            "The text is blank.",
            "Write it.",
            "Văn bản để trống.",
            "Đề nghị nhập nội dung.",
        ),
        "long": _word(
            "The text is longer than {bound} characters.",
            "Shorten it; a quote is the operative phrase, not the paragraph.",
            "Văn bản dài hơn {bound} ký tự.",
            "Đề nghị rút gọn; phần trích chỉ gồm cụm từ quy định, không phải cả đoạn.",
        ),
        "empty": _word(
            "The list is empty.",
            "Add at least {bound}.",
            "Danh sách trống.",
            "Đề nghị nhập ít nhất {bound} mục.",
        ),
        "many": _word(
            "The list has more than {bound} entries.",
            "Remove some.",
            "Danh sách có hơn {bound} mục.",
            "Đề nghị bớt đi.",
        ),
        "range": _word(
            "{value} is beyond what is possible here; the limit is {bound}.",
            "Correct the number.",
            "{value} nằm ngoài khoảng cho phép; giới hạn là {bound}.",
            "Đề nghị sửa lại số.",
        ),
    },
)

ENTRIES: tuple[Entry, ...] = (
    _FILES, _SYNTAX, _TWICE, _REFUSED, _UNKNOWN, _MISSING, _TYPE, _CHOICE, _FORM, *RULES,
)  # fmt: skip
