"""A model's reply, as it arrives, and the evidence -> statements with the quotes they rest on."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qa.answering.model.attribution import attribute
from qa.answering.model.markers import TAKEN_BACK
from qa.answering.model.structured import NOTHING, written
from qa.domain import Citation, Statement

# What the prompt tells the model to write where the evidence does not answer, and what models make of it.
ABSTAINS = (NOTHING, "报告中未提及", "报告没有提及", "原文未提及", "原文没有提及", "not mentioned in the report")
# What small models copy from the prompt: the names of its parts, the label of a quote.
_ECHO = re.compile(r"^(?:(?:答案|回答|答)[：:]\s*|（\d{4}(?:[–-]\d{4})?年(?:完成|目标|规划|背景)）)+")
_PART = re.compile(r"^(?:问题|原文|待改)(?:[：:]|$)|[：:]$")
_HALF_WIDTH_COMMA = re.compile(r"(?<=[一-鿿]),\s*(?=[一-鿿])")
# A small model may repeat itself without end; no answer has more statements than this.
_MOST = 24


@dataclass
class Draft:
    """One draft of an answer: iterate it for its statements as they come.

    `unknown` counts references to numbers that the evidence does not have; `abstained` says that the model found no answer.
    """

    evidence: Sequence[Citation]
    unknown: int = 0
    abstained: bool = False

    def read(self, chunks: Iterable[str]) -> Iterator[tuple[Statement | None, int]]:
        """Yield (statement, line), each once; what the model says twice it says once; None where all so far was only thought.

        A model that writes nothing but numbers has chosen quotes: these are then its statements.
        """
        seen: set[str] = set()
        chosen: list[int] = []
        for one in written(chunks):
            if one is TAKEN_BACK:
                seen, chosen, self.unknown, self.abstained = set(), [], 0, False
                yield None, 0
            if len(seen) == _MOST:
                break
            text = _HALF_WIDTH_COMMA.sub("，", _ECHO.sub("", one.text))
            if not text:
                chosen += self._known(one.numbers)
            elif any(phrase in text.lower() for phrase in ABSTAINS):
                self.abstained = True
            elif text not in seen and not _PART.search(text):
                seen.add(text)
                quotes = tuple(self.evidence[number - 1] for number in self._known(one.numbers))
                yield attribute(Statement(text, quotes), self.evidence), one.line
        if chosen and not seen and not self.abstained:
            for line, number in enumerate(dict.fromkeys(chosen)):
                quote = self.evidence[number - 1]
                yield Statement(quote.quote.rstrip("；，"), (quote,)), line

    def _known(self, numbers: Sequence[int]) -> list[int]:
        known = [number for number in numbers if 1 <= number <= len(self.evidence)]
        self.unknown += len(numbers) - len(known)
        return known
