"""Codes of the family RW: rows held against each other, against totals and earlier submissions."""

from __future__ import annotations

from lifelong_learning.catalogue import ERROR, INFO, WARNING, Entry, Pair, Wording, says

_WHICH_ROW = (
    "Keep the row that is right and delete the other.",
    "Đề nghị giữ dòng đúng và xóa dòng còn lại.",
)
_SAME_EVERYWHERE = (
    "Write it the same in every row, or give the other unit its own code.",
    "Đề nghị ghi thống nhất ở mọi dòng, hoặc dùng mã riêng cho đơn vị khác.",
)
_CONFIRM = (
    "Confirm the correction in the note, or restore the earlier figure.",
    "Đề nghị nêu lý do điều chỉnh ở cột giải trình, hoặc ghi lại số liệu đã gửi.",
)
_CHECK_BOTH = (
    "Check both figures and correct the one that is wrong.",
    "Đề nghị kiểm tra cả hai số liệu và sửa số liệu sai.",
)


def _differs(what: Pair, here: str = "{value}", there: str = "{value.other}") -> Wording:
    return says(
        (
            f"The {what[0]} of unit {{unit}} is “{here}” here and “{there}” at {{value.at}}.",
            f"{what[1]} của đơn vị {{unit}} tại đây là “{here}”, còn tại {{value.at}} là “{there}”.",
        ),
        _SAME_EVERYWHERE,
    )


CHOICES = ("{here}", "{there}")
"""Level and area are shown by their labels in the reader's language."""
NAME, LEVEL = ("name", "Tên"), ("level", "Cấp")
DISTRICT, AREA = ("district", "Huyện, thành phố"), ("area", "Khu vực")

_NOTHING = (
    "If one of them is a unit, give it its code, level and year; else leave them as they are.",
    "Nếu trong đó có dòng của đơn vị, đề nghị ghi đủ mã đơn vị, cấp và năm; nếu không thì giữ nguyên.",
)

