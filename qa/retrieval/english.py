"""A question in English -> the same question in Chinese, word by word: when, of what, what of it, how it asks.

A report is Chinese, and all that reads a question reads Chinese. So an English question is not answered in another way: it is put
in Chinese first, and its readers are shown how it was understood.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from qa.retrieval.lexicon import fold, synonyms

# Words that only English sentences hold; a Chinese question may name GDP, CPI or an App.
_OF_ENGLISH = re.compile(
    r"\b(?:the|a|an|of|in|is|are|was|were|did|does|do|how|what|which|who|when|where|why|and|for|any|list|tell|by|will|has|have)\b",
    re.I,
)
_LATIN, _HAN = re.compile(r"[a-z]+", re.I), re.compile(r"[一-鿿]+")
# More words than that beside each of its Chinese ones make a question English: How many times is 振兴 mentioned?
_WORDS_FOR_ONE = 2

# The roles in their order within a Chinese phrase; "between" parts one phrase from the next.
_ORDER = {"time": 0, "said": 1, "thing": 1, "measure": 2, "aim": 3}
_BETWEEN, _OF, _NOTHING = "between", "of", "nothing"

_SPAN = re.compile(r"\b(?P<first>(?:19|20)\d\d)\s*(?:-|–|—|to|and|through|until)\s*(?P<last>(?:19|20)\d\d)\b")
_YEAR = re.compile(r"\b(?:(?:in|for|of|by|during|since)\s+)?(?P<year>(?:19|20)\d\d)(?:'s|’s)?\b")
_QUOTED = re.compile(r"[\"“‘「『](?P<said>[^\"”’」』]{1,30})[\"”’」』]|(?P<han>[一-鿿]+)")
_TOKEN = re.compile(r"\ue000\d+\ue000|[a-z][a-z0-9.&/-]*[a-z0-9]|[a-z]|&")
# A word with a capital in the midst of a sentence.
_NAME = re.compile(r"(?<=[a-z,'] )[A-Z][A-Za-z]+\b")
# 's, 'm and n't add nothing to what is asked; and in which report it is to be looked up is told by its year and place.
_CONTRACTED = re.compile(r"n't\b|'(?:s|m|re|ve|ll|d)\b", re.I)
_TITLE = re.compile(
    r"(?:,? ?(?:per|in|according to|based on|from|judging by)\b (?:the )?)?(?:\b20\d\d )?(?:state council |government ){1,2}(?:work )?report(?:'s)?",
    re.I,
)
# The ends of a word that are not the thing's name: companies, patented, opening.
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""))


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


# Two things set beside each other, with a word between them or without.
_BESIDE = "{}相差"
# How English asks -> how Chinese does, around what is asked about. The first that fits decides.
_MORE = "(?:more|less|higher|lower|larger|smaller|bigger|faster|slower|greater|fewer|better|worse)"
_MENTIONS = r"(?:mention|refer|talk|appear|come up|occur|show up|\buse|say anything|anything (?:about|on)|anything in .* (?:about|on)|discuss|touch on)"
_FORMS = (
    (_form(r"\bwho\b.*\b(?:deliver|present|read|gave|give|made|speech|report)"), "这份报告是谁作的"),
    (_form(r"\bwhen\b.*\breport\b.*\b(?:deliver|present|read|given|made)"), "这份报告是什么时候作的"),
    (_form(rf"how (?:many times|often)\b.*{_MENTIONS}"), "报告提到几次“{}”"),
    (_form(rf"^(?:is|are|was|does|do|did|any|has|have|can)\b.*{_MENTIONS}|^any mention"), "报告有没有提到“{}”"),
    (_form(r"^(?:please )?(?:can you |could you )?(?:summari[sz]e|give me an? (?:summary|overview)|outline|sum up)|overview|main points|highlights"), "概述{}"),
    (_form(rf"which\b.*\b(?:{_MORE}|most|least|\w+est)\b.*\bby how much"), "{}哪个高，相差多少"),
    (_form(r"\b(?:than|below|above|beyond|exceed\w*|surpass\w*|outpace\w*|outstrip\w*|short of|ahead of)\b|difference|\bgap\b|compared? (?:to|with)|\bversus\b|\bvs\b|relative to"), _BESIDE),
    (_form(rf"which\b.*\b{_MORE}\b"), "{}哪个更高，相差多少"),
    (_form(r"which\b.*\b(?:most|least|\w+est)\b"), "{}哪个最高"),
    (_form(r"how many times (?:as|more|larger|bigger|higher|the|of)|by what (?:factor|multiple)|multiple of"), "{}几倍"),
    (_form(r"\b(?:combined|altogether|in total|in all|total of .* and|sum of|together)\b"), "{}一共多少"),
    (_form(r"working back|work(?:ed)? (?:it )?out|going by the (?:increase|growth|rise)|before (?:the|this|that|its) (?:increase|rise|change)"), "倒推一下{}多少"),
    (_form(r"(?:average|mean|avg).*\b(?:per|a|each|every) year|(?:annual|yearly) average|on average .* year|per year on average"), "{}平均每年多少"),
    (_form(r"(?:average|mean).*\b(?:per|a|each|every) month|monthly average|per month on average"), "{}平均每月多少"),
    (_form(r"(?:average|mean).*\b(?:per|each)\b (?!capita|cent)"), "{}平均每个多少"),
    (_form(r"\b(?:remain(?:ing|s|der)?|the rest|is left|are left)\b"), "{}剩下的有多少"),
    (_form(r"\b(?:meet|met|achiev\w+|hit|miss(?:ed)?|exceed(?:ed)?|fall short)\b.*\b(?:target|goal|aim)"), "{}完成了吗"),
    (_form(r"\bwho\b|by whom"), "{}是谁"),
    (_form(r"\bwhen\b|what (?:date|day|year|month)|which (?:day|year|month)"), "{}是什么时候"),
    (_form(r"\bhow long\b"), "{}多久"),
    (_form(r"\bwhere\b|(?:which|what) (?:city|town|county|district|place)\b"), "{}在哪个城市"),
    (_form(r"(?:which|what) (?:cities|counties|districts|places)\b"), "{}有哪些城市"),
    (_form(r"how (?:many|much|big|large|high|far|fast)|what (?:percentage|percent|share|proportion|number|amount|fraction|portion)|by how much|growth rate"), "{}多少"),
    (_form(r"^(?:how|in what way)\b (?:is|are|will|does|do|did|can|has|have)\b|what (?:is|are|was|were|did|does|do|will|has|have)\b.*\b(?:doing|do|done|measures|steps|actions|policies|efforts|plans?)\b(?!.*\b(?:target|number))"), "{}有哪些举措"),
    (_form(r"^(?:please )?(?:list|name|give me)\b|^(?:which|what)\b (?:are|were)\b|^(?:which|what) (?!(?:is|was|are|were)\b)\w+s\b(?! (?:the|its|is|was|a|of)\b)"), "{}有哪些"),
    (_form(r"\bcalled\b|name of\b"), "{}叫什么"),
    (_form(r"target|goal|rate|growth|level|price|standard|amount|total|output|income|revenue|gdp|cpi|grow|increase|rise|fall|decline"), "{}多少"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of a question in Chinese, and their role."""

    role: str
    text: str
    others: tuple[str, ...] = ()


