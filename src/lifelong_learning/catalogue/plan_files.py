"""PL901–PL904: the files of a plan, and their YAML."""

from __future__ import annotations

from lifelong_learning.catalogue import ERROR, Entry, worded

_FILES = Entry.of(
    "PL901",
    ERROR,
    ("File of a plan missing or unreadable", "Thiếu hoặc không đọc được tệp của kế hoạch"),
    (
        "A plan is a folder with plan.yaml, whose key “files” lists every other YAML file of the folder. "
        "A file that is listed and absent, or there and not listed, is a fault: nothing may be left out "
        "unseen.",
        "Một kế hoạch là một thư mục có tệp plan.yaml; khóa “files” trong tệp này liệt kê mọi tệp YAML "
        "khác của "
        "thư mục. Tệp có tên trong danh sách mà không có trong thư mục, hoặc ngược lại, đều là lỗi, để "
        "không nội "
        "dung nào bị bỏ sót.",
    ),
    plain=worded(
        "The file {name} cannot be read, or the YAML files of the folder exceed 8 MiB together.",
        "Check that you may open it, and split the plan if it is that large.",
        "Không đọc được tệp {name}, hoặc các tệp YAML trong thư mục có tổng dung lượng vượt quá 8 MiB.",
        "Đề nghị kiểm tra quyền mở tệp; nếu kế hoạch quá lớn thì tách ra.",
    ),
    missing=worded(
        "The folder has no file {name}.",
        "Name the folder that holds the plan, or write a {name} there.",
        "Thư mục không có tệp {name}.",
        "Đề nghị chỉ đúng thư mục chứa kế hoạch, hoặc lập tệp {name} trong thư mục này.",
    ),
    absent=worded(
        "The file {name} is listed here, but the folder does not have it.",
        "Correct the name, or add the file.",
        "Tệp {name} có tên trong danh sách nhưng không có trong thư mục.",
        "Đề nghị sửa lại tên tệp hoặc bổ sung tệp.",
    ),
    unlisted=worded(
        "The file {name} stands in the folder, but plan.yaml does not list it, so it would not be read.",
        "Add it to “files” in plan.yaml, or move it out of the folder.",
        "Tệp {name} có trong thư mục nhưng plan.yaml không liệt kê nên sẽ không được đọc.",
        "Đề nghị thêm tên tệp vào “files” trong plan.yaml, hoặc chuyển tệp ra khỏi thư mục.",
    ),
    twice=worded(
        "The file {name} cannot be listed here: it is listed before, or is plan.yaml itself.",
        "Remove this entry.",
        "Không thể liệt kê tệp {name} ở đây: tệp đã có trong danh sách, hoặc chính là plan.yaml.",
        "Đề nghị bỏ mục này.",
    ),
    empty=worded(
        "The file {name} holds nothing.",
        "Write its content, or remove the file and its entry in “files”.",
        "Tệp {name} không có nội dung.",
        "Đề nghị nhập nội dung, hoặc xóa tệp và bỏ tên tệp trong “files”.",
    ),
    size=worded(
        "The file is larger than {limit} bytes.",
        "Split it into several files and list them in plan.yaml.",
        "Tệp lớn hơn {limit} byte.",
        "Đề nghị tách thành nhiều tệp và liệt kê trong plan.yaml.",
    ),
    encoding=worded(
        "The file is not UTF-8 text from here on.",
        "Save it as UTF-8.",
        "Từ vị trí này tệp không phải là văn bản mã hóa UTF-8.",
        "Đề nghị lưu lại tệp với mã UTF-8.",
    ),
)

