"""What findings and faults mean, in words."""

from lifelong_learning.app.explaining import Explanation, codes, explain
from lifelong_learning.app.wording import messages

__all__ = ["Explanation", "codes", "explain", "messages"]