def is_english(question: str) -> bool:
    """Whether a question is asked in English.

    >>> is_english("How many times is 振兴 mentioned?"), is_english("GDP和CPI的目标")
    (True, False)
    """
    latin, han = _LATIN.findall(question), _HAN.findall(question)
    return bool(_OF_ENGLISH.search(question)) and len(latin) > max(1, _WORDS_FOR_ONE * len(han))


def in_chinese(question: str, known: Callable[[str], bool] = lambda term: True) -> str:
    """A question in Chinese as it is; one in English with each of its words in Chinese, those that are `known` if there are.

    >>> in_chinese("What is Liaoning's 2023 target for GDP growth?")
    '辽宁2023年地区生产总值增长目标多少'
    """
    if not is_english(question):
        return question
    text = _CONTRACTED.sub("", _TITLE.sub("", unicodedata.normalize("NFKC", question).replace("’", "'").strip()))
    form = next((chinese for pattern, chinese in _FORMS if pattern.search(text)), "{}")
    pieces = list(_pieces(text, known))
    if "“" in form:
        return form.format("".join(piece.text for piece in pieces if piece.role in ("said", "thing")) or text)
    return _composed(form, pieces)


def _composed(form: str, pieces: Sequence[_Piece]) -> str:
    """The question in Chinese order: places first, and the time if there is one; two of them stand side by side."""
    places = [piece.text for piece in pieces if piece.role == "place"]
    times = [piece.text for piece in pieces if piece.role == "time"]
    apart = len(set(times)) > 1 and any(piece.role == _BETWEEN for piece in pieces[1:-1])
    lead = "".join(dict.fromkeys(places)) + ("" if apart else "和".join(dict.fromkeys(times)))
    own = [piece for piece in pieces if piece.role != "place" and (apart or piece.role != "time")]
    things = lead + _phrases(own)
    return form.format(things) if form != _BESIDE else f"{things}高多少" if "比" in things else f"{things}相差多少"