_SYNTAX = Entry.of(
    "PL902",
    ERROR,
    ("Not valid YAML", "Sai cú pháp YAML"),
    (
        "The file cannot be read as YAML at this place. Only the first such place of a file can be named; "
        "what follows it is read once it is corrected.",
        "Không đọc được tệp theo cú pháp YAML tại vị trí này. Mỗi tệp chỉ nêu được chỗ sai đầu tiên; phần "
        "sau "
        "được đọc khi chỗ này đã sửa.",
    ),
    plain=worded(
        "This cannot be read as YAML.",
        "Compare the line with a bundled plan: “key: value”, lists with “- ”, two spaces for each step "
        "in. Put a text that begins with a sign in quotes.",
        "Không đọc được chỗ này theo cú pháp YAML.",
        "Đề nghị đối chiếu với kế hoạch mẫu: “khóa: giá trị”, danh sách bắt đầu bằng “- ”, mỗi bậc lùi "
        "vào hai dấu cách. Văn bản bắt đầu bằng ký hiệu thì đặt trong dấu ngoặc kép.",
    ),
    colon=worded(
        "A “: ” cannot stand here.",
        "Put a text that holds “: ” in quotes; begin a key exactly below the key above it.",
        "Dấu “: ” không thể đứng ở đây.",
        "Đề nghị đặt văn bản có dấu “: ” trong ngoặc kép; khóa mới phải đặt thẳng với khóa phía trên.",
    ),
    start=worded(
        "A value cannot begin with this character.",
        "Put the text in quotes; indent with spaces, not with tabs.",
        "Giá trị không thể bắt đầu bằng ký tự này.",
        "Đề nghị đặt văn bản trong dấu ngoặc kép; lùi dòng bằng dấu cách, không dùng phím Tab.",
    ),
    tab=worded(
        "There is a tab where spaces must indent the line.",
        "Replace the tab by spaces.",
        "Có ký tự Tab ở chỗ phải lùi dòng bằng dấu cách.",
        "Đề nghị thay ký tự Tab bằng dấu cách.",
    ),
    indent=worded(
        "The indentation of this line does not fit the lines above it.",
        "Begin the line exactly below the entry that it belongs beside.",
        "Dòng này lùi vào không khớp với các dòng phía trên.",
        "Đề nghị đặt đầu dòng thẳng với mục cùng cấp phía trên.",
    ),
    quote=worded(
        "A quotation mark was opened and never closed.",
        "Close the quotation where the text ends.",
        "Dấu ngoặc kép đã mở nhưng không đóng.",
        "Đề nghị đóng ngoặc ở cuối đoạn văn bản.",
    ),
    escape=worded(
        "Within double quotes “\\” begins a code, and this one does not exist.",
        "Use single quotes, or write “\\\\” for “\\”.",
        "Trong dấu ngoặc kép, “\\” mở đầu một mã và mã này không tồn tại.",
        "Đề nghị dùng dấu ngoặc đơn, hoặc viết “\\\\” thay cho “\\”.",
    ),
    bracket=worded(
        "A bracket was opened before this and never closed, or a comma is missing.",
        "Close it with ] or }}, and put a comma between the entries.",
        "Dấu ngoặc mở phía trước chưa được đóng, hoặc thiếu dấu phẩy.",
        "Đề nghị đóng bằng ] hoặc }}, giữa các mục có dấu phẩy.",
    ),
    unclosed=worded(
        "The bracket that is opened here is not closed in its lines.",
        "Close it with ] or }} where its entries end.",
        "Dấu ngoặc mở tại đây không được đóng.",
        "Đề nghị đóng bằng ] hoặc }} ở cuối các mục trong ngoặc.",
    ),
    beyond=worded(
        "The text goes on behind a closing quotation mark or bracket.",
        "Put the whole text in quotes, single ones where it holds double ones; or a comma before what "
        "follows.",
        "Sau dấu đóng ngoặc vẫn còn nội dung.",
        "Đề nghị đặt cả đoạn văn bản trong dấu ngoặc kép (nếu bên trong có dấu ngoặc kép thì dùng dấu "
        "nháy đơn); nếu là mục khác thì thêm dấu phẩy phía trước.",
    ),
    comment=worded(
        "From “#” on the rest of the line is a comment, and the bracket before it is not closed.",
        "Put a text that holds “#” in quotes, or close the bracket before the comment.",
        "Từ dấu “#” đến hết dòng là ghi chú nên dấu ngoặc mở phía trước chưa được đóng.",
        "Đề nghị đặt văn bản có dấu “#” trong dấu ngoặc kép, hoặc đóng ngoặc trước phần ghi chú.",
    ),
    pair=worded(
        "This line, or the one above it, is no “key: value”.",
        "Put “: ” after the key, or indent the line if it goes on the one above.",
        "Dòng này hoặc dòng ngay trên không có dạng “khóa: giá trị”.",
        "Đề nghị thêm “: ” sau khóa, hoặc lùi dòng vào nếu là phần tiếp của dòng trên.",
    ),
    alias=worded(
        "“*” begins a reference, which a plan may not use.",
        "Write the value out; put a text that begins with “*” in quotes.",
        "Dấu “*” mở đầu một tham chiếu, kế hoạch không được dùng.",
        "Đề nghị viết đầy đủ giá trị; văn bản bắt đầu bằng “*” thì đặt trong dấu ngoặc kép.",
    ),
    character=worded(
        "The character {character} is not printable and cannot stand in a plan.",
        "Delete it, or type the text anew.",
        "Ký tự {character} không in được, không dùng được trong kế hoạch.",
        "Đề nghị xóa ký tự này hoặc gõ lại văn bản.",
    ),
)

