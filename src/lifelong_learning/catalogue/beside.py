"""PL940–PL942, PL950, PL960: the files beside a plan: of waivers, of who issues a report, and llplan.toml."""

from __future__ import annotations

from lifelong_learning.catalogue import ERROR, WARNING, Entry, says

_EXPIRED = Entry.of(
    "PL940",
    WARNING,
    ("Waiver expired", "Văn bản miễn trừ đã hết hạn"),
    (
        "A waiver excuses one result of one unit in one period. It holds where its last day is not before "
        "the last day of that period; one that ended earlier is not applied.",
        "Mỗi miễn trừ cho phép không tính một kết quả của một đơn vị trong một kỳ. Miễn trừ chỉ có hiệu lực "
        "khi ngày hết hạn không sớm hơn ngày cuối của kỳ đó; nếu hết hạn sớm hơn thì không áp dụng.",
    ),
    plain=says(
        (
            "The waiver of “{target}” for unit {unit} ended on {expires}, before the last day of its "
            "period, {needed}; it is not applied.",
            "Miễn trừ chỉ tiêu “{target}” cho đơn vị {unit} đã hết hạn ngày {expires}, trước ngày cuối kỳ "
            "là ngày {needed}, nên không áp dụng.",
        ),
        (
            "Remove it, or have it extended and correct “expires”.",
            "Đề nghị bỏ mục này, hoặc xin gia hạn rồi sửa lại “expires”.",
        ),
    ),
)

_UNMATCHED = Entry.of(
    "PL941",
    ERROR,
    ("Waiver without its result", "Miễn trừ không khớp với kết quả nào"),
    (
        "A waiver names its unit by code and its target by id, as the submission, the register and the plan "
        "have them. One that matches no result excuses nothing, though its author believes that it does.",
        "Miễn trừ nêu đơn vị và chỉ tiêu theo mã, đúng như trong số liệu, danh mục đơn vị và kế hoạch. "
        "Miễn trừ không khớp với kết quả nào thì không có tác dụng, dù người lập tưởng là có.",
    ),
    unit=says(
        ("No unit has the code {value}.", "Không có đơn vị nào mang mã {value}."),
        (
            "Correct the code, in quotes where it begins with a zero, or remove the waiver.",
            "Đề nghị sửa lại mã (đặt trong ngoặc kép nếu bắt đầu bằng số 0), hoặc bỏ mục này.",
        ),
    ),
    target=says(
        ("The plan has no target “{value}”.", "Kế hoạch không có chỉ tiêu “{value}”."),
        ("Use one of: {known}.", "Đề nghị dùng một trong các mã: {known}."),
    ),
    ambiguous=says(
        (
            "Several units have the code {value}, of the kinds {known}.",
            "Có nhiều đơn vị cùng mang mã {value}, thuộc các loại {known}.",
        ),
        ("Add “kind” with one of them.", "Đề nghị ghi thêm “kind” để chỉ rõ loại đơn vị."),
    ),
    no_result=says(
        (
            "The target “{target}” does not apply to unit {unit} in {year}.",
            "Chỉ tiêu “{target}” không áp dụng cho đơn vị {unit} năm {year}.",
        ),
        (
            "Correct the target or the unit, or remove the waiver.",
            "Đề nghị sửa lại chỉ tiêu hoặc đơn vị, hoặc bỏ mục này.",
        ),
    ),
)