def _phrases(pieces: Sequence[_Piece]) -> str:
    """The phrases in Chinese order, with what parts them."""
    phrases: list[str] = []
    phrase: list[_Piece] = []
    for piece in (*pieces, _Piece(_BETWEEN, "")):
        if piece.role != _BETWEEN:
            phrase.append(piece)
        elif any(one.role in _ORDER for one in phrase):
            phrases += [_phrase(phrase), piece.text]
            phrase = []
    return "".join(phrases[:-1])


def _phrase(pieces: Sequence[_Piece]) -> str:
    """One phrase: what comes behind an “of” stands before it in Chinese."""
    chunks: list[list[_Piece]] = [[]]
    for piece in pieces:
        if piece.role == _OF:
            chunks.insert(0, [])
        else:
            chunks[0].append(piece)
    said = ""
    for piece in sorted((piece for chunk in chunks for piece in chunk), key=lambda piece: _ORDER[piece.role]):
        said += piece.text if piece.text not in said else ""
    return said


def _pieces(text: str, known: Callable[[str], bool]) -> Iterator[_Piece]:
    """What a question says, in its order, the longest expression first; nothing of words that have no Chinese here, but names."""
    words, longest = _vocabulary()
    text, held = _apart(text)
    tokens = [match[0] for match in _TOKEN.finditer(text.lower())]
    at = 0
    while at < len(tokens):
        for length in range(min(longest, len(tokens) - at), 0, -1):
            piece = _known(tokens[at : at + length], words)
            if piece:
                break
        else:
            length, piece = 1, held.get(tokens[at], _Piece(_NOTHING, ""))
        if piece.role != _NOTHING and piece.text:
            yield replace(piece, text=next((one for one in (piece.text, *piece.others) if known(one)), piece.text))
        at += length


def _known(tokens: Sequence[str], words: dict[str, _Piece]) -> _Piece | None:
    """The piece for an expression, also where its last word has an ending."""
    expression = " ".join(tokens)
    bare = (expression.removesuffix(end) + instead for end, instead in _ENDINGS if expression.endswith(end))
    return next((words[one] for one in (expression, *bare) if one in words), None)


def _apart(text: str) -> tuple[str, dict[str, _Piece]]:
    """The text with a mark for each time, quoted word and unknown name, and what the marks stand for."""
    held: dict[str, _Piece] = {}

    def hold(role: str, said: str) -> str:
        mark = f"\ue000{len(held)}\ue000"
        held[mark] = _Piece(role, said)
        return f" {mark} "

    text = _QUOTED.sub(lambda m: hold("said", _said(m["said"] or m["han"])), text)
    text = _SPAN.sub(lambda m: hold("time", f"{m['first']}年到{m['last']}年"), text)
    text = _YEAR.sub(lambda m: hold("time", f"{m['year']}年"), text)
    words, _ = _vocabulary()
    parts = {part for one in words for part in one.split()}
    return _NAME.sub(lambda m: m[0] if m[0].lower() in parts else hold("thing", f" {m[0]} "), text), held


def _said(words: str) -> str:
    """A quoted word in Chinese."""
    piece = _vocabulary()[0].get(words.strip().lower())
    return piece.text if piece and piece.text else words.strip()


@cache
def _vocabulary() -> tuple[dict[str, _Piece], int]:
    """Each English expression with its piece; and how many words the longest has."""
    words: dict[str, _Piece] = {}
    for everyday, official in synonyms():
        words |= {fold(one): _Piece("thing", official[0], official[1:]) for one in everyday if one.isascii()}
    for line in files(__package__).joinpath("english.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            role, english, chinese = line.split("\t")
            first, *others = chinese.removesuffix("-").split("|")
            words |= {one: _Piece(role, first, tuple(others)) for one in english.split("|")}
    return words, max(len(one.split()) for one in words)
