"""Text -> the ranks and runs it names: 全国第四, 首位, 五连冠, 连续36年."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa.answering.figures.numerals import arabic, chinese

_N = r"(?P<n>\d{1,3}|[一二三四五六七八九十两百]{1,4})"
# 第三产业, 第二批 and the like number things; only a place in an order is a rank.
_RANK = re.compile(
    rf"(?P<scope>[一-鿿]{{0,4}}?)(?:第{_N}(?!产业|书记|[次批轮期代方季届条线号医章编师类部]|季度|梯队|时间)|(?P<first>首位|榜首))"
)
_CROWNS = re.compile(rf"{_N}连(?P<what>[冠霸])")
_RUN = re.compile(rf"连(?:续|着)?了?{_N}(?P<what>年|个?季度|个?月)")
_FAMILIES = (("rank", _RANK), ("crowns", _CROWNS), ("run", _RUN))
# Words before a rank that say how it is held, not among whom: 排全国第三, 位列金牌榜第2位.
_HELD = re.compile(r"[居排列位占是为的到至成在升由从]")
_LEFT = re.compile(r"[由从][^，。；]{0,4}$")


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order or the length of a run; `scope` is among whom (全国), `[start, end)` where it stands."""

    family: str
    scope: str
    number: int
    start: int
    end: int
    text: str

    def contradicts(self, other: "Rank") -> bool:
        """Whether two ranks are of one order and differ."""
        return self.family == other.family and self.scope == other.scope != "" and self.number != other.number


def find_ranks(text: str) -> list[Rank]:
    """The ranks of a text, in order.

    >>> [(rank.scope, rank.number) for rank in find_ranks("总产量居全国第4位")]
    [('全国', 4)]
    """
    return sorted(_ranks(text), key=lambda rank: rank.start)


def _ranks(text: str) -> Iterator[Rank]:
    for family, pattern in _FAMILIES:
        left = ""  # 由全国第11位跃升至第5位: what was left says among whom
        for match in pattern.finditer(text):
            groups = match.groupdict()
            number = 1 if groups.get("first") else _number(groups["n"])
            if number is None:
                continue
            if family == "rank" and _LEFT.search(text, 0, match.start("scope") + len(groups["scope"])):
                left = _scope(groups["scope"])
                continue
            own = _scope(groups.get("scope") or "")
            start = match.end("scope") - len(own) if family == "rank" else match.start()
            scope = groups.get("what") or own or left
            yield Rank(family, scope, number, start, match.end(), text[start : match.end()])


def _scope(before: str) -> str:
    """The last two characters that say among whom; "" where none does."""
    return _HELD.split(before)[-1][-2:]


def _number(text: str) -> int | None:
    value = arabic(text) if text.isdigit() else chinese(text.replace("两", "二"))
    return None if value is None else int(value)
