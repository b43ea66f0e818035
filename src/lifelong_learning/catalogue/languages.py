"""The languages that are spoken."""

from __future__ import annotations

from lifelong_learning.errors import UsageError

LANGUAGES = ("en", "vi")


def refuse_unknown(lang: str, option: str = "lang") -> None:
    """Refuse a language that is not spoken; UsageError says which are."""
    if lang not in LANGUAGES:
        raise UsageError("value_invalid", option=option, value=lang, known=", ".join(LANGUAGES))
