"""What the library beneath the command line says, and how it goes on in Vietnamese.

The English texts of the first group are its own, to the letter: they are looked up by them.
"""

from __future__ import annotations

SHELL: dict[str, tuple[str, str]] = {
    "show_help": ("Show this message and exit.", "Hiển thị trợ giúp này rồi thoát."),
    "install_completion": (
        "Install completion for the current shell.",
        "Cài đặt tự động hoàn thành lệnh cho shell đang dùng.",
    ),
    "show_completion": (
        "Show completion for the current shell, to copy it or customize the installation.",
        "In mã tự động hoàn thành lệnh của shell đang dùng, để sao chép hoặc tự cài đặt.",
    ),
    "arguments": ("Arguments", "Đối số"),
    "options": ("Options", "Tùy chọn"),
    "commands": ("Commands", "Các lệnh"),
    "usage": ("Usage: ", "Cách dùng: "),
    "default": ("[default: ", "[mặc định: "),
    "required": ("required]", "bắt buộc]"),
    "options_metavar": ("[OPTIONS]", "[TÙY CHỌN]"),
    "command_metavar": ("COMMAND [ARGS]...", "LỆNH [ĐỐI SỐ]..."),
    # What stands for a value, and what it is called in Vietnamese.
    "value_path": ("PATH", "ĐƯỜNG_DẪN"),
    "value_file": ("FILE", "TỆP"),
    "value_folder": ("FOLDER", "THƯ_MỤC"),
    "value_dir": ("DIR", "THƯ_MỤC"),
    "value_id": ("ID", "MÃ"),
    "value_code": ("CODE", "MÃ"),
    "value_name": ("NAME", "TÊN"),
    "value_kind": ("KIND", "LOẠI"),
    "value_level": ("LEVEL", "CẤP"),
    "value_format": ("FORMAT", "ĐỊNH_DẠNG"),
    "value_what": ("WHAT", "ĐIỀU_KIỆN"),
    "value_date": ("DATE", "NGÀY"),
    "value_day": ("YYYY-MM-DD", "NĂM-THÁNG-NGÀY"),
    "value_year": ("Y", "NĂM"),
    "value_number": ("N", "SỐ"),
    "try_help": ("Try '{command} --help' for help.", "Xem trợ giúp: {command} --help"),
    "no_such_option": ("No such option: {name}.", "Không có tùy chọn {name}."),
    "possible": ("Possible options: {names}.", "Có thể là: {names}."),
    "missing_argument": ("Missing argument {name}.", "Thiếu đối số {name}."),
    "missing_option": ("Missing option {name}.", "Thiếu tùy chọn {name}."),
    "missing_command": ("Missing command.", "Thiếu tên lệnh."),
    "no_such_command": ("No such command {name}.", "Không có lệnh {name}."),
    "extra_arguments": (
        "Unexpected extra arguments: {names}.",
        "Thừa đối số: {names}.",
    ),
    "needs_value": ("Option {name} needs a value.", "Tùy chọn {name} cần có giá trị."),
    "takes_no_value": ("Option {name} takes no value.", "Tùy chọn {name} không nhận giá trị."),
    "not_whole": ("{name} must be a whole number.", "{name} phải là số nguyên."),
    "out_of_range": (
        "{name} must be a whole number from {least} on.",
        "{name} phải là số nguyên từ {least} trở lên.",
    ),
    "invalid_value": ("Invalid value for {name}.", "Giá trị của {name} không hợp lệ."),
    "installed": (
        "Completion for {shell} is installed in {path}. It works in every terminal opened from now on.",
        "Đã cài tự động hoàn thành lệnh cho {shell} tại {path}. Có tác dụng từ lần mở cửa sổ dòng lệnh sau.",
    ),
    "invalid_usage": ("This command cannot be understood.", "Không hiểu được lệnh này."),
}
