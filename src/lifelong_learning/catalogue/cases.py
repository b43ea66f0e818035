"""PL951–PL954: the cases that stand beside a plan."""

from __future__ import annotations

from lifelong_learning.catalogue import ERROR, Entry, Wording, worded


def _form(en: str, vi: str) -> Wording:
    return worded(
        f"“{{value}}” stands where {en} belongs.",
        "Write it so.",
        f"Vị trí này phải là {vi}, nhưng lại ghi “{{value}}”.",
        "Đề nghị ghi lại cho đúng dạng.",
    )


def _unknown(en: str, vi: str) -> Wording:
    return worded(
        f"There is no {en} “{{value}}” here.",
        "Use one of: {known}.",
        f"Không có {vi} “{{value}}”.",
        "Đề nghị dùng một trong các giá trị: {known}.",
    )


_FORM = Entry.of(
    "PL951",
    ERROR,
    ("Form of a case", "Sai dạng tình huống kiểm tra"),
    (
        "A case has a name (“case”), a sentence why, the year, the units with their figures, and what is "
        "expected. A key that is not known is refused, so that nothing is left untested by a misprint.",
        "Một tình huống gồm tên (“case”), một câu giải thích (“why”), năm, các đơn vị cùng số liệu "
        "và kết quả phải đạt. Khóa lạ không được chấp nhận, để không nội dung nào bị bỏ qua vì gõ nhầm.",
    ),
    mapping=_form("a mapping of keys and values", "danh sách các cặp khóa và giá trị"),
    list=_form("a list", "một danh sách"),
    text=_form("a text", "văn bản"),
    whole=_form("a whole number", "số nguyên"),
    truth=_form("yes or no", "yes (có) hoặc no (không)"),
    key=worded(
        "The key “{key}” is not known here.",
        "Use one of: {known}.",
        "Không dùng khóa “{key}” ở vị trí này.",
        "Đề nghị dùng một trong các khóa: {known}.",
    ),
    missing=worded(
        "The key “{key}” is missing.",
        "Add it.",
        "Thiếu khóa “{key}”.",
        "Đề nghị bổ sung.",
    ),
    subject=worded(
        "What is expected must speak of a unit or of a group, one of the two.",
        "Write “unit: CODE” (with “target: ID” for one result), or “group: ID of the target”.",
        "Kết quả phải đạt cần nói rõ là của một đơn vị hay của một nhóm, chỉ một trong hai.",
        "Đề nghị ghi “unit: MÃ” (kèm “target: MÃ CHỈ TIÊU” nếu nói về một kết quả), "
        "hoặc “group: MÃ CHỈ TIÊU”.",
    ),
    run=worded(
        "The case cannot be run: {why}",
        "Correct its base year or its filters.",
        "Không chạy được tình huống: {why}",
        "Đề nghị sửa lại năm gốc hoặc bộ lọc.",
    ),
    unreadable=worded(
        "The file of cases cannot be opened.",
        "Check that it is a file and that you may open it.",
        "Không mở được tệp tình huống.",
        "Đề nghị kiểm tra xem đây có phải là tệp không và có quyền mở không.",
    ),
    nothing=worded(
        "The case expects nothing, so it could never fail.",
        "Write what must come out under “expect”.",
        "Tình huống không nêu kết quả phải đạt nên không thể phát hiện sai sót.",
        "Đề nghị ghi kết quả phải đạt dưới khóa “expect”.",
    ),
)

_NAMES = Entry.of(
    "PL952",
    ERROR,
    ("Case names what the plan does not have", "Tình huống nêu nội dung mà kế hoạch không có"),
    (
        "Kinds, levels, areas, measures, targets and scopes of a case are those of its plan, by their ids.",
        "Loại đơn vị, cấp, khu vực, số liệu, chỉ tiêu và phạm vi trong tình huống "
        "là các mã có trong kế hoạch.",
    ),
    plan=_unknown("plan", "kế hoạch"),
    kind=_unknown("kind of unit", "loại đơn vị"),
    level=_unknown("level", "cấp"),
    area=_unknown("area", "khu vực"),
    period=_unknown("period", "kỳ báo cáo"),
    measure=_unknown("measure of this kind of unit", "số liệu của loại đơn vị này"),
    target=_unknown("target", "chỉ tiêu"),
    status=_unknown("status", "trạng thái"),
    reason=_unknown("reason", "lý do"),
    origin=_unknown("origin", "nguồn số liệu"),
    by=_unknown("way to group", "cách chia nhóm"),
    scope=worded(
        "The target {name} has no scope “{value}”.",
        "Write the scope as in the plan: {{}}, {{level: …}}, {{area: …}} or both.",
        "Chỉ tiêu {name} không có phạm vi “{value}”.",
        "Đề nghị ghi phạm vi đúng như trong kế hoạch: {{}}, {{level: …}}, {{area: …}} hoặc cả hai.",
    ),
)