ENTRIES = (
    Entry.of(
        "RW301",
        ERROR,
        ("Unit and period twice", "Đơn vị và kỳ báo cáo bị lặp"),
        (
            "A row is one unit in one year and period. Where two rows do not contradict each other, their "
            "figures are put together; where they do, the figures in conflict are taken out.",
            "Mỗi dòng là một đơn vị trong một năm và một kỳ. Nếu hai dòng không mâu thuẫn thì số liệu được "
            "ghép lại; nếu mâu thuẫn thì các số liệu trái nhau bị loại.",
        ),
        plain=says(
            (
                "Unit {value} has a second row for the same year and period (first: {value.other}); "
                "nothing contradicts, and the two are put together.",
                "Đơn vị {value} có dòng thứ hai cho cùng năm và kỳ (dòng đầu: {value.other}); số liệu "
                "không mâu thuẫn và được ghép lại.",
            ),
            ("Keep one row for each unit and period.", "Đề nghị chỉ giữ một dòng cho mỗi đơn vị và kỳ."),
            WARNING,
        ),
        conflict=says(
            (
                "Unit {value} has a second row for the same year and period (first: {value.other}), with "
                "other figures; those in conflict are taken out.",
                "Đơn vị {value} có dòng thứ hai cho cùng năm và kỳ (dòng đầu: {value.other}) với số liệu "
                "khác; các số liệu trái nhau bị loại.",
            ),
            _WHICH_ROW,
        ),
        reported=says(
            (
                "The figure for {value} is published twice, with the same value (first: {first}).",
                "Số liệu công bố của {value} bị lặp với cùng giá trị (lần đầu: {first}).",
            ),
            _WHICH_ROW,
            WARNING,
        ),
        reported_conflict=says(
            (
                "The figure for {value} is published twice, with different values (first: {first}); it is "
                "taken out.",
                "Số liệu công bố của {value} bị lặp với giá trị khác nhau (lần đầu: {first}); số liệu này "
                "bị loại.",
            ),
            _WHICH_ROW,
        ),
        register=says(
            (
                "The register lists {value} twice (first: {first}); the first entry counts.",
                "Danh mục có {value} hai lần (lần đầu: {first}); chỉ tính lần đầu.",
            ),
            _WHICH_ROW,
            WARNING,
        ),
    ),
    Entry.of(
        "RW302",
        ERROR,
        ("Part exceeds whole", "Số bộ phận lớn hơn tổng"),
        (
            "Some figures are part of another: visits by pupils of all visits, persons trained of all "
            "staff. A part above its whole is taken out; so is a whole that all of its parts do not add up "
            "to.",
            "Một số số liệu là bộ phận của số liệu khác: lượt học sinh trong tổng số lượt, số người được "
            "tập huấn trong tổng số cán bộ. Số bộ phận lớn hơn tổng thì bị loại; số tổng không bằng các bộ "
            "phận cộng lại cũng bị loại.",
        ),
        sum=says(
            (
                "{value} is not the sum of {parts}, which is {value.other}.",
                "{value} không bằng tổng của {parts} là {value.other}.",
            ),
            _CHECK_BOTH,
        ),
        plain=says(
            (
                "{value} is more than the {value.other} of “{whole}”, of which it is a part.",
                "{value} lớn hơn {value.other} của “{whole}”, trong khi chỉ là một bộ phận của số đó.",
            ),
            _CHECK_BOTH,
        ),
    ),
    Entry.of(
        "RW303",
        WARNING,
        ("Total differs from the sum", "Dòng tổng khác tổng các đơn vị"),
        (
            "A total, or the head of a part with figures, states the sum of unit rows: those since the last "
            "total, all above, those below up to the next total or head, all, or the totals of the parts. "
            "It is never counted itself.",
            "Dòng tổng hoặc dòng đầu mục có số liệu phải bằng tổng các dòng đơn vị: kể từ dòng tổng trước "
            "đó, tất cả các dòng phía trên, các dòng phía dưới đến dòng tổng hoặc đầu mục tiếp theo, toàn "
            "bảng, hoặc tổng của các mục. Bản thân dòng tổng không được tính.",
        ),
        plain=says(
            (
                "The total {value} is not the sum of the units' figures, {value.other}.",
                "Số tổng {value} không bằng tổng số liệu của các đơn vị là {value.other}.",
            ),
            (
                "Check the rows of the units, or the formula of the total.",
                "Đề nghị kiểm tra các dòng của đơn vị hoặc công thức của dòng tổng.",
            ),
        ),
    ),
    Entry.of(
        "RW304",
        WARNING,
        ("One unit with differing identity", "Một đơn vị có thông tin khác nhau"),
        (
            "A unit is its kind and its code. One code with two names, or with two levels, districts or "
            "areas within a year, may be two units that share a code.",
            "Đơn vị được xác định bằng loại và mã. Một mã có hai tên, hoặc trong một năm có hai cấp, hai "
            "huyện hay hai khu vực, có thể là hai đơn vị trùng mã.",
        ),
        name=_differs(NAME),
        name_marks=says(
            (
                "The name of unit {unit} is “{value}” here, perhaps for “{value.other}” ({value.at}): marks "
                "of letters are missing.",
                "Tên của đơn vị {unit} tại đây là “{value}”, có thể là “{value.other}” ({value.at}) bị thiếu "
                "dấu.",
            ),
            _SAME_EVERYWHERE,
        ),
        marks=says(
            (
                "“{value}” is taken for “{value.other}”: marks of letters seem to be missing.",
                "“{value}” có vẻ thiếu dấu nên được hiểu là “{value.other}”.",
            ),
            (
                "Write “{value.other}” if that is meant, or the full name of the other district.",
                "Đề nghị ghi đúng “{value.other}”; nếu là huyện khác, đề nghị ghi đủ tên huyện đó.",
            ),
        ),
        level=_differs(LEVEL, *CHOICES),
        district=_differs(DISTRICT),
        area=_differs(AREA, *CHOICES),
    ),
    Entry.of(
        "RW305",
        WARNING,
        ("Period below a part of it", "Số của kỳ nhỏ hơn số của một phần kỳ đó"),
        (
            "What is counted over a period cannot be less for the whole year than for its first six months, "
            "nor for any period than for a shorter one within it.",
            "Số liệu cộng dồn trong kỳ của cả năm không thể nhỏ hơn của 6 tháng đầu năm đó; số của một kỳ "
            "cũng không thể nhỏ hơn của kỳ ngắn hơn nằm trong kỳ đó.",
        ),
        period=says(
            (
                "{value} for “{longer}” is less than {value.other} for “{shorter}”, which lies within it.",
                "Số của kỳ “{longer}” là {value}, nhỏ hơn số của kỳ “{shorter}” nằm trong kỳ đó là "
                "{value.other}.",
            ),
            _CHECK_BOTH,
        ),
        plain=says(
            (
                "{value} for the year is less than {value.other} for its first half.",
                "Số cả năm {value} nhỏ hơn số 6 tháng đầu năm {value.other}.",
            ),
            _CHECK_BOTH,
        ),
    ),
    Entry.of(
        "RW306",
        WARNING,
        ("Past figure changed", "Số liệu kỳ trước bị thay đổi"),
        (
            "A figure differs from the one in an earlier submission for the same unit, year and period.",
            "Số liệu khác với số đã gửi trước đây cho cùng đơn vị, năm và kỳ.",
        ),
        plain=says(
            (
                "The figure is {value}; the earlier submission has {value.other} ({value.at}).",
                "Số liệu là {value}; lần gửi trước là {value.other} ({value.at}).",
            ),
            _CONFIRM,
        ),
        now_yes=says(
            (
                "The answer is now yes; the earlier submission has no ({value.at}).",
                "Nay ghi là có; lần gửi trước là không ({value.at}).",
            ),
            _CONFIRM,
        ),
        now_no=says(
            (
                "The answer is now no; the earlier submission has yes ({value.at}).",
                "Nay ghi là không; lần gửi trước là có ({value.at}).",
            ),
            _CONFIRM,
        ),
    ),
    Entry.of(
        "RW307",
        INFO,
        ("Rows that are no units", "Dòng không phải của đơn vị"),
        (
            "Totals and heads of a part, what stands beside or under the table (signatures, footnotes, "
            "telephone numbers), and rows in which only the year, zeros or a serial number were filled down "
            "belong to no unit. They are passed over and named here by their numbers.",
            "Dòng tổng, dòng đầu mục, nội dung bên cạnh hoặc phía dưới bảng (chữ ký, chú thích, số điện "
            "thoại) và dòng chỉ kéo sẵn năm, số 0 hoặc số thứ tự không thuộc đơn vị nào. Các dòng này được "
            "bỏ qua và được nêu theo số dòng.",
        ),
        plain=says(
            (
                "Totals and heads of a part are no units and are not counted: rows {rows}.",
                "Dòng tổng và dòng đầu mục không phải đơn vị nên không được tính: dòng {rows}.",
            ),
            _NOTHING,
        ),
        text=says(
            (
                "Rows beside or under the table that hold no unit are passed over: {rows}.",
                "Các dòng bên cạnh hoặc dưới bảng không phải của đơn vị nào được bỏ qua: {rows}.",
            ),
            _NOTHING,
        ),
        filled=says(
            (
                "Rows filled down, without code, name and any figure but 0, are passed over: {rows}.",
                "Các dòng kéo sẵn, không có mã, tên đơn vị và số liệu khác 0, được bỏ qua: {rows}.",
            ),
            _NOTHING,
        ),
    ),
    Entry.of(
        "RW308",
        ERROR,
        ("Two units under one code", "Hai đơn vị dùng chung một mã"),
        (
            "Two rows of one code, year and period bear the names of two units. Their figures are not put "
            "together: both rows are taken out.",
            "Hai dòng cùng mã, cùng năm, cùng kỳ nhưng ghi tên hai đơn vị. Số liệu không được ghép: "
            "cả hai dòng bị loại.",
        ),
        plain=says(
            (
                "Code {unit} is used for two units, “{value}” and “{value.other}” ({value.at}); both rows "
                "are taken out.",
                "Mã {unit} được dùng cho hai đơn vị “{value}” và “{value.other}” ({value.at}); cả hai dòng "
                "bị loại.",
            ),
            (
                "Give each unit its own code; if it is one unit, write its name in one way.",
                "Đề nghị ghi đúng mã của từng đơn vị; nếu là một đơn vị, đề nghị ghi thống nhất tên.",
            ),
        ),
    ),
)
"""RW301 to RW308."""
