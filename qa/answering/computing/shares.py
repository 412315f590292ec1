"""A question about a share and figures -> the share with the amount that it is of or that is it, or what leaves the rest."""

import re
from collections.abc import Iterator, Sequence

from qa.answering.computing.operands import Operands, Side, about, beside, between, is_amount, is_share, joint, size
from qa.answering.facts import Figured, same_kind
from qa.answering.facts.asked_unit import unit_fit
from qa.retrieval.question import Asked
from qa.retrieval.terms import Term

# So many of the likeliest figures are tried; a share this much less likely (in log-odds) than the best is of something else.
_TRIED, _NEAR = 16, 2.5
# Of a share whose rest is asked for, its clause speaks of this share of what is asked.
_SPOKEN_OF = 0.6
# 没覆盖到的, 未保留的: what is denied of the rest, and so said of the part.
_DENIED = re.compile(r"(?:没有?|未|尚未)(?P<done>[一-鿿]{2})")
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


def rest_of(asked: Asked, facts: Sequence[Figured]) -> Operands | None:
    """The share that leaves the rest which is asked for, or a whole and the part of it that does."""
    denied = _DENIED.search(asked.text)
    for fact in _likely(facts):
        said = denied is None or denied["done"] in about(fact)
        if is_share(fact) and said and fact.known >= _SPOKEN_OF and unit_fit(asked.text, fact.figure) > 0:
            return Operands((fact,), Side.SUBJECT)
    pairs = _denied_parts(denied["done"], facts[:_TRIED]) if denied else iter(())
    return next((Operands(pair, Side.SUBJECT) for pair in pairs if unit_fit(asked.text, pair[0].figure) > 0), None)


def _denied_parts(done: str, facts: Sequence[Figured]) -> Iterator[tuple[Figured, Figured]]:
    """A whole and the part of which it is said: 清理文件3669件，保留并公开473件 of 没保留的."""
    for whole in _likely(facts):
        for part in facts:
            follows = beside(whole, part) and whole.figure.start < part.figure.start and done in between(whole, part)
            sizes = is_amount(whole) and is_amount(part) and size(whole) > size(part)
            if follows and sizes and same_kind(whole.figure, part.figure):
                yield whole, part


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
