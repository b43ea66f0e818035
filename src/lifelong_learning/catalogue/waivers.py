"""PL940–PL942: the file of waivers."""

from __future__ import annotations

from lifelong_learning.catalogue.entries import ERROR, WARNING, entry, says

_EXPIRED = entry(
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

_UNMATCHED = entry(
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

_FORM = entry(
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

ENTRIES = (_EXPIRED, _UNMATCHED, _FORM)
