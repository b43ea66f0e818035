"""A case file → cases; every fault with its line and column."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from lifelong_learning.api.cases.expected import expectation
from lifelong_learning.api.cases.figures import number
from lifelong_learning.api.cases.model import Case, CaseUnit
from lifelong_learning.api.request import Filters
from lifelong_learning.model.plan import MeasureType
from lifelong_learning.model.submission import (
    INVALID,
    LARGEST_COUNT,
    MISSING,
    CellRef,
    RegisterEntry,
    ReportedFigure,
)
from lifelong_learning.plan.places import short

if TYPE_CHECKING:
    from lifelong_learning.api.cases.node import Node
    from lifelong_learning.model.plan import Measure, Plan

_CASE = (
    "case", "why", "year", "period", "base_year", "by", "filters", "units", "reported", "register", "expect",
)  # fmt: skip
_WHO = ("kind", "code", "level", "district", "area")
_FILTERS = ("kind", "level", "district", "unit")
_REPORTED = ("target", "level", "area", "district", "year", "period", "percent")
_REGISTER = (*_WHO, "name", "valid_from", "valid_to", "successor")
_MOMENT = re.compile(r"((?:19|20|21)[0-9]{2})(?: ([a-z0-9]+))?")
_YES_NO = {"yes": 1, "no": 0, True: 1, False: 0}


class CaseReader:
    """Reads cases in the words of one plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.levels = [level.id for level in plan.levels]
        self.areas = [area.id for area in plan.areas]
        self.kinds = [kind.id for kind in plan.kinds]
        self.periods = [period.id for period in plan.periods]

    def case(self, node: Node, plan: str | None) -> Case | None:
        """Return a case; None, reported, for a faulty one."""
        before = len(node.report.found)
        given = node.fields(_CASE, required=("case", "why", "year", "expect"))
        if not {"case", "why", "year", "expect"} <= set(given):
            return None
        case = Case(
            place=node.place,
            name=given["case"].text(),
            why=given["why"].text(),
            plan=plan,
            year=given["year"].whole(),
            period=self._period(given.get("period")),
            base_year=given["base_year"].whole() if "base_year" in given else None,
            by_district="by" in given and given["by"].one_of("by", ("district",)) == "district",
            filters=self._filters(given.get("filters")),
            units=tuple(self._unit(unit) for unit in _items(given, "units")),
            reported=tuple(self._reported(figure) for figure in _items(given, "reported")),
            register=tuple(self._entry(e) for e in given["register"].items())
            if "register" in given
            else None,
            expectations=tuple(expectation(self.plan, e) for e in given["expect"].items()),
        )
        if not case.expectations:
            given["expect"].fault("PL951", "nothing")
        _twice(given, case)
        return case if len(node.report.found) == before else None

    def _period(self, node: Node | None) -> str:
        return "year" if node is None else node.one_of("period", self.periods)

    def _filters(self, node: Node | None) -> Filters:
        if node is None:
            return Filters()
        given = node.fields(_FILTERS)
        named = {key: tuple(item.text() for item in value.items()) for key, value in given.items()}
        return Filters(*(named.get(key, ()) for key in _FILTERS))

    def _who(self, given: dict[str, Node]) -> tuple[str | None, str | None, str | None]:
        level = given["level"].one_of("level", self.levels) if "level" in given else None
        area = given["area"].one_of("area", self.areas) if "area" in given else None
        return level, given["district"].text() if "district" in given else None, area

    def _unit(self, node: Node) -> CaseUnit:
        given = node.fields((*_WHO, "figures"), required=("kind", "code"))
        kind = given["kind"].one_of("kind", self.kinds) if "kind" in given else ""
        level, district, area = self._who(given)
        figures: dict[tuple[int, str], dict[str, int]] = {}
        for key, row in given["figures"].pairs() if "figures" in given else ():
            moment = self._moment(key, row)
            if moment in figures:
                row.fault("PL954", "moment", value=key)
            figures[moment] = {name: self._figure(kind, name, cell) for name, cell in row.pairs()}
        return CaseUnit(kind, _code(given), level, district, area, figures)

    def _moment(self, key: str, node: Node) -> tuple[int, str]:
        match = _MOMENT.fullmatch(key)
        if match is None or (match[2] or "year") not in self.periods:
            node.fault("PL953", "moment", value=short(key))
            return 0, "year"
        return int(match[1]), match[2] or "year"

    def _figure(self, kind: str, name: str, cell: Node) -> int:
        measure = self.plan.measure.get(name)
        if measure is None or kind not in measure.kinds:
            known = [m.id for m in self.plan.measures_of(kind)]
            cell.fault("PL952", "measure", value=short(name), known=", ".join(known))
            return MISSING
        if cell.value is None or cell.value == "error":
            return MISSING if cell.value is None else INVALID
        return _counted(measure, cell)

    def _reported(self, node: Node) -> ReportedFigure:
        given = node.fields(_REPORTED, required=("target", "year", "percent"))
        target = given["target"].one_of("target", list(self.plan.target)) if "target" in given else ""
        level, district, area = self._who(given)
        value = number(given["percent"].value) if "percent" in given else Fraction(0)
        if not isinstance(value, Fraction):
            given["percent"].fault("PL953", "number", value=short(given["percent"].value))
            value = Fraction(0)
        year = given["year"].whole() if "year" in given else 0
        place = CellRef(node.document.file, "", node.place.line, 1)
        period = self._period(given.get("period"))
        return ReportedFigure(target, level, area, district, year, period, value, place, None)

    def _entry(self, node: Node) -> RegisterEntry:
        given = node.fields(_REGISTER, required=("kind", "code"))
        level, district, area = self._who(given)
        return RegisterEntry(
            kind=given["kind"].one_of("kind", self.kinds) if "kind" in given else "",
            code=_code(given),
            name=given["name"].text() if "name" in given else None,
            level=level,
            district=district,
            area=area,
            valid_from=given["valid_from"].whole() if "valid_from" in given else None,
            valid_to=given["valid_to"].whole() if "valid_to" in given else None,
            successor=given["successor"].text() if "successor" in given else None,
        )


def _items(given: dict[str, Node], key: str) -> list[Node]:
    return given[key].items() if key in given else []


def _code(given: dict[str, Node]) -> str:
    return given["code"].text() if "code" in given else ""


def _counted(measure: Measure, cell: Node) -> int:
    value = cell.value
    if measure.type is MeasureType.YES_NO:
        if isinstance(value, bool | str) and value in _YES_NO:
            return _YES_NO[value]
        cell.fault("PL953", "yes_no", value=short(value), name=measure.id)
    elif type(value) is int and 0 <= value <= LARGEST_COUNT:
        return value
    else:
        cell.fault("PL953", "count", value=short(value), name=measure.id)
    return MISSING


def _twice(given: dict[str, Node], case: Case) -> None:
    seen = set()
    for unit, node in zip(case.units, _items(given, "units"), strict=True):
        if (unit.kind, unit.code) in seen:
            node.fault("PL954", "unit", value=unit.code)
        seen.add((unit.kind, unit.code))
