"""What is added behind the signature: the tables that the report rests on, each with its own number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.reports.document.blocks import Appendix
from lifelong_learning.reports.summary import target_tables, turnout, unit_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lifelong_learning.reports.document.blocks import Block
    from lifelong_learning.reports.summary.records import Records, TargetRecord
    from lifelong_learning.reports.summary.source import Source
    from lifelong_learning.reports.summary.wording import SummaryWords

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
        for key, given in _parts(source, records, whole, words, most)
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


def _parts(
    source: Source, records: Records, whole: Sequence[TargetRecord], words: SummaryWords, most: int | None
) -> Iterator[tuple[str, Iterable[Block]]]:
    yield "all", target_tables.overview(whole, words)
    yield "progress", target_tables.progress(whole, source, words)
    yield (
        "districts",
        [*turnout.by_district(records, words), *target_tables.by_district(records.targets, words)],
    )
    yield "places", unit_tables.by_place(source, words)
    yield "units", unit_tables.scores(source, records, words)
    yield "commitments", unit_tables.commitments(records, words)
    yield "explanations", unit_tables.misses(source, records, words, most)
    yield "quality", unit_tables.quality(source, records, words, most)
