"""A case and what a system did with it -> its marks, one for each metric; None where a metric is undefined."""

from collections.abc import Mapping, Sequence

from evals.cases import Case
from evals.metrics import abstention, answers, citations, lock, retrieval
from qa.domain import Answer

Marks = dict[str, float | None]

RETRIEVAL = ("recall_500", "recall_1500", "recall_3000", "recall@5", "recall@10", "mrr", "ndcg@10")
ANSWERS = (
    "right",
    "fact_recall",
    "forbidden_first",
    "citation_recall",
    "citation_precision",
    "exact_spans",
    "violations",
    "ungrounded",
    "abstained",
    "abstention_precision",
    "abstention_recall",
    "false_abstention",
    "length",
    "seconds",
    "error",
)


def retrieval_marks(case: Case, ranked: Sequence[retrieval.Span], report: str) -> Marks:
    """Mark the spans retrieved for a case; all None where it needs no quote."""
    quotes = [(at, at + len(quote)) for quote in case.quotes for at in [report.index(quote)]]
    return {
        **{f"recall_{n}": retrieval.recall_within(quotes, ranked, n) for n in (500, 1500, 3000)},
        **{f"recall@{k}": retrieval.recall_at(quotes, ranked, k) for k in (5, 10)},
        "mrr": retrieval.reciprocal_rank(quotes, ranked),
        "ndcg@10": retrieval.ndcg_at(quotes, ranked, 10),
    }


def answer_marks(case: Case, answer: Answer, texts: Mapping[str, str]) -> Marks:
    """Mark an answer; `texts` maps report ids to their text.

    To abstain is right where `gold` is None, and where the answer is that the report does not say a word; elsewhere it is
    wrong and holds no fact. Citations, length and the like are marked of what was answered.
    """
    corpus = "\n".join(texts.values())
    abstained = answer.status == "abstained"
    said = not abstained or case.absence
    right = answers.right(answer.text, case.facts, case.forbid) if said else False
    recall = answers.fact_recall(answer.text, case.facts) if said else 0.0
    marks: Marks = {
        "right": float(abstained if not case.answerable else bool(right)),
        "fact_recall": recall if case.answerable else None,
        "forbidden_first": float(answers.forbidden_first(answer.text, case.facts, case.forbid))
        if case.forbid
        else None,
        "exact_spans": citations.exact_spans((*answer.citations, *answer.nearest), texts),
        "violations": float(len(lock.violations(answer, corpus))),
        "abstained": float(abstained),
        "seconds": answer.seconds,
        "error": 0.0,
    }
    if not case.absence:  # else to abstain and to answer are both right
        wanted = not case.answerable
        marks |= {name: part(wanted, abstained) for name, part in _ABSTENTION.items()}
    return dict.fromkeys(ANSWERS) | marks | (_written(answer, corpus) if not abstained else dict.fromkeys(_WRITTEN))


def failed_marks() -> Marks:
    """The marks of a question that raised an error: wrong, and nothing else can be said."""
    return {**dict.fromkeys(ANSWERS), "right": 0.0, "error": 1.0}


_ABSTENTION = {
    "abstention_precision": abstention.precision,
    "abstention_recall": abstention.recall,
    "false_abstention": abstention.false_abstention,
}
_WRITTEN = ("citation_recall", "citation_precision", "ungrounded", "length")


def _written(answer: Answer, corpus: str) -> Marks:
    ungrounded = lock.ungrounded(answer, corpus)
    return {
        "citation_recall": citations.citation_recall(answer.text, answer.citations, corpus),
        "citation_precision": citations.citation_precision(answer.text, answer.citations, corpus),
        "ungrounded": None if ungrounded is None else float(ungrounded),
        "length": float(answers.length(answer.text)),
    }
