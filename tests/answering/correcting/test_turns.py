"""Which way a text says that things went, and what it denies."""

import pytest

from qa.answering.correcting.turns import Way, find_denial, find_turn


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("工业企业利润由降转升", Way.UP),
        ("利润由涨转跌", Way.DOWN),
        ("市场份额稳中有升", Way.UP),
        ("出口占国际市场份额保持稳定", Way.LEVEL),
        ("份额掉了不少", Way.DOWN),
        ("违法犯罪的越来越多", Way.UP),
        ("总量连续37年居全国首位", Way.LEVEL),
        ("粮食产量首次跃上新台阶", Way.UP),
        ("经济增速放缓", None),
        ("工业增加值达到8000亿元", None),
        ("报告说了什么", None),
    ],
)
def test_the_way_things_went(text: str, way: Way | None) -> None:
    turn = find_turn(text)
    assert (turn and turn.way) == way


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("全年未发生特大安全生产事故", "发生"),
        ("主要指标未能达到预期", "达到"),
        ("防灾救灾实现“零死亡”", "死亡"),
        ("还没恢复吧", "恢复"),
        ("未来五年", ""),
        ("没多少", ""),
        ("任务全面完成", ""),
    ],
)
def test_what_is_denied(text: str, denied: str) -> None:
    assert find_denial(text) == denied
