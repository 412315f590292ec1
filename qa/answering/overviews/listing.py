"""A question for several things -> the sentence that lists them, or those that hold a quoted word."""

import re
from collections import Counter
from collections.abc import Sequence

from qa.answering.overviews.about import heaviest
from qa.answering.overviews.passages import Passage, clause_spans, counts, speaks, whole
from qa.domain import Hit, Report, Sentence
from qa.retrieval.kinds import quoted_terms
from qa.retrieval.question import Asked, agreement
from qa.retrieval.terms import Term, coverage

# Sentences that hold a quoted word, at the most; and the log-odds by which a list stands out among the hits.
_MAX_ITEMS = 12
# So many sentences of one paragraph that hold a quoted word are a list.
_POINTS = 3
_STANDS_OUT = 1.5
# So many of the hits are looked through for a list, down to so far (log-odds) below the best. It must speak of this share of what
# the sentence does that speaks of most, and of this share of the question, which may have words of its own. Of a sentence this
# long only the clauses are quoted that list, and speak of half as much as the one that speaks of most.
_TRIED, _NEAR, _AS_MUCH, _TOLD, _LONG, _HALF = 8, 4.0, 0.8, 0.25, 90, 0.5
_ENUMERATES, _NAME = re.compile(r"、|[”》][“《]"), re.compile(r"“[^“”]*”")
# 三个万亿级的基地, “三个中心”: how many are asked about, and the first two characters of what.
_NUMERALS = "一二三四五六七八九十"
_MANY = r"[二三四五六七八九十]|(?<!\d)(?:1\d|[2-9])"
_SO_MANY = re.compile(rf"(?P<many>{_MANY})[个大](?P<thing>[一-鿿]{{2}})")
# … or behind it: 万亿级产业基地是哪三个.
_WHICH_SO_MANY = re.compile(
    rf"(?P<thing>[一-鿿]{{2}})(?:都|分别|具体)*[是有指]?的?是?哪(?P<many>{_MANY})[个大](?=[？?，。\s]|$)"
)


def enumeration(
    asked: Asked, terms: Sequence[Term], hits: Sequence[Hit], others: Sequence[Sentence], reports: Sequence[Report]
) -> list[Passage]:
    """The clauses that are themselves the list asked for, or the sentences that hold a quoted word; empty where neither is there.

    `others` were found for other periods too: what a name stands for may be told there.
    """
    if named := of_so_many(asked.text, [*(hit.sentence for hit in hits), *others]):
        return [_listed(named, terms)]
    for word in quoted_terms(asked.text):
        holding = [s for report in reports for s in report.sentences if word in s.text and not s.heading]
        holding = [s for s in holding if asked.first is None or agreement(asked, s) >= 0]
        fitting = _in_one_place(holding) or [s for s in holding if agreement(asked, s) > 0] or holding
        if len(fitting) > 1:
            return [whole(sentence) for sentence in fitting[:_MAX_ITEMS]]
    if found := _best_list(terms, hits):
        return [_listed(found, terms)]
    best = hits[0].sentence
    shares = [coverage(terms, hit.sentence.text) for hit in hits[:2]]
    alone = len(shares) < 2 or shares[0] >= shares[1] or hits[0].score - hits[1].score > _STANDS_OUT
    return [_listed(best, terms)] if best.text.count("、") >= 1 and alone else []


def _best_list(terms: Sequence[Term], hits: Sequence[Hit]) -> Sentence | None:
    """The sentence of which a clause that enumerates speaks of as much as any, among those nearly as near as the best."""
    known = heaviest([term for term in terms if term.known])
    near = [hit for hit in hits[:_TRIED] if hit.score >= hits[0].score - _NEAR]
    spoken = max(coverage(known, hit.sentence.text) for hit in near)
    lists = {
        hit.sentence: max(
            (coverage(known, hit.sentence.text[a:b]) for a, b in _lists_of(hit.sentence.text)), default=0.0
        )
        for hit in near
    }
    best = max(near, key=lambda hit: (lists[hit.sentence], hit.score)).sentence
    told = coverage(terms, best.text) >= _TOLD and lists[best] >= _AS_MUCH * spoken
    return best if known and lists[best] > 0 and told else None


def _listed(sentence: Sentence, terms: Sequence[Term]) -> Passage:
    """What a long sentence lists of the terms, from the first such clause to the last; all of a short one."""
    text = sentence.text
    shares = {span: coverage(terms, text[slice(*span)]) for span in _lists_of(text)}
    most = max(shares.values(), default=0.0)
    if len(text) <= _LONG or not most:
        return whole(sentence)
    spans = [span for span, share in shares.items() if share >= _HALF * most]
    if any(counts(text[slice(*span)]) for span in spans):  # 公路5000公里、电网5817公里，供水工程300处
        spans += [
            span for span in clause_spans(text) if counts(text[slice(*span)]) and speaks(terms, text[slice(*span)])
        ]
    return Passage(sentence, min(spans)[0], max(spans)[1])


def _lists_of(text: str) -> list[tuple[int, int]]:
    """The clauses that enumerate: A、B和C, “A”“B”; not those in which a name does (“一县一园、一镇一业”)."""
    return [(a, b) for a, b in clause_spans(text) if _ENUMERATES.search(_NAME.sub("“”", text[a:b]))]


def of_so_many(question: str, sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence that names as many things as are asked about: 三个中心 -> …航运中心、…物流中心、…金融中心."""
    match = _SO_MANY.search(question) or _WHICH_SO_MANY.search(question)
    if not match:
        return None
    many, thing = _NUMERALS.find(match["many"]) + 1 or int(match["many"]), match["thing"]
    numeral = f"(?:{many}|{_NUMERALS[many - 1]})" if many <= len(_NUMERALS) else str(many)
    between = "[^、，；]{0,8}?" if match.re is _WHICH_SO_MANY else ""  # 3个万亿级产业基地
    before = re.compile(rf"(?:[^、，；]+、){{{many - 1}}}[^、，；]+?等?“?{numeral}[个大]{between}{re.escape(thing)}")
    ending = re.compile(rf"(?:[^、，；]+{re.escape(thing)}[、和]){{{many - 1}}}[^、，；]*{re.escape(thing)}")
    return next((s for s in sentences if many > 1 and (before.search(s.text) or ending.search(s.text))), None)


def under_one_heading(terms: Sequence[Term], hits: Sequence[Hit]) -> list[Hit]:
    """The hits of the best one's section where its heading, more than the sentence, names what is to be listed; else empty."""
    known, best = [term for term in terms if term.known], hits[0].sentence
    if not known or coverage(known, "".join(best.section[1:])) <= coverage(known, best.text):
        return []
    section = [hit for hit in hits if hit.sentence.section == best.section]
    return section if len(section) >= _POINTS else []


def _in_one_place(holding: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of the paragraph that holds most of them, at least three: a list told point by point (必须…；必须…)."""
    if not holding:
        return []
    (report, paragraph), many = Counter((s.report, s.paragraph) for s in holding).most_common(1)[0]
    here = [s for s in holding if (s.report, s.paragraph) == (report, paragraph)]
    return here if many >= _POINTS and 2 * many > len(holding) else []
