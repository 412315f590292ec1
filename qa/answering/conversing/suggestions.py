"""An answer -> questions to go on with, each of which the reports have been seen to answer."""

from collections.abc import Callable, Iterator, Sequence

from qa.answering.conversing.asking import Made, about_figures, about_gap, about_section, leaves
from qa.domain import Answer, Citation, Report, Sentence, Status

_WANTED = 3
# Questions tried before fewer are given: each takes as long as an answer without a model.
_TRIES = 8
# Sentences around a quote that a reader may want to go on with.
_AROUND = 4


def suggestions(
    question: str, answer: Answer, reports: Sequence[Report], ask: Callable[[str], Answer]
) -> tuple[str, ...]:
    """At most three questions near what was quoted (or, in an abstention, found), none the question itself.

    `ask` answers without a model. A question is kept only where its answer rests on the sentence that it was made from.
    """
    found: list[str] = []
    tried: set[str] = {question}
    for made in _candidates(answer, reports):
        if made.question in tried:
            continue
        tried.add(made.question)
        if _answers(ask(made.question), made):
            found.append(made.question)
        if len(found) == _WANTED or len(tried) > _TRIES:
            break
    return tuple(found)


def _candidates(answer: Answer, reports: Sequence[Report]) -> Iterator[Made]:
    """In turn of kind: aim against result, the neighbours' figures, the section."""
    quotes = (answer.citations or answer.nearest)[:3]
    places = [place for quote in quotes for place in _place(quote, reports)]
    kinds = [_gaps(places), _figures(places, quotes), _sections(places)]
    while kinds:
        for kind in list(kinds):
            made = next(kind, None)
            if made:
                yield made
            else:
                kinds.remove(kind)


def _place(quote: Citation, reports: Sequence[Report]) -> list[tuple[Report, Sentence]]:
    return [
        (report, sentence)
        for report in reports
        if report.id == quote.report
        for sentence in report.sentences
        if sentence.start <= quote.start < sentence.end
    ]


def _gaps(places: Sequence[tuple[Report, Sentence]]) -> Iterator[Made]:
    for report, sentence in places:
        others = [s for s in report.sentences if s.period.isdigit() and s.status != sentence.status]
        if sentence.status is Status.DONE:
            yield from about_gap(sentence, [s for s in others if s.status is Status.TARGET])
        elif sentence.status is Status.TARGET:
            for done in others:
                if done.status is Status.DONE:
                    yield from about_gap(done, [sentence])


def _figures(places: Sequence[tuple[Report, Sentence]], quotes: Sequence[Citation]) -> Iterator[Made]:
    """Figures of the same sentence, then of those around it, that have not been quoted."""
    for report, sentence in places:
        first = max(0, sentence.index - _AROUND)
        near = sorted(report.sentences[first : sentence.index + _AROUND], key=lambda s: abs(s.index - sentence.index))
        for other in near:
            for made in about_figures(other):
                if not any(made.question.split("年")[-1][:4] in quote.quote for quote in quotes):
                    yield made


def _sections(places: Sequence[tuple[Report, Sentence]]) -> Iterator[Made]:
    for report, sentence in places:
        for section in leaves(report):
            if section.start <= sentence.start < section.end:
                yield from about_section(section, sentence)


def _answers(answer: Answer, made: Made) -> bool:
    """Whether an answer is sure of itself and quotes the sentence, or its section, that the question was made from."""
    if answer.status != "answered" or answer.notices:
        return False
    whole = made.question.startswith("概括") or "哪些举措" in made.question
    section = made.sentence.section
    return any(
        quote.report == made.sentence.report
        and (
            made.sentence.start <= quote.start < made.sentence.end
            or (whole and tuple(quote.section.split(" / "))[: len(section)] == section)
        )
        for quote in answer.citations
    )
