"""Headings and sentences of the half-year and year-end report."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # The head of an official report, Decree 30/2020/NĐ-CP, Appendix I.
    "nation": ("SOCIALIST REPUBLIC OF VIET NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    "motto": ("Independence - Freedom - Happiness", "Độc lập - Tự do - Hạnh phúc"),
    "superior_blank": ("", "……………………"),
    "body_blank": ("", "……………………………"),
    "number": ("No.: {number}", "Số: {number}"),
    "place_date": ("{place}, {date}", "{place}, ngày {day} tháng {month} năm {year}"),
    "place_blank": ("", "…………"),
    "recipients": ("Recipients:", "Nơi nhận:"),
    "recipients_blank": ("- …", "- ……………;"),
    "abbreviation_blank": ("", "BC-…"),
    "office_blank": ("", "CHỨC VỤ CỦA NGƯỜI KÝ"),
    "sign_here": ("(signature)", "(Chữ ký, dấu)"),
    "kind_of_document": ("REPORT", "BÁO CÁO"),
    "title": ("Results under {document}", "Kết quả thực hiện {document}"),
    "when_year": ("Year {year}", "Năm {year}"),
    "when_half": ("{period} {year}", "{period} {year}"),
    "intro": (
        "{title}. Targets run to {target_year}; changes are counted from {base_year}. Percentages are "
        "rounded down, growth that is still needed is rounded up.",
        "{title}. Các chỉ tiêu tính đến năm {target_year}, so với năm gốc {base_year}. Tỷ lệ phần trăm "
        "được làm tròn xuống; mức tăng còn cần đạt được làm tròn lên.",
    ),
    # What must be known before any result.
    "alert": ("Please note before reading the results", "Lưu ý trước khi sử dụng kết quả"),
    "alert_missing": (
        "Only {reported} of {expected} expected units reported ({missing} did not). Verdicts marked "
        "“provisional” rest on those that reported; where a missing report could turn a verdict, none is "
        "given.",
        "Mới có {reported}/{expected} đơn vị phải báo cáo đã gửi số liệu, còn thiếu {missing} đơn "
        "vị. Kết quả "
        "ghi “tạm tính” chỉ dựa trên số đơn vị đã báo cáo; trường hợp báo cáo còn thiếu có thể làm thay đổi "
        "kết luận thì chưa kết luận.",
    ),
    "alert_silent": (
        "No unit reported from these places: {districts}.",
        "Các địa bàn chưa có đơn vị nào báo cáo: {districts}.",
    ),
    "alert_half": (
        "Half of the places or more are missing: the figures are no statement on the whole.",
        "Thiếu từ một nửa số địa bàn trở lên: số liệu chung chưa phản ánh đầy đủ tình hình.",
    ),
    "alert_no_register": (
        "No register of units was given; “expected” are the units that were seen in any year.",
        "Không có danh mục đơn vị; số đơn vị phải báo cáo được tính theo các đơn vị đã từng có số liệu.",
    ),
    "alert_open": (
        "Targets: {provisional} with a provisional verdict, {undetermined} with none yet.",
        "Trong các chỉ tiêu có {provisional} kết quả tạm tính và {undetermined} chỉ tiêu chưa kết luận được.",
    ),
    "alert_errors": (
        "Figures or rows that errors took out of the count: {count}; they are listed at the end.",
        "Có {count} lỗi làm số liệu bị loại khỏi kết quả; danh sách ở cuối báo cáo.",
    ),
    # Sections.
    "chart": ("Chart {number}", "Biểu đồ {number}"),
    "s_reports": ("Who reported", "Tình hình báo cáo số liệu"),
    "s_targets": ("Results against the targets", "Kết quả thực hiện các chỉ tiêu"),
    "s_kind": ("{kinds}", "Đối với {kinds}"),
    "s_several": ("All kinds of units", "Chung cho các thiết chế"),
    "s_table": ("All targets at a glance", "Bảng tổng hợp"),
    "s_progress": ("The way to the target year", "Tiến độ đến năm mục tiêu"),
    "s_trend": ("Year by year since {since}", "Diễn biến từ năm {since}"),
    "s_units": ("Units", "Kết quả của các đơn vị"),
    "s_best": ("{kind}: highest scores", "{kind}: các đơn vị điểm cao nhất"),
    "s_weakest": ("{kind}: lowest scores", "{kind}: các đơn vị điểm thấp nhất"),
    "s_all": ("{kind}: scores", "{kind}: điểm của các đơn vị"),
    "s_improved": ("Improved on the year before", "Đơn vị tiến bộ so với năm trước"),
    "s_fallen": ("Fallen back on the year before", "Đơn vị giảm so với năm trước"),
    "s_commitments": ("Commitments without a figure", "Các nhiệm vụ không có chỉ số"),
    "s_waived": ("Results that are waived", "Các kết quả được miễn trừ"),
    "s_misses": ("What was missed, and why", "Tồn tại, hạn chế và nguyên nhân"),
    "s_explained": ("Explained by the units", "Đơn vị đã giải trình"),
    "s_unexplained": ("Without an explanation", "Đơn vị chưa giải trình"),
    "s_limits": ("What limits these results", "Những hạn chế của số liệu"),
    "s_districts": ("By {place}", "Kết quả theo {place}"),
    # Who reported.
    "turnout": (
        "Units expected: {expected}; reported: {reported}, of these completely: {complete}.",
        "Có {expected} đơn vị phải báo cáo; {reported} đơn vị đã báo cáo, trong đó {complete} đơn vị báo cáo "
        "đầy đủ.",
    ),
    "turnout_note": (
        "A report is complete where every figure that the unit's targets need was given and could be used.",
        "Báo cáo đầy đủ là báo cáo có đủ số liệu dùng được cho mọi chỉ tiêu của đơn vị.",
    ),
    "not_reported": ("Not reported: {units}.", "Chưa báo cáo: {units}."),
    "not_complete": ("Reported in part: {units}.", "Báo cáo chưa đầy đủ: {units}."),
    "all_reported": ("Every expected unit reported.", "Tất cả các đơn vị phải báo cáo đều đã gửi số liệu."),
    "c_kind": ("Kind", "Loại đơn vị"),
    "c_expected": ("Expected", "Phải báo cáo"),
    "c_reported": ("Reported", "Đã báo cáo"),
    "c_complete": ("Complete", "Đầy đủ"),
    "no_district": ("In no {place}", "Không thuộc {place} nào"),
    "total": ("Total", "Tổng số"),
    # Targets.
    "counts": (
        "Of the plan's figures, {count} in all: {parts}.",
        "Trong {count} chỉ tiêu (tính theo từng cấp, khu vực) của kế hoạch: {parts}.",
    ),
    "count": ("{status} {count}", "{status} {count}"),
    "count_provisional": (
        "{status} {count} ({provisional} provisional)",
        "{status} {count} (tạm tính {provisional})",
    ),
    "no_groups": ("No target could be looked at.", "Chưa có chỉ tiêu nào để đánh giá."),
    "rises": ("up {figure}", "tăng {figure}"),
    "falls": ("down {figure}", "giảm {figure}"),
    "v_exceeded": (
        "exceeded: target {threshold}, attained {attainment}",
        "vượt chỉ tiêu {threshold}, bằng {attainment} mức đề ra",
    ),
    "v_met": ("met: target {threshold}", "đạt chỉ tiêu {threshold}"),
    "v_not_met": ("not met: target {threshold}", "không đạt chỉ tiêu {threshold}"),
    "v_on_track": (
        "below the target {asked}, on track",
        "chưa đến mức {asked} nhưng đúng tiến độ",
    ),
    "v_behind": (
        "below the target {asked}, behind",
        "chưa đến mức {asked}, chậm tiến độ",
    ),
    "v_pending": (
        "not yet due: target {asked}",
        "chưa đến hạn, chỉ tiêu {asked}",
    ),
    "asked": ("{threshold} of {year}", "{threshold} của năm {year}"),
    "v_half_on_track": (
        "at least half of the year's target {threshold}",
        "đã được từ một nửa chỉ tiêu cả năm {threshold} trở lên",
    ),
    "v_half_behind": (
        "less than half of the year's target {threshold}",
        "chưa được một nửa chỉ tiêu cả năm {threshold}",
    ),
    "v_no_target": ("watched without a target", "chỉ theo dõi, không đặt chỉ tiêu"),
    "v_no_data": ("no verdict: {why}", "chưa đánh giá được do {why}"),
    "v_not_assessable": ("no verdict: {why}", "chưa đánh giá được: {why}"),
    "v_undetermined": (
        "no verdict yet on the target {threshold}: {why}; shown is what is proven, {reporting} of "
        "{members} units",
        "chưa kết luận so với chỉ tiêu {threshold}: {why}; đây là mức đã xác định từ "
        "{reporting}/{members} đơn vị",
    ),
    "provisional": (
        "provisional, {reporting} of {members} units: {verdict}",
        "tạm tính từ {reporting}/{members} đơn vị: {verdict}",
    ),
    "provisional_mark": ("{status} (provisional)", "{status} (tạm tính)"),
    "sentence": ("{what}: {value} ({verdict}).", "{what}: {value} ({verdict})."),
    "sentence_none": ("{what}: {verdict}.", "{what}: {verdict}."),
    "s_before": ("{year}: {value} ({change}).", "Năm {year}: {value} ({change})."),
    "s_same": ("{year}: {value}, unchanged.", "Năm {year}: {value}, không thay đổi."),
    "incomparable": ("(*)", "(*)"),
    "incomparable_why": (
        "not comparable; units with figures in only one of the two years: {count}",
        "chưa so sánh được, có {count} đơn vị chỉ có số liệu của một trong hai năm",
    ),
    "incomparable_note": (
        "(*) Not comparable: in one of the two years figures are missing, a result is waived, or no verdict "
        "stands yet; what is missing would read as a change.",
        "(*) Chưa so sánh được: một trong hai năm còn thiếu số liệu, có kết quả được miễn trừ, hoặc chưa kết "
        "luận được; nếu so sánh, phần còn thiếu sẽ bị hiểu là tăng hoặc giảm.",
    ),
    "undrawn": (
        "Behind a figure that not every unit entered stands how many did. Of shares of units, in which a "
        "missing report would look like a fall, a chart draws those years alone that lack the same reports.",
        "Sau số liệu chưa đủ đơn vị báo cáo có ghi số đơn vị đã báo cáo. Với tỷ lệ số đơn vị, báo cáo còn "
        "thiếu sẽ bị hiểu là giảm nên biểu đồ chỉ vẽ các năm thiếu cùng những báo cáo như nhau.",
    ),
    "s_line_above": (
        "{distance} above the straight line to {year}.",
        "Cao hơn mức theo lộ trình đến năm {year} là {distance}.",
    ),
    "s_line_below": (
        "{distance} below the straight line to {year}.",
        "Thấp hơn mức theo lộ trình đến năm {year} là {distance}.",
    ),
    "s_needed": ("Still needed to {year}: {needed} a year.", "Đến năm {year} còn cần tăng {needed} mỗi năm."),
    "s_needed_growth": (
        "To average the target by {year}: {needed} a year from now.",
        "Để đạt mức bình quân đến năm {year}, từ nay cần tăng {needed} mỗi năm.",
    ),
    "s_reason": ("Reason given: {note}", "Lý do: {note}"),
    "s_remark": ("Remark: {note}", "Ghi chú: {note}"),
    "s_years": ("{part} against {whole}: {years}.", "{part} so với {whole}: {years}."),
    "y_over": (
        "{year}: {part} of {whole}, {excess} over",
        "năm {year} là {part}, vượt {excess} so với {whole}",
    ),
    "y_at": ("{year}: {part} of {whole}, {status}", "năm {year} là {part}/{whole}, {status}"),
    "y_share": (
        "{year}: {part} of {whole}, {value}, {status}",
        "năm {year} là {part}/{whole}, bằng {value}, {status}",
    ),
    "proven": (
        "{verdict}; shown is what is proven from {reporting} of {members} units",
        "{verdict}; đây là mức đã xác định từ {reporting}/{members} đơn vị",
    ),
    "points_long": ("{figure} percentage points", "{figure} điểm phần trăm"),
    "points_bare": ("{figure}", "{figure}"),
    "c_target": ("Target", "Chỉ tiêu"),
    "c_threshold": ("Asked for", "Mức đề ra"),
    "c_attained": ("Attained", "% đạt"),
    "c_change": ("Change", "Tăng, giảm"),
    "c_status": ("Verdict", "Đánh giá"),
    "c_base": ("{year}", "Năm {year}"),
    "c_line": ("Line in {year}", "Mức theo lộ trình năm {year}"),
    "c_distance": ("From the line", "So với lộ trình"),
    "c_yearly": ("Average a year", "Bình quân mỗi năm"),
    "c_needed": ("Still needed a year", "Còn cần mỗi năm"),
    "c_who": ("Reporting", "Báo cáo"),
    "t_targets": (
        "All targets; changes of percentages in percentage points",
        "Kết quả các chỉ tiêu; tăng, giảm của tỷ lệ tính bằng điểm phần trăm",
    ),
    "t_progress": (
        "Distance to the straight line, average since {base}, and what is still needed to {year}; "
        "of growth in %, of shares in percentage points",
        "Chênh lệch so với lộ trình, mức bình quân từ năm {base} và mức còn cần đạt đến năm {year}; "
        "chỉ tiêu tăng trưởng tính bằng %, tỷ lệ tính bằng điểm phần trăm",
    ),
    # Names of sheets, of at most 31 characters.
    "x_kinds": ("Reports by kind", "Báo cáo theo loại đơn vị"),
    "x_districts": ("Reports by place", "Báo cáo theo địa bàn"),
    "x_targets": ("All targets", "Bảng tổng hợp"),
    "x_progress": ("Way to the target year", "Tiến độ đến năm mục tiêu"),
    "x_trend": ("Year by year", "Diễn biến theo năm"),
    "x_charts": ("Charts", "Biểu đồ"),
    "x_best": ("Top - {kind}", "Cao - {kind}"),
    "x_weakest": ("Low - {kind}", "Thấp - {kind}"),
    "x_all": ("All - {kind}", "Điểm - {kind}"),
    "x_improved": ("Improved", "Đơn vị tiến bộ"),
    "x_fallen": ("Fallen back", "Đơn vị giảm"),
    "x_commitments": ("Commitments", "Nhiệm vụ không có chỉ số"),
    "x_explained": ("Misses explained", "Đơn vị đã giải trình"),
    "x_unexplained": ("Misses not explained", "Đơn vị chưa giải trình"),
    "x_findings": ("Findings in the data", "Lỗi và lưu ý trong số liệu"),
    "x_by_district": ("Targets by place", "Kết quả theo địa bàn"),
    "t_kinds": ("Reports by kind of unit", "Tình hình báo cáo theo loại đơn vị"),
    "t_districts": ("Reports by {place}", "Tình hình báo cáo theo {place}"),
    "t_trend": ("Every target by year", "Kết quả các chỉ tiêu theo năm"),
    "t_by_district": (
        "Every target by {place}; changes of percentages in percentage points",
        "Kết quả các chỉ tiêu theo {place}; tăng, giảm của tỷ lệ tính bằng điểm phần trăm",
    ),
    "t_commitments": ("How many units did what the plan asks for", "Số đơn vị thực hiện từng nhiệm vụ"),
    "t_findings": ("What is wrong with the data", "Lỗi và lưu ý trong số liệu"),
    "c_trend": ("Course", "Diễn biến"),
    "c_first": ("First", "Đầu kỳ"),
    "c_last": ("Latest", "Gần nhất"),
    "g_attained": (
        "Attained of each target (100% is the target)",
        "Mức đạt được so với từng chỉ tiêu (100% là chỉ tiêu)",
    ),
    "g_value": ("result", "kết quả"),
    "g_path": ("target path", "lộ trình chỉ tiêu"),
    # Units.
    "units_said": (
        "Units with a score: {scored}; improved on the year before: {improved}, fallen back: {fallen}, not "
        "comparable: {apart}.",
        "Có {scored} đơn vị có điểm; so với năm trước {improved} đơn vị tiến bộ, {fallen} đơn vị giảm và "
        "{apart} đơn vị chưa so sánh được.",
    ),
    "units_alone": (
        "Units with a score: {scored}; there is no year before to compare with.",
        "Có {scored} đơn vị có điểm; không có số liệu năm trước để so sánh.",
    ),
    "units_none": ("No unit has a score.", "Chưa có đơn vị nào có điểm."),
    "units_note": (
        "The score is out of 100; beside it stands the share of the unit's targets that could be judged. "
        "Where figures are missing in one of two years alone, their scores are not comparable.",
        "Điểm theo thang 100; bên cạnh là tỷ lệ chỉ tiêu của đơn vị đánh giá được. Điểm hai năm chưa so "
        "sánh được nếu có số liệu chỉ thiếu ở một trong hai năm.",
    ),
    "c_code": ("Code", "Mã"),
    "c_unit": ("Unit", "Đơn vị"),
    "c_level": ("Level", "Cấp"),
    "c_score": ("Score", "Điểm"),
    "c_completeness": ("Judged", "Đánh giá được"),
    "c_score_year": ("Score {year}", "Điểm năm {year}"),
    "c_score_change": ("Change", "Tăng, giảm"),
    "more_rows": (
        "+{count} more; the JSON and the workbook have all.",
        "+{count} dòng khác; bản JSON và Excel có đầy đủ.",
    ),
    # Commitments and misses.
    "c_commitment": ("Commitment", "Nhiệm vụ"),
    "c_done": ("Done", "Đã làm"),
    "c_not_done": ("Not done", "Chưa làm"),
    "c_not_said": ("Not said", "Chưa báo cáo"),
    "c_not_done_units": ("Units that did not", "Đơn vị chưa làm"),
    "no_commitments": (
        "The plan has no such clause for these units.",
        "Kế hoạch không có nhiệm vụ loại này.",
    ),
    "commitments_said": (
        "Clauses that every unit concerned has kept: {kept} of {count}.",
        "Có {kept}/{count} nhiệm vụ được tất cả đơn vị liên quan thực hiện.",
    ),
    "misses_said": (
        "Units that miss a target or are behind: {units}; their results: {count}; with an explanation: "
        "{explained}, without: {unexplained}.",
        "Có {units} đơn vị với {count} chỉ tiêu không đạt hoặc chậm tiến độ; {explained} đơn vị có "
        "giải trình, "
        "{unexplained} đơn vị chưa giải trình.",
    ),
    "misses_none": ("No unit misses a target.", "Không có đơn vị nào không đạt chỉ tiêu."),
    "whole_misses": ("As a whole: {targets}.", "Kết quả chung: {targets}."),
    "c_missed": ("Missed or behind", "Không đạt hoặc chậm tiến độ"),
    "c_note": ("The unit's explanation", "Giải trình của đơn vị"),
    "missed": ("{target}: {value} ({status}; {threshold})", "{target}: {value} ({status}; mức {threshold})"),
    "missed_waived": ("{missed}, waived", "{missed}, được miễn trừ"),
    "limits_said": ("Findings in the data: {totals}.", "Kết quả kiểm tra số liệu: {totals}."),
    "c_where": ("Where", "Vị trí"),
    "c_message": ("What is wrong", "Nội dung"),
    "c_cells": ("Cells", "Số ô"),
    "tool": (
        "Made by llplan {version} under plan {plan} ({sha}).",
        "Lập bằng llplan {version}, kế hoạch {plan} ({sha}).",
    ),
}
