"""A small plan and one evaluation of it, made by hand, in which every status occurs."""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from lifelong_learning.model.findings import FaultRun, Finding, Findings, Severity
from lifelong_learning.model.plan import (
    ANSWERS,
    PERCENTAGES,
    Bilingual,
    Choice,
    Citation,
    Column,
    Commitment,
    Due,
    IndicatorKind,
    Kind,
    Level,
    Measure,
    MeasureType,
    Nature,
    Period,
    Plan,
    Plausibility,
    Scale,
    Scope,
    ScopedThresholds,
    Target,
    Threshold,
)
from lifelong_learning.model.scores import (
    Bounds,
    CommitmentResult,
    Exact,
    GroupResult,
    Input,
    Reason,
    Result,
    Scorecard,
    Status,
    UnitScore,
    Value,
)
from lifelong_learning.model.submission import CellRef, FileInfo, Identity
from lifelong_learning.model.yardstick import Yardstick

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).parent.parent / "golden" / "reports"


def _measure(
    id_: str, en: str, vi: str, type_: MeasureType = MeasureType.COUNT, *, stock: bool = False
) -> Measure:
    nature = Nature.STOCK if stock else Nature.FLOW
    return Measure(id_, ("library",), Bilingual(en, vi), type_, nature)


MEASURES = (
    _measure("library_visits", "Library visits", "Số lượt người sử dụng thư viện"),
    _measure("active_users", "Active users (residents)", "Số người dân sử dụng thư viện"),
    _measure("population_to_be_served", "Population to be served", "Dân số trên địa bàn", stock=True),
    _measure(
        "free_internet_access",
        "Free internet access",
        "Có dịch vụ truy cập internet miễn phí",
        MeasureType.YES_NO,
        stock=True,
    ),
    _measure("temporary_exhibitions", "Thematic exhibitions", "Số cuộc triển lãm chuyên đề"),
    _measure("book_day", "Book day", "Tổ chức Ngày Sách", MeasureType.YES_NO),
)


def _scoped(lower: str, upper: str | None = None, level: str | None = None) -> ScopedThresholds:
    figure = Threshold(Fraction(lower), None if upper is None else Fraction(upper))
    return ScopedThresholds(Scope(level), (figure,))


def _target(
    id_: str,
    en: str,
    vi: str,
    kind: IndicatorKind,
    numerator: tuple[str, ...],
    scopes: tuple[ScopedThresholds, ...],
    *,
    denominator: tuple[str, ...] = (),
    each_year: bool = False,
) -> Target:
    return Target(
        id=id_,
        label=Bilingual(en, vi),
        kind=kind,
        kinds=("library",),
        numerator=numerator,
        denominator=denominator,
        at_least=None,
        scopes=scopes,
        due=Due.EACH_YEAR if each_year else Due.TARGET_YEAR,
        weight=Fraction(1),
        base_year=2020,
        target_year=2030,
        source=Citation("B.II.2.1¶3", "100% thư viện cấp huyện, 50% thư viện cấp xã", "2026-11-22"),
        remark=Bilingual("Persons are not visits.", "Số người khác với số lượt.") if denominator else None,
    )


INTERNET = _target(
    "library-free-internet",
    "Libraries with free internet access",
    "Thư viện có dịch vụ truy cập internet miễn phí",
    IndicatorKind.COVERAGE,
    ("free_internet_access",),
    (_scoped("1", level="district"), _scoped("1/2", level="commune")),
)
GROWTH = _target(
    "library-visits-growth",
    "Average annual growth of library visits",
    "Tăng bình quân hằng năm số lượt người sử dụng thư viện",
    IndicatorKind.GROWTH_AVERAGE,
    ("library_visits",),
    (_scoped("1/10", "15/100"),),
    each_year=True,
)
REACHED = _target(
    "library-population-reached",
    "Residents who use the library",
    "Tỷ lệ người dân sử dụng thư viện",
    IndicatorKind.RATIO,
    ("active_users",),
    (_scoped("1/10", "15/100", level="district"), _scoped("1/10", "15/100", level="commune")),
    denominator=("population_to_be_served",),
)
EXHIBITIONS = _target(
    "museum-exhibitions",
    "Thematic exhibitions",
    "Số cuộc triển lãm chuyên đề",
    IndicatorKind.COUNT,
    ("temporary_exhibitions",),
    (_scoped("3", "5", level="district"),),
    each_year=True,
)
WATCHED = _target(
    "library-visits-watched",
    "Library visits, watched",
    "Theo dõi số lượt người sử dụng thư viện",
    IndicatorKind.GROWTH_YEARLY,
    ("library_visits",),
    (ScopedThresholds(Scope(), ()),),
    each_year=True,
)

