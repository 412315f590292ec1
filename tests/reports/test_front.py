"""What a report says of itself: title, region, year, date, speaker."""

from pathlib import Path

import pytest

from qa.errors import ReportError
from qa.reports import read_reports

from .samples import BODY, CITY, SEEDS, read


def test_a_city(tmp_path: Path) -> None:
    report = read(CITY, folder=tmp_path)
    assert report.title == "2024年临川市政府工作报告"
    assert (report.region, report.year, report.date, report.speaker) == ("临川市", 2024, "2024-01-09", "周明远")


def test_the_seed() -> None:
    (report,) = read_reports(SEEDS)
    assert report.title == "2023年辽宁省政府工作报告"
    assert (report.region, report.year, report.date, report.speaker) == ("辽宁省", 2023, "2023-01-12", "李乐成")


def test_without_front_matter_the_file_name_speaks(tmp_path: Path) -> None:
    report = read("一、工作回顾\n过去一年，工作取得进展。\n", "2022年_东陵县.txt", tmp_path)
    assert (report.title, report.region, report.year) == ("2022年东陵县政府工作报告", "东陵县", 2022)
    assert (report.date, report.speaker) == ("", "")


def test_without_any_year_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"哪一年.*请把文件改名"):
        read("学而时习之，不亦说乎？有朋自远方来，不亦乐乎？\n", "论语.txt", tmp_path)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "2025年云岭省政府工作报告\n来源：云岭日报\n——2025年1月14日在云岭省第十四届人民代表大会第四次会议上\n省长　白　川",
            ("云岭省", 2025, "2025-01-14", "白川"),
        ),
        (
            "政府工作报告\n——2024年3月5日在第十四届全国人民代表大会第二次会议上\n国务院总理\n张　三",
            ("国务院", 2024, "2024-03-05", "张三"),
        ),
        (
            "政府工作报告\n——2026年1月26日在云岭省第十四届\n人民代表大会第五次会议上\n云岭省省长 白川",
            ("云岭省", 2026, "2026-01-26", "白川"),
        ),
        (
            "2025年1月20日在云岭省第十四届人民代表大会第三次会议上云岭省省长白一川作政府工作报告",
            ("云岭省", 2025, "2025-01-20", "白一川"),
        ),
        (
            "政 府 工 作 报 告\n（２０２４年１月８日在白石区第三届人民代表大会第四次会议上）\n代区长：何　山",
            ("白石区", 2024, "2024-01-08", "何山"),
        ),
        (
            "二〇二三年十二月二十八日在金川自治州第十五届人民代表大会第三次会议上\n州　长　扎　西",
            ("金川自治州", 2023, "2023-12-28", "扎西"),
        ),
        ("2022年丰收镇政府工作报告\n时间：2022-02-01", ("丰收镇", 2022, "", "")),
        ("时间：2021-02-01", ("某地", 2021, "", "")),
        ("", ("某地", 2025, "", "")),
    ],
)
def test_front_blocks(tmp_path: Path, front: str, expected: tuple[str, int, str, str]) -> None:
    body = "各位代表：\n现在，我代表政府报告工作。\n一、2024年工作回顾\n2019年以来，成绩显著。\n二、2025年工作安排\n抓好落实。\n"
    report = read(f"{front}\n{body}", "某地.txt", tmp_path)
    assert (report.region, report.year, report.date, report.speaker) == expected


@pytest.mark.parametrize(("first", "second"), [("一、", "二、"), ("第一部分　", "第二部分　"), ("", "")])
def test_a_report_given_in_december_is_the_next_years(tmp_path: Path, first: str, second: str) -> None:
    front = "2024年12月26日在白石区第三届人民代表大会第五次会议上"
    body = f"各位代表：\n{first}2024年工作回顾\n过去一年，投资增长5%。{BODY}\n{second}2025年工作打算\n新建学校5所。{BODY}\n"
    report = read(f"{front}\n{body}", "某地.txt", tmp_path)
    assert (report.year, report.date) == (2025, "2024-12-26")
    told = {s.text: (s.period, str(s.status)) for s in report.sentences}
    assert told["过去一年，投资增长5%。"] == ("2024", "完成")
    assert told["新建学校5所。"] == ("2025", "目标")


def test_a_date_in_the_speech_is_not_the_day_of_delivery(tmp_path: Path) -> None:
    report = read("一、工作回顾\n2021年11月6日，大会开幕。\n过去一年，进展良好。\n", "2023_某地.txt", tmp_path)
    assert (report.year, report.date) == (2023, "")
