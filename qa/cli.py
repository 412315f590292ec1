"""The terminal: `qa ask | search | batch | index | reports`."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from tqdm import tqdm

from qa import contract, settings
from qa.domain import Answer, Citation
from qa.errors import QAError, QuestionError
from qa.terminal import indexing_bar, say

if TYPE_CHECKING:
    from qa.assistant import Assistant

app = typer.Typer(
    help="向政府工作报告提问：每句回答都附原文，每个数字都经核对。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON（一行一个对象）。")]


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="用自己的话提的问题。")],
    as_json: AsJson = False,
) -> None:
    """回答一个问题，并列出所引的原文。"""
    assistant = _open()
    answer = assistant.ask(question)
    say(_line(contract.answer_object(answer)) if as_json else _readable(answer, several=len(assistant.reports) > 1))


@app.command()
def search(
    question: Annotated[str, typer.Argument(help="用自己的话提的问题。")],
    k: Annotated[int, typer.Option("-k", min=1, help="给出多少句。")] = 10,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="显示得分的构成。")] = False,
    as_json: AsJson = False,
) -> None:
    """找出与问题最相关的句子，按得分排列。"""
    hits = _open().search(question, k)
    if as_json:
        say(_line(contract.hits_object(hits)))
        return
    for rank, hit in enumerate(hits, 1):
        parts = "  " + " ".join(f"{name}={value:+.2f}" for name, value in hit.parts.items()) if verbose else ""
        sentence = hit.sentence
        say(f"{rank:>3}. {hit.score:7.2f}{parts}  [{sentence.period} {sentence.status}] {sentence.text}")


@app.command()
def batch(
    questions: Annotated[Path, typer.Argument(help="每行一个问题的 JSONL 文件；“-” 为标准输入。")],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="写入的文件；默认标准输出。")] = None,
    searching: Annotated[bool, typer.Option("--search", help="只检索，不作答。")] = False,
    k: Annotated[int, typer.Option("-k", min=1, help="检索时每题给出多少句。")] = 10,
) -> None:
    """依次回答（或检索）一个文件里的问题，次序不变；进度显示在标准错误。"""
    asked = list(contract.read_questions(_read_lines(questions)))
    assistant = _open()

    def answered(question: contract.Question) -> dict[str, Any]:
        if searching:
            return contract.hits_object(assistant.search(question.text, k), question.id)
        return contract.answer_object(_answer_or_reason(assistant, question), question.id)

    with _writer(output) as write:
        for question in tqdm(asked, desc="检索" if searching else "回答", unit="题", file=sys.stderr):
            write(_line(answered(question)) + "\n")


@app.command()
def index() -> None:
    """读取报告，更新索引，说明更新了什么。"""
    assistant = _open()
    for notice in (*assistant.warnings, *assistant.notices):
        say(notice)
    say(f"共 {len(assistant.reports)} 份报告，{sum(len(r.sentences) for r in assistant.reports)} 句。")


@app.command()
def reports(as_json: AsJson = False) -> None:
    """列出已载入的报告。"""
    from qa.reports import read_folder

    found, notices = read_folder(settings.load().seeds_dir)
    for notice in notices:
        sys.stderr.write(f"注意：{notice}\n")
    for report in found:
        record = contract.report_object(report)
        if as_json:
            say(_line(record))
        else:
            said = "，".join(filter(None, [report.date, report.speaker]))
            say(f"{report.id}  《{report.title}》 {said}  {len(report.text)} 字 {len(report.sentences)} 句")


def main() -> None:
    """Run the command line; an error that the user can mend is one line on stderr and exit code 1."""
    try:
        app()
    except QAError as exc:
        sys.stderr.write(f"错误：{exc}\n")
        sys.exit(1)


def _open() -> "Assistant":
    from qa.assistant import Assistant

    with indexing_bar() as progress:
        return Assistant.open(settings.load(), progress)


def _answer_or_reason(assistant: "Assistant", question: contract.Question) -> Answer:
    """A question of a batch that cannot be asked gets its reason as the answer, and the batch goes on."""
    try:
        return assistant.ask(question.text, question.history)
    except QuestionError as exc:
        return Answer(status="abstained", text=str(exc), mode="extractive", notices=(str(exc),))


def _readable(answer: Answer, *, several: bool) -> str:
    """An answer for people; a quote names its report where there are several."""

    def quoted(mark: str, passage: Citation) -> str:
        report = f"{passage.report} " if several else ""
        return f"  {mark} {report}{passage.section or '开头'}（{passage.period}，{passage.status}）：{passage.quote}"

    lines = [answer.text]
    lines += [quoted(f"[{citation.marker}]", citation) for citation in answer.citations]
    lines += [f"  算式：{claim.computation}" for claim in answer.claims if claim.computation]
    if answer.nearest:
        lines.append("最接近的内容：")
        lines += [quoted("·", passage) for passage in answer.nearest]
    lines += [f"  注：{notice}" for notice in answer.notices]
    return "\n".join(lines)


def _read_lines(path: Path) -> list[str]:
    if str(path) == "-":
        return sys.stdin.read().split("\n")
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as exc:
        raise QuestionError(f"读不了问题文件 {path}：{exc}。请检查路径，并保存为 UTF-8 编码的 JSONL。") from exc


@contextmanager
def _writer(output: Path | None) -> Iterator[Callable[[str], Any]]:
    if output is None:
        yield lambda text: (sys.stdout.write(text), sys.stdout.flush())
        return
    try:
        file = output.open("w", encoding="utf-8")
    except OSError as exc:
        raise QuestionError(f"写不了文件 {output}：{exc.strerror}。请换一个可写的位置。") from exc
    with file:
        yield file.write


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False)
