"""How a document is to look where its format leaves a choice."""

from __future__ import annotations

from msgspec import Struct

from lifelong_learning.model.record import Shown


class Look(Struct, frozen=True, metaclass=Shown):
    """How a document is to look where its format leaves a choice.

    `width` is that of a text in columns (None: 80), `colour` whether it is coloured; `inputs` lists
    every cell behind each result (an evaluation as json).
    """

    width: int | None = None
    colour: bool = False
    inputs: bool = False


PLAIN = Look()
