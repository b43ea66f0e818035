"""The file that says who issues a report: read strictly, every fault with its place."""

from __future__ import annotations

from lifelong_learning.api.yaml_file import read_document, refuse_faulty
from lifelong_learning.reports.summary.source import Letterhead, Signatory


def read_letterhead(path: str) -> Letterhead:
    """Return what a file says of who issues the report.

    UsageError where it cannot be opened, PlanError with every fault of its form.
    """
    from lifelong_learning.plan.beside import LETTERHEAD, LetterheadForm, SignatoryForm
    from lifelong_learning.plan.places import Reporter
    from lifelong_learning.plan.written import FormCheck, read_form

    report = Reporter()
    document = read_document(path, report)
    found = (
        None if document.broken else read_form(document, (), FormCheck(LetterheadForm), report, LETTERHEAD)
    )
    refuse_faulty(report)
    written = dict(found or LetterheadForm())
    for key in ("to", "recipients", "proposals"):
        written[key] = tuple(line for line in written[key] or () if line is not None)
    written["signatory"] = Signatory(**dict(written["signatory"] or SignatoryForm()))
    return Letterhead(**written)
