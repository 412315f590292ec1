"""Words and the reports -> every place where they use them: counts and absences are proved, not guessed."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from qa.answering.evidence import cite
from qa.answering.figures.numerals import chinese
from qa.domain import Report, Section, Sentence, Statement
from qa.index.lexical import is_word
from qa.retrieval.mentioned import Mentioned, shorter_readings

# Places quoted under a count; the count itself covers all.
_MAX_QUOTES = 5
# A part of the report is the one that is named if its heading shares this much of the name's pairs of characters.
_SHARED = 0.5
_QUOTATION = re.compile('[“”‘’「」『』"]')
_NTH = re.compile(r"第([一二三四五六七八九十])")
_SO_MANY = re.compile(r"([两二三四五六七八九十]{1,2})[大个项条]")
_NO_NAME = re.compile(r"部分|[那这]|章节?|一节|任务$|[今去]年的?")


@dataclass(frozen=True, slots=True)
class Found:
    """What is stated of the words that the reports use; `missing` says in the reader's words which of them they do not."""

    statements: tuple[Statement, ...]
    missing: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where words are looked for: the sentences, and the part's heading; of whole reports none, and `all` where a part was asked for."""

    sentences: tuple[Sentence, ...]
    text: str
    heading: str = ""
    all: str = ""

    def count(self, word: str) -> int:
        return self.text.count(_fold(word))

    def holding(self, word: str) -> list[Sentence]:
        return [sentence for sentence in self.sentences if _fold(word) in _fold(sentence.text)]


def look_up(mentioned: Mentioned, reports: Sequence[Report]) -> Found:
    """State how often each word is used, with the first places, and which of them are not."""
    place = _place(mentioned.within, reports)
    words = dict.fromkeys(mentioned.words if mentioned.exact else (_read(word, place) for word in mentioned.words))
    absent = [word for word in words if not place.count(word)]
    stated = [_stated(word, place) for word in words if word not in absent]
    if stated and absent:
        last, names = stated[-1], "、".join(f"“{word}”" for word in absent)
        searched = "；".join([last.computation or "", *(f"“{word}”：0处" for word in absent)])
        stated[-1] = Statement(f"{last.text.rstrip('。')}；没有提到{names}。", last.quotes, searched)
    where = f"{place.heading}中检索" if place.heading else "全文检索"
    return Found(tuple(stated), "、".join(f"“{word}”" for word in absent) + f"（{where} 0 处{_nearly(absent, place)}）")


def _stated(word: str, place: _Place) -> Statement:
    sentences, times = place.holding(word), place.count(word)
    where, searched = (f"“{place.heading}”部分", "其中") if place.heading else (place.all, "全文")
    quotes = tuple(cite(sentence) for sentence in sentences[:_MAX_QUOTES])
    return Statement(
        f"报告{where}提到“{word}”{times}次。", quotes, f"{searched}检索“{word}”：{times}处，见于{len(sentences)}句"
    )


def _read(word: str, place: _Place) -> str:
    """The word, or what the reports use of it where only words without content fall away: a cut in the wrong place."""
    if place.count(word) or is_word(word):
        return word
    return next((text for text, same in shorter_readings(word) if same and place.count(text)), word)


def _nearly(absent: Sequence[str], place: _Place) -> str:
    """More than half of a word that is not found, where that is: of 支持民营企业发展, 民营企业."""
    halves = ((text for text, _ in shorter_readings(word) if 2 * len(text) > len(word)) for word in absent)
    nearly = (next((text for text in half if place.count(text)), "") for half in halves)
    return "".join(f"；“{text}”{place.count(text)} 处" for text in nearly if text)


def _place(within: str, reports: Sequence[Report]) -> _Place:
    """The part of a report that a question names; the whole of all reports where it names none, or none that they have."""
    found = [(report, section) for report in reports for section in _sections(within, report)] if within else []
    if not found:
        sentences = tuple(sentence for report in reports for sentence in report.sentences)
        return _Place(sentences, "\n".join(_fold(report.text) for report in reports), all="全文" if within else "")
    report, section = found[0]
    inside = tuple(s for s in report.sentences if section.start <= s.start < section.end)
    return _Place(inside, _fold(report.text[section.start : section.end]), section.title)


def _sections(within: str, report: Report) -> list[Section]:
    """The sections that a name may mean, likeliest first: by their number at the top, or by what their headings say."""
    highest = min((section.level for section in report.sections), default=0)
    top = [section for section in report.sections if section.level == highest]
    if nth := _NTH.search(within):
        return [section for section in top if section.title.startswith((f"{nth[1]}、", f"第{nth[1]}"))]
    if many := _SO_MANY.search(within):  # tasks come last
        return [
            section for section in reversed(report.sections) if _parts(report, section) == int(chinese(many[1]) or 0)
        ]
    name = _NO_NAME.sub("", within)
    pairs = {name[n : n + 2] for n in range(len(name) - 1)}
    shares = [(sum(pair in section.title for pair in pairs), -section.level, section) for section in report.sections]
    likely = [share for share in shares if pairs and share[0] >= _SHARED * len(pairs)]
    return [section for *_, section in sorted(likely, key=lambda share: (-share[0], -share[1]))]


def _parts(report: Report, section: Section) -> int:
    return sum(other.path[:-1] == section.path for other in report.sections)


def _fold(text: str) -> str:
    """Width, case and quotation marks folded away: 专精特新小巨人 is in 专精特新“小巨人”."""
    return _QUOTATION.sub("", unicodedata.normalize("NFKC", text).lower())
