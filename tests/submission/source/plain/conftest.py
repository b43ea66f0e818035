"""The helpers of these tests, `ways` and `dialects`, are imported by name."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3] / "support" / "plain"))