_WAIVERS = Entry.of(
    "PL942",
    ERROR,
    ("Form of a waiver", "Sai dạng tệp miễn trừ"),
    (
        "The file has one key, “waivers”, with a list. Each waiver has unit, target, period and "
        "justification; it may have kind, granted_by and expires. Nothing else is taken.",
        "Tệp chỉ có một khóa “waivers” là một danh sách. Mỗi miễn trừ phải có unit, target, period và "
        "justification; có thể có kind, granted_by và expires. Không nhận nội dung nào khác.",
    ),
    list=says(
        ("The file does not hold a list under “waivers”.", "Tệp không có danh sách dưới khóa “waivers”."),
        (
            "Begin it with “waivers:” and write each waiver behind a dash.",
            "Đề nghị bắt đầu tệp bằng “waivers:” và ghi mỗi miễn trừ sau một dấu gạch ngang.",
        ),
    ),
    mapping=says(
        (
            "“{value}” stands where a waiver belongs.",
            "Vị trí này phải là một miễn trừ, nhưng lại ghi “{value}”.",
        ),
        ("Write its keys and values.", "Đề nghị ghi các khóa và giá trị của miễn trừ."),
    ),
    key=says(
        ("A waiver has no key “{value}”.", "Miễn trừ không có khóa “{value}”."),
        ("Use one of: {known}.", "Đề nghị dùng một trong các khóa: {known}."),
    ),
    missing=says(
        ("The waiver has no “{value}”.", "Miễn trừ thiếu “{value}”."),
        ("Add it; nothing is waived without it.", "Đề nghị bổ sung; thiếu mục này thì không miễn trừ."),
    ),
    text=says(
        ("“{value}” is not a text.", "“{value}” không phải là văn bản."),
        ("Write it in words, codes in quotes.", "Đề nghị ghi bằng chữ; mã đặt trong ngoặc kép."),
    ),
    period=says(
        ("“{value}” is not a period.", "“{value}” không phải là kỳ báo cáo."),
        (
            "Write a year, as 2024, or a year and a period: 2024 h1.",
            "Đề nghị ghi năm, ví dụ 2024, hoặc năm và kỳ: 2024 h1.",
        ),
    ),
    date=says(
        ("“{value}” is not a date.", "“{value}” không phải là ngày tháng."),
        ("Write year, month and day: 2025-12-31.", "Đề nghị ghi theo thứ tự năm, tháng, ngày: 2025-12-31."),
    ),
    kind=says(
        ("The plan has no kind of unit “{value}”.", "Kế hoạch không có loại đơn vị “{value}”."),
        ("Use one of: {known}.", "Đề nghị dùng một trong các loại: {known}."),
    ),
    twice=says(
        (
            "This result is waived before, in line {first}.",
            "Kết quả này đã được miễn trừ ở dòng {first}.",
        ),
        ("Keep one of the two.", "Đề nghị chỉ giữ lại một mục."),
    ),
)
_LETTERHEAD = Entry.of(
    "PL950",
    ERROR,
    ("Form of a letterhead", "Sai dạng tệp thông tin phát hành"),
    (
        "The file may have superior, body, abbreviation, number, place, to, recipients and proposals, and "
        "signatory with authority, title and name. What it leaves out is left to be filled in.",
        "Tệp có thể có superior, body, abbreviation, number, place, to, recipients, proposals, và signatory "
        "gồm authority, title, name. Mục nào không ghi thì để trống trong báo cáo.",
    ),
    mapping=says(
        ("Keys and values belong here.", "Vị trí này phải là các khóa và giá trị."),
        ("Use the keys: {known}.", "Đề nghị dùng các khóa: {known}."),
    ),
    key=says(
        ("A letterhead has no key “{value}”.", "Tệp thông tin phát hành không có khóa “{value}”."),
        ("Use one of: {known}.", "Đề nghị dùng một trong các khóa: {known}."),
    ),
    text=says(
        (
            "“{value}” is not a text of 1 to 200 characters.",
            "“{value}” không phải là văn bản từ 1 đến 200 ký tự.",
        ),
        ("Write it in words, numbers in quotes.", "Đề nghị ghi bằng chữ; nếu là số thì đặt trong ngoặc kép."),
    ),
    list=says(
        (
            "This is not a list of at most 30.",
            "Mục này không phải là danh sách tối đa 30 dòng.",
        ),
        ("Write each behind a dash.", "Đề nghị ghi mỗi dòng sau một dấu gạch ngang."),
    ),
)
_CONFIG = Entry.of(
    "PL960",
    ERROR,
    ("Fault in the configuration", "Sai tệp thiết lập"),
    (
        "llplan.toml, or the table tool.llplan of pyproject.toml, may have plan, units, waivers, lang, "
        "fail-on, select, ignore, baseline and severity. llplan config shows what is in force.",
        "Tệp llplan.toml, hoặc bảng tool.llplan trong pyproject.toml, có thể có plan, units, waivers, lang, "
        "fail-on, select, ignore, baseline và severity. Lệnh llplan config cho biết thiết lập đang áp dụng.",
    ),
    toml=says(
        ("The file is not TOML from here on.", "Từ đây tệp không đúng cú pháp TOML."),
        (
            "Correct the line: key = value, texts in quotes, each key once; a path with backslashes in "
            "single quotes.",
            "Đề nghị sửa dòng này: khóa = giá trị, văn bản trong ngoặc kép, mỗi khóa một lần; đường dẫn có "
            "dấu gạch chéo ngược đặt trong dấu nháy đơn.",
        ),
    ),
    encoding=says(
        ("The file is not in UTF-8.", "Tệp không ở bảng mã UTF-8."),
        (
            "Save it with the encoding UTF-8 (in Notepad: Save as, Encoding).",
            "Đề nghị lưu lại với bảng mã UTF-8 (trong Notepad: Save as, Encoding).",
        ),
    ),
    mapping=says(
        ("Keys and values belong here.", "Vị trí này phải là các khóa và giá trị."),
        ("Use the keys: {known}.", "Đề nghị dùng các khóa: {known}."),
    ),
    codes=says(
        ("Codes and their severities belong here.", "Vị trí này phải là các mã lỗi kèm mức độ."),
        (
            'Write CE203 = "warning" below [severity], for example.',
            'Đề nghị ghi dưới [severity], ví dụ: CE203 = "warning".',
        ),
    ),
    key=says(
        ("A configuration has no key “{value}”.", "Tệp thiết lập không có khóa “{value}”."),
        ("Use one of: {known}.", "Đề nghị dùng một trong các khóa: {known}."),
    ),
    list=says(
        ("“{value}” is not a list.", "“{value}” không phải là danh sách."),
        ("Put it in brackets.", "Đề nghị đặt trong ngoặc vuông."),
    ),
    text=says(
        ("“{value}” is not a text.", "“{value}” không phải là văn bản."),
        ("Write it in quotes.", "Đề nghị đặt trong ngoặc kép."),
    ),
    choice=says(
        ("“{value}” is not possible here.", "“{value}” không dùng được ở đây."),
        ("Use one of: {known}.", "Đề nghị dùng một trong: {known}."),
    ),
    finding=says(
        ("There is no finding with the code “{value}”.", "Không có mã lỗi “{value}”."),
        (
            "Use a code, as in llplan explain, or a family: {known}.",
            "Đề nghị dùng mã lỗi theo llplan explain, hoặc nhóm mã: {known}.",
        ),
    ),
)

ENTRIES = (_EXPIRED, _UNMATCHED, _WAIVERS, _LETTERHEAD, _CONFIG)
