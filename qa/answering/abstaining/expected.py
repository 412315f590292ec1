"""A question and what would be quoted -> the type of answer that it asks for and that no quote holds: who, where, which ones, how.

The interrogative and its noun tell the type (哪家船厂, 怎么申请, 几岁). A quote is an answer only if it holds something of that
type that the question does not say itself. Questions for measures (怎么帮企业) ask for no type.
"""

import re
from collections.abc import Sequence

from qa.answering.abstaining.answer_types import TYPES
from qa.answering.abstaining.naming import only_as_asked, only_counted, says_more
from qa.answering.figures import find_figures
from qa.domain import Hit, Report, Statement
from qa.retrieval.kinds import Kind
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term

# An office or a trade of which a holder is asked for.
_ROLE = (
    r"(?:(?:常务|省委|市委|县委)?副?(?:[省市县区局厅部院校行台]长|书记|总理|主席|主任)|秘书长|董事长|总?经理|主?教练|队长|负责人|发言人"
    r"|总?设计师|工程师|导演|主演|演员|作者|运动员|选手|创始人|老板)"
)
_WHO = re.compile(
    rf"(?P<role>{_ROLE})[^，。？?]{{0,4}}(?:谁|哪[几一]?[位个]|叫什么|叫啥|什么名|姓啥|姓什么)|(?:谁是|哪[几一]?位)[^，。]{{0,6}}?(?P<named>{_ROLE})"
)
_OTHER_HOLDER = re.compile(rf"(?:上一?任|前任|下一?任|继任|接任|前面那|前一个|之前那).{{0,4}}?({_ROLE})")
_NAME = "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤全][一-鿿]{1,2}"
_NAMES_ASKED = re.compile(
    r"叫(?:什么|啥)|什么名字|名单|具体(?:都)?(?:是|有)(?!多少|几)|都是(?:哪|啥|什么)|是哪|列(?:一下|出)"
)


def unanswered(
    asked: Asked, terms: Sequence[Term], draft: Sequence[Statement], hits: Sequence[Hit], reports: Sequence[Report]
) -> str:
    """What of the type that is asked for the report does not say, as a sentence for the reader; "" where a quote may say it."""
    if not (texts := _sentences(draft, hits)):
        return ""
    lacking = _holder(asked.text, texts) or _of_a_type(asked.text, texts, reports) or _names(asked, terms, texts)
    if not lacking:
        return ""
    names = (
        term.names[0] for term in terms if not find_figures(term.names[0])
    )  # the asker's own figure is none of the report's
    told = [name for name in names if any(name in text.lower() for text in texts[:1])]
    return f"报告提到“{'”“'.join(told[:3])}”，但没有说明{lacking}。" if told else f"报告没有说明{lacking}。"


def _sentences(draft: Sequence[Statement], hits: Sequence[Hit]) -> list[str]:
    """The sentences of which a draft quotes, each once."""
    whole = {
        (hit.sentence.report, at): hit.sentence.text
        for hit in hits
        for statement in draft
        for at in (quote.start for quote in statement.quotes)
        if hit.sentence.start <= at < hit.sentence.end
    }
    quotes = (quote for statement in draft for quote in statement.quotes)
    return list(dict.fromkeys(whole.get((quote.report, quote.start), quote.quote) for quote in quotes))


def _holder(question: str, texts: Sequence[str]) -> str:
    """The office whose holder is asked for, where no text puts a name to it."""
    if other := _OTHER_HOLDER.search(question):
        return f"前后任{other[1]}"
    if not (who := _WHO.search(question)):
        return ""
    role = who["role"] or who["named"]
    named = re.compile(rf"{role}\s*{_NAME}|{_NAME}(?:{role}|院士|教授|同志|团队)")
    return "" if any(named.search(text) for text in texts) else f"“{role}”是谁"


def _of_a_type(question: str, texts: Sequence[str], reports: Sequence[Report]) -> str:
    given = question + "".join(report.region for report in reports)
    for expected in TYPES:
        found = (one for text in texts for one in expected.held(text)) if expected.asks.search(question) else None
        if found is not None and not any(says_more(one, given) for one in found):
            return expected.name
    return ""


def _names(asked: Asked, terms: Sequence[Term], texts: Sequence[str]) -> str:
    listed = (asked.kind is Kind.LIST and "多少" not in asked.text) or _NAMES_ASKED.search(asked.text)
    if listed and asked.kind in (Kind.LIST, Kind.FACT) and only_counted(asked.text, terms, texts):
        return "其中每一项的名称，只给出了数量"
    return "它的名称" if only_as_asked(asked.text, texts) else ""
