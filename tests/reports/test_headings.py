"""What is a heading: the forms in use, what only looks like one, what a long or figured one gives."""

from pathlib import Path

import pytest

from .samples import BODY, headings, read

FORMS_IN_USE = [
    ("第一部分　工作回顾", "第二部分　工作安排"),
    ("第一章 工作回顾", "第二章 工作安排"),
    ("第一节 工作回顾", "第二节 工作安排"),
    ("一、工作回顾", "二、工作安排"),
    ("一．工作回顾", "二．工作安排"),
    ("一 、工作回顾", "二 、工作安排"),
    ("（一）工作回顾", "（二）工作安排"),
    ("(一)工作回顾", "(二)工作安排"),
    ("（ 一 ）工作回顾", "（ 二 ）工作安排"),
    ("㈠工作回顾", "㈡工作安排"),
    ("一）工作回顾", "二）工作安排"),
    ("Ⅰ、工作回顾", "Ⅱ、工作安排"),
    ("1.工作回顾", "2.工作安排"),
    ("１．工作回顾", "２．工作安排"),
    ("1、工作回顾", "2、工作安排"),
    ("1.1 工作回顾", "1.2 工作安排"),
    ("（1）工作回顾", "（2）工作安排"),
    ("(1)工作回顾", "(2)工作安排"),
    ("⑴工作回顾", "⑵工作安排"),
    ("1）工作回顾", "2）工作安排"),
    ("①工作回顾", "②工作安排"),
    ("第一，工作回顾", "第二，工作安排"),
    ("第一、工作回顾", "第二、工作安排"),
    ("第1，工作回顾", "第2，工作安排"),
    ("其一，工作回顾", "其二，工作安排"),
    ("一是回顾工作", "二是安排工作"),
    ("一要稳住增长", "二要改善民生"),
    ("任务一：稳住增长", "任务二：改善民生"),
    ("专栏1 重大工程", "专栏2 重大项目"),
    ("[1]稳住增长", "[2]改善民生"),
    ("1.2023年工作回顾", "2.2024年工作安排"),
    ("1、2023年工作回顾", "2、2024年工作安排"),
    ("【稳住增长】", "【改善民生】"),
    ("——稳住增长", "——改善民生"),
    ("—稳住增长", "—改善民生"),
    ("●稳住增长", "●改善民生"),
    ("◆稳住增长", "◆改善民生"),
    ("▶稳住增长", "▶改善民生"),
    ("· 稳住增长", "· 改善民生"),
    ("工作回顾", "工作安排"),
]


@pytest.mark.parametrize(("first", "second"), FORMS_IN_USE, ids=[first for first, _ in FORMS_IN_USE])
@pytest.mark.parametrize("inline", [False, True], ids=["own line", "inline"])
def test_each_form_of_heading(tmp_path: Path, first: str, second: str, inline: bool) -> None:
    mark = "。" if inline else "\n"
    text = f"各位代表：\n　　{first}{mark}{BODY}\n　　{second}{mark}{BODY}\n"
    if inline and first == "工作回顾":
        text = f"各位代表：\n一、2023年工作\n　　抓好工作回顾。{BODY}\n　　抓好工作安排。{BODY}\n"
        assert headings(read(text, folder=tmp_path)) == ["一、2023年工作", "  抓好工作回顾", "  抓好工作安排"]
    else:
        assert headings(read(text, folder=tmp_path)) == [first, second]


@pytest.mark.parametrize(
    "line",
    [
        "一、二、三产业融合发展。" + BODY,
        "一是否继续，要看成效。" + BODY,
        "2024年是关键之年。" + BODY,
        "1、2号楼完成改造。" + BODY,
        "一是抓项目；二是强产业；三是惠民生。" + BODY,
        "第一，稳字当头。第二，进字发力。" + BODY,
        "5.5%左右的增速来之不易。" + BODY,
        "——2024年1月9日在某次会议上",
        "各位代表！" + BODY,
    ],
)
def test_what_only_looks_like_a_heading(tmp_path: Path, line: str) -> None:
    assert headings(read(f"各位代表：\n{BODY}\n{line}\n{BODY}\n", folder=tmp_path)) == []


def test_neighbouring_paragraphs_that_begin_alike_have_leads_of_two_phrases(tmp_path: Path) -> None:
    leads = ["五年来，经济实力实现新跨越", "五年来，城乡面貌发生新变化", "五年来，人民生活得到新改善"]
    text = "各位代表：\n一、过去五年工作\n" + "".join(f"{lead}。{BODY}\n" for lead in leads) + f"此外，{BODY}\n"
    report = read(text, folder=tmp_path)
    assert headings(report) == ["一、过去五年工作", *(f"  {lead}" for lead in leads)]
    assert [s.text for s in report.sentences if s.heading][1:] == [f"{lead}。" for lead in leads]
    two = f"各位代表：\n一、过去五年工作\n{leads[0]}。{BODY}\n{leads[1]}。{BODY}\n"
    assert headings(read(two, folder=tmp_path)) == ["一、过去五年工作"]


def test_a_list_may_have_leads_of_two_phrases(tmp_path: Path) -> None:
    text = f"各位代表：\n一、2024年工作\n——抓好产业，提升核心竞争力。{BODY}\n——投资120亿元，建成5个项目。{BODY}\n"
    assert headings(read(text, folder=tmp_path)) == ["一、2024年工作", "  ——抓好产业，提升核心竞争力"]


def test_a_long_numbered_sentence_gives_its_first_clause(tmp_path: Path) -> None:
    long = "一是坚持稳中求进，" + "统筹推进各项改革发展稳定工作，" * 5 + "取得成效。"
    report = read(f"各位代表：\n一、2023年工作\n{long}{BODY}\n二是改善民生。{BODY}\n", folder=tmp_path)
    assert headings(report) == ["一、2023年工作", "  一是坚持稳中求进", "  二是改善民生"]
    assert [s.text for s in report.sentences if s.heading] == ["一、2023年工作", "二是改善民生。"]


def test_an_item_that_states_a_figure_is_no_mere_heading(tmp_path: Path) -> None:
    report = read(
        "各位代表：\n一、2024年工作\n1.新建小学5所；\n2.改造道路12公里。\n二、自身建设\n依法行政。\n", folder=tmp_path
    )
    assert [s.text for s in report.sentences if s.heading] == ["一、2024年工作", "二、自身建设"]
    assert headings(report) == ["一、2024年工作", "  1.新建小学5所", "  2.改造道路12公里", "二、自身建设"]
