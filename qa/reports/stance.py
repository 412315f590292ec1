"""A sentence -> whether it is neither result nor aim: courtesy, problems, the situation, principles, formulas.

Each list is named for the kind of sentence that it knows and was made from the dev half of evals/periods.jsonl and from reading
ten reports; see the labelling rule in evals/periods.py.
"""

import re
from typing import Literal

# Said of the moment of speaking: address, thanks, requests, vows and calls. They carry the report's own year.
COURTESY = re.compile(
    r"^(?:各位代表|各位委员|同志们|朋友们)[！：，:!]?$|请予审议|提出意见[。！]?$|谢谢(?:大家|各位)"
    r"|(?:致以|表示)[^。]{0,12}(?:敬意|感谢|慰问|祝愿|问候)|让我们|我们要?(?:更加紧密地?团结|不懈努力|接续奋斗)"
    r"|不(?:会|能)?辜负|不负[^。]{0,8}(?:重托|期望|期待|期盼)"
    r"|^(?:对此|(?:对于?|针对)(?:这些|上述|以上|存在的)[^。]{0,6}(?:问题|困难|不足)[^。]{0,4})，?[^。]*(?:解决|改进|应对|克服|整改|高度重视)"
)
# The address as the first words of a sentence: "各位代表，梦想在前方，奋斗正当时！"
ADDRESS = re.compile(r"(?:各位代表|同志们)[，,](?=.)")
# Opens the part that owns up to problems; in a part that looks back all that follows is of that kind.
PROBLEMS = re.compile(
    r"(?:同时，?|但是?，?)?我们也(?:要|应|必须)?(?:看到|认识到)|[^。]{0,24}(?:清醒|深刻|充分)地?(?:认识|看到|意识)|(?:同时，?)?(?:我们)?(?:也|还)[^。]{0,10}(?:面临|存在)[^。]{0,14}(?:困难|问题|不足|短板|挑战|差距)"
    r"|(?:当前，?|目前，?)?[^。，]{0,16}(?:仍|依然|还)(?:然|旧)?(?:面临|存在|有)[^。]{0,10}(?:困难|问题|不足|短板|挑战|差距)"
)
# What a time means: "今年是“十四五”规划收官之年", "…是关键时期".
MEANING = re.compile(
    r"^[^。]{0,40}(?:是|迎来|进入|处于)[^。]{0,120}(?:之年|一年|时期|关键期|机遇期|窗口期|攻坚期|节点|关口|关头|第[一二三四五]年|起点|周年)"
    r"[^。，]{0,6}(?:，(?:也|又|更|还|都)?(?:是|做好|开好|意义|责任|任务)[^。]*)*[。；！]?$"
    r"|(?:很|极|极其|殊)不(?:平凡|寻常)的(?:[一二三四五]年|历程)|^[^。，]{0,24}(?:很|极|殊|尤)(?:不平凡|不寻常|为不易)|成[绩就果][^。]{0,8}来之不易|意义(?:重大|深远)"
    r"|^[^。，]{0,8}(?:时期|五年|三年)，?是[^。]*的[三五]年。$"
)
# Guiding ideology, requirements and principles.
GUIDING = re.compile(
    r"(?:总体|总的|基本)(?:要求|思路|考虑)(?:是|为|：)|指导思想(?:是|为|：)|工作(?:思路|总要求|总基调)(?:是|为|：)"
    r"|^(?:[^。，]{0,14}，)?我们必须|^必须|^坚持以[^，。]{4,40}为指导|^以习近平[^。]{0,30}思想为指导"
    r"|^(?:做好|完成好?|实现|抓好)[^。，]{0,24}(?:工作|任务|目标)，?(?:必须|关键|根本|最|要(?:坚持|准确|把握|牢牢|认真|以|深入贯彻|全面贯彻))"
)
# Of a part that looks ahead only: looking back, "坚持以…为指导" opens what was done.
GUIDED = re.compile(r"^[^。\d]{0,60}以(?:马克思列宁主义|习近平)[^。]{0,60}为指导")
MOTTO = re.compile(
    r"^[^，。、\d]{4}，[^，。、\d]{4}[。！]$|^[^，。\d]{4,8}，[^，。\d]{1,4}(?:必|才|则)能?[^，。\d]{1,4}[。！]$"
    r"|^[^，。\d]{2,12}，?(?:需要|要靠|呼唤)[^，。\d]{2,12}[。！]$"
)
# Of a part that looks back only: why something had to be done, and what the speaker vows to go on with.
NEED = re.compile(r"^[^，。]{4,24}，必须[^。]*[。]$")
VOW = re.compile(r"^(?:下一步，?|今后，?)?我们(?:将(?![^。，]*(?:作为|摆|放在|列[为入]|纳入|融入|转化))|一定)")
# The principles fill the next paragraph: "…的指导思想是：".
ANNOUNCES_PRINCIPLES = re.compile(r"(?:要求|思路|指导思想|方针)(?:是|为)?[：:]$")
# Why an aim was set as it is.
REASONS = re.compile(
    r"^(?:提出|确定|确立|设定|制定|安排|作出)?(?:这些|上述|以上|这一|这样的)[^。，]{0,10}(?:预期)?(?:目标|指标|安排)"
    r"|^(?:调[低高]|提高|降低)[^。，]{1,10}，主要是"
    r"|(?:预期)?(?:目标|指标)[^。]{0,24}(?:既|主要|充分)(?:是|考虑|体现|兼顾|有利)|(?:目标|指标|安排)[^。]{0,40}，[^。]*(?:的需要|的要求|相衔接|目的在于)"
)
# Only announces what comes: "重点抓好以下几方面工作。", "主要做了以下工作："
_TASKS_NAMED = r"(?:方面|工作|任务|事项|重点|关系|大?事|文章|点)"
_ANNOUNCED = (
    rf"(?:[^。，；]?(?:以下|下列|如下)[^。，；]{{0,10}}{_TASKS_NAMED}"
    rf"|[^。，；]{{0,6}}[一二三四五六七八九十两几\d]+(?:个|项|大|件|篇)*{_TASKS_NAMED})(?:的?(?:工作|任务))?"
)
ANNOUNCE = re.compile(
    rf"^[^。；]{{0,48}}(?:抓好|抓实|做好|做了|抓了|做到|开展了?|推进了?|突出|处理好|把握好?|(?:体|表)现在){_ANNOUNCED}[：:。]$"
    r"|^主要(?:包括|表现在|体现在)[：:，]?$"
)
# General truths and sayings, without a figure.
TRUTH = re.compile(
    r"^[^。，\d]{1,20}，?(?:就|才|既|都)?是[^。，\d]{1,24}(?:之本|之基|之要|之源|之魂|之器|之策|之道|之首|基本的民生|基石|根基|根本|命脉|大计"
    r"|前提|动力|底线|期盼|力量|主体|大事|希望|未来|生命线|引擎|源泉|目的|干出来的)(?:，(?:只有[^。]*|[^，。]*就是[^。]*))?[。！]$"
    r"|^[^。\d]{2,12}(?P<seat>在[^，。、]{1,4})、[^，。、]{1,3}(?P=seat)|^[^，。\d]{4,12}，[^，。\d]{4,12}！$"
    r"|^[^。，\d]{2,12}就是[^。，\d]{2,12}[。！]$"
    r"|^[^。\d]{2,30}(?:重于泰山|自身硬|任重道远|永远在路上|没有完成时|贵在行动|重在落实|关键在落实|就是力量|正当其时|才能实现[^。，]{0,16})[。！]$"
    r"|^[^，。]{1,3}(?P<twin>[不之所无必][^，。])[^，。]{1,3}，[^，。]{1,3}(?P=twin)[^，。]{1,3}[。！]$|^(?:惟有|唯有|只有|只要)[^。\d]*[。！]$"
)
# Confidence, insight, and what something amounts to.
BELIEF = re.compile(
    r"^(?:我们)?(?:坚信|相信|深信|深知|深切?感|深刻(?:体会|认识|感受)|完全有|有信心|有条件|更加深刻地)|我们(?:坚信|深信|相信|深知|深刻体会|完全有|更加深刻地感受)"
    r"|^只要(?:我们)?|^这(?:既|就)?是(?![^。，]{0,30}的五年)|^(?:实践|历史|事实)(?:充分|再次|一再)?(?:证明|表明|告诉)"
    r"|倍加珍惜|^展望(?:未来|前路|新征程)，[^\d]*$"
    r"|^[^\d。]*(?:一定能|必将|必能|定能|完全能够|凝聚着)[^\d。]*[。！]$"
)
# How a plan came about.
PROCEDURE = re.compile(
    r"^(?:根据|按照|依据)[^。]{0,140}(?:编制|制定|起草|形成|提出)了?[^。，]*(?:草案|纲要|规划)[^。，]*(?:，提[交请][^。，]*)?[。；]$"
    r"|^[^。]{0,60}(?:编制|起草|形成)了?[^。，]{0,16}草案[。；]$"
)
# States aims, whatever was said before it.
AIMS = re.compile(r"(?:目标|指标)[^。，]{0,6}(?:是|(?<!作)为|：|:)")
_MEASURE = re.compile(r"[\d.]+(?:%|％|个百分点|[万亿]|吨|公里|公顷|户|家|人)")
# Ends a paragraph of principles: names what is to be built.
BUILDS = re.compile(r"^(?:重点)?(?:实施|建成|新建|新增|启动|开工)")
# Whence success came.
CAUSES = re.compile(
    r"(?:成绩|成就|变化|进步)[^。]{0,20}(?:根本在于|得益于|归功于|离不开|源于|背后，?是|是[^。]*结果)|^[^。，]{0,8}(?:成绩|成就)的取得|根本在于|^这(?:是|些)[^。]{0,40}(?:结果|坚强领导)"
)
# The situation at large. Of a part that looks ahead it is told as such; looking back, only where the sentence tells no deed.
NOW = re.compile(
    r"^(?:当前|目前|现在|眼下|放眼|从国(?:际|内)(?:看|形势)|从[^。，]{1,8}看，|综合(?:分析|研判|判断)|从外部|从内部)"
)
SITUATION = re.compile(
    r"(?:机遇|优势)[^。]{0,12}(?:挑战|压力)[^。]{0,4}并存|面临[^。]{0,16}(?:机遇|挑战|环境|压力)|(?:任务|形势|环境|压力)[^。，]{0,8}(?:繁重|艰巨|严峻|复杂|加大|增大|多变)"
    r"|(?:风险|挑战|困难|压力)[^。，]{0,8}(?:交织|叠加|增多|集中|加大|加深)|多发(?:频发|散发)"
    r"|(?:隐患|矛盾|问题)[^。，]{0,8}(?:凸显|显现|并存)|复苏乏力|保护主义[^，。]{0,6}(?:抬头|加剧|上升|蔓延)|下行压力|两难多难|并非易事|提出了?[^。，]{0,6}更高要求"
)
# Strengths and prospects: the situation where a part looks ahead, results where it looks back.
OUTLOOK = re.compile(
    r"^(?:世界|全球)经济|^我[国省市县区](?:经济)?(?:[具拥]有|具备|正?处[在于]|基本面|基础)|主要是我[国省市县区]|没有(?:变|改变)[。，]"
    r"|(?:潜力|空间)[^。，]{0,6}(?:巨大|广阔)|^[^，。]{2,14}有[^。，]{0,8}(?:空间|潜力)。$"
)
# How a sentence opens that speaks of the moment of speaking.
MOMENT = re.compile(r"^(?:当前|目前|眼下)，")
# How a sentence opens that views the situation from one side ("从国际看，…").
VIEW = re.compile(r"^放眼|^从(?:国际|国内|外部|内部|自身)[^，。]{0,4}看")
# "…，我们要…": what begins as a remark ends as a task.
_TASK = re.compile(
    r"，(?:我们|各级|各地|各地区|全省|全市|全县)?[^。，]{0,6}(?<![主重需必首只])要(?!求|素|点|看到|认识)"
)
# Deeds and results; a situation told together with them is told for their sake.
DEED = re.compile(
    r"我们|落实|推动|推进|实现|取得|完成|坚持|出台|克服|应对|顶住|攻坚|统筹|良好|向好|增长|提高|下降|回升|稳(?:中|定)|新增|建成|实施|打赢|战胜|交出"
)
# Says what a word means, in a note that no heading announces: "[1] “双碳”：指碳达峰和碳中和。"
DEFINITION = re.compile(r"^[^，。：]{1,30}[：:]\s*是?指")
# Notes and glossaries define; they report nothing.
GLOSSARY = re.compile(r"名词|术语|用语|注释|脚注|尾注|注解|^注|备注|附录|附注")
# Of an annex that is a list of tasks ("十件民生实事") or of results.
TASKS = re.compile(r"实事|项目|计划|任务|目标|清单|安排|指标")


