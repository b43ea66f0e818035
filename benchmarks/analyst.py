"""The job as an analyst would write it in an afternoon: pandas on openpyxl, print what matters."""

# mypy: ignore-errors

import sys

import pandas as pd

BASE_YEAR = 2020
TARGET = {"growth": (0.10, 0.15), "reached": (0.10, 0.15), "additions": 0.10, "staff": (0.20, 0.25)}
COVERAGE = {"Tỉnh": 1.0, "Huyện": 1.0, "Xã": 0.5}

sheets = pd.read_excel(sys.argv[1], sheet_name=None, dtype={"Mã đơn vị": str})
libraries, museums, houses = sheets["Thư viện"], sheets["Bảo tàng"], sheets["Nhà văn hóa, câu lạc bộ"]


def number(frame, column):
    return pd.to_numeric(frame[column], errors="coerce")


def verdict(value, low, high=None):
    if pd.isna(value):
        return "no data"
    if value < low:
        return "not met"
    return "exceeded" if value > (high or low) else "met"


def growth(frame, column):
    figures = frame.assign(v=number(frame, column)).pivot_table(
        index="Mã đơn vị", columns="Năm", values="v", aggfunc="first"
    )
    year = figures.columns.max()
    if BASE_YEAR not in figures or year == BASE_YEAR:
        return pd.Series(dtype=float), float("nan")
    both = figures[[BASE_YEAR, year]].dropna()
    years = year - BASE_YEAR
    units = (both[year] / both[BASE_YEAR]) ** (1 / years) - 1
    return units, (both[year].sum() / both[BASE_YEAR].sum()) ** (1 / years) - 1


def yearly(frame, columns):
    total = sum(number(frame, column) for column in columns)
    figures = frame.assign(v=total).pivot_table(index="Mã đơn vị", columns="Năm", values="v", aggfunc="first")
    if figures.shape[1] < 2:
        return float("nan")
    both = figures.iloc[:, -2:].dropna()
    return both.iloc[:, 1].sum() / both.iloc[:, 0].sum() - 1


def ratio(frame, part, whole):
    return number(frame, part), number(frame, whole)


def latest(frame):
    return frame[frame["Năm"] == frame["Năm"].max()]


print("Suspicious cells")
for name, frame in sheets.items():
    for column in frame.columns[7:]:
        if frame[column].dtype == object and not column.startswith("Có") and column != "Giải trình":
            print(f"  {name}: {column} is not all numbers")
    twice = frame.duplicated(["Mã đơn vị", "Năm", "Kỳ báo cáo"]).sum()
    if twice:
        print(f"  {name}: {twice} rows stand twice")

print("Libraries")
now = latest(libraries)
for level, share in COVERAGE.items():
    rows = now[now["Cấp"] == level]
    if rows.empty:
        continue
    yes = rows["Có dịch vụ truy cập internet miễn phí"].astype(str).str.lower().eq("có").mean()
    print(f"  {level}: internet {yes:.2%} {verdict(yes, share)}")
    for column in (
        "Số lớp hướng dẫn sử dụng thư viện",
        "Số buổi nói chuyện chuyên đề",
        "Số lớp cập nhật kỹ năng, kiến thức cho lao động",
    ):
        done = number(rows, column).ge(1).mean()
        print(f"  {level}: {column} {done:.2%} {verdict(done, share)}")
    part, whole = ratio(rows, "Số người dân sử dụng thư viện", "Dân số trên địa bàn")
    reached = part.sum() / whole.sum()
    print(f"  {level}: reached {reached:.2%} {verdict(reached, *TARGET['reached'])}")
units, total = growth(libraries, "Số lượt người sử dụng thư viện")
print(f"  growth {total:.2%} {verdict(total, *TARGET['growth'])}, {(units < 0.10).sum()} units below")
added = yearly(libraries, ["Số bản sách bổ sung", "Số tên báo, tạp chí bổ sung"])
print(f"  additions {added:.2%} {verdict(added, TARGET['additions'])}")

print("Museums")
units, total = growth(museums, "Số lượt khách nội địa tham quan")
print(f"  growth {total:.2%} {verdict(total, 0.10)}, {(units < 0.10).sum()} units below")
province = latest(museums)[latest(museums)["Cấp"] == "Tỉnh"]
shown = number(province, "Số cuộc triển lãm chuyên đề").sum()
print(f"  exhibitions {shown:.0f} {verdict(shown, 3, 5)}")

print("Cultural houses")
now = latest(houses)
plans = now["Có kế hoạch tổ chức hoạt động"].astype(str).str.lower().eq("có").mean()
print(f"  activity plan {plans:.2%} {verdict(plans, 1.0)}")
for (level, area), rows in now.groupby(["Cấp", "Khu vực"]):
    part, whole = ratio(
        rows, "Số người dân tham gia hoạt động tại nhà văn hóa, câu lạc bộ", "Dân số trên địa bàn"
    )
    value = part.sum() / whole.sum()
    print(f"  {level}, {area}: {value:.2%} {verdict(value, 0.60 if area == 'Thành thị' else 0.40)}")

print("Staff")
for name, frame in sheets.items():
    now = latest(frame)
    part, whole = ratio(
        now,
        "Số người được tập huấn, tham quan, học tập kinh nghiệm",
        "Tổng số cán bộ, công chức, viên chức, người lao động",
    )
    value = part / whole
    low = now.assign(v=value)[value < 0.20]
    print(f"  {name}: {part.sum() / whole.sum():.2%}, {len(low)} units below 20 %")
    print(low[["Mã đơn vị", "Tên đơn vị", "v"]].sort_values("v").head(10).to_string(index=False))
