"""Sound submissions drawn at random, and what clerks put around them: nothing of it changes a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.field.conftest import HEADER, IDENTITY

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

MEASURES = HEADER[5:]
Row = dict[str, Any]
NAMES = ["Cán Chu Phìn", "Lũng Cú", "Sà Phìn", "Tả Lủng", "Phố Bảng", "Vần Chải", "Bạch Đích", "Du Già"]
DISTRICTS = ["Đồng Văn", "Mèo Vạc", "Yên Minh"]
AROUND = [
    "{} (lượt)",
    "{} (*)",
    "{}\n(1)",
    "{} năm 2024",
    "(5) {}",
    "Tổng {}",
    "{}, người",
    "3. {}",
    "{} 2024",
    "Năm 2024: {}",
    "{} (tiếp theo)",
]
TOTALS = [
    "Tổng cộng", "TỔNG SỐ", "Cộng", "Toàn tỉnh", "Total", "Tổng cộng toàn tỉnh", "Cộng ({} đơn vị)", "Tổng:",
]  # fmt: skip
SIGNS = {
    "roman": ["I", "II", "III"], "capital": "ABC", "serial": "123", "below": ["I.1", "I.2", "I.3"],
    "small": ["a)", "b)", "c)"], "dash": "---",
}  # fmt: skip
SIGNED: list[Row | str] = [
    {"Năm": "Hà Giang, ngày 15 tháng 12 năm 2024"},
    {"Tên đơn vị": "NGƯỜI LẬP BIỂU", "Năm": "THỦ TRƯỞNG ĐƠN VỊ"},
    {"Mã đơn vị": "Kế toán trưởng", "Năm": "(Ký, họ tên)"},
    {"Tên đơn vị": "Nguyễn Thị Lan", "Năm": "Trần Văn Hùng"},
    {"Tên đơn vị": "Điện thoại", MEASURES[0]: 219386612},
    {"Mã đơn vị": "(*) Số liệu tính đến hết ngày 31/12/2024"},
]


def units(random: Random) -> list[Row]:
    """Draw the rows of a sound sheet, by district."""
    rows: list[Row] = []
    for number, district in enumerate(DISTRICTS[: random.randint(1, 3)]):
        for commune in range(random.randint(1, 4)):
            visits, population = random.randint(50, 30000), random.randint(5000, 90000)
            rows.append({
                "Mã đơn vị": f"02{number}" if commune == 0 else f"02{number}-{commune:02}",
                "Tên đơn vị": f"Thư viện huyện {district}" if commune == 0 else f"Thư viện {NAMES[commune]}",
                "Cấp": "Huyện" if commune == 0 else "Xã", "Huyện, thành phố": district, "Năm": 2024,
                MEASURES[0]: visits, MEASURES[1]: random.randint(1, visits),
                MEASURES[2]: random.randint(1, 5000), MEASURES[3]: population,
            })  # fmt: skip
    return rows


class Decorated:
    """A sheet in the making: rows by the names of their columns, and how the header is set."""

    def __init__(self, rows: list[Row], random: Random) -> None:
        self.units = rows
        self.body: list[Row | str] = list(rows)
        self.random = random
        self.order = list(HEADER)
        self.above: list[list[Any]] = []
        self.labels = {name: name for name in HEADER}
        self.lines = 1
        self.below: list[list[Any]] = []

    def sums(self, rows: list[Row]) -> Row:
        """Return the sums of rows."""
        return {name: sum(row[name] for row in rows) for name in MEASURES}

    def content(self) -> dict[str, Any]:
        """Return the sheet as rows and merged cells."""
        rows: list[list[Any]] = [list(row) for row in self.above]
        merges: list[str] = []
        self._header(rows, merges, self.order)
        rows += self.below
        order = self.order
        for row in self.body:
            if row == "header":
                self._header(rows, merges, order)
            elif row == "other":
                order = [*IDENTITY, *reversed(MEASURES)]
                rows += [[], ["Biểu 2: thư viện các xã"]]
                self._header(rows, merges, order)
            elif row == "index":
                rows.append([-number for number in range(1, len(order) + 1)])
            else:
                assert isinstance(row, dict)
                rows.append([row.get(name, "") for name in order])
        return {"rows": rows, "merges": merges}

    def _header(self, rows: list[list[Any]], merges: list[str], order: list[str]) -> None:
        first = len(rows) + 1
        labels = [self.labels.get(name, name) for name in order]
        alone = [number for number, name in enumerate(order) if name not in MEASURES]
        if self.lines == 1:
            rows.append(labels)
            return
        title = [
            "Kết quả phục vụ" if name in MEASURES else label
            for name, label in zip(order, labels, strict=True)
        ]
        seen = False
        for number, name in enumerate(order):
            if name in MEASURES:
                title[number], seen = "" if seen else title[number], True
        rows.append(title)
        rows += [[""] * len(order) for _ in range(self.lines - 2)]
        rows.append([label if name in MEASURES else "" for name, label in zip(order, labels, strict=True)])
        last = first + self.lines - 1
        merges += [f"{'ABCDEFGHIJKL'[number]}{first}:{'ABCDEFGHIJKL'[number]}{last}" for number in alone]
        left = min(number for number, name in enumerate(order) if name in MEASURES)
        merges.append(f"{'ABCDEFGHIJKL'[left]}{first}:{'ABCDEFGHIJKL'[left + 3]}{last - 1}")


def two_lines(sheet: Decorated) -> None:
    """Identity columns are merged down beside one title over the measures."""
    sheet.lines = 2


def three_lines(sheet: Decorated) -> None:
    """The same over three rows."""
    sheet.lines = 3


def labels(sheet: Decorated) -> None:
    """Labels of measures have something around them."""
    for name in sheet.random.sample(MEASURES, sheet.random.randint(1, 4)):
        sheet.labels[name] = sheet.random.choice(AROUND).format(name)
    sheet.labels["Mã đơn vị"] = sheet.random.choice(["Mã đơn vị", "1. Mã đơn vị", "Mã đơn vị (*)"])


def total(sheet: Decorated) -> None:
    """A total stands above or below, of any name."""
    name = sheet.random.choice(TOTALS).format(len(sheet.units))
    column = sheet.random.choice(["Mã đơn vị", "Tên đơn vị"])
    row: Row = {column: name, **sheet.sums(sheet.units)}
    if sheet.random.random() < 0.3:
        row |= sheet.random.choice([{"Năm": 2024}, {"Năm": 2024, "Cấp": "Tỉnh"}])
    sheet.body.insert(0 if sheet.random.random() < 0.4 else len(sheet.body), row)


def heads(sheet: Decorated) -> None:
    """Districts have heads, with their sums or without, numbered or not."""
    sums, style = (
        sheet.random.random() < 0.6,
        sheet.random.choice([*SIGNS, "none", "joined"]),
    )
    for number, district in enumerate(DISTRICTS):
        mine = [row for row in sheet.units if row["Huyện, thành phố"] == district]
        if not mine:
            continue
        sign = SIGNS.get(style, [""] * 3)[number]
        head: Row = {"Mã đơn vị": sign, "Tên đơn vị": f"Huyện {district}"}
        if style == "joined":
            head = {"Mã đơn vị": f"{'I' * (number + 1)}. Huyện {district}"}
        if sums:
            head |= sheet.sums(mine)
        sheet.body.insert(_at(sheet, mine[0]), head)


def subtotals(sheet: Decorated) -> None:
    """Districts have a total below them."""
    for district in DISTRICTS:
        mine = [row for row in sheet.units if row["Huyện, thành phố"] == district]
        if mine:
            name = sheet.random.choice(["Cộng", f"Cộng huyện {district}", "Tổng"])
            sheet.body.insert(_at(sheet, mine[-1]) + 1, {"Tên đơn vị": name, **sheet.sums(mine)})


def header_again(sheet: Decorated) -> None:
    """The header stands again, as printed pages have it."""
    at = sheet.random.choice(sheet.units)
    sheet.body.insert(_at(sheet, at) + 1, "header")


def second_table(sheet: Decorated) -> None:
    """The last units stand in a second table with the measures in another order."""
    at = sheet.random.choice(sheet.units)
    sheet.body.insert(_at(sheet, at) + 1, "other")


def index_row(sheet: Decorated) -> None:
    """An index row stands under the header."""
    width = len(sheet.order)
    forms: list[list[Any]] = [
        [*"ABCDE", *range(1, width - 4)], [f"({number})" for number in range(1, width + 1)],
        [-number for number in range(1, width + 1)], list(range(1, width + 1)),
        [*"ABCDE", "(1)", "(2)", "(3)=(1)+(2)", "(4)"],
    ]  # fmt: skip
    sheet.below.append(sheet.random.choice(forms))


def unit_row(sheet: Decorated) -> None:
    """A row of units of measure stands under the header."""
    row = {MEASURES[0]: "lượt", MEASURES[1]: "lượt", MEASURES[2]: "người", MEASURES[3]: "người"}
    sheet.below.append([row.get(name, "") for name in sheet.order])


def titles(sheet: Decorated) -> None:
    """A motto, a title and the unit of measure stand above the header."""
    sheet.above = [
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Biểu số 01/TV", "", "", "", "", "", "", "ĐVT: lượt"],
        ["SỐ LIỆU THƯ VIỆN NĂM 2024"], [],
    ]  # fmt: skip


def signatures(sheet: Decorated) -> None:
    """Place and date, names, a telephone number and a footnote stand under the table."""
    sheet.body += sheet.random.sample(SIGNED, sheet.random.randint(1, len(SIGNED)))


def filled_down(sheet: Decorated) -> None:
    """Rows have nothing but the year, or the year and zeros."""
    zeros = dict.fromkeys(MEASURES, 0)
    sheet.body += [
        {"Năm": 2024, **sheet.random.choice([{}, zeros, {"Cấp": "Xã"}])}
        for _ in range(sheet.random.randint(1, 5))
    ]


def short_names(sheet: Decorated) -> None:
    """Districts and units are named in short, or without a mark, where another row has the full name."""
    for number, row in enumerate(sheet.body):
        if isinstance(row, dict) and row.get("Cấp") == "Xã" and "Mã đơn vị" in row:
            short = sheet.random.choice(["H. {}", "huyện {}", "{}"]).format(row["Huyện, thành phố"])
            short = short.replace("Vạc", "Vac").replace("Đồng", "Dồng")
            sheet.body[number] = {
                **row,
                "Huyện, thành phố": short,
                "Cấp": sheet.random.choice(["xã", "Cấp xã"]),
            }


def footnotes(sheet: Decorated) -> None:
    """A figure has a raised footnote mark, or what was struck out beside it."""
    row = sheet.random.choice(sheet.units)
    name = sheet.random.choice(MEASURES)
    marked = sheet.random.choice([[str(row[name]), ["1", "raised"]], [["999", "struck"], str(row[name])]])
    at = next(i for i, other in enumerate(sheet.body) if _is_row_of(other, row))
    sheet.body[at] = {**sheet.body[at], name: {"runs": marked}}  # type: ignore[dict-item]


def _is_row_of(row: Row | str, unit: Row) -> bool:
    return isinstance(row, dict) and row.get("Mã đơn vị") == unit["Mã đơn vị"]


def _at(sheet: Decorated, row: Row) -> int:
    return next(i for i, other in enumerate(sheet.body) if other is row or other == row)


# In the order in which they are put on: totals before marks, what moves rows last.
DECORATIONS: tuple[Callable[[Decorated], None], ...] = (
    two_lines, three_lines, labels, total, heads, subtotals, header_again, second_table, index_row, unit_row,
    titles, signatures, filled_down, short_names, footnotes,
)  # fmt: skip
