"""A heading that is a column's label and something around it: a unit, a footnote mark, a number, a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.model.names import fold, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lifelong_learning.submission.vocabulary import ColumnNames, Vocabulary

_REMEMBERED = 4096
_MOST_FORMS = 200
"""So many shorter forms of one heading are tried at most."""
_NUMBER = r"(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[ivx]{1,4}|[a-zđ])"
_FORMULA = r"(?:\(?[0-9]{1,2}\)?\s*=)?\s*\(?[0-9]{1,2}\)?(?:\s*[-+*/:]\s*\(?[0-9]{1,2}\)?)*"
_NUMBERING = pattern(
    rf"(?:[(\[]\s*(?:{_NUMBER}|\*+)\s*[)\]]\s*[.:-]?|(?:cột|column)\s*[0-9]{{1,2}}\s*[.:/–-]"
    rf"|{_NUMBER}\s*[.):/-]|[0-9]{{1,2}}(?=\s)|[-–—*+•#]+)\s*"
)
_MARK = pattern(
    rf"\s*(?:[(\[]\s*(?:{_NUMBER}|[*†‡]+|{_FORMULA}|bắt buộc|nếu có|required|if any)\s*[)\]]"
    rf"|[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰⁽⁾:.;]+|\s{_FORMULA.replace('?', '', 1)})$"
)
_WHOLE = (
    "tổng cộng", "tổng số", "tổng", "trong đó", "số liệu", "total number of", "total", "of which",
)  # fmt: skip
_DIGIT = pattern(r"(?:(?<=[^\W\d])|\s+)[0-9]{1,2}$")
_YEAR = pattern(
    r"\s*[,–—-]?\s*(?:(?:tính )?(?:đến|tới) (?:hết )?(?:ngày )?31[/.-]12[/.-]"
    r"|(?:trong|của|in|for)?\s*(?:năm|year)?\s*)(20[0-9]{2}|2100)$"
)
_YEAR_BEFORE = pattern(r"(?:trong\s+)?(?:năm|year)?\s*(20[0-9]{2}|2100)\s*(?:[:,–—-]\s*|\s)")
_IN_THE_YEAR = pattern(r"\s*[,–—-]?\s*(?:(?:trong )?năm báo cáo|trong năm|thực hiện|in the year)$")
_QUOTED = pattern(r"[“”\"«»„](.+)[“”\"«»„]$")
_BETWEEN_LANGUAGES = pattern(r"\s*[/(\[|–—-]\s*|\s+")
_BRACKET = pattern(r"\s*[(\[]\s*([^()\[\]]*?)\s*[)\]]$")
_APART = pattern(r"\s*[,;:/–—-]\s*([^,;:/–—()\[\]-]+(?:/[^,;:()\[\]]+)?)$")
_DATE = pattern(r"31[/.-]12[/.-](20[0-9]{2}|2100)|31[/.-]12")
_MULTIPLE = pattern(
    r"(?<!\w)(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ|trăm|chục|thousands?|millions?|hundreds?|100+|1(?:[.,]000)+)(?!\w)|%"
)
_UNIT_OF_ALL = pattern(r"(?:đvt|đơn vị tính|đơn vị|units?(?: of measure)?)\s*[:(]\s*(.+)")
_UNITS = frozenset({
    "đvt", "lượt", "lần", "người", "khách", "bản", "cuốn", "quyển", "lớp", "buổi", "cuộc",
    "visits", "persons", "people", "copies", "titles", "number",
})  # fmt: skip
_WORDS_AROUND = _UNITS | frozenset({
    "đơn", "vị", "tính", "năm", "có", "không", "x", "nếu", "bắt", "buộc", "số", "đến", "ngày", "thời", "điểm",
    "trong", "thực", "hiện", "tổng", "liệu", "tiếp", "theo", "hết", "nhập", "ghi", "báo", "cáo", "yes", "no",
    "if", "any", "required", "of", "unit", "as", "at", "0", "1", "continued",
})  # fmt: skip


class _Form(NamedTuple):
    text: str
    year: int | None
    bare: bool
    """Only numbering and marks were left out."""


def column_in(heading: str, known: ColumnNames, vocab: Vocabulary) -> tuple[str, int | None] | None:
    """Return the column whose label is in a folded heading, where what stands around it says nothing else,
    and the year that stands beside the label, if one does.

    A measure's label may have its unit, a year and a word for the whole around it; the label of another
    column numbers and marks only: “Năm 2024” over figures is no column of years.
    """
    if heading in known.labelled:
        return known.labelled[heading]
    if len(known.labelled) >= _REMEMBERED:
        known.labelled.clear()
    found = known.labelled[heading] = _column_in(heading, known, vocab)
    return found


def _column_in(heading: str, known: ColumnNames, vocab: Vocabulary) -> tuple[str, int | None] | None:
    for form in _forms(heading, vocab):
        column = known.get(form.text)
        if column is not None and (form.bare or column in vocab.plan.measure):
            return column, form.year
    both = _in_both_languages(heading, known)
    return None if both is None else (both, None)


def _in_both_languages(heading: str, known: ColumnNames) -> str | None:
    """Return the column of which the heading is two names side by side: “Unit code / Mã đơn vị”."""
    for between in _BETWEEN_LANGUAGES.finditer(heading):
        column = known.get(heading[: between.start()])
        if column is not None and column == known.get(heading[between.end() :].rstrip(" )]")):
            return column
    return None


def cores(heading: str, vocab: Vocabulary) -> list[str]:
    """Return the folded heading and its shorter forms: what may be a label that is misspelt."""
    return [form.text for form in _forms(heading, vocab)]


def _forms(heading: str, vocab: Vocabulary) -> Iterator[_Form]:
    """Yield the heading and every form that leaves something of it out, the longest first."""
    waiting = [_Form(heading, None, True)]
    seen = {heading}
    while waiting and len(seen) < _MOST_FORMS:
        waiting.sort(key=lambda form: -len(form.text))
        form = waiting.pop(0)
        yield form
        for shorter in _shorter(form, vocab):
            if shorter.text and shorter.text not in seen:
                seen.add(shorter.text)
                waiting.append(shorter)


def _shorter(form: _Form, vocab: Vocabulary) -> Iterator[_Form]:
    text, year, bare = form
    for rest in _without_marks(text):
        yield _Form(rest, year, bare)
    for rest in _without_words(text, vocab):
        yield _Form(rest, year, False)
    for rest, named in _years(text, vocab):
        if year is None or named in (0, year):
            yield _Form(rest, named or year, False)


def _without_marks(text: str) -> Iterator[str]:
    """Yield what is left of a text without its number, quotation marks or footnote mark."""
    if found := _NUMBERING.match(text):
        yield text[found.end() :]
    if found := _QUOTED.match(text):
        yield found[1]
    if found := _MARK.search(text):
        yield text[: found.start()]


def _without_words(text: str, vocab: Vocabulary) -> Iterator[str]:
    """Yield what is left of a text without a word for the whole, a digit or a unit of measure."""
    for word in _WHOLE:
        if text.startswith((f"{word} ", f"{word}:")):
            yield text.removeprefix(word).lstrip(" :")
    for around in (_DIGIT, _IN_THE_YEAR, vocab.units_of_measure):
        if found := around.search(text):
            yield text[: found.start()].rstrip(" ,;:/–—-")


def _years(text: str, vocab: Vocabulary) -> Iterator[tuple[str, int]]:
    """Yield what is left of a text without a year or words that say nothing, with the year, or 0."""
    if found := _YEAR.search(text):
        yield text[: found.start()], int(found[1])
    if found := _YEAR_BEFORE.match(text):
        yield text[found.end() :], int(found[1])
    for around in (_BRACKET, _APART):
        found = around.search(text)
        if found and (said := _says_nothing(found[1], vocab)) is not None:
            yield text[: found.start()], said


def _says_nothing(text: str, vocab: Vocabulary) -> int | None:
    """Return the year in words that only say the unit or the day, 0 where they name none; None for others.

    A unit such as “nghìn người” says something: the figures are other ones.
    """
    year = 0
    if found := _DATE.search(text):
        year = int(found[1] or 0)
        text = text.replace(found[0], " ")
    for word in re.split(r"[\s,;:./–—=-]+", text):
        if re.fullmatch(r"20[0-9]{2}|2100", word) and year in (0, int(word)):
            year = int(word)
        elif word and word not in _WORDS_AROUND and word not in vocab.unit_words:
            return None
    return year


def are_units_of_measure(texts: Sequence[str], vocab: Vocabulary) -> bool:
    """Tell whether folded texts are nothing but units of measure or multiples of them, in brackets or not."""
    words = {word for text in texts for word in re.split(r"[\s()\[\],;:./]+", text)}
    if words.isdisjoint(_UNITS | vocab.unit_words) and not any(map(_MULTIPLE.search, texts)):
        return False
    return all(_says_nothing(_MULTIPLE.sub(" ", text).strip("()[] "), vocab) == 0 for text in texts)


def is_multiple(text: str, vocab: Vocabulary, column: str | None = None) -> bool:
    """Tell whether a folded text is a unit of measure times a thousand or the like, or a percentage: figures
    under it are other ones than the column's, unless its own unit is that."""
    if _MULTIPLE.search(text) is None or not are_units_of_measure([text], vocab):
        return False
    measure = vocab.plan.measure.get(column or "")
    own = () if measure is None or measure.unit is None else (measure.unit.vi, measure.unit.en)
    return not any(fold(unit) in text for unit in own)


def is_multiple_of_counts(text: str, vocab: Vocabulary) -> bool:
    """Tell whether a folded title names the unit of the figures below it, and that of counts is thousands or
    the like; a unit of the plan's own quantities says nothing of counts."""
    named = _UNIT_OF_ALL.match(text.lstrip("([ "))
    if named is None:
        return False
    units = (m.unit for m in vocab.plan.measures if m.unit is not None)
    own = {fold(word) for unit in units for word in (unit.vi, unit.en)}
    parts = (part.strip(" .)]") for part in re.split(r"[,;/]\s+|\s+và\s+", named[1]))
    return any(part not in own and part != "%" and is_multiple(part, vocab) for part in parts)