_FIGURES = Entry.of(
    "PL953",
    ERROR,
    ("Figure in a case", "Số liệu trong tình huống"),
    (
        "Figures of units are whole numbers, yes or no, null for a blank cell, or “error” for one that "
        "an error took out. Expected values are exact (10%, 3/15, 125), or cut with “…” (16.23…%).",
        "Số liệu của đơn vị là số nguyên, yes hoặc no, null nếu ô để trống, hoặc “error” nếu ô bị loại "
        "do lỗi. Giá trị phải đạt được ghi chính xác (10%, 3/15, 125) hoặc cắt bớt bằng dấu “…” (16.23…%).",
    ),
    amount=worded(
        "“{value}” is not a figure of {name}.",
        "Write a number with at most {decimals} decimals and a point for them, null where it is missing, "
        "error where an error took it out.",
        "“{value}” không phải là số liệu của {name}.",
        "Đề nghị viết số có không quá {decimals} chữ số thập phân (dùng dấu chấm), null nếu thiếu, error "
        "nếu bị loại do lỗi.",
    ),
    count=worded(
        "“{value}” is not a figure of {name}: a whole number of 0 or more, null, or error.",
        "Write such a figure.",
        "“{value}” không phải là số liệu của {name}: phải là số nguyên không âm, null hoặc error.",
        "Đề nghị ghi lại số liệu.",
    ),
    yes_no=worded(
        "“{value}” is not a figure of {name}: yes, no, null, or error.",
        "Write one of these.",
        "“{value}” không phải là số liệu của {name}: phải là yes (có), no (không), null hoặc error.",
        "Đề nghị ghi lại số liệu.",
    ),
    number=worded(
        "“{value}” is not a figure such as 10%, 16.23…%, 3/15 or 125.",
        "Write it in one of these ways.",
        "“{value}” không phải là giá trị dạng 10%, 16.23…%, 3/15 hoặc 125.",
        "Đề nghị ghi lại theo một trong các dạng này.",
    ),
    moment=worded(
        "“{value}” is not a year or half-year such as 2024 or “2024 h1”.",
        "Write it so.",
        "“{value}” không phải là năm hoặc kỳ dạng 2024 hoặc “2024 h1”.",
        "Đề nghị ghi lại theo dạng này.",
    ),
    period=worded(
        "“{value}” is not a year such as 2024, alone or with a period of the plan ({known}).",
        "Write it so.",
        "“{value}” không phải là năm như 2024, ghi riêng hoặc kèm một kỳ của kế hoạch ({known}).",
        "Đề nghị ghi lại theo dạng này.",
    ),
)

_WHOLE = Entry.of(
    "PL954",
    ERROR,
    ("Cases missing or repeated", "Thiếu hoặc trùng tình huống"),
    (
        "A plan is tested by at least one case; the name of a case and a unit within it stand once.",
        "Mỗi kế hoạch cần có ít nhất một tình huống; tên tình huống và mỗi đơn vị "
        "trong đó chỉ được ghi một lần.",
    ),
    none=worded(
        "There is no case here.",
        "Write cases in YAML files in the folder “cases” beside the plan.",
        "Chưa có tình huống nào.",
        "Đề nghị viết các tình huống vào tệp YAML trong thư mục “cases” bên cạnh kế hoạch.",
    ),
    case=worded(
        "A case of the name “{value}” stands already at {first}.",
        "Give this one a name of its own.",
        "Đã có tình huống mang tên “{value}” tại {first}.",
        "Đề nghị đặt tên khác.",
    ),
    unit=worded(
        "The unit {value} stands twice in this case.",
        "Put all its years under one entry.",
        "Đơn vị {value} được ghi hai lần trong tình huống này.",
        "Đề nghị gộp số liệu các năm vào một mục.",
    ),
    moment=worded(
        "The period “{value}” stands twice.",
        "Put its figures together.",
        "Kỳ “{value}” được ghi hai lần.",
        "Đề nghị gộp số liệu lại.",
    ),
)

ENTRIES: tuple[Entry, ...] = (_FORM, _NAMES, _FIGURES, _WHOLE)
