"""The results of the scorecard's formulas, as a spreadsheet computes them, to be stored beside them.

A workbook in a protected view, on a phone, in a preview or in a script shows these. Formulas that differ in
their cells alone are read once.
"""

from __future__ import annotations

import operator
import re
from decimal import ROUND_HALF_UP, Decimal
from math import floor
from typing import TYPE_CHECKING, Any

from lifelong_learning.model.findings import column_number
from lifelong_learning.reports.scorecard_xlsx.paper import CellFormula

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lifelong_learning.reports.scorecard_xlsx.paper import Cell

    _Node = Callable[["_Scope"], "Value"]

Single = float | str | bool | None
Value = Single | list[Single]
ERROR = "#VALUE!"
"""What is stored where a formula comes to nothing."""

_CELL = r"\$?[A-Z]{1,3}\$?[0-9]+"
_TEXT_OR_AREA = re.compile(rf"(\"(?:[^\"]|\"\")*\"|(?:'(?:[^']|'')+'!)?{_CELL}(?::{_CELL})?)")
_CORNER = re.compile(r"\$?([A-Z]+)\$?([0-9]+)")
_PLACE = "\x00"
_PIECE = re.compile(
    rf'\s*({_PLACE}|"(?:[^"]|"")*"|[0-9]+(?:\.[0-9]+)?(?:E[+-]?[0-9]+)?|[A-Z]+(?=\()|[<>]=|<>|[-+*/^&=<>(),])'
)
_CRITERION = re.compile(r"(<=|>=|<>|<|>|=)(.*)", re.DOTALL)


class _Area:
    """The cells of a reference, 1-based and inclusive, and their values once they are known."""

    __slots__ = ("col1", "col2", "row1", "row2", "sheet", "values")

    def __init__(self, reference: str, sheet: str) -> None:
        """Read a reference as a formula on `sheet` writes it."""
        other, _, cells = reference.rpartition("!")
        self.sheet = other[1:-1].replace("''", "'") if other else sheet
        corners = [(int(row), column_number(letters)) for letters, row in _CORNER.findall(cells)]
        (self.row1, self.col1), (self.row2, self.col2) = corners[0], corners[-1]
        self.values: list[Single] | None = None


class Results:
    """The results of one workbook; `sheets` gives the rows of every sheet by its name."""

    def __init__(self, sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> None:
        self._sheets = sheets
        self._templates: dict[str, _Node] = {}
        self._areas: dict[str, dict[str, _Area]] = {sheet: {} for sheet in sheets}
        self._found: dict[tuple[str, int, int], Single] = {}
        self._matching: dict[tuple[_Area, Single], int] = {}

    def of(self, sheet: str, row: int, col: int) -> Single:
        """Return what a cell shows; None where it is blank."""
        rows = self._sheets[sheet]
        cells = rows[row - 1] if row <= len(rows) else ()
        content = cells[col - 1][0] if col <= len(cells) else None
        if not isinstance(content, CellFormula):
            return content
        key = (sheet, row, col)
        if key not in self._found:
            self._found[key] = self._computed(sheet, content)
        return self._found[key]

    def _computed(self, sheet: str, formula: str) -> Single:
        known = self._areas[sheet]
        areas: list[_Area] = []
        pieces = _TEXT_OR_AREA.split(formula)
        for number in range(1, len(pieces), 2):
            piece = pieces[number]
            if not piece.startswith('"'):
                area = known.get(piece)
                if area is None:
                    area = known[piece] = _Area(piece, sheet)
                areas.append(area)
                pieces[number] = _PLACE
        template = "".join(pieces)
        node = self._templates.get(template)
        if node is None:
            node = self._templates[template] = _Reader(template).whole()
        try:
            result = node(_Scope(self, areas))
        except (ArithmeticError, TypeError, LookupError):
            return ERROR
        if isinstance(result, list):
            return result[0]
        return 0 if result is None else result

    def cells(self, area: _Area) -> list[Single]:
        """Return the values of a reference, row by row; TypeError where one of them is an error."""
        if area.values is None:
            columns = range(area.col1, area.col2 + 1)
            found = [
                self.of(area.sheet, row, col) for row in range(area.row1, area.row2 + 1) for col in columns
            ]
            if ERROR in found:
                raise TypeError
            area.values = found
        return area.values

    def matching(self, area: _Area, criterion: Single) -> int:
        """Return which cells of a reference meet a criterion of COUNTIF, a bit for each."""
        key = (area, criterion)
        if key not in self._matching:
            meets = _criterion(criterion)
            bits = (1 << number for number, value in enumerate(self.cells(area)) if meets(value))
            self._matching[key] = sum(bits)
        return self._matching[key]


class _Scope:
    """What a formula is computed in: the results of its workbook, and the areas that it names."""

    __slots__ = ("areas", "results")

    def __init__(self, results: Results, areas: Sequence[_Area]) -> None:
        self.results, self.areas = results, areas


def _criterion(criterion: Single) -> Callable[[Single], bool]:
    found = _CRITERION.match(criterion) if isinstance(criterion, str) else None
    if found is None:
        return lambda value: value is not None and _compared(operator.eq, value, criterion)
    compare, bound = _COMPARISONS[found[1]], float(found[2])
    return lambda value: _is_number(value) and compare(value, bound)


def _is_number(value: Value) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _number(value: Value) -> float:
    """Return a value as a number: blank is 0, a truth 1 or 0; TypeError for a text."""
    if value is None:
        return 0
    if isinstance(value, (str, list)):
        raise TypeError
    return value


def _compared(compare: Callable[[Any, Any], bool], left: Single, right: Single) -> bool:
    """Compare as spreadsheets do: a blank is 0 or no text; numbers come before texts, texts before truths."""
    if left is None:
        left = "" if isinstance(right, str) else 0
    if right is None:
        right = "" if isinstance(left, str) else 0
    return compare(_ranked(left), _ranked(right))


def _ranked(value: Single) -> tuple[int, object]:
    if isinstance(value, bool):
        return 2, value
    return (1, value.casefold()) if isinstance(value, str) else (0, value)


_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq, "<>": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le,
    ">=": operator.ge,
}  # fmt: skip
_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "^": operator.pow,
}  # fmt: skip
_BINDING = {"^": 5, "*": 4, "/": 4, "+": 3, "-": 3, "&": 2, **dict.fromkeys(_COMPARISONS, 1)}


