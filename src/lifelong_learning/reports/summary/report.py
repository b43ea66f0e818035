"""A half-year or year-end report: opening, parts I to V, closing and signature, then the appendices, the
tables that the report rests on, each with its own number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from lifelong_learning.reports.document.blocks import Appendix, Document, Letter, Paragraph, Section
from lifelong_learning.reports.summary import assessment, results, target_tables, unit_tables
from lifelong_learning.reports.summary.gathering import gather
from lifelong_learning.reports.summary.records import Letterhead
from lifelong_learning.reports.summary.wording import SummaryWords
from lifelong_learning.reports.view import labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import Block
    from lifelong_learning.reports.summary.records import Records, Source, TargetRecord


MOST_ROWS = 60


def document(source: Source, *, lang: Lang, tool_version: str, most: int | None = MOST_ROWS) -> Document:
    """Return the report of a source; tables of misses and findings end after `most` rows."""
    plan, card = source.plan, source.scorecard
    words = SummaryWords(plan, card.year, card.period, lang)
    records = gather(source)
    whole = [record for record in records.targets if record.result.district is None]
    sender = source.letterhead or Letterhead()
    title = words.word("title", document=words.document(), when=words.when())
    places = {
        "document": words.document(),
        "subject": labels.within(plan.title.of(lang)),
        "when": words.when(),
        "body": sender.body or words.word("body_blank"),
        "to": ", ".join(sender.to),
    }
    added = appendices(source, records, whole, words, _belonging(source, sender, words), most)
    made = words.word("tool", version=tool_version, plan=plan.id, sha=plan.sha256[:12])
    return Document(
        lang,
        title,
        head=(Paragraph(words.word("opening", **places)),),
        sections=tuple(_numbered(_parts(source, records, added, words), lang)),
        closing=(Paragraph(words.word("closing_to" if sender.to else "closing", **places)),),
        appendices=tuple(added.values()),
        foot=(Paragraph(made, "quiet"),),
        kind=words.word("kind_of_document"),
        letter=_letter(source, sender, words),
    )


def _parts(
    source: Source, records: Records, added: Mapping[str, Appendix], words: SummaryWords
) -> Iterator[Section]:
    refs = {key: appendix.label for key, appendix in added.items()}
    whole = [record for record in records.targets if record.result.district is None]
    yield _section(words, "s_turnout", results.blocks(source, records, words, refs))
    yield _section(words, "s_results", [results.balance(whole, words)])
    yield from results.by_kind(whole, words)
    yield _section(words, "s_assessment", ())
    yield _section(words, "s_strengths", assessment.strengths(whole, records, words), 2)
    yield _section(words, "s_shortcomings", assessment.shortcomings(whole, records, words, refs), 2)
    yield _section(words, "s_causes", assessment.causes(records, words, refs), 2)
    yield _section(words, "s_tasks", assessment.tasks(whole, records, words, refs))
    proposals = (source.letterhead or Letterhead()).proposals
    asked = [Paragraph(text, "item") for text in proposals] or [Paragraph(words.word("proposals_blank"))]
    yield _section(words, "s_proposals", asked)


def _section(words: SummaryWords, key: str, blocks: Iterable[Block], level: int = 1) -> Section:
    return Section(words.word(key), level, tuple(blocks))


def _numbered(sections: Iterable[Section], lang: Lang) -> Iterator[Section]:
    """Write the numbers: I and 1 in Vietnamese, as Decree 30/2020/NĐ-CP has them; 1 and 1.1 in English."""
    first = second = 0
    for section in sections:
        if section.level == 1:
            first, second = first + 1, 0
            number = f"{ROMAN[first - 1]}." if lang == "vi" else f"{first}."
        else:
            second += 1
            number = f"{second}." if lang == "vi" else f"{first}.{second}"
        heading = section.heading.upper() if lang == "vi" and section.level == 1 else section.heading
        anchor = f"part-{first}" if section.level == 1 else ""
        yield replace(section, heading=f"{number} {heading}", anchor=anchor)


def _letter(source: Source, sender: Letterhead, words: SummaryWords) -> Letter:
    """Return who sends the report: in Vietnamese with room for what is not known, in English what is."""
    official = words.lang == "vi"

    def known(text: str | None, blank: str) -> str:
        return text or (words.word(blank) if official else "")

    body = known(sender.body, "body_blank")
    offices = (sender.authority, known(sender.title, "office_blank"))
    return Letter(
        superior=known(sender.superior, "superior_blank"),
        body=body.upper() if official else body,
        number=words.word("number", number=_number(sender, words)) if official or sender.number else "",
        place_and_date=_place_and_date(source, known(sender.place, "place_blank"), words),
        to=sender.to,
        recipients=sender.recipients,
        signs=tuple(filter(None, offices)),
        name=sender.name or "",
        official=official,
        given=source.letterhead is not None,
        day="" if source.date is None else _date(source, words),
    )


def _number(sender: Letterhead, words: SummaryWords) -> str:
    abbreviation = sender.abbreviation or words.word("abbreviation_blank")
    return "/".join(filter(None, (sender.number or words.word("number_blank"), abbreviation)))


def _belonging(source: Source, sender: Letterhead, words: SummaryWords) -> str:
    """Return what stands under the heading of an appendix: which report it belongs to."""
    body = sender.body or words.word("body_blank")
    return words.word("belonging", number=_number(sender, words), date=_date(source, words), body=body)


def _place_and_date(source: Source, place: str, words: SummaryWords) -> str:
    if words.lang == "en" and source.date is None:
        return place
    return ", ".join(filter(None, (place, _date(source, words))))


def _date(source: Source, words: SummaryWords) -> str:
    """Return the date; of the days and months under 10 and 3 with a nought, as the decree asks."""
    if source.date is None:
        return words.word("date_blank", century=str(source.scorecard.year)[:2])
    year, month, day = source.date
    if words.lang == "en":
        return f"{year:04d}-{month:02d}-{day:02d}"
    shown = {"day": f"{day:02d}", "month": f"{month:02d}" if month < 3 else str(month)}
    return words.word("date", year=year, **shown)


ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def appendices(
    source: Source,
    records: Records,
    whole: Sequence[TargetRecord],
    words: SummaryWords,
    belonging: str,
    most: int | None,
) -> dict[str, Appendix]:
    """Return the appendices that have anything to say, by what they hold; `belonging` names the report that
    they belong to."""
    place = unit_tables.level_name(source, words)
    found = (
        (key, blocks)
        for key, given in _tables(source, records, whole, words, most)
        if (blocks := tuple(given))
    )
    return {
        key: Appendix(
            words.word("appendix", number=ROMAN[number]),
            words.word(f"s_{key}", place=place) if key == "places" else words.by_district(f"s_{key}"),
            belonging,
            blocks,
        )
        for number, (key, blocks) in enumerate(found)
    }


def _tables(
    source: Source, records: Records, whole: Sequence[TargetRecord], words: SummaryWords, most: int | None
) -> Iterator[tuple[str, Iterable[Block]]]:
    yield "all", target_tables.overview(whole, words)
    yield "progress", target_tables.progress(whole, source, words)
    yield (
        "districts",
        [*results.by_district(records, words), *target_tables.by_district(records.targets, words)],
    )
    yield "places", unit_tables.by_place(source, words)
    yield "units", unit_tables.scores(source, records, words)
    yield "commitments", unit_tables.commitments(records, words)
    yield "explanations", unit_tables.misses(source, records, words, most)
    yield "quality", unit_tables.quality(source, records, words, most)
