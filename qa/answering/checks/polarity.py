"""A claim and what it cites -> whether a negation or a word of order was added, dropped or turned round."""

import re
from collections.abc import Iterator
from functools import lru_cache

# Words with 不, 未, 无 and 非 that deny nothing.
_NO_NEGATION = (
    "不断|不仅|不但|不光|不只|不忘|不懈|不移|不动摇|不少|不同|不负|不良|不动产|不等|不久|不论|不管|不愧|不约而同|不可分|决不|坚决不|不低于|不高于|不超过|不少于|"
    "不多于|不小于|不大于|不下于|不足|不到|不满|未来|未满|无锡|无人|无障碍|无偿|无数|无论|无线|无缝|无疑|非常|非遗|非物质|非公|非洲|非法|非化石|非税|非凡|"
    "没收|无忧|无废|无证明|无纸|不变价|不含"
)
_NEGATION = re.compile(rf"(?!{_NO_NEGATION})(?:没有?|未|不|无|非|并非|尚未|难以|停止|取消|拒绝|杜绝|暂停|放弃)")
_SKIPPED = re.compile(r"(?:有|能够?|得|曾|予|再|会|是|很|太|够|完全|如期|按期|全部)*")
_ENGLISH_NEGATION = re.compile(r"\b(?:not|never|no longer|without|failed to|no)\b|n't\b", re.IGNORECASE)
# How far behind a negation the word may stand that it denies.
_REACH = 8

# Ranks and bounds: a claim has them from its quote word for word.
_ORDER = re.compile(
    r"第[一二三四五六七八九十\d]+[高大多低小位名]?|最[高低多少大小快慢好差强弱早晚新优]|首[个家次批位例条座届台套](?!都|要)|唯一|倒数|居首|领先|垫底|榜首|前列|末位"
    r"|率先|再次|再度|连续|历史新高|历史新低|翻[一两三]?番|(?:下|走|滑|跌)(?:挫|低|落|跌)|萎缩|缩水|锐减|恶化|滑坡|放缓|亏损|失败|停滞"
)
# Opposites: a claim that has one where its quote has the other has turned it round.
_OPPOSITES = (
    *tuple(
        (a, b)
        for pair in [
            "高于/低于",
            "多于/少于",
            "快于/慢于",
            "优于/劣于",
            "增长/下降",
            "增长/减少",
            "提高/降低",
            "提升/下降",
            "提升/降低",
            "增加/减少",
            "上升/下降",
            "上涨/下跌",
            "扩大/缩小",
            "加快/放缓",
            "改善/恶化",
            "顺差/逆差",
            "支持/反对",
            "支持/限制",
            "允许/禁止",
            "鼓励/禁止",
            "鼓励/限制",
            "进口/出口",
            "流入/流出",
            "开工/竣工",
            "开工/完工",
            "开工/停工",
            "收入/支出",
            "新建/拆除",
            "新增/减少",
            "超过/不足",
            "以上/以下",
            "高/低",
            "多/少",
            "快/慢",
            "强化/弱化",
            "加强/削弱",
            "加强/减弱",
            "扩大/压缩",
            "扩大/缩减",
            "开放/封闭",
            "启动/停止",
            "打破/维护",
            "放宽/收紧",
            "最高/最低",
            "线上/线下",
            "国有/民营",
            "中央/地方",
            "省级/国家级",
            "省级/市级",
            "一期/二期",
            "上游/下游",
            "东部/西部",
            "增产/减产",
            "盈利/亏损",
            "完成/推进",
            "建成/开工",
            "投产/开工",
        ]
        for a, b in (pair.split("/"), pair.split("/")[::-1])
        if len(a) > 1
    ),
    ("全国", "全省"),
)


def holds(claim: str, quoted: str) -> bool:
    """Whether a claim denies, ranks and compares as the text of its quotes does."""
    if not any("一" <= char <= "鿿" for char in claim):
        return bool(_ENGLISH_NEGATION.search(claim)) <= bool(next(_denied(quoted), None)) and not _hides_denial(
            claim, quoted
        )
    return (
        _negations_hold(claim, quoted) and all(word in quoted for word in _order(claim)) and not _turned(claim, quoted)
    )


def _hides_denial(claim: str, quoted: str) -> bool:
    """English that denies nothing, of a text that denies something: which words meet is not known."""
    return any(_denied(quoted)) and not _ENGLISH_NEGATION.search(claim)


def denies_no_more(claim: str, quoted: str) -> bool:
    """Whether all that a claim denies is denied in its quotes."""
    theirs, own = list(_denied(quoted)), list(_denied(claim))
    return len(own) <= len(theirs) and all(
        any(all(char in window for char in word) for _, window in theirs) for word, _ in own
    )


def _negations_hold(claim: str, quoted: str) -> bool:
    """What a claim denies its quotes deny; what they deny it does not state."""
    if not denies_no_more(claim, quoted):
        return False
    theirs = list(_denied(quoted))
    if any(joined in claim and joined not in quoted for joined in _joined(quoted)):
        return False
    stated = _without_denials(claim)
    return not any(len(word) == 2 and word in stated and word not in _without_denials(quoted) for word, _ in theirs)


@lru_cache(maxsize=4096)
def _denials(text: str) -> tuple[tuple[str, str], ...]:
    found = []
    for match in _NEGATION.finditer(text):
        skipped = _SKIPPED.match(text, match.end())
        at = skipped.end() if skipped else match.end()
        word = re.match(r"[一-鿿]{0,2}", text[at : at + 2])
        window = re.match(rf"[^，。；、]{{0,{_REACH}}}", text[match.end() :])
        found.append((word[0] if word else "", window[0] if window else ""))
    return tuple(found)


@lru_cache(maxsize=4096)
def _joined(text: str) -> tuple[str, ...]:
    """For each negation, the words on both sides of it as they would stand without it: 水平不高 -> 水平高."""
    sides = ((text[max(0, m.start() - 2) : m.start()], text[m.end() : m.end() + 1]) for m in _NEGATION.finditer(text))
    return tuple(before + after for before, after in sides if len(before) == 2 and after.isalpha())


def _denied(text: str) -> Iterator[tuple[str, str]]:
    """For each negation, the two characters that it denies and a window behind it."""
    return iter(_denials(text))


def _without_denials(text: str) -> str:
    """The text without each negation and the words right behind it."""
    spans = [(match.start(), match.end() + _REACH) for match in _NEGATION.finditer(text)]
    for start, end in reversed(spans):
        clause_end = re.search(r"[，。；、]", text[start:end])
        text = text[:start] + " " + text[start + clause_end.start() if clause_end else end :]
    return text


@lru_cache(maxsize=4096)
def _order(claim: str) -> tuple[str, ...]:
    return tuple(match[0] for match in _ORDER.finditer(claim))


def _turned(claim: str, quoted: str) -> bool:
    """Whether a claim has a word of which its quotes have the opposite, here or beside the same words."""
    claim, quoted = claim.replace("负增长", "下降"), quoted.replace("负增长", "下降")
    for word, opposite in _OPPOSITES:
        if word not in claim or opposite not in quoted:
            continue
        if word not in quoted:
            return True
        for match in re.finditer(re.escape(word), claim):
            before, after = claim[max(0, match.start() - 2) : match.start()], claim[match.end() : match.end() + 2]
            sides = ((before, ""), ("", after))
            if any(len(a + b) == 2 and a + opposite + b in quoted and a + word + b not in quoted for a, b in sides):
                return True
    return False
