"""One cell's value at a time: what a number, a word or a name typed by a person means, or what is wrong.

A parser returns the value, None for a blank, or a `Trouble`. A warning or a note comes with the value
as a `Taken`. The fast ways of `columns` decide the same for cells that are plainly right.
"""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING

from msgspec import Struct

from lifelong_learning.model.localised import Day, Decimal
from lifelong_learning.model.names import clean, fold, pattern
from lifelong_learning.model.submission import LARGEST_COUNT, MISSING
from lifelong_learning.submission.faults import Trouble
from lifelong_learning.submission.names import is_legacy, shown
from lifelong_learning.submission.vocabulary import MISSING_WORDS, NIL_WORDS, NO, YES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lifelong_learning.submission.vocabulary import Vocabulary

LONGEST_TEXT = 1000
LONGEST_NUMBER = 60
FIRST_YEAR, LAST_YEAR = 2000, 2100
_OF_A_YEAR = {"CE202": "year", "CE210": "year", "CE203": "", "CE204": ""}
"""The wordings of faults of a count where it is a year."""
_DATES = (datetime, date, time, timedelta)
_PLAIN = pattern(r"[0-9]+$")
_GROUPED = pattern(
    r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+$|[1-9][0-9]{0,2}(?:,[0-9]{3})+$|[1-9][0-9]{0,2}(?: [0-9]{3})+$"
)
_DECIMAL = pattern(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:[., ][0-9]{3})+)[.,][0-9]+$")
_WITH_DECIMALS = pattern(
    r"([0-9]+|[1-9][0-9]{0,2}(?:(?: [0-9]{3})+|(?:\.[0-9]{3})+(?=,)|(?:,[0-9]{3})+(?=\.)))[.,]([0-9]+)$"
)
_THOUSANDS = pattern(r"[1-9][0-9]{0,2}\.[0-9]{3}$")
_DATE = pattern(
    r"(?:(?:[0-3]?[0-9][/.-])?[01]?[0-9][/.-]((?:19|20)[0-9]{2})|((?:19|20)[0-9]{2})-[01][0-9]-[0-3][0-9])"
    r"(?: 00:00:00)?$"
)
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DIGITS = pattern(r"[^0-9]")
_ELLIPSES = ("…", "...")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_AS_TEXT = "'’‘`´"
"""What marks a code as text in a spreadsheet, where it has become part of the text."""
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−－"), "-")


class Taken(Struct, frozen=True):
    """A value that was understood, with what is said about it all the same."""

    value: object
    trouble: Trouble


def count(cell: object, vocab: Vocabulary) -> int | Taken | Trouble:
    """Read a count: a whole number ≥ 0, or `MISSING`."""
    if isinstance(cell, bool) or cell is None:
        return Trouble("CE202", shown(cell))
    if isinstance(cell, int | float):
        return number(cell)
    if isinstance(cell, _DATES):
        return Trouble("CE210", Day(shown(cell)))
    text = str(cell)
    if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER:
        return _typed(_in_range(int(text), text), text)
    return _count_text(text, vocab)


def _typed(found: int | Trouble, value: str) -> Taken | Trouble:
    """Return a number that was typed as text with what is said of it, or what is wrong with it."""
    return found if isinstance(found, Trouble) else Taken(found, Trouble("CE207", value))


def number(cell: float) -> int | Trouble:
    """Read a number as a whole one ≥ 0."""
    if not isfinite(cell):
        return Trouble("CE204", shown(cell), "not_finite")
    if cell != int(cell):
        text = Decimal(repr(cell))
        return Trouble("CE203", text, "thousands" if _THOUSANDS.match(text) else "")
    return _in_range(int(cell), shown(cell))


def _in_range(whole: int, value: str) -> int | Trouble:
    if whole < 0:
        return Trouble("CE204", value)
    if whole > LARGEST_COUNT:
        return Trouble("CE204", value, "large")
    return whole


