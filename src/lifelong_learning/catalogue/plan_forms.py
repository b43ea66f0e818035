"""PL905–PL909: the form of what stands in the files of a plan."""

from __future__ import annotations

from lifelong_learning.catalogue import ERROR, Entry, worded

_UNKNOWN = Entry.of(
    "PL905",
    ERROR,
    ("Unknown key", "Khóa không có trong quy định"),
    (
        "The key does not belong here. A misspelt key would otherwise be passed over and its value lost.",
        "Khóa không thuộc mục này. Nếu bỏ qua khóa viết sai thì giá trị đi kèm sẽ bị mất.",
    ),
    plain=worded(
        "The key “{name}” does not belong here.",
        "Remove it. Possible here: {known}.",
        "Khóa “{name}” không thuộc mục này.",
        "Đề nghị bỏ khóa này. Các khóa dùng được: {known}.",
    ),
    comma=worded(
        "“{name}” stands here as a key of its own, without a value.",
        "Where it goes on the text before the comma, put that whole text in quotes; decimals take a "
        "point: 12.5%. Possible keys: {known}.",
        "“{name}” ở đây thành một khóa riêng, không có giá trị.",
        "Nếu đây là phần tiếp theo của văn bản trước dấu phẩy, đề nghị đặt cả đoạn trong dấu ngoặc kép; "
        "phần thập phân dùng dấu chấm: 12.5%. Các khóa dùng được: {known}.",
    ),
    near=worded(
        "The key “{name}” does not belong here; “{near}” does.",
        "Correct it to “{near}” if that is meant, else remove it.",
        "Khóa “{name}” không thuộc mục này; có khóa “{near}”.",
        "Đề nghị sửa thành “{near}” nếu đúng ý, nếu không thì bỏ.",
    ),
)

_MISSING = Entry.of(
    "PL906",
    ERROR,
    ("Key missing", "Thiếu khóa"),
    (
        "The entry lacks a key that it needs. A target without a figure says so with “threshold: null”.",
        "Mục thiếu một khóa bắt buộc. Chỉ tiêu không có ngưỡng phải ghi rõ “threshold: null”.",
    ),
    plain=worded(
        "The entry that begins here lacks the key “{name}”.",
        "Add “{name}”.",
        "Mục bắt đầu tại đây thiếu khóa “{name}”.",
        "Đề nghị bổ sung “{name}”.",
    ),
)

_TYPE = Entry.of(
    "PL907",
    ERROR,
    ("Wrong type of value", "Sai kiểu giá trị"),
    (
        "YAML may not guess: only null, true, false, whole numbers and decimals have a type, everything "
        "else "
        "is text. 010, NO, yes and dates are text.",
        "Không đoán kiểu giá trị: chỉ null, true, false, số nguyên và số thập phân có kiểu riêng, còn lại "
        "đều là "
        "văn bản. 010, NO, yes và ngày tháng là văn bản.",
    ),
    text=worded(
        "Text is needed here, and {value} is none.",
        "Write a text; put one that looks like a number, true, false or null, or begins with “#”, in quotes.",
        "Chỗ này cần văn bản, {value} không phải là văn bản.",
        "Đề nghị nhập văn bản; văn bản trông giống số, true, false, null hoặc bắt đầu bằng “#” thì đặt "
        "trong dấu ngoặc kép.",
    ),
    whole=worded(
        "A whole number is needed here, and “{value}” is none.",
        "Write digits alone, without leading zeros, separators or quotes.",
        "Chỗ này cần số nguyên, “{value}” không phải là số nguyên.",
        "Đề nghị chỉ viết các chữ số, không có số 0 ở đầu, dấu phân cách hay dấu ngoặc kép.",
    ),
    number=worded(
        "A number is needed here, and “{value}” is none.",
        "Write it like 2 or 1.5, without leading zeros or quotes.",
        "Chỗ này cần một số, “{value}” không phải là số.",
        "Đề nghị viết như 2 hoặc 1.5, không có số 0 ở đầu hay dấu ngoặc kép.",
    ),
    bool=worded(
        "true or false is needed here, and “{value}” is neither.",
        "Write true or false in small letters.",
        "Chỗ này cần true hoặc false, “{value}” không phải.",
        "Đề nghị viết true hoặc false bằng chữ thường.",
    ),
    list=worded(
        "A list is needed here, and “{value}” is none.",
        "Write [one, two], or one “- ” line for each entry.",
        "Chỗ này cần một danh sách, “{value}” không phải.",
        "Đề nghị viết [một, hai], hoặc mỗi mục một dòng bắt đầu bằng “- ”.",
    ),
    mapping=worded(
        "An entry with keys is needed here, and “{value}” is none.",
        "Write “key: value” lines, indented below this one.",
        "Chỗ này cần một mục có các khóa, “{value}” không phải.",
        "Đề nghị viết các dòng “khóa: giá trị”, lùi vào bên dưới dòng này.",
    ),
)

