"""The whole form as the bytes of a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.forms.paper.book import About, write
from lifelong_learning.forms.template.guide import guide
from lifelong_learning.forms.template.sheet import kind_sheet
from lifelong_learning.model.marks import FORM_VERSION, Mark

if TYPE_CHECKING:
    from lifelong_learning.forms.template.model import FormSpec


def form(spec: FormSpec) -> bytes:
    """Return a form: one sheet for each kind, and the guide, which also holds the lists, behind them."""
    guiding, lists = guide(spec)
    sheets = [kind_sheet(spec, kind, lists) for kind in spec.kinds]
    mark = Mark(spec.plan.id, spec.plan.sha256, FORM_VERSION)
    return write([guiding, *sheets], About(spec.plan.title.of(spec.lang), mark))
