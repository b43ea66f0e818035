"""Read every sheet of the workbooks into lists with python-calamine, and nothing else.

One sheet is let go before the next is read: the least memory that this can take.
"""

import sys
from pathlib import Path

from python_calamine import CalamineWorkbook


def main() -> None:
    """Read the workbooks named on the command line, or those of a folder."""
    for argument in sys.argv[1:]:
        path = Path(argument)
        for file in sorted(path.glob("*.xlsx")) if path.is_dir() else [path]:
            with CalamineWorkbook.from_path(file) as workbook:
                for name in workbook.sheet_names:
                    workbook.get_sheet_by_name(name).to_python()


main()
