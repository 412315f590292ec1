"""A question as typed -> as it is read: width, characters and spelling set right, its asker's introduction left out."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from qa.index.lexical import cut, is_word
from qa.retrieval.places import places_in
from qa.retrieval.terms import furniture

if TYPE_CHECKING:
    from opencc import OpenCC

# Who asks, and what for, is not what is asked: 我在林草局上班，公司写材料, 写论文要引用.
_INTRODUCTION = re.compile(
    r"^(?:我|俺|咱|本人)(?:们|家|爸|妈|老公|儿子|孩子|朋友)?(?:是|在|搞|做|干|跑|开|要|想|从).{1,14}$|^(?:搞|做|干|跑|开)(?!.*(?:了|吗|没|不)$).{1,10}的$"
    r"|(?:写|引|用|做|核|备)(?:稿|论文|材料|总结|脚注|引用|尽调|简报|课题|个数|研究).{0,4}$|^.{1,6}(?:关心|参考|想接活|写材料|写论文)$"
    r"|^(?:想|请|帮|问|求|麻烦|打听).{0,6}(?:问|查|看|下|核)(?:一?下)?$|^听说$"
)
_ASKS = re.compile(r"多少|几|啥|什么|哪|吗|咋|怎|谁|没有|不$|多大|多高|比例|占比|率|数|[？?]")
# 经济增长 is a name that people part: 经济去年到底涨了多少; 海洋经济 is a thing of its own.
_PARTED = re.compile(
    r"(?<!海洋|数字|民营|私营|低空|县域|平台|实体|冰雪|银发|夜间|绿色|循环|林下)经济((?:去年|今年|这五年|五年来?|平均|每年|年均|到底|大概|整体|实际)+)(?=增长|增速|增幅|涨)"
)
_PIECE = re.compile(r"[^，,。；;！!？?：]+[，,。；;！!？?：]*")
# Words of two to four characters, none of which only counts, points, asks or joins: 煤和电 is no 核电.
_CHINESE = re.compile(r"(?:(?![一二三两几哪有是都的了下些种这那啥和跟给把被让里也就还])[一-鿿]){2,4}")


def plain(question: str, by_sound: Callable[[str], str | None] = lambda word: None) -> str:
    """The question in half width, simplified characters and right spelling, without its introduction.

    `by_sound(word)` names a word that sounds like one that is no word.

    >>> plain("去年遼寧糧食產量２０２２年，我在報社上班")
    '去年辽宁粮食产量2022年，'
    """
    text = _simplified().convert(unicodedata.normalize("NFKC", question).strip())
    for wrong, right in _misspellings():
        text = text.replace(wrong, right)
    return _respelled(_PARTED.sub(r"\1经济", _without_introduction(text)), by_sound)


def _without_introduction(text: str) -> str:
    pieces = _PIECE.findall(text)
    kept = [piece for piece in pieces if not _INTRODUCTION.search(piece.strip("，,。；;！!？?： "))]
    return "".join(kept) if kept and any(map(_ASKS.search, kept)) else text


def _respelled(text: str, by_sound: Callable[[str], str | None]) -> str:
    """Replace words, and words taken together, by one that sounds the same where they are none themselves."""
    words = cut(text)
    for length in (2, 1):
        for start in range(len(words) - length + 1):
            wrong = "".join(words[start : start + length])
            known = wrong in furniture() or places_in(wrong) or is_word(wrong)
            if _CHINESE.fullmatch(wrong) and not known and (right := by_sound(wrong)):
                text = text.replace(wrong, right)
    return text


@cache
def _simplified() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("t2s")


@cache
def _misspellings() -> tuple[tuple[str, str], ...]:
    lines = files(__package__).joinpath("misspellings.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((wrong, right) for wrong, right in pairs)
