"""Codes of the family WB: the file as a whole cannot be read."""

from __future__ import annotations

from lifelong_learning.catalogue import ERROR, INFO, Entry, Pair, Wording, says

_SAVE_AS_XLSX = (
    "Open it in the program it was made with, save it as an Excel workbook (.xlsx) and send that file.",
    "Đề nghị mở tệp bằng phần mềm đã tạo ra tệp, lưu lại dưới dạng tệp Excel (.xlsx) rồi gửi lại.",
)
_SEND_AGAIN = (
    "Open the original in Excel or LibreOffice, save it again as .xlsx and send it once more.",
    "Đề nghị mở tệp gốc bằng Excel hoặc LibreOffice, lưu lại dưới dạng .xlsx rồi gửi lại.",
)
_COPY_TO_NEW = (
    "Copy the sheets into a new workbook, save it as .xlsx and send that file.",
    "Đề nghị chép các trang tính sang một tệp Excel mới, lưu dưới dạng .xlsx rồi gửi lại.",
)


def _file(en: str, vi: str, remedy: Pair = _SEND_AGAIN) -> Wording:
    return says((en, vi), remedy)


def _not_a_workbook(kind_en: str, kind_vi: str) -> Wording:
    """A file of another kind."""
    return says(
        (
            f"This is {kind_en}, not a workbook.",
            f"Đây là {kind_vi}, không phải là tệp Excel.",
        ),
        (
            "Send the Excel workbook (.xlsx) itself.",
            "Đề nghị gửi đúng tệp Excel (.xlsx).",
        ),
    )


def _unsupported(kind_en: str, kind_vi: str) -> Wording:
    """A spreadsheet of a format that is not read."""
    return says(
        (
            f"This is {kind_en}; only .xlsx and .xlsm workbooks are read.",
            f"Đây là {kind_vi}; chương trình chỉ đọc tệp Excel .xlsx và .xlsm.",
        ),
        _SAVE_AS_XLSX,
    )


def _limit(en: str, vi: str, option: str, mend: Pair) -> Wording:
    """A limit that an option raises."""
    return says(
        (en, vi),
        (
            f"{mend[0]} If the workbook is really so large, raise the limit with {option}.",
            f"{mend[1]} Nếu tệp Excel thực sự lớn như vậy, hãy nâng giới hạn bằng {option}.",
        ),
    )


_STRAY = (
    "Delete the rows and columns outside the table (select them, Delete) and save again.",
    "Đề nghị xóa các hàng và cột nằm ngoài bảng (chọn rồi Delete) và lưu lại.",
)
_FEWER = (
    "Keep only the sheets and rows that are reported.",
    "Đề nghị chỉ giữ lại các trang tính và các hàng cần báo cáo.",
)

