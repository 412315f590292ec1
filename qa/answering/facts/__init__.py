"""Hits -> facts: what the reports state, clause by clause, likeliest answer first."""

from qa.answering.facts.ranking import chances, named_share, rank_facts, rank_figures
from qa.answering.facts.record import Fact, Figured, same_kind, same_subject, told_from

__all__ = [
    "Fact",
    "Figured",
    "chances",
    "named_share",
    "rank_facts",
    "rank_figures",
    "same_kind",
    "same_subject",
    "told_from",
]