def _joined(left: Single, right: Single) -> str:
    return f"{'' if left is None else left}{'' if right is None else right}"


def _operator(sign: str) -> Callable[[Single, Single], Single]:
    """Return what a sign does with two values."""
    if sign == "&":
        return _joined
    if sign in _COMPARISONS:
        compare = _COMPARISONS[sign]
        return lambda left, right: _compared(compare, left, right)
    compute = _ARITHMETIC[sign]
    return lambda left, right: compute(_number(left), _number(right))


def _binary(sign: str, left: _Node, right: _Node) -> _Node:
    """Make an operation on values, cell by cell where one is a range of several."""
    operate = _operator(sign)

    def operated(scope: _Scope) -> Value:
        one, two = left(scope), right(scope)
        if not isinstance(one, list) and not isinstance(two, list):
            return operate(one, two)
        size = len(one) if isinstance(one, list) else len(two) if isinstance(two, list) else 1
        lefts = one if isinstance(one, list) else [one] * size
        rights = two if isinstance(two, list) else [two] * size
        return [operate(*pair) for pair in zip(lefts, rights, strict=True)]

    return operated


class _Reader:
    """Reads one formula whose places are taken out."""

    def __init__(self, template: str) -> None:
        self._pieces = _PIECE.findall(template)
        assert "".join(self._pieces) == template, template
        self._at = self._places = 0

    def whole(self) -> _Node:
        """Return the formula as a function of its scope."""
        node = self._expression(0)
        assert self._at == len(self._pieces)
        return node

    def _next(self) -> str:
        self._at += 1
        return str(self._pieces[self._at - 1])

    def _peek(self) -> str:
        return self._pieces[self._at] if self._at < len(self._pieces) else ""

    def _expression(self, binding: int) -> _Node:
        left = self._single()
        while _BINDING.get(self._peek(), 0) > binding:
            sign = self._next()
            left = _binary(sign, left, self._expression(_BINDING[sign]))
        return left

    def _single(self) -> _Node:
        piece = self._next()
        if piece == _PLACE:
            self._places += 1
            return _reference(self._places - 1)
        if piece == "(":
            inner = self._expression(0)
            self._next()
            return inner
        if piece == "-":
            operand = self._single()
            return lambda scope: -_number(operand(scope))
        if piece.startswith('"'):
            text = piece[1:-1].replace('""', '"')
            return lambda _: text
        if piece[0].isdigit():
            number = float(piece) if re.search("[.E]", piece) else int(piece)
            return lambda _: number
        return self._call(piece)

    def _call(self, name: str) -> _Node:
        self._next()
        arguments: list[_Node] = []
        starts: list[int] = []
        while True:
            starts.append(self._places)
            arguments.append(self._expression(0))
            if self._next() == ")":
                break
        if name in ("COUNTIF", "COUNTIFS"):
            return _conditional(None, starts[::2], arguments[1::2])
        if name == "SUMIFS":
            return _conditional(starts[0], starts[1::2], arguments[2::2])
        return _FUNCTIONS[name](arguments)


