"""The summary, decided once: figures, sentences, order; renderers only lay it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.reports.document.blocks import Box, Document, Letter, Paragraph, Section
from lifelong_learning.reports.summary import reporting_sections, target_sections, unit_sections
from lifelong_learning.reports.summary.gathering import gather
from lifelong_learning.reports.summary.source import Letterhead
from lifelong_learning.reports.summary.wording import Wording
from lifelong_learning.reports.view import labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import Block
    from lifelong_learning.reports.summary.records import Records
    from lifelong_learning.reports.summary.source import Source

MOST_ROWS = 60
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def document(
    source: Source,
    *,
    lang: Lang,
    tool_version: str,
    most: int | None = MOST_ROWS,
    records: Records | None = None,
) -> Document:
    """Return the report of a source; tables of misses and findings end after `most` rows."""
    plan, card = source.plan, source.scorecard
    words = Wording(plan, card.year, card.period, lang)
    found = gather(source) if records is None else records
    limits = tuple(reporting_sections.alerts(source, found, words))
    intro = words.word(
        "intro", title=plan.title.of(lang), target_year=plan.target_year, base_year=plan.base_year
    )
    title, when = words.word("title", document=plan.document.of(lang)), _when(words)
    foot = words.word("tool", version=tool_version, plan=plan.id, sha=plan.sha256[:12])
    return Document(
        lang,
        title,
        head=(Paragraph(intro), *((Box(words.word("alert"), limits),) if limits else ())),
        sections=tuple(_numbered(_sections(source, found, words, limits, most), lang)),
        foot=(Paragraph(foot, "quiet"),),
        kind=words.word("kind_of_document"),
        when=when,
        name=f"{title}, {when}",
        letter=_letter(source, words),
    )


def _letter(source: Source, words: Wording) -> Letter:
    """Return who sends the report: in Vietnamese with room for what is not known, in English what is."""
    sender, official = source.letterhead or Letterhead(), words.lang == "vi"

    def known(text: str | None, blank: str) -> str:
        return text or (words.word(blank) if official else "")

    number = sender.number or "      "
    abbreviation = known(sender.abbreviation, "abbreviation_blank")
    signatory = sender.signatory
    return Letter(
        known(sender.superior, "superior_blank"),
        known(sender.body, "body_blank"),
        words.word("number", number=f"{number}/{abbreviation}"),
        _place_and_date(source, known(sender.place, "place_blank"), words),
        sender.recipients,
        (*((signatory.authority,) if signatory.authority else ()), known(signatory.title, "office_blank")),
        signatory.name or "",
        official,
    )


def _place_and_date(source: Source, place: str, words: Wording) -> str:
    """Return place and date; of the days and months under 10 and 3 with a nought, as the decree asks."""
    if words.lang == "en":
        date = "" if source.date is None else "{:04d}-{:02d}-{:02d}".format(*source.date)
        return ", ".join(filter(None, (place, date)))
    if source.date is None:
        shown = {"day": "    ", "month": "    ", "year": str(source.scorecard.year)[:2] + "    "}
    else:
        year, month, day = source.date
        shown = {
            "day": f"{day:02d}" if day < 10 else str(day),
            "month": f"{month:02d}" if month < 3 else str(month),
            "year": str(year),
        }
    return words.word("place_date", place=place, date="", **shown)


def _when(words: Wording) -> str:
    if words.period == "year":
        return words.word("when_year", year=words.year)
    return words.word(
        "when_half", period=labels.period(words.plan, words.period, words.lang), year=words.year
    )


def _sections(
    source: Source, records: Records, words: Wording, limits: Sequence[str], most: int | None
) -> Iterator[Section]:
    whole = target_sections.whole(records.targets)
    yield _section(words, "s_reports", reporting_sections.reporting(records, words))
    yield _section(words, "s_targets", [target_sections.counts(whole, words)])
    for heading, sentences in target_sections.by_kind(whole, words):
        yield Section(heading, 2, tuple(sentences))
    yield _section(words, "s_table", target_sections.overview(whole, words), 2)
    way = tuple(target_sections.progress(whole, words))
    if way:
        yield _section(words, "s_progress", way, 2)
    if source.since is not None:
        years = [year for year in source.years if year >= source.since]
        blocks = tuple(target_sections.trend(whole, years, words))
        yield Section(words.word("s_trend", since=source.since), 1, blocks)
    yield from _headed(
        words, "s_units", unit_sections.scores(records, words, compared=source.before is not None)
    )
    yield _section(words, "s_commitments", unit_sections.commitments(records, words))
    yield from _headed(words, "s_misses", unit_sections.misses(records, words, most))
    waived = tuple(unit_sections.waived(source, words))
    if waived:
        yield _section(words, "s_waived", waived)
    yield _section(words, "s_limits", unit_sections.limits(source, words, limits, most))
    districts = tuple(target_sections.by_district(records.targets, words))
    if districts:
        yield Section(words.by_district("s_districts"), 1, districts)


def _section(words: Wording, key: str, blocks: Iterable[Block], level: int = 1) -> Section:
    return Section(words.word(key), level, tuple(blocks))


def _headed(words: Wording, key: str, parts: Iterable[tuple[str, list[Block]]]) -> Iterator[Section]:
    """Yield a section and its parts; the first part stands under the section's own heading."""
    for number, (heading, blocks) in enumerate(parts):
        yield Section(heading or words.word(key), 1 if number == 0 else 2, tuple(blocks))


def _numbered(sections: Iterable[Section], lang: Lang) -> Iterator[Section]:
    """Write the numbers: I and 1 in Vietnamese, as Decree 30/2020/NĐ-CP has them; 1 and 1.1 in English."""
    first = second = 0
    for section in sections:
        if section.level == 1:
            first, second = first + 1, 0
            heading = (
                f"{ROMAN[first - 1]}. {section.heading.upper()}"
                if lang == "vi"
                else f"{first}. {section.heading}"
            )
        else:
            second += 1
            heading = (
                f"{second}. {section.heading}" if lang == "vi" else f"{first}.{second} {section.heading}"
            )
        yield section._replace(heading=heading)
