"""A message -> whether it asks nothing of a report: a courtesy, a word about the one who answers, a wish for something to be made up."""

import re

from qa.retrieval.periods import names_period

# Said to be polite, once or several times over: 好的，谢谢啦！
_POLITE = re.compile(
    r"(?:(?:你好|您好|大家好|[早晚]上?好|哈喽|嗨|在吗|谢谢|多谢|感谢|辛苦|再见|拜拜|好的?|行|嗯|那|明白|知道|收到|可以|不错|(?P<laugh>[哈呵嘿])(?P=laugh)*|hello|hi|hey|thanks?|thank you|ok|bye)(?:[你您了啦啊呀哦吧们\s，,。.！!~]|老师|大家)*)+",
    re.I,
)
# Who answers and what it can do, and nothing else …
_WHO_ANSWERS = re.compile(
    r"(?:请|那)?(?:介绍一?下?[你您]自己|[你您](?:到底|究竟)?(?:是(?!说|指|否)|叫).*|[你您](?:都|还)?(?:能|会|可以)(?:帮(?:我|忙))?(?:做|干|回答)?[些点]?(?:什么|啥|哪些)(?:事情?|问题|功能)?|(?:who|what) (?:are|can) you.*)[？?呢呀啊吗。！!\s]*",
    re.I,
)
# … and what it can do or is like; what it is to tell of the report comes with words of the report.
_OF_THE_ANSWERER = re.compile(
    r"^[^，,]{0,4}[你您](?:自己)?(?:会|能|可以|懂|有(?:什么|啥|哪些)|怎么用|多大|几岁|好吗|来自|从哪)"
)
# Something is to be made: a verb of making with a measure for a piece of it, 写一首诗, 讲个笑话.
_MAKE = re.compile(
    r"(?:^|[，,。\s请我来你])(?:写|作|编|画|唱|讲|说|背|翻译|生成|创作|吟|念|来)(?:一|两|几)?(?:下|首|个|段|篇|幅|支|则|句|张|副|封)"
)
_OF_A_REPORT = re.compile(r"报告|多少|数字|数据|指标|目标")
_REPLIES = (
    (re.compile(r"thank", re.I), "You are welcome!"),
    (re.compile(r"^(?:hello|hi|hey)", re.I), "Hello!"),
    (re.compile(r"bye", re.I), "Goodbye!"),
    (re.compile(r"谢|辛苦"), "不客气！"),
    (re.compile(r"再见|拜拜"), "再见！"),
    (re.compile(r"[你您家上早]好|嗨|哈喽|在吗"), "您好！"),
)


def is_polite(text: str) -> bool:
    """Whether a message is a courtesy and nothing else.

    >>> is_polite("好的，谢谢啦！"), is_polite("你好，去年粮食产量多少")
    (True, False)
    """
    return bool(_POLITE.fullmatch(text.strip()))


def may_ask_nothing(text: str) -> bool:
    """Whether a message is about the answerer or wants something made up, unless it uses words of the reports."""
    if names_period(text) or _OF_A_REPORT.search(text):
        return False
    return bool(_OF_THE_ANSWERER.search(text.strip()) or _MAKE.search(text.strip()))


def asks_who_answers(text: str) -> bool:
    """Whether a message asks what the answerer is or does, whatever words of the reports that takes: 你是人工智能吗."""
    return bool(_WHO_ANSWERS.fullmatch(text.strip())) and not names_period(text)


def reply_to(text: str) -> str:
    """The courtesy that answers one."""
    if not is_polite(text):
        return ""
    return next((reply for pattern, reply in _REPLIES if pattern.search(text)), "OK." if text.isascii() else "好的。")
