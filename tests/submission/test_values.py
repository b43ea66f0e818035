"""What a single cell means, as people type it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from lifelong_learning.model.names import fold, place_key
from lifelong_learning.model.submission import MISSING
from lifelong_learning.submission.faults import Trouble
from lifelong_learning.submission.names import is_legacy
from lifelong_learning.submission.sheet import values
from lifelong_learning.submission.sheet.reported import percent
from lifelong_learning.submission.sheet.values import Taken
from lifelong_learning.submission.vocabulary import vocabulary

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Plan


def outcome(found: object) -> object:
    """Return a value with the code of what is said about it."""
    if isinstance(found, Trouble):
        return found.code
    return (found.value, found.trouble.code) if isinstance(found, Taken) else found


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (3500.0, 3500),
        (0.0, 0),
        (999_999_999_999_999.0, 999_999_999_999_999),
        (1e15, "CE204"),
        (float("inf"), "CE204"),
        (float("nan"), "CE204"),
        (-36.0, "CE204"),
        (-0.5, "CE203"),
        (231.075, "CE203"),
        ("3500", (3500, "CE207")),
        ("231.075", (231075, "CE207")),
        ("231,075", (231075, "CE207")),
        ("231 075", (231075, "CE207")),
        ("231\u00a0075", (231075, "CE207")),
        ("1.231.075", (1231075, "CE207")),
        ("231.075 lượt", (231075, "CE207")),
        ("231.075 LƯỢT", (231075, "CE207")),
        ("12 triệu", "CE202"),
        ("0.075", "CE203"),
        ("15,82", "CE203"),
        ("1.231,075", "CE203"),
        ("231.0755", "CE203"),
        ("23 1075", "CE202"),
        ("1.23.456", "CE202"),
        ("-5", "CE204"),
        ("-5,5", "CE203"),
        ("５", "CE202"),
        ("−5", "CE204"),
        ("- 5", "CE204"),
        ("1" * 60, "CE204"),
        ("1" * 61, "CE202"),
        ("1" * 5000, "CE202"),
        ("-", (0, "CE213")),
        ("–", (0, "CE213")),
        ("…", MISSING),
        ("...", MISSING),
        ("Không có số liệu", MISSING),
        (" \u200b ", MISSING),
        (True, "CE202"),
        ("Thö vieän tænh", "CE212"),
    ],
)
def test_count(plan: Plan, cell: object, expected: object) -> None:
    """A count is taken only where it is certainly a whole number ≥ 0."""
    assert outcome(values.count(cell, vocabulary(plan))) == expected


@pytest.mark.parametrize(
    "cell", ["231.075 lượt", "–", "12 triệu", "15,82", "-5", "Thö vieän", "1" * 61, "2" * 70_000]
)
def test_what_is_said_of_a_count_repeats_the_cell(plan: Plan, cell: str) -> None:
    """As it stands there, at most sixty characters of it."""
    found = values.count(cell, vocabulary(plan))
    assert not isinstance(found, int)
    trouble = found.trouble if isinstance(found, Taken) else found
    assert trouble.value == (cell if len(cell) <= 60 else cell[:59] + "…")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (1900.0, 1900), (1899.0, "CE204"), ("1900", (1900, "CE207")), (2100.0, 2100), (2101.0, "CE204"),
        ("01/7/2025", 2025), ("2025-07-01", 2025), (date(2025, 7, 1), 2025), ("tháng 7", "CE202"), ("", None),
    ],
)  # fmt: skip
def test_year_of_a_register(plan: Plan, cell: object, expected: object) -> None:
    """A year in which a unit begins or ends lies between 1900 and 2100; a date stands for its year."""
    assert outcome(values.year_of_life(cell, vocabulary(plan))) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Có", 1), ("co\u0301", 1), ("không", 0), ("YES", 1), ("no", 0), ("True", 1), ("false", 0),
        ("x", 1), ("X", 1), ("1", 1), ("0", 0), (1.0, 1), (0.0, 0), (True, 1), (False, 0), ("", MISSING),
        ("…", MISSING), (2.0, "CE208"), ("-", "CE208"), ("đang làm", "CE208"),
    ],
)  # fmt: skip
def test_yes_no(plan: Plan, cell: object, expected: object) -> None:
    """Yes and no are known in the permitted spellings alone, and a blank is not "no"."""
    assert outcome(values.yes_no(cell, vocabulary(plan))) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (2024.0, 2024), ("2024", (2024, "CE207")), (1999.0, "CE204"), (2101.0, "CE204"), (2024.5, "CE203"),
        ("", None), ("-", "CE202"), ("năm", "CE202"),
    ],
)  # fmt: skip
def test_year(plan: Plan, cell: object, expected: object) -> None:
    """A year is whole and lies between 2000 and 2100."""
    assert outcome(values.year(cell, vocabulary(plan))) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("024", "024"), (" 024\n", "024"), (24.0, ("24", "CE214")), (24.5, "CE203"), (-24.0, "CE204"),
        ("", None),
    ],
)  # fmt: skip
def test_code(cell: object, expected: object) -> None:
    """A code is text with its zeros; one stored as a number is taken as its digits."""
    assert outcome(values.code(cell)) == expected


@pytest.mark.parametrize(
    ("cell", "as_percent", "expected"),
    [
        (85.7, False, Fraction(857, 1000)),
        (0.857, True, Fraction(857, 1000)),
        (-13.0, False, Fraction(-13, 100)),
        ("85,70 %", False, (Fraction(857, 1000), "CE207")),
        ("-13%", False, (Fraction(-13, 100), "CE207")),
        ("trên 50%", False, "CE202"),
        (True, False, "CE202"),
        (float("inf"), True, "CE204"),
        (float("-inf"), False, "CE204"),
        (float("nan"), False, "CE204"),
    ],
)
def test_percent(cell: object, as_percent: bool, expected: object) -> None:
    """A published percentage is exact, and a cell with a percentage format is taken as it is shown."""
    assert outcome(percent(cell, as_percent)) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nhà văn hóa", "NHÀ VĂN HOÁ"),
        ("thủy", "thuỷ"),
        ("Mã đơn vị", "Ma\u0303 đơn vi\u0323"),
        ("Tên đơn vị", "Tên\u00a0\n đơn\u200b vị"),
        ("quý", "qúy"),
    ],
)
def test_names_are_compared_in_one_form(one: str, other: str) -> None:
    """Case, white space, zero-width characters, composition and tone placement do not matter."""
    assert fold(one) == fold(other)


def test_place_names_survive_prefixes() -> None:
    """A place is the same with and without the word for what it is."""
    assert place_key("TP. Hà Giang") == place_key("Thành phố Hà Giang") == place_key("Hà Giang")
    assert place_key("Thư viện xã Lũng Cú") == place_key("Thư viện Lũng Cú")
    assert place_key("Xã") == "xã"


@pytest.mark.parametrize(
    "text",
    [
        "Nhµ v¨n hãa huyÖn B¾c Mª", "Th\u00ad viÖn", "tØnh Hµ Giang", "§ång V¨n", "Thö vieän Haø Giang",
        "Haø Giang", "Ñoàng Vaên", "Huyeän", "Tænh", "Naêm", "Buøi", "TRUNG TAÂM",
        "huyÖn", "Quang B×nh", "Trung t©m",
        "Thư viện huyÖn Bắc Mê", "Thư viện huyện B¾c Mê", "Thư viện huyện Quang B×nh",
        "Thư vieän tỉnh", "“KEáT QUAû” 2015–2020", "cÊp x·, ph­êng",
    ],
)  # fmt: skip
def test_old_encodings_are_told(text: str) -> None:
    """TCVN3 and VNI are told by characters that stand in no word of today's Vietnamese."""
    assert is_legacy(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thư viện tỉnh",
        "Hà Giang",
        "Hoàng Su Phì",
        "Toà nhà",
        "Café Noël",
        "Köln",
        "5 µm",
        "© 2024",
        "m²",
        "naïve",
        "Tuân Huê",
        "hoà hoá",
        "3×4 m",
        "théâtre",
        "août",
        "jeûne",
        "aéroport",
        "Español, Ñandú",
        "São João, Alemanha é lá",
        "geändert",
        "Gång",
        "Malmö",
        "tilgængelighed",
        "Thư viện Hà Giang¹ và Đồng Văn²",
        "Thư viện«Hà Giang»của tỉnh",
        "Phòng đọc Köln, Malmö và Gång, theo «Español»",
        "Thư viện Général Leclerc, naïve, Noël, août, théâtre, façade",
        "Nhóm Müller-Öztürk, Größe, Übung tại Bắc Mê",
        "Bà Ê Ban, buôn Êa Súp, Đắk Lắk; col·lecció; São João, Español",
        "Windows® và Office© của Sở, 5µm, ½ ngày",
        "Æbeløya, Tromsø, Midwayøerne, Fårö ở Thụy Điển",
        "Trường Laâyoune, Xârâcùù, recreând, Israêl",
        "Bibliothèque François-Benoît",
        "Besançon et Nîmes",
        "Centre culturel du 15 août, Haïti",
        "Citroën Façade",
        "Noëlle, Gaëlle",
        "Goethe-Institut Müller, Schröder",
        "Garçon connaît",
    ],
)
def test_other_text_is_not_taken_for_an_old_encoding(text: str) -> None:
    """Vietnamese in Unicode, other languages and signs are left alone."""
    assert not is_legacy(text)
