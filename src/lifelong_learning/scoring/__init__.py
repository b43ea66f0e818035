"""Plan × Submission → Scorecard, exact.

`evaluate` gives the scorecard; `Evidence` finds the cells behind its results.
"""

from lifelong_learning.scoring.engine import Scoring, evaluate
from lifelong_learning.scoring.inputs import Evidence
from lifelong_learning.scoring.units import waive

__all__ = ["Evidence", "Scoring", "evaluate", "waive"]
