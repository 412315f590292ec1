"""With several reports, a question is put to those of the place, the nation or the year that it names."""

from dataclasses import replace

import pytest

from qa.assistant import Assistant
from qa.domain import Report
from qa.retrieval.scope import about, without_report
from qa.settings import Settings
from tests.fakes import made_report


def named(region: str, year: int) -> Report:
    return replace(made_report("　　一、工作\n"), id=f"{year}_{region}", region=region, year=year)


REPORTS = (named("吉林省", 2025), named("吉林省", 2026), named("广东省", 2026), named("国务院", 2025))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("吉林去年粮食产量多少", {"2025_吉林省", "2026_吉林省"}),
        ("吉林和广东今年的目标哪个高", {"2025_吉林省", "2026_吉林省", "2026_广东省"}),
        ("全国今年的赤字率是多少", {"2025_国务院"}),
        ("2025年吉林省政府工作报告里粮食产量是多少", {"2025_吉林省"}),
        ("2025年的报告怎么说低空经济", {"2025_吉林省", "2025_国务院"}),
        ("吉林的增速比全国高多少", {"2025_吉林省", "2026_吉林省"}),
        ("粮食产量比全国高多少", {report.id for report in REPORTS}),
        ("广东有多少全国人大代表", {"2026_广东省"}),
        ("新增全国文明城市几个", {report.id for report in REPORTS}),
        ("浙江的粮食产量", {report.id for report in REPORTS}),
        ("1998年的报告怎么说", {report.id for report in REPORTS}),
    ],
)
def test_a_question_is_put_to_the_reports_that_it_names(question: str, expected: set[str]) -> None:
    assert {report.id for report in about(question, REPORTS)} == expected


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("2025年吉林省政府工作报告里今年的GDP目标是多少", "今年的GDP目标是多少"),
        ("报告里面粮食产量是多少", "粮食产量是多少"),
        ("报告是谁作的", "报告是谁作的"),
        ("报告里", "报告里"),
    ],
)
def test_the_name_of_the_report_is_no_part_of_what_is_asked(question: str, rest: str) -> None:
    assert without_report(question) == rest


@pytest.fixture(scope="module")
def two_provinces(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Two provinces, one of them twice; the other tells what is asked in the question's own words."""
    folder = tmp_path_factory.mktemp("several")
    said = {
        "2025_甘肃省": "去年，全省生产总值增长5.8%。粮食产量1270万吨。",
        "2026_甘肃省": "去年，全省生产总值增长6.1%。粮食产量1290万吨。",
        "2026_青海省": "去年，全省粮食产量120万吨。经济增长多少，全年经济增长4.3%。",
    }
    for name, text in said.items():
        year, region = name.split("_")
        body = f"{year}年{region}政府工作报告\n\n　　一、{int(year) - 1}年工作回顾\n\n　　{text}\n"
        (folder / f"{name}.txt").write_text(body, encoding="utf-8")
    return Assistant.open(Settings(mode="extractive", seeds_dir=folder, data_dir=folder / "data"))


def test_only_the_reports_of_the_named_place_are_searched(two_provinces: Assistant) -> None:
    hits = two_provinces.search("甘肃去年经济增长多少", 10)
    assert {hit.sentence.report for hit in hits} == {"2025_甘肃省", "2026_甘肃省"}
    assert "6.1%" in two_provinces.ask("甘肃去年经济增长多少").text


def test_the_newest_report_comes_first_where_no_year_is_asked(two_provinces: Assistant) -> None:
    hits = two_provinces.search("甘肃的粮食产量", 10)
    assert hits[0].sentence.report == "2026_甘肃省"
    assert "1290万吨" in hits[0].sentence.text


def test_a_word_is_counted_in_the_named_reports_alone(two_provinces: Assistant) -> None:
    assert "2次" in two_provinces.ask("甘肃的报告提到几次“粮食”").text
    assert "1次" in two_provinces.ask("青海的报告提到几次“粮食”").text
