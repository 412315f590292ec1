"""Lists of a made report: told in one sentence, under one heading, as the parts of a section; and one part by its number."""

from pathlib import Path

import pytest

from qa.assistant import Assistant
from tests.conftest import make_settings

REPORT = """各位代表：
现在，我代表省人民政府，向大会报告工作，请予审议。
一、2022年工作回顾
聚力打造装备制造、石油化工、冶金新材料3个万亿级产业基地。港口货物吞吐量增长5%。
实施医疗提升、教育提升、养老提升、托幼提升等“四大工程”。“四大工程”得到群众好评。
二、2023年重点工作
（一）培育新型专门经济形态。发展总部经济，支持企业提升能级。发展低空经济，开放应用场景。发展银发经济，提供适老产品。
（二）建设现代化高速公路。新建高速公路150公里。今后五年高质量建成三个万亿级产业基地。
采取央地合作等多种模式，加快基础设施建设速度，着力补短板、强弱项，优化重大项目布局，开工建设甲市新机场、乙市二跑道、引水入丙工程，推动丁河、戊河等航道升级，沿江高速、环湖高速等四条高速全面开工，己市地铁四号线、五号线建成运营。
三、加强政府自身建设
一是永葆绝对忠诚。坚持党的领导。
二是践行为民宗旨。解决急难愁盼问题。
三是建设法治政府。严格规范公正文明执法。
四是恪守廉洁本色。驰而不息纠治四风。
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("listing")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "2023_某省.txt").write_text(REPORT, encoding="utf-8")
    return Assistant.open(make_settings(folder / "data", seeds_dir=folder / "seeds"))


@pytest.mark.parametrize(
    ("question", "says", "does_not_say"),
    [
        ("万亿级产业基地是哪三个", ("装备制造", "石油化工", "冶金新材料"), ("吞吐量",)),
        ("三个万亿级产业基地指的是啥", ("装备制造", "石油化工", "冶金新材料"), ("吞吐量",)),
        ("那三个万亿级产业基地都叫什么", ("装备制造", "石油化工", "冶金新材料"), ("吞吐量",)),
        ("今年全面开工的高速都有哪几条", ("沿江高速", "环湖高速"), ("经济", "新机场", "地铁")),
        ("今年坐地铁能多坐哪几条线", ("四号线、五号线",), ("新机场", "戊河", "总部经济")),
        ("“四大工程”具体是哪四个", ("医疗提升", "教育提升", "养老提升", "托幼提升"), ("好评",)),
        ("今年要培育哪几种新型专门经济形态", ("总部经济", "低空经济", "银发经济"), ("高速公路",)),
        ("政府自身建设讲了哪四条要求", ("绝对忠诚", "为民宗旨", "法治政府", "廉洁本色"), ("高速公路",)),
        ("政府自身建设的第三条是什么", ("法治政府", "公正文明执法"), ("绝对忠诚", "廉洁本色")),
    ],
)
def test_a_list_holds_its_items_and_no_others(
    made: Assistant, question: str, says: tuple[str, ...], does_not_say: tuple[str, ...]
) -> None:
    answer = made.ask(question)
    assert answer.status == "answered"
    for told in says:
        assert told in answer.text
    for other in does_not_say:
        assert other not in answer.text