BOOK_DAY = Commitment(
    id="book-day",
    label=Bilingual("Vietnam Book Day", "Hoạt động nhân Ngày Sách Việt Nam"),
    kinds=("library",),
    levels=("district", "commune"),
    measure="book_day",
    at_least=None,
    source=Citation("B.II.2.1¶10", "Tổ chức các hoạt động nhân “Ngày sách Việt Nam”"),
)

PLAN = Plan(
    id="test-2030",
    title=Bilingual("Lifelong learning to 2030", "Học tập suốt đời đến năm 2030"),
    document=Bilingual("Plan No. 275", "Kế hoạch số 275"),
    base_year=2020,
    target_year=2030,
    base_year_remark=Bilingual(
        "2020 was low because of COVID-19.", "số liệu năm 2020 thấp do dịch COVID-19."
    ),
    levels=(
        Level("district", Bilingual("District", "Huyện")),
        Level("commune", Bilingual("Commune", "Xã")),
    ),
    areas=(Choice("rural", Bilingual("Rural", "Nông thôn, miền núi")),),
    periods=(
        Period("year", Bilingual("Whole year", "Cả năm")),
        Period("h1", Bilingual("First half-year", "6 tháng đầu năm"), share=Fraction(1, 2), last_month=6),
    ),
    kinds=(Kind("library", Bilingual("Library", "Thư viện"), Bilingual("Libraries", "Thư viện")),),
    identity=(Column("district", Bilingual("District", "Huyện, thành phố")),),
    reported_sheet=(),
    reported_columns=(),
    guide_sheet=(),
    measures=MEASURES,
    targets=(INTERNET, GROWTH, REACHED, EXHIBITIONS, WATCHED),
    commitments=(BOOK_DAY,),
    plausibility=Plausibility(Fraction(3), 100),
    words_of_measure=("lượt",),
    sha256="a" * 64,
)

COUNTS = Scale("count", None, 0)
TENTH = Bounds(Exact(1, 10), Exact(15, 100), PERCENTAGES)
YES = Bounds(Exact(1, 1), None, PERCENTAGES)
ALL = YES
HALF = Bounds(Exact(1, 2), None, PERCENTAGES)
FEW = Bounds(Exact(3, 1), Exact(5, 1), COUNTS)
NOTHING = Bounds(None, None, PERCENTAGES)
DISTRICT, COMMUNE, ANY = Scope("district"), Scope("commune"), Scope()


def result(
    target: Target,
    scope: Scope,
    bounds: Bounds,
    value: Value | None,
    status: Status,
    reason: str | None,
    attainment: Exact | None,
    base_year: int | None,
    start: Exact | None = None,
) -> Result:
    """Return a result of 2024; `start` is the value of the base year that its line begins at."""
    asked = _asked(target, scope, bounds)
    if target.kind is IndicatorKind.COVERAGE:
        asked = replace(asked, scale=ANSWERS)
    line = None if start is None else asked.line(start)
    return Result(asked, value, status, reason, attainment, base_year, line)


def _asked(target: Target, scope: Scope, bounds: Bounds) -> Yardstick:
    due = target.due is Due.EACH_YEAR
    dated = () if due or bounds.lower is None else ((target.target_year, bounds.lower),)
    return Yardstick(target, scope, 2024, "year", bounds, bounds.scale, due=due, dated=dated)


def _ratio(num: int, den: int) -> Value:
    return Value(Exact(num, den), PERCENTAGES)


def _yes(value: bool) -> Value:
    return Value(Exact(int(value), 1), ANSWERS)


def _who(code: str, name: str | None, level: str | None, district: str | None) -> Identity:
    return Identity(code, name, level, district, None)


