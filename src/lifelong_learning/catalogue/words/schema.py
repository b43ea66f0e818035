"""What an editor says of each key of the YAML files.

A key that means something of its own in one sort of file stands here behind that file's name, as in
`waivers_period`; all others stand alone.
"""

from __future__ import annotations

SCHEMA: dict[str, tuple[str, str]] = {
    # The files.
    "plan": (
        "plan.yaml: who the plan is, its words and its sheets",
        "plan.yaml: thông tin kế hoạch, từ ngữ và các trang tính",
    ),
    "part": (
        "A further file of a plan: measures, targets, commitments",
        "Tệp khác của kế hoạch: số liệu, chỉ tiêu, nhiệm vụ",
    ),
    "cases": (
        "Cases: which figures must give which verdict, and why",
        "Các trường hợp kiểm thử: số liệu nào phải cho kết quả nào, vì sao",
    ),
    "waivers": (
        "Waivers: results that are excused, each with its reason",
        "Miễn trừ: các kết quả được miễn, kèm lý do",
    ),
    "letterhead": ("Letterhead: who issues the report", "Thông tin cơ quan phát hành báo cáo"),
    "config": (
        "llplan.toml: what a folder of submissions is always read and judged with",
        "llplan.toml: các thiết lập thường dùng khi đọc và đánh giá bộ số liệu",
    ),
    # Everywhere.
    "id": (
        "Id: small letters and digits; it stands in every machine format and never changes.",
        "Mã: chữ thường không dấu và chữ số; dùng trong mọi định dạng máy đọc, không thay đổi.",
    ),
    "label": ("What people read, in both languages.", "Tên hiển thị, bằng hai ngôn ngữ."),
    "en": ("In English.", "Bằng tiếng Anh."),
    "vi": ("In Vietnamese.", "Bằng tiếng Việt."),
    "also": (
        "Other names that people type for it; they are taken as well.",
        "Các tên khác mà người nhập hay dùng; cũng được chấp nhận.",
    ),
    "kinds": ("The kinds of unit that it is asked of.", "Các loại đơn vị được giao hoặc phải báo cáo."),
    "level": ("Only units of this level; without it, of every level.", "Chỉ cấp này; không ghi là mọi cấp."),
    "area": (
        "Only units of this area; without it, of every area.",
        "Chỉ khu vực này; không ghi là mọi khu vực.",
    ),
    "district": ("Name of the district.", "Tên huyện, thành phố."),
    "source": (
        "The clause that asks for it, and the phrase that it rests on.",
        "Điều khoản quy định và câu chữ làm căn cứ.",
    ),
    # plan.yaml
    "title": ("Title of the plan.", "Tên kế hoạch."),
    "document": (
        "Number, date and issuer of the document.",
        "Số, ngày ban hành và cơ quan ban hành văn bản.",
    ),
    "base_year": ("The year that growth is counted from.", "Năm gốc để tính tăng trưởng."),
    "base_year_remark": (
        "Why this base year; printed wherever growth is shown.",
        "Lý do chọn năm gốc; in kèm mọi kết quả tăng trưởng.",
    ),
    "target_year": ("The year in which the targets are due.", "Năm mục tiêu, khi các chỉ tiêu đến hạn."),
    "shares": (
        "A plan whose words and measures this one has too, but for what is written here: the id of a bundled "
        "plan, or the path of a folder.",
        "Kế hoạch có từ ngữ và số liệu dùng chung, trừ những nội dung ghi ở đây: mã kế hoạch có sẵn hoặc "
        "đường dẫn thư mục.",
    ),
    "leave_out": (
        "Measures of that plan that are not asked for here.",
        "Các số liệu của kế hoạch đó không yêu cầu báo cáo ở đây.",
    ),
    "files": ("The other files of the plan, in their order.", "Các tệp khác của kế hoạch, theo thứ tự."),
    "levels": ("The levels that have it to do.", "Các cấp phải thực hiện."),
    "plan_levels": (
        "The administrative levels, the highest first.",
        "Các cấp hành chính, từ cao xuống thấp.",
    ),
    "areas": (
        "Kinds of area, such as urban and rural; may be left out.",
        "Các khu vực, như thành thị và nông thôn; có thể bỏ qua.",
    ),
    "periods": (
        "The reporting periods: year, and parts of it, such as h1 for the first half, q1, m9.",
        "Các kỳ báo cáo: year là cả năm, và các kỳ trong năm như h1 là 6 tháng đầu năm, q1, m9.",
    ),
    "plan_kinds": (
        "The kinds of unit, each with a sheet of its own.",
        "Các loại đơn vị, mỗi loại có một trang tính.",
    ),
    "in_district": (
        "Units of this level name their district.",
        "Đơn vị cấp này phải ghi huyện, thành phố.",
    ),
    "until": (
        "The last day on which there are units of this level, as 2025-06-30; without it the level goes on.",
        "Ngày cuối cùng còn đơn vị thuộc cấp này, ví dụ 2025-06-30; không ghi nghĩa là cấp vẫn tồn tại.",
    ),
    "sheet": ("Name of the sheet.", "Tên trang tính."),
    "area_required": ("Units of this kind name their area.", "Đơn vị loại này phải ghi khu vực."),
    "identity": (
        "The names of the columns that say whose figures a row holds.",
        "Tên các cột cho biết dòng số liệu là của đơn vị nào.",
    ),
    "unit_code": ("Column of the unit's code.", "Cột mã đơn vị."),
    "unit_name": ("Column of the unit's name.", "Cột tên đơn vị."),
    "plan_level": ("Column of the level.", "Cột cấp."),
    "plan_district": ("Column of the district.", "Cột huyện, thành phố."),
    "plan_area": ("Column of the area.", "Cột khu vực."),
    "plan_year": ("Column of the year.", "Cột năm."),
    "plan_period": ("Column of the period.", "Cột kỳ báo cáo."),
    "note": ("Column of the unit's explanation.", "Cột giải trình của đơn vị."),
    "plan_reported": (
        "The sheet of figures that were published as percentages alone.",
        "Trang tính số liệu chỉ công bố dưới dạng tỷ lệ phần trăm.",
    ),
    "plan_target": ("Column of the target's id.", "Cột mã chỉ tiêu."),
    "plan_percent": ("Column of the percentage.", "Cột giá trị phần trăm."),
    "guide": ("A sheet that is passed over.", "Trang tính hướng dẫn, không đọc số liệu."),
    "plausibility": (
        "When a jump between two years is doubted.",
        "Khi nào cần nghi ngờ mức thay đổi giữa hai năm.",
    ),
    "jump_factor": (
        "So many times more, or less, is doubted.",
        "Tăng hoặc giảm quá số lần này thì cần kiểm tra lại.",
    ),
    "jump_from": ("Smaller figures are left alone.", "Số nhỏ hơn mức này thì bỏ qua."),
    "words_of_measure": (
        "Words that people type behind a number, such as “lượt”.",
        "Đơn vị tính hay gõ sau số, ví dụ “lượt”.",
    ),
    # Measures, targets, commitments.
    "part_measures": (
        "The figures that units report; of a target, those that it adds up.",
        "Các số liệu đơn vị báo cáo; đối với chỉ tiêu là các số liệu được cộng lại.",
    ),
    "targets": ("What the plan asks for, in figures.", "Các chỉ tiêu có số của kế hoạch."),
    "commitments": (
        "What the plan asks for without a figure.",
        "Các nhiệm vụ không giao chỉ tiêu định lượng.",
    ),
    "description": ("What counts, and what does not.", "Cách tính: gồm những gì, không gồm những gì."),
    "type": (
        "count: a whole number; amount: a number with decimals; yes_no: yes and no.",
        "count: số nguyên; amount: số có phần thập phân; yes_no: có và không.",
    ),
    "decimals": (
        "How many decimals an amount has at most; none unless said.",
        "Số chữ số thập phân tối đa của số lượng; không ghi là không có.",
    ),
    "part_unit": (
        "What the figures are in, shown beside them: VND million.",
        "Đơn vị tính, hiển thị cạnh con số: triệu đồng.",
    ),
    "parts": (
        "The measures that add up to this one; where all are there and do not, the cell is an error.",
        "Các số liệu cộng lại bằng số liệu này; khi có đủ mà không bằng thì báo lỗi ở ô này.",
    ),
    "per": (
        "A ratio is a figure for so many of its denominator (1000), no percentage; its thresholds are so "
        "too.",
        "Tỷ lệ tính trên số này của mẫu số (1000), không phải phần trăm; mức chỉ tiêu cũng ghi như vậy.",
    ),
    "together": (
        "What the counts of several units are together: their sum or their mean. Without it a group of "
        "several has no figure.",
        "Kết quả chung của nhiều đơn vị: tổng (sum) hoặc trung bình (mean). Không ghi thì nhóm nhiều đơn vị "
        "không có kết quả.",
    ),
    "part_units": (
        "Codes of the only units that the figure holds for; they are left out of the target's other scopes.",
        "Mã các đơn vị áp dụng mức này; các đơn vị đó không thuộc phạm vi khác của chỉ tiêu.",
    ),
    "part_target": (
        "Id of the target whose figure of the same year and period takes the place of one.",
        "Mã chỉ tiêu có kết quả cùng năm, cùng kỳ được lấy làm mức so sánh.",
    ),
    "share": (
        "The part of a year's flow that is expected of the period: 1/4. Of h1 it is 1/2 unless said.",
        "Tỷ trọng của kỳ trong năm: 1/4. Với h1, không ghi là 1/2.",
    ),
    "months": (
        "First and last month of the period, where its name does not tell: [1, 9].",
        "Tháng đầu và tháng cuối của kỳ, nếu tên kỳ không cho biết: [1, 9].",
    ),
    "nature": (
        "flow: of the whole period; stock: as it is at its end.",
        "flow: phát sinh trong kỳ; stock: tại thời điểm cuối kỳ.",
    ),
    "part_kind": (
        "How the value is computed: ratio, growth_average, growth_yearly, coverage, count (or amount, the "
        "same), "
        "reported.",
        "Cách tính: ratio, growth_average, growth_yearly, coverage, count, reported.",
    ),
    "scopes": ("Whom the figure is asked of, and the figure.", "Phạm vi áp dụng và mức chỉ tiêu."),
    "part_threshold": (
        "10%, a band [10%, 15%], a count or an amount, a list of since and value, a target whose figure is "
        "to be reached, or null to watch alone.",
        "10%, khoảng [10%, 15%], số lượng, danh sách since và value, chỉ tiêu khác (target) có kết quả phải "
        "đạt, hoặc null nếu chỉ theo dõi.",
    ),
    "part_at_most": (
        "Of a measure, the whole that it is a part of; of a scope, a figure that is not to be passed, in "
        "place of threshold.",
        "Đối với số liệu: số liệu tổng bao gồm số liệu này; đối với phạm vi: mức không được vượt, ghi thay "
        "cho threshold.",
    ),
    "since": ("From this year on.", "Từ năm này."),
    "part_value": ("The figure from that year on.", "Mức chỉ tiêu từ năm đó."),
    "due": (
        "each_year: to be met in every year; target_year: by the target year.",
        "each_year: phải đạt hằng năm; target_year: phải đạt vào năm mục tiêu.",
    ),
    "weight": ("Weight in a unit's score; 1 unless said.", "Trọng số khi chấm điểm; mặc định là 1."),
    "remark": ("Printed beside the result.", "Ghi chú in kèm kết quả."),
    "numerator": ("The measures of the part, added up.", "Các số liệu của tử số, được cộng lại."),
    "denominator": ("The measures of the whole, added up.", "Các số liệu của mẫu số, được cộng lại."),
    "measure": ("The measure that says whether it is done.", "Số liệu cho biết đã thực hiện hay chưa."),
    "at_least": ("Done from this count on.", "Coi là đã thực hiện khi đạt từ mức này."),
    "column": ("A yes/no column of its own.", "Cột có/không riêng của nhiệm vụ."),
    "clause": ("Clause of the document.", "Điều khoản của văn bản."),
    "quote": (
        "The operative phrase in the document's own words.",
        "Câu chữ làm căn cứ, đúng nguyên văn.",
    ),
    "verified": (
        "When somebody last compared it with the document: 2026-01-31.",
        "Ngày đối chiếu với văn bản lần cuối: 2026-01-31.",
    ),
    # Cases.
    "cases_level": (
        "The unit's level; of a scope or a published figure, whom it is of.",
        "Cấp của đơn vị; đối với phạm vi hoặc số liệu đã công bố là cấp áp dụng.",
    ),
    "cases_area": (
        "The unit's area; of a scope or a published figure, whom it is of.",
        "Khu vực của đơn vị; đối với phạm vi hoặc số liệu đã công bố là khu vực áp dụng.",
    ),
    "cases_plan": (
        "Another plan than the one beside: its id, or a folder.",
        "Kế hoạch khác với kế hoạch bên cạnh: mã hoặc thư mục.",
    ),
    "cases_cases": ("The cases.", "Các trường hợp."),
    "case": ("What the case is called; each name stands once.", "Tên trường hợp; không trùng nhau."),
    "why": ("Why this must come out, in a sentence.", "Một câu giải thích vì sao kết quả phải như vậy."),
    "year": ("The year.", "Năm."),
    "period": (
        "The period: year, or another of the plan, such as h1 for the first half.",
        "Kỳ báo cáo: year là cả năm, hoặc kỳ khác của kế hoạch, như h1 là 6 tháng đầu năm.",
    ),
    "by": ("district: a group for each district besides.", "district: thêm nhóm theo từng huyện, thành phố."),
    "filters": (
        "Only some units, as with the options of that name.",
        "Chỉ một số đơn vị, như các tùy chọn cùng tên.",
    ),
    "units": ("Who reported what.", "Đơn vị nào báo cáo số liệu gì."),
    "kind": ("The kind of unit.", "Loại đơn vị."),
    "code": (
        "The unit's code, in quotes so that its zeros stay.",
        "Mã đơn vị, đặt trong dấu ngoặc kép để giữ số 0 ở đầu.",
    ),
    "figures": (
        "By year (2024) or period of it (2024 h1): counts, amounts, yes or no, null (missing), error (taken "
        "out).",
        "Theo năm (2024) hoặc kỳ (2024 h1): số lượng, yes hoặc no, null (thiếu), error (bị loại do lỗi).",
    ),
    "reported": ("Figures that were published as percentages.", "Các số liệu công bố dưới dạng phần trăm."),
    "percent": ("The percentage.", "Giá trị phần trăm."),
    "register": (
        "The units that are expected; without it, those seen.",
        "Danh mục đơn vị phải báo cáo; không ghi là các đơn vị đã có số liệu.",
    ),
    "name": ("The name.", "Tên."),
    "valid_from": ("The first year in which the unit exists.", "Năm đầu tiên có đơn vị."),
    "valid_to": ("The last year in which the unit exists.", "Năm cuối cùng có đơn vị."),
    "successor": ("Code of the unit that took it over.", "Mã đơn vị tiếp nhận sau sáp nhập."),
    "expect": ("What must come out.", "Kết quả phải có."),
    "unit": ("Code of the unit.", "Mã đơn vị."),
    "group": ("A target's id: its group as a whole.", "Mã chỉ tiêu: kết quả chung của nhóm."),
    "target": ("Id of the target.", "Mã chỉ tiêu."),
    "scope": ("Level and area of the threshold.", "Cấp và khu vực của mức chỉ tiêu."),
    "absent": ("yes: there must be no such result.", "yes: không được có kết quả này."),
    "score": ("Score of 0 to 100.", "Điểm từ 0 đến 100."),
    "completeness": (
        "Targets with a verdict, of those that apply.",
        "Tỷ lệ chỉ tiêu đánh giá được trong số áp dụng.",
    ),
    "value": (
        "The value: 10%, 3/15, 125, yes, no, null; “16.23…%” holds for all that is cut to it.",
        "Giá trị: 10%, 3/15, 125, yes, no, null; “16.23…%” là mọi giá trị lấy đến chữ số đó.",
    ),
    "status": ("The verdict.", "Kết quả đánh giá."),
    "reason": ("Why there is no verdict.", "Lý do chưa đánh giá được."),
    "threshold": ("The figure that is asked for.", "Mức chỉ tiêu."),
    "upper": ("Upper figure of a band.", "Mức trên của khoảng."),
    "attainment": ("Value / threshold.", "Kết quả so với mức chỉ tiêu."),
    "excess": ("Attainment − 1.", "Phần vượt mức chỉ tiêu."),
    "cases_base_year": ("The year compared with.", "Năm dùng để so sánh."),
    "members": ("Units in the group.", "Số đơn vị trong nhóm."),
    "reporting": ("Units that entered the value.", "Số đơn vị có số liệu đưa vào kết quả."),
    "left_out": ("Codes of the others.", "Mã các đơn vị còn lại."),
    "provisional": ("yes: some have not reported.", "yes: còn đơn vị chưa báo cáo."),
    "origin": ("computed from units, or reported.", "computed: tính từ đơn vị; reported: đã công bố."),
    # Waivers and the letterhead.
    "waivers_waivers": ("One entry for each result.", "Mỗi mục là một kết quả được miễn."),
    "waivers_kind": (
        "Only where the target is asked of two kinds of unit with this code.",
        "Chỉ ghi khi hai loại đơn vị trùng mã cùng có chỉ tiêu này.",
    ),
    "waivers_period": ("The year, or 2024 h1 for its first half.", "Năm, hoặc 2024 h1 cho 6 tháng đầu năm."),
    "justification": ("Why it is excused; required.", "Lý do miễn; bắt buộc."),
    "granted_by": ("Who excused it.", "Cơ quan cho phép."),
    "expires": ("The last day on which it is good: 2026-01-31.", "Ngày hết hạn: 2026-01-31."),
    "superior": ("The body above the one that issues.", "Cơ quan chủ quản."),
    "body": (
        "The body that issues the report, as in a sentence; its head has it in capitals.",
        "Cơ quan ban hành báo cáo, viết như trong câu; phần đầu tự in hoa.",
    ),
    "abbreviation": ("Behind the number: BC-SVHTTDL.", "Ký hiệu sau số: BC-SVHTTDL."),
    "number": ("Number of the report.", "Số báo cáo."),
    "place": ("Place of issue.", "Địa danh."),
    "to": ("To whom it is addressed, a line each.", "Kính gửi, mỗi nơi một dòng."),
    "proposals": ("What is proposed, a line each: part V.", "Đề xuất, kiến nghị, mỗi ý một dòng: mục V."),
    "recipients": ("Who receives it, a line each.", "Nơi nhận, mỗi nơi một dòng."),
    "signatory": ("Who signs.", "Người ký."),
    "authority": ("On whose behalf: KT. GIÁM ĐỐC.", "Thẩm quyền ký: KT. GIÁM ĐỐC."),
    "letterhead_title": ("Office of who signs.", "Chức vụ của người ký."),
    "letterhead_name": ("Name of who signs.", "Họ và tên người ký."),
    # The configuration.
    "config_plan": (
        "A bundled plan, or a folder with a plan, beside this file.",
        "Kế hoạch có sẵn, hoặc thư mục chứa kế hoạch, tính từ tệp này.",
    ),
    "config_units": ("Register of units, beside this file.", "Danh mục đơn vị, tính từ tệp này."),
    "config_waivers": ("File of waivers, beside this file.", "Tệp miễn trừ, tính từ tệp này."),
    "lang": ("Language: en or vi.", "Ngôn ngữ: en hoặc vi."),
    "fail-on": (
        "What makes the exit code 1 besides errors: warning, not_met, no_data.",
        "Điều kiện trả mã 1 ngoài lỗi: warning, not_met, no_data.",
    ),
    "select": (
        "Codes, or families of codes, that check reports; all unless said.",
        "Các mã lỗi hoặc nhóm mã mà check báo cáo; mặc định là tất cả.",
    ),
    "ignore": (
        "Codes, or families of codes, that check leaves out.",
        "Các mã lỗi hoặc nhóm mã mà check bỏ qua.",
    ),
    "baseline": (
        "JSON of an earlier check, beside this file; what was known then is left out.",
        "JSON của lần kiểm tra trước, tính từ tệp này; bỏ qua các lỗi đã biết khi đó.",
    ),
    "severity": (
        "Another severity for a code, or a family: error, warning or info.",
        "Mức khác cho một mã lỗi hoặc nhóm mã: error, warning hoặc info.",
    ),
}
