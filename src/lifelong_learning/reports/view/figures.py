"""Figures in a language: floored, so that nothing printed overstates what was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import grouped, word
from lifelong_learning.model.plan import IndicatorKind
from lifelong_learning.model.scores import Exact, Status

if TYPE_CHECKING:
    from fractions import Fraction

    from lifelong_learning.model.plan import Lang, Scale, Target
    from lifelong_learning.model.scores import Bounds, Outcome, Value

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


def number(figure: float, lang: Lang) -> str:
    """Return a figure of a cell with the decimals that it has, however small: 1,500.25, 0.000001."""
    from decimal import Decimal

    whole, _, decimals = f"{Decimal(str(figure)):f}".partition(".")
    fraction = decimals.rstrip("0")
    shown = count(int(whole), lang)
    return f"{shown}{_point(lang)}{fraction}" if fraction else shown


def share(part: Fraction | int, lang: Lang) -> str:
    """Return a part of a whole: half, 3/4."""
    return word("report.half", lang) if part * 2 == 1 else str(part)


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
    """Return an indicator value on the scale that its target has."""
    if found is None:
        return word("report.none", lang)
    if found.form == "yes_no":
        return yes_no(found.exact.num != 0, lang)
    return _scaled(found, lang, found.scale.decimals)


def _scaled(found: Value, lang: Lang, decimals: int) -> str:
    """Return a value floored, or raised where it is not to pass a figure, with what stands behind it."""
    figure = _in_hundreds(found.exact, found.scale)
    cut = -figure._replace(num=-figure.num).floored(decimals) if found.up else figure.floored(decimals)
    return f"{_written(cut, decimals, lang)}{tail(found.scale, lang)}"


def apart(found: Value, other: str, lang: Lang) -> str:
    """Return a value above a figure, with as many decimals as it takes to see that it is another."""
    shown = value(found, lang)
    decimals = found.scale.decimals
    floored = found._replace(up=False)
    while shown == other and decimals < MOST_DECIMALS:
        decimals += 1
        shown = _scaled(floored, lang, decimals)
    return shown


def tail(scale: Scale, lang: Lang) -> str:
    """Return what stands behind a figure: the sign of a percentage, or its unit of measure."""
    if scale.form != "count":
        return "%"
    return "" if scale.unit is None else f" {scale.unit.of(lang)}"


def on_scale(figure: Exact, scale: Scale, lang: Lang) -> str:
    """Return a figure that a value is held against, as it is read beside it."""
    return f"{_bare(figure, scale, lang)}{tail(scale, lang)}"


def optional_percent(figure: Exact | None, lang: Lang) -> str:
    """Return a percentage, or a dash where there is none."""
    return word("report.none", lang) if figure is None else percent(figure, lang)


def attained(figure: Exact | None, lang: Lang) -> str:
    """Return an attainment; a dash where there is none, or one below nil."""
    return optional_percent(None if figure is None or figure.num < 0 else figure, lang)


def beyond(group: Outcome) -> Exact | None:
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
    return on_scale(found, bounds.scale, lang)


def threshold(bounds: Bounds, target: Target, lang: Lang) -> str:
    """Return what a group was held against: 10–15%, ≥ 10%, 100%, 3–5, ≤ 5%."""
    lower, upper = bounds.lower, bounds.upper
    if lower is None:
        return word("report.none", lang)
    unit = tail(bounds.scale, lang)
    low = _bare(lower, bounds.scale, lang)
    band = low if upper is None else f"{low}–{_bare(upper, bounds.scale, lang)}"
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


def _bare(figure: Exact, scale: Scale, lang: Lang) -> str:
    return decimal(_in_hundreds(figure, scale), lang, max(scale.decimals, PERCENT_DECIMALS))


def _in_hundreds(figure: Exact, scale: Scale) -> Exact:
    """Return a figure as it is written: a fraction in hundredths."""
    return figure if scale.form == "count" else figure._replace(num=figure.num * 100)


def _written(scaled: int, decimals: int, lang: Lang) -> str:
    sign = "-" if scaled < 0 else ""
    whole, rest = divmod(abs(scaled), 10**decimals)
    fraction = f"{rest:0{decimals}d}".rstrip("0")
    shown = f"{sign}{count(whole, lang)}"
    return f"{shown}{_point(lang)}{fraction}" if fraction else shown


def _point(lang: Lang) -> str:
    return "," if lang == "vi" else "."
