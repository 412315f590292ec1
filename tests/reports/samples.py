"""Small synthetic reports that the tests read; nothing here is taken from a real report."""

import textwrap
from pathlib import Path

from qa.domain import Report
from qa.reports import read_report
from qa.reports.files import SourceFile

SEEDS = Path(__file__).parents[2] / "seeds"

CITY = textwrap.dedent("""\
    2024年临川市政府工作报告
    ——2024年1月9日在临川市第十七届人民代表大会第四次会议上
    市长　周明远

    各位代表：
    　　现在，我代表市人民政府，向大会报告工作，请予审议。
    　　一、2023年工作回顾
    　　过去一年，全市上下团结奋斗。地区生产总值增长6.1%；新增就业3.2万人。
    　　二、2024年重点工作
    　　（一）稳增长。推进项目建设120个。
    　　（二）惠民生。改造老旧小区45个。
    """)


BODY = "全市上下团结奋斗，推进各项工作，取得新的进展，群众生活持续改善，社会大局和谐稳定。"

COUNTY = f"""\
青溪县人民政府工作报告
二〇二四年一月十日在青溪县第十八届人民代表大会第三次会议上
县　长　　陆　远

目　　录
一、2023年工作回顾…………………………1
（一）经济运行……………………………2
二、2024年工作安排…………………………5

- 1 -

各位代表：
现在，我代表县人民政府向大会报告工作，请予审议。
一、2023年工作回顾
过去一年，全县生产总值增长6.2%。
（一）经济运行。{BODY}
（二）民生改善。{BODY}
- 2 -
一年来，我们加强自身建设。{BODY}
——清正廉洁。{BODY}
——务实高效。{BODY}
二、2024年工作安排
（一）产业升级
1.做强工业。{BODY}
（1）新建厂房。{BODY}
（2）引进企业。{BODY}
2.做优服务业。{BODY}
（二）乡村振兴
第 3 页 共 9 页
发展特色种植。{BODY}
改善人居环境。{BODY}
各位代表！新的一年，任务艰巨。让我们团结奋斗！
附件1
2024年县十件民生实事
一、新建幼儿园。{BODY}
二、改造老旧管网。{BODY}
附件2　名词解释
1.“双减”：指减轻义务教育阶段学生作业负担和校外培训负担。
2.零碳园区：{BODY}
责任编辑：某某
"""


def read(text: str, name: str = "2024_临川市.txt", folder: Path | None = None) -> Report:
    """Write `text` into a file called `name` and read it as the product does."""
    assert folder is not None
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_report(SourceFile(path, {}))


def headings(report: Report) -> list[str]:
    """The outline as indented lines: two spaces for each level below the first."""
    return ["  " * (section.level - 1) + section.title for section in report.sections]
