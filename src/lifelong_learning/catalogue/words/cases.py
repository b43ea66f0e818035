"""Words of the report on a plan's cases."""

TEXTS = {
    "failed": ("FAILED  {case}", "KHÔNG ĐẠT  {case}"),
    "line": ("line {line}", "dòng {line}"),
    "expected": ("expected:", "phải là: "),
    "actual": ("came out:", "thực tế: "),
    "nothing": ("no such result", "không có kết quả này"),
    "scored": ("scored", "có kết quả chấm điểm"),
    "nobody": ("nobody", "không có đơn vị nào"),
    "one": ("one result", "một kết quả"),
    "several": (
        "{count} results; name the scope or the kind",
        "{count} kết quả; đề nghị nêu rõ phạm vi hoặc loại đơn vị",
    ),
    "total": (
        "{passed} of {count} cases of {plan} passed.",
        "{passed}/{count} tình huống của {plan} đúng như đã ghi.",
    ),
    "faults": ("Faults in the case files: {count}.", "Số lỗi trong các tệp tình huống: {count}."),
}
