"""What the code of a finding means and what to do, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.terminal.layout import Layout
from lifelong_learning.reports.terminal.pen import SEVERITY_STYLES

if TYPE_CHECKING:
    from lifelong_learning.catalogue.entries import Entry
    from lifelong_learning.model.plan import Lang


def render(entry: Entry, *, lang: Lang, layout: Layout | None = None) -> str:
    """Return title, severity, explanation, and every wording with its remedy; places stand as {name}."""
    page = (layout or Layout()).page()
    page.heading(f"{entry.code} {entry.title.of(lang)}")
    page.say(_severity(entry, lang), SEVERITY_STYLES[entry.severity])
    page.gap()
    page.say(entry.explanation.of(lang))
    for wording in entry.variants.values():
        page.gap()
        texts = [("message", wording.message.of(lang)), ("remedy", wording.remedy.of(lang))]
        pairs = [(word(f"target.{name}", lang), [page.pen.text(text)]) for name, text in texts]
        if wording.severity is not None and wording.severity is not entry.severity:
            shown = word(f"report.severity_{wording.severity.value}", lang)
            style = SEVERITY_STYLES[wording.severity]
            pairs.append((word("target.severity", lang), [page.pen.text(shown, style)]))
        page.pairs(pairs)
    return page.text()


def _severity(entry: Entry, lang: Lang) -> str:
    shown = word(f"report.severity_{entry.severity.value}", lang)
    return f"{word('target.severity', lang)}: {shown}"
