"""Ranks and runs are read with the order they belong to."""

import pytest

from qa.answering.correcting.ranks import find_ranks


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("总产量853.2亿斤，全国第4的地位进一步巩固", [("rank", "全国", 4)]),
        ("位列金牌榜第2位", [("rank", "牌榜", 2)]),
        ("连续36年居全国首位", [("run", "年", 36), ("rank", "全国", 1)]),
        ("勇夺全运会“五连冠”", [("crowns", "冠", 5)]),
        ("由全国第11位跃升至第5位", [("rank", "全国", 5)]),  # what was left is no rank any more
        ("第三产业增长5%，第二批、第四次普查和第九届冬运会", []),
    ],
)
def test_ranks_are_read(text: str, read: list[tuple[str, str, int]]) -> None:
    assert [(rank.family, rank.scope, rank.number) for rank in find_ranks(text)] == read


def test_a_rank_is_contradicted_only_in_its_own_order() -> None:
    (claimed,) = find_ranks("排全国第三")
    stated = find_ranks("单产居粮食主产省第1位，总产居全国第4位")
    assert [rank.contradicts(claimed) for rank in stated] == [False, True]
    assert not find_ranks("全国第三")[0].contradicts(claimed)