def _reference(number: int) -> _Node:
    def read(scope: _Scope) -> Value:
        cells = scope.results.cells(scope.areas[number])
        return cells[0] if len(cells) == 1 else cells

    return read


def _conditional(summed: int | None, ranges: Sequence[int], criteria: Sequence[_Node]) -> _Node:
    """Make COUNTIFS, or SUMIFS where a place is summed; `ranges` are the numbers of the places."""

    def counted(scope: _Scope) -> Value:
        results, areas, bits = scope.results, scope.areas, -1
        for number, criterion in zip(ranges, criteria, strict=True):
            wanted = criterion(scope)
            bits &= results.matching(areas[number], None if isinstance(wanted, list) else wanted)
        if summed is None:
            return bits.bit_count()
        among = enumerate(results.cells(areas[summed]))
        return sum(_number(value) for number, value in among if bits >> number & 1 and _is_number(value))

    return counted


def _numbers(scope: _Scope, arguments: Sequence[_Node]) -> Iterator[float]:
    """Yield the numbers among arguments; texts and blanks of ranges are passed over."""
    for argument in arguments:
        value = argument(scope)
        for one in value if isinstance(value, list) else [value]:
            if _is_number(one):
                yield _number(one)


def _if(arguments: Sequence[_Node]) -> _Node:
    test, yes, no = arguments
    return lambda scope: (yes if _number(test(scope)) else no)(scope)


def _index(arguments: Sequence[_Node]) -> _Node:
    cells, *_, at = arguments

    def found(scope: _Scope) -> Value:
        among = cells(scope)
        return (among if isinstance(among, list) else [among])[int(_number(at(scope))) - 1]

    return found


def _match(arguments: Sequence[_Node]) -> _Node:
    wanted, cells, _ = arguments

    def found(scope: _Scope) -> Value:
        one, among = wanted(scope), cells(scope)
        assert not isinstance(one, list)
        listed = among if isinstance(among, list) else [among]
        return next((n for n, v in enumerate(listed, 1) if _compared(operator.eq, v, one)), 0) or _nowhere()

    return found


def _nowhere() -> int:
    raise LookupError


def _rounded(number: float, digits: float) -> float:
    unit = Decimal(1).scaleb(-int(digits))
    return float(Decimal(repr(float(number))).quantize(unit, ROUND_HALF_UP))


def _simple(compute: Callable[..., Single]) -> Callable[[Sequence[_Node]], _Node]:
    """Make a function of single values, computed one by one."""
    return lambda arguments: lambda scope: compute(*(argument(scope) for argument in arguments))


def _gathered(compute: Callable[[list[float]], float]) -> Callable[[Sequence[_Node]], _Node]:
    """Make a function of all the numbers among its arguments."""
    return lambda arguments: lambda scope: compute(list(_numbers(scope, arguments)))


_FUNCTIONS: dict[str, Callable[[Sequence[_Node]], _Node]] = {
    "ABS": _simple(lambda value: abs(_number(value))),
    "AND": _simple(lambda *values: all(map(_number, values))),
    "COUNT": _gathered(len),
    "IF": _if,
    "INDEX": _index,
    "INT": _simple(lambda value: floor(_number(value))),
    "ISBLANK": _simple(lambda value: value is None),
    "ISNUMBER": _simple(_is_number),
    "MATCH": _match,
    "MAX": _gathered(lambda numbers: max(numbers, default=0)),
    "MIN": _gathered(lambda numbers: min(numbers, default=0)),
    "OR": _simple(lambda *values: any(map(_number, values))),
    "ROUND": _simple(lambda value, digits: _rounded(_number(value), _number(digits))),
    "SUM": _gathered(sum),
    "SUMPRODUCT": _gathered(sum),
}
