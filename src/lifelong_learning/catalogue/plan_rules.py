"""PL914–PL918, PL922, PL924, PL925: what must hold within a plan, beyond figures and measures."""

from __future__ import annotations

from lifelong_learning.catalogue import ERROR, Entry, worded

POSSIBLE = ("Possible: {known}.", "Các giá trị có trong kế hoạch: {known}.")
NEAR = ("Correct it to “{near}” if that is meant.", "Đề nghị sửa thành “{near}” nếu đúng ý.")

ENTRIES = (
    Entry.of(
        "PL914",
        ERROR,
        ("Unknown kind of unit", "Loại đơn vị không có trong kế hoạch"),
        (
            "The kinds of unit and their sheets stand under “kinds” in plan.yaml.",
            "Các loại đơn vị và tên trang tính được khai báo ở “kinds” trong plan.yaml.",
        ),
        plain=worded(
            "The plan has no kind of unit “{name}”.",
            "Correct it, or add it under “kinds” in plan.yaml. " + POSSIBLE[0],
            "Kế hoạch không có loại đơn vị “{name}”.",
            "Đề nghị sửa lại, hoặc khai báo ở “kinds” trong plan.yaml. " + POSSIBLE[1],
        ),
        near=worded(
            "The plan has no kind of unit “{name}”; it has “{near}”.",
            NEAR[0],
            "Kế hoạch không có loại đơn vị “{name}”; có “{near}”.",
            NEAR[1],
        ),
    ),
    Entry.of(
        "PL915",
        ERROR,
        ("Unknown level or area", "Cấp hoặc khu vực không có trong kế hoạch"),
        (
            "A threshold for a level or an area that no unit can have would never be applied.",
            "Ngưỡng đặt cho cấp hoặc khu vực không có đơn vị nào thì không bao giờ được áp dụng.",
        ),
        plain=worded(
            "The plan has no level “{name}”.",
            "Correct it, or add it under “levels” in plan.yaml. " + POSSIBLE[0],
            "Kế hoạch không có cấp “{name}”.",
            "Đề nghị sửa lại, hoặc khai báo ở “levels” trong plan.yaml. " + POSSIBLE[1],
        ),
        near=worded(
            "The plan has no level “{name}”; it has “{near}”.",
            NEAR[0],
            "Kế hoạch không có cấp “{name}”; có “{near}”.",
            NEAR[1],
        ),
        area=worded(
            "The plan has no area “{name}”.",
            "Correct it, or add it under “areas” in plan.yaml. " + POSSIBLE[0],
            "Kế hoạch không có khu vực “{name}”.",
            "Đề nghị sửa lại, hoặc khai báo ở “areas” trong plan.yaml. " + POSSIBLE[1],
        ),
        area_near=worded(
            "The plan has no area “{name}”; it has “{near}”.",
            NEAR[0],
            "Kế hoạch không có khu vực “{name}”; có “{near}”.",
            NEAR[1],
        ),
    ),
    Entry.of(
        "PL916",
        ERROR,
        ("Scope that can never match", "Phạm vi không bao giờ khớp"),
        (
            "Each scope of a target holds units of its own; one that holds none, or the same as another, "
            "is a mistake. Units that a scope names are left out of the target's other scopes.",
            "Mỗi phạm vi của chỉ tiêu có các đơn vị riêng; phạm vi không có đơn vị nào hoặc trùng phạm vi "
            "khác là sai. Đơn vị được nêu tên trong một phạm vi thì không thuộc các phạm vi khác của chỉ "
            "tiêu.",
        ),
        plain=worded(
            "The scope asks for the area “{name}”, but no kind of the target ({kinds}) must state its area.",
            "Set area_required: true for that kind in plan.yaml, or drop the area here.",
            "Phạm vi yêu cầu khu vực “{name}” nhưng loại đơn vị của chỉ tiêu ({kinds}) không bắt buộc ghi "
            "khu vực.",
            "Đề nghị đặt area_required: true cho loại đơn vị đó trong plan.yaml, hoặc bỏ khu vực ở đây.",
        ),
        twice=worded(
            "The target has this scope already, as number {first}.",
            "Keep one; figures that change by year stand in one scope, with “since”.",
            "Chỉ tiêu đã có phạm vi này ở mục thứ {first}.",
            "Đề nghị chỉ giữ một; mức thay đổi theo năm thì ghi trong cùng phạm vi, với “since”.",
        ),
        named=worded(
            "The unit “{name}” is named already, in scope number {first} of the target.",
            "Keep it in one scope.",
            "Đơn vị “{name}” đã được nêu ở phạm vi thứ {first} của chỉ tiêu.",
            "Đề nghị chỉ giữ đơn vị này ở một phạm vi.",
        ),
        narrowed=worded(
            "The scope names its units, so a level or an area says nothing more.",
            "Remove “level” and “area”, or “units”.",
            "Phạm vi đã nêu tên đơn vị nên cấp hoặc khu vực không còn ý nghĩa.",
            "Đề nghị bỏ “level” và “area”, hoặc bỏ “units”.",
        ),
        reported=worded(
            "The target is published as a percentage alone, which no single unit has.",
            "Name a level or an area, or give the target measures of its own.",
            "Chỉ tiêu chỉ có tỷ lệ đã công bố, không có số liệu của từng đơn vị.",
            "Đề nghị ghi cấp hoặc khu vực, hoặc dùng chỉ tiêu có số liệu riêng.",
        ),
    ),
    Entry.of(
        "PL917",
        ERROR,
        ("Id twice", "Mã lặp lại"),
        (
            "An id names one thing. Targets and commitments share one set of ids; so do measures, the "
            "columns of "
            "commitments and the identity columns.",
            "Mỗi mã chỉ gọi một đối tượng. Chỉ tiêu và nhiệm vụ dùng chung một bộ mã; số liệu, cột của "
            "nhiệm vụ và "
            "cột nhận dạng cũng vậy.",
        ),
        plain=worded(
            "The id “{name}” is taken already, in {first}.",
            "Give one of the two another id.",
            "Mã “{name}” đã được dùng ở {first}.",
            "Đề nghị đổi một trong hai mã.",
        ),
        column=worded(
            "The id “{name}” belongs to an identity column.",
            "Give the measure another id.",
            "Mã “{name}” là của cột nhận dạng.",
            "Đề nghị đặt mã khác cho số liệu.",
        ),
        list=worded(
            "“{name}” stands in this list twice.",
            "Remove one.",
            "“{name}” có hai lần trong danh sách này.",
            "Đề nghị bỏ bớt một.",
        ),
    ),
    Entry.of(
        "PL918",
        ERROR,
        ("Names that cannot be told apart", "Tên gọi không phân biệt được"),
        (
            "Sheets, columns and choices are found by name, without regard to case, spacing, zero-width "
            "characters "
            "and the placement of tones. Two that become equal could not be told apart.",
            "Trang tính, cột và giá trị được nhận biết theo tên, không phân biệt chữ hoa chữ thường, "
            "khoảng trắng, ký "
            "tự ẩn và cách đặt dấu thanh. Hai tên trở thành giống nhau thì không phân biệt được.",
        ),
        plain=worded(
            "“{name}” of {owner} cannot be told apart from a name of {first}.",
            "Change one of the two names.",
            "“{name}” của {owner} không phân biệt được với một tên của {first}.",
            "Đề nghị đổi một trong hai tên.",
        ),
    ),
    Entry.of(
        "PL922",
        ERROR,
        ("Years that do not fit", "Năm hoặc thời hạn không phù hợp"),
        (
            "The base year lies before the target year; growth on the year before is due each year.",
            "Năm gốc phải trước năm mục tiêu; chỉ tiêu tăng so với năm trước phải thực hiện hằng năm.",
        ),
        plain=worded(
            "The base year {first} does not lie before the target year {last}.",
            "Correct one of the two years.",
            "Năm gốc {first} không trước năm mục tiêu {last}.",
            "Đề nghị sửa lại một trong hai năm.",
        ),
        due=worded(
            "Growth on the year before is asked for every year, not by the target year.",
            "Write due: each_year, or kind: growth_average.",
            "Tăng so với năm trước là yêu cầu của từng năm, không phải đến năm mục tiêu.",
            "Đề nghị ghi due: each_year, hoặc kind: growth_average.",
        ),
    ),
    Entry.of(
        "PL924",
        ERROR,
        ("Something that a plan needs", "Kế hoạch thiếu nội dung cần thiết"),
        (
            "A plan has at least one target, the period “year” and of every other one the share of a year, "
            "something to report for each kind of unit, and areas where a kind must say its own.",
            "Kế hoạch có ít nhất một chỉ tiêu, có kỳ “year”, mỗi kỳ khác có tỷ trọng trong năm, mỗi loại đơn "
            "vị có số liệu để báo cáo, và có danh sách khu vực nếu có loại đơn vị phải ghi khu vực.",
        ),
        targets=worded(
            "No file of the plan has a target.",
            "Add one under “targets” in a file listed here.",
            "Không tệp nào của kế hoạch có chỉ tiêu.",
            "Đề nghị bổ sung ở “targets” trong một tệp có tên ở đây.",
        ),
        year=worded(
            "The period “year” is missing.",
            "Add it: every report is for a year or its first half.",
            "Thiếu kỳ “year”.",
            "Đề nghị bổ sung: mỗi báo cáo là của cả năm hoặc 6 tháng đầu năm.",
        ),
        year_parts=worded(
            "The period “year” is missing.",
            "Add it: every report is for a year or a part of it.",
            "Thiếu kỳ “year”.",
            "Đề nghị bổ sung: mỗi báo cáo là của cả năm hoặc một phần của năm.",
        ),
        whole_year=worded(
            "The period “year” is the whole year.",
            "Remove “share” and “months” here.",
            "Kỳ “year” là cả năm.",
            "Đề nghị bỏ “share” và “months” ở đây.",
        ),
        no_share=worded(
            "Nothing says which part of a year's figure is expected of the period “{name}”.",
            "Add its share, like share: 1/4.",
            "Chưa ghi kỳ “{name}” chiếm tỷ trọng bao nhiêu trong năm.",
            "Đề nghị bổ sung tỷ trọng, như share: 1/4.",
        ),
        share=worded(
            "“{value}” is no part of a year for the period “{name}”.",
            "Write a fraction between 0 and 1, like 1/4.",
            "“{value}” không phải là một phần của năm cho kỳ “{name}”.",
            "Đề nghị viết một phân số giữa 0 và 1, như 1/4.",
        ),
        months=worded(
            "The months of the period “{name}” cannot be told, or are the whole year.",
            "Write its first and last month, like months: [1, 9].",
            "Không xác định được các tháng của kỳ “{name}”, hoặc kỳ này là cả năm.",
            "Đề nghị ghi tháng đầu và tháng cuối, như months: [1, 9].",
        ),
        areas=worded(
            "Units of the kind {name} must say their area, and the plan has no areas to choose from.",
            "List the areas under “areas”, or leave area_required out.",
            "Đơn vị loại {name} phải ghi khu vực nhưng kế hoạch không có khu vực nào để chọn.",
            "Đề nghị liệt kê các khu vực ở “areas”, hoặc bỏ area_required.",
        ),
        kind=worded(
            "Units of the kind {name} have nothing to report.",
            "Add a measure for the kind, or remove it.",
            "Đơn vị loại {name} không có số liệu nào để báo cáo.",
            "Đề nghị bổ sung số liệu cho loại đơn vị này, hoặc bỏ loại đơn vị.",
        ),
    ),
    Entry.of(
        "PL925",
        ERROR,
        ("Plan whose words are shared", "Kế hoạch dùng chung từ ngữ"),
        (
            "With “shares” a plan has the words and measures of another one, but for what it writes itself: "
            "levels, areas, periods, kinds, columns, sheets, plausibility, words of measure. The other is a "
            "bundled plan, by its id, or a folder, by its path from this one.",
            "Với khóa “shares”, kế hoạch dùng từ ngữ và số liệu của một kế hoạch khác, trừ những nội dung tự "
            "ghi: cấp, khu vực, kỳ báo cáo, loại đơn vị, tên cột, trang tính, ngưỡng tăng giảm đột biến, đơn "
            "vị tính. Kế hoạch kia là kế hoạch có sẵn (ghi mã) hoặc một thư mục (ghi đường dẫn tính từ thư "
            "mục này).",
        ),
        plain=worded(
            "There is no plan “{name}” whose words could be shared.",
            "Write the id of a bundled plan ({known}), or the path from this folder to that of another plan.",
            "Không có kế hoạch “{name}” để dùng chung từ ngữ.",
            "Đề nghị ghi mã của kế hoạch có sẵn ({known}), hoặc đường dẫn từ thư mục này đến thư mục của kế "
            "hoạch khác.",
        ),
        chain=worded(
            "The plan “{name}” has its words from another one itself.",
            "Name the plan that they are written in.",
            "Kế hoạch “{name}” cũng dùng từ ngữ của kế hoạch khác.",
            "Đề nghị ghi kế hoạch gốc, nơi có các từ ngữ này.",
        ),
        line=worded(
            "The plan “{name}” is not named in the way that is looked for.",
            "Write “shares: {name}” on a line of its own that begins with the key.",
            "Kế hoạch “{name}” chưa được ghi đúng cách.",
            "Đề nghị ghi “shares: {name}” thành một dòng riêng, bắt đầu bằng khóa này.",
        ),
        leave_out=worded(
            "No plan is shared that has a measure “{name}” to be left out.",
            "Correct the id, or remove it here.",
            "Không dùng chung kế hoạch nào có số liệu “{name}” để bỏ ra.",
            "Đề nghị sửa lại mã, hoặc bỏ mục này.",
        ),
    ),
)
