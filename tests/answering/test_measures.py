"""Whether a figure has the unit that is asked for."""

import pytest

from qa.answering.figures import find_figures
from qa.answering.measures import unit_fit


@pytest.mark.parametrize(
    ("question", "clause", "fit"),
    [
        ("新能源汽车产了几万辆", "新能源汽车产量增长39.1%", -1.0),
        ("新能源汽车产量涨了多少", "新能源汽车产量增长39.1%", 1.0),
        ("PM2.5多少微克", "平均浓度降为31微克/立方米", 1.0),
        ("新增了几家上市公司", "新增上市公司7家", 1.0),
        ("建了几个中试基地", "建设中试基地22家", 0.5),
        ("GDP总量多少万亿", "地区生产总值增长2.1%", -1.0),
        ("造了几架飞机", "国产大飞机产量增长20%", -1.0),
        ("拿了几枚奖牌", "举办赛事9.5万场", -1.0),
        ("一共建了多少", "历时5年", -0.5),
        ("退休的人每个月能拿多少养老金", "退休人员基本养老金增长4%", -1.0),
        ("穷人家一个月领多少", "农村低保标准提高到563元", 1.0),
        ("常住人口有多少", "常住人口城镇化率达到67.5%", -0.5),
        ("总投资多大", "总投资211亿元", 1.0),
        ("粮食产量", "粮食总产量496.9亿斤", 0.0),
        ("外商砸的钱比上一年多了多少", "实际使用外资增长89.5%", 0.5),
        ("外商砸的钱比上一年多了多少", "拨付资金16.1亿元", -0.5),
    ],
)
def test_unit_fit(question: str, clause: str, fit: float) -> None:
    assert unit_fit(question, find_figures(clause)[-1]) == fit
