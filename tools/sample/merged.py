"""The synthetic sample after June 2025: the years before in the old form, the merged units, their register.

Province and districts have the figures of the sample of 2024. A merged unit has those that its parts would
have had, together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import yaml

from sample.columns import AREAS, YES, sheet_columns
from sample.layout import Titles, data_sheet, guide_sheet
from sample.made_up import (
    HERE,
    Oddity,
    Row,
    cultural_house,
    identity,
    library,
    part,
    promises,
    rows,
    table,
)  # fmt: skip
from sample.synthetic import SHEETS, STATUS, register_file
from sample.xlsx import Properties, Value, write

if TYPE_CHECKING:
    from pathlib import Path

Unit = dict[str, str]
OLD, NEW = range(2020, 2025), (2025, 2026)
HOUSES = ("library", "cultural_house")
FIGURES = {"library": library, "cultural_house": cultural_house}
WORDS = {"library": "Thư viện", "cultural_house": "Nhà văn hóa"}
PROVINCE = {
    "library": "Thư viện tỉnh Tuyên Quang, cơ sở Hà Giang",
    "museum": "Bảo tàng tỉnh Tuyên Quang, cơ sở Hà Giang",
    "cultural_house": "Trung tâm Văn hóa tỉnh Tuyên Quang, cơ sở Hà Giang",
}
# One library joined its neighbour before 2025, so that what 08-12 took over reaches back by two steps.
JOINED, NEIGHBOUR, LAST_ALONE = "030-05", "030-04", 2022
LEVELS = ("Tỉnh", "Phường", "Xã")
OPENED = "08-16"
"""The library that took nobody over: opened in 2026."""
SOURCE = (
    "Dữ liệu mẫu do tools/build_data.py tạo ra để minh họa; tên huyện, xã là thật, mã đơn vị cấp xã và mọi "
    "con số đều giả định."
)
CLOSED = (
    "Mô phỏng / synthetic. Kết thúc ngày 30/6/2025; số liệu cả năm 2025 do đơn vị tiếp nhận báo cáo nên ghi "
    "đến năm 2024."
)
SINCE = "Mô phỏng / synthetic. Hoạt động từ ngày 01/7/2025, báo cáo số liệu cả năm 2025."


class Merged(NamedTuple):
    """A unit after June 2025 and the units that it took over."""

    kind: str
    unit: Unit
    parts: list[Unit]


def merged() -> list[Merged]:
    """Return the units after June 2025, the province's first."""
    found = [Merged("museum", {"code": "08", "name": PROVINCE["museum"], "level": "province"}, [])]
    taken: dict[str, int] = {}
    communes = [(line, _parts(line, taken)) for line in table("communes-2026.csv")]
    for kind in HOUSES:
        ended = {u["code"]: u for u in _table(kind) if u["level"] != "commune"}
        found.append(Merged(kind, {**ended["02"], "code": "08", "name": PROVINCE[kind]}, [ended["02"]]))
        for line, parts in communes:
            mine = [
                _old(kind, *p) for p in (parts[: int(line["library"] or 0)] if kind == "library" else parts)
            ]
            mine += [ended[line["seat"]]] if line["seat"] else []
            unit = {**line, "name": f"{WORDS[kind]} {line['name']}", "level": "commune", "district": ""}
            unit["people"] = " ".join(people for *_, people in parts)
            found.append(Merged(kind, unit, mine))
    return found


def _table(kind: str) -> list[Unit]:
    return table({"library": "libraries.csv", "cultural_house": "cultural-houses.csv"}[kind])


def _parts(line: Unit, taken: dict[str, int]) -> list[tuple[Unit, str, str, str]]:
    """Return the communes of before: whose they were, their code, name and people."""
    district = next(u["code"] for u in table("libraries.csv") if u["district"] == line["former"])
    found = []
    for name in line["parts"].split(";"):
        taken[district] = taken.get(district, 0) + 1
        code = f"{district}-{taken[district]:02}"
        people = 2600 + part(2800, code) + (0 if name.startswith("Xã") else 3200)
        found.append((line, code, name, str(people)))
    return found


