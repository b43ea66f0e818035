"""Build the workbooks and the register under `data/` from the readable sources in `tools/sample/`.

    python tools/build_data.py [FOLDER]

The same sources give the same bytes on every machine: no clock, no random numbers, no compressor.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sample import merged, mistaken, real, synthetic

DATA = Path(__file__).resolve().parent.parent / "data"


def build(folder: Path) -> None:
    """Write every file of the folder anew."""
    folder.mkdir(parents=True, exist_ok=True)
    real.build(folder / "ha-giang-2015-2020.xlsx")
    synthetic.build(folder / "ha-giang-2024.xlsx")
    mistaken.build(folder / "ha-giang-2024-mistakes.xlsx")
    synthetic.build_register(folder / "register-ha-giang-2024.csv")
    merged.build(folder / "ha-giang-2020-2024.xlsx", folder / "ha-giang-2026.xlsx")
    merged.build_register(folder / "register-ha-giang-2026.csv")


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA)
