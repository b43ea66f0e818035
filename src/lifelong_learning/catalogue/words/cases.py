"""Words of the report on a plan's cases."""

TEXTS = {
    "failed": ("FAILED  {case}", "KHÔNG ĐẠT  {case}"),
    "line": ("line {line}", "dòng {line}"),
    "expected": ("expected:", "phải là: "),
    "actual": ("came out:", "thực tế: "),
    "total": (
        "{passed} of {count} cases of {plan} passed.",
        "{passed}/{count} tình huống của {plan} đúng như đã ghi.",
    ),
    "faults": ("Faults in the case files: {count}.", "Số lỗi trong các tệp tình huống: {count}."),
}
