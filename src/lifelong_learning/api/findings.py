"""What findings and faults mean, in words."""

from lifelong_learning.api.explaining import Explanation, codes, explain
from lifelong_learning.api.wording import messages

__all__ = ["Explanation", "codes", "explain", "messages"]
