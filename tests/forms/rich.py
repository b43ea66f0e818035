"""A workbook with everything that a careless copy would lose."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

if TYPE_CHECKING:
    from pathlib import Path

HEAD = ["unit_code", "unit_name", "level", "district", "year", "library_visits", "active_users", "note"]
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc00000030101"
    "00c9fe92ef0000000049454e44ae426082"
)
_PICTURE = (
    '<xdr:oneCellAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><xdr:from><xdr:col>1</xdr:col>'
    "<xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
    '<xdr:ext cx="400000" cy="400000"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="9" name="Emblem"/><xdr:cNvPicPr/>'
    '</xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>'
    '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="400000" cy="400000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/>'
    "</xdr:oneCellAnchor>"
)
_RELATION = (
    '<Relationship Id="rId9" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="/xl/media/emblem.png"/>'
)


def write_rich(path: Path) -> None:
    """Write a submission with five faults, a chart, a picture and much else."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Libraries"
    sheet.append(["Biểu số liệu"])
    sheet.append(HEAD)
    sheet.append(["026", "Thư viện", "district", "Đồng Văn", 2024, "nhiều", 7, "=1 & <b>"])
    sheet.append(["027", "Thư viện", None, "Mèo Vạc", 2024, 97.907, "=F3+1", None])
    sheet.append(["028", "Thư viện", "district", "Yên Minh", 2023, 5, 7, None])
    sheet.append([None, None, None, None, 2024, -4, None, None])
    sheet["H3"].data_type = "s"
    sheet["F3"].number_format = "#,##0"
    sheet["F3"].comment = Comment("Ghi chú của đơn vị", "Đơn vị")
    sheet.merge_cells("A1:H1")
    sheet.merge_cells("A5:A6")
    sheet.conditional_formatting.add(
        "F3:F6", CellIsRule("lessThan", ["0"], fill=PatternFill("solid", bgColor="FFFF0000"))
    )
    choices = DataValidation("list", formula1='"province,district,commune"')
    choices.add("C3:C6")
    sheet.add_data_validation(choices)
    sheet.print_title_rows = "2:2"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=7, min_row=2, max_row=5), titles_from_data=True)
    sheet.add_chart(chart, "J3")
    other = book.create_sheet("Tính toán")
    other["A1"], other["B2"] = "=Libraries!F3*2", "giữ nguyên"
    other.sheet_state = "hidden"
    book.defined_names["Kept"] = DefinedName("Kept", attr_text="Libraries!$A$1")
    book.active = 0
    plain = path.with_suffix(".plain")
    book.save(plain)
    _add_picture(plain, path)


def _add_picture(plain: Path, path: Path) -> None:
    with zipfile.ZipFile(plain) as before, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "xl/drawings/drawing1.xml":
                content = content.replace(b"</wsDr>", _PICTURE.encode() + b"</wsDr>")
                assert b"Emblem" in content
            elif name == "xl/drawings/_rels/drawing1.xml.rels":
                content = content.replace(b"</Relationships>", _RELATION.encode() + b"</Relationships>")
            elif name == "[Content_Types].xml":
                content = content.replace(
                    b"<Default ", b'<Default Extension="png" ContentType="image/png"/><Default ', 1
                )
            after.writestr(name, content)
        after.writestr("xl/media/emblem.png", PNG)
    plain.unlink()
