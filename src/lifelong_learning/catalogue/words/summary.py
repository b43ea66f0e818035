"""Headings and sentences of the half-year and year-end report."""

from __future__ import annotations

SUMMARY: dict[str, tuple[str, str]] = {
    # Head and end of an official report, Decree 30/2020/NĐ-CP, Appendix I.
    "nation": ("SOCIALIST REPUBLIC OF VIET NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    "motto": ("Independence - Freedom - Happiness", "Độc lập - Tự do - Hạnh phúc"),
    "superior_blank": ("", "……………………"),
    "body_blank": ("the reporting office", "……………………………"),
    "number": ("No. {number}", "Số: {number}"),
    "number_blank": ("", "      "),
    "abbreviation_blank": ("", "BC-…"),
    "place_blank": ("", "…………"),
    "date": ("{day}/{month}/{year}", "ngày {day} tháng {month} năm {year}"),
    "date_blank": ("", "ngày      tháng      năm {century}    "),
    "to": ("To:", "Kính gửi:"),
    "recipients": ("Copies to:", "Nơi nhận:"),
    "recipients_blank": ("- …", "- ……………;"),
    "office_blank": ("", "CHỨC VỤ CỦA NGƯỜI KÝ"),
    "kind_of_document": ("REPORT", "BÁO CÁO"),
    "part_of_document": ("part ", "phần "),
    "title": ("Results in {when} under {document}", "Kết quả thực hiện {document} {when}"),
    "when_year": ("{year}", "năm {year}"),
    "when_period": ("the {period} of {year}", "{period} năm {year}"),
    "opening": (
        "Under {document} ({subject}), {body} reports the results in {when} as follows.",
        "Thực hiện {document} về {subject}, {body} báo cáo kết quả {when} như sau:",
    ),
    "closing": (
        "This is the report on the results in {when} under {document}.",
        "Trên đây là báo cáo kết quả thực hiện {document} {when} của {body}./.",
    ),
    "closing_to": (
        "This is the report on the results in {when} under {document}, for the attention of {to}.",
        "Trên đây là báo cáo kết quả thực hiện {document} {when}, {body} báo cáo {to}./.",
    ),
    "appendix": ("Appendix {number}", "Phụ lục {number}"),
    "belonging": (
        "(to the report on these results)",
        "(Kèm theo Báo cáo số {number} {date} của {body})",
    ),
    "tool": (
        "Tables made by llplan {version} under plan {plan} ({sha}).",
        "Bảng số liệu lập bằng llplan {version}, kế hoạch {plan} ({sha}).",
    ),
    # Headings of parts and appendices.
    "s_turnout": ("Reporting", "Tình hình báo cáo số liệu"),
    "s_results": ("Results against the targets", "Kết quả thực hiện các chỉ tiêu"),
    "s_kind": ("{kind}", "{kind}"),
    "s_several": ("Common targets", "Chỉ tiêu chung"),
    "s_assessment": ("General assessment", "Đánh giá chung"),
    "s_strengths": ("Achievements", "Kết quả nổi bật"),
    "s_shortcomings": ("Shortcomings", "Tồn tại, hạn chế"),
    "s_causes": ("Reasons", "Nguyên nhân"),
    "s_tasks": ("Next steps", "Phương hướng, nhiệm vụ"),
    "s_proposals": ("Proposals", "Đề xuất, kiến nghị"),
    "s_all": ("Results of all targets", "Tổng hợp kết quả các chỉ tiêu"),
    "s_progress": ("Progress and trend", "Tiến độ thực hiện và diễn biến qua các năm"),
    "s_districts": ("Results by {place}", "Kết quả theo {place}"),
    "s_places": ("Results by {place}", "Kết quả theo đơn vị cấp {place}"),
    "s_units": ("Results of the units", "Kết quả của các đơn vị"),
    "s_commitments": ("Tasks without a figure", "Nhiệm vụ không giao chỉ tiêu định lượng"),
    "s_explanations": (
        "Targets missed by units, and their reasons",
        "Chỉ tiêu chưa đạt và giải trình của các đơn vị",
    ),
    "s_quality": ("Quality of the data", "Chất lượng số liệu"),
    # I. Who reported.
    "turnout": (
        "Reports have come from {reported} of {expected} units due to report, complete from {complete}.",
        "Đến nay đã có {reported}/{expected} đơn vị phải báo cáo gửi số liệu, trong đó {complete} đơn vị "
        "báo cáo đầy đủ.",
    ),
    "turnout_all": (
        "Reports have come from all units due to report ({expected}), complete from {complete}.",
        "Tất cả {expected} đơn vị phải báo cáo đều đã gửi số liệu, trong đó {complete} đơn vị báo cáo "
        "đầy đủ.",
    ),
    "turnout_incomplete": (
        "Reports have come from {reported} of {expected} units due to report, complete from none.",
        "Đến nay đã có {reported}/{expected} đơn vị phải báo cáo gửi số liệu, trong đó chưa có đơn vị nào "
        "báo cáo đầy đủ.",
    ),
    "turnout_none": (
        "No report has come yet; units due to report: {expected}.",
        "Đến nay chưa có đơn vị nào gửi số liệu; số đơn vị phải báo cáo là {expected}.",
    ),
    "turnout_nobody": ("No unit is due to report.", "Không có đơn vị nào phải báo cáo."),
    "missing": ("No report has come from {count}: {units}.", "Còn {count} đơn vị chưa gửi số liệu: {units}."),
    "incomplete": (
        "Reports are incomplete from {count}: {units}.",
        "Có {count} đơn vị báo cáo chưa đầy đủ: {units}.",
    ),
    "takeovers": (
        "Units that took others over in mergers: {count} ({appendix}); their growth and their straight lines "
        "start from the sums before the mergers.",
        "Có {count} đơn vị tiếp nhận từ đơn vị khác sau sáp nhập ({appendix}); mức tăng trưởng và lộ trình "
        "của các đơn vị này tính từ tổng số liệu trước sáp nhập.",
    ),
    "t_takeovers": ("Units that took others over", "Đơn vị tiếp nhận sau sáp nhập"),
    "x_takeovers": ("Mergers", "Sáp nhập"),
    "c_heir": ("Unit", "Đơn vị tiếp nhận"),
    "c_taken": ("Took over", "Tiếp nhận từ"),
    "c_until": ("Apart until", "Báo cáo riêng đến hết năm"),
    "limit_missing": (
        "Results marked “provisional” rest on the units that have reported; no verdict is given where a "
        "missing report could change it.",
        "Kết quả ghi “tạm tính” dựa trên số liệu của các đơn vị đã báo cáo; trường hợp báo cáo còn thiếu có "
        "thể làm thay đổi kết quả đánh giá thì chưa kết luận.",
    ),
    "limit_silent": (
        "No unit has reported from {districts}.",
        "Các địa bàn chưa có đơn vị nào báo cáo: {districts}.",
    ),
    "limit_half": (
        "As half of the districts or more are missing, the figures do not represent the whole.",
        "Do còn thiếu từ một nửa số địa bàn trở lên, số liệu chung chưa phản ánh đầy đủ tình hình.",
    ),
    "limit_no_register": (
        "As no register of units was given, the units due to report are those seen in any year.",
        "Chưa có danh mục đơn vị nên số đơn vị phải báo cáo được tính theo các đơn vị đã từng có số liệu.",
    ),
    "limit_provisional": (
        "Provisional verdicts: {count}.",
        "Có {count} chỉ tiêu được đánh giá tạm tính.",
    ),
    "limit_undetermined": (
        "Targets on which no verdict is possible yet: {count}.",
        "Có {count} chỉ tiêu chưa kết luận được.",
    ),
    "limit_errors": (
        "Faults that took figures out of the results: {count}.",
        "Có {count} lỗi làm số liệu không được tính vào kết quả.",
    ),
    "t_kinds": ("Reports by kind of unit", "Tình hình báo cáo theo loại đơn vị"),
    "t_districts": ("Reports by {place}", "Tình hình báo cáo theo {place}"),
    "c_kind": ("Kind", "Loại đơn vị"),
    "c_expected": ("Expected", "Phải báo cáo"),
    "c_reported": ("Reported", "Đã báo cáo"),
    "c_complete": ("Complete", "Đầy đủ"),
    "no_district": ("In no {place}", "Không thuộc {place} nào"),
    "total": ("Total", "Tổng số"),
    # II. Targets.
    "balance": (
        "Targets, counted by level and area: {count}, of which {parts}.",
        "Trong {count} chỉ tiêu (tính theo từng cấp, khu vực), {parts}.",
    ),
    "balance_part": ("{status} {count}", "{status}: {count} chỉ tiêu"),
    "balance_provisional": (
        "{status} {count} ({provisional} provisional)",
        "{status}: {count} chỉ tiêu (trong đó {provisional} tạm tính)",
    ),
    "balance_all_provisional": ("{status} {count} (provisional)", "{status}: {count} chỉ tiêu (tạm tính)"),
    "no_groups": ("No target could be judged.", "Chưa đánh giá được chỉ tiêu nào."),
    "target_said": ("{target}: {parts}.", "{target}: {parts}."),
    "number_of": ("Number", "Số"),
    "falls": ("down {figure}", "giảm {figure}"),
    "rose": ("up {size} on {year}", "tăng {size} so với năm {year}"),
    "fell": ("down {size} on {year}", "giảm {size} so với năm {year}"),
    "points": ("{figure} percentage points", "{figure} điểm phần trăm"),
    "basis": ("{reporting} of {members} units", "tính theo {reporting}/{members} đơn vị"),
    "provisional_basis": (
        "provisional, {reporting} of {members} units",
        "tạm tính theo {reporting}/{members} đơn vị",
    ),
    "and_more": ("{names} and {count} more", "{names} và {count} đơn vị khác"),
    "provisional_mark": ("{status} (provisional)", "{status} (tạm tính)"),
    "asked": ("{figure} in {year}", "năm {year} ({figure})"),
    "v_exceeded": ("{beyond} above the target of {threshold}", "vượt {beyond} so với chỉ tiêu {threshold}"),
    "v_exceeded_alone": ("better than the target of {threshold}", "vượt chỉ tiêu {threshold}"),
    "v_met": ("meeting the target of {threshold}", "đạt chỉ tiêu {threshold}"),
    "v_met_exactly": ("meeting the target", "đạt chỉ tiêu giao"),
    "v_not_met": ("below the target of {threshold}", "không đạt chỉ tiêu {threshold}"),
    "v_on_track": (
        "on track for {asked}",
        "chưa đạt chỉ tiêu {asked} nhưng đúng lộ trình",
    ),
    "v_behind": (
        "behind schedule for {asked}",
        "chưa đạt chỉ tiêu {asked}, chậm so với lộ trình",
    ),
    "v_pending": ("not yet due; the target is {asked}", "chưa đến hạn thực hiện chỉ tiêu {asked}"),
    "v_part_on_track": (
        "at least {share} of the year's target of {threshold}",
        "đã đạt từ {share} chỉ tiêu cả năm ({threshold}) trở lên",
    ),
    "v_part_behind": (
        "less than {share} of the year's target of {threshold}",
        "chưa đạt {share} chỉ tiêu cả năm ({threshold})",
    ),
    "v_exceeded_limit": (
        "{beyond} below the limit of {threshold}",
        "thấp hơn {beyond} so với mức tối đa {threshold}",
    ),
    "v_exceeded_alone_limit": ("better than the limit of {threshold}", "tốt hơn mức tối đa {threshold}"),
    "v_met_limit": ("keeping the limit of {threshold}", "không vượt mức tối đa {threshold}"),
    "v_not_met_limit": ("above the limit of {threshold}", "vượt mức tối đa {threshold}"),
    "v_on_track_limit": (
        "on track for the limit of {asked}",
        "còn vượt mức tối đa {asked} nhưng đúng lộ trình",
    ),
    "v_behind_limit": (
        "behind schedule for the limit of {asked}",
        "còn vượt mức tối đa {asked}, chậm so với lộ trình",
    ),
    "v_pending_limit": ("not yet due; the limit is {asked}", "chưa đến hạn thực hiện mức tối đa {asked}"),
    "v_part_on_track_limit": (
        "no more than {share} of the year's limit of {threshold}",
        "chưa quá {share} mức tối đa cả năm ({threshold})",
    ),
    "v_part_behind_limit": (
        "more than {share} of the year's limit of {threshold}",
        "đã quá {share} mức tối đa cả năm ({threshold})",
    ),
    "v_exceeded_alone_fall": (
        "more than the fall of {threshold} asked for",
        "giảm nhiều hơn mức yêu cầu {threshold}",
    ),
    "v_met_fall": ("the fall of {threshold} asked for", "đạt mức giảm yêu cầu {threshold}"),
    "v_not_met_fall": ("short of the fall of {threshold} asked for", "chưa đạt mức giảm yêu cầu {threshold}"),
    "v_exceeded_alone_floor": (
        "above the lowest that is allowed, {threshold}",
        "cao hơn mức thấp nhất cho phép ({threshold})",
    ),
    "v_met_floor": ("not below {threshold}", "không thấp hơn mức {threshold}"),
    "v_not_met_floor": (
        "below the lowest that is allowed, {threshold}",
        "thấp hơn mức cho phép ({threshold})",
    ),
    "v_no_target": ("watched without a target", "chỉ theo dõi, không giao chỉ tiêu"),
    "v_no_data": ("no verdict, {why}", "chưa đánh giá được do {why}"),
    "v_not_assessable": ("no verdict, {why}", "chưa đánh giá được do {why}"),
    "v_undetermined": (
        "with no verdict yet on the target of {threshold}",
        "chưa kết luận so với chỉ tiêu {threshold}",
    ),
    "years": ("{part} against {whole}: {years}.", "{part} so với {whole}: {years}."),
    "year_over": (
        "{year}: {part} of {whole}, {excess} over",
        "năm {year} là {part}, vượt {excess} so với {whole}",
    ),
    "year_met": ("{year}: {part} of {whole}, {status}", "năm {year} là {part}/{whole}, {status}"),
    "year_share": (
        "{year}: {part} of {whole}, {value}, {status}",
        "năm {year} là {part}/{whole}, bằng {value}, {status}",
    ),
    # III. Assessment.
    "exceeded": ("Targets exceeded: {count}.", "Có {count} chỉ tiêu vượt mức giao:"),
    "exceeded_none": ("No target was exceeded.", "Chưa có chỉ tiêu nào vượt mức giao."),
    "units_full": (
        "Units that met all of their targets: {count} ({units}).",
        "Có {count} đơn vị đạt toàn bộ chỉ tiêu giao, đề nghị biểu dương: {units}.",
    ),
    "units_improved": (
        "Units whose score rose on {year}: {count}, most of all {units}.",
        "Có {count} đơn vị tăng điểm so với năm {year}, tăng nhiều nhất: {units}.",
    ),
    "units_improved_all": (
        "Units whose score rose on {year}: {units}; {count} in all.",
        "Có {count} đơn vị tăng điểm so với năm {year}: {units}.",
    ),
    "units_improved_one": ("{unit} by {points}", "{unit} (tăng {points} điểm)"),
    "units_fallen_one": ("{unit} by {points}", "{unit} (giảm {points} điểm)"),
    "units_fallen": (
        "Units whose score fell on {year}: {count}, most of all {units}.",
        "Có {count} đơn vị giảm điểm so với năm {year}, giảm nhiều nhất: {units}.",
    ),
    "units_fallen_all": (
        "Units whose score fell on {year}: {units}; {count} in all.",
        "Có {count} đơn vị giảm điểm so với năm {year}: {units}.",
    ),
    "missed": (
        "Targets missed or behind schedule: {count}.",
        "Có {count} chỉ tiêu không đạt hoặc chậm so với lộ trình:",
    ),
    "missed_none": (
        "No target was missed, and none is behind schedule.",
        "Không có chỉ tiêu nào không đạt hoặc chậm so với lộ trình.",
    ),
    "from_threshold": ("{size} short of it", "thấp hơn {size}"),
    "from_line": (
        "{size} below the straight line in {year}",
        "thấp hơn mức theo lộ trình năm {year} là {size}",
    ),
    "from_threshold_fall": ("{size} too little", "còn thiếu {size}"),
    "from_threshold_limit": ("{size} above it", "cao hơn {size}"),
    "from_line_limit": (
        "{size} above the straight line in {year}",
        "cao hơn mức theo lộ trình năm {year} là {size}",
    ),
    "units_missing": (
        "Units that missed a target of their own or are behind schedule: {units}, with {count} such results "
        "in all ({appendix}).",
        "Xét từng đơn vị, có {units} đơn vị với {count} kết quả không đạt hoặc chậm so với lộ trình (chi "
        "tiết tại {appendix}).",
    ),
    "causes": (
        "Reasons were given by {explained} of these units and not by {silent}. By target:",
        "Có {explained} đơn vị đã giải trình, {silent} đơn vị chưa giải trình. Nguyên nhân do các đơn vị "
        "nêu, theo từng chỉ tiêu:",
    ),
    "causes_all": (
        "Every one of these units has given its reasons. By target:",
        "Các đơn vị nêu trên đều đã giải trình. Nguyên nhân do các đơn vị nêu, theo từng chỉ tiêu:",
    ),
    "causes_none": (
        "No reason has been given yet; units concerned: {silent}.",
        "Trong {silent} đơn vị nêu trên, chưa có đơn vị nào giải trình.",
    ),
    "causes_needless": (
        "No unit has anything to explain.",
        "Không có đơn vị nào phải giải trình.",
    ),
    "cause": ("{unit}: {note}", "{unit}: {note}"),
    "causes_more": ("; and {count} more ({appendix})", "; {count} đơn vị khác ({appendix})"),
    # IV. What is to be done, V. Proposals.
    "needed_first": (
        "Targets missed or behind schedule call for the following:",
        "Tập trung thực hiện các chỉ tiêu không đạt hoặc chậm so với lộ trình:",
    ),
    "needed": (
        "{target}: a gain of {needed} each year to reach {threshold} in {year}.",
        "{target}: mỗi năm cần tăng thêm {needed} để đạt chỉ tiêu năm {year} ({threshold}).",
    ),
    "needed_limit": (
        "{target}: a cut of {needed} each year to come down to {threshold} in {year}.",
        "{target}: mỗi năm cần giảm {needed} để còn không quá {threshold} vào năm {year}.",
    ),
    "needed_growth_limit": (
        "{target}: growth of at most {needed} each year until {year} to average no more than {threshold}.",
        "{target}: từ nay đến năm {year}, mỗi năm chỉ được tăng tối đa {needed} để mức bình quân không quá "
        "{threshold}.",
    ),
    "needed_growth_fall": (
        "{target}: a fall of {needed} each year until {year} to average a fall of {threshold}.",
        "{target}: từ nay đến năm {year}, mỗi năm cần giảm {needed} để đạt mức giảm bình quân {threshold}.",
    ),
    "needed_growth": (
        "{target}: growth of {needed} each year until {year} to average {threshold}.",
        "{target}: từ nay đến năm {year}, mỗi năm cần tăng {needed} để đạt mức bình quân {threshold}.",
    ),
    "needed_next": (
        "{target}: {threshold} to be reached in {year}.",
        "{target}: phấn đấu đạt chỉ tiêu {threshold} trong năm {year}.",
    ),
    "needed_next_fall": (
        "{target}: a fall of {threshold} to be reached in {year}.",
        "{target}: phấn đấu giảm {threshold} trong năm {year}.",
    ),
    "needed_next_limit": (
        "{target}: {threshold} not to be passed in {year}.",
        "{target}: phấn đấu không vượt {threshold} trong năm {year}.",
    ),
    "needed_on_track": (
        "Targets on schedule, on which the pace is to be kept: {count} (gains needed: {appendix}).",
        "Giữ vững tiến độ của {count} chỉ tiêu đang đúng lộ trình (mức cần tăng thêm: {appendix}).",
    ),
    "tasks_commitments": (
        "Tasks without a figure yet to be carried out, with the number of units: {tasks}.",
        "Hoàn thành các nhiệm vụ không giao chỉ tiêu định lượng mà một số đơn vị chưa thực hiện: {tasks}.",
    ),
    "task_commitment": ("{task} ({count})", "{task} ({count} đơn vị)"),
    "tasks_reports": (
        "Reports outstanding: {missing}; to be completed: {incomplete}.",
        "Đôn đốc {missing} đơn vị chưa gửi số liệu và {incomplete} đơn vị báo cáo chưa đầy đủ bổ sung "
        "số liệu.",
    ),
    "tasks_missing": (
        "Reports outstanding: {missing}.",
        "Đôn đốc {missing} đơn vị chưa gửi số liệu báo cáo.",
    ),
    "tasks_incomplete": (
        "Reports to be completed: {incomplete}.",
        "Đôn đốc {incomplete} đơn vị báo cáo chưa đầy đủ bổ sung số liệu.",
    ),
    "tasks_none": (
        "All targets are met; what has been achieved is to be kept up.",
        "Các chỉ tiêu đều đã đạt; tiếp tục duy trì kết quả đạt được.",
    ),
    "tasks_further": (
        "The targets of the plan are to be pursued further.",
        "Tiếp tục thực hiện các chỉ tiêu của kế hoạch.",
    ),
    "proposals_blank": ("…", "……………………………………………………………………………………"),
    # Tables of targets.
    "t_all": (
        "Changes of percentages in percentage points",
        "Tăng, giảm của tỷ lệ tính bằng điểm phần trăm",
    ),
    "t_progress": (
        "Distance from the straight line, average a year since {base_year}, and what is still needed each "
        "year to {year}; of growth in %, of shares in percentage points",
        "Tiến độ thực hiện đến năm {year}: chênh lệch so với lộ trình, mức bình quân từ năm {base_year} và "
        "mức cần tăng thêm mỗi năm; chỉ tiêu tăng trưởng tính bằng %, tỷ lệ tính bằng điểm phần trăm",
    ),
    "t_trend": ("Every target by year since {year}", "Kết quả các chỉ tiêu từ năm {year}"),
    "t_by_district": (
        "Every target by {place}; changes of percentages in percentage points",
        "Kết quả các chỉ tiêu theo {place}; tăng, giảm của tỷ lệ tính bằng điểm phần trăm",
    ),
    "c_target": ("Target", "Chỉ tiêu"),
    "c_threshold": ("Asked for", "Chỉ tiêu giao"),
    "c_attained": ("Attained", "% đạt"),
    "c_change": ("Change", "Tăng, giảm"),
    "c_status": ("Verdict", "Đánh giá"),
    "c_year": ("{year}", "Năm {year}"),
    "c_line": ("Line in {year}", "Mức theo lộ trình năm {year}"),
    "c_distance": ("From the line", "So với lộ trình"),
    "c_yearly": ("Average a year", "Bình quân mỗi năm"),
    "c_needed": ("Still needed a year", "Cần tăng thêm mỗi năm"),
    "c_who": ("Reporting", "Báo cáo"),
    "incomparable": ("(*)", "(*)"),
    "incomparable_note": (
        "(*) Not comparable: in one of the two years figures are missing, a result is waived, there is no "
        "verdict yet, or the unit has taken others over since; what is missing would read as a change.",
        "(*) Chưa so sánh được: một trong hai năm còn thiếu số liệu, có kết quả được miễn trừ, chưa kết "
        "luận, hoặc đơn vị đã tiếp nhận đơn vị khác giữa hai năm; nếu so sánh, phần còn thiếu sẽ bị hiểu là "
        "tăng hoặc giảm.",
    ),
    "undrawn": (
        "Behind a figure that not every unit entered stands how many did. Of shares of units, in which a "
        "missing report would look like a fall, a chart draws those years alone that lack the same reports.",
        "Sau số liệu chưa đủ đơn vị báo cáo có ghi số đơn vị đã báo cáo. Với tỷ lệ số đơn vị, báo cáo còn "
        "thiếu sẽ bị hiểu là giảm nên biểu đồ chỉ vẽ các năm thiếu cùng những báo cáo như nhau.",
    ),
    "remark": ("{target}: {note}", "{target}: {note}"),
    "g_attained": (
        "Attained of each target (100% is the target)",
        "Mức đạt so với từng chỉ tiêu giao (100% là đạt)",
    ),
    "g_value": ("result", "kết quả"),
    "g_path": ("target path", "lộ trình"),
    "chart": ("Chart {number}", "Biểu đồ {number}"),
    "c_trend": ("Course", "Diễn biến"),
    "c_first": ("First", "Đầu kỳ"),
    "c_last": ("Latest", "Gần nhất"),
    # Tables of units.
    "units_said": (
        "Units with a score out of 100: {scored}; higher than in {year}: {improved}, lower: {fallen}, not "
        "comparable: {apart}.",
        "Đã chấm điểm {scored} đơn vị theo thang 100; so với năm {year}, {improved} đơn vị tăng điểm, "
        "{fallen} đơn vị giảm điểm, {apart} đơn vị chưa so sánh được.",
    ),
    "places_said": (
        "For every kind of unit: its score out of 100, and how many of the targets that were judged it "
        "reached.",
        "Mỗi loại đơn vị ghi điểm theo thang 100 và số chỉ tiêu đạt trên số chỉ tiêu đã được đánh giá.",
    ),
    "t_places": ("Score and targets reached by {place}", "Điểm và số chỉ tiêu đạt theo đơn vị cấp {place}"),
    "c_kind_score": ("{kind}: score", "{kind}: điểm"),
    "c_kind_reached": ("{kind}: targets reached", "{kind}: chỉ tiêu đạt"),
    "units_alone": (
        "Units with a score out of 100: {scored}; there are no figures of {year} to compare with.",
        "Đã chấm điểm {scored} đơn vị theo thang 100; chưa có số liệu năm {year} để so sánh.",
    ),
    "units_none": ("No unit has a score.", "Chưa có đơn vị nào được chấm điểm."),
    "c_code": ("Code", "Mã"),
    "c_unit": ("Unit", "Đơn vị"),
    "c_level": ("Level", "Cấp"),
    "c_score": ("Score", "Điểm"),
    "c_completeness": ("Share of targets judged", "Tỷ lệ chỉ tiêu đã được đánh giá"),
    "c_score_year": ("Score {year}", "Điểm năm {year}"),
    "more_rows": (
        "+{count} more; the JSON and the workbook have all.",
        "Còn {count} dòng khác; bản JSON và Excel có đầy đủ.",
    ),
    "commitments_said": (
        "Tasks that every unit concerned has done: {kept} of {count}.",
        "Có {kept}/{count} nhiệm vụ được tất cả các đơn vị liên quan thực hiện.",
    ),
    "t_commitments": ("How many units did each task", "Số đơn vị thực hiện từng nhiệm vụ"),
    "c_commitment": ("Task", "Nhiệm vụ"),
    "c_done": ("Done", "Đã thực hiện"),
    "c_not_done": ("Not done", "Chưa thực hiện"),
    "c_not_said": ("Not said", "Chưa báo cáo"),
    "c_not_done_units": ("Units that did not", "Đơn vị chưa thực hiện"),
    "t_explained": ("Explained by the units", "Đơn vị đã giải trình"),
    "t_unexplained": ("Without an explanation", "Đơn vị chưa giải trình"),
    "c_missed": ("Missed or behind", "Không đạt hoặc chậm so với lộ trình"),
    "c_note": ("The unit's explanation", "Giải trình của đơn vị"),
    "missed_one": (
        "{target}: {value} ({status}; {threshold})",
        "{target}: {value} ({status}; chỉ tiêu giao {threshold})",
    ),
    "missed_waived": ("{missed}, waived", "{missed}, được miễn trừ"),
    # The quality of the data.
    "rounded": (
        "Percentages and scores are rounded down; what is still needed is rounded up.",
        "Tỷ lệ phần trăm và điểm được làm tròn xuống; mức cần tăng thêm được làm tròn lên.",
    ),
    "complete_note": (
        "A report is complete where every figure that the unit's targets need was given and could be used.",
        "Báo cáo đầy đủ là báo cáo có đủ số liệu dùng được cho mọi chỉ tiêu của đơn vị.",
    ),
    "quality_said": ("Findings in the data: {totals}.", "Kết quả kiểm tra số liệu: {totals}."),
    "t_findings": ("Findings in the data", "Kết quả kiểm tra số liệu"),
    "c_where": ("Where", "Vị trí"),
    "c_message": ("What is wrong", "Nội dung"),
    "c_cells": ("Number", "Số lượng"),
    # Names of sheets, of at most 31 characters.
    "x_kinds": ("Reports by kind", "Báo cáo theo loại đơn vị"),
    "x_districts": ("Reports by place", "Báo cáo theo địa bàn"),
    "x_all_targets": ("All targets", "Bảng tổng hợp"),
    "x_progress": ("Way to the target year", "Tiến độ thực hiện"),
    "x_trend": ("Year by year", "Diễn biến theo năm"),
    "x_charts": ("Charts", "Biểu đồ"),
    "x_places": ("Units by place", "Đơn vị theo địa bàn"),
    "x_units": ("All - {kind}", "Điểm - {kind}"),
    "x_commitments": ("Tasks", "Nhiệm vụ"),
    "x_explained": ("Misses explained", "Đơn vị đã giải trình"),
    "x_unexplained": ("Misses not explained", "Đơn vị chưa giải trình"),
    "x_findings": ("Findings in the data", "Kết quả kiểm tra số liệu"),
    "x_by_district": ("Targets by place", "Kết quả theo địa bàn"),
}
