"""Words are counted where the question says, and none is said to be absent because a question was cut in the wrong place."""

import pytest

from qa.answering.mentions import look_up
from qa.answering.verification import verdict
from qa.domain import Report
from qa.reports import parse
from qa.retrieval.mentioned import Mentioned, read_mentioned

REPORT = parse(
    Report(
        "2023_某省",
        "某省政府工作报告",
        "某省",
        2023,
        "",
        "",
        "各位代表：\n一、2022年工作回顾\n统筹疫情防控和发展，有力推动振兴。新增专精特新“小巨人”企业7家。大连港吞吐量增长。\n"
        "二、2023年重点工作\n（一）推动振兴\n全面振兴、全方位振兴取得新突破。支持民营企业。\n（二）办好民生\n发展养老，促进就业。\n",
    )
)


def answer(question: str) -> tuple[list[str], str]:
    mentioned = read_mentioned(question)
    assert mentioned is not None
    found = look_up(mentioned, [REPORT])
    assert all(verdict(statement) == "computed" for statement in found.statements)
    return [statement.text for statement in found.statements], found.missing


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("疫情这个词在报告中出现了几次", ["报告提到“疫情”1次。"]),
        ("报告里几次提到振兴", ["报告提到“振兴”4次。"]),
        ("大连和养老各提到几次", ["报告提到“大连”1次。", "报告提到“养老”1次。"]),
        ("“振兴”在第二部分出现几次", ["报告“二、2023年重点工作”部分提到“振兴”3次。"]),
        ("重点工作部分提到几次振兴", ["报告“二、2023年重点工作”部分提到“振兴”3次。"]),
        ("两大任务里提到几次“振兴”", ["报告“二、2023年重点工作”部分提到“振兴”3次。"]),
        ("第九部分提到几次振兴", ["报告全文提到“振兴”4次。"]),
        ("提没提专精特新小巨人", ["报告提到“专精特新小巨人”1次。"]),
        ("养老和元宇宙提到了吗", ["报告提到“养老”1次；没有提到“元宇宙”。"]),
    ],
)
def test_counts(question: str, texts: list[str]) -> None:
    assert answer(question)[0] == texts


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("报告里有没有元宇宙", "“元宇宙”（全文检索 0 处）"),
        ("第二部分提到大连几次", "“大连”（二、2023年重点工作中检索 0 处）"),
        ("报告有没有提到支持民营企业发展", "“支持民营企业发展”（全文检索 0 处；“支持民营企业”1 处）"),
        ("报告有没有提到数字人民币", "“数字人民币”（全文检索 0 处）"),
    ],
)
def test_absences(question: str, missing: str) -> None:
    assert answer(question) == ([], missing)


def test_a_word_cut_in_the_wrong_place_is_read_as_the_report_has_it() -> None:
    [statement] = look_up(Mentioned(("大连在",), counted=True), [REPORT]).statements
    assert statement.text == "报告提到“大连”1次。"
    assert look_up(Mentioned(("大连在",), counted=True, exact=True), [REPORT]).statements == ()
