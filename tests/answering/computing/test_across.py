"""The same figure of several regions: each of its own report, compared where that is asked."""

from dataclasses import replace

import pytest

from qa.answering.verification import verdict
from qa.assistant import Assistant
from qa.domain import Statement
from tests.conftest import make_settings

SAID = {
    "2026_甘肃省": "去年，地区生产总值增长6.1%，粮食产量1290万吨，城镇新增就业32.5万人。",
    "2026_青海省": "去年，地区生产总值增长4.3%，粮食产量120万吨，城镇新增就业6.4万人。",
    "2026_宁夏": "去年，地区生产总值增长5%—5.5%，粮食产量380万吨。",
}


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("regions")
    for name, text in SAID.items():
        year, region = name.split("_")
        body = f"{year}年{region}政府工作报告\n\n　　一、{int(year) - 1}年工作回顾\n\n　　{text}\n"
        (folder / f"{name}.txt").write_text(body, encoding="utf-8")
    return Assistant.open(make_settings(seeds_dir=folder, data_dir=folder / "data"))


def test_a_difference_is_reckoned_between_the_regions_own_figures(three: Assistant) -> None:
    answer = three.ask("青海和甘肃去年的GDP增速哪个高")
    assert answer.text.startswith(
        "• 甘肃省2025年地区生产总值增速比青海省2025年地区生产总值增速高1.8个百分点（6.1 − 4.3 = 1.8）"
    )
    assert [claim.verdict for claim in answer.claims] == ["computed", "quoted", "quoted"]
    assert {citation.report for citation in answer.citations} == {"2026_甘肃省", "2026_青海省"}


def test_regions_changed_about_are_no_true_comparison(three: Assistant) -> None:
    answer = three.ask("青海和甘肃去年的GDP增速哪个高")
    computed = answer.claims[0]
    quotes = tuple(citation for citation in answer.citations if citation.marker in computed.markers)
    true = Statement(computed.text, quotes, computed.computation)
    false = computed.text.replace("甘肃", "某").replace("青海", "甘肃").replace("某", "青海")
    assert verdict(true) == "computed"
    assert verdict(replace(true, text=false)) == "unverified"
    assert verdict(replace(true, text=computed.text.replace("高1.8", "低1.8"))) == "unverified"


def test_sums_too(three: Assistant) -> None:
    assert "38.9万人" in three.ask("青海和甘肃去年城镇新增就业一共多少").text


def test_each_is_named_where_nothing_is_to_be_reckoned(three: Assistant) -> None:
    text = three.ask("青海和甘肃去年的粮食产量分别是多少").text
    assert "青海省2025年：粮食产量120万吨" in text
    assert "甘肃省2025年：粮食产量1290万吨" in text
    assert "−" not in text


def test_with_a_range_nothing_is_reckoned(three: Assistant) -> None:
    text = three.ask("宁夏和甘肃去年的GDP增速差多少").text
    assert "5%—5.5%" in text
    assert "6.1%" in text
    assert "−" not in text


def test_a_region_without_the_figure_is_named(three: Assistant) -> None:
    answer = three.ask("宁夏和甘肃去年城镇新增就业哪个多")
    assert answer.status == "abstained"
    assert "宁夏" in answer.text


def test_where_no_region_is_named_each_is_told_apart(three: Assistant) -> None:
    text = three.ask("去年GDP增长多少").text
    assert "甘肃省：地区生产总值增长6.1%" in text
    assert "青海省：地区生产总值增长4.3%" in text
