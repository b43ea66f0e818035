"""What the figures of a target are, percentages or plain ones with a unit, and thresholds as people write
them ("10%", [10%, 15%], 3, 12.5, dated lists), read exactly.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from lifelong_learning.model.plan import Threshold
from lifelong_learning.plan import shape
from lifelong_learning.plan.places import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lifelong_learning.plan.places import Path, Reporter, YamlFile


Form = Literal["percent", "whole", "number"]
_MOST_DECIMALS = 6


class Quantity(NamedTuple):
    """How the thresholds of a target are written, what its figures are in, and with how many decimals they
    are shown."""

    form: Form
    unit: shape.LabelForm | None = None
    decimals: int = 2

    def like(self, other: Quantity) -> bool:
        """Tell whether a figure can be held against one of another target."""
        return (self.form == "percent") == (other.form == "percent") and self.unit == other.unit


def quantity_of(target: shape.AnyTarget, measures: Mapping[str, shape.MeasureForm]) -> Quantity:
    """Return what the figures of a target are; a measure that is not known says nothing."""
    if isinstance(target, shape.RatioTarget) and target.per is not None:
        return Quantity("number", target.unit)
    if not isinstance(target, shape.CountTarget):
        return Quantity("percent")
    return _counted(target, [measures[name] for name in target.measures if name in measures])


def _counted(target: shape.CountTarget, used: Sequence[shape.MeasureForm]) -> Quantity:
    """Return what a count or amount is: of one measure or of the sum of some; a mean has decimals."""
    decimals = max([measure.decimals or 0 for measure in used], default=0)
    unit = target.unit or common_unit(used)
    if target.together == "mean":
        return Quantity("number", unit, max(decimals, 2))
    counted = all(measure.type == "count" for measure in used)
    return Quantity("whole" if counted else "number", unit, decimals)


def common_unit(measures: Iterable[shape.MeasureForm]) -> shape.LabelForm | None:
    """Return the unit of some measures, where all have the same."""
    units = [measure.unit for measure in measures]
    return units[0] if units and all(unit == units[0] for unit in units) else None


def decimals_of(figure: Fraction) -> int:
    """Return how many decimals a figure has, up to six."""
    decimals = (n for n in range(_MOST_DECIMALS) if (figure * 10**n).denominator == 1)
    return next(decimals, _MOST_DECIMALS)


_PERCENT = re.compile(r"(-?)([0-9]{1,18}(?:\.[0-9]{1,18})?)[  ]?%")

_FIGURE = r"([0-9]+(?:\.[0-9]+)?)"
_RANGE = re.compile(rf"{_FIGURE}\s*%?\s*[-–—]\s*{_FIGURE}\s*%?")
"""A band as people write it in a text."""


class ThresholdReader:
    """Reads the thresholds of one scope; the indicator kind of its target says what a figure may be, and
    `form` how it is written: `percent`, `whole`, or `number` with or without decimals.

    `limited`: the figure is not to be passed; it may be nil. That of a growth may be nil or less either way.
    """

    def __init__(
        self, document: YamlFile, report: Reporter, kind: str, form: str, last_year: int | None, limited: bool
    ) -> None:
        self.document = document
        self.report = report
        self.kind = kind
        self.form = form
        self.last_year = last_year
        self.limited = limited

    def read(self, written: object, path: Path) -> list[Threshold]:
        """Return the thresholds in order of year; a faulty one is reported and left out."""
        if written is None or isinstance(written, dict):
            return []
        if isinstance(written, list) and any(isinstance(item, dict) for item in written):
            return self._dated(written, path)
        return self._undated(written, path, None)

    def _fault(self, path: Path, code: str, variant: str = "", **args: object) -> None:
        self.report.on(self.document, path, code, variant, **args)

    def _undated(self, written: object, path: Path, since: int | None) -> list[Threshold]:
        if not isinstance(written, list):
            lower = self._figure(written, path)
            return [] if lower is None else [Threshold(lower, None, since)]
        if len(written) != 2:
            self._fault(path, "PL910", "band", count=len(written))
            return []
        lower, upper = (self._figure(item, (*path, i)) for i, item in enumerate(written))
        if lower is None or upper is None:
            return []
        if upper <= lower:
            self._fault(path, "PL911", lower=str(written[0]), upper=str(written[1]))
            return []
        return [Threshold(lower, upper, since)]

    def _dated(self, written: list[object], path: Path) -> list[Threshold]:
        found: list[Threshold] = []
        last: int | None = None
        for index, item in enumerate(written):
            here = (*path, index)
            if not isinstance(item, dict) or "value" not in item or set(item) - {"since", "value"}:
                self._fault(here, "PL910", "dated")
                continue
            since = item.get("since")
            if self._since_is_sound(since, index, last, here):
                found += self._undated(item["value"], (*here, "value"), since)
            last = since if type(since) is int else last
        return found

    def _since_is_sound(self, since: object, index: int, last: int | None, path: Path) -> bool:
        place = (*path, "since")
        if since is None and index == 0:
            return True
        if type(since) is not int or not 1900 <= since <= 2200:
            self._fault(place, "PL912", "year")
        elif last is not None and since <= last:
            self._fault(place, "PL912", since=since, before=last)
        elif self.last_year is not None and since > self.last_year:
            self._fault(place, "PL912", "beyond", since=since, last=self.last_year)
        else:
            return True
        return False

    def _figure(self, written: object, path: Path) -> Fraction | None:
        band = _RANGE.fullmatch(written) if isinstance(written, str) else None
        if band:
            sign = "%" if self.form == "percent" else ""
            ends = {"lower": f"{band[1]}{sign}", "upper": f"{band[2]}{sign}"}
            self._fault(path, "PL910", "range", value=short(written), **ends)
            return None
        figure = self._percent(written, path) if self.form == "percent" else self._plain(written, path)
        return None if figure is None else self._possible(figure, written, path)

    def _possible(self, figure: Fraction, written: object, path: Path) -> Fraction | None:
        """Return a figure that the kind of target can ask for, or None after naming why it cannot."""
        if not self.kind.startswith("growth") and (figure < 0 or (figure == 0 and not self.limited)):
            self._fault(path, "PL910", "negative" if self.limited else "positive", value=str(written))
            return None
        if self.kind == "coverage" and figure > 1:
            self._fault(path, "PL910", "over", value=str(written))
            return None
        return figure

    def _plain(self, written: object, path: Path) -> Fraction | None:
        if type(written) is int or (type(written) is Decimal and self.form == "number"):
            return Fraction(written)
        self._fault(path, "PL910", self.form, value=short(written))
        return None

    def _percent(self, written: object, path: Path) -> Fraction | None:
        match = _PERCENT.fullmatch(written) if isinstance(written, str) else None
        if match is None:
            self._fault(path, "PL910", "percent", value=short(written))
            return None
        return Fraction(match[1] + match[2]) / 100
