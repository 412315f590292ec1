"""The keyless answer and the evidence -> the model's answer where it stands, else the keyless one with a notice."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.answering.compose import Composer
from qa.answering.evidence import pack
from qa.answering.llm import PROMPT, Writing
from qa.answering.prompting import load_prompt
from qa.domain import Answer, Event, Hit, Piece, Report, Stage
from qa.errors import EndpointError
from qa.settings import Settings

_NOTHING = "模型没有找到答案，但报告有相应的内容；"
_NOTHING_STANDS = "模型的回答没有一句能与原文核对一致，已弃用；"


class Writer:
    """Has a model write what code has found. Holds no state between questions; safe under threads."""

    def __init__(self, settings: Settings, reports: Sequence[Report]) -> None:
        self._settings = settings
        self._title = "》《".join(report.title for report in reports)
        self._prompt = load_prompt(settings.prompts_dir, PROMPT)

    def write(
        self, question: str, keyless: Answer, hits: Sequence[Hit], doubt: Answer | None = None
    ) -> Iterator[Event]:
        """Yield the stages, the verified pieces and the Answer; never raises for what the endpoint does.

        `doubt` is the abstention to give where the model finds no answer; None where the keyless answer is sure.
        """
        yield Stage("撰写")
        composer = Composer()
        writing = Writing(
            self._settings, self._prompt, question, self._title, pack(hits, self._settings.context_tokens)
        )
        failure = ""
        try:
            for statement, line in writing:
                if composer.add(statement, line):
                    yield Piece(composer.text, composer.citations)
        except EndpointError as exc:
            failure = f"{exc}（以下由程序直接摘录报告原文作答。）"
        yield Stage("核对")
        if composer.claims and not failure:
            yield _answer(composer, writing)
        elif writing.abstained and not failure and doubt:
            yield replace(doubt, mode="llm", tokens=writing.tokens)
        else:
            failure = failure or f"{_NOTHING if writing.abstained else _NOTHING_STANDS}以下由程序直接摘录报告原文作答。"
            yield replace(keyless, notices=(failure, *keyless.notices), tokens=writing.tokens)


def _answer(composer: Composer, writing: Writing) -> Answer:
    notices = []
    if composer.withheld:
        notices.append(f"模型另有 {len(composer.withheld)} 句话与所引原文核对不上，已略去。")
    if writing.unknown:
        notices.append(f"模型引用了 {writing.unknown} 个不存在的编号，已略去。")
    return Answer(
        status="answered",
        text=composer.text,
        mode="llm",
        citations=composer.citations,
        claims=tuple(composer.claims),
        notices=tuple(notices),
        tokens=writing.tokens,
    )
