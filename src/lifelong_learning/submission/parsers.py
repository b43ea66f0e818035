"""What the cells of identity columns and of yes/no mean under one plan, remembered from sheet to sheet."""

from __future__ import annotations

import sys
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from lifelong_learning.submission import values
from lifelong_learning.submission.columns import Parser
from lifelong_learning.submission.vocabulary import ByIdentity, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

    from lifelong_learning.model.plan import Plan
    from lifelong_learning.submission.vocabulary import Vocabulary

_TEXTS = ("unit_name", "district", "note")


class Parsers:
    """The parsers of one plan: of identity columns by their ids, and of yes/no."""

    def __init__(self, vocab: Vocabulary) -> None:
        self.yes_no = Parser(partial(values.yes_no, _=vocab))
        self.identity = {
            "unit_code": Parser(_interned(values.code)),
            "year": Parser(partial(values.year, vocab=vocab)),
            **{column: Parser(_interned(values.text)) for column in _TEXTS},
            **{column: Parser(_choice(column, vocab)) for column in vocab.choices},
        }


def parsers(plan: Plan) -> Parsers:
    """Return the parsers of a plan; made once for each plan."""
    return _built(ByIdentity(plan))


@lru_cache(maxsize=8)
def _built(holder: ByIdentity) -> Parsers:
    return Parsers(vocabulary(holder.plan))


def _choice(column: str, vocab: Vocabulary) -> Callable[[object], object]:
    args = (("allowed", vocab.allowed[column]),)
    return partial(values.choice, names=vocab.choices[column], args=args)


def _interned(parse: Callable[[object], object]) -> Callable[[object], object]:
    def read(cell: object) -> object:
        found = parse(cell)
        return sys.intern(found) if type(found) is str else found

    return read
