"""Cases beside a plan: what goes in, what must come out, and a sentence why; run through the engine."""

from lifelong_learning.app.cases.model import CaseOutcome, CaseReport, Difference
from lifelong_learning.app.cases.runner import run_cases
from lifelong_learning.app.cases.text import render_text

__all__ = ["CaseOutcome", "CaseReport", "Difference", "render_text", "run_cases"]
