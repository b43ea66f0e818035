"""PL910–PL912, PL921, PL926, PL927: thresholds and weights of a plan, and the figures that several units or
another target have."""

from __future__ import annotations

from lifelong_learning.catalogue import ERROR, WARNING, Entry, worded
from lifelong_learning.catalogue.plan_rules import POSSIBLE

ENTRIES = (
    Entry.of(
        "PL910",
        ERROR,
        ("Threshold that cannot be read", "Không đọc được ngưỡng"),
        (
            "A threshold is “10%”, a band “[10%, 15%]”, for counts a whole number, for amounts and figures "
            "“per” so many a number, a list of {since, value} for figures that change, {target} for the "
            "figure of another target, or null where the plan watches without a figure.",
            "Ngưỡng viết là “10%”, khoảng “[10%, 15%]”, với số đếm là số nguyên, với số lượng có đơn vị tính "
            "và số tính “per” là một số, danh sách {since, value} nếu thay đổi theo năm, {target} nếu lấy "
            "theo kết quả của chỉ tiêu khác, hoặc null nếu kế hoạch chỉ theo dõi, không đặt chỉ tiêu.",
        ),
        percent=worded(
            "The threshold must be a percentage, and “{value}” is none.",
            "Write it like 10% or 12.5%, with a point for decimals.",
            "Ngưỡng phải là tỷ lệ phần trăm, “{value}” không phải.",
            "Đề nghị viết như 10% hoặc 12.5%, phần thập phân dùng dấu chấm.",
        ),
        whole=worded(
            "The threshold of a count must be a whole number, and “{value}” is none.",
            "Write digits alone, like 3 or 90000.",
            "Ngưỡng của chỉ tiêu đếm phải là số nguyên, “{value}” không phải.",
            "Đề nghị chỉ viết các chữ số, như 3 hoặc 90000.",
        ),
        number=worded(
            "The threshold must be a number, and “{value}” is none.",
            "Write it like 250 or 12.5, with a point for decimals and without its unit.",
            "Ngưỡng phải là một số, “{value}” không phải.",
            "Đề nghị viết như 250 hoặc 12.5, phần thập phân dùng dấu chấm, không ghi đơn vị tính.",
        ),
        positive=worded(
            "The threshold {value} is not above zero, so everything would reach it.",
            "Write the figure of the plan; for none at all write null.",
            "Ngưỡng {value} không lớn hơn 0 nên đơn vị nào cũng đạt.",
            "Đề nghị ghi đúng chỉ tiêu của kế hoạch; nếu không có chỉ tiêu thì ghi null.",
        ),
        negative=worded(
            "Nothing can be as low as {value}, which is below zero.",
            "Write a limit of 0 or more; only a growth can be limited to less.",
            "Không giá trị nào có thể thấp đến {value} vì số này nhỏ hơn 0.",
            "Đề nghị ghi giới hạn từ 0 trở lên; chỉ tốc độ tăng mới có giới hạn âm.",
        ),
        both=worded(
            "The scope has a threshold to be reached and a limit not to be passed.",
            "Keep one of the two, “threshold” or “at_most”.",
            "Phạm vi vừa có mức phải đạt vừa có mức không được vượt.",
            "Đề nghị chỉ giữ một trong hai: “threshold” hoặc “at_most”.",
        ),
        over=worded(
            "A share of units cannot reach {value}.",
            "Write at most 100%.",
            "Tỷ lệ đơn vị không thể đạt {value}.",
            "Đề nghị ghi không quá 100%.",
        ),
        range=worded(
            "A band is two figures in brackets, and “{value}” is none.",
            "Write [{lower}, {upper}].",
            "Khoảng phải viết thành hai số trong ngoặc vuông, “{value}” chưa đúng.",
            "Đề nghị viết [{lower}, {upper}].",
        ),
        band=worded(
            "A band has two figures; this one has {count}.",
            "Write [lower, upper], or the one figure without brackets.",
            "Khoảng gồm hai số; ở đây có {count}.",
            "Đề nghị viết [mức dưới, mức trên], hoặc một số duy nhất không có dấu ngoặc.",
        ),
        dated=worded(
            "A dated threshold has the keys “since” and “value” alone.",
            "Write {{since: 2025, value: 10%}} for each step.",
            "Ngưỡng theo năm chỉ có hai khóa “since” và “value”.",
            "Đề nghị viết mỗi bước là {{since: 2025, value: 10%}}.",
        ),
    ),
    Entry.of(
        "PL911",
        ERROR,
        ("Band upside down", "Khoảng bị đảo ngược"),
        (
            "The lower figure of a band is what must be reached, the upper what counts as exceeding.",
            "Mức dưới của khoảng là mức phải đạt, trên mức trên được coi là vượt.",
        ),
        plain=worded(
            "The upper figure {upper} of the band is not above the lower figure {lower}.",
            "Put the lower figure first, or write one figure alone.",
            "Mức trên {upper} của khoảng không lớn hơn mức dưới {lower}.",
            "Đề nghị viết mức dưới trước, hoặc chỉ viết một số.",
        ),
    ),
    Entry.of(
        "PL912",
        ERROR,
        ("Dated thresholds out of order", "Ngưỡng theo năm không đúng thứ tự"),
        (
            "Each figure of a dated threshold holds from its year until the next. Only the first may be "
            "without a year.",
            "Mỗi mức áp dụng từ năm ghi trong “since” đến khi có mức tiếp theo. Chỉ mức đầu tiên được bỏ "
            "trống năm.",
        ),
        plain=worded(
            "The year {since} does not come after {before}.",
            "Put the years in order, each once.",
            "Năm {since} không đứng sau năm {before}.",
            "Đề nghị xếp các năm theo thứ tự tăng dần, mỗi năm một lần.",
        ),
        year=worded(
            "“since” must be a year, and only the first figure may be without.",
            "Write it like since: 2025.",
            "“since” phải là một năm; chỉ mức đầu tiên được bỏ trống.",
            "Đề nghị viết như since: 2025.",
        ),
        beyond=worded(
            "A figure since {since} never holds: the target year is {last}.",
            "Correct the year, or remove the figure.",
            "Mức áp dụng từ năm {since} không bao giờ có hiệu lực: năm mục tiêu là {last}.",
            "Đề nghị sửa lại năm hoặc bỏ mức này.",
        ),
    ),
    Entry.of(
        "PL921",
        ERROR,
        ("Weight or factor not above its limit", "Trọng số hoặc hệ số không hợp lệ"),
        (
            "A target weighs more than 0 in a unit's score; a jump is a factor above 1.",
            "Trọng số của chỉ tiêu trong điểm phải lớn hơn 0; hệ số tăng giảm đột biến phải lớn hơn 1.",
        ),
        plain=worded(
            "The weight {value} is not above 0.",
            "Write a weight above 0; without one it is 1.",
            "Trọng số {value} không lớn hơn 0.",
            "Đề nghị ghi trọng số lớn hơn 0; không ghi thì là 1.",
        ),
        factor=worded(
            "The factor {value} is not above 1, so every change would be doubted.",
            "Write a factor above 1, for instance 5.",
            "Hệ số {value} không lớn hơn 1 nên mọi thay đổi đều bị nghi ngờ.",
            "Đề nghị ghi hệ số lớn hơn 1, ví dụ 5.",
        ),
    ),
    Entry.of(
        "PL926",
        WARNING,
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
        plain=worded(
            "The scope of {name} may hold several units, and nothing says what their figure together is.",
            "Add together: sum or together: mean to the target; where there is one unit, name it: units: "
            "[code].",
            "Phạm vi này của {name} có thể có nhiều đơn vị nhưng chưa nói kết quả chung là gì.",
            "Đề nghị bổ sung together: sum (tổng) hoặc together: mean (trung bình) vào chỉ tiêu; nếu chỉ có "
            "một đơn vị thì nêu mã: units: [mã].",
        ),
    ),
    Entry.of(
        "PL927",
        ERROR,
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
        plain=worded(
            "The plan has no target “{name}”.",
            "Correct it. " + POSSIBLE[0],
            "Kế hoạch không có chỉ tiêu “{name}”.",
            "Đề nghị sửa lại. " + POSSIBLE[1],
        ),
        keys=worded(
            "The figure of another target is named by the keys {known} alone; “{value}” is not possible "
            "here.",
            "Write {{target: id}}, or {{target: id, level: …, area: …}}.",
            "Kết quả của chỉ tiêu khác chỉ được nêu bằng các khóa {known}; “{value}” không dùng được ở đây.",
            "Đề nghị viết {{target: id}}, hoặc {{target: id, level: …, area: …}}.",
        ),
        scope=worded(
            "{name} has no scope of this level and area.",
            "Name the level and area of one of its scopes.",
            "{name} không có phạm vi nào của cấp và khu vực này.",
            "Đề nghị ghi cấp và khu vực của một phạm vi của chỉ tiêu đó.",
        ),
        coverage=worded(
            "A share of units is not settled while reports are missing, so nothing is held against it, nor "
            "it "
            "against another figure ({name}).",
            "Write the figure itself, or use a ratio of counts.",
            "Tỷ lệ đơn vị chưa xác định khi còn thiếu báo cáo nên không dùng để so sánh với chỉ tiêu khác "
            "({name}).",
            "Đề nghị ghi con số cụ thể, hoặc dùng tỷ lệ của các số đếm.",
        ),
        chain=worded(
            "This scope of {name} is itself held against the figure of another target.",
            "Name the target that has the figure; one that only gives it has threshold: null.",
            "Phạm vi này của {name} cũng so sánh với kết quả của chỉ tiêu khác.",
            "Đề nghị nêu chỉ tiêu gốc; chỉ tiêu chỉ để lấy kết quả thì ghi threshold: null.",
        ),
        several=worded(
            "{name} has no figure for several units together.",
            "Add together: sum or together: mean to it.",
            "{name} chưa có kết quả chung của nhiều đơn vị.",
            "Đề nghị bổ sung together: sum hoặc together: mean cho chỉ tiêu đó.",
        ),
        due=worded(
            "The figure of {name} is known for each year alone, and none for the target year.",
            "Write due: each_year.",
            "Kết quả của {name} chỉ có theo từng năm, không có sẵn cho năm mục tiêu.",
            "Đề nghị ghi due: each_year.",
        ),
        unlike=worded(
            "The figure of {name} is of another sort or in another unit.",
            "Compare percentages with percentages, and figures of one unit with each other.",
            "Kết quả của {name} khác loại hoặc khác đơn vị tính.",
            "Đề nghị chỉ so sánh tỷ lệ phần trăm với nhau, số cùng đơn vị tính với nhau.",
        ),
    ),
)