_WB001 = Entry.of(
    "WB001",
    ERROR,
    ("Not a workbook, or a damaged one", "Không phải tệp Excel hoặc tệp bị hỏng"),
    (
        "The file, or one of its sheets, cannot be read: it is of another kind than its name says, it was "
        "cut "
        "short or changed on its way, or it contains what no spreadsheet program writes. Nothing of it is "
        "used; "
        "the other files are read all the same.",
        "Không đọc được tệp hoặc một trang tính của tệp: nội dung không đúng với đuôi tệp, tệp bị cắt cụt "
        "hoặc "
        "bị thay đổi khi gửi, hoặc chứa những thành phần mà không phần mềm bảng tính nào ghi ra. Dữ liệu đó "
        "không được sử dụng; các tệp khác vẫn được đọc bình thường.",
    ),
    plain=_file("The workbook is damaged.", "Tệp Excel bị hỏng."),
    missing=_file(
        "The file has gone while it was about to be read.",
        "Tệp không còn ở vị trí đó khi chương trình bắt đầu đọc.",
        ("Put the file back and run again.", "Đề nghị đặt lại tệp rồi chạy lại."),
    ),
    unreadable=_file(
        "The file may not be opened: the permission to read it is lacking, or another program holds it.",
        "Không mở được tệp: không có quyền đọc hoặc tệp đang được chương trình khác sử dụng.",
        (
            "Close the file in other programs, or ask for the permission to read it.",
            "Đề nghị đóng tệp trong các chương trình khác hoặc xin quyền đọc tệp.",
        ),
    ),
    loop=_file(
        "This is a link that leads back to itself, and to no file.",
        "Đây là liên kết trỏ về chính nó, không dẫn đến tệp nào.",
        ("Name the workbook itself.", "Đề nghị chỉ đúng tệp Excel."),
    ),
    lock_file=_file(
        "This is the small file that Excel keeps beside a workbook while it is open, not a workbook.",
        "Đây là tệp tạm mà Excel tạo bên cạnh tệp Excel khi đang mở, không phải là tệp Excel.",
        (
            "Send the workbook of the same name without “~$” in front.",
            "Đề nghị gửi tệp Excel cùng tên, không có “~$” ở đầu.",
        ),
    ),
    not_a_file=_file(
        "This is not a regular file but a folder, pipe or device with an Excel name.",
        "Đây không phải là tệp thông thường mà là thư mục, ống dẫn hoặc thiết bị mang tên tệp Excel.",
        ("Name the workbook itself.", "Đề nghị chỉ đúng tệp Excel."),
    ),
    empty=_file("The file is empty (0 bytes).", "Tệp rỗng (0 byte)."),
    pdf=_not_a_workbook("a PDF file", "tệp PDF"),
    html=_not_a_workbook("an HTML page", "trang HTML"),
    xml=_file(
        "The XML of the workbook is not well-formed.",
        "Nội dung XML của tệp Excel không hợp lệ.",
    ),
    xml_file=_not_a_workbook("an XML file", "tệp XML"),
    csv=_not_a_workbook("a CSV file", "tệp CSV"),
    json=_not_a_workbook("a JSON file", "tệp JSON"),
    rtf=_not_a_workbook("an RTF document", "văn bản RTF"),
    text=_not_a_workbook("a text file", "tệp văn bản thuần"),
    picture=_not_a_workbook("a picture", "tệp hình ảnh"),
    word=_not_a_workbook("a Word document", "văn bản Word"),
    slides=_not_a_workbook("a presentation", "tệp trình chiếu"),
    archive=_not_a_workbook("a packed archive", "tệp nén"),
    other=_not_a_workbook("a file of an unknown kind", "tệp không rõ định dạng"),
    truncated=_file(
        "The file is cut short or damaged: its zip directory cannot be read.",
        "Tệp bị cắt cụt hoặc bị hỏng: không đọc được mục lục zip.",
    ),
    directory=_file(
        "The zip directory of the file is larger than that of any workbook.",
        "Mục lục zip của tệp lớn hơn mọi tệp Excel thông thường.",
        _COPY_TO_NEW,
    ),
    crc=_file(
        "The part {part} is damaged: its checksum is wrong.",
        "Thành phần {part} bị hỏng: sai mã kiểm tra.",
    ),
    size=_file(
        "The part {part} is damaged: it does not have the size that the zip directory gives.",
        "Thành phần {part} bị hỏng: kích thước không khớp với mục lục zip.",
    ),
    packing=_file(
        "The part {part} is damaged or packed in a way that no spreadsheet program uses.",
        "Thành phần {part} bị hỏng hoặc được nén theo cách không phần mềm bảng tính nào dùng.",
    ),
    part_twice=_file(
        "The file holds the part {part} twice.", "Tệp chứa hai lần thành phần {part}.", _COPY_TO_NEW
    ),
    overlap=_file(
        "The part {part} overlaps another one in the zip file.",
        "Thành phần {part} chồng lên thành phần khác trong tệp zip.",
        _COPY_TO_NEW,
    ),
    sheet_twice=_file(
        "Two sheets of the workbook have the same name.",
        "Tệp Excel có hai trang tính trùng tên.",
        _COPY_TO_NEW,
    ),
    no_workbook_part=_file(
        "The file is packed as a workbook is, but its main part ({part}) is missing.",
        "Tệp được nén như một tệp Excel nhưng thiếu thành phần chính ({part}).",
    ),
    no_relations=_file(
        "The part that says where the sheets are ({part}) is missing from the file.",
        "Tệp thiếu thành phần cho biết vị trí các trang tính ({part}).",
    ),
    no_target=_file(
        "The workbook lists this sheet but does not say where in the file it is.",
        "Tệp Excel có liệt kê trang tính này nhưng không cho biết vị trí của nó trong tệp.",
    ),
    no_part=_file(
        "The part of the sheet ({part}) is missing from the file.",
        "Tệp thiếu thành phần của trang tính ({part}).",
    ),
    doctype=_file(
        "The part {part} contains a DOCTYPE, which no workbook needs.",
        "Thành phần {part} chứa khai báo DOCTYPE, điều mà tệp Excel không cần đến.",
        _COPY_TO_NEW,
    ),
    empty_part=_file("The part {part} is empty.", "Thành phần {part} không có nội dung."),
    encoding=_file(
        "The part {part} is not in UTF-8.",
        "Thành phần {part} không dùng bảng mã UTF-8.",
    ),
    address=_file(
        "A cell has the address “{address}”, which does not exist.",
        "Có ô mang địa chỉ “{address}” không tồn tại.",
    ),
)