def _old(kind: str, line: Unit, code: str, name: str, people: str) -> Unit:
    """Return a commune unit of before with what its figures are made from."""
    reach = (25, 52) if kind == "cultural_house" else (2, 5)
    start = reach[0] + part(reach[1] - reach[0], code, kind)
    return {
        "code": code, "name": f"{WORDS[kind]} {name}", "level": "commune", "district": line["former"],
        "area": "rural" if name.startswith("Xã") and line["area"] == "rural" else "urban",
        "population": people, "visits_2020": str(350 + part(600, code, "visits")),
        "growth": str(4 + part(14, code, "growth")), "reach_2020": str(start),
        "reach_2024": str(start + 2 + part(10 if kind == "cultural_house" else 5, code, "reach")),
        "additions_2020": str(30 + part(40, code, "additions")),
        "additions_growth": str(3 + part(12, code, "additions growth")), "serials": "3", "staff": "1",
        "trained": str(part(2, code, kind, "trained") * 40), "plan": "2019" if part(4, code, "plan") else "",
        "internet": "2021" if part(3, code) else "", "talks": "2021" if part(4, code, "talks") else "",
        "lessons": "2022" if part(2, code, "lessons") else "",
        "classes": "" if part(3, code, "classes") else "2023",
    }  # fmt: skip


def before() -> dict[str, list[Row]]:
    """Return the rows of 2020 to 2024 by kind: province and districts, then the communes."""
    found = {
        kind: [row for row in of if row.period == "year" and "-" not in row.code]
        for kind, of in rows().items()
    }
    odd = _exceptions()
    for kind, _, parts in merged():
        for unit in parts:
            if unit["level"] == "commune":
                last = LAST_ALONE if (kind, unit["code"]) == ("library", JOINED) else OLD[-1]
                found[kind] += [_row(kind, unit, [unit], year, odd) for year in OLD if year <= last]
    return found


def after() -> dict[str, list[Row]]:
    """Return the rows of 2025 and 2026 by kind."""
    odd = _exceptions()
    found: dict[str, list[Row]] = {kind: [] for kind in SHEETS}
    for line in table("museum-2026.csv"):
        unit = {"code": "08", "name": PROVINCE["museum"], "level": "province", "district": ""}
        year, note = int(line.pop("year")), line.pop("note") or None
        row = Row("museum", "08", year, "year", identity(unit, year, "year"))
        row.cells |= promises("museum", unit, year)
        row.cells |= {name: int(cell) if cell.isdigit() else cell or None for name, cell in line.items()}
        row.cells["note"] = note
        found["museum"].append(row)
    for kind, unit, parts in merged():
        for year in NEW if kind in HOUSES else ():
            opened = (kind, unit["code"], year) != ("library", OPENED, NEW[0])
            if opened and not odd.get((kind, unit["code"], year), Oddity()).get("missing"):
                found[kind].append(_row(kind, unit, parts, year, odd))
    return found


def _exceptions() -> dict[tuple[str, str, int], Oddity]:
    odd: list[Oddity] = yaml.safe_load((HERE / "exceptions-2026.yaml").read_text(encoding="utf-8"))
    return {(one["kind"], one["code"], one["year"]): one for one in odd}


def _row(kind: str, unit: Unit, parts: list[Unit], year: int, odd: dict[tuple[str, str, int], Oddity]) -> Row:
    row = Row(kind, unit["code"], year, "year", identity(unit, year, "year"))
    if unit.get("people"):
        row.cells["level"] = unit["name"].removeprefix(f"{WORDS[kind]} ").partition(" ")[0]
        parts = parts or [_old(kind, unit, unit["code"], "Xã", "6000")]
    row.cells |= _together([FIGURES[kind](one, year) for one in parts])
    if unit.get("people"):
        row.cells |= _of_commune(kind, unit, year)
        row.cells.pop("library_visits_assigned", None)
    exception = odd.get((kind, unit["code"], year), Oddity())
    row.cells |= promises(kind, unit, year) | exception.get("set", {})
    row.cells["note"] = exception.get("note")
    return row