_CHOICE = Entry.of(
    "PL908",
    ERROR,
    ("Not one of the choices", "Không thuộc các giá trị cho phép"),
    ("Only the listed values are possible here.", "Chỗ này chỉ nhận các giá trị đã quy định."),
    plain=worded(
        "“{value}” is not possible here.",
        "Write one of: {known}.",
        "“{value}” không dùng được ở đây.",
        "Đề nghị chọn một trong: {known}.",
    ),
)

_FORM = Entry.of(
    "PL909",
    ERROR,
    ("Value of the wrong form", "Giá trị không đúng dạng"),
    (
        "Ids, dates, file names, years and texts have a form of their own; this value has another.",
        "Mã, ngày, tên tệp, năm và văn bản có dạng riêng; giá trị này không đúng dạng.",
    ),
    plan_id=worded(
        "“{value}” cannot be an id: plans, targets and commitments have small letters, digits and hyphens.",
        "Write it like library-visits-growth.",
        "“{value}” không dùng làm mã được: mã kế hoạch, chỉ tiêu, nhiệm vụ gồm chữ thường không dấu, "
        "chữ số và "
        "dấu gạch nối.",
        "Đề nghị viết như library-visits-growth.",
    ),
    id=worded(
        "“{value}” cannot be an id: measures, kinds, levels and areas have small letters, digits and "
        "underscores.",
        "Write it like library_visits.",
        "“{value}” không dùng làm mã được: mã số liệu, loại đơn vị, cấp, khu vực gồm chữ thường không "
        "dấu, chữ "
        "số và dấu gạch dưới.",
        "Đề nghị viết như library_visits.",
    ),
    date=worded(
        "“{value}” is not a date.",
        "Write year, month and day like 2026-11-22.",
        "“{value}” không phải là ngày hợp lệ.",
        "Đề nghị viết năm, tháng, ngày như 2026-11-22.",
    ),
    file=worded(
        "“{value}” cannot be a file of a plan.",
        "Name a .yaml file of this folder, with letters, digits, dots, hyphens and underscores.",
        "“{value}” không thể là tệp của kế hoạch.",
        "Đề nghị ghi tên tệp .yaml trong thư mục này, gồm chữ không dấu, chữ số, dấu chấm, gạch nối, "
        "gạch dưới.",
    ),
    blank=worded(
        "The text is blank.",
        "Write it.",
        "Văn bản để trống.",
        "Đề nghị nhập nội dung.",
    ),
    long=worded(
        "The text is longer than {bound} characters.",
        "Shorten it; a quote is the operative phrase, not the paragraph.",
        "Văn bản dài hơn {bound} ký tự.",
        "Đề nghị rút gọn; phần trích chỉ gồm cụm từ quy định, không phải cả đoạn.",
    ),
    empty=worded(
        "The list is empty.",
        "Add at least {bound}.",
        "Danh sách trống.",
        "Đề nghị nhập ít nhất {bound} mục.",
    ),
    many=worded(
        "The list has more than {bound} entries.",
        "Remove some.",
        "Danh sách có hơn {bound} mục.",
        "Đề nghị bớt đi.",
    ),
    range=worded(
        "{value} is beyond what is possible here; the limit is {bound}.",
        "Correct the number.",
        "{value} nằm ngoài khoảng cho phép; giới hạn là {bound}.",
        "Đề nghị sửa lại số.",
    ),
)

ENTRIES = (_UNKNOWN, _MISSING, _TYPE, _CHOICE, _FORM)
