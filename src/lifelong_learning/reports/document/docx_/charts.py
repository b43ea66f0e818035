"""Charts as native parts of a document (ECMA-376, Part 1, 21.2), to be restyled in a word processor; their
figures stand in a workbook within it."""

from __future__ import annotations

import re
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Mm

from lifelong_learning.catalogue.safe import visible
from lifelong_learning.catalogue.words import word
from lifelong_learning.reports.document.docx_.page import language_tag
from lifelong_learning.reports.document.drawings import draw

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from lifelong_learning.model.plan import Lang
    from lifelong_learning.reports.document.blocks import BarChart, LineChart

CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHAPE = 9 / 16
"""Height over width: the shape in which LibreOffice draws a chart before it fits it to its place."""
_LANGUAGE = re.compile(r'(?<=<c:lang val=")[^"]*(?=")|(?<= lang=")[^"]*(?=")')
_DATA = '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
_BEHIND_DATA = re.compile(r"<c:printSettings>|</c:chartSpace>")


class Charts:
    """Adds charts to one document, numbered in order."""

    def __init__(self, document: Document, lang: Lang) -> None:
        self._document, self._lang = document, lang
        self._count = 0

    def add(self, paragraph: Paragraph, chart: BarChart | LineChart, width: float) -> None:
        """Add a chart as wide as so many millimetres."""
        self._count += 1
        book = self._workbook(chart)
        with ZipFile(BytesIO(book)) as archive:
            text = archive.read("xl/charts/chart1.xml").decode()
        text = _LANGUAGE.sub(language_tag(self._lang), text)
        text = _BEHIND_DATA.sub(lambda found: _DATA + found.group(), text, count=1)
        main = self._document.part
        name = PackURI(f"/word/charts/chart{self._count}.xml")
        part = Part(name, CHART, text.encode(), main.package)
        data = PackURI(f"/word/embeddings/chart{self._count}.xlsx")
        part.relate_to(Part(data, XLSX, book, main.package), RELATIONSHIP_TYPE.PACKAGE)
        relation = main.relate_to(part, RELATIONSHIP_TYPE.CHART)
        paragraph.add_run()._r.append(parse_xml(self._drawing(relation, chart.title, width)))

    def _workbook(self, chart: BarChart | LineChart) -> bytes:
        from datetime import datetime

        from xlsxwriter import Workbook

        written = BytesIO()
        book = Workbook(written, {"in_memory": True, "strings_to_formulas": False})
        book.set_properties({"author": "llplan", "created": datetime(1980, 1, 1)})
        sheet = book.add_worksheet("Sheet1")
        drawn, _ = draw(book, sheet, 0, chart, self._lang)
        sheet.insert_chart(1, 5, drawn)
        book.close()
        return written.getvalue()

    def _drawing(self, relation: str, said: str, width: float) -> str:
        called = word("summary.chart", self._lang, number=self._count)
        extent = f'cx="{int(Mm(width))}" cy="{int(Mm(width * SHAPE))}"'
        chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
        return (
            '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
            'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
            f'xmlns:c="{chart}"><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
            f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{1000 + self._count}" '
            f'name="{escape(visible(called))}" descr="{escape(visible(said))}"/><wp:cNvGraphicFramePr/>'
            f'<a:graphic><a:graphicData uri="{chart}"><c:chart r:id="{relation}"/></a:graphicData>'
            "</a:graphic></wp:inline></w:drawing>"
        )