UNITS = (
    UnitScore(
        "library",
        0,
        _who("024", "Thư viện thành phố Hà Giang", "district", "Thành phố Hà Giang"),
        (
            result(INTERNET, DISTRICT, YES, _yes(True), Status.MET, None, Exact(1, 1), None),
            result(
                GROWTH,
                ANY,
                TENTH,
                _ratio(1610510, 10000000),
                Status.EXCEEDED,
                None,
                Exact(161051, 100000),
                2020,
            ),
            result(
                REACHED,
                DISTRICT,
                TENTH,
                _ratio(8100, 100000),
                Status.ON_TRACK,
                None,
                Exact(81, 100),
                2020,
                Exact(5000, 100000),
            ),
            result(
                EXHIBITIONS, DISTRICT, FEW, Value(Exact(4, 1), COUNTS), Status.MET, None, Exact(4, 3), None
            ),
            result(WATCHED, ANY, NOTHING, _ratio(-13, 100), Status.NO_TARGET, None, None, 2023),
        ),
        Exact(9525, 100),
        Exact(4, 4),
    ),
    UnitScore(
        "library",
        1,
        _who("026", "Thư viện huyện Đồng Văn", "district", "Đồng Văn"),
        (
            result(INTERNET, DISTRICT, YES, _yes(False), Status.BEHIND, None, Exact(0, 1), 2020),
            result(GROWTH, ANY, TENTH, _ratio(-143, 10000), Status.NOT_MET, None, Exact(-143, 1000), 2021),
            result(REACHED, DISTRICT, TENTH, _ratio(2, 100), Status.PENDING, None, Exact(1, 5), None),
            result(EXHIBITIONS, DISTRICT, FEW, None, Status.NO_DATA, "temporary_exhibitions", None, None),
            result(WATCHED, ANY, NOTHING, None, Status.NO_DATA, "library_visits", None, None),
        ),
        Exact(20, 3),
        Exact(3, 5),
    ),
    UnitScore(
        "library",
        2,
        _who("00712", None, "commune", "Đồng Văn"),
        (
            result(INTERNET, COMMUNE, YES, None, Status.NOT_REQUIRED, None, None, None),
            result(GROWTH, ANY, TENTH, None, Status.NOT_ASSESSABLE, Reason.ZERO_BASE, None, None),
            result(REACHED, COMMUNE, TENTH, None, Status.NOT_ASSESSABLE, Reason.INVALID_INPUT, None, None),
            result(WATCHED, ANY, NOTHING, None, Status.NO_DATA, "library_visits", None, None),
        ),
        None,
        Exact(0, 3),
    ),
)


def _group(
    target: Target, scope: Scope, bounds: Bounds, value: Value | None, status: Status, **more: object
) -> GroupResult:
    fields: dict[str, object] = {
        "district": None, "reason": None, "attainment": None, "base_year": None, "members": 2, "reporting": 2,
        "left_out": (), "provisional": False, "origin": "computed", "line": None, **more,
    }  # fmt: skip
    asked = _asked(target, scope, bounds)
    return GroupResult(yardstick=asked, value=value, status=status, **fields)  # type: ignore[arg-type]


GROUPS = (
    _group(
        INTERNET, DISTRICT, ALL, _ratio(10, 11), Status.NOT_ASSESSABLE, reason=Reason.UNDETERMINED,
        attainment=Exact(10, 11), members=11, reporting=10, left_out=("031",),
    ),
    _group(
        INTERNET, COMMUNE, HALF, _ratio(45, 100), Status.BEHIND, attainment=Exact(9, 10), base_year=2020,
        members=100, reporting=100,
    ),
    _group(
        GROWTH, ANY, TENTH, _ratio(4805353, 100000000), Status.NOT_MET, attainment=Exact(48, 100),
        base_year=2020, members=11, reporting=3, provisional=True,
        left_out=("026", "027", "028", "029", "030", "031", "032", "033"),
    ),
    _group(
        REACHED, DISTRICT, TENTH, _ratio(1, 10), Status.MET, attainment=Exact(1, 1), members=11, reporting=11
    ),
    _group(REACHED, COMMUNE, TENTH, None, Status.NO_DATA, reason="active_users", members=193, reporting=0),
    _group(
        EXHIBITIONS, DISTRICT, FEW, Value(Exact(6, 1), COUNTS), Status.EXCEEDED, attainment=Exact(2, 1),
        members=None, reporting=None, origin="reported",
    ),
    _group(
        WATCHED, ANY, NOTHING, _ratio(-13, 100), Status.NO_TARGET, base_year=2023, members=11, reporting=11
    ),
)  # fmt: skip
DISTRICT_GROUPS = (
    _group(
        INTERNET, DISTRICT, ALL, _ratio(1, 1), Status.MET, district="Đồng Văn", attainment=Exact(1, 1),
        members=1, reporting=1,
    ),
)  # fmt: skip


