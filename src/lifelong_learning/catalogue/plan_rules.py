"""PL910–PL927: what must hold within a plan, beyond the form of its files."""

from __future__ import annotations

from lifelong_learning.catalogue.entries import Entry, Wording
from lifelong_learning.model.findings import Severity
from lifelong_learning.model.plan import Bilingual


def _word(en: str, do_en: str, vi: str, do_vi: str) -> Wording:
    return Wording(Bilingual(en, vi), Bilingual(do_en, do_vi))


def _entry(
    code: str,
    title: tuple[str, str],
    why: tuple[str, str],
    severity: Severity = Severity.ERROR,
    **variants: Wording,
) -> Entry:
    """Make an entry; `plain` is the ordinary wording."""
    worded = {"" if name == "plain" else name: wording for name, wording in variants.items()}
    return Entry(code, severity, Bilingual(*title), Bilingual(*why), worded)


_UNKNOWN = ("Possible: {known}.", "Các giá trị có trong kế hoạch: {known}.")
_NEAR = ("Correct it to “{near}” if that is meant.", "Đề nghị sửa thành “{near}” nếu đúng ý.")

ENTRIES: tuple[Entry, ...] = (
    _entry(
        "PL910",
        ("Threshold that cannot be read", "Không đọc được ngưỡng"),
        (
            "A threshold is “10%”, a band “[10%, 15%]”, for counts a whole number, for amounts and figures "
            "“per” so many a number, a list of {since, value} for figures that change, {target} for the "
            "figure of another target, or null where the plan watches without a figure.",
            "Ngưỡng viết là “10%”, khoảng “[10%, 15%]”, với số đếm là số nguyên, với số lượng có đơn vị tính "
            "và số tính “per” là một số, danh sách {since, value} nếu thay đổi theo năm, {target} nếu lấy "
            "theo kết quả của chỉ tiêu khác, hoặc null nếu kế hoạch chỉ theo dõi, không đặt chỉ tiêu.",
        ),
        percent=_word(
            "The threshold must be a percentage, and “{value}” is none.",
            "Write it like 10% or 12.5%, with a point for decimals.",
            "Ngưỡng phải là tỷ lệ phần trăm, “{value}” không phải.",
            "Đề nghị viết như 10% hoặc 12.5%, phần thập phân dùng dấu chấm.",
        ),
        whole=_word(
            "The threshold of a count must be a whole number, and “{value}” is none.",
            "Write digits alone, like 3 or 90000.",
            "Ngưỡng của chỉ tiêu đếm phải là số nguyên, “{value}” không phải.",
            "Đề nghị chỉ viết các chữ số, như 3 hoặc 90000.",
        ),
        number=_word(
            "The threshold must be a number, and “{value}” is none.",
            "Write it like 250 or 12.5, with a point for decimals and without its unit.",
            "Ngưỡng phải là một số, “{value}” không phải.",
            "Đề nghị viết như 250 hoặc 12.5, phần thập phân dùng dấu chấm, không ghi đơn vị tính.",
        ),
        positive=_word(
            "The threshold {value} is not above zero, so everything would reach it.",
            "Write the figure of the plan; for none at all write null.",
            "Ngưỡng {value} không lớn hơn 0 nên đơn vị nào cũng đạt.",
            "Đề nghị ghi đúng chỉ tiêu của kế hoạch; nếu không có chỉ tiêu thì ghi null.",
        ),
        negative=_word(
            "Nothing can be as low as {value}, which is below zero.",
            "Write a limit of 0 or more; only a growth can be limited to less.",
            "Không giá trị nào có thể thấp đến {value} vì số này nhỏ hơn 0.",
            "Đề nghị ghi giới hạn từ 0 trở lên; chỉ tốc độ tăng mới có giới hạn âm.",
        ),
        both=_word(
            "The scope has a threshold to be reached and a limit not to be passed.",
            "Keep one of the two, “threshold” or “at_most”.",
            "Phạm vi vừa có mức phải đạt vừa có mức không được vượt.",
            "Đề nghị chỉ giữ một trong hai: “threshold” hoặc “at_most”.",
        ),
        over=_word(
            "A share of units cannot reach {value}.",
            "Write at most 100%.",
            "Tỷ lệ đơn vị không thể đạt {value}.",
            "Đề nghị ghi không quá 100%.",
        ),
        range=_word(
            "A band is two figures in brackets, and “{value}” is none.",
            "Write [{lower}, {upper}].",
            "Khoảng phải viết thành hai số trong ngoặc vuông, “{value}” chưa đúng.",
            "Đề nghị viết [{lower}, {upper}].",
        ),
        band=_word(
            "A band has two figures; this one has {count}.",
            "Write [lower, upper], or the one figure without brackets.",
            "Khoảng gồm hai số; ở đây có {count}.",
            "Đề nghị viết [mức dưới, mức trên], hoặc một số duy nhất không có dấu ngoặc.",
        ),
        dated=_word(
            "A dated threshold has the keys “since” and “value” alone.",
            "Write {{since: 2025, value: 10%}} for each step.",
            "Ngưỡng theo năm chỉ có hai khóa “since” và “value”.",
            "Đề nghị viết mỗi bước là {{since: 2025, value: 10%}}.",
        ),
    ),
    _entry(
        "PL911",
        ("Band upside down", "Khoảng bị đảo ngược"),
        (
            "The lower figure of a band is what must be reached, the upper what counts as exceeding.",
            "Mức dưới của khoảng là mức phải đạt, trên mức trên được coi là vượt.",
        ),
        plain=_word(
            "The upper figure {upper} of the band is not above the lower figure {lower}.",
            "Put the lower figure first, or write one figure alone.",
            "Mức trên {upper} của khoảng không lớn hơn mức dưới {lower}.",
            "Đề nghị viết mức dưới trước, hoặc chỉ viết một số.",
        ),
    ),
    _entry(
        "PL912",
        ("Dated thresholds out of order", "Ngưỡng theo năm không đúng thứ tự"),
        (
            "Each figure of a dated threshold holds from its year until the next. Only the first may be "
            "without a year.",
            "Mỗi mức áp dụng từ năm ghi trong “since” đến khi có mức tiếp theo. Chỉ mức đầu tiên được bỏ "
            "trống năm.",
        ),
        plain=_word(
            "The year {since} does not come after {before}.",
            "Put the years in order, each once.",
            "Năm {since} không đứng sau năm {before}.",
            "Đề nghị xếp các năm theo thứ tự tăng dần, mỗi năm một lần.",
        ),
        year=_word(
            "“since” must be a year, and only the first figure may be without.",
            "Write it like since: 2025.",
            "“since” phải là một năm; chỉ mức đầu tiên được bỏ trống.",
            "Đề nghị viết như since: 2025.",
        ),
        beyond=_word(
            "A figure since {since} never holds: the target year is {last}.",
            "Correct the year, or remove the figure.",
            "Mức áp dụng từ năm {since} không bao giờ có hiệu lực: năm mục tiêu là {last}.",
            "Đề nghị sửa lại năm hoặc bỏ mức này.",
        ),
    ),
    _entry(
        "PL913",
        ("Unknown measure", "Số liệu không có trong kế hoạch"),
        (
            "The plan refers to a measure that none of its files has.",
            "Kế hoạch nhắc đến số liệu mà không tệp nào khai báo.",
        ),
        plain=_word(
            "The plan has no measure “{name}”.",
            "Correct it, or add it under “measures”. " + _UNKNOWN[0],
            "Kế hoạch không có số liệu “{name}”.",
            "Đề nghị sửa lại, hoặc khai báo trong “measures”. " + _UNKNOWN[1],
        ),
        near=_word(
            "The plan has no measure “{name}”; it has “{near}”.",
            _NEAR[0],
            "Kế hoạch không có số liệu “{name}”; có “{near}”.",
            _NEAR[1],
        ),
    ),
    _entry(
        "PL914",
        ("Unknown kind of unit", "Loại đơn vị không có trong kế hoạch"),
        (
            "The kinds of unit and their sheets stand under “kinds” in plan.yaml.",
            "Các loại đơn vị và tên trang tính được khai báo ở “kinds” trong plan.yaml.",
        ),
        plain=_word(
            "The plan has no kind of unit “{name}”.",
            "Correct it, or add it under “kinds” in plan.yaml. " + _UNKNOWN[0],
            "Kế hoạch không có loại đơn vị “{name}”.",
            "Đề nghị sửa lại, hoặc khai báo ở “kinds” trong plan.yaml. " + _UNKNOWN[1],
        ),
        near=_word(
            "The plan has no kind of unit “{name}”; it has “{near}”.",
            _NEAR[0],
            "Kế hoạch không có loại đơn vị “{name}”; có “{near}”.",
            _NEAR[1],
        ),
    ),
    _entry(
        "PL915",
        ("Unknown level or area", "Cấp hoặc khu vực không có trong kế hoạch"),
        (
            "A threshold for a level or an area that no unit can have would never be applied.",
            "Ngưỡng đặt cho cấp hoặc khu vực không có đơn vị nào thì không bao giờ được áp dụng.",
        ),
        plain=_word(
            "The plan has no level “{name}”.",
            "Correct it, or add it under “levels” in plan.yaml. " + _UNKNOWN[0],
            "Kế hoạch không có cấp “{name}”.",
            "Đề nghị sửa lại, hoặc khai báo ở “levels” trong plan.yaml. " + _UNKNOWN[1],
        ),
        near=_word(
            "The plan has no level “{name}”; it has “{near}”.",
            _NEAR[0],
            "Kế hoạch không có cấp “{name}”; có “{near}”.",
            _NEAR[1],
        ),
        area=_word(
            "The plan has no area “{name}”.",
            "Correct it, or add it under “areas” in plan.yaml. " + _UNKNOWN[0],
            "Kế hoạch không có khu vực “{name}”.",
            "Đề nghị sửa lại, hoặc khai báo ở “areas” trong plan.yaml. " + _UNKNOWN[1],
        ),
        area_near=_word(
            "The plan has no area “{name}”; it has “{near}”.",
            _NEAR[0],
            "Kế hoạch không có khu vực “{name}”; có “{near}”.",
            _NEAR[1],
        ),
    ),
    _entry(
        "PL916",
        ("Scope that can never match", "Phạm vi không bao giờ khớp"),
        (
            "Each scope of a target holds units of its own; one that holds none, or the same as another, "
            "is a mistake. Units that a scope names are left out of the target's other scopes.",
            "Mỗi phạm vi của chỉ tiêu có các đơn vị riêng; phạm vi không có đơn vị nào hoặc trùng phạm vi "
            "khác là sai. Đơn vị được nêu tên trong một phạm vi thì không thuộc các phạm vi khác của chỉ "
            "tiêu.",
        ),
        plain=_word(
            "The scope asks for the area “{name}”, but no kind of the target ({kinds}) must state its area.",
            "Set area_required: true for that kind in plan.yaml, or drop the area here.",
            "Phạm vi yêu cầu khu vực “{name}” nhưng loại đơn vị của chỉ tiêu ({kinds}) không bắt buộc ghi "
            "khu vực.",
            "Đề nghị đặt area_required: true cho loại đơn vị đó trong plan.yaml, hoặc bỏ khu vực ở đây.",
        ),
        twice=_word(
            "The target has this scope already, as number {first}.",
            "Keep one; figures that change by year stand in one scope, with “since”.",
            "Chỉ tiêu đã có phạm vi này ở mục thứ {first}.",
            "Đề nghị chỉ giữ một; mức thay đổi theo năm thì ghi trong cùng phạm vi, với “since”.",
        ),
        named=_word(
            "The unit “{name}” is named already, in scope number {first} of the target.",
            "Keep it in one scope.",
            "Đơn vị “{name}” đã được nêu ở phạm vi thứ {first} của chỉ tiêu.",
            "Đề nghị chỉ giữ đơn vị này ở một phạm vi.",
        ),
        narrowed=_word(
            "The scope names its units, so a level or an area says nothing more.",
            "Remove “level” and “area”, or “units”.",
            "Phạm vi đã nêu tên đơn vị nên cấp hoặc khu vực không còn ý nghĩa.",
            "Đề nghị bỏ “level” và “area”, hoặc bỏ “units”.",
        ),
        reported=_word(
            "The target is published as a percentage alone, which no single unit has.",
            "Name a level or an area, or give the target measures of its own.",
            "Chỉ tiêu chỉ có tỷ lệ đã công bố, không có số liệu của từng đơn vị.",
            "Đề nghị ghi cấp hoặc khu vực, hoặc dùng chỉ tiêu có số liệu riêng.",
        ),
    ),
    _entry(
        "PL917",
        ("Id twice", "Mã lặp lại"),
        (
            "An id names one thing. Targets and commitments share one set of ids; so do measures, the "
            "columns of "
            "commitments and the identity columns.",
            "Mỗi mã chỉ gọi một đối tượng. Chỉ tiêu và nhiệm vụ dùng chung một bộ mã; số liệu, cột của "
            "nhiệm vụ và "
            "cột nhận dạng cũng vậy.",
        ),
        plain=_word(
            "The id “{name}” is taken already, in {first}.",
            "Give one of the two another id.",
            "Mã “{name}” đã được dùng ở {first}.",
            "Đề nghị đổi một trong hai mã.",
        ),
        column=_word(
            "The id “{name}” belongs to an identity column.",
            "Give the measure another id.",
            "Mã “{name}” là của cột nhận dạng.",
            "Đề nghị đặt mã khác cho số liệu.",
        ),
        list=_word(
            "“{name}” stands in this list twice.",
            "Remove one.",
            "“{name}” có hai lần trong danh sách này.",
            "Đề nghị bỏ bớt một.",
        ),
    ),
    _entry(
        "PL918",
        ("Names that cannot be told apart", "Tên gọi không phân biệt được"),
        (
            "Sheets, columns and choices are found by name, without regard to case, spacing, zero-width "
            "characters "
            "and the placement of tones. Two that become equal could not be told apart.",
            "Trang tính, cột và giá trị được nhận biết theo tên, không phân biệt chữ hoa chữ thường, "
            "khoảng trắng, ký "
            "tự ẩn và cách đặt dấu thanh. Hai tên trở thành giống nhau thì không phân biệt được.",
        ),
        plain=_word(
            "“{name}” of {owner} cannot be told apart from a name of {first}.",
            "Change one of the two names.",
            "“{name}” của {owner} không phân biệt được với một tên của {first}.",
            "Đề nghị đổi một trong hai tên.",
        ),
    ),
    _entry(
        "PL919",
        ("Part that does not fit its whole", "Phần không khớp với tổng thể"),
        (
            "“at_most” names the measure that this one is a part of, row by row: part ≤ whole. “parts” are "
            "the measures that add up to this one. Only amounts have decimals.",
            "“at_most” là số liệu tổng thể mà số liệu này là một phần, xét từng dòng: phần ≤ tổng thể. "
            "“parts” "
            "là các số liệu cộng lại bằng số liệu này. Chỉ số lượng (amount) mới có phần thập phân.",
        ),
        type=_word(
            "Only counts are parts of one another; {part} or {whole} is yes/no.",
            "Remove at_most, or correct the measure.",
            "Chỉ số đếm mới có quan hệ phần và tổng thể; {part} hoặc {whole} là số liệu có/không.",
            "Đề nghị bỏ at_most hoặc sửa lại số liệu.",
        ),
        circle=_word(
            "{part} would be a part of itself, by way of {whole}.",
            "Remove one at_most of the circle.",
            "{part} trở thành một phần của chính nó, thông qua {whole}.",
            "Đề nghị bỏ một at_most trong vòng lặp.",
        ),
        kind=_word(
            "{part} is reported by a kind of unit that does not report {whole}.",
            "Let the same kinds report both, or remove at_most.",
            "Có loại đơn vị báo cáo {part} nhưng không báo cáo {whole}.",
            "Đề nghị để cùng loại đơn vị báo cáo cả hai, hoặc bỏ at_most.",
        ),
        unit_of_part=_word(
            "{part} and {whole} have different units, so neither is a part of the other.",
            "Give both the same unit, or remove at_most.",
            "{part} và {whole} khác đơn vị tính nên không thể là phần của nhau.",
            "Đề nghị dùng cùng đơn vị tính, hoặc bỏ at_most.",
        ),
        parts_type=_word(
            "Only counts and amounts are parts of one another; {part} or {whole} is yes/no.",
            "Remove it here, or correct the measure.",
            "Chỉ số đếm và số lượng mới là phần của nhau; {part} hoặc {whole} là số liệu có/không.",
            "Đề nghị bỏ ở đây hoặc sửa lại số liệu.",
        ),
        parts_unit=_word(
            "{part} and {whole} have different units, so the parts cannot add up.",
            "Give both the same unit, or remove it from “parts”.",
            "{part} và {whole} khác đơn vị tính nên không thể cộng lại.",
            "Đề nghị dùng cùng đơn vị tính, hoặc bỏ khỏi “parts”.",
        ),
        parts_kind=_word(
            "No kind of unit reports both {part} and {whole}.",
            "Let the same kinds report both, or remove it from “parts”.",
            "Không có loại đơn vị nào báo cáo cả {part} và {whole}.",
            "Đề nghị để cùng loại đơn vị báo cáo cả hai, hoặc bỏ khỏi “parts”.",
        ),
        again=_word(
            "{part} stands among the parts of {whole} already, or is {whole} itself.",
            "Remove it here.",
            "{part} đã có trong các phần của {whole}, hoặc chính là {whole}.",
            "Đề nghị bỏ ở đây.",
        ),
        decimals=_word(
            "{name} is no amount, so it has no decimals.",
            "Remove “decimals”, or write type: amount.",
            "{name} không phải là số lượng nên không có phần thập phân.",
            "Đề nghị bỏ “decimals”, hoặc ghi type: amount.",
        ),
        unit=_word(
            "{name} is yes/no, so it has no unit of measure.",
            "Remove “unit”.",
            "{name} là số liệu có/không nên không có đơn vị tính.",
            "Đề nghị bỏ “unit”.",
        ),
    ),
    _entry(
        "PL920",
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
        kind=_word(
            "Units of the kind {kind} do not report {name}.",
            "Remove the kind here, or add it to the measure's kinds.",
            "Đơn vị loại {kind} không báo cáo {name}.",
            "Đề nghị bỏ loại đơn vị ở đây, hoặc thêm vào “kinds” của số liệu.",
        ),
        sum=_word(
            "{name} is yes/no and cannot be added up.",
            "Use a count, or make this a coverage target.",
            "{name} là số liệu có/không, không cộng được.",
            "Đề nghị dùng số đếm, hoặc chuyển thành chỉ tiêu độ bao phủ (coverage).",
        ),
        count=_word(
            "{name} is a count: from how many on is the practice there?",
            "Add at_least, for instance at_least: 1.",
            "{name} là số đếm: từ bao nhiêu trở lên thì coi là có?",
            "Đề nghị bổ sung at_least, ví dụ at_least: 1.",
        ),
        yes_no=_word(
            "{name} is yes/no, so at_least has no meaning.",
            "Remove at_least.",
            "{name} là số liệu có/không nên at_least không có ý nghĩa.",
            "Đề nghị bỏ at_least.",
        ),
        both=_word(
            "A measure stands above the line and below it.",
            "Remove it from the numerator or the denominator.",
            "Có số liệu vừa ở tử số vừa ở mẫu số.",
            "Đề nghị bỏ khỏi tử số hoặc mẫu số.",
        ),
        unit_sum=_word(
            "Figures in “{first}” and in “{second}” cannot be added up.",
            "Give the measures one unit, or make a target of each.",
            "Không cộng được số liệu tính bằng “{first}” với số liệu tính bằng “{second}”.",
            "Đề nghị dùng một đơn vị tính, hoặc tách thành các chỉ tiêu.",
        ),
        unit_ratio=_word(
            "“{first}” of “{second}” is no percentage.",
            "Add per: 1 (or per: 1000, …) and a “unit”, for instance “VND million per library”.",
            "“{first}” trên “{second}” không phải là tỷ lệ phần trăm.",
            "Đề nghị bổ sung per: 1 (hoặc per: 1000, …) và “unit”, ví dụ “triệu đồng/thư viện”.",
        ),
        unit_percent=_word(
            "The ratio is a percentage, so it has no unit of its own.",
            "Remove “unit”, or add “per” with the number that it is for.",
            "Tỷ lệ tính bằng phần trăm nên không có đơn vị tính riêng.",
            "Đề nghị bỏ “unit”, hoặc bổ sung “per” là số để tính.",
        ),
    ),
    _entry(
        "PL921",
        ("Weight or factor not above its limit", "Trọng số hoặc hệ số không hợp lệ"),
        (
            "A target weighs more than 0 in a unit's score; a jump is a factor above 1.",
            "Trọng số của chỉ tiêu trong điểm phải lớn hơn 0; hệ số tăng giảm đột biến phải lớn hơn 1.",
        ),
        plain=_word(
            "The weight {value} is not above 0.",
            "Write a weight above 0; without one it is 1.",
            "Trọng số {value} không lớn hơn 0.",
            "Đề nghị ghi trọng số lớn hơn 0; không ghi thì là 1.",
        ),
        factor=_word(
            "The factor {value} is not above 1, so every change would be doubted.",
            "Write a factor above 1, for instance 5.",
            "Hệ số {value} không lớn hơn 1 nên mọi thay đổi đều bị nghi ngờ.",
            "Đề nghị ghi hệ số lớn hơn 1, ví dụ 5.",
        ),
    ),
    _entry(
        "PL922",
        ("Years that do not fit", "Năm hoặc thời hạn không phù hợp"),
        (
            "The base year lies before the target year; growth on the year before is due each year.",
            "Năm gốc phải trước năm mục tiêu; chỉ tiêu tăng so với năm trước phải thực hiện hằng năm.",
        ),
        plain=_word(
            "The base year {first} does not lie before the target year {last}.",
            "Correct one of the two years.",
            "Năm gốc {first} không trước năm mục tiêu {last}.",
            "Đề nghị sửa lại một trong hai năm.",
        ),
        due=_word(
            "Growth on the year before is asked for every year, not by the target year.",
            "Write due: each_year, or kind: growth_average.",
            "Tăng so với năm trước là yêu cầu của từng năm, không phải đến năm mục tiêu.",
            "Đề nghị ghi due: each_year, hoặc kind: growth_average.",
        ),
    ),
    _entry(
        "PL923",
        ("Commitment without a column", "Nhiệm vụ không có cột số liệu"),
        (
            "A commitment has a yes/no column of its own (“column”), or is done where a measure that is "
            "there anyway "
            "reaches “at_least”.",
            "Nhiệm vụ có cột có/không riêng (“column”), hoặc được coi là thực hiện khi một số liệu sẵn có "
            "đạt "
            "“at_least”.",
        ),
        plain=_word(
            "Nothing says how {name} is known to be done.",
            "Add “column” with its labels, or “measure” with “at_least”.",
            "Chưa có căn cứ để biết {name} đã được thực hiện.",
            "Đề nghị bổ sung “column” cùng tên cột, hoặc “measure” kèm “at_least”.",
        ),
        both=_word(
            "{name} has a column of its own and a measure as well.",
            "Keep one of the two.",
            "{name} vừa có cột riêng vừa có số liệu.",
            "Đề nghị chỉ giữ một trong hai.",
        ),
        at_least=_word(
            "The column of {name} is yes/no, so at_least has no meaning.",
            "Remove at_least.",
            "Cột của {name} là có/không nên at_least không có ý nghĩa.",
            "Đề nghị bỏ at_least.",
        ),
    ),
    _entry(
        "PL924",
        ("Something that a plan needs", "Kế hoạch thiếu nội dung cần thiết"),
        (
            "A plan has at least one target, the period “year” and of every other one the share of a year, "
            "something to report for each kind of unit, and areas where a kind must say its own.",
            "Kế hoạch có ít nhất một chỉ tiêu, có kỳ “year”, mỗi kỳ khác có tỷ trọng trong năm, mỗi loại đơn "
            "vị có số liệu để báo cáo, và có danh sách khu vực nếu có loại đơn vị phải ghi khu vực.",
        ),
        targets=_word(
            "No file of the plan has a target.",
            "Add one under “targets” in a file listed here.",
            "Không tệp nào của kế hoạch có chỉ tiêu.",
            "Đề nghị bổ sung ở “targets” trong một tệp có tên ở đây.",
        ),
        year=_word(
            "The period “year” is missing.",
            "Add it: every report is for a year or its first half.",
            "Thiếu kỳ “year”.",
            "Đề nghị bổ sung: mỗi báo cáo là của cả năm hoặc 6 tháng đầu năm.",
        ),
        year_parts=_word(
            "The period “year” is missing.",
            "Add it: every report is for a year or a part of it.",
            "Thiếu kỳ “year”.",
            "Đề nghị bổ sung: mỗi báo cáo là của cả năm hoặc một phần của năm.",
        ),
        whole_year=_word(
            "The period “year” is the whole year.",
            "Remove “share” and “months” here.",
            "Kỳ “year” là cả năm.",
            "Đề nghị bỏ “share” và “months” ở đây.",
        ),
        no_share=_word(
            "Nothing says which part of a year's figure is expected of the period “{name}”.",
            "Add its share, like share: 1/4.",
            "Chưa ghi kỳ “{name}” chiếm tỷ trọng bao nhiêu trong năm.",
            "Đề nghị bổ sung tỷ trọng, như share: 1/4.",
        ),
        share=_word(
            "“{value}” is no part of a year for the period “{name}”.",
            "Write a fraction between 0 and 1, like 1/4.",
            "“{value}” không phải là một phần của năm cho kỳ “{name}”.",
            "Đề nghị viết một phân số giữa 0 và 1, như 1/4.",
        ),
        months=_word(
            "The months of the period “{name}” cannot be told, or are the whole year.",
            "Write its first and last month, like months: [1, 9].",
            "Không xác định được các tháng của kỳ “{name}”, hoặc kỳ này là cả năm.",
            "Đề nghị ghi tháng đầu và tháng cuối, như months: [1, 9].",
        ),
        areas=_word(
            "Units of the kind {name} must say their area, and the plan has no areas to choose from.",
            "List the areas under “areas”, or leave area_required out.",
            "Đơn vị loại {name} phải ghi khu vực nhưng kế hoạch không có khu vực nào để chọn.",
            "Đề nghị liệt kê các khu vực ở “areas”, hoặc bỏ area_required.",
        ),
        kind=_word(
            "Units of the kind {name} have nothing to report.",
            "Add a measure for the kind, or remove it.",
            "Đơn vị loại {name} không có số liệu nào để báo cáo.",
            "Đề nghị bổ sung số liệu cho loại đơn vị này, hoặc bỏ loại đơn vị.",
        ),
    ),
    _entry(
        "PL925",
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
        plain=_word(
            "There is no plan “{name}” whose words could be shared.",
            "Write the id of a bundled plan ({known}), or the path from this folder to that of another plan.",
            "Không có kế hoạch “{name}” để dùng chung từ ngữ.",
            "Đề nghị ghi mã của kế hoạch có sẵn ({known}), hoặc đường dẫn từ thư mục này đến thư mục của kế "
            "hoạch khác.",
        ),
        chain=_word(
            "The plan “{name}” has its words from another one itself.",
            "Name the plan that they are written in.",
            "Kế hoạch “{name}” cũng dùng từ ngữ của kế hoạch khác.",
            "Đề nghị ghi kế hoạch gốc, nơi có các từ ngữ này.",
        ),
        line=_word(
            "The plan “{name}” is not named in the way that is looked for.",
            "Write “shares: {name}” on a line of its own that begins with the key.",
            "Kế hoạch “{name}” chưa được ghi đúng cách.",
            "Đề nghị ghi “shares: {name}” thành một dòng riêng, bắt đầu bằng khóa này.",
        ),
        leave_out=_word(
            "No plan is shared that has a measure “{name}” to be left out.",
            "Correct the id, or remove it here.",
            "Không dùng chung kế hoạch nào có số liệu “{name}” để bỏ ra.",
            "Đề nghị sửa lại mã, hoặc bỏ mục này.",
        ),
    ),
    _entry(
        "PL926",
        ("Count of several units", "Số đếm của nhiều đơn vị"),
        (
            "A count or an amount has a figure for several units together only where the plan says what that "
            "is: their sum or their mean. Without it each unit has its result, and the group has none. There "
            "is one unit at the highest level, and in a scope that names one.",
            "Số đếm hoặc số lượng chỉ có kết quả chung của nhiều đơn vị khi kế hoạch nói rõ là tổng hay "
            "trung "
            "bình. Nếu không, từng đơn vị vẫn có kết quả, nhóm thì không. Cấp cao nhất và phạm vi nêu tên "
            "một "
            "đơn vị được coi là có một đơn vị.",
        ),
        Severity.WARNING,
        plain=_word(
            "The scope of {name} may hold several units, and nothing says what their figure together is.",
            "Add together: sum or together: mean to the target; where there is one unit, name it: units: "
            "[code].",
            "Phạm vi này của {name} có thể có nhiều đơn vị nhưng chưa nói kết quả chung là gì.",
            "Đề nghị bổ sung together: sum (tổng) hoặc together: mean (trung bình) vào chỉ tiêu; nếu chỉ có "
            "một đơn vị thì nêu mã: units: [mã].",
        ),
    ),
    _entry(
        "PL927",
        ("Figure of another target", "Kết quả của chỉ tiêu khác"),
        (
            "“threshold: {target: id}” holds a target against what another one comes to as a whole in the "
            "same "
            "year and period; “level” and “area” say which scope of it is meant. It must be there before "
            "this "
            "one is judged, and be a figure of the same sort.",
            "“threshold: {target: id}” lấy kết quả chung của một chỉ tiêu khác trong cùng năm và cùng kỳ làm "
            "mức so sánh; “level” và “area” chỉ rõ phạm vi nào của chỉ tiêu đó. Kết quả đó phải có trước và "
            "cùng loại số liệu.",
        ),
        plain=_word(
            "The plan has no target “{name}”.",
            "Correct it. " + _UNKNOWN[0],
            "Kế hoạch không có chỉ tiêu “{name}”.",
            "Đề nghị sửa lại. " + _UNKNOWN[1],
        ),
        keys=_word(
            "The figure of another target is named by the keys {known} alone; “{value}” is not possible "
            "here.",
            "Write {{target: id}}, or {{target: id, level: …, area: …}}.",
            "Kết quả của chỉ tiêu khác chỉ được nêu bằng các khóa {known}; “{value}” không dùng được ở đây.",
            "Đề nghị viết {{target: id}}, hoặc {{target: id, level: …, area: …}}.",
        ),
        scope=_word(
            "{name} has no scope of this level and area.",
            "Name the level and area of one of its scopes.",
            "{name} không có phạm vi nào của cấp và khu vực này.",
            "Đề nghị ghi cấp và khu vực của một phạm vi của chỉ tiêu đó.",
        ),
        coverage=_word(
            "A share of units is not settled while reports are missing, so nothing is held against it, nor "
            "it "
            "against another figure ({name}).",
            "Write the figure itself, or use a ratio of counts.",
            "Tỷ lệ đơn vị chưa xác định khi còn thiếu báo cáo nên không dùng để so sánh với chỉ tiêu khác "
            "({name}).",
            "Đề nghị ghi con số cụ thể, hoặc dùng tỷ lệ của các số đếm.",
        ),
        chain=_word(
            "This scope of {name} is itself held against the figure of another target.",
            "Name the target that has the figure; one that only gives it has threshold: null.",
            "Phạm vi này của {name} cũng so sánh với kết quả của chỉ tiêu khác.",
            "Đề nghị nêu chỉ tiêu gốc; chỉ tiêu chỉ để lấy kết quả thì ghi threshold: null.",
        ),
        several=_word(
            "{name} has no figure for several units together.",
            "Add together: sum or together: mean to it.",
            "{name} chưa có kết quả chung của nhiều đơn vị.",
            "Đề nghị bổ sung together: sum hoặc together: mean cho chỉ tiêu đó.",
        ),
        due=_word(
            "The figure of {name} is known for each year alone, and none for the target year.",
            "Write due: each_year.",
            "Kết quả của {name} chỉ có theo từng năm, không có sẵn cho năm mục tiêu.",
            "Đề nghị ghi due: each_year.",
        ),
        unlike=_word(
            "The figure of {name} is of another sort or in another unit.",
            "Compare percentages with percentages, and figures of one unit with each other.",
            "Kết quả của {name} khác loại hoặc khác đơn vị tính.",
            "Đề nghị chỉ so sánh tỷ lệ phần trăm với nhau, số cùng đơn vị tính với nhau.",
        ),
    ),
)
