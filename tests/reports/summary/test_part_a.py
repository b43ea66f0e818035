"""Part A of the plan, written by the program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifelong_learning.reports.summary.records import Source

VISITS = (
    "năm 2015 là 231.075, vượt 15,82% so với 199.500; năm 2016 là 293.152, vượt 48,05% so với 198.000; "
    "năm 2017 là 273.064, vượt 37,91% so với 198.000; năm 2018 là 268.254, vượt 38,27% so với 194.000; "
    "năm 2019 là 244.572, vượt 22,28% so với 200.000; năm 2020 là 215.029, vượt 16,23% so với 185.000."
)
MUSEUM = (
    "- Tăng bình quân hằng năm số lượt khách nội địa tham quan bảo tàng: giảm 13%, không đạt chỉ tiêu 10%.",
    "- Tăng bình quân hằng năm số lượt khách nội địa tham quan bảo tàng: A.I.1: Lượt khách nội địa giảm 13%. "
    "Trưng bày theo lối cũ, chậm đổi mới nên chưa thu hút khách.",
)
INTERNET = (
    "- Thư viện có dịch vụ truy cập internet miễn phí: cấp tỉnh 100%, đạt chỉ tiêu giao; cấp huyện 100%, "
    "vượt 25% so với chỉ tiêu 80%; cấp xã 100%, vượt 100% so với chỉ tiêu 50%."
)


def one_line(text: bytes) -> str:
    """Return a text without its line breaks."""
    return " ".join(text.decode().split())


def test_visits_year_by_year(part_a: Source, write: Callable[[Source, str, str], bytes]) -> None:
    """Every year's visits, assigned visits and excess stand there as note 1 of the plan has them, floored."""
    assert VISITS in one_line(write(part_a, "text", "vi"))


def test_verdicts_and_reasons(part_a: Source, write: Callable[[Source, str, str], bytes]) -> None:
    """What the plan calls missed is missed with its reason, and its 125% and 200% are attainments."""
    text = one_line(write(part_a, "text", "vi"))
    for sentence in (*MUSEUM, INTERNET):
        assert sentence in text
    counted = "Trong 9 chỉ tiêu (tính theo từng cấp, khu vực), vượt: 5 chỉ tiêu; đạt: 2 chỉ tiêu; "
    assert f"{counted}không đạt: 1 chỉ tiêu; chỉ theo dõi: 1 chỉ tiêu." in text


def test_order_of_part_a(part_a: Source, write: Callable[[Source, str, str], bytes]) -> None:
    """Museums come first, then libraries, then cultural houses, as in Part A."""
    text = write(part_a, "markdown", "vi").decode()
    heads = [line for line in text.splitlines() if line.startswith("### ")][:3]
    assert heads == [
        "### 1\\. Bảo tàng",
        "### 2\\. Thư viện",
        "### 3\\. Nhà văn hóa, câu lạc bộ",
    ]


def test_years_in_json(part_a: Source, write: Callable[[Source, str, str], bytes]) -> None:
    """The JSON has the sums behind every year's share."""
    document = json.loads(write(part_a, "json", "en"))
    target = next(one for one in document["targets"] if one["target"] == "library-visits-assigned")
    assert [(y["year"], y["part"], y["whole"], y["status"]) for y in target["by_year"]] == [
        (2015, 231075, 199500, "exceeded"),
        (2016, 293152, 198000, "exceeded"),
        (2017, 273064, 198000, "exceeded"),
        (2018, 268254, 194000, "exceeded"),
        (2019, 244572, 200000, "exceeded"),
        (2020, 215029, 185000, "exceeded"),
    ]
    assert target["by_year"][1]["excess"] == pytest.approx(293152 / 198000 - 1)
