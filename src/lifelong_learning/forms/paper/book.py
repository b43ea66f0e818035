"""The package of a written workbook: its sheets, shared texts, styles, names and properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lifelong_learning.forms.paper.archive import Archive
from lifelong_learning.forms.paper.sheet import print_titles, sheet_xml
from lifelong_learning.forms.paper.styles import styles_xml
from lifelong_learning.forms.paper.xml import (
    HEAD,
    MAIN,
    PACKAGE,
    REL,
    SHEET_TYPES,
    cell_text,
    escaped,
    relations,
)
from lifelong_learning.model.marks import PROPERTY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lifelong_learning.forms.paper.sheet import Sheet
    from lifelong_learning.model.marks import Mark

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


class About(NamedTuple):
    """What the workbook says about itself."""

    title: str
    mark: Mark


class _Strings(dict[str, int]):
    """Shared texts, numbered in order of first use."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]

    def xml(self) -> str:
        items = "".join(f'<si><t xml:space="preserve">{cell_text(text)}</t></si>' for text in self)
        return f'{HEAD}<sst xmlns="{MAIN}" uniqueCount="{len(self)}">{items}</sst>'


def write(sheets: Sequence[Sheet], about: About) -> bytes:
    """Return the workbook; the first sheet is in front."""
    strings = _Strings()
    parts = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": relations(
            [
                (f"{_OFFICE}/relationships/officeDocument", "xl/workbook.xml"),
                (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
                (f"{_OFFICE}/relationships/custom-properties", "docProps/custom.xml"),
            ]
        ),
        "docProps/core.xml": _core(about),
        "docProps/app.xml": f'{HEAD}<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>llplan</Application></Properties>",
        "docProps/custom.xml": _custom(about.mark),
        "xl/workbook.xml": _workbook(sheets),
        "xl/_rels/workbook.xml.rels": _workbook_relations(len(sheets)),
        "xl/styles.xml": styles_xml(),
    }
    for number, sheet in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet_xml(
            sheet, strings.__getitem__, selected=number == 1
        )
    parts["xl/sharedStrings.xml"] = strings.xml()
    archive = Archive()
    for name, text in parts.items():
        archive.add(name, text.encode())
    return archive.finish()


def _workbook(sheets: Sequence[Sheet]) -> str:
    items = "".join(
        f'<sheet name="{escaped(sheet.name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, 1)
    )
    names = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{number}">{escaped(titles)}</definedName>'
        for number, sheet in enumerate(sheets)
        if (titles := print_titles(sheet)) is not None
    )
    named = f"<definedNames>{names}</definedNames>" if names else ""
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{REL}"><bookViews><workbookView/></bookViews>'
        f'<sheets>{items}</sheets>{named}<calcPr fullCalcOnLoad="1"/></workbook>'
    )


def _workbook_relations(count: int) -> str:
    sheets = [(f"{REL}/worksheet", f"worksheets/sheet{number}.xml") for number in range(1, count + 1)]
    return relations(
        [*sheets, (f"{REL}/styles", "styles.xml"), (f"{REL}/sharedStrings", "sharedStrings.xml")]
    )


def _content_types(count: int) -> str:
    package, office = (
        "application/vnd.openxmlformats-package",
        "application/vnd.openxmlformats-officedocument",
    )
    parts = [
        ("/xl/workbook.xml", f"{SHEET_TYPES}.sheet.main+xml"),
        ("/xl/styles.xml", f"{SHEET_TYPES}.styles+xml"),
    ]
    parts += [(f"/xl/worksheets/sheet{n}.xml", f"{SHEET_TYPES}.worksheet+xml") for n in range(1, count + 1)]
    parts += [
        ("/xl/sharedStrings.xml", f"{SHEET_TYPES}.sharedStrings+xml"),
        ("/docProps/core.xml", f"{package}.core-properties+xml"),
        ("/docProps/app.xml", f"{office}.extended-properties+xml"),
        ("/docProps/custom.xml", f"{office}.custom-properties+xml"),
    ]
    overrides = "".join(f'<Override PartName="{name}" ContentType="{what}"/>' for name, what in parts)
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{package}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _core(about: About) -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(about.title)}</dc:title><dc:creator>llplan</dc:creator></cp:coreProperties>"
    )


def _custom(mark: Mark) -> str:
    return (
        f'{HEAD}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f'<property fmtid="{_CUSTOM_SET}" pid="2" name="{PROPERTY}">'
        f"<vt:lpwstr>{escaped(mark.text())}</vt:lpwstr></property></Properties>"
    )
