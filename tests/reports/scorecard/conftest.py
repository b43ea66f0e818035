"""Scorecards of random submissions, and LibreOffice as a calculator that knows nothing of the engine."""

from __future__ import annotations

import shutil
import subprocess
import sys
from array import array
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from lifelong_learning.model.plan import Due, IndicatorKind, Scope, ScopedThresholds, Threshold
from lifelong_learning.model.submission import (
    INVALID,
    MISSING,
    CellRef,
    FileInfo,
    Panel,
    Register,
    RegisterEntry,
    ReportedFigure,
    Submission,
    UnitTable,
)
from lifelong_learning.model.succession import begun
from lifelong_learning.plan import load_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lifelong_learning.model.plan import Plan

sys.path.insert(0, str(Path(__file__).parents[2] / "scoring"))
"""Worlds are drawn as for the oracle."""
DISTRICTS = ("Đồng Văn", "=Mèo*", "Yên ~Minh?", None)
PERIODS = ("year", "h1")


def recalculated(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Have LibreOffice compute every workbook anew, all in one run with a profile of its own."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed: the scorecard was not recalculated")
    out = folder / "recalculated"
    command = [
        soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--convert-to", "xlsx", "--outdir", str(out), *map(str, paths),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=1200)
    return [out / path.name for path in paths]


def varied(plan: Plan) -> Plan:
    """Return the plan with dated thresholds, weights, growths not yet due, a watched coverage and
    overlapping scopes."""
    changes: dict[str, dict[str, Any]] = {
        "library-additions-growth": {"due": Due.TARGET_YEAR, "weight": Fraction(1, 3)},
        "museum-exhibitions": {"due": Due.TARGET_YEAR, "scopes": (_dated(Scope("province"), 3, 5),)},
        "museum-visits-growth": {"due": Due.TARGET_YEAR, "weight": Fraction(5, 2)},
        "library-talks": {"scopes": (ScopedThresholds(Scope(), ()),)},
        "staff-training": {
            "due": Due.TARGET_YEAR,
            "scopes": (_dated(Scope(), Fraction(1, 5), Fraction(1, 4)), _single(Scope("district"), "0.3")),
        },
    }
    targets = tuple(replace(target, **changes.get(target.id, {})) for target in plan.targets)
    return replace(plan, targets=targets)


def _dated(scope: Scope, lower: Fraction | int, upper: Fraction | int) -> ScopedThresholds:
    low, high = Fraction(lower), Fraction(upper)
    return ScopedThresholds(
        scope, (Threshold(low / 3, None), Threshold(low / 2, None, 2023), Threshold(low, high, 2027))
    )


def _single(scope: Scope, lower: str) -> ScopedThresholds:
    return ScopedThresholds(scope, (Threshold(Fraction(lower)),))


class Maker:
    """Makes a submission from a seed; figures lie often at a threshold, at nothing, or nowhere."""

    def __init__(self, plan: Plan, seed: int, year: int) -> None:
        self.plan, self.random, self.year = plan, Random(seed), year
        base = plan.base_year
        self.years = sorted({base - 1, base, base + 2, year - 1, year})

    def submission(self) -> Submission:
        """Return the submission, every second one with a register."""
        panels = {kind.id: self._panel(kind.id) for kind in self.plan.kinds}
        register = self._register(panels) if self.random.random() < 0.5 else None
        files = [FileInfo("mẫu/=a.xlsx", "0" * 64, 9, 9)]
        return Submission(files, panels, list(self._reported()), register)

    def _panel(self, kind: str) -> Panel:
        choose = self.random
        units = choose.randint(1, 4)
        codes = sorted(f"{kind[0]}{number:03d}" for number in range(units))
        keys = [
            (y, p)
            for y in self.years
            for p in PERIODS
            if choose.random() < 0.6 or (y, p) == (self.year, "year")
        ]
        at = {key: array("q", [-1]) * units for key in keys}
        rows: list[tuple[int, int, str]] = []
        for unit in range(units):
            for year, period in keys:
                if choose.random() < 0.9:
                    at[year, period][unit] = len(rows)
                    rows.append((unit, year, period))
        levels = [choose.choice(self.plan.levels).id for _ in codes]
        districts = [choose.choice(DISTRICTS) for _ in codes]
        areas = [choose.choice(("urban", "rural")) for _ in codes]
        named = ["=HYPERLINK(1)", "@\x07tên", "-5", "Thư viện"]
        measures = [measure.id for measure in self.plan.measures_of(kind)]
        table = UnitTable(
            "mẫu/=a.xlsx", f"+{kind}", kind, 1, {m: 8 + i for i, m in enumerate(measures)},
            array("l", range(2, len(rows) + 2)), [codes[u] for u, _, _ in rows], [], [], [], [],
            [y for _, y, _ in rows], [p for _, _, p in rows], [], {},
        )  # fmt: skip
        return Panel(
            kind, codes, at, [table], [0],
            [choose.choice(named) for _ in rows], [levels[u] for u, _, _ in rows],
            [districts[u] for u, _, _ in rows], [areas[u] for u, _, _ in rows],
            [choose.choice((None, "=1+1", "ghi chú")) for _ in rows], self._figures(measures, rows),
        )  # fmt: skip

    def _figures(
        self, measures: Iterable[str], rows: Sequence[tuple[int, int, str]]
    ) -> dict[str, array[int]]:
        found = {}
        for measure in measures:
            yes_no = self.plan.measure[measure].type.value == "yes_no"
            found[measure] = array("q", [self._figure(measure, year, yes_no) for _, year, _ in rows])
        return found

    def _figure(self, measure: str, year: int, yes_no: bool) -> int:
        chance = self.random.random()
        if chance < 0.07:
            return MISSING
        if chance < 0.12:
            return INVALID
        if chance < 0.17:
            return 0
        if yes_no:
            return self.random.randint(0, 1)
        if measure in ("population_to_be_served", "staff_total", "library_visits_assigned"):
            return self.random.choice((100, 1000, 20_000, 813_459, 99_999_999))
        if chance < 0.5:
            # 10% a year from 10,000 in the first year, and shares of exactly a tenth.
            grown = Fraction(11, 10) ** max(0, year - self.plan.base_year) * 100_000
            return self.random.choice((int(grown), int(grown) - 1, 10, 100, 15, 2000))
        return self.random.choice((1, 2, 3, 4, 5, 6, 25, 333, self.random.randint(1, 400_000)))

    def _reported(self) -> Iterable[ReportedFigure]:
        choose = self.random
        rows = iter(choose.sample(range(2, 10_000), 500))
        shares = ("0.857", "1", "0.1", "-0.13", "0.3333", "1.25", "0", "0.4")
        # A count is never published as a percentage.
        for target in (t for t in self.plan.targets if t.kind is not IndicatorKind.COUNT):
            for scoped in target.scopes:
                for year in (self.plan.base_year, self.year):
                    if choose.random() < 0.5:
                        district = choose.choice((None, DISTRICTS[0]))
                        place = CellRef("mẫu/=a.xlsx", "Đã công bố", next(rows), 6)
                        yield ReportedFigure(
                            target.id, scoped.scope.level, scoped.scope.area, district,
                            year, "year", Fraction(choose.choice(shares)), place, None,
                        )  # fmt: skip

    def _register(self, panels: dict[str, Panel]) -> Register:
        """Return a register of units that are open, closed since the base year, opened later, unknown, and
        taken over by one another, also in a chain."""
        entries = {}
        choose, base = self.random, self.plan.base_year
        for kind, panel in panels.items():
            codes = [*panel.codes, f"{kind[0]}999"]
            for code in codes:
                if choose.random() < 0.85:
                    first = choose.choice((None, None, self.year, base + 1))
                    level = choose.choice(self.plan.levels).id
                    last = choose.choice((None, None, self.year - 1, base, base + 1))
                    heir = choose.choice((None, panel.codes[-1], choose.choice(codes), "unknown"))
                    entries[kind, code] = RegisterEntry(
                        kind, code, "Tên", level, "Đồng Văn", "rural", first, last, heir if last else None
                    )
        return begun(Register("units.csv", entries), panels)


@pytest.fixture(scope="session")
def plans() -> dict[str, Plan]:
    """Both plans of Hà Giang, and the later one varied."""
    later = load_plan("ha-giang-2030")
    return {"later": later, "earlier": load_plan("ha-giang-2020"), "varied": varied(later)}


@pytest.fixture(scope="session")
def maker() -> type[Maker]:
    """What makes random submissions."""
    return Maker


@pytest.fixture(scope="session")
def recalculate() -> Callable[[Sequence[Path], Path], list[Path]]:
    """What recalculates workbooks."""
    return recalculated
