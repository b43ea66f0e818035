"""Cases beside a plan: what goes in, what must come out, and a sentence why; run through the engine."""

from lifelong_learning.api.cases.report import CaseOutcome, CaseReport, Difference
from lifelong_learning.api.cases.running import run_cases

__all__ = ["CaseOutcome", "CaseReport", "Difference", "run_cases"]
