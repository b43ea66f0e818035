"""The evaluation as one page that needs nothing else: no network, no script, for screen and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lifelong_learning.model.findings import Findings
    from lifelong_learning.model.plan import Lang
    from lifelong_learning.model.scores import CommitmentResult, Scorecard, UnitScore

    CommitmentsOf = Callable[[UnitScore], Sequence[CommitmentResult]]


def render(
    scorecard: Scorecard,
    findings: Findings,
    *,
    lang: Lang,
    tool_version: str,
    commitments_of: CommitmentsOf,
) -> bytes:
    """Return the page in UTF-8; the same evaluation gives the same bytes."""
    from lifelong_learning.reports.evaluation_html import sections
    from lifelong_learning.reports.evaluation_html.markup import Markup, tag

    parts = [
        *sections.targets(scorecard, lang),
        *sections.unit_tables(scorecard, lang),
        *sections.waivers(scorecard, lang),
        *sections.commitment_table(scorecard, commitments_of, lang),
        *sections.fault_table(findings, lang),
    ]
    body = [
        *_top(scorecard, lang),
        tag("main", Markup("\n".join(parts)), id="results", tabindex="-1"),
        _foot(scorecard, lang, tool_version),
    ]
    page = f'<!doctype html>\n<html lang="{lang}">\n{_head(scorecard, lang)}\n<body>\n' + "\n".join(body)
    return f"{page}\n</body>\n</html>\n".encode()


def _head(scorecard: Scorecard, lang: Lang) -> str:
    """Return the head: the rules of the page are named by their hash, and nothing else may be loaded."""
    from base64 import b64encode
    from hashlib import sha256

    from lifelong_learning.reports.evaluation_html.markup import tag
    from lifelong_learning.reports.evaluation_html.style import CSS

    digest = b64encode(sha256(CSS.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = tag("title", f"{scorecard.plan.title.of(lang)} · {_when(scorecard, lang)}")
    return (
        f'<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"{title}\n<style>{CSS}</style>\n</head>"
    )


def _when(scorecard: Scorecard, lang: Lang) -> str:
    from lifelong_learning.reports.view import labels

    return labels.year_and_period(scorecard.plan, scorecard.year, scorecard.period, lang)


def _top(scorecard: Scorecard, lang: Lang) -> Iterator[str]:
    from lifelong_learning.catalogue.words import word
    from lifelong_learning.reports.evaluation_html.markup import Markup, tag
    from lifelong_learning.reports.view import notices

    plan = scorecard.plan
    remark = notices.growth_remark(scorecard, lang)
    yield tag("a", word("page.skip", lang), class_="skip", href="#results")
    yield tag(
        "header",
        tag("h1", plan.title.of(lang)),
        tag("p", f"{_when(scorecard, lang)} · {plan.document.of(lang)} · {notices.read(scorecard, lang)}"),
        Markup("") if remark is None else tag("p", remark, class_="quiet"),
        *(tag("p", line) for line in notices.notices(scorecard, lang)),
        tag("p", word("page.floored", lang), class_="quiet"),
    )
    places = [("targets", "report.groups"), ("units", "report.units")]
    if plan.commitments and scorecard.units:
        places.append(("commitments", "report.commitments"))
    places.append(("findings", "report.findings"))
    links = [tag("li", tag("a", word(key, lang), href=f"#{place}")) for place, key in places]
    yield tag("nav", tag("ul", *links), aria_label=word("page.contents", lang))


def _foot(scorecard: Scorecard, lang: Lang, version: str) -> str:
    from lifelong_learning.catalogue.words import word
    from lifelong_learning.reports.evaluation_html.markup import table, tag

    plan = scorecard.plan
    made = word("page.made", lang, version=version, plan=plan.id, sha=plan.sha256[:12])
    rows = [
        tag(
            "tr",
            tag("th", file.path, scope="row"),
            tag("td", tag("code", file.sha256 or word("page.unread", lang))),
        )
        for file in scorecard.files
    ]
    names = [(word("page.file", lang), ""), ("SHA-256", "")]
    return tag("footer", tag("p", made), table(word("page.files", lang), names, rows))