def _together(figures: list[dict[str, Value]]) -> dict[str, Value]:
    """Return the sums of counts; a yes of one is a yes of all."""
    found = dict(figures[0])
    for more in figures[1:]:
        for name, value in more.items():
            had = found.get(name)
            if isinstance(value, int) and isinstance(had, int):
                found[name] = had + value
            elif value == YES or had is None:
                found[name] = value
    return found


def _of_commune(kind: str, unit: Unit, year: int) -> dict[str, Value]:
    """Return the people of a merged commune and those of them who were reached, the district's left out."""
    people = round(sum(map(int, unit["people"].split())) * (1 + 0.011 * (year - OLD[0])))
    low, spread = (360, 260) if kind == "cultural_house" else (60, 60)
    reached = people * (low + part(spread, unit["code"], kind) + 12 * (year - NEW[0])) // 1000
    return {
        "population_to_be_served": people,
        "cultural_house_participants" if kind == "cultural_house" else "active_users": reached,
    }


def build(old: Path, new: Path) -> None:
    """Write both workbooks: the years before in the old form, those after without districts."""
    guides = yaml.safe_load((HERE / "guide-2026.yaml").read_text(encoding="utf-8"))
    for path, made, years, guide in (
        (old, before(), "2020–2024", guides["before"]),
        (new, after(), "2025–2026", guides["after"]),
    ):
        sheets = [guide_sheet(f"BÁO CÁO MẪU {years}", STATUS, [(key, text) for key, text in guide])]
        for kind, name in SHEETS.items():
            columns = sheet_columns(kind)
            if path == new:
                columns = [replace(c, choices=LEVELS) if c.id == "level" else c for c in columns]
                columns = [c for c in columns if c.id != "district"]
            titles = Titles(f"{name.upper()}: SỐ LIỆU MẪU {years}", STATUS, SOURCE)
            sheets.append(
                data_sheet(name, titles, columns, [row.cells for row in made[kind]], index_row=True)
            )
        title = f"SỐ LIỆU MÔ PHỎNG: học tập suốt đời, Hà Giang {years} / SYNTHETIC DATA"
        write(
            path, sheets, Properties(title, STATUS, f"{STATUS}. {SOURCE}", "synthetic data; mô phỏng; llplan")
        )


def build_register(path: Path) -> None:
    """Write the register: who was there before, who took them over, who is there now."""
    lines = [
        ["museum", "02", "Bảo tàng tỉnh Hà Giang", "Tỉnh", "", "", "", "2024", "08", CLOSED],
        *(_closed(one.kind, unit, one.unit["code"]) for one in merged() for unit in one.parts),
        *(_open(one) for one in merged()),
    ]
    register_file(path, lines)


def _closed(kind: str, unit: Unit, successor: str) -> list[str]:
    last = "2024"
    if (kind, unit["code"]) == ("library", JOINED):
        last, successor = str(LAST_ALONE), NEIGHBOUR
    cells = identity(unit, OLD[0], "year")
    level, area = str(cells["level"]), AREAS[unit["area"]] if kind == "cultural_house" else ""
    note = CLOSED if last == "2024" else f"Mô phỏng / synthetic. Sáp nhập từ ngày 01/01/{LAST_ALONE + 1}."
    return [
        kind, unit["code"], unit["name"], level, unit["district"], area,
        unit.get("first_year", ""), last, successor, note,
    ]  # fmt: skip


def _open(one: Merged) -> list[str]:
    commune = bool(one.unit.get("people"))
    opened = (one.kind, one.unit["code"]) == ("library", OPENED)
    level = one.unit["name"].removeprefix(f"{WORDS[one.kind]} ").partition(" ")[0] if commune else "Tỉnh"
    area = AREAS[one.unit["area"]] if one.kind == "cultural_house" else ""
    first = "2026" if opened else "2025"
    note = "Mô phỏng / synthetic. Thành lập năm 2026." if opened else SINCE
    return [one.kind, one.unit["code"], one.unit["name"], level, "", area, first, "", "", note]
