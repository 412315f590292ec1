"""A model's statement and the evidence -> the statement with the quotes that bear it out, if any do."""

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.evidence import cite
from qa.answering.verification import verdict
from qa.domain import Sentence, Statement


def attribute(statement: Statement, evidence: Sequence[Sentence]) -> Statement:
    """Keep the model's own citations where they hold; else cite the one sentence of the evidence that does.

    Small models leave the numbers out or give a neighbour's. Where two sentences would do it is not known which is meant,
    and the statement stays as it is.
    """
    if verdict(statement) != "unverified":
        return statement
    bearing = [quote for quote in map(cite, evidence) if verdict(replace(statement, quotes=(quote,))) == "quoted"]
    return replace(statement, quotes=(bearing[0],)) if len(bearing) == 1 else statement
