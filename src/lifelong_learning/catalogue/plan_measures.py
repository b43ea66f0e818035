"""PL913, PL919, PL920, PL923: measures of a plan, and what targets and commitments make of them."""

from __future__ import annotations

from lifelong_learning.catalogue import ERROR, Entry, worded
from lifelong_learning.catalogue.plan_rules import NEAR, POSSIBLE

ENTRIES = (
    Entry.of(
        "PL913",
        ERROR,
        ("Unknown measure", "Số liệu không có trong kế hoạch"),
        (
            "The plan refers to a measure that none of its files has.",
            "Kế hoạch nhắc đến số liệu mà không tệp nào khai báo.",
        ),
        plain=worded(
            "The plan has no measure “{name}”.",
            "Correct it, or add it under “measures”. " + POSSIBLE[0],
            "Kế hoạch không có số liệu “{name}”.",
            "Đề nghị sửa lại, hoặc khai báo trong “measures”. " + POSSIBLE[1],
        ),
        near=worded(
            "The plan has no measure “{name}”; it has “{near}”.",
            NEAR[0],
            "Kế hoạch không có số liệu “{name}”; có “{near}”.",
            NEAR[1],
        ),
    ),
    Entry.of(
        "PL919",
        ERROR,
        ("Part that does not fit its whole", "Phần không khớp với tổng thể"),
        (
            "“at_most” names the measure that this one is a part of, row by row: part ≤ whole. “parts” are "
            "the measures that add up to this one. Only amounts have decimals.",
            "“at_most” là số liệu tổng thể mà số liệu này là một phần, xét từng dòng: phần ≤ tổng thể. "
            "“parts” "
            "là các số liệu cộng lại bằng số liệu này. Chỉ số lượng (amount) mới có phần thập phân.",
        ),
        type=worded(
            "Only counts are parts of one another; {part} or {whole} is yes/no.",
            "Remove at_most, or correct the measure.",
            "Chỉ số đếm mới có quan hệ phần và tổng thể; {part} hoặc {whole} là số liệu có/không.",
            "Đề nghị bỏ at_most hoặc sửa lại số liệu.",
        ),
        circle=worded(
            "{part} would be a part of itself, by way of {whole}.",
            "Remove one at_most of the circle.",
            "{part} trở thành một phần của chính nó, thông qua {whole}.",
            "Đề nghị bỏ một at_most trong vòng lặp.",
        ),
        kind=worded(
            "{part} is reported by a kind of unit that does not report {whole}.",
            "Let the same kinds report both, or remove at_most.",
            "Có loại đơn vị báo cáo {part} nhưng không báo cáo {whole}.",
            "Đề nghị để cùng loại đơn vị báo cáo cả hai, hoặc bỏ at_most.",
        ),
        unit_of_part=worded(
            "{part} and {whole} have different units, so neither is a part of the other.",
            "Give both the same unit, or remove at_most.",
            "{part} và {whole} khác đơn vị tính nên không thể là phần của nhau.",
            "Đề nghị dùng cùng đơn vị tính, hoặc bỏ at_most.",
        ),
        parts_type=worded(
            "Only counts and amounts are parts of one another; {part} or {whole} is yes/no.",
            "Remove it here, or correct the measure.",
            "Chỉ số đếm và số lượng mới là phần của nhau; {part} hoặc {whole} là số liệu có/không.",
            "Đề nghị bỏ ở đây hoặc sửa lại số liệu.",
        ),
        parts_unit=worded(
            "{part} and {whole} have different units, so the parts cannot add up.",
            "Give both the same unit, or remove it from “parts”.",
            "{part} và {whole} khác đơn vị tính nên không thể cộng lại.",
            "Đề nghị dùng cùng đơn vị tính, hoặc bỏ khỏi “parts”.",
        ),
        parts_kind=worded(
            "No kind of unit reports both {part} and {whole}.",
            "Let the same kinds report both, or remove it from “parts”.",
            "Không có loại đơn vị nào báo cáo cả {part} và {whole}.",
            "Đề nghị để cùng loại đơn vị báo cáo cả hai, hoặc bỏ khỏi “parts”.",
        ),
        again=worded(
            "{part} stands among the parts of {whole} already, or is {whole} itself.",
            "Remove it here.",
            "{part} đã có trong các phần của {whole}, hoặc chính là {whole}.",
            "Đề nghị bỏ ở đây.",
        ),
        decimals=worded(
            "{name} is no amount, so it has no decimals.",
            "Remove “decimals”, or write type: amount.",
            "{name} không phải là số lượng nên không có phần thập phân.",
            "Đề nghị bỏ “decimals”, hoặc ghi type: amount.",
        ),
        unit=worded(
            "{name} is yes/no, so it has no unit of measure.",
            "Remove “unit”.",
            "{name} là số liệu có/không nên không có đơn vị tính.",
            "Đề nghị bỏ “unit”.",
        ),
    ),
    Entry.of(
        "PL920",
        ERROR,
        ("Measure that does not fit the indicator", "Số liệu không phù hợp với cách tính"),
        (
            "Ratios, growth and counts add up counts or amounts of one unit; coverage asks yes/no, or a "
            "count "
            "with “at_least”. Every kind of the target reports each of its measures. A ratio is a "
            "percentage, "
            "or with “per” a figure for so many.",
            "Tỷ lệ, tốc độ tăng và số đếm cộng các số đếm hoặc số lượng cùng đơn vị tính; độ bao phủ dùng số "
            "liệu có/không, hoặc số đếm kèm “at_least”. Mọi loại đơn vị của chỉ tiêu đều báo cáo từng số "
            "liệu. Tỷ lệ tính bằng phần trăm, hoặc tính trên số ghi ở “per”.",
        ),
        kind=worded(
            "Units of the kind {kind} do not report {name}.",
            "Remove the kind here, or add it to the measure's kinds.",
            "Đơn vị loại {kind} không báo cáo {name}.",
            "Đề nghị bỏ loại đơn vị ở đây, hoặc thêm vào “kinds” của số liệu.",
        ),
        sum=worded(
            "{name} is yes/no and cannot be added up.",
            "Use a count, or make this a coverage target.",
            "{name} là số liệu có/không, không cộng được.",
            "Đề nghị dùng số đếm, hoặc chuyển thành chỉ tiêu độ bao phủ (coverage).",
        ),
        count=worded(
            "{name} is a count: from how many on is the practice there?",
            "Add at_least, for instance at_least: 1.",
            "{name} là số đếm: từ bao nhiêu trở lên thì coi là có?",
            "Đề nghị bổ sung at_least, ví dụ at_least: 1.",
        ),
        yes_no=worded(
            "{name} is yes/no, so at_least has no meaning.",
            "Remove at_least.",
            "{name} là số liệu có/không nên at_least không có ý nghĩa.",
            "Đề nghị bỏ at_least.",
        ),
        both=worded(
            "A measure stands above the line and below it.",
            "Remove it from the numerator or the denominator.",
            "Có số liệu vừa ở tử số vừa ở mẫu số.",
            "Đề nghị bỏ khỏi tử số hoặc mẫu số.",
        ),
        unit_sum=worded(
            "Figures in “{first}” and in “{second}” cannot be added up.",
            "Give the measures one unit, or make a target of each.",
            "Không cộng được số liệu tính bằng “{first}” với số liệu tính bằng “{second}”.",
            "Đề nghị dùng một đơn vị tính, hoặc tách thành các chỉ tiêu.",
        ),
        unit_ratio=worded(
            "“{first}” of “{second}” is no percentage.",
            "Add per: 1 (or per: 1000, …) and a “unit”, for instance “VND million per library”.",
            "“{first}” trên “{second}” không phải là tỷ lệ phần trăm.",
            "Đề nghị bổ sung per: 1 (hoặc per: 1000, …) và “unit”, ví dụ “triệu đồng/thư viện”.",
        ),
        unit_percent=worded(
            "The ratio is a percentage, so it has no unit of its own.",
            "Remove “unit”, or add “per” with the number that it is for.",
            "Tỷ lệ tính bằng phần trăm nên không có đơn vị tính riêng.",
            "Đề nghị bỏ “unit”, hoặc bổ sung “per” là số để tính.",
        ),
    ),
    Entry.of(
        "PL923",
        ERROR,
        ("Commitment without a column", "Nhiệm vụ không có cột số liệu"),
        (
            "A commitment has a yes/no column of its own (“column”), or is done where a measure that is "
            "there anyway "
            "reaches “at_least”.",
            "Nhiệm vụ có cột có/không riêng (“column”), hoặc được coi là thực hiện khi một số liệu sẵn có "
            "đạt "
            "“at_least”.",
        ),
        plain=worded(
            "Nothing says how {name} is known to be done.",
            "Add “column” with its labels, or “measure” with “at_least”.",
            "Chưa có căn cứ để biết {name} đã được thực hiện.",
            "Đề nghị bổ sung “column” cùng tên cột, hoặc “measure” kèm “at_least”.",
        ),
        both=worded(
            "{name} has a column of its own and a measure as well.",
            "Keep one of the two.",
            "{name} vừa có cột riêng vừa có số liệu.",
            "Đề nghị chỉ giữ một trong hai.",
        ),
        at_least=worded(
            "The column of {name} is yes/no, so at_least has no meaning.",
            "Remove at_least.",
            "Cột của {name} là có/không nên at_least không có ý nghĩa.",
            "Đề nghị bỏ at_least.",
        ),
    ),
)
