"""Cases beside a plan: what goes in, what must come out, and a sentence why; run through the engine."""

from lifelong_learning.api.cases.model import CaseOutcome, Difference
from lifelong_learning.api.cases.report import CaseReport
from lifelong_learning.api.cases.runner import run_cases

__all__ = ["CaseOutcome", "CaseReport", "Difference", "run_cases"]
