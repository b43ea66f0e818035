"""Charts as native parts of the document (ECMA-376, Part 1, 21.2): they can be restyled in Word."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Mm

from lifelong_learning.catalogue.safe import visible
from lifelong_learning.catalogue.words import word
from lifelong_learning.model.findings import column_letters
from lifelong_learning.reports.document.blocks import BarChart
from lifelong_learning.reports.document.docx_.page import language_tag
from lifelong_learning.reports.document.plot import cut, scale, sizes_of, years_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import LineChart

    Rows = Sequence[Sequence[str | float | None]]

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLOURS = {
    "exceeded": "2E8B57", "met": "2E8B57", "on_track": "3B82C4", "behind": "D99A1C", "not_met": "C0392B",
    "pending": "8A6BB0", "not_assessable": "8A6BB0", "no_data": "8A6BB0",
}  # fmt: skip
VALUE, PATH = "2F6DB3", "B4541A"
LABEL_MOST = 60
FULL = 2.0
NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
TYPE = (
    '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="{size}"><a:latin typeface="Times New Roman"/>'
    '<a:cs typeface="Times New Roman"/></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>'
)


class Charts:
    """Adds charts to one document, numbered in order."""

    def __init__(self, document: Document, lang: Lang) -> None:
        self._document = document
        self._lang = lang
        self._count = 0

    def bars(self, paragraph: Paragraph, chart: BarChart) -> None:
        """Add a bar chart, one bar a target, from top to bottom; bars end at twice the target."""
        labels = [cut(bar.label, LABEL_MOST) for bar in chart.bars]
        sizes = [max(0.0, min(FULL, bar.size)) for bar in chart.bars]
        points = "".join(
            f'<c:dPt><c:idx val="{number}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
            f"{_fill(COLOURS.get(bar.mark.value, '9AA5B1'))}</c:dPt>"
            for number, bar in enumerate(chart.bars)
        )
        series = (
            f'<c:ser><c:idx val="0"/><c:order val="0"/>{_name(chart.title, 1)}<c:invertIfNegative val="0"/>'
            f"{points}{_categories(labels)}{_values(sizes, 1, '0%')}</c:ser>"
        )
        plot = (
            f'<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
            '<c:gapWidth val="45"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        )
        axes = _category_axis("l", reverse=True) + _value_axis("t", "0%", low=0, high=FULL, step=0.5)
        inside = _title(chart.title) + _area(plot + axes)
        rows = list(zip(labels, sizes, strict=True))
        self._add(paragraph, inside, 160, chart.title, [("", chart.title), *rows])

    def lines(self, paragraph: Paragraph, chart: LineChart) -> None:
        """Add a line chart: the figure by year, and dashed the path to the target."""
        first, last = years_of(chart)
        years = list(range(first, last + 1))
        found = {point.year: point.size for point in chart.points}
        path = {year: size for year in years if (size := _between(chart, year)) is not None}
        form = "0%" if chart.percent else "General"
        said = [word(f"summary.{key}", self._lang) for key in ("g_value", "g_path")]
        labels = [str(year) for year in years]
        series = _line(0, said[0], labels, [found.get(year) for year in years], form, VALUE, dashed=False)
        if path:
            series += _line(1, said[1], labels, [path.get(year) for year in years], form, PATH, dashed=True)
        plot = (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
            '<c:axId val="1"/><c:axId val="2"/></c:lineChart>'
        )
        axis = scale(sizes_of(chart))
        axes = _category_axis("b", reverse=False, skip=1 if len(years) < 7 else 2)
        axes += _value_axis("l", form, low=axis.low, high=axis.high)
        legend = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
        body = '<c:autoTitleDeleted val="1"/>' + _area(plot + axes) + legend
        rows = [(str(year), found.get(year), path.get(year)) for year in years]
        self._add(paragraph, body, WIDTH_OF_LINES, chart.title, [("", *said), *rows])

    def _add(self, paragraph: Paragraph, inside: str, width: float, said: str, rows: Rows) -> None:
        self._count += 1
        text = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {NAMESPACES}>'
            f'<c:lang val="{language_tag(self._lang)}"/><c:roundedCorners val="0"/><c:chart>{inside}'
            '<c:plotVisOnly val="1"/>'
            f'<c:dispBlanksAs val="gap"/></c:chart>{TYPE.format(size=900)}'
            '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
        )
        name = PackURI(f"/word/charts/chart{self._count}.xml")
        main = self._document.part
        part = Part(name, CONTENT_TYPE, text.encode(), main.package)
        data = PackURI(f"/word/embeddings/chart{self._count}.xlsx")
        part.relate_to(Part(data, XLSX, _workbook(rows), main.package), RELATIONSHIP_TYPE.PACKAGE)
        relation = main.relate_to(part, RELATIONSHIP_TYPE.CHART)
        called = word("summary.chart", self._lang, number=self._count)
        drawing = _drawing(relation, (self._count, called), (Mm(width), Mm(width * SHAPE)), said)
        paragraph.add_run()._r.append(parse_xml(drawing))


WIDTH_OF_LINES = 78
SHAPE = 9 / 16
"""Height over width: the shape in which LibreOffice draws a chart before it fits it to its place."""
MOST_BARS = 10


def divided(chart: BarChart) -> list[BarChart]:
    """Return a chart in parts of at most `MOST_BARS` bars, about equally many in each."""
    number = -(-len(chart.bars) // MOST_BARS)
    size = -(-len(chart.bars) // number)
    if number == 1:
        return [chart]
    return [
        BarChart(f"{chart.title} ({part + 1}/{number})", chart.bars[part * size : (part + 1) * size])
        for part in range(number)
    ]


def _workbook(rows: Rows) -> bytes:
    """Return the figures behind a chart, for "Edit data" in Word."""
    from io import BytesIO

    from openpyxl import Workbook

    from lifelong_learning.reports.document.sealed import sealed

    book = Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    for row in rows:
        sheet.append([visible(cell) if isinstance(cell, str) else cell for cell in row])
    for cells in sheet.iter_rows():
        for cell in cells:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    written = BytesIO()
    book.save(written)
    return sealed(written.getvalue())


def _between(chart: LineChart, year: int) -> float | None:
    """Return the path in a year, on the straight line between its points."""
    points = [(point.year, point.size) for point in chart.path if point.size is not None]
    for (first, low), (last, high) in pairwise(points):
        if first <= year <= last and last > first:
            return low + (high - low) * (year - first) / (last - first)
    return None


def _line(
    number: int, name: str, labels: Sequence[str], sizes: Sequence[float | None], form: str, colour: str,
    *, dashed: bool,
) -> str:  # fmt: skip
    dash = '<a:prstDash val="dash"/>' if dashed else ""
    stroke = f'<a:ln w="22225"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>{dash}</a:ln>'
    mark = "none" if dashed else "circle"
    size = "" if dashed else f'<c:size val="5"/>{_fill(colour)}'
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{_name(name, number + 1)}'
        f'<c:spPr>{stroke}</c:spPr><c:marker><c:symbol val="{mark}"/>{size}</c:marker>'
        f'{_categories(labels)}{_values(sizes, number + 1, form)}<c:smooth val="0"/></c:ser>'
    )


def _name(text: str, column: int) -> str:
    cell = f"Sheet1!${column_letters(column + 1)}$1"
    return (
        f'<c:tx><c:strRef><c:f>{cell}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0">'
        f"<c:v>{_text(text)}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
    )


def _categories(labels: Sequence[str]) -> str:
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{_text(label)}</c:v></c:pt>' for number, label in enumerate(labels)
    )
    return (
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${len(labels) + 1}</c:f><c:strCache>"
        f'<c:ptCount val="{len(labels)}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def _values(sizes: Sequence[float | None], column: int, form: str) -> str:
    letter = column_letters(column + 1)
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{size!r}</c:v></c:pt>'
        for number, size in enumerate(sizes)
        if size is not None
    )
    return (
        f"<c:val><c:numRef><c:f>Sheet1!${letter}$2:${letter}${len(sizes) + 1}</c:f><c:numCache>"
        f'<c:formatCode>{form}</c:formatCode><c:ptCount val="{len(sizes)}"/>{points}'
        "</c:numCache></c:numRef></c:val>"
    )


def _category_axis(side: str, *, reverse: bool, skip: int = 1) -> str:
    way = "maxMin" if reverse else "minMax"
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{way}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{TYPE.format(size=900)}<c:crossAx val="2"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="50"/>'
        f'<c:tickLblSkip val="{skip}"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(
    side: str, form: str, low: float | None = None, high: float | None = None, step: float | None = None
) -> str:
    limits = "" if high is None else f'<c:max val="{high}"/><c:min val="{low}"/>'
    unit = "" if step is None else f'<c:majorUnit val="{step}"/>'
    return (
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>{limits}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill>'
        '<a:srgbClr val="C5CCD4"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
        f'<c:numFmt formatCode="{form}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{TYPE.format(size=900)}'
        '<c:crossAx val="1"/>'
        f'<c:crosses val="autoZero"/><c:crossBetween val="between"/>{unit}</c:valAx>'
    )


def _title(text: str) -> str:
    return (
        '<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r>'
        '<a:rPr sz="1100" b="1"><a:latin typeface="Times New Roman"/></a:rPr>'
        f'<a:t>{_text(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
        '<c:autoTitleDeleted val="0"/>'
    )


def _area(inside: str) -> str:
    return f"<c:plotArea><c:layout/>{inside}</c:plotArea>"


def _fill(colour: str) -> str:
    return f'<c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></c:spPr>'


def _drawing(relation: str, chart: tuple[int, str], size: tuple[int, int], said: str) -> str:
    (number, name), (width, height) = chart, size
    return (
        '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        f'{NAMESPACES}><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{int(width)}" '
        f'cy="{int(height)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{1000 + number}" name={_quoted(name)} descr={_quoted(said)}/>'
        '<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def _text(text: str) -> str:
    return escape(visible(text))


def _quoted(text: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(visible(text))
