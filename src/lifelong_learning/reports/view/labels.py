"""Ids of the plan and of the engine as words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.model.status import Reason, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.model.plan import Choice, Column, Kind, Lang, Level, Plan, Scope

PROJECT = "https://github.com/llplan/llplan"
"""Where the documentation is to be found: the address that stands in the metadata of the package too."""

MARKS: dict[Status, str] = {
    Status.EXCEEDED: "▲",
    Status.MET: "✓",
    Status.ON_TRACK: "▸",
    Status.BEHIND: "▿",
    Status.NOT_MET: "✗",
    Status.PENDING: "…",
    Status.NO_DATA: "?",
    Status.NOT_ASSESSABLE: "?",
    Status.NOT_REQUIRED: "–",
    Status.NO_TARGET: "–",
}
"""A symbol before the word, so that a column can be scanned without colour."""


def page(name: str, lang: Lang) -> str:
    """Return the address of a page of the documentation: `verdicts.md`, `findings.md#ce203`."""
    return f"{PROJECT}/blob/main/docs/{lang}/{name}"


def status(found: Status, lang: Lang) -> str:
    """Return a status in a word."""
    return word(f"report.{found.value}", lang)


def marked_status(found: Status, lang: Lang) -> str:
    """Return a status in a word behind its symbol."""
    return f"{MARKS[found]} {status(found, lang)}"


def reason(plan: Plan, found: Status, why: str | None, lang: Lang) -> str:
    """Return why there is no verdict; "" where there is one. A missing measure is named by its label."""
    if found is Status.NO_DATA:
        measure = None if why is None else plan.measure.get(why)
        if measure is None:
            return word("report.no_figure", lang)
        return word("report.missing", lang, measure=measure.label.of(lang))
    if why is not None and why in set(Reason):
        return word(f"report.{why}", lang)
    return ""


def scope(plan: Plan, narrowed: Scope, lang: Lang) -> str:
    """Return what a scope narrows to, "" where it takes every unit: District, Rural."""
    names = [_label(plan.levels, narrowed.level, lang), _label(plan.areas, narrowed.area, lang)]
    units = _units(narrowed, lang)
    return ", ".join(name for name in (*names, units[:1].upper() + units[1:]) if name)


def _units(narrowed: Scope, lang: Lang) -> str:
    """Return the units that a scope names; "" for one that names none."""
    if not narrowed.units:
        return ""
    key = "report.only_unit" if len(narrowed.units) == 1 else "report.only_units"
    return word(key, lang, codes=", ".join(narrowed.units))


def scope_within(plan: Plan, narrowed: Scope, lang: Lang) -> str:
    """Return what a scope narrows to as it stands within a sentence: district level, rural."""
    level = within(_label(plan.levels, narrowed.level, lang))
    area = within(_label(plan.areas, narrowed.area, lang))
    named = (("report.at_level", level), ("report.in_area", area))
    said = [_around(key, label, lang) for key, label in named if label]
    return ", ".join(filter(None, (*said, _units(narrowed, lang))))


def _around(key: str, label: str, lang: Lang) -> str:
    """Return a label within the words that a text puts around it, unless it begins with them already."""
    first = word(key, lang, label="").strip()
    return label if first and label.startswith(first) else word(key, lang, label=label)


def covers(plan: Plan, narrowed: Scope, lang: Lang) -> str:
    """Return what a scope narrows to, for a line of its own: District, rural; Cấp huyện."""
    if lang == "en":
        return scope(plan, narrowed, lang)
    said = scope_within(plan, narrowed, lang)
    return said[:1].upper() + said[1:]


def clause(found: str, lang: Lang) -> str:
    """Return a clause as it is said: in Vietnamese B.II.2.1¶3 is mục B.II.2.1, đoạn thứ 3."""
    item, sign, paragraph = found.partition("¶")
    return word("report.clause", lang, item=item, paragraph=paragraph) if sign else found


def level(plan: Plan, found: str | None, lang: Lang) -> str:
    """Return a level's label; words for a level that could not be read."""
    return _label(plan.levels, found, lang) or word("report.unplaced", lang)


def kind(plan: Plan, found: str, lang: Lang) -> str:
    """Return a kind's label."""
    return _label(plan.kinds, found, lang)


def sheet(plan: Plan, kind: str, lang: Lang) -> str:
    """Return what the sheet of a kind is called."""
    return next((one.sheet.of(lang) for one in plan.kinds if one.id == kind), "")


def period(plan: Plan, found: str, lang: Lang) -> str:
    """Return a period's label."""
    return _label(plan.periods, found, lang)


def column(plan: Plan, found: str, lang: Lang) -> str:
    """Return how the plan calls an identity column."""
    return _label(plan.identity, found, lang)


def groups(plan: Plan, district: str | None, lang: Lang) -> str:
    """Return what heads the groups of the whole (None), or of one district."""
    if district is None:
        return word("report.groups", lang)
    return word("report.groups_district", lang, label=column(plan, "district", lang), district=district)


def within(label: str) -> str:
    """Return a label as it stands within a sentence."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def year_and_period(plan: Plan, year: int, found: str, lang: Lang) -> str:
    """Return the evaluated year, and the period where it is not the whole year."""
    if found == "year":
        return word("report.year", lang, year=year)
    shown = period(plan, found, lang)
    return word("report.year_half", lang, year=year, period=within(shown))


def shortened(names: Sequence[str], limit: int, lang: Lang) -> str:
    """Return the first names of a list, and how many more there are."""
    shown = ", ".join(names[:limit])
    more = len(names) - limit
    return shown if more <= 0 else f"{shown} {word('report.more', lang, count=more)}"


def _label(choices: Sequence[Choice | Level | Kind | Column], found: str | None, lang: Lang) -> str:
    known = (choice.label.of(lang) for choice in choices if choice.id == found)
    return next(known, found or "")
