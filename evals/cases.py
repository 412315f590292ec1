"""JSON Lines -> cases: the hand-labelled questions, one to a line."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, get_args

from qa.domain import Turn

CASES_DIR = Path(__file__).parent / "cases"
# The report that every case was read and labelled on.
REPORT = "2023_辽宁省"

Split = Literal["dev", "test"]
SPLITS: tuple[Split, ...] = get_args(Split)

# Types of question with the least number of cases that each must keep.
TYPES = {
    "fact": 50,
    "confusable": 45,
    "list": 25,
    "compare": 25,
    "paraphrase": 35,
    "summary": 15,
    "unanswerable": 35,
    "false_premise": 12,
    "follow_up": 12,
    "english": 6,
    "closed": 8,
}
REASONS = ("never stated", "other place", "other year", "finer detail", "other person")


class CaseError(Exception):
    """A line that is no case; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled question.

    `gold` is a short reference answer, None where the product must abstain (then `reason` says why). A right answer holds,
    of each of `facts`, any one variant. `quotes` are the verbatim spans that it needs. `forbid` are figures that must not
    be given as the answer. `arithmetic` declares computed facts: "391.3 - 289 = 102.3" or "count(振兴) = 45".
    """

    id: str
    type: str
    split: Split
    question: str
    history: tuple[Turn, ...]
    gold: str | None
    facts: tuple[tuple[str, ...], ...]
    quotes: tuple[str, ...]
    forbid: tuple[str, ...]
    arithmetic: tuple[str, ...]
    reason: str

    @property
    def answerable(self) -> bool:
        """Whether the report answers it."""
        return self.gold is not None

    @property
    def absence(self) -> bool:
        """Whether the right answer is that the report does not say a word: to abstain is then as good as to answer."""
        return self.type == "closed" and all(line.endswith("= 0") for line in self.arithmetic) and bool(self.arithmetic)

    @property
    def reason_kind(self) -> str:
        """The kind of reason to abstain, "" for answerable cases: "other year: …" -> "other year"."""
        return self.reason.partition(":")[0]


def load_cases(directory: Path = CASES_DIR) -> list[Case]:
    """Read every case, by type in the order of TYPES, then by id; raise CaseError for a line that is no case."""
    cases = [case for path in sorted(directory.glob("*.jsonl")) for case in _read(path)]
    order = list(TYPES)
    return sorted(cases, key=lambda c: (order.index(c.type) if c.type in order else len(order), c.id))


def parse_case(record: dict[str, Any]) -> Case:
    """A case from its JSON object; raises KeyError, TypeError or ValueError where the object has another form."""
    names = [field.name for field in fields(Case)]
    if list(record) != names:
        raise ValueError(f"keys must be {names}, in this order")
    if record["split"] not in SPLITS:
        raise ValueError(f"split must be one of {SPLITS}")
    history = tuple((str(user), str(assistant)) for user, assistant in record["history"])
    facts = tuple(tuple(map(str, variants)) for variants in record["facts"])
    lists = {name: tuple(map(str, record[name])) for name in ("quotes", "forbid", "arithmetic")}
    return Case(**{**record, "history": history, "facts": facts, **lists})


def sentence_key(text: str, quote: str) -> int:
    """Where the sentence that holds `quote` begins: one number for all the quotes of a sentence, -1 for no part of the text."""
    at = text.find(quote)
    return max((text.rfind(mark, 0, at) for mark in "。！？；;\n"), default=-1) + 1 if at >= 0 else -1


def _read(path: Path) -> Iterable[Case]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield parse_case(json.loads(line))
            except (KeyError, TypeError, ValueError) as exc:
                raise CaseError(f"{path.name}:{number} is no case: {exc}") from exc
