"""A question about a share and figures -> the share with the amount that it is of or that is it, or what leaves the rest."""

import re
from collections.abc import Iterator, Sequence

from qa.answering.computing.operands import Operands, Side, about, beside, between, is_amount, is_share, joint, size
from qa.answering.facts import Figured, same_kind
from qa.answering.facts.asked_unit import unit_fit
from qa.index.lexical import words
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term

# So many of the likeliest figures are tried; a share this much less likely (in log-odds) than the best is of something else.
_TRIED, _NEAR = 16, 2.5
# Of a share whose rest is asked for, its clause speaks of this share of what is asked, or the question names this share of it.
_SPOKEN_OF = 0.5
# 没覆盖到的, 未保留的, 没达到优良: what is denied of the rest, and so said of the part.
_DENIED = re.compile(r"(?<!有)(?:没有?|未|尚未)(?![说提给写讲])(?P<done>[一-鿿]{2,8})")
_REST = re.compile(r"剩下|余下|其余|剩余|其[他它]|以外|之外|除了|[倒反]过来")
_OTHER_THAN = re.compile(r"非(?P<thing>[一-鿿]{2})")
# 赤字率 is what 赤字规模 is of something.
_RATE_OF = re.compile(r"(?P<of>[一-鿿]{2,6}?)率")
_ENDS = ("规模", "总规模", "总额", "额", "总量", "数")
# 占服务业增加值比重: what a share is of.
_OF = re.compile(r"占(?P<whole>[^占，、；。的]{2,16}?)(?:的)?(?:比重|比例|份额)?$")
_IS_SHARE = re.compile(r"占|比[重例]")


def part_of(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """A whole and the share of it that is asked for: of one clause, or the share says of what it is."""
    shares = [fact for fact in _likely(facts) if is_share(fact)]
    wholes = [fact for fact in facts if is_amount(fact) and unit_fit(asked.text, fact.figure) >= 0]
    pairs = [(whole, share) for share in shares for whole in wholes if _is_of(share, whole)]
    best = max(pairs, key=lambda pair: joint(terms, pair), default=None)
    return Operands(best, Side.SUBJECT) if best else None


def whole_of(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """An amount and the share that it is of what is asked for: 民生支出突破万亿元、占比80%左右."""
    pairs = [
        (part, share)
        for part in _likely(facts)
        for share in facts[:_TRIED]
        if is_amount(part) and is_share(share) and part.figure.start < share.figure.start and beside(part, share)
        and _IS_SHARE.search(between(part, share)) and unit_fit(asked.text, part.figure) >= 0
    ]  # fmt: skip
    best = max(pairs, key=lambda pair: joint(terms, pair), default=None)
    return Operands(best, Side.SUBJECT) if best else None


def whole_by_rate(asked: Asked, terms: Sequence[Term], facts: Sequence[Figured]) -> Operands | None:
    """An amount and the rate that it is of what is asked for, as their names say: 赤字规模 and 赤字率."""
    likely = facts[:_TRIED]
    pairs = [(level, rate) for level in likely for rate in likely if is_amount(level) and is_share(rate)]
    named = [(level, rate) for level, rate in pairs if _is_rate_of(asked, level, rate)]
    best = max(named, key=lambda pair: joint(terms, pair), default=None)
    return Operands(best, Side.SUBJECT) if best else None


def rest_of(asked: Asked, facts: Sequence[Figured]) -> Operands | None:
    """The share that leaves the rest which is asked for, or a whole and the part of it that does."""
    match = _DENIED.search(asked.text)
    denied = [word for word in words(match["done"]) if len(word) > 1] if match else []
    for fact in _likely(facts):
        spoken_of = max(fact.known, fact.named) >= _SPOKEN_OF and unit_fit(asked.text, fact.figure) > 0
        if is_share(fact) and spoken_of and _leaves_it(asked.text, denied, fact):
            return Operands((fact,), Side.SUBJECT)
    pairs = (pair for done in denied for pair in _denied_parts(done, facts[:_TRIED]))
    return next((Operands(pair, Side.SUBJECT) for pair in pairs if unit_fit(asked.text, pair[0].figure) > 0), None)


def _leaves_it(question: str, denied: Sequence[str], fact: Figured) -> bool:
    """Whether what is asked for is what a share leaves: 没达到优良的 of 优良断面比例, 化石能源 of 非化石能源, 其余."""
    if denied:
        return any(word in about(fact) for word in denied)
    other = _OTHER_THAN.search(fact.figure.subject)
    if other and re.search(rf"(?<!非){other['thing']}", question):
        return True
    return bool(_REST.search(question))


def _denied_parts(done: str, facts: Sequence[Figured]) -> Iterator[tuple[Figured, Figured]]:
    """A whole and the part of which it is said: 清理文件3669件，保留并公开473件 of 没保留的."""
    for whole in _likely(facts):
        for part in facts:
            follows = beside(whole, part) and whole.figure.start < part.figure.start and done in between(whole, part)
            sizes = is_amount(whole) and is_amount(part) and size(whole) > size(part)
            if follows and sizes and same_kind(whole.figure, part.figure):
                yield whole, part


def _is_rate_of(asked: Asked, level: Figured, rate: Figured) -> bool:
    named = _RATE_OF.match(rate.figure.subject)
    times = [(one.sentence.report, one.sentence.period, one.sentence.status) for one in (level, rate)]
    if named is None or named[0] not in asked.text or times[0] != times[1]:
        return False
    own = level.figure.subject
    return own in asked.text and own in (named["of"] + end for end in _ENDS)


def _is_of(share: Figured, whole: Figured) -> bool:
    """Whether a share is of a whole: told with it in one clause, of one subject, or it says so by the whole's name."""
    own, subject = share.figure.subject, whole.figure.subject
    if (share.sentence, share.start) == (whole.sentence, whole.start):
        return bool(subject) and subject in own and whole.figure.start < share.figure.start
    said = _OF.search(own)
    same = (share.sentence.period[-4:], share.sentence.status) == (whole.sentence.period[-4:], whole.sentence.status)
    return said is not None and said["whole"] == subject and same and share.sentence.report == whole.sentence.report


def _likely(facts: Sequence[Figured]) -> list[Figured]:
    return [fact for fact in facts[:_TRIED] if fact.fit >= facts[0].fit - _NEAR]
