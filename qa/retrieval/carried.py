"""A question, and what the next one names in its place -> the question asked of that: another period, place, side, subject, or aim."""

import re

from qa.index.lexical import tagged
from qa.retrieval.operations import Operation, read_operation
from qa.retrieval.periods import period_words, without_period
from qa.retrieval.places import places_in
from qa.retrieval.terms import Term, question_terms

# What is told of a subject, whichever it is; such words name none of their own: 总量呢, 今年的预期目标呢.
_AIM = "(?:主要|预期|预定|年度|全年)*(?:目标|任务|指标|计划|预期)"
_RESULT = r"(?:实际(?!到位|使用|利用|投资)|完成情况|结果)"
_MEASURE = "(?:具体|总体)?(?:情况|数字|数量|总量|总数|总额|规模|增速|增幅|增量|占比|比重|比例|金额|排名|名次|位次|水平|均价|单产)"
_TOLD_OF_IT = re.compile(
    rf"(?:增长|提高|下降)?(?:{_AIM}|{_RESULT}|完成|{_MEASURE})+|(?:要|将|应)?(?:达到?|完成|实现|安排|突破)|全[国省市球]|世界|[上去今明]一?年|[两二三四五六]{{1,2}}[年个者项样]|起来|一[块起]儿?|[多少高低快慢]了?"
)
# Things told apart in one breath: a follow-up that names one asks the same of it as was asked of the other.
_SIDES = (
    (("城镇", "城市", "城里", "市民"), ("农村", "乡下", "乡村", "农民", "村里")),
    (("出口",), ("进口",)),
    (("优势产业",), ("战略性新兴产业", "战新产业")),
)
RESIDENTS = frozenset(word for names in _SIDES[0] for word in names)
SIDES = frozenset(word for pair in _SIDES for names in pair for word in names)
# How a question asks; without that its subject is left, with what is said of it.
_UNIT = r"(?:(?:[万亿]*(?:个?百分点|个点|公里|平方米|立方米|人次|[个家项座条人名件所处套户块倍次亩吨斤元张场辆艘届批米])|[万亿]+)(?!性))?"
_ASKING = re.compile(
    rf"占[^，,]{{0,6}}(?:多少|几成|百分之几)|(?:排名?在?)?(?:全[国省]|世界|全球)?第几[名位高多大]?|(?:(?:大概|大约|分别|一共|总共)?(?:是|有|为)?(?:(?<!第)几|多少|多大|多高|多长|多远){_UNIT}(?:钱|的)?|(?:是|有|叫|讲)?(?:什么|啥)(?:水平|时候)?|(?:是|有)?(?:哪些|谁|怎么样|咋样|如何)|[吗呢])"
)
# … and what it wants computed, behind that: 比城镇快多少, 相差多少, 一共多少.
_COMPUTED = re.compile(
    r"[，,]?(?:比(?![例重值较]).+|[和跟与].{1,12}(?:相比|比)|(?:相差|差|一共|总共|加起来|合计|平均).*)$"
)
_WORDS_AT_THE_END = re.compile(r"(?:[的是有为要了到将拟，,、]|达到?|打算|安排)+$")
_DOES_AT_THE_END = re.compile(
    rf"(?:新增|增长|提高|增加|下降|降低|上升|实现|{_AIM}|[的是有为要了到将拟涨增降建办搞]|达到?|打算|安排|完成)+$"
)
_MEASURED_AT_THE_END = re.compile(rf"(?<=[一-鿿]{{2}})(?:总?产量|总产|{_MEASURE})$")
_DONE_WORDS = re.compile(rf"(?<=[一-鿿])完成了?(?=多少|几)|了(?=多少|几)|{_RESULT}|已经?")
_AIM_WORDS = re.compile(rf"(?:的?{_AIM}|打算|准备|计划|要(?:达到?|到)?(?=多少|几)|要(?=建|办|增|完成))+(?!生育)")
_PAST = re.compile(r"去年|上一?年|前年|过去|这五年|五年来|近五年")
_AHEAD = re.compile("今年|明年|今后|未来|接下来")
_AT_LEAST = 2
# What stands between 多少 and a subject, so short, belongs to that: 多少[老]旧小区.
_CUT_OFF = 2
_VERB_ALONE = re.compile("^(?P<word>[一-鿿]{2})[了过]?(?=多少|几)")
_OF_VERBS = ("v", "vn", "ns")  # 惠及, 投资, and what the dictionary does not know
# What may stand inside the name of a subject: 人大代表[提的]建议.
_WITHIN = re.compile("的?[^是有要]|[一-鿿]?的|企业")
_WHEN = re.compile("(?:是|在)?(?:什么时候|啥时候?|何时|哪一?[年月天]).*$")
_NTH_YEAR = re.compile("第[一二三四五六七八九十]年")