def _count_text(cell: str, vocab: Vocabulary) -> int | Taken | Trouble:
    if len(cell) > LONGEST_TEXT:
        return Trouble("CE202", shown(cell))
    text = fold(cell)
    if not text or text in MISSING_WORDS:
        return MISSING
    if text in NIL_WORDS:
        return Taken(0, Trouble("CE213", shown(cell)))
    found = text_number(vocab.units_of_measure.sub("", text), shown(cell))
    if isinstance(found, Trouble) and found.code == "CE202" and is_legacy(cell):
        return Trouble("CE212", shown(cell))
    return _typed(found, shown(cell))


def text_number(text: str, value: str) -> int | Trouble:
    """Read a folded text as a whole number, plain or with strict grouping."""
    negative = text.startswith(("-", "−"))
    digits = text[1:].lstrip() if negative else text
    if len(digits) > LONGEST_NUMBER:
        return Trouble("CE202", value)
    if _PLAIN.match(digits) or _GROUPED.match(digits):
        whole = int(_DIGITS.sub("", digits))
        return _in_range(-whole if negative else whole, value)
    return Trouble("CE203" if _DECIMAL.match(digits) else "CE202", value)


def amount(cell: object, vocab: Vocabulary, decimals: int) -> int | Taken | Trouble:
    """Read an amount of at most so many decimals: a whole number ≥ 0 of its last decimal, or `MISSING`."""
    found = _amount(cell, vocab, decimals)
    if isinstance(found, Trouble) and found.code in ("CE202", "CE203", "CE204") and not found.variant:
        return found._replace(variant="amount", args=(("decimals", decimals),))
    return found


def _amount(cell: object, vocab: Vocabulary, decimals: int) -> int | Taken | Trouble:
    if isinstance(cell, bool) or cell is None:
        return Trouble("CE202", shown(cell))
    if isinstance(cell, _DATES):
        return Trouble("CE210", Day(shown(cell)))
    if not isinstance(cell, int | float):
        return _amount_text(str(cell), vocab, decimals)
    if not isfinite(cell):
        return Trouble("CE204", shown(cell), "not_finite")
    # Fifteen digits are what a spreadsheet shows of a number; more come of its own arithmetic.
    return _of_last_decimal(
        Fraction(cell if isinstance(cell, int) else f"{cell:.15g}"), shown(cell), decimals
    )


def _of_last_decimal(figure: Fraction, value: str, decimals: int) -> int | Trouble:
    kept = figure * 10**decimals
    return _in_range(int(kept), value) if kept.denominator == 1 else Trouble("CE203", value)


def _amount_text(cell: str, vocab: Vocabulary, decimals: int) -> int | Taken | Trouble:
    text = fold(cell)
    if len(cell) > LONGEST_TEXT or not text or text in MISSING_WORDS or text in NIL_WORDS:
        return _count_text(cell, vocab)
    digits = vocab.units_of_measure.sub("", text)
    negative = digits.startswith(("-", "−"))
    found = _readings(digits[1:].lstrip() if negative else digits, decimals)
    if not found:
        # No number at all is told as of a count.
        return _count_text(cell, vocab)
    if len(found) > 1:
        one, other = map(_plainly, found)
        return Trouble("CE203", shown(cell), "readings", (("one", one), ("other", other)))
    kept = _of_last_decimal(-found[0] if negative else found[0], shown(cell), decimals)
    if isinstance(kept, Trouble):
        return kept
    return Taken(kept, Trouble("CE207", shown(cell), "amount", (("taken", _plainly(found[0])),)))


def _plainly(figure: Fraction) -> Decimal:
    return Decimal(f"{float(figure):.15g}")


def _readings(text: str, decimals: int) -> list[Fraction]:
    """Return what a text of digits can mean: a whole number, and one with a decimal sign. One with more
    decimals than an amount has is meant only where the other cannot be."""
    found: list[Fraction] = []
    if len(text) <= LONGEST_NUMBER and (_PLAIN.match(text) or _GROUPED.match(text)):
        found.append(Fraction(_DIGITS.sub("", text)))
    decimal = _WITH_DECIMALS.match(text) if len(text) <= LONGEST_NUMBER else None
    if decimal and (not found or len(decimal[2].rstrip("0")) <= decimals):
        found.append(Fraction(f"{_DIGITS.sub('', decimal[1])}.{decimal[2]}"))
    return found


