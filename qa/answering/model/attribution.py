"""A model's statement and the evidence -> the statement with the quotes that bear it out, if any do."""

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.verification import verdict
from qa.domain import Citation, Statement


def attribute(statement: Statement, evidence: Sequence[Citation]) -> Statement:
    """Keep the model's own citations where they hold, without those that it does not need; else cite the one quote that does.

    Small models leave the numbers out or give a neighbour's, and some cite all they were given. Where two quotes would do it
    is not known which is meant, and the statement stays as it is.
    """
    if verdict(statement) != "unverified":
        return _needed(statement)
    bearing = [quote for quote in evidence if verdict(replace(statement, quotes=(quote,))) == "quoted"]
    return replace(statement, quotes=(bearing[0],)) if len(bearing) == 1 else statement


def _needed(statement: Statement) -> Statement:
    """The statement on the first of its quotes that bears it out alone; on all of them where none does."""
    alone = (replace(statement, quotes=(quote,)) for quote in statement.quotes)
    return next((one for one in alone if verdict(one) == "quoted"), statement)