def things(question: str, *, sides: bool = False) -> list[Term]:
    """What a question names that can be asked about: no place, nothing that is told of things, nor, unless `sides`, a side alone (农村比城镇).

    A verb that stands alone before how much it asks for names none: 惠及多少户 asks of what was asked about before.
    """
    question = _VERB_ALONE.sub(lambda match: "" if _is_verb(match["word"]) else match[0], question)
    found = question_terms(without_period(question), lambda word: 1.0)
    return [term for term in found if _is_thing(term) or (sides and term.names[0] in SIDES)]


def core(question: str, *, bare: bool = False) -> str:
    """The question without how it asks; `bare` without the verb that it asks about either.

    >>> core("去年城镇居民收入增长多少？"), core("去年城镇居民收入增长多少？", bare=True)
    ('去年城镇居民收入增长', '去年城镇居民收入')
    """
    left = (
        _COMPUTED.sub("", question.strip("？?。！! "))
        if read_operation(question) in COMPUTING
        else question.strip("？?。！! ")
    )
    left = _ASKING.sub("", _WHEN.sub("", left) if bare else left).strip()
    ends = _DOES_AT_THE_END if bare else _WORDS_AT_THE_END
    cut = ends.sub("", left).strip("，, ")
    return cut if len(cut) >= _AT_LEAST else left


# What is computed from several figures; how much one changed is asked as any figure is.
COMPUTING = (Operation.DIFFERENCE, Operation.SUM, Operation.RATIO, Operation.SHARE, Operation.EXTREME, Operation.MEAN)


def asked_of(question: str, new: str) -> str:
    """The question, asked of the places, the period and the side that a new one names.

    >>> asked_of("去年沈阳城镇居民收入增长多少", "大连呢"), asked_of("去年城镇居民收入增长多少", "今年农村的呢")
    ('去年大连城镇居民收入增长多少', '今年农村居民收入增长多少')
    """
    return _of_the_period(_of_the_side(_of_the_places(question, new), new), new)


def told_of(question: str, measure: str, new: str) -> str:
    """The question, asked for another thing that is told of its subject: its aim, its result, its total.

    >>> told_of("今年城镇居民收入增长多少", "预期目标", "今年的预期目标呢"), told_of("去年GDP增长多少", "总量", "总量呢")
    ('今年城镇居民收入增长预期目标是多少', '去年GDP总量是多少')
    """
    if re.fullmatch(rf"(?:{_AIM})+", measure):
        return f"{_AIM_WORDS.sub('', core(_DONE_WORDS.sub('', question)))}{measure}是多少"
    if re.fullmatch(rf"(?:{_RESULT}|完成)+", measure):
        return f"{core(_AIM_WORDS.sub('', question))}{measure}是多少"
    return f"{_MEASURED_AT_THE_END.sub('', core(question, bare=True))}{measure}是多少"


