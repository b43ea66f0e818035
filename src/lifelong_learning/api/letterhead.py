"""The file that says who issues a report: read strictly, every fault with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifelong_learning.api.yaml_file import read_document, refuse_faulty
from lifelong_learning.reports.summary.source import Letterhead, Signatory

if TYPE_CHECKING:
    from lifelong_learning.plan.places import Document, Reporter, Value
    from lifelong_learning.plan.places import Path as Place

KEYS = ("superior", "body", "abbreviation", "number", "place", "recipients", "signatory")
SIGNATORY = ("authority", "title", "name")
LONGEST = 200
MOST_RECIPIENTS = 30


def read_letterhead(path: str) -> Letterhead:
    """Return what a file says of who issues the report.

    UsageError where it cannot be opened, PlanError with every fault of its form.
    """
    from lifelong_learning.plan.places import Reporter

    report = Reporter()
    document = read_document(path, report)
    letterhead = Letterhead() if document.broken else _Reader(document, report).letterhead()
    refuse_faulty(report)
    return letterhead


class _Reader:
    """Reads one document."""

    def __init__(self, document: Document, report: Reporter) -> None:
        self.document = document
        self.report = report

    def letterhead(self) -> Letterhead:
        """Return what is sound; the rest is reported."""
        data = self._mapping((), self.document.data, KEYS)
        signatory = self._mapping(("signatory",), data.get("signatory"), SIGNATORY)
        texts = {key: self._text((key,), data.get(key)) for key in KEYS[:5]}
        return Letterhead(
            **texts,
            recipients=self._recipients(data.get("recipients")),
            signatory=Signatory(*(self._text(("signatory", key), signatory.get(key)) for key in SIGNATORY)),
        )

    def _mapping(self, path: Place, written: Value, known: tuple[str, ...]) -> dict[str, Value]:
        if written is None and path:
            return {}
        if not isinstance(written, dict):
            self.report.on(self.document, path, "PL950", "mapping", known=", ".join(known))
            return {}
        for key in written:
            if key not in known:
                place = (*path, key)
                self.report.on_key(self.document, place, "PL950", "key", value=key, known=", ".join(known))
        return written

    def _recipients(self, written: Value) -> tuple[str, ...]:
        if written is None:
            return ()
        if not isinstance(written, list) or len(written) > MOST_RECIPIENTS:
            self.report.on(self.document, ("recipients",), "PL950", "list", most=MOST_RECIPIENTS)
            return ()
        texts = [self._text(("recipients", number), one) for number, one in enumerate(written)]
        return tuple(text for text in texts if text is not None)

    def _text(self, path: Place, written: Value) -> str | None:
        if written is None:
            return None
        from lifelong_learning.plan.places import short

        if isinstance(written, str) and 0 < len(written.strip()) <= LONGEST:
            return written.strip()
        self.report.on(self.document, path, "PL950", "text", value=short(written), most=LONGEST)
        return None
