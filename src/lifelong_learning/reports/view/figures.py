"""Figures in a language: floored, so that nothing printed overstates what was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import grouped, word
from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.model.scores import Exact, Status

if TYPE_CHECKING:
    from lifelong_learning.model.plan import Lang, Target
    from lifelong_learning.model.scores import Bounds, GroupResult, Result, Value

PERCENT_DECIMALS = 2
MOST_DECIMALS = 12
SCORE_DECIMALS = 1


def decimal(figure: Exact, lang: Lang, decimals: int = PERCENT_DECIMALS) -> str:
    """Return a figure floored at so many decimals, trailing zeros dropped: 48.05, 50, -13."""
    return _written(figure.floored(decimals), decimals, lang)


def percent(figure: Exact, lang: Lang) -> str:
    """Return a fraction as a percentage, floored at two decimals: 0.4805… is 48.05%."""
    return f"{decimal(figure._replace(num=figure.num * 100), lang)}%"


def percent_up(figure: Exact, lang: Lang) -> str:
    """Return a fraction as a percentage rounded up: what is still needed is never understated."""
    raised = -figure._replace(num=-figure.num * 100).floored(PERCENT_DECIMALS)
    return f"{_written(raised, PERCENT_DECIMALS, lang)}%"


def count(figure: int, lang: Lang) -> str:
    """Return a whole number with its thousands set apart as the language does."""
    return grouped(figure, lang)


def counted(key: str, number: int, lang: Lang) -> str:
    """Return a number with its noun, of the texts `<key>_one` and `<key>_many`."""
    return word(f"{key}_{'one' if number == 1 else 'many'}", lang, count=count(number, lang))


def score(figure: Exact | None, lang: Lang) -> str:
    """Return a score of 0 to 100 with one decimal, floored."""
    if figure is None:
        return word("report.none", lang)
    whole, rest = divmod(figure.floored(SCORE_DECIMALS), 10)
    return f"{whole}{_point(lang)}{rest}"


def yes_no(value: bool, lang: Lang) -> str:
    """Return yes or no in a word."""
    return word("report.yes" if value else "report.no", lang)


def value(found: Value | None, lang: Lang) -> str:
    """Return an indicator value in the form that its kind has."""
    if found is None:
        return word("report.none", lang)
    if found.form == "yes_no":
        return yes_no(found.exact.num != 0, lang)
    if found.form == "count":
        return count(found.exact.num // found.exact.den, lang)
    return (percent_up if found.up else percent)(found.exact, lang)


def apart(found: Value, other: str, lang: Lang) -> str:
    """Return a value above a figure, with as many decimals as it takes to see that it is another."""
    shown = value(found, lang)
    decimals = PERCENT_DECIMALS
    while shown == other and found.form == "ratio" and decimals < MOST_DECIMALS:
        decimals += 1
        shown = f"{decimal(found.exact._replace(num=found.exact.num * 100), lang, decimals)}%"
    return shown


def optional_percent(figure: Exact | None, lang: Lang) -> str:
    """Return a percentage, or a dash where there is none."""
    return word("report.none", lang) if figure is None else percent(figure, lang)


def attained(figure: Exact | None, lang: Lang) -> str:
    """Return an attainment; a dash where there is none, or one below nil."""
    return optional_percent(None if figure is None or figure.num < 0 else figure, lang)


def beyond(group: GroupResult | Result) -> Exact | None:
    """Return by how much a value lies beyond the figure that makes it exceeded, of a band its farther one,
    as a part of that figure; None where it does not, or where the figure is nil or less."""
    limit = group.bounds.beyond
    if group.status is not Status.EXCEEDED or group.value is None or limit is None or limit.num <= 0:
        return None
    value = group.value.exact
    if group.bounds.at_most:
        return Exact(limit.num * value.den - value.num * limit.den, limit.num * value.den)
    return Exact(value.num * limit.den - limit.num * value.den, limit.num * value.den)


def limit(bounds: Bounds, lang: Lang) -> str:
    """Return the figure beyond which a value exceeds: of a band its upper one."""
    found = bounds.upper or bounds.lower
    if found is None:
        return word("report.none", lang)
    return _bare(found, bounds.form, lang) + ("" if bounds.form == "count" else "%")


def threshold(bounds: Bounds, target: Target, lang: Lang) -> str:
    """Return what a group was held against: 10–15%, ≥ 10%, 100%, 3–5, ≤ 5%."""
    lower, upper = bounds.lower, bounds.upper
    if lower is None:
        return word("report.none", lang)
    unit = "" if bounds.form == "count" else "%"
    low = _bare(lower, bounds.form, lang)
    band = low if upper is None else f"{low}–{_bare(upper, bounds.form, lang)}"
    if bounds.at_most:
        return word("report.at_most", lang, figure=f"{band}{unit}")
    if upper is not None:
        return f"{band}{unit}"
    if target.kind is IndicatorKind.COVERAGE and lower.num == lower.den:
        return f"{low}{unit}"
    return word("report.at_least", lang, figure=f"{low}{unit}")


def unit_threshold(bounds: Bounds, target: Target, lang: Lang) -> str:
    """Return what a single unit was held against; of coverage that is yes, or no where it is to be had by
    few."""
    if target.kind is IndicatorKind.COVERAGE and bounds.lower is not None:
        return yes_no(not bounds.at_most, lang)
    return threshold(bounds, target, lang)


def _bare(figure: Exact, form: str, lang: Lang) -> str:
    if form == "count":
        return decimal(figure, lang)
    return decimal(figure._replace(num=figure.num * 100), lang)


def _written(scaled: int, decimals: int, lang: Lang) -> str:
    sign = "-" if scaled < 0 else ""
    whole, rest = divmod(abs(scaled), 10**decimals)
    fraction = f"{rest:0{decimals}d}".rstrip("0")
    shown = f"{sign}{count(whole, lang)}"
    return f"{shown}{_point(lang)}{fraction}" if fraction else shown


def _point(lang: Lang) -> str:
    return "," if lang == "vi" else "."