def of_the_subject(question: str, subject: str) -> str:
    """The question, asked of another subject, "" where its own cannot be told: 小巨人企业新增多少家, 单项冠军 -> 单项冠军新增多少家."""
    if places_in(subject):
        question = _without(question, places_in(question))
    start, end = _run(question)
    return f"{question[:start]}{subject}{question[end:]}".strip("？?。") if end else ""


def narrowed(question: str, part: str) -> str:
    """The question asked of a part of its subject: 养老金提高了多少, 农村 -> 农村养老金提高了多少; "" where its subject cannot be told."""
    start, end = _run(question)
    return f"{question[:start]}{part}{question[start:]}".strip("？?。") if end else ""


def measure_named(rest: str) -> str:
    """What a rest of a question names that is told of any subject, "" where it names something else."""
    bare = rest.strip("的，, ")
    return bare if _TOLD_OF_IT.fullmatch(bare) else ""


def _is_thing(term: Term) -> bool:
    name = term.names[0]
    bare = _ASKING.sub("", name)
    return bool(bare) and not (name in SIDES or name in places_in(name) or _TOLD_OF_IT.fullmatch(bare))


def _is_verb(word: str) -> bool:
    official = any(term.official for term in question_terms(word, lambda one: 1.0))
    tags = [tag for _, tag in tagged(word)]
    return not official and len(tags) == 1 and tags[0] in _OF_VERBS


def _run(question: str) -> tuple[int, int]:
    """Where a question names its subject: its first things that stand together."""
    low = question.lower()
    names = [*(term.names[0] for term in things(question)), *SIDES]
    spans = sorted((at, at + len(name)) for name in names if (at := low.find(name)) >= 0)
    spans = [span for span in spans if not _is_verb(low[slice(*span)])] or spans
    if not spans:
        return 0, 0
    start, end = spans[0]
    for first, last in spans[1:]:
        if first > end and not _WITHIN.fullmatch(question[end:first]):
            break
        end = max(end, last)
    asked = max((match.end() for match in _ASKING.finditer(question, 0, start)), default=start)
    return (asked if start - asked <= _CUT_OFF else start), end


def _of_the_places(question: str, new: str) -> str:
    places, old = places_in(new), places_in(question)
    if not places:
        return question
    named = "和".join(places)
    if not old:
        return f"{named}{question}"
    return _without(question.replace(old[0], named, 1), [place for place in old[1:] if place not in places])


def _of_the_side(question: str, new: str) -> str:
    for pair in _SIDES:
        for own, other in (pair, pair[::-1]):
            named = next((word for word in own if word in new), None)
            if named and not any(word in new for word in other) and not any(word in question for word in own):
                for word in other:
                    question = question.replace(word, own[0])
    return question


def _of_the_period(question: str, new: str) -> str:
    named, old = "".join(periods_in(new)), periods_in(question)
    if not named:
        return question
    if old:
        first, *others = old
        turned = _without(question, others).replace(first, named, 1)
    else:
        turned = f"{named}{question}"
    if _later(named, old):
        return _DONE_WORDS.sub("", turned)
    return _AIM_WORDS.sub("", turned) if _earlier(named, old) else turned


def periods_in(text: str) -> tuple[str, ...]:
    """The words of a text for a period, 第三年 too."""
    return (*period_words(text), *_NTH_YEAR.findall(text))


def _later(named: str, old: tuple[str, ...]) -> bool:
    """Whether a question turns from what was done to what is aimed at."""
    return bool(_AHEAD.search(named)) or (_year(named) > _year("".join(old)) > 0)


def _earlier(named: str, old: tuple[str, ...]) -> bool:
    return bool(_PAST.search(named)) or 0 < _year(named) < _year("".join(old))


def _year(words: str) -> int:
    match = re.search(r"(?:19|20)\d\d", words)
    return int(match[0]) if match else 0


def _without(question: str, words: "tuple[str, ...] | list[str]") -> str:
    for word in words:
        question = question.replace(word, "")
    return question