_WB002 = Entry.of(
    "WB002",
    ERROR,
    ("Password-protected", "Có mật khẩu"),
    (
        "The workbook is encrypted and cannot be read without its password. A sheet that is only protected "
        "against changes is read all the same.",
        "Tệp Excel được mã hóa, không đọc được nếu không có mật khẩu. Trang tính chỉ khóa sửa thì vẫn đọc "
        "được.",
    ),
    plain=_file(
        "The workbook is protected by a password.",
        "Tệp Excel được bảo vệ bằng mật khẩu.",
        (
            "Remove the password (File > Info > Protect Workbook > Encrypt with Password, leave it "
            "blank), "
            "save and send again.",
            "Đề nghị gỡ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu, để "
            "trống), lưu và gửi lại.",
        ),
    ),
)

_WB003 = Entry.of(
    "WB003",
    ERROR,
    ("Beyond a limit", "Vượt giới hạn"),
    (
        "The workbook, or one of its sheets, is larger than what may be read: unpacked size, rows, columns, "
        "cells "
        "of the used rectangle, or sheets. The limits keep a faulty or hostile file from using up the "
        "machine; "
        "each has an option that raises it. Limits left at their default are lower for small files.",
        "Tệp Excel hoặc một trang tính lớn hơn mức được đọc: kích thước sau giải nén, số hàng, số cột, số ô "
        "của "
        "vùng sử dụng hoặc số trang tính. Giới hạn nhằm tránh để một tệp lỗi hoặc có ý phá hoại làm cạn tài "
        "nguyên máy; mỗi giới hạn có một tùy chọn để nâng lên. Nếu để mặc định, tệp nhỏ chịu giới hạn thấp "
        "hơn.",
    ),
    plain=_limit("The workbook is too large.", "Tệp Excel quá lớn.", "--max-bytes", _FEWER),
    file=_limit("The file has more than {limit} bytes.", "Tệp lớn hơn {limit} byte.", "--max-bytes", _FEWER),
    bytes=_limit(
        "Unpacked, the workbook takes more than {limit} bytes.",
        "Sau khi giải nén, tệp Excel chiếm hơn {limit} byte.",
        "--max-bytes",
        _FEWER,
    ),
    part=_file(
        "The part {part} takes more than {limit} bytes.",
        "Thành phần {part} chiếm hơn {limit} byte.",
        _COPY_TO_NEW,
    ),
    text=_limit(
        "The text of the cells takes more than {limit} bytes.",
        "Nội dung chữ của các ô chiếm hơn {limit} byte.",
        "--max-bytes",
        _FEWER,
    ),
    long=_file(
        "A text in the workbook has more than {limit} characters.",
        "Tệp Excel có chuỗi ký tự dài hơn {limit} ký tự.",
        _COPY_TO_NEW,
    ),
    strings=_limit(
        "The workbook holds more than {limit} texts.",
        "Tệp Excel chứa hơn {limit} chuỗi ký tự.",
        "--max-cells",
        _FEWER,
    ),
    rows=_limit(
        "Cell {cell} lies beyond row {limit}.",
        "Ô {cell} nằm ngoài giới hạn {limit} hàng.",
        "--max-rows",
        _STRAY,
    ),
    columns=_limit(
        "Cell {cell} lies beyond column {limit}.",
        "Ô {cell} nằm ngoài giới hạn {limit} cột.",
        "--max-columns",
        _STRAY,
    ),
    cells=_limit(
        "The used cells reach to {cell}, a rectangle of {found} cells where {limit} are allowed.",
        "Vùng sử dụng kéo đến ô {cell}, tức {found} ô, trong khi giới hạn là {limit} ô.",
        "--max-cells",
        _STRAY,
    ),
    values=_limit(
        "The sheet holds more than {limit} values.",
        "Trang tính chứa hơn {limit} giá trị.",
        "--max-cells",
        _FEWER,
    ),
    elements=_limit(
        "The sheet is written in an unusual way and is too much to read so: its cells, blank ones too, "
        "with those of such sheets before it, count for more than {limit} tags.",
        "Trang tính được ghi theo cách không thông dụng và quá lớn để đọc theo cách đó: các ô, kể cả ô "
        "trống, cùng các ô của những trang tính như vậy đứng trước, ứng với hơn {limit} thẻ XML.",
        "--max-cells",
        _STRAY,
    ),
    findings=_limit(
        "The sheet has {found} cells with something wrong; more than {limit} are not listed one by one, "
        "and nothing of the sheet is used.",
        "Trang tính có {found} ô có vấn đề; quá {limit} ô thì không liệt kê từng ô và không dùng số liệu "
        "của trang tính.",
        "--max-findings",
        (
            "Look at the columns as a whole: figures typed as text, or a sheet that is not the form.",
            "Đề nghị xem lại cả cột: số được nhập dưới dạng chữ, hoặc trang tính không đúng biểu mẫu.",
        ),
    ),
    merges=_file(
        "The sheet has more than {limit} merged ranges.",
        "Trang tính có hơn {limit} vùng ô gộp.",
        _COPY_TO_NEW,
    ),
    sheets=_limit(
        "The workbook has {found} sheets where {limit} are allowed.",
        "Tệp Excel có {found} trang tính, trong khi giới hạn là {limit}.",
        "--max-sheets",
        _FEWER,
    ),
)