_TWICE = Entry.of(
    "PL903",
    ERROR,
    ("Key twice", "Khóa lặp lại"),
    (
        "One entry has the same key two times. Most programs would silently keep the last; here neither is "
        "preferred.",
        "Trong cùng một mục có hai khóa trùng nhau. Nhiều phần mềm chỉ giữ khóa sau mà không báo; ở đây "
        "không "
        "khóa nào được ưu tiên.",
    ),
    plain=worded(
        "The key “{key}” stands here a second time; the first is in line {first}.",
        "Keep one of the two.",
        "Khóa “{key}” xuất hiện lần thứ hai; lần đầu ở dòng {first}.",
        "Đề nghị chỉ giữ lại một.",
    ),
)

_REFUSED = Entry.of(
    "PL904",
    ERROR,
    ("Part of YAML that a plan may not use", "Cú pháp YAML không được dùng trong kế hoạch"),
    (
        "Anchors, aliases, merge keys, tags and several documents in one file are refused, so that what a "
        "person reads is what the program reads.",
        "Không dùng neo, tham chiếu, khóa gộp, nhãn kiểu và nhiều văn bản trong một tệp, để nội dung người "
        "đọc "
        "thấy đúng là nội dung chương trình đọc.",
    ),
    anchor=worded(
        "“&{name}” names a value for reuse, which a plan may not do.",
        "Remove it and write the value out wherever it is needed.",
        "“&{name}” đặt tên cho giá trị để dùng lại, kế hoạch không được dùng.",
        "Đề nghị bỏ và viết đầy đủ giá trị ở từng chỗ cần.",
    ),
    alias=worded(
        "“*{name}” refers to a value elsewhere, which a plan may not do.",
        "Write the value out here.",
        "“*{name}” tham chiếu đến giá trị ở chỗ khác, kế hoạch không được dùng.",
        "Đề nghị viết đầy đủ giá trị tại đây.",
    ),
    merge=worded(
        "“<<” merges another entry into this one, which a plan may not do.",
        "Write the keys out here.",
        "“<<” gộp một mục khác vào mục này, kế hoạch không được dùng.",
        "Đề nghị viết đầy đủ các khóa tại đây.",
    ),
    tag=worded(
        "“{name}” gives the value a type, which a plan may not do.",
        "Remove it; put text that looks like a number in quotes.",
        "“{name}” gán kiểu cho giá trị, kế hoạch không được dùng.",
        "Đề nghị bỏ; văn bản trông giống số thì đặt trong dấu ngoặc kép.",
    ),
    document=worded(
        "A second document begins here, after “---”.",
        "Put it in a file of its own, or remove the line “---”.",
        "Từ đây bắt đầu một văn bản thứ hai, sau dấu “---”.",
        "Đề nghị tách thành tệp riêng, hoặc bỏ dòng “---”.",
    ),
    key=worded(
        "A key must be plain text.",
        "Write the key as one word before “: ”; braces in a text need quotes around it.",
        "Khóa phải là văn bản thường.",
        "Đề nghị viết khóa là một từ đứng trước “: ”; văn bản có dấu ngoặc nhọn phải đặt trong dấu "
        "ngoặc kép.",
    ),
    depth=worded(
        "Values are nested more than {limit} deep.",
        "Remove the brackets or indentation that are too many.",
        "Các giá trị lồng nhau quá {limit} bậc.",
        "Đề nghị bớt các dấu ngoặc hoặc bậc lùi dòng thừa.",
    ),
    nodes=worded(
        "The file holds more than {limit} values.",
        "Split it into several files and list them in plan.yaml.",
        "Tệp có hơn {limit} giá trị.",
        "Đề nghị tách thành nhiều tệp và liệt kê trong plan.yaml.",
    ),
)

ENTRIES = (_FILES, _SYNTAX, _TWICE, _REFUSED)