def yes_no(cell: object, _: Vocabulary) -> int | Taken | Trouble:
    """Read yes (1) or no (0), or `MISSING`."""
    if isinstance(cell, bool):
        return int(cell)
    if isinstance(cell, int | float):
        return int(cell) if cell in (0, 1) else Trouble("CE208", shown(cell))
    text = fold(str(cell))
    if not text or text in MISSING_WORDS:
        return MISSING
    if text in YES or text in NO:
        return int(text in YES)
    legacy = isinstance(cell, str) and is_legacy(cell)
    return Trouble("CE212" if legacy else "CE208", shown(cell))


def year_of_life(cell: object, vocab: Vocabulary) -> int | Taken | Trouble | None:
    """Read a year from 1900 to 2100 in which a unit begins or ends; a date stands for its year."""
    if isinstance(cell, date):
        return cell.year
    if isinstance(cell, str) and (found := _DATE.match(clean(cell))):
        return int(found[1] or found[2])
    read = year(cell, vocab, 1900)
    return read._replace(variant="") if isinstance(read, Trouble) and read.code == "CE202" else read


def year(cell: object, vocab: Vocabulary, first: int = FIRST_YEAR) -> int | Taken | Trouble | None:
    """Read a year from the first, 2000 unless said, to 2100."""
    found = count(cell, vocab)
    if isinstance(found, Trouble):
        return found._replace(variant=_OF_A_YEAR.get(found.code, found.variant))
    if isinstance(found, Taken) and found.trouble.code == "CE213":
        return Trouble("CE202", shown(cell), "year")
    figure = found.value if isinstance(found, Taken) else found
    if figure == MISSING:
        return None
    within = isinstance(figure, int) and first <= figure <= LAST_YEAR
    return found if within else Trouble("CE204", shown(cell), "year")


def choice(
    cell: object, names: Mapping[str, str], args: tuple[tuple[str, object], ...]
) -> str | Trouble | None:
    """Read one of the permitted values as its id."""
    text = fold(shown(cell)) if not isinstance(cell, str) else fold(cell)
    if not text or text in MISSING_WORDS:
        return None
    found = names.get(text)
    if found is not None:
        return found
    legacy = isinstance(cell, str) and is_legacy(cell)
    return Trouble("CE212", shown(cell)) if legacy else Trouble("CE209", shown(cell), "", args)


def text(cell: object) -> str | Taken | Trouble | None:
    """Read a name or a note: cleaned, at most 1,000 characters, without control characters."""
    if not isinstance(cell, str):
        return str(shown(cell))
    if is_legacy(cell):
        return Trouble("CE212", shown(cell))
    found = clean(cell)
    if found in _ELLIPSES:
        return None
    if found.isprintable() and len(found) <= LONGEST_TEXT:
        return found or None
    return _shortened(cell, found)


def _shortened(cell: str, found: str) -> str | Taken | None:
    """Return a text without what cannot be printed and what is too long."""
    without = clean("".join(char for char in found if not is_control(char)))
    if without != found:
        return Taken(without or None, Trouble("CE211", shown(cell), "control"))
    if len(found) > LONGEST_TEXT:
        return Taken(found[:LONGEST_TEXT], Trouble("CE211", shown(cell)))
    return found


def is_control(char: str) -> bool:
    """Tell whether a character commands a terminal or the direction of writing."""
    return unicodedata.category(char) == "Cc" or char in _BIDI


def code(cell: object) -> str | Taken | Trouble | None:
    """Read a unit's code: text as it stands but for kinds of dashes and digits, a number as its digits."""
    if isinstance(cell, str):
        if cell.isascii() and cell.isalnum():
            return text(cell)
        return text(
            "" if fold(cell) in NIL_WORDS else cell.translate(_DASHES).translate(_WIDE).lstrip(_AS_TEXT)
        )
    if isinstance(cell, _DATES):
        return Trouble("CE210", Day(shown(cell)))
    if isinstance(cell, bool):
        return shown(cell)
    if not isinstance(cell, int | float):
        return Trouble("CE202", shown(cell))
    whole = number(cell)
    if isinstance(whole, Trouble):
        return whole._replace(variant="" if whole.code == "CE203" else whole.variant)
    return Taken(str(whole), Trouble("CE214", str(whole)))