_BACKGROUND = (MEANING, GUIDING, REASONS, ANNOUNCE, TRUTH, BELIEF, PROCEDURE, CAUSES, DEFINITION)
# The sentence after "各位代表！" is a saying if it is short, tells no figure and does not speak of us; where it opens a paragraph of
# its own it must also read like one: a couplet, or a sentence that says what something is.
_SAYING = re.compile(r"[^。\d]{4,26}[。！]")
_COUPLET = re.compile(r"([^，。]{4,12})，([^，。]{4,12})[。！]")
_SAYS_WHAT_IS = re.compile(r"[^，。]{2,12}(?:是|与)[^。]*[。！]")


def is_saying(text: str, *, opens: bool) -> bool:
    """Whether a sentence after the address is a saying ("看似寻常最奇崛，成如容易却艰辛。"); `opens`, whether a paragraph begins with it."""
    if not _SAYING.fullmatch(text) or "我们" in text or AIMS.search(text):
        return False
    couplet = _COUPLET.fullmatch(text)
    return not opens or bool(couplet and len(couplet[1]) == len(couplet[2])) or bool(_SAYS_WHAT_IS.fullmatch(text))


def states_aims(text: str, aside: str | None) -> bool:
    """Whether a sentence ends the talk of principles or reasons; a figure among principles is an aim, among reasons it is not."""
    if aside == "principles" and _MEASURE.search(text):
        return True
    return aside in ("principles", "reasons") and bool(AIMS.search(text) or BUILDS.match(text))


def aside(text: str) -> Literal["principles", "reasons"] | None:
    """What a sentence that opens a paragraph makes it one of: principles, the reasons for an aim, or neither."""
    if AIMS.search(text):
        return None
    return "reasons" if REASONS.search(text) else "principles" if GUIDING.search(text) or GUIDED.match(text) else None


def is_background(text: str, *, back: bool) -> bool:
    """Whether a sentence is neither result nor aim; `back` where its passage looks back."""
    if BELIEF.match(text) and _TASK.search(text):
        return False
    here = (*_BACKGROUND, NEED) if back else (*_BACKGROUND, GUIDED, MOTTO)
    return any(pattern.search(text) for pattern in here)


def is_situation(text: str, *, back: bool) -> bool:
    """Whether a sentence tells of the situation only; `back` where its passage looks back."""
    if back:
        viewed = VIEW.match(text) and "我们" not in text
        return bool(viewed or (SITUATION.search(text) and not DEED.search(text)))
    return any(pattern.search(text) for pattern in (NOW, SITUATION, OUTLOOK)) and not _TASK.search(text)
