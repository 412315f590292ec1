"""A question about the whole of a period -> the sentences that hold its main indicators: growth, prices, jobs, incomes, trade."""

import re
from collections import defaultdict
from collections.abc import Sequence

from qa.answering.overviews.passages import counts
from qa.domain import Report, Sentence
from qa.retrieval.places import places_in
from qa.retrieval.question import Asked, agreement
from qa.retrieval.terms import Term

# What every report aims at and accounts for, each by all its names.
_INDICATORS = tuple(
    re.compile(names)
    for names in (
        r"生产总值(?!能耗)|GDP",
        r"规(?:模以)?上工业增加值",
        r"固定资产投资",
        r"社会消费品零售总额",
        r"进出口|外贸总额",
        r"一般公共预算收入",
        r"新增就业",
        r"调查失业率",
        r"居民消费价格",
        r"可支配收入|居民收入",
        r"粮食(?:总?产|.{0,9}总产量)",
        r"优良天数",
        r"能耗",
    )
)
# Words that name no subject but the whole: such a question asks how things stand, or what is aimed at, in all.
_OF_ALL = frozenset(
    re.findall(
        r"\S+",
        "经济 总体 整体 全局 社会 全国 国家 全省 发展 关键 经济运行 经济发展 经济形势 经济增长 经济社会发展 数据 数字 情况 家底"
        " 目标 主要目标 预期目标 主要预期目标 发展目标 指标 主要指标 经济指标 主要经济指标"
        " 总结 回顾 盘点 成绩 成绩单 成果 成效 进展 变化 改善 提升 推进 部署 安排 出手",
    )
)
# Said of the whole in so many words; beside them a word that the reports do not use (朋友圈) is no subject.
_IN_ALL = re.compile(r"经济(?![区带圈])|总体|整体|预期目标|主要目标|主要指标|成绩单|家底|总账|全貌|大数")
# How one asks for an overview, or does it: any other unknown word is a subject in words of one's own (打篮球的小伙子).
_ASKING = re.compile(
    r"[概归纳总列捋理讲说谈聊述点介绍]|简[要单]|要点|梳|盘|回顾|干[成了得点]|做[成了得点]|写|稿|一下|[几十].|拿得|过去|以[来内]|全面"
)
# An unknown word of which the report uses so much (环境治理) is a subject too.
_PARTLY = 0.5
# What an answer is wanted for says nothing of it: 领导讲话稿要用, 写稿用.
_WHAT_FOR = re.compile(
    r"(?:^|(?<=[，,。；;！!？?\s]))[^，,。；;！!？?\s]{1,10}(?:用|要念|念念|看看|听听|核稿)(?:[，,。！!？?\s]|$)"
)
# A paragraph that holds fewer indicators is not where they are told.
_LEAST = 2


def subject_of(asked: Asked, terms: Sequence[Term], report: Report) -> list[Term]:
    """What in particular a question asks about; empty where it asks of a period, or of its aims, as a whole."""
    said = _WHAT_FOR.sub("", asked.text)
    in_all = _IN_ALL.search(said) is not None
    return [term for term in terms if term.names[0] in said and _names_something(term, report, in_all=in_all)]


def _names_something(term: Term, report: Report, *, in_all: bool) -> bool:
    """Whether a term names a part of the whole: nothing that is told of all, nor the report's own region, nor how one asks."""
    name = term.names[0]
    if name in _OF_ALL:
        return False
    if term.known or any(place not in report.region for place in places_in(name)):
        return True
    return term.is_in(report.text.lower()) >= _PARTLY or not (in_all or places_in(name) or _ASKING.search(name))


def main_indicators(asked: Asked, report: Report) -> list[Sentence]:
    """The sentences of the asked period that hold the main indicators, those of the paragraph that holds most of them first.

    Each adds an indicator to those before it. Aims are set at one place: of them, only that paragraph's.
    """
    if asked.first is None and not asked.forward:
        return []
    fitting = (s for s in report.sentences if agreement(asked, s) > 0 and not s.heading)
    named = {s: found for s in fitting if (found := _named(s.text)) and counts(s.text)}
    places: dict[int, set[int]] = defaultdict(set)
    for sentence, found in named.items():
        places[sentence.paragraph] |= found
    best = max(places, key=lambda place: (len(places[place]), -place), default=-1)
    if best < 0 or len(places[best]) < _LEAST:
        return []
    taken: list[Sentence] = []
    seen: set[int] = set()
    for sentence in sorted(named, key=lambda s: (s.paragraph != best, s.index)):
        if named[sentence] - seen and (sentence.paragraph == best or not asked.forward):
            taken.append(sentence)
            seen |= named[sentence]
    return taken


def _named(text: str) -> set[int]:
    return {n for n, pattern in enumerate(_INDICATORS) if pattern.search(text)}
