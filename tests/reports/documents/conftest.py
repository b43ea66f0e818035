"""An evaluation whose names are hostile."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from msgspec.structs import replace

HOSTILE = ('=HYPERLINK("http://x","y")', "<script>alert(1)</script>| `x` [a](b)", "@\x1b[31m")


@pytest.fixture
def hostile(world: SimpleNamespace) -> SimpleNamespace:
    """The small evaluation with names that would be formulas, markup or commands."""
    card = world.scorecard
    units = tuple(
        unit._replace(identity=unit.identity._replace(name=name, district="</td><img src=x onerror=y>"))
        for unit, name in zip(card.units, HOSTILE, strict=True)
    )
    groups = tuple(replace(group, left_out=("<b>*1*</b>",)) for group in card.groups)
    changed = replace(card, units=units, groups=groups)
    return SimpleNamespace(scorecard=changed, findings=world.findings, commitments_of=world.commitments_of)