def _totals(units: tuple[UnitScore, ...]) -> dict[Status, int]:
    totals = dict.fromkeys(Status, 0)
    for unit in units:
        for result in unit.results:
            totals[result.status] += 1
    return totals


SCORECARD = Scorecard(
    plan=PLAN,
    year=2024,
    period="year",
    files=(FileInfo("số liệu/2024.xlsx", "b" * 64, 12, 3), FileInfo("broken.xlsx", None, 0, 0)),
    units=UNITS,
    groups=(*GROUPS, *DISTRICT_GROUPS),
    totals=_totals(UNITS),
)


def _place(row: int, col: int) -> CellRef:
    return CellRef("số liệu/2024.xlsx", "Thư viện", row, col)


def inputs_of(unit: UnitScore, result: Result) -> tuple[Input, ...]:
    """Return cells that fit the figures of the first unit; of the others blank ones."""
    if unit.position == 0 and result.target is INTERNET:
        return (Input("free_internet_access", 2024, "year", True, _place(8, 10)),)
    if unit.position == 0 and result.target is GROWTH:
        return (
            Input("library_visits", 2020, "year", 231075, _place(4, 8)),
            Input("library_visits", 2024, "year", 419835, _place(8, 8)),
        )
    if unit.position == 0 and result.target is REACHED:
        return (
            Input("active_users", 2020, "year", 5000, _place(4, 9)),
            Input("population_to_be_served", 2020, "year", 100000, _place(4, 11)),
            Input("active_users", 2024, "year", 8100, _place(8, 9)),
            Input("population_to_be_served", 2024, "year", 100000, _place(8, 11)),
        )
    if unit.position == 0 and result.target is EXHIBITIONS:
        return (Input("temporary_exhibitions", 2024, "year", 4, _place(8, 12)),)
    return tuple(Input(measure, 2024, "year", None, None) for measure in result.target.measures)


def commitments_of(unit: UnitScore) -> tuple[CommitmentResult, ...]:
    """Return yes, no and nothing said, by position."""
    done = (True, False, None)[unit.position]
    return (CommitmentResult(BOOK_DAY, done, None if done is None else _place(8 + unit.position, 13)),)


def _findings() -> Findings:
    file = "số liệu/2024.xlsx"
    run = FaultRun(
        "CE202", Severity.ERROR, "", file, "Thư viện", 9, "Số người dân sử dụng thư viện",
        [9, 8, 20, 31], ["nhiều", "12 triệu", "[bold]x[/]", "ba"], ["024", "026", "027", None],
    )  # fmt: skip
    jump = Finding(
        "YR402", Severity.INFO, "", file, "Thư viện", 4, None, None, "027",
        args={"value": "027", "measures": "Library visits", "base_year": 2020},
    )  # fmt: skip
    return Findings([jump], [run])


@pytest.fixture
def world() -> SimpleNamespace:
    """The plan, its evaluation, and the functions that a report is given."""
    return SimpleNamespace(
        plan=PLAN,
        scorecard=SCORECARD,
        findings=_findings(),
        commitments_of=commitments_of,
        inputs_of=inputs_of,
    )


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a whole output with the file that holds it; LLPLAN_WRITE_GOLDEN=1 writes the file anew."""

    def compare(name: str, output: str) -> None:
        path = GOLDEN / name
        if os.environ.get("LLPLAN_WRITE_GOLDEN"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(output, encoding="utf-8")
        assert output == path.read_text(encoding="utf-8")

    return compare