_WB004 = Entry.of(
    "WB004",
    ERROR,
    ("Kind of file not supported", "Định dạng tệp không được hỗ trợ"),
    (
        "The file is a spreadsheet, but of a format that is not read. What counts is the content; the name "
        "counts only where the content does not say what the file is.",
        "Tệp là bảng tính nhưng thuộc định dạng chương trình không đọc. Chương trình xét nội dung; chỉ xét "
        "đuôi tệp khi nội dung không cho biết tệp thuộc loại nào.",
    ),
    plain=_unsupported("a spreadsheet of another format", "bảng tính thuộc định dạng khác"),
    xls=_unsupported("an old Excel workbook (.xls)", "tệp Excel đời cũ (.xls)"),
    xlsb=_unsupported("a binary Excel workbook (.xlsb)", "tệp Excel nhị phân (.xlsb)"),
    ods=_unsupported("an OpenDocument spreadsheet (.ods, .fods)", "bảng tính OpenDocument (.ods, .fods)"),
    csv=_unsupported("a CSV file", "tệp CSV"),
    et=_unsupported("a WPS spreadsheet (.et)", "bảng tính WPS (.et)"),
    numbers=_unsupported("an Apple Numbers document (.numbers)", "bảng tính Apple Numbers (.numbers)"),
    xml_spreadsheet=_unsupported("an Excel 2003 XML spreadsheet", "bảng tính XML của Excel 2003"),
    ole=_unsupported("a document of an old Office format", "tài liệu Office định dạng cũ"),
)

_WB005 = Entry.of(
    "WB005",
    INFO,
    ("File passed over", "Tệp được bỏ qua"),
    (
        "A folder holds files that may be somebody's figures but are no spreadsheets, or one file is there "
        "twice, byte for byte: it is counted once.",
        "Thư mục có những tệp có thể chứa số liệu nhưng không phải là bảng tính, hoặc có hai tệp giống hệt "
        "nhau: số liệu chỉ được tính một lần.",
    ),
    plain=_file(
        "Files that are no spreadsheets ({count}) are passed over: {files}.",
        "Bỏ qua {count} tệp không phải là bảng tính: {files}.",
        (
            "If one of them holds figures to be counted, send these as an Excel workbook (.xlsx).",
            "Nếu có tệp chứa số liệu cần tính, đề nghị gửi số liệu đó dưới dạng tệp Excel (.xlsx).",
        ),
    ),
    same=_file(
        "This is the same file as {first}, byte for byte; it is counted once.",
        "Tệp này giống hệt tệp {first}; số liệu chỉ được tính một lần.",
        (
            "If another file was meant, send that one.",
            "Nếu định gửi tệp khác, đề nghị gửi đúng tệp đó.",
        ),
    ),
)

ENTRIES: tuple[Entry, ...] = (_WB001, _WB002, _WB003, _WB004, _WB005)
